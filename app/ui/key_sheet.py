"""All keys on one sheet, as they are set now: those of the review desk alone when it is opened from there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.key_events import action_for
from app.ui.keys import ACTIONS, GROUP_WORDS, OPTIONS, Action, ActionGroup, KeyMap, Place, heard_in
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    FlowLayout,
    KeyButton,
    KeyCap,
    Panel,
    PanelLook,
    PlainLabel,
    ScrollColumn,
    WrappingLabel,
)
from app.ui.words import ui_lang


class KeySheet(Panel):
    """The sheet; Esc or its button closes it."""

    closed = Signal()

    def __init__(self, keys: KeyMap, place: Place = Place.CALLS, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self._place = place
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys = keys
        whole = QVBoxLayout(self)
        whole.setContentsMargins(30, 22, 30, 22)
        whole.setSpacing(2 * RHYTHM)
        head = QHBoxLayout()
        self._title = WrappingLabel(role=TextRole.TITLE)
        self._back = KeyButton()
        self._back.clicked.connect(self.closed)
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        self._hint = WrappingLabel(role=TextRole.NOTE)
        self._scroll = ScrollColumn()
        self._cards: QWidget | None = None
        whole.addLayout(head)
        whole.addWidget(self._hint)
        whole.addWidget(self._scroll, 1)
        self.retranslate()

    def set_keys(self, keys: KeyMap) -> None:
        """Shows other keys."""
        if keys != self._keys:
            self._keys = keys
            self.retranslate()

    def retranslate(self) -> None:
        """Writes the sheet in the present language."""
        lang = ui_lang()
        self._title.setText(self.tr("Keys"))
        self._back.set_words(self.tr("Back"), self._keys.cap(Action.BACK, lang))
        self._hint.setText(
            self.tr(
                "While you type, letters and digits are only text; Esc brings the keys back. All can be changed."
            )
        )
        if self._cards is not None:
            self._scroll.column.removeWidget(self._cards)
            self._cards.deleteLater()
        self._cards = self._sheet(lang)
        self._scroll.column.insertWidget(0, self._cards)

    def _sheet(self, lang: str) -> QWidget:
        sheet = QWidget()
        flow = FlowLayout(sheet, gap=2 * RHYTHM, at_top=True)
        groups = (
            ActionGroup
            if self._place is Place.CALLS
            else (ActionGroup.REPLAY, ActionGroup.REVIEW, ActionGroup.WINDOW)
        )
        for group in groups:
            flow.addWidget(self._card(group, lang))
        return sheet

    def _card(self, group: ActionGroup, lang: str) -> QWidget:
        card = Panel(PanelLook.CARD)
        grid = QGridLayout(card)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setSpacing(RHYTHM)
        grid.addWidget(PlainLabel(GROUP_WORDS[group].in_lang(lang), TextRole.LABEL), 0, 0, 1, 2)
        for row, (caps, words) in enumerate(self._lines(group, lang), start=1):
            box = QWidget()
            box.setAccessibleName(", ".join(caps))
            line = FlowLayout(box, gap=4)
            for cap in caps:
                line.addWidget(KeyCap(cap))
            grid.addWidget(box, row, 0)
            grid.addWidget(WrappingLabel(words, TextRole.FACT), row, 1)
        return card

    def _lines(self, group: ActionGroup, lang: str) -> list[tuple[tuple[str, ...], str]]:
        if group is ActionGroup.ANSWERS:
            caps = tuple(self._keys.cap(action, lang) for action in OPTIONS)
            words = self.tr("Answer or row; also + ě š č ř ž ý á í and the numpad")
            return [(tuple(cap for cap in caps if cap), words)]
        actions = [
            action
            for action, word in ACTIONS.items()
            if word.group is group and (self._place is Place.CALLS or heard_in(action, self._place))
        ]
        return [
            (self._keys.caps(action, lang), ACTIONS[action].words.in_lang(lang))
            for action in actions
            if self._keys.caps(action, lang)
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and the key that opened the sheet close it."""
        if action_for(event, self._keys) in (Action.BACK, Action.KEY_SHEET):
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
