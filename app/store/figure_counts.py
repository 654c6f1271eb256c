"""Figures that are counted over the narrow tables, each in one statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Row, text

from app.call.events import How, Result
from app.playbook.vocabulary import OUTCOMES, Ask, OutcomeGroup
from app.review.figures import Counted, Group, Tally, Trial, Values
from app.review.projection import STAGE_RANKS
from app.store.desk_bits import Facet
from app.store.desk_words import DeskWords
from app.store.figure_bits import BitCounts
from app.store.kinds import HOW_NUMBERS, MOOD_OF_NUMBER, RESULT_NUMBERS
from app.store.rows import from_millis, to_millis

WEEKS = 52
"""Outcomes are shown for so many weeks, the newest ones."""
NEWEST_TRIED = 20_000
"""Attempts are counted among so many calls, the newest ones."""
NEWEST_TRIALS = 50_000
"""Wordings are compared in so many tries, the newest ones."""
MOST_ATTEMPTS = 6
"""This attempt and all later ones stand in one row."""
_WEEK_MS = 7 * 24 * 3_600_000
_MINUTE_MS = 60_000
_HEARD = STAGE_RANKS["discovery"]
_SETTLED = RESULT_NUMBERS[Result.SETTLED]
_REOPENED = HOW_NUMBERS[How.REOPENED]
_FIRST_WORDS = {rank: code for code, rank in reversed(list(STAGE_RANKS.items()))}
"""The stage of a sale that has this rank."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """The calls that a figure is about: a condition on the table of calls as ``c``, and how many they are.

    ``bits`` are the same calls where bits say all of it; ``whole`` tells that they are all closed calls there are.
    """

    db: Connection
    words: DeskWords
    where: str
    params: Mapping[str, Any]
    calls: int
    newest: int
    sample: bool = False
    bits: BitCounts | None = None
    whole: bool = False

    def rows(self, statement: str, **more: Any) -> Sequence[Row[Any]]:
        """The rows of a statement in which ``{where}`` stands for the condition."""
        asked = statement.replace("{where}", self.where)
        return self.db.execute(text(asked), {**self.params, **more}).all()

    def group(self, row: Row[Any]) -> Group:
        """The group that a row's columns ``playbook`` and ``source`` name."""
        return Group(self.words.text(row.playbook), self.words.text(row.source))

    def groups(self, bits: BitCounts) -> list[tuple[Group, int]]:
        """Every group with the bits of its calls."""
        return [
            (Group(self.words.text(playbook), self.words.text(source)), these)
            for playbook, source, these in bits.groups()
        ]

    def counted(self, tallies: Iterator[Tally] | Sequence[Tally], read: int | None = None) -> Counted:
        """``tallies`` as the answer; ``read`` calls were read for it, all unless said."""
        return Counted(self.calls, self.calls if read is None else read, tuple(tallies), sample=self.sample)


# --- outcomes by week ---


def outcomes(fitting: Fitting) -> Counted:
    """Outcomes by the week that calls began in, weeks from Monday in the local zone."""
    starts = week_starts(fitting.newest)
    case = _week_case(starts)
    rows = fitting.rows(
        f"SELECT c.playbook AS playbook, c.source AS source, {case} AS week, c.outcome AS outcome, "  # noqa: S608
        f"COUNT(*) AS n FROM call AS c WHERE {{where}} AND c.started >= {starts[0][1]} "
        "GROUP BY 1, 2, 3, 4 ORDER BY 3"
    )
    cases: Counter[tuple[Group, int]] = Counter()
    hits: Counter[tuple[int, str, Group]] = Counter()
    for row in rows:
        group = fitting.group(row)
        cases[group, row.week] += row.n
        hits[row.week, tier_of(fitting.words.text(row.outcome)), group] += row.n
    found = [
        Tally(group, (starts[week][0].isoformat(), tier), cases[group, week], n)
        for (week, tier, group), n in sorted(hits.items(), key=lambda one: _in_time(*one[0]))
    ]
    return fitting.counted(found, read=sum(cases.values()))


