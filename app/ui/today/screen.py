"""Joins the start screen's looks and doings and owns both."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.call.ports import Clock
from app.leads.dialling import DialSlip
from app.ui.background import Runner
from app.ui.key_events import action_for
from app.ui.keys import Action
from app.ui.phone_desk import Caller
from app.ui.plan import CallPlan
from app.ui.preferences import Preferences
from app.ui.today.desk import Books
from app.ui.today.presenter import TodayPresenter
from app.ui.today.view import TodayView
from app.ui.words import ui_lang

LOOK_AGAIN_MS = 3000
"""How long to wait before books that could not be read are asked again. A guess."""
ANSWERS_MS = 200
"""When what trainers and managers said is asked for after the lists came: long enough for these to be painted."""


class TodayScreen(QWidget):
    """The start screen."""

    call_planned = Signal(object)
    go_on_wanted = Signal(object)
    finish_wanted = Signal(object)
    settings_wanted = Signal()
    key_sheet_wanted = Signal()
    inbox_wanted = Signal()
    review_wanted = Signal()
    own_reviews_wanted = Signal()
    dial_wanted = Signal(str)
    open_wanted = Signal()

    def __init__(
        self, preferences: Preferences, runner: Runner, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._view = TodayView(clock, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        settings = preferences.settings
        self._presenter = TodayPresenter(
            self._view, self, runner, rep=settings.rep_name, playbook=settings.last_playbook, lang=ui_lang()
        )
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(LOOK_AGAIN_MS)
        self._answers = QTimer(self)
        self._answers.setSingleShot(True)
        self._answers.setInterval(ANSWERS_MS)
        self._connect()
        self._follow_preferences()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._presenter.show()

    def _connect(self) -> None:
        view, presenter = self._view, self._presenter
        view.whom.typed.connect(presenter.type_query)
        view.whom.moved.connect(presenter.move_choice)
        view.whom.lead_chosen.connect(presenter.choose_lead)
        view.whom.rep_named.connect(presenter.name_rep)
        view.what.edited.connect(presenter.edit)
        view.what.playbook_chosen.connect(presenter.choose_playbook)
        view.calls.go_on_wanted.connect(presenter.go_on)
        view.calls.finish_wanted.connect(presenter.finish)
        view.unfinished.go_on_wanted.connect(presenter.go_on)
        view.unfinished.finish_wanted.connect(presenter.finish)
        view.start_wanted.connect(presenter.start)
        view.dial_wanted.connect(presenter.dial)
        view.sample_wanted.connect(presenter.start_sample)
        view.whom.open_wanted.connect(self.open_wanted)
        view.settings_wanted.connect(self.settings_wanted)
        view.key_sheet_wanted.connect(self.key_sheet_wanted)
        view.inbox_wanted.connect(self.inbox_wanted)
        view.review_wanted.connect(self.review_wanted)
        view.calls.reviews_wanted.connect(self.own_reviews_wanted)
        self._preferences.changed.connect(self._follow_preferences)
        self._again.timeout.connect(presenter.look_again)
        self._answers.timeout.connect(presenter.ask_for_answers)

    def opening(self) -> None:
        """The books are being opened."""
        self._presenter.opening()

    def not_opened(self) -> None:
        """The books cannot be opened."""
        self._presenter.not_opened()

    def serve(self, books: Books) -> None:
        """The books are open."""
        self._presenter.serve(books)

    def refresh(self) -> None:
        """Reads the lists anew."""
        self._presenter.refresh()

    def start_over(self) -> None:
        """A call is over: the search is empty for the next one."""
        self._presenter.start_over()

    def choose_next(self) -> None:
        """Picks the lead after the present one."""
        self._presenter.move_choice(1)

    def open_caller(self, caller: Caller) -> None:
        """Picks who rings."""
        self._presenter.open_caller(caller)
        self._view.whom.search.setFocus()

    def dial_told(self, number: str, slip: DialSlip | None) -> None:
        """What came of dialling."""
        self._presenter.dialled(number, slip)

    # --- the stage that the presenter hands over to ---

    def look_again_soon(self) -> None:
        """Has the lists read again in a while."""
        self._again.start()

    def ask_for_answers_soon(self) -> None:
        """Has them asked for when the lists have been painted: the worker would only get in their way."""
        self._answers.start()

    def begin(self, plan: CallPlan) -> None:
        """Hands the planned call on."""
        self.call_planned.emit(plan)

    def dial(self, number: str) -> None:
        """Hands the number on."""
        self.dial_wanted.emit(number)

    def go_on(self, call: UUID) -> None:
        """Hands an unfinished call on."""
        self.go_on_wanted.emit(call)

    def finish(self, call: UUID) -> None:
        """Hands an unfinished call on to its record."""
        self.finish_wanted.emit(call)

    def remember_playbook(self, path: str) -> None:
        """Keeps the choice for next time."""
        self._preferences.change(last_playbook=path)

    def remember_rep(self, name: str, company: str) -> None:
        """Keeps the rep's name."""
        self._preferences.change(rep_name=name, rep_company=company)
        self.setFocus()

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F-keys work wherever the caret is."""
        presenter = self._presenter
        acts = {
            Action.START: presenter.start,
            Action.DIAL: presenter.dial,
            Action.SAMPLE: presenter.start_sample,
            Action.RESUME: self._resume_first,
            Action.SETTINGS: self.settings_wanted.emit,
            Action.INBOX: self.inbox_wanted.emit,
            Action.REVIEW: self.review_wanted.emit,
            Action.KEY_SHEET: self.key_sheet_wanted.emit,
        }
        action = action_for(event, self._preferences.keys)
        act = acts.get(action) if action is not None else None
        if act is None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            act = focus.click if isinstance(focus, QAbstractButton) else presenter.start
        if act is None:
            super().keyPressEvent(event)
            return
        act()

    def _resume_first(self) -> None:
        self._presenter.resume_first()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Puts the caret where the rep starts typing: into the name when it is asked for, else into the search."""
        super().focusInEvent(event)
        if self._presenter.scene.rep_asked:
            self._view.whom.ask_rep.take_caret()
        else:
            self._view.whom.search.setFocus()

    def _follow_preferences(self) -> None:
        self._view.set_keys(self._preferences.keys)
        self._view.set_theme(self._preferences.theme)
