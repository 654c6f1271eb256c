"""Made-up objections by the thousand and hasty queries for them, from a seed: what the finder is measured on.

Words are put together from parts so that their number grows with the text and their use falls off by rank, as in real
language (Zipf; Heaps), and so that many are alike, which is what makes finding hard. Each query comes from one phrase
of one objection and is damaged as people damage words: neighbouring keys, missing, doubled or swapped letters, no
diacritics, another order, small words left out, the last word not finished.
"""

# ruff: noqa: S311 -- repeatable made-up data, no secrets

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.call.finder import Findable, Kind
from app.playbook.folding import fold

_PARTS = {
    "en": (
        ("re", "pre", "over", "out", "sub", "inter", "under"),
        """
        act book bill cast cent charge chart claim clear coin cost count cover deal debt desk draft
        drive entry fact fault fee field file firm form frame freight front gain grant ground guard
        hand head hire house image lease ledger level limit link list load loan lock log machine
        mail mark market master meter model note offer order pack paper part pay phone plan plant
        plate point post press price print profit program proof purchase quote range rate rent
        report risk room route run sale scale scheme season seat secure sell serve set shelf shift
        ship shop sign site speed staff stage state stock store supply support switch system table
        tax team term test tool trade train trust unit user value vendor visit wage warrant watch
        wire work yard year
        """,
        ("", "s", "er", "ing", "ment", "age", "ed", "able", "ation", "ware", "line"),
    ),
    "cs": (
        ("pře", "do", "vý", "na", "pod", "ne", "za", "roz", "při"),
        """
        banka bod cena cest část číslo daň díl dluh doba doklad dům fakt firma hlas hodin chod kámen
        kart kniha kontakt kraj kup lid list měsíc míst mzda názor nájem oběd obchod objem odběr
        papír peněž plán plat podnik pojem pokoj počet pošta prác prod program provoz průběh
        přístroj rada rok rozpočet řád řidič sazb seznam sklad sleva služb smlouv soubor správ stav
        stroj středisk systém škol šéf tabulk tarif telefon termín trh tým účet úřad úvěr vklad
        vozidl vstup výkon zákaz záloh zařízen závod zboží změn zpráv zvyk žádost živnost
        """,
        ("", "a", "u", "y", "em", "ový", "ovou", "ník", "ství", "ování", "ost", "ech"),
    ),
}
_FRAMES = {
    "en": (
        "the {0} is too {1} for us",
        "we already have {0} and {1}",
        "no {0} left for {1}",
        "my {0} says {1} first",
        "{0} takes {1} every {2}",
        "not before the {0} of {1}",
        "who pays for the {0} {1}",
        "your {0} never {1} our {2}",
        "{0} without {1}",
        "I do not trust {0} from {1}",
        "what about {0} when {1} fails",
        "{0} {1} is dearer than {2}",
    ),
    "cs": (
        "{0} je na nás moc {1}",
        "už máme {0} a {1}",
        "na {0} nezbývá {1}",
        "o {0} rozhoduje {1}",
        "{0} trvá {1} každý {2}",
        "až bude {0} a {1}",
        "kdo zaplatí {0} za {1}",
        "vaše {0} nám {1} už {2}",
        "{0} bez {1}",
        "nevěřím {0} od {1}",
        "co když {0} přestane {1}",
        "{0} {1} stojí víc než {2}",
    ),
}
_NEIGHBOURS = {
    letter: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in ("qwertzuiop", "asdfghjkl", "yxcvbnm", "1234567890")
    for place, letter in enumerate(row)
}


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, and the ids that are right answers to it (several when they share the very phrase)."""

    typed: str
    wanted: frozenset[str]


def objections(count: int, *, seed: int) -> tuple[Findable, ...]:
    """``count`` made-up objections with four phrases each, half of them English and half Czech."""
    draw = random.Random(seed)
    stocks = {lang: _Stock(lang, count, draw) for lang in _PARTS}
    found = []
    for number in range(count):
        stock = stocks["en" if number % 2 else "cs"]
        topic = [stock.word(), stock.word(), stock.word()]
        phrases = tuple(dict.fromkeys(stock.phrase(topic) for _ in range(4)))
        found.append(Findable(Kind.OBJECTION, f"objection_{number}", phrases[0], phrases))
    return tuple(found)


class _Stock:
    """The words of one language, frequent ones first."""

    def __init__(self, lang: str, count: int, draw: random.Random) -> None:
        before, listed, after = _PARTS[lang]
        roots = listed.split()
        self._words = list(
            {_made_up(before, roots, after, draw): None for _ in range(400 + int(60 * count**0.5))}
        )
        self._reach = list(accumulate(1.0 / (rank + 8) for rank in range(len(self._words))))
        self._frames = _FRAMES[lang]
        self._draw = draw

    def word(self) -> str:
        return self._draw.choices(self._words, cum_weights=self._reach)[0]

    def phrase(self, topic: Sequence[str]) -> str:
        """A sentence around one or two words of the topic."""
        chosen = self._draw.sample(topic, 2)
        if self._draw.random() < 0.4:
            chosen[1] = self.word()
        self._draw.shuffle(chosen)
        return self._draw.choice(self._frames).format(*chosen, self.word())


def _made_up(before: Sequence[str], roots: Sequence[str], after: Sequence[str], draw: random.Random) -> str:
    """A root with an ending, two roots, or a root with something before it: 3, 4 and 3 of ten words."""
    kind = draw.random()
    start = "" if kind < 0.3 else draw.choice(roots) if kind < 0.7 else draw.choice(before)
    return start + draw.choice(roots) + draw.choice(after)


def queries(items: Sequence[Findable], count: int, *, seed: int) -> tuple[Query, ...]:
    """``count`` hasty queries for ``items``."""
    draw = random.Random(seed)
    owners: dict[str, set[str]] = {}
    for item in items:
        for phrase in item.phrases:
            owners.setdefault(fold(phrase), set()).add(item.id)
    found = []
    for _ in range(count):
        phrase = draw.choice(draw.choice(items).phrases)
        found.append(Query(damaged(phrase, draw), frozenset(owners[fold(phrase)])))
    return tuple(found)


def damaged(phrase: str, draw: random.Random) -> str:
    """``phrase`` as somebody in a hurry types it: one to three kinds of damage."""
    words = phrase.lower().split()
    if draw.random() < 0.5:
        words = [fold(word) for word in words]
    kinds = draw.sample(("letter", "letter", "order", "leave", "cut"), draw.randint(1, 3))
    if "leave" in kinds:
        words = _without_small(words)
    if "order" in kinds:
        draw.shuffle(words)
    for _ in range(kinds.count("letter")):
        long_ones = [place for place, word in enumerate(words) if len(word) >= 4]
        if long_ones:
            place = draw.choice(long_ones)
            words[place] = _mistyped(words[place], draw)
    if "cut" in kinds and len(words[-1]) > 4:
        words[-1] = words[-1][: draw.randint(3, len(words[-1]) - 1)]
    return " ".join(words)


def _without_small(words: Sequence[str]) -> list[str]:
    kept = [word for word in words if len(word) > 3]
    return kept if len(kept) >= 2 else list(words)


def _mistyped(word: str, draw: random.Random) -> str:
    at = draw.randrange(len(word) - 1)
    match draw.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 2:
            return word[: at + 1] + word[at:]
        case _:
            near = _NEIGHBOURS.get(fold(word[at]), "") or "e"
            return word[:at] + draw.choice(near) + word[at + 1 :]
