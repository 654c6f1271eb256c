"""One call in progress: each method is one key, recorded through the journal and folded at once.

The same object serves the window, the terminal and the tests. Keys that mean nothing now do nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from app.call import events as ev
from app.call import moves, nudges
from app.call.coach import Coach
from app.call.course import Course, fold
from app.call.events import Event, Happening, HelpLevel, How, NudgeKind, Result
from app.call.experience import LineExperience, less_help, taken_levels
from app.call.identity import new_call_id
from app.call.likely import BOARD_ROWS, AuthorOrder, LikelyOrder, board_of
from app.call.masking import mask, masked
from app.call.objection_card import open_objections
from app.call.outcome import missing_details
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.ports import Clock, Journal
from app.call.prompt import LikelyObjection, NextStep, OutcomeChoice, Phase, Prompt, QuestionRow, StoryCard
from app.call.scope import CallScope, drive_of
from app.call.state import State
from app.playbook.model import WRAP_UP, Playbook
from app.playbook.source import Source
from app.playbook.vocabulary import OBJECTION_KINDS, Mood

_Choice = Callable[[Playbook, State], moves.Moves]


class OutcomeIncomplete(Exception):
    """The outcome asks for details that are not there; ``missing`` names them (``when`` … ``note``, or facts)."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(f"Still missing: {', '.join(missing)}.")
        self.missing = missing


class NotACall(Exception):
    """The events do not begin with a call's start, so there is nothing to go on with."""


