"""One review under way: marks, reasons, broken rules and feedback as values, and what is still missing. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.review.desk import Feedback, GivenFail, GivenMark, ReviewDraft
from app.review.evidence import Proof
from app.review.scorecard import Criterion, Scorecard
from app.review.scoring import Basis, Mark, Score, rated, score


class Missing(StrEnum):
    """What still stands between a review and its sending."""

    MARK = "mark"
    REASON = "reason"
    CAUSE = "cause"
    QUOTE = "quote"
    STRENGTH = "strength"
    CHANGE = "change"
    PLAN_DATE = "plan_date"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing, and the criterion or rule that it is missing of."""

    what: Missing
    of: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A review under way. ``given`` holds the marks by criterion, computed ones among them.

    ``own``: a rep rates an own call; ``blind``: one of several trainers marks it for calibration.
    """

    card: Scorecard
    basis: Basis = Basis.RECORD_ONLY
    proofs: Mapping[str, Proof] = field(default_factory=dict)
    given: Mapping[str, GivenMark] = field(default_factory=dict)
    fails: Mapping[str, GivenFail] = field(default_factory=dict)
    feedback: Feedback = field(default_factory=Feedback)
    own: bool = False
    blind: bool = False

    @property
    def simple(self) -> bool:
        """Whether marks alone are wanted: no causes, broken rules or feedback."""
        return self.own or self.blind

    @property
    def rows(self) -> tuple[Criterion, ...]:
        """The criteria that this basis rates."""
        return rated(self.card, self.basis)

    @property
    def score(self) -> Score:
        """The score of what is marked so far."""
        wanted = {one.id for one in self.rows}
        marks = {name: one.mark for name, one in self.given.items() if name in wanted}
        return score(self.card, marks, self.basis)

    def is_corrected(self, criterion: str) -> bool:
        """Whether the trainer's mark differs from the one that the record proves."""
        proof, given = self.proofs.get(criterion), self.given.get(criterion)
        return proof is not None and given is not None and given.mark.value != proof.mark.value

    def is_bad(self, criterion: Criterion) -> bool:
        """Whether the mark is the worst one, so that its root cause is asked for."""
        given = self.given.get(criterion.id)
        return given is not None and given.mark.value == 0

    @property
    def marks(self) -> tuple[GivenMark, ...]:
        """The marks of this basis in the card's order; only the worst ones have a cause."""
        given = (self.given[one.id] for one in self.rows if one.id in self.given)
        return tuple(one if one.mark.value == 0 else replace(one, cause="") for one in given)


def fresh(
    card: Scorecard, proofs: Mapping[str, Proof], basis: Basis, *, own: bool = False, blind: bool = False
) -> Sheet:
    """A new sheet: what the record proves is filled in, all else is open."""
    given = {
        name: GivenMark(proof.mark, seq=proof.events[0] if proof.events else None)
        for name, proof in proofs.items()
    }
    return Sheet(card, basis, dict(proofs), {} if own or blind else given, own=own, blind=blind)


def resumed(sheet: Sheet, draft: ReviewDraft) -> Sheet:
    """The sheet as far as it was when it was left; what its card does not know is left out."""
    rules = {one.id for one in sheet.card.auto_fails}
    return replace(
        sheet,
        basis=draft.basis,
        given={one.mark.criterion: one for one in draft.marks if sheet.card.criterion(one.mark.criterion)},
        fails={one.rule: one for one in draft.fails if one.rule in rules},
        feedback=draft.feedback,
    )


def marked(sheet: Sheet, criterion: str, value: int | None, *, seq: int | None = None) -> Sheet:
    """With a mark (``None``: does not apply, for the card's usual reason); words and moment given before stay."""
    of = sheet.card.criterion(criterion)
    if of is None:
        return sheet
    before = sheet.given.get(criterion)
    reason = of.na_when if value is None else ""
    mark = Mark(criterion, value, reason)
    if before is None:
        made = GivenMark(mark, seq=seq)
    else:
        origin = before.origin if before.mark.value == value else ""
        cause = before.cause if value == 0 else ""
        made = replace(before, mark=mark, cause=cause, seq=before.seq or seq, origin=origin)
    proof = sheet.proofs.get(criterion)
    if proof is not None and proof.mark.value == value:
        made = replace(made, words="", seq=proof.events[0] if proof.events else None)
    return replace(sheet, given={**sheet.given, criterion: made})


def worded(sheet: Sheet, criterion: str, **changes: object) -> Sheet:
    """With other ``words``, ``cause`` or ``seq`` of a mark that is there."""
    before = sheet.given.get(criterion)
    if before is None:
        return sheet
    return replace(sheet, given={**sheet.given, criterion: replace(before, **changes)})  # type: ignore[arg-type]


def not_applying(sheet: Sheet, criterion: str, reason: str) -> Sheet:
    """With another reason why a criterion does not apply."""
    before = sheet.given.get(criterion)
    if before is None or before.mark.value is not None:
        return sheet
    mark = Mark(criterion, None, reason)
    return replace(sheet, given={**sheet.given, criterion: replace(before, mark=mark)})


def failed(sheet: Sheet, rule: str, quote: str, seq: int | None) -> Sheet:
    """With a broken rule and the moment that shows it; the moment noted first stays."""
    before = sheet.fails.get(rule)
    made = GivenFail(rule, quote, before.seq if before is not None else seq)
    return replace(sheet, fails={**sheet.fails, rule: made})


def cleared(sheet: Sheet, rule: str) -> Sheet:
    """Without a broken rule."""
    return replace(sheet, fails={name: one for name, one in sheet.fails.items() if name != rule})


def lacks(sheet: Sheet) -> tuple[Lack, ...]:
    """What is missing before the review may be sent, in the order of the window."""
    found = [lack for one in sheet.rows for lack in _lacks_of(sheet, one)]
    found += [Lack(Missing.QUOTE, name) for name, one in sheet.fails.items() if not one.quote.strip()]
    if sheet.simple:
        return tuple(one for one in found if one.what is Missing.MARK)
    words = sheet.feedback
    if not words.strength.strip():
        found.append(Lack(Missing.STRENGTH))
    if not all(part.strip() for part in (words.situation, words.behaviour, words.effect)):
        found.append(Lack(Missing.CHANGE))
    if words.plan.strip() and not words.due:
        found.append(Lack(Missing.PLAN_DATE))
    return tuple(found)


def _lacks_of(sheet: Sheet, criterion: Criterion) -> list[Lack]:
    given = sheet.given.get(criterion.id)
    if given is None:
        return [Lack(Missing.MARK, criterion.id)]
    found = []
    no_reason = given.mark.value is None and not given.mark.na_reason
    if no_reason or (sheet.is_corrected(criterion.id) and not given.words.strip()):
        found.append(Lack(Missing.REASON, criterion.id))
    if sheet.is_bad(criterion) and not given.cause:
        found.append(Lack(Missing.CAUSE, criterion.id))
    return found
