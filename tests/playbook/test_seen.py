"""A folder that is as it was is known without reading; any change at all, and it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.playbook.library import Library
from app.playbook.seen import SeenFolder
from app.playbook.source import Source
from tests.playbook.test_loading import write
from tests.playbook.texts import GOOD


class Kept:
    """Good versions in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, Source] = {}

    def remember(self, path: str, source: Source) -> None:
        """Keeps it."""
        self.kept[path] = source

    def recall(self, path: str) -> Source | None:
        """What was kept."""
        return self.kept.get(path)

    def revisions(self) -> dict[str, str]:
        """What is kept, by path."""
        return {path: source.revision for path, source in self.kept.items()}


@pytest.fixture
def kept() -> Kept:
    """An empty memory."""
    return Kept()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one sound playbook."""
    write(tmp_path / "books" / "callcue.yaml", "")
    write(tmp_path / "books" / "en" / "a.yaml", GOOD)
    return tmp_path / "books"


def started(folder: Path, kept: Kept) -> Library:
    """The library as it is after a start."""
    return Library(folder, kept, SeenFolder(folder.parent / "seen.json", kept.revisions))


def test_an_unchanged_folder_is_known(folder: Path, kept: Kept) -> None:
    assert started(folder, kept).glance() is None
    started(folder, kept).refresh()
    known = started(folder, kept).glance()
    assert known is not None
    assert [(one.path, one.id, one.lang, one.title) for one in known] == [
        ("en/a.yaml", "example", "en", "example")
    ]


def test_the_very_playbook_is_taken_without_the_others(folder: Path, kept: Kept) -> None:
    started(folder, kept).refresh()
    again = started(folder, kept)
    entry = again.take("en/a.yaml")
    assert entry is not None
    assert entry.playbook is not None
    assert entry.source == kept.kept["en/a.yaml"]
    assert again.entries == ()
    assert again.find("example", "en") == entry
    assert again.find("example", "cs") is None


@pytest.mark.parametrize("changed", ["en/a.yaml", "callcue.yaml", "en/b.yaml", "scorecards/c.yaml"])
def test_any_change_makes_it_unknown(folder: Path, kept: Kept, changed: str) -> None:
    started(folder, kept).refresh()
    write(folder / changed, "# more\n" + GOOD)
    assert started(folder, kept).glance() is None


def test_a_used_file_counts(folder: Path, kept: Kept) -> None:
    write(folder / "shared" / "part.yaml", "callcue: 1\nlang: en\nfacts:\n  spare: {label: Spare}\n")
    write(folder / "en" / "a.yaml", GOOD + "uses: [../shared/part.yaml]\n")
    started(folder, kept).refresh()
    assert started(folder, kept).glance() is not None
    write(folder / "shared" / "part.yaml", "callcue: 1\nlang: en\nfacts:\n  other: {label: Other}\n")
    assert started(folder, kept).glance() is None


def test_a_folder_with_a_mistake_is_always_read(folder: Path, kept: Kept) -> None:
    started(folder, kept).refresh()
    write(folder / "en" / "a.yaml", GOOD + "        quide: x\n")
    broken = started(folder, kept)
    broken.refresh()
    entry = broken.take("en/a.yaml")
    assert entry is not None
    assert entry.is_last_good
    assert started(folder, kept).glance() is None


def test_without_a_good_version_in_the_database_nothing_is_known(folder: Path, kept: Kept) -> None:
    started(folder, kept).refresh()
    assert started(folder, Kept()).glance() is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"digests": 1, "playbooks": []}', "\x00"])
def test_a_spoilt_memory_is_no_memory(folder: Path, kept: Kept, text: str) -> None:
    started(folder, kept).refresh()
    (folder.parent / "seen.json").write_text(text, encoding="utf-8")
    assert started(folder, kept).glance() is None
    started(folder, kept).refresh()
    assert started(folder, kept).glance() is not None


def test_a_disk_without_room_is_left_as_it_was(
    folder: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object, **__: object) -> None:
        path.touch()
        raise OSError(28, "No space left on device")

    before = set(folder.parent.iterdir())
    monkeypatch.setattr(Path, "write_text", full)
    started(folder, kept).refresh()
    assert set(folder.parent.iterdir()) == before
