"""What can go wrong with the store: reasons not to start, told in two languages, and troubles that pass."""

from __future__ import annotations

from app.call.ports import TroubleKind
from app.playbook.vocabulary import Label


class StartProblem(Exception):
    """The program cannot start with this store. ``str()`` is the English sentence, ``words`` holds both."""

    def __init__(self, en: str, cs: str) -> None:
        super().__init__(en)
        self.words = Label(en, cs)

    def in_lang(self, lang: str) -> str:
        """The sentence in ``lang``."""
        return self.words.in_lang(lang)


class DatabaseNewer(StartProblem):
    """The database was last used by a newer version of the program."""


class DatabaseDamaged(StartProblem):
    """The file is no sound database."""


class DatabaseForeign(StartProblem):
    """The database belongs to another program."""


class DatabaseUnusable(StartProblem):
    """The address, folder or driver of the database cannot be used."""


class UpgradeFailed(StartProblem):
    """The database could not be brought up to this version; it is as it was before."""


class BackupFailed(StartProblem):
    """A backup could not be made or put back. ``kind`` is the trouble behind it when that may pass."""

    def __init__(self, en: str, cs: str, kind: TroubleKind | None = None) -> None:
        super().__init__(en, cs)
        self.kind = kind


class StoreTrouble(Exception):
    """The database cannot be used right now, for a reason that may pass."""

    def __init__(self, kind: TroubleKind, detail: str) -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind = kind
        self.detail = detail
