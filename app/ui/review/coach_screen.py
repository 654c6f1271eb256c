"""Coaching's screen: whom trainers have reviewed on the left, one rep's sheet beside it, to print as it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QVBoxLayout, QWidget

from app.call.ports import Clock
from app.review.coaching import Coached
from app.ui.background import Runner
from app.ui.keys import Action
from app.ui.preferences import Preferences
from app.ui.review.coach import CoachPresenter
from app.ui.review.coach_scene import CoachingSheet, CoachScene
from app.ui.review.coach_words import due_words, hidden_words, method_words
from app.ui.review.loading import DeskBooks
from app.ui.review.plan_panel import PlanPanel
from app.ui.review.side_frame import PickList, RowWords, SideFrame, side_column, step_of
from app.ui.type_scale import TextRole
from app.ui.widgets import ChipLook, KeyButton, Panel, PanelLook, ScrollColumn, Variant, WrappingLabel
from app.ui.words import ui_lang

_LIST, _SHEET = 270, 800
_SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class CoachScreen(SideFrame):
    """Coaching. ``own``: a rep looks at their own sheet, and there is nobody else to pick."""

    call_wanted = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        runner: Runner,
        clock: Clock,
        parent: QWidget | None = None,
        *,
        rep: str = "",
        own: bool = False,
    ) -> None:
        super().__init__(preferences, parent)
        self._plans: list[PlanPanel] = []
        self._list, self._sheet = PickList(), ScrollColumn()
        self._told = WrappingLabel(role=TextRole.NOTE)
        self._title = WrappingLabel(role=TextRole.TITLE)
        self._state = WrappingLabel(role=TextRole.BODY)
        self._method = WrappingLabel(role=TextRole.NOTE)
        self._print = KeyButton(variant=Variant.QUIET)
        self._lay_out(own=own)
        person = preferences.settings.rep
        self.presenter = CoachPresenter(self, runner, clock, person=person, rep=rep, own=own)
        self._list.picked.connect(self.presenter.choose)
        self._print.clicked.connect(self._save_page)
        preferences.changed.connect(self.fit_parts)
        self.fit_parts()
        self.retranslate()

    def _lay_out(self, *, own: bool) -> None:
        if not own:
            self.add_part(side_column(self._told, self._list), _LIST)
        sheet = Panel(PanelLook.GROUND)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(22, 14, 22, 14)
        for part in (self._title, self._state):
            column.addWidget(part)
        column.addWidget(self._sheet, 1)
        column.addWidget(self._method)
        self._sheet.column.addStretch(1)
        self.add_part(sheet, _SHEET, grows=True)
        self.add_button(self._print)

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self.presenter.serve(books)

    # --- what the presenter tells ---

    def show_coaching(self, scene: CoachScene) -> None:
        """Shows the list and the sheet."""
        self._list.show_rows([self._row(one, scene) for one in scene.reps], scene.chosen)
        sheet = scene.sheet
        self._title.setText((sheet.name or sheet.rep) if sheet is not None else "")
        self._title.setVisible(sheet is not None)
        self._state.setText(self._state_words(scene))
        self._state.setVisible(bool(self._state.text()))
        self._method.setVisible(sheet is not None and bool(sheet.entries))
        self._print.setEnabled(sheet is not None and bool(sheet.entries))
        self._show_plans(sheet, own=scene.own)

    def _show_plans(self, sheet: CoachingSheet | None, *, own: bool) -> None:
        entries = sheet.entries if sheet is not None else ()
        while len(self._plans) < len(entries):
            panel = PlanPanel()
            panel.decided.connect(self.presenter.decide)
            panel.call_wanted.connect(self.call_wanted)
            self._sheet.column.insertWidget(len(self._plans), panel)
            self._plans.append(panel)
        for place, panel in enumerate(self._plans):
            panel.setVisible(place < len(entries))
            if place < len(entries):
                panel.show_entry(entries[place], own=own)

    def _row(self, one: Coached, scene: CoachScene) -> RowWords:
        today = scene.today
        late = one.overdue(today) if today is not None else 0
        chips = ((self.tr("%n overdue", "", late), ChipLook.ALARM),) if late else ()
        if one.dues:
            detail = self.tr("next date: %1").replace("%1", due_words(one.dues[0]))
        else:
            detail = self.tr("nothing under way")
        return RowWords(one.name or one.rep, detail, chips=chips)

    def _state_words(self, scene: CoachScene) -> str:
        if scene.troubled:
            return self.tr("The database cannot be used now. Try again in a moment.")
        if not scene.ready or (scene.reading and scene.sheet is None):
            return self.tr("Reading what was agreed…")
        if scene.sheet is None:
            return self.tr("No review was sent yet. Score a call first, and say one behaviour to try.")
        hidden = hidden_words(scene.sheet)
        if not scene.sheet.entries and not hidden:
            return self.tr("Nobody has reviewed your calls yet.")
        return hidden

    def sheet_words(self) -> str:
        """Everything that the sheet says."""
        return "\n\n".join(one.words() for one in self._plans if not one.isHidden())

    # --- presses ---

    def _save_page(self) -> None:
        sheet = self.presenter.scene.sheet
        if sheet is not None and sheet.entries:
            from app.ui.review.coach_page import save_sheet

            save_sheet(self, sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P prints, Up and Down walk through the reps, Page Up and Page Down through the sheet, Esc leaves."""
        action = self.action(event)
        key = Qt.Key(event.key())
        scroll = _SCROLLS.get(key)
        step = step_of(event, action)
        if action is Action.PRINT:
            self._save_page()
        elif step and not self.presenter.scene.own:
            self.presenter.choose(self.presenter.scene.chosen + step)
        elif scroll is not None:
            self._sheet.verticalScrollBar().triggerAction(scroll)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        own = self.presenter.scene.own
        self.name.setText(self.tr("My coaching") if own else self.tr("Coaching"))
        self.leave.set_words(self.tr("Back"), "Esc")
        self._print.set_words(self.tr("Print"), self.preferences.keys.cap(Action.PRINT, ui_lang()))
        self._told.setText(self.tr("By name; nobody is ranked."))
        self._method.setText(method_words())
        self.show_coaching(self.presenter.scene)
