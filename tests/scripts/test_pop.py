"""What a phone program tells on the command line is taken with mistrust."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.leads.screen_pop import Pop, read_address
from app.scripts import window
from tests.scripts.conftest import Run

ADDRESS = "callcue://call?number=%2B420777123456&dir=in&event=ringing&name=Sample%20Bakery"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Pop]:
    """What the window would be told."""
    pops: list[Pop] = []

    def running(args: object, pop: Pop | None = None) -> int:
        assert pop is not None
        pops.append(pop)
        return 0

    monkeypatch.setattr(window, "run", running)
    return pops


def test_an_address_alone_stands_for_pop(run: Run, told: list[Pop]) -> None:
    assert run(ADDRESS) == 0
    assert run("pop", ADDRESS) == 0
    assert run("--lang", "cs", ADDRESS.replace("callcue:", "CallCue:")) == 0
    assert told == [read_address(ADDRESS)] * 3


def test_the_same_as_options(run: Run, told: list[Pop]) -> None:
    words = ("pop", "--number", "777 123 456", "--dir", "in", "--event", "ringing", "--name", "Sample Bakery")
    assert run(*words) == 0
    assert told == [read_address(ADDRESS)]


@pytest.mark.parametrize(
    "words",
    [
        ("callcue://open?number=777123456",),
        ("callcue://call?number=12",),
        (ADDRESS, "--number", "777999999"),
        ("pop", "--number", "777123456", "--event", "exploded"),
        ("pop", "https://example.org"),
    ],
)
def test_everything_else_is_refused_in_words_and_logged(
    run: Run, told: list[Pop], capsys: pytest.CaptureFixture[str], tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert run(*words) == 2
    err = capsys.readouterr().err
    assert err.startswith("callcue pop: refused. ")
    assert "Traceback" not in err
    assert told == []
    log = (tmp_path / "home" / "logs" / "refused.log").read_text(encoding="utf-8")
    assert len(log.splitlines()) == 1


def test_what_is_logged_stays_on_one_short_line(run: Run, tmp_path: Path) -> None:
    assert run("callcue://call?number=777123456\n\x1b[2J" + "ž" * 500) == 2
    (line,) = (tmp_path / "home" / "logs" / "refused.log").read_text(encoding="utf-8").splitlines()
    assert "\x1b" not in line
    assert len(line) < 300


def test_without_a_display_it_says_so(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert run(ADDRESS) == 1
    assert "display" in capsys.readouterr().err


@pytest.mark.parametrize(("lang", "words"), [("en", "Who rings?"), ("cs", "Kdo volá?")])
def test_told_nothing_it_asks_who_rings(
    run: Run, told: list[Pop], capsys: pytest.CaptureFixture[str], lang: str, words: str
) -> None:
    assert run("pop", "--dir", "in", "--lang", lang) == 2
    assert words in capsys.readouterr().err
    assert told == []
