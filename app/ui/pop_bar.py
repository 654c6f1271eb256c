"""The quiet bar that tells who rings: asks on the start screen, only tells elsewhere, and lies over no line in a call."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.call.people import Direction
from app.leads.screen_pop import Pop, PopEvent
from app.ui.theme import set_look
from app.ui.widgets import BannerLook, KeyButton, PlainLabel, Variant

_SHARE_IN_CALL = 0.62
"""How much of the window's width it takes at most in a call: the clock and the end of the call stay in sight."""
_SHARE_IN_STRIP = 0.2
"""In the strip all stands in one row: no more than the name of who is on the line is covered."""
_STRIP_BELOW = 360
_MARGINS = 44


class PopPlace(Enum):
    """Where the rep is when the phone rings."""

    ASKS = auto()
    TELLS = auto()
    IN_CALL = auto()


@dataclass(frozen=True, slots=True)
class PopNews:
    """What is known of who rings. ``who`` is empty for a stranger; ``blocked``: the number is not to be called."""

    pop: Pop
    who: str = ""
    blocked: bool = False


class PopBar(QFrame):
    """Takes no focus. With ``ASKS`` Enter opens and Esc puts it away, whatever field has the caret."""

    open_wanted = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._news: PopNews | None = None
        self._place = PopPlace.ASKS
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("banner", BannerLook.INFO.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._text = PlainLabel(parent=self)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._open = KeyButton(variant=Variant.PRIMARY, parent=self)
        self._away = KeyButton(variant=Variant.QUIET, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._text, 1)
        row.addWidget(self._open)
        row.addWidget(self._away)
        for button in (self._open, self._away):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.clicked.connect(self.open_wanted)
        self._away.clicked.connect(self.put_away)
        self._keys = [self._key(key) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)]
        self._keys[0].activated.connect(self.open_wanted)
        self._keys[1].activated.connect(self.open_wanted)
        self._keys[2].activated.connect(self.put_away)
        self.hide()
        self._wake_keys()

    def _key(self, key: Qt.Key) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        return shortcut

    def show_news(self, news: PopNews | None) -> None:
        """Tells of a call; ``None`` puts the bar away."""
        self._news = news
        self.setVisible(news is not None)
        if news is not None:
            set_look(self, "banner", (BannerLook.ALARM if news.blocked else BannerLook.INFO).value)
            self.retranslate()
            self._stand()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))
        self._wake_keys()

    def set_place(self, place: PopPlace) -> None:
        """The rep is somewhere else now."""
        self._place = place
        self.retranslate()
        self._stand()
        self._wake_keys()

    def text(self) -> str:
        """What it says now, empty while hidden."""
        return "" if self.isHidden() else self.accessibleName()

    @property
    def asks(self) -> bool:
        """Whether Enter would open the customer now."""
        news = self._news
        return self._place is PopPlace.ASKS and news is not None and not news.blocked

    # --- where it stands ---

    def _stand(self) -> None:
        """In the column above the screen; in a call over the top bar instead, so that nothing is moved by it."""
        ground = self.parentWidget()
        column = ground.layout() if ground is not None else None
        if ground is None or not isinstance(column, QBoxLayout):
            return
        ground.removeEventFilter(self)
        if self._place is PopPlace.IN_CALL:
            column.removeWidget(self)
            ground.installEventFilter(self)
            self._lie_on(ground)
            self.raise_()
        elif column.indexOf(self) < 0:
            column.insertWidget(0, self)

    def _lie_on(self, ground: QWidget) -> None:
        words = self._text.fontMetrics().horizontalAdvance(self.accessibleName())
        beside = self._away.sizeHint().width() + _MARGINS
        strip = ground.height() < _STRIP_BELOW
        share = _SHARE_IN_STRIP if strip else _SHARE_IN_CALL
        width = min(int(ground.width() * share), words + beside)
        self.setGeometry(0, 0, width, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps its share of the width in a call."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self._lie_on(watched)
        return False

    def _wake_keys(self) -> None:
        standing = self._place is PopPlace.ASKS and self._news is not None
        for key in self._keys:
            key.setEnabled(self.asks)
        self._keys[2].setEnabled(standing)

    # --- what it says ---

    def retranslate(self) -> None:
        """Says everything in the present language."""
        news = self._news
        if news is None:
            return
        in_call = self._place is PopPlace.IN_CALL
        self._open.set_words(self.tr("Open"), "⏎")
        self._open.setVisible(self.asks)
        self._away.set_words(
            "✕" if in_call else self.tr("Not now"), "Esc" if self._place is PopPlace.ASKS else ""
        )
        self._away.setAccessibleName(self.tr("Not now"))
        words = self._words(news)
        self.setAccessibleName(words)
        self._text.setAccessibleName(words)
        self.setToolTip(words)
        ground = self.parentWidget()
        if in_call and ground is not None:
            self._lie_on(ground)
        self._fit()

    def _words(self, news: PopNews) -> str:
        pop = news.pop
        heard = {
            PopEvent.RINGING: self.tr("Ringing: %1"),
            PopEvent.ANSWERED: self.tr("On the phone: %1"),
            PopEvent.ENDED: self.tr("Hung up: %1"),
        }
        dialled = pop.event is PopEvent.RINGING and pop.direction is Direction.OUTBOUND
        words = self.tr("Dialling: %1") if dialled else heard[pop.event]
        who = news.who or pop.name or self.tr("not in your list yet")
        whole = words.replace("%1", f"{pop.number.display} – {who}.")
        if news.blocked:
            return whole + " " + self.tr("Asked not to be called: blocked.")
        return whole + " " + self.tr("Open?") if self.asks else whole

    def _fit(self) -> None:
        whole = self.accessibleName()
        self._text.setText(
            self._text.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self._text.width())
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as much as has room; the whole is in the tooltip and for readers."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.FontChange and self._news is not None:
            self._stand()
        super().changeEvent(event)
