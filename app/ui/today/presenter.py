"""What the start screen does: finds leads while the rep types, keeps a new one, and hands a call over. Knows no Qt."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from app.call.people import Direction
from app.call.ports import BookUnavailable, CallStatus
from app.ui.background import Runner
from app.ui.today.desk import (
    LEADS_SHOWN,
    Books,
    Lists,
    OfTheRep,
    Start,
    lines_stopped_at,
    prepared,
    read_lists,
    said_of_the_rep,
    sample,
)
from app.ui.today.rows import call_row, fields_from, fields_of, lead_row, playbook_rows
from app.ui.today.scene import Fields, Refusal, TodayScene

if TYPE_CHECKING:
    from app.call.ports import CallSummary
    from app.leads.dialling import DialSlip
    from app.leads.lead import Lead
    from app.ui.phone_desk import Caller
    from app.ui.today.ports import Offer, Stage, TodayView
    from app.ui.today.rows import Lines
    from app.ui.today.scene import CallRow


class TodayPresenter:
    """Holds the scene; every change goes through ``_show``."""

    def __init__(
        self, view: TodayView, stage: Stage, runner: Runner, *, rep: str, playbook: str, lang: str
    ) -> None:
        self._view = view
        self._stage = stage
        self._runner = runner
        self._books: Books | None = None
        self._wanted_playbook = playbook
        self._lang = lang
        self._asked = self._found = 0
        self._wants_start = False
        self._ringing = ""
        self._unfinished: tuple[CallSummary, ...] = ()
        self._offers: tuple[Offer, ...] = ()
        self._lines: Lines = {}
        self.scene = TodayScene(rep=rep, rep_asked=not rep)

    def show(self) -> None:
        """Shows what is known now; before the books are open that is an empty screen that already takes typing."""
        self._view.show_scene(self.scene)

    def opening(self) -> None:
        """The books are being opened, for the first time, again, or others: what was read from those before goes."""
        if self._books is None and not self.scene.unopened:
            return
        self._books, self._unfinished = None, ()
        self._asked += 1
        self._show(
            ready=False,
            unopened=False,
            troubled=False,
            busy=False,
            refusal=Refusal.NONE,
            leads=(),
            chosen=-1,
            playbooks=(),
            unfinished=(),
            recent=(),
            taken=(),
            reviews=0,
            fresh_reviews=0,
        )

    def not_opened(self) -> None:
        """The books cannot be opened; the reason is told elsewhere."""
        refusal = Refusal.NOT_OPENED if self._wants_start else self.scene.refusal
        self._wants_start = False
        self._show(unopened=True, refusal=refusal)

    def serve(self, books: Books) -> None:
        """The books are open."""
        self._books = books
        self._show(unopened=False, everyones=books.everyones)
        self.refresh()

    def refresh(self) -> None:
        """Reads all lists anew: at the start, and whenever the screen comes back."""
        books = self._books
        if books is None:
            return
        self._asked += 1
        self._show(refusal=Refusal.NONE, dial_slip=None, busy=False)
        self._runner.run(
            partial(read_lists, books, self.scene.query),
            partial(self._lists_read, self._asked),
        )

    def start_over(self) -> None:
        """A call is over: nobody is searched for or picked any more."""
        self._ringing = ""
        self._show(query="", chosen=-1, fields=Fields())

    def look_again(self) -> None:
        """Reads the lists again if they could not be read, and leaves what the rep has picked and typed as it is."""
        books = self._books
        if books is not None and self.scene.troubled:
            read = partial(read_lists, books, self.scene.query)
            self._runner.run(read, partial(self._lists_read, self._asked, again=True))

    def _lists_read(self, asked: int, lists: Lists, *, again: bool = False) -> None:
        playbooks = playbook_rows(lists.offers, self._wanted_playbook, self._lang)
        if lists.unreadable:
            self._show(ready=True, troubled=True, playbooks=playbooks)
            self._leads_found(asked, None)
            self._stage.look_again_soon()
            return
        self._show(
            ready=True,
            troubled=False,
            unfinished=self._unfinished_rows(lists.unfinished, lists.offers),
            recent=tuple(call_row(each, lists.offers, {}) for each in lists.recent),
            playbooks=playbooks,
        )
        self._leads_found(asked, lists.leads, again=again)
        self._stage.ask_for_answers_soon()

    def _unfinished_rows(
        self, calls: tuple[CallSummary, ...], offers: tuple[Offer, ...]
    ) -> tuple[CallRow, ...]:
        self._unfinished, self._offers = calls, offers
        return tuple(call_row(each, offers, self._lines) for each in calls)

    def ask_for_answers(self) -> None:
        """Asks for what nobody waits for: the words of lines that calls stopped at, what trainers and managers said."""
        books = self._books
        if books is None:
            return
        if self._unfinished:
            self._runner.run(
                partial(lines_stopped_at, books, self._unfinished), self._lines_read, self._no_answers
            )
        if books.proposals is not None or books.reviews is not None:
            self._runner.run(partial(said_of_the_rep, books), self._answers_read, self._no_answers)

    def _lines_read(self, lines: Lines) -> None:
        self._lines = lines
        self._show(unfinished=self._unfinished_rows(self._unfinished, self._offers))

    def _answers_read(self, said: OfTheRep) -> None:
        self._show(taken=said.taken, reviews=said.reviews, fresh_reviews=said.fresh)

    def _no_answers(self, error: Exception) -> bool:
        return isinstance(error, BookUnavailable)

    # --- whom ---

    def type_query(self, text: str) -> None:
        """The rep types into the search field; with no lead picked, the words are a new lead's name or number."""
        fresh = self.scene.chosen >= 0
        typed = fields_of(text, Fields() if fresh else self.scene.fields, self.scene.query)
        self._wants_start = False
        self._show(query=text, chosen=-1, fields=typed, refusal=Refusal.NONE, dial_slip=None)
        books = self._books
        if books is None:
            return
        self._asked += 1
        self._runner.run(
            partial(self._search, books, self._asked, text),
            partial(self._leads_found, self._asked),
            self._book_failed,
        )

    def _search(self, books: Books, asked: int, text: str) -> tuple[Lead, ...]:
        """Runs on the worker; passes over what has been typed past."""
        return books.leads.search(text, LEADS_SHOWN) if asked == self._asked else ()

    def _leads_found(self, asked: int, leads: tuple[Lead, ...] | None, *, again: bool = False) -> None:
        """What the last search found; ``None``: the book cannot be read, and the rows stay.

        ``again``: nobody asked just now, so nobody is picked.
        """
        if asked != self._asked:
            return
        if leads is None:
            self._found_as_asked(asked)
            return
        kept = self.scene.lead
        rows = tuple(lead_row(lead) for lead in leads)
        self._show(leads=rows)
        if kept is not None:
            place = next((at for at, row in enumerate(rows) if row.key == kept.key), -1)
            self._show(chosen=place)
        elif self.scene.query.strip() and rows and not again:
            self.choose_lead(0)
        self._found_as_asked(asked)

    def _found_as_asked(self, asked: int) -> None:
        """Whoever pressed Enter meanwhile waits for no more."""
        self._found = asked
        if self._wants_start:
            self._wants_start = False
            self.start()

    def choose_lead(self, index: int) -> None:
        """The rep picks a row; -1 means somebody new."""
        if not -1 <= index < len(self.scene.leads):
            return
        if index < 0:
            new = fields_of(self.scene.query, Fields(), "")
            self._show(chosen=-1, fields=new, refusal=Refusal.NONE, dial_slip=None)
            return
        row = self.scene.leads[index]
        refusal = Refusal.BLOCKED if row.blocked else Refusal.NONE
        self._show(chosen=index, fields=fields_from(row.card), refusal=refusal, dial_slip=None)

    def move_choice(self, by: int) -> None:
        """The rep moves up or down in the list without leaving the search field."""
        last = len(self.scene.leads) - 1
        self.choose_lead(max(-1, min(last, self.scene.chosen + by)))

    def open_caller(self, caller: Caller) -> None:
        """The rep wants to see who rings: the lead with this number, or somebody new with it."""
        self._asked += 1
        self._found, self._wants_start = self._asked, False
        rows = tuple(lead_row(lead) for lead in caller.leads)
        new = Fields(name=caller.name, phone=caller.number)
        fields = fields_from(rows[0].card) if rows else new
        self._ringing = fields.phone.strip() if caller.inbound else ""
        refusal = Refusal.BLOCKED if rows and rows[0].blocked else Refusal.NONE
        self._show(
            query=caller.number,
            leads=rows,
            chosen=0 if rows else -1,
            fields=fields,
            refusal=refusal,
            dial_slip=None,
        )

    def dial(self) -> None:
        """The rep wants the number dialled."""
        lead = self.scene.lead
        if lead is not None and lead.blocked:
            self._show(refusal=Refusal.BLOCKED)
        elif self.scene.fields.phone.strip():
            self._show(refusal=Refusal.NONE, dial_slip=None)
            self._stage.dial(self.scene.fields.phone.strip())

    def dialled(self, number: str, slip: DialSlip | None) -> None:
        """What came of dialling ``number``; of another one nothing is said here."""
        if number == self.scene.fields.phone.strip():
            self._show(dial_slip=slip)

    def edit(self, fields: Fields) -> None:
        """The rep changes what is known of the customer."""
        self._show(fields=fields, refusal=Refusal.NONE, dial_slip=None)

    # --- with what ---

    def choose_playbook(self, path: str) -> None:
        """The rep chooses a playbook; it is remembered."""
        self._wanted_playbook = path
        rows = tuple(replace(row, chosen=row.path == path) for row in self.scene.playbooks)
        self._show(playbooks=rows, refusal=Refusal.NONE)
        self._stage.remember_playbook(path)

    def name_rep(self, name: str, company: str) -> None:
        """The rep tells their name, asked for once."""
        if not name.strip():
            return
        self._show(rep=name.strip(), rep_asked=False, refusal=Refusal.NONE)
        self._stage.remember_rep(name.strip(), company.strip())

    # --- off we go ---

    def start(self) -> None:
        """The rep wants to call. Says why not, or hands the call over; waits for what is being looked up."""
        if self.scene.busy:
            return
        refusal = self._refusal()
        if refusal is Refusal.NOT_READY or (self._books is not None and self._found != self._asked):
            self._wants_start = True
            self._show(refusal=refusal if refusal is Refusal.NOT_READY else Refusal.NONE)
            return
        if refusal is not Refusal.NONE:
            self._show(refusal=refusal)
            return
        scene, books = self.scene, self._books
        assert books is not None
        assert scene.playbook is not None
        rings = bool(self._ringing) and scene.fields.phone.strip() == self._ringing
        direction = Direction.INBOUND if rings else Direction.OUTBOUND
        work = partial(prepared, books, scene.fields, scene.lead, scene.playbook.path, direction)
        self._show(busy=True)
        self._runner.run(work, self._prepared)

    def start_sample(self) -> None:
        """The rep wants to practise with a made-up customer."""
        books, row = self._books, self.scene.playbook
        refusal = self._playbook_refusal()
        if books is None or row is None or refusal is not Refusal.NONE:
            self._show(refusal=refusal)
            return
        self._show(busy=True)
        self._runner.run(partial(sample, books, row.path, row.lang), self._prepared)

    def go_on(self, call: UUID) -> None:
        """The rep goes on with an unfinished call."""
        self._stage.go_on(call)

    def finish(self, call: UUID) -> None:
        """The rep finishes the record of an unfinished call."""
        self._stage.finish(call)

    def resume_first(self) -> None:
        """The rep goes on with the newest unfinished call, or finishes it when the line is closed already."""
        first = self.scene.resumable
        if first is None:
            return
        if first.status is CallStatus.LIVE:
            self.go_on(first.call)
        else:
            self.finish(first.call)

    def _refusal(self) -> Refusal:
        if self.scene.unopened:
            return Refusal.NOT_OPENED
        if self._books is None or not self.scene.ready:
            return Refusal.NOT_READY
        if self.scene.rep_asked:
            return Refusal.NO_REP
        if self.scene.fields.is_empty:
            return Refusal.NOBODY
        if self.scene.lead is not None and self.scene.lead.blocked:
            return Refusal.BLOCKED
        return self._playbook_refusal()

    def _playbook_refusal(self) -> Refusal:
        if self.scene.unopened:
            return Refusal.NOT_OPENED
        if self._books is None or not self.scene.ready:
            return Refusal.NOT_READY
        row = self.scene.playbook
        if row is None:
            return Refusal.NO_PLAYBOOK
        return Refusal.NONE if row.usable else Refusal.BROKEN_PLAYBOOK

    def _prepared(self, start: Start) -> None:
        self._show(busy=False, refusal=start.refusal)
        if start.plan is not None:
            self._ringing = ""
            self._stage.begin(start.plan)

    def _book_failed(self, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable):
            return False
        self._show(troubled=True)
        self._leads_found(self._asked, None)
        self._stage.look_again_soon()
        return True

    def _show(self, **changes: object) -> None:
        scene = replace(self.scene, **changes)  # type: ignore[arg-type]
        if scene != self.scene:
            self.scene = scene
            self._view.show_scene(scene)
