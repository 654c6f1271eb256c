"""The journal's troubles in plain sentences for the banner."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.call.ports import Trouble, TroubleKind


def trouble_words(trouble: Trouble) -> str:
    """What is wrong, what becomes of the call's record meanwhile, and what to do."""
    return f"{_what(trouble.kind)} {_meanwhile(trouble)}"


def _what(kind: TroubleKind) -> str:
    translate = QCoreApplication.translate
    words = {
        TroubleKind.DISK_FULL: translate("Troubles", "The disk is full; free some space."),
        TroubleKind.READ_ONLY: translate(
            "Troubles", "The data file cannot be written; look at its permissions."
        ),
        TroubleKind.LOCKED: translate("Troubles", "Another program holds the database."),
        TroubleKind.UNREACHABLE: translate("Troubles", "The database cannot be reached."),
        TroubleKind.DAMAGED: translate(
            "Troubles", "The database is damaged; a backup can be put back with: callcue db restore"
        ),
    }
    return words[kind]


def _meanwhile(trouble: Trouble) -> str:
    translate = QCoreApplication.translate
    if trouble.spooled:
        return translate(
            "Troubles",
            "The call goes on; %n step(s) are safe in a file beside it and will be added.",
            "",
            trouble.waiting,
        )
    return translate(
        "Troubles", "The call goes on; %n step(s) wait in memory. Leave the window open.", "", trouble.waiting
    )
