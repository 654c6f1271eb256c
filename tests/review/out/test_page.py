"""The page of a call tells everything, and nothing that people typed becomes markup."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from app.call.conversation import conversation
from app.call.events import OutcomeRecorded
from app.call.ports import CallStatus, CallSummary
from app.playbook.source import SourceFile
from app.review.desk import Feedback, GivenMark, Review, ReviewDraft
from app.review.mark_sheet import Reviewed
from app.review.out.page import call_page
from app.review.scorecard import read_card
from app.review.scoring import Basis, Mark
from tests.builders import begin

CARDS = Path(__file__).parents[3] / "playbooks" / "scorecards"
CARD = read_card(SourceFile("scorecards/sales.yaml", (CARDS / "sales.yaml").read_bytes()))


def page(lang: str = "en", given: float | None = None) -> str:
    call = begin()
    call.write_note(1, "<script>alert(1)</script>")
    call.hang_up()
    call.record(OutcomeRecorded("not_interested", reason="price"))
    started = call.events[0].at
    summary = CallSummary(
        call=call.call_id,
        started=started,
        talk_ms=95_000,
        status=CallStatus.CLOSED,
        playbook="mill",
        playbook_revision="",
        lang="en",
        rep="eva",
        lead_id="",
        lead_name="Ana <b>",
        company="Mill & Son",
        phone="",
        source="",
        outcome="not_interested",
        reason="price",
        last_line="",
        last_ms=0,
        sample=True,
    )
    first = CARD.criteria[0]
    draft = ReviewDraft(
        call.call_id,
        "trainer",
        CARD.revision,
        Basis.HEARD,
        (GivenMark(Mark(first.id, 1), words="a < b"),),
        feedback=Feedback(strength="calm & clear", plan="ask back", tries=3, due="2026-12-01"),
        score=given,
    )
    reviewed = Reviewed(Review(UUID(int=1), started, draft), CARD)
    turns = conversation(call.playbook, call.events, lang)
    return call_page(summary, call.playbook, turns, [reviewed], lang)


def test_it_tells_who_what_and_how_it_was_judged() -> None:
    told = page()
    for words in ("1:35", "made-up sample", CARD.criteria[0].text.en, "not scored", "calm &amp; clear"):
        assert words in told


def test_words_stay_words() -> None:
    told = page()
    assert "<script>" not in told
    assert "Ana &lt;b&gt;" in told
    assert "Mill &amp; Son" in told
    assert "a &lt; b" in told


def test_it_speaks_czech() -> None:
    assert "Silná stránka" in page("cs")


def test_numbers_and_dates_are_written_as_the_language_writes_them() -> None:
    assert "Skóre: 53,5" in page("cs", 53.5)
    assert "(3×, úterý 1. 12. 2026)" in page("cs", 53.5)
    assert "Score: 53.5" in page("en", 53.5)
    assert "(3×, Tuesday 1 Dec 2026)" in page("en", 53.5)
