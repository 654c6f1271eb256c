"""The chosen outcome: its details on the left, the summary and open objections beside or below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.playbook.vocabulary import OutcomeGroup
from app.ui.keys import Action, KeyMap, cap_of
from app.ui.outcome.beside import ObjectionsBox, RatingBar, SummaryBox
from app.ui.outcome.choose_page import enter_cap
from app.ui.outcome.fields_box import FieldsBox
from app.ui.outcome.own_words import OwnWordsBox
from app.ui.outcome.scene import DetailsScene, Notice
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    Banner,
    BannerLook,
    FlowLayout,
    KeyButton,
    Panel,
    PanelLook,
    ScrollColumn,
    Variant,
    WrappingLabel,
)
from app.ui.words import ui_lang

_SIDE_BY_SIDE = 760
"""Logical pixels at 100 % from which the summary stands beside."""


class DetailsPage(QWidget):
    """Fields, rating, objections, summary; Enter records."""

    record_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._scene: DetailsScene | None = None
        self.fields = FieldsBox(keys, self)
        self.rating = RatingBar(keys, self)
        self.objections = ObjectionsBox(self)
        self.summary = SummaryBox(self)
        self.own_words = OwnWordsBox(self)
        self._title = WrappingLabel(role=TextRole.TITLE, parent=self)
        self._final = WrappingLabel(role=TextRole.NOTE, parent=self)
        self._warning = Banner(self)
        self._problem = WrappingLabel(role=TextRole.ALARM, parent=self)
        self._record = KeyButton(variant=Variant.PRIMARY, parent=self)
        self._back = KeyButton(parent=self)
        self._record.clicked.connect(self.record_wanted)
        self._back.clicked.connect(self.back_wanted)
        self.own_words.opened.connect(self._show_own_words)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._warning)
        self._scroll = ScrollColumn(self, gap=0)
        self._scroll.column.setContentsMargins(3 * RHYTHM, 3 * RHYTHM, 3 * RHYTHM, 2 * RHYTHM)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(4 * RHYTHM)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(2 * RHYTHM)
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(self._title)
        heading.addWidget(self._final)
        left.addLayout(heading)
        left.addWidget(self.fields)
        left.addWidget(self.rating)
        left.addStretch(1)
        right.addWidget(self.objections)
        right.addWidget(self.summary, 1)
        right.addWidget(self.own_words)
        self._halves.addLayout(left, 11)
        self._halves.addLayout(right, 9)
        self._scroll.column.addLayout(self._halves, 1)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_own_words_in_sight)
        whole.addWidget(self._scroll, 1)
        bar = Panel(PanelLook.BAR_BOTTOM, self)
        column = QVBoxLayout(bar)
        column.setContentsMargins(3 * RHYTHM, 10, 3 * RHYTHM, 10)
        column.setSpacing(6)
        column.addWidget(self._problem)
        buttons = QWidget(bar)
        flow = FlowLayout(buttons)
        flow.addWidget(self._record)
        flow.addWidget(self._back)
        column.addWidget(buttons)
        whole.addWidget(bar)

    def set_keys(self, keys: KeyMap) -> None:
        """Other keys stand on the buttons from now on."""
        self._keys = keys
        self.fields.set_keys(keys)
        self.rating.set_keys(keys)
        self._word_keys()

    def show_scene(self, scene: DetailsScene) -> None:
        """Shows the details as they stand."""
        before = self._scene
        self._scene = scene
        self.fields.show_fields(scene.fields, scene.today)
        self.rating.show_rating(scene.rating, asleep=bool(scene.current))
        self.objections.show_objections(scene.objections)
        self.own_words.show_own_words(scene.own_words)
        self.summary.show_summary(
            scene.summary, can_save=scene.can_save, notice=scene.notice, detail=scene.notice_detail
        )
        self._word_keys()
        self._say()
        if before is None or before.current != scene.current or before.outcome != scene.outcome:
            self._place_caret(scene.current)
        if scene.notice is not Notice.NONE and before is not None and before.notice is not scene.notice:
            self._scroll.ensureWidgetVisible(self.summary)

    def take_back_caret(self) -> None:
        """The caret to the detail in hand, else to the first that is missing: what is typed next is meant for it."""
        scene = self._scene
        if scene is not None:
            self._place_caret(scene.current or next((field.name for field in scene.missing), ""))

    def _place_caret(self, name: str) -> None:
        row = self.fields.row(name)
        if row is None:
            self.setFocus()
            return
        row.take_caret()
        self._scroll.ensureWidgetVisible(row)

    def _show_own_words(self) -> None:
        """A moment later: the fields have their places only after the page was laid out anew."""
        QTimer.singleShot(0, self, self._keep_own_words_in_sight)

    def _keep_own_words_in_sight(self) -> None:
        if self.own_words.has_caret():
            self._scroll.ensureWidgetVisible(self.own_words)

    def today(self) -> date | None:
        """The day that the page counts from."""
        return self._scene.today if self._scene is not None else None

    def _say(self) -> None:
        scene = self._scene
        if scene is None:
            return
        self._title.setText(scene.label[:1].upper() + scene.label[1:])
        closes = scene.final and not scene.blocks_number
        won = scene.group is OutcomeGroup.WON
        told = [scene.lead, self.tr("closes this contact") if closes and not won else ""]
        self._final.setText(" · ".join(part for part in told if part))
        self._final.setVisible(bool(self._final.text()))
        if scene.blocks_number:
            self._warning.say(
                self.tr(
                    "The customer does not want to be called. Once recorded, this number is blocked in every"
                    " playbook, and that is final."
                ),
                BannerLook.ALARM,
                close=self.tr("Hide this"),
            )
        else:
            self._warning.quieten()
        rows = [self.fields.row(field.name) for field in scene.missing]
        words = [row.words() for row in rows if row is not None]
        missing = self.tr("Still to fill in: %1").replace("%1", ", ".join(words))
        self._problem.setText(missing if words else "")
        self.setAccessibleName(self._title.whole_text())
        self.setAccessibleDescription(missing if words else "")
        self._problem.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The summary stands beside where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= _SIDE_BY_SIDE * self.fontMetrics().height() / 17
        wanted = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._halves.direction() != wanted:
            self._halves.setDirection(wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language and the text size."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._word_keys()
        self._say()

    def _word_keys(self) -> None:
        """While a field has the caret, letters are text: only what works there is named."""
        typing = self._scene is not None and bool(self._scene.current)
        back = self._keys.cap_in_text if typing else self._keys.cap
        self._record.set_words(self.tr("Record"), cap_of("Return") if typing else enter_cap(self._keys))
        self._back.set_words(self.tr("Another outcome"), back(Action.BACK, ui_lang()) or "Esc")
