"""Joins the review desk's looks and doings and owns both; its keys work wherever the caret is not in a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.call.ports import Clock
from app.ui.background import Runner
from app.ui.key_events import is_typing, key_press
from app.ui.keys import KeyPress
from app.ui.preferences import Preferences
from app.ui.review.exporting import ExportScene
from app.ui.review.find_scene import FindScene
from app.ui.review.loading import DeskBooks
from app.ui.review.presenter import DeskPresenter
from app.ui.review.replay_scene import ReplayScene
from app.ui.review.score_scene import ScoreScene
from app.ui.review.sheet import Lack
from app.ui.review.view import ReviewView
from app.ui.words import ui_lang

_SEND, _PRINT, _FIND = KeyPress("Return", ctrl=True), KeyPress("P", ctrl=True), KeyPress("F", ctrl=True)
_FIGURES = KeyPress("G", ctrl=True)


class ReviewScreen(QWidget):
    """The review desk."""

    left = Signal()
    settings_wanted = Signal()
    calibration_wanted = Signal()
    coaching_wanted = Signal(str)
    figures_wanted = Signal(str)

    def __init__(
        self, preferences: Preferences, runner: Runner, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._presenter = DeskPresenter(self, runner, clock, person=preferences.settings.rep, lang=ui_lang())
        self._view = ReviewView(self._presenter.find, clock, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._connect()
        self._follow_preferences()
        self.setFocusProxy(self._view)
        self._presenter.show()

    def _connect(self) -> None:
        view, presenter = self._view, self._presenter
        self._connect_find()
        self._connect_score()
        view.replay.timeline.valueChanged.connect(presenter.replay.slide)
        view.replay.moments.chosen.connect(presenter.replay.choose)
        view.replay.commented.connect(presenter.comment)
        view.replay.comment.textEdited.connect(presenter.drafts.type_comment)
        view.replay.every_step_wanted.connect(self._show_every_step)
        view.leave_wanted.connect(self.left)
        view.settings_wanted.connect(self.settings_wanted)
        view.calibration_wanted.connect(self.calibration_wanted)
        view.coaching_wanted.connect(self._want_coaching)
        view.figures_wanted.connect(self._want_figures)
        view.print_wanted.connect(self._print)
        view.export_wanted.connect(self._ask_where)
        view.stop_wanted.connect(presenter.exporting.stop)
        self._preferences.changed.connect(self._follow_preferences)

    def _connect_find(self) -> None:
        panel, find = self._view.finder, self._presenter.find
        panel.line.typed.connect(find.type_line)
        panel.line.suggestions_wanted.connect(self._suggest)
        panel.filter_toggled.connect(find.toggle)
        panel.chip_dropped.connect(find.drop)
        panel.cleared.connect(find.clear)
        panel.view_used.connect(find.use_view)
        panel.view_kept.connect(find.keep_view)
        panel.view_dropped.connect(find.drop_view)
        panel.stop_wanted.connect(find.stop)
        panel.again_wanted.connect(find.search)
        panel.table.opened.connect(find.choose)
        panel.table.sort_wanted.connect(find.sort_by)

    def _connect_score(self) -> None:
        panel, score = self._view.score, self._presenter.score
        panel.basis_chosen.connect(score.choose_basis)
        panel.marked.connect(score.mark)
        panel.reason_given.connect(score.give_reason)
        panel.cause_named.connect(score.name_cause)
        panel.na_reason_given.connect(score.give_na_reason)
        panel.proof_wanted.connect(score.show_proof)
        panel.rule_broken.connect(self._break_rule)
        panel.rule_quoted.connect(score.quote)
        panel.rule_moment_wanted.connect(score.show_fail)
        panel.feedback.said.connect(score.say)
        panel.feedback.tries_planned.connect(score.plan_tries)
        panel.feedback.counted_by.connect(score.count_by)
        panel.draft_thrown.connect(self._presenter.start_anew)
        panel.draft_wanted.connect(self._presenter.open_draft)
        panel.draw_wanted.connect(self._presenter.draw)
        panel.queued_wanted.connect(self._presenter.open_queued)
        panel.send_wanted.connect(self._presenter.send)
        panel.ruled.connect(self._presenter.rule)
        panel.fail_read.connect(self._presenter.read_fail)

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self._presenter.serve(books)

    def find_calls(self, line: str) -> None:
        """Shows the calls that ``line`` finds."""
        self._presenter.find.type_line(line)

    @property
    def replay_scene(self) -> ReplayScene:
        """What the middle shows now."""
        return self._presenter.replay.scene

    # --- what the presenters tell ---

    def show_find(self, scene: FindScene) -> None:
        """Shows the left."""
        self._view.show_find(scene)

    def rows_renewed(self) -> None:
        """Every row is another one now."""
        self._view.rows_renewed()

    def rows_came(self, first: int, last: int) -> None:
        """These rows can be shown now."""
        self._view.rows_came(first, last)

    def show_replay(self, scene: ReplayScene) -> None:
        """Shows the middle."""
        self._view.show_replay(scene)

    def show_score(self, scene: ScoreScene) -> None:
        """Shows the right."""
        self._view.show_score(scene)

    def show_drafts(self, calls: frozenset[UUID]) -> None:
        """Marks the calls that have a review which is not sent yet."""
        self._presenter.find.mark_drafts(calls)

    def show_typed_comment(self, words: str) -> None:
        """Puts a comment that was not pinned yet into its line."""
        self._view.replay.comment.setText(words)

    def show_overdue(self, plans: int) -> None:
        """Tells how many plans should have been looked at by now."""
        self._view.show_overdue(plans)

    def show_export(self, scene: ExportScene) -> None:
        """Tells how the export goes."""
        self._view.show_export(scene)

    def point_at(self, lack: Lack) -> None:
        """Brings what is missing into sight."""
        self._view.point_at(lack)

    # --- keys and presses ---

    def _suggest(self, cursor: int) -> None:
        self._presenter.find.type_line(self._view.finder.line.text())
        self._view.finder.line.offer(self._presenter.find.suggest(cursor))

    def _show_every_step(self, every: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._presenter.replay.show_every_step(every=every)

    def _break_rule(self, rule: str, broken: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._presenter.score.note_fail(rule, broken=broken)

    def _ask_where(self) -> None:
        from app.ui.review.printing import ask_for_table

        ask_for_table(self).fileSelected.connect(self._presenter.export)

    def _print(self) -> None:
        from app.ui.review.printing import save_page

        save_page(self, self._presenter.replay.scene)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Chords work everywhere, single keys outside texts."""
        press = key_press(event)
        act: Callable[[], object] | None = self._chords().get(press) if press is not None else None
        if act is None and press is not None and not is_typing():
            act = self._single_keys().get(press)
        if act is None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            act = focus.click if isinstance(focus, QAbstractButton) else None
        if act is None:
            super().keyPressEvent(event)
            return
        act()

    def _chords(self) -> Mapping[KeyPress, Callable[[], object]]:
        return {
            _SEND: self._presenter.send,
            _PRINT: self._print,
            _FIND: self._to_find,
            _FIGURES: self._want_figures,
            KeyPress("Esc"): self._step_back,
        }

    def _single_keys(self) -> Mapping[KeyPress, Callable[[], object]]:
        replay = self._presenter.replay
        return {
            KeyPress("Right"): self._next_moment,
            KeyPress("Left"): self._previous_moment,
            KeyPress("O"): replay.next_objection,
            KeyPress("O", shift=True): self._previous_objection,
            KeyPress("B"): replay.next_flag,
            KeyPress("N"): self._view.show_comment,
            KeyPress("M"): self._view.show_marks,
            KeyPress("Q"): self._presenter.open_queued,
            KeyPress("P"): self._want_coaching,
            KeyPress("D"): self._presenter.open_draft,
        }

    def _want_figures(self) -> None:
        self.figures_wanted.emit(self._presenter.find.scene.line)

    def _want_coaching(self) -> None:
        """The sheet of the rep whose call is open, if one is."""
        row = self.replay_scene.row
        self.coaching_wanted.emit(row.rep if row is not None else "")

    def _to_find(self) -> None:
        self._view.show_finder()

    def _step_back(self) -> None:
        """Out of a long search first, then out of a text, then out of the desk."""
        if self._presenter.find.stop():
            return
        if is_typing():
            self._view.replay.moments.setFocus()
        else:
            self.left.emit()

    def _next_moment(self) -> None:
        self._presenter.replay.move(1)

    def _previous_moment(self) -> None:
        self._presenter.replay.move(-1)

    def _previous_objection(self) -> None:
        self._presenter.replay.next_objection(-1)

    def _follow_preferences(self) -> None:
        self._view.set_theme(self._preferences.theme)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._presenter.speak(ui_lang())
        super().changeEvent(event)
