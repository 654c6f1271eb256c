"""No card or birth number gets into the database's files or into a spool, however a call is recorded."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.call.events import OutcomeRecorded
from app.review.desk import Comment, Dispute, Feedback, GivenFail, GivenMark, ReviewDraft, Ruling
from app.review.drafts import Unsent
from app.review.scoring import Basis, Mark
from app.store.bulk import store_events
from app.store.database import Database
from app.store.drafts import StoredDrafts
from app.store.journal import StoredJournal
from app.store.reviews import StoredReviews
from app.store.spool import Spool
from tests.builders import begin
from tests.store.desk_calls import NOW, SOURCE, some_calls
from tests.store.test_reviews import CARD as SCORECARD
from tests.store.test_reviews import CARD_READ

CARD = "4111 1111 1111 1111"
BIRTH = "850101/1233"
REVISION, CRITERION = CARD_READ.revision, CARD_READ.criteria[0].id


def taken(journal: StoredJournal) -> None:
    """A call with both numbers in it, closed."""
    call = begin(journal=journal)  # type: ignore[arg-type]
    call.write_note(1, f"platí {CARD}")
    call.reword(f"Jste {BIRTH}?")
    call.raise_unlisted(f"strhli jste z {CARD}")
    call.hang_up()
    call.record(OutcomeRecorded("not_interested", reason="price", note=BIRTH))


@pytest.mark.parametrize("locked", [False, True])
def test_neither_file_nor_spool_holds_them(locked: bool, database: Database, tmp_path: Path) -> None:
    assert database.path is not None
    holder = sqlite3.connect(database.path, isolation_level=None)
    if locked:
        holder.execute("BEGIN IMMEDIATE")
    journal = StoredJournal(Database(database.url, patience=0.05), Spool((tmp_path,), "callcue.db"))
    taken(journal)
    assert journal.flush(0.3 if locked else 10) is not locked
    journal.close(0.3 if locked else 10)
    content = b"".join(one.read_bytes() for one in sorted(tmp_path.glob("callcue.db*")))
    holder.close()
    assert b"1111 1111" not in content
    assert b"850101" not in content
    assert bool(list(tmp_path.glob("*.spool-*"))) is locked
    assert "••••".encode() in content or rb"\u2022\u2022" in content


def test_what_trainers_and_reps_write_about_a_call_is_masked_too(database: Database, tmp_path: Path) -> None:
    call = some_calls(3, 1)[0].tape
    store_events(database, [call.events], [SOURCE])
    book = StoredReviews(database)
    book.pin_card(SCORECARD)
    typed = f"řekl {CARD} a {BIRTH}"
    words = Feedback(typed, typed, typed, typed, typed, 3, "2026-12-01")
    marks = (GivenMark(Mark(CRITERION, 1), words=typed),)
    draft = ReviewDraft(
        call.call, "jana", REVISION, Basis.HEARD, marks, (GivenFail("false_claim", typed),), words
    )
    StoredDrafts(database).keep_draft(Unsent(draft, NOW, typed))
    sent = book.send(draft, NOW)
    book.correct(sent.id, GivenMark(Mark(CRITERION, 0), words=typed), "jana", NOW)
    book.comment(Comment(call.call, "jana", typed, NOW))
    book.dispute(Dispute(sent.id, CRITERION, typed, "eva", NOW))
    book.decide(book.disputes(sent.id)[0].id, Ruling.KEPT, typed, "jana", NOW)
    book.second_read(book.reviews(call.call)[0].draft.fails[0].id, "petr", True, typed, NOW)
    assert book.reviews(call.call)[0].draft.feedback.plan == "řekl •••• 1111 a ••••••/••••"
    content = b"".join(one.read_bytes() for one in sorted(tmp_path.glob("callcue.db*")))
    assert b"1111 1111" not in content
    assert b"850101" not in content
