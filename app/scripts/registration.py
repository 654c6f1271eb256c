"""What makes a desktop open ``callcue:`` addresses with Callcue: planned as values first, done afterwards."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ENTRY = "callcue.desktop"
MIME = "x-scheme-handler/callcue"
REGISTRY_KEY = r"Software\Classes\callcue"
_RESERVED = frozenset('"`$\\')


@dataclass(frozen=True, slots=True)
class Launch:
    """The words of the command line that starts the program."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilePlan:
    """A file to write."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class RegistryPlan:
    """A value to set under HKEY_CURRENT_USER; an empty ``name`` is the key's default value."""

    key: str
    name: str
    value: str


def launch(executable: str = sys.executable, *, installed: str | None = None) -> Launch:
    """How this very program is started again: the ``callcue`` beside its Python, else that Python with this folder."""
    if installed is None:
        installed = shutil.which("callcue", path=str(Path(executable).parent)) or ""
    if installed:
        return Launch((installed,))
    folder = str(Path(__file__).parents[2])
    start = f"import sys; sys.path.insert(0, {folder!a}); from app.scripts.main import main; sys.exit(main())"
    return Launch((executable, "-c", start))


# --- Linux: desktop entries (freedesktop.org, Desktop Entry Specification 1.5) -------------------------------------


def applications_folder(around: Mapping[str, str], home: Path) -> Path:
    """Where a user's own desktop entries lie (XDG Base Directory Specification)."""
    set_folder = around.get("XDG_DATA_HOME", "")
    base = Path(set_folder) if set_folder.startswith("/") else home / ".local" / "share"
    return base / "applications"


def desktop_entry(how: Launch, folder: Path) -> FilePlan:
    """The desktop entry that takes ``callcue:`` addresses."""
    command = " ".join(_exec_word(word) for word in how.words)
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.5",
        "Name=Callcue",
        "Comment=A prompter for sales calls",
        "Comment[cs]=Nápověda k obchodním hovorům",
        f"Exec={command} %u",
        "Terminal=false",
        "Categories=Office;",
        "StartupWMClass=callcue",
        f"MimeType={MIME};",
    )
    return FilePlan(folder / ENTRY, "\n".join(lines) + "\n")


def _exec_word(word: str) -> str:
    """One argument of ``Exec``: quoted, escaped for the quotes and once more for the value, percent signs doubled."""
    inside = "".join(f"\\{sign}" if sign in _RESERVED else sign for sign in word)
    return '"' + inside.replace("\\", "\\\\").replace("%", "%%") + '"'


def linux_commands(
    folder: Path, *, undo: bool, find: Callable[[str], str | None] = shutil.which
) -> tuple[tuple[str, ...], ...]:
    """The desktop's own programs to run afterwards, as far as they are here."""
    chosen: tuple[tuple[str, ...], ...] = () if undo else (("xdg-mime", "default", ENTRY, MIME),)
    wanted = (*chosen, ("update-desktop-database", str(folder)))
    return tuple(words for words in wanted if find(words[0]) is not None)


def run_quietly(words: Sequence[str]) -> bool:
    """Runs one of them; ``False`` when it failed or took longer than ten seconds."""
    try:
        done = subprocess.run(words, capture_output=True, timeout=10, check=False)  # noqa: S603  from the plan above
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


# --- Windows: the user's own classes -------------------------------------------------------------------------------


def registry_values(how: Launch) -> tuple[RegistryPlan, ...]:
    """The values that make Windows open ``callcue:`` addresses with Callcue."""
    command = " ".join(f'"{word}"' for word in how.words)
    return (
        RegistryPlan(REGISTRY_KEY, "", "URL:Callcue"),
        RegistryPlan(REGISTRY_KEY, "URL Protocol", ""),
        RegistryPlan(rf"{REGISTRY_KEY}\DefaultIcon", "", f'"{how.words[0]}",0'),
        RegistryPlan(rf"{REGISTRY_KEY}\shell\open\command", "", f'{command} "%1"'),
    )


def registry_keys() -> tuple[str, ...]:
    """The keys to take away again, the innermost first, as Windows deletes only empty ones."""
    inner = (r"\shell\open\command", r"\shell\open", r"\shell", r"\DefaultIcon", "")
    return tuple(REGISTRY_KEY + each for each in inner)


class Registry(Protocol):
    """HKEY_CURRENT_USER."""

    def set(self, plan: RegistryPlan) -> None:
        """Sets a value. Raises OSError."""

    def delete(self, key: str) -> None:
        """Deletes an empty key; one that is not there is no matter. Raises OSError."""


def windows_registry() -> Registry | None:
    """The registry of this computer; ``None`` when it has none."""
    if sys.platform == "win32":
        import winreg

        class CurrentUser:
            def set(self, plan: RegistryPlan) -> None:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, plan.key) as key:
                    winreg.SetValueEx(key, plan.name, 0, winreg.REG_SZ, plan.value)

            def delete(self, key: str) -> None:
                try:
                    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
                except FileNotFoundError:
                    return

        return CurrentUser()
    return None


# --- macOS: part of a bundle ---------------------------------------------------------------------------------------

BUNDLE_PART = """\
<key>CFBundleIdentifier</key>
<string>callcue</string>
<key>CFBundleURLTypes</key>
<array>
  <dict>
    <key>CFBundleURLName</key>
    <string>Callcue call</string>
    <key>CFBundleURLSchemes</key>
    <array><string>callcue</string></array>
  </dict>
</array>
"""
"""What a packaged Callcue.app needs in its Info.plist."""
