"""How Callcue looks: colours, sizes and the one style sheet, as a frozen value that can be swapped while running.

A widget never styles itself: it carries a dynamic property (``role``, ``variant``, ``panel``, ``chip``, ``state``) and the
one style sheet below decides. Change a property with ``set_look`` so that the change is seen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.style_sheet import sheet_of
from app.ui.type_scale import FAMILIES, SIZES, TextRole, clamped, scaled

_MIDDLE = 128
"""Half of the lightness of white."""
PICTURES = Path(__file__).with_name("pictures")
"""Small marks that the style sheet needs as files (a tick, a chevron), one for light and one for dark themes."""


class ThemeName(StrEnum):
    """The themes that exist."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """Design tokens as ``#rrggbb``. ``x_tint`` is the quiet surface on which text of colour ``x`` may stand."""

    ground: str
    panel: str
    field: str
    hover: str
    line: str
    edge: str
    ink: str
    soft: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_tint: str
    mood: str
    mood_tint: str
    alarm: str
    alarm_tint: str
    story: str
    story_tint: str
    do: str
    do_bar: str
    good: str
    good_tint: str
    focus: str


LIGHT = Colours(
    ground="#f6f5f2",
    panel="#ffffff",
    field="#fbfaf8",
    hover="#f1efea",
    line="#e3e0d9",
    edge="#cfcbc1",
    ink="#1d1c1a",
    soft="#57544d",
    muted="#6b675e",
    accent="#0b6e5f",
    on_accent="#ffffff",
    accent_hover="#095c50",
    accent_tint="#e2f1ee",
    mood="#8a5200",
    mood_tint="#fbefd9",
    alarm="#a8322a",
    alarm_tint="#fae5e2",
    story="#5a3ea6",
    story_tint="#ece7f8",
    do="#2f5fa8",
    do_bar="#9db7dc",
    good="#2e6b32",
    good_tint="#e4f2e4",
    focus="#0b6e5f",
)

DARK = Colours(
    ground="#161614",
    panel="#1f1f1c",
    field="#262623",
    hover="#2e2e2a",
    line="#3a3934",
    edge="#55534b",
    ink="#f2f0ea",
    soft="#bdb9ae",
    muted="#a5a196",
    accent="#5cc9b6",
    on_accent="#10211e",
    accent_hover="#79d6c6",
    accent_tint="#17332f",
    mood="#f0b35c",
    mood_tint="#3a2c14",
    alarm="#f28b82",
    alarm_tint="#3d1f1c",
    story="#b9a4f5",
    story_tint="#2a2342",
    do="#8fb6f2",
    do_bar="#9db7dc",
    good="#8ac88f",
    good_tint="#1d331e",
    focus="#5cc9b6",
)

CONTRAST = Colours(
    ground="#000000",
    panel="#000000",
    field="#000000",
    hover="#262626",
    line="#ffffff",
    edge="#ffffff",
    ink="#ffffff",
    soft="#ffffff",
    muted="#e0e0e0",
    accent="#5cf2da",
    on_accent="#000000",
    accent_hover="#a6fbef",
    accent_tint="#00302a",
    mood="#ffd27a",
    mood_tint="#3a2900",
    alarm="#ffb3ac",
    alarm_tint="#4a0f0a",
    story="#d9ccff",
    story_tint="#241a4a",
    do="#b3d1ff",
    do_bar="#b3d1ff",
    good="#a9f0ae",
    good_tint="#06300a",
    focus="#ffff00",
)

