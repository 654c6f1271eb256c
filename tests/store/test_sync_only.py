"""SQLAlchemy comes without asyncio, and asyncio is whole for whoever wants it."""

from __future__ import annotations

import subprocess
import sys

_LOADED = """
import sys
import app.store.database
print("asyncio" in sys.modules, "ssl" in sys.modules)
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


def _said(program: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.split()


def test_the_database_is_opened_without_asyncio_and_ssl() -> None:
    assert _said(_LOADED) == ["False", "False"]


def test_what_was_left_out_is_there_once_it_is_used() -> None:
    assert _said(_USED) == ["True", "False", "CancelledError", "True", "42"]
