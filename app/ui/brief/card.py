"""How the card looks: the name large, then short lines in the order in which they matter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.leads.dialling import words_of
from app.ui.brief.scene import BriefScene, Refusal
from app.ui.keys import OPTIONS, Action, KeyMap
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    Chip,
    ChipLook,
    FlowLayout,
    KeyButton,
    Panel,
    PanelLook,
    PlainLabel,
    ScrollColumn,
    Variant,
    WrappingLabel,
)
from app.ui.words import quoted, ui_lang

DIAL_KEY = "D"
"""What dials here beside the keys of ``Action.DIAL``: nothing else has letters on this screen."""
HEARD = (Action.DONE, Action.START, Action.BACK, Action.SKIP)
"""What the card hears before its own letter."""
_SIDE_BY_SIDE = 700
_MOST_MUSTS, _MOST_PREP = 6, 5


class Lines(QWidget):
    """A heading with short lines under it; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None, role: TextRole = TextRole.BODY) -> None:
        super().__init__(parent)
        self._role = role
        self._heading = PlainLabel(role=TextRole.LABEL, parent=self)
        self._lines: list[WrappingLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._heading)

    def show_lines(self, heading: str, lines: tuple[str, ...], mark: str = "") -> None:
        """Shows them, each with ``mark`` in front."""
        self._heading.setText(heading)
        while len(self._lines) < len(lines):
            line = WrappingLabel(role=self._role, parent=self)
            self._lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(lines))
            line.setText(f"{mark}{lines[place]}" if place < len(lines) else "")
        self.setVisible(bool(lines))

    def texts(self) -> str:
        """Heading and lines in one breath, for readers."""
        if self.isHidden():
            return ""
        said = [line.whole_text() for line in self._lines if line.whole_text()]
        return f"{self._heading.text()}: {'; '.join(said)}"


