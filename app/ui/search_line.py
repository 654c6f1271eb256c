"""The search line with its popup of completions: Down or a click takes one in; the line itself is never changed unasked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.playbook.folding import fold
from app.review.query import Mistake, Suggestion
from app.ui.type_scale import TextRole
from app.ui.widgets import WrappingLabel

_GAP = 4
"""Between the line and its completions, in pixels."""


class SearchLine(QLineEdit):
    """Tells what is typed, and where the caret is when completions are wanted."""

    typed = Signal(str)
    suggestions_wanted = Signal(int)
    table_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Suggestion, ...] = ()
        self._words = QStringListModel(self)
        self._popup = QCompleter(self._words, self)
        self._popup.setWidget(self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = self._popup.popup()
        if popup is not None:
            popup.setProperty("completions", "true")
        self._popup.activated.connect(self._take)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._edited)
        self.textChanged.connect(self._changed)
        self.retranslate()

    def show_line(self, line: str) -> None:
        """Shows a line that came from elsewhere (chips, saved views); tells nobody."""
        if line != self.text():
            blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
            self.setText(line)
            self.blockSignals(blocked)

    def _edited(self, _: str) -> None:
        self.suggestions_wanted.emit(self.cursorPosition())

    def _changed(self, line: str) -> None:
        self.typed.emit(line)

    def offer(self, found: Sequence[Suggestion]) -> None:
        """Shows completions under the line; none hides them."""
        self._found = tuple(found)
        if not found:
            self._hide()
            return
        self._words.setStringList([one.text for one in found])
        self._popup.complete(self.rect().adjusted(0, 0, 0, _GAP))
        popup = self._popup.popup()
        if popup is not None:
            popup.setCurrentIndex(QModelIndex())

    def _is_open(self) -> bool:
        popup = self._popup.popup()
        return popup is not None and popup.isVisible()

    def _hide(self) -> None:
        popup = self._popup.popup()
        if popup is not None:
            popup.hide()

    def _take(self, text: str) -> None:
        chosen = next((one for one in self._found if one.text == text), None)
        if chosen is None:
            return
        rest = self.text()[self.cursorPosition() :]
        self.setText(self.text()[: chosen.start] + chosen.text + rest)
        self.setCursorPosition(chosen.start + len(chosen.text))
        if chosen.text.endswith(":"):
            self.suggestions_wanted.emit(self.cursorPosition())

    def _is_chosen(self) -> bool:
        """Whether one of the completions is picked out."""
        popup = self._popup.popup()
        return popup is not None and popup.currentIndex().isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the completions, or to the table where there are none; so does Enter.

        Completions come unasked, so Enter and Esc are theirs only once one is picked out; else the line's or the screen's.
        """
        if self._is_open() and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Tab,
        ):
            if event.key() == Qt.Key.Key_Tab or self._is_chosen():
                event.ignore()
                return
            self._hide()
        if self._is_open() and event.key() == Qt.Key.Key_Escape and not self._is_chosen():
            self._hide()
            again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            QCoreApplication.postEvent(self, again)  # a popup's key goes no further by itself
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.table_wanted.emit()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self.setPlaceholderText(self.tr("rep:eva outcome:lost objection:price too dear"))
        self.setAccessibleName(self.tr("Find calls"))

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class MistakeLabel(WrappingLabel):
    """Says which word of the line is left out as nobody understands it, and the nearest one that can be; else is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(role=TextRole.ALARM, parent=parent)
        self._mistakes: Sequence[Mistake] = ()
        self.setVisible(False)

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        """Tells the first of ``mistakes``."""
        self._mistakes = mistakes
        self.setVisible(bool(mistakes))
        if mistakes:
            first = mistakes[0]
            words = self.tr("“%1” is not understood and left out.").replace("%1", first.word)
            if fold(first.word.removeprefix("-")) == f"{fold(first.nearest)}:":
                words = self.tr("“%1” wants a value after it; left out until there is one.")
                words = words.replace("%1", first.word)
            elif first.nearest:
                words += " " + self.tr("Did you mean “%1”?").replace("%1", first.nearest)
            self.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.show_mistakes(self._mistakes)
        super().changeEvent(event)
