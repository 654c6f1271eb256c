"""The last page: recorded, with the summary and the follow-up to take along."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.keys import KeyMap
from app.ui.outcome.beside import SummaryBox
from app.ui.outcome.choose_page import enter_cap
from app.ui.outcome.scene import DoneScene
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import FlowLayout, KeyButton, Panel, PanelLook, ScrollColumn, Variant, WrappingLabel


class DonePage(QWidget):
    """Says what was recorded; Enter leaves."""

    finish_wanted = Signal()

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._scene: DoneScene | None = None
        self._title = WrappingLabel(role=TextRole.TITLE, parent=self)
        self._told = WrappingLabel(role=TextRole.BODY, parent=self)
        self.summary = SummaryBox(self)
        self._finish = KeyButton(variant=Variant.PRIMARY, parent=self)
        self._finish.clicked.connect(self.finish_wanted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        scroll = ScrollColumn(self, gap=2 * RHYTHM)
        scroll.column.setContentsMargins(3 * RHYTHM, 3 * RHYTHM, 3 * RHYTHM, 2 * RHYTHM)
        scroll.column.addWidget(self._title)
        scroll.column.addWidget(self._told)
        scroll.column.addWidget(self.summary, 1)
        whole.addWidget(scroll, 1)
        bar = Panel(PanelLook.BAR_BOTTOM, self)
        flow = FlowLayout(bar)
        flow.setContentsMargins(3 * RHYTHM, 10, 3 * RHYTHM, 10)
        flow.addWidget(self._finish)
        whole.addWidget(bar)
        self.retranslate()

    def set_keys(self, keys: KeyMap) -> None:
        """Another key stands on the button from now on."""
        self._keys = keys
        self.retranslate()

    def show_scene(self, scene: DoneScene) -> None:
        """Shows what was recorded."""
        first = self._scene is None
        self._scene = scene
        self.summary.show_summary(
            scene.summary, can_save=scene.can_save, notice=scene.notice, detail=scene.notice_detail
        )
        self._say()
        if first:
            self.setFocus()

    def said(self) -> str:
        """The page's message, for readers."""
        return " ".join(part for part in (self._title.whole_text(), self._told.whole_text()) if part)

    def _say(self) -> None:
        scene = self._scene
        if scene is None:
            return
        self._title.setText(self.tr("Recorded: %1").replace("%1", scene.label))
        told = [scene.lead]
        if scene.follow_up:
            told.append(self.tr("next: %1").replace("%1", scene.follow_up))
        if scene.blocked:
            told.append(self.tr("the number is blocked and will not be offered again"))
        self._told.setText(" · ".join(part for part in told if part))
        self.setAccessibleName(self.said())

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._finish.set_words(self.tr("Done"), enter_cap(self._keys))
        self._say()
