"""One moment of a call on a terminal: where it is, how to sound, what to say, what may be answered."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.call.conversation import Turn, Voice
from app.call.events import HelpLevel, Result, Step
from app.call.prompt import ObjectionView, Phase, Prompt, Question, Showing, Standing, ToneBadge
from app.playbook.model import LineKind
from app.playbook.vocabulary import MOODS, OBJECTION_KINDS, TONES, Dial, Drive, Label

_DRIVES = {Drive.PULL: Label("draw out", "tah"), Drive.PUSH: Label("ask for a step", "tlak")}
_DIALS = (Label("pace", "tempo"), Label("energy", "energie"), Label("pause", "pauza"))
_SIGNS = {Dial.LESS: "−", Dial.SAME: "0", Dial.MORE: "+"}
_STEPS = {
    Step.ACKNOWLEDGE: Label("acknowledge", "uznat"),
    Step.ASK: Label("ask", "zeptat se"),
    Step.ANSWER: Label("answer", "odpovědět"),
    Step.CHECK: Label("check", "ověřit"),
    Step.EXHAUSTED: Label("nothing left", "vyčerpáno"),
}
_RESULTS = {
    Result.SETTLED: Label("settled", "vyřešená"),
    Result.OPEN: Label("stays open", "zůstává otevřená"),
    Result.FINAL: Label("final", "konečná"),
}
_OBJECTION = Label("Objection", "Námitka")
_READ_EXACTLY = Label("EXACTLY AS WRITTEN", "PŘESNĚ JAK JE NAPSÁNO")
_KNOWN = Label("Known already: {0} (Enter confirms)", "Už víme: {0} (Enter potvrdí)")
_WORDS = Label("or type the customer's words", "nebo napište zákazníkova slova")
_ONLY_WORDS = Label("type the customer's words", "napište zákazníkova slova")
_NEXT = Label("then: {0}", "potom: {0}")
_ASK = Label(
    "They are interested. Ask for the step: {0} (t1 or t2 takes a day)",
    "Je tu zájem. Požádejte o další krok: {0} (t1 nebo t2 vybere den)",
)
_ON_HOLD = Label("ON HOLD", "PODRŽENO")
_BACK_TO = Label("back to: {0}", "zpět na: {0}")
_MUST = Label("must", "povinná")
_WHO = {Voice.REP: Label("Rep", "Obchodník"), Voice.CUSTOMER: Label("Customer", "Zákazník")}
_BOLD, _DIM, _PLAIN = "\033[1m", "\033[2m", "\033[0m"


@dataclass(frozen=True, slots=True)
class Page:
    """How wide the terminal is and whether it knows bold type; ``lang`` is the program's language."""

    lang: str
    width: int = 80
    ansi: bool = False

    def bold(self, text: str) -> str:
        """``text`` in bold where that exists."""
        return f"{_BOLD}{text}{_PLAIN}" if self.ansi else text

    def dim(self, text: str) -> str:
        """``text`` in grey where that exists."""
        return f"{_DIM}{text}{_PLAIN}" if self.ansi else text

    def wrapped(self, text: str, indent: str, first: str = "") -> str:
        """``text`` broken to the width."""
        return textwrap.fill(
            text,
            max(30, self.width),
            initial_indent=first or indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )


def moment(prompt: Prompt, page: Page) -> str:
    """The prompt as text, one blank line before it, a line break at its end."""
    return "\n" + "\n".join(_lines(prompt, page)) + "\n"


