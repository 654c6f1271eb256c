"""How the start screen looks: latest calls, whom to call, with what, and the button that starts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.call.ports import Clock
from app.leads.dialling import words_of
from app.ui.a11y import announce
from app.ui.keys import Action, KeyMap
from app.ui.moments import long_day
from app.ui.theme import Theme
from app.ui.today.calls import CallsColumn
from app.ui.today.columns import Columns
from app.ui.today.reviews_button import ReviewsButton
from app.ui.today.scene import Refusal, TodayScene
from app.ui.today.unfinished import UnfinishedBar
from app.ui.today.what import WhatColumn
from app.ui.today.whom import WhomColumn
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    FlowLayout,
    KeyButton,
    Panel,
    PanelLook,
    PlainLabel,
    TurningRow,
    Variant,
    WrappingLabel,
)
from app.ui.words import ui_lang

_LEAST_WIDTH = 920
_ROOM_FOR_WORDS = 48


class TodayView(Panel):
    """Shows a ``TodayScene`` and tells what the rep wants as signals with plain values."""

    start_wanted = Signal()
    dial_wanted = Signal()
    sample_wanted = Signal()
    settings_wanted = Signal()
    key_sheet_wanted = Signal()
    inbox_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self._clock = clock
        self._keys = KeyMap()
        self._scene = TodayScene()
        self.calls, self.whom, self.what = CallsColumn(), WhomColumn(), WhatColumn()
        self.unfinished = UnfinishedBar()
        self._columns = Columns()
        for column, share, rank in ((self.calls, 26, 3), (self.whom, 46, 1), (self.what, 28, 2)):
            self._columns.add(column, share, rank)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top_bar())
        whole.addWidget(self.unfinished)
        whole.addWidget(self._news_bar())
        whole.addWidget(self._columns, 1)
        whole.addWidget(self._bottom_bar())
        self._columns.turned.connect(self._fit)
        self.whom.start_wanted.connect(self.start_wanted)
        self.what.start_wanted.connect(self.start_wanted)
        self.whom.sample_wanted.connect(self.sample_wanted)
        self.setFocusProxy(self.whom.search)
        self.retranslate()

    def _top_bar(self) -> QWidget:
        bar = Panel(PanelLook.BAR_TOP)
        inside = QVBoxLayout(bar)
        inside.setContentsMargins(18, 9, 10, 9)
        turning = TurningRow(_ROOM_FOR_WORDS)
        inside.addWidget(turning)
        row = turning.row
        row.setSpacing(2 * RHYTHM)
        buttons = FlowLayout()
        self._name = PlainLabel("Callcue", TextRole.STRONG)
        self._day = WrappingLabel(role=TextRole.NOTE)
        spare = self._day.sizePolicy()
        spare.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self._day.setSizePolicy(spare)
        self._inbox = KeyButton(variant=Variant.QUIET)
        self._review = KeyButton(variant=Variant.QUIET)
        self._settings = KeyButton(variant=Variant.QUIET)
        self._sheet = KeyButton(variant=Variant.QUIET)
        row.addWidget(self._name)
        row.addWidget(self._day, 1)
        row.addLayout(buttons)
        for button in (self._review, self._inbox, self._settings, self._sheet):
            buttons.addWidget(button)
        self._inbox.clicked.connect(self.inbox_wanted)
        self._review.clicked.connect(self.review_wanted)
        self._settings.clicked.connect(self.settings_wanted)
        self._sheet.clicked.connect(self.key_sheet_wanted)
        return bar

    def _news_bar(self) -> QWidget:
        """Where the columns stand one under the other, new reviews do not wait at the bottom of all."""
        self._news, self._reviews = Panel(PanelLook.BAR_TOP), ReviewsButton()
        inside = QVBoxLayout(self._news)
        inside.setContentsMargins(18, 9, 18, 9)
        inside.addWidget(self._reviews)
        self._reviews.clicked.connect(self.calls.reviews_wanted)
        return self._news

    def _bottom_bar(self) -> QWidget:
        bar = Panel(PanelLook.BAR_BOTTOM)
        inside = QVBoxLayout(bar)
        inside.setContentsMargins(18, 10, 18, 10)
        turning = TurningRow(_ROOM_FOR_WORDS)
        inside.addWidget(turning)
        row = turning.row
        self._start = KeyButton(variant=Variant.PRIMARY)
        self._dial = KeyButton()
        self._summary = WrappingLabel(role=TextRole.NOTE)
        self._refusal = WrappingLabel(role=TextRole.ALARM)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._summary)
        words.addWidget(self._refusal)
        buttons = FlowLayout()
        buttons.addWidget(self._start)
        buttons.addWidget(self._dial)
        row.addLayout(buttons)
        row.addLayout(words, 1)
        self._start.clicked.connect(self.start_wanted)
        self._dial.clicked.connect(self.dial_wanted)
        return bar

    def show_scene(self, scene: TodayScene) -> None:
        """Shows ``scene``."""
        now = self._clock.now()
        self._scene = scene
        resume = self._keys.cap(Action.RESUME, ui_lang())
        self.calls.show_scene(scene, now, resume)
        self.unfinished.show_call(scene.resumable, resume)
        self._fit()
        self.whom.show_scene(scene, now)
        self.what.show_scene(scene)
        self._day.setText(" · ".join(word for word in (long_day(now), scene.rep) if word))
        self._summary.setText(self._summary_words(scene))
        refusal = self._refusal_words(scene)
        self._refusal.setVisible(bool(refusal))
        self._refusal.setText(refusal)
        if refusal != self._refusal.accessibleName():
            self._refusal.setAccessibleName(refusal)
            announce(self._refusal, refusal)
        self._start.setEnabled(not scene.busy)
        blocked = scene.lead is not None and scene.lead.blocked
        self._dial.setVisible(bool(scene.fields.phone.strip()) and not blocked)

    def set_keys(self, keys: KeyMap) -> None:
        """Names these keys on the buttons."""
        self._keys = keys
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Makes room for the text size."""
        self._columns.set_least_width(theme.px(_LEAST_WIDTH))
        self._fit()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        lang = ui_lang()
        self._review.set_words(self.tr("Call review"), self._keys.cap(Action.REVIEW, lang))
        self._inbox.set_words(self.tr("Manager's inbox"), self._keys.cap(Action.INBOX, lang))
        self._settings.set_words(self.tr("Settings"), self._keys.cap(Action.SETTINGS, lang))
        self._sheet.set_words(self.tr("Keys"), self._keys.cap(Action.KEY_SHEET, lang))
        self._start.set_words(self.tr("Start call"), self._keys.cap(Action.START, lang))
        self._dial.set_words(self.tr("Dial"), self._keys.cap(Action.DIAL, lang))
        self.whom.set_sample_key(self._keys.cap(Action.SAMPLE, lang))
        self.show_scene(self._scene)

    def _summary_words(self, scene: TodayScene) -> str:
        fields = scene.fields
        who = fields.name.strip() or fields.company.strip() or fields.phone.strip()
        playbook = scene.playbook.title if scene.playbook else ""
        return " · ".join(word for word in (who, playbook) if word)

    def _refusal_words(self, scene: TodayScene) -> str:
        words = {
            Refusal.NONE: "",
            Refusal.NOT_READY: self.tr("One moment, your data are being opened. The call starts by itself."),
            Refusal.NOT_OPENED: self.tr(
                "No call can start before your data are open; the message at the top says why they are not."
            ),
            Refusal.NOBODY: self.tr("Whom are you calling? Pick a customer, or type a name or a number."),
            Refusal.BLOCKED: self.tr(
                "This customer asked not to be called again. Callcue starts no call to the number."
            ),
            Refusal.NO_PLAYBOOK: self.tr("Choose a playbook on the right first."),
            Refusal.BROKEN_PLAYBOOK: self.tr(
                "This playbook has a mistake and never had a good version. Mend it at the place shown, or choose another."
            ),
            Refusal.NO_REP: self.tr("Tell your name first, so that the playbook can say it."),
        }
        if scene.refusal is Refusal.NONE and scene.dial_slip is not None:
            return words_of(scene.dial_slip).in_lang(ui_lang())
        return words[scene.refusal]

    def _fit(self) -> None:
        """In a narrow window the date is left out; an unfinished call and new reviews do not wait below the fold."""
        stacked = self._columns.is_stacked()
        self._day.setVisible(not stacked)
        self.unfinished.setVisible(stacked and self._scene.resumable is not None)
        news = stacked and self._scene.fresh_reviews > 0
        self._reviews.show_scene(self._scene)
        self._news.setVisible(news)
        self.calls.reviews.setVisible(self._scene.reviews > 0 and not news)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
