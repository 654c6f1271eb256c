"""Interest shows: the words that ask for the step, two days to propose, and a way to wave it off."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.call.prompt import AskOffer
from app.ui.keys import Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.parts import Part
from app.ui.live.wording import capital
from app.ui.type_scale import TextRole
from app.ui.widgets import FlowLayout, KeyButton, PanelLook, Variant, WrappingLabel
from app.ui.words import quoted, ui_lang, ui_locale


class AskBar(Part):
    """The offer to ask for the next step. ``day_taken`` carries the day."""

    day_taken = Signal(date)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.SELECTED, keys, parent)
        self._shown: tuple[AskOffer | None, tuple[int, ...], str] = (None, (), "")
        self._short = False
        self.heading = WrappingLabel(role=TextRole.LABEL, parent=self)
        self.text = WrappingLabel(role=TextRole.WORDING, parent=self)
        self.days = [KeyButton(parent=self), KeyButton(parent=self)]
        self.wave = ActionButton(Action.UNDO, keys, Variant.QUIET, parent=self)
        self.adopt(self.wave)
        self.days[0].clicked.connect(self._take_first)
        self.days[1].clicked.connect(self._take_second)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        choices = QWidget(self)
        row = FlowLayout(choices)
        for button in (*self.days, self.wave):
            row.addWidget(button)
        column.addWidget(choices)

    def set_short(self, *, short: bool) -> None:
        """Text so large that the days are shortened."""
        if short != self._short:
            self._short = short
            self.retranslate()

    def show_ask(self, ask: AskOffer | None, digits: tuple[int, ...], lang: str) -> None:
        """Shows the offer; hidden when there is none."""
        self.setVisible(ask is not None)
        if (ask, digits, lang) != self._shown:
            self._shown = (ask, digits, lang)
            self.retranslate()

    def retranslate(self) -> None:
        """Sets the words."""
        ask, digits, lang = self._shown
        if ask is None:
            return
        self.heading.setText(self.tr("Interest: ask for the step"))
        self.text.setText(quoted(ask.text, lang))
        self.text.setVisible(bool(ask.text))
        for place, (button, day) in enumerate(zip(self.days, ask.days, strict=True)):
            key = self.keys.digit_cap(digits[place] if digits else None, ui_lang())
            button.set_words(day_words(day, short=self._short), key)
        self.wave.say(self.tr("Not now"))

    def _take_first(self) -> None:
        self._take(0)

    def _take_second(self) -> None:
        self._take(1)

    def _take(self, place: int) -> None:
        ask = self._shown[0]
        if ask is not None:
            self.day_taken.emit(ask.days[place])


def day_words(day: date, *, short: bool = False) -> str:
    """The day as people say it: its weekday, and the date in the order of the window's language."""
    locale, when = ui_locale(), QDate(day.year, day.month, day.day)
    pattern = "dddd d. M." if ui_lang() == "cs" else "dddd d MMMM"
    if short:
        pattern = pattern.replace("dddd", "ddd").replace("MMMM", "MMM")
    return capital(locale.toString(when, pattern))
