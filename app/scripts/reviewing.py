"""Chooses made-up calls to be reviewed, and the card that each is reviewed by."""

# ruff: noqa: S311 -- repeatable made-up data, no secrets

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.playbook.source import SourceFile
from app.review.desk import DeskRow, ReviewDraft, Search
from app.review.ports import CallDesk
from app.review.query import Compare, Field, Filter, Query
from app.review.sample_reviews import Pinned, sample_review
from app.review.scorecard import CardUnreadable, read_card
from app.scripts.making import Order

_PAGE = 1_000
_SHARE = 0.25
"""So many of the newest talked calls are reviewed, until there are enough."""
_COMPLAINT, _SALES = "complaint", "sales"
_TALKED = Query(
    (
        Filter(Field.MINUTES, "1", Compare.ABOVE),
        Filter(Field.SAMPLE, "yes"),
        Filter(Field.REVIEWED, "no"),
    )
)


@dataclass(frozen=True, slots=True)
class CardFile:
    """A card with its file."""

    pinned: Pinned
    file: SourceFile


def pinned_cards(folder: Path) -> Mapping[str, CardFile]:
    """The cards for sales and complaints that lie beside the playbooks; those that cannot be read are left out."""
    found: dict[str, CardFile] = {}
    for name in (_SALES, _COMPLAINT):
        try:
            file = SourceFile(
                f"scorecards/{name}.yaml", (folder / "scorecards" / f"{name}.yaml").read_bytes()
            )
            card = read_card(file)
        except (OSError, CardUnreadable):
            continue
        found[name] = CardFile(Pinned(card, card.revision), file)
    return found


def some_reviews(
    desk: CallDesk, cards: Mapping[str, CardFile], order: Order, wanted: int
) -> Iterator[tuple[ReviewDraft, datetime]]:
    """At most ``wanted`` reviews, of the newest calls first."""
    draw = random.Random(f"{order.seed}:reviews")
    chosen: list[DeskRow] = []
    first = 0
    while len(chosen) < wanted and (rows := desk.rows(Search(_TALKED), first, _PAGE)):
        chosen += [row for row in rows if draw.random() < _SHARE]
        first += len(rows)
    for row in chosen[:wanted]:
        name = _COMPLAINT if row.playbook.startswith(_COMPLAINT) and _COMPLAINT in cards else _SALES
        card = cards.get(name) or next(iter(cards.values()))
        yield sample_review(card.pinned, row, order.seed, order.now)
