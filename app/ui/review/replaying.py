"""Walking through a recorded call: the slider, the moments and what the rep saw at each. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.call.events import CallStarted
from app.call.prompt import Prompt
from app.review.desk import Comment, DeskRow
from app.ui.review.loading import OpenedCall
from app.ui.review.replay_scene import Gap, ReplayScene, ReplayView
from app.ui.review.retelling import QUIET, Moment, Retelling, Sort


class ReplayPresenter:
    """Holds the moment that is looked at."""

    def __init__(self, view: ReplayView) -> None:
        self._view = view
        self._told: Retelling | None = None
        self._moments: tuple[Moment, ...] = ()
        self._comments: tuple[Comment, ...] = ()
        self.scene = ReplayScene()

    def show(self) -> None:
        """Shows what is known now."""
        self._view.show_replay(self.scene)

    def wait_for(self, row: DeskRow) -> None:
        """A call is being read."""
        self._told, self._moments, self._comments = None, (), ()
        self._show(ReplayScene(Gap.LOADING, row, every_step=self.scene.every_step))

    def fail(self) -> None:
        """The call cannot be read now."""
        self._show(replace(self.scene, gap=Gap.UNAVAILABLE))

    def take(self, opened: OpenedCall, *, keep_place: bool = False) -> None:
        """The call has been read; ``keep_place`` leaves the slider where it is."""
        told = self._told = opened.retelling
        self._comments = opened.comments
        if told is None:
            self._show(replace(self.scene, gap=opened.gap, openings=opened.openings))
            return
        self._moments = _with_comments(told, opened.comments)
        playbook = told.playbook
        row = self.scene.row
        scene = replace(
            self.scene,
            gap=Gap.NONE,
            row=_named(row, told) if row is not None else None,
            version=playbook.version or "",
            playbook_title=playbook.title,
            timeline=told.timeline,
            moments=self._listed(every_step=self.scene.every_step),
            openings=opened.openings,
        )
        self._show(scene)
        self.slide(self.scene.at if keep_place else 0)

    # --- moving through time ---

    def slide(self, at: int) -> None:
        """The slider stands at ``at`` milliseconds."""
        told = self._told
        if told is None:
            return
        at = max(0, min(told.timeline.length, at))
        before = [place for place, one in enumerate(self.scene.moments) if one.at <= at]
        self._stand(at, before[-1] if before else -1, told.prompt_at(at))

    def choose(self, place: int) -> None:
        """The trainer picks a moment of the list."""
        if self._told is None or not 0 <= place < len(self.scene.moments):
            return
        at = self.scene.moments[place].at
        self._stand(at, place, self._told.prompt_at(at))

    def _stand(self, at: int, place: int, prompt: Prompt | None) -> None:
        self._show(replace(self.scene, at=at, chosen=place, prompt=prompt))

    def move(self, by: int, sorts: frozenset[Sort] | None = None) -> None:
        """To the next (1) or previous (-1) moment, or the next of ``sorts``; stays where there is none."""
        places = range(len(self.scene.moments))
        wanted = [
            place
            for place in places
            if (sorts is None or self.scene.moments[place].sort in sorts)
            and ((by > 0 and place > self.scene.chosen) or (by < 0 and place < self.scene.chosen))
        ]
        if wanted:
            self.choose(wanted[0] if by > 0 else wanted[-1])

    def next_objection(self, by: int = 1) -> None:
        """To the next or previous objection."""
        self.move(by, frozenset({Sort.OBJECTION}))

    def next_flag(self, by: int = 1) -> None:
        """To the next (or previous) flag, and from the last to the first again (or the other way round)."""
        flags = [place for place, one in enumerate(self.scene.moments) if one.sort is Sort.FLAG]
        beyond = [
            place
            for place in flags
            if (by > 0 and place > self.scene.chosen) or (by < 0 and place < self.scene.chosen)
        ]
        if flags:
            self.choose((beyond or flags)[0 if by > 0 else -1])

    def next_stage(self, by: int = 1) -> None:
        """To where the next stage begins, or back to where this one does, or the one before it."""
        starts = [bar.start for bar in self.scene.timeline.bars]
        at = self.scene.at
        beyond = [start for start in starts if (by > 0 and start > at) or (by < 0 and start < at)]
        if beyond:
            self.slide(beyond[0] if by > 0 else beyond[-1])

    def jump(self, seq: int) -> None:
        """To the event ``seq``, in the list where it has a row, else on the timeline."""
        told = self._told
        if told is None:
            return
        place = next((at for at, one in enumerate(self.scene.moments) if one.seq == seq), None)
        if place is not None:
            self.choose(place)
        elif (at := told.at_of(seq)) is not None:
            self.slide(at)

    @property
    def seq(self) -> int | None:
        """The event that the slider lies on or after."""
        chosen = self.scene.chosen
        if 0 <= chosen < len(self.scene.moments) and self.scene.moments[chosen].at == self.scene.at:
            return self.scene.moments[chosen].seq
        event = self._told.event_at(self.scene.at) if self._told is not None else None
        return None if event is None else event.seq

    def show_every_step(self, *, every: bool) -> None:
        """Lists plain lines too, or not."""
        at = self.scene.at
        self._show(replace(self.scene, every_step=every, moments=self._listed(every_step=every)))
        self.slide(at)

    def _listed(self, *, every_step: bool) -> tuple[Moment, ...]:
        return tuple(one for one in self._moments if every_step or one.sort not in QUIET)

    def _show(self, scene: ReplayScene) -> None:
        if scene != self.scene:
            self.scene = scene
            self._view.show_replay(scene)


def _named(row: DeskRow, told: Retelling) -> DeskRow:
    """The call with the rep's name as it was recorded, where only the login is known."""
    started = told.events[0].what
    known = row.rep_name and row.rep_name != row.rep
    if known or not isinstance(started, CallStarted) or not started.rep.name:
        return row
    return replace(row, rep_name=started.rep.name)


def _with_comments(told: Retelling, comments: Sequence[Comment]) -> tuple[Moment, ...]:
    """The moments with each comment after the one that it is pinned to; those on the whole call come first."""
    at_first = [_said(told, one) for one in comments if one.seq is None]
    found = list(at_first)
    rest = sorted((one for one in comments if one.seq is not None), key=lambda one: one.seq or 0)
    for moment in told.moments:
        while rest and (rest[0].seq or 0) < moment.seq:
            found.append(_said(told, rest.pop(0)))
        found.append(moment)
    return (*found, *(_said(told, one) for one in rest))


def _said(told: Retelling, comment: Comment) -> Moment:
    at = (told.at_of(comment.seq) or 0) if comment.seq is not None else 0
    return Moment(
        comment.seq or 0, at, at, Sort.COMMENT, comment.author_name or comment.author, detail=comment.words
    )
