"""What happened to a mark, in words: who, when, from what to what, and why; the same for trainer and rep."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.review.desk import Ruling
from app.review.mark_history import MarkStep, StepKind
from app.review.scoring import Basis
from app.ui.moments import dated_time, day_words
from app.ui.review.mark_origin import mark_words
from app.ui.words import quoted, ui_lang, unquoted

if TYPE_CHECKING:
    from app.review.desk import Review
    from app.ui.review.histories import BrokenRule, MarkHistory


def step_title(history: MarkHistory, step: MarkStep) -> str:
    """What happened."""
    mark, before = (mark_words(history.scale, one) for one in (step.mark, step.before))
    words = {
        StepKind.OWN: QCoreApplication.translate("StepWords", "Own rating: %1"),
        StepKind.GIVEN: QCoreApplication.translate("StepWords", "Trainer's mark: %1"),
        StepKind.CORRECTED: QCoreApplication.translate("StepWords", "Corrected: %2 → %1"),
        StepKind.TAKEN_BACK: QCoreApplication.translate("StepWords", "From the file %3: %2 → %1"),
        StepKind.DISPUTED: QCoreApplication.translate("StepWords", "Disputed"),
        StepKind.REOPENED: QCoreApplication.translate("StepWords", "Reopened with new evidence"),
        StepKind.RULED: _ruling_words(step.ruling),
    }[step.kind]
    origin = step.mark.origin if step.mark is not None else ""
    return words.replace("%1", mark).replace("%2", before).replace("%3", origin)


def _ruling_words(ruling: Ruling) -> str:
    return {
        Ruling.WAITING: "",
        Ruling.KEPT: QCoreApplication.translate("StepWords", "Answered: the mark stays"),
        Ruling.CHANGED: QCoreApplication.translate("StepWords", "Answered: the mark is changed"),
        Ruling.PARTIAL: QCoreApplication.translate("StepWords", "Answered: partly agreed"),
    }[ruling]


def step_about(step: MarkStep, me: str = "") -> str:
    """Who and when; ``me`` is the login of whoever reads it."""
    who = QCoreApplication.translate("StepWords", "you") if me and step.by == me else step.name or step.by
    when = dated_time(step.at) if step.at is not None else ""
    return " · ".join(part for part in (who, when) if part)


def step_why(history: MarkHistory, step: MarkStep) -> str:
    """Why: the root cause or why it does not apply, and the words that were written."""
    mark, lang = step.mark, ui_lang()
    codes = (mark.mark.na_reason, mark.cause) if mark is not None else ()
    told = [history.reasons[code].in_lang(lang) for code in codes if code in history.reasons]
    said = step.words.strip()
    return " · ".join((*told, *((quoted(unquoted(said), lang),) if said else ())))


def history_lines(history: MarkHistory, me: str = "") -> str:
    """The whole history, a line for what happened and one for why."""
    lines: list[str] = []
    for step in history.steps:
        about, why = step_about(step, me), step_why(history, step)
        lines.append(" · ".join(part for part in (step_title(history, step), about) if part))
        lines += [why] if why else []
    return "\n".join(lines)


def review_words(review: Review) -> str:
    """Whose review, when it was sent, what it rests on, and its score."""
    draft = review.draft
    score = (
        QCoreApplication.translate("StepWords", "not scored") if draft.score is None else f"{draft.score:.0f}"
    )
    heard = draft.basis is Basis.HEARD
    basis = (
        QCoreApplication.translate("StepWords", "heard")
        if heard
        else QCoreApplication.translate("StepWords", "record only")
    )
    return " · ".join(
        (review.reviewer_name or draft.reviewer, day_words(review.sent.astimezone()), basis, score)
    )


def broken_words(one: BrokenRule) -> str:
    """A broken rule counts once a second reader has confirmed it; the score stays as it is."""
    fail = one.fail
    found = {
        None: QCoreApplication.translate("StepWords", "a second reader has not looked at it yet"),
        True: QCoreApplication.translate("StepWords", "confirmed by a second reader"),
        False: QCoreApplication.translate(
            "StepWords", "not confirmed by the second reader, so it does not count"
        ),
    }[fail.confirmed]
    who = " · ".join(part for part in (fail.reader_name or fail.reader, _when(fail.read)) if part)
    read = f" ({who})" if who else ""
    answer = f": {fail.answer}" if fail.answer else ""
    words = QCoreApplication.translate("StepWords", "Broken rule: %1, “%2”")
    words = words.replace("%1", one.rule.in_lang(ui_lang())).replace("%2", unquoted(fail.quote))
    return f"{words} – {found}{read}{answer}"


def _when(at: datetime | None) -> str:
    return dated_time(at) if at is not None else ""
