"""The library: a broken file is shown with its place while its last good version serves."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.playbook.library import Library, NoGoodVersions
from app.playbook.source import Source
from tests.playbook.test_loading import write
from tests.playbook.texts import GOOD, SHARED

BROKEN = GOOD + "        quide: x\n"


class Kept:
    """Good versions in memory, as a database keeps them across restarts."""

    def __init__(self) -> None:
        self.kept: dict[str, Source] = {}
        self.times = 0

    def remember(self, path: str, source: Source) -> None:
        """Keeps it."""
        self.kept[path] = source
        self.times += 1

    def recall(self, path: str) -> Source | None:
        """What was kept."""
        return self.kept.get(path)


@pytest.fixture
def kept() -> Kept:
    """An empty memory."""
    return Kept()


@pytest.fixture
def library(tmp_path: Path, kept: Kept) -> Library:
    """One playbook in each language."""
    write(tmp_path / "callcue.yaml", "")
    write(tmp_path / "en" / "a.yaml", GOOD)
    write(
        tmp_path / "cs" / "a.yaml",
        GOOD.replace("lang: en", "lang: cs").replace("Good morning.", "Dobrý den."),
    )
    made = Library(tmp_path, kept)
    made.refresh()
    return made


def test_every_playbook_is_listed(library: Library) -> None:
    assert [(one.path, one.id, one.lang, one.title) for one in library.entries] == [
        ("cs/a.yaml", "example", "cs", "example"),
        ("en/a.yaml", "example", "en", "example"),
    ]
    assert all(one.playbook is not None and not one.is_last_good for one in library.entries)


def test_the_last_good_version_serves_while_the_file_is_broken(library: Library, tmp_path: Path) -> None:
    good = library.find("en/a.yaml")
    assert good is not None
    write(tmp_path / "en" / "a.yaml", BROKEN)
    assert library.refresh()
    entry = library.find("en/a.yaml")
    assert entry is not None
    assert entry.is_last_good
    assert entry.playbook == good.playbook
    assert entry.source == good.source
    assert [(one.code, one.place.line) for one in entry.errors] == [("CC010", 9)]


def test_also_after_a_restart(library: Library, tmp_path: Path, kept: Kept) -> None:
    write(tmp_path / "en" / "a.yaml", "callcue: [")
    restarted = Library(tmp_path, kept)
    restarted.refresh()
    entry = restarted.find("en/a.yaml")
    assert entry is not None
    assert entry.is_last_good
    assert (entry.id, entry.title) == ("example", "example")
    assert entry.playbook is not None


def test_the_good_version_brings_the_shared_files_of_its_time(tmp_path: Path, kept: Kept) -> None:
    write(tmp_path / "callcue.yaml", "")
    write(tmp_path / "shared" / "s.yaml", SHARED)
    write(tmp_path / "a.yaml", GOOD + "uses: [shared/s.yaml]\n")
    Library(tmp_path, kept).refresh()
    write(tmp_path / "shared" / "s.yaml", "callcue: 1\nlang: en\nobjections: [{id: x}]\n")
    restarted = Library(tmp_path, kept)
    restarted.refresh()
    (entry,) = restarted.entries
    assert entry.playbook is not None
    assert [one.id for one in entry.playbook.stories] == ["bakery"]
    assert entry.errors[0].place.file == "shared/s.yaml"


def test_mended_files_serve_again(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "en" / "a.yaml", BROKEN)
    library.refresh()
    write(tmp_path / "en" / "a.yaml", GOOD.replace("morning", "evening"))
    assert library.refresh()
    entry = library.find("en/a.yaml")
    assert entry is not None
    assert not entry.is_last_good
    assert entry.playbook is not None
    assert entry.playbook.stages[0].lines[0].text == "Good evening."


def test_a_file_that_was_never_good_serves_nothing(tmp_path: Path) -> None:
    write(tmp_path / "en" / "new.yaml", "callcue: [")
    library = Library(tmp_path, NoGoodVersions())
    library.refresh()
    (entry,) = library.entries
    assert (entry.playbook, entry.source, entry.is_last_good) == (None, None, False)
    assert (entry.id, entry.lang, entry.title) == ("new", "en", "new")
    assert entry.problems


def test_nothing_changed_is_said_so_and_remembered_once(library: Library, kept: Kept) -> None:
    assert not library.refresh()
    assert kept.times == 2


def test_files_come_and_go(library: Library, tmp_path: Path) -> None:
    (tmp_path / "cs" / "a.yaml").unlink()
    write(tmp_path / "en" / "b.yaml", GOOD.replace("id: example", "id: other"))
    assert library.refresh()
    assert [one.path for one in library.entries] == ["en/a.yaml", "en/b.yaml"]


def test_shared_files_anywhere_are_no_playbooks(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "en" / "more.yaml", SHARED)
    library.refresh()
    assert library.find("en/more.yaml") is None


def test_a_playbook_is_found_by_path_or_id_and_language(library: Library) -> None:
    czech = library.find("example", "cs")
    assert czech is not None
    assert czech.path == "cs/a.yaml"
    assert library.find("example") is not None
    assert library.find("nothing") is None


def test_a_folder_that_is_not_there_has_no_playbooks(tmp_path: Path) -> None:
    library = Library(tmp_path / "nowhere", NoGoodVersions())
    assert not library.refresh()
    assert library.entries == ()
