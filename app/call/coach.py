"""What to show now: turns a call's state into one frozen prompt. Pure, so a replay shows what the rep saw."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.call import moves
from app.call.course import Course
from app.call.events import HelpLevel, LineShown, Result, Step
from app.call.likely import AuthorOrder, LikelyOrder
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.prompt import (
    AskOffer,
    Brief,
    Captured,
    Clocks,
    Crumb,
    KnownAnswer,
    LikelyObjection,
    MustView,
    NextStep,
    NudgeView,
    ObjectionView,
    OpenObjection,
    Option,
    OutcomeChoice,
    Phase,
    Prompt,
    Question,
    QuestionRow,
    RailStop,
    Showing,
    Speech,
    Standing,
    StepView,
    StoryCard,
    ToneBadge,
)
from app.call.route import offered
from app.call.scope import CallScope, drive_of
from app.call.state import DEAD_END, LineFrame, ObjectionFrame, State
from app.call.tone import badge, tone_now
from app.call.trial import wording
from app.call.wording import worded
from app.playbook import merge
from app.playbook.model import (
    WRAP_UP,
    ComplianceLine,
    Line,
    LineKind,
    MoodChange,
    Objection,
    Playbook,
    Response,
    Stage,
)
from app.playbook.vocabulary import OUTCOMES, STAGES, Label, Lang, Mood

BOARD_ROWS = 7
_FAREWELL = Label("Say goodbye, then end the call.", "Rozlučte se a ukončete hovor.")
_DEAD_END = Label(
    "The playbook has no line for this. Go on to wrap-up.",
    "Scénář tu nemá žádnou repliku. Přejděte k dokončení.",
)
_UNLISTED = {
    Step.ACKNOWLEDGE: Label(
        "Let them finish. Say it back in their words.", "Nechte domluvit. Zopakujte to jejich slovy."
    ),
    Step.ASK: Label("Ask one honest question about it.", "Položte k tomu jednu poctivou otázku."),
    Step.ANSWER: Label(
        "Answer what you know; promise to find out the rest.", "Odpovězte, co víte; zbytek slibte zjistit."
    ),
    Step.CHECK: Label("Ask whether that settles it.", "Zeptejte se, jestli to tím je vyřešené."),
}
_UNLISTED[Step.EXHAUSTED] = _UNLISTED[Step.CHECK]
_STEPS = (Step.ACKNOWLEDGE, Step.ASK, Step.ANSWER, Step.CHECK)


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
        scope = CallScope.at(self.playbook, state)
        fitting = _story_here(self.playbook, state)
        cards = [_story_card(self.playbook, state, scope, one.id) for one in self.playbook.stories]
        known = [card for card in cards if card is not None]
        return tuple(sorted(known, key=lambda card: card.id != fitting))

    def questions(self, state: State) -> tuple[QuestionRow, ...]:
        """All lines of the playbook with what became of each, in the author's order."""
        scope = CallScope.at(self.playbook, state)
        return tuple(
            self._row(scope, state, stage, line) for stage in self.playbook.stages for line in stage.lines
        )

    def _row(self, scope: CallScope, state: State, stage: Stage, line: Line) -> QuestionRow:
        said = speech_of(scope, line, line.ref)
        return QuestionRow(
            line.ref,
            stage.title,
            line.kind,
            said.text,
            line.must,
            state.asked(line.ref),
            line.ref in state.skipped,
            _answer_words(self.playbook, state, line),
        )

    def objections(self, state: State) -> tuple[LikelyObjection, ...]:
        """All objections, those likely now first."""
        return self.likely.order(self.playbook, CallScope.at(self.playbook, state))

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


def speech_of(scope: CallScope, line: Line, said_as: str) -> Speech:
    """What to say for ``line`` under the present mood; ``said_as`` decides which wording under test this call gets."""
    change = line.moods.get(scope.state.mood) or MoodChange()
    own = change.say if change.say is not None else change.ask
    text = own if own is not None else wording(scope.state, line.trials, said_as) or line.text
    cue = change.cue if change.cue is not None else line.cue
    return Speech(
        line.kind,
        scope.text(text),
        tuple(scope.text(chunk) for chunk in cue),
        scope.text(change.do if change.do is not None else line.do),
        scope.text(line.guide),
        line.verbatim,
    )


