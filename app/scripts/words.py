"""Keeps the window's translations: gathers texts into the ``.ts`` files and builds the ``.qm`` files from them.

For developers: ``python -m app.scripts.words`` (``make words``) after texts were added or translated;
``--check`` changes nothing and fails when something is unfinished or stale.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

UI = Path(__file__).parent.parent / "ui"
FOLDER = UI / "words"
LANGS = ("en", "cs")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a ``.ts`` file. ``forms`` has one translation, or one for each plural form."""

    context: str
    source: str
    forms: tuple[str, ...]
    plural: bool
    finished: bool

    @property
    def is_missing(self) -> bool:
        """Whether a translation is wanted and not there."""
        return not self.finished or not all(self.forms)


def texts(path: Path) -> tuple[Text, ...]:
    """The texts of a ``.ts`` file that are still in use."""
    found = []
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("vanished", "obsolete"):
                continue
            plural = message.get("numerus") == "yes"
            forms = (
                [form.text or "" for form in translation.iter("numerusform")]
                if plural
                else [translation.text or ""]
            )
            finished = translation.get("type") != "unfinished"
            found.append(Text(name, message.findtext("source", ""), tuple(forms), plural, finished))
    return tuple(found)


def unfinished(lang: str, folder: Path = FOLDER) -> tuple[Text, ...]:
    """Texts that still want a translation; English wants only its plurals."""
    every = texts(folder / f"callcue_{lang}.ts")
    return tuple(text for text in every if text.is_missing and (lang != "en" or text.plural))


def gather(folder: Path = FOLDER) -> None:
    """Brings the ``.ts`` files up to the program's texts; English keeps plurals only."""
    sources = [str(path) for path in sorted(UI.rglob("*.py"))]
    for lang in LANGS:
        target = folder / f"callcue_{lang}.ts"
        only_plurals = ["-pluralonly"] if lang == "en" else []
        _run(
            "lupdate",
            *sources,
            *only_plurals,
            "-no-obsolete",
            "-locations",
            "none",
            "-source-language",
            "en",
            "-target-language",
            lang,
            "-ts",
            str(target),
        )


def build(folder: Path = FOLDER) -> None:
    """Builds the ``.qm`` files, each put in place whole: a running window has the old one mapped into its memory."""
    for lang in LANGS:
        target, fresh = folder / f"callcue_{lang}.qm", folder / f"callcue_{lang}.qm.new"
        _run("lrelease", str(folder / f"callcue_{lang}.ts"), "-qm", str(fresh))
        fresh.replace(target)


def stale() -> list[str]:
    """Names of files that gathering and building anew would change."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for path in FOLDER.glob("*.ts"):
            shutil.copy(path, fresh)
        gather(fresh)
        build(fresh)
        names = [f"callcue_{lang}.{ending}" for lang in LANGS for ending in ("ts", "qm")]
        return [each for each in names if _content(fresh / each) != _content(FOLDER / each)]


def _content(path: Path) -> object:
    if not path.exists():
        return None
    return texts(path) if path.suffix == ".ts" else path.read_bytes()


def _run(tool: str, *arguments: str) -> None:
    program = shutil.which(f"pyside6-{tool}", path=str(Path(sys.executable).parent)) or f"pyside6-{tool}"
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        sys.stderr.write(done.stdout + done.stderr)
        raise SystemExit(done.returncode)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line."""
    parser = argparse.ArgumentParser(prog="python -m app.scripts.words", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something is missing")
    args = parser.parse_args(argv)
    if not args.check:
        gather()
        build()
    missing = [(lang, text) for lang in LANGS for text in unfinished(lang)]
    for lang, text in missing:
        sys.stdout.write(f"callcue_{lang}.ts: {text.context}: no translation yet: {text.source}\n")
    old = stale() if args.check else []
    for name in old:
        sys.stdout.write(f"{name} is older than the program's texts; run: python -m app.scripts.words\n")
    return 1 if missing or old else 0


if __name__ == "__main__":
    raise SystemExit(main())
