"""A book that is made when something is first asked of it: what it needs is slow to load and not wanted at the start."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any


class WhenAsked:
    """Stands for what ``make`` makes; may be asked from any thread."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._made: object | None = None
        self._lock = Lock()

    def __getattr__(self, name: str) -> Any:
        """What the book has under ``name``."""
        if name.startswith("__"):
            raise AttributeError(name)
        with self._lock:
            if self._made is None:
                self._made = self._make()
        return getattr(self._made, name)
