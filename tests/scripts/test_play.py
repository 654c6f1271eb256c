"""``callcue play`` and ``callcue show``: scripted, typed, driven by a program; recorded and shown again."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.scripts.conftest import Run
from tests.store.happenings import Forbidden

Out = pytest.CaptureFixture[str]


def _calls(run: Run, capsys: Out) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run("calls", "--json") == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


# --- scripts ---


def test_a_script_plays_unattended_and_is_recorded(run: Run, shelf: Path, script: Path, capsys: Out) -> None:
    assert run("play", "mill", "--script", script) == 0
    told = capsys.readouterr().out
    assert "Rep: Good morning, Ana." in told
    assert "Customer: It is too expensive" in told
    assert "Rep: 6 hours pay it back." in told
    assert "outcome: meeting agreed, visit, Wednesday 2 Jan 2030, 10:00, Ana" in told
    (call,) = _calls(run, capsys)
    assert call["outcome"] == "meeting"
    assert call["lead_name"] == "Ana"
    assert call["status"] == "closed"
    assert call["sample"] is False


def test_a_dry_run_records_nothing(run: Run, shelf: Path, script: Path, capsys: Out, tmp_path: Path) -> None:
    assert run("play", "mill", "--script", script, "--dry-run") == 0
    assert "Nothing was recorded." in capsys.readouterr().out
    assert not (tmp_path / "home" / "callcue.db").exists()


def test_a_step_that_cannot_be_taken_is_told_and_fails(
    run: Run, shelf: Path, tmp_path: Path, capsys: Out
) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("play: [opening.hello, opening.hours.manny]\n", encoding="utf-8")
    assert run("play", "mill", "--script", wrong, "--dry-run") == 1
    told = capsys.readouterr()
    assert "Step 2 (opening.hours.manny): no answer of 'opening.hours' is called 'manny'." in told.err
    assert "Rep: Good morning, there." in told.out


def test_an_expectation_that_does_not_hold_fails(run: Run, shelf: Path, script: Path, capsys: Out) -> None:
    text = script.read_text(encoding="utf-8").replace("outcome: meeting,", "outcome: callback,")
    script.write_text(text, encoding="utf-8")
    assert run("play", "mill", "--script", script, "--dry-run") == 1
    assert "expected the outcome 'callback', but it is 'meeting'" in capsys.readouterr().err


def test_a_list_of_steps_is_a_script(run: Run, shelf: Path, tmp_path: Path, capsys: Out) -> None:
    steps = tmp_path / "steps.yaml"
    steps.write_text("- hang up\n- outcome not_interested reason=price\n", encoding="utf-8")
    assert run("play", "mill", "--script", steps, "--dry-run") == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plya: [next]\n", "1:1: 'plya' is no key here. Did you mean 'play'?"),
        ("name: x\n", "a test needs 'play', a list of steps."),
        ("play: [{a: b}]\n", "a step or a name is one text"),
        ("play: [\n", "error CC001"),
        ("- {play: [next]}\n- {play: [next]}\n", "should hold one call to play, not 2."),
        ("lead: {frist_name: A}\nplay: [next]\n", "Did you mean 'first_name'?"),
        ("call: {recorded: maybe}\nplay: [next]\n", "'recorded' is one of: true, false."),
    ],
)
def test_a_script_that_cannot_be_read_is_told_with_its_place(
    text: str, told: str, run: Run, shelf: Path, tmp_path: Path, capsys: Out
) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(text, encoding="utf-8")
    assert run("play", "mill", "--script", path, "--dry-run") == 1
    assert told in capsys.readouterr().err


def test_files_that_are_not_there(run: Run, shelf: Path, capsys: Out) -> None:
    assert run("play", "mill", "--script", "none.yaml") == 1
    assert run("play", "mill", "--lead", "none.yaml") == 1
    assert capsys.readouterr().err.count("The file none.yaml cannot be read.") == 2


# --- leads ---


def test_the_lead_is_kept_and_its_attempts_counted(
    run: Run, shelf: Path, script: Path, tmp_path: Path, capsys: Out
) -> None:
    lead = tmp_path / "lead.json"
    lead.write_text(
        '{"first_name": "Eva", "phone": "+420 777 000 111", "extra": {"size": "12"}}', encoding="utf-8"
    )
    run("play", "mill", "--script", script, "--lead", lead)
    run("play", "mill", "--script", script, "--lead", lead)
    calls = _calls(run, capsys)
    assert [call["lead_name"] for call in calls] == ["Eva", "Eva"]
    assert len({call["lead_id"] for call in calls}) == 1


def test_a_number_that_asked_for_peace_is_not_called(
    run: Run, shelf: Path, tmp_path: Path, capsys: Out
) -> None:
    lead = tmp_path / "lead.yaml"
    lead.write_text("first_name: Eva\nphone: +420 777 000 111\n", encoding="utf-8")
    peace = tmp_path / "peace.yaml"
    peace.write_text("- outcome do_not_call\n", encoding="utf-8")
    assert run("play", "mill", "--lead", lead, "--script", peace) == 0
    capsys.readouterr()
    assert run("play", "mill", "--lead", lead, "--script", peace) == 1
    assert "asked not to be called again" in capsys.readouterr().err


def test_a_number_that_a_script_names_itself_is_not_called_either(
    run: Run, shelf: Path, tmp_path: Path, capsys: Out
) -> None:
    play = "- {name: peace, lead: {first_name: Eva}, call: {number: +420 777 000 111}, play: [outcome do_not_call]}"
    peace = tmp_path / "peace.yaml"
    peace.write_text(play, encoding="utf-8")
    assert run("play", "mill", "--script", peace) == 0
    capsys.readouterr()
    assert run("play", "mill", "--script", peace) == 1
    assert "asked not to be called again" in capsys.readouterr().err


# --- JSON lines ---


def test_json_lines_tell_every_event_and_prompt(run: Run, shelf: Path, script: Path, capsys: Out) -> None:
    assert run("play", "mill", "--script", script, "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    events = [line for line in lines if line["type"] == "event"]
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert events[0]["kind"] == "call_started"
    assert events[-1]["kind"] == "outcome_recorded"
    prompts = [line for line in lines if line["type"] == "prompt"]
    assert prompts[-1]["outcome"] == "meeting"
    assert prompts[0]["speech"]["text"]


def test_another_program_can_drive_a_call(run: Run, shelf: Path, capsys: Out) -> None:
    typed = "opening.hello\n\nnonsense\nhang up\noutcome not_interested reason=price\n"
    assert run("play", "mill", "--json", "--dry-run", typed=typed) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    slips = [line for line in lines if line["type"] == "slip"]
    assert len(slips) == 1
    assert "no step is called 'nonsense'" in slips[0]["message"]


# --- typed ---


def _typed(*keys: str) -> str:
    return "".join(f"{key}\n" for key in keys)


@pytest.mark.parametrize(("lang", "promise"), [("en", "sent with Enter"), ("cs", "potvrďte Enterem")])
def test_the_help_says_that_keys_are_sent_with_enter(run: Run, capsys: Out, lang: str, promise: str) -> None:
    assert run("play", "--help", "--lang", lang) == 0
    assert promise in capsys.readouterr().out


def test_a_whole_call_with_the_windows_keys(run: Run, shelf: Path, capsys: Out) -> None:
    keys = _typed(
        "", "2", "d", "q budget", "1", "", "", "", "1", "1", "f12", "1", "tomorrow 10", "Ana", "visit", "4"
    )
    assert run("play", "mill", typed=keys) == 0
    told = capsys.readouterr().out
    assert "── 00:00 · Close 1/1 · rushed" in told
    assert "6 hours pay it back." in told
    assert "Recorded: meeting agreed." in told
    (call,) = _calls(run, capsys)
    assert (call["outcome"], call["status"]) == ("meeting", "closed")


def test_every_key_answers(run: Run, shelf: Path, capsys: Out) -> None:
    keys = _typed(
        "?", "u", "x", "u", "U", "<", ">", "<<", ">>", "w", "v", "c", ",call the son", "n my way", "b", "f9", "f9",
        "e", "r", "2", "about seven", "q", "9", "the dog", "esc", "t", "visit", "tomorrow 9", "Ana", "z", "§", "ě",
        "q", "1", "x", "esc", ",", "typed later", "n", "so I said", "zz top", "", "esc",
        "objection price settled", "objection prise", "hang up", "9", "3", "1", "",
    )  # fmt: skip
    assert run("play", "mill", typed=keys) == 0
    told = capsys.readouterr().out
    assert "That means nothing here" in told
    assert "Kept as an unlisted objection: the dog" in told
    assert "Did you mean 'price'?" in told
    assert "This playbook has no stories." in told
    assert "Recorded: not interested." in told
    run("show", "last")
    shown = capsys.readouterr().out
    for part in (
        "note: call the son",
        "own words: my way",
        "the dog",
        "next step: visit",
        "note: typed later",
    ):
        assert part in shown


def test_a_czech_keyboard_picks_answers_with_its_top_row(run: Run, shelf: Path, capsys: Out) -> None:
    run("play", "mill", "--dry-run", "--json", typed="")
    capsys.readouterr()
    assert run("play", "mill", "--lang", "cs", typed=_typed("", "ě", "f12", "3", "1", "")) == 0
    run("show", "last")
    assert "Customer: five or more" in capsys.readouterr().out


def test_input_that_ends_leaves_the_call_unfinished_but_kept(run: Run, shelf: Path, capsys: Out) -> None:
    assert run("play", "mill", typed="\n") == 1
    assert "The call is kept unfinished" in capsys.readouterr().err
    (call,) = _calls(run, capsys)
    assert call["status"] == "live"


def test_ctrl_c_leaves_the_call_unfinished_but_kept(
    run: Run, shelf: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.scripts.talk._read", interrupted)
    assert run("play", "mill") == 130
    told = capsys.readouterr().err
    assert "The call is kept unfinished" in told
    assert told.endswith("Stopped.\n")
    (call,) = _calls(run, capsys)
    assert call["status"] == "live"


def test_wrap_up_asks_until_nothing_is_missing(run: Run, shelf: Path, capsys: Out) -> None:
    keys = _typed(
        "f12",
        "nonsense",
        "1",
        "whenever",
        "tomorrow 10",
        "",
        "visit",
        "",
        "1",
        "tomorrow 10",
        "Ana",
        "visit",
        "9",
    )
    assert run("play", "mill", "--dry-run", typed=keys) == 0
    told = capsys.readouterr().out
    assert told.count("How did the call end?") == 3
    assert "That is no moment ahead." in told


# --- shown again ---


def test_show_gives_the_very_prompts_that_were_on_screen(
    run: Run, shelf: Path, script: Path, capsys: Out
) -> None:
    run("play", "mill", "--script", script, "--json")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (shelf / "en" / "mill.yaml").unlink()
    moments = {}
    ms = 0
    for line in lines:
        if line["type"] == "event":
            ms = line["ms"]
        else:
            moments[ms] = {key: value for key, value in line.items() if key not in ("type", "seq")}
    assert len(moments) > 4
    for ms, prompt in moments.items():
        assert run("show", "last", "--at", ms, "--json") == 0
        assert json.loads(capsys.readouterr().out) == prompt


def test_show_as_text_and_at_a_clock_time(run: Run, shelf: Path, script: Path, capsys: Out) -> None:
    run("play", "mill", "--script", script)
    capsys.readouterr()
    assert run("show", "last", "--at", "0:05") == 0
    assert "How many hours a week does paper take you?" in capsys.readouterr().out
    assert run("show", "last", "--json") == 0
    whole = json.loads(capsys.readouterr().out)
    assert whole["events"][0]["kind"] == "call_started"
    assert whole["conversation"][0]["voice"] == "rep"


def test_show_says_what_it_cannot_find(run: Run, shelf: Path, script: Path, capsys: Out) -> None:
    assert run("show", "last") == 1
    assert "No call is recorded here yet." in capsys.readouterr().err
    assert run("show", "last", "--at", "soon") == 2
    assert "'soon' is no moment of a call" in capsys.readouterr().err


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is waited for that cannot come."""
    monkeypatch.setattr("app.bootstrap.CLOSING_SECONDS", 0.05)
    monkeypatch.setattr("app.bootstrap.JOURNAL_PATIENCE", 0.05)
    monkeypatch.setattr("app.bootstrap.PLAYBOOK_PATIENCE", 0.0)
    monkeypatch.setattr("app.store.database.PATIENCE", 0.05)
    monkeypatch.setattr("app.scripts.play._SAVING_SECONDS", 0.05)


