"""One mood: its key, its face and its word, beside each other or the word below."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.playbook.vocabulary import Mood
from app.ui.keys import Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.mood_face import MoodFace
from app.ui.live.parts import text_scale
from app.ui.type_scale import SIZES, SMALLEST_TARGET, TextRole
from app.ui.widgets import Variant


class MoodForm(Enum):
    """How the six moods stand, from the roomiest to the tightest."""

    BESIDE = "key and word in a line, all six in a row"
    STACKED = "the word under key and face, all six in a row"
    TWO_ROWS = "key and word in a line, three in a row"
    SIGNS = "key and face without the word, all six in a row"
    UPRIGHT = "the key under the face without the word, all six in a row"

    @property
    def columns(self) -> int:
        """How many stand side by side."""
        return 3 if self is MoodForm.TWO_ROWS else 6

    @property
    def spelled(self) -> bool:
        """Whether the moods' words are there."""
        return self not in (MoodForm.SIGNS, MoodForm.UPRIGHT)


_GAP = 4
_MARGINS = {
    MoodForm.BESIDE: (6, 5, 6, 5),
    MoodForm.STACKED: (1, 4, 1, 3),
    MoodForm.TWO_ROWS: (4, 4, 4, 4),
    MoodForm.SIGNS: (2, 4, 2, 4),
    MoodForm.UPRIGHT: (2, 3, 2, 3),
}


class MoodButton(ActionButton):
    """A mood to tap. Where its word has no room, the face stands for it; the pointer brings up how it is told and met."""

    def __init__(self, action: Action, mood: Mood, keys: KeyMap, parent: QWidget | None = None) -> None:
        self._mood = mood
        self._hint, self._spelled = "", True
        super().__init__(action, keys, Variant.QUIET, cap_first=True, parent=parent)
        self.stand(MoodForm.BESIDE)

    def _lay_out(self, *, cap_first: bool, centred: bool, sides: int = 0) -> None:  # noqa: ARG002 - its own way
        self.face = MoodFace(self._mood, self)
        self._signs = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._signs.addStretch(0)
        for sign in (self.face, self._cap):
            self._signs.addWidget(sign, 0, Qt.AlignmentFlag.AlignCenter)
        self._signs.addStretch(0)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addLayout(self._signs)
        self._box.addWidget(self._label, 1)

    def stand(self, form: MoodForm) -> None:
        """Takes a form."""
        stacked, upright = form is MoodForm.STACKED, form is MoodForm.UPRIGHT
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(down if stacked else across)
        self._signs.setDirection(down if upright else across)
        self._box.setContentsMargins(*_MARGINS[form])
        self._box.setSpacing(1 if stacked else _GAP)
        self._signs.setSpacing(_GAP)
        for end in (0, self._signs.count() - 1):
            self._signs.setStretch(end, 0 if form in (MoodForm.BESIDE, MoodForm.TWO_ROWS) else 1)
        self.face.setVisible(stacked or not form.spelled)
        self._label.set_role(TextRole.BODY if form is MoodForm.BESIDE else TextRole.NOTE)
        middle = Qt.AlignmentFlag.AlignHCenter if stacked else Qt.AlignmentFlag.AlignLeft
        self._label.setAlignment(middle | Qt.AlignmentFlag.AlignVCenter)
        self._spelled = form.spelled
        self._show_hint()
        self.spell(spelled=form.spelled)

    def explain(self, hint: str) -> None:
        """How the mood is told and met, for the pointer and for readers; where its word has no room, that comes first."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self._show_hint()

    def _show_hint(self) -> None:
        self.setToolTip(
            self._hint if self._spelled else "\n".join(part for part in (self.words(), self._hint) if part)
        )

    def width_in(self, form: MoodForm) -> int:
        """How wide it would be in ``form``, in pixels."""
        signs = self._cap.sizeHint().width() if self._cap.text() else 0
        face = self.face.sizeHint().width()
        word = self._word_width(TextRole.BODY if form is MoodForm.BESIDE else TextRole.NOTE)
        inside = {
            MoodForm.BESIDE: word + _GAP + signs,
            MoodForm.STACKED: max(word, signs + _GAP + face),
            MoodForm.TWO_ROWS: word + _GAP + signs,
            MoodForm.SIGNS: signs + _GAP + face,
            MoodForm.UPRIGHT: max(signs, face),
        }[form]
        return max(SMALLEST_TARGET, inside + 2 * _MARGINS[form][0])

    def _word_width(self, role: TextRole) -> int:
        """The word's width while it is the marked one, which is the boldest."""
        font = self.font()
        font.setPixelSize(round(SIZES[role] * text_scale(self)))
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(self.words()) + 2

    def sizeHint(self) -> QSize:
        """What the layout wants, never under 32 px."""
        return self._box.sizeHint().expandedTo(QSize(SMALLEST_TARGET, SMALLEST_TARGET))
