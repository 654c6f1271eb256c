"""One reader and one checker for everybody: structure, meaning, and what the house decides about both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.playbook.checks import check
from app.playbook.house import HouseRules, applied, house_rules
from app.playbook.kept import kept
from app.playbook.loading import (
    HOUSE_FILE,
    file_bytes,
    load,
    playbook_files,
    playbooks_folder,
    scorecard_names,
    source_of,
)
from app.playbook.model import Playbook
from app.playbook.problems import Problem
from app.playbook.reading import MOST_KEPT, Reading, collector_at_rest, in_order, read, tree_of, weight
from app.playbook.source import Source, SourceFile

_NO_HOUSE = SourceFile(HOUSE_FILE, b"")


_ID_LINE = re.compile(rb"^id:[ \t]*[\"']?([a-z][a-z0-9_-]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class House:
    """What lies around a playbook: the house's settings, the names of its scorecards, and the playbook's sisters.

    ``scorecards`` is ``None`` when nobody knows them; ``sisters`` are the same playbook in other languages.
    """

    rules: SourceFile = _NO_HOUSE
    scorecards: frozenset[str] | None = None
    sisters: tuple[Source, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A playbooks folder at one moment, looked at once for all its playbooks."""

    folder: Path
    rules: SourceFile
    scorecards: frozenset[str]
    paths: Mapping[str, tuple[Path, ...]]
    """The playbook files by their ids."""

    @classmethod
    def of(cls, folder: Path) -> Neighbourhood:
        """Looks at a folder."""
        paths: dict[str, tuple[Path, ...]] = {}
        for path in playbook_files(folder):
            found = _ID_LINE.search(file_bytes(path) or b"")
            if found is not None:
                name = found[1].decode()
                paths[name] = (*paths.get(name, ()), path)
        return cls(folder, rules_in(folder), scorecard_names(folder), paths)

    def around(self, source: Source) -> House:
        """What lies around one playbook."""
        return House(self.rules, self.scorecards or None, tuple(self._sisters(source)))

    def _sisters(self, source: Source) -> Iterator[Source]:
        own = tree_of(source.files[0]).root
        for path in self.paths.get(own.text("id") or "", ()) if own is not None else ():
            name = path.relative_to(self.folder).as_posix()
            sister = source_of(path, self.folder) if name != source.path else None
            root = tree_of(sister.files[0]).root if isinstance(sister, Source) else None
            if own is None or root is None or not isinstance(sister, Source):
                continue
            if root.text("id") == own.text("id") and root.text("lang") != own.text("lang"):
                yield sister


def examine(what: Path | Source, folder: Path | None = None, near: Neighbourhood | None = None) -> Reading:
    """Reads and checks a playbook whole.

    Args:
        what: A file, or the exact bytes of one and of all it uses.
        folder: The playbooks folder; found from the path when it is left out. Bytes alone have no house around them.
        near: The folder as looked at already, for whoever examines many playbooks of one folder.

    Returns:
        A reading whose ``playbook`` is ``None`` while anything in it is an error.
    """
    if isinstance(what, Source):
        if near is None and folder is None:
            return _examined(what, House())
        return _examined(what, (near or Neighbourhood.of(folder or Path())).around(what))
    home = folder if folder is not None else playbooks_folder(what)
    reading = load(what, home)
    if not reading.trees:
        return reading
    return _examined(reading.source, (near or Neighbourhood.of(home)).around(reading.source))


def forget() -> None:
    """Drops every reading that is kept; whoever asks next reads anew."""
    _examined.forget()
    read.forget()
    tree_of.forget()


def rules_in(folder: Path) -> SourceFile:
    """The bytes of the folder's ``callcue.yaml``; empty when there is none."""
    return SourceFile(HOUSE_FILE, file_bytes(folder / HOUSE_FILE) or b"")


def rule_problems(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with the folder's ``callcue.yaml``."""
    file = rules_in(folder)
    return house_rules(file).problems if file.text else ()


@kept(weight, MOST_KEPT)
def _examined(source: Source, house: House) -> Reading:
    with collector_at_rest():
        return _read_and_checked(source, house)


def _read_and_checked(source: Source, house: House) -> Reading:
    reading = read(source)
    rules = house_rules(house.rules) if house.rules.text else HouseRules()
    sisters: list[tuple[str, Playbook]] = []
    for sister in house.sisters:
        draft = read(sister).draft
        if draft is not None:
            sisters.append((sister.path, draft))
    problems = (*reading.problems, *check(reading, house.scorecards, sisters))
    whole = applied(problems, rules, reading.texts, reading.trees)
    return replace(reading, problems=in_order(whole, tuple(reading.trees)))
