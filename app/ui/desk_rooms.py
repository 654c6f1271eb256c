"""The rooms of whoever looks at calls afterwards: the review desk with what opens from it, and a rep's own reviews."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.background import Background, Runner, WhileThere
from app.ui.passage import Passage
from app.ui.screens import Screens
from app.ui.services import Services

if TYPE_CHECKING:
    from app.ui.figures.screen import FiguresScreen
    from app.ui.review.exporting import ExportPresenter
    from app.ui.review.screen import ReviewScreen
    from app.ui.review.side_frame import SideFrame

_Screen = TypeVar("_Screen", bound=QWidget)


class DeskRooms(QObject):
    """Makes these screens and leads from one to the other; nothing is shown before ``serve`` gave the services."""

    settings_wanted = Signal()
    key_sheet_wanted = Signal()
    """The desk's own keys."""

    def __init__(
        self, screens: Screens, passage: Passage, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._screens = screens
        self._passage = passage
        self._background = background
        self._services: Services | None = None
        self._desk: ReviewScreen | None = None
        self._exporting: ExportPresenter | None = None
        self._writer: Background | None = None

    def serve(self, services: Services | None) -> None:
        """The house is open, or (``None``) closed."""
        self._services = services

    def close(self) -> None:
        """The window goes: a file that is being written is given up."""
        if self._exporting is not None and self._writer is not None:
            self._exporting.stop()
            self._writer.close()

    def made(self, make: Callable[[Runner], _Screen]) -> _Screen:
        """A screen with the worker, whose answers are forgotten once the screen has been left."""
        runner = WhileThere(self._background)
        screen = make(runner)
        runner.belong_to(screen)
        return screen

    def show_desk(self, line: str = "") -> None:
        """The review desk, with the calls that ``line`` finds."""
        services = self._services
        if services is None:
            return
        exporting = self._exporting_now()
        desk = self.made(partial(self._screens.review, services, exporting=exporting))
        desk.destroyed.connect(partial(exporting.detach, desk))
        desk.left.connect(self._passage.go_home)
        self._offer_settings(desk)
        desk.calibration_wanted.connect(self._show_calibration)
        desk.coaching_wanted.connect(self._show_coaching)
        desk.figures_wanted.connect(self._show_figures)
        desk.take_back_wanted.connect(self._show_take_back)
        desk.find_calls(line)
        self._desk = desk
        self._passage.pass_to(desk)

    def show_own_reviews(self) -> None:
        """What a rep's own calls were found to be."""
        services = self._services
        if services is not None:
            own = self.made(partial(self._screens.own_reviews, services))
            own.left.connect(self._passage.go_home)
            own.coaching_wanted.connect(self._show_own_coaching)
            self._offer_settings(own)
            self._passage.pass_to(own)

    def _show_take_back(self, path: str) -> None:
        services = self._services
        if services is not None:
            back = self.made(partial(self._screens.take_back, services, path=path))
            if self._desk is not None:
                back.left.connect(self._desk.look_again)
            back.left.connect(self._passage.come_back)
            self._passage.step_aside(back)

    def _exporting_now(self) -> ExportPresenter:
        """What writes files beside the worker; made when first wanted, it outlives the desk."""
        if self._exporting is None:
            from app.ui.review.exporting import ExportPresenter

            self._writer = Background(self)
            self._exporting = ExportPresenter(self._writer)
        return self._exporting

    def _show_figures(self, line: str) -> None:
        services = self._services
        if services is not None:
            figures = self.made(partial(self._screens.figures, services, line=line))
            figures.calls_wanted.connect(self._leave_figures)
            self._offer_settings(figures)
            self._passage.step_aside(figures)

    def _leave_figures(self, line: str) -> None:
        """Back to the desk, at the calls behind the figure."""
        self._passage.come_back()
        if self._desk is not None and self._passage.in_sight is self._desk:
            self._desk.find_calls(line)
        else:
            self.show_desk(line)

    def _show_calibration(self) -> None:
        services = self._services
        if services is not None:
            self._step_aside(self.made(partial(self._screens.calibration, services)))

    def _show_coaching(self, rep: str) -> None:
        services = self._services
        if services is not None:
            coaching = self.made(partial(self._screens.coaching, services, rep=rep))
            if self._desk is not None:
                coaching.left.connect(self._desk.count_overdue)
            coaching.call_wanted.connect(self._leave_coaching)
            self._step_aside(coaching)

    def _leave_coaching(self, call: UUID) -> None:
        """Back to the desk, at a try's call."""
        self._passage.come_back()
        if self._desk is not None and self._passage.in_sight is self._desk:
            self._desk.count_overdue()
            self._desk.open_call(call)

    def _show_own_coaching(self) -> None:
        services = self._services
        if services is not None:
            self._step_aside(self.made(partial(self._screens.coaching, services, own=True)))

    def _step_aside(self, screen: SideFrame) -> None:
        screen.left.connect(self._passage.come_back)
        self._offer_settings(screen)
        self._passage.step_aside(screen)

    def _offer_settings(self, screen: ReviewScreen | FiguresScreen | SideFrame) -> None:
        """The settings and the desk's keys are a key away, and so is the way back."""
        screen.settings_wanted.connect(self.settings_wanted)
        screen.key_sheet_wanted.connect(self.key_sheet_wanted)
