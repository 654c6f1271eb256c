"""Forgets calls in the files that were set aside beside the database because it did not take them."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from uuid import UUID

from app.call.events import CallStarted, Event
from app.store.spool import parsed_spool, set_aside


def forget_beside(
    folders: Iterable[Path], calls: Collection[UUID], is_theirs: Callable[[CallStarted], bool]
) -> int:
    """Takes the events of ``calls``, and of calls that ``is_theirs``, out of files set aside; returns how many.

    Lines that cannot be read stay, and so do files of running programs.
    """
    return sum(_forget_in(path, calls, is_theirs) for path in set_aside(folders))


def _forget_in(path: Path, calls: Collection[UUID], is_theirs: Callable[[CallStarted], bool]) -> int:
    try:
        lines = path.read_bytes().splitlines(keepends=True)
    except OSError:
        return 0
    events = [_event(line) for line in lines]
    gone = set(calls) | {
        one.call for one in events if one and isinstance(one.what, CallStarted) and is_theirs(one.what)
    }
    kept = [line for line, one in zip(lines, events, strict=True) if one is None or one.call not in gone]
    if len(kept) < len(lines):
        _replace(path, b"".join(kept))
    return len(lines) - len(kept)


def _event(line: bytes) -> Event | None:
    found = parsed_spool(line).items
    return found[0] if found and isinstance(found[0], Event) else None


def _replace(path: Path, content: bytes) -> None:
    if not content.strip():
        with contextlib.suppress(OSError):
            path.unlink()
        return
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    with contextlib.suppress(OSError):
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    part.unlink(missing_ok=True)
