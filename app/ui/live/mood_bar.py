"""The bottom of the live window: six moods at fixed places from storm to sun, and the keys of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from app.call.events import HelpLevel
from app.playbook.vocabulary import MOODS, Mood
from app.ui.keys import MOOD_ACTIONS, Action, KeyMap
from app.ui.live.action_button import ActionButton, tighten
from app.ui.live.mood_button import MoodButton, MoodForm
from app.ui.live.parts import Part
from app.ui.live.scene import Layout
from app.ui.live.wording import mood_word
from app.ui.type_scale import TextRole
from app.ui.widgets import FlowLayout, PanelLook, PlainLabel, Variant
from app.ui.words import ui_lang

_WIDE: tuple[Action, ...] = (Action.HELP_LEVEL, Action.HOLD, Action.COMPACT, Action.KEY_SHEET)
_BOARDS: tuple[Action, ...] = (Action.OBJECTION_BOARD, Action.STORY, Action.NEXT_STEP, Action.NOTE)
_WITHOUT_SIDE = (*_BOARDS, *_WIDE, Action.MORE)
_WITHOUT_SIDE_LARGE = (*_BOARDS, Action.HELP_LEVEL, Action.HOLD, Action.MORE)
_SLIM: tuple[Action, ...] = (Action.OBJECTION_BOARD, Action.STORY, Action.NOTE, Action.MORE)
_STRIP: tuple[Action, ...] = (Action.OBJECTION_BOARD, Action.STORY, Action.MORE)
_SMALL: tuple[Action, ...] = (Action.OBJECTION_BOARD, Action.MORE)
"""Narrow windows name what is wanted in a hurry; all else lies behind ``MORE``, one click further."""

_MARGINS = {Layout.FULL: (18, 6, 10, 6), Layout.COMPACT: (6, 5, 6, 5), Layout.STRIP: (6, 4, 8, 4)}
_IN_STRIP = (MoodForm.BESIDE, MoodForm.STACKED, MoodForm.SIGNS)
"""Nothing that makes the strip's bar two rows high."""
_GAP = 2
_BETWEEN = 12


