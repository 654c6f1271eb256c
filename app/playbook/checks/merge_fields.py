"""Merge fields in texts: each must be a fact or a field of the lead, the call or the rep; each brace must close."""

from __future__ import annotations

from app.playbook.checks.book import Book
from app.playbook.checks.margin import Margin, text_node, value_place
from app.playbook.checks.texts import Text
from app.playbook.merge import Field, Stray, parts
from app.playbook.model import Playbook
from app.playbook.problems import Place
from app.playbook.vocabulary import CALL_FIELDS, LEAD_FIELDS, REP_FIELDS

_FIELDS = frozenset(
    (
        *(f"lead.{name}" for name in LEAD_FIELDS),
        *(f"call.{name}" for name in CALL_FIELDS),
        *(f"rep.{name}" for name in REP_FIELDS),
    )
)
EXTRA = "lead.extra."


def is_field(playbook: Playbook, name: str) -> bool:
    """Whether ``name`` can be asked about: a fact, a field of the lead, the call or the rep, or an imported column."""
    return name in _FIELDS or name in playbook.facts or (name.startswith(EXTRA) and len(name) > len(EXTRA))


def known_fields(playbook: Playbook) -> list[str]:
    """Every name that can be asked about, imported columns left out."""
    return [*playbook.facts, *sorted(_FIELDS)]


def shown_names(texts: list[Text]) -> set[str]:
    """The names of all merge fields in ``texts``."""
    return {
        part.name for one in texts if "{" in one.text for part in parts(one.text) if isinstance(part, Field)
    }


def check(book: Book, margin: Margin, texts: list[Text]) -> None:
    """Note every unknown field and every stray brace."""
    for one in texts:
        if "{" not in one.text and "}" not in one.text:
            continue
        for part in parts(one.text):
            if isinstance(part, Field) and not is_field(book.playbook, part.name):
                start = one.text.find(part.name, part.start)
                place = _place(margin, one, start, len(part.name))
                margin.unknown("CC030", place, part.name, known_fields(book.playbook))
            elif isinstance(part, Stray):
                if margin.is_full("CC031"):
                    return
                margin.add("CC031", _place(margin, one, part.start, part.end - part.start), found=part.text)


def _place(margin: Margin, one: Text, start: int, length: int) -> Place:
    return margin.inside(
        text_node(one.origin, one.key, one.item), value_place(one.origin, one.key), start, length
    )
