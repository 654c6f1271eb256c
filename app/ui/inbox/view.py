"""How the inbox looks: a bar with the pages' names, and one page at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.call.ports import Clock
from app.ui.inbox.list_page import ProposalsPage
from app.ui.inbox.reminders_page import RemindersPage
from app.ui.inbox.scene import InboxScene, Tab
from app.ui.inbox.trials_page import TrialsPage
from app.ui.keys import Action, KeyMap
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import FlowLayout, KeyButton, Panel, PanelLook, PlainLabel, TurningRow, Variant
from app.ui.words import ui_lang

_ROOM_FOR_ALL = 50
"""The names of the pages take two rows before the way back takes one of its own: proposals need the height."""


class InboxView(Panel):
    """Shows an ``InboxScene`` and tells what the manager wants as signals with plain values."""

    back_wanted = Signal()
    tab_chosen = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self._clock = clock
        self._keys = KeyMap()
        self._scene = InboxScene()
        self.proposals, self.trials, self.reminders = ProposalsPage(), TrialsPage(), RemindersPage()
        self.tabs = {tab: KeyButton(variant=Variant.TAB, cap_first=True) for tab in Tab}
        self.back = KeyButton()
        self._title = PlainLabel(role=TextRole.STRONG)
        self._pages = QStackedWidget()
        for page in (self.proposals, self.trials, self.reminders):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar())
        whole.addWidget(self._pages, 1)
        self.retranslate()

    def _bar(self) -> Panel:
        bar = Panel(PanelLook.BAR_TOP)
        inside = QHBoxLayout(bar)
        inside.setContentsMargins(18, 9, 10, 9)
        turning = TurningRow(_ROOM_FOR_ALL)
        inside.addWidget(turning)
        row = turning.row
        row.setSpacing(2 * RHYTHM)
        flow = FlowLayout(gap=4)
        for button in self.tabs.values():
            button.clicked.connect(self._tab_clicked)
            flow.addWidget(button)
        row.addWidget(self._title)
        row.addLayout(flow, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.back.clicked.connect(self.back_wanted)
        return bar

    def show_scene(self, scene: InboxScene) -> None:
        """Shows ``scene``."""
        now = self._clock.now()
        self._scene = scene
        for tab, button in self.tabs.items():
            button.set_variant(Variant.TAB_ON if tab is scene.tab else Variant.TAB)
            button.setAccessibleDescription("✓" if tab is scene.tab else "")
        self._pages.setCurrentIndex(list(Tab).index(scene.tab))
        if scene.tab is Tab.PROPOSALS:
            self.proposals.show_scene(scene, now)
        elif scene.tab is Tab.WORDINGS:
            self.trials.show_scene(scene)
        else:
            self.reminders.show_scene(scene)

    def set_keys(self, keys: KeyMap) -> None:
        """Names these keys on the buttons."""
        self._keys = keys
        self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._title.setText(self.tr("Inbox"))
        words = {
            Tab.PROPOSALS: self.tr("Proposals"),
            Tab.WORDINGS: self.tr("Wordings under test"),
            Tab.REMINDERS: self.tr("Reminders"),
        }
        for place, (tab, button) in enumerate(self.tabs.items(), start=1):
            button.set_words(words[tab], str(place))
        self.back.set_words(self.tr("Start screen"), self._keys.cap(Action.BACK, ui_lang()))
        self.show_scene(self._scene)

    def _tab_clicked(self) -> None:
        button = self.sender()
        self.tab_chosen.emit(next(tab for tab, each in self.tabs.items() if each is button))

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
