"""``callcue test``: runs the tests beside playbooks, lets random callers walk, and tells what no test reaches."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.bootstrap import playbooks_folder
from app.call.conversation import conversation
from app.call.rehearsal import SteppedClock
from app.call.script import all_lines
from app.call.trial_file import TrialFile
from app.call.trials import Coverage, TrialResult, responses_of, run_trial
from app.call.walks import WalkFailure, walk_all
from app.playbook.model import Playbook
from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.layout import Page, told
from app.scripts.opened import settings_of
from app.scripts.parser import Parser
from app.scripts.play import when_reader
from app.scripts.rehearsed import trials_in
from app.scripts.shelf import usable
from app.scripts.stop import CLEAN, PROBLEMS, USAGE, Stop
from app.scripts.talk import terminal

_ABOUT = Label(
    "Runs the tests beside playbooks (NAME.test.yaml beside NAME.yaml) through the real engine.\n"
    "Exit code: 0 all as expected, 1 not, 2 the command was not understood.",
    "Spustí testy vedle scénářů (JMÉNO.test.yaml vedle JMÉNO.yaml) ve skutečném hovoru.\n"
    "Návratový kód: 0 vše podle očekávání, 1 ne, 2 příkazu nebylo rozumět.",
)
_PATH = Label("PATH", "CESTA")
_PATHS = Label(
    "test files, playbooks or folders; without them the playbooks folder",
    "soubory s testy, scénáře nebo složky; bez nich složka se scénáři",
)
_STRICT = Label(
    "fail, too, when no test reaches something", "selhat i tehdy, když na něco žádný test nedosáhne"
)
_JSON = Label("as JSON", "jako JSON")
_NO_PATH = Label("There is no {path}.", "{path} neexistuje.")
_NO_TESTS = Label("There are no tests in {path}.", "V {path} nejsou žádné testy.")
_OK = Label("ok", "v pořádku")
_FAIL = Label("FAIL", "CHYBA")
_UNNAMED = Label("(no name)", "(beze jména)")
_SO_FAR = Label("the conversation up to there:", "rozhovor až sem:")
_WALKS_OK = Label(
    "random callers: {runs} (seed {seed}), nothing wrong",
    "náhodní volající: {runs} (semínko {seed}), bez chyby",
)
_WALK_FAILED = Label(
    "random caller {run} (seed {seed}): {words}", "náhodný volající {run} (semínko {seed}): {words}"
)
_PASTE = Label("the shortest way there, to paste as a test:", "nejkratší cesta k tomu, jako test k vložení:")
_REACHED = Label(
    "reached: lines {lines}, responses {responses}, outcomes {outcomes}",
    "dosaženo: repliky {lines}, odpovědi na námitky {responses}, výsledky {outcomes}",
)
_MISSED = Label("reached by no test: {names}", "žádný test nedosáhl na: {names}")
_SUM = Label("Tests: {tests}, failed: {failed}.", "Testy: {tests}, neúspěšné: {failed}.")


@dataclass(slots=True)
class Report:
    """What came of one test file."""

    path: Path
    playbook: Playbook
    results: list[TrialResult] = field(default_factory=list)
    walks: list[tuple[int, int]] = field(default_factory=list)
    walk_failures: list[WalkFailure] = field(default_factory=list)
    coverage: Coverage = field(default_factory=Coverage)

    @property
    def failed(self) -> int:
        """How many tests and walks failed."""
        return sum(not one.passed for one in self.results) + len(self.walk_failures)

    @property
    def missed(self) -> list[str]:
        """Full names of what no test reaches, in the order of the playbook."""
        missed = self.coverage.missed(self.playbook)
        lines = [name for name in all_lines(self.playbook) if name in missed.lines]
        responses = [name for name in responses_of(self.playbook) if name in missed.responses]
        outcomes = [one.id for one in self.playbook.outcomes if one.id in missed.outcomes]
        return [*lines, *responses, *(f"outcome {code}" for code in outcomes)]


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "test", help=COMMANDS["test"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar=_PATH.in_lang(lang), help=_PATHS.in_lang(lang))
    parser.add_argument("--strict", action="store_true", help=_STRICT.in_lang(lang))
    parser.add_argument("--json", action="store_true", help=_JSON.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Runs every test file; 1 when anything is not as expected."""
    folder = playbooks_folder(settings_of(args).settings)
    page = terminal(args.lang).page
    files = list(test_files(args.paths or [folder], args.lang))
    reports = []
    for path in files:
        report = tried(path, folder, args.lang)
        reports.append(report)
        if not args.json:
            sys.stdout.write("".join(_lines(report, page)))
            sys.stdout.flush()
    tests = sum(len(one.results) for one in reports)
    failed = sum(one.failed for one in reports)
    if args.json:
        sys.stdout.write(
            json.dumps([_plain(one, args.lang) for one in reports], ensure_ascii=False, indent=2) + "\n"
        )
    else:
        sys.stdout.write(_SUM.in_lang(args.lang).format(tests=tests, failed=failed) + "\n")
    return PROBLEMS if failed or (args.strict and any(one.missed for one in reports)) else CLEAN


def test_files(paths: Iterable[Path], lang: str) -> Iterator[Path]:
    """The test files that ``paths`` mean. Raises ``Stop`` for a path that is not there or has no tests."""
    for path in paths:
        if not path.exists():
            raise Stop(_NO_PATH.in_lang(lang).format(path=path), USAGE)
        if path.is_dir():
            found = sorted(one for one in path.rglob("*.test.y*ml") if one.is_file())
        else:
            found = [path if is_test(path) else beside for beside in [test_beside(path)] if beside.is_file()]
        if not found:
            raise Stop(_NO_TESTS.in_lang(lang).format(path=path), USAGE)
        yield from found