@pytest.mark.usefixtures("hurried", "shelf")
def test_a_call_goes_on_while_another_program_holds_the_database(
    run: Run, script: Path, capsys: Out, tmp_path: Path
) -> None:
    run("calls")
    capsys.readouterr()
    with closing(sqlite3.connect(tmp_path / "home" / "callcue.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert run("play", "mill", "--script", str(script)) == 0
        told = capsys.readouterr()
        other.execute("ROLLBACK")
    assert "another program holds it" in told.err
    assert "cannot be looked up now" in told.err
    assert "in a file beside it" in told.err
    assert "not in the database yet" in told.out
    assert "Recorded as" not in told.out
    (call,) = _calls(run, capsys)
    assert (call["outcome"], call["lead_name"]) == ("meeting", "Ana")


@pytest.mark.usefixtures("hurried", "shelf")
@pytest.mark.parametrize(("lang", "lost"), [("en", "neither in the database"), ("cs", "nejsou v databázi")])
def test_what_no_disk_takes_is_told_to_the_step(
    run: Run, script: Path, capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, lost: str
) -> None:
    run("calls")
    capsys.readouterr()
    monkeypatch.setattr("app.store.room.shutil.disk_usage", lambda _folder: SimpleNamespace(free=0))
    monkeypatch.setattr("app.store.spool.Spool.add", lambda _spool, _items: False)
    with closing(sqlite3.connect(tmp_path / "home" / "callcue.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert run("play", "mill", "--script", str(script), "--lang", lang) == 1
        told = capsys.readouterr()
        other.execute("ROLLBACK")
    assert lost in told.err
    assert "Traceback" not in told.err
    assert ("the disk is full" if lang == "en" else "disk je plný") in told.err


@pytest.mark.usefixtures("hurried", "shelf")
def test_a_call_in_a_folder_that_may_only_be_read_goes_to_a_refuge_and_comes_home(
    run: Run, capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, refuge = tmp_path / "home", tmp_path / "state"
    home.mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(refuge))
    with monkeypatch.context() as patch:
        forbidden = Forbidden(patch, home)
        assert run("play", "mill", typed="\n") == 1
        told = capsys.readouterr()
        assert run("calls") == 1
        assert "it may only be read" in capsys.readouterr().err
        assert run("db", "upgrade") == 1
        assert "it may only be read" in capsys.readouterr().err
        forbidden.allow()
    assert not (home / "callcue.db").exists()
    assert "The database cannot be written now (it may only be read)" in told.err
    assert "The call is left unfinished." in told.err
    assert "kept unfinished" not in told.err + told.out
    assert str(refuge) in told.err
    assert "go in at the next start" in told.err
    (call,) = _calls(run, capsys)
    assert call["status"] == "live"
    assert list((refuge / "callcue").iterdir()) == []
