"""A rep's own reviews: the list, the call, and first the own sheet, then the trainer's marks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.call.ports import Clock
from app.ui.background import Runner
from app.ui.keys import Action
from app.ui.moments import day_words
from app.ui.preferences import Preferences
from app.ui.review.loading import DeskBooks
from app.ui.review.own import OwnPresenter
from app.ui.review.own_panel import OwnPanel
from app.ui.review.own_scene import OwnRow, OwnScene, OwnStage
from app.ui.review.replay_keys import walk
from app.ui.review.replay_pane import ReplayPane
from app.ui.review.replay_scene import ReplayScene
from app.ui.review.score_panel import ScorePanel
from app.ui.review.score_scene import ScoreScene
from app.ui.review.sheet import Lack
from app.ui.review.side_frame import PickList, RowWords, SideFrame, side_column, step_of
from app.ui.type_scale import TextRole
from app.ui.widgets import ChipLook, KeyButton, Variant, WrappingLabel
from app.ui.words import ui_lang

_LIST, _REPLAY, _RIGHT = 300, 560, 320


class OwnScreen(SideFrame):
    """The rep's side of reviews."""

    coaching_wanted = Signal()

    def __init__(
        self, preferences: Preferences, runner: Runner, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(preferences, parent)
        self._scene = OwnScene()
        self._list = PickList()
        self._empty = WrappingLabel(role=TextRole.BODY)
        self._coaching = KeyButton(variant=Variant.QUIET)
        self.replay, self.score, self.marks = ReplayPane(), ScorePanel(), OwnPanel()
        self._right = QStackedWidget()
        self._right.addWidget(self.marks)
        self._right.addWidget(self.score)
        self.add_part(side_column(self._empty, self._list), _LIST)
        self.add_part(self.replay, _REPLAY, grows=True)
        self.add_part(self._right, _RIGHT)
        self.add_button(self._coaching)
        self._presenter = OwnPresenter(self, runner, clock, person=preferences.settings.rep, lang=ui_lang())
        self._connect()
        self._follow_preferences()
        self.retranslate()
        self._presenter.show()

    def _connect(self) -> None:
        presenter, score = self._presenter, self._presenter.score
        self._list.picked.connect(presenter.open)
        self._coaching.clicked.connect(self.coaching_wanted)
        self.replay.timeline.valueChanged.connect(presenter.replay.slide)
        self.replay.moments.chosen.connect(presenter.replay.choose)
        self.replay.every_step_wanted.connect(self._show_every_step)
        self.replay.hide_comment()
        self.score.marked.connect(score.mark)
        self.score.na_reason_given.connect(score.give_na_reason)
        self.score.proof_wanted.connect(score.show_proof)
        self.score.draft_thrown.connect(presenter.start_anew)
        self.score.send_wanted.connect(presenter.send)
        self.marks.disputed.connect(presenter.dispute)
        self.marks.moment_wanted.connect(presenter.show_moment)
        self.preferences.changed.connect(self._follow_preferences)

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self._presenter.serve(books)

    # --- what the presenters tell ---

    def show_own(self, scene: OwnScene) -> None:
        """Shows the list and the marks."""
        self._scene = scene
        self._list.show_rows([self._row(one) for one in scene.rows], scene.chosen)
        self._empty.setText(self._empty_words(scene))
        self._empty.setVisible(bool(self._empty.text()))
        self.show_growing(shown=scene.row is not None)
        self._right.setCurrentWidget(self.score if scene.stage is OwnStage.RATE else self.marks)
        self.marks.show_scene(scene)

    def _row(self, one: OwnRow) -> RowWords:
        review = one.review
        score = "" if one.fresh or review.draft.score is None else f"{review.draft.score:.0f}"
        detail = f"{review.reviewer_name or review.draft.reviewer} · {day_words(review.sent.astimezone())}"
        return RowWords(one.who, detail, score, ((self.tr("new"), ChipLook.TONE),) if one.fresh else ())

    def show_replay(self, scene: ReplayScene) -> None:
        """Shows the call."""
        self.replay.show_scene(scene)

    def show_score(self, scene: ScoreScene) -> None:
        """Shows the rep's own sheet; once it goes, the keyboard stays with the screen."""
        focus = self.focusWidget()
        if scene.sheet is None and focus is not None and self.score.isAncestorOf(focus):
            self.setFocus()
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

    def _show_every_step(self, every: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._presenter.replay.show_every_step(every=every)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter sends, M leads to the marks, J and K to other reviews, P to the coaching sheet, Esc leaves; the replay's keys."""
        action = self.action(event)
        if action is Action.SEND_REVIEW:
            self._presenter.send()
        elif action is Action.COACHING:
            self.coaching_wanted.emit()
        elif action is Action.MARKS:
            (self.score if self._scene.stage is OwnStage.RATE else self.marks).take_caret()
        elif step := step_of(event, action):
            self._presenter.open(self._scene.chosen + step)
        elif not walk(action, self._presenter.replay):
            super().keyPressEvent(event)

    def _follow_preferences(self) -> None:
        self.replay.set_theme(self.preferences.theme)
        self.score.set_keys(self.preferences.keys)
        self.fit_parts()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self.name.setText(self.tr("My reviews"))
        self.leave.set_words(self.tr("Back"), "Esc")
        self._coaching.set_words(self.tr("My coaching"), "P")
        self.show_own(self._scene)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language, the open review too."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._presenter.speak(ui_lang())
