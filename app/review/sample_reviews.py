"""Made-up reviews of made-up calls: marks by how good the rep is, causes beside bad ones, one strength and one change."""

# ruff: noqa: S311 -- repeatable made-up data, no secrets

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.call.people import RepCard
from app.review.coaching import Target, TargetKind
from app.review.desk import DeskRow, Feedback, GivenMark, ReviewDraft
from app.review.scorecard import Criterion, Scorecard
from app.review.scoring import Basis, Mark, rated, score

TRAINERS = (
    RepCard("sample-trainer-vera", "Věra Ukázka"),
    RepCard("sample-trainer-karel", "Karel Ukázka"),
    RepCard("sample-trainer-olga", "Olga Ukázka"),
)
"""Made-up trainers, whose names and logins say that they are samples."""
_HEARD, _NA = 0.5, 0.15
_OVERDUE = 0.02
_GOOD = (0.15, 0.25, 0.6)
"""How likely the marks 0, 1 and 2 are for a good rep; for a weak one the other way round. Guesses."""
_SAID = {
    "en": (
        ("You let the customer finish.", "You summed it up before you asked."),
        ("when the price came up", "at the very start", "before the goodbye"),
        ("you answered at once", "you asked two things in one", "you read the line out"),
        ("the customer had nothing left to say", "they answered only the second", "it sounded like a script"),
        ("ask back before answering", "one question at a time", "say it in your own words"),
    ),
    "cs": (
        ("Zákazník mohl domluvit.", "Před dotazem zaznělo shrnutí."),
        ("když přišla řeč na cenu", "hned na začátku", "před rozloučením"),
        ("odpověď přišla okamžitě", "byly to dvě otázky v jedné", "věta se četla"),
        ("zákazník už neměl co říct", "odpověděl jen na druhou", "znělo to jako z papíru"),
        ("nejdřív se doptat, pak odpovědět", "jedna otázka najednou", "říct to vlastními slovy"),
    ),
}

_COUNTED = frozenset(said[-1][0] for said in _SAID.values())


@dataclass(frozen=True, slots=True)
class Pinned:
    """A scorecard and the revision that it was kept under."""

    card: Scorecard
    revision: str


def sample_review(pinned: Pinned, row: DeskRow, seed: int, latest: datetime) -> tuple[ReviewDraft, datetime]:
    """One review of the call in ``row`` and when it was sent, at most two weeks later and never after ``latest``."""
    draw = random.Random(f"{seed}:review:{row.call}")
    skill = random.Random(f"{seed}:skill:{row.rep}").random()
    basis = Basis.HEARD if draw.random() < _HEARD else Basis.RECORD_ONLY
    marks = tuple(_mark(draw, pinned.card, one, skill) for one in rated(pinned.card, basis))
    found = score(pinned.card, {one.mark.criterion: one.mark for one in marks}, basis)
    sent = min(latest, row.started + timedelta(hours=draw.uniform(2, 14 * 24)))
    draft = ReviewDraft(
        call=row.call,
        reviewer=draw.choice(TRAINERS).rep_id,
        card_revision=pinned.revision,
        basis=basis,
        marks=marks,
        feedback=_feedback(draw, row.lang, sent, latest),
        score=found.percent,
        begun=sent - timedelta(minutes=draw.randint(4, 25)),
    )
    return draft, sent


def _mark(draw: random.Random, card: Scorecard, criterion: Criterion, skill: float) -> GivenMark:
    if criterion.na_when and draw.random() < _NA:
        return GivenMark(Mark(criterion.id, None, criterion.na_when))
    weights = [skill * good + (1 - skill) * bad for good, bad in zip(_GOOD, reversed(_GOOD), strict=True)]
    value = draw.choices((0, 1, 2), weights)[0]
    mark = min(value, criterion.scale.top)
    cause = draw.choice(tuple(card.causes)) if mark == 0 else ""
    return GivenMark(Mark(criterion.id, mark), cause)


def _feedback(draw: random.Random, lang: str, sent: datetime, latest: datetime) -> Feedback:
    """Most plans are looked at in time: few whose day is past are left."""
    strength, situation, behaviour, effect, plan = (draw.choice(one) for one in _SAID.get(lang, _SAID["en"]))
    due = sent + timedelta(days=draw.choice((7, 14)))
    if due < latest and draw.random() >= _OVERDUE:
        return Feedback(strength, situation, behaviour, effect)
    # The first of the behaviours is one that the record can count.
    counted = Target(TargetKind.RULE, "asked_before_answering").written if plan in _COUNTED else ""
    return Feedback(strength, situation, behaviour, effect, plan, due=due.date().isoformat(), target=counted)
