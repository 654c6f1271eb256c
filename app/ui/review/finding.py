"""Finding calls: the search line and its filters in step, and the pages of the table. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from app.call.ports import BookUnavailable, Clock
from app.playbook.vocabulary import MOODS, OBJECTION_KINDS, OUTCOMES, Label
from app.review.desk import Count, DeskRow, SavedView, Search, SearchStopped, SortBy
from app.review.query import (
    FIELD_WORDS,
    Compare,
    Field,
    Filter,
    Query,
    Suggestion,
    chip,
    read_query,
    suggestions,
    written,
)
from app.ui.background import Runner
from app.ui.review.find_scene import FilterChip, FindScene, FindView, Toggle
from app.ui.review.pages import Pages

_T = TypeVar("_T")

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.review.ports import CallDesk

LAST_DAYS = "30"
_QUICK: tuple[tuple[Filter, Label], ...] = (
    (Filter(Field.DAYS, LAST_DAYS), Label("Last 30 days", "Posledních 30 dní")),
    (Filter(Field.REVIEWED, "no"), Label("Unreviewed", "Bez hodnocení")),
    (Filter(Field.FLAGGED, "yes"), Label("Flagged", "Označené")),
)
_NOT = Label("not {0}", "kromě: {0}")
_DAYS = Label("Last {0} days", "Posledních {0} dní")
_MANY_DAYS = 5
"""From here on Czech has one form for days."""
_LANGS = {"cs": Label("Czech", "čeština"), "en": Label("English", "angličtina")}


class FindPresenter:
    """Holds the search; ``opened`` is called with the row that the trainer picks."""

    def __init__(
        self, view: FindView, runner: Runner, clock: Clock, opened: Callable[[DeskRow], None], *, lang: str
    ) -> None:
        self._view = view
        self._runner = runner
        self._clock = clock
        self._opened = opened
        self._lang = lang
        self._desk: CallDesk | None = None
        self._owner = ""
        self._query = Query()
        self._known: Mapping[Field, tuple[str, ...]] = {}
        self._open_call: UUID | None = None
        self._looking = False
        self.pages = Pages()
        self.scene = replace(FindScene(), **self._said())  # type: ignore[arg-type]

    def show(self) -> None:
        """Shows what is known now."""
        self._view.show_find(self.scene)

    def serve(self, desk: CallDesk, owner: str) -> None:
        """The desk is open; ``owner`` is whose saved views are shown."""
        self._desk, self._owner = desk, owner
        self._runner.run(partial(_start, desk, owner), self._started, self._failed)
        self.search()

    def speak(self, lang: str) -> None:
        """Words in another language from now on; the line is written anew."""
        if lang != self._lang:
            self._lang = lang
            self._take(self._query, _leftovers(self.scene))
            self._show(**self._said())

    def _started(self, found: tuple[Mapping[Field, tuple[str, ...]], tuple[SavedView, ...]]) -> None:
        self._known, views = found
        self._show(views=views, **self._said())

    # --- the line and the filters ---

    @property
    def search_now(self) -> Search:
        """What is searched for now."""
        return Search(self._query, self.scene.sort, self.scene.descending)

    def type_line(self, line: str) -> None:
        """The trainer types into the search line."""
        if line == self.scene.line:
            return
        before = self._query
        self._query = read_query(line, self._clock.now().astimezone().date())
        self._show(line=line, **self._said())
        if (before.filters, before.words) != (self._query.filters, self._query.words):
            self.search()

    def suggest(self, cursor: int) -> tuple[Suggestion, ...]:
        """What may stand at ``cursor`` in the line."""
        return suggestions(self.scene.line, cursor, self._lang, self._known)

    def toggle(self, field: Field, value: str) -> None:
        """Puts a filter in, or takes it out when it is there."""
        wanted = Filter(field, value)
        there = wanted in self._query.filters
        filters = (
            tuple(one for one in self._query.filters if one != wanted)
            if there
            else (*self._query.filters, wanted)
        )
        self._take(replace(self._query, filters=filters), _leftovers(self.scene))

    def drop(self, code: str) -> None:
        """Takes the filter out that is written as ``code``."""
        filters = tuple(one for one in self._query.filters if chip(one, self._lang) != code)
        self._take(replace(self._query, filters=filters), _leftovers(self.scene))

    def clear(self) -> None:
        """All calls again."""
        self._take(Query(), ())

    def _take(self, query: Query, leftovers: tuple[str, ...]) -> None:
        line = " ".join(part for part in (written(query, self._lang), *leftovers) if part)
        self.type_line(line)

    def _said(self) -> dict[str, object]:
        """What the scene says of the present query."""
        filters = self._query.filters
        chips = tuple(FilterChip(chip(one, self._lang), self._words(one)) for one in filters)
        held = {one.field for one in filters}
        quick = tuple(
            Toggle(one.field, one.value, label.in_lang(self._lang), one in filters)
            for one, label in _QUICK
            if one in filters or one.field not in held
        )
        return {
            "chips": tuple(one for one in chips),
            "mistakes": self._query.mistakes,
            "quick": quick,
            "toggles": self._toggles(filters),
        }

    def _toggles(self, filters: tuple[Filter, ...]) -> tuple[Toggle, ...]:
        lang = self._lang
        choices: list[tuple[Field, str, str]] = [
            *((Field.OUTCOME, code, word.label.in_lang(lang)) for code, word in OUTCOMES.items()),
            *((Field.OBJECTION, code, word.label.in_lang(lang)) for code, word in OBJECTION_KINDS.items()),
            *((Field.MOOD, str(code), word.label.in_lang(lang)) for code, word in MOODS.items()),
            *((Field.REP, name, name) for name in self._known.get(Field.REP, ())),
            *((Field.SOURCE, name, name) for name in self._known.get(Field.SOURCE, ())),
            *((Field.PLAYBOOK, name, name) for name in self._known.get(Field.PLAYBOOK, ())),
        ]
        return tuple(
            Toggle(field, value, words, Filter(field, value) in filters) for field, value, words in choices
        )

    def _words(self, one: Filter) -> str:
        """A filter as a chip says it."""
        quick = next((label for filter_, label in _QUICK if filter_ == one), None)
        if quick is not None:
            return quick.in_lang(self._lang)
        said = self._said_of(one)
        return _NOT.in_lang(self._lang).replace("{0}", said) if one.negated else said

    def _said_of(self, one: Filter) -> str:
        """What a filter asks for, as one says it."""
        name = FIELD_WORDS[one.field].in_lang(self._lang)
        if one.field is Field.DAYS and one.compare is Compare.IS and _is_many(one.value):
            return _DAYS.in_lang(self._lang).replace("{0}", one.value)
        if one.field is Field.LANG and one.compare is Compare.IS and one.value in _LANGS:
            return f"{name} {_LANGS[one.value].in_lang(self._lang)}"
        whole = chip(replace(one, negated=False), self._lang)
        said = f"{name} {one.compare if one.compare != ':' else ''}{whole[len(name) + 1 :]}"
        return " ".join(said.replace('"', "").split())

    # --- the table ---

    def search(self) -> None:
        """Finds anew: the first page, then the count."""
        desk = self._desk
        if desk is None:
            return
        self._halt(desk)
        ticket = self.pages.clear()
        self._show(count=None, shown=0, chosen=-1, busy=True, stopped=False, troubled=False)
        self._view.rows_renewed()
        search = self.search_now
        self.pages.wanted(0)
        failed = partial(self._rows_failed, ticket)
        first = partial(self._rows, desk, search, 0, ticket)
        self._runner.run(first, partial(self._first_page, ticket), failed)
        self._runner.run(partial(self._count, desk, search, ticket), partial(self._counted, ticket), failed)

    def stop(self) -> bool:
        """Ends what takes long; ``False`` when nothing is being looked for."""
        if self._desk is None or not self.scene.busy:
            return False
        self._halt(self._desk)
        self.pages.give_up(self.pages.ticket)
        self._show(ready=True, busy=False, stopped=True, shown=self._shown_so_far())
        self._view.rows_renewed()
        return True

    def _halt(self, desk: CallDesk) -> None:
        """Stops this search where the worker is at it; what still waits is passed over."""
        if self._looking:
            desk.stop()

    def _shown_so_far(self) -> int:
        """The rows that are here; one more where a full page may go on, so that scrolling asks for it."""
        here = self.scene.shown
        return here + 1 if here and here % self.pages.size == 0 else here

    def _rows(self, desk: CallDesk, search: Search, page: int, ticket: int) -> tuple[DeskRow, ...] | None:
        """Runs on the worker; passes over what has been searched past or stopped."""
        if ticket != self.pages.ticket or (page == 0 and not self.scene.busy):
            return None
        return self._looked(lambda: desk.rows(search, page * self.pages.size, self.pages.size))

    def _count(self, desk: CallDesk, search: Search, ticket: int) -> Count | None:
        if ticket != self.pages.ticket or not self.scene.busy:
            return None
        return self._looked(lambda: desk.count(search))

    def _looked(self, look: Callable[[], _T]) -> _T | None:
        self._looking = True
        try:
            return look()
        except SearchStopped:
            return None
        finally:
            self._looking = False

    def _first_page(self, ticket: int, rows: tuple[DeskRow, ...] | None) -> None:
        if rows is None or not self.pages.put(0, rows, ticket):
            return
        shown = max(len(rows), self.scene.shown)
        self._show(ready=True, troubled=False, shown=shown, chosen=self._chosen_place())
        if self.scene.stopped:
            self._show(shown=self._shown_so_far())
        self._view.rows_renewed()

    def _counted(self, ticket: int, count: Count | None) -> None:
        if count is None or ticket != self.pages.ticket:
            return
        known = self.scene.shown if self.scene.shown < self.pages.size else 0
        shown = known if self.scene.ready and known else max(count.calls, self.scene.shown)
        self._show(count=count, shown=shown, busy=False, stopped=False)
        self._view.rows_renewed()

    def row(self, place: int) -> DeskRow | None:
        """The row at ``place``; asks for its page when it is not here yet."""
        found = self.pages.row(place)
        if found is None and self._desk is not None and 0 <= place < self.scene.shown:
            self._ask_for(place)
        return found

    def _ask_for(self, place: int) -> None:
        page = self.pages.wanted(place)
        if page is None or self._desk is None:
            return
        ticket = self.pages.ticket
        self._runner.run(
            partial(self._rows, self._desk, self.search_now, page, ticket),
            partial(self._page_came, page, ticket),
            partial(self._rows_failed, ticket),
        )

    def _page_came(self, page: int, ticket: int, rows: tuple[DeskRow, ...] | None) -> None:
        if rows is None or not self.pages.put(page, rows, ticket):
            return
        first = page * self.pages.size
        if len(rows) < self.pages.size:
            # The count was an estimate: this is the end.
            self._show(shown=max(first + len(rows), 0))
            self._view.rows_renewed()
        elif (self.scene.count or self.scene.stopped) and first + len(rows) >= self.scene.shown:
            self._show(shown=first + len(rows) + 1)
            self._view.rows_renewed()
        else:
            self._view.rows_came(first, first + len(rows) - 1)

    def sort_by(self, sort: SortBy) -> None:
        """Sorts by a column; once more turns the order round."""
        descending = not self.scene.descending if sort is self.scene.sort else sort is not SortBy.CUSTOMER
        self._show(sort=sort, descending=descending)
        self.search()

    def choose(self, place: int) -> None:
        """The trainer opens the call at ``place``."""
        row = self.row(place)
        if row is None:
            return
        self._open_call = row.call
        self._show(chosen=place)
        self._opened(row)

    def mark_drafts(self, calls: frozenset[UUID]) -> None:
        """These calls have a review that is not sent yet."""
        self._show(drafts=calls)

    def mark_open(self, call: UUID) -> None:
        """Another call was opened from elsewhere (the queue)."""
        self._open_call = call
        self._show(chosen=self._chosen_place())

    def move(self, by: int) -> None:
        """Opens the call ``by`` rows further on."""
        if self.scene.shown:
            self.choose(max(0, min(self.scene.shown - 1, self.scene.chosen + by)))

    def _chosen_place(self) -> int:
        place = self.pages.place_of(self._open_call) if self._open_call is not None else None
        return -1 if place is None else place

    # --- saved views ---

    def use_view(self, name: str) -> None:
        """Searches as a saved view says."""
        view = next((one for one in self.scene.views if one.name == name), None)
        if view is None:
            return
        self._show(sort=view.sort, descending=view.descending)
        if view.line == self.scene.line:
            self.search()
        self.type_line(view.line)

    def keep_view(self, name: str) -> None:
        """Keeps the present search under a name."""
        if self._desk is None or not name.strip():
            return
        view = SavedView(name.strip(), self.scene.line, self.scene.sort, self.scene.descending)
        self._runner.run(partial(_keep, self._desk, self._owner, view), self._views_read, self._failed)

    def drop_view(self, name: str) -> None:
        """Forgets a saved view."""
        if self._desk is not None:
            self._runner.run(partial(_drop, self._desk, self._owner, name), self._views_read, self._failed)

    def _views_read(self, views: tuple[SavedView, ...]) -> None:
        self._show(views=views)

    # --- trouble ---

    def _rows_failed(self, ticket: int, error: Exception) -> bool:
        self.pages.give_up(ticket)
        return self._failed(error)

    def _failed(self, error: Exception) -> bool:
        if isinstance(error, SearchStopped):
            return True
        if not isinstance(error, BookUnavailable):
            return False
        self._show(troubled=True, busy=False)
        return True

    def _show(self, **changes: object) -> None:
        scene = replace(self.scene, **changes)  # type: ignore[arg-type]
        if scene != self.scene:
            self.scene = scene
            self._view.show_find(scene)


def _start(desk: CallDesk, owner: str) -> tuple[Mapping[Field, tuple[str, ...]], tuple[SavedView, ...]]:
    return desk.known(), desk.views(owner)


def _keep(desk: CallDesk, owner: str, view: SavedView) -> tuple[SavedView, ...]:
    desk.keep_view(owner, view)
    return desk.views(owner)


def _drop(desk: CallDesk, owner: str, name: str) -> tuple[SavedView, ...]:
    desk.drop_view(owner, name)
    return desk.views(owner)


def _is_many(days: str) -> bool:
    return days.isdecimal() and int(days) >= _MANY_DAYS


def _leftovers(scene: FindScene) -> tuple[str, ...]:
    """Words of the line that could not be read; they stay as they were typed."""
    return tuple(one.word for one in scene.mistakes)
