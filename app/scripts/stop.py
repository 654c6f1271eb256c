"""Why a command cannot go on, in one or two plain sentences."""

from __future__ import annotations

CLEAN, PROBLEMS, USAGE = 0, 1, 2
"""Exit codes: all is well; something was found or failed; the command was not understood."""
INTERRUPTED = 130
PIPE_CLOSED = 141


class Stop(Exception):
    """Ends a command: ``main`` prints the message on stderr (an empty one: all has been said) and exits with ``code``."""

    def __init__(self, message: str, code: int = PROBLEMS) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
