"""Rows to pick from: numbered buttons under small headings, the highlighted one marked."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.keys import KeyMap
from app.ui.live.parts import laid_out_once, text_scale
from app.ui.live.scene import Row, RowRole
from app.ui.live.wording import kind_word, percent
from app.ui.type_scale import TextRole
from app.ui.widgets import KeyButton, PlainLabel, Variant, WrappingLabel
from app.ui.words import quoted, ui_lang

_TWO_COLUMNS_FROM = 460
_AT_ONCE = 9
_IN_A_BATCH = 4
MOST_ROWS = 60
"""More rows than a rep reads in a call; what lies beyond is found by typing."""


class RowButton(KeyButton):
    """One row."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(cap_first=True, wrap=True, parent=parent)
        self._row: Row | None = None
        self.clicked.connect(self._pick)

    def show_row(self, row: Row, words: str, key: str, extra: str) -> None:
        """Shows the row."""
        self._row = row
        self.set_words(words, key, extra)

    def _pick(self) -> None:
        if self._row is not None:
            self.picked.emit(self._row)


class RowList(QScrollArea):
    """A list of rows that scrolls when it must. Buttons are made once and used again.

    ``searched``: a field above has the caret, where letters are text and nothing but a digit picks a row.
    """

    picked = Signal(object)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None, *, searched: bool = False) -> None:
        super().__init__(parent)
        self.keys, self._searched = keys, searched
        self._rows: tuple[Row, ...] = ()
        self._current = -1
        self._shown = False
        self._to_fill: tuple[Row, ...] = ()
        self._filled = 0
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.timeout.connect(self._fill_some)
        self.buttons: list[RowButton] = []
        self.headings: list[PlainLabel] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._columns, self._abreast = 1, False
        self.more = WrappingLabel(role=TextRole.NOTE, parent=inside)
        column.addLayout(self._grid)
        column.addWidget(self.more)
        column.addStretch(1)
        self.setWidget(inside)

    def show_rows(self, rows: tuple[Row, ...], current: int, *, abreast: bool = False) -> None:
        """Shows the rows; ``abreast``: two in a row where there is room. Touches only what changed."""
        self._abreast = abreast
        self._set_columns()
        if rows != self._rows or not self._shown:
            self._fill(rows)
        if current != self._current or rows != self._rows:
            self._mark(current)
        self._rows, self._current, self._shown = rows, current, True

    def retranslate(self) -> None:
        """Words every row anew, at once or when the list is next shown."""
        if self.isVisible():
            self._fill(self._rows)
        else:
            self._shown = False

    def make_ahead(self, count: int) -> Iterator[None]:
        """Makes buttons up to ``count`` while nothing is pressed, one a step."""
        while len(self.buttons) < count:
            self._add_button()
            self.buttons[-1].hide()
            self.headings[-1].hide()
            yield

    def _fill(self, rows: tuple[Row, ...]) -> None:
        shown = rows[:MOST_ROWS]
        self._filled = 0
        self._to_fill = shown
        self._fill_on(_AT_ONCE)
        for place in range(len(shown), len(self.buttons)):
            self.buttons[place].hide()
            self.headings[place].hide()
        self._say_more(rows, shown)

    def _fill_some(self) -> None:
        self._fill_on(_IN_A_BATCH)

    def _fill_on(self, count: int) -> None:
        """The rows in sight at once, the others a few at a time, so that a key never waits for them."""
        end = min(len(self._to_fill), self._filled + count)
        with laid_out_once(self._inside):
            for place in range(self._filled, end):
                if place == len(self.buttons):
                    self._add_button()
                self._show(place, self._to_fill[place])
                self.buttons[place].set_variant(Variant.SELECTED if place == self._current else Variant.PLAIN)
        self._filled = end
        if end < len(self._to_fill):
            self._filling.start()

    def _say_more(self, rows: tuple[Row, ...], shown: tuple[Row, ...]) -> None:
        beyond = len(rows) - len(shown)
        self.more.setText(self.tr("%n more: type a few letters to find them.", "", beyond) if beyond else "")
        self.more.setVisible(beyond > 0)

    def _add_button(self) -> None:
        heading = PlainLabel(role=TextRole.LABEL, parent=self.widget())
        button = RowButton(self.widget())
        button.picked.connect(self.picked)
        self.headings.append(heading)
        self.buttons.append(button)
        self._place(len(self.buttons) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns only where there is room."""
        super().resizeEvent(event)
        self._set_columns()

    def _set_columns(self) -> None:
        wide = self.viewport().width() >= _TWO_COLUMNS_FROM * text_scale(self)
        columns = 2 if self._abreast and wide else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place in range(len(self.buttons)):
            self._place(place)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)

    def _place(self, place: int) -> None:
        row, column = divmod(place, self._columns)
        for at, part in enumerate((self.headings[place], self.buttons[place])):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, 2 * row + at, column)

    def _show(self, place: int, row: Row) -> None:
        key = str(row.digit or "") if self._searched else self.keys.digit_cap(row.digit, ui_lang())
        self.buttons[place].show_row(row, self._words(row), key, self._extra(row))
        self.buttons[place].show()
        self.headings[place].setText(self._heading(row))
        self.headings[place].setVisible(bool(row.heading))

    def _mark(self, current: int) -> None:
        if current >= self._filled:
            self._fill_on(current + 1 - self._filled)
        for place, button in enumerate(self.buttons):
            button.set_variant(Variant.SELECTED if place == current else Variant.PLAIN)
        if current == 0:
            self.verticalScrollBar().setValue(0)
        elif 0 < current < len(self.buttons):
            inside = self._inside.layout()
            if inside is not None:
                inside.activate()
            self.ensureWidgetVisible(self.buttons[current], 0, 8)

    def _heading(self, row: Row) -> str:
        return row.heading if row.role is RowRole.QUESTION else kind_word(row.heading)

    def _words(self, row: Row) -> str:
        match row.role:
            case RowRole.REST:
                return self.tr("The others by category")
            case RowRole.UNLISTED if row.detail:
                return self.tr("Record as unlisted: %1").replace("%1", quoted(row.detail, ui_lang()))
            case RowRole.UNLISTED:
                return self.tr("Unlisted objection")
            case RowRole.KIND:
                return kind_word(row.kind)
            case RowRole.STORY if row.found:
                return self.tr("Story: %1").replace("%1", row.label)
            case RowRole.STORY:
                return row.label
            case RowRole.QUESTION:
                return f"{row.label}\n→ {row.detail}" if row.done and row.detail else row.label
            case RowRole.OBJECTION:
                return f"{row.label} ({row.detail})" if row.detail else row.label

    def _extra(self, row: Row) -> str:
        match row.role:
            case RowRole.OBJECTION:
                share = percent(row.share) if row.share is not None else ""
                return f"✓ {share}".strip() if row.done else share
            case RowRole.REST | RowRole.KIND:
                return row.detail
            case RowRole.QUESTION:
                return "✓" if row.done else self.tr("must") if row.must else ""
            case RowRole.STORY:
                return self.tr("told") if row.done else self.tr("fits here") if row.must else ""
            case RowRole.UNLISTED:
                return ""
