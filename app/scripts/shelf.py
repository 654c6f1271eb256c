"""Which playbook a command means: a file, or an id in the playbooks folder; only one that may be used is handed out."""

from __future__ import annotations

from pathlib import Path

from app.playbook import report
from app.playbook.loading import file_bytes, playbook_files, playbooks_folder
from app.playbook.model import Playbook
from app.playbook.nearest import nearest
from app.playbook.problems import Level
from app.playbook.reading import Reading, tree_of
from app.playbook.source import SourceFile
from app.playbook.tree import refuse_slow_yaml
from app.playbook.vocabulary import Label
from app.playbook.whole import examine
from app.scripts.stop import Stop

_NO_FILE = Label("There is no file {path}.", "Soubor {path} neexistuje.")
_NO_ID = Label(
    "No playbook in {folder} is called '{wanted}'. {hint}",
    "Ve složce {folder} není scénář „{wanted}“. {hint}",
)
_NEAR = Label("Did you mean '{near}'?", "Nemělo to být „{near}“?")
_THERE_IS = Label("There is: {listed}.", "Na výběr je: {listed}.")
_NONE = Label("There are no playbooks there.", "Nejsou tam žádné scénáře.")
_BROKEN = Label(
    "The playbook has errors and cannot be used. Mend them (callcue explain CODE tells more).",
    "Scénář má chyby a nelze ho použít. Opravte je (callcue explain KÓD řekne víc).",
)


def usable(wanted: str, folder: Path, lang: str) -> tuple[Reading, Playbook]:
    """The reading of the wanted playbook and the playbook itself.

    Args:
        wanted: A path, or an id; of several with that id the one in ``lang`` is taken.
        folder: The playbooks folder.
        lang: The language to prefer, and that of messages.

    Raises:
        Stop: There is no such playbook, or it has errors; says what and where.
    """
    slow = refuse_slow_yaml()
    if slow:
        raise Stop(slow)
    path = find(wanted, folder, lang)
    reading = examine(path)
    if reading.playbook is None:
        home = playbooks_folder(path)
        errors = [problem for problem in reading.problems if problem.level is Level.ERROR]
        shown = report.findings(errors, reading.texts, lambda name: str(home / name))
        raise Stop(report.as_text(shown, lang) + _BROKEN.in_lang(lang))
    return reading, reading.playbook


def find(wanted: str, folder: Path, lang: str) -> Path:
    """The file of the wanted playbook. Raises ``Stop`` when there is none."""
    if Path(wanted).is_file():
        return Path(wanted)
    if "/" in wanted or "\\" in wanted or wanted.endswith((".yaml", ".yml")):
        inside = folder / wanted
        if inside.is_file():
            return inside
        raise Stop(_NO_FILE.in_lang(lang).format(path=wanted))
    named = ids_in(folder)
    found = [path for path, (name, _) in named.items() if name == wanted]
    spoken = [path for path in found if named[path][1] == lang]
    if found:
        return (spoken or found)[0]
    names = sorted({name for name, _ in named.values()})
    near = nearest(wanted, names)
    hint = (
        _NEAR.in_lang(lang).format(near=near)
        if near
        else _THERE_IS.in_lang(lang).format(listed=", ".join(names))
    )
    hint = hint if names else _NONE.in_lang(lang)
    raise Stop(_NO_ID.in_lang(lang).format(folder=folder, wanted=wanted, hint=hint))


def ids_in(folder: Path) -> dict[Path, tuple[str, str]]:
    """Id and language of every playbook file in ``folder`` that has an id, without reading them whole."""
    found: dict[Path, tuple[str, str]] = {}
    for path in playbook_files(folder):
        content = file_bytes(path)
        root = tree_of(SourceFile(path.name, content)).root if content is not None else None
        name = root.text("id") if root is not None else None
        if root is not None and name:
            found[path] = (name, root.text("lang") or "")
    return found
