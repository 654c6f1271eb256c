"""A rep's own reviews: the list, the call, and first the own sheet, then the trainer's marks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.call.ports import Clock
from app.ui.background import Runner
from app.ui.key_events import is_typing, key_press
from app.ui.keys import KeyPress
from app.ui.moments import day_words
from app.ui.preferences import Preferences
from app.ui.review.loading import DeskBooks
from app.ui.review.own import OwnPresenter
from app.ui.review.own_panel import OwnPanel
from app.ui.review.own_scene import OwnScene, OwnStage
from app.ui.review.replay_pane import ReplayPane
from app.ui.review.replay_scene import ReplayScene
from app.ui.review.score_panel import ScorePanel
from app.ui.review.score_scene import ScoreScene
from app.ui.review.sheet import Lack
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    ChipLook,
    KeyButton,
    Panel,
    PanelLook,
    PlainLabel,
    RowButton,
    ScrollColumn,
    Variant,
    WrappingLabel,
)
from app.ui.words import ui_lang

_LIST, _REPLAY, _RIGHT = 260, 620, 320


class OwnScreen(Panel):
    """The rep's side of reviews."""

    left = Signal()

    def __init__(
        self, preferences: Preferences, runner: Runner, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self._preferences = preferences
        self._scene = OwnScene()
        self._rows: list[RowButton] = []
        self._list = ScrollColumn()
        self._empty = WrappingLabel(role=TextRole.BODY)
        self.replay, self.score, self.marks = ReplayPane(), ScorePanel(), OwnPanel()
        self._right = QStackedWidget()
        self._right.addWidget(self.marks)
        self._right.addWidget(self.score)
        self._lay_out()
        self._presenter = OwnPresenter(self, runner, clock, person=preferences.settings.rep, lang=ui_lang())
        self._connect()
        self._follow_preferences()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()
        self._presenter.show()

    def _lay_out(self) -> None:
        side = Panel(PanelLook.SIDE_LEFT)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        self._list.column.addStretch(1)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setChildrenCollapsible(False)
        self._columns.setHandleWidth(1)
        for part in (side, self.replay, self._right):
            self._columns.addWidget(part)
        self._columns.setStretchFactor(1, 1)
        bar = Panel(PanelLook.BAR_TOP)
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 10, 8)
        row.setSpacing(2 * RHYTHM)
        self._name = PlainLabel(role=TextRole.STRONG)
        self._leave = KeyButton(variant=Variant.QUIET)
        row.addWidget(self._name)
        row.addStretch(1)
        row.addWidget(self._leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self._columns, 1)

    def _connect(self) -> None:
        presenter, score = self._presenter, self._presenter.score
        self._leave.clicked.connect(self.left)
        self.replay.timeline.valueChanged.connect(presenter.replay.slide)
        self.replay.moments.chosen.connect(presenter.replay.choose)
        self.replay.every_step_wanted.connect(self._show_every_step)
        self.replay.hide_comment()
        self.score.marked.connect(score.mark)
        self.score.na_reason_given.connect(score.give_na_reason)
        self.score.proof_wanted.connect(score.show_proof)
        self.score.send_wanted.connect(presenter.send)
        self.marks.disputed.connect(presenter.dispute)
        self.marks.moment_wanted.connect(presenter.show_moment)
        self._preferences.changed.connect(self._follow_preferences)

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self._presenter.serve(books)

    # --- what the presenters tell ---

    def show_own(self, scene: OwnScene) -> None:
        """Shows the list and the marks."""
        self._scene = scene
        while len(self._rows) < len(scene.rows):
            row = RowButton()
            row.clicked.connect(self._row_pressed)
            self._list.column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(scene.rows))
            if place < len(scene.rows):
                one = scene.rows[place]
                chips = [(self.tr("new"), ChipLook.TONE)] if one.fresh else []
                score = "" if one.fresh or one.review.draft.score is None else f"{one.review.draft.score:.0f}"
                detail = f"{one.review.reviewer_name or one.review.draft.reviewer}"
                day = day_words(one.review.sent.astimezone())
                row.set_row(one.who, f"{detail} · {day}", score, chips)
                row.set_chosen(place == scene.chosen)
        self._empty.setText(self._empty_words(scene))
        self._empty.setVisible(bool(self._empty.text()))
        self._right.setCurrentWidget(self.score if scene.stage is OwnStage.RATE else self.marks)
        self.marks.show_scene(scene)

    def show_replay(self, scene: ReplayScene) -> None:
        """Shows the call."""
        self.replay.show_scene(scene)

    def show_score(self, scene: ScoreScene) -> None:
        """Shows the rep's own sheet."""
        self.score.show_scene(scene)

    def point_at(self, lack: Lack) -> None:
        """Brings what is missing into sight."""
        self.score.point_at(lack)

    def _empty_words(self, scene: OwnScene) -> str:
        if scene.troubled:
            return self.tr("The database cannot be used now. Try again in a moment.")
        if not scene.ready:
            return self.tr("Looking for reviews…")
        return "" if scene.rows else self.tr("Nobody has reviewed your calls yet.")

    # --- presses ---

    def _row_pressed(self) -> None:
        row = self.sender()
        if isinstance(row, RowButton):
            self._presenter.open(self._rows.index(row))

    def _show_every_step(self, every: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._presenter.replay.show_every_step(every=every)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Ctrl+Enter sends; the replay's keys are those of the desk."""
        press, replay = key_press(event), self._presenter.replay
        if press == KeyPress("Return", ctrl=True):
            self._presenter.send()
        elif press == KeyPress("Esc"):
            self.left.emit()
        elif press == KeyPress("Right") and not is_typing():
            replay.move(1)
        elif press == KeyPress("Left") and not is_typing():
            replay.move(-1)
        elif press == KeyPress("O") and not is_typing():
            replay.next_objection()
        elif press == KeyPress("O", shift=True) and not is_typing():
            replay.next_objection(-1)
        elif press == KeyPress("B") and not is_typing():
            replay.next_flag()
        else:
            super().keyPressEvent(event)

    def _follow_preferences(self) -> None:
        theme = self._preferences.theme
        self.replay.set_theme(theme)
        self._columns.setSizes([theme.px(_LIST), theme.px(_REPLAY), theme.px(_RIGHT)])

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._name.setText(self.tr("My reviews"))
        self._leave.set_words(self.tr("Back"), "Esc")
        self.show_own(self._scene)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._presenter.speak(ui_lang())
        super().changeEvent(event)
