"""What is built for installing holds the whole program: playbooks, words, pictures and migrations."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import playbooks_folder
from app.settings import Settings

ROOT = Path(__file__).parents[1]
NEEDED = ("setup.py", "pyproject.toml", "README.md", "MANIFEST.in")
STARTED = """
from app.bootstrap import playbooks_folder
from app.settings import Settings
from app.store.migrate import config
from app.ui.theme import PICTURES
from app.ui.words import FOLDER
print(playbooks_folder(Settings()), PICTURES, FOLDER, config().get_main_option("script_location"), sep="\\n")
"""
pytest.importorskip("setuptools", reason="what builds the wheel is not installed here")


def _files(folder: Path, *endings: str) -> set[str]:
    found = (path for ending in endings for path in folder.rglob(f"*{ending}"))
    return {path.relative_to(folder).as_posix() for path in found if "__pycache__" not in path.parts}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a wheel is packed from, built from a copy of the sources; no network is needed."""
    copy = tmp_path_factory.mktemp("sources")
    for name in NEEDED:
        shutil.copy(ROOT / name, copy)
    for name in ("app", "playbooks"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    target = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-W", "ignore", "setup.py", "-q", "build_py", "--build-lib", str(target)]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return target


def test_every_module_and_file_that_the_program_opens_is_in(built: Path) -> None:
    endings = (".py", ".qm", ".mako")
    assert _files(built / "app", *endings) == _files(ROOT / "app", *endings)
    assert _files(built / "app" / "ui", ".png") == _files(ROOT / "app" / "ui", ".png")


def test_the_playbooks_lie_beside_the_program(built: Path) -> None:
    shipped = built / "app" / "shipped"
    wanted = _files(ROOT / "playbooks", "")
    assert _files(shipped, "") == wanted
    assert "callcue.yaml" in wanted
    files = (name for name in wanted if name.endswith(".yaml"))
    assert all((shipped / name).read_bytes() == (ROOT / "playbooks" / name).read_bytes() for name in files)


def test_nothing_else_is_in(built: Path) -> None:
    assert [path.name for path in built.iterdir()] == ["app"]


def test_what_is_built_finds_its_own_files(built: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(built)!r})\n{STARTED}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)
    places = [Path(line) for line in done.stdout.splitlines()]
    assert len(places) == 4
    assert all(place.is_dir() and place.is_relative_to(built) for place in places)


def test_in_the_sources_the_playbooks_are_those_of_the_folder() -> None:
    assert playbooks_folder(Settings()) == ROOT / "playbooks"
