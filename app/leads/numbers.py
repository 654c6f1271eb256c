"""Phone numbers: what was typed, as the network knows it (E.164) and as people like to read it."""

from __future__ import annotations

from dataclasses import dataclass

HOME_COUNTRY = "CZ"
"""Country (ISO 3166-1 alpha-2) of numbers written without a prefix, until the settings name another."""


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number that could be dialled.

    Attributes:
        e164: ``+420601234567``; what records and look-ups use.
        display: Grouped for reading; with the country code only when it is not the home country's.
        country: ISO 3166-1 alpha-2, empty for numbers of no country.
        valid: Whether such a number can have been given out; a merely possible one is shown but not trusted.
        extension: Digits to dial after the answer, often empty.
    """

    e164: str
    display: str
    country: str
    valid: bool
    extension: str = ""

    @property
    def uri(self) -> str:
        """A ``tel:`` link (RFC 3966) that a softphone opens."""
        return f"tel:{self.e164}" + (f";ext={self.extension}" if self.extension else "")


def read_number(written: str, country: str = HOME_COUNTRY) -> PhoneNumber | None:
    """Reads a number however it is written; ``None`` when no such number is possible.

    Args:
        written: Digits with spaces, brackets, dashes, ``00`` or ``+``; an extension may follow.
        country: Where numbers without a prefix belong (ISO 3166-1 alpha-2, any case).
    """
    import phonenumbers as pn

    home = country.upper()
    try:
        number = pn.parse(_bare(written), home or None)
    except pn.NumberParseException:
        return None
    if not pn.is_possible_number(number):
        return None
    region = pn.region_code_for_number(number) or ""
    style = pn.PhoneNumberFormat.NATIONAL if region == home else pn.PhoneNumberFormat.INTERNATIONAL
    return PhoneNumber(
        pn.format_number(number, pn.PhoneNumberFormat.E164),
        pn.format_number(number, style),
        region,
        pn.is_valid_number(number),
        number.extension or "",
    )


def e164(written: str, country: str = HOME_COUNTRY) -> str:
    """The number in E.164; empty when it is not a valid one."""
    number = read_number(written, country)
    return number.e164 if number is not None and number.valid else ""


def shown(written: str, country: str = HOME_COUNTRY) -> str:
    """The number grouped for reading; what cannot be read stays as it was written."""
    number = read_number(written, country)
    return number.display if number is not None else written.strip()


def _bare(written: str) -> str:
    """Without a link's scheme and with ``00`` made a plus, which is not the way out of every country."""
    text = written.strip()
    for scheme in ("tel:", "callto:", "sip:"):
        if text.casefold().startswith(scheme):
            text = text[len(scheme) :].strip()
    return f"+{text[2:]}" if text.startswith("00") else text
