"""Phone numbers however people write them, made one: E.164 (ITU-T), by the rules of ``phonenumbers``."""

from __future__ import annotations


def to_e164(written: str, country: str) -> str:
    """``written`` as ``+420…``, read as a number of ``country`` (ISO 3166) when it has no prefix; empty if not valid."""
    import phonenumbers

    try:
        number = phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def number_key(written: str, country: str) -> str:
    """What two ways of writing one number share: its E.164 form, else its digits; empty when it has none."""
    return to_e164(written, country) or "".join(sign for sign in written if sign.isdecimal())
