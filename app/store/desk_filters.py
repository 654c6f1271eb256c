"""A search line as conditions in SQL: ``c`` is the narrow table of calls, numbers stand for words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from app.playbook.vocabulary import Mood
from app.review.projection import STAGE_RANKS
from app.review.query import Compare, Field, Filter, Query
from app.review.scoring import Basis
from app.store.bases import REVIEWED
from app.store.desk_bits import FACET_OF_COLUMN, Among, Facet
from app.store.desk_entries import tokens
from app.store.desk_words import DeskWords
from app.store.kinds import KIND_BITS, MOOD_NUMBERS
from app.store.rows import to_millis

CLOSED = "c.status = 2"
"""Written out, so that SQLite may use its partial indexes."""
MINUTE = 60_000
_NEVER = "1 = 0"
_NO_WORD = -1


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition. Where ``{}`` stands, a ``+`` keeps SQLite from using an index on ``column``.

    ``among`` says the same in bits, where bits can say it; ``word`` is the beginning of a word that the index over free
    words finds just as well.
    """

    sql: str
    column: str = ""
    among: Among | None = None
    word: str = ""

    def free(self) -> str:
        """The condition so that its index may be used."""
        return self.sql.replace("{}", "")

    def bound(self) -> str:
        """The condition so that no index is used for it."""
        return self.sql.replace("{}", "+")


@dataclass(frozen=True, slots=True)
class Filters:
    """All conditions of a search; ``texts`` are those that look beyond the narrow table.

    ``match`` is what the index over free words is asked, ``objections`` the numbers of an asked objection's ids.
    ``chosen`` are the numbers that a column must have one of.
    """

    narrow: tuple[Condition, ...] = ()
    texts: tuple[Condition, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict)
    match: str = ""
    objections: tuple[int, ...] = ()
    chosen: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @property
    def all(self) -> tuple[Condition, ...]:
        """Every condition, the cheap ones first."""
        return (*self.narrow, *self.texts)

    @property
    def in_bits(self) -> tuple[Among, ...]:
        """The conditions that bits can say."""
        return tuple(one.among for one in self.all if one.among is not None)

    @property
    def only_bits(self) -> bool:
        """Whether bits say all of it."""
        return all(one.among is not None for one in self.all)

    @property
    def by_index(self) -> str:
        """What the index over free words is asked, where bits and it say all of it; else empty."""
        known = all(one.among is not None or one.word for one in self.all)
        return self.match if known and any(one.word for one in self.all) else ""

    @property
    def impossible(self) -> bool:
        """Whether no call can fulfil them."""
        return any(one.sql == _NEVER for one in self.narrow)

    def where(self, free: str = "") -> str:
        """All conditions in one, with indexes on the column ``free`` only."""
        parts = [one.free() if one.column == free else one.bound() for one in self.all]
        return " AND ".join((CLOSED, *parts))


def read_filters(db: Connection, words: DeskWords, query: Query, now: datetime) -> Filters:
    """The conditions of ``query``.

    Plain values of one field are alternatives; what is compared (``<``, ``>``) or ruled out must hold each by itself.
    """
    reader = _Reader(words.as_of(db), now, db)
    for one in Field:
        reader.add_field(one, [each for each in query.filters if each.field is one])
    for word in query.words:
        reader.add_word(word)
    return reader.filters()


