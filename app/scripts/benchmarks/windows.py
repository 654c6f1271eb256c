"""Callcue's window opened to be measured: hooks that tell when it is painted and ready. Imports what ``callcue`` does."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.scripts.benchmarks.child import memory_mib, now_ms, tell
from app.scripts.window import builder
from app.settings import home_folder, load
from app.ui.program import Program, application


class Today(QObject):
    """The start screen."""

    def __init__(self) -> None:
        super().__init__()
        home = home_folder()
        self.painted = 0.0
        self.settings = load(home).settings
        self._app: QApplication = application(["callcue"])
        self.program = Program(self._app, home, self.settings, builder(home))
        self.program.frame.painted.connect(self._was_painted)
        self.program.opened.connect(self._was_opened)

    def run(self) -> int:
        """Until it was measured."""
        self.program.show()
        code = self._app.exec()
        self.program.close()
        return code

    def _was_painted(self) -> None:
        self.painted = now_ms()

    def _was_opened(self) -> None:
        self.program.background.run(_nothing, self._was_listed)

    def _was_listed(self, _answer: None) -> None:
        QTimer.singleShot(0, self.was_ready)

    def was_ready(self) -> None:
        """The lists are shown."""
        tell(painted=self.painted, ready=now_ms(), memory=memory_mib())
        self.leave()

    def leave(self) -> None:
        """Ends the program."""
        self.program.frame.close()
        self._app.quit()


def _nothing() -> None:
    return None
