"""The address that dials: the template of the settings with a number in it, or why there is none, in words."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlsplit

from app.leads.numbers import HOME_COUNTRY, read_number
from app.playbook.vocabulary import Label

USUAL_TEMPLATE = "tel:{e164}"
"""What any desktop hands to its phone program (RFC 3966)."""
PLACE = "{e164}"
PHONE_SCHEMES = ("tel", "callto", "sip", "sips")
"""Schemes that belong to telephones; the desktop hands them to the program registered for them."""
LONGEST = 300

_ADDRESS_SIGNS = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
"""All signs that an address may have (RFC 3986)."""
_SAMPLE = "+420601234567"


class DialSlip(StrEnum):
    """Why nothing is dialled."""

    NO_NUMBER = "no_number"
    NOT_A_NUMBER = "not_a_number"
    BLOCKED = "blocked"
    UNSURE = "unsure"
    NO_PLACE = "no_place"
    NOT_AN_ADDRESS = "not_an_address"
    NOT_A_PHONE = "not_a_phone"
    NOT_HERE = "not_here"
    NOBODY_TOOK_IT = "nobody_took_it"
    SILENT = "silent"
    REFUSED = "refused"


_WORDS: dict[DialSlip, Label] = {
    DialSlip.NO_NUMBER: Label(
        "There is no number to dial. Add one to the customer first.",
        "Není co vytočit. Nejdřív k zákazníkovi doplňte číslo.",
    ),
    DialSlip.NOT_A_NUMBER: Label(
        "No such phone number can exist, so it was not dialled. Check the digits.",
        "Takové telefonní číslo být nemůže, a proto se nevytočilo. Zkontrolujte číslice.",
    ),
    DialSlip.BLOCKED: Label(
        "This number asked not to be called again. Callcue does not dial it.",
        "Z tohoto čísla si další volání nepřejí. Callcue ho nevytočí.",
    ),
    DialSlip.UNSURE: Label(
        "The do-not-call list cannot be read now, so nothing was dialled. Try again in a moment.",
        "Seznam čísel, kam se nevolá, teď nejde přečíst, a proto se nevytočilo nic. Zkuste to za chvíli.",
    ),
    DialSlip.NO_PLACE: Label(
        "The dialling address in the settings has no {e164} in it, the place for the number. The usual one is tel:{e164}.",
        "V adrese pro vytáčení v nastavení chybí {e164}, místo pro číslo. Obvyklá adresa je tel:{e164}.",
    ),
    DialSlip.NOT_AN_ADDRESS: Label(
        "The dialling address in the settings is not an address. The usual one is tel:{e164}.",
        "Adresa pro vytáčení v nastavení není platná adresa. Obvyklá je tel:{e164}.",
    ),
    DialSlip.NOT_A_PHONE: Label(
        "The dialling address in the settings does not belong to a phone. It starts with tel:, callto:, sip: or http://localhost.",
        "Adresa pro vytáčení v nastavení nepatří telefonu. Začíná na tel:, callto:, sip: nebo http://localhost.",
    ),
    DialSlip.NOT_HERE: Label(
        "The dialling address leads to another computer; numbers are sent to a phone program on this one only (http://localhost…).",
        "Adresa pro vytáčení vede na jiný počítač; čísla se posílají jen telefonnímu programu na tomto (http://localhost…).",
    ),
    DialSlip.NOBODY_TOOK_IT: Label(
        "No phone program took the number. Dial it by hand, or set one up in the settings.",
        "Číslo nepřevzal žádný telefonní program. Vytočte ho ručně, nebo ho nastavte v nastavení.",
    ),
    DialSlip.SILENT: Label(
        "The phone program does not answer at its address. Start it, or dial by hand.",
        "Telefonní program na své adrese neodpovídá. Spusťte ho, nebo číslo vytočte ručně.",
    ),
    DialSlip.REFUSED: Label(
        "The phone program answered, but it would not dial. Look at it, or dial by hand.",
        "Telefonní program odpověděl, ale vytočit číslo nechtěl. Podívejte se na něj, nebo vytočte ručně.",
    ),
}


class CannotDial(Exception):
    """Nothing was dialled; ``words`` say why and what to do."""

    def __init__(self, slip: DialSlip) -> None:
        super().__init__(_WORDS[slip].en)
        self.slip = slip
        self.words = _WORDS[slip]


@dataclass(frozen=True, slots=True)
class DialLink:
    """An address that dials. ``is_local_call``: it is asked for over HTTP on this computer, without any browser."""

    url: str
    is_local_call: bool = False


def dial_link(template: str, written: str, country: str = HOME_COUNTRY) -> DialLink:
    """The address that dials the number ``written``.

    Args:
        template: An address with ``{e164}`` in it: ``tel:``, ``callto:``, ``sip:``, or ``http`` to this computer.
        written: The number however it is written.
        country: Where numbers without a prefix belong (ISO 3166-1 alpha-2).

    Raises:
        CannotDial: The number or the template will not do.
    """
    problem = template_slip(template)
    if problem is not None:
        raise CannotDial(problem)
    if not written.strip():
        raise CannotDial(DialSlip.NO_NUMBER)
    number = read_number(written, country)
    if number is None:
        raise CannotDial(DialSlip.NOT_A_NUMBER)
    if template.strip() == USUAL_TEMPLATE:
        return DialLink(number.uri)
    return _filled(template.strip(), number.e164)


def template_slip(template: str) -> DialSlip | None:
    """What is wrong with a template; ``None`` when it can dial."""
    text = template.strip()
    if PLACE not in text:
        return DialSlip.NO_PLACE
    bare = text.replace(PLACE, "")
    if len(text) > LONGEST or not bare or not _ADDRESS_SIGNS.fullmatch(bare):
        return DialSlip.NOT_AN_ADDRESS
    scheme, colon, _ = text.partition(":")
    if not colon or PLACE in scheme:
        return DialSlip.NOT_AN_ADDRESS
    if scheme.lower() in PHONE_SCHEMES:
        return None
    if scheme.lower() not in ("http", "https"):
        return DialSlip.NOT_A_PHONE
    return None if _leads_here(text) else DialSlip.NOT_HERE


def words_of(slip: DialSlip) -> Label:
    """Why nothing is dialled, for a person."""
    return _WORDS[slip]


def _leads_here(template: str) -> bool:
    """Whether it is plain HTTP to this very computer, with the number nowhere near the name of the host."""
    try:
        parts = urlsplit(template.replace(PLACE, _SAMPLE))
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if parts.scheme != "http" or "@" in parts.netloc or _SAMPLE in parts.netloc:
        return False
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _filled(template: str, e164: str) -> DialLink:
    """The template with the number in it; in a query a bare plus would mean a space, so it is escaped there."""
    is_local = template.lower().startswith("http:")
    before, mark, after = template.partition("?")
    query = after.replace(PLACE, quote(e164, safe="")) if is_local else after.replace(PLACE, e164)
    return DialLink(before.replace(PLACE, e164) + mark + query, is_local)
