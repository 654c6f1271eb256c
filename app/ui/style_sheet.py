"""The one Qt style sheet, written with tokens: ``@ink`` is a colour, ``14px*`` a length that grows with the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.ui.type_scale import SIZES, WEIGHTS, TextRole, scaled

_ROLE_COLOURS: dict[TextRole, str] = {
    TextRole.KEY: "@soft",
    TextRole.NOTE: "@muted",
    TextRole.LABEL: "@muted",
    TextRole.DO: "@do",
    TextRole.DO_LARGE: "@do",
    TextRole.WORDING: "@soft",
    TextRole.STEP: "@soft",
    TextRole.STEP_DONE: "@muted",
    TextRole.SAVED: "@good",
    TextRole.STORY: "@story",
    TextRole.ALARM: "@alarm",
    TextRole.MOOD: "@mood",
    TextRole.VERB: "@soft",
}

_BASE = """
QWidget { color: @ink; }
QMainWindow, QDialog, QWidget[panel="ground"] { background: @ground; }
QToolTip { background: @panel; color: @ink; border: 1px solid @edge; padding: 4px*; }

QFrame[panel="panel"] { background: @panel; border: none; }
QFrame[panel="bar_top"] { background: @panel; border: none; border-bottom: 1px solid @line; }
QFrame[panel="bar_bottom"] { background: @panel; border: none; border-top: 1px solid @line; }
QFrame[panel="side_left"] { background: @panel; border: none; border-right: 1px solid @line; }
QFrame[panel="side_right"] { background: @panel; border: none; border-left: 1px solid @line; }
QFrame[panel="card"] { background: @panel; border: 1px solid @line; border-radius: 12px; }
QFrame[panel="field"] { background: @field; border: 1px solid @line; border-radius: 8px; }
QFrame[panel="story"] { background: @story_tint; border: none; border-radius: 8px; }
QFrame[panel="selected"] { background: @accent_tint; border: none; border-radius: 8px; }
QFrame[panel="plain"] { background: transparent; border: none; }
QFrame[panel="stop"] { background: transparent; border: 2px solid transparent; border-radius: 8px; }
QFrame[panel="stop"]:focus { border-color: @focus; }
QFrame[panel="rule"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[panel="do"] { background: transparent; border: none; border-left: 3px solid @do_bar; }
QFrame[panel="verbatim"] { background: transparent; border: none; border-left: 4px solid @accent; }

QFrame[banner="info"] { background: @accent_tint; border: none; border-bottom: 1px solid @line; }
QFrame[banner="warning"] { background: @mood_tint; border: none; border-bottom: 1px solid @line; }
QFrame[banner="alarm"] { background: @alarm_tint; border: none; border-bottom: 1px solid @line; }

QLabel { background: transparent; }
QLabel:disabled { color: @muted; }
QLabel[keycap="true"] {
    background: @panel; color: @soft; border: 1px solid @line; border-bottom: 2px solid @edge; border-radius: 4px;
    padding: 1px* 5px*; font-size: 11px*; font-weight: 500;
}

QLabel[chip], QFrame[chip] {
    background: @panel; color: @soft; border: 1px solid @line; border-radius: 10px*; padding: 3px* 10px*; font-size: 12px*;
}
QFrame[chip="dial"] QLabel { font-size: 12px*; color: @soft; }
QFrame[chip="dial"] QLabel[dial="true"] { font-weight: 700; color: @ink; }
QLabel[chip="tone"] { background: @accent_tint; color: @accent; border-color: @accent_tint; font-weight: 600; }
QLabel[chip="mood"] { background: @mood_tint; color: @mood; border-color: @mood_tint; font-weight: 600; }
QLabel[chip="alarm"] { background: @alarm_tint; color: @alarm; border-color: @alarm_tint; font-weight: 600; }
QLabel[chip="story"] { background: @story_tint; color: @story; border-color: @story_tint; font-weight: 600; }
QLabel[chip="good"] { background: @good_tint; color: @good; border-color: @good_tint; font-weight: 600; }

QPushButton[key_button="true"] { outline: none; border-radius: 8px; }
QPushButton[variant="plain"] { background: @field; border: 1px solid @line; }
QPushButton[variant="plain"]:hover { background: @hover; border-color: @edge; }
QPushButton[variant="plain"]:pressed { background: @line; }
QPushButton[variant="plain"]:focus { border: 2px solid @focus; }
QPushButton[variant="selected"] { background: @accent_tint; border: 1px solid @accent; }
QPushButton[variant="selected"]:hover { background: @accent_tint; border: 1px solid @accent; }
QPushButton[variant="selected"]:focus { border: 2px solid @focus; }
QPushButton[variant="selected"] QLabel { font-weight: 600; }
QPushButton[variant="primary"] { background: @accent; border: 1px solid @accent; }
QPushButton[variant="primary"]:hover, QPushButton[variant="primary"]:pressed { background: @accent_hover; }
QPushButton[variant="primary"]:focus { border: 2px solid @ink; }
QPushButton[variant="primary"]:disabled { background: @hover; border: 1px solid @line; }
QPushButton[variant="primary"] QLabel { color: @on_accent; font-weight: 500; }
QPushButton[variant="primary"] QLabel:disabled { color: @muted; }
QPushButton[variant="primary"] QLabel[keycap="true"] {
    background: transparent; color: @on_accent; border: 1px solid @on_accent; border-bottom-width: 1px;
}
QPushButton[variant="primary"] QLabel[keycap="true"]:disabled { color: @muted; border-color: @line; }
QPushButton[variant="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[variant="quiet"]:hover { background: @hover; }
QPushButton[variant="quiet"]:focus { border: 2px solid @focus; }
QPushButton[variant="quiet"] QLabel { color: @soft; }
QPushButton[variant="mood"] { background: @mood_tint; border: 1px solid @mood_tint; }
QPushButton[variant="mood"]:hover { border: 1px solid @mood; }
QPushButton[variant="mood"]:focus { border: 2px solid @mood; }
QPushButton[variant="mood"] QLabel { color: @mood; font-weight: 600; }
QPushButton[variant="tab"] { background: transparent; border: 1px solid transparent; }
QPushButton[variant="tab"]:hover { background: @hover; }
QPushButton[variant="tab"]:focus { border: 2px solid @focus; }
QPushButton[variant="tab"] QLabel { color: @soft; }
QPushButton[variant="tab_on"] { background: @accent_tint; border: 1px solid @accent_tint; }
QPushButton[variant="tab_on"]:focus { border: 2px solid @focus; }
QPushButton[variant="tab_on"] QLabel { color: @accent; font-weight: 600; }
QPushButton[variant="alarm"] { background: @alarm_tint; border: 1px solid @alarm_tint; }
QPushButton[variant="alarm"]:hover, QPushButton[variant="alarm"]:focus { border: 1px solid @alarm; }
QPushButton[variant="alarm"] QLabel { color: @alarm; font-weight: 500; }
QPushButton[variant="row"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
QPushButton[variant="row"]:hover { background: @hover; border-color: @edge; }
QPushButton[variant="row"]:focus, QPushButton[variant="row_on"]:focus { border: 2px solid @focus; }
QPushButton[variant="row_on"] { background: @accent_tint; border: 1px solid @accent; border-radius: 8px; }
QPushButton[variant="row_on"] QLabel[role="body"] { font-weight: 600; }
QPushButton[variant="row_on"] QLabel[role="note"] { color: @soft; }
QPushButton[variant="story"] { background: @story_tint; border: 1px solid @story_tint; }
QPushButton[variant="story"]:hover, QPushButton[variant="story"]:focus { border: 1px solid @story; }
QPushButton[variant="story"] QLabel { color: @story; }
QPushButton[pill="true"] { border-radius: 16px; }
QPushButton[pill="true"] QLabel { font-size: 12px*; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QDateTimeEdit, QTimeEdit, QComboBox {
    background: @field; color: @ink; border: 1px solid @line; border-radius: 8px; padding: 5px 9px; min-height: 20px*;
    selection-background-color: @accent; selection-color: @on_accent; placeholder-text-color: @muted;
}
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: @edge; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QDateTimeEdit:focus,
QTimeEdit:focus, QComboBox:focus { border: 2px solid @focus; padding: 4px 8px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid @alarm; padding: 4px 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @muted; background: @hover; }
QComboBox::drop-down { border: none; width: 24px*; }
QComboBox::down-arrow { image: url("@pictures/chevron-@shade.png"); width: 12px*; height: 12px*; }
QComboBox QAbstractItemView {
    background: @panel; color: @ink; border: 1px solid @edge; outline: none; padding: 4px;
    selection-background-color: @accent_tint; selection-color: @ink;
}
QAbstractItemView { background: @panel; color: @ink; border: none; outline: none; }
QAbstractItemView::item { padding: 4px* 8px*; border-radius: 6px; }
QTableView::item { border-radius: 0; }
QAbstractItemView::item:hover { background: @hover; }
QAbstractItemView::item:selected { background: @accent_tint; color: @ink; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-bottom: 1px solid @line; padding: 6px* 8px*; }
QHeaderView::up-arrow { image: url("@pictures/chevron-up-@shade.png"); width: 12px*; height: 12px*; }
QHeaderView::down-arrow { image: url("@pictures/chevron-@shade.png"); width: 12px*; height: 12px*; }
QTableView[ruled="true"]::item { border-bottom: 1px solid @line; }

QListView[plain_list="true"] { background: transparent; }
QListView[completions="true"] { border: 1px solid @edge; padding: 4px; }
QTableView[desk_list="true"] QHeaderView::section { padding: 6px* 12px*; }

QCheckBox, QRadioButton { background: transparent; spacing: 8px; min-height: 32px; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QCheckBox::indicator { width: 16px*; height: 16px*; border: 1px solid @muted; border-radius: 4px; background: @field; }
QCheckBox::indicator:focus { border: 2px solid @focus; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url("@pictures/check-@shade.png"); }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 1px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMenu { background: @panel; color: @ink; border: 1px solid @edge; padding: 4px; }
QMenu::item { padding: 6px* 20px* 6px* 12px*; border-radius: 6px; }
QMenu::item:disabled { color: @muted; }
QMenu::item:selected { background: @accent_tint; }
QProgressBar { background: @line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @panel; }
QCalendarWidget QToolButton { color: @ink; background: transparent; border-radius: 6px; padding: 4px*; min-height: 24px*; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QToolButton:hover { background: @hover; }
QCalendarWidget QAbstractItemView { background: @panel; selection-background-color: @accent; selection-color: @on_accent; }
QCalendarWidget QAbstractItemView:enabled { color: @ink; }
QCalendarWidget QAbstractItemView:disabled { color: @muted; }
QCalendarWidget QAbstractItemView::item { padding: 0; border-radius: 0; }
QCalendarWidget QAbstractItemView::item:selected { background: @accent; color: @on_accent; }
"""

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)px\*")
_TOKEN = re.compile(r"@([a-z_]+)")


def _roles() -> str:
    rules = []
    for role, size in SIZES.items():
        colour = _ROLE_COLOURS.get(role, "@ink")
        weight = WEIGHTS.get(role, 400)
        rules.append(
            f'QLabel[role="{role}"] {{ font-size: {size}px*; font-weight: {weight}; color: {colour}; }}'
        )
    return "\n".join(rules)


def sheet_of(tokens: Mapping[str, str], percent: int) -> str:
    """The style sheet with every ``@token`` and every ``px*`` length filled in.

    Raises:
        KeyError: A rule names a token that does not exist.
    """
    text = _roles() + _BASE
    text = _LENGTH.sub(lambda found: f"{scaled(float(found[1]), percent)}px", text)
    return _TOKEN.sub(lambda found: tokens[found[1]], text)
