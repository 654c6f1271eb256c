"""Controls of the settings screen: one choice among a few, a text, a yes or no, and a folder."""

from __future__ import annotations

from collections.abc import Container, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.a11y import announce
from app.ui.theme import set_look
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import FlowLayout, KeyButton, Variant, WrappingLabel


class Choice(QWidget):
    """A few values side by side, one of them on."""

    chosen = Signal(str)

    def __init__(self, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self)
        self._buttons = {value: KeyButton() for value in values}
        for button in self._buttons.values():
            button.clicked.connect(self._clicked)
            flow.addWidget(button)

    def show_choice(self, value: str, words: Sequence[str], name: str) -> None:
        """Marks ``value``; ``words`` name the values, ``name`` the whole for readers."""
        self.setAccessibleName(name)
        for (each, button), text in zip(self._buttons.items(), words, strict=True):
            button.set_words(text)
            button.set_variant(Variant.SELECTED if each == value else Variant.PLAIN)
            button.setAccessibleDescription("✓" if each == value else "")

    def button(self, value: str) -> KeyButton:
        """The button of ``value``."""
        return self._buttons[value]

    def _clicked(self) -> None:
        button = self.sender()
        self.chosen.emit(next(value for value, each in self._buttons.items() if each is button))


class YesNo(KeyButton):
    """A yes or no that tells only what the user changed."""

    switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wrap=True, parent=parent)
        self.setCheckable(True)
        self.clicked.connect(self.switched)

    def show_state(self, on: bool, words: str) -> None:  # noqa: FBT001 - the state itself
        """Shows the state with its words."""
        self.set_words(f"✓ {words}" if on else words)
        self.setAccessibleName(words)
        self.setChecked(on)
        self.set_variant(Variant.SELECTED if on else Variant.PLAIN)


class Toggles(QWidget):
    """A few things, each on or off by itself."""

    switched = Signal(str, bool)

    def __init__(self, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self)
        self._buttons = {value: YesNo() for value in values}
        for button in self._buttons.values():
            button.clicked.connect(self._clicked)
            flow.addWidget(button)

    def show_states(self, on: Container[str], words: Sequence[str], name: str) -> None:
        """Marks what is on; ``words`` name the values, ``name`` the whole for readers."""
        self.setAccessibleName(name)
        for (value, button), text in zip(self._buttons.items(), words, strict=True):
            button.show_state(value in on, text)

    def button(self, value: str) -> YesNo:
        """The button of ``value``."""
        return self._buttons[value]

    def _clicked(self, on: bool) -> None:  # noqa: FBT001 - a slot
        button = self.sender()
        self.switched.emit(next(value for value, each in self._buttons.items() if each is button), on)


class TextLine(QLineEdit):
    """A text that counts once the caret leaves it or Enter is pressed."""

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.editingFinished.connect(self._settle)

    def show_text(self, text: str) -> None:
        """Shows ``text`` unless something else is being typed."""
        self._kept = text
        if not self.hasFocus() and self.text() != text:
            self.setText(text)

    def _settle(self) -> None:
        if self.text().strip() != self._kept:
            self._kept = self.text().strip()
            self.settled.emit(self._kept)


class FolderLine(QWidget):
    """A folder: typed, or picked in the desktop's own dialogue."""

    settled = Signal(str)
    pick_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        self.line = TextLine()
        self._pick = KeyButton()
        row.addWidget(self.line, 1)
        row.addWidget(self._pick)
        self.line.settled.connect(self.settled)
        self._pick.clicked.connect(self.pick_wanted)

    def show_folder(self, folder: str, standing_for: str, pick: str, name: str) -> None:
        """Shows the folder; ``standing_for`` is what an empty field means."""
        self.line.show_text(folder)
        self.line.setPlaceholderText(standing_for)
        self.line.setAccessibleName(name)
        self._pick.set_words(pick)


class Titled(QWidget):
    """A control under its name, with a sentence about what it does."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._title = WrappingLabel(role=TextRole.LABEL)
        self._about = WrappingLabel(role=TextRole.NOTE)
        self._title.setBuddy(control)
        column.addWidget(self._title)
        column.addWidget(control)
        column.addWidget(self._about)
        self._control = control
        self._wrong = WrappingLabel(role=TextRole.ALARM)
        self._wrong.hide()
        column.addWidget(self._wrong)

    def show_wrong(self, words: str) -> None:
        """Marks the control and says why what was typed cannot be used; no words take the mark away."""
        set_look(self._control, "wrong", "true" if words else None)
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        announce(self._wrong, words)

    def wrong(self) -> str:
        """What it says is wrong."""
        return "" if self._wrong.isHidden() else self._wrong.whole_text()

    def show_words(self, title: str, about: str) -> None:
        """Names the control and says what it does."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._about.setText(about)
        self._about.setVisible(bool(about))