class BriefCard(QWidget):
    """Shows a ``BriefScene`` and tells what the rep wants."""

    start_wanted = Signal()
    dial_wanted = Signal()
    back_wanted = Signal()
    skip_wanted = Signal()
    basis_chosen = Signal(str)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._scene: BriefScene | None = None
        self._name = WrappingLabel(role=TextRole.SAY, parent=self)
        self._firm = WrappingLabel(role=TextRole.WORDING, parent=self)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self._promise = Lines(self)
        self._goal = Lines(self, TextRole.WORDING)
        self._musts = Lines(self, TextRole.WORDING)
        self._prep = Lines(self)
        self._note = Lines(self)
        self._gaps = Lines(self)
        self._first = Panel(PanelLook.CARD, self)
        self._first_heading = PlainLabel(role=TextRole.LABEL, parent=self._first)
        self._first_line = WrappingLabel(role=TextRole.QUOTE, parent=self._first)
        self._basis = QWidget(self)
        self._basis_heading = WrappingLabel(role=TextRole.LABEL, parent=self._basis)
        self._bases: list[KeyButton] = []
        self._codes: list[str] = []
        self._refusal = WrappingLabel(role=TextRole.ALARM, parent=self)
        self._blocked = Panel(PanelLook.CARD, self)
        self._blocked_words = WrappingLabel(role=TextRole.QUOTE, parent=self._blocked)
        self._start = KeyButton(variant=Variant.PRIMARY, parent=self)
        self._dial, self._skip, self._back = (KeyButton(parent=self) for _ in range(3))
        self._lay_out()
        self._start.clicked.connect(self.start_wanted)
        self._dial.clicked.connect(self.dial_wanted)
        self._skip.clicked.connect(self.skip_wanted)
        self._back.clicked.connect(self.back_wanted)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._scroll = ScrollColumn(self, gap=2 * RHYTHM)
        column = self._scroll.column
        column.setContentsMargins(3 * RHYTHM, 3 * RHYTHM, 3 * RHYTHM, 2 * RHYTHM)
        heading = QVBoxLayout()
        heading.setSpacing(2)
        heading.addWidget(self._name)
        heading.addWidget(self._firm)
        column.addLayout(heading)
        column.addWidget(self._chips)
        first = QVBoxLayout(self._first)
        first.setContentsMargins(2 * RHYTHM, 12, 2 * RHYTHM, 14)
        first.setSpacing(4)
        first.addWidget(self._first_heading)
        first.addWidget(self._first_line)
        basis = QVBoxLayout(self._basis)
        basis.setContentsMargins(0, 0, 0, 0)
        basis.setSpacing(RHYTHM)
        basis.addWidget(self._basis_heading)
        options = QWidget(self._basis)
        self._basis_flow = FlowLayout(options)
        basis.addWidget(options)
        blocked = QVBoxLayout(self._blocked)
        blocked.setContentsMargins(2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM)
        blocked.addWidget(self._blocked_words)
        column.addWidget(self._blocked)
        column.addWidget(self._basis)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(5 * RHYTHM)
        for parts in ((self._promise, self._goal, self._musts), (self._prep, self._note, self._gaps)):
            half = QVBoxLayout()
            half.setSpacing(2 * RHYTHM)
            for part in parts:
                half.addWidget(part)
            half.addStretch(1)
            self._halves.addLayout(half, 1)
        column.addWidget(self._first)
        column.addLayout(self._halves)
        column.addStretch(1)
        whole.addWidget(self._scroll, 1)
        bar = Panel(PanelLook.BAR_BOTTOM, self)
        bottom = QVBoxLayout(bar)
        bottom.setContentsMargins(3 * RHYTHM, 10, 3 * RHYTHM, 10)
        bottom.setSpacing(6)
        bottom.addWidget(self._refusal)
        buttons = QWidget(bar)
        row = FlowLayout(buttons)
        for button in (self._start, self._dial, self._skip, self._back):
            row.addWidget(button)
        bottom.addWidget(buttons)
        whole.addWidget(bar)

    def set_keys(self, keys: KeyMap) -> None:
        """Other keys stand on the buttons from now on."""
        self._keys = keys
        if self._scene is not None:
            self.show_scene(self._scene)

    def show_scene(self, scene: BriefScene) -> None:
        """Shows the card."""
        self._scene = scene
        lead, brief = scene.lead, scene.brief
        self._name.setText(lead.display or self.tr("Unknown caller"))
        firm = [part for part in (lead.role, lead.company) if part and part != lead.display]
        self._firm.setText(" · ".join(firm))
        self._firm.setVisible(bool(firm))
        self._show_chips(scene)
        self._promise.show_lines(self.tr("What they saw"), tuple(part for part in (lead.promise,) if part))
        self._goal.show_lines(self.tr("Goal"), (_capital(brief.goal_label),) if brief.goal_label else ())
        self._musts.show_lines(self.tr("Ask in any case"), _shortened(brief.must_asks, _MOST_MUSTS), "· ")
        self._prep.show_lines(self.tr("Have ready"), _shortened(brief.prep, _MOST_PREP), "· ")
        self._note.show_lines(self.tr("Note"), tuple(part for part in (lead.note,) if part))
        gaps = (", ".join(brief.gaps),) if brief.gaps else ()
        self._gaps.show_lines(self.tr("Not known, say it without"), gaps)
        self._first_line.setText(quoted(brief.first_line, brief.lang))
        self._first.setVisible(bool(brief.first_line) and not scene.blocked)
        self._first_heading.setText(self.tr("First line"))
        if scene.blocked:
            for part in (self._promise, self._goal, self._musts, self._prep, self._note, self._gaps):
                part.hide()
        self._show_bases(scene)
        self._show_acts(scene)

    def _show_chips(self, scene: BriefScene) -> None:
        facts: list[tuple[str, ChipLook]] = [(part, ChipLook.PLAIN) for part in scene.origin]
        facts.append((scene.brief.playbook_title, ChipLook.TONE))
        if scene.attempt > 1:
            facts.append((self.tr("attempt %1").replace("%1", str(scene.attempt)), ChipLook.MOOD))
        if scene.sample:
            facts.append((self.tr("sample"), ChipLook.STORY))
        if scene.blocked:
            facts.append((self.tr("do not call"), ChipLook.ALARM))
        elif scene.unchecked:
            facts.append((self.tr("do-not-call not checked"), ChipLook.ALARM))
        while self._flow.count() < len(facts):
            self._flow.addWidget(Chip(parent=self._chips))
        for place in range(self._flow.count()):
            item = self._flow.itemAt(place)
            chip = item.widget() if item is not None else None
            if isinstance(chip, Chip):
                chip.setVisible(place < len(facts))
                if place < len(facts):
                    chip.set_chip(*facts[place])

    def _show_bases(self, scene: BriefScene) -> None:
        self._basis.setVisible(bool(scene.bases) and not scene.blocked)
        self._basis_heading.setText(self.tr("On what grounds do we call? Pick before you start."))
        while len(self._bases) < len(scene.bases):
            button = KeyButton(cap_first=True, wrap=True, parent=self._basis)
            button.clicked.connect(self._choose)
            self._bases.append(button)
            self._basis_flow.addWidget(button)
        self._codes = [basis.code for basis in scene.bases]
        for button, basis in zip(self._bases, scene.bases, strict=True):
            button.set_words(_capital(basis.label), self._keys.digit_cap(basis.digit, ui_lang()))
            button.set_variant(Variant.SELECTED if basis.chosen else Variant.PLAIN)
            button.setAccessibleDescription("✓" if basis.chosen else "")

    def _show_acts(self, scene: BriefScene) -> None:
        keys, lang = self._keys, ui_lang()
        self._start.set_words(
            self.tr("Start the call"), keys.cap(Action.DONE, lang) or keys.cap(Action.START, lang)
        )
        self._start.setVisible(not scene.blocked)
        self._dial.set_words(self.tr("Dial %1").replace("%1", scene.number), self._dial_cap())
        self._dial.setVisible(bool(scene.number) and not scene.blocked)
        self._skip.set_words(self.tr("Skip"), keys.cap(Action.SKIP, lang))
        self._back.set_words(self.tr("Back"), keys.cap(Action.BACK, lang))
        words = {
            Refusal.NONE: "",
            Refusal.DO_NOT_CALL: self.tr(
                "This customer asked not to be called, so this call cannot start. Go back and pick somebody else."
            ),
            Refusal.NO_BASIS: self._basis_words(len(scene.bases)),
        }
        blocked = scene.refusal is Refusal.DO_NOT_CALL
        unchecked = self.tr(
            "Do-not-call could not be checked: the database cannot be read now. It is tried again by itself, and once "
            "more when you start."
        )
        self._blocked_words.setText(words[Refusal.DO_NOT_CALL] if blocked else unchecked)
        self._blocked.setVisible(blocked or scene.unchecked)
        slip = words_of(scene.dial_slip).in_lang(ui_lang()) if scene.dial_slip is not None else ""
        self._refusal.setText(words[scene.refusal] or slip)
        self._refusal.setVisible(bool(words[scene.refusal] or slip) and not blocked)

    def _basis_words(self, bases: int) -> str:
        caps = self._keys.digit_caps(bases, ui_lang())
        words = self.tr("Pick the lawful basis first%1; a cold call must not start without one.")
        return words.replace("%1", f" ({caps})" if caps else "")

    def _dial_cap(self) -> str:
        """The letter that dials on this screen, or where the rep's own keys have taken it, what dials everywhere."""
        taken = self._keys.holder_of(DIAL_KEY) in (*HEARD, *OPTIONS)
        return self._keys.cap(Action.DIAL, ui_lang()) if taken else DIAL_KEY

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, KeyButton) and button in self._bases:
            self.basis_chosen.emit(self._codes[self._bases.index(button)])

    def spoken(self) -> str:
        """The whole card in one breath, for a screen reader."""
        parts = [self._name.whole_text(), self._firm.whole_text(), self._refusal.whole_text()]
        if not self._blocked.isHidden():
            parts.append(self._blocked_words.whole_text())
        parts += [lines.texts() for lines in (self._promise, self._goal, self._musts, self._prep, self._note)]
        return ". ".join(part for part in parts if part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= _SIDE_BY_SIDE * self.fontMetrics().height() / 17
        wanted = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._halves.direction() != wanted:
            self._halves.setDirection(wanted)
            self._halves.setSpacing(5 * RHYTHM if wide else 2 * RHYTHM)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the text size."""
        if event.type() is QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)


def _shortened(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    """At most ``most`` lines; what is left out is counted in the last one."""
    if len(lines) <= most:
        return lines
    return (*lines[: most - 1], f"… +{len(lines) - most + 1}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
