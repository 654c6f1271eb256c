"""The middle of the start screen: who you are (asked once), the search field and the leads."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.playbook.vocabulary import OUTCOMES
from app.ui.moments import moment_words
from app.ui.today.scene import LeadRow, TodayScene
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    ChipLook,
    KeyButton,
    Panel,
    PanelLook,
    RowButton,
    Variant,
    WrappingLabel,
)
from app.ui.words import ui_lang


class SearchField(QLineEdit):
    """Where the rep types whom to call; the arrows walk the list without leaving it."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        self.moved.emit(by)


class AskRep(Panel):
    """Asks for the rep's name in the screen itself, once."""

    named = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.CARD, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(RHYTHM)
        self._question = WrappingLabel(role=TextRole.HEADING)
        self._why = WrappingLabel(role=TextRole.NOTE)
        self._name, self._company = QLineEdit(), QLineEdit()
        self._keep = KeyButton(variant=Variant.PRIMARY)
        fields = QHBoxLayout()
        fields.setSpacing(RHYTHM)
        fields.addWidget(self._name, 1)
        fields.addWidget(self._company, 1)
        fields.addWidget(self._keep)
        for part in (self._question, self._why):
            column.addWidget(part)
        column.addLayout(fields)
        self._keep.clicked.connect(self._give)
        self._name.returnPressed.connect(self._give)
        self._company.returnPressed.connect(self._give)
        self._name.textChanged.connect(self._weigh)
        self._weigh("")
        self.retranslate()

    def take_caret(self) -> None:
        """Puts the caret into the name."""
        self._name.setFocus()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._question.setText(self.tr("What is your name?"))
        self._why.setText(self.tr("Playbooks speak it to the customer. You can change it in the settings."))
        self._name.setPlaceholderText(self.tr("First and last name"))
        self._name.setAccessibleName(self.tr("Your name"))
        self._company.setPlaceholderText(self.tr("Company you call for"))
        self._company.setAccessibleName(self.tr("Company you call for"))
        self._keep.set_words(self.tr("Keep"), "⏎")

    def _weigh(self, _: str) -> None:
        self._keep.setEnabled(bool(self._name.text().strip()))

    def _give(self) -> None:
        if self._name.text().strip():
            self.named.emit(self._name.text(), self._company.text())