PALETTES: dict[ThemeName, Colours] = {
    ThemeName.LIGHT: LIGHT,
    ThemeName.DARK: DARK,
    ThemeName.CONTRAST: CONTRAST,
}

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, paper) for ink in ("ink", "soft", "muted") for paper in ("ground", "panel", "field", "hover")),
    *(("ink", paper) for paper in ("accent_tint", "mood_tint", "alarm_tint", "story_tint", "good_tint")),
    *(("soft", paper) for paper in ("accent_tint", "mood_tint", "alarm_tint", "story_tint", "good_tint")),
    *(("accent", paper) for paper in ("ground", "panel", "field", "accent_tint")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *(("mood", paper) for paper in ("panel", "ground", "mood_tint")),
    *(("alarm", paper) for paper in ("panel", "ground", "field", "alarm_tint")),
    *(("story", paper) for paper in ("panel", "story_tint")),
    *(("do", paper) for paper in ("ground", "panel")),
    *(("good", paper) for paper in ("panel", "ground", "good_tint")),
)
"""Every pair of tokens in which text may stand on a surface; a test keeps each at a contrast of 4.5:1 or more."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A look: which colours, and how large the text is (100 to 200 per cent)."""

    name: ThemeName = ThemeName.LIGHT
    text_percent: int = 100

    @property
    def colours(self) -> Colours:
        """The tokens of this theme."""
        return PALETTES[self.name]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.name is not ThemeName.LIGHT

    def px(self, pixels: float) -> int:
        """``pixels`` at this text size."""
        return scaled(pixels, self.text_percent)

    def size(self, role: TextRole) -> int:
        """Pixel size of the text role at this text size."""
        return self.px(SIZES[role])

    def colour(self, token: str) -> QColor:
        """The token as a ``QColor`` for painters."""
        return QColor(getattr(self.colours, token))

    def style_sheet(self) -> str:
        """The one style sheet."""
        tokens = {token.name: getattr(self.colours, token.name) for token in fields(Colours)}
        tokens |= {"pictures": PICTURES.as_posix(), "shade": "dark" if self.is_dark else "light"}
        return sheet_of(tokens, clamped(self.text_percent))

    def font(self) -> QFont:
        """The program's body font."""
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(self.size(TextRole.BODY))
        return font

    def palette(self) -> QPalette:
        """Colours for what the style sheet does not reach (placeholders, selections, native parts)."""
        colours, palette = self.colours, QPalette()
        roles = {
            QPalette.ColorRole.Window: colours.ground,
            QPalette.ColorRole.WindowText: colours.ink,
            QPalette.ColorRole.Base: colours.field,
            QPalette.ColorRole.AlternateBase: colours.panel,
            QPalette.ColorRole.Text: colours.ink,
            QPalette.ColorRole.PlaceholderText: colours.muted,
            QPalette.ColorRole.Button: colours.field,
            QPalette.ColorRole.ButtonText: colours.ink,
            QPalette.ColorRole.BrightText: colours.alarm,
            QPalette.ColorRole.Highlight: colours.accent,
            QPalette.ColorRole.HighlightedText: colours.on_accent,
            QPalette.ColorRole.Link: colours.accent,
            QPalette.ColorRole.LinkVisited: colours.story,
            QPalette.ColorRole.ToolTipBase: colours.panel,
            QPalette.ColorRole.ToolTipText: colours.ink,
            QPalette.ColorRole.Light: colours.panel,
            QPalette.ColorRole.Midlight: colours.hover,
            QPalette.ColorRole.Mid: colours.line,
            QPalette.ColorRole.Dark: colours.edge,
            QPalette.ColorRole.Shadow: colours.edge,
            QPalette.ColorRole.Accent: colours.accent,
        }
        for role, colour in roles.items():
            palette.setColor(role, QColor(colour))
        disabled = QPalette.ColorGroup.Disabled
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(disabled, role, QColor(colours.muted))
        return palette

    def apply(self, app: QApplication) -> None:
        """Gives the whole program this look, at the start and any time later."""
        if app.style().objectName().lower() != "fusion":
            app.setStyle("Fusion")
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(self.style_sheet())


def system_theme() -> ThemeName:
    """Light, dark or high contrast, as the desktop is now."""
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return ThemeName.CONTRAST
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    return ThemeName.DARK if dark else ThemeName.LIGHT


def theme_of_ground() -> ThemeName:
    """Light or dark by the ground of the desktop's own palette: enough for the first picture.

    Asking Qt for the desktop's colour scheme loads all names of its namespace, a tenth of the time to that picture.
    """
    dark = QGuiApplication.palette().window().color().lightness() < _MIDDLE
    return ThemeName.DARK if dark else ThemeName.LIGHT


def theme_named(choice: str, of_desktop: Callable[[], ThemeName] = system_theme) -> ThemeName:
    """The theme a setting means: ``light``, ``dark`` or ``contrast``; anything else follows the desktop."""
    try:
        return ThemeName(choice)
    except ValueError:
        return of_desktop()


def set_look(widget: QWidget, name: str, value: str | bool | None) -> None:  # noqa: FBT001 - a property's value
    """Sets a styling property and restyles ``widget`` and what stands in it; does nothing when it is so already."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Lets the style sheet look at ``widget`` and its children anew."""
    style = widget.style()
    for each in (widget, *widget.findChildren(QWidget)):
        style.unpolish(each)
        style.polish(each)
    widget.update()
