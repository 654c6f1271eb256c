"""``callcue check``: problems in playbooks, with their places, for people, editors and build servers."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.playbook import loading, report, whole
from app.playbook.problems import Level, Problem
from app.playbook.reading import Reading
from app.playbook.tree import refuse_slow_yaml
from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.companions import companion_findings, companions_at
from app.scripts.parser import Parser
from app.scripts.stop import CLEAN, PROBLEMS, USAGE, Stop

_FORMATS = {"text": report.as_text, "json": report.as_json, "github": report.as_github}
_WATCH_SECONDS = 0.5

_ABOUT = Label(
    "Checks playbooks with their tests and scorecards, and tells each problem with its line and column and, where there\n"
    "is one, the nearest right word.\n"
    "Exit code: 0 no errors, 1 errors (with --strict warnings too), 2 the command was not understood.",
    "Zkontroluje scénáře s jejich testy a hodnoticími kartami a u každého nálezu řekne řádek a sloupec, a když existuje,\n"
    "nejbližší správné slovo.\n"
    "Návratový kód: 0 bez chyb, 1 chyby (se --strict i varování), 2 příkazu nebylo rozumět.",
)
_PATHS = Label(
    "playbooks or folders; without them the folder from the settings",
    "scénáře nebo složky; bez nich složka z nastavení",
)
_PATH = Label("PATH", "CESTA")
_FORMAT = Label("how to write the problems", "jak nálezy zapsat")
_STRICT = Label("let warnings count as errors", "varování počítat jako chyby")
_WATCH = Label("check again at every save, until Ctrl+C", "kontrolovat znovu při každém uložení, do Ctrl+C")
_NO_PATH = Label("There is no {path}.", "{path} neexistuje.")
_NO_YAML = Label(
    "{path} is no playbook: playbooks are files that end in .yaml.",
    "{path} není scénář: scénáře jsou soubory s koncovkou .yaml.",
)
_NO_PLAYBOOKS = Label("There are no playbooks in {path}.", "Ve složce {path} nejsou žádné scénáře.")
_ALL_GOOD = Label(
    "No problems. Playbooks checked: {files}{more}.", "Bez nálezů. Zkontrolováno scénářů: {files}{more}."
)
_COMPANIONS = Label(", tests and scorecards: {count}", ", testů a hodnoticích karet: {count}")
_NO_COMPANIONS = Label("", "")
_COUNTED = Label(
    "Errors: {errors}, warnings: {warnings}, information: {notes}. Playbooks checked: {files}{more}.",
    "Chyby: {errors}, varování: {warnings}, informace: {notes}. Zkontrolováno scénářů: {files}{more}.",
)
_WATCHING = Label("Watching for changes; Ctrl+C ends.", "Čeká se na změny; Ctrl+C skončí.")


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "check", help=COMMANDS["check"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument("paths", nargs="*", metavar=_PATH.in_lang(lang), help=_PATHS.in_lang(lang))
    parser.add_argument("--format", choices=tuple(_FORMATS), default="text", help=_FORMAT.in_lang(lang))
    parser.add_argument("--strict", action="store_true", help=_STRICT.in_lang(lang))
    parser.add_argument("--watch", action="store_true", help=_WATCH.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Checks and reports; the exit code."""
    unusable = refuse_slow_yaml()
    if unusable:
        raise Stop(unusable)
    paths = [Path(path) for path in dict.fromkeys(args.paths)] or [_house_folder()]
    if args.watch:
        return watch(paths, args.format, args.lang, time.sleep)
    checked = check(paths, args.lang)
    sys.stdout.write(written(checked, args.format, args.lang))
    return PROBLEMS if checked.counts_against(strict=args.strict) else CLEAN


def _house_folder() -> Path:
    """The folder from the settings; what knows it is loaded only when it is asked."""
    from app.bootstrap import playbooks_folder
    from app.settings import home_folder, load

    return playbooks_folder(load(home_folder()).settings)


@dataclass(frozen=True, slots=True)
class Checked:
    """What one check found: each problem once, and how many playbooks, and tests, scripts and scorecards were looked at."""

    findings: tuple[report.Finding, ...]
    files: int
    companions: int = 0

    def count(self, level: Level) -> int:
        """How many problems have this level."""
        return sum(one.problem.level is level for one in self.findings)

    def counts_against(self, *, strict: bool) -> bool:
        """Whether the check failed."""
        return bool(self.count(Level.ERROR)) or (strict and bool(self.count(Level.WARNING)))


