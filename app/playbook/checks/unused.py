"""What is declared and serves nothing, and names that conditions cannot tell from their own words."""

from __future__ import annotations

from app.playbook.checks.book import Book
from app.playbook.checks.margin import Margin, value_place
from app.playbook.checks.merge_fields import shown_names
from app.playbook.checks.texts import Text
from app.playbook.expressions import RESERVED


def check(book: Book, margin: Margin, texts: list[Text]) -> None:
    """Note unused facts and stories; what a shared file declares may serve another playbook."""
    used = _used_facts(book, texts) | margin.meant
    for fact_id, fact in book.playbook.facts.items():
        if margin.is_shared(fact.origin):
            continue
        if fact_id in RESERVED:
            margin.add("CC121", book.fact_place(fact_id), fact=fact_id)
        elif fact_id not in used:
            margin.add("CC110", book.fact_place(fact_id), fact=fact_id)
    told = {one.name for one in book.told()} | margin.meant
    for story in book.playbook.stories:
        if story.id not in told and not margin.is_shared(story.origin):
            margin.add("CC111", value_place(story.origin, "id"), story=story.id)


def _used_facts(book: Book, texts: list[Text]) -> set[str]:
    used = set(book.learners)
    for outcome in book.playbook.outcomes:
        used.update(outcome.requires_facts)
    for when in book.whens():
        expression = book.condition(when.text)
        if expression is not None:
            used |= expression.names
    return used | shown_names(texts)
