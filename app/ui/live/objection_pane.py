"""An objection on top: what was heard and where back leads, its four steps, and the three ways that it can end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from app.call.events import Result, Step
from app.call.prompt import Crumb, ObjectionView, Showing, Standing
from app.ui.keys import OPTIONS, Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.fitting import Ruler
from app.ui.live.parts import Part, text_scale
from app.ui.live.wording import kind_word
from app.ui.type_scale import TextRole
from app.ui.widgets import Chip, ChipLook, FlowLayout, PanelLook, PlainLabel, Rule, Variant, WrappingLabel
from app.ui.words import quoted

_NAME_WIDTH = 104
_USUAL_STEPS = 4
_BESIDE_FROM = 300
_NAME_GAP = 12


class ObjectionHead(Part):
    """The chip with the kind, the way back, and the customer's words."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._shown: tuple[ObjectionView | None, tuple[Crumb, ...], str] = (None, (), "")
        self.kind = Chip(look=ChipLook.ALARM, parent=self)
        self.back = ActionButton(Action.BACK, keys, Variant.QUIET, cap_first=True, wrap=True, parent=self)
        self.quote = WrappingLabel(role=TextRole.QUOTE, parent=self)
        self.adopt(self.back)
        self._strip = self._terse = False
        top = QWidget(self)
        row = FlowLayout(top)
        row.addWidget(self.kind)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(top)
        column.addWidget(self.quote)

    def set_shape(self, *, strip: bool, terse: bool) -> None:
        """In the strip the customer's words stand in the chip; ``terse``: text so large that one of them must do."""
        if (strip, terse) != (self._strip, self._terse):
            self._strip, self._terse = strip, terse
            self.retranslate()

    def show_way(self, objection: ObjectionView | None, crumbs: tuple[Crumb, ...], lang: str) -> None:
        """Shows the objection and the breadcrumb; a question asked out of order has the breadcrumb alone."""
        shown = (objection, crumbs, lang)
        self.setVisible(objection is not None or bool(crumbs))
        if shown != self._shown:
            self._shown = shown
            self.retranslate()

    def retranslate(self) -> None:
        """Sets the words."""
        objection, crumbs, lang = self._shown
        self.kind.setVisible(objection is not None and not (self._terse and (self._strip or objection.label)))
        self.quote.setVisible(objection is not None and bool(objection.label) and not self._strip)
        self.back.setVisible(bool(crumbs))
        if crumbs:
            self.back.say(self._way_back(crumbs[-1]))
        if objection is None:
            return
        kind = kind_word(objection.kind) if objection.id else self.tr("unlisted")
        times = f" · {objection.raised}×" if objection.raised > 1 else ""
        words = quoted(objection.label, lang)
        self.kind.setText(
            words if self._strip and words else self.tr("Objection · %1").replace("%1", kind) + times
        )
        self.quote.setText(words)

    def _way_back(self, crumb: Crumb) -> str:
        if self._terse:
            return self.tr("back")
        if crumb.number:
            words = self.tr("back to question %1 of %2").replace("%1", str(crumb.number))
            return words.replace("%2", str(crumb.total))
        if crumb.label:
            return self.tr("back to: %1").replace("%1", _short(crumb.label))
        if crumb.kind is Showing.FAREWELL:
            return self.tr("back to the goodbye")
        if crumb.kind is Showing.COMPLIANCE:
            return self.tr("back to the exact words")
        return self.tr("back")


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step's words: spoken ones of the author's, or (not ``spoken``) an instruction; ``do`` stands under words."""

    standing: Standing
    words: str
    do: str
    spoken: bool


class StepRow(QWidget):
    """One step: its name at the left, its words beside it, large while it is the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = Rule(self)
        self.name = PlainLabel(role=TextRole.LABEL, parent=self)
        self.text = WrappingLabel(role=TextRole.STEP, parent=self)
        self.do = WrappingLabel(role=TextRole.DO, parent=self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_NAME_GAP)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._beside: bool | None = None
        self._stand(beside=True)

    def _stand(self, *, beside: bool) -> None:
        """The name beside the words, or above them where large text leaves no room."""
        if beside == self._beside:
            return
        self._beside = beside
        for part in (self.rule, self.name, self.text, self.do):
            self._grid.removeWidget(part)
        first, span = (1, 1) if beside else (0, 2)
        self._grid.addWidget(self.rule, 0, 0, 1, 2)
        self._grid.addWidget(self.name, 1, 0, 1, span, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.text, 1 if beside else 2, first, 1, span)
        self._grid.addWidget(self.do, 3, first, 1, span)
        self._grid.setVerticalSpacing(10 if beside else 4)

    def minimumSizeHint(self) -> QSize:
        """Never wider than the longest word: the name can always go above."""
        wanted = super().minimumSizeHint()
        return QSize(min(wanted.width(), self.text.minimumSizeHint().width()), wanted.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chooses where the name goes; what Qt sends before the row has its place says nothing."""
        super().resizeEvent(event)
        if self.isVisible():
            self._stand(beside=not self.name.isHidden() and self.width() >= _BESIDE_FROM * text_scale(self))

    def show_step(self, shown: ShownStep, name: str, *, large: TextRole) -> None:
        """Shows the step; ``large`` is how large spoken words are in this shape of the window."""
        current = shown.standing is Standing.CURRENT
        self.name.setVisible(bool(name))
        self.rule.setVisible(bool(name))
        self.name.setText(f"{name} ✓" if shown.standing is Standing.DONE else name)
        self.name.setMinimumWidth(round(_NAME_WIDTH * text_scale(self)))
        self.text.set_role(_role_of(shown, large))
        self.text.setText(shown.words if shown.spoken else f"▸ {shown.words}")
        do = shown.do if current and shown.spoken else ""
        self.do.setText(f"▸ {do}" if do else "")
        self.do.setVisible(bool(do))


def _role_of(shown: ShownStep, large: TextRole) -> TextRole:
    if not shown.spoken:
        return TextRole.DO_LARGE if shown.standing is Standing.CURRENT else TextRole.DO
    return {
        Standing.DONE: TextRole.STEP_DONE,
        Standing.CURRENT: large,
        Standing.AHEAD: TextRole.STEP,
    }[shown.standing]


class ObjectionSteps(Part):
    """Acknowledge, ask, answer, check: done ones dimmed with a tick, the current one large, those ahead smaller."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._objection: ObjectionView | None = None
        self._do = ""
        self._large = TextRole.SAY
        self._only_current = False
        self._extras = self._named = True
        self.rows: list[StepRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def set_large(self, role: TextRole) -> None:
        """How large the current step is in this shape of the window."""
        if role is not self._large:
            self._large = role
            self._word()

    def set_named(self, *, named: bool) -> None:
        """Whether there is room for the names of the steps."""
        if named != self._named:
            self._named = named
            self._word()

    def set_extras(self, *, extras: bool) -> None:
        """Whether the hint under the current step has room."""
        if extras != self._extras:
            self._extras = extras
            self._word()

    def words_width(self, width: int) -> int:
        """What ``width`` leaves for the words of a step beside its name, or under it."""
        scale = text_scale(self)
        if not self._named:
            return width
        return width - round(_NAME_WIDTH * scale) - _NAME_GAP if width >= _BESIDE_FROM * scale else width

    def name_height(self, width: int) -> int:
        """How much the rule and the name take above the words in ``width``."""
        if not self._named:
            return 0
        beside = width >= _BESIDE_FROM * text_scale(self)
        return _NAME_GAP if beside else self.fontMetrics().height() + _NAME_GAP

    def current(self) -> tuple[str, TextRole | None]:
        """What the current step says, and its look where that is an instruction for want of the author's words."""
        steps = (step for step in self._shown() if step.standing is Standing.CURRENT)
        now = next(steps, None)
        if now is None:
            return "", None
        return (now.words, None) if now.spoken else (f"▸ {now.words}", TextRole.DO_LARGE)

    def needed(self, ruler: Ruler, width: int) -> int:
        """How high all steps stand in ``width``."""
        inside, name = self.words_width(width), self.name_height(width)
        rows = [(ruler.height(row.words, _role_of(row, self._large), inside), row) for row in self._shown()]
        hint = max((ruler.height(f"▸ {row.do}", TextRole.DO, inside) for _, row in rows if row.do), default=0)
        return sum(height + name + self._column.spacing() for height, _ in rows) + (hint and hint + _NAME_GAP)

    def set_only_current(self, *, only: bool) -> None:
        """Whether there is room for the current step alone: beside a panel, on a stripped screen, in large text."""
        if only != self._only_current:
            self._only_current = only
            for row, shown in zip(self.rows, self._shown(), strict=False):
                row.setVisible(not only or shown.standing is Standing.CURRENT)

    def show_objection(self, objection: ObjectionView | None, do: str) -> None:
        """Shows the steps."""
        self.setVisible(objection is not None)
        if (objection, do) != (self._objection, self._do):
            self._objection, self._do = objection, do
            self._word()

    def retranslate(self) -> None:
        """Sets the words."""
        self._word()

    def _word(self) -> None:
        objection = self._objection
        steps = objection.steps if objection is not None else ()
        while len(self.rows) < len(steps):
            self._add_row()
        for row, view, shown in zip(self.rows, steps, self._shown(), strict=False):
            row.show_step(shown, self._name(view.step) if self._named else "", large=self._large)
            row.setVisible(not self._only_current or view.standing is Standing.CURRENT)
        for row in self.rows[len(steps) :]:
            row.hide()

    def _shown(self) -> tuple[ShownStep, ...]:
        """The steps as their rows show them."""
        objection = self._objection
        return tuple(
            ShownStep(
                view.standing,
                view.text or self._stand_in(view.step),
                self._do if self._extras and view.standing is Standing.CURRENT else "",
                spoken=bool(view.text) and bool(objection and objection.id),
            )
            for view in (objection.steps if objection is not None else ())
        )

    def make_ahead(self) -> Iterator[None]:
        """Makes the rows that the first objection would have to wait for, one a step."""
        while len(self.rows) < _USUAL_STEPS:
            self._add_row()
            self.rows[-1].hide()
            for part in self.rows[-1].findChildren(QWidget):
                part.ensurePolished()
            yield

    def _add_row(self) -> None:
        row = StepRow(self)
        self.rows.append(row)
        self._column.addWidget(row)

    def _name(self, step: Step) -> str:
        return {
            Step.ACKNOWLEDGE: self.tr("Acknowledge"),
            Step.ASK: self.tr("Ask"),
            Step.ANSWER: self.tr("Answer"),
            Step.CHECK: self.tr("Check"),
            Step.EXHAUSTED: self.tr("Let go"),
        }[step]

    def _stand_in(self, step: Step) -> str:
        return {
            Step.ACKNOWLEDGE: self.tr("Say in your words that you have heard it."),
            Step.ASK: self.tr("Ask what is behind it."),
            Step.ANSWER: self.tr("Answer in a sentence or two."),
            Step.CHECK: self.tr("Check whether it is settled."),
            Step.EXHAUSTED: self.tr("Accept it and go on."),
        }[step]


class Results(Part):
    """Settled, open, final: always pickable by digit."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._results: tuple[Result, ...] = ()
        self._ready = False
        self.buttons = [ActionButton(action, keys, roomy=True, parent=self) for action in OPTIONS[:3]]
        self.adopt(*self.buttons)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        for button in self.buttons:
            self._row.addWidget(button, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One under the other where large text leaves no room side by side."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        needed = max(button.sizeHint().width() + 8 for button in self.buttons) * len(self.buttons)
        wide = self.width() >= needed
        self._row.setSpacing(8 if wide else 4)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one of the three."""
        wanted = super().minimumSizeHint()
        return QSize(max(button.minimumSizeHint().width() for button in self.buttons), wanted.height())

    def show_objection(self, objection: ObjectionView | None) -> None:
        """Shows the results; the first one stands out once the answer was given."""
        self.setVisible(objection is not None)
        if objection is None:
            return
        ready = objection.current in (Step.CHECK, Step.EXHAUSTED)
        if (objection.results, ready) != (self._results, self._ready):
            self._results, self._ready = objection.results, ready
            self.retranslate()

    def retranslate(self) -> None:
        """Sets the words."""
        words = {
            Result.SETTLED: self.tr("Settled"),
            Result.OPEN: self.tr("Still open"),
            Result.FINAL: self.tr("Final no"),
        }
        for button, result in zip(self.buttons, self._results, strict=False):
            button.say(words[result])
            stands_out = self._ready and result is Result.SETTLED
            button.set_variant(Variant.PRIMARY if stands_out else Variant.PLAIN)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(self._results))
        self._turn()


def _short(text: str, longest: int = 40) -> str:
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]}…"
