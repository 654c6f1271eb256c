"""Settings, each declared once: its name, type, default, allowed values, and what it does in both languages.

They live in ``settings.json`` in the data folder. What is set in the environment wins and is never written there.
"""

# ruff: noqa: RUF009 -- ``_declared`` stands for ``dataclasses.field``

from __future__ import annotations

import contextlib
import dataclasses
import getpass
import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, cast

from app.call.events import HelpLevel
from app.call.people import RepCard
from app.playbook.vocabulary import Label

FILE_NAME = "settings.json"
HOME_VARIABLE = "CALLCUE_HOME"
_T = TypeVar("_T")


class Language(StrEnum):
    """The program's own language; playbooks bring theirs."""

    SYSTEM = "system"
    EN = "en"
    CS = "cs"


class Theme(StrEnum):
    """How the windows look."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Declared:
    """What is known of a setting beside its name, type and default.

    Attributes:
        words: What it does, for a person.
        lowest: Smallest number allowed.
        highest: Greatest number allowed.
        pattern: What a text must look like (a whole match); anything when empty.
        variable: The environment variable that overrides it; empty when there is none.
    """

    words: Label
    lowest: int | None = None
    highest: int | None = None
    pattern: str = ""
    variable: str = ""


def _declared(default: _T, en: str, cs: str, **more: Any) -> _T:
    declared: Any = field(default=default, metadata={"declared": Declared(Label(en, cs), **more)})
    return cast("_T", declared)


def _no_keys() -> Mapping[str, tuple[str, ...]]:
    return {}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. Empty texts mean "not set"."""

    language: Language = _declared(
        Language.SYSTEM,
        "Language of the program: that of the system, English or Czech.",
        "Jazyk programu: podle systému, angličtina, nebo čeština.",
        variable="CALLCUE_LANG",
    )
    theme: Theme = _declared(
        Theme.SYSTEM,
        "Look of the windows: as the system has it, light, dark, or high contrast.",
        "Vzhled oken: podle systému, světlý, tmavý, nebo s vysokým kontrastem.",
    )
    text_percent: int = _declared(
        100,
        "Size of all text, in percent.",
        "Velikost veškerého textu v procentech.",
        lowest=100,
        highest=200,
    )
    rep_name: str = _declared(
        "", "Your name, as playbooks speak it.", "Vaše jméno, jak je říkají scénáře hovorů."
    )
    rep_company: str = _declared("", "The company that you call for.", "Společnost, za kterou voláte.")
    rep_phone: str = _declared(
        "", "Your number that customers can ring back.", "Vaše číslo, na které mohou zákazníci volat zpět."
    )
    rep_email: str = _declared("", "Your e-mail address.", "Vaše e-mailová adresa.")
    help_level: HelpLevel = _declared(
        HelpLevel.FULL,
        "How much the call screen shows at first: whole sentences, cue words first, or cue words only.",
        "Kolik toho obrazovka hovoru zpočátku ukazuje: celé věty, nejdřív opory, nebo jen opory.",
    )
    compact_on_top: bool = _declared(
        True,  # noqa: FBT003
        "Keep the compact call window above other windows.",
        "Držet malé okno hovoru nad ostatními okny.",
    )
    recorded_calls: bool = _declared(
        False,  # noqa: FBT003
        "Your phone records calls, so playbooks say so to the customer.",
        "Váš telefon hovory nahrává, a scénáře to proto zákazníkovi oznámí.",
    )
    country: str = _declared(
        "CZ",
        "Country of phone numbers written without a prefix (two letters, ISO 3166).",
        "Země telefonních čísel psaných bez předvolby (dvě písmena podle ISO 3166).",
        pattern="[A-Z]{2}",
    )
    dial: str = _declared(
        "tel:{e164}",
        "The address that dials a number in your softphone; {e164} stands for the number.",
        "Adresa, která ve vašem telefonu vytočí číslo; {e164} zastupuje číslo.",
        pattern=r"[a-zA-Z][a-zA-Z0-9+.-]*:.*\{e164\}.*",
    )
    playbooks: str = _declared(
        "",
        "Folder with the playbooks; when empty, those that came with Callcue.",
        "Složka se scénáři hovorů; když je prázdná, použijí se ty dodané s Callcue.",
        variable="CALLCUE_PLAYBOOKS",
    )
    database: str = _declared(
        "",
        "The database: a file or an address such as postgresql+psycopg://user@server/name; "
        "when empty, callcue.db in the data folder.",
        "Databáze: soubor nebo adresa jako postgresql+psycopg://uzivatel@server/jmeno; "
        "když je prázdná, callcue.db v datové složce.",
        variable="CALLCUE_DB",
    )
    rep_id: str = _declared(
        "",
        "The name that your calls are listed under; when empty, your login on this computer.",
        "Jméno, pod kterým se vedou vaše hovory; když je prázdné, přihlašovací jméno na tomto počítači.",
    )
    last_playbook: str = _declared(
        "",
        "The playbook last called with, kept by the program.",
        "Naposledy použitý scénář hovoru; uchovává si ho program.",
    )
    window: str = _declared(
        "",
        "Place and size of the main window, kept by the program.",
        "Umístění a velikost hlavního okna; uchovává si je program.",
        pattern=r"[A-Za-z0-9+/=]*",
    )
    compact_window: str = _declared(
        "",
        "Place and size of the compact call window, kept by the program.",
        "Umístění a velikost malého okna hovoru; uchovává si je program.",
        pattern=r"[A-Za-z0-9+/=]*",
    )
    keys: Mapping[str, tuple[str, ...]] = field(
        default_factory=_no_keys,
        metadata={
            "declared": Declared(
                Label(
                    "Keys that differ from the usual ones, by action; an empty list switches the key off.",
                    "Klávesy, které se liší od obvyklých, podle úkonu; prázdný seznam klávesu vypne.",
                )
            )
        },
    )

    @property
    def login(self) -> str:
        """The name that calls are listed under: the one set, else the login on this computer."""
        return self.rep_id or _system_login()

    @property
    def rep(self) -> RepCard:
        """The person who works here, as calls record them."""
        return RepCard(self.login, self.rep_name, self.rep_company, self.rep_phone, self.rep_email)