def _answer_words(playbook: Playbook, state: State, line: Line) -> str:
    given = state.answer_to(line.ref)
    if given is None:
        return ""
    label = next((one.label for one in line.answers if one.id == given.answer), "")
    if label:
        return label
    if given.value is None or given.text:
        return given.text
    return worded(playbook.facts.get(line.fact or ""), given.value, playbook.lang)


def _story_here(playbook: Playbook, state: State) -> str | None:
    """The story that the response or line on the screen names."""
    top = state.on_top
    if isinstance(top, ObjectionFrame):
        objection = playbook.objection(top.objection or "")
        response = _response(objection, top.response)
        if response and response.story:
            return response.story
        return next((one.story for one in objection.responses if one.story), None) if objection else None
    line = playbook.line(state.spoken_line)
    return line.story if line else None


def _response(objection: Objection | None, response_id: str | None) -> Response | None:
    return next((one for one in objection.responses if one.id == response_id), None) if objection else None


def _story_card(playbook: Playbook, state: State, scope: CallScope, story_id: str) -> StoryCard | None:
    story = playbook.story(story_id)
    if story is None:
        return None
    return StoryCard(
        story.id,
        scope.text(story.title or story.id),
        scope.text(story.who),
        scope.text(story.trouble),
        scope.text(story.result),
        story.sample,
        story.id in state.stories_told,
        story.id == _story_here(playbook, state),
    )


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
        question = self._question()
        speech = self._speech()
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
            rail=self._rail(),
            tone=self._tone(),
            drive=drive_of(playbook, state),
            push_locked=playbook.push_locked,
            mood=state.mood,
            mood_tapped=state.mood_tapped,
            stripped=state.mood is Mood.ANGRY,
            speech=speech,
            question=question,
            objection=self._objection(),
            crumbs=self._crumbs(),
            likely=self._coach.likely.order(playbook, self._scope, BOARD_ROWS),
            story=self._story(),
            captured=self._captured(),
            next_up=self._next_up(),
            ask=self._ask(),
            next_step=self._next_step(),
            musts=self._musts(),
            objections_met=self._met(),
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

    def _compliance(self) -> ComplianceLine | None:
        ref = self._state.spoken_line
        return next((one for one in self._playbook.compliance if one.ref == ref), None)

    def _speech(self) -> Speech:
        top = self._state.on_top
        if isinstance(top, ObjectionFrame):
            return self._objection_speech(top)
        line = self._line()
        if line is not None:
            return speech_of(self._scope, line, line.ref)
        read = self._compliance()
        if read is not None:
            return Speech(LineKind.SAY, self._scope.text(read.say), verbatim=True)
        label = _DEAD_END if self._state.line == DEAD_END else _FAREWELL
        return Speech(LineKind.SAY, label.in_lang(self._playbook.lang))

    def _objection_speech(self, top: ObjectionFrame) -> Speech:
        objection = self._playbook.objection(top.objection or "")
        if objection is None:
            return Speech(LineKind.SAY, "", do=_UNLISTED[top.step].in_lang(self._playbook.lang))
        response = _response(objection, top.response)
        kind = LineKind.ASK if top.step in (Step.ASK, Step.CHECK) else LineKind.SAY
        text = self._step_text(objection, top, top.step)
        do = self._response_do(response) if top.step is Step.ANSWER and response else ""
        unwritten = _UNLISTED[top.step].in_lang(self._playbook.lang) if not text else ""
        return Speech(
            kind,
            text,
            do=self._scope.text(do or objection.do) or unwritten,
            guide=self._scope.text(objection.guide),
        )

    def _response_do(self, response: Response) -> str:
        change = response.moods.get(self._state.mood)
        return change.do if change is not None and change.do is not None else response.do

    def _step_text(self, objection: Objection, top: ObjectionFrame, step: Step) -> str:
        if step is Step.ACKNOWLEDGE:
            return self._scope.text(objection.acknowledge)
        if step is Step.ASK:
            return self._scope.text(objection.ask)
        if step is Step.CHECK:
            return self._scope.text(objection.check)
        if step is Step.EXHAUSTED:
            return self._scope.text(objection.exhausted.say) if objection.exhausted else ""
        response = _response(objection, top.response) or moves.next_response(
            self._playbook, self._state, objection, top
        )
        return self._response_text(response) if response else ""

    def _response_text(self, response: Response) -> str:
        change = response.moods.get(self._state.mood) or MoodChange()
        own = change.say if change.say is not None else change.ask
        text = own if own is not None else wording(self._state, response.trials, response.ref) or response.say
        return self._scope.text(text)

    def _objection(self) -> ObjectionView | None:
        top = self._state.on_top
        if not isinstance(top, ObjectionFrame):
            return None
        met = self._state.objections[top.record]
        objection = self._playbook.objection(top.objection or "")
        if objection is None:
            steps = tuple(
                StepView(step, _UNLISTED[step].in_lang(self._playbook.lang), _standing(step, top.step))
                for step in _STEPS
            )
            return ObjectionView("", "", met.text, steps, top.step, None, more_answers=False, raised=1)
        order = (*_STEPS, Step.EXHAUSTED) if top.step is Step.EXHAUSTED else _STEPS
        views = tuple(StepView(s, self._step_text(objection, top, s), _standing(s, top.step)) for s in order)
        shown = tuple(view for view in views if view.text or view.standing is Standing.CURRENT)
        more = moves.next_response(self._playbook, self._state, objection, top) is not None
        return ObjectionView(
            objection.id,
            objection.kind,
            self._scope.text(objection.label),
            shown,
            top.step,
            top.response,
            more_answers=more,
            raised=self._state.raised(objection.id),
            story=_story_here(self._playbook, self._state),
        )

    def _question(self) -> Question | None:
        line = self._line()
        if line is None or line.kind is not LineKind.ASK or isinstance(self._state.on_top, ObjectionFrame):
            return None
        given = self._state.answer_to(line.ref)
        known = moves.known_answer(self._playbook, self._state, line)
        chosen = known.answer if known else None
        options = tuple(
            Option(one.id, digit, self._scope.text(one.label), one.id == chosen)
            for digit, one in enumerate(line.answers, start=1)
        )
        number, total = self._count(line)
        fact = self._playbook.facts.get(line.fact or "")
        return Question(
            number,
            total,
            line.must,
            options,
            free_text=True,
            written=given.text if given else "",
            known=self._known(line, known.value if known else None),
            fact_type=fact.type if fact else None,
        )

    def _known(self, line: Line, value: object) -> KnownAnswer | None:
        words = _answer_words(self._playbook, self._state, line)
        if words:
            return KnownAnswer(words)
        if isinstance(value, str | int | float):
            return KnownAnswer(worded(self._playbook.facts.get(line.fact or ""), value, self._playbook.lang))
        return None

    def _count(self, line: Line) -> tuple[int, int]:
        """The place of a question among the questions of its stage that are offered or asked."""
        stage = self._playbook.stage(line.ref.partition(".")[0])
        questions = [
            one
            for one in (stage.lines if stage else ())
            if one.kind is LineKind.ASK and (one is line or self._counts(one))
        ]
        return questions.index(line) + 1, len(questions)

    def _counts(self, line: Line) -> bool:
        return line.ref in self._state.done or offered(self._playbook, self._state, line, self._scope)

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
        number, total = self._count(line) if line.kind is LineKind.ASK else (0, 0)
        speech = speech_of(self._scope, line, line.ref)
        return Crumb(Showing.LINE, " · ".join(speech.cue) or speech.text, number, total)

    def _rail(self) -> tuple[RailStop, ...]:
        stops = [self._stop(stage) for stage in self._playbook.stages]
        if self._playbook.stage(WRAP_UP) is None:
            stops.append(self._last_stop())
        return tuple(stops)

    def _stop(self, stage: Stage) -> RailStop:
        counted = [line for line in stage.lines if self._counts(line)]
        passed = self._state.done | self._state.skipped
        return RailStop(
            stage.id,
            stage.title,
            self._stage_standing(stage.id),
            self._state.stage_ms(stage.id, self._time()),
            sum(1 for line in counted if line.ref in passed),
            len(counted),
            int((stage.budget_seconds or 0) * 1000),
        )

    def _last_stop(self) -> RailStop:
        title = STAGES[WRAP_UP].in_lang(self._playbook.lang)
        ms = self._state.stage_ms(WRAP_UP, self._time())
        return RailStop(WRAP_UP, title, self._stage_standing(WRAP_UP), ms, 0, 0)

    def _stage_standing(self, stage_id: str) -> Standing:
        if stage_id == self._state.stage:
            return Standing.CURRENT
        return Standing.DONE if stage_id in self._state.stages_seen else Standing.AHEAD

    def _tone(self) -> ToneBadge:
        return badge(tone_now(self._playbook, self._state))

    def _story(self) -> StoryCard | None:
        named = _story_here(self._playbook, self._state)
        return _story_card(self._playbook, self._state, self._scope, named) if named else None

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

    def _met(self) -> tuple[OpenObjection, ...]:
        found = []
        for met in self._state.objections:
            objection = self._playbook.objection(met.objection or "")
            label = self._scope.text(objection.label) if objection else met.text
            found.append(
                OpenObjection(
                    met.objection or "",
                    objection.kind if objection else met.family,
                    label,
                    met.text,
                    met.result,
                    met.time,
                )
            )
        return tuple(found)

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


