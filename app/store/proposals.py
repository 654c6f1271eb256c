"""The book of proposals in the database, and how a closed call's hints get into it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, select

from app.review.hints import Followed, Hint, Moment, ProposalKind
from app.review.proposals import Decision, Proposal, ProposalMoment, folded_words
from app.store.database import Database
from app.store.lesson_tables import proposal, proposal_moment
from app.store.tables import call, rep, word
from app.store.values import from_millis, optional_moment, storable, to_millis, upsert
from app.store.word_list import WordList

MOST_LISTED = 2_000
"""The newest proposals are listed up to this many; more than that nobody reads."""
LONGEST_TARGET = 400


@dataclass(frozen=True, slots=True)
class HintsOf:
    """What one closed call, with the key ``call``, which began at ``began``, hints at."""

    call: int
    playbook: str
    lang: str
    sample: bool
    began: datetime
    hints: Sequence[Hint]


def keep_hints(db: Connection, words: WordList, calls: Iterable[HintsOf]) -> None:
    """Files the hints of ``calls``; each proposal's figures are reckoned once, however many of them hint at it."""
    numbers: dict[tuple[object, ...], int] = {}
    moments: list[dict[str, Any]] = []
    for of in calls:
        for hint in of.hints:
            known_by = _known_by(db, words, of, hint)
            asked = (*known_by.values(), hint.family)
            number = numbers.get(asked)
            if number is None:
                number = numbers[asked] = _proposal_key(db, known_by, hint)
            moments.append(_moment_row(of, number, hint.moment))
    if moments:
        db.execute(proposal_moment.insert(), moments)
    _refresh(db, set(numbers.values()))


def _moment_row(of: HintsOf, number: int, moment: Moment) -> dict[str, Any]:
    return {
        "call": of.call,
        "seq": moment.seq,
        "proposal": number,
        "ms": moment.ms,
        "at": to_millis(of.began + timedelta(milliseconds=moment.ms)),
        "stage": storable(moment.stage),
        "line": storable(moment.line),
        "mood": moment.mood,
        "followed": moment.followed.value,
        "words": storable(moment.words),
    }


def _known_by(db: Connection, words: WordList, of: HintsOf, hint: Hint) -> dict[str, Any]:
    """What tells a proposal from others."""
    return {
        "kind": hint.kind.value,
        "playbook": words.number(db, of.playbook),
        "lang": words.number(db, of.lang),
        "target": storable(hint.target)[:LONGEST_TARGET],
        "folded": storable(folded_words(hint.words)),
        "sample": of.sample,
    }


def _proposal_key(db: Connection, known_by: Mapping[str, Any], hint: Hint) -> int:
    row = upsert(db, proposal).values(
        **known_by, words=storable(hint.words), family=hint.family, first_seen=0, last_seen=0, times=0
    )
    db.execute(row.on_conflict_do_nothing())
    same = select(proposal.c.key).where(*(proposal.c[name] == value for name, value in known_by.items()))
    key: int = db.execute(same).scalar_one()
    if hint.family:
        db.execute(proposal.update().where(proposal.c.key == key).values(family=hint.family))
    return key


def take_hints_back(db: Connection, calls: Collection[int]) -> None:
    """Takes the hints of ``calls`` out again; what nobody else proposed and nobody decided on goes with them."""
    theirs = proposal_moment.c.call.in_(list(calls))
    touched = set(db.execute(select(proposal_moment.c.proposal).where(theirs)).scalars())
    db.execute(proposal_moment.delete().where(theirs))
    _refresh(db, touched)


def _refresh(db: Connection, touched: Collection[int]) -> None:
    if not touched:
        return
    own = proposal_moment.c.proposal == proposal.c.key
    figures = {
        "times": select(func.count()).where(own).scalar_subquery(),
        "first_seen": func.coalesce(
            select(func.min(proposal_moment.c.at)).where(own).scalar_subquery(), proposal.c.first_seen
        ),
        "last_seen": func.coalesce(
            select(func.max(proposal_moment.c.at)).where(own).scalar_subquery(), proposal.c.last_seen
        ),
    }
    db.execute(proposal.update().where(proposal.c.key.in_(list(touched))).values(**figures))
    db.execute(
        proposal.delete().where(
            proposal.c.key.in_(list(touched)),
            proposal.c.times == 0,
            proposal.c.status == Decision.NEW.value,
        )
    )


