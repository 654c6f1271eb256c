"""``callcue`` with no command, where there is no display."""

from __future__ import annotations

import io

import pytest

from app.scripts.main import main
from tests.scripts.conftest import Run

Out = pytest.CaptureFixture[str]


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.scripts.window.display_problem", lambda *_: "There is no display here.")


@pytest.mark.parametrize(
    ("lang", "outcome"), [("en", "outcome: meeting agreed"), ("cs", "výsledek: domluvená schůzka")]
)
def test_with_no_terminal_either_a_scripted_call_plays_by_itself(
    lang: str, outcome: str, run: Run, capsys: Out
) -> None:
    assert run("--lang", lang) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.startswith("There is no display here.\n")
    assert outcome in told.out
    assert run("calls", "--json") == 0
    assert '"sample": true' in capsys.readouterr().out


def test_with_a_terminal_the_call_is_taken_there(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", _Keyboard("?\n"))
    assert main(["--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "in the terminal" in told
    assert "Keys, each with Enter" in told
