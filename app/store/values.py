"""How values lie in rows: times as milliseconds, texts that every database takes, JSON; loads nothing of a call."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_millis(at: datetime) -> int:
    """Whole milliseconds since 1970 in UTC; what is finer is cut off."""
    return (at - _EPOCH) // _MILLISECOND


def from_millis(millis: int) -> datetime:
    """The moment, in UTC."""
    return _EPOCH + millis * _MILLISECOND


def optional_moment(millis: int | None) -> datetime | None:
    """The moment, in UTC, if there is one."""
    return None if millis is None else from_millis(millis)


def storable(text: str) -> str:
    """``text`` without what databases refuse: NUL characters and halves of surrogate pairs."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def to_json(data: Mapping[str, Any]) -> str:
    """``data`` as compact JSON; letters stay as they are unless half of a surrogate pair is among them."""
    written = _ENCODER.encode(data)
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(data, separators=(",", ":"))
    return written


def upsert(db: Connection, table: Table) -> sqlite.Insert:
    """An INSERT into ``table`` that can be given an ``on_conflict`` clause; PostgreSQL's own knows the same words."""
    if db.dialect.name == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # only where it is used: importing it takes 20 ms

    return cast("sqlite.Insert", postgresql.insert(table))
