"""Loading: the playbooks folder is found, used files come along, and nothing outside is touched."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.playbook.loading import load, playbook_files, playbooks_folder, scorecard_names, source_of
from app.playbook.source import Source
from tests.playbook.texts import GOOD, SHARED


def write(path: Path, text: str) -> Path:
    """A file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_folder_with_the_house_file_is_the_root(tmp_path: Path) -> None:
    write(tmp_path / "callcue.yaml", "")
    write(tmp_path / "playbooks" / "callcue.yaml", "")
    file = write(tmp_path / "playbooks" / "team" / "en" / "a.yaml", GOOD)
    assert playbooks_folder(file) == tmp_path / "playbooks"


def test_else_the_nearest_one_called_playbooks(tmp_path: Path) -> None:
    file = write(tmp_path / "playbooks" / "en" / "a.yaml", GOOD)
    assert playbooks_folder(file) == tmp_path / "playbooks"


def test_else_the_files_own(tmp_path: Path) -> None:
    file = write(tmp_path / "en" / "a.yaml", GOOD)
    assert playbooks_folder(file) == tmp_path / "en"


def test_used_files_come_along_in_the_order_read(tmp_path: Path) -> None:
    write(tmp_path / "callcue.yaml", "")
    write(tmp_path / "shared" / "a.yaml", "callcue: 1\nlang: en\nuses: [b.yaml]\n")
    write(tmp_path / "shared" / "b.yaml", SHARED)
    file = write(tmp_path / "en" / "x.yaml", GOOD + "uses: [../shared/a.yaml]\n")
    reading = load(file)
    assert [one.path for one in reading.source.files] == ["en/x.yaml", "shared/a.yaml", "shared/b.yaml"]
    assert reading.playbook is not None
    assert [story.id for story in reading.playbook.stories] == ["bakery"]


def test_bytes_are_pinned_as_they_are_on_disk(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    source = source_of(file)
    assert isinstance(source, Source)
    assert source.files[0].text == file.read_bytes()


@pytest.mark.parametrize(
    ("name", "reason"),
    [("missing.yaml", "<missing>"), ("folder.yaml", "<folder>")],
)
def test_what_cannot_be_opened_is_told(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (problem,) = load(tmp_path / name).problems
    assert (problem.code, problem.words["reason"], problem.place.file) == ("CC045", reason, name)


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are files of Unix")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (problem,) = load(tmp_path / "pipe.yaml").problems
    assert problem.code == "CC045"
    file = write(tmp_path / "a.yaml", GOOD + "uses: [pipe.yaml]\n")
    assert [one.code for one in load(file).problems] == ["CC040"]


def test_a_link_that_leaves_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "secret.yaml", SHARED)
    home = tmp_path / "playbooks"
    file = write(home / "a.yaml", GOOD + "uses: [link.yaml]\n")
    (home / "link.yaml").symlink_to(outside)
    reading = load(file)
    assert [one.code for one in reading.problems] == ["CC040"]
    assert len(reading.source.files) == 1


def test_files_that_use_each_other_are_read_once(tmp_path: Path) -> None:
    write(tmp_path / "b.yaml", "callcue: 1\nlang: en\nuses: [c.yaml]\n")
    write(tmp_path / "c.yaml", "callcue: 1\nlang: en\nuses: [b.yaml]\n")
    reading = load(write(tmp_path / "a.yaml", GOOD + "uses: [b.yaml]\n"))
    assert [one.code for one in reading.problems] == ["CC041"]


def test_playbooks_are_listed_without_what_lies_beside_them(tmp_path: Path) -> None:
    for name in (
        "en/b.yaml",
        "en/a.yaml",
        "cs/a.yml",
        "en/a.test.yaml",
        "callcue.yaml",
        "shared/objections.en.yaml",
        "scorecards/sales.yaml",
        "scripts/call.yaml",
        ".hidden/a.yaml",
        "en/.a.yaml.swp.yaml",
        "en/notes.txt",
    ):
        write(tmp_path / name, GOOD)
    listed = [path.relative_to(tmp_path).as_posix() for path in playbook_files(tmp_path)]
    assert listed == ["cs/a.yml", "en/a.yaml", "en/b.yaml"]


def test_scorecards_are_known_by_their_names(tmp_path: Path) -> None:
    write(tmp_path / "scorecards" / "sales.yaml", "")
    assert scorecard_names(tmp_path) == {"sales"}
    assert scorecard_names(tmp_path / "nowhere") == frozenset()
