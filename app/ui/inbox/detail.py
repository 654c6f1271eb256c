"""The chosen proposal: what it is for, what to do with it, which lines of YAML take it in, and where it was heard."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.call.conversation import Voice
from app.playbook.vocabulary import OBJECTION_KINDS
from app.review.lessons import ProposalKind
from app.review.proposals import Decision, Place
from app.ui.inbox.scene import InboxScene, MomentRow, ProposalRow, Replay
from app.ui.inbox.wording import about_words, followed_words, kind_words, mood_words, pile_words
from app.ui.moments import clock_words, moment_words
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

ACCEPT_KEY, LATER_KEY, DECLINE_KEY, AGAIN_KEY = "A", "L", "D", "N"
COPY_KEY, OPEN_KEY, REPLAY_KEY = "C", "O", "R"
_MOST_LINES = 8
_LEAST_HEIGHT = 220


class YamlBox(QPlainTextEdit):
    """Lines to paste, as they are to stand in the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_lines(self, text: str, name: str) -> None:
        """Shows ``text`` in letters of one width."""
        if self.toPlainText() != text:
            self.setPlainText(text)
        self.setAccessibleName(name)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(max(11, self.fontInfo().pixelSize()))
        self.document().setDefaultFont(font)
        rows = min(_MOST_LINES, text.count("\n") + 1)
        self.setFixedHeight(int(rows * self.fontMetrics().lineSpacing() * 1.25) + 34)


class PlaceCard(Panel):
    """Where in which file, and what to write there."""

    copy_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.CARD, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(RHYTHM)
        self._heading = PlainLabel(role=TextRole.LABEL)
        self._where = WrappingLabel(role=TextRole.BODY)
        self.box = YamlBox()
        self.copy, self.open = KeyButton(), KeyButton()
        self._copied = WrappingLabel(role=TextRole.SAVED)
        self._unopened = WrappingLabel(role=TextRole.ALARM)
        self._unopened.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = FlowLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.open)
        for part in (self._heading, self._where, self.box):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self._copied)
        column.addWidget(self._unopened)
        self.copy.clicked.connect(self.copy_wanted)
        self.open.clicked.connect(self.open_wanted)

    def show_place(self, place: Place | None, *, copied: bool, unopened: str = "") -> None:
        """Shows ``place``, or that there is none any more; ``unopened`` is the file that no program opened."""
        self._heading.setText(self.tr("In the playbook"))
        for part in (self.box, self.copy, self.open):
            part.setVisible(place is not None)
        self._copied.setVisible(copied)
        self._copied.setText(self.tr("Copied. Paste it at the place named above."))
        words = self.tr("No program of this computer opened the file. It is here: %1")
        self._unopened.setText(words.replace("%1", unopened))
        self._unopened.setVisible(bool(unopened))
        if place is None:
            self._where.setText(self.tr("The playbook no longer has this place."))
            return
        if place.inside and place.replaces:
            words = self.tr("%1, line %2: put this in place of the same entry between the braces there.")
        elif place.inside:
            words = self.tr("%1, line %2: add this between the braces there, with a comma.")
        elif place.replaces:
            words = self.tr("%1, line %2: put this in place of the entry that begins there.")
        else:
            words = self.tr("%1: put this in before line %2.")
        self._where.setText(words.replace("%1", place.file).replace("%2", str(place.line)))
        self.box.show_lines(place.text, self.tr("Lines to paste"))
        self.copy.set_words(self.tr("Copy the lines"), COPY_KEY)
        self.open.set_words(self.tr("Open the file"), OPEN_KEY)


class ProposalMomentCard(Panel):
    """One moment with a way to the whole call's text."""

    replay_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.FIELD, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        self._who, self._what = WrappingLabel(role=TextRole.BODY), WrappingLabel(role=TextRole.NOTE)
        self.replay = KeyButton(variant=Variant.QUIET)
        row = FlowLayout()
        row.addWidget(self.replay)
        column.addWidget(self._who)
        column.addWidget(self._what)
        column.addLayout(row)
        self.replay.clicked.connect(self.replay_wanted)

    def show_moment(self, row: MomentRow, now: datetime, key: str) -> None:
        """Shows ``row``; ``key`` opens its call's text."""
        moment = row.moment.moment
        self._who.setText(f"{row.moment.rep} · {moment_words(row.moment.at, now)}")
        parts = (clock_words(moment.ms), row.stage, mood_words(moment.mood), followed_words(row))
        self._what.setText(" · ".join(part for part in parts if part))
        self.replay.set_words(self.tr("Text of the call"), key)


