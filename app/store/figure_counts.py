"""Figures that are counted over the narrow tables, each in one statement."""

from __future__ import annotations

from collections import Counter, defaultdict

from app.playbook.vocabulary import OUTCOMES, Ask, OutcomeGroup
from app.review.figures import Counted, Group, Tally, Values
from app.review.projection import STAGE_RANKS
from app.store.desk_bits import Facet
from app.store.figure_bits import BitCounts
from app.store.figure_fitting import Fitting
from app.store.kinds import MOOD_OF_NUMBER

NEWEST_TRIED = 20_000
"""Attempts are counted among so many calls, the newest ones."""
MOST_ATTEMPTS = 6
"""This attempt and all later ones stand in one row."""
_MINUTE_MS = 60_000
_HEARD = STAGE_RANKS["discovery"]
_FIRST_WORDS = {rank: code for code, rank in reversed(list(STAGE_RANKS.items()))}
"""The stage of a sale that has this rank."""


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
