"""The objection board's order: the author's, blended with what was recorded."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.call.likely import LEAST_TO_SHOW, AuthorOrder, MetCount, RecordedOrder
from app.call.scope import CallScope
from app.playbook.model import Objection, Playbook
from tests.builders import begin, mill_playbook

STAGE = "discovery"
IDS = tuple(f"o{place:02}" for place in range(20))


def board_playbook() -> Playbook:
    """Twenty objections, of which the author names the first ten as likely in discovery."""
    objections = tuple(
        Objection(one, "price", one, likely=(STAGE,) if place < 10 else ()) for place, one in enumerate(IDS)
    )
    return replace(mill_playbook(), objections=objections)


def scope(playbook: Playbook) -> CallScope:
    call = begin(playbook)
    call.go_stage(1)
    return CallScope.at(playbook, call.state)


counts = st.lists(
    st.builds(
        MetCount,
        st.sampled_from((STAGE, "close")),
        st.sampled_from(("Web", "Fair")),
        st.sampled_from(("reserved", "angry")),
        st.sampled_from((*IDS, "gone")),
        st.integers(0, 500),
    ),
    max_size=30,
)


@given(counts)
def test_every_objection_stands_on_the_board_once_and_shares_sum_to_one(met: list[MetCount]) -> None:
    playbook = board_playbook()
    order = RecordedOrder(met)
    rows = order.order(playbook, scope(playbook))
    assert sorted(row.id for row in rows) == sorted(IDS)
    assert sum(order.shares(playbook, STAGE, "Web", "reserved").values()) == pytest.approx(1)


def test_with_nothing_recorded_the_order_is_the_authors_and_no_figure_shows() -> None:
    playbook = board_playbook()
    rows = RecordedOrder([]).order(playbook, scope(playbook))
    assert [row.id for row in rows] == [row.id for row in AuthorOrder().order(playbook, scope(playbook))]
    assert {row.share for row in rows} == {None}


def test_a_few_records_do_not_overturn_the_author_and_many_do() -> None:
    playbook = board_playbook()

    def first(times: int) -> str:
        return (
            RecordedOrder([MetCount(STAGE, "Web", "reserved", "o19", times)])
            .order(playbook, scope(playbook), 1)[0]
            .id
        )

    assert first(1) == "o00"
    assert first(200) == "o19"


def test_figures_show_only_with_enough_records() -> None:
    playbook = board_playbook()
    few = RecordedOrder([MetCount(STAGE, "Web", "reserved", "o03", LEAST_TO_SHOW - 1)])
    enough = RecordedOrder([MetCount(STAGE, "Web", "reserved", "o03", LEAST_TO_SHOW)])
    assert few.order(playbook, scope(playbook), 1)[0].share is None
    shown = enough.order(playbook, scope(playbook), 1)[0].share
    assert shown is not None
    assert 0.3 < shown < 0.95


def test_the_leads_source_counts_when_it_has_records_of_its_own() -> None:
    playbook = board_playbook()
    order = RecordedOrder(
        [MetCount(STAGE, "Fair", "reserved", "o05", 300), MetCount(STAGE, "Web", "reserved", "o12", 300)]
    )
    assert max(order.shares(playbook, STAGE, "Web", "angry").items(), key=lambda one: one[1])[0] == "o12"
    assert max(order.shares(playbook, STAGE, "Fair", "angry").items(), key=lambda one: one[1])[0] == "o05"


def test_on_held_out_calls_the_first_seven_hold_more_than_the_authors() -> None:
    """Simulated callers object by source in a way no author foresaw; half the calls teach, the other half judge."""
    playbook = board_playbook()
    chance = random.Random(11)
    weights = {source: [chance.expovariate(1) ** 2 for _ in IDS] for source in ("Web", "Fair")}
    calls = [
        (source, chance.choices(IDS, weights[source])[0]) for source in ("Web", "Fair") for _ in range(400)
    ]
    chance.shuffle(calls)
    taught, judged = calls[:400], calls[400:]
    met = [
        MetCount(STAGE, source, "reserved", one, times) for (source, one), times in Counter(taught).items()
    ]
    learnt = RecordedOrder(met)

    def held(source: str, one: str) -> bool:
        shares = learnt.shares(playbook, STAGE, source, "reserved")
        return one in sorted(shares, key=lambda objection: -shares[objection])[:7]

    of_learnt = sum(held(source, one) for source, one in judged) / len(judged)
    of_author = sum(one in IDS[:7] for _, one in judged) / len(judged)
    assert of_learnt > of_author + 0.2
