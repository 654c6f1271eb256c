"""Texts: labels that wrap and never cut off, key caps, chips, and the parts of a tone badge."""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.theme import set_look
from app.ui.type_scale import TextRole

_LONGEST_WORD = 24
_LONG_WORD = re.compile(rf"[^\s\u200b]{{{_LONGEST_WORD + 1},}}")
_SOFT_BREAK = "\u200b"
_LONG_ADDRESS = re.compile(r"\S*[/+:@._=&?]\S*")
_ADDRESS_JOINT = re.compile(r"(?<=[/+:@._=&?])(?=[^/+:@._=&?\s])")
_SHORT_ADDRESS = 16
_GAPS = re.compile(r"[\s\u200b]+")


def softened(text: str) -> str:
    """``text`` with invisible break points: at the joints of addresses, and in any word longer than 24 characters."""
    return _LONG_WORD.sub(_with_breaks, _LONG_ADDRESS.sub(_with_joints, text))


def _with_joints(found: re.Match[str]) -> str:
    word = found[0]
    return word if len(word) <= _SHORT_ADDRESS else _ADDRESS_JOINT.sub(_SOFT_BREAK, word)


def _with_breaks(found: re.Match[str]) -> str:
    word = found[0]
    return _SOFT_BREAK.join(word[at : at + _LONGEST_WORD] for at in range(0, len(word), _LONGEST_WORD))


class PlainLabel(QLabel):
    """A one-line text in plain text, never taken for markup."""

    def __init__(self, text: str = "", role: TextRole = TextRole.BODY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setText(text)

    def set_role(self, role: TextRole) -> None:
        """Shows the same text as another kind of text."""
        set_look(self, "role", role.value)


class WrappingLabel(PlainLabel):
    """A text that wraps, breaks over-long words, and has the layout give it the height that its width needs."""

    def __init__(self, text: str = "", role: TextRole = TextRole.BODY, parent: QWidget | None = None) -> None:
        self._whole = ""
        self._least: tuple[str, QSize] | None = None
        super().__init__(text, role, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Shows ``text``."""
        if text == self._whole:
            return
        self._whole = text
        self._least = None
        super().setText(softened(text))

    def whole_text(self) -> str:
        """The text as it was given, without the invisible break points."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word and one line high; the layout asks ``heightForWidth`` for the rest."""
        font = self.font().key()
        if self._least is None or self._least[0] != font:
            self._least = (font, self._measured())
        margins = self.contentsMargins()
        return self._least[1] + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _measured(self) -> QSize:
        """Words are measured once for a text and a font: layouts ask many times for one key."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in _GAPS.split(self.text())), default=0)
        return QSize(min(widest, metrics.averageCharWidth() * _LONGEST_WORD) + 2, metrics.height())


class KeyCap(QLabel):
    """A small bordered label that names a key."""

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("keycap", "true")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Names another key; an empty name hides the cap."""
        self.setText(key)
        self.setVisible(bool(key))


class ChipLook(StrEnum):
    """What a chip is about."""

    PLAIN = "plain"
    TONE = "tone"
    MOOD = "mood"
    ALARM = "alarm"
    STORY = "story"
    GOOD = "good"


class Chip(QLabel):
    """A short fact in a rounded frame."""

    def __init__(
        self, text: str = "", look: ChipLook = ChipLook.PLAIN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("chip", look.value)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_chip(self, text: str, look: ChipLook) -> None:
        """Shows another fact."""
        self.setText(text)
        set_look(self, "chip", look.value)


class DialChip(QFrame):
    """One voice dial: its name and a bold sign, as in ``pace +``; ``extra`` follows, as in ``pause + 2 s``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chip", "dial")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._name, self._sign, self._extra = QLabel(self), QLabel(self), QLabel(self)
        self._sign.setProperty("dial", "true")
        for label in (self._name, self._sign, self._extra):
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(label)
        self._extra.hide()

    def set_dial(self, name: str, sign: str, extra: str = "") -> None:
        """Shows the dial's name and sign (``+``, ``0`` or ``−``)."""
        self._name.setText(name)
        self._sign.setText(sign)
        self._extra.setText(extra)
        self._extra.setVisible(bool(extra))
        self.setAccessibleName(" ".join(part for part in (name, sign, extra) if part))
