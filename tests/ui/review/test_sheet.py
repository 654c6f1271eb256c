"""A review under way: what the record proves, what must be said before it can be sent."""

from __future__ import annotations

from dataclasses import replace

from app.review.desk import Feedback
from app.review.evidence import Proof
from app.review.scoring import Basis, Mark
from app.ui.review.sheet import Lack, Missing, Sheet, failed, fresh, lacks, marked, worded
from tests.review.test_scorecard import shipped

PROOF = {"must_asks": Proof(Mark("must_asks", 1), (7, 9), 2, 3)}
SAID = Feedback("Calm", "At the price", "Answered at once", "The customer closed up")


def sheet(**more: object) -> Sheet:
    return replace(fresh(shipped(), PROOF, Basis.RECORD_ONLY), **more)  # type: ignore[arg-type]


def full() -> Sheet:
    made = sheet(feedback=SAID)
    for one in made.rows:
        if one.id not in made.given:
            made = marked(made, one.id, one.scale.top)
    return made


def test_what_the_record_proves_is_filled_in_with_its_event() -> None:
    given = sheet().given["must_asks"]
    assert (given.mark.value, given.seq) == (1, 7)


def test_a_whole_sheet_lacks_nothing_and_scores() -> None:
    assert lacks(full()) == ()
    assert full().score.percent is not None


def test_a_correction_wants_a_reason_and_going_back_does_not() -> None:
    changed = marked(full(), "must_asks", 2)
    assert Lack(Missing.REASON, "must_asks") in lacks(changed)
    assert lacks(worded(changed, "must_asks", words="Asked in other words")) == ()
    assert lacks(marked(changed, "must_asks", 1)) == ()


def test_the_worst_mark_wants_its_root_cause() -> None:
    bad = marked(full(), "record_fits", 0)
    assert lacks(bad) == (Lack(Missing.CAUSE, "record_fits"),)
    assert lacks(worded(bad, "record_fits", cause="forgotten")) == ()
    assert (
        marked(worded(bad, "record_fits", cause="forgotten"), "record_fits", 1).given["record_fits"].cause
        == ""
    )


def test_a_broken_rule_wants_the_words_that_broke_it_and_leaves_the_score() -> None:
    broken = failed(full(), "false_claim", "", 12)
    assert lacks(broken) == (Lack(Missing.QUOTE, "false_claim"),)
    quoted = failed(broken, "false_claim", "It is free for ever.", 40)
    assert quoted.fails["false_claim"].seq == 12
    assert quoted.score == full().score


def test_not_applying_leaves_the_score_and_too_much_of_it_is_not_scored() -> None:
    made = full()
    for one in made.rows:
        made = marked(made, one.id, None)
    assert made.score.percent is None


def test_heard_rates_more_than_the_record_alone_and_marks_survive_the_change() -> None:
    heard = replace(full(), basis=Basis.HEARD)
    assert len(heard.rows) > len(full().rows)
    assert heard.given == full().given
    assert heard.score.missing


def test_one_strength_and_one_whole_change_are_wanted_from_a_trainer_and_not_from_the_rep() -> None:
    bare = replace(full(), feedback=Feedback())
    assert [lack.what for lack in lacks(bare)] == [Missing.STRENGTH, Missing.CHANGE]
    assert lacks(replace(bare, own=True)) == ()
