"""The settings screen: everything in force at once, keys captured, clashes told, both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.call.events import HelpLevel
from app.playbook.vocabulary import Lang
from app.settings import Language, Settings, Theme, catalogue
from app.ui.keys import Action
from app.ui.preferences import Preferences
from app.ui.settings.screen import SettingsScreen
from app.ui.words import Words
from tests.ui.fakes import AtOnce

KEPT_BY_THE_PROGRAM = {"window", "compact_window", "last_playbook", "rep_id"}


@pytest.fixture
def screen(qtbot: QtBot, looks: QApplication, tmp_path: Path) -> SettingsScreen:
    preferences = Preferences(tmp_path, Settings(language=Language.EN, rep_name="Rep Example"), AtOnce())
    made = SettingsScreen(preferences)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def settings_of(screen: SettingsScreen) -> Settings:
    return screen._preferences.settings


def test_every_setting_that_a_person_sets_has_a_control(screen: SettingsScreen) -> None:
    named = set(screen._titled)
    assert {setting.name for setting in catalogue()} - KEPT_BY_THE_PROGRAM == named


def test_choices_hold_at_once(screen: SettingsScreen) -> None:
    screen.language.button("cs").click()
    screen.theme.button("dark").click()
    screen.text_size.button("150").click()
    screen.help_level.button("quiet").click()
    settings = settings_of(screen)
    assert settings.language is Language.CS
    assert settings.theme is Theme.DARK
    assert settings.text_percent == 150
    assert settings.help_level is HelpLevel.QUIET


def test_an_address_that_cannot_dial_is_told_under_its_field(screen: SettingsScreen) -> None:
    usual = screen._titled["dial"]._about.text()
    screen.texts["dial"].settled.emit("http://example.org/{e164}")
    assert "leads to another computer" in screen._titled["dial"]._about.text()
    screen.texts["dial"].settled.emit("callto:{e164}")
    assert screen._titled["dial"]._about.text() == usual


def test_a_text_holds_when_the_caret_leaves_it(screen: SettingsScreen, qtbot: QtBot) -> None:
    line = screen.texts["rep_company"]
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "Our House")
    assert settings_of(screen).rep_company == ""
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert settings_of(screen).rep_company == "Our House"


def test_an_emptied_field_goes_back_to_its_default(screen: SettingsScreen, qtbot: QtBot) -> None:
    line = screen.texts["country"]
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert settings_of(screen).country == "CZ"


def test_a_key_is_captured_by_pressing_it(screen: SettingsScreen) -> None:
    capture = screen.keys.row(Action.SKIP).capture
    capture.click()
    assert capture.is_waiting()
    QTest.keyClick(capture, Qt.Key.Key_J)
    assert not capture.is_waiting()
    assert dict(settings_of(screen).keys) == {"skip": ("J",)}
    assert "J" in capture.words()


def test_tab_can_be_captured_and_escape_leaves_as_is(screen: SettingsScreen) -> None:
    capture = screen.keys.row(Action.FLAG).capture
    capture.click()
    QTest.keyClick(capture, Qt.Key.Key_Escape)
    assert dict(settings_of(screen).keys) == {}
    screen.keys.row(Action.NOTE)._off.click()
    capture.click()
    QTest.keyClick(capture, Qt.Key.Key_Tab)
    assert settings_of(screen).keys["flag"] == ("Tab",)


def test_a_clash_is_told_and_changes_nothing(screen: SettingsScreen) -> None:
    capture = screen.keys.row(Action.SKIP).capture
    capture.click()
    QTest.keyClick(capture, Qt.Key.Key_Q)
    assert "already the key for “Objection”" in screen.keys.clash()
    assert dict(settings_of(screen).keys) == {}


def test_off_and_as_usual(screen: SettingsScreen) -> None:
    row = screen.keys.row(Action.STORY)
    row._off.click()
    assert settings_of(screen).keys["story"] == ()
    assert row.capture.words() == "off"
    row._usual.click()
    assert dict(settings_of(screen).keys) == {}


def test_escape_closes(screen: SettingsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.closed):
        QTest.keyClick(screen, Qt.Key.Key_Escape)


def test_speaks_czech_without_being_made_anew(screen: SettingsScreen, words: Words, qtbot: QtBot) -> None:
    words.switch(Lang.CS)
    qtbot.waitUntil(lambda: screen._title.text() == "Nastavení")
    assert screen.theme.button("dark").words() == "Tmavý"


def test_every_control_has_a_name_for_readers(screen: SettingsScreen) -> None:
    nameless = [
        each
        for each in screen.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.isVisible()
        and not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert nameless == []


def test_a_reminder_is_switched_off_and_on(screen: SettingsScreen) -> None:
    box = screen.reminders.button("must_open")
    assert box.isChecked()
    box.click()
    assert settings_of(screen).reminders_off == "must_open"
    screen.reminders.button("two_statements").click()
    assert settings_of(screen).reminders_off == "two_statements, must_open"
    box.click()
    screen.reminders.button("two_statements").click()
    assert settings_of(screen).reminders_off == ""


def test_a_text_that_cannot_be_used_is_told_and_changes_nothing(screen: SettingsScreen, qtbot: QtBot) -> None:
    line = screen.texts["dial"]
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    QTest.keyClicks(line, "phone")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "tel:{e164}" in screen._titled["dial"].wrong()
    assert settings_of(screen).dial == Settings().dial
    line.selectAll()
    QTest.keyClicks(line, "sip:{e164}")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert screen._titled["dial"].wrong() == ""
    assert settings_of(screen).dial == "sip:{e164}"


def test_a_country_is_written_in_capitals(screen: SettingsScreen, qtbot: QtBot) -> None:
    line = screen.texts["country"]
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    QTest.keyClicks(line, "sk")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert settings_of(screen).country == "SK"
