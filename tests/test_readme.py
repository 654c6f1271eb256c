"""README says what is so: settings, commands, pictures and the two commands of its first page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.scripts.commands import COMMANDS
from app.scripts.readme import measured_table, settings_table, with_part
from app.settings import catalogue

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_told_as_declared() -> None:
    assert settings_table() in TEXT
    assert all(one.words.en and one.words.cs for one in catalogue())


def test_every_command_is_told() -> None:
    missing = [name for name in COMMANDS if not re.search(rf"`(callcue )?{name}\b", TEXT)]
    assert missing == []


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", TEXT)
    assert pictures
    assert [one for one in pictures if not (ROOT / one).is_file()] == []


def test_the_commands_of_the_first_page_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`|run: |xvfb-run )make ([a-z-]+)", TEXT, re.MULTILINE))
    assert {"run", "test", "check", "bench", "screenshots"} <= named
    assert all(re.search(rf"^{one}:", makefile, re.MULTILINE) for one in named)


def test_parts_are_replaced_whole_and_a_missing_part_is_an_error() -> None:
    text = "a\n<!-- x -->\nold\n<!-- /x -->\nb"
    assert with_part(text, "x", "new") == "a\n<!-- x -->\nnew\n<!-- /x -->\nb"
    with pytest.raises(ValueError, match="no part 'y'"):
        with_part(text, "y", "new")


def test_figures_name_their_machine_goal_and_verdict() -> None:
    figure = {
        "name": "a.b",
        "value": 1.5,
        "unit": "x",
        "goal": 2,
        "at_least": False,
        "met": True,
        "sides": "",
        "what": "w",
    }
    told = measured_table({"machine": "M", "figures": [figure]})
    assert "On M" in told
    assert "| `a.b` | 1.5 x | ≤ 2 x | met | w |" in told
