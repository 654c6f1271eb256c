"""Made-up reviews are whole ones: marks that the card allows, the score that they make, sent after the call."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.playbook.source import SourceFile
from app.review.sample_reviews import Pinned, sample_review
from app.review.scorecard import read_card
from app.review.scoring import rated, score
from tests.fakes import START
from tests.ui.review.fakes import row

CARDS = Path(__file__).parents[2] / "playbooks" / "scorecards"


@pytest.mark.parametrize("name", ["sales", "complaint"])
@pytest.mark.parametrize("seed", range(6))
def test_a_review_is_what_a_trainer_could_have_sent(name: str, seed: int) -> None:
    card = read_card(SourceFile(f"{name}.yaml", (CARDS / f"{name}.yaml").read_bytes()))
    latest = START + timedelta(days=1)
    draft, sent = sample_review(Pinned(card, card.revision), row(seed), seed, latest)
    marks = {one.mark.criterion: one.mark for one in draft.marks}
    assert list(marks) == [one.id for one in rated(card, draft.basis)]
    assert draft.score == score(card, marks, draft.basis).percent
    assert row(seed).started < sent <= latest
    assert draft.begun is not None
    assert draft.begun < sent
    assert all(one.cause in card.causes for one in draft.marks if one.mark.value == 0)
    assert sample_review(Pinned(card, card.revision), row(seed), seed, latest) == (draft, sent)


def test_some_plans_are_counted_by_what_the_record_tells() -> None:
    card = read_card(SourceFile("sales.yaml", (CARDS / "sales.yaml").read_bytes()))
    pinned, latest = Pinned(card, card.revision), START + timedelta(days=1)
    said = [sample_review(pinned, row(1), seed, latest)[0].feedback for seed in range(40)]
    counted = [one for one in said if one.target]
    assert {one.target for one in counted} == {"rule:asked_before_answering"}
    assert {one.plan for one in counted} == {"ask back before answering"}
    assert len(counted) < len([one for one in said if one.plan])
