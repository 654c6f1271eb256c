"""What the window needs from the rest of the house; ``bootstrap`` builds it, windows never see more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from app.call.ports import CallBook, Clock, Journal
    from app.call.reps import RepBook
    from app.leads.lead import LeadBook
    from app.playbook.library import Library
    from app.playbook.vocabulary import Label
    from app.review.calibrating import CalibrationBook
    from app.review.coaching import CoachingBook
    from app.review.drafts import DraftBook
    from app.review.ports import CallDesk, FigureBook, LessonBook, ProposalBook, ReviewBook


class CannotOpen(Exception):
    """The data cannot be opened; ``words`` say why and what to do."""

    def __init__(self, words: Label) -> None:
        super().__init__(words.en)
        self.words = words


class Services(Protocol):
    """Everything outside the window, ready to use. Books may be used from any thread but the journal's."""

    @property
    def home(self) -> Path:
        """The data folder."""

    @property
    def journal(self) -> Journal:
        """Takes events and makes them last."""

    @property
    def calls(self) -> CallBook:
        """The recorded calls."""

    @property
    def leads(self) -> LeadBook:
        """Whom to call."""

    @property
    def reps(self) -> RepBook:
        """Who uses the program."""

    @property
    def lessons(self) -> LessonBook:
        """What recorded calls teach."""

    @property
    def proposals(self) -> ProposalBook:
        """What recorded calls propose for playbooks."""

    @property
    def desk(self) -> CallDesk:
        """Finds recorded calls for review."""

    @property
    def reviews(self) -> ReviewBook:
        """Reviews of recorded calls."""

    @property
    def calibrations(self) -> CalibrationBook:
        """Sessions in which trainers mark the same calls blind."""

    @property
    def drafts(self) -> DraftBook:
        """Reviews that are not sent yet."""

    @property
    def coaching(self) -> CoachingBook:
        """What trainers and reps agreed on."""

    @property
    def figures(self) -> FigureBook:
        """What recorded calls add up to."""

    @property
    def library(self) -> Library:
        """The playbooks of the folder."""

    @property
    def clock(self) -> Clock:
        """Wall time and a counter."""

    def close(self) -> bool:
        """Flushes and ends everything; ``False`` when events are left in the spool only."""
