"""Scripted calls: a call taken step by step from plain words, for demos, for playbook tests and for replays of walks.

One step is one thing that happens, as a manager would write it down::

    opening.hello.ok                        the customer gave this answer
    opening.frame                           the line was said
    next_step.hour = ten o'clock            the customer's own words
    mood rushed      drive push      help quiet
    objection price settled                 raised, met up to the check, and how it ended
    objection price payback settled         the same, up to this response of the ladder
    objection price                         raised only; then ``next``, and ``settled``, ``open`` or ``final``
    unlisted "the dog ate it"               an objection that the playbook does not list
    story mill      ask discovery.hours     out of order
    next   skip   back   undo   redo   hold   resume
    note "two chairs stand empty"      flag "listen here"      reword "I say it so"
    step what="a visit" when="tomorrow 10" who="Ms Sample"
    hang up
    outcome meeting when="tomorrow 10" who="Ms Sample" what="a visit"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from app.call.events import HelpLevel, How, OutcomeRecorded, Result, Step
from app.call.live_call import LiveCall, OutcomeIncomplete
from app.call.prompt import NextStep, Phase
from app.call.script_words import (
    ScriptSlip,
    Wrong,
    amount_of,
    details_in,
    facts_in,
    no_such,
    one_of,
    quotation,
    reason_of,
)
from app.call.state import DEAD_END
from app.playbook.model import WRAP_UP, Playbook
from app.playbook.vocabulary import OUTCOMES, Drive, Label, Mood

WhenReader = Callable[[str], str | None]
"""Reads a rep's date words as ISO 8601, or says ``None``."""
_EXHAUSTED = "exhausted"
_MOST_KEYS = 60
_REF = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+){1,2}")


def no_dates(words: str) -> str | None:
    """A ``WhenReader`` that knows ISO 8601 only."""
    return words if re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d\S*)?", words) else None


