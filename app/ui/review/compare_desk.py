"""Joins the looks and doings of two calls side by side and owns both; the page is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.call.ports import Clock
from app.ui.background import Runner
from app.ui.keys import Action
from app.ui.preferences import Preferences
from app.ui.review.compare_scene import CompareScene, Side
from app.ui.review.comparing import ComparePresenter
from app.ui.review.loading import DeskBooks
from app.ui.review.replay_keys import walking_acts
from app.ui.review.replay_scene import ReplayScene
from app.ui.words import ui_lang

if TYPE_CHECKING:
    from app.review.desk import DeskRow
    from app.ui.review.compare_page import ComparePage


class CompareDesk(QWidget):
    """Two calls beside each other. ``waits`` tells which call (or ``None``) waits for a second one."""

    began = Signal()
    waits = Signal(object)
    left = Signal()

    def __init__(
        self, preferences: Preferences, runner: Runner, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        person = preferences.settings.rep.rep_id
        self.presenter = ComparePresenter(self, runner, clock, person=person, lang=ui_lang())
        self.page: ComparePage | None = None
        self._shown = CompareScene()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self.presenter.serve(books)

    @property
    def is_on(self) -> bool:
        """Whether two calls are in sight."""
        return self.presenter.scene.on

    @property
    def first(self) -> DeskRow | None:
        """The call that waits for a second one."""
        return self.presenter.scene.first

    @property
    def active(self) -> ReplayScene:
        """The replay that the keys act on."""
        return self.presenter.replay.scene

    def begin(self, first: ReplayScene, second: DeskRow) -> None:
        """Shows ``second`` beside the call that is open."""
        if first.row is not None:
            self.presenter.begin(first.row, second, first.at)

    def show_compare(self, scene: CompareScene) -> None:
        """Shows ``scene``; tells who listens when it begins, ends or waits."""
        before, self._shown = self._shown, scene
        if scene.on or self.page is not None:
            self._page_here().show_scene(scene)
        if scene.first is not before.first:
            self.waits.emit(scene.first)
        if scene.on and not before.on:
            self.began.emit()
            self._page_here().take_focus(scene.active)
        elif before.on and not scene.on:
            self.left.emit()

    def _page_here(self) -> ComparePage:
        if self.page is None:
            from app.ui.review.compare_page import ComparePage

            page, does = ComparePage(self), self.presenter
            self.page = page
            page.slid.connect(does.slide)
            page.chosen.connect(does.choose)
            page.every_step_wanted.connect(self._show_every_step)
            page.side_taken.connect(does.act_on)
            page.way_chosen.connect(does.move_as)
            page.swap_wanted.connect(self._swap)
            page.leave_wanted.connect(does.leave)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(page)
            self.setFocusProxy(page)
            self.follow_preferences()
        return self.page

    def follow_preferences(self) -> None:
        """Takes colours, sizes and keys as they are set."""
        if self.page is not None:
            self.page.set_theme(self._preferences.theme)
            self.page.set_keys(self._preferences.keys)

    def acts(self) -> Mapping[Action, Callable[[], object]]:
        """What keys do while two calls are in sight."""
        does = self.presenter
        return {
            **walking_acts(does),
            Action.EVERY_STEP: self._turn_every_step,
            Action.SWAP_SIDES: self._swap,
            Action.MOVE_TOGETHER: does.next_way,
            Action.COMPARE: does.leave,
            Action.BACK: does.leave,
        }

    def _swap(self) -> None:
        self.presenter.swap()
        if self.page is not None:
            self.page.take_focus(self.presenter.scene.active)

    def _turn_every_step(self) -> None:
        self._show_every_step(not self.presenter.scene.of(Side.LEFT).every_step)

    def _show_every_step(self, every: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.presenter.show_every_step(every=every)
