"""How to sound now, readable at arm's length: the tone's word, three dials, the verb to play; and pull or push."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.call.prompt import ToneBadge
from app.playbook.vocabulary import Drive
from app.ui.keys import Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.parts import Part
from app.ui.live.wording import arrow_of, sign_of, tone_verb, tone_word
from app.ui.type_scale import TextRole
from app.ui.widgets import Chip, ChipLook, DialChip, FlowLayout, PanelLook, PlainLabel, WrappingLabel
from app.ui.words import ui_locale

_GAP = 8


class FlowingLabel(WrappingLabel):
    """One line where there is room for it; a ``QLabel`` that may wrap would rather be narrow."""

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 4, super().sizeHint().height())


class ToneRow(Part):
    """The tone badge and the drive chip."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._tone: ToneBadge | None = None
        self._drive = Drive.PULL
        self._locked = False
        self.word = Chip(look=ChipLook.TONE, parent=self)
        self.pace, self.energy, self.pause = DialChip(self), DialChip(self), DialChip(self)
        self.verb = PlainLabel(role=TextRole.VERB, parent=self)
        self.note = FlowingLabel(role=TextRole.NOTE, parent=self)
        self.drive = ActionButton(Action.DRIVE, keys, parent=self)
        self.adopt(self.drive)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        badge = QWidget(self)
        flow = FlowLayout(badge)
        for part in (self.word, self.pace, self.energy, self.pause, self.verb, self.note):
            flow.addWidget(part)
        row.addWidget(badge, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.drive, 0, Qt.AlignmentFlag.AlignTop)
        self._dials = (self.pace, self.energy, self.pause)
        self._slim = self._one_word = False
        self.retranslate()

    def set_slim(self, *, slim: bool, one_word: bool) -> None:
        """A slim row leaves the drive to the panel with the rest; ``one_word`` leaves the verb there too."""
        if (slim, one_word) != (self._slim, self._one_word):
            self._slim, self._one_word = slim, one_word
            self._word()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits dials or verb into the width."""
        super().resizeEvent(event)
        if self._slim and event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """A slim row is one line: dials and verb, else the dials, else the verb, which says the same in a word.

        Without the verb the tone's own word says how a sentence ends, and the rest is told to the pointer.
        """
        tone = self._tone
        if tone is None:
            return
        word = tone_word(tone.tone)
        short = f"{word} {arrow_of(tone.ending)}".strip()
        self.word.setText(short)
        room = self.width() if not self._one_word else 0
        dials = sum(dial.sizeHint().width() + _GAP for dial in self._dials)
        chips = self.word.sizeHint().width() + dials
        verb = self.verb.sizeHint().width() + _GAP
        dialled = not self._slim or chips <= room
        for dial in self._dials:
            dial.setVisible(dialled)
        beside = chips if dialled else self.word.sizeHint().width()
        spelled = not self._slim or beside + verb <= room
        self.verb.setVisible(spelled)
        self.word.setText(word if spelled else short)

    def show_tone(self, tone: ToneBadge) -> None:
        """Shows how to sound."""
        if tone != self._tone:
            self._tone = tone
            self._word()

    def show_drive(self, drive: Drive, *, locked: bool, stripped: bool) -> None:
        """Shows pull or push; a locked or stripped screen offers no switch."""
        self.drive.setVisible(not stripped and not self._slim)
        if (drive, locked) != (self._drive, self._locked):
            self._drive, self._locked = drive, locked
            self._word_drive()

    def retranslate(self) -> None:
        """Sets the words."""
        self._word()
        self._word_drive()

    def _word_drive(self) -> None:
        self.drive.say(self.tr("pull") if self._drive is Drive.PULL else self.tr("push"))
        self.drive.setEnabled(not self._locked)
        self.drive.setToolTip(self.tr("This playbook does not sell: push is locked.") if self._locked else "")

    def _word(self) -> None:
        tone = self._tone
        if tone is None:
            return
        word = tone_word(tone.tone)
        self.pace.set_dial(self.tr("pace"), sign_of(tone.pace))
        self.energy.set_dial(self.tr("energy"), sign_of(tone.energy))
        seconds = ui_locale().toString(tone.pause_seconds, "g", 3) + " s" if tone.pause_seconds else ""
        self.pause.set_dial(self.tr("pause"), sign_of(tone.pause), seconds)
        verb = f"{tone_verb(tone.tone)} {arrow_of(tone.ending)}".strip()
        self.verb.setText(verb)
        self._fit()
        self.note.setText(tone.note)
        self.note.setVisible(bool(tone.note) and not self._slim)
        self.word.setAccessibleName(self.tr("Tone: %1, %2").replace("%1", word).replace("%2", verb))
        self.word.setToolTip(" · ".join((verb, *(dial.accessibleName() for dial in self._dials))))
