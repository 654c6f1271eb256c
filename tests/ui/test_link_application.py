"""macOS hands addresses over as events; the application hears them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from app.ui.program import LinkApplication
app = LinkApplication(["callcue"])
app.address_opened.connect(print)
app.sendEvent(app, QFileOpenEvent(QUrl("callcue://call?number=%2B420777123456&name=Sample%20Bakery")))
"""


def test_an_address_comes_as_it_was_written() -> None:
    """In a process of its own, as there is one application object in each."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "callcue://call?number=%2B420777123456&name=Sample%20Bakery"
