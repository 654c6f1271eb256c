"""Names for calls and leads that sort by time: UUIDs of version 7 (RFC 9562, section 5.7)."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID


def new_call_id(now: datetime) -> UUID:
    """A fresh UUIDv7: 48 bits of milliseconds since 1970, then random bits."""
    milliseconds = int(now.timestamp() * 1000) & (2**48 - 1)
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=value)
