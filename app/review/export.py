"""What leaves the program as a table: calls as columns and plain values. Knows no file and no library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.call.summary import reason_label
from app.playbook.vocabulary import MOODS, OUTCOMES, STAGES, Label
from app.review.desk import DeskRow
from app.review.scoring import Basis


class Kind(StrEnum):
    """What the values of a column are, whatever writes them."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    MOMENT = "moment"
    DURATION = "duration"


Value = str | int | float | datetime | None
"""Text; a number (per cent from 0 to 100, durations in milliseconds); a moment with its zone; ``None`` for nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``width`` is in characters."""

    label: Label
    kind: Kind = Kind.TEXT
    width: int = 14


@dataclass(frozen=True, slots=True)
class Tally:
    """How many calls ended so, and what they were worth where that was said."""

    label: str
    calls: int
    value: float = 0.0


_YES = Label("yes", "ano")
_CALLS = (
    Column(Label("Started", "Začátek"), Kind.MOMENT, 17),
    Column(Label("Talk", "Délka"), Kind.DURATION, 9),
    Column(Label("Rep", "Obchodník"), width=18),
    Column(Label("Customer", "Zákazník"), width=24),
    Column(Label("Company", "Firma"), width=24),
    Column(Label("Phone", "Telefon"), width=18),
    Column(Label("Source", "Zdroj")),
    Column(Label("Playbook", "Scénář"), width=18),
    Column(Label("Language", "Jazyk"), width=9),
    Column(Label("Outcome", "Výsledek"), width=20),
    Column(Label("Reason", "Důvod"), width=20),
    Column(Label("Value", "Hodnota"), Kind.NUMBER, 12),
    Column(Label("Last stage", "Poslední fáze"), width=16),
    Column(Label("Musts asked", "Povinné položené"), Kind.NUMBER, 12),
    Column(Label("Musts", "Povinné celkem"), Kind.NUMBER, 12),
    Column(Label("Objections", "Námitky"), Kind.NUMBER, 12),
    Column(Label("Left open", "Zůstaly otevřené"), Kind.NUMBER, 12),
    Column(Label("Mood at start", "Naladění na začátku"), width=16),
    Column(Label("Mood at end", "Naladění na konci"), width=16),
    Column(Label("Score", "Skóre"), Kind.PERCENT, 9),
    Column(Label("Score rests on", "Skóre podle"), width=14),
    Column(Label("Own rating", "Vlastní hodnocení"), Kind.NUMBER, 12),
    Column(Label("Reviewed", "Hodnoceno"), width=11),
    Column(Label("Flagged", "Označeno"), width=11),
    Column(Label("Sample", "Ukázka"), width=9),
    Column(Label("Call", "Hovor"), width=38),
)
BASES = {
    Basis.HEARD: Label("heard", "poslech"),
    Basis.RECORD_ONLY: Label("record only", "jen záznam"),
}
OWN = Label("the rep's own", "vlastní hodnocení obchodníka")


def call_columns() -> tuple[Column, ...]:
    """The columns of a list of calls."""
    return _CALLS


def call_values(row: DeskRow, lang: str) -> tuple[Value, ...]:
    """One call, in the order of ``call_columns``."""
    return (
        row.started,
        row.talk_ms,
        row.rep_name or row.rep,
        row.who if row.who != row.phone else "",
        row.company,
        row.phone,
        row.source,
        row.playbook,
        row.lang,
        outcome_words(row.outcome, lang),
        reason_label(row.reason, lang) if row.reason else "",
        row.value,
        _stage(row.last_stage, lang),
        row.musts_asked,
        row.musts_total,
        row.objections_met,
        row.objections_open,
        _mood(row.mood_start, lang),
        _mood(row.mood_end, lang),
        row.score,
        BASES[row.basis].in_lang(lang) if row.basis is not None and row.score is not None else "",
        row.self_rating or None,
        _yes(row.reviewed, lang),
        _yes(row.flagged, lang),
        _yes(row.sample, lang),
        str(row.call),
    )


def tallies(rows: Iterable[DeskRow], lang: str) -> tuple[Tally, ...]:
    """Calls by outcome, the most frequent first."""
    calls: Counter[str] = Counter()
    worth: dict[str, float] = {}
    for row in rows:
        calls[row.outcome] += 1
        worth[row.outcome] = worth.get(row.outcome, 0.0) + (row.value or 0.0)
    return tuple(Tally(outcome_words(code, lang), count, worth[code]) for code, count in calls.most_common())


def outcome_words(code: str, lang: str) -> str:
    """An outcome in words; a playbook's own stays as its code."""
    known = OUTCOMES.get(code)
    return known.label.in_lang(lang) if known is not None else code


def labels(columns: Sequence[Column], lang: str) -> tuple[str, ...]:
    """The headings."""
    return tuple(one.label.in_lang(lang) for one in columns)


def _stage(code: str, lang: str) -> str:
    label = STAGES.get(code)
    return label.in_lang(lang) if label is not None else code


def _mood(code: str, lang: str) -> str:
    return next((word.label.in_lang(lang) for mood, word in MOODS.items() if str(mood) == code), code)


def _yes(is_so: bool, lang: str) -> str:  # noqa: FBT001
    return _YES.in_lang(lang) if is_so else ""
