"""Loads SQLAlchemy without the event loop and the encryption of networks that it asks for and Callcue never uses."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_ASYNCIO = "asyncio"


class _WhenUsed(ModuleType):
    """Stands for asyncio until something of it is really asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_real(), name)

    @staticmethod
    def iscoroutine(value: object) -> bool:
        """The one thing that SQLAlchemy 2.1 takes from it while it is imported (``sqlalchemy.util.concurrency``)."""
        return bool(_real().iscoroutine(value))


def _real() -> ModuleType:
    if isinstance(sys.modules.get(_ASYNCIO), _WhenUsed):
        del sys.modules[_ASYNCIO]
    return import_module(_ASYNCIO)


def load_sqlalchemy() -> None:
    """Imports SQLAlchemy with a stand-in for asyncio; whoever imports asyncio afterwards gets the real one.

    ``import asyncio`` brings ``ssl`` and with it OpenSSL: here 3 MiB and a tenth of SQLAlchemy's own time. Should
    another version ask for more while it is imported, the real one is loaded at that moment, as without this.
    """
    if _ASYNCIO in sys.modules or "sqlalchemy" in sys.modules:
        return
    stand_in = _WhenUsed(_ASYNCIO)
    sys.modules[_ASYNCIO] = stand_in
    try:
        import_module("sqlalchemy.dialects.sqlite")
    finally:
        if sys.modules.get(_ASYNCIO) is stand_in:
            del sys.modules[_ASYNCIO]
