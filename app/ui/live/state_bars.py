"""Quiet bars over the window: the customer is on hold; the journal cannot write; what was just taken back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.call import events as ev
from app.call.ports import Trouble, TroubleKind
from app.leads.dialling import DialSlip, words_of
from app.ui.keys import Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.parts import Part
from app.ui.live.scene import Notice, NoticeKind
from app.ui.troubles import trouble_words
from app.ui.type_scale import TextRole
from app.ui.widgets import Banner, BannerLook, PanelLook, WrappingLabel
from app.ui.words import ui_lang

_NOTICE_MS = 4000
"""How long the corner speaks: two glances at it. A guess."""


class HoldBar(Part):
    """The clock stands still; one button lets it run."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self.setProperty("banner", BannerLook.WARNING.value)
        self.text = WrappingLabel(role=TextRole.BODY, parent=self)
        self.button = ActionButton(Action.HOLD, keys, parent=self)
        self.adopt(self.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 10, 4)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()
        self.retranslate()

    def show_held(self, *, held: bool) -> None:
        """Shows that the customer is on hold."""
        self.setVisible(held)

    def retranslate(self) -> None:
        """Sets the words."""
        self.text.setText(self.tr("On hold. The clock stands still."))
        self.button.say(self.tr("Go on"))


class TroubleBar(Banner):
    """Why nothing reaches the disk, and that nothing is lost; may be put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trouble: Trouble | None = None
        self._put_away: TroubleKind | None = None
        self.closed.connect(self._remember)

    def show_trouble(self, trouble: Trouble | None) -> None:
        """Shows the trouble; hidden when there is none, or when this kind was put away."""
        if trouble == self._trouble:
            return
        self._trouble = trouble
        if trouble is None:
            self._put_away = None
            self.quieten()
        elif trouble.kind is not self._put_away:
            self.retranslate()

    def retranslate(self) -> None:
        """Sets the words."""
        trouble = self._trouble
        if trouble is None or trouble.kind is self._put_away:
            return
        look = BannerLook.WARNING if trouble.spooled else BannerLook.ALARM
        self.say(trouble_words(trouble), look, close=self.tr("Put away"))

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the other language at once."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _remember(self) -> None:
        self._put_away = self._trouble.kind if self._trouble is not None else None


class Corner(Part):
    """A few words in the corner, gone after some seconds; never over the line."""

    faded = Signal()

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.FIELD, keys, parent)
        self._notice: Notice | None = None
        self.text = WrappingLabel(role=TextRole.BODY, parent=self)
        self.redo = ActionButton(Action.REDO, keys, parent=self)
        self.adopt(self.redo)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(10)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.redo)
        self._terse = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_NOTICE_MS)
        self._timer.timeout.connect(self.faded)
        self.hide()

    def set_terse(self, *, terse: bool) -> None:
        """Text so large that the words need the room: the way back shows its key alone."""
        if terse != self._terse:
            self._terse = terse
            self.redo.spell(spelled=not terse)
            self.adjustSize()

    def show_notice(self, notice: Notice | None) -> None:
        """Says it; hidden when there is nothing to say."""
        if notice == self._notice:
            return
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is None:
            self._timer.stop()
            return
        self.retranslate()
        self._timer.start()

    def retranslate(self) -> None:
        """Sets the words."""
        notice = self._notice
        if notice is None:
            return
        self.redo.say(self.tr("Bring back"))
        self.redo.setVisible(notice.kind in (NoticeKind.UNDONE, NoticeKind.ASK_WAVED))
        self.text.setText(self._words(notice))
        self.setAccessibleName(self.text.whole_text())
        self.adjustSize()

    def _words(self, notice: Notice) -> str:
        act = self._act(notice.act)
        match notice.kind:
            case NoticeKind.UNDONE:
                return self.tr("Taken back: %1").replace("%1", act)
            case NoticeKind.REDONE:
                return self.tr("Brought back: %1").replace("%1", act)
            case NoticeKind.ASK_WAVED:
                return self.tr("The offer is waved away.")
            case NoticeKind.NOT_TAKEN:
                return self.tr("These words do not fit the answer that is wanted here.")
            case NoticeKind.REWORDED:
                return self.tr("Your words are kept.")
            case NoticeKind.FLAGGED:
                return self.tr("This moment is marked.")
            case NoticeKind.NOT_DIALLED:
                return words_of(DialSlip(notice.act)).in_lang(ui_lang())

    def _act(self, kind: str) -> str:
        words = {
            ev.LineDone.kind: self.tr("line said"),
            ev.LineShown.kind: self.tr("move to another line"),
            ev.StageEntered.kind: self.tr("move to another stage"),
            ev.LineSkipped.kind: self.tr("line skipped"),
            ev.Answered.kind: self.tr("answer"),
            ev.ObjectionRaised.kind: self.tr("objection"),
            ev.ObjectionStepDone.kind: self.tr("step of the objection"),
            ev.ResponseShown.kind: self.tr("next answer"),
            ev.ObjectionEnded.kind: self.tr("end of the objection"),
            ev.LeftDetour.kind: self.tr("way back"),
            ev.StoryTold.kind: self.tr("story"),
            ev.MoodTapped.kind: self.tr("mood"),
            ev.DriveChanged.kind: self.tr("pull or push"),
            ev.AskWaved.kind: self.tr("offer waved away"),
            ev.HelpChanged.kind: self.tr("how much is written"),
            ev.NoteWritten.kind: self.tr("note"),
            ev.Flagged.kind: self.tr("mark"),
            ev.Reworded.kind: self.tr("own words"),
            ev.NextStepAgreed.kind: self.tr("agreed step"),
            ev.Held.kind: self.tr("hold"),
            ev.Resumed.kind: self.tr("going on"),
            ev.CallEnded.kind: self.tr("end of the call"),
        }
        return words.get(kind, self.tr("last step"))
