"""Random small calls for the desk, and a plain Python way to find them again that every search is held to."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from app.call import events as ev
from app.call.events import Event, How, Result
from app.call.people import LeadCard, RepCard
from app.playbook.folding import fold
from app.playbook.source import Source, SourceFile
from app.playbook.vocabulary import OUTCOMES, Mood
from app.review.desk import SortBy
from app.review.projection import STAGE_RANKS
from app.review.query import Compare, Field, Filter, Query
from tests.store.happenings import Tape

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PLAYBOOK = b"""callcue: 1
id: desk
lang: en
title: Desk
stages:
  - id: opening
    lines:
      - {id: hello, say: "Good morning.", cue: [morning]}
      - {id: why, ask: "Why?", cue: [why], must: true}
  - id: close
    lines:
      - {id: day, ask: "Which day?", cue: [day], must: true}
objections:
  - {id: dear, kind: price, label: "too dear", heard: ["dear"], acknowledge: "I see.", ask: "Against what?", responses: [{id: one, say: "It pays."}], check: "All right?"}
  - {id: later, kind: timing, label: "later", heard: ["later"], acknowledge: "I see.", ask: "When?", responses: [{id: two, say: "Soon."}], check: "All right?"}
"""
SOURCE = Source((SourceFile("en/desk.yaml", PLAYBOOK),))
REPS = (RepCard("eva", "Eva Nová"), RepCard("petr", "Petr Říha"), RepCard("x1", ""))
SOURCES = ("Web", "cold list", "Žďár fair", "")
CAMPAIGNS = ("spring", "autumn sale", "")
NAMES = ("Žaneta Říhová", "Adam Novák", "Eva Nováková", "Bob", "")
NOTES = ("Volat ráno", "dvě pobočky", "two branches", "Novák ví")
KINDS = {"dear": "price", "later": "timing"}


@dataclass
class Call:
    """What went into a call, to find it by."""

    tape: Tape
    rep: RepCard
    lead: LeadCard
    playbook: str
    lang: str
    outcome: str
    reason: str
    talk_ms: int
    moods: list[Mood]
    stage: str
    missed: int
    raised: list[tuple[str | None, str, bool]]
    flagged: bool
    words: list[str]
    sample: bool
    score: float | None = None
    heard: bool = True

    @property
    def started(self) -> datetime:
        return self.tape.start


def some_calls(seed: int, size: int) -> list[Call]:
    """Closed calls in the order of their keys, which is not quite the order of time."""
    draw = random.Random(seed)
    return [_some_call(draw, number) for number in range(size)]


def _some_call(draw: random.Random, number: int) -> Call:
    start = NOW - timedelta(days=draw.randrange(60), minutes=draw.randrange(5) * 7 + 1)
    tape = Tape(start=start)
    rep, name = draw.choice(REPS), draw.choice(NAMES)
    first, _, last = name.partition(" ")
    lead = LeadCard(
        first_name=first,
        last_name=last,
        company=draw.choice(("Pekárna", "Mlýn & syn", "")),
        phone=draw.choice(("601 123 456", "")),
        source=draw.choice(SOURCES),
        campaign=draw.choice(CAMPAIGNS),
    )
    playbook, lang, sample = draw.choice(("desk", "mill")), draw.choice(("en", "cs")), draw.random() < 0.3
    tape.begin(
        rep=rep, lead=lead, playbook=playbook, lang=lang, sample=sample, playbook_revision=SOURCE.revision
    )
    moods = [draw.choice(list(Mood)) for _ in range(draw.choice((0, 0, 1, 2)))]
    for mood in moods:
        tape.act(ev.MoodTapped(mood))
    missed = 2
    if draw.random() < 0.6:
        tape.act(ev.Answered("opening.why", "so"))
        missed -= 1
    raised = [_object(draw, tape) for _ in range(draw.choice((0, 0, 1, 2)))]
    stage = "opening"
    if draw.random() < 0.4:
        stage = "close"
        tape.act(ev.StageEntered("close"), ev.LineShown("close.day"))
        if draw.random() < 0.5:
            tape.act(ev.LineDone("close.day"))
            missed -= 1
    flagged = draw.random() < 0.3
    if flagged:
        tape.act(ev.Flagged())
    note = draw.choice(NOTES) if draw.random() < 0.4 else ""
    if note:
        tape.act(ev.NoteWritten(1, note))
    if draw.random() < 0.2:
        tape.act(ev.Undone(tape.act(ev.Flagged())[0].seq))
    outcome = draw.choice(("sale", "lost", "no_answer", "own_outcome"))
    reason = "price" if outcome == "lost" else ""
    pause = draw.choice((0, 40_000, 90_000, 200_000))
    tape.start += timedelta(milliseconds=0)
    ended = tape.finish(outcome, reason=reason)
    tape.events[-2:] = [_later(one, pause) for one in ended]
    own = [text for objection, text, _ in raised if objection is None]
    words = fold(" ".join((name, lead.company, lead.phone, note, *own))).replace("&", " ").split()
    talk = tape.events[-2].ms
    return Call(
        tape, rep, lead, playbook, lang, outcome, reason, talk, moods, stage, missed, raised, flagged, words, sample
    )  # fmt: skip


def _object(draw: random.Random, tape: Tape) -> tuple[str | None, str, bool]:
    objection = draw.choice(("dear", "later", None))
    text = "Švagr to dělá" if objection is None else ""
    settled = draw.random() < 0.5
    tape.act(ev.ObjectionRaised(objection, How.KEY if objection else How.UNLISTED, text))
    tape.act(ev.ObjectionEnded(objection, Result.SETTLED if settled else Result.OPEN))
    return objection, text, settled


def _later(event: Event, pause: int) -> Event:
    return Event(
        event.call,
        event.seq,
        event.at + timedelta(milliseconds=pause),
        event.ms + pause,
        event.cause,
        event.what,
    )


def found(calls: list[Call], query: Query) -> list[Call]:
    """The calls of ``query``, in no order."""
    return [one for one in calls if _fits(one, query)]


def _fits(one: Call, query: Query) -> bool:
    for field in Field:
        mine = [each for each in query.filters if each.field is field]
        plain = [each for each in mine if each.compare is Compare.IS and not each.negated]
        if plain and not any(_holds(one, each) for each in plain):
            return False
        if any(_holds(one, each) is each.negated for each in mine if each not in plain):
            return False
    return all(_has_words(one, word) for word in query.words)


def _has_words(one: Call, word: str) -> bool:
    wanted = fold(word).split()
    ends = range(len(one.words) - len(wanted) + 1)
    return not wanted or any(
        one.words[at : at + len(wanted) - 1] == wanted[:-1]
        and one.words[at + len(wanted) - 1].startswith(wanted[-1])
        for at in ends
    )


def _called(text: str, wanted: str) -> bool:
    folded = fold(text)
    return any(part.startswith(fold(wanted)) for part in (folded, *folded.split()))


def _compared(number: float, one: Filter) -> bool:
    value = float(one.value.replace(",", "."))
    return number < value if one.compare is Compare.BELOW else number > value


def _holds(one: Call, by: Filter) -> bool:  # noqa: C901 - one line a field
    value = by.value
    match by.field:
        case Field.REP:
            return _called(one.rep.rep_id, value) or _called(one.rep.name, value)
        case Field.OUTCOME:
            return one.outcome == value
        case Field.REASON:
            return one.reason == value
        case Field.OBJECTION:
            return any(
                objection == value or KINDS.get(objection or "") == value for objection, _, _ in one.raised
            )
        case Field.OPEN:
            return any(
                (objection == value or KINDS.get(objection or "") == value) and not settled
                for objection, _, settled in one.raised
            )
        case Field.MOOD:
            return value in one.moods
        case Field.BEGAN:
            return one.moods[:1] == [value]
        case Field.ENDED:
            return one.moods[-1:] == [value]
        case Field.SOURCE:
            return _called(one.lead.source, value)
        case Field.CAMPAIGN:
            return _called(one.lead.campaign, value)
        case Field.PLAYBOOK:
            return _called(one.playbook, value)
        case Field.LANG:
            return _called(one.lang, value)
        case Field.STAGE:
            if by.compare is Compare.IS:
                return one.stage == value
            ranks = STAGE_RANKS[one.stage], STAGE_RANKS[value]
            return ranks[0] < ranks[1] if by.compare is Compare.BELOW else ranks[0] > ranks[1]
        case Field.MUST:
            return one.missed > 0
        case Field.FROM:
            return one.started.astimezone().date() >= date.fromisoformat(value)
        case Field.TO:
            return one.started.astimezone().date() <= date.fromisoformat(value)
        case Field.DAYS:
            recent = one.started >= NOW - timedelta(days=float(value.replace(",", ".")))
            return not recent if by.compare is Compare.ABOVE else recent
        case Field.MINUTES:
            if by.compare is Compare.IS:
                return one.talk_ms // 60_000 == int(float(value.replace(",", ".")))
            return _compared(one.talk_ms / 60_000, by)
        case Field.SCORE | Field.RECORD:
            if one.score is None or one.heard is not (by.field is Field.SCORE):
                return False
            if by.compare is Compare.IS:
                return float(value) - 0.5 <= one.score < float(value) + 0.5
            return _compared(one.score, by)
        case Field.FLAGGED:
            return one.flagged is (value == "yes")
        case Field.REVIEWED:
            if value in ("heard", "record"):
                return one.score is not None and one.heard is (value == "heard")
            return (one.score is not None) is (value == "yes")
        case Field.SAMPLE:
            return one.sample is (value == "yes")


def in_order(calls: list[Call], keys: dict[object, int], sort: SortBy, *, descending: bool) -> list[Call]:
    """``calls`` as the table shows them; ``keys`` tells the key of each call's id."""

    def newest(one: Call) -> tuple[float, int]:
        return -one.started.timestamp(), -keys[one.tape.call]

    def by_value(one: Call) -> tuple[object, ...]:
        key = keys[one.tape.call]
        return {
            SortBy.STARTED: (one.started, key),
            SortBy.TALK: (one.talk_ms, key),
            SortBy.CUSTOMER: (fold(one.lead.display), key),
            SortBy.SCORE: (one.score or 0.0, key),
        }[sort]

    if sort in (SortBy.STARTED, SortBy.TALK, SortBy.CUSTOMER):
        return sorted(calls, key=by_value, reverse=descending)
    if sort is SortBy.SCORE:
        heard, record = (
            sorted(
                (one for one in calls if one.score is not None and one.heard is heard),
                key=by_value,
                reverse=descending,
            )
            for heard in (True, False)
        )
        return heard + record + sorted((one for one in calls if one.score is None), key=newest)
    places = {code: place for place, code in enumerate(OUTCOMES)}
    moods = list(Mood)

    def few(one: Call) -> tuple[object, ...]:
        return {
            SortBy.REP: (fold(one.rep.name or one.rep.rep_id),),
            SortBy.OUTCOME: (places.get(one.outcome, 99),),
            SortBy.SOURCE: (fold(one.lead.source),),
            SortBy.PLAYBOOK: (fold(one.playbook),),
            SortBy.MOOD: (moods.index(one.moods[-1]) + 1 if one.moods else 0,),
            SortBy.STAGE: (STAGE_RANKS[one.stage],),
            SortBy.MUSTS: (one.missed,),
            SortBy.OBJECTIONS: (len(one.raised),),
        }[sort]

    return sorted(sorted(calls, key=newest), key=few, reverse=descending) if not descending else [
        one for value in sorted({few(one) for one in calls}, reverse=True)
        for one in sorted((each for each in calls if few(each) == value), key=newest)
    ]  # fmt: skip
