"""The call in a few lines of plain text, ready to paste into any CRM, in the playbook's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.call.events import OutcomeRecorded, Result
from app.call.prompt import OpenObjection, Prompt
from app.call.wording import number, worded
from app.playbook.model import Playbook
from app.playbook.vocabulary import DISQUALIFICATIONS, OBJECTION_KINDS, OUTCOMES, Label, Lang

_OUTCOME = Label("Outcome", "Výsledek")
_REASON = Label("Reason", "Důvod")
_VALUE = Label("Value", "Hodnota")
_NEXT = Label("Next step", "Další krok")
_WITH = Label("with", "s kým")
_FOUND = Label("Learnt", "Zjištěno")
_OBJECTIONS = Label("Objections", "Námitky")
_NOTES = Label("Notes", "Poznámky")
_DO_NOT_CALL = Label(
    "The customer asked not to be called again.", "Zákazník si nepřeje, abychom mu znovu volali."
)
_OPEN = Label("open", "otevřená")
_RESULTS = {
    Result.SETTLED: Label("settled", "vyřešená"),
    Result.OPEN: _OPEN,
    Result.FINAL: Label("final", "konečná"),
}
_DAYS = (
    Label("Monday", "pondělí"),
    Label("Tuesday", "úterý"),
    Label("Wednesday", "středa"),
    Label("Thursday", "čtvrtek"),
    Label("Friday", "pátek"),
    Label("Saturday", "sobota"),
    Label("Sunday", "neděle"),
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class CallNotes:
    """What a summary is made of. ``started`` is local time; ``outcome`` may be half filled in while it is typed."""

    prompt: Prompt
    playbook: Playbook
    started: datetime
    outcome: OutcomeRecorded | None = None


def summary_of(notes: CallNotes) -> str:
    """The summary; sections with nothing in them are left out. Lines end with ``\\n``, no markup."""
    return "\n".join(line for line in _lines(notes) if line).strip()


def outcome_label(playbook: Playbook, outcome: str, lang: str) -> str:
    """What to call an outcome: the playbook's own label, else the vocabulary's, else the code."""
    own = playbook.outcome(outcome)
    if own is not None and own.label:
        return own.label
    word = OUTCOMES.get(outcome)
    return word.label.in_lang(lang) if word is not None else outcome


def reason_label(reason: str, lang: str) -> str:
    """What to call a reason of either list; unknown ones stay as they are."""
    kind = OBJECTION_KINDS.get(reason)
    if kind is not None:
        return kind.label.in_lang(lang)
    listed = DISQUALIFICATIONS.get(reason)
    return listed.in_lang(lang) if listed is not None else reason


def moment_words(iso: str, lang: str) -> str:
    """An ISO 8601 date or moment in words, with weekday and year: right to read on any later day."""
    try:
        day = date.fromisoformat(iso[:10])
        at = datetime.fromisoformat(iso).time() if len(iso) > len("2026-12-24") else None
    except ValueError:
        return iso
    weekday = _DAYS[day.weekday()].in_lang(lang)
    if lang == Lang.CS:
        words = f"{weekday} {day.day}. {day.month}. {day.year}"
        return words if at is None else f"{words} {at.hour}:{at.minute:02}"
    words = f"{weekday} {day.day} {_MONTHS[day.month - 1]} {day.year}"
    return words if at is None else f"{words}, {at.hour:02}:{at.minute:02}"


def _lines(notes: CallNotes) -> Iterator[str]:
    lang = notes.prompt.lang
    yield from _heading(notes)
    if notes.outcome is not None and notes.outcome.outcome:
        yield from _outcome(notes, notes.outcome, lang)
    yield _next_step(notes, lang)
    yield from _section(_FOUND, lang, _facts(notes, lang))
    yield from _section(_OBJECTIONS, lang, _objections(notes.prompt, lang))
    yield from _section(_NOTES, lang, _notes(notes))


def _heading(notes: CallNotes) -> Iterator[str]:
    prompt = notes.prompt
    lead, started = prompt.lead, notes.started
    who = [lead.name, lead.role, lead.company, lead.phone or prompt.terms.number]
    yield ", ".join(part for part in who if part)
    day = moment_words(started.isoformat(timespec="minutes"), prompt.lang)
    minutes, seconds = divmod(prompt.clocks.call_ms // 1000, 60)
    yield " · ".join(
        part for part in (prompt.playbook_title, day, f"{minutes}:{seconds:02}", prompt.rep.name) if part
    )


def _outcome(notes: CallNotes, outcome: OutcomeRecorded, lang: str) -> Iterator[str]:
    yield f"{_OUTCOME.in_lang(lang)}: {outcome_label(notes.playbook, outcome.outcome, lang)}"
    if outcome.outcome == "do_not_call":
        yield _DO_NOT_CALL.in_lang(lang)
    if outcome.reason:
        yield f"{_REASON.in_lang(lang)}: {reason_label(outcome.reason, lang)}"
    if outcome.value is not None:
        yield f"{_VALUE.in_lang(lang)}: {number(outcome.value, lang)} {outcome.currency}".rstrip()


def _next_step(notes: CallNotes, lang: str) -> str:
    """What the outcome says, and where it is silent what was agreed in the call."""
    agreed, outcome = notes.prompt.next_step, notes.outcome or OutcomeRecorded("")
    when = outcome.when or agreed.when
    said_when = moment_words(when, lang) if when else outcome.when_words or agreed.when_words
    who, what = outcome.who or agreed.who, outcome.what or agreed.what
    if who == notes.prompt.lead.display and not what and not said_when:
        return ""  # proposed by the form; a step with nothing agreed is none
    parts = [what, said_when, f"{_WITH.in_lang(lang)}: {who}" if who else ""]
    said = " · ".join(part for part in parts if part)
    return f"{_NEXT.in_lang(lang)}: {said}" if said else ""


def _facts(notes: CallNotes, lang: str) -> Iterator[str]:
    added = notes.outcome.facts if notes.outcome is not None else {}
    for one in notes.prompt.captured:
        if one.fact in added:
            value = worded(notes.playbook.facts.get(one.fact), added[one.fact], lang)
            yield f"{one.label}: {value}"
        elif one.value:
            yield f"{one.label}: {one.value}"


def _objections(prompt: Prompt, lang: str) -> Iterator[str]:
    """Each objection once, as it stands at the end."""
    last: dict[tuple[str, str], OpenObjection] = {}
    for met in prompt.objections_met:
        last[met.id, "" if met.id else met.text] = met
    for met in last.values():
        kind = OBJECTION_KINDS.get(met.kind)
        family = f" ({kind.label.in_lang(lang)})" if kind is not None else ""
        result = _RESULTS[met.result] if met.result is not None else _OPEN
        yield f"{met.label or met.text}{family}: {result.in_lang(lang)}"


def _notes(notes: CallNotes) -> Iterator[str]:
    for _, text in notes.prompt.notes:
        yield " ".join(text.split())
    if notes.outcome is not None and notes.outcome.note:
        yield " ".join(notes.outcome.note.split())


def _section(title: Label, lang: str, items: Iterator[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield f"{title.in_lang(lang)}:"
        yield from (f"- {item}" for item in found)