def outcome_mix(fitting: Fitting) -> Counted:
    """Each outcome among all calls."""
    calls: Counter[Group] = Counter()
    hits: Counter[tuple[str, Group]] = Counter()
    if fitting.bits is not None:
        ended = fitting.bits.of(Facet.OUTCOME)
        for group, these in fitting.groups(fitting.bits):
            calls[group] += these.bit_count()
            for outcome, so_ended in ended.items():
                if n := (these & so_ended).bit_count():
                    hits[fitting.words.text(outcome), group] += n
        return _mix(fitting, calls, hits)
    rows = fitting.rows(
        "SELECT c.playbook AS playbook, c.source AS source, c.outcome AS outcome, COUNT(*) AS n "
        "FROM call AS c WHERE {where} GROUP BY 1, 2, 3"
    )
    for row in rows:
        calls[fitting.group(row)] += row.n
        hits[fitting.words.text(row.outcome), fitting.group(row)] += row.n
    return _mix(fitting, calls, hits)


def _mix(fitting: Fitting, calls: Counter[Group], hits: Counter[tuple[str, Group]]) -> Counted:
    codes = sorted({code for code, _ in hits}, key=lambda code: (_outcome_place(code), code))
    return fitting.counted(
        [Tally(group, (code,), calls[group], hits[code, group]) for code in codes for group in sorted(calls)]
    )


def tier_of(outcome: str) -> str:
    """The tier of an outcome; one of a playbook's own has none."""
    word = OUTCOMES.get(outcome)
    return str(word.group) if word is not None else ""


def _in_time(week: int, tier: str, group: Group) -> tuple[int, int, Group]:
    tiers = [str(one) for one in OutcomeGroup]
    return week, tiers.index(tier) if tier in tiers else len(tiers), group


def week_starts(newest: int) -> list[tuple[date, int]]:
    """The Mondays of the last weeks up to the moment ``newest``, each with its midnight, and the one after them."""
    last = from_millis(newest).astimezone().date()
    monday = last - timedelta(days=last.weekday()) - timedelta(weeks=WEEKS - 1)
    days = [monday + timedelta(weeks=number) for number in range(WEEKS + 1)]
    return [(day, to_millis(datetime.combine(day, time()).astimezone())) for day in days]


def _week_case(starts: Sequence[tuple[date, int]]) -> str:
    """SQL for the place of the week: whole weeks are divided out, one with a clock change stands for itself."""
    moments = [moment for _, moment in starts]
    parts: list[str] = []
    begin = 0
    for place in range(1, len(moments)):
        even = moments[place] - moments[place - 1] == _WEEK_MS
        if place < len(moments) - 1 and even and moments[place + 1] - moments[place] == _WEEK_MS:
            continue
        divided = f"(c.started - {moments[begin]}) / {_WEEK_MS}"
        if not even and begin == place - 1:
            divided = "0"
        parts.append(f"WHEN c.started < {moments[place]} THEN {begin} + {divided}")
        begin = place
    return f"CASE {' '.join(parts)} ELSE {len(moments) - 2} END"


def _outcome_place(code: str) -> int:
    return list(OUTCOMES).index(code) if code in OUTCOMES else len(OUTCOMES)


# --- how far calls come ---


def funnel(fitting: Fitting) -> Counted:
    """Calls that reached each stage or a later one, among all calls."""
    calls: Counter[Group] = Counter()
    reached: Counter[tuple[Group, int]] = Counter()
    names: dict[int, Counter[str]] = defaultdict(Counter)
    if fitting.bits is not None:
        _reach(fitting, fitting.bits, calls, reached, names)
        return _funnel(fitting, calls, reached, names)
    rows = fitting.rows(
        "SELECT c.playbook AS playbook, c.source AS source, c.stage AS stage, c.stage_rank AS rank, COUNT(*) AS n "
        "FROM call AS c WHERE {where} GROUP BY 1, 2, 3, 4"
    )
    for row in rows:
        group = fitting.group(row)
        calls[group] += row.n
        for rank in _FIRST_WORDS:
            reached[group, rank] += row.n * (row.rank >= rank)
        if row.stage and STAGE_RANKS.get(fitting.words.text(row.stage)) == row.rank:
            names[row.rank][fitting.words.text(row.stage)] += row.n
    return _funnel(fitting, calls, reached, names)


