"""What to show now: turns a call's state into one frozen prompt. Pure, so a replay shows what the rep saw."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.call import moves
from app.call.course import Course
from app.call.events import HelpLevel, LineShown
from app.call.likely import BOARD_ROWS, AuthorOrder, LikelyOrder, recorded_board
from app.call.objection_card import objection_now, objections_met
from app.call.prompt import (
    AskOffer,
    Captured,
    Clocks,
    Crumb,
    LikelyObjection,
    MustView,
    NextStep,
    NudgeView,
    OutcomeChoice,
    Phase,
    Prompt,
    Question,
    QuestionRow,
    Showing,
    Speech,
    StoryCard,
)
from app.call.question_card import place_in_stage, question_now, question_rows
from app.call.scope import CallScope, drive_of
from app.call.spoken import speech_now, speech_of
from app.call.stage_rail import stage_rail
from app.call.state import DEAD_END, LineFrame, ObjectionFrame, State
from app.call.story_cards import fitting_story, story_cards
from app.call.tone import badge, tone_now
from app.call.wording import worded
from app.playbook.model import (
    WRAP_UP,
    Line,
    LineKind,
    Playbook,
)
from app.playbook.vocabulary import Mood


@dataclass(frozen=True, slots=True)
class Coach:
    """Shows the moments of calls through one playbook; keeps what is dear to compute between prompts."""

    playbook: Playbook
    likely: LikelyOrder = field(default_factory=AuthorOrder)

    def prompt(self, course: Course, at: datetime) -> Prompt:
        """The prompt after the last event of ``course``; ``at`` is that event's local time (for days to propose)."""
        return _Moment(self, course, at).prompt()

    def stories(self, state: State) -> tuple[StoryCard, ...]:
        """All stories, the one that fits here first."""
        return story_cards(CallScope.at(self.playbook, state))

    def questions(self, state: State) -> tuple[QuestionRow, ...]:
        """All lines of the playbook with what became of each, in the author's order."""
        return question_rows(CallScope.at(self.playbook, state))

    def objections(self, state: State, limit: int | None = None) -> tuple[LikelyObjection, ...]:
        """The first ``limit`` objections, or all, those likely now first."""
        return self.likely.order(self.playbook, CallScope.at(self.playbook, state), limit)

    def outcomes(self, state: State) -> tuple[OutcomeChoice, ...]:
        """Outcomes to choose from: the proposed one first, then the goal, then the author's order."""
        known = state.facts
        choices = [
            OutcomeChoice(
                one.id,
                one.group,
                one.label,
                tuple(one.requires),
                tuple(fact for fact in one.requires_facts if fact not in known),
                proposed=one.id == state.proposal,
                goal=one.id == self.playbook.goal,
            )
            for one in self.playbook.outcomes
        ]
        return tuple(sorted(choices, key=lambda one: (not one.proposed, not one.goal)))


