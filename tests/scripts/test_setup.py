"""``make setup`` on a machine that lacks something: one sentence says what, and nothing half made is left."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "app" / "scripts" / "setup.sh"
TOOLS = ("bash", "dirname", "rm", "mkdir", "cp", "touch", "uname", "id", "ls", "head")
PYTHON = f"""\
#!{shutil.which("bash")}
if [ "$1 $2" = "-m venv" ]; then
    mkdir -p "$3/bin" && cp "$0" "$3/bin/python"
    [ -e whole ] && touch "$3/pip"
    exit
fi
if [ "$1 $2" = "-m pip" ]; then echo "$@" >> installed; exit; fi
if [ "$1 $2" = "-c import pip" ]; then [ -e "$(dirname "$0")/../pip" ]; exit; fi
exec {sys.executable} "$@"
"""
"""Stands for Python: makes environments without pip, as Debian's does without its package, unless a file says better."""

pytestmark = pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="needs bash")


class Machine:
    """A folder with the script, and a PATH with nothing but what the script needs."""

    def __init__(self, folder: Path, *, python: bool = True) -> None:
        self.folder, self.path = folder, folder / "bin"
        self.path.mkdir()
        place = folder / "app" / "scripts"
        place.mkdir(parents=True)
        self.script = shutil.copy(SCRIPT, place)
        for name in ("pyproject.toml", "constraints.txt"):
            (folder / name).touch()
        for tool in TOOLS:
            (self.path / tool).symlink_to(shutil.which(tool) or tool)
        if python:
            (self.path / "python3").write_text(PYTHON, encoding="utf-8")
            (self.path / "python3").chmod(0o755)

    def set_up(self) -> tuple[int, str]:
        """The code, and the last line that was said."""
        done = subprocess.run(
            [self.path / "bash", self.script, "run"],
            env={"PATH": str(self.path)},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stderr.splitlines()[-1]


def test_without_python_it_says_which_is_needed(tmp_path: Path) -> None:
    code, said = Machine(tmp_path, python=False).set_up()
    assert code == 1
    assert "Python 3.11, 3.12 or 3.13 is needed and none was found. Install one, or name one" in said


def test_with_apt_at_hand_the_package_is_named(tmp_path: Path) -> None:
    machine = Machine(tmp_path, python=False)
    (machine.path / "apt-get").write_text("#!/bin/false\n", encoding="utf-8")
    (machine.path / "apt-get").chmod(0o755)
    code, said = machine.set_up()
    assert code == 1
    assert "sudo apt-get install python3 python3-venv" in said


def test_an_environment_that_cannot_be_made_leaves_no_half(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    code, said = machine.set_up()
    assert code == 1
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert said == (
        "callcue setup: no virtual environment can be made; "
        f"on Debian and Ubuntu: sudo apt-get install python{version}-venv"
    )
    assert not (tmp_path / ".venv").exists()


def test_a_half_made_environment_is_made_anew(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(machine.path / "python3", tmp_path / ".venv" / "bin" / "python")
    (tmp_path / "whole").touch()
    assert machine.set_up()[0] == 0
    assert (tmp_path / "installed").read_text(encoding="utf-8").count("install") == 1
    assert (tmp_path / ".venv" / ".callcue-run").exists()