def is_test(path: Path) -> bool:
    """Whether ``path`` is named as tests are."""
    return path.name.endswith((".test.yaml", ".test.yml"))


def test_beside(path: Path) -> Path:
    """The test file of a playbook; a test file itself."""
    return path if is_test(path) else path.with_name(f"{path.stem}.test{path.suffix}")


def tried(path: Path, folder: Path, lang: str) -> Report:
    """Runs one test file against the playbook beside it. Raises ``Stop`` when either cannot be used."""
    own = path.with_name(path.name.replace(".test.", "."))
    reading, playbook = usable(str(own), folder, lang)
    file: TrialFile = trials_in(path, lang)
    report = Report(path, playbook)
    read_when = when_reader(SteppedClock(), playbook.lang)
    for trial in file.trials:
        result = run_trial(playbook, reading.source, trial, read_when)
        report.results.append(result)
        report.coverage.add(result.call)
    for walks in file.walks:
        report.walks.append((walks.runs, walks.seed))
        report.walk_failures.extend(walk_all(playbook, reading.source, walks))
    return report


def _lines(report: Report, page: Page) -> Iterator[str]:
    lang = page.lang
    yield f"{report.path}\n"
    for result in report.results:
        name = result.trial.name or _UNNAMED.in_lang(lang)
        yield f"  {(_OK if result.passed else _FAIL).in_lang(lang):<10} {name}\n"
        if not result.passed:
            yield from _failed(report, result, page)
    yield from _walked(report, lang)
    missed = report.missed
    yield f"  {_REACHED.in_lang(lang).format(**_shares(report))}\n"
    if missed:
        yield page.wrapped(_MISSED.in_lang(lang).format(names=", ".join(missed)), "    ", "  ") + "\n"


def _failed(report: Report, result: TrialResult, page: Page) -> Iterator[str]:
    lang = page.lang
    place = result.trial.place
    if result.slip is not None:
        places = result.trial.step_places
        place = places[result.slip.number - 1] if result.slip.number <= len(places) else place
        yield f"    {report.path}:{place.line}:{place.column}: {result.slip.in_lang(lang)}\n"
    for failure in result.failures:
        yield f"    {report.path}:{place.line}:{place.column}: {failure.in_lang(lang)}\n"
    yield f"    {_SO_FAR.in_lang(lang)}\n"
    turns = conversation(report.playbook, result.call.events, lang)
    yield _indented(told(turns, page), "      ")


def _walked(report: Report, lang: str) -> Iterator[str]:
    if not report.walk_failures:
        for runs, seed in report.walks:
            yield f"  {_WALKS_OK.in_lang(lang).format(runs=runs, seed=seed)}\n"
    for failure in report.walk_failures:
        words = failure.words.in_lang(lang)
        told_ = _WALK_FAILED.in_lang(lang).format(run=failure.run, seed=failure.seed, words=words)
        yield f"  {_FAIL.in_lang(lang):<10} {told_}\n"
        if failure.trial is not None:
            yield f"    {_PASTE.in_lang(lang)}\n"
            yield _indented(as_test(failure), "      ")


def as_test(failure: WalkFailure) -> str:
    """A walk's failure as a test in YAML."""
    trial = failure.trial
    if trial is None:
        return ""
    lines = [f"- name: {_scalar(f'walk {failure.run} of seed {failure.seed}: {failure.ill.value}')}"]
    known = [
        (name, getattr(trial.lead, name)) for name in ("first_name", "last_name", "company", "source", "page")
    ]
    written = ", ".join(f"{name}: {_scalar(value)}" for name, value in known if value)
    if written:
        lines.append(f"  lead: {{{written}}}")
    if trial.terms.recorded:
        lines.append("  call: {recorded: true}")
    lines.append("  play:")
    lines.extend(f"    - {_scalar(step)}" for step in trial.steps)
    return "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    """``text`` as YAML; JSON's quotes where a bare text would mean something else."""
    plain = all(letter.isalnum() or letter in " _.=-" for letter in text) and text[:1].isalpha()
    return text if plain and " = " not in text else json.dumps(text, ensure_ascii=False)


def _shares(report: Report) -> dict[str, str]:
    missed = report.coverage.missed(report.playbook)
    whole = {
        "lines": (len(all_lines(report.playbook)), len(missed.lines)),
        "responses": (len(responses_of(report.playbook)), len(missed.responses)),
        "outcomes": (len(report.playbook.outcomes), len(missed.outcomes)),
    }
    return {name: f"{all_ - gone}/{all_}" for name, (all_, gone) in whole.items()}


def _indented(text: str, by: str) -> str:
    return "".join(f"{by}{line}\n" for line in text.splitlines())


def _plain(report: Report, lang: str) -> dict[str, object]:
    return {
        "file": str(report.path),
        "playbook": report.playbook.id,
        "lang": report.playbook.lang,
        "tests": [
            {
                "name": one.trial.name,
                "passed": one.passed,
                "line": one.trial.place.line,
                "failures": _failures(one, lang),
            }
            for one in report.results
        ],
        "walks": [{"runs": runs, "seed": seed} for runs, seed in report.walks],
        "walk_failures": [
            {
                "kind": one.ill.value,
                "at": one.at,
                "run": one.run,
                "seed": one.seed,
                "steps": list(one.trial.steps) if one.trial else [],
            }
            for one in report.walk_failures
        ],
        "reached": _shares(report),
        "missed": report.missed,
    }


def _failures(result: TrialResult, lang: str) -> Sequence[str]:
    slips = [result.slip.in_lang(lang)] if result.slip is not None else []
    return [*slips, *(failure.in_lang(lang) for failure in result.failures)]
