"""Stories to tell: the chosen one written out as who, trouble and result; the others a digit away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.call.prompt import StoryCard
from app.ui.keys import Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.parts import text_scale
from app.ui.live.rows import RowList
from app.ui.live.scene import PanelScene
from app.ui.type_scale import TextRole
from app.ui.widgets import Panel, PanelLook, Variant, WrappingLabel

_ROW_HEIGHT = 40
_LIST_SHARE = 3
"""The list of all takes no more than one in so many pixels of the page."""
_ROWS_LEAST = 2
"""With room for fewer rows the story has the whole page; the digits pick as before."""


class StoryPage(QWidget):
    """The story in hand and the list of all."""

    picked = Signal(object)
    acted = Signal(Action)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story: StoryCard | None = None
        self._at = self._of = 0
        self.card = Panel(PanelLook.STORY, self)
        self.title = WrappingLabel(role=TextRole.LABEL, parent=self.card)
        self.parts = [WrappingLabel(role=TextRole.WORDING, parent=self.card) for _ in range(3)]
        self.sample = WrappingLabel(role=TextRole.NOTE, parent=self.card)
        self.told = ActionButton(Action.DONE, keys, Variant.PRIMARY, parent=self.card)
        self.told.acted.connect(self.acted)
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.told, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(top)
        for part in (*self.parts, self.sample):
            inside.addWidget(part)
        inside.addStretch(1)
        self.list = RowList(keys, self)
        self.list.picked.connect(self.picked)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.area, 1)
        column.addWidget(self.list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The story comes first where room is short."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Whole rows for the list, or none; then the title tells which of the stories it is."""
        row = round(_ROW_HEIGHT * text_scale(self))
        room = self.height() // _LIST_SHARE // row
        listed = self._of > 1 and room >= _ROWS_LEAST
        self.list.setFixedHeight(min(self._of, max(1, room)) * row)
        if self.list.isHidden() == listed:
            self.list.setVisible(listed)
            self.retranslate()

    def show_panel(self, scene: PanelScene) -> None:
        """Shows the highlighted story and the list."""
        at = max(0, scene.current)
        story = scene.stories[at] if at < len(scene.stories) else None
        self.list.show_rows(scene.rows, scene.current)
        now = (at + 1, len(scene.rows))
        if story != self._story or story is None or now != (self._at, self._of):
            self._story = story
            self._at, self._of = now
            self.retranslate()
        self._share_room()

    def retranslate(self) -> None:
        """Sets the words."""
        story = self._story
        self.told.say(self.tr("Told"))
        self.told.setVisible(story is not None)
        self.sample.setText(self.tr("sample – replace with a true case"))
        self.sample.setVisible(story is not None and story.sample)
        if story is None:
            self.title.setText(self.tr("This playbook has no stories yet."))
            for part in self.parts:
                part.hide()
            return
        place = f"{self._at}/{self._of} · " if self._of > 1 and self.list.isHidden() else ""
        self.title.setText(place + (story.title or story.who))
        for part, text in zip(self.parts, (story.who, story.trouble, story.result), strict=True):
            part.setText(text)
            part.setVisible(bool(text))
