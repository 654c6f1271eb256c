"""Made-up leads, from a seed: people and firms that do not exist, numbers that nobody has, addresses of example.com."""

from __future__ import annotations

import random
from uuid import UUID

from app.call.people import LeadCard, RepCard
from app.playbook.folding import fold

_WOMEN = {
    "cs": ("Jana", "Eva", "Hana", "Lucie", "Petra", "Věra", "Šárka", "Tereza", "Alena", "Zdeňka"),
    "en": ("Anna", "Emma", "Kate", "Lucy", "Mary", "Olive", "Rose", "Sarah", "Helen", "Joan"),
}
_MEN = {
    "cs": ("Jan", "Petr", "Tomáš", "Jiří", "Ondřej", "Řehoř", "Luděk", "Vít", "Šimon", "Karel"),
    "en": ("Adam", "Ben", "Frank", "George", "Harry", "Jack", "Leo", "Owen", "Paul", "Tom"),
}
_NAMES = {
    "cs": (
        "Ukázk",
        "Vzork",
        "Příkladn",
        "Zkušebn",
        "Cvičn",
        "Modelov",
        "Nanečist",
        "Jakob",
        "Třebas",
        "Smyšlen",
    ),
    "en": (
        "Sample",
        "Example",
        "Specimen",
        "Model",
        "Practice",
        "Madeup",
        "Instance",
        "Pretend",
        "Mock",
        "Dummy",
    ),
}
_TRADES = {
    "cs": [
        "pekárna",
        "kadeřnictví",
        "autoservis",
        "květinářství",
        "truhlárna",
        "zubní-ordinace",
        "účetnictví",
        "pizzerie",
        "stavebniny",
        "zahradnictví",
        "fitness",
        "lékárna",
        "penzion",
        "tiskárna",
        "knihkupectví",
    ],
    "en": [
        "bakery",
        "hairdresser",
        "garage",
        "florist",
        "joinery",
        "dental-practice",
        "accountancy",
        "pizzeria",
        "builders-merchant",
        "nursery",
        "gym",
        "pharmacy",
        "guesthouse",
        "printworks",
        "bookshop",
    ],
}
_ROLES = {
    "cs": ("vedení firmy", "provoz", "finance", "nákup"),
    "en": ("owner", "operations", "finance", "buying"),
}
_SOURCES = (
    ("web form", "organic", "", 30),
    ("google", "cpc", "spring bookings", 22),
    ("facebook", "paid_social", "less paper", 14),
    ("referral", "word of mouth", "", 12),
    ("trade fair", "event", "autumn fair", 8),
    ("newsletter", "email", "tips", 9),
    ("cold list", "outbound", "", 5),
)
_PAGES = {
    "cs": ("stránka o rezervacích", "ceník", "příběh pekárny"),
    "en": ("bookings page", "price list", "the bakery's story"),
}


_REP_NAMES = ("Ukázka", "Vzorek", "Příklad", "Zkouška")


def sample_lead(draw: random.Random, lang: str) -> LeadCard:
    """One made-up lead in the manner of ``lang``. Its number begins with zeros, which no number does."""
    spoken = lang if lang in _NAMES else "en"
    woman = draw.random() < 0.5
    first = draw.choice((_WOMEN if woman else _MEN)[spoken])
    last = _last_name(draw, spoken, woman=woman)
    trade = draw.choice(_TRADES[spoken]).replace("-", " ")
    number = draw.randrange(10**6)
    source, medium, campaign, _ = draw.choices(_SOURCES, [one[3] for one in _SOURCES])[0]
    town = draw.randrange(1, 400)
    return LeadCard(
        lead_id=str(UUID(int=draw.getrandbits(128), version=4)),
        first_name=first,
        last_name=last,
        company=f"{_company_word(spoken)} {trade} {town}",
        role=draw.choice(_ROLES[spoken]),
        phone=f"+420 000 {number // 1000:03} {number % 1000:03}",
        email=f"{fold(first)}.{fold(last)}{town}@example.com",
        source=source,
        medium=medium,
        campaign=campaign,
        ad=f"ad {draw.randrange(1, 9)}" if campaign else "",
        page=draw.choice(_PAGES[spoken]) if medium != "outbound" else "",
    )


def _company_word(lang: str) -> str:
    return "Ukázka" if lang == "cs" else "Sample"


def _last_name(draw: random.Random, lang: str, *, woman: bool) -> str:
    stem = draw.choice(_NAMES[lang])
    if lang != "cs":
        return stem
    return stem + ("ová" if woman else draw.choice(("a", "ý", "ek")))


def sample_reps(count: int) -> tuple[RepCard, ...]:
    """Made-up reps, at most 80; their logins say that they are samples."""
    names = [name for pair in zip(_WOMEN["cs"], _MEN["cs"], strict=True) for name in pair]
    people = [(first, last) for last in _REP_NAMES for first in names]
    return tuple(
        RepCard(
            f"sample-{fold(first)}" if last == _REP_NAMES[0] else f"sample-{fold(first)}-{fold(last)}",
            f"{first} {last}",
            "Ukázková firma",
            "+420 000 000 000",
            "sample@example.com",
        )
        for first, last in people[:count]
    )
