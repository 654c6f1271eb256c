"""Small parts that several screens share."""

from app.ui.widgets.buttons import KeyButton, Variant
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Chip, ChipLook, DialChip, KeyCap, PlainLabel, WrappingLabel
from app.ui.widgets.rows import RowButton
from app.ui.widgets.scroll import ScrollColumn
from app.ui.widgets.surfaces import Banner, BannerLook, Panel, PanelLook, Rule
from app.ui.widgets.turning import TurningRow

__all__ = [
    "Banner",
    "BannerLook",
    "Chip",
    "ChipLook",
    "DialChip",
    "FlowLayout",
    "KeyButton",
    "KeyCap",
    "Panel",
    "PanelLook",
    "PlainLabel",
    "RowButton",
    "Rule",
    "ScrollColumn",
    "TurningRow",
    "Variant",
    "WrappingLabel",
]
