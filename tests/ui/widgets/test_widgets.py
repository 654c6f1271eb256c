"""Shared parts: names for readers, room for large text, plain text always."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme, ThemeName
from app.ui.type_scale import SMALLEST_TARGET, TextRole
from app.ui.widgets import (
    Banner,
    BannerLook,
    Chip,
    ChipLook,
    DialChip,
    FlowLayout,
    KeyButton,
    KeyCap,
    RowButton,
    TurningRow,
    Variant,
    WrappingLabel,
)
from app.ui.widgets.labels import softened

pytestmark = pytest.mark.usefixtures("looks")

LONG = "Pět hodin týdně je při vaší sazbě několik tisíc korun měsíčně a to už stojí za půlhodinu času."


def test_button_names_its_key_for_readers(qtbot: QtBot) -> None:
    button = KeyButton("End call", "F12")
    qtbot.addWidget(button)
    assert button.accessibleName() == "End call (F12)"
    button.set_words("Konec", "F11", "31 %")
    assert button.accessibleName() == "Konec, 31 % (F11)"
    button.set_words("Konec", "")
    assert button.accessibleName() == "Konec, 31 %"


@pytest.mark.parametrize("variant", list(Variant))
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_button_is_smaller_than_the_doctrine_says(
    qtbot: QtBot, looks: QApplication, variant: Variant, percent: int
) -> None:
    Theme(ThemeName.LIGHT, percent).apply(looks)
    button = KeyButton("A", "", variant)
    qtbot.addWidget(button)
    button.ensurePolished()
    assert button.sizeHint().height() >= SMALLEST_TARGET
    assert button.minimumSizeHint().height() >= SMALLEST_TARGET
    assert button.minimumHeight() >= SMALLEST_TARGET


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_wrapping_button_is_high_enough_for_its_words(
    qtbot: QtBot, looks: QApplication, percent: int
) -> None:
    Theme(ThemeName.LIGHT, percent).apply(looks)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    button = KeyButton(LONG, "1", cap_first=True, wrap=True)
    column.addWidget(button)
    column.addStretch(1)
    window.resize(420, 900)
    window.show()
    label = button.findChild(WrappingLabel)
    assert label is not None
    assert label.height() >= label.heightForWidth(label.width())
    assert label.mapTo(button, QPoint(0, label.height())).y() <= button.height()


def test_wrapping_label_never_takes_markup(qtbot: QtBot) -> None:
    label = WrappingLabel("<b>Kolář & syn</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.whole_text() == "<b>Kolář & syn</b>"


def test_overlong_words_can_break_but_read_whole(qtbot: QtBot) -> None:
    link = "https://example.org/" + "a" * 60
    label = WrappingLabel(link, TextRole.NOTE)
    qtbot.addWidget(label)
    assert label.whole_text() == link
    assert label.text() == softened(link) != link
    assert label.text().replace("\u200b", "") == link
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(link)


def test_clicking_words_or_cap_clicks_the_button(qtbot: QtBot) -> None:
    button = KeyButton("Next", "⏎", Variant.PRIMARY)
    qtbot.addWidget(button)
    button.show()
    cap = button.findChild(KeyCap)
    assert cap is not None
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=cap.geometry().center())
    assert cap.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_banner_speaks_without_taking_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    banner, other = Banner(), KeyButton("Other")
    column.addWidget(banner)
    column.addWidget(other)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    banner.say("The disk is full.", BannerLook.ALARM, action="Show folder")
    assert other.hasFocus()
    assert banner.text() == banner.accessibleName() == "The disk is full."
    with qtbot.waitSignal(banner.action_chosen):
        banner.findChildren(KeyButton)[0].click()
    with qtbot.waitSignal(banner.closed):
        banner.findChildren(KeyButton)[1].click()
    assert banner.text() == ""


def test_dial_reads_as_one_thing(qtbot: QtBot) -> None:
    dial = DialChip()
    qtbot.addWidget(dial)
    dial.set_dial("pause", "+", "2 s")
    assert dial.accessibleName() == "pause + 2 s"


def test_flow_goes_on_in_the_next_row(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window)
    chips = [Chip("chip number") for _ in range(8)]
    for chip in chips:
        flow.addWidget(chip)
    window.resize(300, 400)
    window.show()
    rows = {chip.y() for chip in chips}
    assert len(rows) > 1
    assert all(chip.geometry().right() <= 300 for chip in chips)
    assert flow.heightForWidth(10_000) < flow.heightForWidth(300)
    assert flow.count() == 8
    assert flow.takeAt(99) is None


def test_row_says_everything_to_readers_and_marks_the_chosen(qtbot: QtBot) -> None:
    row = RowButton()
    qtbot.addWidget(row)
    row.set_row("Anna Dusk", "Mill Ltd", "callback", [("Web", ChipLook.PLAIN)])
    assert row.accessibleName() == "Anna Dusk, Mill Ltd, Web, callback"
    row.set_chosen(True)
    assert row.accessibleDescription() == "✓"
    row.set_row("Anna Dusk")
    assert row.accessibleName() == "Anna Dusk"


def test_row_turns_where_words_do_not_fit_side_by_side(qtbot: QtBot) -> None:
    row = TurningRow(40)
    qtbot.addWidget(row)
    row.resize(1000, 40)
    row.show()
    assert not row.is_turned()
    row.resize(120, 80)
    assert row.is_turned()
