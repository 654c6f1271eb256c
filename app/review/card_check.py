"""What is wrong with a scorecard's file, as the checker of playbooks tells it."""

from __future__ import annotations

from app.playbook.problems import Level, Problem
from app.playbook.source import SourceFile
from app.playbook.tree import grow
from app.review.scorecard import CardUnreadable, read_card

UNREADABLE_CARD = "CC051"


def card_problems(file: SourceFile) -> tuple[Problem, ...]:
    """Why the scorecard cannot be used; nothing when it can."""
    unreadable = grow(file).problems
    if unreadable:
        return unreadable
    try:
        read_card(file)
    except CardUnreadable as refused:
        words = {"en": refused.words.en, "cs": refused.words.cs}
        return (Problem(UNREADABLE_CARD, Level.ERROR, refused.place, words),)
    return ()
