"""``callcue check``: exit codes, forms, folders, and checking again at each save."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.call.trial_check import trial_problems
from app.playbook.explain import message, page
from app.playbook.source import SourceFile
from app.review.card_check import card_problems
from app.scripts.check import watch
from app.scripts.main import main
from tests.playbook.test_loading import write
from tests.playbook.texts import GOOD

SLIP = GOOD + "        quide: Smile.\n"
SPEAKABLE = """\
callcue: 1
id: tiny
lang: en
stages:
  - id: opening
    lines:
      - id: hello
        say: Good morning.
outcomes: [meeting]
"""


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALLCUE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("CALLCUE_LANG", "en")
    write(tmp_path / "playbooks" / "callcue.yaml", "callcue: 1\n")
    monkeypatch.chdir(tmp_path)


def test_no_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "playbooks" / "en" / "a.yaml", SPEAKABLE)
    assert main(["check", "playbooks", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No problems. Playbooks checked: 1.\n"


def test_errors_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "playbooks" / "en" / "a.yaml", SLIP)
    assert main(["check", "playbooks/en/a.yaml", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(
        "playbooks/en/a.yaml:9:9: error CC010: line has no key 'quide'. Did you mean 'guide'?\n"
    )
    assert "    9 |         quide: Smile.\n                ^^^^^\n" in out


def test_everything_missing_at_one_place_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "playbooks" / "en" / "a.yaml", "callcue: 1\nlang: en\n")
    assert main(["check", "playbooks", "--format", "json"]) == 1
    assert [one["words"]["key"] for one in json.loads(capsys.readouterr().out)] == ["id", "stages"]


def test_a_comment_without_a_reason_fails_only_when_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = SPEAKABLE.replace("say:", "guid: x  # callcue: allow CC010\n        say:")
    write(tmp_path / "playbooks" / "en" / "a.yaml", text)
    assert main(["check", "playbooks", "--lang", "cs"]) == 0
    assert "varování CC122: CC010 je tu povoleno, ale chybí proč" in capsys.readouterr().out
    assert main(["check", "playbooks", "--strict"]) == 1


def test_warnings_fail_only_when_strict(tmp_path: Path) -> None:
    write(
        tmp_path / "playbooks" / "en" / "a.yaml",
        SPEAKABLE.replace("morning.", "morning.  # callcue: allow CC010"),
    )
    assert main(["check", "playbooks"]) == 0
    assert main(["check", "playbooks", "--strict"]) == 1


def test_the_house_sets_levels(tmp_path: Path) -> None:
    write(tmp_path / "playbooks" / "en" / "a.yaml", SPEAKABLE.replace("say:", "guid: x\n        say:"))
    assert main(["check", "playbooks"]) == 1
    write(tmp_path / "playbooks" / "callcue.yaml", "levels: {CC010: off}\n")
    assert main(["check", "playbooks"]) == 0


def test_slips_in_the_house_file_are_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        write(tmp_path / "playbooks" / "en" / f"{name}.yaml", SPEAKABLE.replace("tiny", name))
    write(tmp_path / "playbooks" / "callcue.yaml", "levels: {CC999: off}\n")
    assert main(["check", "playbooks", "--format", "json"]) == 1
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["file"], one["code"], one["line"]) == ("playbooks/callcue.yaml", "CC048", 1)


def test_problems_of_shared_files_are_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "playbooks" / "shared" / "s.yaml", "callcue: 1\nlang: en\nstroies: []\n")
    for name in ("a", "b"):
        text = SPEAKABLE.replace("tiny", name) + "uses: [../shared/s.yaml]\n"
        write(tmp_path / "playbooks" / "en" / f"{name}.yaml", text)
    assert main(["check", "playbooks", "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error file=playbooks/shared/s.yaml,line=3,col=1,")


@pytest.mark.parametrize("path", ["nowhere.yaml", "empty"])
def test_a_path_with_nothing_in_it_is_not_understood(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["check", path, "--lang", "en"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert path in captured.err


def test_without_a_path_the_folder_of_the_settings_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "playbooks" / "en" / "a.yaml", SLIP)
    monkeypatch.setenv("CALLCUE_PLAYBOOKS", str(tmp_path / "playbooks"))
    assert main(["check"]) == 1
    assert "CC010" in capsys.readouterr().out


def test_in_czech(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "playbooks" / "cs" / "a.yaml", SLIP)
    assert main(["check", "playbooks", "--lang", "cs"]) == 1
    assert "Chyby: " in capsys.readouterr().out


def test_watching_checks_again_at_each_save(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "playbooks" / "en" / "a.yaml", SLIP)
    saves = iter([None, SPEAKABLE, None])

    def pause(_seconds: float) -> None:
        try:
            text = next(saves)
        except StopIteration:
            raise KeyboardInterrupt from None
        if text is not None:
            write(file, text)

    assert watch([tmp_path / "playbooks"], "text", "en", pause) == 0
    out = capsys.readouterr().out
    assert out.count("CC010") == 1
    assert out.count("No problems.") == 1


def test_watching_survives_a_file_that_is_gone_for_a_moment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "playbooks" / "en" / "a.yaml", SPEAKABLE)
    steps = iter([file.unlink])

    def pause(_seconds: float) -> None:
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    assert watch([file], "text", "en", pause) == 0
    assert f"There is no {file}." in capsys.readouterr().out


def test_a_file_of_another_kind_is_never_called_good(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "notes.txt", "Buy milk.\n")
    assert main(["check", "notes.txt", "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "notes.txt is no playbook: playbooks are files that end in .yaml.\n")


# --- what lies beside playbooks ---

CARD = page("CC051")
TRIAL = page("CC050")


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A sound playbook with a test, a script and a scorecard beside it."""
    assert CARD is not None
    folder = tmp_path / "playbooks"
    write(folder / "en" / "a.yaml", SPEAKABLE)
    write(folder / "en" / "a.test.yaml", "- play: [hang up]\n")
    write(folder / "scripts" / "a.yaml", "play: [hang up]\n")
    write(folder / "scorecards" / "sales.yaml", CARD.good)
    return folder