class WhomColumn(QWidget):
    """Search, leads, and what to do when there are none."""

    typed = Signal(str)
    moved = Signal(int)
    lead_chosen = Signal(int)
    start_wanted = Signal()
    sample_wanted = Signal()
    rep_named = Signal(str, str)
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 22, 30, 22)
        column.setSpacing(RHYTHM)
        self.ask_rep = AskRep()
        self._heading = WrappingLabel(role=TextRole.TITLE)
        self.search = SearchField()
        self._list_label = WrappingLabel(role=TextRole.LABEL)
        self._new = RowButton()
        self._rows_box = QVBoxLayout()
        self._rows_box.setSpacing(RHYTHM)
        self._rows: list[RowButton] = []
        self._empty = WrappingLabel(role=TextRole.BODY)
        self._sample = KeyButton()
        self._open_again = KeyButton(variant=Variant.PRIMARY)
        sample_row = QHBoxLayout()
        sample_row.addWidget(self._sample)
        sample_row.addWidget(self._open_again)
        sample_row.addStretch(1)
        for part in (self.ask_rep, self._heading, self.search, self._list_label, self._new):
            column.addWidget(part)
        column.addLayout(self._rows_box)
        column.addWidget(self._empty)
        column.addLayout(sample_row)
        column.addStretch(1)
        self._scene = TodayScene()
        self._sample_key = ""
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.search.textEdited.connect(self.typed)
        self.search.returnPressed.connect(self.start_wanted)
        self.search.moved.connect(self.moved)
        self.ask_rep.named.connect(self.rep_named)
        self._new.clicked.connect(self._new_chosen)
        self._sample.clicked.connect(self.sample_wanted)
        self._open_again.clicked.connect(self.open_wanted)

    def show_scene(self, scene: TodayScene, now: datetime) -> None:
        """Shows the middle of ``scene``."""
        self._scene = scene
        self.ask_rep.setVisible(scene.rep_asked)
        if self.search.text() != scene.query:
            self.search.setText(scene.query)
        self._show_leads(scene, now)
        self._say_what_to_do(scene)

    def set_sample_key(self, key: str) -> None:
        """Names the key that starts a sample call."""
        self._sample_key = key
        self._sample.set_words(self.tr("Try a sample call"), key)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._heading.setText(self.tr("Whom are you calling?"))
        self.search.setPlaceholderText(self.tr("Name, company, phone or source…"))
        self.search.setAccessibleName(self.tr("Find or type a customer"))
        self._sample.set_words(self.tr("Try a sample call"), self._sample_key)
        self._open_again.set_words(self.tr("Try again"))
        self.ask_rep.retranslate()
        self._say_what_to_do(self._scene)

    def _show_leads(self, scene: TodayScene, now: datetime) -> None:
        typed = scene.query.strip()
        self._new.setVisible(bool(typed))
        self._new.set_row(self.tr("New customer “%1”").replace("%1", typed), self.tr("Not in the list"))
        self._new.set_chosen(bool(typed) and scene.chosen < 0)
        while len(self._rows) < len(scene.leads):
            self._add_row()
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(scene.leads))
            if index < len(scene.leads):
                self._fill(row, scene.leads[index], now)
                row.set_chosen(index == scene.chosen)

    def _add_row(self) -> None:
        row = RowButton(self)
        row.clicked.connect(self._row_clicked)
        self._rows.append(row)
        self._rows_box.addWidget(row)

    def _fill(self, row: RowButton, lead: LeadRow, now: datetime) -> None:
        card = lead.card
        detail = " · ".join(
            word for word in (card.company if card.name else "", card.role, card.phone) if word
        )
        chips = []
        if lead.blocked:
            chips.append((self.tr("do not call"), ChipLook.ALARM))
        elif lead.next_call is not None and lead.next_call <= now:
            chips.append((self.tr("due %1").replace("%1", moment_words(lead.next_call, now)), ChipLook.MOOD))
        if card.source:
            chips.append((card.source, ChipLook.PLAIN))
        if lead.sample:
            chips.append((self.tr("sample"), ChipLook.STORY))
        row.set_row(card.display, detail, self._last_words(lead, now), chips)

    def _last_words(self, lead: LeadRow, now: datetime) -> str:
        if lead.next_call is not None and lead.next_call > now:
            return moment_words(lead.next_call, now)
        word = OUTCOMES.get(lead.last_outcome)
        return word.label.in_lang(ui_lang()) if word is not None else lead.last_outcome

    def _say_what_to_do(self, scene: TodayScene) -> None:
        found, typed = bool(scene.leads), bool(scene.query.strip())
        self._list_label.setVisible(found)
        self._list_label.setText(self.tr("Found") if typed else self.tr("Due first, then newest"))
        self._empty.setVisible(scene.troubled or not found)
        self._sample.setVisible(not found and not typed and not scene.unopened)
        self._open_again.setVisible(scene.unopened)
        if scene.unopened:
            self._empty.setText(
                self.tr(
                    "Your customers and calls could not be opened; the message at the top says why. "
                    "Put it right and try again, or set another database in the settings."
                )
            )
        elif scene.troubled:
            self._empty.setText(
                self.tr("The list cannot be read now; this is how it was last read.")
                if found
                else self.tr(
                    "The list cannot be read now. Type the customer here; the call will be kept all the same."
                )
            )
        elif not scene.ready:
            self._empty.setText(self.tr("Opening your leads… You can type already."))
        elif typed:
            self._empty.setText(self.tr("Nobody like that yet. Press Enter to call this new customer."))
        else:
            self._empty.setText(
                self.tr("No leads yet. Type a name or a number above and press Enter, or practise first.")
            )

    def _row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, RowButton):
            self.lead_chosen.emit(self._rows.index(row))

    def _new_chosen(self) -> None:
        self.lead_chosen.emit(-1)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
