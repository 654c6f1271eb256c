"""What a phone program tells when it rings: ``callcue://call?number=…``, taken with mistrust.

Anybody can put such an address on a web page, so only the parameters listed here pass, each bounded in length, the
number only when phonenumbers knows it; nothing is done before the rep agrees.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote, urlsplit

from app.call.people import Direction
from app.leads.numbers import HOME_COUNTRY, PhoneNumber, read_number
from app.playbook.vocabulary import Label

SCHEME = "callcue"
VERB = "call"
LONGEST_ADDRESS = 1000
LONGEST_NUMBER = 40
LONGEST_NAME = 80
PARAMETERS = ("number", "dir", "event", "name", "duration")

_NUMBER_SIGNS = re.compile(r"(?:tel:)?[+0-9 ()./\-\u00a0]+", re.ASCII)
_ESCAPES = re.compile(r"%(?![0-9A-Fa-f]{2})")


class PopEvent(StrEnum):
    """What the phone does."""

    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"


class PopSlip(StrEnum):
    """Why what a phone program told is refused."""

    ADDRESS = "address"
    VERB = "verb"
    PARAMETER = "parameter"
    TWICE = "twice"
    NUMBER = "number"
    DIRECTION = "dir"
    EVENT = "event"
    NAME = "name"
    DURATION = "duration"


_WORDS: dict[PopSlip, Label] = {
    PopSlip.ADDRESS: Label(
        "This is not an address that Callcue understands: callcue://call?number=… is.",
        "Takové adrese Callcue nerozumí: správně je callcue://call?number=…",
    ),
    PopSlip.VERB: Label("An address can only tell of a call.", "Adresa může mluvit jen o hovoru (call)."),
    PopSlip.PARAMETER: Label(
        "Only number, dir, event, name and duration can be told.",
        "Sdělit jde jen number, dir, event, name a duration.",
    ),
    PopSlip.TWICE: Label("One parameter is there twice.", "Jeden z údajů je tam dvakrát."),
    PopSlip.NUMBER: Label(
        "There is no phone number that could exist.", "Chybí telefonní číslo, které může být."
    ),
    PopSlip.DIRECTION: Label("dir is in or out.", "dir je in nebo out."),
    PopSlip.EVENT: Label("event is ringing, answered or ended.", "event je ringing, answered nebo ended."),
    PopSlip.NAME: Label(
        "The name is too long or not plain text.", "Jméno je příliš dlouhé nebo to není prostý text."
    ),
    PopSlip.DURATION: Label("duration is a number of seconds.", "duration je počet sekund."),
}


class PopRefused(Exception):
    """What a phone program told cannot be taken; ``words`` say why."""

    def __init__(self, slip: PopSlip) -> None:
        super().__init__(_WORDS[slip].en)
        self.slip = slip
        self.words = _WORDS[slip]


@dataclass(frozen=True, slots=True)
class Pop:
    """The phone tells of a call. ``name`` is what the phone program calls the other side, often empty."""

    number: PhoneNumber
    direction: Direction = Direction.INBOUND
    event: PopEvent = PopEvent.RINGING
    name: str = ""

    @property
    def address(self) -> str:
        """The same as an address."""
        way = "in" if self.direction is Direction.INBOUND else "out"
        told = {"number": self.number.e164, "dir": way, "event": self.event.value, "name": self.name}
        query = "&".join(f"{name}={quote(value, safe='')}" for name, value in told.items() if value)
        return f"{SCHEME}://{VERB}?{query}"


def read_address(address: str, country: str = HOME_COUNTRY) -> Pop:
    """Reads ``callcue://call?number=…&dir=in&event=ringing&name=…``.

    Raises:
        PopRefused: It is anything else.
    """
    if len(address) > LONGEST_ADDRESS or not address.isprintable():
        raise PopRefused(PopSlip.ADDRESS)
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise PopRefused(PopSlip.ADDRESS) from error
    if parts.scheme != SCHEME or parts.fragment or parts.path not in ("", "/") or _ESCAPES.search(address):
        raise PopRefused(PopSlip.ADDRESS)
    if parts.netloc.lower() != VERB:
        raise PopRefused(PopSlip.VERB)
    return pop_of(_told(parts.query), country)


def pop_of(told: Mapping[str, str], country: str = HOME_COUNTRY) -> Pop:
    """The pop that parameters tell of; ``dir`` is ``in`` and ``event`` is ``ringing`` when left out.

    Raises:
        PopRefused: A parameter is unknown or its value will not do.
    """
    if not set(told) <= set(PARAMETERS):
        raise PopRefused(PopSlip.PARAMETER)
    way, event = told.get("dir", "in"), told.get("event", PopEvent.RINGING)
    if way not in ("in", "out"):
        raise PopRefused(PopSlip.DIRECTION)
    if event not in tuple(PopEvent):
        raise PopRefused(PopSlip.EVENT)
    duration = told.get("duration", "0")
    if not (duration.isascii() and duration.isdigit() and len(duration) <= 6):
        raise PopRefused(PopSlip.DURATION)
    direction = Direction.INBOUND if way == "in" else Direction.OUTBOUND
    return Pop(
        _number(told.get("number", ""), country), direction, PopEvent(event), _name(told.get("name", ""))
    )


def _told(query: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for part in query.split("&") if query else ():
        name, _, value = part.partition("=")
        if name in told:
            raise PopRefused(PopSlip.TWICE)
        try:
            # A bare plus belongs to a number; in names it is a space, as forms write it.
            plain = value if name == "number" else value.replace("+", " ")
            told[name] = unquote(plain, errors="strict")
        except UnicodeDecodeError as error:
            raise PopRefused(PopSlip.ADDRESS) from error
    return told


def _number(written: str, country: str) -> PhoneNumber:
    text = written.strip()
    if len(text) > LONGEST_NUMBER or not _NUMBER_SIGNS.fullmatch(text):
        raise PopRefused(PopSlip.NUMBER)
    number = read_number(text, country)
    if number is None:
        raise PopRefused(PopSlip.NUMBER)
    return number


def _name(written: str) -> str:
    """The name on one line; control and direction signs, which could make it look like something else, are refused."""
    if len(written) > LONGEST_NAME or not written.isprintable():
        raise PopRefused(PopSlip.NAME)
    return " ".join(written.split())