@pytest.mark.usefixtures("beside")
def test_tests_scripts_and_scorecards_are_checked_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "playbooks", "--strict"]) == 0
    told = capsys.readouterr().out
    assert told == "No problems. Playbooks checked: 1, tests and scorecards: 3.\n"
    assert main(["check", "playbooks/en/a.test.yaml"]) == 0
    assert "Playbooks checked: 0, tests and scorecards: 1." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (
            "en/a.test.yaml",
            "- plya: [hang up]\n",
            "1:3: error CC050: 'plya' is no key here. Did you mean 'play'?",
        ),
        ("en/a.test.yaml", "- walks:\n", "error CC050: here belong keys with values"),
        ("en/a.test.yaml", "- play: [\n", "error CC001"),
        ("en/b.test.yaml", "- play: [hang up]\n", "1:1: error CC050: a test lies beside its playbook"),
        ("scripts/a.yaml", "lead: {frist_name: Ana}\nplay: [hang up]\n", "Did you mean 'first_name'?"),
        ("scorecards/sales.yaml", "callcue: 2\n", "1:10: error CC016: this program reads version 1"),
        ("scorecards/sales.yaml", "a: &b [*b]\n", "scorecards/sales.yaml:1:"),
        (
            "scorecards/other.yaml",
            CARD.bad if CARD else "",
            "error CC051: the weights add up to 90 and not to 100",
        ),
    ],
)
def test_what_is_wrong_beside_a_playbook_is_told_with_its_place(
    beside: Path, capsys: pytest.CaptureFixture[str], file: str, text: str, told: str
) -> None:
    write(beside / file, text)
    assert main(["check", "playbooks"]) == 1
    out = capsys.readouterr().out
    assert f"playbooks/{file}:" in out
    assert told in out
    assert main(["check", f"playbooks/{file}", "--format", "json", "--lang", "cs"]) == 1
    assert {one["file"] for one in json.loads(capsys.readouterr().out)} == {f"playbooks/{file}"}


def test_a_companion_that_cannot_be_opened_is_told(beside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (beside / "scorecards" / "gone.yaml").symlink_to(beside / "nowhere.yaml")
    assert main(["check", "playbooks"]) == 1
    assert "playbooks/scorecards/gone.yaml:1:1: error CC045" in capsys.readouterr().out


def test_the_pages_about_companions_show_what_fails_and_what_does_not() -> None:
    assert TRIAL is not None
    assert CARD is not None
    for one, problems in ((TRIAL, trial_problems), (CARD, card_problems)):
        assert [found.code for found in problems(SourceFile("a.yaml", one.bad.encode()))] == [one.code]
        assert problems(SourceFile("a.yaml", one.good.encode())) == ()


_SEEDS = [text.encode() for one in (TRIAL, CARD) if one is not None for text in (one.bad, one.good)]


@given(st.sampled_from(_SEEDS), st.data())
def test_any_bytes_beside_a_playbook_give_problems_or_none(seed: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(start, min(len(seed), start + 40)))
    put = data.draw(
        st.binary(max_size=12) | st.sampled_from([b"[", b"- ", b": ", b"nan", b"{}", b"&a ", b"*a"])
    )
    file = SourceFile("a.yaml", seed[:start] + put + seed[end:])
    for found in (*trial_problems(file), *card_problems(file)):
        for lang in ("en", "cs"):
            assert message(found, lang)
        assert found.place.file == "a.yaml"