class _Reader:
    def __init__(self, words: DeskWords, now: datetime, db: Connection) -> None:
        self._words = words
        self._now = now
        self._db = db
        self._narrow: list[Condition] = []
        self._texts: list[Condition] = []
        self._params: dict[str, str] = {}
        self._match: list[str] = []
        self._objections: tuple[int, ...] = ()
        self._chosen: dict[str, frozenset[int]] = {}

    def filters(self) -> Filters:
        """All that was added."""
        match = " AND ".join(f'"{token}" *' for token in dict.fromkeys(self._match))
        return Filters(
            tuple(self._narrow), tuple(self._texts), self._params, match, self._objections, self._chosen
        )

    def add_field(self, field_of: Field, filters: list[Filter]) -> None:
        """All filters on one field."""
        basis = _RESTS_ON.get(field_of)
        if basis is not None and any(not one.negated for one in filters):
            self._add(_exactly("reviewed", REVIEWED[basis]))  # bits say it, which leaves few to look at
        plain = [one for one in filters if one.compare is Compare.IS and not one.negated]
        if plain:
            self._choose(field_of, plain)
        for one in filters:
            if one in plain:
                continue
            both = self._own_stage_apart(one)
            if both is not None:
                self._narrow += both
                continue
            made = self._condition(one)
            self._add(_not(made) if one.negated else made)

    def _choose(self, field_of: Field, plain: list[Filter]) -> None:
        column = _NUMBERED.get(field_of)
        if column is not None:
            numbers = frozenset(number for one in plain for number in self._numbers(one))
            self._chosen[column] = numbers
            self._add(_one_of(column, numbers))
            return
        made = [self._condition(one) for one in plain]
        columns = {one.column for one in made}
        sql = made[0].sql if len(made) == 1 else "(" + " OR ".join(one.sql for one in made) + ")"
        self._add(
            Condition(sql, columns.pop() if len(columns) == 1 else "", _any([one.among for one in made]))
        )
        if field_of is Field.OBJECTION and not any(one.value in KIND_BITS for one in plain):
            self._objections = tuple(number for one in plain for number in self._words.exact(one.value))

    def _add(self, made: Condition) -> None:
        if "call_objection" in made.sql:
            self._texts.append(made)
        else:
            self._narrow.append(made)

    def add_word(self, word: str) -> None:
        """Free words: each must begin a word, several between quotes follow one another."""
        parts = tokens(word)
        if not parts:
            return
        name = f"w{len(self._params)}"
        self._params[name] = "% " + " ".join(parts) + "%"
        self._match += parts
        self._texts.append(
            Condition(
                f"EXISTS (SELECT 1 FROM call_text t WHERE t.call = c.key AND t.words LIKE :{name})",  # noqa: S608
                word=parts[0] if len(parts) == 1 else "",
            )
        )

    def _condition(self, one: Filter) -> Condition:
        column = _NUMBERED.get(one.field)
        if column is not None:
            return _one_of(column, self._numbers(one))
        return _MADE[one.field](self, one)

    def _numbers(self, one: Filter) -> frozenset[int]:
        if one.field is Field.REP:
            return self._words.reps_called(one.value)
        if one.field in (Field.OUTCOME, Field.REASON):
            return frozenset(self._words.exact(one.value))
        return self._words.called(one.value)

    def _objection(self, one: Filter) -> Condition:
        still_open = one.field is Field.OPEN
        bit = KIND_BITS.get(one.value)
        if bit is not None:
            facet = Facet.KIND_OPEN if still_open else Facet.KIND
            among = Among(facet, frozenset((bit,)))
            return Condition(f"(c.{'kinds_open' if still_open else 'kinds'} & {bit}) <> 0", among=among)
        known = self._words.exact(one.value)
        if not known:
            return Condition(_NEVER)
        numbers = _listed(known)
        settled = " AND o.result <> 1" if still_open else ""
        return Condition(
            f"EXISTS (SELECT 1 FROM call_objection o WHERE o.call = c.key AND o.objection IN ({numbers}){settled})"  # noqa: S608
        )

    def _mood(self, one: Filter) -> Condition:
        bit = 1 << MOOD_NUMBERS[Mood(one.value)]
        return Condition(f"(c.moods & {bit}) <> 0", among=Among(Facet.MOOD, frozenset((bit,))))

    def _began(self, one: Filter) -> Condition:
        return _exactly("mood_start", MOOD_NUMBERS[Mood(one.value)])

    def _ended(self, one: Filter) -> Condition:
        return _exactly("mood_end", MOOD_NUMBERS[Mood(one.value)])

    def _stage(self, one: Filter) -> Condition:
        if one.compare is Compare.IS:
            numbers = frozenset(self._words.exact(one.value))
            among = Among(Facet.STAGE, numbers)
            return Condition(f"COALESCE(c.stage, 0) IN ({_listed(numbers)})", among=among)
        rank = STAGE_RANKS.get(one.value)
        if rank is None:
            sides = [f"({' AND '.join(part.bound() for part in each)})" for each in self._own_stage(one)]
            return Condition(f"({' OR '.join(sides)})" if sides else _NEVER)
        below = one.compare is Compare.BELOW
        among = Among(Facet.STAGE_RANK, high=rank - 1) if below else Among(Facet.STAGE_RANK, low=rank + 1)
        return Condition(f"{{}}c.stage_rank {one.compare} {rank}", "stage_rank", among)

    def _own_stage(self, one: Filter) -> list[tuple[Condition, Condition]]:
        """A stage of playbooks' own: in these playbooks the call came to one of these stages; several times over."""
        found = []
        for around in self._words.stages.around(self._db, one.value):
            below = one.compare is Compare.BELOW
            names = around.before if below else around.after
            numbers = frozenset(number for name in names for number in self._words.exact(name))
            stages = numbers | {0} if below else numbers  # 0: hung up before any stage
            among = Among(Facet.STAGE, stages)
            came = Condition(f"COALESCE(c.stage, 0) IN ({_listed(stages)})", among=among)
            found.append((_one_of("playbook", around.playbooks), came))
        return found

    def _own_stage_apart(self, one: Filter) -> tuple[Condition, Condition] | None:
        """As two conditions, each of which bits can say, where all playbooks with the stage have the same order."""
        compared = one.field is Field.STAGE and one.compare is not Compare.IS and not one.negated
        if not compared or one.value in STAGE_RANKS:
            return None
        found = self._own_stage(one)
        return found[0] if len(found) == 1 else None

    def _must(self, _one: Filter) -> Condition:
        return Condition("{}c.musts_missed > 0", "musts_missed", Among(Facet.MISSED, low=1))

    def _from(self, one: Filter) -> Condition:
        return Condition(f"{{}}c.started >= {_midnight(date.fromisoformat(one.value))}", "started")

    def _to(self, one: Filter) -> Condition:
        after = date.fromisoformat(one.value) + timedelta(days=1)
        return Condition(f"{{}}c.started < {_midnight(after)}", "started")

    def _days(self, one: Filter) -> Condition:
        since = to_millis(self._now - timedelta(days=min(100_000.0, _number(one.value))))
        return Condition(f"{{}}c.started {'<' if one.compare is Compare.ABOVE else '>='} {since}", "started")

    def _minutes(self, one: Filter) -> Condition:
        if one.compare is Compare.IS:
            first = int(_number(one.value)) * MINUTE
            return Condition(f"{{}}c.talk_ms BETWEEN {first} AND {first + MINUTE - 1}", "talk_ms")
        return Condition(f"{{}}c.talk_ms {one.compare} {round(_number(one.value) * MINUTE)}", "talk_ms")

    def _score(self, one: Filter) -> Condition:
        """Heard reviews have a score, those of the record only an index of their own; the two are never mixed."""
        number = _number(one.value)
        if one.compare is Compare.IS:
            held = f"c.score >= {number - 0.5} AND c.score < {number + 0.5}"
        else:
            held = f"c.score {one.compare} {number}"
        return Condition(
            f"(c.reviewed = {REVIEWED[_RESTS_ON[one.field]]} AND c.score IS NOT NULL AND {held})", "score"
        )

    def _flagged(self, one: Filter) -> Condition:
        return _exactly("flagged", int(one.value == "yes"))

    def _reviewed(self, one: Filter) -> Condition:
        if one.value == "yes":
            return Condition("{}c.reviewed > 0", "reviewed", Among(Facet.REVIEWED, low=1))
        number = 0 if one.value == "no" else REVIEWED[_BASES[one.value]]
        return Condition(
            f"{{}}c.reviewed = {number}", "reviewed", Among(Facet.REVIEWED, frozenset((number,)))
        )

    def _sample(self, one: Filter) -> Condition:
        yes = one.value == "yes"
        return Condition(
            "c.sample" if yes else "NOT c.sample", among=Among(Facet.SAMPLE, frozenset((int(yes),)))
        )


