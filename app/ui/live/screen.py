"""The live call: joins the window, the keys and the presenter, and owns all three.

For whoever builds the frame::

    screen = LiveScreen(call, finder, keys=preferences.keys, clock=services.clock, now=...)
    screen.call_over.connect(...)          # the line is closed: show the outcome screen
    screen.compact_requested.connect(...)  # a ``Layout``: FULL, COMPACT (420 px, on top) or STRIP (full width, 220 px)
    relay.acknowledged.connect(screen.saved)   # JournalRelay, or anything else that speaks on the main thread
    relay.trouble_met.connect(screen.troubled)
    relay.trouble_over.connect(screen.recovered)
    preferences.changed.connect(...)       # then ``screen.set_keys(preferences.keys)``
    screen.start()                         # after it is on the screen: shows the first line and takes the keys

The screen decides by its own size which shape it takes, so the frame only has to change the window (see
``Layout.size_hint``). It never opens another window, makes no sound and takes the focus only when a key asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.call.ports import Clock, Trouble
from app.leads.dialling import DialSlip
from app.ui.key_events import action_for, is_typing
from app.ui.keys import MOOD_ACTIONS, OPTIONS, Action, KeyMap
from app.ui.live.announcer import Announcer
from app.ui.live.key_field import KeyField
from app.ui.live.live_window import LiveWindow
from app.ui.live.ports import Call, CallFinder
from app.ui.live.presenter import LivePresenter
from app.ui.live.scene import Field, Layout, Panel, Scene, Times
from app.ui.live.step_page import StepPage

_TICK_MS = 250
_QUIET_MS = 40
_LOOK_CHANGES = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange)
_PANELS = {
    Action.OBJECTION_BOARD: Panel.OBJECTIONS,
    Action.STORY: Panel.STORIES,
    Action.QUESTIONS: Panel.QUESTIONS,
    Action.CUSTOMER: Panel.CUSTOMER,
    Action.NEXT_STEP: Panel.NEXT_STEP,
    Action.REWORD: Panel.REWORD,
    Action.MORE: Panel.MORE,
}


class LiveScreen(QWidget):
    """One call on the screen, from the first line until the line is closed."""

    call_over = Signal()
    dial_wanted = Signal(str)
    settings_wanted = Signal()
    compact_requested = Signal(Layout)

    def __init__(
        self,
        call: Call,
        finder: CallFinder,
        *,
        keys: KeyMap,
        clock: Clock,
        announcer: Announcer | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rearrange = QTimer(self)
        self._rearrange.setSingleShot(True)
        self._rearrange.timeout.connect(self._arrange)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._call = call
        self._keys = keys
        self.step_page = StepPage(clock.now, self)
        self.window_parts = LiveWindow(keys, self.step_page, self)
        self.presenter = LivePresenter(call, self, finder, clock)
        self._announcer = announcer or Announcer(self)
        self._acts = self._acts_by_action()
        self._clock_timer = QTimer(self)
        self._clock_timer.setInterval(_TICK_MS)
        self._clock_timer.timeout.connect(self._tick)
        self._ahead: Iterator[None] = iter(())
        self._quiet_timer = QTimer(self)
        self._quiet_timer.setInterval(_QUIET_MS)
        self._quiet_timer.timeout.connect(self.make_ahead)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.window_parts)
        self._connect()

    # -- for the frame -----------------------------------------------------------------------------------------

    def start(self) -> None:
        """Shows the call and takes the keys."""
        self.presenter.start()
        self._clock_timer.start()
        parts = self.window_parts
        self._ahead = chain(parts.panel.make_ahead(), parts.steps.make_ahead(), parts.key_sheet.make_ahead())
        self._quiet_timer.start()
        self.setFocus()

    def saved(self, call: UUID, seq: int) -> None:
        """Everything of ``call`` up to ``seq`` is on disk. Main thread only."""
        if call == self._call.call_id:
            self.presenter.saved(seq)

    def troubled(self, trouble: Trouble) -> None:
        """The journal cannot write for now. Main thread only."""
        self.presenter.troubled(trouble)

    def recovered(self) -> None:
        """The journal writes again. Main thread only."""
        self.presenter.recovered()

    def dial_told(self, number: str, slip: DialSlip | None) -> None:
        """What came of dialling."""
        self.presenter.dialled(number, slip)

    def set_keys(self, keys: KeyMap) -> None:
        """Other keys are in force."""
        self._keys = keys
        for part in self.window_parts.parts:
            part.set_keys(keys)

    # -- as the presenter's view -------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Shows ``scene``."""
        self.window_parts.show_scene(scene)
        self.presenter.note_moved(in_sight=self.window_parts.note_in_sight)

    def show_times(self, times: Times) -> None:
        """Shows the clocks."""
        self.window_parts.show_times(times)

    def focus(self, field: Field) -> None:
        """Puts the caret there, or gives the keys back to the call."""
        target = self._field(field)
        if field is Field.STEP:
            self.step_page.setFocus()
        elif target is None:
            self.setFocus()
        else:
            target.setFocus()

    def announce(self, sentence: str) -> None:
        """Tells a screen reader."""
        self._announcer.announce(sentence)

    def want_layout(self, layout: Layout) -> None:
        """Asks the frame for another shape."""
        self.compact_requested.emit(layout)

    def leave(self) -> None:
        """The line is closed."""
        self._clock_timer.stop()
        self._quiet_timer.stop()
        self.call_over.emit()

    def _field(self, field: Field) -> KeyField | None:
        parts = self.window_parts
        note = parts.side.note if parts.note_in_sight else parts.panel.note
        return {
            Field.ANSWER: parts.card.words,
            Field.NOTE: note.field,
            Field.SEARCH: parts.panel.search,
            Field.REWORD: parts.panel.words,
        }.get(field)

    # -- keys and buttons --------------------------------------------------------------------------------------

    def act(self, action: Action) -> None:
        """Does what a key or a button stands for."""
        if action is Action.BACK and self._leaves_field():
            return
        do = self._acts.get(action)
        if do is not None:
            do()

    def _act_from_more(self, action: Action) -> None:
        """A panel opens in the place of this one; anything else is done with the panel put away."""
        if action is Action.NOTE:
            self.presenter.to_note()
            return
        if action not in _PANELS:
            self.presenter.close_panel()
        self.act(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key of the call comes through here."""
        action = action_for(event, self._keys)
        if action not in self._acts:
            super().keyPressEvent(event)
            return
        event.accept()
        self.act(action)

    def event(self, event: QEvent) -> bool:
        """Tab is a key of the call too; Qt would move the focus with it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and action_for(event, self._keys) is Action.NOTE
        ):
            self.act(Action.NOTE)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Nothing is drawn for the focus here; Qt would paint the whole window anew."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """As when it comes."""

    def _leaves_field(self) -> bool:
        """Esc in the answer or in the note at the side gives the keys back to the call, and that is all."""
        parts = self.window_parts
        if QApplication.focusWidget() in (parts.card.words, parts.side.note.field):
            self.setFocus()
            return True
        return False

    def _tab(self) -> None:
        """Tab: from the call to the answer or the note; from the answer to the note; from the note back."""
        focus, parts = QApplication.focusWidget(), self.window_parts
        if focus is parts.card.words:
            self.presenter.to_note()
        elif focus in (parts.side.note.field, parts.panel.note.field):
            self.act(Action.BACK)
        elif is_typing():
            self.setFocus()
        else:
            self.presenter.to_answer()

    def _dial(self) -> None:
        if self.presenter.number:
            self.dial_wanted.emit(self.presenter.number)

    def _acts_by_action(self) -> dict[Action, Callable[[], None]]:
        does = self.presenter
        acts: dict[Action, Callable[[], None]] = {
            Action.DONE: does.done,
            Action.SKIP: does.skip,
            Action.UNDO: does.undo,
            Action.REDO: does.redo,
            Action.BACK: does.back,
            Action.LINE_PREVIOUS: partial(does.go_line, -1),
            Action.LINE_NEXT: partial(does.go_line, 1),
            Action.STAGE_PREVIOUS: partial(does.go_stage, -1),
            Action.STAGE_NEXT: partial(does.go_stage, 1),
            Action.DRIVE: does.switch_drive,
            Action.NOTE: self._tab,
            Action.FLAG: does.flag,
            Action.DIAL: self._dial,
            Action.TAKE_HINT: does.take_hint,
            Action.KEEP_HELP: does.keep_help,
            Action.HOLD: does.hold,
            Action.END: does.hang_up,
            Action.HELP_LEVEL: does.cycle_help,
            Action.COMPACT: does.next_layout,
            Action.STRIP: does.to_strip,
            Action.SEE_MORE: self.window_parts.see_more,
            Action.SETTINGS: self.settings_wanted.emit,
            Action.KEY_SHEET: does.toggle_key_sheet,
        }
        acts.update({action: partial(does.toggle_panel, panel) for action, panel in _PANELS.items()})
        acts.update({action: partial(does.tap_mood, mood) for action, mood in MOOD_ACTIONS.items()})
        acts.update({action: partial(does.digit, digit) for digit, action in enumerate(OPTIONS, start=1)})
        return acts

    def _connect(self) -> None:
        parts, does = self.window_parts, self.presenter
        for part in parts.parts:
            part.acted.connect(self.act)
        parts.rail.stage_chosen.connect(does.go_stage)
        parts.side.objection_raised.connect(does.raise_likely)
        parts.ask.day_taken.connect(does.take_ask)
        parts.card.words_typed.connect(does.answer_typed)
        parts.card.words_entered.connect(does.answer_entered)
        parts.hint.said.connect(self.announce, Qt.ConnectionType.QueuedConnection)
        parts.corner.faded.connect(does.notice_faded)
        for note in (parts.side.note, parts.panel.note):
            note.typed.connect(does.note_typed)
            note.paused.connect(does.note_paused)
            note.entered.connect(does.note_entered)
            note.left.connect(does.note_left)
            note.chip_taken.connect(does.take_chip)
        parts.panel.more.acted.connect(self._act_from_more)
        parts.panel.searched.connect(does.search)
        parts.panel.search_entered.connect(does.pick_current)
        parts.panel.digit_pressed.connect(does.digit)
        parts.panel.row_moved.connect(does.move_row)
        parts.panel.row_picked.connect(does.pick_row)
        parts.panel.reworded.connect(does.reword)
        self.step_page.agreed.connect(does.agree)
        self.step_page.closed.connect(does.close_panel)
        for field in self.findChildren(KeyField):
            field.tabbed.connect(self._tab)

    # -- time and size -----------------------------------------------------------------------------------------

    def _tick(self) -> None:
        self.presenter.tick()

    def make_ahead(self) -> bool:
        """One small piece of what panels will need, between two keys; false once there is no more to make."""
        if next(self._ahead, self) is not self:
            return True
        self._quiet_timer.stop()
        return False

    def minimumSizeHint(self) -> QSize:
        """Small enough for the strip."""
        return self.window_parts.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes the shape that fits."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Takes the shape that fits when it comes on the screen."""
        super().showEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger or smaller text may need another shape."""
        super().changeEvent(event)
        if event.type() in _LOOK_CHANGES:
            self._rearrange.start()

    def _arrange(self) -> None:
        self.window_parts.resize(self.size())
        if self.window_parts.arrange():
            self.presenter.note_moved(in_sight=self.window_parts.note_in_sight)
