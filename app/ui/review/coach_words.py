"""What a coaching sheet says, in the window's language: the same words on the screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.review.coaching import Standing
from app.review.effect import LEAST_CALLS
from app.review.percents import percent_number
from app.ui.moments import day_words
from app.ui.words import ui_lang

if TYPE_CHECKING:
    from app.review.effect import Effect, MarkTrail, Occasion
    from app.review.intervals import Difference, Share
    from app.ui.review.coach_scene import CoachingSheet, Entry

_DONE, _MISSED, _WAITING = "✓", "✗", "○"


@dataclass(frozen=True, slots=True)
class EntryWords:
    """One review in words; empty where there is nothing to say.

    Attributes:
        title: The behaviour that was agreed.
        tries: A line for each try, done, missed or still to come.
        numbers: Shares before and after with n and range.
        verdict: What may be read from them.
        trails: How weak marks went on.
    """

    title: str
    standing: str
    about: str
    strength: str
    change: str
    counted: str
    tries: tuple[str, ...]
    numbers: tuple[str, ...]
    verdict: str
    trails: tuple[str, ...]


def entry_words(entry: Entry) -> EntryWords:
    """Everything that is said of one review."""
    review = entry.agreed.review
    said = review.draft.feedback
    about = (
        review.reviewer_name or review.draft.reviewer,
        day_words(review.sent.astimezone()),
        entry.agreed.who,
        entry.playbook,
    )
    effect = entry.effect
    return EntryWords(
        said.plan or _no_plan(),
        standing_words(entry) if entry.agreed.has_plan else "",
        " · ".join(part for part in about if part),
        _strength(said.strength),
        _change(" → ".join(part for part in (said.situation, said.behaviour, said.effect) if part)),
        _counted(entry),
        _tries(effect, said.tries) if effect is not None else (),
        (_before(effect.before), _after(effect.after)) if effect is not None else (),
        _verdict(effect) if effect is not None else "",
        tuple(_trail(one) for one in entry.trails) if effect is None else (),
    )


def standing_words(entry: Entry) -> str:
    """How the plan stands."""
    due = due_words(entry.agreed.due)
    if entry.standing is Standing.REACHED:
        return QCoreApplication.translate("CoachWords", "reached")
    if entry.standing is Standing.DROPPED:
        return QCoreApplication.translate("CoachWords", "dropped")
    if not due:
        return QCoreApplication.translate("CoachWords", "under way, no date")
    if entry.standing is Standing.OVERDUE:
        return QCoreApplication.translate("CoachWords", "overdue since %1").replace("%1", due)
    return QCoreApplication.translate("CoachWords", "under way until %1").replace("%1", due)


def due_words(due: str) -> str:
    """An ISO date as people say it; what is none stays as it is."""
    try:
        day = date.fromisoformat(due)
    except ValueError:
        return due
    return day_words(datetime(day.year, day.month, day.day).astimezone())


def hidden_words(sheet: CoachingSheet) -> str:
    """Says that there is more once the rep has rated the calls themselves."""
    if not sheet.hidden:
        return ""
    words = QCoreApplication.translate("CoachWords", "Reviews that wait for your own rating first: %1.")
    return words.replace("%1", str(sheet.hidden))


def method_words() -> str:
    """How before and after are counted, for whoever wonders."""
    return QCoreApplication.translate(
        "CoachWords",
        "Counted are this rep's calls with the same playbook that gave an occasion; the call it was agreed on is left "
        "out. Ranges: 95 of 100 (Wilson), of the difference Newcombe. Nobody is ranked.",
    )


def _no_plan() -> str:
    return QCoreApplication.translate("CoachWords", "No behaviour was agreed")


def _strength(words: str) -> str:
    return QCoreApplication.translate("CoachWords", "Strength: %1").replace("%1", words) if words else ""


def _change(words: str) -> str:
    return QCoreApplication.translate("CoachWords", "Change: %1").replace("%1", words) if words else ""


def _counted(entry: Entry) -> str:
    if not entry.agreed.has_plan:
        return ""
    if entry.counted is None or entry.effect is None:
        return QCoreApplication.translate(
            "CoachWords", "Agreed in words only, so nothing is counted; below are later marks."
        )
    words = entry.counted.in_lang(ui_lang())
    told = (
        QCoreApplication.translate(
            "CoachWords", "Counted in reviewed calls, without those queued for their risk: %1"
        )
        if entry.effect.reviewed_only
        else QCoreApplication.translate("CoachWords", "Counted in every call: %1")
    )
    return told.replace("%1", words)


def _tries(effect: Effect, wanted: int) -> tuple[str, ...]:
    waiting = QCoreApplication.translate("CoachWords", "not tried yet")
    made = tuple(_try(one) for one in effect.tries)
    return (*made, *(f"{_WAITING} {waiting}" for _ in range(wanted - len(made))))


def _try(one: Occasion) -> str:
    words = ", ".join(part for part in (day_words(one.started.astimezone()), one.who) if part)
    done = (
        QCoreApplication.translate("CoachWords", "done")
        if one.done
        else QCoreApplication.translate("CoachWords", "not done")
    )
    return f"{_DONE if one.done else _MISSED} {words}: {done}"


def _before(found: Share) -> str:
    return QCoreApplication.translate("CoachWords", "Before: %1").replace("%1", _share(found))


def _after(found: Share) -> str:
    return QCoreApplication.translate("CoachWords", "Since: %1").replace("%1", _share(found))


def _share(found: Share) -> str:
    if found.n == 0:
        return QCoreApplication.translate("CoachWords", "no call with an occasion (n = 0)")
    words = QCoreApplication.translate("CoachWords", "%1 of %2 calls, %3 % (%4 to %5 %)")
    shares = (percent_number(one, ui_lang()) for one in (found.value, found.low, found.high))
    values = (found.hits, found.n, *shares)
    for place, value in enumerate(values, start=1):
        words = words.replace(f"%{place}", str(value))
    return words


def _verdict(effect: Effect) -> str:
    change = effect.change
    if change is None:
        words = QCoreApplication.translate(
            "CoachWords", "Too few to compare: each side needs at least %1 calls with an occasion."
        )
        return words.replace("%1", str(LEAST_CALLS))
    return f"{_difference(change)} {_reading(change)}"


def _difference(change: Difference) -> str:
    words = QCoreApplication.translate("CoachWords", "Difference: %1 percentage points (%2 to %3).")
    for place, value in enumerate((change.value, change.low, change.high), start=1):
        words = words.replace(f"%{place}", _signed(value))
    return words


def _signed(value: float) -> str:
    """A difference of shares (-1 to 1) in points, with the minus that numbers have in print."""
    points = percent_number(abs(value), ui_lang())
    return points if points == "0" else f"{'−' if value < 0 else '+'}{points}"


def _reading(change: Difference) -> str:
    if not change.clear:
        return QCoreApplication.translate("CoachWords", "No clear difference.")
    if change.value > 0:
        return QCoreApplication.translate("CoachWords", "It is there more often than before.")
    return QCoreApplication.translate("CoachWords", "It is there less often than before.")


def _trail(one: MarkTrail) -> str:
    words = f"{one.criterion.in_lang(ui_lang())}: {one.first}/{one.best}"
    if not one.later:
        later = QCoreApplication.translate("CoachWords", "no later mark")
        return f"{words} → {later}"
    marks = " → ".join(f"{mark} ({day_words(at.astimezone())})" for at, mark in one.later)
    return f"{words} → {marks}"
