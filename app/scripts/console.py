"""What a command asks of a person at the terminal, and how far it tells them that it is."""

from __future__ import annotations

import sys

_YES = frozenset({"yes", "ano"})


def agreed(question: str) -> bool:
    """Whether the person answers yes; nobody does where there is no terminal to answer from."""
    if not sys.stdin.isatty():
        return False
    sys.stdout.write(question)
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() in _YES


def tell_share(done: int, total: int) -> None:
    """The share that is done, over and over on one line of a terminal, which is empty again at the end."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{100 * done // total:3d} %" + ("\r     \r" if done == total else ""))
        sys.stderr.flush()
