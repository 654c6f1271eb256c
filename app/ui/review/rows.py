"""A call of the book of calls as the desk shows it. Knows no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from app.call.ports import CallStatus
from app.review.desk import DeskRow

if TYPE_CHECKING:
    from app.call.ports import CallBook, CallSummary


def row_of(calls: CallBook, call: UUID) -> DeskRow | None:
    """The call as the desk's table would show it, but for its score; ``None`` when there is no such call."""
    found = calls.find(str(call))
    return _as_row(found[0]) if found else None


def _as_row(summary: CallSummary) -> DeskRow:
    """A call as the desk's table would show it, but for its score."""
    return DeskRow(
        summary.call,
        summary.started,
        summary.talk_ms,
        summary.rep,
        summary.rep,
        summary.lead_name or summary.company or summary.phone,
        summary.company,
        summary.playbook,
        summary.lang,
        summary.source,
        summary.outcome if summary.status is CallStatus.CLOSED else "",
        summary.reason,
        sample=summary.sample,
    )
