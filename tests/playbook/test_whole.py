"""Examining: structure, meaning and the house's say come together, for files and for pinned bytes."""

from __future__ import annotations

from pathlib import Path

from app.playbook.kept import Kept
from app.playbook.problems import Level
from app.playbook.whole import Neighbourhood, examine
from tests.playbook.test_loading import write
from tests.playbook.texts import GOOD, LANGUAGE_EXAMPLE, SHARED, source


def codes(path: Path) -> list[str]:
    """The codes of a file's problems."""
    return [one.code for one in examine(path).problems]


def test_structure_and_meaning_are_told_together(tmp_path: Path) -> None:
    file = write(tmp_path / "a.yaml", GOOD + "        quide: x\n    next: [{to: nowhere}]\n")
    assert {"CC010", "CC021"} <= set(codes(file))
    assert examine(file).playbook is None


def test_problems_come_in_the_order_of_the_text(tmp_path: Path) -> None:
    file = write(tmp_path / "a.yaml", GOOD + "    next: [{to: nowhere}]\nqoal: x\n")
    lines = [one.place.line for one in examine(file).problems]
    assert lines == sorted(lines)


def test_pinned_bytes_alone_give_the_same_playbook(tmp_path: Path) -> None:
    write(tmp_path / "callcue.yaml", "")
    write(tmp_path / "shared" / "more.en.yaml", SHARED)
    file = write(tmp_path / "a.yaml", LANGUAGE_EXAMPLE)
    here = examine(file)
    assert examine(here.source).draft == here.draft


def test_the_house_decides_about_meaning_too(tmp_path: Path) -> None:
    write(tmp_path / "callcue.yaml", "levels: {CC021: info}\n")
    file = write(tmp_path / "a.yaml", GOOD + "    next: [{to: nowhere}]\n")
    assert {one.level for one in examine(file).problems if one.code == "CC021"} == {Level.INFO}


def test_sisters_are_the_same_playbook_in_another_language(tmp_path: Path) -> None:
    write(tmp_path / "callcue.yaml", "")
    english = write(tmp_path / "en" / "a.yaml", GOOD)
    write(tmp_path / "cs" / "a.yaml", GOOD.replace("lang: en", "lang: cs"))
    write(tmp_path / "en" / "b.yaml", GOOD)
    write(
        tmp_path / "cs" / "c.yaml", GOOD.replace("lang: en", "lang: cs").replace("id: example", "id: other")
    )
    house = Neighbourhood.of(tmp_path).around(examine(english).source)
    assert [sister.path for sister in house.sisters] == ["cs/a.yaml"]


def test_scorecards_are_known_from_their_folder(tmp_path: Path) -> None:
    write(tmp_path / "callcue.yaml", "")
    write(tmp_path / "scorecards" / "sales.yaml", "")
    near = Neighbourhood.of(tmp_path)
    assert near.around(source(GOOD)).scorecards == frozenset({"sales"})
    assert Neighbourhood.of(tmp_path / "scorecards").around(source(GOOD)).scorecards is None


def test_a_change_in_the_house_is_seen_at_once(tmp_path: Path) -> None:
    write(tmp_path / "callcue.yaml", "")
    file = write(tmp_path / "a.yaml", GOOD + "qoal: x\n")
    assert "CC010" in codes(file)
    write(tmp_path / "callcue.yaml", "levels: {CC010: off}\n")
    assert "CC010" not in codes(file)


def test_the_same_text_is_examined_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.yaml", GOOD)
    assert examine(file) is examine(file)


def test_kept_results_are_bounded_by_weight() -> None:
    asked: list[str] = []

    def slow(text: str) -> str:
        asked.append(text)
        return text.upper()

    kept = Kept(slow, weigh=len, most=6)
    assert [kept("abc"), kept("de"), kept("abc"), kept("fgh"), kept("abc"), kept("de")] == [
        "ABC",
        "DE",
        "ABC",
        "FGH",
        "ABC",
        "DE",
    ]
    assert asked == ["abc", "de", "fgh", "de"]
    kept("far too heavy")
    kept("far too heavy")
    assert asked[-1] == "far too heavy"
    assert asked.count("far too heavy") == 1
    kept.forget()
    kept("abc")
    assert asked.count("abc") == 2
