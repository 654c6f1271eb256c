"""The words that people use for days, times and spans, in English and Czech, without diacritics.

Czech abbreviations that are English words too (``so``, ``po``, ``ne``, ``st``) count only where Czech is spoken.
"""

from __future__ import annotations

import unicodedata

from app.playbook.vocabulary import Lang

WEEKDAYS: tuple[str, ...] = (
    "pondeli|pondelek|pondelka|pon|monday|mon",
    "utery|uterka|uterek|ute|ut|tuesday|tues|tue|tu",
    "stredu|streda|stredy|str|wednesday|weds|wed",
    "ctvrtek|ctvrtka|ctvrtku|ctv|ct|thursday|thurs|thur|thu",
    "patek|patku|pat|friday|fri",
    "sobotu|sobota|soboty|sob|saturday|sat",
    "nedele|nedeli|ned|sunday|sun",
)
CZECH_WEEKDAYS: tuple[str, ...] = ("po", "", "st", "", "pa", "so", "ne")

MONTHS: tuple[str, ...] = (
    "leden|lednu|ledna|january|jan",
    "unor|unoru|unora|february|feb",
    "brezen|breznu|brezna|march|mar",
    "duben|dubnu|dubna|april|apr",
    "kveten|kvetnu|kvetna|may",
    "cerven|cervnu|cervna|june|jun",
    "cervenec|cervenci|cervence|july|jul",
    "srpen|srpnu|srpna|august|aug",
    "zari|september|sept|sep",
    "rijen|rijnu|rijna|october|oct",
    "listopadu|listopad|november|nov",
    "prosinec|prosinci|prosince|december|dec",
)

NUMBERS: dict[str, int] = {
    word: number
    for number, words in {
        1: "jeden jedna jedno jednu one a an",
        2: "dva dve two",
        3: "tri three",
        4: "ctyri four",
        5: "pet five",
        6: "sest six",
        7: "sedm seven",
        8: "osm eight",
        9: "devet nine",
        10: "deset ten",
        11: "jedenact eleven",
        12: "dvanact twelve",
        14: "ctrnact fourteen",
        15: "patnact fifteen",
        20: "dvacet twenty",
        30: "tricet thirty",
        45: "ctyricetpet",
    }.items()
    for word in words.split()
}
HOUR_ORDINALS: dict[str, int] = {
    word: hour
    for hour, word in enumerate(
        [
            "jedne",
            "druhe",
            "treti",
            "ctvrte",
            "pate",
            "seste",
            "sedme",
            "osme",
            "devate",
            "desate",
            "jedenacte",
            "dvanacte",
        ],
        start=1,
    )
}

UNITS: dict[str, str] = {
    "minute": "minutes?|mins?|minut[auy]?|min|m",
    "hour": "hours?|hrs?|hodin[auy]?|hodinek|hod|h",
    "day": "days?|dnech|dn[iyu]|den|d",
    "week": "weeks?|wks?|tyden|tydn[yu]|tyd",
    "fortnight": "fortnights?",
    "month": "months?|mths?|mesic[eu]?|mes",
    "year": "years?|yrs?|rok[yu]?|let",
}

NEXT = "pristi(?:ho|m)?|dalsi(?:ho)?|next"
AFTER_NEXT = "prespristi(?:ho|m)?"
THIS = "tento|tuto|tuhle|tenhle|tohoto|tyto|toto|this|coming|nejblizsi"

EARLY = "zacatkem|zacatek|zacatku|beginning of(?: the)?|start of(?: the)?|early"
MIDDLE = "v polovine|polovina|polovinou|v pulce|v pulli|pulka|middle of(?: the)?|mid"
LATE = "koncem|konec|konci|end of(?: the)?|late"

PARTS: dict[str, str] = {
    "before_lunch": "pred obedem|pred polednem|before lunch|before noon",
    "after_lunch": "po obede|after lunch|after noon|po poledni",
    "forenoon": "dopoledne|dopo|forenoon",
    "afternoon": "odpoledne|odpo|afternoon",
    "early": "rano|brzy rano|morning",
    "noon": "v poledne|poledne|noon|midday",
    "evening": "vecer|navecer|podvecer|evening",
}

FILLERS = (
    "v|ve|na|o|od|at|on|the|in|of|by|do|k|ke|kolem|okolo|asi|cca|ca|about|around|zhruba|tak|nekdy|sometime|zase|"
    "again|jeste|call|back|zavolat|volat|zavolam|zavolejte|ring|hodin|hodine|hod|o'clock|oclock|prosim|please|"
    "mezi|between|from|opet|hned"
)


def fold(words: str) -> str:
    """``words`` in lower case, without diacritics, with plain dashes and single spaces."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", words) if not unicodedata.combining(sign))
    for dash in "\u2010\u2011\u2012\u2013\u2014":
        bare = bare.replace(dash, "-")
    return " ".join(bare.casefold().replace("\u2019", "'").split())


def numbered(names: tuple[str, ...]) -> dict[str, int]:
    """Each spelling with the position of its entry, from 0."""
    return {name: index for index, spellings in enumerate(names) for name in spellings.split("|") if name}


def weekdays(lang: str) -> dict[str, int]:
    """Spellings of weekdays that count in ``lang``; Monday is 0."""
    found = numbered(WEEKDAYS)
    if lang == Lang.CS:
        found |= numbered(CZECH_WEEKDAYS)
    return found
