"""The customer card: everything known about who is on the line, and how the call stands so far."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.call.events import Result
from app.call.people import Direction
from app.call.prompt import OpenObjection, Prompt
from app.playbook.vocabulary import CALL_FIELDS, LAWFUL_BASES, LEAD_FIELDS
from app.ui.live.wording import capital
from app.ui.type_scale import TextRole
from app.ui.widgets import WrappingLabel
from app.ui.words import quoted, ui_lang

_FIELDS = ("name", "company", "role", "phone", "email", "source", "campaign", "ad", "page", "promise", "note")


class CustomerCard(QScrollArea):
    """Labels and values, to be selected and copied by pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Prompt | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, 96)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(inside)
        self.pairs: list[tuple[WrappingLabel, WrappingLabel]] = []

    def add_act(self, button: QWidget) -> None:
        """Puts a button above the rows, hidden until there is something to do."""
        self._column.insertWidget(0, button, 0, Qt.AlignmentFlag.AlignLeft)
        button.hide()

    def show_prompt(self, prompt: Prompt) -> None:
        """Shows the customer of this prompt."""
        if prompt != self._shown:
            self._shown = prompt
            self.retranslate()

    def retranslate(self) -> None:
        """Words all rows."""
        if self._shown is None:
            return
        rows = [row for row in self._rows(self._shown) if row[1]]
        while len(self.pairs) < len(rows):
            self._add_pair()
        for (label, value), (name, text) in zip(self.pairs, rows, strict=False):
            label.setText(name)
            value.setText(text)
            value.setAccessibleName(f"{name}: {text}")
        for place, pair in enumerate(self.pairs):
            for part in pair:
                part.setVisible(place < len(rows))

    def make_ahead(self) -> Iterator[None]:
        """Makes the usual rows while nothing is pressed, one a step."""
        while len(self.pairs) < len(_FIELDS):
            self._add_pair()
            yield

    def _add_pair(self) -> None:
        label = WrappingLabel(role=TextRole.NOTE, parent=self.widget())
        value = WrappingLabel(parent=self.widget())
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        at = len(self.pairs)
        self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, at, 1)
        self.pairs.append((label, value))

    def _rows(self, prompt: Prompt) -> list[tuple[str, str]]:
        lang = ui_lang()
        rows = [(capital(LEAD_FIELDS[field].in_lang(lang)), getattr(prompt.lead, field)) for field in _FIELDS]
        rows.extend(prompt.lead.extra.items())
        terms = prompt.terms
        if terms.number != prompt.lead.phone:
            rows.append((capital(CALL_FIELDS["number"].in_lang(lang)), terms.number))
        inbound = terms.direction is Direction.INBOUND
        rows.append((self.tr("Call"), self.tr("inbound") if inbound else self.tr("outbound")))
        rows.append((capital(CALL_FIELDS["attempt"].in_lang(lang)), str(terms.attempt)))
        if terms.lawful_basis in LAWFUL_BASES:
            rows.append((self.tr("Lawful basis"), LAWFUL_BASES[terms.lawful_basis].in_lang(lang)))
        step = prompt.next_step
        rows.append(
            (self.tr("Agreed"), ", ".join(part for part in (step.what, step.when_words, step.who) if part))
        )
        rows.extend(
            (self.tr("Objection"), self._objection(met, prompt.lang)) for met in prompt.objections_met
        )
        return rows

    def _objection(self, met: OpenObjection, lang: str) -> str:
        results = {
            Result.SETTLED: self.tr("settled"),
            Result.OPEN: self.tr("open"),
            Result.FINAL: self.tr("final no"),
            None: self.tr("on the table"),
        }
        words = met.label or met.text or self.tr("unlisted")
        return f"{quoted(words, lang)} · {results[met.result]}"
