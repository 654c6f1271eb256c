"""After hang-up: which outcome, its details, the record, and what is taken along. Knows no Qt."""

from __future__ import annotations

from datetime import date

from app.call.events import Result
from app.call.live_call import OutcomeIncomplete
from app.call.ports import Clock
from app.call.prompt import Phase
from app.leads.followup import calendar_text, file_name
from app.playbook.vocabulary import OutcomeGroup
from app.ui.outcome.form import Form, Setting
from app.ui.outcome.ports import CalendarShelf, OutcomeView, WrapUpCall
from app.ui.outcome.scene import Notice, OutcomeScene
from app.ui.outcome.scenery import DO_NOT_CALL, Scenery

BEST_RATING = 5


class OutcomePresenter:
    """Leads from hang-up to the recorded outcome; owned by the screen."""

    def __init__(
        self, call: WrapUpCall, view: OutcomeView, *, clock: Clock, shelf: CalendarShelf, lang: str
    ) -> None:
        self._call = call
        self._view = view
        self._clock = clock
        self._shelf = shelf
        self._scenery = Scenery(call, clock, lang)
        self._open_group: OutcomeGroup | None = None
        self._form: Form | None = None
        self._current = ""
        self._settled = 0
        self._notice = (Notice.NONE, "")
        self._saved_seq = 0
        self._troubled = False

    def begin(self) -> None:
        """Shows the first page, or the last one for a call that has its outcome already."""
        self._show()

    def speak(self, lang: str) -> None:
        """The window speaks another language now."""
        self._scenery.lang = lang
        if self._form is not None:
            self._form.when.lang = lang
        self._show()

    # --- what the journal tells ---

    def saved(self, seq: int) -> None:
        """Everything up to ``seq`` is on disk for good."""
        self._saved_seq = max(self._saved_seq, seq)
        self._show_saved()

    def troubled(self, *, troubled: bool) -> None:
        """The journal cannot write for now, or can again."""
        self._troubled = troubled
        self._show_saved()

    def _show_saved(self) -> None:
        self._view.show_saved(saved=self._saved_seq >= self._call.last_seq, troubled=self._troubled)

    # --- keys ---

    def digit(self, digit: int) -> None:
        """0 to 9 outside a text field: a group, an outcome, a reason, or the rating."""
        if self._closed:
            return
        if self._form is None:
            self._choose_digit(digit)
        elif self._current and self._form.is_list(self._current):
            self._pick_digit(self._form, digit)
        else:
            self.rate(digit)

    def enter(self) -> None:
        """Takes the suggestion, goes on to what is missing, records, or leaves."""
        if self._closed:
            self._view.announce_finished()
        elif self._form is None:
            self._choose_suggested()
        else:
            self._go_on(self._form)

    def back(self) -> None:
        """Esc: out of the field, out of the group, back to the outcomes."""
        if self._closed:
            self._view.announce_finished()
        elif self._form is not None and self._current:
            self._move_to("")
        elif self._form is not None:
            self.leave_details()
        else:
            self.open_group(None)

    def take_back(self) -> None:
        """Backspace: takes back what was settled here, leaves the details, or undoes the hang-up."""
        if self._closed:
            return
        if self._settled:
            self._settled -= 1
            self._call.undo()
        elif self._form is not None:
            self.leave_details()
            return
        elif self._open_group is not None:
            self._open_group = None
        else:
            self._return_to_call()
            return
        self._show()

    def do_not_call(self) -> None:
        """One key for the customer's wish; recording it is its confirmation."""
        self.choose(DO_NOT_CALL)

    # --- choosing ---

    def open_group(self, group: OutcomeGroup | None) -> None:
        """Opens a group of outcomes, closes it when it is open."""
        if self._form is None and not self._closed:
            self._open_group = None if group == self._open_group else group
            self._show()

    def choose(self, outcome: str) -> None:
        """This outcome it was; on to what it asks for."""
        choice = next((one for one in self._scenery.choices() if one.id == outcome), None)
        if choice is None or self._closed:
            return
        rating = self._form.rating if self._form is not None else 0
        self._form = Form(
            choice, Setting(self._call.prompt, self._call.playbook, self._clock.now, self._scenery.lang)
        )
        self._form.rating = rating
        self._notice = (Notice.NONE, "")
        self._current = next(iter(self._form.missing), "")
        self._show()

    def _choose_digit(self, digit: int) -> None:
        groups = self._scenery.groups(self._open_group)
        if self._open_group is None:
            found = next((group for group in groups if group.digit == digit), None)
            if found is not None:
                self.open_group(found.code)
            return
        rows = next((group.rows for group in groups if group.is_open), ())
        row = next((row for row in rows if row.digit == digit and digit), None)
        if row is not None:
            self.choose(row.id)

    def _choose_suggested(self) -> None:
        suggested = self._scenery.suggested()
        if suggested is not None:
            self.choose(suggested.id)

    # --- details ---

    def typed(self, field: str, words: str) -> None:
        """The rep types in a field."""
        if self._form is not None:
            self._form.type(field, words)
            self._show()

    def entered(self, field: str) -> None:
        """The caret is in this field now, by pointer or Tab."""
        if self._form is not None and field != self._current:
            self._move_to(field)

    def pick(self, field: str, code: str) -> None:
        """The rep points at an option of a list."""
        if self._form is not None and self._form.pick(field, code):
            self._after_pick(self._form)

    def more(self, field: str) -> None:
        """Gives the digits to the options behind "more", or back."""
        if self._form is not None and self._form.pick_digit(field, 0):
            self._show()

    def rate(self, rating: int) -> None:
        """How the rep finds the call, 1 to 5; the same again takes it back."""
        if self._form is not None and 1 <= rating <= BEST_RATING:
            self._form.rating = 0 if self._form.rating == rating else rating
            self._show()

    def move_when(self, days: int) -> None:
        """Later or sooner by days, with the arrow keys."""
        if self._form is not None:
            self._form.when.move(days)
            self._show()

    def pick_day(self, year: int, month: int, day: int) -> None:
        """A day was picked on the calendar."""
        if self._form is not None:
            self._form.when.pick_day(date(year, month, day))
            self._show()

    def settle(self, number: int, result: Result) -> None:
        """How an objection that was still open ended after all."""
        before = len(self._call.events)
        self._call.settle(number, result)
        self._settled += len(self._call.events) > before
        self._show()

    def name_objection(self, text: str, family: str) -> None:
        """Puts an unlisted objection into a family."""
        before = len(self._call.events)
        self._call.name_unlisted(text, family)
        self._settled += len(self._call.events) > before
        self._show()

    def reword(self, name: str, words: str) -> None:
        """What was said at ``name`` did not work; these are the rep's own words for it, for the manager."""
        before = len(self._call.events)
        self._call.reword(words, name)
        self._settled += len(self._call.events) > before
        self._show()

    def _pick_digit(self, form: Form, digit: int) -> None:
        if not form.pick_digit(self._current, digit):
            return
        if digit:
            self._after_pick(form)
        else:
            self._show()

    def _after_pick(self, form: Form) -> None:
        self._move_to(next(iter(form.missing), ""))

    def _go_on(self, form: Form) -> None:
        """Enter in the form: records when nothing is missing, else goes to what is; a field left empty is pointed out."""
        missing = form.missing
        if not missing:
            self._record(form)
            return
        if self._current in ("", *missing):
            form.point_out(*(missing if not self._current else (self._current,)))
        ahead = [name for name in missing if name != self._current]
        stays = self._current in missing
        self._move_to(self._current if stays else ahead[0])

    def _record(self, form: Form) -> None:
        try:
            self._call.record(form.recorded())
        except OutcomeIncomplete as refused:
            form.point_out(*refused.missing)
            self._move_to(refused.missing[0])
            return
        self._current = ""
        self._notice = (Notice.NONE, "")
        self._show()

    def _move_to(self, field: str) -> None:
        self._current = field
        self._show()

    def leave_details(self) -> None:
        """Back to the outcomes; what was typed is dropped."""
        if not self._closed:
            self._form, self._current = None, ""
            self._show()

    def _return_to_call(self) -> None:
        self._call.undo()
        if self._call.prompt.phase is Phase.TALK:
            self._view.announce_returned()
        else:
            self._show()

    # --- what is taken along ---

    def copy_summary(self) -> None:
        """The summary goes to the clipboard."""
        self._view.copy(self._scenery.summary(self._form))
        self._notice = (Notice.COPIED, "")
        self._show()

    def save_follow_up(self) -> None:
        """The follow-up becomes a calendar file."""
        follow_up = self._scenery.follow_up(self._form)
        if follow_up is None:
            return
        try:
            place = self._shelf.keep(file_name(follow_up), calendar_text(follow_up, self._clock.now()))
        except OSError as error:
            self._notice = (Notice.NOT_SAVED, error.strerror or str(error))
        else:
            self._notice = (Notice.SAVED, place)
        self._show()

    # --- scenes ---

    @property
    def _closed(self) -> bool:
        return self._scenery.closed

    def _show(self) -> None:
        self._view.show_scene(self._scene())
        self._show_saved()

    def _scene(self) -> OutcomeScene:
        if self._closed:
            return self._scenery.done(self._notice)
        if self._form is None:
            return self._scenery.choose(self._open_group)
        return self._scenery.details(self._form, self._current, self._notice)
