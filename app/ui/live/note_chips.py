"""What is noted again and again, ready to be tapped: typing can be heard on the phone."""

from __future__ import annotations

from dataclasses import dataclass

from app.call.prompt import Prompt
from app.playbook.vocabulary import Label

MOST_CHIPS = 6
FEWEST_CHIPS = 4
"""As many where they stand in two rows beside other things."""
MOST_FACTS = 2
"""Chips for facts that are still open; the others are phrases, which need no typing at all."""

PHRASES: tuple[Label, ...] = (
    Label("ring later", "volat později"),
    Label("price asked", "dotaz na cenu"),
    Label("wants e-mail", "chce e-mail"),
    Label("has supplier", "má dodavatele"),
    Label("others decide", "rozhodují jiní"),
    Label("wants references", "chce reference"),
)


@dataclass(frozen=True, slots=True)
class NoteChip:
    """``text`` goes into the note; an ``open_end`` is a fact's name that wants its value typed after it."""

    label: str
    text: str
    open_end: bool = False


def chips_for(prompt: Prompt) -> tuple[NoteChip, ...]:
    """Facts of the playbook that are not known yet, then phrases that no note of this call has; in its language."""
    noted = " ".join(text for _, text in prompt.notes)
    facts = [
        NoteChip(f"{fact.label}…", f"{fact.label}: ", open_end=True)
        for fact in prompt.captured
        if not fact.value and f"{fact.label}:" not in noted
    ][:MOST_FACTS]
    phrases = [phrase.in_lang(prompt.lang) for phrase in PHRASES]
    fresh = [NoteChip(phrase, phrase) for phrase in phrases if phrase not in noted]
    return (*facts, *fresh)[:MOST_CHIPS]


def joined(text: str, chip: NoteChip) -> str:
    """The note with the chip's words at its end."""
    before = text.strip().rstrip(",")
    return f"{before}, {chip.text}" if before else chip.text
