"""Scoring the open call: marks, reasons, broken rules and feedback, until the review can be sent. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.playbook.vocabulary import Label
from app.review.desk import Ruling
from app.review.fresh import own_rating
from app.review.scorecard import Scale
from app.review.scoring import Basis
from app.ui.review.draft_state import DraftState
from app.ui.review.histories import broken_rules
from app.ui.review.score_scene import ScoreScene, ScoreView, SendState, Waiting
from app.ui.review.sheet import (
    Lack,
    Missing,
    Sheet,
    cleared,
    failed,
    fresh,
    lacks,
    marked,
    not_applying,
    resumed,
    worded,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.review.desk import Dispute, DrawnQueue, GivenMark
    from app.ui.review.loading import OpenedCall


class ScorePresenter:
    """Holds the sheet of the open call.

    ``now_seq`` tells which event the trainer looks at; ``changed`` is told of every change that a person makes.
    """

    def __init__(
        self,
        view: ScoreView,
        now_seq: Callable[[], int | None],
        jump: Callable[[int], None],
        changed: Callable[[Sheet], None] | None = None,
    ) -> None:
        self._view = view
        self._now_seq = now_seq
        self._jump = jump
        self._changed = changed
        self._opened: OpenedCall | None = None
        self.scene = ScoreScene()

    def show(self) -> None:
        """Shows what is known now."""
        self._view.show_score(self.scene)

    def close(self) -> None:
        """No call is open."""
        self._opened = None
        self._show(
            sheet=None,
            no_card=False,
            card_fault=None,
            lacks=(),
            tried=False,
            state=SendState.OPEN,
            reviews=(),
            draft=DraftState.NONE,
        )

    def take(
        self,
        opened: OpenedCall,
        person: str,
        *,
        own: bool = False,
        blind: bool = False,
        basis: Basis = Basis.RECORD_ONLY,
    ) -> None:
        """A call was opened: a new sheet with what its record proves; trainers look at records first."""
        self._opened = opened
        card = opened.card
        sheet = (
            fresh(card.scorecard, opened.proofs, basis, own=own, blind=blind) if card is not None else None
        )
        unsent = opened.unsent
        if sheet is not None and unsent is not None:
            sheet = resumed(sheet, unsent.review)
        self._show(
            sheet=sheet,
            no_card=opened.retelling is not None and card is None,
            card_fault=opened.fault,
            lacks=lacks(sheet) if sheet is not None else (),
            tried=False,
            state=SendState.OPEN,
            reviews=opened.reviews,
            disputes=opened.disputes,
            queued=self._queued(opened.call),
            waiting=_waiting(opened, person) if not (own or blind) else (),
            person=person,
            choices=opened.choices,
            draft=DraftState.KEPT if unsent is not None else DraftState.NONE,
        )

    def renew(self, opened: OpenedCall) -> None:
        """What was said about earlier reviews has changed; the sheet stays as it is."""
        self._opened = opened
        person = self.scene.person
        self._show(reviews=opened.reviews, disputes=opened.disputes, waiting=_waiting(opened, person))

    def show_queue(self, queue: DrawnQueue | None) -> None:
        """The queue as it stands."""
        self._show(queue=queue, left=len(queue.calls) if queue is not None else 0)
        if self._opened is not None:
            self._show(queued=self._queued(self._opened.call))

    def show_drafts(self, others: int) -> None:
        """How many drafts of other calls there are."""
        self._show(others=others)

    def show_draft(self, state: DraftState) -> None:
        """Whether what is not sent yet is safe."""
        self._show(draft=state)

    def _queued(self, call: UUID) -> object:
        queue = self.scene.queue
        return next((one for one in queue.calls if one.call == str(call)), None) if queue else None

    # --- marks ---

    def choose_basis(self, basis: Basis) -> None:
        """Heard or from the record only; marks that both rate stay."""
        if self.scene.sheet is not None:
            self._put(replace(self.scene.sheet, basis=basis))

    def mark(self, criterion: str, value: int | None) -> None:
        """Marks a criterion; the same mark again takes it out where nothing was computed."""
        sheet = self.scene.sheet
        if sheet is None:
            return
        before = sheet.given.get(criterion)
        computed = criterion in sheet.proofs and not sheet.simple
        if before is not None and before.mark.value == value and not computed:
            given = {name: one for name, one in sheet.given.items() if name != criterion}
            self._put(replace(sheet, given=given))
            return
        self._put(marked(sheet, criterion, value, seq=self._now_seq()))

    def give_reason(self, criterion: str, words: str) -> None:
        """Why a computed mark was corrected, or a remark."""
        self._change(criterion, words=words)

    def name_cause(self, criterion: str, cause: str) -> None:
        """The root cause of a bad mark."""
        self._change(criterion, cause=cause)

    def give_na_reason(self, criterion: str, reason: str) -> None:
        """Why a criterion does not apply."""
        if self.scene.sheet is not None:
            self._put(not_applying(self.scene.sheet, criterion, reason))

    def pin(self, criterion: str) -> None:
        """Pins the mark to the moment looked at now."""
        self._change(criterion, seq=self._now_seq())

    def show_proof(self, criterion: str) -> None:
        """Goes to the next event that proves a computed mark, or to the moment that the mark is pinned to."""
        sheet = self.scene.sheet
        if sheet is None:
            return
        proof = sheet.proofs.get(criterion)
        events = proof.events if proof is not None else ()
        if not events:
            given = sheet.given.get(criterion)
            events = (given.seq,) if given is not None and given.seq is not None else ()
        if events:
            now = self._now_seq() or 0
            self._jump(next((seq for seq in events if seq > now), events[0]))

    def _change(self, criterion: str, **changes: object) -> None:
        if self.scene.sheet is not None:
            self._put(worded(self.scene.sheet, criterion, **changes))

    # --- broken rules and feedback ---

    def note_fail(self, rule: str, *, broken: bool) -> None:
        """A rule was broken at the moment looked at now, or was not after all."""
        sheet = self.scene.sheet
        if sheet is None:
            return
        self._put(failed(sheet, rule, "", self._now_seq()) if broken else cleared(sheet, rule))

    def quote(self, rule: str, words: str) -> None:
        """The words that broke the rule."""
        sheet = self.scene.sheet
        if sheet is not None and rule in sheet.fails:
            self._put(failed(sheet, rule, words, self._now_seq()))

    def show_fail(self, rule: str) -> None:
        """Goes to the moment of a broken rule."""
        sheet = self.scene.sheet
        fail = sheet.fails.get(rule) if sheet is not None else None
        if fail is not None and fail.seq is not None:
            self._jump(fail.seq)

    def say(self, part: str, words: str) -> None:
        """One part of the feedback (a field of ``Feedback``); where it points is noted at the first word."""
        sheet = self.scene.sheet
        if sheet is None:
            return
        feedback = replace(sheet.feedback, **{part: words})  # type: ignore[arg-type]
        if part == "strength" and feedback.strength_seq is None:
            feedback = replace(feedback, strength_seq=self._now_seq())
        elif part == "situation" and feedback.change_seq is None:
            feedback = replace(feedback, change_seq=self._now_seq())
        self._put(replace(sheet, feedback=feedback))

    def plan_tries(self, tries: int) -> None:
        """How often the behaviour is tried."""
        sheet = self.scene.sheet
        if sheet is not None:
            self._put(replace(sheet, feedback=replace(sheet.feedback, tries=max(1, tries))))

    def count_by(self, target: str, words: str) -> None:
        """What is counted for the plan (a ``Target`` as written); a plan without words is called by ``words``."""
        sheet = self.scene.sheet
        if sheet is not None:
            plan = sheet.feedback.plan if sheet.feedback.plan.strip() or not target else words
            self._put(replace(sheet, feedback=replace(sheet.feedback, target=target, plan=plan)))

    def point_at_criterion(self, criterion: str) -> None:
        """Brings a criterion into sight that wants a mark first; one that needs hearing is not on a sheet of the record."""
        sheet = self.scene.sheet
        if sheet is not None and criterion not in {one.id for one in sheet.rows}:
            self.choose_basis(Basis.HEARD)
        self._view.point_at(Lack(Missing.MARK, criterion))

    # --- sending ---

    def ready_to_send(self) -> Sheet | None:
        """The sheet when nothing is missing; else what is missing is shown and pointed at."""
        sheet = self.scene.sheet
        if sheet is None or self.scene.state in (SendState.SENDING, SendState.SENT):
            return None
        missing = lacks(sheet)
        self._show(tried=True, lacks=missing)
        if missing:
            self._view.point_at(missing[0])
            return None
        self._show(state=SendState.SENDING)
        return sheet

    def sent(self) -> None:
        """The review is kept."""
        self._show(state=SendState.SENT, draft=DraftState.NONE)

    def not_kept(self) -> None:
        """The review could not be kept; nothing of it is lost."""
        self._show(state=SendState.NOT_KEPT)

    def _put(self, sheet: Sheet) -> None:
        if sheet == self.scene.sheet:
            return
        self._show(sheet=sheet, lacks=lacks(sheet), state=SendState.OPEN)
        if self._changed is not None:
            self._changed(sheet)

    def _show(self, **changes: object) -> None:
        scene = replace(self.scene, **changes)  # type: ignore[arg-type]
        if scene != self.scene:
            self.scene = scene
            self._view.show_score(scene)


def _waiting(opened: OpenedCall, person: str) -> tuple[Waiting, ...]:
    """Disputes without a ruling, and broken rules noted by others that nobody has read again."""
    card = opened.card.scorecard if opened.card is not None else None
    found = []
    for one in opened.disputes:
        criterion = card.criterion(one.criterion) if card is not None else None
        label = criterion.text if criterion is not None else Label(one.criterion, one.criterion)
        if one.ruling is Ruling.WAITING and one.by != person:
            before = next((past for past in opened.disputes if past.id == one.reopens), None)
            scale = criterion.scale if criterion is not None else Scale.THREE
            words = _said_before(before) + one.words
            both, by = _both_marks(opened, one), one.by_name or one.by
            found.append(Waiting(one.id, label, words, scale=scale, marks=both, by=by, seq=one.seq))
    for review in opened.reviews:
        by = review.reviewer_name or review.draft.reviewer
        for rule, fail in ((one.rule, one.fail) for one in broken_rules(card, review)):
            if fail.confirmed is None and review.draft.reviewer != person:
                found.append(Waiting(fail.id, rule, fail.quote, fail=True, by=by, seq=fail.seq))
    return tuple(found)


def _both_marks(opened: OpenedCall, said: Dispute) -> tuple[GivenMark | None, GivenMark | None] | None:
    """What the trainer and the rep gave, where the review is among those of the call."""
    review = next((one for one in opened.reviews if one.id == said.review), None)
    if review is None:
        return None
    own = own_rating(opened.reviews, review)
    return review.draft.given(said.criterion), own.draft.given(said.criterion) if own is not None else None


def _said_before(dispute: Dispute | None) -> str:
    """What was said and answered before a dispute was reopened."""
    return f"{dispute.words} → {dispute.answer}\n" if dispute is not None else ""
