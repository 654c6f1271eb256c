"""What the screen of figures does: counts what is chosen, once, and leads back to the calls. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.call.ports import BookUnavailable, Clock
from app.review.desk import SearchStopped
from app.review.figure_making import figure
from app.review.figure_names import PlaybookNames
from app.review.figure_words import tsv
from app.review.figures import Figure, FigureName, Group
from app.review.out.figure_file import Asked, export_figure
from app.review.out.view import UnknownKind
from app.review.query import Field, Query, Suggestion, read_query, suggestions, written
from app.ui.background import Runner
from app.ui.figures.scene import FiguresScene

if TYPE_CHECKING:
    from app.review.ports import CallDesk, FigureBook


@dataclass(frozen=True, slots=True)
class Books:
    """What is counted, and what the search line may name."""

    figures: FigureBook
    desk: CallDesk


class FiguresView(Protocol):
    """The screen as the presenter sees it."""

    def show_scene(self, scene: FiguresScene) -> None:
        """Shows ``scene``."""


class Outside(Protocol):
    """Where what was chosen takes effect."""

    def copy(self, text: str) -> None:
        """Puts ``text`` on the clipboard."""

    def show_calls(self, line: str) -> None:
        """Shows the calls that ``line`` finds."""


class FiguresPresenter:
    """Owns the scene. What was counted is remembered until the screen is left."""

    def __init__(
        self, view: FiguresView, outside: Outside, runner: Runner, clock: Clock, books: Books, *, lang: str
    ) -> None:
        self._view = view
        self._outside = outside
        self._runner = runner
        self._clock = clock
        self._books = books
        self._lang = lang
        self._query = Query()
        self._known: Mapping[Field, tuple[str, ...]] = {}
        self._names = PlaybookNames()
        self._counted: dict[tuple[FigureName, Query], Figure] = {}
        self._ticket = 0
        self.scene = FiguresScene()

    def open(self, line: str = "") -> None:
        """Counts the first figure for the calls of ``line``."""
        self._runner.run(self._books.desk.known, self._knows, self._knows_nothing)
        self._query = self._read(line)
        self._show(line=line, mistakes=self._query.mistakes)
        self._count()

    # --- what is counted ---

    def choose(self, name: FigureName) -> None:
        """Another figure."""
        if name is not self.scene.chosen:
            self._show(chosen=name, group=None, row=0, copied=False, written="", not_written="")
            self._count()

    def move(self, by: int) -> None:
        """The next or the previous figure."""
        names = list(FigureName)
        self.choose(names[max(0, min(len(names) - 1, names.index(self.scene.chosen) + by))])

    def type_line(self, line: str) -> None:
        """The trainer types into the search line."""
        if line == self.scene.line:
            return
        before, self._query = self._query, self._read(line)
        self._show(line=line, mistakes=self._query.mistakes, copied=False)
        if _asked(before) != _asked(self._query):
            self._count()

    def suggest(self, cursor: int) -> tuple[Suggestion, ...]:
        """What may stand at ``cursor`` in the line."""
        return suggestions(self.scene.line, cursor, self._lang, self._known)

    def stop(self) -> None:
        """Stops counting."""
        if self.scene.busy:
            self._books.figures.stop()

    def again(self) -> None:
        """Counts anew."""
        self._counted.clear()
        self._count()

    def _count(self) -> None:
        self._ticket += 1
        name, query = self.scene.chosen, _asked(self._query)
        known = self._counted.get((name, query))
        if known is not None:
            self._take(known)
            return
        if self.scene.busy:
            self._books.figures.stop()
        self.note_written("", "")
        self._show(figure=None, group=None, row=0, busy=True, stopped=False, troubled=False)
        ticket = self._ticket
        self._runner.run(
            partial(_made, self._books.figures, self._names, name, query),
            partial(self._came, ticket, query),
            partial(self._failed, ticket),
        )

    def _came(self, ticket: int, query: Query, made: Figure | None) -> None:
        if made is not None:
            self._counted[made.name, query] = made
        if ticket != self._ticket:
            return
        if made is None:
            self._show(busy=False, stopped=True)
        else:
            self._take(made)

    def _take(self, made: Figure) -> None:
        groups = FiguresScene(figure=made).groups
        group = self.scene.group if self.scene.group in groups else (groups[0] if groups else None)
        self._show(figure=made, group=group, row=0, busy=False, stopped=False, troubled=False)

    def _failed(self, ticket: int, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable):
            return False
        if ticket == self._ticket:
            self._show(busy=False, troubled=True)
        return True

    def _knows(self, known: Mapping[Field, tuple[str, ...]]) -> None:
        self._known = known

    def _knows_nothing(self, error: Exception) -> bool:
        return isinstance(error, BookUnavailable | SearchStopped)

    # --- rows ---

    def choose_group(self, group: Group) -> None:
        """The rows of another group."""
        self._show(group=group, row=0, copied=False, written="", not_written="")

    def choose_row(self, row: int) -> None:
        """Another row is looked at."""
        shown = self.scene.shown
        if shown is not None and 0 <= row < len(shown.rows) and row != self.scene.row:
            self._show(row=row)

    def move_row(self, by: int) -> None:
        """The next or the previous row."""
        self.choose_row(self.scene.row + by)

    def open_row(self, row: int) -> None:
        """To the calls behind a row's number."""
        shown = self.scene.shown
        if shown is not None and 0 <= row < len(shown.rows):
            self._outside.show_calls(shown.rows[row].calls_query(self._lang))

    def copy(self) -> None:
        """The table to the clipboard."""
        shown = self.scene.shown
        if shown is not None and shown.rows:
            self._outside.copy(tsv(shown, self._lang))
            self._show(copied=True)

    def export(self, path: str, group: str) -> None:
        """Writes the figure that is shown to a workbook or CSV; ``group`` is the chosen group in words."""
        shown = self.scene.shown
        if shown is not None and shown.rows:
            self.note_written("", "")
            work = partial(export_figure, shown, Path(path), self._lang, Asked(self.scene.line, group))
            self._runner.run(work, partial(self._exported, path), partial(self._not_exported, path))

    def note_written(self, path: str, failed: str) -> None:
        """Tells which file was written, or which could not be."""
        self._show(written=path, not_written=failed)

    def _exported(self, path: str, _: int) -> None:
        self.note_written(path, "")

    def _not_exported(self, path: str, error: Exception) -> bool:
        if not isinstance(error, OSError | UnknownKind):
            return False
        self.note_written("", path)
        return True

    # --- language ---

    def speak(self, lang: str) -> None:
        """Words in another language from now on; the line is written anew."""
        if lang == self._lang:
            return
        self._lang = lang
        if not self._query.mistakes:
            self._show(line=written(self._query, lang))
        self._show()

    def _read(self, line: str) -> Query:
        return read_query(line, self._clock.now().astimezone().date())

    def _show(self, **changes: Any) -> None:
        self.scene = replace(self.scene, **changes)
        self._view.show_scene(self.scene)


def _asked(query: Query) -> Query:
    return replace(query, mistakes=())


def _made(book: FigureBook, names: PlaybookNames, name: FigureName, query: Query) -> Figure | None:
    """The figure; ``None`` when counting was stopped."""
    try:
        return names.named(figure(name, book.counted(name, query), query), book)
    except SearchStopped:
        return None
