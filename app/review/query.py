"""The search line of the review desk: words and ``field:value`` filters, in English or Czech, both ways.

``rep:eva outcome:lost objection:price mood:angry source:Web stage<offer must:missed flagged unreviewed -lang:en "two words"``
reads as filters and free words; ``written`` gives the line back. ``score`` looks at heard reviews, ``record`` at the record
index of those made from the record only. Czech words mean the same: ``výsledek:prohráno``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.playbook.folding import fold
from app.playbook.vocabulary import DISQUALIFICATIONS, MOODS, OBJECTION_KINDS, OUTCOMES, STAGES, Label


class Field(StrEnum):
    """What a filter looks at."""

    REP = "rep"
    OUTCOME = "outcome"
    REASON = "reason"
    OBJECTION = "objection"
    OPEN = "open"
    MOOD = "mood"
    SOURCE = "source"
    CAMPAIGN = "campaign"
    STAGE = "stage"
    MUST = "must"
    PLAYBOOK = "playbook"
    LANG = "lang"
    FROM = "from"
    TO = "to"
    DAYS = "days"
    MINUTES = "minutes"
    SCORE = "score"
    RECORD = "record"
    FLAGGED = "flagged"
    REVIEWED = "reviewed"
    SAMPLE = "sample"
    BEGAN = "began"
    ENDED = "ended"


class Compare(StrEnum):
    """How a value is held against a call's."""

    IS = ":"
    BELOW = "<"
    ABOVE = ">"


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition. ``value`` is a code where the field has codes, else text as written; ``negated`` turns it round."""

    field: Field
    value: str
    compare: Compare = Compare.IS
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in the line that cannot be read: ``word`` is what, ``start`` where (characters), ``nearest`` a guess."""

    word: str
    start: int
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A search line as read. Filters on the same field are alternatives; different fields must all hold."""

    filters: tuple[Filter, ...] = ()
    words: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    def values(self, field: Field, *, negated: bool = False) -> tuple[str, ...]:
        """The values asked for (or ruled out) in ``field``."""
        return tuple(one.value for one in self.filters if one.field is field and one.negated is negated)


FIELD_WORDS: Mapping[Field, Label] = {
    Field.REP: Label("rep", "obchodník"),
    Field.OUTCOME: Label("outcome", "výsledek"),
    Field.REASON: Label("reason", "důvod"),
    Field.OBJECTION: Label("objection", "námitka"),
    Field.OPEN: Label("open", "otevřená"),
    Field.MOOD: Label("mood", "naladění"),
    Field.SOURCE: Label("source", "zdroj"),
    Field.CAMPAIGN: Label("campaign", "kampaň"),
    Field.STAGE: Label("stage", "fáze"),
    Field.MUST: Label("must", "povinné"),
    Field.PLAYBOOK: Label("playbook", "scénář"),
    Field.LANG: Label("lang", "jazyk"),
    Field.FROM: Label("from", "od"),
    Field.TO: Label("to", "do"),
    Field.DAYS: Label("days", "dní"),
    Field.MINUTES: Label("minutes", "minut"),
    Field.SCORE: Label("score", "skóre"),
    Field.RECORD: Label("record", "záznam"),
    Field.FLAGGED: Label("flagged", "označené"),
    Field.REVIEWED: Label("reviewed", "hodnocené"),
    Field.SAMPLE: Label("sample", "ukázkové"),
    Field.BEGAN: Label("began", "začátek"),
    Field.ENDED: Label("ended", "konec"),
}
_MISSED = Label("missed", "chybí")
_YES = Label("yes", "ano")
_NO = Label("no", "ne")
_HEARD = Label("heard", "poslech")
_RECORD = Label("record", "záznam")
_CODES: Mapping[Field, Mapping[str, Label]] = {
    Field.OUTCOME: {code: word.label for code, word in OUTCOMES.items()},
    Field.REASON: {**{code: kind.label for code, kind in OBJECTION_KINDS.items()}, **DISQUALIFICATIONS},
    Field.OBJECTION: {code: kind.label for code, kind in OBJECTION_KINDS.items()},
    Field.OPEN: {code: kind.label for code, kind in OBJECTION_KINDS.items()},
    Field.MOOD: {str(code): word.label for code, word in MOODS.items()},
    Field.BEGAN: {str(code): word.label for code, word in MOODS.items()},
    Field.ENDED: {str(code): word.label for code, word in MOODS.items()},
    Field.STAGE: STAGES,
    Field.MUST: {"missed": _MISSED},
    Field.FLAGGED: {"yes": _YES, "no": _NO},
    Field.REVIEWED: {"yes": _YES, "no": _NO, "heard": _HEARD, "record": _RECORD},
    Field.SAMPLE: {"yes": _YES, "no": _NO},
}
_OPEN_CODES = frozenset({Field.OUTCOME, Field.OBJECTION, Field.OPEN, Field.STAGE, Field.REASON})
"""Fields whose playbooks may bring codes of their own."""
_BARE: Mapping[str, Filter] = {
    "flagged": Filter(Field.FLAGGED, "yes"),
    "oznacene": Filter(Field.FLAGGED, "yes"),
    "reviewed": Filter(Field.REVIEWED, "yes"),
    "hodnocene": Filter(Field.REVIEWED, "yes"),
    "unreviewed": Filter(Field.REVIEWED, "no"),
    "nehodnocene": Filter(Field.REVIEWED, "no"),
}
_COMPARED = frozenset({Field.STAGE, Field.DAYS, Field.MINUTES, Field.SCORE, Field.RECORD})
_NUMBERS = frozenset({Field.DAYS, Field.MINUTES, Field.SCORE, Field.RECORD})
_DATES = frozenset({Field.FROM, Field.TO})
_TOKEN = re.compile(r'-?[^\s:<>"]+[:<>]"[^"]*"?|-?"[^"]*"?|\S+')
_PARTS = re.compile(r'(?P<not>-?)(?P<name>[^\s:<>"]+)(?P<how>[:<>])(?P<value>.*)', re.DOTALL)
MAX_LINE = 500


def read_query(line: str, today: date) -> Query:
    """Reads a search line; what cannot be read is reported and left out. Never raises."""
    filters: list[Filter] = []
    words: list[str] = []
    mistakes: list[Mistake] = []
    for match in _TOKEN.finditer(line[:MAX_LINE]):
        token = match.group()
        found = _filter(token, today)
        if isinstance(found, Filter):
            filters.append(found)
        elif found is not None:
            mistakes.append(Mistake(token, match.start(), found))
        elif word := token.strip('"'):
            words.append(word)
    return Query(tuple(dict.fromkeys(filters)), tuple(words), tuple(mistakes))


def _filter(token: str, today: date) -> Filter | str | None:
    """The filter that ``token`` is; a guess (maybe empty) when it tries to be one; ``None`` for a free word."""
    bare = _BARE.get(fold(token.removeprefix("-")))
    if bare is not None:
        return Filter(bare.field, bare.value, bare.compare, negated=token.startswith("-"))
    parts = _PARTS.fullmatch(token)
    if parts is None:
        return None
    field = _field_called(parts["name"])
    if field is None:
        return _nearest_field(parts["name"])
    how = Compare(parts["how"])
    value = _value(field, parts["value"].strip('"'), today)
    if value is None or (how is not Compare.IS and field not in _COMPARED):
        words = FIELD_WORDS[field]
        return words.cs if fold(parts["name"]) == fold(words.cs) else words.en
    return Filter(field, value, how, negated=bool(parts["not"]))


def _field_called(name: str) -> Field | None:
    folded = fold(name)
    return next(
        (one for one, label in FIELD_WORDS.items() if folded in (fold(label.en), fold(label.cs))), None
    )


def _nearest_field(name: str) -> str:
    from app.playbook.nearest import nearest

    folded = fold(name)
    labels = {fold(word): word for label in FIELD_WORDS.values() for word in (label.cs, label.en)}
    near = nearest(folded, labels)
    return labels[near] if near else next((labels[one] for one in labels if one.startswith(folded[:2])), "")


def _value(field: Field, text: str, today: date) -> str | None:
    if not text:
        return None
    if field in _NUMBERS:
        return text if re.fullmatch(r"\d{1,6}([.,]\d+)?", text) else None
    if field in _DATES:
        return _date(text, today)
    codes = _CODES.get(field)
    if codes is None:
        return text
    folded = fold(text)
    for code, label in codes.items():
        if folded in (fold(code), fold(label.en), fold(label.cs)):
            return code
    starting = [
        code
        for code, label in codes.items()
        if fold(label.en).startswith(folded) or fold(label.cs).startswith(folded)
    ]
    if len(starting) == 1:
        return starting[0]
    if field is Field.STAGE:
        text = re.sub(r"[ \-]+", "_", folded)  # a playbook's own stage, by its id or the same words
    return text if field in _OPEN_CODES and re.fullmatch(r"[a-z][a-z0-9_]*", text) else None


_DAY_WORDS = {
    "today": 0,
    "dnes": 0,
    "yesterday": 1,
    "vcera": 1,
    "week": 7,
    "tyden": 7,
    "month": 30,
    "mesic": 30,
}


def _date(text: str, today: date) -> str | None:
    back = _DAY_WORDS.get(fold(text))
    if back is not None:
        return (today - timedelta(days=back)).isoformat()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    numbers = re.fullmatch(r"(\d{1,2})\.\s*(\d{1,2})\.(?:\s*(\d{4}))?", text)
    if numbers is None:
        return None
    try:
        return date(int(numbers[3] or today.year), int(numbers[2]), int(numbers[1])).isoformat()
    except ValueError:
        return None


def written(query: Query, lang: str) -> str:
    """The search line that reads as ``query``, with field names and values in ``lang``."""
    return " ".join((*(chip(one, lang) for one in query.filters), *(_quoted(word) for word in query.words)))


def chip(one: Filter, lang: str) -> str:
    """One filter as written in the line."""
    label = _CODES.get(one.field, {}).get(one.value)
    value = label.in_lang(lang) if label else one.value
    return f"{'-' if one.negated else ''}{FIELD_WORDS[one.field].in_lang(lang)}{one.compare}{_quoted(value)}"


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search(r"[\s:<>]|^-", text) or fold(text) in _BARE else text


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be put in place of the characters from ``start`` to the cursor."""

    text: str
    start: int


