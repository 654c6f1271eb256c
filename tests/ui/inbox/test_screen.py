"""The inbox on a real widget: all by keys, everything named, both languages, nothing wider than the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.call.events import NudgeKind
from app.playbook.vocabulary import Lang
from app.review.proposals import Decision
from app.review.wordings import compare_all
from app.settings import Language, Settings
from app.ui.inbox.scene import Tab, TrialCard
from app.ui.inbox.screen import InboxScreen
from app.ui.inbox.trials_page import ComparisonCard
from app.ui.preferences import Preferences
from app.ui.theme import Theme, ThemeName
from app.ui.words import Words
from tests.ui.fakes import AtOnce
from tests.ui.inbox.desk import OWN, SEARCHED, UNLISTED, Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def screen(qtbot: QtBot, looks: QApplication, tmp_path: Path, desk: Desk) -> InboxScreen:
    preferences = Preferences(tmp_path, Settings(language=Language.EN, rep_id="manager"), AtOnce())
    made = InboxScreen(preferences, AtOnce(), desk.books())
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.view.proposals.search.hasFocus)
    return made


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def decision_of(screen: InboxScreen) -> Decision | None:
    row = screen.scene.row
    return row.proposal.decision if row is not None else None


def test_found_accepted_copied_and_left_by_keys_alone(screen: InboxScreen, qtbot: QtBot, desk: Desk) -> None:
    QTest.keyClicks(screen.view.proposals.search, "accept minute")
    assert screen.scene.rows == ()
    screen.view.proposals.search.clear()
    screen.presenter.type_query("")
    QTest.keyClicks(screen.view.proposals.search, "fortune")
    press(Qt.Key.Key_Return)
    assert screen.view.proposals.list.hasFocus()
    press(Qt.Key.Key_A)
    press(Qt.Key.Key_C)
    assert [one.decision for one in desk.proposals.kept if one.key == SEARCHED.key] == [Decision.ACCEPTED]
    assert "costs a fortune" in QGuiApplication.clipboard().text()
    assert "Copied" in screen.view.proposals.detail.place._copied.whole_text()
    with qtbot.waitSignal(screen.closed):
        press(Qt.Key.Key_Escape)


def test_letters_typed_into_the_search_field_decide_nothing(screen: InboxScreen, desk: Desk) -> None:
    QTest.keyClicks(screen.view.proposals.search, "ald")
    assert {one.decision for one in desk.proposals.kept} == {Decision.NEW}
    assert screen.scene.query == "ald"


def test_one_esc_leaves_an_empty_search_and_two_leave_a_search(screen: InboxScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.closed):
        press(Qt.Key.Key_Escape)
    QTest.keyClicks(screen.view.proposals.search, "fortune")
    with qtbot.assertNotEmitted(screen.closed):
        press(Qt.Key.Key_Escape)
    assert screen.view.proposals.list.hasFocus()
    with qtbot.waitSignal(screen.closed):
        press(Qt.Key.Key_Escape)


def test_arrows_move_from_the_field_and_in_the_list(screen: InboxScreen) -> None:
    press(Qt.Key.Key_Down)
    assert screen.scene.chosen == SEARCHED.key
    assert screen.view.proposals.list.hasFocus()
    press(Qt.Key.Key_Down)
    assert screen.scene.chosen == UNLISTED.key
    press(Qt.Key.Key_L)
    decided = [decision_of(screen)]
    press(Qt.Key.Key_N)
    decided.append(decision_of(screen))
    assert decided == [Decision.LATER, Decision.NEW]
    press(Qt.Key.Key_Slash)
    assert screen.view.proposals.search.hasFocus()


def test_buttons_do_what_keys_do(screen: InboxScreen, desk: Desk) -> None:
    detail = screen.view.proposals.detail
    detail.buttons[Decision.DECLINED].click()
    assert desk.proposals.kept[0].decision is Decision.DECLINED
    screen.view.proposals.piles[Decision.DECLINED].click()
    assert [row.proposal.key for row in screen.scene.rows] == [OWN.key]
    assert detail.buttons[Decision.DECLINED].isHidden()
    screen.view.proposals.playbook.setCurrentIndex(1)
    screen.view.proposals.playbook.activated.emit(1)
    assert screen.scene.playbook


def test_pages_turn_by_digits_and_a_reminder_is_switched(screen: InboxScreen) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_3)
    tabs = [screen.scene.tab]
    switch = screen.view.reminders.rows[NudgeKind.MUST_OPEN].switch
    switch.click()
    assert screen._preferences.settings.reminders_off == "must_open"
    assert not switch.isChecked()
    switch.click()
    assert screen._preferences.settings.reminders_off == ""
    QTest.keyClick(screen, Qt.Key.Key_2)
    tabs.append(screen.scene.tab)
    assert tabs == [Tab.REMINDERS, Tab.WORDINGS]
    (card,) = screen.view.trials.cards
    assert "Not enough calls yet" in card.accessibleName()
    QTest.keyClick(screen, Qt.Key.Key_A)
    assert decision_of(screen) is Decision.NEW


def test_three_wordings_are_told_apart_in_plain_words(qtbot: QtBot, looks: QApplication) -> None:
    often = {0: (10, 2), 1: (10, 8), 2: (10, 2)}
    trials = [(place, turn % of < settled) for turn in range(400) for place, (of, settled) in often.items()]
    wordings = ("Is it a good moment?", "Two minutes?", "May I?")
    card = ComparisonCard()
    qtbot.addWidget(card)
    card.show_trial(TrialCard("Small", "opening.time", True, wordings, compare_all(trials, range(3))))
    said = card.accessibleName()
    assert "B does better than A, by 60 points (p < 0.001)." in said
    assert "B does better than C" in said
    assert "About equally good so far: A–C" in said
    card.show_trial(TrialCard("Small", "opening.time", True, wordings, compare_all(trials[:30], range(3))))
    assert "Not enough calls yet to tell apart A–B, A–C, B–C" in card.accessibleName()


def test_everything_that_takes_the_caret_has_a_name(screen: InboxScreen) -> None:
    for tab in Tab:
        screen.presenter.show_tab(tab)
        kinds = (QAbstractButton, QLineEdit, QComboBox, QListWidget, QPlainTextEdit)
        shown = [each for kind in kinds for each in screen.findChildren(kind) if each.isVisible()]
        assert shown
        for each in shown:
            assert each.accessibleName() or getattr(each, "text", str)(), each
        for button in screen.findChildren(QAbstractButton):
            if button.isVisible() and button.parent() is not None:
                assert button.height() >= 24


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("lang", [Lang.EN, Lang.CS])
def test_nothing_is_wider_than_a_small_window(
    screen: InboxScreen, words: Words, qapp: QApplication, lang: Lang, percent: int
) -> None:
    Theme(ThemeName.DARK, percent).apply(qapp)
    words.switch(lang)
    for tab in Tab:
        screen.presenter.show_tab(tab)
        qapp.processEvents()
        assert screen.minimumSizeHint().width() <= 800
    Theme().apply(qapp)


def test_czech_is_spoken_at_once(screen: InboxScreen, words: Words, qapp: QApplication) -> None:
    words.switch(Lang.CS)
    qapp.processEvents()
    assert screen.view.tabs[Tab.PROPOSALS].words() == "Návrhy"
    assert screen.view.proposals.detail.buttons[Decision.ACCEPTED].words() == "Přijmout"
    item = screen.view.proposals.list.item(0)
    assert item.text().startswith("Got a minute?\n3× · Vlastní slova")


def test_every_row_of_the_list_has_the_same_two_lines(screen: InboxScreen, qapp: QApplication) -> None:
    rows = screen.view.proposals.list
    screen.resize(720, 700)
    qapp.processEvents()
    assert rows.count() > 1
    assert len({rows.visualItemRect(rows.item(at)).height() for at in range(rows.count())}) == 1
    assert all(rows.item(at).text().count("\n") == 1 for at in range(rows.count()))


def test_a_file_that_no_program_opens_is_named_beside_its_lines(
    screen: InboxScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_O)
    told = screen.view.proposals.detail.place._unopened
    assert told.isVisible()
    assert told.whole_text().endswith("small.yaml")


def test_an_empty_list_leaves_everything_together_at_the_top(screen: InboxScreen, qtbot: QtBot) -> None:
    page = screen.view.proposals
    tall = page.list.height()
    QTest.keyClicks(page.search, "nothing is called like this")
    qtbot.waitUntil(page.list.isHidden)
    QApplication.processEvents()
    gap = page._empty.mapTo(screen, QPoint()).y() - page.search.mapTo(screen, QPoint()).y()
    assert gap < screen.height() // 3
    page.search.clear()
    screen.presenter.type_query("")
    qtbot.waitUntil(page.list.isVisible)
    QApplication.processEvents()
    assert page.list.height() == tall, "the list has all the room that there is"
