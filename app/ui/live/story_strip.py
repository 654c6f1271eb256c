"""The story that an objection names, in one breath under its steps, where there is no column at the side."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.call.prompt import Prompt, StoryCard
from app.ui.keys import Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.parts import Part
from app.ui.live.side_column import story_line
from app.ui.widgets import PanelLook, Variant


class StoryStrip(Part):
    """Shown inside objections only."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._story: StoryCard | None = None
        self.button = ActionButton(Action.STORY, keys, Variant.STORY, wrap=True, roomy=True, parent=self)
        self.adopt(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)

    def show_prompt(self, prompt: Prompt, *, wanted: bool) -> None:
        """Shows the story of this step; ``wanted``: nothing else on the screen does."""
        story = prompt.story if prompt.objection is not None and not prompt.stripped else None
        self.setVisible(wanted and story is not None)
        if story is not None and story != self._story:
            self._story = story
            self.button.say(story_line(story))
