"""How events and proposals name the words of an objection, as ``stage.line`` names those of a line."""

from __future__ import annotations

OBJECTIONS = "objections"
"""First part of a name that is a step of an objection: ``objections.<objection>.<response or step>``."""


def step_name(objection: str, step: str, response: str = "") -> str:
    """The full name of a step: of the ``response`` where the step shows one, else of the step itself."""
    return f"{OBJECTIONS}.{objection}.{response or step}"


def is_step(name: str) -> bool:
    """Whether ``name`` is a step of an objection rather than a line."""
    return name.startswith(f"{OBJECTIONS}.")
