"""The review desk's search line as commands take it: from words of the shell to a query that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.playbook.vocabulary import Label
from app.review.query import Query, read_query
from app.scripts.stop import USAGE, Stop

_MISTAKE = Label("'{word}' is not understood in a search.", "„{word}“ je v hledání nesrozumitelné.")
_NEAREST = Label(" Did you mean '{word}'?", " Myslíte „{word}“?")


def search_line(words: Sequence[str]) -> str:
    """The search line: one word is the whole of it, of several each is a word or a filter."""
    return words[0] if len(words) == 1 else " ".join(map(_token, words))


def query_of(line: str, lang: str) -> Query:
    """Reads a search line.

    Raises:
        Stop: Something in it cannot be read; says what, with the nearest word that can.
    """
    query = read_query(line, datetime.now().astimezone().date())
    if query.mistakes:
        first = query.mistakes[0]
        hint = _NEAREST.in_lang(lang).format(word=first.nearest) if first.nearest else ""
        raise Stop(_MISTAKE.in_lang(lang).format(word=first.word) + hint, USAGE)
    return query


def _token(word: str) -> str:
    """A word of the command line as one of the search line: what the shell took from quotes is quoted again."""
    if not any(sign.isspace() for sign in word) or '"' in word:
        return word
    name, colon, value = word.partition(":")
    return f'{name}:"{value}"' if colon and " " not in name else f'"{word}"'