def _reach(
    fitting: Fitting,
    bits: BitCounts,
    calls: Counter[Group],
    reached: Counter[tuple[Group, int]],
    names: dict[int, Counter[str]],
) -> None:
    """Counts by bits what ``funnel`` counts by rows."""
    ranked = bits.of(Facet.STAGE_RANK)
    for group, these in fitting.groups(bits):
        calls[group] += these.bit_count()
        for at, there in ranked.items():
            if n := (these & there).bit_count():
                for rank in _FIRST_WORDS:
                    reached[group, rank] += n * (at >= rank)
    for stage, there in bits.of(Facet.STAGE).items():
        word = fitting.words.text(stage) if stage else ""
        own_rank = STAGE_RANKS.get(word)
        if own_rank is not None and (n := (there & ranked.get(own_rank, 0)).bit_count()):
            names[own_rank][word] += n


def _funnel(
    fitting: Fitting,
    calls: Counter[Group],
    reached: Counter[tuple[Group, int]],
    names: dict[int, Counter[str]],
) -> Counted:
    ranks = [rank for rank, code in sorted(_FIRST_WORDS.items()) if code not in ("prep", "wrap_up")]
    last = max((rank for rank in ranks for group in calls if reached[group, rank]), default=0)
    found = [
        Tally(group, (_stage_name(rank, names[rank]),), calls[group], reached[group, rank])
        for rank in ranks
        if rank <= last
        for group in sorted(calls)
    ]
    return fitting.counted(found)


def _stage_name(rank: int, names: Counter[str]) -> str:
    return names.most_common(1)[0][0] if names else _FIRST_WORDS[rank]


def musts(fitting: Fitting) -> Counted:
    """Calls in which every question that must be asked was, among those that came to the questions."""
    rows = fitting.rows(
        "SELECT c.playbook AS playbook, c.source AS source, COUNT(*) AS n, "  # noqa: S608
        "SUM(CASE WHEN c.musts_missed = 0 THEN 1 ELSE 0 END) AS hits FROM call AS c "
        f"WHERE {{where}} AND c.stage_rank >= {_HEARD} AND c.musts_asked + c.musts_missed > 0 GROUP BY 1, 2"
    )
    found = [
        Tally(one, (one.playbook, one.source), row.n, row.hits)
        for row in rows
        for one in (fitting.group(row),)
    ]
    return fitting.counted(sorted(found, key=lambda one: one.group))


def moods(fitting: Fitting) -> Counted:
    """From which mood to which, in calls in which one was tapped."""
    if fitting.bits is not None:
        rows = _moods_by_bits(fitting, fitting.bits)
    else:
        rows = [
            (fitting.group(row), row.came, row.went, row.n)
            for row in fitting.rows(
                "SELECT c.playbook AS playbook, c.source AS source, c.mood_start AS came, c.mood_end AS went, "
                "COUNT(*) AS n FROM call AS c WHERE {where} AND c.mood_start > 0 GROUP BY 1, 2, 3, 4 ORDER BY 3, 4"
            )
        ]
    cases: Counter[tuple[Group, int]] = Counter()
    for group, came, _, n in rows:
        cases[group, came] += n
    return fitting.counted(
        [
            Tally(
                group, (str(MOOD_OF_NUMBER[came]), str(MOOD_OF_NUMBER.get(went, ""))), cases[group, came], n
            )
            for group, came, went, n in rows
            if came in MOOD_OF_NUMBER
        ]
    )


def _moods_by_bits(fitting: Fitting, bits: BitCounts) -> list[tuple[Group, int, int, int]]:
    """Group, mood at the start and at the end, and how many calls, as bits say it."""
    groups = fitting.groups(bits)
    ends = bits.of(Facet.MOOD_END)
    pairs = (
        (came, went, both)
        for came, began in bits.of(Facet.MOOD_START).items()
        if came > 0
        for went, ended in ends.items()
        if (both := began & ended)
    )
    return [
        (group, came, went, n)
        for came, went, both in pairs
        for group, these in groups
        if (n := (both & these).bit_count())
    ]


