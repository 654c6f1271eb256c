"""The words in the middle: cue large and wording under it, or the other way round; what to do; verbatim lines."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.call.events import HelpLevel
from app.call.prompt import Speech
from app.ui.keys import KeyMap
from app.ui.live.fitting import WHOLE, Form, Words
from app.ui.live.parts import Part
from app.ui.type_scale import TextRole
from app.ui.widgets import Chip, ChipLook, Panel, PanelLook, WrappingLabel
from app.ui.words import quoted

_BETWEEN_CHUNKS = " · "
_NO_BREAK = "\u00a0"


class SpeechPane(Part):
    """One thing to say. Say is large, do is blue with a symbol, a note is small and grey (screen doctrine 1 to 3)."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._shown: tuple[Speech, HelpLevel, str, bool] | None = None
        self._form = WHOLE
        self.exactly = Chip(look=ChipLook.TONE, parent=self)
        self.large = WrappingLabel(role=TextRole.CUE, parent=self)
        self.under = WrappingLabel(role=TextRole.WORDING, parent=self)
        self.do_bar = Panel(PanelLook.DO, self)
        self.do = WrappingLabel(role=TextRole.DO, parent=self.do_bar)
        self.guide = WrappingLabel(role=TextRole.NOTE, parent=self)
        self.bar = Panel(PanelLook.PLAIN, self)
        spoken = QVBoxLayout(self.bar)
        spoken.setContentsMargins(0, 0, 0, 0)
        spoken.setSpacing(12)
        for part in (self.exactly, self.large, self.under):
            spoken.addWidget(part)
        do_row = QVBoxLayout(self.do_bar)
        do_row.setContentsMargins(9, 0, 0, 0)
        do_row.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for pane in (self.bar, self.do_bar, self.guide):
            column.addWidget(pane)
        self.retranslate()

    def show_speech(self, speech: Speech, help_level: HelpLevel, lang: str, *, stripped: bool) -> None:
        """Shows what to say; a stripped screen shows nothing else."""
        shown = (speech, help_level, lang, stripped)
        if shown == self._shown:
            return
        was_verbatim = self._shown is not None and self._shown[0].verbatim
        self._shown = shown
        self._word()
        if speech.verbatim != was_verbatim:
            self._mark_verbatim(verbatim=speech.verbatim)
        self.do.setText(f"▸ {speech.do}" if speech.do else "")
        self.guide.setText(speech.guide)
        self._show_around()
        self.large.setAccessibleName(speech.text or self.large.whole_text())

    @property
    def measured(self) -> Words:
        """The words as they would have to fit."""
        guide = self.guide.whole_text() if self._guided else ""
        fixed = self.exactly.sizeHint().height() if not self.exactly.isHidden() else 0
        return Words(
            self.large.whole_text(), self.under.whole_text(), self.do.whole_text(), guide, fixed_height=fixed
        )

    def set_form(self, form: Form) -> None:
        """Takes another form, because there is less room or more again."""
        if form == self._form:
            return
        self._form = form
        self.large.set_role(form.large)
        if form.under is not None:
            self.under.set_role(form.under)
        self._show_around()
        self._word()

    @property
    def _guided(self) -> bool:
        return self._shown is not None and self._shown[1] is HelpLevel.FULL and not self._shown[3]

    def _show_around(self) -> None:
        """Shows what belongs to the line in this form."""
        stripped = self._shown is not None and self._shown[3]
        self.under.setVisible(bool(self.under.whole_text()) and self._form.under is not None)
        extras = self._form.extras and not stripped
        self.do_bar.setVisible(bool(self.do.whole_text()) and extras)
        self.guide.setVisible(bool(self.guide.whole_text()) and extras and self._form.guide and self._guided)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chunks that fit into a line again are kept whole."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._word()

    def _word(self) -> None:
        if self._shown is None:
            return
        speech, help_level, lang, _ = self._shown
        cue = _BETWEEN_CHUNKS.join(self._whole(chunk) for chunk in speech.cue)
        large, under = _arranged(speech, cue, help_level, lang)
        self.large.setText(large)
        self.under.setText(under)

    def _whole(self, chunk: str) -> str:
        """The chunk with spaces that do not break, when it fits into a line."""
        fits = self.large.fontMetrics().horizontalAdvance(chunk + _BETWEEN_CHUNKS) < self.width()
        return chunk.replace(" ", _NO_BREAK) if fits else chunk

    def _mark_verbatim(self, *, verbatim: bool) -> None:
        self.exactly.setVisible(verbatim)
        self.bar.set_look(PanelLook.VERBATIM if verbatim else PanelLook.PLAIN)
        layout = self.bar.layout()
        if layout is not None:
            layout.setContentsMargins(16 if verbatim else 0, 0, 0, 0)

    def retranslate(self) -> None:
        """Sets the words."""
        self.exactly.setText(self.tr("exactly"))
        self.exactly.setToolTip(self.tr("Read it word for word."))
        self.exactly.setVisible(self._shown is not None and self._shown[0].verbatim)


def _arranged(speech: Speech, cue: str, help_level: HelpLevel, lang: str) -> tuple[str, str]:
    """What stands large, and what under it."""
    if speech.verbatim or not cue:
        return speech.text, ""
    if help_level is HelpLevel.FULL:
        return speech.text, cue
    if help_level is HelpLevel.QUIET:
        return cue, ""
    return cue, quoted(speech.text, lang)
