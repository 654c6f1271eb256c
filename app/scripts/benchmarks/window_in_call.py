"""Callcue's window led into a call, to be measured there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.bootstrap import playbooks_folder
from app.call.people import CallTerms, LeadCard
from app.playbook.whole import examine
from app.scripts.benchmarks.child import memory_mib, now_ms, tell
from app.scripts.benchmarks.windows import Today
from app.ui.brief.screen import BriefScreen
from app.ui.live.screen import LiveScreen
from app.ui.plan import CallPlan
from app.ui.today.screen import TodayScreen

_LOOK_MS = 10


class Live(Today):
    """A call with the shipped playbook, reached the way a rep reaches it."""

    def was_ready(self) -> None:
        """On to the card and the call."""
        folder = playbooks_folder(self.settings)
        reading = examine(folder / "en" / "inbound-lead.yaml")
        assert reading.playbook is not None, "the shipped playbook is sound"
        start = self.program.frame.current_screen()
        assert isinstance(start, TodayScreen), "the window begins with the start screen"
        lead = LeadCard(first_name="Sample", company="Sample Mill")
        start.call_planned.emit(CallPlan(lead, reading.playbook, reading.source, sample=True))
        self._wait_for(BriefScreen, self._begin)

    def _begin(self) -> None:
        brief = self.program.frame.current_screen()
        assert isinstance(brief, BriefScreen), "the card comes before the call"
        brief.start_requested.emit(CallTerms())
        self._wait_for(LiveScreen, self._in_call)

    def _wait_for(self, screen: type[QWidget], then: Callable[[], None]) -> None:
        self._wanted, self._then = screen, then
        QTimer.singleShot(_LOOK_MS, self._look)

    def _look(self) -> None:
        if isinstance(self.program.frame.current_screen(), self._wanted):
            QTimer.singleShot(0, self._then)
        else:
            QTimer.singleShot(_LOOK_MS, self._look)

    def _in_call(self) -> None:
        tell(painted=self.painted, ready=now_ms(), memory=memory_mib())
        self.leave()