def next_steps(fitting: Fitting) -> Counted:
    """Calls with a dated next step, among those whose outcome leaves the matter open and asks for a date."""
    numbers = [
        number
        for code, word in OUTCOMES.items()
        if word.group is OutcomeGroup.OPEN and Ask.WHEN in word.requires
        for number in fitting.words.exact(code)
    ]
    if not numbers:
        return fitting.counted(())
    listed = ", ".join(map(str, numbers))
    rows = fitting.rows(
        "SELECT c.playbook AS playbook, c.source AS source, c.outcome AS outcome, COUNT(*) AS n, "  # noqa: S608
        "SUM(CASE WHEN EXISTS (SELECT 1 FROM follow_up f WHERE f.call = c.key) THEN 1 ELSE 0 END) AS hits "
        f"FROM call AS c WHERE {{where}} AND c.outcome IN ({listed}) GROUP BY 1, 2, 3"
    )
    found = [Tally(fitting.group(row), (fitting.words.text(row.outcome),), row.n, row.hits) for row in rows]
    return fitting.counted(sorted(found, key=lambda one: (_outcome_place(one.codes[0]), one.group)))


# --- objections ---

_OBJECTIONS = (  # the parts that are put in are our own
    "SELECT c.playbook AS playbook, c.source AS source, {columns}, COUNT(*) AS n, "  # noqa: S608
    f"SUM(CASE WHEN o.result = {_SETTLED} THEN 1 ELSE 0 END) AS hits "
    "FROM call AS c JOIN call_objection AS o ON o.call = c.key "
    f"WHERE {{where}} AND o.how <> {_REOPENED} {{only}} GROUP BY 1, 2, {{places}}"
)
"""A reopened objection was met once; its result speaks for the first raising."""


_OF_ALL_CALLS = (
    "SELECT o.playbook AS playbook, o.source AS source, {columns}, COUNT(*) AS n, "  # noqa: S608
    f"SUM(CASE WHEN o.result = {_SETTLED} THEN 1 ELSE 0 END) AS hits "
    f"FROM call_objection AS o WHERE o.how <> {_REOPENED} {{only}} GROUP BY 1, 2, {{places}}"
)
"""The same for all closed calls, whose objections are all there are; they know their playbook and source themselves."""


def _objection_rows(fitting: Fitting, columns: str, places: str, only: str = "") -> Sequence[Row[Any]]:
    written = _OF_ALL_CALLS if fitting.whole and "c." not in columns else _OBJECTIONS
    asked = written.replace("{columns}", columns).replace("{places}", places).replace("{only}", only)
    return fitting.rows(asked)


def objections(fitting: Fitting) -> Counted:
    """Objections met and settled, by kind."""
    rows = _objection_rows(fitting, "COALESCE(o.kind, 0) AS kind", "3")
    return fitting.counted(
        [Tally(fitting.group(row), (fitting.words.text(row.kind),), row.n, row.hits) for row in rows]
    )


def handlers(fitting: Fitting) -> Counted:
    """Objections met and settled, by the last response shown."""
    rows = _objection_rows(
        fitting,
        "COALESCE(o.objection, 0) AS objection, o.response AS response",
        "3, 4",
        "AND o.response IS NOT NULL",
    )
    words = fitting.words
    return fitting.counted(
        [
            Tally(fitting.group(row), (words.text(row.objection), words.text(row.response)), row.n, row.hits)
            for row in rows
            if words.text(row.response)
        ]
    )


def handled_by(fitting: Fitting) -> Counted:
    """Objections met and settled, by kind and rep."""
    rows = _objection_rows(fitting, "COALESCE(o.kind, 0) AS kind, c.rep AS rep", "3, 4")
    found = []
    for row in rows:
        login, name = fitting.words.rep(row.rep)
        found.append(
            Tally(fitting.group(row), (fitting.words.text(row.kind), name or login), row.n, row.hits)
        )
    return fitting.counted(found)


