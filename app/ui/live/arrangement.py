"""Which shape the live window takes at a size, and what it has room for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize

from app.ui.live.scene import Layout

_STRIP_BELOW = 360
_STRIP_FROM_WIDTH = 600
_WORDS_IN_STRIP_FROM = 1000
_FULL_FROM = 640
_RAIL_FROM = 800
_SIDE_FROM = 1040
_TWO_ROW_HEADER_BELOW = 300


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a window of some size has room for."""

    layout: Layout
    rail: bool
    side: bool
    narrow: bool = False

    @property
    def one_step(self) -> bool:
        """An objection shows its current step only: all four would push the spoken words out of sight."""
        return self.narrow or self.layout is Layout.STRIP

    @classmethod
    def for_size(cls, size: QSize, scale: float) -> Arrangement:
        """Decides by width in units of the text, so that larger text means fewer columns."""
        if size.height() < _STRIP_BELOW and size.width() >= _STRIP_FROM_WIDTH:
            narrow = size.width() / scale < _WORDS_IN_STRIP_FROM
            return cls(Layout.STRIP, rail=False, side=False, narrow=narrow)
        width = size.width() / scale
        if width < _FULL_FROM:
            narrow = width < _TWO_ROW_HEADER_BELOW
            return cls(Layout.COMPACT, rail=False, side=False, narrow=narrow)
        return cls(Layout.FULL, rail=width >= _RAIL_FROM, side=width >= _SIDE_FROM)
