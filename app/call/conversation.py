"""A call as a conversation: who said what and when, and what was noted beside it, from the events and the exact text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.call import events as ev
from app.call.coach import Coach
from app.call.course import Course, fold
from app.call.events import Event, Happening, Result
from app.call.prompt import Prompt, QuestionRow
from app.call.scope import CallScope
from app.call.summary import moment_words, outcome_label, reason_label
from app.playbook.model import Playbook
from app.playbook.vocabulary import MOODS, Drive, Label


class Voice(StrEnum):
    """Whose turn it is; ``NOTE`` is nobody's: something that was tapped or written."""

    REP = "rep"
    CUSTOMER = "customer"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said or noted. ``ref`` names the line, response or story it came from, if any."""

    ms: int
    seq: int
    voice: Voice
    text: str
    ref: str = ""


_RESULTS = {
    Result.SETTLED: Label("objection settled", "námitka vyřešená"),
    Result.OPEN: Label("objection left open", "námitka zůstává otevřená"),
    Result.FINAL: Label("objection ends the matter", "námitka věc uzavírá"),
}
_SKIPPED = Label("skipped: {0}", "přeskočeno: {0}")
_READ = Label("read word for word", "přečteno přesně")
_NOT_READ = Label("exact words not read: {0}", "závazné znění nepřečteno: {0}")
_MOOD = Label("mood: {0}", "naladění: {0}")
_DRIVES = {Drive.PULL: Label("drawing out", "tah"), Drive.PUSH: Label("asking for a step", "tlak")}
_NOTE = Label("note: {0}", "poznámka: {0}")
_NOTE_GONE = Label("note removed", "poznámka smazána")
_FLAG = Label("flagged {0}", "označeno {0}")
_REWORDED = Label("own words: {0}", "vlastními slovy: {0}")
_STEP = Label("next step: {0}", "další krok: {0}")
_UNDONE = Label("taken back", "vzato zpět")
_ENDED = Label("call ended", "konec hovoru")
_ABANDONED = Label("call closed without going on", "hovor uzavřen bez pokračování")
_RECOVERED = Label("gone on after {0} s", "pokračování po {0} s")
_HELD = Label("on hold", "podržení")
_RESUMED = Label("back from hold", "konec podržení")
_OUTCOME = Label("outcome: {0}", "výsledek: {0}")
_CONFIRMED = Label("(as known) {0}", "(jak už víme) {0}")


def conversation(playbook: Playbook, events: Sequence[Event], lang: str) -> tuple[Turn, ...]:
    """The whole call in order; notes are worded in ``lang``, what was said stays in the playbook's language."""
    teller = _Teller(Coach(playbook), lang)
    return tuple(turn for act in _acts(events) for turn in teller.turns(act))


def _acts(events: Sequence[Event]) -> Iterator[tuple[Event, ...]]:
    """The events of each act together."""
    act: list[Event] = []
    for event in events:
        if act and event.cause != act[0].cause:
            yield tuple(act)
            act = []
        act.append(event)
    if act:
        yield tuple(act)


