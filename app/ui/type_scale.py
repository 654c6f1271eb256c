"""How large each kind of text is: one scale for the whole program, in logical pixels at 100 %, growing with the reader."""

from __future__ import annotations

from enum import StrEnum

FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
"""First one installed wins; each has clear Czech diacritics."""

SMALLEST_PERCENT, LARGEST_PERCENT = 100, 200


class TextRole(StrEnum):
    """What a text is for; a label carries it as the property ``role``."""

    KEY = "key"
    NOTE = "note"
    LABEL = "label"
    BODY = "body"
    STRONG = "strong"
    DO = "do"
    DO_LARGE = "do_large"
    WORDING = "wording"
    CUE = "cue"
    SAY = "say"
    SAY_MIDDLE = "say_middle"
    SAY_COMPACT = "say_compact"
    STEP = "step"
    STEP_DONE = "step_done"
    QUOTE = "quote"
    TITLE = "title"
    HEADING = "heading"
    CLOCK = "clock"
    SAVED = "saved"
    STORY = "story"
    ALARM = "alarm"
    MOOD = "mood"
    VERB = "verb"
    FACT = "fact"


SIZES: dict[TextRole, int] = {
    TextRole.KEY: 11,
    TextRole.NOTE: 12,
    TextRole.LABEL: 12,
    TextRole.BODY: 14,
    TextRole.STRONG: 15,
    TextRole.DO: 13,
    TextRole.DO_LARGE: 18,
    TextRole.WORDING: 18,
    TextRole.CUE: 31,
    TextRole.SAY: 31,
    TextRole.SAY_MIDDLE: 25,
    TextRole.SAY_COMPACT: 20,
    TextRole.STEP: 15,
    TextRole.STEP_DONE: 15,
    TextRole.QUOTE: 20,
    TextRole.TITLE: 20,
    TextRole.HEADING: 16,
    TextRole.CLOCK: 21,
    TextRole.SAVED: 12,
    TextRole.STORY: 13,
    TextRole.ALARM: 13,
    TextRole.MOOD: 13,
    TextRole.VERB: 13,
    TextRole.FACT: 13,
}

WEIGHTS: dict[TextRole, int] = {
    TextRole.LABEL: 600,
    TextRole.STRONG: 600,
    TextRole.CUE: 600,
    TextRole.SAY: 600,
    TextRole.SAY_MIDDLE: 600,
    TextRole.SAY_COMPACT: 500,
    TextRole.QUOTE: 600,
    TextRole.TITLE: 600,
    TextRole.HEADING: 600,
    TextRole.CLOCK: 600,
    TextRole.MOOD: 600,
}
"""CSS weights; a role without one is 400."""

RHYTHM = 8
"""Gaps are multiples of this, in logical pixels."""

SMALLEST_TARGET = 32
"""No button is lower or narrower than this (screen doctrine 12)."""


def clamped(percent: int) -> int:
    """``percent`` kept between 100 and 200."""
    return max(SMALLEST_PERCENT, min(LARGEST_PERCENT, percent))


def scaled(pixels: float, percent: int) -> int:
    """``pixels`` at this text size, at least 1 when it was anything at all."""
    return max(1, round(pixels * clamped(percent) / 100)) if pixels else 0
