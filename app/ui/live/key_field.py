"""One-line text fields of the live window: they name their key, and while the caret is in them the call's keys sleep."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.ui.key_events import key_press
from app.ui.type_scale import SMALLEST_TARGET
from app.ui.widgets import KeyCap


class KeyField(QLineEdit):
    """A text field with a key cap at its right end.

    ``typed`` carries the whole text at every change by the rep, ``entered`` comes with Enter, ``left`` when the caret
    goes, ``moved`` (−1 or 1) with the up and down arrows.
    """

    typed = Signal(str)
    entered = Signal()
    left = Signal()
    moved = Signal(int)
    tabbed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cap = KeyCap(parent=self)
        self.textEdited.connect(self.typed)
        self.returnPressed.connect(self.entered)

    def set_words(self, placeholder: str, key: str, name: str = "") -> None:
        """What stands in the empty field, which key leads here, and its name for readers."""
        self.setPlaceholderText(placeholder)
        self._cap.set_key(key)
        self.setAccessibleName(f"{name or placeholder} ({key})" if key else name or placeholder)
        self._place_cap()

    def show_text(self, text: str) -> None:
        """Shows ``text`` unless the field reads so already; the caret of a typing rep stays where it is."""
        if text != self.text():
            self.setText(text)

    def sizeHint(self) -> QSize:
        """At least 36 px high, more with larger text."""
        wanted = super().sizeHint()
        return QSize(wanted.width(), max(wanted.height(), SMALLEST_TARGET + 4))

    def minimumSizeHint(self) -> QSize:
        """May become narrow, never low."""
        return QSize(80, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tab is a key of the call, not of the form; Shift+Tab goes back through the controls as everywhere."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
        ):
            self.tabbed.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows up and down leave the text alone and move rows."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace):
            event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text makes the cap larger, once it has heard of it too."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._place_cap)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that the caret has gone."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the cap at the right end."""
        super().resizeEvent(event)
        self._place_cap()

    def _place_cap(self) -> None:
        size = self._cap.sizeHint()
        self._cap.resize(size)
        self._cap.move(self.width() - size.width() - 10, (self.height() - size.height()) // 2)
        shown = bool(self._cap.text()) and self.width() > size.width() * 3
        self._cap.setVisible(shown)
        self.setTextMargins(0, 0, size.width() + 8 if shown else 0, 0)


class SearchField(KeyField):
    """A field over numbered rows: digits pick rows.

    In the empty field the whole top row counts, Czech letters too; once something is typed only true digits do, so
    that accented words can be searched for.
    """

    digit_pressed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits go to the rows, everything else is text."""
        digit = self._digit(event)
        if digit is None:
            super().keyPressEvent(event)
            return
        event.accept()
        self.digit_pressed.emit(digit)

    def _digit(self, event: QKeyEvent) -> int | None:
        if event.text().isdecimal() and event.text() != "0":
            return int(event.text())
        press = key_press(event)
        if self.text() or press is None or press.shift or press.ctrl or press.alt or press.meta:
            return None
        return int(press.key) if press.key in set("123456789") else None
