"""Loads SQLAlchemy without what it asks for and Callcue does not use: an event loop, and a look at installed packages."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _WhenUsed(ModuleType):
    """Stands for a module of the standard library until something of it is really asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_real(self.__name__), name)


class _Asyncio(_WhenUsed):
    """Gives the one thing that SQLAlchemy 2.1 takes from it while it is imported (``sqlalchemy.util.concurrency``)."""

    def iscoroutine(self, value: object) -> bool:
        """As the real one."""
        return bool(_real(self.__name__).iscoroutine(value))


_STAND_INS: dict[str, type[_WhenUsed]] = {"asyncio": _Asyncio, "importlib.metadata": _WhenUsed}


def _real(name: str) -> ModuleType:
    if isinstance(sys.modules.get(name), _WhenUsed):
        del sys.modules[name]
    return import_module(name)


def load_sqlalchemy() -> None:
    """Imports SQLAlchemy with stand-ins; whoever imports the modules they stand for afterwards gets the real ones.

    ``import asyncio`` brings ``ssl`` and with it OpenSSL: here 3 MiB and a tenth of SQLAlchemy's own time.
    ``importlib.metadata`` brings ``email`` and ``csv``; SQLAlchemy looks there only for dialects of other packages.
    Should another version ask for more while it is imported, the real one is loaded at that moment, as without this.
    """
    if "sqlalchemy" in sys.modules:
        return
    placed = {name: made(name) for name, made in _STAND_INS.items() if name not in sys.modules}
    sys.modules.update(placed)
    try:
        import_module("sqlalchemy.dialects.sqlite")
    finally:
        for name, stand_in in placed.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]