class CallTextPage(QWidget):
    """A call's text; the moment that it was opened for stands out."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        self.back = KeyButton()
        row = FlowLayout()
        row.addWidget(self.back)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        self.back.clicked.connect(self.back_wanted)
        self._shown: Replay | None = None

    def show_replay(self, replay: Replay) -> None:
        """Shows ``replay`` with the caret at its moment."""
        self.back.set_words(self.tr("Back to the proposal"), "Esc")
        self.text.setAccessibleName(self.tr("Text of the call"))
        if replay is self._shown:
            return
        self._shown = replay
        voices = {Voice.REP: self.tr("Rep"), Voice.CUSTOMER: self.tr("Customer"), Voice.NOTE: "—"}
        lines: list[str] = []
        caret = 0
        for turn in replay.turns:
            here = turn.seq == replay.seq
            if turn.seq <= replay.seq:
                caret = len(lines)
            mark = "▶ " if here else ""
            lines.append(f"{mark}{clock_words(turn.ms)}  {voices[turn.voice]}: {turn.text}")
        self.text.setPlainText("\n".join(lines))
        cursor = self.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.NextBlock, cursor.MoveMode.MoveAnchor, caret)
        cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.centerCursor()


class DetailPane(QWidget):
    """The right of the proposals' page."""

    decided = Signal(object)
    copy_wanted = Signal()
    open_wanted = Signal()
    replay_wanted = Signal(int)
    replay_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 18, 24, 18)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self._scroll = ScrollColumn()
        self.replay = CallTextPage()
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.replay, 1)
        self._words = WrappingLabel(role=TextRole.QUOTE)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._about, self._credit = WrappingLabel(role=TextRole.BODY), WrappingLabel(role=TextRole.NOTE)
        self._chips = [Chip() for _ in range(4)]
        self.buttons = {
            Decision.ACCEPTED: KeyButton(variant=Variant.PRIMARY),
            Decision.LATER: KeyButton(),
            Decision.DECLINED: KeyButton(),
            Decision.NEW: KeyButton(variant=Variant.QUIET),
        }
        self.place = PlaceCard()
        self._heard = PlainLabel(role=TextRole.LABEL)
        self._moments_box = QVBoxLayout()
        self.moments: list[ProposalMomentCard] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = self._scroll.column
        chips, buttons = FlowLayout(gap=4), FlowLayout()
        for chip in self._chips:
            chips.addWidget(chip)
        for button in self.buttons.values():
            buttons.addWidget(button)
        column.addLayout(chips)
        for part in (self._words, self._about, self._credit):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.place)
        column.addWidget(self._heard)
        self._moments_box.setSpacing(RHYTHM)
        column.addLayout(self._moments_box)
        column.addStretch(1)

    def _connect(self) -> None:
        for button in self.buttons.values():
            button.clicked.connect(self._button_clicked)
        self.place.copy_wanted.connect(self.copy_wanted)
        self.place.open_wanted.connect(self.open_wanted)
        self.replay.back_wanted.connect(self.replay_closed)

    def show_scene(self, scene: InboxScene, now: datetime) -> None:
        """Shows the chosen proposal, or a call's text over it."""
        replay, row = scene.detail.replay, scene.row
        self.replay.setVisible(replay is not None and row is not None)
        self._scroll.setVisible(replay is None and row is not None)
        if row is None:
            return
        if replay is not None:
            self.replay.show_replay(replay)
            return
        self._show_proposal(row)
        self.place.show_place(scene.detail.place, copied=scene.copied, unopened=scene.unopened)
        self._show_moments(scene.detail.moments, row, now)

    def _show_proposal(self, row: ProposalRow) -> None:
        one = row.proposal
        self._words.setText(quoted(one.words, ui_lang()))
        self._about.setText(about_words(row))
        self._show_chips(row)
        said = self.tr("Credited to %1.").replace("%1", one.credited) if one.credited else ""
        self._credit.setText(said)
        self._credit.setVisible(bool(said))
        words = {
            Decision.ACCEPTED: (self.tr("Accept"), ACCEPT_KEY),
            Decision.LATER: (self.tr("Later"), LATER_KEY),
            Decision.DECLINED: (self.tr("Decline"), DECLINE_KEY),
            Decision.NEW: (self.tr("Make it new again"), AGAIN_KEY),
        }
        for decision, button in self.buttons.items():
            button.set_words(*words[decision])
            button.setVisible(decision is not one.decision)

    def _show_chips(self, row: ProposalRow) -> None:
        one = row.proposal
        family = OBJECTION_KINDS.get(one.family)
        chips = [(kind_words(one.kind), ChipLook.TONE), (row.title, ChipLook.PLAIN)]
        if one.decision is not Decision.NEW:
            look = ChipLook.GOOD if one.decision is Decision.ACCEPTED else ChipLook.PLAIN
            chips.append((pile_words(one.decision), look))
        if row.known:
            chips.append((self.tr("the playbook has it"), ChipLook.GOOD))
        elif family is not None:
            chips.append((family.label.in_lang(ui_lang()), ChipLook.MOOD))
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(chips))
            if place < len(chips):
                chip.set_chip(*chips[place])

    def _show_moments(self, moments: tuple[MomentRow, ...], row: ProposalRow, now: datetime) -> None:
        heard = (
            self.tr("Said %n time(s)", "", row.proposal.times)
            if row.proposal.kind is ProposalKind.OWN_WORDS
            else self.tr("Heard %n time(s)", "", row.proposal.times)
        )
        self._heard.setText(heard)
        while len(self.moments) < len(moments):
            card = ProposalMomentCard(self)
            card.replay_wanted.connect(self._replay_clicked)
            self.moments.append(card)
            self._moments_box.addWidget(card)
        for place, card in enumerate(self.moments):
            card.setVisible(place < len(moments))
            if place < len(moments):
                card.show_moment(moments[place], now, REPLAY_KEY if place == 0 else "")

    def _button_clicked(self) -> None:
        button = self.sender()
        self.decided.emit(next(decision for decision, each in self.buttons.items() if each is button))

    def _replay_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, ProposalMomentCard):
            self.replay_wanted.emit(self.moments.index(card))