def _standing(step: Step, current: Step) -> Standing:
    order = (*_STEPS, Step.EXHAUSTED)
    if step is current:
        return Standing.CURRENT
    return Standing.DONE if order.index(step) < order.index(current) else Standing.AHEAD


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


def open_objections(state: State) -> tuple[int, ...]:
    """Places in ``state.objections`` of those still open, each objection once, in the order met."""
    latest: dict[str, int] = {}
    for place, met in enumerate(state.objections):
        latest[met.objection or f"“{met.text}”"] = place
    return tuple(
        sorted(place for place in latest.values() if state.objections[place].result in (None, Result.OPEN))
    )


def brief_of(playbook: Playbook, lead: LeadCard, rep: RepCard, terms: CallTerms) -> Brief:
    """The card before the call."""
    from app.call.events import CallStarted

    started = CallStarted(playbook.id, playbook.lang, "", lead, rep, terms, HelpLevel.CUES)
    scope = CallScope.at(playbook, State(started=started))
    lines = [line for stage in playbook.stages for line in stage.lines]
    goal = playbook.goal
    label = OUTCOMES[goal].label.in_lang(Lang(playbook.lang)) if goal in OUTCOMES else ""
    own = playbook.outcome(goal) if goal else None
    return Brief(
        lead,
        playbook.id,
        playbook.title or playbook.id,
        playbook.lang,
        goal,
        (own.label if own and own.label else label),
        speech_of(scope, lines[0], lines[0].ref).text if lines else "",
        tuple(
            " · ".join(scope.text(chunk) for chunk in line.cue) or scope.text(line.text)
            for line in lines
            if line.must
        ),
        tuple(scope.text(text) for text in playbook.prep),
        playbook.lawful_basis_required,
        _gaps(playbook, scope),
    )


def _gaps(playbook: Playbook, scope: CallScope) -> tuple[str, ...]:
    """Lead and rep fields that this playbook says aloud, are empty, and have no fallback; each once, in words."""
    texts = [line.text for stage in playbook.stages for line in stage.lines]
    texts += [text for one in playbook.objections for text in (one.acknowledge, one.ask, one.check)]
    found: dict[str, None] = {}
    for text in texts:
        for part in merge.fields_of(text):
            if part.fallback is None and "." in part.name and not scope.words_for(part.name):
                found[scope.gap(part.name)[1:-1]] = None
    return tuple(found)
