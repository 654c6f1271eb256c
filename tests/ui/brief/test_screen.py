"""The card before the call by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.call.brief import brief_of
from app.call.people import CallTerms, LeadCard
from app.ui.brief.screen import BriefScreen
from app.ui.keys import Action, KeyMap
from app.ui.theme import Theme, ThemeName
from tests.builders import LEAD, REP, mill_playbook

Key = Qt.Key


def opened(
    qtbot: QtBot, *, cold: bool = False, blocked: bool = False, lead: LeadCard = LEAD, width: int = 1180
) -> BriefScreen:
    playbook = replace(
        mill_playbook(), lawful_basis_required=cold, prep=("Look at their page.", "Have the calendar open.")
    )
    terms = CallTerms(attempt=3)
    screen = BriefScreen(brief_of(playbook, lead, REP, terms), terms, blocked=blocked)
    qtbot.addWidget(screen)
    screen.resize(width, 760)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    screen.setFocus()
    return screen


def said(screen: BriefScreen) -> list[str]:
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.usefixtures("looks")
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, Key.Key_F5])
def test_one_key_starts(qtbot: QtBot, key: Key) -> None:
    screen = opened(qtbot)
    with qtbot.waitSignal(screen.start_requested) as got:
        QTest.keyClick(screen, key)
    assert got.args == [CallTerms(attempt=3, number="+420 777 123 456")]


@pytest.mark.usefixtures("looks")
def test_escape_goes_back_and_x_skips(qtbot: QtBot) -> None:
    screen = opened(qtbot)
    with qtbot.waitSignal(screen.back_requested):
        QTest.keyClick(screen, Key.Key_Escape)
    with qtbot.waitSignal(screen.skip_requested):
        QTest.keyClick(screen, Key.Key_X)


@pytest.mark.usefixtures("looks")
def test_a_cold_call_wants_its_basis_first(qtbot: QtBot) -> None:
    screen = opened(qtbot, cold=True)
    started: list[CallTerms] = []
    screen.start_requested.connect(started.append)
    QTest.keyClick(screen, Key.Key_Return)
    assert started == []
    assert any("Pick the lawful basis first (1–" in text for text in said(screen))
    QTest.keyClick(screen, Key.Key_2)
    assert not any("lawful basis" in text for text in said(screen))
    QTest.keyClick(screen, Key.Key_Return)
    assert started == [CallTerms(attempt=3, number="+420 777 123 456", lawful_basis="contract")]


@pytest.mark.usefixtures("looks")
def test_a_blocked_customer_has_no_start(qtbot: QtBot) -> None:
    screen = opened(qtbot, blocked=True)
    started: list[CallTerms] = []
    screen.start_requested.connect(started.append)
    QTest.keyClick(screen, Key.Key_Return)
    assert started == []
    names = [one.accessibleName() for one in screen.findChildren(QPushButton) if one.isVisible()]
    assert names == ["Skip (X)", "Back (Esc)"]
    assert any("asked not to be called" in text for text in said(screen))


@pytest.mark.usefixtures("looks")
def test_the_card_tells_what_matters_and_hides_what_is_unknown(qtbot: QtBot) -> None:
    screen = opened(qtbot, lead=replace(LEAD, promise="A free month", note="Ask for the accountant."))
    words = said(screen)
    for text in (
        "Sample Baker",
        "Sample Bakery",
        "Web",
        "The mill",
        "attempt 3",
        "A free month",
        "Meeting agreed",
    ):
        assert text in words
    assert "· hours a week · today · paper only" in words
    assert "“Hello Sample, Rep Example here.”" in words
    assert "A free month" in screen.accessibleName()
    bare = opened(qtbot, lead=LeadCard(phone="+420 777 123 456"))
    assert "What they saw" not in said(bare)
    assert "+420 777 123 456" in said(bare)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [1180, 420])
def test_no_words_are_cut_off(qtbot: QtBot, looks: QApplication, width: int, percent: int) -> None:
    Theme(ThemeName.LIGHT, percent).apply(looks)
    screen = opened(qtbot, cold=True, width=width)
    for _ in range(4):
        QApplication.processEvents()
    for label in screen.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed - 1, label.text()
            assert label.mapTo(screen, label.rect().topRight()).x() <= screen.width(), label.text()
    for button in screen.findChildren(QPushButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= 32, button.accessibleName()


@pytest.mark.usefixtures("looks")
def test_an_unchecked_number_is_said_on_the_card_and_asked_for_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.brief.screen.CHECK_AGAIN_MS", 0)
    terms = CallTerms()
    screen = BriefScreen(brief_of(mill_playbook(), LEAD, REP, terms), terms, unchecked=True)
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.check_wanted) as asked:
        screen.show()
    assert asked.args == [LEAD.phone]
    assert any("Do-not-call could not be checked" in words for words in said(screen))
    assert "Do-not-call could not be checked" in screen.accessibleName()
    with qtbot.waitSignal(screen.check_wanted):
        screen.checked(LEAD.phone, None)
    screen.checked(LEAD.phone, False)
    assert not any("not be checked" in words for words in said(screen))
    screen.close()


@pytest.mark.usefixtures("looks")
def test_buttons_name_the_reps_own_keys(qtbot: QtBot) -> None:
    screen = opened(qtbot, cold=True)
    keys = KeyMap().with_keys(Action.SKIP, "F7").with_keys(Action.DONE, "K").with_keys(Action.BACK, "D")
    screen.set_keys(keys.with_keys(Action.OPTION_2, "P"))
    names = [one.accessibleName() for one in screen.findChildren(QPushButton) if one.isVisible()]
    assert {"Start the call (K)", "Skip (F7)", "Back (D)"} <= set(names)
    assert [name[-3:] for name in names if name.startswith("Dial")] == ["F4)"]
    assert sum(name.endswith("(P)") for name in names) == 1
    QTest.keyClick(screen, Key.Key_K)
    assert any("Pick the lawful basis first (1, P, 3" in text for text in said(screen))
