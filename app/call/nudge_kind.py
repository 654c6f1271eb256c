"""What a rep may be reminded of; a module of its own, so that settings are read without loading the whole call."""

from __future__ import annotations

from enum import StrEnum


class NudgeKind(StrEnum):
    """What a rep may be quietly reminded of."""

    TWO_STATEMENTS = "two_statements"
    MUST_OPEN = "must_open"
    ASK_MISSING = "ask_missing"
    OPEN_OBJECTION = "open_objection"
