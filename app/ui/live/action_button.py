"""The button of an action: named like its key sheet entry, and heard the same way as its key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from app.ui.keys import ACTIONS, Action, KeyMap
from app.ui.widgets import KeyButton, Variant, WrappingLabel
from app.ui.words import ui_lang


class ActionButton(KeyButton):
    """A button that does ``action``; its words are the action's own unless ``say`` gave others; ``roomy`` is higher."""

    acted = Signal(Action)

    def __init__(
        self,
        action: Action,
        keys: KeyMap,
        variant: Variant = Variant.PLAIN,
        *,
        cap_first: bool = False,
        wrap: bool = False,
        roomy: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", variant, cap_first=cap_first, wrap=wrap, parent=parent)
        if roomy:
            give_room(self)
        self.action = action
        self._keys = keys
        self._own_words = ""
        self.clicked.connect(self._act)
        self.retranslate()

    def _act(self) -> None:
        self.acted.emit(self.action)

    def say(self, words: str, extra: str | None = None) -> None:
        """Other words than the action's own; empty brings those back."""
        self._own_words = words
        self.retranslate(extra)

    def set_keys(self, keys: KeyMap) -> None:
        """The keys were changed."""
        self._keys = keys
        self.retranslate()

    def retranslate(self, extra: str | None = None) -> None:
        """Puts words and key in the language of the window."""
        lang = ui_lang()
        words = self._own_words or ACTIONS[self.action].words.in_lang(lang)
        self.set_words(words, self._keys.cap(self.action, lang), extra)

    def sizeHint(self) -> QSize:
        """One line where there is room for it."""
        wanted = super().sizeHint()
        label = self._label
        if isinstance(label, WrappingLabel) and not label.isHidden():
            line = max(label.fontMetrics().horizontalAdvance(text) for text in label.text().split("\n"))
            wanted.setWidth(wanted.width() - label.sizeHint().width() + line + 4)
        return wanted

    def spell(self, *, spelled: bool) -> None:
        """Shows or hides the words beside the key; readers are told them either way."""
        self._label.setVisible(spelled)
        self.updateGeometry()


def give_room(button: KeyButton) -> None:
    """More air above and below, for answers and other things that are aimed at in a hurry."""
    layout = button.layout()
    if layout is not None:
        layout.setContentsMargins(11, 8, 11, 8)


def tighten(button: KeyButton) -> None:
    """Less air at the sides, for bars with many buttons."""
    layout = button.layout()
    if layout is not None:
        layout.setContentsMargins(6, 5, 6, 5)
        layout.setSpacing(5)
