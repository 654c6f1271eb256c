"""The nearest right word for a wrong one: what "Did you mean" suggests."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_CLOSE_ENOUGH = 0.6
"""Share of letters that must agree; under it a suggestion puzzles more than it helps (tried on the languages' keys)."""
_LONGEST = 200


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidate that differs from ``word`` by the fewest slips, or ``""`` when none is near.

    Slips are wrong, missing, added and swapped neighbouring letters (optimal string alignment distance); case and
    the choice between ``_``, ``-`` and a space do not count.
    """
    if not word or len(word) > _LONGEST:
        return ""
    found = process.extractOne(
        word, list(candidates), scorer=OSA.normalized_similarity, processor=_plain, score_cutoff=_CLOSE_ENOUGH
    )
    return found[0] if found is not None else ""


def _plain(text: str) -> str:
    return text.lower().replace("-", "_").replace(" ", "_")
