"""What every part of the live window is: told new keys, retold in another language, sized with the text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from app.ui.keys import Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.type_scale import SIZES, TextRole
from app.ui.widgets import Panel, PanelLook


class Part(Panel):
    """A surface of the live window. Its buttons speak through ``acted``; ``retranslate`` sets all fixed words."""

    acted = Signal(Action)

    def __init__(self, look: PanelLook, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.keys = keys

    def adopt(self, *buttons: ActionButton) -> None:
        """Passes on what these buttons do."""
        for button in buttons:
            button.acted.connect(self.acted)

    def set_keys(self, keys: KeyMap) -> None:
        """The keys were changed."""
        self.keys = keys
        for button in self.findChildren(ActionButton):
            button.set_keys(keys)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets the words that do not come with a scene."""

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the other language at once."""
        if event.type() is QEvent.Type.LanguageChange:
            for button in self.findChildren(ActionButton):
                button.retranslate()
            self.retranslate()
        super().changeEvent(event)


@contextmanager
def laid_out_once(widget: QWidget) -> Iterator[None]:
    """Shows and hides children of ``widget`` inside; Qt would lay everything in it out anew at each one that comes up."""
    layout = widget.layout()
    if layout is not None:
        layout.setEnabled(False)
    try:
        yield
    finally:
        if layout is not None:
            layout.setEnabled(True)


def text_scale(widget: QWidget) -> float:
    """How many times larger than designed the text is (1 to 2)."""
    pixels = widget.font().pixelSize()
    return max(1.0, pixels / SIZES[TextRole.BODY]) if pixels > 0 else 1.0
