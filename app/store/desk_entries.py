"""How a closed call comes to the review desk, and leaves it again when its outcome is taken back.

Written in the very transaction that closes the call; calls recorded by an older program are reckoned after an upgrade.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from app.call.events import CallStarted, Event, UnknownEvent
from app.call.people import LeadCard
from app.playbook.folding import fold
from app.review.projection import PROJECTION, Projection, project
from app.store.desk_tables import call_objection
from app.store.kinds import HOW_NUMBERS, KIND_BITS, MOOD_NUMBERS, RESULT_NUMBERS
from app.store.parts import PartsBook
from app.store.rows import event_of, storable, to_millis
from app.store.tables import call, call_event, call_text
from app.store.word_list import Numbering, WordList

LONGEST_NAME = 60
_SMALLEST, _LARGEST = 0, 32_767
_TOKEN = re.compile(r"[^\W_]+")

NOT_ON_DESK: dict[str, Any] = {
    "campaign": None,
    "flagged": 0,
    "moods": 0,
    "mood_start": 0,
    "mood_end": 0,
    "stage": None,
    "stage_rank": 0,
    "musts_asked": 0,
    "musts_missed": 0,
    "kinds": 0,
    "kinds_open": 0,
    "met": 0,
    "met_open": 0,
    "value": None,
    "self_rating": 0,
    "projection": 0,
}
"""The columns of ``call`` before its outcome."""

ENTER = call.update().where(call.c.key == bindparam("of_call"))
WORDS = call_text.update().where(call_text.c.call == bindparam("of_call"))
LEAVE = call_objection.delete().where(call_objection.c.call == bindparam("of_call"))


def desk_columns(number: Numbering, started: CallStarted, figures: Projection) -> dict[str, Any]:
    """The columns of ``call`` that the desk looks at."""
    moods = [MOOD_NUMBERS[mood] for mood in figures.moods]
    return {
        "campaign": number(started.lead.campaign),
        "flagged": int(figures.flagged),
        "moods": sum({1 << mood for mood in moods}),
        "mood_start": moods[0] if moods else 0,
        "mood_end": moods[-1] if moods else 0,
        "stage": number(figures.stage),
        "stage_rank": figures.stage_rank,
        "musts_asked": _small(figures.musts_asked),
        "musts_missed": _small(figures.musts_total - figures.musts_asked),
        "kinds": sum({KIND_BITS.get(one.kind, 0) for one in figures.objections}),
        "kinds_open": sum({KIND_BITS.get(one.kind, 0) for one in figures.open}),
        "met": _small(len(figures.objections)),
        "met_open": _small(len(figures.open)),
        "value": figures.value,
        "self_rating": _small(figures.self_rating),
        "projection": PROJECTION,
    }


def objection_rows(
    number: Numbering, key: int, started: CallStarted, at: int, figures: Projection
) -> list[dict[str, Any]]:
    """The rows of ``call_objection``; ``at`` is when the call began, in milliseconds."""
    return [
        {
            "call": key,
            "number": place,
            "objection": number(one.objection) if one.objection is not None else None,
            "kind": number(one.kind) if one.kind else None,
            "words": storable(one.text) if one.objection is None else "",
            "how": HOW_NUMBERS[one.how],
            "result": RESULT_NUMBERS[one.result],
            "response": number(one.response) if one.response else None,
            "wording": one.wording,
            "stage": number(one.stage),
            "mood": MOOD_NUMBERS[one.mood],
            "playbook": number(started.playbook),
            "source": number(started.lead.source),
            "ms": one.ms,
            "started": at,
        }
        for place, one in enumerate(figures.objections[:_LARGEST])
    ]


def sort_name(card: LeadCard) -> str:
    """What customers are sorted by."""
    return storable(fold(card.display))[:LONGEST_NAME]


def tokens(text: str) -> list[str]:
    """The words that ``text`` is searched by."""
    return _TOKEN.findall(fold(text))


def searched_words(card: LeadCard, figures: Projection) -> str:
    """The words that free search looks through: customer, company, number, notes, objections in own words."""
    own = (one.text for one in figures.objections if one.objection is None)
    said = " ".join((card.name, card.company, card.phone, *figures.notes, *own))
    return storable("".join(f" {token}" for token in tokens(said)))


def enter(
    db: Connection, words: WordList, parts: PartsBook, key: int, revision: int, events: Sequence[Event]
) -> None:
    """Puts the closed call ``key`` with all its ``events`` on the desk, or anew when it is there already."""
    started = events[0].what
    if not isinstance(started, CallStarted):
        return
    figures = project(events, parts.of(db, revision))
    db.execute(ENTER, {"of_call": key, **desk_columns(words.numbering(db), started, figures)})
    db.execute(
        WORDS,
        {
            "of_call": key,
            "words": searched_words(started.lead, figures),
            "sort_name": sort_name(started.lead),
        },
    )
    db.execute(LEAVE, {"of_call": key})
    rows = objection_rows(words.numbering(db), key, started, to_millis(events[0].at), figures)
    if rows:
        db.execute(call_objection.insert(), rows)


def withdraw(db: Connection, key: int) -> None:
    """Takes the call ``key`` off the desk."""
    db.execute(ENTER, {"of_call": key, **NOT_ON_DESK})
    db.execute(WORDS, {"of_call": key, "words": ""})
    db.execute(LEAVE, {"of_call": key})


def enter_kept(
    db: Connection, words: WordList, parts: PartsBook, key: int, call_id: UUID, revision: int
) -> bool:
    """Puts a closed call on the desk from its kept events; ``False`` when one of them cannot be read."""
    kept = select(call_event).where(call_event.c.call == key).order_by(call_event.c.seq)
    try:
        events = [event_of(call_id, row) for row in db.execute(kept)]
    except UnknownEvent:
        return False
    if events:
        enter(db, words, parts, key, revision, events)
    return bool(events)


def _small(number: int) -> int:
    return max(_SMALLEST, min(_LARGEST, number))
