"""A mark's history holds all that happened to it, in the order in which it happened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from app.review.desk import Dispute, GivenMark, Review, ReviewDraft, Ruling
from app.review.mark_history import StepKind, mark_steps
from app.review.scoring import Basis, Mark

SENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def given(value: int, version: int, hours: int, by: str, words: str = "", origin: str = "") -> GivenMark:
    return GivenMark(
        Mark("asked", value),
        words=words,
        seq=4,
        version=version,
        at=SENT + hours * HOUR,
        origin=origin,
        by=by,
    )


VERSIONS = (
    given(0, 1, 0, "jana"),
    given(1, 2, 3, "jana", "Asked at 1:20."),
    given(2, 3, 8, "petr", origin="marks.xlsx"),
)
REVIEW = Review(uuid4(), SENT, ReviewDraft(uuid4(), "jana", "", Basis.HEARD, VERSIONS[-1:]), "Jana Sample")


def test_everything_stands_in_time_with_who_from_what_to_what_and_why() -> None:
    first = Dispute(
        REVIEW.id, "asked", "I did ask.", "eva", SENT + 2 * HOUR, id=1, ruling=Ruling.CHANGED,
        answer="Asked at 1:20.", ruled_by="jana", ruled=SENT + 3 * HOUR,
    )  # fmt: skip
    again = Dispute(REVIEW.id, "asked", "And at 2:00.", "eva", SENT + 5 * HOUR, seq=9, id=2, reopens=1)
    own = GivenMark(Mark("asked", 2), at=SENT + HOUR, by="eva")
    steps = mark_steps(REVIEW, VERSIONS, own, (first, again))
    assert [(one.kind, one.by) for one in steps] == [
        (StepKind.GIVEN, "jana"),
        (StepKind.OWN, "eva"),
        (StepKind.DISPUTED, "eva"),
        (StepKind.RULED, "jana"),
        (StepKind.CORRECTED, "jana"),
        (StepKind.REOPENED, "eva"),
        (StepKind.TAKEN_BACK, "petr"),
    ]
    marks = [
        (one.before.mark.value if one.before else None, one.mark.mark.value if one.mark else None)
        for one in steps
    ]
    assert marks == [(None, 0), (None, 2), (None, None), (None, None), (0, 1), (None, None), (1, 2)]
    assert [one.words for one in steps] == [
        "", "", "I did ask.", "Asked at 1:20.", "", "And at 2:00.", "",
    ]  # fmt: skip
    assert steps[3].ruling is Ruling.CHANGED
    assert [one.at for one in steps] == [SENT + hours * HOUR for hours in (0, 1, 2, 3, 3, 5, 8)]


def test_a_first_mark_without_an_author_is_that_of_the_reviewer() -> None:
    (step,) = mark_steps(REVIEW, (GivenMark(Mark("asked", 1)),), None, ())
    assert (step.kind, step.by, step.name, step.at) == (StepKind.GIVEN, "jana", "Jana Sample", SENT)
