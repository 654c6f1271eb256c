"""The one door: help, languages, mistakes, ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.scripts import main as door
from app.scripts.commands import COMMANDS
from app.scripts.parser import command_in, common_value, in_words
from app.scripts.reports import BugHook
from app.scripts.stop import Stop
from tests.scripts.conftest import Run

Out = pytest.CaptureFixture[str]
LONG = "a" * 300 + ".yaml"


def test_help_lists_every_command(run: Run, capsys: Out) -> None:
    assert run("--help") == 0
    told = capsys.readouterr().out
    assert all(f"    {name}" in told for name in COMMANDS)
    assert told.startswith("Usage: callcue")


def test_help_speaks_czech(run: Run, capsys: Out) -> None:
    assert run("--help", "--lang", "cs") == 0
    told = capsys.readouterr().out
    assert "Použití: callcue" in told
    assert "najde námitku, příběh nebo otázku" in told
    assert "show this help" not in told


@pytest.mark.parametrize("name", list(COMMANDS))
@pytest.mark.parametrize("lang", ["en", "cs"])
def test_every_command_has_help_in_both_languages(name: str, lang: str, run: Run, capsys: Out) -> None:
    assert run(name, "--help", "--lang", lang) == 0
    told = capsys.readouterr().out
    assert told.startswith(("Usage: callcue " if lang == "en" else "Použití: callcue ") + name)


def test_the_language_comes_from_the_system_when_nothing_else_says(
    run: Run, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CALLCUE_LANG")
    monkeypatch.setenv("LANG", "cs_CZ.UTF-8")
    run("--help")
    assert "Použití" in capsys.readouterr().out
    monkeypatch.setenv("LC_ALL", "C")
    run("--help")
    assert "Usage" in capsys.readouterr().out


def test_a_mistake_is_told_in_a_sentence_with_code_two(run: Run, capsys: Out) -> None:
    assert run("find") == 2
    assert capsys.readouterr().err == ("callcue find: Missing: PLAYBOOK, QUERY. Help: callcue find --help\n")
    assert run("fnd") == 2
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert "Did you mean 'find'?" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("find", "a", "b", "--limit", "0"),
            "callcue find: --limit: 0 is not a whole number from 1. Help: callcue find --help",
        ),
        (("schema", "x"), "callcue schema: Not understood: x. Help: callcue schema --help"),
        (("check", "--watch=1"), "callcue check: --watch takes no value. Help: callcue check --help"),
        (("privacy",), "callcue privacy: Missing: ACTION. Help: callcue privacy --help"),
        (("--lang", "de"), "callcue: --lang cannot be 'de'; choose from "),
    ],
)
def test_each_mistake_points_to_its_own_help(
    run: Run, capsys: Out, words: tuple[str, ...], told: str
) -> None:
    assert run(*words) == 2
    assert capsys.readouterr().err.startswith(told)


@pytest.mark.parametrize(
    "words",
    [
        ("check", LONG),
        ("play", LONG),
        ("test", LONG),
        ("find", LONG, "price"),
        ("new", LONG),
        ("diff", LONG, LONG),
        ("--db", LONG, "calls"),
        ("--db", LONG, "play", "inbound-lead"),
        ("db", "restore", LONG),
        ("db", "backup", LONG),
        ("reviews", "import", LONG),
        ("export", "calls", LONG.replace(".yaml", ".csv")),
    ],
)
def test_a_name_that_no_file_can_have_is_no_mistake_of_the_program(
    run: Run, capsys: Out, words: tuple[str, ...]
) -> None:
    run("sample", "--calls", "1")
    capsys.readouterr()
    assert run(*words, "--lang", "en") in (1, 2)
    (line,) = capsys.readouterr().err.splitlines()
    assert "aaaa" in line
    assert "mistake of its own" not in line


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_a_place_that_is_refused_is_named_with_the_reason(run: Run, capsys: Out, lang: str) -> None:
    assert run("check", LONG, "--lang", lang) == 1
    reason = {"en": "cannot be used: the name is too long.", "cs": "nelze použít: název je příliš dlouhý."}
    assert capsys.readouterr().err == f"{LONG} {reason[lang]}\n"


def test_a_closed_input_is_no_more_than_the_end_of_the_words(
    run: Run, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert run("play", "inbound-lead", "--dry-run", "--lang", "en") == 1
    assert capsys.readouterr().err == "The call is left unfinished.\n"


def test_the_version_is_told(run: Run, capsys: Out) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("Callcue 0")


def test_a_mistake_in_czech(run: Run, capsys: Out) -> None:
    for command, wanted in (
        ("find", "SCÉNÁŘ, DOTAZ"),
        ("play", "SCÉNÁŘ"),
        ("privacy", "AKCE"),
        ("db", "AKCE"),
        ("export", "CO"),
        ("reviews", "AKCE, SOUBOR"),
    ):
        assert run(command, "--lang", "cs") == 2
        assert f"Chybí: {wanted}." in capsys.readouterr().err


def test_common_options_may_stand_anywhere_and_leave_no_trace(run: Run, capsys: Out, tmp_path: Path) -> None:
    before = dict(os.environ)
    home = tmp_path / "elsewhere"
    assert run("calls", "--json", "--home", home) == 0
    assert run("--home", home, "calls", "--json") == 0
    assert home.is_dir()
    assert dict(os.environ) == before
    assert capsys.readouterr().out == "[]\n[]\n"


def test_the_command_is_found_behind_options_with_values() -> None:
    assert command_in(["--lang", "cs", "find", "x"]) == "find"
    assert command_in(["--lang=cs", "--role", "rep"]) is None
    assert common_value(["find", "--db", "a", "--db=b"], "--db") == "b"
    assert common_value(["find", "--", "--db", "a"], "--db") is None


def test_unknown_messages_stay_as_they_are() -> None:
    assert in_words("something new", "cs") == "something new"


def test_a_stop_is_two_sentences_and_its_code(run: Run, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopping(_args: object) -> int:
        raise Stop("No way. Try the other way.", 1)

    monkeypatch.setattr("app.scripts.find.run", stopping)
    assert run("find", "a", "b") == 1
    assert capsys.readouterr().err == "No way. Try the other way.\n"


def test_ctrl_c_is_one_word(run: Run, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_args: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.scripts.find.run", interrupted)
    assert run("find", "a", "b") == 130
    assert capsys.readouterr().err == "\nStopped.\n"


def _error() -> RuntimeError:
    try:
        return RuntimeError("odd") if int("x") else RuntimeError("even")
    except ValueError as error:
        found = RuntimeError("odd")
        found.__traceback__ = error.__traceback__
        return found


def test_a_bug_leaves_a_report_and_one_sentence(tmp_path: Path) -> None:
    error = _error()
    told = BugHook(tmp_path, "en").told(type(error), error, error.__traceback__)
    report = next((tmp_path / "reports").iterdir())
    assert str(report) in told
    assert "Traceback" not in told
    assert "RuntimeError: odd" in report.read_text(encoding="utf-8")


def test_a_bug_without_a_place_for_reports_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("in the way", encoding="utf-8")
    assert "RuntimeError" in BugHook(tmp_path, "cs").told(RuntimeError, RuntimeError("odd"), None)


def test_system_language_of_other_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: ("Czech_Czechia", "1250"))
    assert door.system_language() == "cs"
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert door.system_language() == "en"


def _process(*words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    environment = {
        **os.environ,
        "LANG": "C",
        "LC_ALL": "C",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
        **more,
    }
    return subprocess.run(
        [sys.executable, "-m", "app", *words], capture_output=True, env=environment, check=False, timeout=120
    )


def test_a_real_process_writes_utf8_even_where_the_locale_is_c() -> None:
    done = _process("--help", "--lang", "cs")
    assert done.returncode == 0
    assert "Příkazy" in done.stdout.decode()


def test_help_imports_neither_qt_nor_the_database() -> None:
    code = (
        "import sys; from app.scripts.main import main; main(['--help']);"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'PySide6', 'sqlalchemy', 'yaml', 'rapidfuzz'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, timeout=120, text=True
    )
    assert done.stdout.rstrip().endswith("[]")


def test_a_closed_pipe_is_quiet() -> None:
    environment = {**os.environ}
    with subprocess.Popen(
        [sys.executable, "-m", "app", "explain"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
        process.wait(timeout=120)
    assert told == b""
    assert process.returncode == 141


@pytest.mark.parametrize("name", ["find", "calls", "db", "pop"])
def test_no_english_word_stands_for_an_argument_in_czech_help(name: str, run: Run, capsys: Out) -> None:
    assert run(name, "--help", "--lang", "cs") == 0
    shown = capsys.readouterr().out
    assert not [
        word for word in ("QUERY", "ACTION", "FILE", "ADDRESS", "NUMBER", "EVENT", "NAME") if word in shown
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_cannot_be_written_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "app", "explain"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"The output cannot be written: ")
    assert b"Traceback" not in done.stderr


def test_outputs_that_were_closed_before_the_start_are_no_mistake(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stream in ("stdout", "stderr"):
        monkeypatch.setattr(sys, stream, None)
    codes = run("explain", "CC001"), run("nosuch")
    for dropped in (sys.stdout, sys.stderr):
        dropped.close()
    assert codes == (0, 2)
