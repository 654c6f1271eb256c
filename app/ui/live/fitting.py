"""How large the spoken words may be where room is short: what is said stays in sight, all else gives way to it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from app.ui.type_scale import SIZES, WEIGHTS, TextRole

GAP = 12
_AROUND_HINT = 2
"""How much more than a gap what to do and the guide keep from what stands above them."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the line: how large its two texts are, and whether what stands around it is shown."""

    large: TextRole = TextRole.CUE
    under: TextRole | None = TextRole.WORDING
    extras: bool = True
    tone: bool = True
    guide: bool = True


WHOLE = Form()
FORMS: tuple[Form, ...] = (
    WHOLE,
    Form(guide=False),
    Form(extras=False),
    Form(extras=False, tone=False),
    Form(TextRole.SAY_MIDDLE, TextRole.BODY, extras=False, tone=False),
    Form(TextRole.SAY_COMPACT, TextRole.BODY, extras=False, tone=False),
    Form(TextRole.STRONG, TextRole.BODY, extras=False, tone=False),
    Form(TextRole.STRONG, TextRole.FACT, extras=False, tone=False),
    Form(TextRole.SAY_COMPACT, None, extras=False, tone=False),
    Form(TextRole.STRONG, None, extras=False, tone=False),
)
"""From the roomiest to the tightest: the guide goes first, then what to do, then the tone, then size, then the second text."""


@dataclass(frozen=True, slots=True)
class Words:
    """What has to fit: the words themselves, and the heights of what may stand around them.

    ``look`` is set for words of a size of their own, such as instructions.
    """

    large: str
    under: str = ""
    do: str = ""
    guide: str = ""
    tone_height: int = 0
    fixed_height: int = 0
    look: TextRole | None = None


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures texts as the style sheet will show them, without asking it."""

    font: QFont
    scale: float

    def height(self, text: str, role: TextRole, width: int) -> int:
        """How high ``text`` stands in ``width`` pixels."""
        if not text:
            return 0
        font = QFont(self.font)
        font.setPixelSize(round(SIZES[role] * self.scale))
        font.setWeight(QFont.Weight(WEIGHTS.get(role, 400)))
        room = QRect(0, 0, max(1, width), 1_000_000)
        return QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()

    def needed(self, words: Words, form: Form, width: int) -> int:
        """How high the line stands in this form."""
        parts = [words.fixed_height, self.height(words.large, words.look or form.large, width)]
        if form.under is not None:
            parts.append(self.height(words.under, form.under, width))
        if form.extras:
            extras = (words.do, words.guide if form.guide else "")
            parts += [self.height(text, TextRole.DO, width - GAP) + _AROUND_HINT for text in extras if text]
        if form.tone:
            parts.append(words.tone_height)
        shown = [part for part in parts if part]
        return sum(shown) + GAP * max(0, len(shown) - 1)

    def form_for(self, words: Words, width: int, height: int) -> Form:
        """The roomiest form that fits; the tightest when none does."""
        return next((form for form in FORMS if self.needed(words, form, width) <= height), FORMS[-1])
