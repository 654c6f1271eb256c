"""The history of every mark of the open call, in place of the sheet: review by review, criterion by criterion."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.keys import Action, KeyMap
from app.ui.review.histories import ReviewHistory
from app.ui.review.history_row import HistoryRow
from app.ui.review.history_scene import HistoryScene
from app.ui.review.step_words import broken_words, review_words
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import KeyButton, Panel, PanelLook, Rule, ScrollColumn, Variant, WrappingLabel, taken_out
from app.ui.words import ui_lang

_PAGE = 0.8
"""Of the room there is: how far a row that is higher than it moves at a time."""


class HistoryPanel(Panel):
    """Shows a ``HistoryScene``."""

    left = Signal()
    moment_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.SIDE_RIGHT, parent)
        self._scene = HistoryScene()
        self._keys = KeyMap()
        self._rows: list[HistoryRow] = []
        self._title = WrappingLabel(role=TextRole.HEADING)
        self._note = WrappingLabel(role=TextRole.NOTE)
        self._back = KeyButton(variant=Variant.QUIET)
        self._back.clicked.connect(self.left)
        self._scroll = ScrollColumn(gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addWidget(self._scroll, 1)
        self.retranslate()

    def show_scene(self, scene: HistoryScene) -> None:
        """Shows ``scene``; the keyboard stays at its row."""
        self._scene = scene
        held = self._held()
        self._note.setText(
            self.tr("The history cannot be read now. Try again in a moment.")
            if scene.troubled
            else self.tr("Nothing is overwritten: every mark that was ever given is here, the oldest first.")
        )
        self._rows = []
        column = self._scroll.column
        for part in taken_out(column):
            part.deleteLater()
        for one in scene.reviews:
            self._add(one)
        column.addStretch(1)
        if held is not None and self._rows:
            self._rows[min(held, len(self._rows) - 1)].setFocus()

    def _held(self) -> int | None:
        """The row that the keyboard is at."""
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        return next(
            (at for at, row in enumerate(self._rows) if row is focus or row.isAncestorOf(focus)), None
        )

    def _add(self, one: ReviewHistory) -> None:
        column = self._scroll.column
        column.addWidget(WrappingLabel(review_words(one.review), TextRole.STRONG))
        if one.card is not None:
            version = self.tr("version %1").replace("%1", one.card.version)
            column.addWidget(WrappingLabel(f"{one.card.title.in_lang(ui_lang())}, {version}", TextRole.NOTE))
        for broken in one.broken:
            column.addWidget(WrappingLabel(broken_words(broken), TextRole.ALARM))
        for mark in one.marks:
            row = HistoryRow(mark)
            row.moment_wanted.connect(self.moment_wanted)
            row.stepped.connect(self._step)
            self._rows.append(row)
            column.addWidget(row)
            row.show()
        column.addWidget(Rule())
        column.addSpacing(RHYTHM)

    def take_caret(self) -> None:
        """Puts the focus on the first mark."""
        if self._rows:
            self._go_to(self._rows[0])
        else:
            self._back.setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, row: HistoryRow, by: int) -> None:
        """To the next row, once all of this one has been seen."""
        if self._scroll_through(row, by):
            return
        place = self._rows.index(row) + by
        if 0 <= place < len(self._rows):
            self._go_to(self._rows[place])

    def _scroll_through(self, row: HistoryRow, by: int) -> bool:
        """Brings more of a row into sight that is higher than there is room; whether there was more."""
        bar, room = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        top = row.y() - bar.value()
        hidden = max(0, top + row.height() - room) if by > 0 else min(0, top)
        page = round(_PAGE * room)
        bar.setValue(bar.value() + max(-page, min(page, hidden)))
        return hidden != 0

    def _go_to(self, row: HistoryRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self._bring_into_sight()
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """The row under the keyboard, from its top; with the first one, what stands over it."""
        held = self._held()
        if held is None:
            return
        row, bar = self._rows[held], self._scroll.verticalScrollBar()
        if held == 0:
            bar.setValue(0)
        elif row.height() > self._scroll.viewport().height():
            bar.setValue(row.y())
        else:
            self._scroll.ensureWidgetVisible(row, 0, 2 * RHYTHM)

    def set_keys(self, keys: KeyMap) -> None:
        """Names these keys."""
        self._keys = keys
        self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._title.setText(self.tr("History of the marks"))
        self._back.set_words(self.tr("Back"), self._keys.cap(Action.HISTORY, ui_lang()))
        self.show_scene(self._scene)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
