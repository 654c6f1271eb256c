"""Whole calls as rows, all but the keys that only a database gives: drawn up anywhere, also in another process.

Words stand as numbers of the drafting's own; each batch tells the texts of those that are new in it.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from app.call.events import CallStarted, Event
from app.call.people import RepCard
from app.call.sample_calls import ToldAgain
from app.review.lessons import Lessons
from app.store.consequences import DO_NOT_CALL, block_rows, follow_up_row
from app.store.desk_entries import NOT_ON_DESK, desk_columns, objection_rows, searched_words
from app.store.leads import lead_columns, origin_of
from app.store.reckoned import PartsOf, Reckoned, Retellings, reckon
from app.store.recorder import call_texts, changing_columns, lasting_columns, lead_id_of
from app.store.rows import to_millis

CALL_WORDS = ("playbook", "lang", "source", "last_line", "outcome", "reason", "campaign", "stage")
"""The columns of ``call`` that hold numbers of words."""
OBJECTION_WORDS = ("objection", "kind", "response", "stage", "playbook", "source")
"""Those of ``call_objection``."""
_LEADS_KNOWN = 50_000
"""So many leads are remembered to have been told already; one told twice does no harm."""


_SHORT_WAIT_MS = 4 * 60_000
_WAITS_APART = 6.0
"""Made-up leads wait from no time to a day, half of them less than an hour and a half. A guess, to look believable."""


def _waited_ms(lead: UUID) -> int:
    """How long a made-up lead waited for its first call; told by its id, so that it is the same each time it is told."""
    share = int.from_bytes(lead.bytes[-4:]) / 2**32
    return round(_SHORT_WAIT_MS * math.expm1(_WAITS_APART * share))


class LeadDraft(NamedTuple):
    """A lead as it is first heard of; ``origin`` tells where it came from (see ``leads.origin_of``)."""

    columns: dict[str, Any]
    origin: tuple[str, ...]


class CallDraft(NamedTuple):
    """One call; a tuple, as it is handed from process to process by the thousand.

    Where a row holds a key that only the database gives, it stands without it.

    Attributes:
        words: The numbers of ``CALL_WORDS`` by their names.
        plain: The other columns of ``call``.
        events: Rows in the order of ``EVENT_COLUMNS``, their first column still empty.
        lead: The customer's id; ``None`` for a passer-by.
        new_lead: The lead, when it is heard of for the first time.
        lessons: What it teaches, when it ended.
    """

    words: dict[str, int | None]
    plain: dict[str, Any]
    texts: dict[str, Any]
    events: Sequence[tuple[Any, ...]]
    objections: Sequence[dict[str, Any]]
    playbook: str
    lang: str
    revision: str
    rep: RepCard
    help: str
    start: datetime
    lead: bytes | None
    new_lead: LeadDraft | None
    promise: dict[str, Any] | None
    blocks: Sequence[dict[str, Any]]
    lessons: Lessons | None
    outcome_at: datetime | None


@dataclass(frozen=True, slots=True)
class Batch:
    """Calls drawn up one after the other. ``words`` are the texts of the numbers that are new, in their order."""

    words: tuple[str, ...]
    calls: tuple[CallDraft, ...]


class Drafting:
    """Draws calls up, batch by batch. Whoever takes the batches must take all of them in order."""

    def __init__(self, country: str, parts_of: PartsOf) -> None:
        self._country = country
        self._parts_of = parts_of
        self._numbers: dict[str, int] = {}
        self._told = 0
        self._retellings = Retellings()
        self._leads: OrderedDict[bytes, None] = OrderedDict()

    def batch(self, calls: Iterable[Sequence[Event] | ToldAgain]) -> Batch:
        """The next calls.

        Raises:
            NoBeginning: A call does not begin with its start.
        """
        drawn_up = tuple(self._drawn_up(self._reckoned(one)) for one in calls)
        fresh = tuple(list(self._numbers)[self._told :])
        self._told = len(self._numbers)
        return Batch(fresh, drawn_up)

    def _reckoned(self, one: Sequence[Event] | ToldAgain) -> Reckoned:
        if isinstance(one, ToldAgain):
            return self._retellings.reckon(one, self._parts_of)
        return reckon(one, self._parts_of)

    def _drawn_up(self, one: Reckoned) -> CallDraft:
        started, closed, outcome = one.started, one.closed, one.figures.outcome
        columns = {
            **lasting_columns(self._number, one.call, started, one.start),
            **changing_columns(self._number, one.figures),
            **(desk_columns(self._number, started, closed) if closed else NOT_ON_DESK),
        }
        words = {name: columns.pop(name) for name in CALL_WORDS}
        at = to_millis(one.start)
        ended = one.outcome_at if outcome is not None and one.lessons is not None else None
        lead_id = lead_id_of(started.lead)
        return CallDraft(
            words=words,
            plain=columns,
            texts={**call_texts(started), "words": searched_words(started.lead, closed) if closed else ""},
            events=one.events,
            objections=objection_rows(self._number, 0, started, at, closed) if closed else (),
            playbook=started.playbook,
            lang=started.lang,
            revision=started.playbook_revision,
            rep=started.rep,
            help=one.figures.help.value,
            start=one.start,
            lead=lead_id.bytes if lead_id is not None else None,
            new_lead=self._new_lead(lead_id, started, at) if lead_id is not None else None,
            promise=follow_up_row(0, 0, None, outcome, ended) if outcome and ended else None,
            blocks=(
                block_rows(0, started, ended, self._country)
                if outcome and ended and outcome.outcome == DO_NOT_CALL
                else ()
            ),
            lessons=one.lessons if ended else None,
            outcome_at=one.outcome_at,
        )

    def _new_lead(self, lead_id: UUID, started: CallStarted, at: int) -> LeadDraft | None:
        if lead_id.bytes in self._leads:
            return None
        self._leads[lead_id.bytes] = None
        if len(self._leads) > _LEADS_KNOWN:
            self._leads.popitem(last=False)
        came = at - _waited_ms(lead_id) if started.sample else at
        made = {"id": lead_id.bytes, "created": came, "touched": at, "sample": started.sample}
        return LeadDraft({**lead_columns(started.lead, self._country), **made}, origin_of(started.lead))

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers) + 1)
