"""The bottom of the live window: six moods at fixed places from storm to sun, and the keys of the window."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.call.events import HelpLevel
from app.playbook.vocabulary import Mood
from app.ui.keys import MOOD_ACTIONS, Action, KeyMap
from app.ui.live.action_button import ActionButton, tighten
from app.ui.live.parts import Part
from app.ui.live.scene import Layout
from app.ui.live.wording import mood_word
from app.ui.type_scale import TextRole
from app.ui.widgets import FlowLayout, PanelLook, PlainLabel, Variant

_WIDE: tuple[Action, ...] = (Action.HELP_LEVEL, Action.HOLD, Action.COMPACT, Action.KEY_SHEET)
_WITHOUT_SIDE: tuple[Action, ...] = (
    Action.OBJECTION_BOARD,
    Action.STORY,
    Action.NEXT_STEP,
    Action.NOTE,
    *_WIDE,
)
_COMPACT = tuple(action for action in _WITHOUT_SIDE if action is not Action.HELP_LEVEL)
_SMALL: tuple[Action, ...] = (Action.OBJECTION_BOARD, Action.STORY, Action.COMPACT, Action.KEY_SHEET)

_MARGINS = {Layout.FULL: (18, 6, 10, 6), Layout.COMPACT: (10, 6, 10, 6), Layout.STRIP: (10, 5, 8, 5)}


class MoodBar(Part):
    """Moods and window keys. In narrow windows only the mood in force has its word written out."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.BAR_BOTTOM, keys, parent)
        self._mood: Mood | None = None
        self._tapped = False
        self._help = HelpLevel.CUES
        self._held = False
        self._side_shown = True
        self._narrow = False
        self._layout_now = Layout.FULL
        self.heading = PlainLabel(role=TextRole.VERB, parent=self)
        self.heading.setContentsMargins(0, 0, 6, 0)
        self.moods = {
            mood: ActionButton(action, keys, Variant.QUIET, cap_first=True, parent=self)
            for action, mood in MOOD_ACTIONS.items()
        }
        self.others = {
            action: ActionButton(action, keys, Variant.QUIET, cap_first=True, parent=self)
            for action in _WITHOUT_SIDE
        }
        for button in (*self.moods.values(), *self.others.values()):
            tighten(button)
        self.adopt(*self.moods.values(), *self.others.values())
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._mood_row, self._other_row = QWidget(self), QWidget(self)
        moods = FlowLayout(self._mood_row, gap=2)
        moods.addWidget(self.heading)
        for button in self.moods.values():
            moods.addWidget(button)
        others = FlowLayout(self._other_row, gap=2)
        for button in self.others.values():
            others.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setSpacing(2)
        self._box.addWidget(self._mood_row, 1)
        self._box.addWidget(self._other_row, 0)

    def set_layout(self, layout: Layout, *, side_shown: bool, narrow: bool) -> None:
        """Tells the shape; what the side column offers elsewhere is offered here when it has no room.

        ``narrow``: text is so large that only the keys fit; the key sheet has their words.
        """
        self._layout_now, self._side_shown, self._narrow = layout, side_shown, narrow
        self._box.setContentsMargins(*_MARGINS[layout])
        self.heading.setVisible(layout is Layout.FULL)
        self.retranslate()
        self._choose_others()

    def _choose_others(self) -> None:
        shown = _SMALL if self._narrow or self._layout_now is Layout.STRIP else _COMPACT
        if self._layout_now is Layout.FULL:
            shown = _WIDE if self._side_shown else _WITHOUT_SIDE
        for action, button in self.others.items():
            button.setVisible(action in shown)
            button.spell(spelled=not self._narrow)
        self._turn()

    def _turn(self) -> None:
        """One row where both fit, else one above the other."""
        needed = self._mood_row.sizeHint().width() + self._other_row.sizeHint().width() + 40
        fits = self._layout_now is Layout.STRIP or needed <= self.width()
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the buttons to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._choose_others()

    def show_mood(self, mood: Mood, *, tapped: bool) -> None:
        """Marks the mood in force; one that was never tapped is only the assumed start."""
        if (mood, tapped) == (self._mood, self._tapped):
            return
        self._mood, self._tapped = mood, tapped
        self._word_moods()

    def show_state(self, help_level: HelpLevel, *, held: bool) -> None:
        """Words the keys that say what they would switch."""
        if (help_level, held) != (self._help, self._held):
            self._help, self._held = help_level, held
            self._word_others()

    def strip(self, *, stripped: bool) -> None:
        """A stripped screen keeps the moods, which are the way out of it, and nothing else."""
        self._other_row.setVisible(not stripped)

    def retranslate(self) -> None:
        """Sets the words."""
        self.heading.setText(self.tr("Mood"))
        self._word_moods()
        self._word_others()

    def _word_moods(self) -> None:
        for mood, button in self.moods.items():
            current = mood is self._mood
            word = mood_word(mood)
            spelled = self._layout_now is Layout.FULL or (current and not self._narrow)
            button.say(word)
            button.set_variant(Variant.MOOD if current and self._tapped else Variant.QUIET)
            button.spell(spelled=spelled)
        self._turn()

    def _word_others(self) -> None:
        short = {
            Action.OBJECTION_BOARD: self.tr("Objection"),
            Action.STORY: self.tr("Story"),
            Action.NEXT_STEP: self.tr("Next step"),
            Action.NOTE: self.tr("Note"),
            Action.HOLD: self.tr("Go on") if self._held else self.tr("Hold"),
            Action.COMPACT: self.tr("Narrow") if self._layout_now is Layout.FULL else self.tr("Window"),
            Action.KEY_SHEET: self.tr("Keys"),
            Action.HELP_LEVEL: {
                HelpLevel.FULL: self.tr("Sentences"),
                HelpLevel.CUES: self.tr("Cues"),
                HelpLevel.QUIET: self.tr("Quiet"),
            }[self._help],
        }
        for action, button in self.others.items():
            button.say(short[action])
        self._turn()
