"""Slow work off the window's thread: one worker, answers queued to the main thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_T = TypeVar("_T")


class Runner(Protocol):
    """Does work somewhere and hands its answer over on the caller's own thread. What presenters ask for."""

    def run(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], None],
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Runs ``work`` and then ``then`` with its answer.

        When ``work`` raises, ``failed`` may take the error by answering ``True``; else it goes the way of every bug.
        """


@dataclass(frozen=True, slots=True)
class Lasting(Generic[_T]):
    """Work that is done even when the window closes before its turn: what a person typed and has not sent."""

    work: Callable[[], _T]

    def __call__(self) -> _T:
        """Does it."""
        return self.work()


class WhileThere:
    """A runner for one screen: what is answered once the screen is gone is forgotten."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._gone = False

    def belong_to(self, screen: QObject) -> None:
        """The screen that answers are for."""
        screen.destroyed.connect(self._end)

    def run(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], None],
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        """See ``Runner``."""
        self._runner.run(work, partial(self._then, then), partial(self._failed, failed))

    def _then(self, then: Callable[[_T], None], answer: _T) -> None:
        if not self._gone:
            then(answer)

    def _failed(self, failed: Callable[[Exception], bool] | None, error: Exception) -> bool:
        return self._gone or (failed is not None and failed(error))

    def _end(self) -> None:
        self._gone = True


@dataclass(frozen=True, slots=True)
class _Answer:
    future: Future[Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], bool] | None


class Background(QObject):
    """One worker thread in order of asking. Owned by the frame; belongs to the main thread."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: ThreadPoolExecutor | None = None
        self._open = True

    def run(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], None],
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Runs ``work`` on the worker, ``then`` on the main thread; see ``Runner``."""
        if not self._open:
            return
        _Errand(self._answered.emit, then, failed, self._is_wanted).start(self._working(), work)

    @Slot(object)
    def _hand_over(self, answer: _Answer) -> None:
        if not self._open:
            return
        error = answer.future.exception()
        if isinstance(error, Exception) and answer.failed is not None and answer.failed(error):
            return
        answer.then(answer.future.result())

    def close(self) -> None:
        """Takes no more work, forgets what waits unless it is lasting, and lets what runs come to its end."""
        self._open = False
        if self._worker is not None:
            self._worker.shutdown(wait=True)

    def _is_wanted(self, work: Callable[[], object]) -> bool:
        return self._open or isinstance(work, Lasting)

    def _working(self) -> ThreadPoolExecutor:
        """The worker, made when first wanted: what it needs is not needed for the first picture."""
        from concurrent.futures import ThreadPoolExecutor

        from PySide6.QtCore import Qt

        if self._worker is None:
            self._answered.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="callcue-work")
        return self._worker


@dataclass(frozen=True, slots=True)
class _Errand:
    """One piece of work on its way; its answer always travels through the signal, even when done at once."""

    send: Callable[[object], None]
    then: Callable[[Any], None]
    failed: Callable[[Exception], bool] | None
    is_wanted: Callable[[Callable[[], Any]], bool]

    def start(self, worker: ThreadPoolExecutor, work: Callable[[], Any]) -> None:
        worker.submit(self._work, work).add_done_callback(self._done)

    def _work(self, work: Callable[[], Any]) -> Any:
        return work() if self.is_wanted(work) else None

    def _done(self, future: Future[Any]) -> None:
        self.send(_Answer(future, self.then, self.failed))