class _Moment:
    """One moment being put into words; lives for one prompt."""

    def __init__(self, coach: Coach, course: Course, at: datetime) -> None:
        self._coach = coach
        self._playbook = coach.playbook
        self._course = course
        self._state = course.state
        self._at = at
        self._scope = CallScope.at(coach.playbook, course.state)

    def prompt(self) -> Prompt:
        state, playbook = self._state, self._playbook
        started = state.started
        assert started is not None, "a prompt before the call started"
        showing = self._showing()
        question = question_now(self._scope)
        speech = speech_now(self._scope)
        return Prompt(
            phase=state.phase,
            showing=showing,
            lead=started.lead,
            rep=started.rep,
            terms=started.terms,
            playbook=playbook.id,
            playbook_title=playbook.title or playbook.id,
            lang=playbook.lang,
            help=state.line_help.get(state.spoken_line, state.help),
            line=state.spoken_line,
            stage=state.stage,
            rail=stage_rail(self._scope, self._time()),
            tone=badge(tone_now(playbook, state)),
            drive=drive_of(playbook, state),
            push_locked=playbook.push_locked,
            mood=state.mood,
            mood_tapped=state.mood_tapped,
            stripped=state.mood is Mood.ANGRY,
            speech=speech,
            question=question,
            objection=objection_now(self._scope),
            crumbs=self._crumbs(),
            likely=self._likely(),
            story=fitting_story(self._scope),
            captured=self._captured(),
            next_up=self._next_up(),
            ask=self._ask(),
            next_step=self._next_step(),
            musts=self._musts(),
            objections_met=objections_met(self._scope),
            notes=state.notes,
            clocks=self._clocks(),
            undo_kind=self._course.past.kind if self._course.past and state.phase is not Phase.CLOSED else "",
            redo_kind=self._course.future.kind if self._course.future else "",
            proposed_outcome=state.proposal,
            outcome=state.outcome.outcome if state.outcome else None,
            announce=_announcement(speech, question),
            nudge=self._nudge(),
            help_offer=self._help_offer(),
            usual_help=state.help if state.spoken_line in state.line_help else None,
        )

    def _likely(self) -> tuple[LikelyObjection, ...]:
        """The board as it was recorded, else (the author's order, older calls) as it is reckoned."""
        board = self._state.board
        if board is None:
            return self._coach.likely.order(self._playbook, self._scope, BOARD_ROWS)
        return recorded_board(self._scope, board)

    def _showing(self) -> Showing:
        top = self._state.on_top
        if isinstance(top, ObjectionFrame):
            return Showing.OBJECTION
        if isinstance(top, LineFrame):
            return Showing.COMPLIANCE if top.compliance else Showing.LINE
        if self._state.line == DEAD_END:
            return Showing.DEAD_END
        return Showing.FAREWELL if self._state.line == WRAP_UP else Showing.LINE

    def _line(self) -> Line | None:
        return self._playbook.line(self._state.spoken_line)

    def _crumbs(self) -> tuple[Crumb, ...]:
        state = self._state
        if not state.frames:
            return ()
        places = [self._line_crumb(state.line)]
        for frame in state.frames[:-1]:
            if isinstance(frame, LineFrame):
                places.append(self._line_crumb(frame.line))
            else:
                met = state.objections[frame.record]
                objection = self._playbook.objection(frame.objection or "")
                places.append(
                    Crumb(Showing.OBJECTION, self._scope.text(objection.label) if objection else met.text)
                )
        return tuple(places)

    def _line_crumb(self, ref: str) -> Crumb:
        line = self._playbook.line(ref)
        if line is None:
            return Crumb(Showing.COMPLIANCE if ref.startswith("compliance.") else Showing.FAREWELL, "")
        number, total = place_in_stage(self._scope, line) if line.kind is LineKind.ASK else (0, 0)
        speech = speech_of(self._scope, line, line.ref)
        return Crumb(Showing.LINE, " · ".join(speech.cue) or speech.text, number, total)

    def _captured(self) -> tuple[Captured, ...]:
        known = self._scope.known
        lang = self._playbook.lang
        return tuple(
            Captured(fact.id, fact.label, worded(fact, known[fact.id], lang) if fact.id in known else "")
            for fact in self._playbook.facts.values()
        )

    def _next_up(self) -> str:
        if self._state.phase is not Phase.TALK or self._state.frames:
            return ""
        if self._line() is None:
            return ""
        ahead = moves.done(self._playbook, self._state)
        ref = next((one.line for one in ahead if isinstance(one, LineShown) and not one.detour), "")
        line = self._playbook.line(ref)
        return speech_of(self._scope, line, line.ref).text if line else ""

    def _ask(self) -> AskOffer | None:
        if not moves.ask_offered(self._playbook, self._state):
            return None
        target = moves.ask_target(self._playbook, self._state)
        assert target is not None, "an ask was offered"
        return AskOffer(speech_of(self._scope, target, target.ref).text, _days_to_propose(self._at.date()))

    def _next_step(self) -> NextStep:
        agreed = self._state.next_step
        return NextStep(agreed.what, agreed.when, agreed.when_words, agreed.who)

    def _musts(self) -> tuple[MustView, ...]:
        return tuple(
            MustView(line.ref, speech_of(self._scope, line, line.ref).text, self._state.asked(line.ref))
            for stage in self._playbook.stages
            for line in stage.lines
            if line.must
        )

    def _nudge(self) -> NudgeView | None:
        shown = self._state.nudge
        if shown is None:
            return None
        line = self._playbook.line(shown.about)
        objection = self._playbook.objection(shown.about)
        if line is not None:
            return NudgeView(shown.nudge, shown.about, speech_of(self._scope, line, line.ref).text)
        return NudgeView(shown.nudge, shown.about, self._scope.text(objection.label) if objection else "")

    def _help_offer(self) -> HelpLevel | None:
        state, ref = self._state, self._state.spoken_line
        if ref in state.help_declined or ref in state.line_help or isinstance(state.on_top, ObjectionFrame):
            return None
        return state.help_offered.get(ref)

    def _clocks(self) -> Clocks:
        state, time = self._state, self._time()
        return Clocks(
            self._course.last_ms,
            state.talk_ms(time),
            state.stage_ms(state.stage, time),
            state.held or state.phase is not Phase.TALK,
            self._course.gap_ms,
        )

    def _time(self) -> int:
        return self._course.talk_time(self._course.last_ms)


def _announcement(speech: Speech, question: Question | None) -> str:
    """One sentence for a screen reader: what to say (or do), then the options with their digits."""
    spoken = speech.text or speech.do
    if question is None or not question.options:
        return spoken
    return f"{spoken} {', '.join(f'{one.digit} {one.label}' for one in question.options)}"


def _days_to_propose(today: date) -> tuple[date, date]:
    """Two working days to offer: the second and the fourth after today."""
    working: list[date] = []
    day = today
    while len(working) < 4:
        day += timedelta(days=1)
        if day.weekday() < 5:
            working.append(day)
    return working[1], working[3]
