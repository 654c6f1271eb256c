"""How much is written on the screen; a module of its own, so that settings are read without loading the whole call."""

from __future__ import annotations

from enum import StrEnum


class HelpLevel(StrEnum):
    """How much is written on the screen: whole sentences first, cue words first, cue words only."""

    FULL = "full"
    CUES = "cues"
    QUIET = "quiet"