@dataclass(frozen=True, slots=True)
class ScriptedCaller:
    """Takes steps on ``call``; ``read_when`` understands date words."""

    call: LiveCall
    read_when: WhenReader = no_dates

    def take_all(self, steps: Iterable[str]) -> None:
        """Takes every step in order.

        Raises:
            ScriptSlip: A step cannot be taken; those before it were.
        """
        for number, step in enumerate(steps, 1):
            self.take(number, step)

    def take(self, number: int, step: str) -> None:
        """Takes one step.

        Raises:
            ScriptSlip: It cannot be taken here.
        """
        text = " ".join(step.split())
        try:
            self._take(text)
        except Wrong as wrong:
            raise ScriptSlip(number, text, wrong.words) from wrong
        except OutcomeIncomplete as incomplete:
            missing = ", ".join(incomplete.missing)
            words = Label(f"this outcome still needs: {missing}.", f"tomuto výsledku ještě chybí: {missing}.")
            raise ScriptSlip(number, text, words) from incomplete

    def _take(self, text: str) -> None:
        left, equals, words = text.partition(" = ")
        if equals and _REF.fullmatch(left):
            self._line(left, words.strip())
            return
        if _REF.fullmatch(text):
            self._line(text, "")
            return
        word, _, rest = text.partition(" ")
        act = self.acts.get(word)
        if act is None:
            raise self._unknown(text)
        before = self.call.last_seq
        act(self, rest)
        if self.call.last_seq == before and word not in _STATED:
            raise self._out_of_place(f"'{text}' means nothing here", f"„{text}“ tu nic neznamená")

    # --- lines ---

    def _line(self, ref: str, words: str) -> None:
        stage, line_id, *rest = ref.split(".")
        line_ref = f"{stage}.{line_id}"
        self._check_line(line_ref, rest[0] if rest else None)
        prompt = self.call.prompt
        if prompt.phase is not Phase.TALK or prompt.objection is not None or self._spoken() != line_ref:
            raise self._out_of_place(f"'{line_ref}' is not on now", f"„{line_ref}“ teď není na řadě")
        if rest or words:
            self.call.answer(rest[0] if rest else None, words)
        else:
            self.call.done()

    def _check_line(self, line_ref: str, option: str | None) -> None:
        playbook = self.call.playbook
        if line_ref in {one.ref for one in playbook.compliance}:
            return
        line = playbook.line(line_ref)
        if line is None:
            raise no_such("line", "replika", line_ref, all_lines(playbook))
        ids = [one.id for one in line.answers]
        if option is not None and option not in ids:
            raise no_such(f"answer of '{line_ref}'", f"odpověď u „{line_ref}“", option, ids)

    def _spoken(self) -> str:
        return self.call.state.spoken_line

    def _ask(self, rest: str) -> None:
        if self.call.playbook.line(rest) is None:
            raise no_such("line", "replika", rest, all_lines(self.call.playbook))
        self.call.ask_now(rest)

    # --- objections and stories ---

    def _objection(self, rest: str) -> None:
        name, *more = rest.split()[:3] or [""]
        objection = self.call.playbook.objection(name)
        if objection is None:
            raise no_such("objection", "námitka", name, [one.id for one in self.call.playbook.objections])
        result = Result(more.pop()) if more and more[-1] in tuple(Result) else None
        ladder = [one.id for one in objection.responses]
        if more and more[0] not in (*ladder, _EXHAUSTED):
            raise no_such(f"response of '{name}'", f"odpověď na „{name}“", more[0], [*ladder, *Result])
        on_top = self.call.prompt.objection
        if on_top is None or on_top.id != name:
            self.call.raise_objection(name, How.KEY)
        if more:
            self._climb(name, more[0])
        if result is not None:
            self._end(result)

    def _climb(self, objection: str, wanted: str) -> None:
        """Goes on until the wanted response, or the exhausted text, is on the screen."""
        for _ in range(_MOST_KEYS):
            view = self.call.prompt.objection
            if view is None or view.id != objection:
                break
            spent = view.current is Step.EXHAUSTED
            if view.response == wanted or (spent and wanted == _EXHAUSTED):
                return
            if spent:
                break
            self.call.done()
        raise Wrong(
            f"the ladder of '{objection}' does not come to '{wanted}' now: its condition does not hold or it is used up.",
            f"na „{wanted}“ u námitky „{objection}“ teď nedojde: podmínka neplatí, nebo už odpověď zazněla.",
        )

    def _end(self, result: Result) -> None:
        """Goes on to the check (or the end of the ladder) and ends the objection on top."""
        for _ in range(_MOST_KEYS):
            view = self.call.prompt.objection
            if view is None or view.current in (Step.CHECK, Step.EXHAUSTED):
                break
            self.call.done()
        self.call.end_objection(result)

    def _unlisted(self, rest: str) -> None:
        words, tail = quotation(rest)
        if not words:
            raise Wrong('write what was said: unlisted "…".', 'napište, co zaznělo: unlisted "…".')
        self.call.raise_unlisted(words)
        self.call.end_objection(Result(tail) if tail in tuple(Result) else Result.OPEN)

    def _settled(self, _rest: str) -> None:
        self.call.end_objection(Result.SETTLED)

    def _open(self, _rest: str) -> None:
        self.call.end_objection(Result.OPEN)

    def _final(self, _rest: str) -> None:
        self.call.end_objection(Result.FINAL)

    def _story(self, rest: str) -> None:
        if self.call.playbook.story(rest) is None:
            raise no_such("story", "příběh", rest, [one.id for one in self.call.playbook.stories])
        self.call.tell_story(rest)

    # --- keys ---

    def _next(self, _rest: str) -> None:
        self.call.done()

    def _skip(self, _rest: str) -> None:
        self.call.skip()

    def _back(self, _rest: str) -> None:
        self.call.back()

    def _undo(self, _rest: str) -> None:
        self.call.undo()

    def _redo(self, _rest: str) -> None:
        self.call.redo()

    def _mood(self, rest: str) -> None:
        self.call.tap_mood(Mood(one_of("mood", "naladění", rest, [mood.value for mood in Mood])))

    def _drive(self, rest: str) -> None:
        wanted = one_of("drive", "směr", rest, [drive.value for drive in Drive])
        if self.call.prompt.drive.value != wanted:
            before = self.call.last_seq
            self.call.switch_drive()
            if self.call.last_seq == before:
                raise self._out_of_place("the drive cannot be switched now", "směr teď nejde přepnout")

    def _help(self, rest: str) -> None:
        levels = [level.value for level in HelpLevel]
        self.call.set_help(HelpLevel(one_of("help level", "úroveň nápovědy", rest, levels)))

    def _hold(self, _rest: str) -> None:
        if not self.call.state.held:
            self.call.hold()

    def _resume(self, _rest: str) -> None:
        if self.call.state.held:
            self.call.hold()

    # --- what is kept ---

    def _note(self, rest: str) -> None:
        numbers = [number for number, _ in self.call.state.notes]
        self.call.write_note(max(numbers, default=0) + 1, quotation(rest)[0])

    def _flag(self, rest: str) -> None:
        self.call.flag(quotation(rest)[0])

    def _reword(self, rest: str) -> None:
        self.call.reword(quotation(rest)[0])

    def _step(self, rest: str) -> None:
        details = details_in(rest, ("what", "when", "who"))
        agreed = self.call.prompt.next_step
        when = self._when(details)
        self.call.agree(
            NextStep(
                details.get("what", agreed.what),
                when if "when" in details else agreed.when,
                details.get("when", agreed.when_words),
                details.get("who", agreed.who),
            )
        )

    def _hang_up(self, rest: str) -> None:
        if rest != "up":
            raise self._unknown(f"hang {rest}")
        self.call.hang_up()

    def _outcome(self, rest: str) -> None:
        code, _, more = rest.partition(" ")
        playbook = self.call.playbook
        if playbook.outcome(code) is None and code not in OUTCOMES:
            raise no_such("outcome", "výsledek", code, [*(one.id for one in playbook.outcomes), *OUTCOMES])
        if self.call.state.phase is Phase.CLOSED:
            raise self._out_of_place("the outcome is recorded already", "výsledek už je zapsaný")
        details = details_in(more, (*_OUTCOME_DETAILS, *playbook.facts))
        agreed = self.call.prompt.next_step
        recorded = OutcomeRecorded(
            code,
            reason=reason_of(details.get("reason", "")),
            when=self._when(details) or agreed.when,
            when_words=details.get("when", agreed.when_words),
            who=details.get("who", agreed.who),
            what=details.get("what", agreed.what),
            value=amount_of(details.get("value")),
            currency=details.get("currency", ""),
            note=details.get("note", ""),
            facts=facts_in(playbook, details),
        )
        self.call.record(recorded)

    def _when(self, details: Mapping[str, str]) -> str:
        words = details.get("when", "")
        if not words:
            return ""
        moment = no_dates(words) or self.read_when(words)
        if moment is None:
            raise Wrong(
                f"'{words}' is no date ahead; try 'tomorrow 10' or 2026-12-24.",
                f"„{words}“ není datum v budoucnu; zkuste „zítra 10“ nebo 2026-12-24.",
            )
        return moment

    # --- slips ---

    def _unknown(self, text: str) -> Wrong:
        word = text.split(" ", 1)[0]
        known = all_lines(self.call.playbook) if "." in word else list(self.acts)
        return no_such("step", "krok", word, known)

    def _out_of_place(self, en: str, cs: str) -> Wrong:
        expected = expected_at(self.call)
        return Wrong(f"{en}. {expected.en}", f"{cs}. {expected.cs}")

    acts: ClassVar[Mapping[str, Callable[[ScriptedCaller, str], None]]] = {
        "next": _next,
        "skip": _skip,
        "back": _back,
        "undo": _undo,
        "redo": _redo,
        "mood": _mood,
        "drive": _drive,
        "help": _help,
        "hold": _hold,
        "resume": _resume,
        "ask": _ask,
        "objection": _objection,
        "unlisted": _unlisted,
        "settled": _settled,
        "open": _open,
        "final": _final,
        "story": _story,
        "note": _note,
        "flag": _flag,
        "reword": _reword,
        "step": _step,
        "hang": _hang_up,
        "outcome": _outcome,
    }
    """What each first word of a step does."""


