"""The look: contrast of every text pair, sizes to 200 %, one style sheet without holes."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import (
    PALETTES,
    TEXT_PAIRS,
    Colours,
    Theme,
    ThemeName,
    set_look,
    theme_named,
    theme_of_ground,
)
from app.ui.type_scale import SIZES, TextRole

LEAST_CONTRAST = 4.5


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_formula_agrees_with_the_standards_ends() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", list(ThemeName))
@pytest.mark.parametrize(("ink", "paper"), TEXT_PAIRS)
def test_text_stands_out(name: ThemeName, ink: str, paper: str) -> None:
    colours = PALETTES[name]
    assert contrast(getattr(colours, ink), getattr(colours, paper)) >= LEAST_CONTRAST


@pytest.mark.parametrize(
    "token", [name for name in Colours.__dataclass_fields__ if name not in {"line", "edge", "do_bar"}]
)
def test_every_colour_of_a_text_or_surface_is_checked(token: str) -> None:
    assert token == "focus" or any(token in pair for pair in TEXT_PAIRS)


@pytest.mark.parametrize("name", list(ThemeName))
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_style_sheet_has_no_unfilled_token(name: ThemeName, percent: int) -> None:
    sheet = Theme(name, percent).style_sheet()
    assert "px*" not in sheet
    assert not re.search(r"@[a-z]", sheet)
    assert sheet.count("{") == sheet.count("}")


def test_all_text_grows_with_the_reader() -> None:
    assert all(Theme(text_percent=200).size(role) == 2 * SIZES[role] for role in TextRole)
    assert Theme(text_percent=900).size(TextRole.BODY) == Theme(text_percent=200).size(TextRole.BODY)


def test_the_spoken_line_is_the_largest_and_at_least_30_px() -> None:
    largest = max(SIZES.values())
    assert SIZES[TextRole.SAY] == SIZES[TextRole.CUE] == largest >= 30
    assert all(SIZES[role] < largest for role in TextRole if role not in {TextRole.SAY, TextRole.CUE})


def test_a_setting_that_names_no_theme_follows_the_desktop(qapp: QApplication) -> None:
    assert theme_named("dark") is ThemeName.DARK
    assert theme_named("system") in {ThemeName.LIGHT, ThemeName.DARK}


def test_theme_switches_while_running(looks: QApplication, qtbot: object) -> None:
    label = QLabel("x")
    label.setProperty("role", TextRole.SAY.value)
    label.ensurePolished()
    assert label.palette().windowText().color().name() == PALETTES[ThemeName.LIGHT].ink
    Theme(ThemeName.DARK, 200).apply(looks)
    label.ensurePolished()
    assert label.palette().windowText().color().name() == PALETTES[ThemeName.DARK].ink
    assert label.font().pixelSize() == 62
    set_look(label, "role", TextRole.NOTE.value)
    assert label.font().pixelSize() == 24
    label.deleteLater()


def test_the_first_picture_follows_the_ground_of_the_desktop(looks: QApplication) -> None:
    before = looks.palette()
    try:
        Theme(ThemeName.DARK).apply(looks)
        assert theme_named("system", theme_of_ground) is ThemeName.DARK
        Theme(ThemeName.LIGHT).apply(looks)
        assert theme_named("system", theme_of_ground) is ThemeName.LIGHT
        assert theme_named("contrast", theme_of_ground) is ThemeName.CONTRAST
    finally:
        looks.setPalette(before)


def test_the_first_picture_needs_no_names_of_qts_namespace() -> None:
    """They take a tenth of the time until it is painted."""
    program = "import app.ui.program, PySide6.QtCore as core; print('Qt' in vars(core))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


@pytest.mark.parametrize("name", list(ThemeName))
def test_a_list_with_the_newest_first_has_an_arrow_down(
    looks: QApplication, qtbot: QtBot, name: ThemeName
) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    table.setStyleSheet(Theme(name).style_sheet())
    table.setHorizontalHeaderLabels([""])
    head = table.horizontalHeader()
    head.setSortIndicatorShown(True)

    def widths(order: Qt.SortOrder) -> list[int]:
        """How wide the arrow is in each line, from its top down."""
        head.setSortIndicator(0, order)
        picture = head.grab(QRect(0, 4, 100, head.height() - 8)).toImage()
        ground = picture.pixelColor(2, 2).lightness()
        lines = [
            [x for x in range(picture.width()) if abs(picture.pixelColor(x, y).lightness() - ground) > 60]
            for y in range(picture.height())
        ]
        return [max(line) - min(line) for line in lines if line]

    table.show()
    qtbot.waitExposed(table)
    falling, rising = widths(Qt.SortOrder.DescendingOrder), widths(Qt.SortOrder.AscendingOrder)
    assert falling[0] > falling[-1]
    assert rising[0] < rising[-1]
