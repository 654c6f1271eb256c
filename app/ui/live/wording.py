"""How the live window words codes, times and quotes in the language that it speaks now."""

from __future__ import annotations

from app.playbook.vocabulary import (
    MOODS,
    OBJECTION_KINDS,
    TONES,
    Dial,
    Ending,
    Mood,
)
from app.ui.words import percent as percent  # noqa: PLC0414 - part of this module too
from app.ui.words import ui_lang

_SIGNS = {Dial.LESS: "−", Dial.SAME: "0", Dial.MORE: "+"}
_ENDINGS = {Ending.FALLING: "↓", Ending.RISING: "↑"}


def clock_text(ms: int) -> str:
    """``ms`` milliseconds as minutes and seconds, with hours when there are any: ``03:41``, ``1:03:41``."""
    seconds = max(0, ms) // 1000
    hours, rest = divmod(seconds, 3600)
    minutes, second = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes:02}:{second:02}"


def short_time(ms: int) -> str:
    """The same for small print, with no leading zero: ``0:38``."""
    text = clock_text(ms)
    return text.removeprefix("0") if text.startswith("0") and text[1] != ":" else text


def sign_of(dial: Dial) -> str:
    """``−``, ``0`` or ``+``."""
    return _SIGNS[dial]


def arrow_of(ending: Ending) -> str:
    """An arrow down for a falling end, up for a rising one."""
    return _ENDINGS[ending]


def tone_word(code: str) -> str:
    """The tone's label; an unknown code reads as it is."""
    word = TONES.get(code)
    return word.label.in_lang(ui_lang()) if word else code


def tone_verb(code: str) -> str:
    """The verb to play."""
    word = TONES.get(code)
    return word.verb.in_lang(ui_lang()) if word else ""


def mood_word(mood: Mood) -> str:
    """The mood's label with a capital."""
    return capital(MOODS[mood].label.in_lang(ui_lang()))


def kind_word(kind: str) -> str:
    """The label of a kind of objection; an unknown code reads as it is."""
    known = OBJECTION_KINDS.get(kind)
    return known.label.in_lang(ui_lang()) if known else kind


def first_move(kind: str) -> str:
    """What serves best at first when this kind of objection comes; empty for an unknown code."""
    known = OBJECTION_KINDS.get(kind)
    return known.first_move.in_lang(ui_lang()) if known else ""


def capital(text: str) -> str:
    """``text`` with its first letter large and the rest untouched."""
    return text[:1].upper() + text[1:]
