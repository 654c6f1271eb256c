"""The words that steps of scripted calls are made of: quotations, details, and what a wrong one is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.call.wording import read_value
from app.playbook.model import FactValue, Playbook
from app.playbook.nearest import nearest
from app.playbook.vocabulary import DISQUALIFICATIONS, OBJECTION_KINDS, Label

_QUOTED = re.compile(r'"([^"]*)"|„([^“”]*)[“”]|“([^”]*)”')
_DETAIL = re.compile(
    r'([A-Za-z_][\w.]*)=(?:"([^"]*)"|„([^“”]*)[“”]|“([^”]*)”|(.*?))(?=\s+[A-Za-z_][\w.]*=|\s*$)'
)


class ScriptSlip(Exception):
    """A step that cannot be taken; says why, and what was expected there."""

    def __init__(self, number: int, step: str, words: Label) -> None:
        super().__init__(f"step {number}: {words.en}")
        self.number = number
        self.step = step
        self.words = words

    def in_lang(self, lang: str) -> str:
        """The whole message in ``lang``."""
        place = Label(f"Step {self.number} ({self.step}): ", f"Krok {self.number} ({self.step}): ")
        return place.in_lang(lang) + self.words.in_lang(lang)


class Wrong(Exception):
    """What is wrong with a step; ``ScriptSlip`` adds which step it is."""

    def __init__(self, en: str, cs: str) -> None:
        super().__init__(en)
        self.words = Label(en, cs)


def no_such(en: str, cs: str, name: str, known: Iterable[str]) -> Wrong:
    """The slip for a name that does not exist: the nearest one that does, else what there is."""
    names = list(dict.fromkeys(known))
    near = nearest(name, names)
    listed = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    hint = (
        Label(f"Did you mean '{near}'?", f"Nemělo tam být „{near}“?")
        if near
        else Label(f"There is: {listed}.", f"Na výběr je: {listed}.")
    )
    if not names:
        hint = Label("There is none.", "Žádné tu není.")
    return Wrong(f"no {en} is called '{name}'. {hint.en}", f"{cs} „{name}“ neexistuje. {hint.cs}")


def one_of(en: str, cs: str, word: str, known: list[str]) -> str:
    """``word``, if it is one of ``known``. Raises ``Wrong`` with the nearest."""
    if word not in known:
        raise no_such(en, cs, word, known)
    return word


def quotation(text: str) -> tuple[str, str]:
    """The words in quotes and what follows them; a text without quotes is all words."""
    found = _QUOTED.match(text)
    if found is None:
        return text.strip(), ""
    return next((part for part in found.groups() if part is not None), ""), text[found.end() :].strip()


def details_in(text: str, known: Iterable[str]) -> dict[str, str]:
    """``NAME=VALUE`` pairs; longer values stand in quotes. Raises ``Wrong`` for names that are not ``known``."""
    found: dict[str, str] = {}
    names = list(known)
    rest = text
    while rest := rest.strip():
        match = _DETAIL.match(rest)
        if match is None:
            raise Wrong(
                f"'{rest}' should read NAME=VALUE, longer values in quotes.",
                f"„{rest}“ má mít tvar JMÉNO=HODNOTA, delší hodnoty v uvozovkách.",
            )
        name, *values = match.groups()
        if name not in names:
            raise no_such("detail", "údaj", name, names)
        found[name] = next((value for value in values if value is not None), "").strip()
        rest = rest[match.end() :]
    return found


def reason_of(word: str) -> str:
    """A reason's code, or an empty text. Raises ``Wrong``."""
    if word and word not in OBJECTION_KINDS and word not in DISQUALIFICATIONS:
        raise no_such("reason", "důvod", word, [*OBJECTION_KINDS, *DISQUALIFICATIONS])
    return word


def amount_of(text: str | None) -> float | None:
    """A sum of money, a decimal comma allowed. Raises ``Wrong``."""
    if text is None:
        return None
    try:
        return float(text.replace(" ", "").replace(",", "."))
    except ValueError as error:
        raise Wrong(f"'{text}' is no amount.", f"„{text}“ není částka.") from error


def facts_in(playbook: Playbook, details: Mapping[str, str]) -> dict[str, FactValue]:
    """Those details that are facts of the playbook, as values. Raises ``Wrong``."""
    found: dict[str, FactValue] = {}
    for name, text in details.items():
        fact = playbook.facts.get(name)
        if fact is None:
            continue
        value = read_value(fact, text)
        if value is None:
            raise Wrong(f"'{text}' is no value of {name}.", f"„{text}“ není hodnota údaje {name}.")
        found[name] = value
    return found
