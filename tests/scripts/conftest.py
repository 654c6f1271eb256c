"""A house of its own for every command under test."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from app.scripts.main import main

Run = Callable[..., int]
MILL = """\
callcue: 1
id: mill
lang: en
title: The mill
goal: meeting
facts:
  hours: {label: Hours a week, type: number, min: 0, max: 100}
stages:
  - id: opening
    title: Opening
    lines:
      - id: hello
        cue: [name, then stop]
        say: Good morning, {lead.first_name|there}.
      - id: hours
        cue: [hours, each week]
        ask: How many hours a week does paper take you?
        must: true
        fact: hours
        answers:
          - {id: few, label: under two, value: 1}
          - {id: many, label: five or more, value: 6, to: close}
  - id: close
    title: Close
    lines:
      - id: shall
        cue: [shall we, start]
        ask: Shall we start?
        answers:
          - {id: "yes", label: gladly, outcome: meeting}
          - {id: "no", label: not now}
objections:
  - id: price
    kind: price
    label: It is too expensive
    heard: [no budget for it]
    tone: calm
    acknowledge: I see.
    ask: Compared with what?
    responses:
      - {id: payback, when: hours >= 5, say: "{hours} hours pay it back."}
      - {id: monthly, say: Would monthly help?}
    check: Does that make sense?
    exhausted: {say: Shall I ring later?, to: close}
outcomes: [meeting, callback, not_interested]
"""
SCRIPT = """\
name: a mill
lead: {first_name: Ana, company: Sample Mill, phone: "+420 777 123 456"}
play:
  - opening.hello
  - opening.hours.many
  - objection price payback settled
  - close.shall.yes
  - hang up
  - outcome meeting when=2030-01-02T10:00 who=Ana what=visit
expect: {outcome: meeting, said: [price.payback], facts: {hours: 6}}
"""


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No command under test touches the real data folder or speaks the machine's language."""
    for variable in (
        "CALLCUE_DB",
        "CALLCUE_PLAYBOOKS",
        "LC_ALL",
        "LC_MESSAGES",
        "DISPLAY",
        "WAYLAND_DISPLAY",
    ):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("CALLCUE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("CALLCUE_LANG", "en")
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A playbooks folder with the mill in it, set for the commands."""
    folder = tmp_path / "playbooks"
    (folder / "en").mkdir(parents=True)
    (folder / "callcue.yaml").write_text("callcue: 1\n", encoding="utf-8")
    (folder / "en" / "mill.yaml").write_text(MILL, encoding="utf-8")
    monkeypatch.setenv("CALLCUE_PLAYBOOKS", str(folder))
    return folder


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A scripted call over the mill."""
    path = tmp_path / "mill-script.yaml"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line; ``typed`` is what comes from the input."""

    def running(*words: object, typed: str = "") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return main([str(word) for word in words])

    return running
