"""Small parts that several screens share; each is loaded when it is first wanted, so that the first picture waits for few."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.ui.widgets.buttons import KeyButton, Variant
    from app.ui.widgets.flow import FlowLayout
    from app.ui.widgets.labels import Chip, ChipLook, DialChip, KeyCap, PlainLabel, WrappingLabel
    from app.ui.widgets.panels import Panel, PanelLook, Rule
    from app.ui.widgets.rows import RowButton
    from app.ui.widgets.scroll import ScrollColumn, taken_out
    from app.ui.widgets.surfaces import Banner, BannerLook
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
    "taken_out",
]

_MODULES = {
    "Banner": "surfaces",
    "BannerLook": "surfaces",
    "Chip": "labels",
    "ChipLook": "labels",
    "DialChip": "labels",
    "FlowLayout": "flow",
    "KeyButton": "buttons",
    "KeyCap": "labels",
    "Panel": "panels",
    "PanelLook": "panels",
    "PlainLabel": "labels",
    "RowButton": "rows",
    "Rule": "panels",
    "ScrollColumn": "scroll",
    "TurningRow": "turning",
    "Variant": "buttons",
    "WrappingLabel": "labels",
    "taken_out": "scroll",
}


def __getattr__(name: str) -> Any:
    """Loads the module that has ``name`` (PEP 562)."""
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = found
    return found
