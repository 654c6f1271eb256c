"""``callcue test``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.scripts.conftest import Run

Out = pytest.CaptureFixture[str]
GOOD = """\
- name: agrees
  play: [opening.hello, opening.hours.many, close.shall.yes, outcome meeting when=2030-01-02 who=Ana what=visit]
  expect: {outcome: meeting, said: [opening.hours], not_said: [price.monthly], facts: {hours: 6}}
- walks: {runs: 20, seed: 7}
"""


@pytest.fixture
def tests(shelf: Path) -> Path:
    path = shelf / "en" / "mill.test.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_good_tests_pass_and_tell_what_they_do_not_reach(run: Run, tests: Path, capsys: Out) -> None:
    assert run("test") == 0
    told = capsys.readouterr().out
    assert "ok         agrees" in told
    assert "random callers: 20 (seed 7), nothing wrong" in told
    assert "reached: lines 3/3, responses 0/3, outcomes 1/3" in told
    assert "reached by no test: price.payback, price.monthly, price.exhausted, outcome callback" in told
    assert told.endswith("Tests: 1, failed: 0.\n")


def test_strict_fails_on_what_no_test_reaches(run: Run, tests: Path) -> None:
    assert run("test", "--strict") == 1


def test_a_failing_expectation_shows_the_conversation_up_to_there(run: Run, tests: Path, capsys: Out) -> None:
    tests.write_text(GOOD.replace("facts: {hours: 6}", "facts: {hours: 1}"), encoding="utf-8")
    assert run("test", tests) == 1
    told = capsys.readouterr().out
    assert "FAIL       agrees" in told
    assert "mill.test.yaml:1:9: expected hours to be '1', but it is '6'." in told
    assert "      00:10  Rep: How many hours a week does paper take you?" in told


def test_a_step_that_cannot_be_taken_is_told_with_its_place(run: Run, tests: Path, capsys: Out) -> None:
    tests.write_text("- name: x\n  play:\n    - opening.hello\n    - opening.hours.lots\n", encoding="utf-8")
    assert run("test", tests.with_name("mill.yaml")) == 1
    assert "mill.test.yaml:4:7: Step 2 (opening.hours.lots)" in capsys.readouterr().out


def test_a_walk_that_goes_wrong_is_printed_ready_to_paste(
    run: Run, shelf: Path, tests: Path, capsys: Out, tmp_path: Path
) -> None:
    path = shelf / "en" / "mill.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace(
        "        ask: Shall we start?\n",
        "        ask: Shall we start?\n        must: true\n        when: hours > 50\n",
    )
    path.write_text(text, encoding="utf-8")
    tests.write_text("- walks: {runs: 9, seed: 1}\n", encoding="utf-8")
    assert run("test") == 1
    told = capsys.readouterr().out
    assert "no caller ever met the required question 'close.shall'." in told


def test_json_tells_the_same(run: Run, tests: Path, capsys: Out) -> None:
    assert run("test", "--json") == 0
    (report,) = json.loads(capsys.readouterr().out)
    assert report["tests"] == [{"name": "agrees", "passed": True, "line": 1, "failures": []}]
    assert report["reached"]["lines"] == "3/3"
    assert report["walk_failures"] == []


def test_paths_that_mean_nothing(run: Run, shelf: Path, capsys: Out) -> None:
    assert run("test", "nowhere") == 2
    assert "There is no nowhere." in capsys.readouterr().err
    assert run("test", shelf) == 2
    assert "There are no tests in" in capsys.readouterr().err


def test_a_broken_test_file_is_told_with_its_place(run: Run, tests: Path, capsys: Out) -> None:
    tests.write_text("- name: x\n  ply: []\n", encoding="utf-8")
    assert run("test") == 1
    assert "mill.test.yaml:2:3: 'ply' is no key here. Did you mean 'play'?" in capsys.readouterr().err
