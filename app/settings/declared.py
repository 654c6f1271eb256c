"""Settings, each declared once: its name, type, default, allowed values, and what it does in both languages."""

# ruff: noqa: RUF009 -- ``_declared`` stands for ``dataclasses.field``

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, cast

from app.call.help_level import HelpLevel
from app.call.nudge_kind import NudgeKind
from app.playbook.label import Label

if TYPE_CHECKING:
    from app.call.people import RepCard

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


_NUDGES = "|".join(NudgeKind)


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
    reminders_off: str = _declared(
        "",
        "Quiet reminders in calls that are switched off: two_statements, must_open, ask_missing, open_objection; "
        "several with commas between.",
        "Tichá připomenutí při hovoru, která jsou vypnutá: two_statements, must_open, ask_missing, "
        "open_objection; více jich oddělte čárkou.",
        pattern=rf"({_NUDGES})(, ?({_NUDGES}))*",
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

    global_keys: Mapping[str, tuple[str, ...]] = field(
        default_factory=_no_keys,
        metadata={
            "declared": Declared(
                Label(
                    "Keys that work while another program has the focus, by action; none unless you set one.",
                    "Klávesy, které fungují, i když je v popředí jiný program, podle úkonu; samy od sebe žádné.",
                )
            )
        },
    )

    @property
    def login(self) -> str:
        """The name that calls are listed under: the one set, else the login on this computer."""
        return self.rep_id or _system_login()

    @property
    def quiet(self) -> frozenset[NudgeKind]:
        """The reminders that are switched off."""
        return frozenset(NudgeKind(part.strip()) for part in self.reminders_off.split(",") if part.strip())

    @property
    def rep(self) -> RepCard:
        """The person who works here, as calls record them."""
        from app.call.people import RepCard

        return RepCard(self.login, self.rep_name, self.rep_company, self.rep_phone, self.rep_email)


def _system_login() -> str:
    import getpass

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
    declared = declaration(spec)
    default = default_of(spec)
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


def declaration(spec: dataclasses.Field[Any]) -> Declared:
    """What is declared of the field ``spec`` of ``Settings``."""
    return cast("Declared", spec.metadata["declared"])


def default_of(spec: dataclasses.Field[Any]) -> Any:
    """The default of the field ``spec`` of ``Settings``."""
    return _no_keys() if spec.default is dataclasses.MISSING else spec.default
