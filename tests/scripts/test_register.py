"""Registration writes what desktops expect and takes exactly that back."""

from __future__ import annotations

import configparser
import shlex
import stat
from pathlib import Path

import pytest

from app.scripts import register
from app.scripts.registration import (
    Launch,
    RegistryPlan,
    applications_folder,
    desktop_entry,
    launch,
    linux_commands,
    registry_values,
)
from tests.scripts.conftest import Run


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Linux desktop with the two programs, which only say how they were called."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("xdg-mime", "update-desktop-database"):
        program = programs / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> "{tmp_path}/ran"\n')
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


def entry_of(path: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


def test_linux_there_and_back(run: Run, desktop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = desktop / "share" / "applications" / "callcue.desktop"
    assert run("register") == 0
    entry = entry_of(path)
    assert entry["MimeType"] == "x-scheme-handler/callcue;"
    assert entry["Exec"].endswith(" %u")
    assert (desktop / "ran").read_text().splitlines() == [
        "xdg-mime default callcue.desktop x-scheme-handler/callcue",
        f"update-desktop-database {path.parent}",
    ]
    assert f"Wrote {path}." in capsys.readouterr().out
    assert run("register") == 0
    assert run("register", "--undo") == 0
    assert not path.exists()
    assert "Removed" in capsys.readouterr().out
    assert run("register", "--undo") == 0
    assert "Nothing was registered." in capsys.readouterr().out


def test_a_dry_run_writes_nothing(run: Run, desktop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("register", "--dry-run") == 0
    out = capsys.readouterr().out
    assert "MimeType=x-scheme-handler/callcue;" in out
    assert "Runs xdg-mime default callcue.desktop x-scheme-handler/callcue" in out
    assert run("register", "--dry-run", "--undo") == 0
    assert not (desktop / "share").exists()
    assert not (desktop / "ran").exists()


def test_without_the_desktops_programs_the_way_out_is_said(
    run: Run, desktop: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(desktop / "nowhere"))
    assert run("register") == 0
    assert "xdg-mime is not here" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(
    run: Run, desktop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desktop / "share").write_text("a file where the folder should be")
    assert run("register") == 1
    assert "cannot be written" in capsys.readouterr().err


def test_the_entry_starts_any_program_whatever_its_name(tmp_path: Path) -> None:
    words = ('/opt/My "Tools"/100 %/$HOME/`x`/callcue', "-c", "a\\b")
    path = tmp_path / "e.desktop"
    path.write_text(desktop_entry(Launch(words), tmp_path).text, encoding="utf-8")
    value = entry_of(path)["Exec"].replace("\\\\", "\\")
    *found, place = shlex.split(value)
    assert [word.replace("%%", "%").replace("\\$", "$").replace("\\`", "`") for word in found] == list(words)
    assert place == "%u"


def test_where_entries_lie() -> None:
    home = Path("/home/rep")
    assert applications_folder({}, home) == home / ".local" / "share" / "applications"
    assert (
        applications_folder({"XDG_DATA_HOME": "relative"}, home) == home / ".local" / "share" / "applications"
    )
    assert applications_folder({"XDG_DATA_HOME": "/data"}, home) == Path("/data/applications")


def test_only_programs_that_are_here_are_run() -> None:
    folder = Path("/data/applications")
    assert linux_commands(folder, undo=False, find=lambda name: None) == ()
    assert linux_commands(folder, undo=True, find=lambda name: name) == (
        ("update-desktop-database", str(folder)),
    )


def test_windows_as_planned(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("register", "--dry-run", "--system", "windows") == 0
    out = capsys.readouterr().out
    assert r"Sets HKEY_CURRENT_USER\Software\Classes\callcue (default) = URL:Callcue" in out
    assert r"Sets HKEY_CURRENT_USER\Software\Classes\callcue URL Protocol = " in out
    assert r"callcue\shell\open\command (default) = " in out
    assert run("register", "--dry-run", "--undo", "--system", "windows") == 0
    deleted = capsys.readouterr().out.splitlines()
    assert deleted[0].endswith(r"callcue\shell\open\command")
    assert deleted[-1] == r"Deletes HKEY_CURRENT_USER\Software\Classes\callcue"


def test_windows_quotes_the_program_and_the_address() -> None:
    command = registry_values(Launch((r"C:\Program Files\Callcue\callcue.exe",)))[-1]
    assert command == RegistryPlan(
        r"Software\Classes\callcue\shell\open\command", "", r'"C:\Program Files\Callcue\callcue.exe" "%1"'
    )


class Recorded:
    """A registry that remembers."""

    def __init__(self) -> None:
        self.did: list[str] = []

    def set(self, plan: RegistryPlan) -> None:
        self.did.append(f"set {plan.key}")

    def delete(self, key: str) -> None:
        self.did.append(f"delete {key}")


def test_windows_there_and_back(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    registry = Recorded()
    monkeypatch.setattr(register, "windows_registry", lambda: registry)
    monkeypatch.setattr("shutil.which", lambda *_args, **_more: None)  # from 3.13 on it asks Windows itself
    monkeypatch.setattr("sys.platform", "win32")
    assert run("register") == 0
    assert len(registry.did) == 4
    assert run("register", "--undo") == 0
    assert registry.did[-1] == r"delete Software\Classes\callcue"


def test_macos_says_what_a_bundle_needs(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("register", "--dry-run", "--system", "macos") == 0
    out = capsys.readouterr().out
    assert "<key>CFBundleURLSchemes</key>" in out
    assert "<string>callcue</string>" in out


def test_another_system_is_only_planned_for(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("register", "--system", "windows") == 1
    assert "--dry-run" in capsys.readouterr().err


def test_the_program_is_started_as_it_is_installed(tmp_path: Path) -> None:
    assert launch("/venv/bin/python", installed="/venv/bin/callcue").words == ("/venv/bin/callcue",)
    words = launch("/usr/bin/python3", installed="").words
    assert words[:2] == ("/usr/bin/python3", "-c")
    compile(words[2], "start", "exec")
