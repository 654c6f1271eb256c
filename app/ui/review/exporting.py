"""Taking the calls found now out into a file, page by page, with a count and a way to stop. Knows no Qt.

The writing outlives the desk: whoever goes on to figures or to a call finds it done, or still running, on the next visit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.call.ports import BookUnavailable
from app.review.desk import SearchStopped
from app.ui.background import Runner

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.review.desk import DeskRow, Search
    from app.review.out.csv_file import Told
    from app.review.ports import CallDesk, ReviewBook
    from app.review.printed import PrintedHead

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
    """The writing as it stands; ``rows`` counts the calls that are written."""

    state: ExportState = ExportState.IDLE
    path: str = ""
    rows: int = 0


class ExportView(Protocol):
    """Where the writing is told."""

    def show_export(self, scene: ExportScene) -> None:
        """Shows ``scene``."""


class Paper(Protocol):
    """Prints a list of calls into a PDF."""

    def __call__(
        self, path: Path, head: PrintedHead, rows: Iterable[DeskRow], told: Told | None = None
    ) -> int:
        """Writes it and returns how many calls there were. Raises OSError, and what ``told`` raises."""


def _on_paper(path: Path, head: PrintedHead, rows: Iterable[DeskRow], told: Told | None = None) -> int:
    from app.ui.table_paper import write_table_pdf

    return write_table_pdf(path, head, rows, told)


class _Stopped(Exception):
    """The trainer stopped the writing."""


class ExportPresenter:
    """One export at a time, on a runner of its own, so that searches and replays need not wait for it."""

    def __init__(self, runner: Runner, paper: Paper = _on_paper) -> None:
        self._runner = runner
        self._paper = paper
        self._view: ExportView | None = None
        self._stopped = False
        self._written = 0
        self.scene = ExportScene()

    def attach(self, view: ExportView) -> None:
        """Tells ``view`` from now on, first how it stands."""
        self._view = view
        if self.scene.state is not ExportState.IDLE:
            view.show_export(self.scene)

    def detach(self, view: ExportView) -> None:
        """``view`` goes; the writing goes on."""
        if self._view is view:
            self._view = None

    def write(
        self, desk: CallDesk, reviews: ReviewBook, search: Search, line: str, path: str, lang: str
    ) -> None:
        """Writes every call that ``search`` finds to ``path`` (.xlsx with the marks of its reviews, .csv, or .pdf)."""
        if self.scene.state is ExportState.WRITING:
            return
        self._stopped, self._written = False, 0
        self._show(ExportScene(ExportState.WRITING, path))
        work = partial(self._work, desk, reviews, search, line, path, lang)
        self._runner.run(work, self._done, self._failed)

    def stop(self) -> None:
        """Stops the writing; nothing is left of the file."""
        self._stopped = True

    def look(self) -> None:
        """Tells how many calls are written by now."""
        if self.scene.state is ExportState.WRITING and self.scene.rows != self._written:
            self._show(replace(self.scene, rows=self._written))

    def close(self) -> None:
        """What was told is read; nothing is told again of a writing that is over."""
        if self.scene.state is not ExportState.WRITING:
            self.scene = ExportScene()

    # --- on the worker ---

    def _work(
        self, desk: CallDesk, reviews: ReviewBook, search: Search, line: str, path: str, lang: str
    ) -> ExportScene:
        from app.review.out.kept_reviews import KeptReviews
        from app.review.out.view import PDF, export_view
        from app.review.out.xlsx_file import TooManyRows

        kept = KeptReviews(reviews)
        rows = self._rows(desk, search)
        try:
            if Path(path).suffix.lower() == PDF:
                count = self._paper(Path(path), self._head(desk, search, line, lang), rows, self._told)
                return ExportScene(ExportState.DONE, path, count)
            count = export_view(rows, Path(path), lang, line, self._told, lambda row: kept.of(row.call))
        except _Stopped:
            return ExportScene(ExportState.STOPPED, path)
        except TooManyRows:
            return ExportScene(ExportState.TOO_MANY, path)
        return ExportScene(ExportState.DONE, path, count)

    def _head(self, desk: CallDesk, search: Search, line: str, lang: str) -> PrintedHead:
        from app.review.printed import PrintedHead

        while True:
            self._told(self._written)
            try:
                return PrintedHead(line, desk.count(search), datetime.now(UTC), lang)
            except SearchStopped:  # another search was stopped, and all reading with it
                continue

    def _rows(self, desk: CallDesk, search: Search) -> Iterator[DeskRow]:
        first = 0
        while True:
            self._told(self._written)
            try:
                page = desk.rows(search, first, _PAGE)
            except SearchStopped:  # another search was stopped, and all reading with it
                continue
            yield from page
            first += len(page)
            if len(page) < _PAGE:
                return

    def _told(self, written: int) -> None:
        self._written = written
        if self._stopped:
            raise _Stopped

    # --- answers ---

    def _done(self, scene: ExportScene) -> None:
        self._show(scene)

    def _failed(self, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable | OSError):
            return False
        self._show(replace(self.scene, state=ExportState.NOT_WRITTEN))
        return True

    def _show(self, scene: ExportScene) -> None:
        self.scene = scene
        if self._view is not None:
            self._view.show_export(scene)
