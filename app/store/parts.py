"""What pinned playbooks say of their calls (stages, musts, kinds of objections), read once and kept beside them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.review.projection import PlaybookParts, parts_of
from app.store.desk_tables import revision_part
from app.store.rows import storable
from app.store.sources import source_of

_READ, STAGE, _MUST, _KIND = range(4)


class PartsBook:
    """Remembers the parts between transactions. After a rollback, ``forget``."""

    def __init__(self) -> None:
        self._known: dict[int, PlaybookParts] = {}

    def of(self, db: Connection, revision: int) -> PlaybookParts:
        """The parts of the playbook kept under ``revision``; none when its text is not there or cannot be read."""
        known = self._known.get(revision)
        if known is None:
            known = self._known[revision] = _kept(db, revision) or _read_now(db, revision)
        return known

    def forget(self) -> None:
        """Drops what is remembered."""
        self._known.clear()


def _kept(db: Connection, revision: int) -> PlaybookParts | None:
    rows = (
        select(revision_part).where(revision_part.c.revision == revision).order_by(revision_part.c.position)
    )
    found = db.execute(rows).all()
    if not found:
        return None
    return PlaybookParts(
        tuple(row.name for row in found if row.part == STAGE),
        frozenset(row.name for row in found if row.part == _MUST),
        {row.name: row.says for row in found if row.part == _KIND},
    )


def _read_now(db: Connection, revision: int) -> PlaybookParts:
    """Reads the playbook and keeps its parts; a text that comes later is read then."""
    from app.playbook.reading import read

    source = source_of(db, revision)
    if source is None:
        return PlaybookParts()
    playbook = read(source).playbook
    parts = parts_of(playbook) if playbook is not None else PlaybookParts()
    said = [
        (_READ, "", ""),
        *((STAGE, name, "") for name in parts.stages),
        *((_MUST, name, "") for name in sorted(parts.musts)),
        *((_KIND, name, kind) for name, kind in parts.kinds.items()),
    ]
    db.execute(
        revision_part.insert(),
        [
            {
                "revision": revision,
                "position": place,
                "part": part,
                "name": storable(name),
                "says": storable(says),
            }
            for place, (part, name, says) in enumerate(said)
        ],
    )
    return parts