class StoredProposals:
    """Reads and decides proposals (implements ``ProposalBook``)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def proposals(self) -> tuple[Proposal, ...]:
        """See ``ProposalBook``."""
        wanted = _proposals().order_by(proposal.c.last_seen.desc(), proposal.c.key.desc()).limit(MOST_LISTED)
        return self._read(wanted)

    def taken(self, rep_id: str, limit: int = 3) -> tuple[Proposal, ...]:
        """See ``ProposalBook``."""
        wanted = (
            _proposals()
            .where(proposal.c.status == Decision.ACCEPTED.value, rep.c.login == storable(rep_id))
            .order_by(proposal.c.decided_at.desc(), proposal.c.key.desc())
            .limit(limit)
        )
        return self._read(wanted)

    def moments(self, proposal_key: int, limit: int = 20) -> tuple[ProposalMoment, ...]:
        """See ``ProposalBook``."""
        wanted = (
            select(proposal_moment, call.c.id, rep.c.name, rep.c.login)
            .join(call, call.c.key == proposal_moment.c.call)
            .join(rep, rep.c.key == call.c.rep)
            .where(proposal_moment.c.proposal == proposal_key)
            .order_by(proposal_moment.c.at.desc(), proposal_moment.c.seq.desc())
            .limit(limit)
        )
        with self._database.reading() as db:
            return tuple(_moment(row) for row in db.execute(wanted))

    def decide(self, proposal_key: int, decision: Decision, by: str, at: datetime) -> None:
        """See ``ProposalBook``."""
        first = (
            select(call.c.rep)
            .join(proposal_moment, proposal_moment.c.call == call.c.key)
            .where(proposal_moment.c.proposal == proposal_key)
            .order_by(proposal_moment.c.at, proposal_moment.c.seq)
            .limit(1)
        )
        undecided = decision is Decision.NEW
        values = {
            "status": decision.value,
            "decided_at": None if undecided else to_millis(at),
            "decided_by": "" if undecided else storable(by),
            "credited": first.scalar_subquery() if decision is Decision.ACCEPTED else None,
        }
        with self._database.writing() as db:
            db.execute(proposal.update().where(proposal.c.key == proposal_key).values(**values))

    def _read(self, wanted: Select[Any]) -> tuple[Proposal, ...]:
        with self._database.reading() as db:
            return tuple(_proposal(row) for row in db.execute(wanted))


_playbook, _lang = word.alias("playbook"), word.alias("lang")


def _proposals() -> Select[Any]:
    return (
        select(
            proposal,
            _playbook.c.text.label("playbook_text"),
            _lang.c.text.label("lang_text"),
            rep.c.name.label("rep_name"),
            rep.c.login.label("rep_login"),
        )
        .join(_playbook, _playbook.c.key == proposal.c.playbook)
        .join(_lang, _lang.c.key == proposal.c.lang)
        .outerjoin(rep, rep.c.key == proposal.c.credited)
    )


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(
        key=row.key,
        kind=ProposalKind(row.kind),
        playbook=row.playbook_text,
        lang=row.lang_text,
        target=row.target,
        words=row.words,
        times=row.times,
        first_seen=from_millis(row.first_seen),
        last_seen=from_millis(row.last_seen),
        family=row.family,
        decision=Decision(row.status),
        decided_at=optional_moment(row.decided_at),
        credited=row.rep_name or row.rep_login or "",
        sample=row.sample,
    )


def _moment(row: Row[Any]) -> ProposalMoment:
    moment = Moment(row.seq, row.ms, row.stage, row.line, row.mood, Followed(row.followed), row.words)
    return ProposalMoment(UUID(bytes=bytes(row.id)), from_millis(row.at), row.name or row.login, moment)
