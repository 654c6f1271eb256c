"""Joins the review desk's looks and doings and owns both; its keys work wherever the caret is not in a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from app.call.ports import Clock
from app.ui.background import Runner
from app.ui.key_events import action_for, is_typing
from app.ui.keys import Action, Place
from app.ui.preferences import Preferences
from app.ui.review.compare_desk import CompareDesk
from app.ui.review.exporting import ExportPresenter, ExportScene, ExportState
from app.ui.review.find_scene import FindScene
from app.ui.review.history_scene import HistoryScene
from app.ui.review.loading import DeskBooks
from app.ui.review.presenter import DeskPresenter
from app.ui.review.replay_keys import walking_acts
from app.ui.review.replay_scene import ReplayScene
from app.ui.review.score_scene import ScoreScene
from app.ui.review.sheet import Lack
from app.ui.review.view import ReviewView
from app.ui.words import ui_lang

if TYPE_CHECKING:
    from app.review.desk import DeskRow
    from app.review.mark_sheet import Reviewed


_LOOK_MS = 250
"""How often the count of an export is told anew."""


class ReviewScreen(QWidget):
    """The review desk."""

    left = Signal()
    settings_wanted = Signal()
    key_sheet_wanted = Signal()
    calibration_wanted = Signal()
    coaching_wanted = Signal(str)
    figures_wanted = Signal(str)
    take_back_wanted = Signal(str)

    def __init__(
        self,
        preferences: Preferences,
        runner: Runner,
        clock: Clock,
        exporting: ExportPresenter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._presenter = DeskPresenter(
            self, runner, clock, exporting, person=preferences.settings.rep, lang=ui_lang()
        )
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._presenter.exporting.look)
        self._view = ReviewView(self._presenter.find, clock, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._compare = CompareDesk(preferences, runner, clock, self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._compare)
        column.addWidget(self._pages)
        self._connect()
        self._follow_preferences()
        self.setFocusProxy(self._view)
        self._presenter.show()

    def _connect(self) -> None:
        view, presenter = self._view, self._presenter
        self._connect_find()
        self._connect_score()
        self._connect_compare()
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
        view.take_back_wanted.connect(self._ask_which_file)
        view.stop_wanted.connect(presenter.exporting.stop)
        view.told.connect(presenter.exporting.close)
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
        panel.table.opened.connect(self._choose)
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
        panel.draft_wanted.connect(self._open_draft)
        panel.draw_wanted.connect(self._draw)
        panel.queued_wanted.connect(self._open_queued)
        panel.send_wanted.connect(self._presenter.send)
        panel.ruled.connect(self._presenter.rule)
        panel.fail_read.connect(self._presenter.read_fail)
        panel.history_wanted.connect(self._presenter.history.toggle)
        panel.moment_wanted.connect(self._presenter.replay.jump)
        self._view.history.left.connect(self._presenter.history.leave)
        self._view.history.moment_wanted.connect(self._presenter.replay.jump)

    def _connect_compare(self) -> None:
        compare, view = self._compare, self._view
        view.replay.compare_wanted.connect(self._want_second)
        view.finder.table.compare_wanted.connect(self._put_beside)
        view.finder.picking_stopped.connect(compare.presenter.stop_waiting)
        compare.waits.connect(self._say_who_waits)
        compare.began.connect(self._show_both)
        compare.left.connect(self._show_one)

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self._compare.serve(books)
        self._presenter.serve(books)

    def count_overdue(self) -> None:
        """Counts the plans that should have been looked at by now anew."""
        self._presenter.count_overdue()

    def find_calls(self, line: str) -> None:
        """Shows the calls that ``line`` finds."""
        self._presenter.find.type_line(line)

    def open_call(self, call: UUID) -> None:
        """Opens this call."""
        self._presenter.open_call(call)

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

    def show_history(self, scene: HistoryScene) -> None:
        """Shows the history of the marks in place of the right."""
        self._view.show_history(scene)

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
        writing = scene.state is ExportState.WRITING
        if writing and not self._looking.isActive():
            self._looking.start()
        elif not writing:
            self._looking.stop()

    def point_at(self, lack: Lack) -> None:
        """Brings what is missing into sight."""
        self._presenter.history.leave()
        self._view.point_at(lack)

    # --- keys and presses ---

    def _suggest(self, cursor: int) -> None:
        self._presenter.find.type_line(self._view.finder.line.text())
        self._view.finder.line.offer(self._presenter.find.suggest(cursor))

    # --- two calls side by side ---

    def _choose(self, place: int) -> None:
        """A row is opened, or picked as the second call."""
        if self._compare.first is not None:
            self._put_beside(place)
        else:
            self._presenter.find.choose(place)

    def _put_beside(self, place: int) -> None:
        """Shows the call at ``place`` beside the one that is open, or opens it where none is."""
        second, first = self._presenter.find.row(place), self._presenter.replay.scene
        if second is None:
            return
        if first.row is None:
            self._presenter.find.choose(place)
        else:
            self._compare.begin(first, second)

    def _compare_key(self) -> None:
        """With the row under the keyboard at once; else a second call is asked for."""
        place, first = self._view.row_under_focus(), self._presenter.replay.scene.row
        row = self._presenter.find.row(place) if place is not None else None
        if place is not None and row is not None and (first is None or row.call != first.call):
            self._put_beside(place)
        elif first is not None:
            self._want_second()

    def _want_second(self) -> None:
        row = self._presenter.replay.scene.row
        if row is not None:
            self._compare.presenter.wait_for_second(row)

    def _say_who_waits(self, row: DeskRow | None) -> None:
        self._view.ask_for_second((row.who or row.company) if row is not None else "")

    def _show_both(self) -> None:
        self._pages.setCurrentWidget(self._compare)
        self.setFocusProxy(self._compare)

    def _show_one(self) -> None:
        """Back at the desk, the first call stands where it stood beside the other one."""
        self.setFocusProxy(self._view)
        self._pages.setCurrentWidget(self._view)
        self._presenter.replay.slide(self._compare.presenter.scene.left.at)
        self._view.replay.take_caret()

    # --- presses ---

    def _turn_every_step(self) -> None:
        self._show_every_step(not self._presenter.replay.scene.every_step)

    def _show_every_step(self, every: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._presenter.replay.show_every_step(every=every)

    def _break_rule(self, rule: str, broken: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._presenter.score.note_fail(rule, broken=broken)

    def _ask_where(self) -> None:
        from app.ui.review.printing import ask_for_table

        ask_for_table(self).fileSelected.connect(self._presenter.export)

    def _ask_which_file(self) -> None:
        from app.ui.review.printing import ask_for_workbook

        ask_for_workbook(self).fileSelected.connect(self.take_back_wanted)

    def look_again(self) -> None:
        """Marks may have changed: finds anew, and reads the open call anew."""
        self._presenter.look_again()

    @property
    def _on_paper(self) -> ReplayScene:
        """The call that is printed: the open one, or the active one of two."""
        return self._compare.active if self._compare.is_on else self._presenter.replay.scene

    def _print(self) -> None:
        row = self._on_paper.row
        if row is not None:
            self._presenter.read_for_paper(row.call)

    def offer_page(self, call: UUID, reviews: tuple[Reviewed, ...]) -> None:
        """Asks where the call shall go, now that its reviews are read."""
        from app.ui.review.printing import save_page

        scene = self._on_paper
        writer = save_page(self, scene, reviews) if scene.row is not None and scene.row.call == call else None
        if writer is not None:
            writer.written.connect(self._page_written)

    def _page_written(self, path: str) -> None:
        """Tells it where exports are told, unless one is being written."""
        if self._presenter.exporting.scene.state is not ExportState.WRITING:
            self._view.show_export(ExportScene(ExportState.DONE, path, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Chords work everywhere, single keys outside texts, as they are set."""
        action = action_for(event, self._preferences.keys, Place.REVIEW)
        act = self._acts().get(action) if action is not None else None
        if act is None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            act = focus.click if isinstance(focus, QAbstractButton) else None
        if act is None:
            super().keyPressEvent(event)
            return
        act()

    def _acts(self) -> Mapping[Action, Callable[[], object]]:
        shared: dict[Action, Callable[[], object]] = {
            Action.PRINT: self._print,
            Action.SETTINGS: self.settings_wanted.emit,
            Action.KEY_SHEET: self.key_sheet_wanted.emit,
        }
        return shared | (dict(self._compare.acts()) if self._compare.is_on else self._desk_acts())

    def _desk_acts(self) -> dict[Action, Callable[[], object]]:
        does, find = self._presenter, self._presenter.find
        return {
            **walking_acts(does.replay),
            Action.EVERY_STEP: self._turn_every_step,
            Action.COMMENT: self._view.show_comment,
            Action.MARKS: self._show_marks,
            Action.HISTORY: does.history.toggle,
            Action.SEND_REVIEW: does.send,
            Action.QUEUE: does.open_queued,
            Action.CALL_NEXT: partial(find.move, 1),
            Action.CALL_PREVIOUS: partial(find.move, -1),
            Action.SEARCH: self._view.show_finder,
            Action.COMPARE: self._compare_key,
            Action.FIGURES: self._want_figures,
            Action.COACHING: self._want_coaching,
            Action.DRAFT: does.open_draft,
            Action.BACK: self._step_back,
        }

    def _show_marks(self) -> None:
        self._presenter.history.leave()
        self._view.show_marks()

    def _want_figures(self) -> None:
        self.figures_wanted.emit(self._presenter.find.scene.line)

    def _want_coaching(self) -> None:
        """The sheet of the rep whose call is open, if one is."""
        row = self.replay_scene.row
        self.coaching_wanted.emit(row.rep if row is not None else "")

    def _step_back(self) -> None:
        """Out of a long search first, then out of picking a second call, of a text, of the history, and of the desk."""
        if self._presenter.find.stop():
            return
        if self._compare.first is not None:
            self._compare.presenter.stop_waiting()
            return
        if not (is_typing() and self._leave_text()) and not self._presenter.history.leave():
            self.left.emit()

    def _leave_text(self) -> bool:
        """Single keys are keys again, wherever there is something to go to."""
        if not is_typing():
            return False
        moments = self._view.replay.moments
        if not moments.isVisible():
            return self._view.finder.leave_text()
        moments.setFocus()
        return True

    def _open_draft(self) -> None:
        self._leave_text()
        self._presenter.open_draft()

    def _open_queued(self) -> None:
        self._leave_text()
        self._presenter.open_queued()

    def _draw(self, seed: int) -> None:
        self._leave_text()
        self._presenter.draw(seed)

    def _follow_preferences(self) -> None:
        self._view.set_theme(self._preferences.theme)
        self._view.set_keys(self._preferences.keys)
        self._compare.follow_preferences()

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._presenter.speak(ui_lang())
            self._compare.presenter.speak(ui_lang())
        super().changeEvent(event)
