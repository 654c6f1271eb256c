"""What is wrong with a scorecard's file, as the checker of playbooks tells it."""

from __future__ import annotations

from app.playbook.problems import Problem
from app.playbook.source import SourceFile
from app.review.card_file import examine_card


def card_problems(file: SourceFile) -> tuple[Problem, ...]:
    """Everything that is wrong with the scorecard, each with its place; nothing when it is sound."""
    return examine_card(file).problems
