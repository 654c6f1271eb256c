"""One criterion to mark: its marks as buttons, what each looks like with an example, the proof, reasons and causes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.playbook.vocabulary import Label
from app.review.evidence import Proof
from app.review.scorecard import Criterion, Scale
from app.ui.key_events import key_press
from app.ui.keys import KeyPress
from app.ui.review.mark_origin import from_file
from app.ui.review.sheet import Lack, Missing, Sheet
from app.ui.review.still import WheelPasser
from app.ui.theme import set_look
from app.ui.type_scale import TextRole
from app.ui.widgets import KeyButton, Rule, Variant, WrappingLabel
from app.ui.words import quoted, ui_lang

_NOT_APPLYING = "—"
_QUOTES = (" '", "„", "“", '"')


class CriterionRow(QWidget):
    """Tells what is pressed; shows what the sheet says. The marks' descriptions show while the row has the focus."""

    marked = Signal(str, object)
    reason_given = Signal(str, str)
    cause_named = Signal(str, str)
    na_reason_given = Signal(str, str)
    proof_wanted = Signal(str)
    stepped = Signal(str, int)

    def __init__(self, criterion: Criterion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self._sheet: Sheet | None = None
        self._open = False
        self._words = WrappingLabel(role=TextRole.BODY)
        self._anchors = WrappingLabel(role=TextRole.NOTE)
        self._proof = KeyButton(variant=Variant.QUIET, wrap=True)
        self._reason = QLineEdit()
        self._cause, self._na = QComboBox(), QComboBox()
        for box in (self._cause, self._na):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        WheelPasser(self).watch(self._cause, self._na)
        self._lack = WrappingLabel(role=TextRole.ALARM)
        marks = (*range(criterion.scale.top + 1), None)
        self._marks: list[tuple[int | None, KeyButton]] = [(mark, KeyButton()) for mark in marks]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(4)
        for _, button in self._marks:
            button.clicked.connect(self._mark_pressed)
            button.installEventFilter(self)
            row.addWidget(button, 1)
        column.addWidget(self._words)
        column.addLayout(row)
        for part in (self._proof, self._anchors, self._na, self._cause, self._reason, self._lack):
            column.addWidget(part)
        column.addWidget(Rule())
        self._reason.editingFinished.connect(self._reason_typed)
        self._cause.activated.connect(self._cause_picked)
        self._na.activated.connect(self._na_picked)
        self._proof.clicked.connect(self._proof_pressed)
        self.retranslate()

    def show_sheet(self, sheet: Sheet, lacks: tuple[Lack, ...]) -> None:
        """Shows the mark of this criterion and what is missing of it."""
        self._sheet = sheet
        given = sheet.given.get(self.criterion.id)
        value = given.mark.value if given is not None else None
        for mark, button in self._marks:
            on = given is not None and mark == value
            button.set_variant(Variant.PRIMARY if on else Variant.PLAIN)
            button.setAccessibleDescription("✓" if on else "")
        self._show_anchors()
        self._show_proof(sheet)
        not_applying = given is not None and value is None
        self._na.setVisible(not_applying)
        self._cause.setVisible(sheet.is_bad(self.criterion) and not sheet.simple)
        self._reason.setVisible(sheet.is_corrected(self.criterion.id) and not sheet.simple)
        if given is not None:
            _pick(self._na, given.mark.na_reason)
            _pick(self._cause, given.cause)
            if self._reason.text() != given.words and not self._reason.hasFocus():
                self._reason.setText(given.words)
        own = [one.what for one in lacks if one.of == self.criterion.id]
        self._lack.setVisible(bool(own))
        self._lack.setText(self._lack_words(own[0]) if own else "")
        set_look(self._reason, "wrong", "true" if Missing.REASON in own else "false")
        set_look(self._cause, "wrong", "true" if Missing.CAUSE in own else "false")

    def take_caret(self, what: Missing) -> None:
        """Puts the focus where something is missing."""
        if what is Missing.CAUSE:
            self._cause.setFocus()
        elif what is Missing.REASON and not self._reason.isHidden():
            self._reason.setFocus()
        else:
            self._marks[0][1].setFocus(Qt.FocusReason.TabFocusReason)

    # --- what it says ---

    def _mark_words(self, mark: int | None) -> str:
        if mark is None:
            return _NOT_APPLYING
        if self.criterion.scale is Scale.YES_NO:
            return self.tr("yes") if mark else self.tr("no")
        return str(mark)

    def _show_anchors(self) -> None:
        lang, sheet = ui_lang(), self._sheet
        given = sheet.given.get(self.criterion.id) if sheet is not None else None
        shown = [
            anchor
            for anchor in self.criterion.anchors
            if self._open or (given is not None and anchor.mark == given.mark.value)
        ]
        lines = [
            f"{self._mark_words(one.mark)} · {one.text.in_lang(lang)} {_quoted(one.example.in_lang(lang), lang)}"
            for one in shown
        ]
        lines += [words for words in (from_file(given),) if words]
        self._anchors.setText("\n".join(lines))
        self._anchors.setVisible(bool(lines))

    def _show_proof(self, sheet: Sheet) -> None:
        proof = sheet.proofs.get(self.criterion.id)
        given = sheet.given.get(self.criterion.id)
        pinned = given is not None and given.seq is not None
        self._proof.setVisible((proof is not None and not sheet.simple) or (proof is None and pinned))
        if proof is not None:
            self._proof.set_words(self._proof_words(proof))
            self._proof.setEnabled(bool(proof.events))
        elif pinned:
            self._proof.set_words(self.tr("Show the moment"))
            self._proof.setEnabled(True)

    def _proof_words(self, proof: Proof) -> str:
        if proof.of == 0:
            return self.tr("From the record: nothing to count")
        words = (
            self.tr("From the record: %1 of %2")
            .replace("%1", str(proof.counted))
            .replace("%2", str(proof.of))
        )
        show = self.tr("show")
        return f"{words} · {show}" if proof.events else words

    def _lack_words(self, what: Missing) -> str:
        if what is Missing.MARK:
            return self.tr("Not marked yet.")
        return self.tr("Say why.") if what is Missing.REASON else self.tr("What was behind it?")

    def retranslate(self) -> None:
        """Says everything in the present language."""
        lang = ui_lang()
        words = self.criterion.text.in_lang(lang)
        self._words.setText(f"{words} · w\N{NO-BREAK SPACE}{self.criterion.weight:g}")
        for mark, button in self._marks:
            button.set_words(self._mark_words(mark))
            anchor = next((one for one in self.criterion.anchors if one.mark == mark), None)
            told = anchor.text.in_lang(lang) if anchor is not None else self.tr("does not apply")
            example = _quoted(anchor.example.in_lang(lang), lang) if anchor is not None else ""
            button.setToolTip(f"{told}\n{example}".strip())
            button.setAccessibleName(f"{words}: {self._mark_words(mark)}, {told}")
        self._reason.setPlaceholderText(self.tr("Why does the record mislead here?"))
        self._reason.setAccessibleName(self.tr("Why the mark differs from the record"))
        self._cause.setAccessibleName(self.tr("What was behind it"))
        self._na.setAccessibleName(self.tr("Why it does not apply"))
        self._fill_choices()
        if self._sheet is not None:
            self.show_sheet(self._sheet, ())

    def _fill_choices(self) -> None:
        card = self._sheet.card if self._sheet is not None else None
        _fill(self._na, self.tr("Why does it not apply?"), card.na_reasons if card is not None else {})
        _fill(self._cause, self.tr("What was behind it?"), card.causes if card is not None else {})

    def offer_choices(self, sheet: Sheet) -> None:
        """Offers the card's reasons and causes."""
        self._sheet = sheet
        self._fill_choices()

    # --- what is pressed ---

    def _mark_pressed(self) -> None:
        pressed = self.sender()
        for mark, button in self._marks:
            if button is pressed:
                self.marked.emit(self.criterion.id, mark)

    def _reason_typed(self) -> None:
        self.reason_given.emit(self.criterion.id, self._reason.text())

    def _cause_picked(self, _: int) -> None:
        self.cause_named.emit(self.criterion.id, self._cause.currentData() or "")

    def _na_picked(self, _: int) -> None:
        self.na_reason_given.emit(self.criterion.id, self._na.currentData() or "")

    def _proof_pressed(self) -> None:
        self.proof_wanted.emit(self.criterion.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The row opens while one of its marks has the focus; 0, 1, 2 and − mark and go on, Up and Down only go on."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            opened = event.type() is QEvent.Type.FocusIn
            if opened is not self._open:
                self._open = opened
                self._show_anchors()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        press = key_press(event)
        if press == KeyPress("Down") or press == KeyPress("Up"):
            self.stepped.emit(self.criterion.id, 1 if press == KeyPress("Down") else -1)
            return True
        if press is None or press != KeyPress(press.key, keypad=press.keypad):
            return False
        mark = None if press.key == "-" else int(press.key) if press.key in "012" else -1
        if mark not in [one for one, _ in self._marks]:
            return False
        if not self._stands(mark):
            self.marked.emit(self.criterion.id, mark)
        self.stepped.emit(self.criterion.id, 1)
        return True

    def _stands(self, mark: int | None) -> bool:
        """Whether this is the mark already: its key says yes to it, where a press of its button takes it away."""
        given = self._sheet.given.get(self.criterion.id) if self._sheet is not None else None
        return given is not None and given.mark.value == mark

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _quoted(text: str, lang: str) -> str:
    """In quotation marks, unless it tells of something that stands in quotation marks itself."""
    if any(sign in f" {text}" for sign in _QUOTES):
        return text
    return quoted(text, lang)


def _fill(box: QComboBox, prompt: str, words: Mapping[str, Label]) -> None:
    """Fills a box with a prompt and choices, keeping what was chosen."""
    chosen = box.currentData()
    box.clear()
    box.addItem(prompt, "")
    for code, word in words.items():
        box.addItem(word.in_lang(ui_lang()), code)
    _pick(box, chosen or "")


def _pick(box: QComboBox, code: str) -> None:
    place = box.findData(code)
    box.setCurrentIndex(max(0, place))
