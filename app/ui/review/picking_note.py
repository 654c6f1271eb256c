"""Says above the table that a second call is to be picked, and for which one; a way out beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.a11y import announce
from app.ui.keys import Action, KeyMap
from app.ui.type_scale import TextRole
from app.ui.widgets import KeyButton, Panel, PanelLook, Variant, WrappingLabel
from app.ui.words import ui_lang


class PickingNote(Panel):
    """In sight only while a call waits for another beside it."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.SELECTED, parent)
        self._who = ""
        self._keys = KeyMap()
        self._words = WrappingLabel(role=TextRole.BODY)
        self._stop = KeyButton(variant=Variant.QUIET)
        self._stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self._stop)
        self.hide()
        self.retranslate()

    def set_keys(self, keys: KeyMap) -> None:
        """Names this way out."""
        self._keys = keys
        self.retranslate()

    def show_for(self, who: str) -> None:
        """A call beside that with ``who`` is to be picked; empty: none."""
        self._who = who
        self.retranslate()
        self.setVisible(bool(who))
        if who:
            announce(self, self._words.whole_text())

    def words(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._words.whole_text()

    def retranslate(self) -> None:
        """Says it in the present language."""
        said = self.tr("Which call beside %1? Find it, and press Enter on its row.")
        self._words.setText(said.replace("%1", self._who))
        self._stop.set_words(self.tr("Cancel"), self._keys.cap(Action.BACK, ui_lang()))

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
