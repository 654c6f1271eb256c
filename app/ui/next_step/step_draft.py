"""A next step being typed: what, when, with whom. Knows no Qt."""

from __future__ import annotations

from app.call.prompt import NextStep
from app.ui.next_step.when_draft import Now, WhenDraft


class StepDraft:
    """What the panel holds until it is agreed."""

    def __init__(self, now: Now, lang: str) -> None:
        self.when = WhenDraft(now, lang)
        self.what = ""
        self.who = ""

    def begin(self, agreed: NextStep, lead: str) -> None:
        """Starts from what was agreed so far; with whom begins with the customer."""
        self.what = agreed.what
        self.who = agreed.who or lead
        self.when.take(agreed.when, agreed.when_words)

    @property
    def is_empty(self) -> bool:
        """Whether neither what nor when was said."""
        return not self.what.strip() and not self.when.words.strip()

    def step(self) -> NextStep | None:
        """The step as it would be agreed now; ``None`` while the date is not understood or nothing was said."""
        if self.is_empty or self.when.is_wrong:
            return None
        return NextStep(self.what.strip(), self.when.iso, self.when.words.strip(), self.who.strip())
