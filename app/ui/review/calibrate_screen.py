"""Calibration's screen: sessions on the left, the call in the middle, blind marks or the agreement on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.call.ports import Clock
from app.review.calibrating import Calibration, CalibrationBook, Leaning
from app.ui.background import Runner
from app.ui.keys import Action
from app.ui.moments import day_words
from app.ui.preferences import Preferences
from app.ui.review.agreement_row import AgreementRow
from app.ui.review.calibrate import CalibratePresenter
from app.ui.review.calibrate_scene import CalibrateScene, CalibrateStage
from app.ui.review.loading import DeskBooks
from app.ui.review.replay_keys import walk
from app.ui.review.replay_pane import ReplayPane
from app.ui.review.replay_scene import ReplayScene
from app.ui.review.score_panel import ScorePanel
from app.ui.review.score_scene import ScoreScene
from app.ui.review.sheet import Lack
from app.ui.review.side_frame import PickList, RowWords, SideFrame, side_column, step_of
from app.ui.type_scale import TextRole
from app.ui.widgets import (
    KeyButton,
    Panel,
    PanelLook,
    ScrollColumn,
    Variant,
    WrappingLabel,
)
from app.ui.words import ui_lang, ui_locale

_LIST, _REPLAY, _RIGHT = 270, 600, 330


class CalibrateScreen(SideFrame):
    """Calibration."""

    def __init__(
        self, preferences: Preferences, runner: Runner, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(preferences, parent)
        self._scene = CalibrateScene()
        self._figures: list[AgreementRow] = []
        self._title, self._begin = QLineEdit(), KeyButton()
        self._told = WrappingLabel(role=TextRole.NOTE)
        self._left_out = WrappingLabel(role=TextRole.ALARM)
        self._list, self._agreed = PickList(), ScrollColumn(gap=0)
        self._whole = WrappingLabel(role=TextRole.STRONG)
        self._drift = WrappingLabel(role=TextRole.NOTE)
        self._state = WrappingLabel(role=TextRole.BODY)
        self._open = KeyButton(variant=Variant.PRIMARY)
        self.replay, self.score = ReplayPane(), ScorePanel()
        self._right = QStackedWidget()
        self._lay_out()
        self.presenter = CalibratePresenter(
            self, runner, clock, person=preferences.settings.rep, lang=ui_lang()
        )
        self._connect()
        self._follow_preferences()
        self.retranslate()
        self.presenter.show()

    def _lay_out(self) -> None:
        result = self._result = Panel(PanelLook.SIDE_RIGHT)
        right = QVBoxLayout(result)
        right.setContentsMargins(16, 14, 16, 14)
        right.addWidget(self._state)
        right.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self._whole)
        right.addWidget(self._drift)
        right.addWidget(self._agreed, 1)
        self._agreed.column.addStretch(1)
        self._right.addWidget(result)
        self._right.addWidget(self.score)
        self.add_part(side_column(self._title, self._begin, self._told, self._left_out, self._list), _LIST)
        self.add_part(self.replay, _REPLAY, grows=True)
        self.add_part(self._right, _RIGHT)

    def _connect(self) -> None:
        presenter, score = self.presenter, self.presenter.score
        self._list.picked.connect(presenter.pick)
        self._begin.clicked.connect(self._begin_pressed)
        self._title.returnPressed.connect(self._begin_pressed)
        self._open.clicked.connect(presenter.open_up)
        self.replay.timeline.valueChanged.connect(presenter.replay.slide)
        self.replay.moments.chosen.connect(presenter.replay.choose)
        self.replay.every_step_wanted.connect(self._show_every_step)
        self.replay.hide_comment()
        self.score.basis_chosen.connect(score.choose_basis)
        self.score.marked.connect(score.mark)
        self.score.na_reason_given.connect(score.give_na_reason)
        self.score.proof_wanted.connect(score.show_proof)
        self.score.draft_thrown.connect(presenter.start_anew)
        self.score.send_wanted.connect(presenter.send)
        self.preferences.changed.connect(self._follow_preferences)

    def serve(self, books: DeskBooks, sessions: CalibrationBook) -> None:
        """The books are open."""
        self.presenter.serve(books, sessions)

    # --- what the presenters tell ---

    def show_calibration(self, scene: CalibrateScene) -> None:
        """Shows the sessions and the agreement."""
        self._scene = scene
        self._begin.setEnabled(scene.ready)
        self._list.show_rows([self._session_row(one) for one in scene.sessions], scene.chosen)
        self._left_out.setText(self.tr("%n call(s) left out, as no scorecard fits them.", "", scene.left_out))
        self._left_out.setVisible(scene.left_out > 0)
        self.show_growing(shown=scene.stage is CalibrateStage.MARK)
        self._right.setCurrentWidget(self.score if scene.stage is CalibrateStage.MARK else self._result)
        self._state.setText(self._state_words(scene))
        self._open.setVisible(scene.is_owner and scene.stage is CalibrateStage.WAIT)
        reading = scene.stage is CalibrateStage.READ
        self._whole.setVisible(reading)
        self._drift.setVisible(reading)
        while len(self._figures) < max(1, len(scene.rows)):
            row = AgreementRow()
            row.noted.connect(self.presenter.note)
            self._agreed.column.insertWidget(len(self._figures), row)
            self._figures.append(row)
        for place, figure in enumerate(self._figures):
            figure.setVisible(place < len(scene.rows))
            if place < len(scene.rows):
                figure.show_row(scene.rows[place])
        if scene.whole is not None:
            self._whole.setText(self._figures[0].figures(scene.whole))
        self._drift.setText(self._drift_words(scene))

    def _session_row(self, one: Calibration) -> RowWords:
        state = self.tr("blind") if one.opened is None else self.tr("opened")
        calls = self.tr("%n call(s)", "", len(one.calls))
        return RowWords(one.title, f"{day_words(one.at.astimezone())} · {calls} · {state}")

    def show_replay(self, scene: ReplayScene) -> None:
        """Shows the call."""
        self.replay.show_scene(scene)

    def show_score(self, scene: ScoreScene) -> None:
        """Shows the sheet."""
        self.score.show_scene(scene)

    def point_at(self, lack: Lack) -> None:
        """Brings what is missing into sight."""
        self.score.point_at(lack)

    def whole_words(self) -> str:
        """The agreement over all criteria, in words."""
        return self._whole.whole_text()

    # --- words ---

    def _state_words(self, scene: CalibrateScene) -> str:
        if scene.troubled:
            return self.tr("The database cannot be used now. Try again in a moment.")
        if scene.none_fits:
            return self.tr(
                "No session was begun: no scorecard fits any of these calls, or it cannot be read. Look into the folder "
                "“scorecards” beside the playbooks, or run 'callcue check'."
            )
        session = scene.session
        if session is None:
            return self.tr("Pick a session, or begin one.")
        done = ", ".join(
            f"{who} {count}/{len(session.calls)}" for who, count in sorted(scene.progress.items())
        )
        if scene.stage is CalibrateStage.WAIT:
            words = self.tr("You have marked every call. The marks stay hidden until the session is opened.")
            return f"{words}\n{done}"
        return done

    def _drift_words(self, scene: CalibrateScene) -> str:
        lines = [self.tr("Against the others, in marks, session by session:")] if scene.drift else []
        lines += [
            f"{who}: " + " → ".join(map(self._leaning, found)) for who, found in sorted(scene.drift.items())
        ]
        return "\n".join(lines)

    def _leaning(self, one: Leaning) -> str:
        number = ui_locale().toString(abs(one.gap), "f", 2)
        none = round(one.gap, 2) == 0
        sign = "" if none else "−" if one.gap < 0 else "+"
        few = self.tr("n = %1, too few") if one.too_few else self.tr("n = %1")
        return f"{day_words(one.at.astimezone())} {sign}{number} ({few.replace('%1', str(one.marks))})"

    # --- presses ---

    def _begin_pressed(self) -> None:
        title = self._title.text().strip()
        if not self._scene.ready:
            return
        if not title:
            self._title.setFocus()
            return
        self._title.clear()
        self.setFocus()
        self.presenter.begin(title)

    def _show_every_step(self, every: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.presenter.replay.show_every_step(every=every)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps the marks, M leads to them, J and K to other sessions, Esc leaves; the replay's keys."""
        action = self.action(event)
        if action is Action.SEND_REVIEW:
            self.presenter.send()
        elif action is Action.MARKS:
            self.score.take_caret()
        elif step := step_of(event, action):
            self.presenter.pick(self._scene.chosen + step)
        elif not walk(action, self.presenter.replay):
            super().keyPressEvent(event)

    def _follow_preferences(self) -> None:
        self.replay.set_theme(self.preferences.theme)
        self.score.set_keys(self.preferences.keys)
        self.fit_parts()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self.name.setText(self.tr("Calibration"))
        self.leave.set_words(self.tr("Back"), "Esc")
        self._title.setPlaceholderText(self.tr("Name of a new session"))
        self._title.setAccessibleName(self.tr("Name of a new session"))
        self._begin.set_words(self.tr("Begin with five calls"))
        self._told.setText(
            self.tr(
                "The first calls of your queue, or the newest, each by the scorecard that fits it. Everybody marks blind; then all "
                "see all."
            )
        )
        self._open.set_words(self.tr("Open the marks to everybody"))
        self.show_calibration(self._scene)
