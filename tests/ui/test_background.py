"""Work off the window's thread: answers come queued, in order, on the main thread; errors are nobody's secret."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.background import Background, Lasting, WhileThere


class Listener:
    def __init__(self) -> None:
        self.answers: list[object] = []
        self.threads: set[int] = set()

    def hear(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.add(threading.get_ident())


def test_answers_come_later_in_order_on_the_asking_thread(qtbot: QtBot) -> None:
    background, listener = Background(), Listener()
    worker: list[int] = []

    def work() -> int:
        worker.append(threading.get_ident())
        return len(worker)

    for _ in range(20):
        background.run(work, listener.hear)
    assert listener.answers == []
    qtbot.waitUntil(lambda: len(listener.answers) == 20)
    assert listener.answers == list(range(1, 21))
    assert listener.threads == {threading.get_ident()}
    assert set(worker).isdisjoint(listener.threads)
    background.close()


def fail() -> int:
    raise LookupError("nothing there")


def test_an_error_goes_to_who_takes_it(qtbot: QtBot) -> None:
    background, listener = Background(), Listener()
    errors: list[Exception] = []

    def take(error: Exception) -> bool:
        errors.append(error)
        return True

    background.run(fail, listener.hear, take)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], LookupError)
    assert listener.answers == []
    background.close()


def test_an_error_that_nobody_takes_is_our_bug(qtbot: QtBot) -> None:
    background, listener = Background(), Listener()
    with qtbot.captureExceptions() as bugs:
        background.run(fail, listener.hear)
        background.run(list, listener.hear)
        qtbot.waitUntil(lambda: bool(listener.answers))
    assert [kind for kind, _, _ in bugs] == [LookupError]
    background.close()


@pytest.mark.usefixtures("qapp")
def test_after_closing_nothing_is_taken_or_told() -> None:
    background, listener = Background(), Listener()
    background.run(list, listener.hear)
    background.close()
    background.run(list, listener.hear)
    assert listener.answers == []


@pytest.mark.usefixtures("qapp")
def test_what_waits_is_forgotten_at_closing_unless_it_is_lasting(monkeypatch: pytest.MonkeyPatch) -> None:
    background, listener, held = Background(), Listener(), threading.Event()
    done: list[str] = []
    shut = ThreadPoolExecutor.shutdown

    def let_go(pool: ThreadPoolExecutor, *, wait: bool) -> None:
        held.set()
        shut(pool, wait=wait)

    monkeypatch.setattr(ThreadPoolExecutor, "shutdown", let_go)
    background.run(held.wait, listener.hear)
    background.run(lambda: done.append("search"), listener.hear)
    background.run(Lasting(lambda: done.append("draft")), listener.hear)
    background.close()
    assert done == ["draft"]
    assert listener.answers == []


_T = TypeVar("_T")


class Held:
    """Keeps work until told to do the next."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], None],
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        def errand() -> None:
            try:
                answer = work()
            except LookupError as error:
                if failed is None or not failed(error):
                    raise
                return
            then(answer)

        self._waiting.append(errand)

    def do_next(self) -> None:
        self._waiting.pop(0)()


def test_answers_for_a_screen_that_is_gone_are_forgotten(qtbot: QtBot) -> None:
    worker, listener, screen = Held(), Listener(), QWidget()
    runner = WhileThere(worker)
    runner.belong_to(screen)
    runner.run(lambda: 1, listener.hear)
    runner.run(fail, listener.hear)
    runner.run(lambda: 2, listener.hear)
    worker.do_next()
    shiboken6.delete(screen)
    worker.do_next()
    worker.do_next()
    assert listener.answers == [1]


def test_errors_for_a_screen_that_is_there_go_their_way() -> None:
    errors: list[Exception] = []

    def take(error: Exception) -> bool:
        errors.append(error)
        return True

    def hear(_: int) -> None:
        """Nothing is answered."""

    worker = Held()
    runner = WhileThere(worker)
    runner.run(fail, hear, take)
    worker.do_next()
    assert [type(one) for one in errors] == [LookupError]
    runner.run(fail, hear)
    with pytest.raises(LookupError):
        worker.do_next()