def expected_at(call: LiveCall) -> Label:
    """What a step may do at this moment, in a sentence."""
    prompt = call.prompt
    if prompt.phase is Phase.CLOSED:
        return Label("The call is closed.", "Hovor je uzavřený.")
    if prompt.phase is Phase.WRAP_UP:
        return Label("The talk is over; what is left is: outcome CODE.", "Hovor skončil; zbývá: outcome KÓD.")
    if prompt.objection is not None:
        name = prompt.objection.id or "unlisted"
        return Label(
            f"The objection '{name}' is on the table: next, settled, open or final.",
            f"Na stole je námitka „{name}“: next, settled, open nebo final.",
        )
    line = call.state.spoken_line
    if line in (WRAP_UP, DEAD_END):
        return Label(
            "The call is at its goodbye: hang up, or outcome CODE.",
            "Hovor je u rozloučení: hang up, nebo outcome KÓD.",
        )
    if prompt.question is None:
        return Label(f"The call is at '{line}'.", f"Hovor je u „{line}“.")
    if prompt.question.options:
        options = ", ".join(option.id for option in prompt.question.options)
        return Label(
            f"The call is at '{line}' (answers: {options}).", f"Hovor je u „{line}“ (odpovědi: {options})."
        )
    return Label(
        f"The call is at '{line}' (write: {line} = words).", f"Hovor je u „{line}“ (pište: {line} = slova)."
    )


def all_lines(playbook: Playbook) -> list[str]:
    """Full names of every line, compliance lines too."""
    lines = [line.ref for stage in playbook.stages for line in stage.lines]
    return [*lines, *(one.ref for one in playbook.compliance)]


_STATED = frozenset({"mood", "drive", "help", "step"})
"""Steps that say how things are; they may say what holds already."""
_OUTCOME_DETAILS = ("reason", "when", "who", "what", "value", "currency", "note")