_RESTS_ON: Mapping[Field, Basis] = {Field.SCORE: Basis.HEARD, Field.RECORD: Basis.RECORD_ONLY}
_BASES: Mapping[str, Basis] = {"heard": Basis.HEARD, "record": Basis.RECORD_ONLY}
_NUMBERED: Mapping[Field, str] = {
    Field.REP: "rep",
    Field.OUTCOME: "outcome",
    Field.REASON: "reason",
    Field.SOURCE: "source",
    Field.CAMPAIGN: "campaign",
    Field.PLAYBOOK: "playbook",
    Field.LANG: "lang",
}
_MADE: Mapping[Field, Callable[[_Reader, Filter], Condition]] = {
    Field.OBJECTION: _Reader._objection,  # noqa: SLF001 - its own table
    Field.OPEN: _Reader._objection,  # noqa: SLF001
    Field.MOOD: _Reader._mood,  # noqa: SLF001
    Field.BEGAN: _Reader._began,  # noqa: SLF001
    Field.ENDED: _Reader._ended,  # noqa: SLF001
    Field.STAGE: _Reader._stage,  # noqa: SLF001
    Field.MUST: _Reader._must,  # noqa: SLF001
    Field.FROM: _Reader._from,  # noqa: SLF001
    Field.TO: _Reader._to,  # noqa: SLF001
    Field.DAYS: _Reader._days,  # noqa: SLF001
    Field.MINUTES: _Reader._minutes,  # noqa: SLF001
    Field.SCORE: _Reader._score,  # noqa: SLF001
    Field.RECORD: _Reader._score,  # noqa: SLF001
    Field.FLAGGED: _Reader._flagged,  # noqa: SLF001
    Field.REVIEWED: _Reader._reviewed,  # noqa: SLF001
    Field.SAMPLE: _Reader._sample,  # noqa: SLF001
}


