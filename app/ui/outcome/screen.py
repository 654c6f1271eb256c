"""Joins the outcome's looks and doings and owns both."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.call.events import Result
from app.call.ports import Clock, Trouble
from app.playbook.vocabulary import OutcomeGroup
from app.ui.key_events import is_typing, key_press
from app.ui.keys import Action, KeyMap, KeyPress, digit_of
from app.ui.outcome.choose_page import DO_NOT_CALL_CHORD, DO_NOT_CALL_KEY, ChoosePage
from app.ui.outcome.details_page import DetailsPage
from app.ui.outcome.done_page import DonePage
from app.ui.outcome.fields_box import MORE_CHORD, MORE_KEY
from app.ui.outcome.ports import CalendarShelf, WrapUpCall
from app.ui.outcome.presenter import OutcomePresenter
from app.ui.outcome.saved_mark import SavedMark
from app.ui.outcome.scene import ChooseScene, DetailsScene, OutcomeScene
from app.ui.outcome.shelf import DownloadShelf
from app.ui.widgets import KeyButton, Panel, PanelLook
from app.ui.words import ui_lang

RATING_KEYS = ("1", "2", "3", "4", "5")
COPY_CHORD, OWN_WORDS_CHORD = "Ctrl+C", "Ctrl+B"
SAVE_CHORDS = ("Ctrl+I", "Ctrl+S")
"""The second is for the left hand."""


class OutcomeScreen(Panel):
    """After hang-up, until the outcome is recorded and the rep leaves."""

    finished = Signal()
    returned_to_call = Signal()

    def __init__(
        self,
        call: WrapUpCall,
        clock: Clock,
        *,
        keys: KeyMap | None = None,
        shelf: CalendarShelf | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self._keys = keys or KeyMap()
        self._call_id = call.call_id
        self._choose = ChoosePage(self._keys, self)
        self._details, self._done = DetailsPage(self._keys, self), DonePage(self._keys, self)
        self._pages = QStackedWidget(self)
        for page in (self._choose, self._details, self._done):
            page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.saving = SavedMark(self)
        column.addWidget(self.saving)
        column.addWidget(self._pages, 1)
        self._presenter = OutcomePresenter(
            call, self, clock=clock, shelf=shelf or DownloadShelf(), lang=ui_lang()
        )
        self._connect()
        self._watch_copying()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._presenter.begin()

    def _connect(self) -> None:
        presenter, choose, details, done = self._presenter, self._choose, self._details, self._done
        choose.suggestion_taken.connect(presenter.enter)
        choose.group_opened.connect(self._open_group)
        choose.outcome_chosen.connect(presenter.choose)
        choose.do_not_call_chosen.connect(presenter.do_not_call)
        choose.back_wanted.connect(presenter.take_back)
        details.record_wanted.connect(presenter.enter)
        details.back_wanted.connect(self._leave_details)
        details.fields.typed.connect(presenter.typed)
        details.fields.picked.connect(presenter.pick)
        details.fields.more_wanted.connect(self._more)
        details.fields.moved.connect(presenter.move_when)
        details.fields.day_picked.connect(presenter.pick_day)
        details.fields.entered.connect(presenter.entered)
        details.rating.rated.connect(presenter.rate)
        details.objections.settled.connect(self._settle)
        details.objections.named.connect(presenter.name_objection)
        details.own_words.reworded.connect(self._reword)
        for box in (details.summary, done.summary):
            box.copy_wanted.connect(presenter.copy_summary)
            box.save_wanted.connect(presenter.save_follow_up)
        done.finish_wanted.connect(presenter.enter)

    # --- for the frame ---

    def saved(self, call: UUID, seq: int) -> None:
        """Everything of ``call`` up to ``seq`` is on disk. Main thread only."""
        if call == self._call_id:
            self._presenter.saved(seq)

    def troubled(self, _trouble: Trouble) -> None:
        """The journal cannot write for now. Main thread only."""
        self._presenter.troubled(troubled=True)

    def recovered(self) -> None:
        """The journal writes again. Main thread only."""
        self._presenter.troubled(troubled=False)

    # --- what the presenter tells ---

    def show_saved(self, *, saved: bool, troubled: bool) -> None:
        """Says so at the top right, where it stood in the call."""
        self.saving.show_saved(saved=saved, troubled=troubled)

    def show_scene(self, scene: OutcomeScene) -> None:
        """Shows the page."""
        page = self._page_of(scene)
        turned = self._pages.currentWidget() is not page
        self._pages.setCurrentWidget(page)
        if isinstance(scene, ChooseScene):
            self._choose.show_scene(scene)
        elif isinstance(scene, DetailsScene):
            self._details.show_scene(scene)
            self._watch_copying()
        else:
            self._done.show_scene(scene)
        if turned and not (isinstance(scene, DetailsScene) and scene.current):
            page.setFocus()

    def _page_of(self, scene: OutcomeScene) -> QWidget:
        if isinstance(scene, ChooseScene):
            return self._choose
        return self._details if isinstance(scene, DetailsScene) else self._done

    def copy(self, text: str) -> None:
        """To the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def announce_finished(self) -> None:
        """The rep is done here."""
        self.finished.emit()

    def announce_returned(self) -> None:
        """The call goes on."""
        self.returned_to_call.emit()

    # --- keys ---

    def set_keys(self, keys: KeyMap) -> None:
        """Other keys from now on."""
        self._keys = keys
        for page in (self._choose, self._details, self._done):
            page.set_keys(keys)

    def _leave_own_words(self, *, keeping: bool) -> None:
        box = self._details.own_words
        if keeping:
            box.keep()
        else:
            box.close_fields()
        self._details.take_back_caret()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every act has a key; in a text field only those that are no text."""
        press = key_press(event)
        if press is None or not self._act_on(press):
            super().keyPressEvent(event)

    def _act_on(self, press: KeyPress) -> bool:
        if press.chord in SAVE_CHORDS:
            self._presenter.save_follow_up()
        elif press.chord == DO_NOT_CALL_CHORD and self._pages.currentWidget() is self._choose:
            self._presenter.do_not_call()
        elif press.chord == OWN_WORDS_CHORD and self._pages.currentWidget() is self._details:
            self._details.own_words.open()
        elif self._act_in_text(press):
            return True
        elif self._details.own_words.has_caret() and press.chord in ("Return", "Esc"):
            self._leave_own_words(keeping=press.chord == "Return")
        elif press.chord == "Return":
            self._enter()
        elif press.chord == "Esc" or self._keys.action_for(press, typing=is_typing()) is Action.BACK:
            self._presenter.back()
        elif is_typing():
            return False
        else:
            return self._act_outside_text(press)
        return True

    def _act_outside_text(self, press: KeyPress) -> bool:
        action = self._keys.action_for(press)
        digit = digit_of(action) if action is not None else None
        if digit is not None:
            self._presenter.digit(digit)
        elif press.chord in (MORE_KEY, MORE_CHORD):
            self._presenter.digit(0)
        elif press.ctrl or press.alt or press.meta:
            return False
        elif press.key == DO_NOT_CALL_KEY and self._pages.currentWidget() is self._choose:
            self._presenter.do_not_call()
        elif action is Action.UNDO:
            self._presenter.take_back()
        elif action is Action.DONE and press.key != "Space":
            self._enter()
        else:
            return False
        return True

    def _enter(self) -> None:
        focus = self.focusWidget()
        if isinstance(focus, KeyButton) and focus.hasFocus():
            focus.click()
        elif isinstance(focus, QComboBox) and focus.hasFocus():
            focus.showPopup()
        else:
            self._presenter.enter()

    def _has_selection(self) -> bool:
        focus = self.focusWidget()
        if isinstance(focus, QLineEdit):
            return focus.hasSelectedText()
        box = self._done.summary if self._pages.currentWidget() is self._done else self._details.summary
        return bool(box.selected_text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In a text field too: the copy key takes the summary unless something is marked, and Alt with a digit rates."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            press = key_press(event)
            if press is not None and self._act_in_text(press):
                return True
        return super().eventFilter(watched, event)

    def _act_in_text(self, press: KeyPress) -> bool:
        if press.chord == COPY_CHORD and not self._has_selection():
            self._presenter.copy_summary()
        elif press.alt and not press.ctrl and press.key in RATING_KEYS:
            self._presenter.rate(int(press.key))
        else:
            return False
        return True

    def _watch_copying(self) -> None:
        for kind in (QLineEdit, QPlainTextEdit):
            for field in self._pages.findChildren(kind):
                field.installEventFilter(self)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._presenter.speak(ui_lang())
        super().changeEvent(event)

    # --- what the pages tell in other words ---

    def _open_group(self, code: str) -> None:
        self._presenter.open_group(OutcomeGroup(code))

    def _leave_details(self) -> None:
        self._presenter.leave_details()

    def _more(self, field: str) -> None:
        self._presenter.more(field)

    def _reword(self, name: str, words: str) -> None:
        self._presenter.reword(name, words)

    def _settle(self, number: int, result: Result) -> None:
        self._presenter.settle(number, result)
