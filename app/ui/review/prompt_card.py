"""What the rep saw at the moment under the slider: cue, wording, tone, options and the board, to read and not to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.call.events import HelpLevel
from app.playbook.vocabulary import MOODS, TONES
from app.ui.moments import clock_words
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import Chip, ChipLook, FlowLayout, Panel, PanelLook, PlainLabel, WrappingLabel
from app.ui.words import percent, ui_lang

if TYPE_CHECKING:
    from app.call.prompt import Prompt

_MINUS = {"-": "−"}


class PromptCard(Panel):
    """One prompt in small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.CARD, parent)
        self._prompt: Prompt | None = None
        self._at = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.setSpacing(RHYTHM)
        self._title = PlainLabel(role=TextRole.LABEL)
        self._where = WrappingLabel(role=TextRole.NOTE)
        head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._where, 1)
        self._chips = [Chip(look=look) for look in (ChipLook.TONE, ChipLook.MOOD, ChipLook.PLAIN)]
        chips = QWidget()
        flow = FlowLayout(chips, gap=4)
        for chip in self._chips:
            flow.addWidget(chip)
        self._large = WrappingLabel(role=TextRole.SAY_COMPACT)
        self._under = WrappingLabel(role=TextRole.BODY)
        self._do = WrappingLabel(role=TextRole.DO)
        self._board = WrappingLabel(role=TextRole.NOTE)
        self._options = QWidget()
        self._flow = FlowLayout(self._options, gap=6)
        column.addLayout(head)
        for part in (chips, self._large, self._under, self._do, self._options, self._board):
            column.addWidget(part)
        self.retranslate()

    def show_prompt(self, prompt: Prompt | None, at: int) -> None:
        """Shows the prompt ``at`` this time of the call."""
        self._prompt, self._at = prompt, at
        self.setVisible(prompt is not None)
        self._title.setText(self.tr("What the rep saw at %1").replace("%1", clock_words(at)))
        if prompt is None:
            return
        self._where.setText(" › ".join(self._places(prompt)))
        self._show_chips(prompt)
        large, under = _arranged(prompt)
        self._large.setText(large)
        self._under.setText(under)
        self._under.setVisible(bool(under))
        self._do.setText(f"▸ {prompt.speech.do}" if prompt.speech.do else "")
        self._do.setVisible(bool(prompt.speech.do))
        self._show_options(prompt)
        board = self._board_words(prompt)
        self._board.setText(board)
        self._board.setVisible(bool(board))
        words = [
            self._title.text(),
            self._where.whole_text(),
            large,
            under,
            *self._option_words(prompt),
            board,
        ]
        self.setAccessibleName(". ".join(word for word in words if word))

    def _board_words(self, prompt: Prompt) -> str:
        """The likely objections in the order that stood beside the line, with their shares where those were shown."""
        rows = [
            one.label if one.share is None else f"{one.label} {percent(one.share)}" for one in prompt.likely
        ]
        return self.tr("Objections beside it: %1").replace("%1", " · ".join(rows)) if rows else ""

    def _places(self, prompt: Prompt) -> list[str]:
        stage = next((stop.title for stop in prompt.rail if stop.id == prompt.stage), "")
        objection = prompt.objection.label if prompt.objection is not None else ""
        return [part for part in (stage, objection) if part]

    def _show_chips(self, prompt: Prompt) -> None:
        lang, badge = ui_lang(), prompt.tone
        tone = TONES.get(badge.tone)
        name = tone.label.in_lang(lang) if tone is not None else badge.tone
        dials = [
            self.tr("pace %1").replace("%1", _MINUS.get(badge.pace.value, badge.pace.value)),
            self.tr("energy %1").replace("%1", _MINUS.get(badge.energy.value, badge.energy.value)),
            self.tr("pause %1").replace("%1", _MINUS.get(badge.pause.value, badge.pause.value)),
        ]
        self._chips[0].setText(" · ".join([name, *dials]))
        self._chips[1].setText(MOODS[prompt.mood].label.in_lang(lang))
        self._chips[1].setVisible(prompt.mood_tapped)
        levels = {
            HelpLevel.FULL: self.tr("sentences on screen"),
            HelpLevel.CUES: self.tr("cues on screen"),
            HelpLevel.QUIET: self.tr("quiet screen"),
        }
        level = self.tr("stripped: the customer is angry") if prompt.stripped else levels.get(prompt.help, "")
        self._chips[2].setText(level)
        self._chips[2].setVisible(bool(level))

    def _show_options(self, prompt: Prompt) -> None:
        words = self._option_words(prompt)
        while self._flow.count() < len(words):
            self._flow.addWidget(Chip())
        for place in range(self._flow.count()):
            item = self._flow.itemAt(place)
            chip = item.widget() if item is not None else None
            if isinstance(chip, Chip):
                chip.setVisible(place < len(words))
                if place < len(words):
                    chip.set_chip(words[place], ChipLook.PLAIN)
        self._options.setVisible(bool(words))

    def _option_words(self, prompt: Prompt) -> list[str]:
        if prompt.question is None:
            return []
        options = [f"{one.digit}  {one.label}" for one in prompt.question.options]
        if prompt.question.known is not None:
            options.insert(0, self.tr("known: %1").replace("%1", prompt.question.known.value))
        return options

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self.show_prompt(self._prompt, self._at)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _arranged(prompt: Prompt) -> tuple[str, str]:
    """What stood large and what under it, at the help that the rep had."""
    speech = prompt.speech
    cue = " · ".join(speech.cue)
    if speech.verbatim or not cue:
        return speech.text, ""
    if prompt.help is HelpLevel.FULL:
        return speech.text, cue
    return (cue, "") if prompt.help is HelpLevel.QUIET else (cue, speech.text)
