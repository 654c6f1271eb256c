"""The first page after hang-up: which outcome it was, by two digits or one Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.playbook.vocabulary import OutcomeGroup
from app.ui.keys import OPTIONS, Action, KeyMap, cap_of
from app.ui.moments import clock_words
from app.ui.outcome.scene import ChooseScene, GroupColumn, OutcomeRow
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    FlowLayout,
    KeyButton,
    Panel,
    PanelLook,
    ScrollColumn,
    Variant,
    WrappingLabel,
)
from app.ui.words import ui_lang

DO_NOT_CALL_KEY, DO_NOT_CALL_CHORD = "N", "Ctrl+D"
"""The chord is for the left hand."""

_COLUMN_WIDTH = 150
"""Logical pixels at 100 %: under it four groups no longer stand side by side."""


class GroupCard(Panel):
    """One group: a heading that opens it and its outcomes."""

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(self, code: OutcomeGroup, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.CARD, parent)
        self._code, self._keys = code, KeyMap()
        self._heading = KeyButton(cap_first=True, wrap=True, variant=Variant.QUIET, parent=self)
        self._heading.clicked.connect(self._open)
        self._names = WrappingLabel(role=TextRole.NOTE, parent=self)
        self._rows: list[KeyButton] = []
        self._codes: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(RHYTHM, RHYTHM, RHYTHM, RHYTHM)
        self._column.setSpacing(4)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._names)
        self._column.addStretch(1)
        self._names.setContentsMargins(10, 0, 10, 4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_group(self, group: GroupColumn, keys: KeyMap, *, folded: bool, others_open: bool) -> None:
        """Shows the group; ``folded`` leaves only the names of its outcomes in sight while it is closed."""
        self._code, self._keys = group.code, keys
        self._heading.set_words(
            _capital(group.label), "" if others_open else keys.digit_cap(group.digit, ui_lang())
        )
        self._heading.set_variant(Variant.TAB_ON if group.is_open else Variant.QUIET)
        while len(self._rows) < len(group.rows):
            self._add_row()
        self._codes = [row.id for row in group.rows]
        hidden = folded and not group.is_open
        for place, button in enumerate(self._rows):
            inside = place < len(group.rows)
            button.setVisible(inside and not hidden)
            if inside:
                self._show_row(button, group.rows[place])
        self._names.setText(" · ".join(row.label for row in group.rows))
        self._names.setVisible(hidden)

    def _show_row(self, button: KeyButton, row: OutcomeRow) -> None:
        button.set_words(_capital(row.label), self._keys.digit_cap(row.digit, ui_lang()))
        button.set_variant(Variant.SELECTED if row.proposed else Variant.PLAIN)

    def _add_row(self) -> None:
        button = KeyButton(cap_first=True, wrap=True, parent=self)
        button.clicked.connect(self._choose)
        self._rows.append(button)
        self._column.insertWidget(self._column.count() - 2, button)

    def _open(self) -> None:
        self.opened.emit(self._code.value)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, KeyButton) and button in self._rows:
            self.chosen.emit(self._codes[self._rows.index(button)])


class ChoosePage(QWidget):
    """Suggestion on top, groups under it, "do not call" and the way back below."""

    suggestion_taken = Signal()
    group_opened = Signal(str)
    outcome_chosen = Signal(str)
    do_not_call_chosen = Signal()
    back_wanted = Signal()

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._scene = ChooseScene("", 0, None, ())
        self._title = WrappingLabel(role=TextRole.TITLE, parent=self)
        self._call = WrappingLabel(role=TextRole.NOTE, parent=self)
        self._suggested = KeyButton(variant=Variant.PRIMARY, parent=self)
        self._hint = WrappingLabel(role=TextRole.NOTE, parent=self)
        self._cards: list[GroupCard] = []
        self._never = KeyButton(variant=Variant.ALARM, parent=self)
        self._back = KeyButton(parent=self)
        self._lay_out()
        self._suggested.clicked.connect(self.suggestion_taken)
        self._never.clicked.connect(self.do_not_call_chosen)
        self._back.clicked.connect(self.back_wanted)
        self.retranslate()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._scroll = ScrollColumn(self, gap=2 * RHYTHM)
        self._scroll.column.setContentsMargins(3 * RHYTHM, 3 * RHYTHM, 3 * RHYTHM, 2 * RHYTHM)
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(self._title)
        heading.addWidget(self._call)
        self._scroll.column.addLayout(heading)
        suggestion = QWidget(self)
        row = FlowLayout(suggestion, gap=2 * RHYTHM)
        row.addWidget(self._suggested)
        row.addWidget(self._hint)
        self._scroll.column.addWidget(suggestion)
        self._groups = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._groups.setSpacing(2 * RHYTHM)
        self._scroll.column.addLayout(self._groups)
        self._scroll.column.addStretch(1)
        whole.addWidget(self._scroll, 1)
        bar = Panel(PanelLook.BAR_BOTTOM, self)
        bottom = FlowLayout(bar)
        bottom.setContentsMargins(3 * RHYTHM, 10, 3 * RHYTHM, 10)
        bottom.addWidget(self._never)
        bottom.addWidget(self._back)
        whole.addWidget(bar)

    def set_keys(self, keys: KeyMap) -> None:
        """Other keys stand on the buttons from now on."""
        self._keys = keys
        self._arrange()
        self.retranslate()

    def show_scene(self, scene: ChooseScene) -> None:
        """Shows the outcomes."""
        self._scene = scene
        while len(self._cards) < len(scene.groups):
            self._add_card(scene.groups[len(self._cards)].code)
        self._arrange()
        self._say()

    def _add_card(self, code: OutcomeGroup) -> None:
        card = GroupCard(code, self)
        card.opened.connect(self.group_opened)
        card.chosen.connect(self.outcome_chosen)
        self._cards.append(card)
        self._groups.addWidget(card, 1)

    def _arrange(self) -> None:
        wanted = max(1, len(self._scene.groups)) * self._column_width()
        narrow = self.width() < wanted
        side_by_side, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._groups.setDirection(stacked if narrow else side_by_side)
        any_open = any(group.is_open for group in self._scene.groups)
        for place, card in enumerate(self._cards):
            inside = place < len(self._scene.groups)
            card.setVisible(inside)
            if inside:
                group = self._scene.groups[place]
                card.show_group(group, self._keys, folded=narrow, others_open=any_open and not group.is_open)

    def _column_width(self) -> int:
        return round(_COLUMN_WIDTH * self.fontMetrics().height() / 17) + 2 * RHYTHM

    def _say(self) -> None:
        scene = self._scene
        time = clock_words(scene.talk_ms)
        cut_off = self.tr("The call was cut off; only its outcome is left to record.")
        told = [scene.lead, self.tr("call time %1").replace("%1", time)]
        self._call.setText(
            " · ".join([*(part for part in told if part), *([cut_off] if scene.abandoned else [])])
        )
        suggested = scene.suggested
        self._suggested.setVisible(suggested is not None)
        if suggested is not None:
            self._suggested.set_words(_capital(suggested.label), enter_cap(self._keys))
            proposed = self.tr("proposed by the playbook")
            goal = self.tr("the goal of this playbook")
            self._hint.setText(proposed if suggested.proposed else goal)
        self._hint.setVisible(suggested is not None)
        self.setAccessibleName(f"{self._title.whole_text()} {self._call.whole_text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Groups stand side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._title.setText(self.tr("How did the call end?"))
        self._never.set_words(self.tr("Do not call again"), self._never_cap())
        self._back.set_words(self.tr("Back to the call"), self._keys.cap(Action.UNDO, ui_lang()))
        self._say()

    def _never_cap(self) -> str:
        """The screen's own letter, or its chord where the rep picks outcomes with the letter."""
        return DO_NOT_CALL_CHORD if self._keys.holder_of(DO_NOT_CALL_KEY) in OPTIONS else DO_NOT_CALL_KEY


def enter_cap(keys: KeyMap) -> str:
    """What goes on here; Enter does in any case."""
    return keys.cap_beside_space(Action.DONE, ui_lang()) or cap_of("Return")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
