"""One reader and one checker for everybody: structure, meaning, and what the house decides about both."""

from __future__ import annotations

from collections.abc import Iterator
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
from app.playbook.reading import MOST_KEPT, Reading, in_order, read, text_weight, tree_of
from app.playbook.source import Source, SourceFile

_NO_HOUSE = SourceFile(HOUSE_FILE, b"")


@dataclass(frozen=True, slots=True)
class House:
    """What lies around a playbook: the house's settings, the names of its scorecards, and the playbook's sisters.

    ``scorecards`` is ``None`` when nobody knows them; ``sisters`` are the same playbook in other languages.
    """

    rules: SourceFile = _NO_HOUSE
    scorecards: frozenset[str] | None = None
    sisters: tuple[Source, ...] = field(default=())


def examine(what: Path | Source, folder: Path | None = None) -> Reading:
    """Reads and checks a playbook whole.

    Args:
        what: A file, or the exact bytes of one and of all it uses.
        folder: The playbooks folder; found from the path when it is left out. Bytes alone have no house around them.

    Returns:
        A reading whose ``playbook`` is ``None`` while anything in it is an error.
    """
    if isinstance(what, Source):
        return _examined(what, house_around(what, folder) if folder is not None else House())
    home = folder if folder is not None else playbooks_folder(what)
    reading = load(what, home)
    if not reading.trees:
        return reading
    return _examined(reading.source, house_around(reading.source, home))


def house_around(source: Source, folder: Path) -> House:
    """What lies around a playbook in its folder."""
    return House(rules_in(folder), scorecard_names(folder) or None, tuple(_sisters(source, folder)))


def rules_in(folder: Path) -> SourceFile:
    """The bytes of the folder's ``callcue.yaml``; empty when there is none."""
    return SourceFile(HOUSE_FILE, file_bytes(folder / HOUSE_FILE) or b"")


def rule_problems(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with the folder's ``callcue.yaml``."""
    file = rules_in(folder)
    return house_rules(file).problems if file.text else ()


def _sisters(source: Source, folder: Path) -> Iterator[Source]:
    """Playbooks of the folder with the same id and another language."""
    own = tree_of(source.files[0]).root
    if own is None:
        return
    for path in playbook_files(folder):
        name = path.relative_to(folder).as_posix()
        content = file_bytes(path) if name != source.path else None
        root = tree_of(SourceFile(name, content)).root if content is not None else None
        if root is None or root.text("id") != own.text("id") or root.text("lang") == own.text("lang"):
            continue
        sister = source_of(path, folder)
        if isinstance(sister, Source):
            yield sister


def _weight(source: Source, house: House) -> int:  # noqa: ARG001 - weighs what is examined
    return text_weight(source)


@kept(_weight, MOST_KEPT)
def _examined(source: Source, house: House) -> Reading:
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
