"""Puts figures together from what was counted: rows in their order, ranges, steadied shares, and the notes under them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import quantiles

from app.review.figure_calls import calls_of
from app.review.figures import (
    NEWER,
    OLDER,
    CodeKind,
    Counted,
    Figure,
    FigureName,
    FigureRow,
    Group,
    Note,
    NoteKind,
    Quartiles,
    Shape,
    Tally,
    Trial,
)
from app.review.intervals import Z_95, share, shrunk
from app.review.mixes import pooled, reversals
from app.review.query import Query
from app.review.wordings import compare_all

LEAST_SHOWN = 20
"""Lines shown in fewer calls than this are not called dead."""
MOST_ROWS = 240
"""More rows than this nobody reads; the groups with most cases come first."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a figure is put together. ``within``: inside groups only; ``by_name``: never in the order of shares; ``heard``:
    only calls that came to the questions."""

    shape: Shape
    kinds: tuple[CodeKind, ...]
    within: bool = False
    by_name: bool = False
    heard: bool = False


_GROUP_KINDS = (CodeKind.PLAYBOOK, CodeKind.SOURCE)
"""Each row of such a figure is a group."""
_PLANS: Mapping[FigureName, _Plan] = {
    FigureName.OUTCOMES: _Plan(Shape.STACK, (CodeKind.WEEK, CodeKind.TIER), by_name=True),
    FigureName.OUTCOME_MIX: _Plan(Shape.SHARES, (CodeKind.OUTCOME,), by_name=True),
    FigureName.FUNNEL: _Plan(Shape.SHARES, (CodeKind.STAGE,), by_name=True),
    FigureName.OBJECTIONS: _Plan(Shape.SHARES, (CodeKind.OBJECTION,), within=True),
    FigureName.HANDLERS: _Plan(Shape.SHARES, (CodeKind.OBJECTION, CodeKind.RESPONSE), within=True),
    FigureName.WORDINGS: _Plan(Shape.SHARES, (CodeKind.LINE, CodeKind.WORDING), within=True, by_name=True),
    FigureName.HANDLED_BY: _Plan(Shape.SHARES, (CodeKind.OBJECTION, CodeKind.REP), within=True, by_name=True),
    FigureName.MUSTS: _Plan(Shape.SHARES, _GROUP_KINDS, by_name=True, heard=True),
    FigureName.STAGE_TIME: _Plan(Shape.SPREAD, (CodeKind.STAGE,), by_name=True),
    FigureName.MOODS: _Plan(Shape.MATRIX, (CodeKind.MOOD_START, CodeKind.MOOD_END), by_name=True),
    FigureName.NEXT_STEPS: _Plan(Shape.SHARES, (CodeKind.OUTCOME,), by_name=True),
    FigureName.DEAD_LINES: _Plan(Shape.SHARES, (CodeKind.LINE,), within=True),
    FigureName.FIRST_ATTEMPT: _Plan(Shape.SPREAD, _GROUP_KINDS, by_name=True),
    FigureName.ATTEMPTS: _Plan(Shape.SHARES, (CodeKind.ATTEMPT,), by_name=True),
}


def figure(name: FigureName, counted: Counted, query: Query) -> Figure:
    """Puts a figure together from what was counted for the calls of ``query``."""
    plan = _PLANS[name]
    made = Figure(name, plan.shape, plan.kinds, calls=counted.calls)
    if plan.shape is Shape.SPREAD:
        rows = _spread_rows(plan, counted, query)
    elif name is FigureName.WORDINGS:
        rows = _trial_rows(plan, counted, query)
    elif plan.within:
        rows = _rows_within(name, plan, counted, query)
    else:
        rows = _pooled_rows(plan, counted, query)
    notes = tuple(_notes(plan, counted, len(rows)))
    if any(not row.exact for row in rows):
        notes = (*notes, Note(NoteKind.WIDER))
    if name is FigureName.ATTEMPTS:
        notes = (*_per_contact(counted), *notes)
    return replace(made, rows=tuple(rows[:MOST_ROWS]), notes=notes)


# --- rows ---


def _pooled_rows(plan: _Plan, counted: Counted, query: Query) -> list[FigureRow]:
    cells = pooled(_completed(plan, counted.tallies))
    return [
        _row(plan, codes, n, hits, None, query)
        for codes, (n, hits) in cells.items()
        if n and (hits or plan.shape is Shape.SHARES)
    ]


def _completed(plan: _Plan, tallies: Sequence[Tally]) -> tuple[Tally, ...]:
    """Where the last code divides all cases of the first (weeks, moods), a group without hits has its cases all the same."""
    if plan.shape not in (Shape.STACK, Shape.MATRIX):
        return tuple(tallies)
    rests: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
    cases: dict[tuple[Group, str], int] = {}
    known: set[tuple[Group, tuple[str, ...]]] = set()
    for one in tallies:
        rests[one.codes[0]][one.codes] = None
        cases[one.group, one.codes[0]] = one.n
        known.add((one.group, one.codes))
    missing = (
        Tally(group, codes, n, 0)
        for (group, first), n in cases.items()
        for codes in rests[first]
        if (group, codes) not in known
    )
    return (*tallies, *missing)


def _rows_within(name: FigureName, plan: _Plan, counted: Counted, query: Query) -> list[FigureRow]:
    by_group: dict[Group, list[Tally]] = defaultdict(list)
    for one in counted.tallies:
        if one.n and (name is not FigureName.DEAD_LINES or one.n >= LEAST_SHOWN):
            by_group[one.group].append(one)
    rows: list[FigureRow] = []
    for group in sorted(by_group, key=lambda each: (-sum(one.n for one in by_group[each]), each)):
        rows += _rows_of_group(name, plan, group, by_group[group], query)
    return rows


def _rows_of_group(
    name: FigureName, plan: _Plan, group: Group, tallies: Sequence[Tally], query: Query
) -> list[FigureRow]:
    cells = pooled(tallies)
    steadied: dict[tuple[str, ...], float] = {}
    for family in _families(name, cells):
        drawn = shrunk({repr(codes): share(cells[codes][1], cells[codes][0]) for codes in family})
        steadied |= {codes: drawn[repr(codes)] for codes in family}
    rows = [
        replace(_row(plan, codes, n, hits, group, query), steadied=steadied[codes])
        for codes, (n, hits) in cells.items()
    ]
    if plan.by_name:
        return sorted(rows, key=lambda row: row.codes)
    if name is FigureName.DEAD_LINES:
        return sorted(rows, key=lambda row: (-(row.share.low if row.share else 0), row.codes))
    return sorted(
        rows, key=lambda row: (-_family_size(name, cells, row.codes), row.codes[:1], -row.n, row.codes)
    )


def _families(
    name: FigureName, cells: Mapping[tuple[str, ...], tuple[int, int]]
) -> Iterable[list[tuple[str, ...]]]:
    """Rows that are steadied together: handlers of one objection, reps with one objection, else the whole group."""
    if name not in (FigureName.HANDLERS, FigureName.HANDLED_BY):
        return [list(cells)]
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for codes in cells:
        found[codes[0]].append(codes)
    return found.values()


def _family_size(
    name: FigureName, cells: Mapping[tuple[str, ...], tuple[int, int]], codes: tuple[str, ...]
) -> int:
    if name is FigureName.OBJECTIONS:
        return cells[codes][0]
    return sum(n for each, (n, _) in cells.items() if each[:1] == codes[:1])


def _trial_rows(plan: _Plan, counted: Counted, query: Query) -> list[FigureRow]:
    """Wordings under test; the further ones carry the test against the first, valid however often one looks.

    Where there are more than two, it is corrected for all their pairs.
    """
    tried: dict[tuple[Group, tuple[str, ...]], list[Trial]] = defaultdict(list)
    for one in counted.trials:
        tried[one.group, one.codes].append(one)
    rows: list[FigureRow] = []
    for group, codes in sorted(tried, key=lambda key: (-len(tried[key]), key)):
        trials = tried[group, codes]
        places = sorted({0, *(one.wording for one in trials)})
        tests = compare_all([(one.wording, one.did_well) for one in trials], places)
        against_first = {one.places[1]: one for one in tests if one.places[0] == 0}
        for wording in sorted({one.wording for one in trials}):
            mine = [one for one in trials if one.wording == wording]
            row = _row(
                plan, (*codes, str(wording)), len(mine), sum(one.did_well for one in mine), group, query
            )
            rows.append(replace(row, test=against_first.get(wording)))
    return rows


def _spread_rows(plan: _Plan, counted: Counted, query: Query) -> list[FigureRow]:
    found: dict[tuple[str, ...], list[float]] = {}
    for one in counted.values:
        found.setdefault(one.codes, []).extend(one.values)
    rows = []
    for codes, values in found.items():
        if values:
            row = _row(plan, codes, len(values), 0, None, query)
            middle = quartiles(values)
            rows.append(replace(row, share=None, quartiles=middle, exact=False))
    return rows


def _row(
    plan: _Plan, codes: tuple[str, ...], n: int, hits: int, group: Group | None, query: Query
) -> FigureRow:
    calls, exact = calls_of(plan.kinds, codes, group, query, heard=plan.heard)
    return FigureRow(codes, n, hits, share(hits, n), group=group, calls=calls, exact=exact)


def quartiles(values: Sequence[float]) -> Quartiles:
    """The quartiles (inclusive method), and the range of the median from order statistics.

    95 % by the normal approximation to the binomial (David and Nagaraja 2003, Order Statistics, section 7.1); all values
    where they are too few for it.
    """
    ordered = sorted(values)
    n = len(ordered)
    reach = Z_95 * math.sqrt(n)
    first, last = math.floor((n - reach) / 2) - 1, math.ceil((n + reach) / 2)
    likely = ordered[max(0, first)], ordered[min(n - 1, last)]
    if n == 1:
        return Quartiles(ordered[0], ordered[0], ordered[0], likely)
    low, median, high = quantiles(ordered, n=4, method="inclusive")
    return Quartiles(low, median, high, likely)


def _per_contact(counted: Counted) -> tuple[Note, ...]:
    tries, reached = sum(one.n for one in counted.tallies), sum(one.hits for one in counted.tallies)
    if not reached:
        return ()
    return (Note(NoteKind.PER_CONTACT, (f"{tries / reached:.1f}", str(tries), str(reached))),)


def _notes(plan: _Plan, counted: Counted, rows: int) -> Iterable[Note]:
    groups = {one.group for one in counted.tallies} | {one.group for one in counted.values}
    groups |= {one.group for one in counted.trials}
    if counted.sample:
        yield Note(NoteKind.SAMPLE)
    if len(groups) > 1:
        kind = NoteKind.WITHIN if plan.within else NoteKind.MIXED
        kind = NoteKind.APART if plan.kinds == _GROUP_KINDS else kind
        playbooks, sources = {one.playbook for one in groups}, {one.source for one in groups}
        yield Note(kind, (str(len(playbooks)), str(len(sources))))
        if CodeKind.REP not in plan.kinds:
            for one in reversals(_compared(plan, counted.tallies), same=_same(plan))[:3]:
                yield Note(NoteKind.REVERSED, ("\t".join(one.first), "\t".join(one.second), str(one.groups)))
    if plan.within and counted.tallies:
        yield Note(NoteKind.SHRUNK)
    if counted.read < counted.calls:
        yield Note(NoteKind.NEWEST, (str(counted.read), str(counted.calls)))
    if counted.left_out:
        yield Note(NoteKind.LEFT_OUT, (str(counted.left_out),))
    if rows > MOST_ROWS:
        yield Note(NoteKind.CUT, (str(MOST_ROWS), str(rows)))


def _compared(plan: _Plan, tallies: Sequence[Tally]) -> tuple[Tally, ...]:
    """What readers will compare: rows, but of weeks the older half with the newer one, for single weeks are few calls."""
    whole = _completed(plan, tallies)
    if plan.shape is not Shape.STACK:
        return whole
    weeks = sorted({one.codes[0] for one in whole})
    newer = set(weeks[len(weeks) // 2 :])
    return tuple(
        replace(one, codes=(NEWER if one.codes[0] in newer else OLDER, *one.codes[1:])) for one in whole
    )


def _same(plan: _Plan) -> Callable[[tuple[str, ...]], object]:
    """What two rows must share to be compared: weeks and moods their last code, handlers and reps their objection."""

    def last(codes: tuple[str, ...]) -> object:
        return codes[1:]

    def first(codes: tuple[str, ...]) -> object:
        return codes[:-1]

    return last if plan.shape in (Shape.STACK, Shape.MATRIX) else first
