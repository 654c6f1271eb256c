"""Whole stories on a real window and a real database file."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.call.events import HelpLevel
from app.call.prompt import Phase, Showing
from app.playbook.vocabulary import Mood
from app.scripts.main import main
from app.scripts.play import plain
from app.settings import Language, Settings, Theme
from tests.end_to_end.desk import PATIENCE_MS, Desk, shipped_copy

OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_desk(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenDesk]:
    """Opens desks over one data folder; whatever is still open is closed at the end."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("CALLCUE_DB", "CALLCUE_PLAYBOOKS", "CALLCUE_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CALLCUE_HOME", str(home))
    opened: list[Desk] = []

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def open_one(lang: Language = Language.EN, playbooks: Path | None = None) -> Desk:
        settings = Settings(
            language=lang,
            theme=Theme.LIGHT,
            rep_name="Rep Example",
            rep_company="Sample House",
            help_level=HelpLevel.CUES,
            playbooks=str(playbooks) if playbooks else "",
        )
        desk = Desk(qapp, home, settings, wait)
        opened.append(desk)
        desk.open()
        return desk

    yield open_one
    for desk in opened:
        desk.close()
    qapp.setStyleSheet("")


def start_call(desk: Desk, name: str = "Sample Baker") -> None:
    """Types a new lead and starts the chosen playbook."""
    desk.write(name)
    desk.press("F5")
    desk.await_screen("BriefScreen")
    desk.press("Enter")
    desk.live()
    desk.note()


def record(desk: Desk, *keys: str) -> None:
    """Hangs up, chooses the outcome by ``keys``, records it and goes back to the start screen."""
    desk.press("F12")
    desk.outcome()
    desk.press(*keys)
    for _ in range(3):
        if desk.screen_name() == "OutcomeScreen":
            desk.press("Enter")
    desk.await_screen("TodayScreen")
    desk.wait(lambda: bool(desk.today().recent))


def show(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What ``callcue show last`` prints."""
    capsys.readouterr()
    assert main(["show", "last", *arguments]) == 0
    return capsys.readouterr().out


def test_a_lead_is_sold_to_with_two_objections_and_a_mood_change(
    open_desk: OpenDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = open_desk()
    start_call(desk)
    assert desk.prompt.line == "opening.hello"
    desk.press("1", "Space")
    assert desk.prompt.line == "discovery.why_now"
    desk.press("d")
    assert desk.prompt.mood is Mood.RUSHED
    assert desk.prompt.tone.tone == "crisp"
    desk.press("1", "2", "1")
    desk.press("q")
    desk.write("expensive")
    desk.press("Enter")
    assert desk.prompt.objection is not None
    assert desk.prompt.objection.id == "price"
    desk.press("Space", "Space", "Space", "1")
    assert desk.prompt.objections_met[0].result == "settled"
    desk.press("q", "1", "2")
    assert [met.result for met in desk.prompt.objections_met] == ["settled", "open"]
    desk.press("h")
    assert desk.prompt.ask is not None
    desk.press("8")
    assert desk.prompt.next_step.when
    while desk.prompt.showing is not Showing.FAREWELL and desk.prompt.phase is Phase.TALK:
        desk.press("1" if desk.prompt.question and desk.prompt.question.options else "Space")
    desk.all_saved()
    record(desk, "4", "1", "1")
    told = json.loads(show(capsys, "--json"))
    assert told["outcome"] == "not_interested"
    kinds = [event["kind"] for event in told["events"]]
    assert kinds.count("objection_raised") == 2
    assert "mood_tapped" in kinds
    assert kinds[-1] == "outcome_recorded"


def test_a_replay_gives_the_very_prompts_that_were_on_screen(
    open_desk: OpenDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = open_desk()
    start_call(desk)
    desk.press(
        "1", "Space", "a", "1", "s", "q", "2", "Space", "Space", "Backspace", "1", "v", "F9", "F9", "x"
    )
    desk.all_saved()
    shown = dict(desk.seen)
    desk.close()
    for ms, prompt in shown.items():
        assert json.loads(show(capsys, "--at", str(ms), "--json")) == json.loads(json.dumps(plain(prompt)))
    assert len(shown) > 8


def test_a_killed_call_is_offered_and_goes_on_at_its_line(open_desk: OpenDesk, tmp_path: Path) -> None:
    program = "from tests.end_to_end.doomed import main; main()"
    environment = dict(os.environ, CALLCUE_HOME=str(tmp_path / "home"), QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL, done.stdout + done.stderr
    line, answers = done.stdout.split()
    desk = open_desk()
    desk.wait(lambda: bool(desk.today().unfinished))
    desk.press("F6")
    desk.live()
    assert desk.prompt.line == line == "discovery.today"
    assert len(desk.call().state.answers) == int(answers) == 2
    assert desk.prompt.clocks.gap_ms > 0
    assert desk.call().events[-1].kind == "recovered"
    desk.press("Backspace")
    assert desk.prompt.line == "discovery.why_now"


def test_a_czech_keyboard_takes_a_whole_call_with_no_mouse(open_desk: OpenDesk) -> None:
    """The unshifted top row of a Czech keyboard gives + ě š č, which pick the answers 1 to 4."""
    desk = open_desk(Language.CS)
    assert next(row.title for row in desk.today().playbooks if row.chosen) == "Příchozí poptávka"
    start_call(desk, "Ukázková Pekařka")
    assert desk.prompt.lang == "cs"
    desk.press_as(Qt.Key.Key_Plus, "+")
    assert desk.prompt.line == "opening.frame"
    desk.press("Space")
    desk.press_as(0x11A, "ě")
    desk.press_as(0x160, "š")
    assert [given.answer for given in desk.call().state.answers] == ["ok", "mistakes", "tool"]
    desk.press("Tab")
    desk.write("ěščřžýáí qqq")
    before = len(desk.call().state.answers)
    desk.press("Esc")
    assert len(desk.call().state.answers) == before
    desk.press_as(0x10C, "č")
    assert desk.call().state.answer_to("discovery.slows") is not None
    desk.press("q")
    desk.write("drah")
    desk.press("Enter")
    assert desk.prompt.objection is not None
    desk.press_as(Qt.Key.Key_Plus, "+")
    assert desk.prompt.objections_met[0].result == "settled"
    record(desk, "1", "1")


def test_a_broken_playbook_shows_its_place_while_the_last_good_one_serves(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    folder = shipped_copy(tmp_path / "playbooks")
    first = open_desk(playbooks=folder)
    first.close()
    path = folder / "en" / "inbound-lead.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("to: wrap_up", "to: wrap_upp", 1), encoding="utf-8")
    line = next(
        number
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "wrap_upp" in text
    )
    desk = open_desk(playbooks=folder)
    row = next(row for row in desk.today().playbooks if row.chosen)
    assert not row.fresh
    assert row.usable
    assert [
        (problem.place.file, problem.place.line, problem.code)
        for problem in row.problems
        if problem.level == "error"
    ] == [("en/inbound-lead.yaml", line, "CC021")]
    start_call(desk)
    assert desk.prompt.speech.text
    path.write_text(good, encoding="utf-8")
    record(desk, "1", "1")
    desk.wait(lambda: next(row for row in desk.today().playbooks if row.chosen).fresh)
