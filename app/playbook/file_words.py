"""Why a file could not be written, in words of both languages; the system itself says so in English at best."""

from __future__ import annotations

import errno

from app.playbook.label import Label

_WHYS = {
    errno.ENOENT: Label("there is no such folder", "taková složka není"),
    errno.ENOTDIR: Label("a part of the path is a file, not a folder", "část cesty je soubor, ne složka"),
    errno.EISDIR: Label("this is a folder", "je to složka"),
    errno.EACCES: Label("you may not write there", "nemáte tam právo zapisovat"),
    errno.EPERM: Label("you may not write there", "nemáte tam právo zapisovat"),
    errno.EROFS: Label("nothing can be written there, only read", "nedá se tam zapisovat, jen číst"),
    errno.ENOSPC: Label("the disk is full", "disk je plný"),
    errno.ENAMETOOLONG: Label("the name is too long", "název je příliš dlouhý"),
    errno.EEXIST: Label("there is something of this name", "něco s tímto názvem už tam je"),
}


def why_not_written(error: Exception) -> Label:
    """The reason as a part of a sentence; in the system's own words where it is a rare one."""
    number = error.errno if isinstance(error, OSError) else None
    known = _WHYS.get(number) if number is not None else None
    if known is not None:
        return known
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Label(said, said)
