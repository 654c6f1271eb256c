"""The button that names its key: every act on the screen is one of these."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui.theme import set_look
from app.ui.type_scale import SMALLEST_TARGET, TextRole
from app.ui.widgets.labels import KeyCap, PlainLabel, WrappingLabel


class Variant(StrEnum):
    """How a button looks: ``primary`` is the one thing to do next; ``selected`` is an answer already picked."""

    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"
    SELECTED = "selected"
    MOOD = "mood"
    ALARM = "alarm"
    STORY = "story"
    TAB = "tab"
    TAB_ON = "tab_on"


class KeyButton(QPushButton):
    """A button with words and the key that does the same; at least 32 px high; its name for readers includes the key.

    ``cap_first`` puts the key cap before the words (answers, moods); ``wrap`` lets long words take several lines;
    ``extra`` is a short figure at the right end; a ``pill`` is rounder, with smaller words, for filters side by side.
    """

    def __init__(
        self,
        text: str = "",
        key: str = "",
        variant: Variant = Variant.PLAIN,
        *,
        cap_first: bool = False,
        wrap: bool = False,
        pill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("key_button", "true")
        self.setProperty("variant", variant.value)
        if pill:
            self.setProperty("pill", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(SMALLEST_TARGET)
        self._wrap = wrap
        self._said: tuple[str, str, str] | None = None
        self._label = WrappingLabel(parent=self) if wrap else PlainLabel(parent=self)
        self._extra = PlainLabel(role=TextRole.NOTE, parent=self)
        self._cap = KeyCap(parent=self)
        for part in (self._label, self._extra):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._extra.hide()
        sides = 6 if pill and variant is Variant.QUIET else 10
        self._lay_out(cap_first=cap_first, centred=not (cap_first or wrap), sides=sides)
        vertical = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.set_words(text, key)

    def _lay_out(self, *, cap_first: bool, centred: bool, sides: int) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(sides, 5, sides, 5)
        row.setSpacing(8 if cap_first else 5)
        if centred:
            row.addStretch(1)
        if cap_first:
            row.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1 if self._wrap else 0, Qt.AlignmentFlag.AlignVCenter)
        if not cap_first:
            row.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)
        if not self._wrap:
            row.addStretch(1)
        row.addWidget(self._extra, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_words(self, text: str, key: str | None = None, extra: str | None = None) -> None:
        """Changes the words, and with them the key and the figure at the end when given."""
        wanted = (text, self.key() if key is None else key, self._extra.text() if extra is None else extra)
        if wanted == self._said:
            return
        self._said = wanted
        self._label.setText(text)
        if key is not None:
            self._cap.set_key(key)
        if extra is not None:
            self._extra.setText(extra)
            self._extra.setVisible(bool(extra))
        self._name_for_readers()
        self.updateGeometry()

    def _name_for_readers(self) -> None:
        parts = [self.words(), self._extra.text()]
        name = ", ".join(part for part in parts if part)
        self.setAccessibleName(f"{name} ({self.key()})" if self.key() else name)

    def words(self) -> str:
        """The words on the button."""
        return self._label.whole_text() if isinstance(self._label, WrappingLabel) else self._label.text()

    def key(self) -> str:
        """The key named on the button, empty when there is none."""
        return self._cap.text()

    def set_variant(self, variant: Variant) -> None:
        """Changes the looks."""
        set_look(self, "variant", variant.value)

    def sizeHint(self) -> QSize:
        """As large as the words and the cap need, never under 32 px."""
        layout = self.layout()
        wanted = layout.sizeHint() if layout is not None else QSize()
        return wanted.expandedTo(QSize(SMALLEST_TARGET, SMALLEST_TARGET))

    def minimumSizeHint(self) -> QSize:
        """The least that cuts nothing off."""
        layout = self.layout()
        wanted = layout.minimumSize() if layout is not None else QSize()
        return wanted.expandedTo(QSize(SMALLEST_TARGET, SMALLEST_TARGET))