class LiveCall:
    """A call that is being made. Not thread-safe: belongs to the thread that presses the keys."""

    def __init__(
        self,
        *,
        call_id: UUID,
        playbook: Playbook,
        journal: Journal,
        clock: Clock,
        likely: LikelyOrder | None = None,
        quiet: Collection[NudgeKind] = (),
        learnt: Mapping[str, LineExperience] | None = None,
    ) -> None:
        self.call_id = call_id
        self.playbook = playbook
        self._journal = journal
        self._clock = clock
        self._likely = likely
        self._coach = Coach(playbook, likely or AuthorOrder())
        self._learnt = dict(learnt or {})
        self._quiet = frozenset(quiet)
        self._events: list[Event] = []
        self._course = Course()
        self._zero = clock.monotonic_ms()
        self._prompt: Prompt | None = None

    @classmethod
    def start(
        cls,
        *,
        playbook: Playbook,
        source: Source,
        lead: LeadCard,
        rep: RepCard,
        terms: CallTerms,
        help: HelpLevel,  # noqa: A002 - the word on the screen
        journal: Journal,
        clock: Clock,
        seed: int = 0,
        sample: bool = False,
        likely: LikelyOrder | None = None,
        quiet: Collection[NudgeKind] = (),
        learnt: Mapping[str, LineExperience] | None = None,
    ) -> LiveCall:
        """Begins a call: pins the playbook's exact text, records the start and shows the first line.

        Args:
            likely: Order of the objection board; the author's own by default.
            quiet: Reminders that this rep turned off.
            learnt: How each line went for this rep before, by full name; offers less help where it went well.
        """
        call = cls(
            call_id=new_call_id(clock.now()),
            playbook=playbook,
            journal=journal,
            clock=clock,
            likely=likely,
            quiet=quiet,
            learnt=learnt,
        )
        journal.pin(source)
        started = ev.CallStarted(
            playbook.id,
            playbook.lang,
            source.revision,
            lead,
            rep,
            terms,
            help,
            seed or call.call_id.int % 2**31,
            sample,
            {line: str(level) for line, level in taken_levels(learnt or {}).items()},
        )
        first = moves.opening(playbook, State(started=started, help=help))
        call._record((started, *first))
        return call

    @classmethod
    def resume(
        cls,
        *,
        playbook: Playbook,
        events: Sequence[Event],
        journal: Journal,
        clock: Clock,
        likely: LikelyOrder | None = None,
        quiet: Collection[NudgeKind] = (),
        learnt: Mapping[str, LineExperience] | None = None,
    ) -> LiveCall:
        """Goes on with a call that a crash or shut-down cut off; the time between is recorded as a gap.

        Raises:
            NotACall: ``events`` do not begin with the start of a call.
        """
        if not events or not isinstance(events[0].what, ev.CallStarted):
            raise NotACall("There is no beginning of a call to go on with.")
        call = cls(
            call_id=events[0].call,
            playbook=playbook,
            journal=journal,
            clock=clock,
            likely=likely,
            quiet=quiet,
            learnt=learnt,
        )
        call._events = list(events)
        call._course = fold(events)
        last = events[-1]
        gap = max(0, (clock.now() - last.at) // timedelta(milliseconds=1))
        call._zero = clock.monotonic_ms() - last.ms - gap
        call._record((ev.Recovered(gap),))
        return call

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything recorded so far, in order."""
        return tuple(self._events)

    @property
    def last_seq(self) -> int:
        """Number of the last event."""
        return self._course.last_seq

    @property
    def state(self) -> State:
        """The state now."""
        return self._course.state

    @property
    def prompt(self) -> Prompt:
        """What to show now."""
        if self._prompt is None:
            self._prompt = self._coach.prompt(self._course, self._events[-1].at.astimezone())
        return self._prompt

    # --- the main way ---

    def done(self) -> None:
        """Space or Enter: the line or step is said; on to the next. A known answer is confirmed."""
        self._talk(moves.done)

    def pick(self, digit: int) -> None:
        """Picks by digit (1 to 9): an answer, an objection's result, or an open objection at the farewell."""
        prompt = self.prompt
        if prompt.objection is not None:
            results = prompt.objection.results
            if 1 <= digit <= len(results):
                self.end_objection(results[digit - 1])
            return
        if prompt.question is not None:
            option = next((one.id for one in prompt.question.options if one.digit == digit), None)
            if option is not None:
                self.answer(option)
            return
        if prompt.line == WRAP_UP:
            self.reopen(digit)

    def answer(self, option: str | None, text: str = "") -> None:
        """The customer's answer: an option by id, their words, or both."""
        self._talk(lambda playbook, state: moves.answer(playbook, state, option, text))

    def skip(self) -> None:
        """Passes the line over."""
        self._talk(moves.skip)

    def back(self) -> None:
        """Leaves the detour on top; an objection stays open."""
        self._talk(moves.back)

    def go_line(self, by: int) -> None:
        """Moves ``by`` lines (-1 or +1) without calling the present one said."""
        self._talk(lambda playbook, state: moves.go_line(playbook, state, by))

    def go_stage(self, by: int) -> None:
        """Moves ``by`` stages (-1 or +1)."""
        self._talk(lambda playbook, state: moves.go_stage(playbook, state, by))

    def ask_now(self, line: str) -> None:
        """Takes a line out of order; comes back afterwards."""
        self._talk(lambda playbook, state: moves.ask_now(playbook, state, line))

    # --- undo ---

    def undo(self) -> None:
        """Takes the last key back, however far."""
        past = self._course.past
        if past is not None and self.state.phase is not Phase.CLOSED:
            self._record((ev.Undone(past.cause),))

    def redo(self) -> None:
        """Brings back what the last undo took."""
        future = self._course.future
        if future is not None and self.state.phase is not Phase.CLOSED:
            self._record((ev.Undone(future.undone),))

    # --- objections and stories ---

    def raise_objection(self, objection: str, how: How = How.KEY, text: str = "") -> None:
        """The customer objects with a listed objection."""
        self._talk(lambda playbook, state: moves.raise_objection(playbook, state, objection, how, text))

    def raise_unlisted(self, text: str) -> None:
        """The customer objects with something the playbook does not list; kept in their words."""
        self._talk(lambda _playbook, _state: moves.raise_unlisted(text))

    def end_objection(self, result: Result) -> None:
        """The objection on top ends."""
        self._talk(lambda playbook, state: moves.end_objection(playbook, state, result))

    def reopen(self, number: int) -> None:
        """Comes back to the ``number``-th (from 1) objection that is still open."""
        places = open_objections(self.state)
        if 1 <= number <= len(places):
            met = self.state.objections[places[number - 1]]
            self._talk(lambda playbook, state: moves.reopen(playbook, state, met))

    def settle(self, number: int, result: Result) -> None:
        """After the call: how the ``number``-th (from 1) objection that stayed open ended after all."""
        places = open_objections(self.state)
        if self.state.phase is Phase.WRAP_UP and 1 <= number <= len(places):
            met = self.state.objections[places[number - 1]]
            self._record(moves.settle(self.playbook, met, result))

    def name_unlisted(self, text: str, family: str) -> None:
        """Puts the unlisted objection known by ``text`` into a family of the vocabulary."""
        unlisted = [met for met in self.state.objections if met.objection is None and met.text == text]
        if family in OBJECTION_KINDS and any(met.family != family for met in unlisted):
            self._open((ev.ObjectionNamed(text, family),))

    def tell_story(self, story: str) -> None:
        """The rep told this story."""
        if self.playbook.story(story) is not None:
            self._talk(lambda _playbook, _state: (ev.StoryTold(story),))

    # --- how it sounds and looks ---

    def tap_mood(self, mood: Mood) -> None:
        """The rep senses this mood."""
        self._talk(lambda playbook, state: moves.tap_mood(playbook, state, mood))

    def switch_drive(self) -> None:
        """Between drawing out and asking for a step."""
        self._talk(lambda playbook, state: moves.switch_drive(playbook, state, drive_of(playbook, state)))

    def set_help(self, level: HelpLevel) -> None:
        """How much is written on the screen from now on.

        A line that had less help has what others have again, as if its offer had been refused.
        """
        if level is not self.prompt.help or self.state.line_help:
            line = self.state.spoken_line
            back = (ev.HelpDeclined(line),) if line in self.state.line_help else ()
            self._open((ev.HelpChanged(level), *back))

    # --- what is kept beside ---

    def write_note(self, number: int, text: str) -> None:
        """The note ``number`` reads ``text`` now; an empty text removes it."""
        text = mask(text)
        before = dict(self.state.notes).get(number, "")
        if text != before:
            self._open((ev.NoteWritten(number, text),))

    def take_nudge(self) -> None:
        """Does what the reminder on the screen is about."""
        self._talk(moves.take_nudge)

    def take_help_offer(self) -> None:
        """Shows less of this line from now on, in this call and (remembered) in later ones."""
        offer = self.prompt.help_offer
        if offer is not None:
            self._open((ev.HelpChanged(offer, self.state.spoken_line),))

    def decline_help_offer(self) -> None:
        """Keeps this line as it is; the offer does not come back in this call."""
        if self.prompt.help_offer is not None:
            self._open((ev.HelpDeclined(self.state.spoken_line),))

    def flag(self, text: str = "") -> None:
        """Marks this moment for the trainer."""
        self._open((ev.Flagged(text),))

    def reword(self, words: str, said: str = "") -> None:
        """The rep's own words for the line, or the step of an objection, on the screen, or for what was ``said`` before."""
        if words.strip():
            self._open((ev.Reworded(said or self.state.spoken_words, words.strip()),))

    def agree(self, step: NextStep) -> None:
        """What is to happen next."""
        what = masked(ev.NextStepAgreed(step.what, step.when, step.when_words, step.who))
        if what != self.state.next_step:
            self._open((what,))

    def wave_ask(self) -> None:
        """Waves the offered ask away until interest is tapped again."""
        if self.prompt.ask is not None:
            self._talk(lambda _playbook, _state: (ev.AskWaved(),))

    def take_ask(self, day: date) -> None:
        """The customer takes this day; on to the line that asks for the step."""
        if self.prompt.ask is not None:
            self._talk(lambda playbook, state: moves.take_ask(playbook, state, day))

    def hold(self) -> None:
        """Stops the clock, or lets it run again."""
        self._talk(lambda _playbook, state: (ev.Resumed() if state.held else ev.Held(),))

    # --- the end ---

    def hang_up(self) -> None:
        """The line is closed; what is left is the outcome."""
        self._talk(lambda _playbook, _state: (ev.CallEnded(),))

    def abandon(self) -> None:
        """Closes a call that a crash cut off without going on; its outcome follows."""
        self._talk(lambda _playbook, _state: (ev.Abandoned(),))

    def record(self, outcome: ev.OutcomeRecorded) -> None:
        """Records the outcome and closes the call; hangs up first if that was not done.

        Raises:
            OutcomeIncomplete: The outcome requires details that are neither given nor known.
        """
        if self.state.phase is Phase.CLOSED:
            return
        missing = missing_details(self.playbook, self.state, outcome)
        if missing:
            raise OutcomeIncomplete(missing)
        if self.state.phase is Phase.TALK:
            self.hang_up()
        self._record((outcome,))

    # --- lists for panels ---

    def stories(self) -> tuple[StoryCard, ...]:
        """All stories, the fitting one first."""
        return self._coach.stories(self.state)

    def questions(self) -> tuple[QuestionRow, ...]:
        """All lines with what became of them."""
        return self._coach.questions(self.state)

    def objections(self, limit: int | None = None) -> tuple[LikelyObjection, ...]:
        """The first ``limit`` objections, or all, the likely ones first."""
        return self._coach.objections(self.state, limit)

    @property
    def objection_count(self) -> int:
        """How many objections the playbook has."""
        return len(self.playbook.objections)

    def outcomes(self) -> tuple[OutcomeChoice, ...]:
        """Outcomes to choose from, proposed and goal first."""
        return self._coach.outcomes(self.state)

    # --- within ---

    def _talk(self, choice: _Choice) -> None:
        """A key that means something only while the customer is on the line."""
        if self.state.phase is Phase.TALK:
            self._record(choice(self.playbook, self.state))

    def _open(self, happenings: Sequence[Happening]) -> None:
        """A key that means something until the outcome is recorded."""
        if self.state.phase is not Phase.CLOSED:
            self._record(happenings)

    def _record(self, happenings: Sequence[Happening]) -> None:
        """Everything that happens comes through here; numbers that must not be kept are masked on the way."""
        if not happenings:
            return
        happenings = tuple(map(masked, happenings))
        now, ms = self._clock.now(), max(self._course.last_ms, self._clock.monotonic_ms() - self._zero)
        cause = self._course.last_seq + 1
        before = self._course
        batch = [
            Event(self.call_id, cause + place, now, ms, cause, what) for place, what in enumerate(happenings)
        ]
        self._course = fold(batch, before)
        for extra in self._following(before.state, happenings):
            batch.append(Event(self.call_id, cause + len(batch), now, ms, cause, extra))
            self._course = fold(batch[-1:], self._course)
        self._events.extend(batch)
        self._prompt = None
        self._journal.append(batch)

    def _following(self, before: State, happenings: tuple[Happening, ...]) -> Iterator[Happening]:
        """What follows an act: reminders, and the board where it looks otherwise now."""
        yield from self._reminders(before, happenings)
        board = self._board()
        if board is not None and board != self.state.board:
            yield board

    def _board(self) -> ev.BoardShown | None:
        """The board as recorded calls order it; ``None`` where it can be told from the playbook alone."""
        if self.state.phase is not Phase.TALK or (self._likely is None and self.state.board is None):
            return None
        order = self._likely or AuthorOrder()
        return board_of(order.order(self.playbook, CallScope.at(self.playbook, self.state), BOARD_ROWS))

    def _reminders(self, before: State, happenings: tuple[Happening, ...]) -> Iterator[Happening]:
        """What follows an act in the way of reminders: those it fulfils, one that is due, less help where it fits."""
        if isinstance(happenings[0], ev.Undone | ev.Recovered):
            return
        yield from nudges.followed(self.playbook, before, happenings)
        time = self._course.talk_time(self._course.last_ms)
        due = nudges.due(self.playbook, self.state, time, self._quiet)
        if due is not None:
            yield due
        offer = self._less_help_for(self.state.spoken_line)
        if offer is not None:
            yield offer

    def _less_help_for(self, line: str) -> ev.HelpOffered | None:
        learnt = self._learnt.get(line)
        state = self.state
        if learnt is None or line in {*state.help_offered, *state.line_help, *state.help_declined}:
            return None
        level = less_help(self.state.help, learnt)
        return ev.HelpOffered(level, line) if level is not None else None