def _one_of(column: str, numbers: frozenset[int]) -> Condition:
    if not numbers:
        return Condition(_NEVER)
    return Condition(
        f"COALESCE(c.{column}, 0) IN ({_listed(numbers)})"
        if column in _OPTIONAL
        else f"{{}}c.{column} IN ({_listed(numbers)})",
        column,
        Among(FACET_OF_COLUMN[column], numbers),
    )


def _exactly(column: str, value: int) -> Condition:
    return Condition(f"c.{column} = {value}", among=Among(FACET_OF_COLUMN[column], frozenset((value,))))


def _not(made: Condition) -> Condition:
    among = replace(made.among, negated=True) if made.among is not None else None
    return Condition(f"NOT ({made.sql})", among=among)


def _any(several: Sequence[Among | None]) -> Among | None:
    """All alternatives in one, where they tell of one facet."""
    known = [one for one in several if one is not None]
    facets = {one.facet for one in known}
    if len(several) == 1 and known:
        return known[0]
    if len(known) < len(several) or len(facets) > 1 or any(one.values is None for one in known):
        return None
    return Among(facets.pop(), frozenset().union(*(one.values or () for one in known)))


_OPTIONAL = frozenset({"reason", "campaign"})


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(str(number) for number in sorted(numbers)) or str(_NO_WORD)


def _number(written: str) -> float:
    return float(written.replace(",", "."))


def _midnight(day: date) -> int:
    return to_millis(datetime.combine(day, time()).astimezone())
