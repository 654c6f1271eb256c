"""The review desk on a real window: keys, names for readers, both languages, every size."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.playbook.model import Playbook
from app.playbook.vocabulary import Label, Lang
from app.review.desk import Count, Dispute, GivenMark, ReviewDraft
from app.review.mark_sheet import Reviewed
from app.review.scoring import Basis, Mark
from app.settings import Settings
from app.ui.paper import Page, write_pdf
from app.ui.preferences import Preferences
from app.ui.review.call_table import CallTable
from app.ui.review.criterion_row import CriterionRow
from app.ui.review.exporting import ExportScene, ExportState
from app.ui.review.fail_row import FailRow
from app.ui.review.loading import Card, DeskBooks
from app.ui.review.moment_list import MomentList
from app.ui.review.printing import page_of
from app.ui.review.ruling_row import RulingRow
from app.ui.review.score_panel import ScorePanel
from app.ui.review.score_scene import Waiting
from app.ui.review.screen import ReviewScreen
from app.ui.review.timeline_bar import TimelineBar
from app.ui.search_line import SearchLine
from app.ui.theme import Theme, ThemeName
from app.ui.widgets import KeyButton, ScrollColumn, WrappingLabel
from app.ui.words import Words
from tests.fakes import FakeClock
from tests.ui.fakes import AtOnce, CallsInMemory, call
from tests.ui.review.fakes import (
    TEXT,
    CoachingInMemory,
    DeskInMemory,
    DraftsInMemory,
    OneCard,
    ReviewsInMemory,
    recorded,
    row,
    small_playbook,
)
from tests.ui.review.test_calibrate import press

Key = Qt.Key


class Shelf(OneCard):
    """The shipped card until it is taken away."""

    gone = False

    def card_for(self, playbook: Playbook) -> Card | None:
        return None if self.gone else super().card_for(playbook)


class Window:
    """A desk with one call that can be replayed and one that cannot."""

    def __init__(self, qtbot: QtBot, home: Path, *, percent: int = 100) -> None:
        live = recorded()
        self.reviews, self.drafts = ReviewsInMemory(), DraftsInMemory()
        self.desk = DeskInMemory(row(1, call=live.events[0].call), row(2))
        calls = CallsInMemory(call(2), events={live.events[0].call: live.events})
        calls.sources[TEXT.revision] = TEXT
        settings = Settings(rep_name="Trainer Example", text_percent=percent)
        preferences = Preferences(home, settings, AtOnce())
        self.screen = ReviewScreen(preferences, AtOnce(), FakeClock())
        qtbot.addWidget(self.screen)
        self.screen.resize(1280, 800)
        self.cards = Shelf()
        self.screen.serve(
            DeskBooks(calls, self.desk, self.reviews, self.cards, self.drafts, CoachingInMemory())
        )
        with qtbot.waitActive(self.screen):
            self.screen.show()
        self.moments = self.screen.findChildren(MomentList)[0]
        self.timeline = self.screen.findChildren(TimelineBar)[0]
        self.table = self.screen.findChildren(CallTable)[0]
        self.line = self.screen.findChildren(SearchLine)[0]

    def open(self) -> None:
        self.table.opened.emit(0)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.screen, key, held)


@pytest.fixture
def window(qtbot: QtBot, looks: QApplication, tmp_path: Path) -> Window:
    return Window(qtbot, tmp_path)


def test_enter_in_the_search_goes_to_the_table_and_enter_there_opens(window: Window) -> None:
    window.line.setFocus()
    window.press(Key.Key_Return)
    assert window.table.hasFocus()
    window.press(Key.Key_Return)
    assert window.moments.model().rowCount() > 3


def test_arrows_and_letters_walk_the_call(window: Window) -> None:
    window.open()
    window.timeline.setFocus()
    window.press(Key.Key_O)
    at = window.timeline.value()
    assert at > 0
    window.press(Key.Key_Left)
    assert window.timeline.value() < at
    window.press(Key.Key_Right)
    assert window.timeline.value() == at
    window.press(Key.Key_B)
    assert window.timeline.value() > at


def test_letters_in_the_comment_are_text(window: Window) -> None:
    window.open()
    window.timeline.setFocus()
    window.press(Key.Key_N)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    before = window.timeline.value()
    QTest.keyClicks(focus, "Ask before")
    assert (focus.text(), window.timeline.value()) == ("Ask before", before)
    window.press(Key.Key_Return)
    assert [one.words for one in window.reviews.said] == ["Ask before"]


def test_sending_too_early_points_at_the_first_thing_missing(window: Window) -> None:
    window.open()
    window.timeline.setFocus()
    window.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.reviews.sent == []
    focus = QApplication.focusWidget()
    assert isinstance(focus, KeyButton | QComboBox)


def test_everything_that_can_be_pressed_or_filled_has_a_name(window: Window) -> None:
    window.open()
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit, QComboBox)
    shown = [one for kind in kinds for one in window.screen.findChildren(kind) if one.isVisible()]
    nameless = [
        one
        for one in shown
        if not one.accessibleName()
        and not (isinstance(one, QAbstractButton) and one.text())
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), QLineEdit)
    ]
    assert nameless == []
    assert window.timeline.accessibleName()
    assert window.timeline.accessibleDescription()
    assert window.table.accessibleName()


def test_readers_hear_whole_rows(window: Window) -> None:
    window.open()
    model = window.moments.model()
    said = [
        model.data(model.index(at, 0), Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())
    ]
    assert any("Objection: It is too expensive" in words for words in said)
    rows = window.table.model()
    assert rows.data(rows.index(0, 1), Qt.ItemDataRole.AccessibleTextRole).startswith("Sample Baker 1")


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_marks_fit_into_the_panel_at_every_text_size(
    qtbot: QtBot, looks: QApplication, tmp_path: Path, percent: int
) -> None:
    Theme(ThemeName.CONTRAST, percent).apply(looks)
    window = Window(qtbot, tmp_path, percent=percent)
    window.open()
    window.timeline.setFocus()
    window.press(Key.Key_M)
    focus = QApplication.focusWidget()
    assert isinstance(focus, KeyButton)

    def right() -> int:
        return focus.mapTo(window.screen, focus.rect().topRight()).x()

    qtbot.waitUntil(lambda: 0 < right() <= window.screen.width())


def test_the_window_speaks_czech_at_once(window: Window, words: Words, qtbot: QtBot) -> None:
    window.open()
    words.switch(Lang.CS)
    qtbot.waitUntil(lambda: window.table.model().headerData(0, Qt.Orientation.Horizontal) == "Kdy")
    model = window.moments.model()

    def said() -> list[str]:
        return [model.data(model.index(at, 0)) for at in range(model.rowCount())]

    qtbot.waitUntil(lambda: any("Námitka: It is too expensive" in one for one in said()))


def test_an_estimate_is_called_one(window: Window) -> None:
    window.desk.counted = Count(120_000, exact=False)
    window.line.setText("flagged")
    shown = [label.text() for label in window.screen.findChildren(QLabel)]
    assert any("estimate" in text for text in shown)


def test_a_printed_page_holds_the_moments_and_escapes_what_was_typed(window: Window, tmp_path: Path) -> None:
    window.open()
    scene = window.screen.replay_scene
    page = page_of(scene)
    assert "It is too expensive" in page
    path = tmp_path / "call.pdf"
    write_pdf(str(path), Page("A call", page))
    assert path.read_bytes().startswith(b"%PDF")


def test_a_reviewed_call_is_printed_with_its_reviews_and_its_marks_go_out_as_a_workbook(
    window: Window, tmp_path: Path
) -> None:
    all_disputed(window)
    card = window.cards.card_for(small_playbook())
    assert card is not None
    window.reviews.pin_card(card.file)
    window.press(Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = window.screen.findChildren(QFileDialog)[0]
    assert [kind.split(" ")[0] for kind in dialog.nameFilters()] == ["PDF", "Excel", "CSV"]
    for kind in ("pdf", "xlsx", "csv"):
        path = tmp_path / f"review.{kind}"
        dialog.fileSelected.emit(str(path))
        assert path.stat().st_size > 0
        said = [label.whole_text() for label in window.screen.findChildren(WrappingLabel)]
        assert any(one.endswith(f" written to {path}.") for one in said)
    dialog.close()
    sheet = load_workbook(tmp_path / "review.xlsx").worksheets[0]
    assert sheet.max_row > len(window.reviews.sent[0].draft.marks)
    reviewed = Reviewed(window.reviews.sent[0], card.scorecard)
    page = page_of(window.screen.replay_scene, (reviewed,))
    assert "<h3>Review</h3>" in page
    assert "0 / 2" in page


def test_a_call_without_a_review_goes_to_paper_only(window: Window) -> None:
    window.open()
    window.press(Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = window.screen.findChildren(QFileDialog)[0]
    assert dialog.nameFilters() == ["PDF (*.pdf)"]
    dialog.close()


def all_disputed(window: Window) -> None:
    """A review of the open call whose every mark the rep disputes."""
    window.open()
    card = window.cards.card_for(small_playbook())
    assert card is not None
    marks = tuple(GivenMark(Mark(one.id, 0)) for one in card.scorecard.criteria)
    call = window.desk.kept[0].call
    review = window.reviews.send(
        ReviewDraft(call, "other", card.scorecard.revision, Basis.HEARD, marks), window.desk.kept[0].started
    )
    for one in marks:
        window.reviews.dispute(
            Dispute(review.id, one.mark.criterion, "I did ask.", "eva", window.desk.kept[0].started)
        )
    window.open()


def test_many_disputes_keep_their_room_and_leave_some_for_the_marks(window: Window) -> None:
    all_disputed(window)
    QApplication.processEvents()
    rulings = [one for one in window.screen.findChildren(RulingRow) if one.isVisible()]
    assert len(rulings) > 5
    assert all(one.height() >= one.minimumSizeHint().height() for one in rulings)
    assert all(one.height() >= one.heightForWidth(one.width()) for one in rulings)


def test_disputes_can_be_answered_where_no_scorecard_fits_any_more(
    qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    window = Window(qtbot, tmp_path)
    all_disputed(window)
    window.cards.gone = True
    window.open()
    rulings = [one for one in window.screen.findChildren(RulingRow) if one.isVisible()]
    assert len(rulings) > 5
    assert not [one for one in window.screen.findChildren(CriterionRow) if one.isVisible()]
    window.cards.gone = False
    window.open()
    assert [one for one in window.screen.findChildren(CriterionRow) if one.isVisible()]
    assert [one for one in window.screen.findChildren(FailRow) if one.isVisible()]


def test_opening_a_draft_by_the_mouse_leaves_the_search_so_that_keys_are_keys(window: Window) -> None:
    window.open()
    window.screen.findChildren(ScorePanel)[0].marked.emit("must_asks", 0)
    window.table.opened.emit(1)
    window.line.setFocus()
    press(window.screen, "1 other draft(s)")
    assert not window.line.hasFocus()
    window.press(Key.Key_J)
    assert window.line.text() == ""


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_a_view_is_named_in_a_dialogue_that_says_when_one_would_be_replaced(window: Window) -> None:
    window.line.setText("flagged")
    window.line.typed.emit("flagged")
    said: list[str] = []
    for name in ("Mine", "Mine", "Other"):
        save_view(window, name, said)
    assert ["replaced" in words for words in said] == [False, True, True]
    assert sorted(window.desk.saved) == ["Mine", "Other"]


def save_view(window: Window, name: str, said: list[str]) -> None:
    """Saves the present view by the menu and the dialogue."""
    press(window.screen, "Views")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (keep,) = (one for one in menu.actions() if one.text() == "Save this view…")
    menu.close()
    keep.trigger()
    (dialog,) = window.screen.findChildren(QInputDialog)
    said.append(dialog.labelText())
    assert dialog.width() >= dialog.sizeHint().width()
    dialog.setTextValue(name)
    dialog.accept()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def test_esc_leaves_a_search_that_found_nothing_and_typing_goes_on_where_it_was_asked_for(
    window: Window,
) -> None:
    everybody, window.desk.kept = window.desk.kept, ()
    window.line.setFocus()
    window.screen.find_calls("nobody-is-called-so")
    assert window.table.isHidden()
    window.press(Key.Key_Escape)
    assert not isinstance(QApplication.focusWidget(), QLineEdit), "single keys are keys again"
    window.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    window.desk.kept = everybody
    window.line.clear()
    assert not window.table.isHidden()
    assert window.line.hasFocus(), "the table does not take the caret once it comes back"


def test_esc_leaves_a_desk_without_calls(window: Window, qtbot: QtBot) -> None:
    window.desk.kept = ()
    for line in ("nobody-is-called-so", ""):
        window.screen.find_calls(line)
    window.line.setFocus()
    with qtbot.waitSignal(window.screen.left):
        window.press(Key.Key_Escape)


def test_rows_are_parted_by_rules_and_the_score_stands_under_its_heading(window: Window) -> None:
    table = window.table
    picture = table.viewport().grab().toImage()
    place = table.visualRect(table.model().index(0, 0)).bottom()
    theme = Theme(ThemeName.LIGHT)
    assert picture.pixelColor(20, place) == theme.colour("line")
    assert picture.pixelColor(20, place + 1) == theme.colour("panel")
    alignment = table.model().headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & Qt.AlignmentFlag.AlignRight.value


def test_the_chosen_moment_stays_whole_in_sight_when_the_list_gets_lower(
    window: Window, qtbot: QtBot
) -> None:
    window.open()
    window.screen.resize(1180, 900)
    moments = window.moments
    last = moments.model().index(moments.model().rowCount() - 1, 0)
    moments.chosen.emit(last.row())
    window.screen.resize(1180, 560)
    qtbot.waitUntil(lambda: moments.viewport().rect().contains(moments.visualRect(last)))


def test_the_replay_asks_for_nothing_while_no_call_is_open_and_the_seed_is_named(window: Window) -> None:
    box = next(one for one in window.screen.findChildren(QCheckBox) if one.text() == "Every step")
    compare = next(one for one in window.screen.findChildren(KeyButton) if one.words() == "Compare")
    assert box.isHidden()
    assert compare.isHidden()
    window.open()
    assert not box.isHidden()
    assert not compare.isHidden()
    seed = next(
        one for one in window.screen.findChildren(QLineEdit) if one.accessibleName() == "Seed of the queue"
    )
    named = [one.text() for one in window.screen.findChildren(QLabel) if one.buddy() is seed]
    assert named == ["Seed"]


def test_what_leads_on_takes_one_row_where_there_is_room_for_it(window: Window) -> None:
    window.open()
    panel = window.screen.findChildren(ScorePanel)[0]
    seed = next(one for one in panel.findChildren(QLineEdit) if one.accessibleName() == "Seed of the queue")
    draw = next(one for one in panel.findChildren(KeyButton) if one.words() == "Draw a queue")
    assert seed.geometry().center().y() == draw.geometry().center().y()
    assert seed.width() >= seed.fontMetrics().horizontalAdvance("999999") + 2 * 10
    assert draw.mapTo(panel, QPoint(draw.width(), 0)).x() <= panel.width() - 16


def test_shift_tab_leads_from_the_first_mark_to_what_waits_for_an_answer(window: Window) -> None:
    all_disputed(window)
    window.timeline.setFocus()
    window.press(Key.Key_M)
    window.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    focus = QApplication.focusWidget()
    rulings = [one for one in window.screen.findChildren(RulingRow) if one.isVisible()]
    assert focus is not None
    assert rulings[-1].isAncestorOf(focus)


def test_the_line_for_a_quote_comes_into_sight_with_the_caret_in_it(window: Window, qtbot: QtBot) -> None:
    window.screen.resize(1180, 560)
    window.open()
    panel = window.screen.findChildren(ScorePanel)[0]
    scroll = panel.findChildren(ScrollColumn)[0]
    ticks = [one for row in panel.findChildren(FailRow) for one in row.findChildren(QCheckBox)]
    scroll.ensureWidgetVisible(ticks[-1])
    ticks[-1].setFocus()
    window.press(Key.Key_Space)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    port = scroll.viewport()
    qtbot.waitUntil(lambda: port.rect().contains(focus.mapTo(port, focus.rect().bottomLeft())))


def test_tab_goes_down_the_sheet_as_it_is_read(window: Window) -> None:
    window.open()
    panel = window.screen.findChildren(ScorePanel)[0]
    window.timeline.setFocus()
    window.press(Key.Key_M)
    QApplication.processEvents()
    seen = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if not panel.isAncestorOf(focus):
            break
        seen.append(focus)
        window.press(Key.Key_Tab)
    inside = panel.findChildren(ScrollColumn)[0].widget()
    assert inside is not None
    heights = [one.mapTo(inside, QPoint(0, 0)).y() for one in seen if inside.isAncestorOf(one)]
    assert heights == sorted(heights)
    assert [one for one in seen if isinstance(one, QCheckBox)]
    assert [one for one in seen if isinstance(one, QLineEdit) and panel.feedback.isAncestorOf(one)]
    assert isinstance(seen[-1], KeyButton)
    assert seen[-1].words() == "Send, next"


def test_the_queue_stands_under_the_marks_which_need_the_room(window: Window, qtbot: QtBot) -> None:
    panel = window.screen.findChildren(ScorePanel)[0]
    draw = next(one for one in panel.findChildren(KeyButton) if one.words() == "Draw a queue")
    scroll = panel.findChildren(ScrollColumn)[0]
    assert draw.isVisible()
    assert not scroll.isAncestorOf(draw)
    draw.setFocus()
    window.open()
    assert scroll.isAncestorOf(draw)
    assert not draw.isHidden()
    assert not isinstance(QApplication.focusWidget(), QLineEdit), "keys stay keys when it moves"
    qtbot.waitUntil(lambda: scroll.height() > panel.height() / 2)


def test_a_row_says_whole_under_the_mouse_what_its_cell_cuts_off(window: Window) -> None:
    index = window.table.model().index(0, 1)
    told = window.table.model().data(index, Qt.ItemDataRole.ToolTipRole)
    assert told == window.table.model().data(index, Qt.ItemDataRole.DisplayRole)
    assert len(told.splitlines()) == 2


def test_after_a_ruling_the_keys_are_at_the_marks_and_not_in_the_search(window: Window) -> None:
    window.open()
    panel = window.screen.findChildren(ScorePanel)[0]
    scene = panel._scene
    panel.show_scene(replace(scene, waiting=(Waiting(1, Label("Asked", "Dotaz"), "I did ask."),)))
    keep = next(one for one in panel.findChildren(KeyButton) if one.words() == "Keep the mark")
    keep.setFocus()
    assert keep.hasFocus()
    panel.show_scene(scene)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert any(row.isAncestorOf(focus) for row in panel.findChildren(CriterionRow))


def test_what_was_written_is_told_in_the_new_language_with_its_thousands_apart(
    window: Window, qapp: QApplication
) -> None:
    words, view = Words(qapp), window.screen._view
    words.switch(Lang.EN)
    view.show_export(ExportScene(ExportState.DONE, "/calls-1500.xlsx", 1500))
    assert view._banner.accessibleName() == "1,500 calls written to /calls-1500.xlsx."
    words.switch(Lang.CS)
    try:
        QApplication.processEvents()
        assert view._banner.accessibleName() == "1\xa0500 hovorů zapsáno do /calls-1500.xlsx."
    finally:
        words.switch(Lang.EN)


def test_the_marks_under_the_keyboard_are_in_sight_however_large_the_text_is(
    qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    window = Window(qtbot, tmp_path, percent=200)
    window.screen.resize(1180, 620)
    window.open()
    scroll = window.screen.findChildren(ScorePanel)[0].findChildren(ScrollColumn)[0]
    window.press(Key.Key_M)
    for _ in range(3):
        focus = QApplication.focusWidget()
        assert isinstance(focus, KeyButton)
        port = scroll.viewport()
        qtbot.waitUntil(lambda: port.rect().contains(focus.mapTo(port, focus.rect().topLeft())))  # noqa: B023
        window.press(Key.Key_Down)


def test_outcomes_with_their_reasons_have_the_room_that_names_leave(window: Window) -> None:
    table = window.table
    table.resize(420, 600)
    narrow = table.columnWidth(2)
    table.resize(1000, 600)
    assert table.columnWidth(2) > narrow
    assert table.columnWidth(1) > table.columnWidth(2), "most of it is the names' still"
