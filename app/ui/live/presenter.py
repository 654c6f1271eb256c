"""What the live window does: turns the rep's keys into acts of the call, and the call's prompts into scenes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.call.events import AskWaved, HelpLevel, How, NoteWritten
from app.call.masking import is_unfinished, mask
from app.call.ports import Trouble
from app.call.prompt import NextStep, Phase, Prompt
from app.leads.dialling import DialSlip
from app.playbook.vocabulary import Mood
from app.ui.live.note_book import NoteBook
from app.ui.live.note_chips import NoteChip, chips_for, joined
from app.ui.live.panel_desk import PanelDesk
from app.ui.live.ports import Call, CallFinder, Counter, LiveView
from app.ui.live.scene import (
    Field,
    Layout,
    Notice,
    NoticeKind,
    Panel,
    Row,
    RowRole,
    Scene,
    Times,
)

_FOLLOWING_HELP = {
    HelpLevel.FULL: HelpLevel.CUES,
    HelpLevel.CUES: HelpLevel.QUIET,
    HelpLevel.QUIET: HelpLevel.FULL,
}
_FREE_ASK_DIGITS = (1, 2)
_LATE_ASK_DIGITS = (8, 9)
_FIELD_OF = {
    Panel.OBJECTIONS: Field.SEARCH,
    Panel.QUESTIONS: Field.SEARCH,
    Panel.NOTES: Field.NOTE,
    Panel.NEXT_STEP: Field.STEP,
    Panel.REWORD: Field.REWORD,
}


class LivePresenter:
    """One call on one window. Knows no Qt; every method is one key, button or pause.

    Args:
        call: The call in progress.
        view: What shows it.
        finder: Searches what customers say, the stories and the questions.
        counter: The monotonic clock that the call uses.
    """

    def __init__(self, call: Call, view: LiveView, finder: CallFinder, counter: Counter) -> None:
        self._call = call
        self._view = view
        self._counter = counter
        self._shape = Layout.FULL
        self._note_in_sight = True
        self._notes = NoteBook(call.prompt.notes)
        self._desk = PanelDesk(call, finder)
        self._saved_seq = 0
        self._trouble: Trouble | None = None
        self._notice: Notice | None = None
        self._notices = 0
        self._key_sheet = False
        self._answer = call.prompt.question.written if call.prompt.question else ""
        self._renewed_ms = counter.monotonic_ms()
        self._left = False
        self._chips: tuple[NoteChip, ...] = ()
        self._chips_about: tuple[object, ...] = ()

    # -- what is on the screen ---------------------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        """The scene as it should be on the screen now."""
        prompt = self._call.prompt
        return Scene(
            prompt=prompt,
            note=self._notes.line,
            panel=self._desk.scene,
            saved=self._saved_seq >= self._call.last_seq,
            trouble=self._trouble,
            notice=self._notice,
            key_sheet=self._key_sheet,
            ask_digits=_ask_digits(prompt),
            answer_draft=self._answer,
            chips=self._chips_now(prompt),
        )

    def start(self) -> None:
        """Shows the call for the first time."""
        self._show()
        self.tick()
        self._view.announce(self._call.prompt.announce)

    def tick(self) -> None:
        """Lets the clocks go on; to be called a few times a second."""
        clocks = self._call.prompt.clocks
        passed = 0 if clocks.held else self._counter.monotonic_ms() - self._renewed_ms
        self._view.show_times(
            Times(clocks.call_ms + passed, clocks.stage_ms + passed, clocks.held, clocks.gap_ms)
        )

    def note_moved(self, *, in_sight: bool) -> None:
        """Tells whether the note line is on the screen without a panel."""
        self._note_in_sight = in_sight

    def saved(self, seq: int) -> None:
        """Everything up to ``seq`` is on disk for good."""
        was = self.scene.saved
        self._saved_seq = max(self._saved_seq, seq)
        if self.scene.saved != was:
            self._show()

    def troubled(self, trouble: Trouble) -> None:
        """The journal cannot write for now."""
        if trouble != self._trouble:
            self._trouble = trouble
            self._show()

    def recovered(self) -> None:
        """The journal writes again."""
        if self._trouble is not None:
            self._trouble = None
            self._show()

    def notice_faded(self) -> None:
        """The word in the corner was there long enough."""
        if self._notice is not None:
            self._notice = None
            self._show()

    # -- going on and back -------------------------------------------------------------------------------------

    def done(self) -> None:
        """Line said, step done, known answer confirmed; in a panel: the highlighted row."""
        if self._desk.scene is not None:
            self.pick_current()
            return
        self._act(self._call.done)

    def digit(self, digit: int) -> None:
        """A row of the open panel, an answer, an objection's result, or an offered day."""
        if self._desk.scene is not None:
            self._pick_row_by_digit(digit)
            return
        prompt = self._call.prompt
        ask_digits = _ask_digits(prompt)
        if prompt.ask is not None and digit in ask_digits:
            self.take_ask(prompt.ask.days[ask_digits.index(digit)])
            return
        self._pick_answer(digit)

    def skip(self) -> None:
        """Passes the line over."""
        self._act(self._call.skip)

    def back(self) -> None:
        """One thing less on top: the key sheet, a branch of the board, the panel, else the detour of the call."""
        if self._key_sheet:
            self.toggle_key_sheet()
        elif self._desk.step_out():
            self._show()
        elif self._desk.scene is not None:
            self.close_panel()
        else:
            self._act(self._call.back)

    def undo(self) -> None:
        """Waves an offered ask away; else takes back the last act and says in the corner which.

        An ask that is there only because its waving away was taken back is no longer waved: undo must get past it.
        """
        prompt = self._call.prompt
        if prompt.ask is not None and prompt.redo_kind != AskWaved.kind:
            self._act(self._call.wave_ask, lambda: self._note_notice(NoticeKind.ASK_WAVED))
            return
        kind = prompt.undo_kind
        self._act(self._call.undo, lambda: self._took_back(NoticeKind.UNDONE, kind))

    def redo(self) -> None:
        """Brings back what was taken back last."""
        kind = self._call.prompt.redo_kind
        self._act(self._call.redo, lambda: self._took_back(NoticeKind.REDONE, kind))

    def go_line(self, by: int) -> None:
        """To the line before or after."""
        self._act(lambda: self._call.go_line(by))

    def go_stage(self, by: int) -> None:
        """To the stage before or after; in a panel: the row above or below."""
        if self._desk.scene is not None:
            self.move_row(by)
            return
        self._act(lambda: self._call.go_stage(by))

    # -- what the rep senses and wants -------------------------------------------------------------------------

    def tap_mood(self, mood: Mood) -> None:
        """The rep senses this mood."""
        self._act(lambda: self._call.tap_mood(mood))

    def switch_drive(self) -> None:
        """Draw out or ask for a step."""
        self._act(self._call.switch_drive)

    def cycle_help(self) -> None:
        """Whole sentences, cue words first, cue words only, and round again; full help back for a line with less."""
        prompt = self._call.prompt
        following = prompt.usual_help or _FOLLOWING_HELP[prompt.help]
        self._act(lambda: self._call.set_help(following))

    def take_hint(self) -> None:
        """Does what the reminder is about, or takes the offered level of help."""
        prompt = self._call.prompt
        if prompt.nudge is not None:
            self._act(self._call.take_nudge)
        elif prompt.help_offer is not None:
            self._act(self._call.take_help_offer)

    def keep_help(self) -> None:
        """Keeps the line as it is."""
        if self._call.prompt.help_offer is not None:
            self._act(self._call.decline_help_offer)

    def hold(self) -> None:
        """Stops the clock, or lets it run again."""
        self._act(self._call.hold)

    def flag(self) -> None:
        """Marks this moment for the trainer, and says so in the corner."""
        self._act(self._call.flag, lambda: self._note_notice(NoticeKind.FLAGGED))

    @property
    def number(self) -> str:
        """The number that this call goes to; empty when there is none."""
        prompt = self._call.prompt
        return prompt.terms.number or prompt.lead.phone

    def dialled(self, number: str, slip: DialSlip | None) -> None:
        """What came of dialling; said in the corner only when nothing was dialled."""
        if slip is not None and number == self.number:
            self._note_notice(NoticeKind.NOT_DIALLED, slip.value)
            self._show()

    def take_ask(self, day: date) -> None:
        """The customer takes one of the offered days."""
        self._act(lambda: self._call.take_ask(day))

    def hang_up(self) -> None:
        """Closes the line; the outcome comes next."""
        self.note_left()
        self._closed_panel()
        self._act(self._call.hang_up)

    def next_layout(self) -> None:
        """Asks for the window's next shape."""
        self._want(self._shape.following)

    def to_strip(self) -> None:
        """Asks for the strip, or for the full window when it is one."""
        self._want(Layout.FULL if self._shape is Layout.STRIP else Layout.STRIP)

    def toggle_key_sheet(self) -> None:
        """Shows or hides the keys."""
        self._key_sheet = not self._key_sheet
        self._show()

    # -- the customer's own words ------------------------------------------------------------------------------

    def to_answer(self) -> None:
        """Tab: to the words of the answer where some are wanted, else to the note."""
        question = self._call.prompt.question
        if question is not None and question.free_text and self._desk.scene is None:
            self._view.focus(Field.ANSWER)
        else:
            self.to_note()

    def to_note(self) -> None:
        """To the note line, wherever it is in this shape of the window."""
        if not self._note_in_sight and not self._desk.shows(Panel.NOTES):
            self._open(Panel.NOTES)
        self._view.focus(Field.NOTE)

    def answer_typed(self, text: str) -> None:
        """The customer's exact words so far; they go with the option picked next, or alone with Enter."""
        self._answer = text

    def answer_entered(self) -> None:
        """Records the typed words, with the option chosen before if there was one."""
        question = self._call.prompt.question
        text = self._answer.strip()
        if question is None:
            return
        chosen = next((option.id for option in question.options if option.chosen), None)
        self._view.focus(Field.NONE)
        if not text and chosen is None:
            self._act(self._call.done)
            return
        self._act(lambda: self._call.answer(chosen, text), refused=NoticeKind.NOT_TAKEN)

    def note_typed(self, text: str) -> None:
        """The note in hand reads ``text`` now; it is recorded at the next pause."""
        self._notes.type(text)

    def note_paused(self) -> None:
        """Records the draft, because the rep stopped typing for a moment; not amid a number that must be masked."""
        if not is_unfinished(self._notes.line.text):
            self.note_left()

    def note_left(self) -> None:
        """Records the draft, because the caret leaves it."""
        unrecorded = self._notes.unrecorded()
        if unrecorded is not None:
            number, text = unrecorded
            self._act(lambda: self._write_note(number, text))

    def take_chip(self, chip: NoteChip) -> None:
        """Puts a common fact into the note in hand; it is recorded at once unless its value is still to be typed."""
        self._notes.type(joined(self._notes.line.text, chip))
        if chip.open_end:
            self._show()
            self.to_note()
            return
        self.note_left()

    def _chips_now(self, prompt: Prompt) -> tuple[NoteChip, ...]:
        """The chips, reckoned anew only when they may be others: a scene is made at every key."""
        about = (prompt.captured, prompt.notes, prompt.lang)
        if about != self._chips_about:
            self._chips_about, self._chips = about, chips_for(prompt)
        return self._chips

    def note_entered(self) -> None:
        """Records the draft and begins the next note."""
        self.note_left()
        self._notes.turn()
        self._show()

    # -- panels ------------------------------------------------------------------------------------------------

    def toggle_panel(self, panel: Panel) -> None:
        """Opens the panel over the lower half, or closes it when it is the one that is open."""
        if self._desk.shows(panel):
            self.close_panel()
            return
        self._open(panel)
        self._view.focus(_FIELD_OF.get(panel, Field.NONE))

    def close_panel(self) -> None:
        """Closes whatever panel is open."""
        if self._closed_panel():
            self._show()

    def search(self, query: str) -> None:
        """The letters typed into the panel's search field so far."""
        if self._desk.search(query):
            self._show()

    def move_row(self, by: int) -> None:
        """Moves the highlight; it stops at the ends."""
        self._desk.move(by)
        self._show()

    def pick_current(self) -> None:
        """Picks the highlighted row."""
        scene = self._desk.scene
        if scene is not None and scene.picked is not None:
            self.pick_row(scene.picked)

    def pick_row(self, row: Row) -> None:
        """Picks a row: raises, tells or asks it and closes the panel, or opens the category.

        A story that was searched for is written out first: nobody can tell what only its title is seen of.
        """
        if row.role in (RowRole.REST, RowRole.KIND):
            self._desk.branch_into(row)
            self._show()
            return
        if row.role is RowRole.STORY and not self._desk.shows_stories:
            self._desk.open_story(row.ref)
            self._view.focus(Field.NONE)
            self._show()
            return
        query = self._desk.query
        self._act_from_panel(lambda: self._do_row(row, query))

    def raise_likely(self, objection: str) -> None:
        """Raises an objection from the column at the side."""
        self._closed_panel()
        self._act(lambda: self._call.raise_objection(objection, How.KEY))

    def reword(self, words: str) -> None:
        """The rep said the line in these words instead."""
        said = words.strip()
        self._act_from_panel(
            lambda: self._call.reword(said) if said else None,
            lambda: self._note_notice(NoticeKind.REWORDED),
        )

    def agree(self, step: NextStep) -> None:
        """Records what was agreed to happen next."""
        self._act_from_panel(lambda: self._call.agree(step))

    # -- inside ------------------------------------------------------------------------------------------------

    def _act(
        self,
        act: Callable[[], None],
        after: Callable[[], None] | None = None,
        refused: NoticeKind | None = None,
    ) -> None:
        seq, before = self._call.last_seq, self._call.prompt
        act()
        if self._call.last_seq == seq:
            if refused is not None:
                self._note_notice(refused)
                self._show()
            return
        self._notice = None
        self._renewed(before)
        if after is not None:
            after()
        self._show()
        self.tick()
        self._tell(before)

    def _write_note(self, number: int, text: str) -> None:
        """Records the note; where it was masked, the field shows it masked at once."""
        self._call.write_note(number, text)
        if mask(text) != text:
            self._notes.agree_with(self._call.prompt.notes)

    def _act_from_panel(self, act: Callable[[], None], after: Callable[[], None] | None = None) -> None:
        """Closes the panel and acts, shown as one step: what lies between is nothing to look at."""
        self._closed_panel()
        seq = self._call.last_seq
        self._act(act, after)
        if self._call.last_seq == seq:
            self._show()

    def _renewed(self, before: Prompt) -> None:
        prompt = self._call.prompt
        self._renewed_ms = self._counter.monotonic_ms()
        if prompt.line != before.line or prompt.question != before.question:
            self._answer = prompt.question.written if prompt.question else ""
        self._desk.refresh()

    def _tell(self, before: Prompt) -> None:
        prompt = self._call.prompt
        if prompt.announce != before.announce:
            self._view.announce(prompt.announce)
        if prompt.phase is not Phase.TALK and not self._left:
            self._left = True
            self._view.leave()

    def _want(self, shape: Layout) -> None:
        self._shape = shape
        self._view.want_layout(shape)

    def _show(self) -> None:
        self._view.show_scene(self.scene)

    def _note_notice(self, kind: NoticeKind, act: str = "") -> None:
        self._notices += 1
        self._notice = Notice(kind, self._notices, act)

    def _took_back(self, kind: NoticeKind, act: str) -> None:
        self._note_notice(kind, act)
        if act == NoteWritten.kind:
            self._notes.agree_with(self._call.prompt.notes)

    def _pick_answer(self, digit: int) -> None:
        question = self._call.prompt.question
        words = self._answer.strip()
        if question is None or not words or words == question.written:
            self._act(lambda: self._call.pick(digit))
            return
        picked = next((option.id for option in question.options if option.digit == digit), None)
        if picked is not None:
            self._act(lambda: self._call.answer(picked, words))

    def _open(self, panel: Panel) -> None:
        self._key_sheet = False
        self._notice = None  # it would lie over what the panel asks for
        self._desk.open(panel)
        self._show()

    def _closed_panel(self) -> bool:
        was_open = self._desk.close()
        if was_open:
            self._view.focus(Field.NONE)
        return was_open

    def _pick_row_by_digit(self, digit: int) -> None:
        row, scene = self._desk.by_digit(digit), self._desk.scene
        if row is None or scene is None:
            return
        if row.role is RowRole.STORY and self._desk.shows_stories and row != scene.picked:
            self._desk.highlight(row)
            self._show()
            return
        self.pick_row(row)

    def _do_row(self, row: Row, query: str) -> None:
        match row.role:
            case RowRole.OBJECTION:
                self._call.raise_objection(row.ref, How.SEARCH if query else How.KEY, query)
            case RowRole.UNLISTED:
                self._call.raise_unlisted(query)
            case RowRole.STORY:
                self._call.tell_story(row.ref)
            case RowRole.QUESTION:
                self._call.ask_now(row.ref)
            case RowRole.REST | RowRole.KIND:
                return


def _ask_digits(prompt: Prompt) -> tuple[int, ...]:
    """The digits of the two offered days: 1 and 2 when free, else 8 and 9 (answers are seven at most)."""
    if prompt.ask is None:
        return ()
    if prompt.objection is not None:
        return _LATE_ASK_DIGITS
    taken = {option.digit for option in prompt.question.options} if prompt.question else set()
    if not taken:
        return _FREE_ASK_DIGITS
    return () if taken & set(_LATE_ASK_DIGITS) else _LATE_ASK_DIGITS