class MoodBar(Part):
    """Moods and window keys. Each mood is named: by its word, or where that has no room by its face."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.BAR_BOTTOM, keys, parent)
        self._mood: Mood | None = None
        self._tapped = False
        self._help = HelpLevel.CUES
        self._held = False
        self._side_shown = True
        self._layout_now = Layout.FULL
        self._room = 0
        self._stood: tuple[object, ...] = ()
        self.form = MoodForm.BESIDE
        self.heading = PlainLabel(role=TextRole.VERB, parent=self)
        self.heading.setContentsMargins(0, 0, 6, 0)
        self.moods = {mood: MoodButton(action, mood, keys, self) for action, mood in MOOD_ACTIONS.items()}
        self.others = {
            action: ActionButton(action, keys, Variant.QUIET, cap_first=True, parent=self)
            for action in _WITHOUT_SIDE
        }
        for button in self.others.values():
            tighten(button)
        self.more = self.others[Action.MORE]
        self.adopt(*self.moods.values(), *self.others.values())
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._mood_row, self._other_row = QWidget(self), QWidget(self)
        self._grid = QGridLayout(self._mood_row)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        others = FlowLayout(self._other_row, gap=_GAP)
        for button in self.others.values():
            others.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setSpacing(_GAP)
        self._box.addWidget(self._mood_row, 1)
        self._box.addWidget(self._other_row, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_layout(self, layout: Layout, *, side_shown: bool, room: int) -> None:
        """Tells the shape; what the side column offers elsewhere is offered here when it has no room.

        Args:
            layout: The window's shape.
            side_shown: The column at the side is there.
            room: How many pixels wide it may be beside what else stands in its row.
        """
        self._layout_now, self._side_shown, self._room = layout, side_shown, room
        self._box.setContentsMargins(*_MARGINS[layout])
        self.heading.setVisible(layout is Layout.FULL)
        self.retranslate()

    # -- how it stands -----------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Takes the roomiest form in which every mood is whole."""
        self._choose_others()
        margins = self._box.contentsMargins()
        room = self._room - margins.left() - margins.right()
        widest, together = self._mood_widths()
        others = self._other_row.sizeHint().width()
        form, in_row = self._form_for(room, widest, together, others)
        strip = self._layout_now is Layout.STRIP
        self._other_row.setMinimumWidth(
            self._other_row.sizeHint().width() if strip else 0
        )  # one row, come what may
        stood = (form, in_row, self._layout_now)
        if stood != self._stood:
            self._stood = stood
            self._stand(form, in_row=in_row)

    def _form_for(
        self, room: int, widest: dict[MoodForm, int], together: int, others: int
    ) -> tuple[MoodForm, bool]:
        """The form, and whether the window's keys stand in the same row."""
        heading = 0 if self.heading.isHidden() else self.heading.sizeHint().width() + _GAP
        needed = {form: form.columns * (width + _GAP) for form, width in widest.items()}
        needed[MoodForm.BESIDE] = together + heading
        beside = room - others - _BETWEEN
        if self._layout_now is Layout.STRIP:
            return self._form_in_strip(needed, room), True
        if needed[MoodForm.BESIDE] <= beside:
            return MoodForm.BESIDE, True
        return next((form for form in MoodForm if needed[form] <= room), MoodForm.UPRIGHT), False

    def _form_in_strip(self, needed: dict[MoodForm, int], room: int) -> MoodForm:
        """Where even the faces crowd the keys out, those leave their words to the pointer, and then all goes behind ``MORE``."""
        for spelled in (True, False):
            for button in self.others.values():
                button.spell(spelled=spelled)
                button.setToolTip("" if spelled else button.words())
            beside = room - self._other_row.sizeHint().width() - _BETWEEN
            form = next((form for form in _IN_STRIP if needed[form] <= beside), None)
            if form is not None:
                return form
        for action, button in self.others.items():
            button.setVisible(action is Action.MORE)  # one under the other, they would take the line's room
        return MoodForm.SIGNS

    def _mood_widths(self) -> tuple[dict[MoodForm, int], int]:
        """The widest mood in each form, and all of them with key and word in a line."""
        lines = [button.width_in(MoodForm.BESIDE) for button in self.moods.values()]
        widest = {form: max(button.width_in(form) for button in self.moods.values()) for form in MoodForm}
        return widest, sum(lines) + _GAP * len(lines)

    def _stand(self, form: MoodForm, *, in_row: bool) -> None:
        self.form = form
        for widget in (self.heading, *self.moods.values()):
            self._grid.removeWidget(widget)
        line = form is MoodForm.BESIDE
        self._grid.addWidget(self.heading, 0, 0)
        for place, button in enumerate(self.moods.values()):
            button.stand(form)
            if self.form is not form:
                return  # the bar got another width meanwhile, and all stand as it wants by now
            self._grid.addWidget(button, place // form.columns, 1 + place % form.columns)
        for column in range(1, 7):
            self._grid.setColumnStretch(column, 1 if not line and column <= form.columns else 0)
        self._grid.setColumnStretch(7, 1 if line else 0)
        self._box.setDirection(
            QBoxLayout.Direction.LeftToRight if in_row else QBoxLayout.Direction.TopToBottom
        )

    def _choose_others(self) -> None:
        shown = {
            Layout.FULL: _WIDE if self._side_shown else _WITHOUT_SIDE,
            Layout.COMPACT: _SLIM,
            Layout.STRIP: _STRIP,
        }[self._layout_now]
        for button in self.others.values():
            button.spell(spelled=True)
        if not self._has_room(shown) and not self._side_shown:
            shown = _WITHOUT_SIDE_LARGE if self._layout_now is Layout.FULL else _SMALL
        for action, button in self.others.items():
            button.setVisible(action in shown)

    def _has_room(self, actions: tuple[Action, ...]) -> bool:
        """In the strip half of the row is for the moods; else one whole row is for the keys."""
        needed = sum(self.others[action].sizeHint().width() + _GAP for action in actions)
        margins = self._box.contentsMargins()
        room = self._room - margins.left() - margins.right()
        return needed <= (room * 2 // 5 if self._layout_now is Layout.STRIP else room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the buttons to the width."""
        super().resizeEvent(event)
        if self._layout_now is not Layout.STRIP and self.width() != self._room:
            self._room = self.width()
            self._fit()

    def show_mood(self, mood: Mood, *, tapped: bool) -> None:
        """Marks the mood in force; one that was never tapped is only the assumed start."""
        if (mood, tapped) == (self._mood, self._tapped):
            return
        self._mood, self._tapped = mood, tapped
        self._mark()

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
            button.say(mood_word(mood))
            known, lang = MOODS[mood], ui_lang()
            told = (
                (self.tr("Sounds: %1"), known.heard_as),
                (self.tr("Do: %1"), known.do),
                (self.tr("Avoid: %1"), known.avoid),
            )
            button.explain("\n".join(words.replace("%1", what.in_lang(lang)) for words, what in told))
        self._mark()
        self._fit()

    def _mark(self) -> None:
        for mood, button in self.moods.items():
            current = mood is self._mood
            button.set_variant(Variant.MOOD if current and self._tapped else Variant.QUIET)

    def _word_others(self) -> None:
        short = {
            Action.OBJECTION_BOARD: self.tr("Objection"),
            Action.STORY: self.tr("Story"),
            Action.NEXT_STEP: self.tr("Next step"),
            Action.NOTE: self.tr("Note"),
            Action.HOLD: self.tr("Go on") if self._held else self.tr("Hold"),
            Action.COMPACT: self.tr("Narrow"),
            Action.KEY_SHEET: self.tr("Keys"),
            Action.MORE: self.tr("More"),
            Action.HELP_LEVEL: {
                HelpLevel.FULL: self.tr("Sentences"),
                HelpLevel.CUES: self.tr("Cues"),
                HelpLevel.QUIET: self.tr("Quiet"),
            }[self._help],
        }
        for action, button in self.others.items():
            button.say(short[action])
        self._fit()
