"""After PySide6 was imported, no module's source is read any more when it is imported."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import linecache
import PySide6.QtCore
from app.ui.plain_imports import import_plainly
import_plainly()
before = len(linecache.cache)
import app.playbook.model, app.call.coach, app.ui.program
print(len(linecache.cache) - before)
"""


def test_no_source_is_read_for_a_module_that_is_imported() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert int(told.stdout) == 0


def test_pyside_alone_would_read_them() -> None:
    """Should this fail, PySide6 has mended its ways and ``plain_imports`` can go."""
    program = PROGRAM.replace("import_plainly()\n", "")
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(told.stdout) > 20


def test_without_pyside_nothing_changes() -> None:
    own = "import builtins; own = builtins.__import__"
    program = f"{own}; from app.ui.plain_imports import import_plainly; import_plainly(); print(builtins.__import__ is own)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "True"
