"""Why a file could not be read or written, in words of both languages; the system itself says so in English at best."""

from __future__ import annotations

import errno
import os

from app.playbook.label import Label

_PLACE_ERRORS = frozenset((errno.ENAMETOOLONG, errno.EACCES, errno.EPERM, errno.EROFS, errno.ELOOP))
_WHYS = {
    errno.ENOENT: Label("there is no such folder", "taková složka není"),
    errno.ENOTDIR: Label("a part of the path is a file, not a folder", "část cesty je soubor, ne složka"),
    errno.EISDIR: Label("this is a folder", "je to složka"),
    errno.EACCES: Label("this account is not allowed there", "tento účet tam nemá přístup"),
    errno.EPERM: Label("this account is not allowed there", "tento účet tam nemá přístup"),
    errno.EROFS: Label("nothing can be written there, only read", "nedá se tam zapisovat, jen číst"),
    errno.ENOSPC: Label("the disk is full", "disk je plný"),
    errno.ENAMETOOLONG: Label("the name is too long", "název je příliš dlouhý"),
    errno.EEXIST: Label("a file stands where a folder should be", "kde má být složka, je soubor"),
    errno.ELOOP: Label("its links lead round in a circle", "jeho odkazy vedou dokola"),
}


def why_refused(error: Exception) -> Label:
    """The reason as a part of a sentence; in the system's own words where it is a rare one."""
    number = error.errno if isinstance(error, OSError) else None
    known = _WHYS.get(number) if number is not None else None
    if known is not None:
        return known
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Label(said, said)


def refused_place(error: OSError) -> str:
    """The path that the system refuses whatever a program wants of it (too long, not allowed); empty for other errors."""
    if error.errno not in _PLACE_ERRORS or not isinstance(error.filename, str | bytes):
        return ""
    return os.fsdecode(error.filename)
