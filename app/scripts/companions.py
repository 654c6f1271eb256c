"""What ``callcue check`` finds in the files beside playbooks: tests, scripts and scorecards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from app.call.trial_check import alone, trial_problems
from app.playbook import report
from app.playbook.folder import Companion, bytes_of, companion_files, companion_of
from app.playbook.loading import unopened
from app.playbook.problems import Problem
from app.playbook.source import SourceFile
from app.review.card_check import card_problems

_CHECKS: dict[Companion, Callable[[SourceFile], tuple[Problem, ...]]] = {
    Companion.TEST: trial_problems,
    Companion.SCRIPT: trial_problems,
    Companion.SCORECARD: card_problems,
}


def companions_at(path: Path) -> list[Path]:
    """The tests, scripts and scorecards that ``path`` stands for."""
    if path.is_dir():
        return companion_files(path)
    return [path] if companion_of(path) is not None else []


def companion_findings(files: Sequence[Path], shown: Callable[[Path], str]) -> Iterator[list[report.Finding]]:
    """What is wrong with each file; ``shown`` gives its name as the person knows it."""
    for path in files:
        kind = companion_of(path)
        if kind is None:
            continue
        name = shown(path)
        try:
            content = bytes_of(path)
        except OSError as error:
            yield report.findings([unopened(name, error)], {}, str)
            continue
        problems = _CHECKS[kind](SourceFile(name, content))
        playbook = path.with_name(path.name.replace(".test.", "."))
        if kind is Companion.TEST and not playbook.is_file():
            problems = (alone(name, playbook.name), *problems)
        yield report.findings(problems, {name: content.decode("utf-8", "replace")}, str)
