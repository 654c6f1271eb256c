"""What is said of keys of the whole desktop, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.hotkeys.wishes import Lack, Refusal, Shortcut, Shortcuts
from app.ui.keys import cap_of
from app.ui.words import ui_lang


def refusal_words(shortcut: Shortcut) -> str:
    """Why this key is not ours and what to do; empty when it is."""
    if shortcut.refusal is None:
        return ""
    words = {
        Refusal.TAKEN: QCoreApplication.translate(
            "Hotkeys",
            "%1 for “%2” belongs to another program or action. Choose another key, or free it there first.",
        ),
        Refusal.TOO_PLAIN: QCoreApplication.translate(
            "Hotkeys",
            "%1 for “%2” would be missing when you type elsewhere. Hold Ctrl, Alt or the system key with it, or take an "
            "F-key.",
        ),
        Refusal.NO_SUCH_KEY: QCoreApplication.translate(
            "Hotkeys", "%1 for “%2” cannot be had on this keyboard and desktop. Choose another key."
        ),
    }
    lang = ui_lang()
    said = words[shortcut.refusal].replace("%1", cap_of(shortcut.chord, lang))
    return said.replace("%2", shortcut.action.words(lang))


def lack_words(lack: Lack) -> str:
    """Why there are no such keys here and what else there is."""
    words = {
        Lack.WAYLAND: QCoreApplication.translate(
            "Hotkeys",
            "Under Wayland a program cannot take keys for itself. Give a key of your desktop's own settings a command such "
            "as “callcue press hold”; “callcue press --help” lists them.",
        ),
        Lack.MACOS: QCoreApplication.translate(
            "Hotkeys",
            "Not available on macOS. Let a shortcut of the Shortcuts app run a command such as “callcue press hold”; "
            "“callcue press --help” lists them.",
        ),
        Lack.NO_LIBRARY: QCoreApplication.translate(
            "Hotkeys",
            "Not available here: the system libraries libxcb and libxcb-keysyms are missing. Install them (Debian, "
            "Ubuntu: libxcb1, libxcb-keysyms1) and start Callcue again.",
        ),
        Lack.NO_DESKTOP: QCoreApplication.translate(
            "Hotkeys", "Not available here: Callcue sees no desktop that gives keys to programs."
        ),
    }
    return words[lack]


def troubles_words(shortcuts: Shortcuts) -> str:
    """Every wish that failed, in a sentence each; empty when all keys are ours."""
    if not shortcuts.each:
        return ""
    if shortcuts.lack is not None:
        about = QCoreApplication.translate("Hotkeys", "Keys for other programs' windows do not work.")
        return f"{about} {lack_words(shortcuts.lack)}"
    return " ".join(words for words in map(refusal_words, shortcuts.each) if words)
