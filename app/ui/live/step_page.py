"""The next-step panel inside the live window: it opens with what was agreed so far."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.call.prompt import Prompt
from app.ui.next_step.panel import NextStepPanel


class StepPage(NextStepPanel):
    """The shared panel, begun anew each time it is opened."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(now, parent)
        self._open = False

    def follow(self, prompt: Prompt, *, is_open: bool) -> None:
        """Begins when the panel opens; what is being typed stays while it is open."""
        if is_open and not self._open:
            self.begin(prompt.next_step, prompt.lead.display)
        self._open = is_open
