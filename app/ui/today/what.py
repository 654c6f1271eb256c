"""The right of the start screen: what is known of the customer, and which playbook to call with."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.playbook.problems import Problem
from app.playbook.vocabulary import LEAD_FIELDS, Lang
from app.ui.today.scene import Fields, PlaybookRow, TodayScene
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import ChipLook, Panel, PanelLook, PlainLabel, RowButton, WrappingLabel
from app.ui.words import ui_lang

_PROBLEMS_SHOWN = 3
_FIELDS = ("name", "company", "phone", "source")


class CustomerFields(QWidget):
    """Name, company, phone and source, as labelled fields."""

    edited = Signal(object)
    start_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._labels = {name: PlainLabel(role=TextRole.NOTE) for name in _FIELDS}
        self._edits = {name: QLineEdit() for name in _FIELDS}
        for name in _FIELDS:
            self._labels[name].setBuddy(self._edits[name])
            column.addWidget(self._labels[name])
            column.addWidget(self._edits[name])
            self._edits[name].textEdited.connect(self._tell)
            self._edits[name].returnPressed.connect(self.start_wanted)
        self.retranslate()

    def show_fields(self, fields: Fields) -> None:
        """Shows what is known; a field being typed into is left alone."""
        for name, edit in self._edits.items():
            text = getattr(fields, name)
            if edit.text() != text:
                edit.setText(text)

    def retranslate(self) -> None:
        """Names the fields in the present language."""
        for name in _FIELDS:
            words = LEAD_FIELDS[name].in_lang(ui_lang())
            self._labels[name].setText(words[:1].upper() + words[1:])
            self._edits[name].setAccessibleName(words)

    def _tell(self, _: str) -> None:
        self.edited.emit(Fields(**{name: edit.text() for name, edit in self._edits.items()}))


class WhatColumn(Panel):
    """The customer's fields and the playbooks."""

    edited = Signal(object)
    playbook_chosen = Signal(str)
    start_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.SIDE_RIGHT, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(RHYTHM)
        self._customer = PlainLabel(role=TextRole.LABEL)
        self.fields = CustomerFields()
        self._playbook = PlainLabel(role=TextRole.LABEL)
        self._rows_box = QVBoxLayout()
        self._rows_box.setSpacing(RHYTHM // 2)
        self._rows: list[RowButton] = []
        self._empty = WrappingLabel(role=TextRole.NOTE)
        self._problems = WrappingLabel(role=TextRole.ALARM)
        for part in (self._customer, self.fields):
            column.addWidget(part)
        column.addSpacing(RHYTHM)
        column.addWidget(self._playbook)
        column.addWidget(self._problems)  # above the list, where it is in sight however long that is
        column.addLayout(self._rows_box)
        column.addWidget(self._empty)
        column.addStretch(1)
        self.fields.edited.connect(self.edited)
        self.fields.start_wanted.connect(self.start_wanted)
        self._scene = TodayScene()
        self.retranslate()

    def show_scene(self, scene: TodayScene) -> None:
        """Shows the right of ``scene``."""
        self._scene = scene
        self.fields.show_fields(scene.fields)
        self._show_playbooks(scene.playbooks)
        self._empty.setVisible(scene.ready and not scene.playbooks)
        chosen = scene.playbook
        self._problems.setText(self._problem_words(chosen) if chosen else "")
        self._problems.setVisible(bool(self._problems.whole_text()))

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._customer.setText(self.tr("Customer"))
        self._playbook.setText(self.tr("Playbook"))
        self._empty.setText(
            self.tr(
                "No playbook in the folder. Choose another folder in the settings, or make one with: callcue new"
            )
        )
        self.fields.retranslate()
        self.show_scene(self._scene)

    def _show_playbooks(self, playbooks: tuple[PlaybookRow, ...]) -> None:
        while len(self._rows) < len(playbooks):
            row = RowButton(self)
            row.clicked.connect(self._row_clicked)
            self._rows.append(row)
            self._rows_box.addWidget(row)
        for index, button in enumerate(self._rows):
            button.setVisible(index < len(playbooks))
            if index < len(playbooks):
                row_of = playbooks[index]
                button.set_row(row_of.title or row_of.path, self._state_of(row_of), "", _lang_chip(row_of))
                button.set_chosen(row_of.chosen)

    def _state_of(self, row: PlaybookRow) -> str:
        if row.usable and row.fresh:
            return ""
        broken, old = (
            self.tr("has a mistake and cannot be used"),
            self.tr("has a mistake; the last good version is used"),
        )
        words = old if row.usable else broken
        if not row.problems:
            return words
        place = row.problems[0].place
        return f"{PurePath(place.file).name}:{place.line} · {words}"

    def _problem_words(self, row: PlaybookRow) -> str:
        if row.usable and row.fresh:
            return ""
        lines = [_problem_line(problem) for problem in row.problems[:_PROBLEMS_SHOWN]]
        more = len(row.problems) - len(lines)
        if more > 0:
            lines.append(self.tr("and %n more", "", more))
        return "\n".join(lines)

    def _row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, RowButton):
            self.playbook_chosen.emit(self._scene.playbooks[self._rows.index(row)].path)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _lang_chip(row: PlaybookRow) -> list[tuple[str, ChipLook]]:
    names = {Lang.EN.value: "English", Lang.CS.value: "Čeština"}
    return [(names.get(row.lang, row.lang), ChipLook.PLAIN)] if row.lang else []


def _problem_line(problem: Problem) -> str:
    from app.playbook.explain import message

    place = problem.place
    return f"{place.file}:{place.line}:{place.column}: {message(problem, ui_lang())}"
