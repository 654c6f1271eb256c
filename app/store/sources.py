"""The exact texts of playbooks: pinned for calls, and the last good one of each file."""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from app.call.ports import BookUnavailable, TroubleKind
from app.playbook.source import Source, SourceFile
from app.store.database import Database
from app.store.tables import playbook_good, playbook_revision, playbook_revision_file, playbook_text
from app.store.values import storable, to_millis, upsert


def keep_source(db: Connection, source: Source, now: datetime) -> int:
    """Keeps ``source`` under its revision unless it is kept already; returns the key."""
    key = name_revision(db, source.revision, source.path, now)
    first = select(playbook_revision_file.c.position).where(playbook_revision_file.c.revision == key).limit(1)
    if db.execute(first).first() is not None:
        return key
    rows = [
        {
            "revision": key,
            "position": position,
            "path": storable(file.path),
            "text": _keep_text(db, file.text),
        }
        for position, file in enumerate(source.files)
    ]
    db.execute(playbook_revision_file.insert(), rows)
    return key


def name_revision(db: Connection, revision: str, path: str, now: datetime) -> int:
    """The key of the revision (hex), which is made known without its text if it was not yet."""
    known = revision_key(db, revision)
    if known is not None:
        return known
    row = upsert(db, playbook_revision).values(
        revision=_digest(revision), path=storable(path), kept=to_millis(now)
    )
    db.execute(row.on_conflict_do_nothing())
    added = revision_key(db, revision)
    assert added is not None, "just inserted"
    return added


def revision_key(db: Connection, revision: str) -> int | None:
    """The key under which the revision (hex) is known."""
    wanted = select(playbook_revision.c.key).where(playbook_revision.c.revision == _digest(revision))
    return db.execute(wanted).scalar_one_or_none()


def source_of(db: Connection, key: int) -> Source | None:
    """The text kept under ``key``; ``None`` when only the revision's name is known."""
    files = (
        select(playbook_revision_file.c.path, playbook_text.c.text)
        .join(playbook_text, playbook_text.c.key == playbook_revision_file.c.text)
        .where(playbook_revision_file.c.revision == key)
        .order_by(playbook_revision_file.c.position)
    )
    found = tuple(SourceFile(row.path, bytes(row.text)) for row in db.execute(files))
    return Source(found) if found else None


def _digest(revision: str) -> bytes:
    """The revision as bytes; a name that is no SHA-256 (a test's, a foreign file's) is hashed to one."""
    try:
        digest = bytes.fromhex(revision)
    except ValueError:
        digest = b""
    return (
        digest if len(digest) == hashlib.sha256().digest_size else hashlib.sha256(revision.encode()).digest()
    )


def _keep_text(db: Connection, text: bytes) -> int:
    digest = hashlib.sha256(text).digest()
    wanted = select(playbook_text.c.key).where(playbook_text.c.digest == digest)
    found: int | None = db.execute(wanted).scalar_one_or_none()
    if found is None:
        db.execute(upsert(db, playbook_text).values(digest=digest, text=text).on_conflict_do_nothing())
        found = db.execute(wanted).scalar_one()
    assert found is not None
    return found


SILENCE = 2.0
"""Seconds that a database which did not answer is not asked again, so that a folder of playbooks waits once. A guess."""


class _Silence:
    """Follows when the database did not answer."""

    def __init__(self) -> None:
        self._until = 0.0

    @contextlib.contextmanager
    def kept(self) -> Iterator[None]:
        """Asks the database, unless it did not answer a moment ago. Raises BookUnavailable."""
        if time.monotonic() < self._until:
            raise BookUnavailable(TroubleKind.UNREACHABLE)
        try:
            yield
        except BookUnavailable:
            self._until = time.monotonic() + SILENCE
            raise


class StoredGoodVersions:
    """Remembers the last version of each playbook file that could be used for calls (implements ``GoodVersions``).

    While the database cannot be used nothing is remembered and nothing recalled: it is told again at the next start.
    """

    def __init__(self, database: Database) -> None:
        """``database`` had better be impatient: whoever reads playbooks waits for it."""
        self._database = database
        self._reading, self._writing = _Silence(), _Silence()

    def remember(self, path: str, source: Source) -> None:
        """Keeps ``source`` as the good version of the file ``path``."""
        with contextlib.suppress(BookUnavailable):
            if not self._is_remembered(path, source):
                self._keep(path, source)

    def recall(self, path: str) -> Source | None:
        """The last good version of the file ``path``."""
        wanted = select(playbook_good.c.revision).where(playbook_good.c.path == path)
        try:
            with self._reading.kept(), self._database.reading() as db:
                key = db.execute(wanted).scalar_one_or_none()
                return None if key is None else source_of(db, key)
        except BookUnavailable:
            return None

    def revisions(self) -> dict[str, str]:
        """The revisions (hex) of the last good versions by path; none while the database cannot be used."""
        wanted = select(playbook_good.c.path, playbook_revision.c.revision).join(playbook_revision)
        try:
            with self._reading.kept(), self._database.reading() as db:
                return {row.path: bytes(row.revision).hex() for row in db.execute(wanted)}
        except BookUnavailable:
            return {}

    def _is_remembered(self, path: str, source: Source) -> bool:
        same = select(playbook_revision.c.revision).join(playbook_good).where(playbook_good.c.path == path)
        with self._reading.kept(), self._database.reading() as db:
            return bool(db.execute(same).scalar_one_or_none() == bytes.fromhex(source.revision))

    def _keep(self, path: str, source: Source) -> None:
        now = datetime.now(UTC)
        with self._writing.kept(), self._database.writing() as db:
            kept = {"revision": keep_source(db, source, now), "kept": to_millis(now)}
            row = upsert(db, playbook_good).values(path=path, **kept)
            db.execute(row.on_conflict_do_update(index_elements=["path"], set_=kept))
