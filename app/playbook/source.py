"""The exact bytes a playbook was read from: what is pinned to a call and can be read again years later."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

MAX_BYTES = 4 * 1024 * 1024
"""A larger file is refused unread."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file: its posix path relative to the playbooks folder, and its bytes."""

    path: str
    text: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """The playbook's own file first, then everything it uses, in the order read."""

    files: tuple[SourceFile, ...]

    @property
    def path(self) -> str:
        """The playbook's own file."""
        return self.files[0].path

    @property
    def revision(self) -> str:
        """SHA-256 (hex) over every file's path and bytes, each length-prefixed so that no two sets collide."""
        digest = hashlib.sha256()
        for file in self.files:
            for part in (file.path.encode(), file.text):
                digest.update(len(part).to_bytes(8, "big"))
                digest.update(part)
        return digest.hexdigest()
