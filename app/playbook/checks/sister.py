"""A playbook beside its translation: both must have the same ids, or figures do not add up."""

from __future__ import annotations

from app.playbook.checks.book import Book
from app.playbook.checks.margin import Margin, value_place
from app.playbook.model import Playbook
from app.playbook.problems import Place
from app.playbook.vocabulary import OUTCOMES


def check(book: Book, margin: Margin, sister: Playbook, sister_file: str) -> None:
    """Note the ids that only one of the two has.

    Args:
        book: The playbook under check.
        margin: Where to note it.
        sister: The playbook with the same id in another language.
        sister_file: Where the sister is, for the message.
    """
    own, other = _names(book), _names(Book.of(sister))
    missing = [key for key in other if key not in own]
    added = [key for key in own if key not in other]
    for key in _topmost(missing):
        near = margin.near(key, added)
        margin.add(
            "CC115",
            _parent(book, own, key),
            near=_name(near),
            near_place=own.get(near),
            name=_name(key),
            file=sister_file,
        )
    for key in _topmost(added):
        margin.add(
            "CC116", own[key], near=_name(margin.near(key, missing)), name=_name(key), file=sister_file
        )


def _names(book: Book) -> dict[str, Place]:
    """Every id by kind and full name; outcomes of the vocabulary are no ids of the playbook's own."""
    playbook = book.playbook
    names: dict[str, Place] = {}
    for fact in playbook.facts.values():
        names[f"fact:{fact.id}"] = book.fact_place(fact.id)
        names.update({f"fact:{fact.id}.{option}": book.fact_place(fact.id) for option in fact.options})
    for stage in playbook.stages:
        names[f"stage:{stage.id}"] = value_place(stage.origin, "id")
        for line in stage.lines:
            names[f"stage:{line.ref}"] = value_place(line.origin, "id")
            for answer in line.answers:
                names[f"stage:{line.ref}.{answer.id}"] = value_place(answer.origin, "id")
    for objection in playbook.objections:
        names[f"objection:{objection.id}"] = value_place(objection.origin, "id")
        for response in objection.responses:
            names[f"objection:{response.ref}"] = value_place(response.origin, "id")
    names.update({f"story:{one.id}": value_place(one.origin, "id") for one in playbook.stories})
    names.update({f"rule:{one.ref}": value_place(one.origin, "id") for one in playbook.compliance})
    own = (one for one in playbook.outcomes if one.id not in OUTCOMES)
    names.update({f"outcome:{one.id}": value_place(one.origin, "id") for one in own})
    return names


def _name(key: str) -> str:
    return key.rpartition(":")[2]


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
