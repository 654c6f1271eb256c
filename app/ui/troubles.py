"""The journal's troubles in plain sentences for the banner."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.call.ports import Trouble, TroubleKind


class Troubles(QObject):
    """Finds the words."""

    def words(self, trouble: Trouble) -> str:
        """What is wrong, what becomes of the call's record meanwhile, and what to do."""
        if trouble.kind is TroubleKind.REFUSED:
            return self._refused(trouble)
        return f"{self._what(trouble.kind)} {self._meanwhile(trouble)}"

    def _what(self, kind: TroubleKind) -> str:
        words = {
            TroubleKind.DISK_FULL: self.tr("The disk is full; free some space."),
            TroubleKind.READ_ONLY: self.tr(
                "The database cannot be written; look at the permissions of its file and folder."
            ),
            TroubleKind.LOCKED: self.tr("Another program holds the database."),
            TroubleKind.UNREACHABLE: self.tr("The database cannot be reached."),
            TroubleKind.DAMAGED: self.tr(
                "The database is damaged; a backup can be put back with: callcue db restore"
            ),
            TroubleKind.NEWER: self.tr(
                "A newer Callcue has changed the database; close this window after the call and install that one."
            ),
        }
        return words[kind]

    def _meanwhile(self, trouble: Trouble) -> str:
        waiting = trouble.waiting
        if not waiting:
            return self.tr("You can call; what happens is not saved until this is over.")
        if trouble.spooled and trouble.folder:
            words = self.tr("The call goes on; %n step(s) are kept in %1 and will be added.", "", waiting)
            return words.replace("%1", trouble.folder)
        if trouble.spooled:
            return self.tr(
                "The call goes on; %n step(s) are safe in a file beside it and will be added.", "", waiting
            )
        return self.tr("The call goes on; %n step(s) wait in memory. Leave the window open.", "", waiting)

    def _refused(self, trouble: Trouble) -> str:
        words = self.tr(
            "The database does not take %n step(s) of this call, perhaps because another window went on with the same "
            "call. Not lost: set aside in %1.",
            "",
            trouble.waiting,
        )
        return words.replace("%1", trouble.folder)


def trouble_words(trouble: Trouble) -> str:
    """The whole sentence about ``trouble`` in the window's language."""
    return Troubles().words(trouble)
