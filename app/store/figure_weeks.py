"""Outcomes by the week that calls began in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import Row

from app.playbook.vocabulary import OUTCOMES, OutcomeGroup
from app.review.figures import Counted, Group, Tally
from app.store.figure_fitting import Fitting
from app.store.rows import from_millis, to_millis

WEEKS = 52
"""Outcomes are shown for so many weeks, the newest ones."""
_WEEK_MS = 7 * 24 * 3_600_000


def outcomes(fitting: Fitting) -> Counted:
    """Outcomes by the week that calls began in, weeks from Monday in the local zone."""
    starts = week_starts(fitting.newest)
    rows = _week_by_week(fitting, starts) if fitting.whole else _weeks_at_once(fitting, starts)
    cases: Counter[tuple[Group, int]] = Counter()
    hits: Counter[tuple[int, str, Group]] = Counter()
    for week, row in rows:
        group = fitting.group(row)
        cases[group, week] += row.n
        hits[week, tier_of(fitting.words.text(row.outcome)), group] += row.n
    found = [
        Tally(group, (starts[week][0].isoformat(), tier), cases[group, week], n)
        for (week, tier, group), n in sorted(hits.items(), key=lambda one: _in_time(*one[0]))
    ]
    return fitting.counted(found, read=sum(cases.values()))


def _weeks_at_once(fitting: Fitting, starts: Sequence[tuple[date, int]]) -> Iterator[tuple[int, Row[Any]]]:
    rows = fitting.rows(
        f"SELECT c.playbook AS playbook, c.source AS source, {_week_case(starts)} AS week, c.outcome AS outcome, "  # noqa: S608
        f"COUNT(*) AS n FROM call AS c WHERE {{where}} AND c.started >= {starts[0][1]} "
        "GROUP BY 1, 2, 3, 4 ORDER BY 3"
    )
    for row in rows:
        yield row.week, row


def _week_by_week(fitting: Fitting, starts: Sequence[tuple[date, int]]) -> Iterator[tuple[int, Row[Any]]]:
    """The same along the index by time: many small groupings take half of what one large one does."""
    for week, ((_, begin), (_, end)) in enumerate(pairwise(starts)):
        rows = fitting.rows(
            "SELECT c.playbook AS playbook, c.source AS source, c.outcome AS outcome, COUNT(*) AS n "
            "FROM call AS c WHERE {where} AND c.started >= :begin AND c.started < :end GROUP BY 1, 2, 3",
            begin=begin,
            end=end,
        )
        for row in rows:
            yield week, row


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
