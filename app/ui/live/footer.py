"""Going on and back under the line: done, undo, skip, and what comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.call.events import Step
from app.call.prompt import ObjectionView, Prompt, Showing
from app.ui.keys import ACTIONS, Action, KeyMap
from app.ui.live.action_button import ActionButton, tighten
from app.ui.live.parts import Part
from app.ui.type_scale import TextRole
from app.ui.widgets import FlowLayout, PanelLook, Variant, WrappingLabel
from app.ui.words import quoted, ui_lang

_ANY_WIDTH = 16_777_215
"""Qt's own "no limit" (QWIDGETSIZE_MAX)."""


class Footer(Part):
    """Done and back; a preview of the next line."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._prompt: Prompt | None = None
        self._upright = self._terse = self._more = False
        self.done = ActionButton(Action.DONE, keys, Variant.PRIMARY, parent=self)
        self.undo = ActionButton(Action.UNDO, keys, parent=self)
        self.skip = ActionButton(Action.SKIP, keys, Variant.QUIET, parent=self)
        self.preview = WrappingLabel(role=TextRole.DO, parent=self)
        self.preview.setProperty("role", TextRole.VERB.value)
        self.objection = ActionButton(Action.OBJECTION_BOARD, keys, parent=self)
        self.further = ActionButton(Action.SEE_MORE, keys, Variant.QUIET, parent=self)
        tighten(self.further)
        self.further.hide()
        self.adopt(self.done, self.undo, self.skip, self.objection, self.further)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=6)
        for button in (self.done, self.undo, self.skip, self.objection, self.further):
            flow.addWidget(button)
        self._flow = flow
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(buttons, 0)
        row.addWidget(self.preview, 1)

    def set_shape(self, *, upright: bool, terse: bool) -> None:
        """One button under the other, or all in a row; ``terse``: skipping is left to the panel with the rest."""
        self._upright, self._terse = upright, terse
        self._choose()
        self.offer_further(wanted=self._more)
        self.retranslate()
        self._narrow_down()

    def set_keys(self, keys: KeyMap) -> None:
        """The keys were changed, for the button that may stand elsewhere too."""
        self.objection.set_keys(keys)
        super().set_keys(keys)

    def give_back_objection(self) -> None:
        """Takes the way to the board in again, which a narrow strip shows elsewhere."""
        self._flow.removeWidget(self.objection)
        self._flow.addWidget(self.objection)

    def offer_further(self, *, wanted: bool) -> None:
        """Something is out of sight; upright there is no room to say so, and the scroll bar tells it alone."""
        self._more = wanted
        self.further.spell(spelled=not self._terse)
        self.undo.spell(spelled=not (wanted and self._terse and not self._upright))
        self.further.setVisible(wanted and not self._upright)

    def _narrow_down(self) -> None:
        """Upright, it is as wide as the widest of its buttons."""
        buttons = [self.done, self.undo] if self._terse else [self.done, self.undo, self.skip]
        if not self.objection.isHidden() and not self._terse:
            buttons.append(self.objection)
        width = max(button.sizeHint().width() for button in buttons) + 8
        self.setMaximumWidth(width if self._upright else _ANY_WIDTH)

    def _choose(self) -> None:
        prompt = self._prompt
        if prompt is not None:
            self.skip.setVisible(prompt.objection is None and not prompt.stripped and not self._terse)

    def show_prompt(self, prompt: Prompt, *, slim: bool) -> None:
        """Shows what the keys do now."""
        self.preview.setVisible(bool(prompt.next_up) and not prompt.stripped and not slim)
        nothing_to_pick = prompt.objection is None and prompt.question is None
        self.objection.setVisible(prompt.stripped and nothing_to_pick)
        ends = prompt.objection is not None and prompt.objection.current in (Step.CHECK, Step.EXHAUSTED)
        self.done.set_variant(Variant.PLAIN if ends else Variant.PRIMARY)
        if self._prompt is None or _changed(self._prompt, prompt):
            self._prompt = prompt
            self.retranslate()
        self._choose()

    def retranslate(self) -> None:
        """Sets the words."""
        prompt = self._prompt
        if prompt is None:
            return
        self.done.say(self._done_words(prompt))
        self.undo.say(self.tr("Undo"))
        self.undo.setEnabled(bool(prompt.undo_kind))
        self.skip.say(self.tr("Skip"))
        self.objection.say(self.tr("Objection"))
        self.further.say("▾")
        self.further.setAccessibleName(ACTIONS[Action.SEE_MORE].words.in_lang(ui_lang()))
        self.preview.setText(self.tr("Then: %1").replace("%1", quoted(prompt.next_up, prompt.lang)))
        self._narrow_down()

    def _done_words(self, prompt: Prompt) -> str:
        if prompt.objection is not None:
            return self._objection_words(prompt.objection)
        if prompt.question is not None and prompt.question.known is not None:
            return self.tr("Confirm")
        if prompt.showing is Showing.FAREWELL:
            return self.tr("Said")
        return self.tr("Next")

    def _objection_words(self, objection: ObjectionView) -> str:
        if objection.current is Step.CHECK and objection.more_answers:
            return self.tr("Another") if self._terse else self.tr("Next answer")
        if objection.current in (Step.CHECK, Step.EXHAUSTED):
            return self.tr("Leave open")
        return self.tr("Next") if self._terse else self.tr("Go on")


def _changed(before: Prompt, now: Prompt) -> bool:
    return (
        before.next_up,
        before.undo_kind,
        before.objection,
        before.question,
        before.showing,
        before.lang,
    ) != (
        now.next_up,
        now.undo_kind,
        now.objection,
        now.question,
        now.showing,
        now.lang,
    )
