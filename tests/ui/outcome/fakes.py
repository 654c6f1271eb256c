"""A view, a shelf and ended calls for the outcome's tests."""

from __future__ import annotations

from dataclasses import replace

from app.call.events import Result
from app.call.live_call import LiveCall
from app.playbook.model import Fact, FactType, Outcome, Playbook
from app.playbook.vocabulary import OUTCOMES, Ask, OutcomeGroup
from app.ui.outcome.presenter import OutcomePresenter
from app.ui.outcome.scene import ChooseScene, DetailsScene, DoneScene, FieldScene, OutcomeScene
from tests.builders import begin, mill_playbook
from tests.builders import outcome as listed
from tests.fakes import FakeClock


class FakeView:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.scene: OutcomeScene | None = None
        self.copied: list[str] = []
        self.finished = 0
        self.returned = 0
        self.saved = False
        self.troubled = False

    def show_saved(self, *, saved: bool, troubled: bool) -> None:
        self.saved, self.troubled = saved, troubled

    def show_scene(self, scene: OutcomeScene) -> None:
        self.scene = scene

    def copy(self, text: str) -> None:
        self.copied.append(text)

    def announce_finished(self) -> None:
        self.finished += 1

    def announce_returned(self) -> None:
        self.returned += 1

    @property
    def choose(self) -> ChooseScene:
        assert isinstance(self.scene, ChooseScene)
        return self.scene

    @property
    def details(self) -> DetailsScene:
        assert isinstance(self.scene, DetailsScene)
        return self.scene

    @property
    def done(self) -> DoneScene:
        assert isinstance(self.scene, DoneScene)
        return self.scene

    def field(self, name: str) -> FieldScene:
        return next(field for field in self.details.fields if field.name == name)


class FakeShelf:
    """Keeps files in memory, or refuses."""

    def __init__(self, *, full: bool = False) -> None:
        self.files: dict[str, bytes] = {}
        self._full = full

    def keep(self, name: str, data: bytes) -> str:
        if self._full:
            raise OSError(28, "No space left on device")
        self.files[name] = data
        return f"Downloads/{name}"


ALL_CODES = tuple(code for code in OUTCOMES)


def whole_playbook() -> Playbook:
    """The mill with every outcome of the vocabulary and one of its own that needs facts."""
    own = Outcome(
        "pilot", OutcomeGroup.OPEN, "Pilot agreed", (Ask.NOTE,), ("starts", "agrees", "decides", "hours")
    )
    plain = mill_playbook()
    facts = {
        **plain.facts,
        "starts": Fact("starts", "Starts on", FactType.DATE),
        "agrees": Fact("agrees", "Agrees to terms", FactType.YES_NO),
    }
    return replace(plain, facts=facts, outcomes=(*(listed(code) for code in ALL_CODES), own))


def ended(playbook: Playbook | None = None) -> LiveCall:
    """Hung up with a listed and an unlisted objection still open."""
    call = begin(playbook or whole_playbook(), clock=FakeClock(ticking=True))
    call.raise_objection("price")
    call.back()
    call.raise_unlisted("Our dog ate it")
    call.end_objection(Result.OPEN)
    call.hang_up()
    return call


class Desk:
    """A presenter with its fakes around it, begun."""

    def __init__(self, call: LiveCall | None = None, *, lang: str = "en", full: bool = False) -> None:
        self.call = call or ended()
        self.view = FakeView()
        self.shelf = FakeShelf(full=full)
        self.presenter = OutcomePresenter(
            self.call, self.view, clock=FakeClock(), shelf=self.shelf, lang=lang
        )
        self.presenter.begin()
