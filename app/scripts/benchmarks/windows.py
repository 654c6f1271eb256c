"""Callcue's window opened to be measured: hooks that tell when it is painted, ready, and in a call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import playbooks_folder
from app.call.people import CallTerms, LeadCard
from app.playbook.whole import examine
from app.scripts.benchmarks.child import memory_mib, now_ms, tell
from app.scripts.window import builder
from app.settings import home_folder, load
from app.ui.brief.screen import BriefScreen
from app.ui.live.screen import LiveScreen
from app.ui.plan import CallPlan
from app.ui.program import Program, application
from app.ui.today.screen import TodayScreen

_LOOK_MS = 10


class Today(QObject):
    """The start screen."""

    def __init__(self) -> None:
        super().__init__()
        home = home_folder()
        self._painted = 0.0
        self._settings = load(home).settings
        self._app: QApplication = application(["callcue"])
        self._program = Program(self._app, home, self._settings, builder(home))
        self._program.frame.painted.connect(self._was_painted)
        self._program.journey.opened.connect(self._was_opened)

    def run(self) -> int:
        """Until it was measured."""
        self._program.show()
        code = self._app.exec()
        self._program.close()
        return code

    def _was_painted(self) -> None:
        self._painted = now_ms()

    def _was_opened(self) -> None:
        self._program.background.run(_nothing, self._was_listed)

    def _was_listed(self, _answer: None) -> None:
        QTimer.singleShot(0, self._ready)

    def _ready(self) -> None:
        tell(painted=self._painted, ready=now_ms(), memory=memory_mib())
        self._leave()

    def _leave(self) -> None:
        self._program.frame.close()
        self._app.quit()


class Live(Today):
    """A call with the shipped playbook, reached the way a rep reaches it."""

    def _ready(self) -> None:
        folder = playbooks_folder(self._settings)
        reading = examine(folder / "en" / "inbound-lead.yaml")
        assert reading.playbook is not None, "the shipped playbook is sound"
        start = self._program.frame.current_screen()
        assert isinstance(start, TodayScreen), "the window begins with the start screen"
        lead = LeadCard(first_name="Sample", company="Sample Mill")
        start.call_planned.emit(CallPlan(lead, reading.playbook, reading.source, sample=True))
        self._wait_for(BriefScreen, self._begin)

    def _begin(self) -> None:
        brief = self._program.frame.current_screen()
        assert isinstance(brief, BriefScreen), "the card comes before the call"
        brief.start_requested.emit(CallTerms())
        self._wait_for(LiveScreen, self._in_call)

    def _wait_for(self, screen: type[QWidget], then: Callable[[], None]) -> None:
        self._wanted, self._then = screen, then
        QTimer.singleShot(_LOOK_MS, self._look)

    def _look(self) -> None:
        if isinstance(self._program.frame.current_screen(), self._wanted):
            QTimer.singleShot(0, self._then)
        else:
            QTimer.singleShot(_LOOK_MS, self._look)

    def _in_call(self) -> None:
        tell(painted=self._painted, ready=now_ms(), memory=memory_mib())
        self._leave()


def _nothing() -> None:
    return None
