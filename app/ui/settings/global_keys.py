"""Keys for while another program has the focus: one row an act, with what came of asking for its key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.a11y import announce
from app.ui.hotkeys.wishes import GlobalAction, Lack, Shortcut, Shortcuts
from app.ui.hotkeys.wording import lack_words, refusal_words
from app.ui.keys import cap_of
from app.ui.settings.key_capture import CaptureButton
from app.ui.type_scale import TextRole
from app.ui.widgets import FlowLayout, KeyButton, TurningRow, Variant, WrappingLabel
from app.ui.words import ui_lang

_ROOM_FOR_BOTH = 60


class GlobalKeyRow(QWidget):
    """One act: words, key, and a sentence when the key could not be had."""

    key_wanted = Signal(object, str)

    def __init__(self, action: GlobalAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._words, self._wrong = WrappingLabel(), WrappingLabel(role=TextRole.ALARM)
        self.capture, self.off = CaptureButton(), KeyButton(variant=Variant.QUIET)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=4)
        flow.addWidget(self.capture)
        flow.addWidget(self.off)
        turning = TurningRow(_ROOM_FOR_BOTH)
        turning.row.addWidget(self._words, 2)
        turning.row.addWidget(buttons, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(turning)
        column.addWidget(self._wrong)
        self._wrong.hide()
        self.capture.captured.connect(self._captured)
        self.off.clicked.connect(self._turned_off)

    def show_key(self, chord: str, shortcut: Shortcut | None) -> None:
        """Shows the key wished for (empty: none) and what came of it."""
        lang = ui_lang()
        words, cap = self._action.words(lang), cap_of(chord, lang) if chord else self.tr("off")
        self._words.setText(words)
        self.capture.show_key(cap if chord else "")
        self.capture.setAccessibleName(f"{words}: {cap}")
        self.off.set_words(self.tr("Turn off"))
        self.off.setVisible(bool(chord))
        wrong = refusal_words(shortcut) if shortcut is not None else ""
        if wrong != self.wrong():
            announce(self._wrong, wrong)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))

    def wrong(self) -> str:
        """What it says is wrong."""
        return "" if self._wrong.isHidden() else self._wrong.whole_text()

    def _captured(self, chord: str) -> None:
        self.key_wanted.emit(self._action, chord)

    def _turned_off(self) -> None:
        self.key_wanted.emit(self._action, "")


class GlobalKeysEditor(QWidget):
    """All acts that may have such a key. ``changed`` carries the setting as it should be."""

    changed = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting: dict[str, tuple[str, ...]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._lack = WrappingLabel(role=TextRole.STRONG)
        column.addWidget(self._lack)
        self._rows: dict[GlobalAction, GlobalKeyRow] = {}
        for action in GlobalAction:
            self._rows[action] = GlobalKeyRow(action)
            self._rows[action].key_wanted.connect(self._give)
            column.addWidget(self._rows[action])

    def row(self, action: GlobalAction) -> GlobalKeyRow:
        """The row of ``action``."""
        return self._rows[action]

    def lack(self) -> str:
        """Why there are no such keys here; empty when there are."""
        return "" if self._lack.isHidden() else self._lack.whole_text()

    def show_keys(self, setting: dict[str, tuple[str, ...]], shortcuts: Shortcuts, lack: Lack | None) -> None:
        """Shows what is set and what came of it; where the desktop gives no keys, the rows rest."""
        self._setting = setting
        self._lack.setText(lack_words(lack) if lack is not None else "")
        self._lack.setVisible(lack is not None)
        for action, row in self._rows.items():
            chords = setting.get(action.value, ())
            row.show_key(chords[0] if chords else "", shortcuts.of(action))
            row.setEnabled(lack is None)

    def _give(self, action: GlobalAction, chord: str) -> None:
        others = {name: chords for name, chords in self._setting.items() if name != action.value}
        self.changed.emit({**others, action.value: (chord,)} if chord else others)
