"""An inbox over books in memory and a playbook under test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from app.call.events import NudgeKind
from app.playbook.model import Playbook
from app.playbook.reading import read
from app.playbook.source import Source, SourceFile
from app.review.lessons import Followed, Moment, ProposalKind
from app.review.proposals import Proposal, ProposalMoment
from app.ui.inbox.ports import Books
from app.ui.inbox.presenter import InboxPresenter
from app.ui.inbox.scene import InboxScene
from tests.fakes import START, FakeClock
from tests.ui.fakes import AtOnce, CallsInMemory, Later, LessonsInMemory, ProposalsInMemory

TEXT = """\
callcue: 1
id: small
title: A small call
lang: en
stages:
  - id: opening
    title: Opening
    lines:
      - id: hello
        say: Hello there.
        try: [Hello there., Good day.]
      - id: time
        ask: Is now all right?
        answers:
          - {id: fine, label: All right}
objections:
  - id: price
    kind: price
    label: It is too expensive
    heard: [too expensive]
    acknowledge: I see.
    ask: Compared with what?
    responses:
      - id: payback
        say: It pays for itself.
    check: Does that make sense?
outcomes: [callback, no_answer]
"""


def source_of(text: str = TEXT) -> Source:
    return Source((SourceFile("en/small.yaml", text.encode()),))


def playbook_of(text: str = TEXT) -> Playbook:
    playbook = read(source_of(text)).playbook
    assert playbook is not None
    return playbook


def proposal(key: int, kind: ProposalKind, target: str, words: str, **more: Any) -> Proposal:
    seen = START - timedelta(hours=key)
    values: dict[str, Any] = {"playbook": "small", "lang": "en", "times": 1, **more}
    return Proposal(key, kind, target=target, words=words, first_seen=seen, last_seen=seen, **values)


OWN = proposal(1, ProposalKind.OWN_WORDS, "opening.time", "Got a minute?", times=3)
SEARCHED = proposal(2, ProposalKind.HEARD, "price", "costs a fortune")
UNLISTED = proposal(3, ProposalKind.UNLISTED, "", "Můj kocour rozhoduje", family="authority")
KNOWN = proposal(4, ProposalKind.HEARD, "price", "too expens")
OTHER = proposal(5, ProposalKind.UNLISTED, "", "elsewhere", playbook="other")
MOMENT = ProposalMoment(
    UUID(int=7),
    START,
    "Rep Example",
    Moment(2, 65_000, "opening", "opening.time", "rushed", Followed.ANSWERED, "fine"),
)


class Shelf:
    """One playbook."""

    def __init__(self, text: str = TEXT) -> None:
        self.text = text
        self.folder = Path("books")

    def playbooks(self) -> dict[tuple[str, str], Playbook]:
        return {("small", "en"): playbook_of(self.text)}


@dataclass
class View:
    scenes: list[InboxScene] = field(default_factory=list)

    def show_scene(self, scene: InboxScene) -> None:
        self.scenes.append(scene)


@dataclass
class Outside:
    copied: list[str] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)
    switched: list[NudgeKind] = field(default_factory=list)
    has_editor: bool = True

    def copy(self, text: str) -> None:
        self.copied.append(text)

    def open_file(self, path: Path) -> bool:
        self.opened.append(path)
        return self.has_editor

    def switch_reminder(self, nudge: NudgeKind) -> None:
        self.switched.append(nudge)


class Desk:
    """A presenter with all its surroundings."""

    def __init__(self, *, runner: AtOnce | Later | None = None) -> None:
        self.view, self.outside = View(), Outside()
        self.proposals = ProposalsInMemory(OWN, SEARCHED, UNLISTED, KNOWN, OTHER, moments=[MOMENT])
        self.lessons, self.calls = LessonsInMemory(), CallsInMemory()
        self.shelf = Shelf()
        self.presenter = InboxPresenter(
            self.view, self.outside, runner or AtOnce(), manager="manager", lang="en"
        )

    def books(self) -> Books:
        return Books(self.proposals, self.lessons, self.calls, self.shelf, FakeClock())

    def serve(self) -> Desk:
        self.presenter.serve(self.books())
        return self

    @property
    def scene(self) -> InboxScene:
        return self.presenter.scene

    def words(self) -> list[str]:
        return [row.proposal.words for row in self.scene.rows]
