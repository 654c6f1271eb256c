"""The marks of reviews as a table that trainers edit: a row for each criterion, with ids that lead back to the mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.playbook.vocabulary import Label
from app.review.causes import CAUSES
from app.review.desk import DeskRow, GivenMark, Review
from app.review.export import BASES, OWN, Column, Kind, Value
from app.review.scorecard import Criterion, Scorecard
from app.review.scoring import rated


class MarkColumn(StrEnum):
    """The columns, in their order."""

    STARTED = "started"
    REP = "rep"
    CUSTOMER = "customer"
    REVIEWER = "reviewer"
    SENT = "sent"
    BASIS = "basis"
    SECTION = "section"
    CRITERION = "criterion"
    MARK = "mark"
    NA_REASON = "na_reason"
    CAUSE = "cause"
    REMARK = "remark"
    BEST = "best"
    WEIGHT = "weight"
    EVENT = "event"
    SCORE = "score"
    CARD = "card"
    CALL = "call"
    REVIEW = "review"
    CRITERION_ID = "criterion_id"
    VERSION = "version"


COLUMNS: Mapping[MarkColumn, Column] = {
    MarkColumn.STARTED: Column(Label("Call started", "Začátek hovoru"), Kind.MOMENT, 17),
    MarkColumn.REP: Column(Label("Rep", "Obchodník"), width=18),
    MarkColumn.CUSTOMER: Column(Label("Customer", "Zákazník"), width=22),
    MarkColumn.REVIEWER: Column(Label("Reviewer", "Hodnotitel"), width=18),
    MarkColumn.SENT: Column(Label("Sent", "Odesláno"), Kind.MOMENT, 17),
    MarkColumn.BASIS: Column(Label("Basis", "Podklad"), width=14),
    MarkColumn.SECTION: Column(Label("Section", "Oddíl"), width=18),
    MarkColumn.CRITERION: Column(Label("Criterion", "Kritérium"), width=46),
    MarkColumn.MARK: Column(Label("Mark", "Známka"), Kind.NUMBER, 10),
    MarkColumn.NA_REASON: Column(Label("Not applicable because", "Nehodí se, protože"), width=28),
    MarkColumn.CAUSE: Column(Label("Root cause", "Příčina"), width=26),
    MarkColumn.REMARK: Column(Label("Remark", "Poznámka"), width=46),
    MarkColumn.BEST: Column(Label("Best mark", "Nejlepší známka"), Kind.NUMBER, 9),
    MarkColumn.WEIGHT: Column(Label("Weight", "Váha"), Kind.NUMBER, 8),
    MarkColumn.EVENT: Column(Label("Event", "Událost"), Kind.NUMBER, 8),
    MarkColumn.SCORE: Column(Label("Score of the review", "Skóre hodnocení"), Kind.PERCENT, 10),
    MarkColumn.CARD: Column(Label("Scorecard", "Karta"), width=16),
    MarkColumn.CALL: Column(Label("Call", "Hovor"), width=38),
    MarkColumn.REVIEW: Column(Label("Review", "Hodnocení"), width=38),
    MarkColumn.CRITERION_ID: Column(Label("Criterion id", "Kód kritéria"), width=22),
    MarkColumn.VERSION: Column(Label("Version of the mark", "Verze známky"), Kind.NUMBER, 9),
}
EDITABLE = (MarkColumn.MARK, MarkColumn.NA_REASON, MarkColumn.CAUSE, MarkColumn.REMARK)
"""What may be changed in the file; all else only tells."""
IDS = (MarkColumn.CALL, MarkColumn.REVIEW, MarkColumn.CRITERION_ID, MarkColumn.VERSION)
"""What leads back to the mark."""
TITLE = Label("Marks", "Známky")
DOES_NOT_APPLY = Label("N/A", "nehodí se")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review with the scorecard that it was made with."""

    review: Review
    card: Scorecard


@dataclass(frozen=True, slots=True)
class CallAbout:
    """What tells a person which call it is. ``started`` is UTC."""

    started: datetime
    rep: str
    who: str


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One row: a criterion of a review with its newest mark, ``None`` while it has none."""

    about: CallAbout
    of: Reviewed
    section: Label
    criterion: Criterion
    given: GivenMark | None


def about_call(row: DeskRow) -> CallAbout:
    """What is said of a call of the desk."""
    return CallAbout(row.started, row.rep_name or row.rep, row.who or row.company)


def mark_lines(about: CallAbout, of: Reviewed) -> Iterator[MarkLine]:
    """The criteria that the review rates, in the card's order."""
    given = {one.mark.criterion: one for one in of.review.draft.marks}
    wanted = {one.id for one in rated(of.card, of.review.draft.basis)} | set(given)
    for section in of.card.sections:
        for criterion in section.criteria:
            if criterion.id in wanted:
                yield MarkLine(about, of, section.title, criterion, given.get(criterion.id))


def mark_columns() -> tuple[Column, ...]:
    """The columns of marks."""
    return tuple(COLUMNS.values())


def mark_values(line: MarkLine, lang: str) -> tuple[Value, ...]:
    """One row, in the order of ``mark_columns``."""
    review, card, criterion, given = line.of.review, line.of.card, line.criterion, line.given
    draft = review.draft
    return (
        line.about.started,
        line.about.rep,
        line.about.who,
        review.reviewer_name or draft.reviewer,
        review.sent,
        (OWN if draft.own else BASES[draft.basis]).in_lang(lang),
        line.section.in_lang(lang),
        criterion.text.in_lang(lang),
        mark_words(given, lang),
        reason_words(card, given.mark.na_reason, lang) if given else "",
        cause_words(given.cause, lang) if given else "",
        plain_text(given.words) if given else "",
        criterion.scale.top,
        criterion.weight,
        given.seq if given else None,
        draft.score,
        f"{card.title.in_lang(lang)} {card.version}",
        str(draft.call),
        str(review.id),
        criterion.id,
        given.version if given else 0,
    )


def mark_words(given: GivenMark | None, lang: str) -> int | str | None:
    """What stands in the cell of the mark."""
    if given is None:
        return None
    return DOES_NOT_APPLY.in_lang(lang) if given.mark.value is None else given.mark.value


def reason_words(card: Scorecard, code: str, lang: str) -> str:
    """Why a criterion does not apply; a reason that the card does not know stays as its code."""
    known = card.na_reasons.get(code)
    return known.in_lang(lang) if known is not None else code


def cause_words(code: str, lang: str) -> str:
    """The root cause; one that is not on the list stays as its code."""
    known = CAUSES.get(code)
    return known.in_lang(lang) if known is not None else code


def plain_text(text: str) -> str:
    """``text`` as cells of spreadsheets can hold it: plain line breaks, and no signs that XML does not know."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if one >= " " or one in "\n\t").strip()[:LONGEST_TEXT]


LONGEST_TEXT = 32_767
"""Signs that a cell takes."""
