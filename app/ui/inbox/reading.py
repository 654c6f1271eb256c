"""What the inbox reads on the worker: proposals beside what playbooks say, trials, reminders, moments and replays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.call.conversation import conversation
from app.call.events import CallStarted
from app.playbook.folding import fold
from app.playbook.model import Playbook
from app.playbook.reading import read
from app.playbook.vocabulary import STAGES
from app.review.lessons import Followed, NudgeCount
from app.review.proposals import (
    Place,
    Proposal,
    ProposalMoment,
    already_there,
    current_text,
    place_for,
)
from app.review.wordings import compare_all
from app.ui.inbox.ports import Books
from app.ui.inbox.scene import Detail, MomentRow, ProposalRow, Replay, TrialCard

if TYPE_CHECKING:
    from app.playbook.library import Library
    from app.review.ports import TrialRow, TrialRows

Playbooks = Mapping[tuple[str, str], Playbook]


class LibraryPlaybooks:
    """The playbooks of a library (implements ``PlaybookShelf``)."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @property
    def folder(self) -> Path:
        """See ``PlaybookShelf``."""
        return self._library.folder

    def playbooks(self) -> dict[tuple[str, str], Playbook]:
        """See ``PlaybookShelf``."""
        self._library.refresh()
        return {
            (entry.playbook.id, entry.playbook.lang): entry.playbook
            for entry in self._library.entries
            if entry.playbook is not None
        }


@dataclass(frozen=True, slots=True)
class Everything:
    """What one reading brought."""

    rows: tuple[ProposalRow, ...]
    trials: tuple[TrialCard, ...]
    nudges: tuple[NudgeCount, ...]


@dataclass(slots=True)
class Reader:
    """Reads the books; remembers what wordings each revision had. Used from the worker only."""

    books: Books
    _wordings: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)

    def everything(self) -> Everything:
        """All lists anew.

        Raises:
            BookUnavailable: The database cannot be read now.
        """
        playbooks = self.books.shelf.playbooks()
        rows = tuple(_row(one, playbooks) for one in self.books.proposals.proposals())
        return Everything(rows, tuple(self._trials(playbooks)), self.books.lessons.nudges())

    def detail(self, proposal: Proposal) -> Detail:
        """The chosen proposal's place and moments."""
        playbook = self.books.shelf.playbooks().get((proposal.playbook, proposal.lang))
        place = place_for(playbook, proposal) if playbook is not None else None
        moments = self.books.proposals.moments(proposal.key)
        return Detail(place, tuple(_moment(one, playbook) for one in moments))

    def replay(self, moment: ProposalMoment, lang: str) -> Replay | None:
        """The text of the call, from the very playbook it was made with; ``None`` when that is missing."""
        events = self.books.calls.events(moment.call)
        playbook = self._pinned(_revision_of(events[0].what)) if events else None
        if playbook is None:
            return None
        return Replay(moment.call, moment.moment.seq, conversation(playbook, events, lang))

    def path_of(self, place: Place) -> Path:
        """The file that a place is in."""
        return self.books.shelf.folder / place.file

    def _trials(self, playbooks: Playbooks) -> Iterator[TrialCard]:
        found = {(one.playbook, one.lang, one.name, one.sample): one for one in self.books.lessons.trials()}
        for (playbook_id, lang), playbook in sorted(playbooks.items()):
            for name, wordings in under_test(playbook).items():
                real = found.get((playbook_id, lang, name, False))
                made_up = found.get((playbook_id, lang, name, True))
                yield self._trial(playbook, name, wordings, real or made_up)

    def _trial(
        self, playbook: Playbook, name: str, wordings: tuple[str, ...], tried: TrialRows | None
    ) -> TrialCard:
        rows = tried.rows if tried is not None else ()
        same = [row for row in rows if self._wording_of(row, name) == wordings]
        trials = [(row.wording, row.did_well) for row in same]
        return TrialCard(
            playbook.title or playbook.id,
            name,
            playbook.line(name) is not None,
            wordings,
            compare_all(trials, range(len(wordings))),
            len(rows) - len(same),
            sample=tried is not None and tried.sample,
        )

    def _wording_of(self, row: TrialRow, name: str) -> tuple[str, ...]:
        if row.revision not in self._wordings:
            playbook = self._pinned(row.revision)
            self._wordings[row.revision] = under_test(playbook) if playbook is not None else {}
        return self._wordings[row.revision].get(name, ())

    def _pinned(self, revision: str) -> Playbook | None:
        source = self.books.calls.source(revision) if revision else None
        return read(source).playbook if source is not None else None


def under_test(playbook: Playbook) -> dict[str, tuple[str, ...]]:
    """Every line and response with wordings under test, by full name."""
    lines = {line.ref: line.trials for stage in playbook.stages for line in stage.lines if line.trials}
    responses = {
        response.ref: response.trials
        for objection in playbook.objections
        for response in objection.responses
        if response.trials
    }
    return {**responses, **lines}


def _revision_of(what: object) -> str:
    return what.playbook_revision if isinstance(what, CallStarted) else ""


def _row(proposal: Proposal, playbooks: Playbooks) -> ProposalRow:
    playbook = playbooks.get((proposal.playbook, proposal.lang))
    title = (playbook.title or playbook.id) if playbook is not None else proposal.playbook
    says = current_text(playbook, proposal.target) if playbook is not None else ""
    known = playbook is not None and already_there(playbook, proposal)
    folded = fold(f"{proposal.words} {says} {proposal.target} {title} {proposal.credited}")
    return ProposalRow(proposal, title, says, known, folded)


def _moment(one: ProposalMoment, playbook: Playbook | None) -> MomentRow:
    moment = one.moment
    stage = playbook.stage(moment.stage) if playbook is not None else None
    label = STAGES.get(moment.stage)
    title = stage.title if stage is not None else ""
    if not title:
        title = label.in_lang(playbook.lang if playbook is not None else "en") if label else moment.stage
    return MomentRow(one, title, _answer(one, playbook))


def _answer(one: ProposalMoment, playbook: Playbook | None) -> str:
    if one.moment.followed is not Followed.ANSWERED or playbook is None:
        return one.moment.words
    line = playbook.line(one.moment.line)
    answers = line.answers if line is not None else ()
    return next((each.label for each in answers if each.id == one.moment.words), one.moment.words)
