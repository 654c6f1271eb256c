"""Whether what is not sent yet is safe."""

from __future__ import annotations

from enum import StrEnum


class DraftState(StrEnum):
    """How the draft of the open call stands."""

    NONE = ""
    KEPT = "kept"
    NOT_KEPT = "not_kept"
