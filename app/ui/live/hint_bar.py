"""One quiet line for the rep: a reminder, or the offer to show less of a line that goes well. Gone with the next key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.call.events import HelpLevel, NudgeKind
from app.call.prompt import NudgeView, Prompt
from app.ui.keys import Action, KeyMap
from app.ui.live.action_button import ActionButton, tighten
from app.ui.live.parts import Part
from app.ui.widgets import PanelLook, Variant

_LONGEST_IN_STRIP = 44


class HintBar(Part):
    """At most one thing at a time; a reminder comes before an offer. ``said`` carries it for screen readers.

    Words that the offer to ask already shows are not written twice.
    """

    said = Signal(str)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._nudge: NudgeView | None = None
        self._offer: HelpLevel | None = None
        self._short = self._asking = False
        self.take = ActionButton(
            Action.TAKE_HINT, keys, Variant.QUIET, cap_first=True, wrap=True, parent=self
        )
        self.keep = ActionButton(Action.KEEP_HELP, keys, Variant.QUIET, cap_first=True, parent=self)
        for button in (self.take, self.keep):
            tighten(button)
        self.adopt(self.take, self.keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.take, 1)
        row.addWidget(self.keep)
        self.hide()

    @property
    def words(self) -> str:
        """What it says in full; empty when there is nothing to say."""
        if self._nudge is not None:
            return self._reminder(self._nudge, self._nudge.text)
        return self._offer_words(self._offer) if self._offer is not None else ""

    def set_short(self, *, short: bool) -> None:
        """The strip has room for one line."""
        if short != self._short:
            self._short = short
            self.retranslate()

    def show_prompt(self, prompt: Prompt) -> None:
        """Shows the reminder or the offer; a stripped screen has neither."""
        nudge = None if prompt.stripped else prompt.nudge
        offer = None if prompt.stripped or nudge is not None else prompt.help_offer
        asking = prompt.ask is not None
        if (nudge, offer, asking) == (self._nudge, self._offer, self._asking):
            return
        self._nudge, self._offer, self._asking = nudge, offer, asking
        self.setVisible(nudge is not None or offer is not None)
        self.retranslate()
        if self.words:
            self.said.emit(self.words)

    def retranslate(self) -> None:
        """Sets the words."""
        nudge, words = self._nudge, self.words
        if not words:
            return
        shown = words
        if nudge is not None and self._asking and nudge.kind is NudgeKind.ASK_MISSING:
            shown = self._reminder(nudge, "")
        elif nudge is not None and self._short and len(nudge.text) > _LONGEST_IN_STRIP:
            shown = self._reminder(nudge, f"{nudge.text[:_LONGEST_IN_STRIP].rsplit(' ', 1)[0]}…")
        self.take.say(shown)
        self.take.setToolTip(words if shown != words else "")
        self.take.setEnabled(nudge is None or bool(nudge.about))
        self.keep.say(self.tr("Keep it"))
        self.keep.setVisible(nudge is None)

    def _reminder(self, nudge: NudgeView, about: str) -> str:
        words = {
            NudgeKind.MUST_OPEN: self.tr("A must is still open: %1"),
            NudgeKind.TWO_STATEMENTS: self.tr("Two statements in a row. Ask: %1"),
            NudgeKind.ASK_MISSING: self.tr("They are interested. Ask for the step: %1"),
            NudgeKind.OPEN_OBJECTION: self.tr("An objection is still open: %1"),
        }
        alone = {
            NudgeKind.MUST_OPEN: self.tr("A must is still open."),
            NudgeKind.TWO_STATEMENTS: self.tr("Two statements in a row. Ask something."),
            NudgeKind.ASK_MISSING: self.tr("They are interested. Ask for the step."),
            NudgeKind.OPEN_OBJECTION: self.tr("An objection is still open."),
        }
        return words[nudge.kind].replace("%1", about) if about else alone[nudge.kind]

    def _offer_words(self, level: HelpLevel) -> str:
        if level is HelpLevel.QUIET:
            return self.tr("You know this line: cue words alone?")
        return self.tr("You know this line: cues first?")
