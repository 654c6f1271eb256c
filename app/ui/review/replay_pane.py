"""One replay: who was called, the timeline, the moments, the prompt under the slider; at the desk a comment line too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.call.summary import reason_label
from app.playbook.vocabulary import Drive
from app.ui.keys import Action, KeyMap
from app.ui.moments import clock_words
from app.ui.review.moment_list import MomentList
from app.ui.review.prompt_card import PromptCard
from app.ui.review.replay_scene import Gap, ReplayScene
from app.ui.review.retelling import outcome_words
from app.ui.review.timeline import Timeline
from app.ui.review.timeline_bar import TimelineBar
from app.ui.theme import Theme
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    Chip,
    ChipLook,
    FlowLayout,
    KeyButton,
    Panel,
    PanelLook,
    ScrollColumn,
    Variant,
    WrappingLabel,
)
from app.ui.words import ui_lang

_LEGEND = (
    TextRole.NOTE,
    TextRole.ALARM,
    TextRole.MOOD,
    TextRole.NOTE,
    TextRole.STORY,
    TextRole.DO,
    TextRole.MOOD,
    TextRole.ALARM,
)
"""Stages, objections, moods, drive, flags, notes, holds, breaks: in the colour that each is drawn in."""


class ReplayPane(Panel):
    """Shows a ``ReplayScene``; ``compared``: as one of two, without the line for comments."""

    commented = Signal(str)
    every_step_wanted = Signal(bool)
    compare_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, compared: bool = False) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self._scene = ReplayScene()
        self._keys = KeyMap()
        self._who = WrappingLabel(role=TextRole.TITLE)
        self._about = WrappingLabel(role=TextRole.NOTE)
        self._gap = WrappingLabel(role=TextRole.BODY)
        self.timeline = TimelineBar()
        self._legend = [WrappingLabel(role=role) for role in _LEGEND]
        self._every = QCheckBox()
        self._compare = KeyButton(variant=Variant.QUIET)
        self._active = Chip(look=ChipLook.TONE)
        self.moments = MomentList()
        self.prompt = PromptCard()
        self.comment = QLineEdit()
        self._send = KeyButton()
        self._whole = QWidget()
        self._lay_out()
        self._every.toggled.connect(self.every_step_wanted)
        self.comment.returnPressed.connect(self._comment)
        self._send.clicked.connect(self._comment)
        self._compare.clicked.connect(self.compare_wanted)
        self._offered = False
        self._active.hide()
        if compared:
            self.hide_comment()
        self.retranslate()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(22, 14, 22, 14)
        outer.setSpacing(RHYTHM)
        head = QHBoxLayout()
        head.setSpacing(RHYTHM)
        head.addWidget(self._who, 1)
        for part in (self._active, self._every, self._compare):
            head.addWidget(part)
        outer.addLayout(head)
        outer.addWidget(self._about)
        outer.addWidget(self._gap)
        outer.addWidget(self._whole, 1)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.timeline)
        legend = QWidget()
        flow = FlowLayout(legend, gap=14)
        for label in self._legend:
            label.setWordWrap(False)
            flow.addWidget(label)
        column.addWidget(legend)
        column.addWidget(self.moments, 1)
        scroll = ScrollColumn()
        scroll.column.addWidget(self.prompt)
        scroll.column.addStretch(1)
        column.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.addWidget(self.comment, 1)
        row.addWidget(self._send)
        column.addLayout(row)
        outer.addStretch(0)

    def show_scene(self, scene: ReplayScene) -> None:
        """Shows ``scene``."""
        self._scene = scene
        self._who.setText(scene.row.who or scene.row.company if scene.row is not None else "")
        self._who.setVisible(scene.row is not None)
        self._about.setText(self._about_words(scene))
        self._about.setVisible(scene.row is not None)
        gap = self._gap_words(scene.gap)
        self._every.setVisible(not gap)
        self._compare.setVisible(self._offered and not gap)
        self._gap.setText(gap)
        self._gap.setVisible(bool(gap))
        if gap:
            self._hold_focus()
            self._whole.hide()
            return
        self._whole.show()
        if self.hasFocus():
            self.take_caret()
        self.timeline.show_line(scene.timeline, scene.at)
        blocked = self._every.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._every.setChecked(scene.every_step)
        self._every.blockSignals(blocked)
        for label, there in zip(self._legend, _drawn(scene.timeline), strict=True):
            label.setVisible(there)
        self.moments.show_moments(scene.moments, scene.chosen)
        self.prompt.show_prompt(scene.prompt, scene.at)
        self.comment.setPlaceholderText(self.tr("Comment on %1…").replace("%1", clock_words(scene.at)))

    def _hold_focus(self) -> None:
        """While there is nothing to replay, the keys stay here instead of going to the next field of text."""
        focus = QApplication.focusWidget()
        if focus is not None and self._whole.isAncestorOf(focus):
            self.setFocus()

    def _about_words(self, scene: ReplayScene) -> str:
        row = scene.row
        if row is None:
            return ""
        version = self.tr("version %1").replace("%1", scene.version) if scene.version else ""
        playbook = ", ".join(part for part in (scene.playbook_title or row.playbook, version) if part)
        length = clock_words(scene.timeline.length or row.talk_ms)
        outcome = outcome_words(row.outcome, ui_lang()) if row.outcome else self.tr("unfinished")
        if row.reason:
            outcome += f" ({reason_label(row.reason, ui_lang())})"
        others = len({one.person for one in scene.openings})
        opened = self.tr("opened by %n person(s)", "", others) if others > 1 else ""
        parts = (row.rep_name or row.rep, outcome, length, playbook, row.source, opened)
        return " · ".join(part for part in parts if part)

    def _gap_words(self, gap: Gap) -> str:
        words = {
            Gap.NONE: "",
            Gap.NOTHING_OPEN: self.tr(
                "Pick a call on the left, or draw a queue on the right. You will see it as the rep saw it."
            ),
            Gap.LOADING: self.tr("Opening the call…"),
            Gap.TEXT_MISSING: self.tr(
                "The playbook's text of that day is missing from the database, so the call cannot be replayed."
            ),
            Gap.NO_RECORD: self.tr("This call has no record; it may have been erased."),
            Gap.UNAVAILABLE: self.tr("The database cannot be read now. Open the call again in a moment."),
        }
        return words[gap]

    def set_theme(self, theme: Theme) -> None:
        """Draws in these colours and sizes."""
        self.timeline.set_theme(theme)
        self.moments.set_theme(theme)

    def set_keys(self, keys: KeyMap) -> None:
        """Names these keys."""
        self._keys = keys
        self.retranslate()

    def offer_compare(self) -> None:
        """Offers to put another call beside this one."""
        self._offered = True
        self._compare.setVisible(self._scene.gap is Gap.NONE)

    def show_active(self, *, active: bool) -> None:
        """Tells whether the keys act on this one of two."""
        self._active.setVisible(active)
        self.set_look(PanelLook.PANEL if active else PanelLook.GROUND)

    def take_caret(self) -> None:
        """Puts the focus into the list of moments."""
        self.moments.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hide_comment(self) -> None:
        """Leaves out the line for comments."""
        self.comment.hide()
        self._send.hide()

    def take_comment(self) -> None:
        """Puts the caret into the comment."""
        self.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _comment(self) -> None:
        words = self.comment.text().strip()
        if words:
            self.comment.clear()
            self.commented.emit(words)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        words = (
            self.tr("▬ stages"), self.tr("● objections"), self.tr("— mood"), self.tr("▂ asking for a step"),
            self.tr("▶ flags"), self.tr("■ notes"), self.tr("▨ on hold"), self.tr("┊ break"),
        )  # fmt: skip
        for label, text in zip(self._legend, words, strict=True):
            label.setText(text)
        self._every.setText(self.tr("Every step"))
        self._compare.set_words(self.tr("Compare"), self._keys.cap(Action.COMPARE, ui_lang()))
        self._compare.setToolTip(self.tr("Puts another call beside this one"))
        self._active.setText(self.tr("keys act here"))
        self.moments.setAccessibleName(self.tr("Moments of the call"))
        self.comment.setAccessibleName(self.tr("Comment on this moment"))
        self._send.set_words(self.tr("Pin"), "⏎")
        self._send.setAccessibleName(self.tr("Pin the comment to this moment"))
        self.show_scene(self._scene)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _drawn(line: Timeline) -> tuple[bool, ...]:
    """What of the legend there is in this call; stages and mood always are."""
    pushes = any(drive is Drive.PUSH for _, drive in line.drives)
    found = (line.objections, pushes, line.flags, line.notes, line.holds, line.breaks)
    objections, push, *rest = map(bool, found)
    return (True, objections, True, push, *rest)
