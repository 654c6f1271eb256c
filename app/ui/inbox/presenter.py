"""What the inbox does: filters, shows moments, decides, copies. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from functools import partial

from app.call.events import NudgeKind
from app.call.ports import BookUnavailable
from app.playbook.folding import fold
from app.review.intervals import share
from app.review.lessons import NudgeCount, ProposalKind
from app.review.proposals import Decision
from app.ui.background import Runner
from app.ui.inbox.ports import Books, InboxView, Outside
from app.ui.inbox.reading import Everything, Reader
from app.ui.inbox.scene import Detail, InboxScene, ProposalRow, ReminderCard, Replay, Tab


class InboxPresenter:
    """Holds the scene; every change goes through ``_show``."""

    def __init__(self, view: InboxView, outside: Outside, runner: Runner, *, manager: str, lang: str) -> None:
        self._view = view
        self._outside = outside
        self._runner = runner
        self._manager = manager
        self._lang = lang
        self._reader: Reader | None = None
        self._all: tuple[ProposalRow, ...] = ()
        self._nudges: tuple[NudgeCount, ...] = ()
        self._off: frozenset[NudgeKind] = frozenset()
        self._just_decided = -1
        self.scene = InboxScene()

    def show(self) -> None:
        """Shows what is known now."""
        self._view.show_scene(self.scene)

    def serve(self, books: Books) -> None:
        """The books are open."""
        self._reader = Reader(books)
        self.refresh()

    def speak(self, lang: str) -> None:
        """Words of replays come in ``lang`` from now on."""
        self._lang = lang
        self._show(detail=replace(self.scene.detail, replay=None))

    def refresh(self) -> None:
        """Reads everything anew."""
        if self._reader is not None:
            self._runner.run(self._reader.everything, self._read, self._failed)

    def _read(self, found: Everything) -> None:
        self._all, self._nudges = found.rows, found.nudges
        titles = {_book_of(row): row.title for row in found.rows}
        self._show(
            ready=True,
            troubled=False,
            trials=found.trials,
            playbooks=tuple(sorted(titles.items(), key=lambda one: one[1].casefold())),
            reminders=self._reminders(),
        )
        self._filter()

    # --- pages and filters ---

    def show_tab(self, tab: Tab) -> None:
        """Another page."""
        self._show(tab=tab)

    def type_query(self, text: str) -> None:
        """All these words must occur, spelling apart."""
        self._show(query=text)
        self._filter()

    def choose_kind(self, kind: ProposalKind | None) -> None:
        """Only this kind; ``None`` or the same again for all."""
        self._show(kind=None if kind is self.scene.kind else kind)
        self._filter()

    def choose_playbook(self, playbook: str) -> None:
        """Only this playbook's (``id.lang``); empty for all."""
        self._show(playbook=playbook)
        self._filter()

    def choose_pile(self, pile: Decision) -> None:
        """Those that this was made of."""
        self._show(pile=pile)
        self._filter()

    def _filter(self) -> None:
        """Shows the rows that fit; the one just decided stays in sight until another is chosen."""
        scene = self.scene
        open_rows = [row for row in self._all if not _is_spent(row)]
        fitting = [row for row in open_rows if self._fits(row)]
        in_pile = [row for row in fitting if row.proposal.decision is scene.pile]
        shown = [
            row
            for row in fitting
            if row.proposal.key == self._just_decided
            or (row.proposal.decision is scene.pile and scene.kind in (None, row.proposal.kind))
        ]
        by_pile = Counter(row.proposal.decision for row in fitting if scene.kind in (None, row.proposal.kind))
        by_kind = Counter(row.proposal.kind for row in in_pile)
        self._show(
            rows=tuple(shown),
            piles=tuple((pile, by_pile[pile]) for pile in Decision),
            kinds=tuple((kind, by_kind[kind]) for kind in ProposalKind),
        )
        if self.scene.row is None:
            self.choose(shown[0].proposal.key if shown else -1)

    def _fits(self, row: ProposalRow) -> bool:
        scene = self.scene
        if scene.playbook and _book_of(row) != scene.playbook:
            return False
        return all(word in row.folded for word in fold(scene.query).split())

    # --- one proposal ---

    def choose(self, key: int) -> None:
        """Shows one proposal with its moments; -1 shows none."""
        if key == self.scene.chosen and self.scene.row is not None:
            return
        if self._just_decided not in (key, -1):
            self._just_decided = -1
            self._show(chosen=key, detail=Detail(), copied=False, unopened="")
            self._filter()
        self._show(chosen=key, detail=Detail(), copied=False, unopened="")
        row, reader = self.scene.row, self._reader
        if row is not None and reader is not None:
            work = partial(reader.detail, row.proposal)
            self._runner.run(work, partial(self._detailed, key), self._failed)

    def _detailed(self, key: int, detail: Detail) -> None:
        if key == self.scene.chosen:
            self._show(detail=detail)

    def move(self, by: int) -> None:
        """Up or down the list."""
        keys = [row.proposal.key for row in self.scene.rows]
        if not keys:
            return
        at = keys.index(self.scene.chosen) + by if self.scene.chosen in keys else 0
        self.choose(keys[max(0, min(len(keys) - 1, at))])

    def decide(self, decision: Decision) -> None:
        """Accepts, declines, leaves for later, or makes new again."""
        row, reader = self.scene.row, self._reader
        if row is None or reader is None or row.proposal.decision is decision:
            return
        key, at = row.proposal.key, reader.books.clock.now()
        work = partial(reader.books.proposals.decide, key, decision, self._manager, at)
        self._runner.run(work, partial(self._decided, key, decision), self._failed)

    def _decided(self, key: int, decision: Decision, _: None) -> None:
        self._just_decided = key
        self._all = tuple(
            replace(row, proposal=replace(row.proposal, decision=decision))
            if row.proposal.key == key
            else row
            for row in self._all
        )
        self._filter()
        self.refresh()

    def copy(self) -> None:
        """Puts the lines of YAML on the clipboard."""
        place = self.scene.detail.place
        if place is not None:
            self._outside.copy(place.text + "\n")
            self._show(copied=True, unopened="")

    def open_file(self) -> None:
        """Opens the playbook's file."""
        place = self.scene.detail.place
        if place is not None and self._reader is not None:
            path = self._reader.path_of(place)
            opened = self._outside.open_file(path)
            self._show(unopened="" if opened else str(path))

    def open_replay(self, index: int) -> None:
        """Shows the text of the call of a moment."""
        moments, reader = self.scene.detail.moments, self._reader
        if reader is not None and 0 <= index < len(moments):
            work = partial(reader.replay, moments[index].moment, self._lang)
            self._runner.run(work, partial(self._replayed, self.scene.chosen), self._failed)

    def close_replay(self) -> bool:
        """Back to the proposal; ``False`` when no call's text was open."""
        if self.scene.detail.replay is None:
            return False
        self._show(detail=replace(self.scene.detail, replay=None))
        return True

    def _replayed(self, key: int, replay: Replay | None) -> None:
        if key == self.scene.chosen:
            self._show(detail=replace(self.scene.detail, replay=replay), troubled=replay is None)

    # --- reminders ---

    def set_reminders_off(self, off: Collection[NudgeKind]) -> None:
        """These are switched off now."""
        self._off = frozenset(off)
        self._show(reminders=self._reminders())

    def switch_reminder(self, nudge: NudgeKind) -> None:
        """Off, or on again."""
        self._outside.switch_reminder(nudge)

    def _reminders(self) -> tuple[ReminderCard, ...]:
        return tuple(
            ReminderCard(one.nudge, share(min(one.followed, one.shown), one.shown), one.nudge in self._off)
            for one in self._nudges
        )

    def _failed(self, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable):
            return False
        self._show(troubled=True, ready=True)
        return True

    def _show(self, **changes: object) -> None:
        scene = replace(self.scene, **changes)  # type: ignore[arg-type]
        if scene != self.scene:
            self.scene = scene
            self._view.show_scene(scene)


def _book_of(row: ProposalRow) -> str:
    """Names the playbook in its language."""
    return f"{row.proposal.playbook}.{row.proposal.lang}"


def _is_spent(row: ProposalRow) -> bool:
    """Words searched for that the playbook knows: nothing is left to decide."""
    one = row.proposal
    return row.known and one.kind is ProposalKind.HEARD and one.decision is Decision.NEW
