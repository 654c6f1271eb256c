"""Lead and script files of a command, read with their places; what is wrong with them ends the command in words."""

from __future__ import annotations

from pathlib import Path

from app.call.people import LeadCard
from app.call.trial_file import Trial, TrialFile, Unusable, lead_from, read_trials
from app.playbook import report
from app.playbook.loading import file_bytes
from app.playbook.problems import Problem
from app.playbook.source import SourceFile
from app.playbook.tree import grow_list
from app.playbook.vocabulary import Label
from app.scripts.stop import Stop

_NO_FILE = Label("The file {path} cannot be read.", "Soubor {path} nelze přečíst.")
_NO_LEAD = Label(
    "{path} should hold one lead: keys with values.", "{path} má obsahovat jeden kontakt: klíče s hodnotami."
)
_NOT_ONE = Label(
    "{path} should hold one call to play, not {count}.", "{path} má obsahovat jeden hovor, ne {count}."
)


def lead_in(path: Path, lang: str) -> LeadCard:
    """The lead in a YAML or JSON file. Raises ``Stop``."""
    file = _file(path, lang)
    items, problems = grow_list(file)
    if problems:
        raise Stop(_told(file, problems, lang))
    if len(items) != 1:
        raise Stop(_NO_LEAD.in_lang(lang).format(path=path))
    try:
        return lead_from(items[0])
    except Unusable as unusable:
        raise Stop(placed(file.path, unusable, lang)) from unusable


def script_in(path: Path, lang: str) -> Trial:
    """The one scripted call in a file. Raises ``Stop``."""
    found = trials_in(path, lang)
    if len(found.trials) != 1:
        raise Stop(_NOT_ONE.in_lang(lang).format(path=path, count=len(found.trials)))
    return found.trials[0]


def trials_in(path: Path, lang: str) -> TrialFile:
    """A test file without problems. Raises ``Stop``."""
    file = _file(path, lang)
    found = read_trials(file)
    if found.problems:
        raise Stop(_told(file, found.problems, lang))
    if found.slips:
        lines = (
            f"{path}:{one.place.line}:{one.place.column}: {one.words.in_lang(lang)}" for one in found.slips
        )
        raise Stop("\n".join(lines))
    return found


def placed(path: str, unusable: Unusable, lang: str) -> str:
    """The slip with its place in front."""
    place = unusable.slip.place
    return f"{path}:{place.line}:{place.column}: {unusable.slip.words.in_lang(lang)}"


def _file(path: Path, lang: str) -> SourceFile:
    content = file_bytes(path)
    if content is None:
        raise Stop(_NO_FILE.in_lang(lang).format(path=path))
    return SourceFile(str(path), content)


def _told(file: SourceFile, problems: tuple[Problem, ...], lang: str) -> str:
    texts = {file.path: file.text.decode("utf-8", "replace")}
    return report.as_text(report.findings(problems, texts, str), lang)
