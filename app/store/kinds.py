"""The small numbers that stand for kinds of events in the database; a number once given is never given again."""

from __future__ import annotations

from app.call.events import KINDS, How, Result
from app.playbook.vocabulary import Mood

NUMBER_OF_KIND: dict[str, int] = {kind: number for number, kind in enumerate(KINDS, start=1)}
"""From 1, in the order of ``events.KINDS``, to which new kinds are only ever appended."""

KIND_OF_NUMBER: dict[int, str] = {number: kind for kind, number in NUMBER_OF_KIND.items()}

MOOD_NUMBERS: dict[Mood, int] = {
    Mood.ANGRY: 1,
    Mood.SCEPTICAL: 2,
    Mood.RUSHED: 3,
    Mood.RESERVED: 4,
    Mood.UNSURE: 5,
    Mood.INTERESTED: 6,
}
"""0 stands for no mood; the bit of a mood in a set of them is ``1 << number``."""
MOOD_OF_NUMBER: dict[int, Mood] = {number: mood for mood, number in MOOD_NUMBERS.items()}

KIND_BITS: dict[str, int] = {
    kind: 1 << place
    for place, kind in enumerate(
        (
            "price",
            "timing",
            "authority",
            "need",
            "trust",
            "competitor",
            "status_quo",
            "effort",
            "brush_off",
            "privacy",
            "complaint",
            "abuse",
        )
    )
}
"""The bits of kinds of objections in a set of them; new kinds are only ever appended."""

RESULT_NUMBERS: dict[Result | None, int] = {None: 0, Result.SETTLED: 1, Result.OPEN: 2, Result.FINAL: 3}
HOW_NUMBERS: dict[How, int] = {How.KEY: 0, How.SEARCH: 1, How.UNLISTED: 2, How.ANSWER: 3, How.REOPENED: 4}
