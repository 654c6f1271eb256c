"""After hang-up: which outcome, its details, the record, and what is taken along. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.call.coach import open_objections
from app.call.events import Event, OutcomeRecorded, Result
from app.call.live_call import OutcomeIncomplete
from app.call.ports import Clock
from app.call.prompt import OutcomeChoice, Phase, Prompt
from app.call.state import State
from app.call.summary import CallNotes, outcome_label, summary_of
from app.leads.followup import FollowUp, calendar_text, file_name
from app.leads.when import when_from
from app.leads.zone import local_now
from app.playbook.model import Playbook
from app.playbook.vocabulary import GROUPS, OBJECTION_KINDS, OUTCOMES, OutcomeGroup
from app.ui.outcome.form import MOST_DIGITS, Form, Setting
from app.ui.outcome.scene import (
    ChooseScene,
    DetailsScene,
    DoneScene,
    GroupColumn,
    Notice,
    ObjectionRow,
    OutcomeRow,
    OutcomeScene,
)

DO_NOT_CALL = "do_not_call"
BEST_RATING = 5


class WrapUpCall(Protocol):
    """The call that has ended, as far as its outcome needs it; a ``LiveCall`` is one."""

    @property
    def call_id(self) -> UUID: ...
    @property
    def playbook(self) -> Playbook: ...
    @property
    def prompt(self) -> Prompt: ...
    @property
    def state(self) -> State: ...
    @property
    def events(self) -> Sequence[Event]: ...

    def outcomes(self) -> tuple[OutcomeChoice, ...]: ...
    def settle(self, number: int, result: Result) -> None: ...
    def name_unlisted(self, text: str, family: str) -> None: ...
    def undo(self) -> None: ...
    def record(self, outcome: OutcomeRecorded) -> None: ...


class OutcomeView(Protocol):
    """The screen as the presenter sees it."""

    def show_scene(self, scene: OutcomeScene) -> None:
        """Shows ``scene`` and puts the caret where ``DetailsScene.current`` says when that changed."""

    def copy(self, text: str) -> None:
        """Puts ``text`` on the clipboard."""

    def announce_finished(self) -> None:
        """The rep is done here."""

    def announce_returned(self) -> None:
        """The hang-up was undone: the call goes on."""


class CalendarShelf(Protocol):
    """Where follow-up files are put."""

    def keep(self, name: str, data: bytes) -> str:
        """Writes the file and returns where it is now.

        Raises:
            OSError: It cannot be written there.
        """


class OutcomePresenter:
    """Leads from hang-up to the recorded outcome; owned by the screen."""

    def __init__(
        self, call: WrapUpCall, view: OutcomeView, *, clock: Clock, shelf: CalendarShelf, lang: str
    ) -> None:
        self._call = call
        self._view = view
        self._clock = clock
        self._shelf = shelf
        self._lang = lang
        self._open_group: OutcomeGroup | None = None
        self._form: Form | None = None
        self._current = ""
        self._settled = 0
        self._was_open = frozenset(self._key(place) for place in open_objections(call.state))
        self._notice = (Notice.NONE, "")

    def begin(self) -> None:
        """Shows the first page, or the last one for a call that has its outcome already."""
        self._show()

    def speak(self, lang: str) -> None:
        """The window speaks another language now."""
        self._lang = lang
        if self._form is not None:
            self._form.when.lang = lang
        self._show()

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
        choice = next((one for one in self._choices() if one.id == outcome), None)
        if choice is None or self._closed:
            return
        rating = self._form.rating if self._form is not None else 0
        self._form = Form(
            choice, Setting(self._call.prompt, self._call.playbook, self._clock.now, self._lang)
        )
        self._form.rating = rating
        self._notice = (Notice.NONE, "")
        self._current = next(iter(self._form.missing), "")
        self._show()

    def _choices(self) -> tuple[OutcomeChoice, ...]:
        """The playbook's outcomes; "do not call" is always there."""
        choices = self._call.outcomes()
        if any(one.id == DO_NOT_CALL for one in choices):
            return choices
        return (*choices, OutcomeChoice(DO_NOT_CALL, OUTCOMES[DO_NOT_CALL].group, "", (), ()))

    def _choose_digit(self, digit: int) -> None:
        groups = self._groups()
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
        suggested = self._suggested()
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
            self._form.when.pick_day(
                datetime(year, month, day, tzinfo=self._form.when.local_now.tzinfo).date()
            )
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
        self._view.copy(self.summary())
        self._notice = (Notice.COPIED, "")
        self._show()

    def save_follow_up(self) -> None:
        """The follow-up becomes a calendar file."""
        follow_up = self._follow_up()
        if follow_up is None:
            return
        try:
            place = self._shelf.keep(file_name(follow_up), calendar_text(follow_up, self._clock.now()))
        except OSError as error:
            self._notice = (Notice.NOT_SAVED, error.strerror or str(error))
        else:
            self._notice = (Notice.SAVED, place)
        self._show()

    def summary(self) -> str:
        """The call in a few lines, in the playbook's language."""
        started = local_now(self._call.events[0].at)
        return summary_of(CallNotes(self._call.prompt, self._call.playbook, started, self._outcome()))

    def _outcome(self) -> OutcomeRecorded | None:
        if self._closed:
            return self._call.state.outcome
        return self._form.recorded() if self._form is not None else None

    def _follow_up(self) -> FollowUp | None:
        """What is agreed for a day ahead, by the outcome or in the call."""
        outcome = self._outcome() or OutcomeRecorded("")
        agreed = self._call.prompt.next_step
        now = local_now(self._clock.now())
        when = when_from(outcome.when or agreed.when, now, self._lang)
        if when is None or when.day < now.date():
            return None
        what = outcome.what or agreed.what or self._label(outcome.outcome)
        title = " – ".join(
            part for part in (what[:1].upper() + what[1:], self._call.prompt.lead.display) if part
        )
        return FollowUp(str(self._call.call_id), when.moment or when.day, title, self.summary())

    # --- scenes ---

    @property
    def _closed(self) -> bool:
        return self._call.prompt.phase is Phase.CLOSED

    def _show(self) -> None:
        self._view.show_scene(self._scene())

    def _scene(self) -> OutcomeScene:
        if self._closed:
            return self._done_scene()
        return self._choose_scene() if self._form is None else self._details_scene(self._form)

    def _choose_scene(self) -> ChooseScene:
        prompt = self._call.prompt
        abandoned = any(event.kind == "abandoned" for event in self._call.events)
        return ChooseScene(
            prompt.lead.display, prompt.clocks.call_ms, self._suggested(), self._groups(), abandoned
        )

    def _suggested(self) -> OutcomeRow | None:
        """What Enter takes: the proposed outcome, else the playbook's goal."""
        first = next((one for one in self._choices() if one.proposed or one.goal), None)
        return replace(self._row(first), digit=0) if first is not None else None

    def _groups(self) -> tuple[GroupColumn, ...]:
        choices = self._choices()
        held = [group for group in OutcomeGroup if any(one.group == group for one in choices)]
        return tuple(
            GroupColumn(
                group,
                GROUPS[group].in_lang(self._lang),
                place,
                self._rows(tuple(one for one in choices if one.group == group), group),
                group is self._open_group,
            )
            for place, group in enumerate(held, start=1)
        )

    def _rows(self, choices: tuple[OutcomeChoice, ...], group: OutcomeGroup) -> tuple[OutcomeRow, ...]:
        numbered = group is self._open_group
        return tuple(
            self._row(one, place if numbered and place <= MOST_DIGITS else 0)
            for place, one in enumerate(choices, start=1)
        )

    def _row(self, choice: OutcomeChoice, digit: int = 0) -> OutcomeRow:
        return OutcomeRow(
            choice.id, choice.label or self._label(choice.id), digit, choice.proposed, choice.goal
        )

    def _label(self, outcome: str) -> str:
        return outcome_label(self._call.playbook, outcome, self._lang)

    def _details_scene(self, form: Form) -> DetailsScene:
        choice = next(one for one in self._choices() if one.id == form.outcome)
        return DetailsScene(
            form.outcome,
            self._label(form.outcome),
            self._call.prompt.lead.display,
            OutcomeGroup(choice.group),
            form.final,
            form.fields(),
            form.rating,
            self._objections(),
            self.summary(),
            self._follow_up() is not None,
            form.when.today,
            self._current,
            *self._notice,
        )

    def _done_scene(self) -> DoneScene:
        outcome = self._call.state.outcome or OutcomeRecorded("")
        follow_up = self._follow_up()
        now = local_now(self._clock.now())
        when = when_from(outcome.when or self._call.prompt.next_step.when, now, self._lang)
        return DoneScene(
            self._label(outcome.outcome),
            self._call.prompt.lead.display,
            when.understood if when is not None and follow_up is not None else "",
            self.summary(),
            follow_up is not None,
            outcome.outcome == DO_NOT_CALL,
            *self._notice,
        )

    def _key(self, place: int) -> str:
        met = self._call.state.objections[place]
        return met.objection or f"“{met.text}”"

    def _objections(self) -> tuple[ObjectionRow, ...]:
        """Those open at hang-up and the unlisted ones, each once and as it stands now."""
        still_open = {
            self._key(place): n for n, place in enumerate(open_objections(self._call.state), start=1)
        }
        rows: dict[str, ObjectionRow] = {}
        for place, met in enumerate(self._call.prompt.objections_met):
            key = self._key(place)
            if key in self._was_open or not met.id:
                kind = OBJECTION_KINDS.get(met.kind)
                family = kind.label.in_lang(self._lang) if kind is not None else ""
                number = still_open.get(key, 0)
                rows[key] = ObjectionRow(
                    number, met.label or met.text, family, met.result, met.text, not met.id
                )
        return tuple(rows.values())
