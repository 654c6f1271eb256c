"""The shipped scorecards, what a mistake in one says, and how marks become a score."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.playbook.source import SourceFile
from app.review.evidence import COMPUTED
from app.review.scorecard import CardUnreadable, Scorecard, read_card
from app.review.scoring import Basis, Mark, MarkRefused, Score, rated, score, standing

CARDS = Path(__file__).parents[2] / "playbooks" / "scorecards"


def shipped(name: str = "sales") -> Scorecard:
    path = CARDS / f"{name}.yaml"
    return read_card(SourceFile(f"scorecards/{path.name}", path.read_bytes()))


def changed(old: str, new: str) -> SourceFile:
    text = (CARDS / "sales.yaml").read_text(encoding="utf-8")
    assert old in text
    return SourceFile("scorecards/sales.yaml", text.replace(old, new, 1).encode())


@pytest.mark.parametrize("name", ["sales", "complaint"])
def test_the_shipped_cards_are_whole(name: str) -> None:
    card = shipped(name)
    assert card.total == 100
    assert {one.computed for one in card.criteria} - {""} <= COMPUTED
    assert all(anchor.example.cs for one in card.criteria for anchor in one.anchors)
    assert card.auto_fails


def test_the_record_alone_carries_37_points_of_a_sales_call() -> None:
    assert sum(one.weight for one in rated(shipped(), Basis.RECORD_ONLY)) == 37


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("weight: 5", "weight: 6", "add up to 101"),
        ("scale: yes_no", "scale: perhaps", "yes_no, 0-1-2"),
        ("na_when: inbound_ring", "na_when: moonlight", "'moonlight' is none of the words"),
        ("weight: 5", "weight: heavy", "'weight' takes a number"),
        ("callcue: 1", "callcue: 9", "reads version 1"),
        ("id: who_and_why", "id: purpose_and_time", "'purpose_and_time' is already on line"),
        ("sections:", "sections: [", "sales.yaml:"),
    ],
)
def test_a_mistake_is_named_with_its_place(old: str, new: str, said: str) -> None:
    with pytest.raises(CardUnreadable, match=r"scorecards/sales\.yaml:\d+") as caught:
        read_card(changed(old, new))
    assert said in str(caught.value)


def all_marks(card: Scorecard, part: float, basis: Basis = Basis.HEARD) -> dict[str, Mark]:
    return {one.id: Mark(one.id, round(one.scale.top * part)) for one in rated(card, basis)}


def test_full_marks_are_a_hundred_and_none_are_nothing() -> None:
    card = shipped()
    assert score(card, all_marks(card, 1), Basis.HEARD).percent == 100
    assert score(card, all_marks(card, 0), Basis.HEARD).percent == 0
    assert score(card, all_marks(card, 1, Basis.RECORD_ONLY), Basis.RECORD_ONLY).percent == 100


def test_what_does_not_apply_leaves_both_sides() -> None:
    card = shipped()
    marks = all_marks(card, 1) | {"must_asks": Mark("must_asks", None, "ended_early")}
    found = score(card, marks, Basis.HEARD)
    assert (found.percent, found.applicable, found.possible) == (100, 90, 100)


def test_under_sixty_percent_of_weight_a_call_is_not_scored() -> None:
    card = shipped()
    marks = all_marks(card, 1)
    for one in card.criteria:
        if score(card, marks, Basis.HEARD).applicable < 60:
            break
        marks[one.id] = Mark(one.id, None)
    found = score(card, marks, Basis.HEARD)
    assert (found.scored, found.percent) == (False, None)


def test_half_met_counts_half() -> None:
    card = shipped()
    marks = all_marks(card, 1) | {"must_asks": Mark("must_asks", 1)}
    assert score(card, marks, Basis.HEARD).percent == pytest.approx(95)


def test_marks_off_the_scale_or_off_the_basis_are_refused() -> None:
    card = shipped()
    with pytest.raises(MarkRefused, match="0 to 2"):
        score(card, {"must_asks": Mark("must_asks", 3)}, Basis.HEARD)
    with pytest.raises(MarkRefused, match="not rated"):
        score(card, {"who_and_why": Mark("who_and_why", 1)}, Basis.RECORD_ONLY)


def test_what_has_no_mark_yet_is_named() -> None:
    card = shipped()
    found = score(card, {}, Basis.HEARD)
    assert found.missing == tuple(one.id for one in card.criteria)
    assert not found.scored


@given(
    st.dictionaries(st.sampled_from([one.id for one in shipped().criteria]), st.sampled_from((0, 1, None)))
)
def test_a_score_lies_between_nothing_and_a_hundred(values: dict[str, int | None]) -> None:
    found = score(shipped(), {one: Mark(one, value) for one, value in values.items()}, Basis.HEARD)
    assert found.percent is None or 0 <= found.percent <= 100
    assert 0 <= found.earned <= found.applicable <= found.possible


def a_score(percent: float | None, basis: Basis = Basis.HEARD) -> Score:
    return Score(basis, percent, 0, 0, 100, ())


def test_under_ten_reviews_there_is_no_average_and_bases_are_not_mixed() -> None:
    nine = [a_score(90.0)] * 9
    assert standing([*nine, a_score(10.0, Basis.RECORD_ONLY), a_score(None)], Basis.HEARD).mean is None
    ten = standing([*nine, a_score(50.0)], Basis.HEARD)
    assert (ten.n, ten.mean, ten.passed.hits) == (10, 86.0, 9)