def clock(ms: int) -> str:
    """Minutes and seconds."""
    minutes, seconds = divmod(ms // 1000, 60)
    return f"{minutes:02}:{seconds:02}"


def told(turns: Sequence[Turn], page: Page) -> str:
    """A conversation, one turn a paragraph, times in front."""
    return "".join(_turn(turn, page) + "\n" for turn in turns)


def _turn(turn: Turn, page: Page) -> str:
    head = f"{clock(turn.ms)}  "
    if turn.voice is Voice.NOTE:
        return page.dim(page.wrapped(f"· {turn.text}", " " * 9, head))
    who = _WHO[turn.voice].in_lang(page.lang)
    return page.wrapped(f"{who}: {turn.text}", " " * 9, head)


def _lines(prompt: Prompt, page: Page) -> Iterator[str]:
    yield page.dim(_heading(prompt, page.lang))
    if prompt.phase is not Phase.TALK:
        return
    if prompt.objection is not None:
        yield page.dim(_objection_heading(prompt.objection, page.lang))
    if prompt.crumbs:
        yield page.dim(_BACK_TO.in_lang(page.lang).format(" › ".join(crumb.label for crumb in prompt.crumbs)))
    yield page.dim("   " + tone_words(prompt.tone, page.lang))
    yield from _speech(prompt, page)
    if prompt.objection is not None:
        yield "   " + _results(prompt.objection, page.lang)
    if prompt.question is not None:
        yield from _answers(prompt.question, page)
    if prompt.ask is not None:
        days = ", ".join(day.isoformat() for day in prompt.ask.days)
        yield page.wrapped(_ASK.in_lang(page.lang).format(f"{prompt.ask.text} [{days}]"), "     ", "   ! ")
    if prompt.next_up and not prompt.stripped:
        yield page.dim(page.wrapped(_NEXT.in_lang(page.lang).format(prompt.next_up), "     ", "   "))


def _heading(prompt: Prompt, lang: str) -> str:
    stop = next((one for one in prompt.rail if one.standing is Standing.CURRENT), None)
    where = f"{stop.title} {min(stop.lines_done + 1, stop.lines_total)}/{stop.lines_total}" if stop else ""
    parts = [
        clock(prompt.clocks.call_ms),
        where,
        MOODS[prompt.mood].label.in_lang(lang),
        _DRIVES[prompt.drive].in_lang(lang),
        _ON_HOLD.in_lang(lang) if prompt.clocks.held else "",
    ]
    return "── " + " · ".join(part for part in parts if part) + " ──"


def _objection_heading(view: ObjectionView, lang: str) -> str:
    kind = OBJECTION_KINDS.get(view.kind)
    label = view.label or (kind.label.in_lang(lang) if kind else "")
    steps = " → ".join(
        f"[{_STEPS[one.step].in_lang(lang)}]" if one.step is view.current else _STEPS[one.step].in_lang(lang)
        for one in view.steps
    )
    return f"{_OBJECTION.in_lang(lang)}: {label}   {steps or _STEPS[view.current].in_lang(lang)}"


def tone_words(tone: ToneBadge, lang: str) -> str:
    """The badge in words: ``calm · pace − · energy − · pause + · settle``."""
    word = TONES.get(tone.tone)
    pause = f"{tone.pause_seconds:g} s" if tone.pause_seconds else _SIGNS[tone.pause]
    values = (_SIGNS[tone.pace], _SIGNS[tone.energy], pause)
    dials = [f"{dial.in_lang(lang)} {value}" for dial, value in zip(_DIALS, values, strict=True)]
    parts = [word.label.in_lang(lang) if word else tone.tone, *dials, word.verb.in_lang(lang) if word else ""]
    return " · ".join(part for part in [*parts, tone.note] if part)


def _speech(prompt: Prompt, page: Page) -> Iterator[str]:
    speech = prompt.speech
    cue = " · ".join(speech.cue)
    show_text = prompt.help is not HelpLevel.QUIET or not cue
    if speech.verbatim:
        yield "   " + _READ_EXACTLY.in_lang(page.lang)
    if cue and not prompt.stripped:
        yield page.wrapped(cue, "     ", "   ")
    if speech.text and show_text:
        mark = " ? " if speech.kind is LineKind.ASK else " ► "
        text = page.wrapped(speech.text, "   ", mark)
        yield page.bold(text) if prompt.showing is not Showing.FAREWELL else text
    if speech.do:
        yield page.wrapped(speech.do, "     ", "   ▸ ")
    if speech.guide and prompt.help is HelpLevel.FULL and not prompt.stripped:
        yield page.dim(page.wrapped(speech.guide, "     ", "   "))


def _results(view: ObjectionView, lang: str) -> str:
    return "   ".join(
        f"{digit} {_RESULTS[result].in_lang(lang)}" for digit, result in enumerate(view.results, 1)
    )


def _answers(question: Question, page: Page) -> Iterator[str]:
    if question.known is not None:
        yield "   " + _KNOWN.in_lang(page.lang).format(question.known.value)
    if question.options:
        options = "   ".join(
            f"{one.digit} {one.label}{' ✓' if one.chosen else ''}" for one in question.options
        )
        yield page.wrapped(options, "   ", "   ")
    if question.free_text:
        words = (_WORDS if question.options else _ONLY_WORDS).in_lang(page.lang)
        must = f"  ({_MUST.in_lang(page.lang)})" if question.must else ""
        yield page.dim(f"   … {words}{must}")
