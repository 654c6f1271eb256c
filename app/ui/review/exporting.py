"""Taking the calls found now out into a file, page by page, with a way to stop. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.call.ports import BookUnavailable
from app.ui.background import Runner

if TYPE_CHECKING:
    from app.review.desk import DeskRow, Search
    from app.review.ports import CallDesk

_PAGE = 1000


class ExportState(StrEnum):
    """How far the writing is."""

    IDLE = ""
    WRITING = "writing"
    DONE = "done"
    STOPPED = "stopped"
    TOO_MANY = "too_many"
    NOT_WRITTEN = "not_written"


@dataclass(frozen=True, slots=True)
class ExportScene:
    """The writing as it stands; ``rows`` counts calls once it is done."""

    state: ExportState = ExportState.IDLE
    path: str = ""
    rows: int = 0


class ExportView(Protocol):
    """Where the writing is told."""

    def show_export(self, scene: ExportScene) -> None:
        """Shows ``scene``."""


class _Stopped(Exception):
    """The trainer stopped the writing."""


class ExportPresenter:
    """One export at a time. ``written`` may be read while it runs."""

    def __init__(self, view: ExportView, runner: Runner) -> None:
        self._view = view
        self._runner = runner
        self._stopped = False
        self.written = 0
        self.scene = ExportScene()

    def write(self, desk: CallDesk, search: Search, line: str, path: str, lang: str) -> None:
        """Writes every call that ``search`` finds to ``path`` (.xlsx or .csv)."""
        if self.scene.state is ExportState.WRITING:
            return
        self._stopped, self.written = False, 0
        self._show(ExportScene(ExportState.WRITING, path))
        self._runner.run(partial(self._work, desk, search, line, path, lang), self._done, self._failed)

    def stop(self) -> None:
        """Stops the writing; nothing is left of the file."""
        self._stopped = True

    def _work(self, desk: CallDesk, search: Search, line: str, path: str, lang: str) -> ExportScene:
        from app.review.out.view import export_view
        from app.review.out.xlsx_file import TooManyRows

        try:
            rows = export_view(self._rows(desk, search), Path(path), lang, line, self._told)
        except _Stopped:
            return ExportScene(ExportState.STOPPED, path)
        except TooManyRows:
            return ExportScene(ExportState.TOO_MANY, path)
        return ExportScene(ExportState.DONE, path, rows)

    def _rows(self, desk: CallDesk, search: Search) -> Iterator[DeskRow]:
        first = 0
        while True:
            self._told(self.written)
            page = desk.rows(search, first, _PAGE)
            yield from page
            first += len(page)
            if len(page) < _PAGE:
                return

    def _told(self, written: int) -> None:
        self.written = written
        if self._stopped:
            raise _Stopped

    def _done(self, scene: ExportScene) -> None:
        self._show(scene)

    def _failed(self, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable | OSError):
            return False
        self._show(replace(self.scene, state=ExportState.NOT_WRITTEN))
        return True

    def _show(self, scene: ExportScene) -> None:
        self.scene = scene
        self._view.show_export(scene)
