"""The playbooks' folder as the start screen sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.ui.today.ports import Offer

if TYPE_CHECKING:
    from app.playbook.library import Library
    from app.playbook.model import Playbook
    from app.playbook.seen import Glimpse
    from app.playbook.source import Source


class LibraryShelf:
    """Offers what the library has, freshly read (implements ``Shelf``). Used from the worker only."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def offers(self) -> tuple[Offer, ...]:
        """Every playbook in the folder as it is now, by language and title; unchanged sound ones are not read."""
        known = self._library.glance()
        return _in_order(self._read() if known is None else map(_known, known))

    def _read(self) -> Iterator[Offer]:
        self._library.refresh()
        return (
            Offer(
                entry.path,
                entry.id,
                entry.title,
                entry.lang,
                usable=entry.playbook is not None,
                fresh=entry.playbook is not None and not entry.is_last_good,
                problems=entry.errors,
            )
            for entry in self._library.entries
        )

    def line_words(self, playbook: str, lang: str, line: str) -> str:
        """The cue, else the wording, of a line; empty when the playbook has no such line now."""
        entry = self._library.find(playbook, lang)
        if entry is None or entry.playbook is None:
            return ""
        lines = (each for stage in entry.playbook.stages for each in stage.lines)
        found = next((each for each in lines if each.ref == line), None)
        if found is None:
            return ""
        return " · ".join(found.cue) or found.text

    def take(self, path: str) -> tuple[Playbook, Source] | None:
        """The newest good version of the playbook at ``path``."""
        entry = self._library.take(path)
        if entry is None or entry.playbook is None or entry.source is None:
            return None
        return entry.playbook, entry.source


def _known(one: Glimpse) -> Offer:
    return Offer(one.path, one.id, one.title, one.lang, usable=True)


def _in_order(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    return tuple(sorted(offers, key=lambda offer: (offer.lang, offer.title.casefold(), offer.path)))
