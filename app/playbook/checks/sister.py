"""A playbook beside its translation: both must have the same ids, or figures do not add up."""

from __future__ import annotations

from app.playbook.checks.book import Book
from app.playbook.checks.margin import Margin, value_place
from app.playbook.model import Playbook
from app.playbook.problems import Place


def check(book: Book, margin: Margin, sister: Playbook, sister_file: str) -> None:
    """Note the ids that only one of the two has.

    Args:
        book: The playbook under check.
        margin: Where to note it.
        sister: The playbook with the same id in another language.
        sister_file: Where the sister is, for the message.
    """
    own, other = _names(book), _names(Book.of(sister))
    missing = [name for name in other if name not in own]
    added = [name for name in own if name not in other]
    for name in _topmost(missing):
        near = margin.near(name, added)
        margin.add(
            "CC115",
            _parent(book, own, name),
            near=near,
            near_place=own.get(near),
            name=name,
            file=sister_file,
        )
    for name in _topmost(added):
        margin.add("CC116", own[name], near=margin.near(name, missing), name=name, file=sister_file)


def _names(book: Book) -> dict[str, Place]:
    """Every id; outcomes taken from the vocabulary are no ids of the playbook's own."""
    names = dict(book.full_names)
    for fact in book.playbook.facts.values():
        for option in fact.options:
            names[f"{fact.id}.{option}"] = book.fact_place(fact.id)
    return names


def _topmost(names: list[str]) -> list[str]:
    """Leaves out what belongs to something that is itself in ``names``."""
    found = set(names)
    return [
        name
        for name in names
        if not any(name.rsplit(".", cut)[0] in found for cut in range(1, name.count(".") + 1))
    ]


def _parent(book: Book, own: dict[str, Place], name: str) -> Place:
    while "." in name:
        name = name.rpartition(".")[0]
        if name in own:
            return own[name]
    return value_place(book.playbook.origin, "id")