class _Teller:
    """Goes through a call act by act, knowing what was on the screen before each."""

    def __init__(self, coach: Coach, lang: str) -> None:
        self._coach = coach
        self._lang = lang
        self._course = Course()
        self._prompt: Prompt | None = None

    def turns(self, act: Sequence[Event]) -> list[Turn]:
        """What one act adds to the conversation."""
        before = self._prompt
        self._course = fold(act, self._course)
        self._prompt = self._coach.prompt(self._course, act[-1].at.astimezone())
        found: list[Turn] = []
        for event in act:
            for voice, text, ref in self._told(event.what, before):
                if text:
                    found.append(Turn(event.ms, event.seq, voice, text, ref))
        return found

    def _told(self, what: Happening, before: Prompt | None) -> Iterator[tuple[Voice, str, str]]:
        if before is None:
            return
        match what:
            case ev.LineDone():
                yield Voice.REP, before.speech.text, what.line
                if before.speech.verbatim:
                    yield self._note(_READ, "", what.line)
            case ev.LineSkipped():
                passed = _NOT_READ if before.speech.verbatim else _SKIPPED
                yield self._note(passed, before.speech.text, what.line)
            case ev.Answered():
                yield Voice.REP, before.speech.text, what.line
                yield Voice.CUSTOMER, self._answer(what), what.line
            case ev.ObjectionRaised():
                objection = self._coach.playbook.objection(what.objection or "")
                scope = CallScope.at(self._coach.playbook, self._course.state)
                label = scope.text(objection.label) if objection else what.text
                yield Voice.CUSTOMER, label, what.objection or ""
            case ev.ObjectionStepDone() | ev.ObjectionEnded():
                yield from self._objection(what, before)
            case ev.StoryTold():
                yield Voice.REP, self._story(what.story), what.story
            case _:
                yield Voice.NOTE, self._noted(what), ""

    def _objection(
        self, what: ev.ObjectionStepDone | ev.ObjectionEnded, before: Prompt
    ) -> Iterator[tuple[Voice, str, str]]:
        view = before.objection
        if view is not None and view.id == (what.objection or ""):
            ref = f"{view.id}.{view.response}" if view.id and view.response else view.id
            yield Voice.REP, before.speech.text, ref
        if isinstance(what, ev.ObjectionEnded):
            yield Voice.NOTE, _RESULTS[what.result].in_lang(self._lang), what.objection or ""

    def _note(self, label: Label, text: str, ref: str = "") -> tuple[Voice, str, str]:
        return Voice.NOTE, label.in_lang(self._lang).format(text), ref

    def _answer(self, what: ev.Answered) -> str:
        row = self._row(what.line)
        words = row.answer if row else what.text
        if what.text and what.text != words:
            words = f"{words}: {what.text}"
        return _CONFIRMED.in_lang(self._lang).format(words) if what.confirmed else words

    def _row(self, ref: str) -> QuestionRow | None:
        return next((row for row in self._coach.questions(self._course.state) if row.line == ref), None)

    def _story(self, story_id: str) -> str:
        cards = self._coach.stories(self._course.state)
        card = next((one for one in cards if one.id == story_id), None)
        if card is None:
            return ""
        return " ".join(part for part in (card.who, card.trouble, card.result) if part) or card.title

    def _noted(self, what: Happening) -> str:
        lang = self._lang
        match what:
            case ev.MoodTapped():
                return _MOOD.in_lang(lang).format(MOODS[what.mood].label.in_lang(lang))
            case ev.DriveChanged():
                return _DRIVES[what.drive].in_lang(lang)
            case ev.NoteWritten():
                return _NOTE.in_lang(lang).format(what.text) if what.text else _NOTE_GONE.in_lang(lang)
            case ev.Flagged():
                return _FLAG.in_lang(lang).format(what.text).strip()
            case ev.Reworded():
                return _REWORDED.in_lang(lang).format(what.words)
            case ev.NextStepAgreed():
                return _STEP.in_lang(lang).format(
                    _parts(what.what, what.when, what.when_words, what.who, lang)
                )
            case ev.Recovered():
                return _RECOVERED.in_lang(lang).format(round(what.gap_ms / 1000))
            case ev.OutcomeRecorded():
                return _OUTCOME.in_lang(lang).format(self._outcome(what))
        label = _PLAIN.get(type(what))
        return label.in_lang(lang) if label else ""

    def _outcome(self, what: ev.OutcomeRecorded) -> str:
        label = outcome_label(self._coach.playbook, what.outcome, self._lang)
        reason = reason_label(what.reason, self._lang) if what.reason else ""
        details = _parts(what.what, what.when, what.when_words, what.who, self._lang)
        return ", ".join(part for part in (label, reason, details, what.note) if part)


_PLAIN: dict[type[Happening], Label] = {
    ev.Undone: _UNDONE,
    ev.Held: _HELD,
    ev.Resumed: _RESUMED,
    ev.CallEnded: _ENDED,
    ev.Abandoned: _ABANDONED,
}


def _parts(what: str, when: str, when_words: str, who: str, lang: str) -> str:
    return ", ".join(part for part in (what, moment_words(when, lang) if when else when_words, who) if part)
