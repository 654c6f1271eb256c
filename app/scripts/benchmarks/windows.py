"""Callcue's window opened to be measured: hooks that tell when it is painted and ready. Imports what ``callcue`` does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.scripts.benchmarks.child import memory_mib, now_ms, tell
from app.scripts.window import builder
from app.settings import home_folder, load
from app.ui.program import Program, application
from app.ui.start_rest import StartRest


class Today(QObject):
    """The start screen."""

    def __init__(self, rest: StartRest) -> None:
        super().__init__()
        home = home_folder()
        self.painted = 0.0
        self.settings = load(home).settings
        self._app: QApplication = application(["callcue"])
        self.program = Program(self._app, home, self.settings, builder(home))
        self.program.opened.connect(rest.end)
        self.program.opened.connect(self._was_opened)
        ground = self.program.frame.centralWidget()
        assert ground is not None, "the frame has its ground from the beginning"
        ground.installEventFilter(self)

    def run(self) -> int:
        """Until it was measured."""
        self.program.show()
        code = self._app.exec()
        self.program.close()
        return code

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The first paint, caught just as that of the empty window is: before anything else follows from it."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._was_painted)
        return False

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