def check(paths: Sequence[Path], lang: str = "en") -> Checked:
    """Checks every playbook under ``paths``, and their tests, scripts and scorecards.

    Raises:
        Stop: A path does not exist, is no YAML file, or is a folder without a playbook.
    """
    found: list[report.Finding] = []
    told: set[tuple[object, ...]] = set()
    files = companions = 0
    for path in paths:
        if not path.exists():
            raise Stop(_NO_PATH.in_lang(lang).format(path=path), USAGE)
        at_path, beside = _playbooks_at(path, lang), companions_at(path)
        files, companions = files + len(at_path), companions + len(beside)
        for findings in (*_findings_at(path, at_path), *companion_findings(beside, _shown)):
            fresh = [one for one in findings if _spot(one) not in told]
            told.update(map(_spot, fresh))
            found.extend(fresh)
    return Checked(tuple(found), files, companions)


def _spot(one: report.Finding) -> tuple[object, ...]:
    """By what a problem in a shared file is known again when the next playbook that uses the file has it too."""
    place = one.problem.place
    return one.path, place.line, place.column, one.problem.code


def written(checked: Checked, form: str, lang: str) -> str:
    """The report; the text form ends with a line that counts."""
    text = _FORMATS[form](checked.findings, lang)
    if form != "text":
        return text
    summary = _COUNTED if checked.findings else _ALL_GOOD
    more = _COMPANIONS if checked.companions else _NO_COMPANIONS
    counts = {
        "errors": checked.count(Level.ERROR),
        "warnings": checked.count(Level.WARNING),
        "notes": checked.count(Level.INFO),
        "files": checked.files,
        "more": more.in_lang(lang).format(count=checked.companions),
    }
    return f"{text}{summary.in_lang(lang).format(**counts)}\n"


def watch(paths: Sequence[Path], form: str, lang: str, pause: Callable[[float], None]) -> int:
    """Checks whenever a file changes, until the person or ``pause`` interrupts."""
    before: object = None
    try:
        while True:
            now = _stamps(paths)
            if now != before:
                before = now
                sys.stdout.write(_report_or_reason(paths, form, lang) + _WATCHING.in_lang(lang) + "\n")
                sys.stdout.flush()
            pause(_WATCH_SECONDS)
    except KeyboardInterrupt:
        return CLEAN


def _report_or_reason(paths: Sequence[Path], form: str, lang: str) -> str:
    """The report; while a file is gone for a moment, the sentence that says so."""
    try:
        return written(check(paths, lang), form, lang)
    except Stop as stop:
        return f"{stop.message}\n"


def _playbooks_at(path: Path, lang: str) -> list[Path]:
    """The playbooks that ``path`` stands for; none when it is a file of another kind."""
    if not path.is_dir():
        if path.suffix.lower() not in loading.ENDINGS:
            raise Stop(_NO_YAML.in_lang(lang).format(path=path), USAGE)
        return [path] if loading.is_playbook_name(path) else []
    files = loading.playbook_files(path)
    if not files:
        raise Stop(_NO_PLAYBOOKS.in_lang(lang).format(path=path), USAGE)
    return files


def _findings_at(path: Path, files: Sequence[Path]) -> Iterator[list[report.Finding]]:
    home = loading.playbooks_folder(path / "any.yaml" if path.is_dir() else path)
    yield _rule_findings(home)
    near = whole.Neighbourhood.of(home) if files else None
    for file in files:
        yield _findings_of(whole.examine(file, home, near), home)


def _findings_of(reading: Reading, home: Path) -> list[report.Finding]:
    return report.findings(reading.problems, reading.texts, lambda name: _shown(home / name))


def _rule_findings(home: Path) -> list[report.Finding]:
    problems: tuple[Problem, ...] = whole.rule_problems(home)
    text = whole.rules_in(home).text.decode("utf-8", "replace")
    return report.findings(problems, {loading.HOUSE_FILE: text}, lambda name: _shown(home / name))


def _shown(path: Path) -> str:
    """The path as the person would type it from where they are."""
    whole_path, here = os.path.abspath(path), Path.cwd()  # noqa: PTH100 - links are not followed
    try:
        return Path(whole_path).relative_to(here).as_posix()
    except ValueError:
        return Path(whole_path).as_posix()


def _stamps(paths: Sequence[Path]) -> dict[str, tuple[int, int]]:
    """Time and size of every file that a check of ``paths`` may read."""
    stamps: dict[str, tuple[int, int]] = {}
    for path in paths:
        home = loading.playbooks_folder(path / "any.yaml" if path.is_dir() else path)
        for base, _, names in os.walk(home):
            for name in names:
                if name.endswith((".yaml", ".yml")):
                    file = Path(base, name)
                    try:
                        stat = file.stat()
                    except OSError:
                        continue
                    stamps[str(file)] = (stat.st_mtime_ns, stat.st_size)
    return stamps
