"""The real live window with a big playbook, driven key by key without a frame around it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.call.clock import SystemClock
from app.call.events import HelpLevel
from app.call.finder import Finder
from app.call.likely import MetCount, RecordedOrder
from app.call.live_call import LiveCall
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.ports import Journal
from app.call.prompt import Phase
from app.call.rehearsal import NoJournal
from app.playbook.model import WRAP_UP, Playbook
from app.playbook.reading import read
from app.playbook.sampling import big_playbook
from app.playbook.source import Source, SourceFile
from app.ui.journal_relay import JournalRelay
from app.ui.keys import KeyMap
from app.ui.live.scene import Scene
from app.ui.live.screen import LiveScreen
from app.ui.program import application
from app.ui.theme import Theme

_KEYS = (
    Qt.Key.Key_1,
    Qt.Key.Key_D,
    Qt.Key.Key_2,
    Qt.Key.Key_Q,
    Qt.Key.Key_1,
    Qt.Key.Key_Space,
    Qt.Key.Key_Space,
    Qt.Key.Key_1,
    Qt.Key.Key_F,
    Qt.Key.Key_Space,
    Qt.Key.Key_X,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_R,
    Qt.Key.Key_Escape,
    Qt.Key.Key_A,
    Qt.Key.Key_F,
)
"""What a rep does in a row: answers, moods, an objection by digit with its steps, a skip taken back, all questions,
and anger that strips the screen and passes."""

_TIMES_MET = 40


def _met(playbook: Playbook) -> tuple[MetCount, ...]:
    """What calls taught before, as in a house that has called for a while: every third objection, in each stage."""
    return tuple(
        MetCount(stage.id, "", "", one.id, _TIMES_MET // place + 1)
        for stage in playbook.stages
        for place, one in enumerate(playbook.objections[::3], start=1)
    )


class LiveBench:
    """A call in the live window; ``press_next`` presses the next key and waits until it is painted."""

    def __init__(
        self,
        lines: int,
        objections: int,
        journal: Journal | None = None,
        relay: JournalRelay | None = None,
    ) -> None:
        self._app = QApplication.instance() or application(["callcue"])
        assert isinstance(self._app, QApplication), "one kind of application"
        Theme().apply(self._app)
        source = Source((SourceFile("en/big.yaml", big_playbook(lines, objections).encode()),))
        playbook = read(source).playbook
        assert playbook is not None, "the made-up playbook is sound"
        self._playbook, self._source = playbook, source
        self._finder = Finder(playbook)
        self._journal = journal or NoJournal()
        self._relay = relay
        self._keys = cycle(_KEYS)
        self.screen = self._begin()
        self._scenes = self._made_before()

    def be_in_a_call(self) -> None:
        """Begins a new call when the last one has come to its goodbye."""
        call = self._call
        if call.state.phase is Phase.TALK and call.state.line != WRAP_UP:
            return
        self.close()
        self._keys = cycle(_KEYS)
        self.screen = self._begin()

    def make_ahead(self) -> bool:
        """A piece of what the window makes ahead while nobody presses a key, painted; false when all is made.

        In life that is done before a rep's second key: some 90 pieces, one every 40 ms.
        """
        more = self.screen.make_ahead()
        QCoreApplication.processEvents()
        return more

    def press_next(self) -> None:
        """The next key of the row, until everything is painted."""
        QTest.keyClick(self.screen.focusWidget() or self.screen, next(self._keys))
        QCoreApplication.processEvents()

    def show_constant(self) -> None:
        """The next of the ready-made scenes that the same row of keys led to, in the same widgets, painted."""
        self.show(next(self._scenes))

    def open_board(self) -> None:
        """Opens the objection board; letters go into its search from now on."""
        QTest.keyClick(self.screen, Qt.Key.Key_Q)
        QCoreApplication.processEvents()

    def type_letter(self, letter: str) -> Scene:
        """One letter into the search, until what it finds is painted; the scene it led to."""
        QTest.keyClicks(self.screen.window_parts.panel.search, letter)
        QCoreApplication.processEvents()
        return self.screen.presenter.scene

    def clear_search(self) -> None:
        """An empty search."""
        self.screen.window_parts.panel.search.clear()
        QCoreApplication.processEvents()

    def show(self, scene: Scene) -> None:
        """A ready-made scene, painted."""
        self.screen.show_scene(scene)
        QCoreApplication.processEvents()

    @property
    def labels(self) -> tuple[str, ...]:
        """What the objections are called."""
        return tuple(one.label for one in self._playbook.objections)

    def close(self) -> None:
        """Takes the window away."""
        self.screen.close()
        self.screen.deleteLater()
        QCoreApplication.sendPostedEvents()

    def _begin(self) -> LiveScreen:
        clock = SystemClock()
        call = LiveCall.start(
            playbook=self._playbook,
            source=self._source,
            lead=LeadCard(first_name="Sample"),
            rep=RepCard("bench"),
            terms=CallTerms(),
            help=HelpLevel.CUES,
            journal=self._journal,
            clock=clock,
            likely=RecordedOrder(_met(self._playbook)),
            sample=True,
        )
        self._call = call
        screen = LiveScreen(call, self._finder, keys=KeyMap(), clock=clock)
        if self._relay is not None:
            self._relay.acknowledged.connect(screen.saved)
        screen.resize(1180, 760)
        screen.show()
        screen.start()
        QCoreApplication.processEvents()
        return screen

    def _made_before(self) -> Iterator[Scene]:
        scenes = []
        for _ in _KEYS:
            self.be_in_a_call()
            self.press_next()
            scenes.append(self.screen.presenter.scene)
        return cycle(scenes)
