"""What two ways of writing one phone number share, valid or not."""

from __future__ import annotations

from app.leads.numbers import e164


def number_key(written: str, country: str) -> str:
    """The number in E.164, else its digits alone; empty when there are none."""
    return e164(written, country) or "".join(sign for sign in written if sign.isdecimal())
