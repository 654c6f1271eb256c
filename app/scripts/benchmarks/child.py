"""One window in a process of its own: prints when it was painted and ready, and how much memory it holds.

``python -m app.scripts.benchmarks.child empty|today|live`` answers with one JSON line; times are of the system's
monotonic clock in milliseconds, so that the parent can count from before the process began.
"""

from __future__ import annotations

import json
import sys
import time


def now_ms() -> float:
    """The system's monotonic clock, the same for every process."""
    return time.monotonic_ns() / 1e6


def memory_mib() -> float:
    """Memory of this process that is resident now."""
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:  # noqa: PTH123
            for line in status:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def tell(**figures: float) -> None:
    """The answer."""
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()


def empty() -> int:
    """The least that PySide6 can open: an empty painted window."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
            if event.type() is QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, self.painted)
            return False

        def painted(self) -> None:
            tell(painted=now_ms(), ready=now_ms(), memory=memory_mib())
            app.quit()

    app = QApplication([])
    window = QWidget()
    window.resize(1180, 760)
    watch = Watch()
    window.installEventFilter(watch)
    window.show()
    return app.exec()


def _import_qt() -> None:
    """As ``callcue`` does."""
    import PySide6.QtCore  # noqa: F401

    from app.ui.plain_imports import import_plainly

    import_plainly()


def today() -> int:
    """Callcue's own window as ``callcue`` opens it: painted, then the database open and the lists shown."""
    from app.ui.start_rest import StartRest

    rest = StartRest()
    _import_qt()
    from app.scripts.benchmarks.windows import Today

    return Today(rest).run()


def live() -> int:
    """Callcue's window in a call, ready for the first key."""
    from app.ui.start_rest import StartRest

    rest = StartRest()
    _import_qt()
    from app.scripts.benchmarks.window_in_call import Live

    return Live(rest).run()


if __name__ == "__main__":
    raise SystemExit({"empty": empty, "today": today, "live": live}[sys.argv[1]]())