def suggestions(
    line: str, cursor: int, lang: str, known: Mapping[Field, tuple[str, ...]]
) -> tuple[Suggestion, ...]:
    """Completions for the word before ``cursor``: field names, then the values of a named field.

    ``known`` gives values that are not codes (reps, sources, playbooks) as they occur in the records.
    """
    before = line[:cursor]
    start = len(before) - len(re.split(r'\s(?=(?:[^"]*"[^"]*")*[^"]*$)', before)[-1])
    typed = before[start:]
    parts = _PARTS.fullmatch(typed)
    if parts is None:
        return tuple(Suggestion(text, start) for text in _field_names(typed, lang))
    field = _field_called(parts["name"])
    if field is None:
        return ()
    folded = fold(parts["value"].strip('"'))
    lead = len(typed) - len(parts["value"])
    return tuple(
        Suggestion(f"{_quoted(value)} ", start + lead)
        for value in _values_of(field, lang, known)
        if any(part.startswith(folded) for part in (fold(value), *fold(value).split()))
    )


def _field_names(typed: str, lang: str) -> Iterator[str]:
    """Names in ``lang``; where none fits, those of the other language, which are understood as well."""
    folded = fold(typed.removeprefix("-"))
    if not folded:
        return
    for names in ([label.in_lang(lang) for label in FIELD_WORDS.values()], _all_names()):
        fitting = [name for name in names if fold(name).startswith(folded)]
        yield from (f"{'-' if typed.startswith('-') else ''}{name}:" for name in fitting)
        if fitting:
            return


def _all_names() -> list[str]:
    return list(dict.fromkeys(name for label in FIELD_WORDS.values() for name in (label.en, label.cs)))


def _values_of(field: Field, lang: str, known: Mapping[Field, tuple[str, ...]]) -> tuple[str, ...]:
    codes = _CODES.get(field)
    return tuple(label.in_lang(lang) for label in codes.values()) if codes else known.get(field, ())
