"""How far on a stage of a playbook's own is: told by the texts that calls were made with, as the vocabulary knows it not."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.playbook.model import WRAP_UP
from app.store.desk_tables import revision_part
from app.store.parts import STAGE
from app.store.tables import call


@dataclass(frozen=True, slots=True)
class Around:
    """Which stages lie before and after one, in the playbooks (numbers of their names' words) that have it."""

    playbooks: frozenset[int]
    before: frozenset[str]
    after: frozenset[str]


class OwnStages:
    """Looks up the order of stages; remembers which revision is whose. May be used from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._playbook_of: dict[int, int] = {}
        self._seen = 0

    def around(self, db: Connection, stage: str) -> tuple[Around, ...]:
        """What lies around ``stage``; playbooks with the same order together, none where no text has such a stage.

        Where texts of one playbook order two stages otherwise, the newest that has both decides.
        """
        places: dict[int, dict[str, bool]] = {}
        orders = sorted((revision, order) for revision, order in _orders(db).items() if stage in order)
        made_with = self._made_with(db) if orders else {}
        for revision, order in orders:
            playbook = made_with.get(revision)
            if playbook is None:
                continue
            here = order.index(stage)
            sides = places.setdefault(playbook, {})
            sides.update({one: place < here for place, one in enumerate(order) if place != here})
        groups: dict[tuple[frozenset[str], frozenset[str]], set[int]] = {}
        for playbook, sides in places.items():
            before = frozenset(one for one, first in sides.items() if first)
            after = frozenset(one for one, first in sides.items() if not first and one != WRAP_UP)
            groups.setdefault((before, after), set()).add(playbook)
        return tuple(Around(frozenset(ids), *sides) for sides, ids in groups.items())

    def _made_with(self, db: Connection) -> Mapping[int, int]:
        """The playbook of each text that calls were made with. Every call is looked at once, later only those that came."""
        with self._lock:
            newest = db.execute(select(func.max(call.c.key))).scalar() or 0
            if newest > self._seen:
                came = select(call.c.revision, call.c.playbook).where(call.c.key > self._seen).distinct()
                self._playbook_of |= {row.revision: row.playbook for row in db.execute(came)}
                self._seen = newest
            return dict(self._playbook_of)


def _orders(db: Connection) -> Mapping[int, list[str]]:
    """The stages of each text, in its order."""
    found: dict[int, list[str]] = {}
    rows = (
        select(revision_part.c.revision, revision_part.c.name)
        .where(revision_part.c.part == STAGE)
        .order_by(revision_part.c.revision, revision_part.c.position)
    )
    for revision, name in db.execute(rows):
        found.setdefault(revision, []).append(name)
    return found
