"""The card before the call: joins its looks and doings and owns both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.call.people import CallTerms
from app.call.prompt import Brief
from app.leads.dialling import DialSlip
from app.leads.numbers import HOME_COUNTRY
from app.ui.brief.card import DIAL_KEY, BriefCard
from app.ui.brief.presenter import BriefPresenter
from app.ui.brief.scene import BriefScene
from app.ui.key_events import action_for, key_press
from app.ui.keys import Action, KeyMap, digit_of
from app.ui.widgets import KeyButton, Panel, PanelLook
from app.ui.words import ui_lang

CHECK_AGAIN_MS = 2000
"""How long to wait before a do-not-call list that could not be read is asked again. A guess."""


class BriefScreen(Panel):
    """Shown between picking a lead and the first line."""

    start_requested = Signal(object)
    """The ``CallTerms`` of the call, with the number and the lawful basis filled in."""
    dial_wanted = Signal(str)
    """The number to dial; ``dial_told`` hears what came of it."""
    check_wanted = Signal(str)
    """The number to be looked up in the do-not-call list again; ``checked`` hears what it says."""
    back_requested = Signal()
    skip_requested = Signal()

    def __init__(
        self,
        brief: Brief,
        terms: CallTerms,
        *,
        blocked: bool = False,
        sample: bool = False,
        unchecked: bool = False,
        country: str = HOME_COUNTRY,
        keys: KeyMap | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self._keys = keys or KeyMap()
        self._card = BriefCard(self._keys, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._presenter = BriefPresenter(
            self,
            brief,
            terms,
            lang=ui_lang(),
            blocked=blocked,
            sample=sample,
            unchecked=unchecked,
            country=country,
        )
        self._to_check = ""
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(CHECK_AGAIN_MS)
        self._check.timeout.connect(self._ask_again)
        self._card.start_wanted.connect(self._presenter.start)
        self._card.dial_wanted.connect(self._presenter.dial)
        self._card.back_wanted.connect(self._presenter.back)
        self._card.skip_wanted.connect(self._presenter.skip)
        self._card.basis_chosen.connect(self._presenter.choose_basis)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._presenter.show()
        self._presenter.watch()

    # --- what the presenter tells ---

    def show_scene(self, scene: BriefScene) -> None:
        """Shows the card."""
        self._card.show_scene(scene)
        self.setAccessibleName(self._card.spoken())

    def begin(self, terms: CallTerms) -> None:
        """The call starts."""
        self.start_requested.emit(terms)

    def leave(self) -> None:
        """Back to the list."""
        self.back_requested.emit()

    def pass_over(self) -> None:
        """On to the next lead."""
        self.skip_requested.emit()

    def dial(self, number: str) -> None:
        """Asks for the number to be dialled."""
        self.dial_wanted.emit(number)

    def check_soon(self, number: str) -> None:
        """Has the number looked up in a while."""
        self._to_check = number
        self._check.start()

    def checked(self, number: str, blocked: bool | None) -> None:  # noqa: FBT001 - an answer
        """What the do-not-call list says."""
        self._presenter.checked(number, blocked)

    def _ask_again(self) -> None:
        self.check_wanted.emit(self._to_check)

    def dial_told(self, number: str, slip: DialSlip | None) -> None:
        """What came of dialling."""
        self._presenter.dialled(number, slip)

    # --- keys ---

    def set_keys(self, keys: KeyMap) -> None:
        """Other keys from now on."""
        self._keys = keys
        self._card.set_keys(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space starts, Esc goes back, X skips, D dials, digits pick the lawful basis."""
        focus = self.focusWidget()
        press, action = key_press(event), action_for(event, self._keys)
        digit = digit_of(action) if action is not None else None
        if press is not None and press.chord == "Return" and isinstance(focus, KeyButton):
            focus.click()
        elif action in (Action.DONE, Action.START):
            self._presenter.start()
        elif action is Action.BACK:
            self._presenter.back()
        elif action is Action.SKIP:
            self._presenter.skip()
        elif digit is not None:
            self._presenter.pick(digit)
        elif action is Action.DIAL or (press is not None and press.chord == DIAL_KEY):
            self._presenter.dial()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._presenter.speak(ui_lang())
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """What the card wants."""
        return self._card.sizeHint()
