"""The history of every mark at the trainer's desk: by key, whole, in both languages, and anew after every ruling."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.playbook.vocabulary import Lang
from app.review.desk import Dispute, GivenFail, GivenMark, Review, ReviewDraft, Ruling
from app.review.scoring import Basis, Mark
from app.ui.review.history_panel import HistoryPanel
from app.ui.review.history_row import HistoryRow
from app.ui.review.score_panel import ScorePanel
from app.ui.widgets import ScrollColumn
from app.ui.words import Words
from tests.fakes import START
from tests.ui.review.fakes import small_playbook
from tests.ui.review.test_calibrate import press
from tests.ui.review.test_screen import Window

Key = Qt.Key
HOUR = timedelta(hours=1)
CRITERION = "must_asks"


class Reviewed(Window):
    """A call with a sent review: one mark was rated by the rep, disputed, changed, reopened, and corrected from a file."""

    def review(self) -> Review:
        card = self.cards.card_for(small_playbook())
        assert card is not None
        self.reviews.pin_card(card.file)
        call, revision = self.desk.kept[0].call, card.scorecard.revision
        versions = (
            self.mark(0, 1, 0, "jana"),
            self.mark(1, 2, 3, "jana", "Asked at 0:20."),
            self.mark(2, 3, 6, "petr", origin="marks.xlsx"),
        )
        fails = (GivenFail("insult", "Just sign it.", 3, 1, "petr", confirmed=True, answer="So it was."),)
        draft = ReviewDraft(call, "jana", revision, Basis.HEARD, versions[-1:], fails, score=62.0)
        review = self.reviews.send(draft, START)
        self.reviews.corrected = [(review.id, one) for one in versions]
        own = (self.mark(2, 1, 1, "eva"),)
        self.reviews.send(ReviewDraft(call, "eva", revision, Basis.HEARD, own, own=True), START + HOUR)
        self.reviews.dispute(
            Dispute(
                review.id, CRITERION, "I did ask.", "eva", START + 2 * HOUR, ruling=Ruling.CHANGED,
                answer="Asked at 0:20.", ruled_by="jana", ruled=START + 3 * HOUR,
            )
        )  # fmt: skip
        again = Dispute(review.id, CRITERION, "And at 0:40.", "eva", START + 4 * HOUR, reopens=1)
        self.reviews.dispute(again)
        self.open()
        return review

    def mark(
        self, value: int, version: int, hours: int, by: str, words: str = "", origin: str = ""
    ) -> GivenMark:
        return GivenMark(
            Mark(CRITERION, value), words=words, seq=9, version=version, at=START + hours * HOUR,
            origin=origin, by=by,
        )  # fmt: skip

    @property
    def panel(self) -> HistoryPanel:
        return self.screen.findChildren(HistoryPanel)[0]

    def said(self) -> list[str]:
        """The texts of the history, in their order."""
        return [one.text() for one in self.panel.findChildren(QLabel) if one.isVisible()]


@pytest.fixture
def window(qtbot: QtBot, looks: QApplication, tmp_path: Path) -> Reviewed:
    return Reviewed(qtbot, tmp_path)


def test_a_key_shows_all_that_happened_to_a_mark_and_esc_leads_back_to_the_sheet(window: Reviewed) -> None:
    window.review()
    window.moments.setFocus()
    window.press(Key.Key_H)
    (row,) = window.panel.findChildren(HistoryRow)
    assert row.hasFocus()
    titles = [one.text() for one in row.findChildren(QLabel) if one.property("role") == "body"]
    assert titles[:7] == [
        "Trainer's mark: 0",
        "Own rating: 2",
        "Disputed",
        "Answered: the mark is changed",
        "Corrected: 0 → 1",
        "Reopened with new evidence",
        "From the file marks.xlsx: 1 → 2",
    ]
    told = row.accessibleName()
    for words in ("“I did ask.”", "“Asked at 0:20.”", "“And at 0:40.”", "eva · ", "petr · "):
        assert words in told
    assert any(
        "“Just sign it.” – confirmed by a second reader (petr): So it was." in one for one in window.said()
    )
    window.press(Key.Key_Escape)
    assert not window.panel.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.screen.findChildren(ScorePanel)[0].isAncestorOf(focus)


def test_a_row_leads_to_its_moment_and_m_to_the_marks(window: Reviewed) -> None:
    window.review()
    window.moments.setFocus()
    window.press(Key.Key_H)
    at = window.timeline.value()
    window.press(Key.Key_Return)
    assert window.timeline.value() != at
    window.press(Key.Key_M)
    assert not window.panel.isVisible()


def test_all_of_a_long_history_is_seen_by_the_down_key_alone(window: Reviewed, qtbot: QtBot) -> None:
    window.screen.resize(1180, 420)
    window.review()
    window.moments.setFocus()
    window.press(Key.Key_H)
    (row,) = window.panel.findChildren(HistoryRow)
    scroll = window.panel.findChildren(ScrollColumn)[0]
    bar, port = scroll.verticalScrollBar(), scroll.viewport()
    qtbot.waitUntil(lambda: row.height() > port.height())
    assert bar.value() == 0, "from the top"
    for _ in range(9):
        window.press(Key.Key_Down)
    assert row.y() + row.height() - bar.value() <= port.height()
    for _ in range(9):
        window.press(Key.Key_Up)
    assert row.y() - bar.value() >= 0


def test_a_ruling_appears_at_once_and_another_call_has_its_own_sheet(window: Reviewed, qtbot: QtBot) -> None:
    window.review()
    press(window.screen, "History of the marks")
    assert window.panel.isVisible()
    window.screen.findChildren(ScorePanel)[0].ruled.emit(2, Ruling.KEPT, "Not at 0:40.")
    qtbot.waitUntil(lambda: "Answered: the mark stays" in window.said())
    window.table.opened.emit(1)
    assert not window.panel.isVisible()
    window.press(Key.Key_H)
    assert not window.panel.isVisible()


def test_it_speaks_czech_and_the_keyboard_stays_where_it_was(
    window: Reviewed, words: Words, qtbot: QtBot
) -> None:
    window.review()
    window.moments.setFocus()
    window.press(Key.Key_H)
    words.switch(Lang.CS)
    qtbot.waitUntil(lambda: "Opraveno: 0 → 1" in window.said())
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), HistoryRow))
