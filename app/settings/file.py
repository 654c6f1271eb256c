"""The file of settings in the data folder: read with every mistake told, written whole or not at all.

What is set in the environment wins and is never written there.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.playbook.file_words import why_refused
from app.playbook.label import Label
from app.settings.declared import Settings, declaration, default_of
from app.settings.values import fitted, plain

FILE_NAME = "settings.json"
HOME_VARIABLE = "CALLCUE_HOME"


@dataclass(frozen=True, slots=True)
class SettingsProblem:
    """Something in the file or the environment that cannot be used; the default holds instead.

    ``place`` is ``file:line:column``, ``file: name``, or the variable.
    """

    place: str
    words: Label

    def in_lang(self, lang: str) -> str:
        """Place and sentence in ``lang``."""
        return f"{self.place}: {self.words.in_lang(lang)}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings that hold, and what was wrong on the way."""

    settings: Settings
    problems: tuple[SettingsProblem, ...] = ()


def home_folder(environment: Mapping[str, str] | None = None) -> Path:
    """The data folder: ``CALLCUE_HOME``, else the platform's own. It need not exist yet."""
    set_home = (os.environ if environment is None else environment).get(HOME_VARIABLE, "")
    if set_home:
        return Path(set_home).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("callcue", appauthor=False))


def load(home: Path, environment: Mapping[str, str] | None = None) -> Loaded:
    """Reads the settings of ``home``. Whatever is wrong is told and left at its default; nothing is raised.

    A file that is no JSON object is kept aside under another name, so that saving does not destroy it.
    """
    raw, problems = _read(home / FILE_NAME)
    values: dict[str, Any] = {}
    for spec in dataclasses.fields(Settings):
        _take(values, problems, spec, raw, home / FILE_NAME)
    for spec, variable, written in _overrides(environment):
        try:
            values[spec.name] = fitted(spec, written)
        except ValueError as error:
            problems.append(SettingsProblem(variable, _unusable(spec, error)))
    return Loaded(Settings(**values), tuple(problems))


def save(home: Path, settings: Settings, environment: Mapping[str, str] | None = None) -> None:
    """Writes what differs from the defaults, whole or not at all.

    Names of newer versions, values that could not be read and were not changed since, and what the file says about
    settings that the environment overrides, all stay as they are in the file.

    Raises:
        OSError: The file cannot be written.
    """
    path = home / FILE_NAME
    kept, _ = _parsed(path)
    overridden = {spec.name for spec, _, _ in _overrides(environment)}
    for spec in dataclasses.fields(Settings):
        if spec.name in overridden:
            continue
        value = getattr(settings, spec.name)
        if value != default_of(spec):
            kept[spec.name] = plain(value)
        elif spec.name in kept and _reads(spec, kept[spec.name]):
            del kept[spec.name]
    _write(path, json.dumps(kept, ensure_ascii=False, indent=2) + "\n")


def _take(
    values: dict[str, Any],
    problems: list[SettingsProblem],
    spec: dataclasses.Field[Any],
    raw: Mapping[str, Any],
    path: Path,
) -> None:
    if spec.name not in raw:
        return
    try:
        values[spec.name] = fitted(spec, raw[spec.name])
    except ValueError as error:
        problems.append(SettingsProblem(f"{path}: {spec.name}", _unusable(spec, error)))


def _overrides(environment: Mapping[str, str] | None) -> list[tuple[dataclasses.Field[Any], str, str]]:
    around = os.environ if environment is None else environment
    found = []
    for spec in dataclasses.fields(Settings):
        variable = declaration(spec).variable
        if variable and around.get(variable):
            found.append((spec, variable, around[variable]))
    return found


def _reads(spec: dataclasses.Field[Any], raw: object) -> bool:
    try:
        fitted(spec, raw)
    except ValueError:
        return False
    return True


def _unusable(spec: dataclasses.Field[Any], error: ValueError) -> Label:
    return Label(
        f"this value of '{spec.name}' cannot be used; the default holds. It should be: {error}.",
        f"tuto hodnotu „{spec.name}“ nelze použít; platí výchozí. Má být: {error}.",
    )


def _read(path: Path) -> tuple[dict[str, Any], list[SettingsProblem]]:
    raw, problem = _parsed(path)
    if problem is None:
        return raw, []
    if problem.place != str(path):
        with contextlib.suppress(OSError):
            path.replace(_aside(path))
    return {}, [problem]


def _aside(path: Path) -> Path:
    """``settings-unreadable-2026-11-24.json``, or the next name like it that is free."""
    stem = f"settings-unreadable-{date.today().isoformat()}"  # noqa: DTZ011  a name for people
    free, number = path.with_name(f"{stem}.json"), 1
    while free.exists():
        number += 1
        free = path.with_name(f"{stem}-{number}.json")
    return free


def _parsed(path: Path) -> tuple[dict[str, Any], SettingsProblem | None]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return {}, None
    except OSError as error:
        return {}, _closed(path, why_refused(error))
    except UnicodeDecodeError:
        return {}, _unreadable(f"{path}:1:1", "it is not text in UTF-8", "není to text v UTF-8")
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        return {}, _unreadable(place, "it is not JSON from here on", "odtud dál to není JSON")
    except RecursionError:
        return {}, _unreadable(f"{path}:1:1", "it is nested too deep", "je příliš hluboko vnořený")
    if not isinstance(raw, dict):
        return {}, _unreadable(f"{path}:1:1", "it should be a JSON object", "má to být objekt JSON")
    return raw, None


def _closed(path: Path, why: Label) -> SettingsProblem:
    return SettingsProblem(
        str(path),
        Label(
            f"the settings cannot be opened ({why.en}). Defaults hold until the file may be read.",
            f"nastavení nelze otevřít ({why.cs}). Dokud soubor nepůjde číst, platí výchozí hodnoty.",
        ),
    )


def _unreadable(place: str, en: str, cs: str) -> SettingsProblem:
    return SettingsProblem(
        place,
        Label(
            f"the settings cannot be read ({en}). Defaults hold, and the file is kept aside.",
            f"nastavení nelze přečíst ({cs}). Platí výchozí hodnoty a soubor je odložen stranou.",
        ),
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-", suffix=".json")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
