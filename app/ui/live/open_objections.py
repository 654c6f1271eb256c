"""At the goodbye: objections that are still open, each a digit away from being met once more."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.call.events import Result
from app.call.prompt import OpenObjection, Prompt, Showing
from app.ui.keys import OPTIONS, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.parts import Part
from app.ui.type_scale import TextRole
from app.ui.widgets import PanelLook, PlainLabel
from app.ui.words import quoted

_MOST = 5


class OpenObjections(Part):
    """Shown with the farewell only."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.CARD, keys, parent)
        self._open: tuple[OpenObjection, ...] = ()
        self._lang = ""
        self.heading = PlainLabel(role=TextRole.LABEL, parent=self)
        self.buttons = [
            ActionButton(action, keys, cap_first=True, wrap=True, roomy=True, parent=self)
            for action in OPTIONS[:_MOST]
        ]
        self.adopt(*self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        for button in self.buttons:
            column.addWidget(button)
        self.retranslate()

    def show_prompt(self, prompt: Prompt) -> None:
        """Shows what is open."""
        at_goodbye = prompt.showing is Showing.FAREWELL and prompt.objection is None
        still = _still_open(prompt) if at_goodbye else ()
        self.setVisible(bool(still))
        if (still, prompt.lang) != (self._open, self._lang):
            self._open, self._lang = still, prompt.lang
            self.retranslate()

    def retranslate(self) -> None:
        """Sets the words."""
        self.heading.setText(self.tr("Still open. Meet one once more?"))
        for button, met in zip(self.buttons, self._open, strict=False):
            button.say(quoted(met.label or met.text, self._lang) or self.tr("Unlisted objection"))
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(self._open))


def _still_open(prompt: Prompt) -> tuple[OpenObjection, ...]:
    """Each objection once, as it stood last, numbered as the call counts them."""
    latest: dict[str, int] = {}
    for place, met in enumerate(prompt.objections_met):
        latest[met.id or f"“{met.text}”"] = place
    last = (prompt.objections_met[place] for place in sorted(latest.values()))
    return tuple(met for met in last if met.result in (None, Result.OPEN))
