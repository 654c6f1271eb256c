"""Keeps Python's cycle collector at rest while the program is being loaded, and spares it what was loaded afterwards."""

from __future__ import annotations

import gc

LONGEST_MS = 10_000
"""When it ends even though no books were opened."""


class StartRest:
    """Begins when it is made and lasts until the start screen has its books.

    What is loaded by then (modules, classes, screens) lives as long as the program: walking it again and again while
    it grows would take a tenth of the start, and walking it later would hold up a key press. So it is set aside for good
    (``gc.freeze``), and the collector goes on with what comes after.
    """

    def __init__(self) -> None:
        self._over = not gc.isenabled()
        if not self._over:
            gc.disable()

    def end(self) -> None:
        """The collector works again."""
        if self._over:
            return
        self._over = True
        gc.freeze()
        gc.enable()
