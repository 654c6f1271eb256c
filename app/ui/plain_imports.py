"""Puts Python's own ``import`` back after PySide6 has put its in front of it, which reads the source of every module."""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Ends PySide6's look at each module that is imported from now on; does nothing where it takes none.

    PySide6 wraps ``__import__`` to learn which modules ask for ``from __feature__ import …`` (names in snake_case, true
    properties; doc.qt.io/qtforpython-6/considerations.html#features). It does so by reading the whole source of each,
    and the lines stay in memory (``linecache``): here a tenth of the start and 19 MiB. Callcue asks for no such feature.
    """
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