def wordings(fitting: Fitting) -> Counted:
    """Tries of wordings under test, of the newest text only: others are not the same wordings."""
    rows = fitting.rows(
        "SELECT c.playbook AS playbook, c.source AS source, t.name AS name, t.lang AS lang, c.revision AS revision, "
        "t.wording AS wording, t.did_well AS did_well, t.at AS at FROM wording_trial AS t "
        "JOIN call AS c ON c.key = t.call WHERE {where} ORDER BY t.at DESC, t.call DESC LIMIT :most",
        most=NEWEST_TRIALS,
    )
    newest: dict[tuple[int, int, int], int] = {}
    trials = []
    for row in rows:
        revision = newest.setdefault((row.playbook, row.name, row.lang), row.revision)
        if revision == row.revision:
            code = f"{fitting.words.text(row.name)} ({fitting.words.text(row.lang)})"
            trials.append(Trial(fitting.group(row), (code,), row.wording, bool(row.did_well)))
    return Counted(
        fitting.calls,
        fitting.calls,
        trials=tuple(reversed(trials)),
        left_out=len(rows) - len(trials),
        sample=fitting.sample,
    )


# --- leads ---

_EARLIER = (
    "SELECT {what} FROM call AS e {join} WHERE e.lead = c.lead AND e.status = 2 "
    "AND (e.started < c.started OR (e.started = c.started AND e.key < c.key)) {only}"
)


def first_attempts(fitting: Fitting) -> Counted:
    """Minutes from the coming of a lead to the first call to it."""
    earlier = _EARLIER.format(what="1", join="", only="")
    rows = fitting.rows(
        "SELECT c.playbook AS playbook, c.source AS source, c.started - l.created AS waited "  # noqa: S608
        "FROM call AS c JOIN lead AS l ON l.key = c.lead "
        f"WHERE {{where}} AND NOT EXISTS ({earlier}) ORDER BY c.started DESC LIMIT :most",
        most=NEWEST_TRIED,
    )
    found: dict[Group, list[float]] = defaultdict(list)
    for row in rows:
        if row.waited >= 0:
            found[fitting.group(row)].append(row.waited / _MINUTE_MS)
    kept = sum(map(len, found.values()))
    return Counted(
        fitting.calls,
        fitting.calls if len(rows) < NEWEST_TRIED else NEWEST_TRIED,
        values=tuple(
            Values(group, (group.playbook, group.source), tuple(found[group])) for group in sorted(found)
        ),
        left_out=len(rows) - kept,
        sample=fitting.sample,
    )


def attempts(fitting: Fitting) -> Counted:
    """Of the first, second ... attempts at leads not reached before, how many reached them."""
    reached = [
        number for code, word in OUTCOMES.items() if word.reach for number in fitting.words.exact(code)
    ]
    listed = ", ".join(map(str, reached)) or "-1"
    place = _EARLIER.format(what="COUNT(*)", join="", only="")
    before = _EARLIER.format(what="1", join="", only=f"AND e.outcome IN ({listed})")
    rows = fitting.rows(
        f"SELECT playbook, source, place, COUNT(*) AS n, SUM(hit) AS hits FROM ("  # noqa: S608
        f"SELECT c.playbook AS playbook, c.source AS source, ({place}) AS place, "
        f"CASE WHEN c.outcome IN ({listed}) THEN 1 ELSE 0 END AS hit FROM call AS c "
        f"WHERE {{where}} AND c.lead IS NOT NULL AND NOT EXISTS ({before}) "
        "ORDER BY c.started DESC LIMIT :most) AS tried GROUP BY 1, 2, 3 ORDER BY 3",
        most=NEWEST_TRIED,
    )
    cells: dict[tuple[int, Group], tuple[int, int]] = {}
    for row in rows:
        key = min(row.place + 1, MOST_ATTEMPTS), fitting.group(row)
        n, hits = cells.get(key, (0, 0))
        cells[key] = n + row.n, hits + row.hits
    tallies = [Tally(group, (str(place),), n, hits) for (place, group), (n, hits) in sorted(cells.items())]
    tried = sum(one.n for one in tallies)
    return fitting.counted(tallies, read=fitting.calls if tried < NEWEST_TRIED else NEWEST_TRIED)