def _system_login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "rep"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as a screen or the README shows it. ``allowed`` is empty when anything of the type will do."""

    name: str
    type: str
    default: object
    allowed: tuple[str, ...]
    words: Label
    variable: str


def catalogue() -> tuple[Setting, ...]:
    """Every setting in the order declared."""
    return tuple(_setting(spec) for spec in dataclasses.fields(Settings))


def _setting(spec: dataclasses.Field[Any]) -> Setting:
    declared = _declaration(spec)
    default = _default(spec)
    if isinstance(default, StrEnum):
        allowed = tuple(one.value for one in type(default))
    elif isinstance(default, bool):
        allowed = ("true", "false")
    elif declared.lowest is not None:
        allowed = (f"{declared.lowest}-{declared.highest}",)
    else:
        allowed = ()
    shape = "text" if isinstance(default, str) else "yes/no" if isinstance(default, bool) else "number"
    shape = "keys by action" if isinstance(default, Mapping) else shape
    return Setting(
        spec.name,
        shape,
        str(default) if isinstance(default, StrEnum) else default,
        allowed,
        declared.words,
        declared.variable,
    )


def _declaration(spec: dataclasses.Field[Any]) -> Declared:
    return cast("Declared", spec.metadata["declared"])


def _default(spec: dataclasses.Field[Any]) -> Any:
    return _no_keys() if spec.default is dataclasses.MISSING else spec.default


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
            values[spec.name] = _fitted(spec, written)
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
        if value != _default(spec):
            kept[spec.name] = _plain(value)
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
        values[spec.name] = _fitted(spec, raw[spec.name])
    except ValueError as error:
        problems.append(SettingsProblem(f"{path}: {spec.name}", _unusable(spec, error)))


def _overrides(environment: Mapping[str, str] | None) -> list[tuple[dataclasses.Field[Any], str, str]]:
    around = os.environ if environment is None else environment
    found = []
    for spec in dataclasses.fields(Settings):
        variable = _declaration(spec).variable
        if variable and around.get(variable):
            found.append((spec, variable, around[variable]))
    return found


def _reads(spec: dataclasses.Field[Any], raw: object) -> bool:
    try:
        _fitted(spec, raw)
    except ValueError:
        return False
    return True


def _fitted(spec: dataclasses.Field[Any], raw: object) -> Any:
    """``raw`` in the setting's type. Raises ValueError whose text names what would be right."""
    declared, default = _declaration(spec), _default(spec)
    if isinstance(default, StrEnum):
        names = [one.value for one in type(default)]
        if raw not in names:
            raise ValueError(", ".join(names))
        return type(default)(raw)
    if isinstance(default, bool):
        if not isinstance(raw, bool):
            raise ValueError("true, false")  # noqa: TRY004  one kind of error for every unusable value
        return raw
    if isinstance(default, int):
        return _number(declared, raw)
    if isinstance(default, str):
        if not isinstance(raw, str) or (raw and declared.pattern and not re.fullmatch(declared.pattern, raw)):
            raise ValueError(json.dumps(default) if default else '"…"')
        return raw or default
    return _key_map(raw)


def _number(declared: Declared, raw: object) -> int:
    lowest, highest = declared.lowest or 0, declared.highest or 0
    if not isinstance(raw, int) or isinstance(raw, bool) or not lowest <= raw <= highest:
        raise ValueError(f"{lowest}-{highest}")
    return raw


def _key_map(raw: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(raw, dict):
        raise ValueError('{"action": ["Key"]}')  # noqa: TRY004
    for keys in raw.values():
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            raise ValueError('{"action": ["Key"]}')
    return {str(action): tuple(keys) for action, keys in raw.items()}


def _unusable(spec: dataclasses.Field[Any], error: ValueError) -> Label:
    return Label(
        f"this value of '{spec.name}' cannot be used; the default holds. It should be: {error}.",
        f"tuto hodnotu „{spec.name}“ nelze použít; platí výchozí. Má být: {error}.",
    )


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Mapping):
        return {action: list(keys) for action, keys in value.items()}
    return value


def _read(path: Path) -> tuple[dict[str, Any], list[SettingsProblem]]:
    raw, problem = _parsed(path)
    if problem is None:
        return raw, []
    aside = path.with_name(f"settings-unreadable-{date.today().isoformat()}.json")  # noqa: DTZ011  a name for people
    with contextlib.suppress(OSError):
        path.replace(aside)
    return {}, [problem]


def _parsed(path: Path) -> tuple[dict[str, Any], SettingsProblem | None]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return {}, None
    except OSError as error:
        return {}, _unreadable(str(path), error.strerror or "", error.strerror or "")
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
