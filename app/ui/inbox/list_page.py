"""The proposals: filters, the list, and beside it the chosen one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.review.lessons import ProposalKind
from app.review.proposals import Decision
from app.ui.inbox.detail import DetailPane
from app.ui.inbox.scene import InboxScene, ProposalRow
from app.ui.inbox.wording import kind_words, pile_words
from app.ui.moments import moment_words
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import FlowLayout, KeyButton, Panel, PanelLook, TurningRow, Variant, WrappingLabel

_ROOM_FOR_BOTH = 110
_MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class FilterField(QLineEdit):
    """Where words to find are typed; the arrows go on into the list, where letters decide."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice."""
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        self.moved.emit(by)


class ProposalList(QListWidget):
    """The list; letters are keys of the screen, not a search in the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves within the list; everything else goes on to the screen."""
        if Qt.Key(event.key()) in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()


class ProposalsPage(QWidget):
    """Shows the proposals of an ``InboxScene``."""

    typed = Signal(str)
    moved = Signal(int)
    kind_chosen = Signal(object)
    playbook_chosen = Signal(str)
    pile_chosen = Signal(object)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = FilterField()
        self.playbook = QComboBox()
        self.piles = {pile: KeyButton(variant=Variant.TAB) for pile in Decision}
        self.kinds = {kind: KeyButton(variant=Variant.TAB) for kind in ProposalKind}
        self.list = ProposalList()
        self._empty = WrappingLabel(role=TextRole.BODY)
        self.detail = DetailPane()
        self._shown: tuple[ProposalRow, ...] = ()
        self._last: tuple[InboxScene, datetime] | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        both = TurningRow(_ROOM_FOR_BOTH)
        both.row.setSpacing(0)
        left = Panel(PanelLook.SIDE_LEFT)
        left.setMinimumWidth(240)
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(RHYTHM)
        piles, kinds = FlowLayout(gap=4), FlowLayout(gap=4)
        for pile in self.piles.values():
            piles.addWidget(pile)
        for kind in self.kinds.values():
            kinds.addWidget(kind)
        column.addWidget(self.search)
        column.addWidget(self.playbook)
        column.addLayout(piles)
        column.addLayout(kinds)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addStretch()  # takes the room only while there is no list
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self.list.setMinimumHeight(96)
        self.playbook.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        both.row.addWidget(left, 2)
        both.row.addWidget(self.detail, 3)
        whole.addWidget(both)

    def _connect(self) -> None:
        self.search.textEdited.connect(self.typed)
        self.search.moved.connect(self.moved)
        self.playbook.activated.connect(self._playbook_activated)
        self.list.currentRowChanged.connect(self._row_changed)
        for button in (*self.piles.values(), *self.kinds.values()):
            button.clicked.connect(self._filter_clicked)

    def show_scene(self, scene: InboxScene, now: datetime) -> None:
        """Shows list and detail."""
        self._last = (scene, now)
        if self.search.text() != scene.query:
            self.search.setText(scene.query)
        self._show_filters(scene)
        self._show_rows(scene, now)
        self._empty.setText(self._empty_words(scene))
        self._empty.setVisible(not scene.rows)
        self.list.setVisible(bool(scene.rows))
        self.detail.show_scene(scene, now)

    def _show_filters(self, scene: InboxScene) -> None:
        self.search.setPlaceholderText(self.tr("Find in proposals…"))
        self.search.setAccessibleName(self.tr("Find in proposals"))
        self.playbook.setAccessibleName(self.tr("Playbook"))
        wanted = [("", self.tr("All playbooks")), *scene.playbooks]
        here = [
            (self.playbook.itemData(at), self.playbook.itemText(at)) for at in range(self.playbook.count())
        ]
        if here != wanted:
            self.playbook.clear()
            for playbook, title in wanted:
                self.playbook.addItem(title, playbook)
        self.playbook.setCurrentIndex(max(0, self.playbook.findData(scene.playbook)))
        for pile, count in scene.piles:
            _show_filter(self.piles[pile], pile_words(pile), count, on=pile is scene.pile)
        for kind, count in scene.kinds:
            _show_filter(self.kinds[kind], kind_words(kind), count, on=kind is scene.kind)

    def _show_rows(self, scene: InboxScene, now: datetime) -> None:
        keys = [row.proposal.key for row in scene.rows]
        with QSignalBlocker(self.list):
            if scene.rows != self._shown:
                self._shown = scene.rows
                self.list.clear()
                for row in scene.rows:
                    self.list.addItem(QListWidgetItem(self._row_words(row, now)))
            self.list.setCurrentRow(keys.index(scene.chosen) if scene.chosen in keys else -1)
        self.list.setAccessibleName(self.tr("Proposals"))

    def _row_words(self, row: ProposalRow, now: datetime) -> str:
        """Two lines, each cut where it has no room: what stands last is told again beside the list."""
        one = row.proposal
        parts = (
            self.tr("%n time(s)", "", one.times) if one.times != 1 else "",
            kind_words(one.kind),
            self.tr("sample") if one.sample else "",
            moment_words(one.last_seen, now),
            row.title,
        )
        return f"{' '.join(one.words.split())}\n{' · '.join(part for part in parts if part)}"

    def _empty_words(self, scene: InboxScene) -> str:
        if scene.troubled:
            return self.tr("The database cannot be read now. Try again in a moment.")
        if not scene.ready:
            return self.tr("One moment, proposals are being read…")
        if scene.query or scene.kind or scene.playbook:
            return self.tr("Nothing here fits. Clear the filters to see more.")
        if scene.pile is Decision.NEW:
            return self.tr(
                "Nothing new. Reps' own words, unlisted objections and words searched for come here "
                "when a call's outcome is recorded."
            )
        return self.tr("Nothing here.")

    def _playbook_activated(self, index: int) -> None:
        self.playbook_chosen.emit(str(self.playbook.itemData(index) or ""))

    def _row_changed(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.chosen.emit(self._shown[row].proposal.key)

    def _filter_clicked(self) -> None:
        button = self.sender()
        for pile, each in self.piles.items():
            if each is button:
                self.pile_chosen.emit(pile)
        for kind, each in self.kinds.items():
            if each is button:
                self.kind_chosen.emit(kind)

    def sizeHint(self) -> QSize:
        """Room for both."""
        return QSize(900, 560)

    def changeEvent(self, event: QEvent) -> None:
        """Rows are worded anew in another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._shown = ()
            if self._last is not None:
                self.show_scene(*self._last)
        super().changeEvent(event)


def _show_filter(button: KeyButton, words: str, count: int, *, on: bool) -> None:
    button.set_words(words, extra=str(count))
    button.set_variant(Variant.TAB_ON if on else Variant.TAB)
    button.setAccessibleDescription("✓" if on else "")
