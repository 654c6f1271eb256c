"""From a row of a figure back to its calls: the search line that finds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from app.playbook.vocabulary import OUTCOMES
from app.review.figures import CodeKind, Group
from app.review.projection import STAGE_RANKS
from app.review.query import Compare, Field, Filter, Query


def calls_of(
    kinds: tuple[CodeKind, ...],
    codes: tuple[str, ...],
    group: Group | None,
    query: Query,
    *,
    heard: bool = False,
) -> tuple[Query, bool]:
    """The search for a row's calls, and whether it finds them alone; ``heard``: those that came to the questions."""
    asked = query if group is None else narrowed(query, *_group_filters(group))
    exact = group is None or bool(group.source)
    if heard:
        asked = narrowed(asked, *_reached("discovery"))
    for kind, code in zip(kinds, codes, strict=True):
        filters = _FILTERS[kind](code)
        asked = narrowed(asked, *filters)
        exact = exact and bool(filters)
    return asked, exact


def _group_filters(group: Group) -> tuple[Filter, ...]:
    source = (Filter(Field.SOURCE, group.source),) if group.source else ()
    return (Filter(Field.PLAYBOOK, group.playbook), *source)


def _no_filter(_: str) -> tuple[Filter, ...]:
    return ()


def _named(one: Field) -> Callable[[str], tuple[Filter, ...]]:
    def filters(code: str) -> tuple[Filter, ...]:
        return (Filter(one, code),) if code else ()

    return filters


def _week(code: str) -> tuple[Filter, ...]:
    first = date.fromisoformat(code)
    return Filter(Field.FROM, code), Filter(Field.TO, (first + timedelta(days=6)).isoformat())


def _of_tier(code: str) -> tuple[Filter, ...]:
    return tuple(Filter(Field.OUTCOME, one) for one, word in OUTCOMES.items() if word.group == code)


def _reached(code: str) -> tuple[Filter, ...]:
    if code not in STAGE_RANKS:
        return (Filter(Field.STAGE, code),)
    return (Filter(Field.STAGE, code, Compare.BELOW, negated=True),)


_FILTERS: Mapping[CodeKind, Callable[[str], tuple[Filter, ...]]] = {
    CodeKind.WEEK: _week,
    CodeKind.TIER: _of_tier,
    CodeKind.OUTCOME: _named(Field.OUTCOME),
    CodeKind.STAGE: _reached,
    CodeKind.OBJECTION: _named(Field.OBJECTION),
    CodeKind.RESPONSE: _no_filter,
    CodeKind.WORDING: _no_filter,
    CodeKind.REP: _named(Field.REP),
    CodeKind.PLAYBOOK: _named(Field.PLAYBOOK),
    CodeKind.SOURCE: _named(Field.SOURCE),
    CodeKind.MOOD_START: _named(Field.BEGAN),
    CodeKind.MOOD_END: _named(Field.ENDED),
    CodeKind.LINE: _no_filter,
    CodeKind.ATTEMPT: _no_filter,
}


def narrowed(query: Query, *filters: Filter) -> Query:
    """``query`` with ``filters`` too.

    Plain filters on one field are alternatives: new ones stand in place of those that were there, or with them where
    both allow the same; days never grow.
    """
    kept = list(query.filters)
    for field in dict.fromkeys(one.field for one in filters if _plain(one)):
        wanted = [_tighter(one, query) for one in filters if one.field is field and _plain(one)]
        before = [one for one in kept if one.field is field and _plain(one)]
        kept = [one for one in kept if one not in before]
        kept += [one for one in wanted if one in before] or wanted
    kept += [one for one in filters if not _plain(one) and one not in kept]
    return replace(query, filters=tuple(kept), mistakes=())


def _tighter(one: Filter, query: Query) -> Filter:
    """``one``, or the day that ``query`` has instead when that lets fewer days in."""
    days = query.values(one.field) if one.field in (Field.FROM, Field.TO) else ()
    if len(days) != 1:
        return one
    pick = max if one.field is Field.FROM else min
    return replace(one, value=pick(one.value, days[0]))


def _plain(one: Filter) -> bool:
    return one.compare is Compare.IS and not one.negated
