"""The quiet banner above the screens."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.ui.a11y import announce
from app.ui.theme import set_look
from app.ui.type_scale import TextRole
from app.ui.widgets.buttons import KeyButton, Variant
from app.ui.widgets.labels import WrappingLabel


class BannerLook(StrEnum):
    """How grave a banner is."""

    INFO = "info"
    WARNING = "warning"
    ALARM = "alarm"


class Banner(QFrame):
    """A sentence above the screen that takes no focus and blocks nothing; hidden until it has something to say."""

    action_chosen = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("banner", BannerLook.INFO.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 10, 6)
        row.setSpacing(12)
        self._text = WrappingLabel(role=TextRole.BODY, parent=self)
        self._action = KeyButton(variant=Variant.PLAIN, parent=self)
        self._close = KeyButton("✕", variant=Variant.QUIET, parent=self)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._action.clicked.connect(self.action_chosen)
        self._close.clicked.connect(self._dismiss)
        self.hide()

    def say(
        self, text: str, look: BannerLook = BannerLook.INFO, *, action: str = "", close: str = ""
    ) -> None:
        """Shows ``text``, with a button named ``action`` when given; ``close`` names the dismissing button for readers."""
        self._text.setText(text)
        self._action.set_words(action)
        self._action.setVisible(bool(action))
        self._close.setAccessibleName(close or "✕")
        set_look(self, "banner", look.value)
        self.setAccessibleName(text)
        self.show()
        announce(self, text)

    def go_on(self, text: str) -> None:
        """Says how it goes on, without telling readers each time; nothing once it was dismissed."""
        if not self.isHidden():
            self._text.setText(text)
            self.setAccessibleName(text)

    def text(self) -> str:
        """What it says now, empty while hidden."""
        return "" if self.isHidden() else self._text.whole_text()

    def quieten(self) -> None:
        """Hides it."""
        self.hide()

    def _dismiss(self) -> None:
        self.hide()
        self.closed.emit()
