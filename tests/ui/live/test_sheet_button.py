"""The key sheet's buttons: few widgets, the same names and sizes, and nothing painted under them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.keys import Action, KeyMap
from app.ui.live.sheet_button import SheetButton
from app.ui.type_scale import SMALLEST_TARGET
from tests.ui.live import prompts
from tests.ui.live.conftest import OpenDesk


@pytest.fixture
def button(qtbot: QtBot) -> SheetButton:
    made = SheetButton(Action.BACK)
    qtbot.addWidget(made)
    made.retranslate(KeyMap())
    return made


def test_readers_are_told_a_button_with_words_and_key(button: SheetButton) -> None:
    told = QAccessible.queryAccessibleInterface(button)
    assert told.role() is QAccessible.Role.PushButton
    assert told.text(QAccessible.Text.Name) == f"{button.words()} ({button.key()})"
    assert button.key() == "Esc"


def test_words_take_lines_where_they_have_no_room(button: SheetButton) -> None:
    one_line = button.sizeHint().width()
    assert button.heightForWidth(one_line) == button.sizeHint().height() >= SMALLEST_TARGET
    assert button.heightForWidth(button.minimumSizeHint().width()) > button.heightForWidth(one_line)


def test_larger_text_needs_more_room(button: SheetButton) -> None:
    font = button.font()
    font.setPixelSize(14)
    button.setFont(font)
    before = button.sizeHint().width(), button.heightForWidth(200)
    font.setPixelSize(28)
    button.setFont(font)
    assert button.sizeHint().width() > before[0]
    assert button.heightForWidth(200) > before[1]


def test_the_sheet_is_few_widgets_and_covers_what_lies_under_it(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    sheet = desk.parts.key_sheet
    assert not any(button.findChildren(QWidget) for button in sheet.buttons.values())
    desk.press(Qt.Key.Key_F1)
    assert sheet.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    corner = sheet.grab().toImage().pixelColor(0, 0)
    assert corner.alpha() == 255
