"""SQLAlchemy comes without asyncio and the look at packages, and both are whole for whoever wants them."""

from __future__ import annotations

import subprocess
import sys

_LOADED = """
import sys
import app.store.database
print(*(name in sys.modules for name in ("asyncio", "ssl", "importlib.metadata", "email")))
"""
_USED = """
import app.store.database
from sqlalchemy.util import concurrency

async def answer() -> int:
    return 42

waiting = answer()
print(concurrency.iscoroutine(waiting), concurrency.iscoroutine(42))
waiting.close()
print(concurrency.asyncio.CancelledError.__name__)
import asyncio, sys
print(asyncio is sys.modules["asyncio"], asyncio.run(answer()))
"""
_PACKAGES = """
import app.store.database
from sqlalchemy.util import compat
print(type(compat.importlib_metadata_get("console_scripts")).__name__)
import importlib.metadata, sys
print(importlib.metadata is sys.modules["importlib.metadata"], importlib.metadata.version("sqlalchemy")[:2])
"""


def _said(program: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.split()


def test_the_database_is_opened_without_asyncio_and_the_packages_metadata() -> None:
    assert _said(_LOADED) == ["False"] * 4


def test_what_was_left_out_is_there_once_it_is_used() -> None:
    assert _said(_USED) == ["True", "False", "CancelledError", "True", "42"]


def test_installed_packages_can_still_be_looked_at() -> None:
    assert _said(_PACKAGES) == ["EntryPoints", "True", "2."]
