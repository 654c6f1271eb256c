"""Playbooks and calls for tests, built in one line."""

from __future__ import annotations

from app.call.events import HelpLevel
from app.call.live_call import LiveCall
from app.call.people import CallTerms, LeadCard, RepCard
from app.playbook.model import (
    Answer,
    ComplianceLine,
    Exhausted,
    Fact,
    FactType,
    Final,
    Line,
    LineKind,
    MoodChange,
    Objection,
    Outcome,
    Playbook,
    Response,
    Stage,
    Story,
    Tone,
    WayOn,
)
from app.playbook.source import Source, SourceFile
from app.playbook.vocabulary import OUTCOMES, Drive, Mood
from tests.fakes import FakeClock, FakeJournal

SOURCE = Source((SourceFile("en/mill.yaml", b"callcue: 1\n"),))


def say(ref: str, text: str, **more: object) -> Line:
    return Line(ref.partition(".")[2], ref, LineKind.SAY, text, **more)  # type: ignore[arg-type]


def ask(ref: str, text: str, **more: object) -> Line:
    return Line(ref.partition(".")[2], ref, LineKind.ASK, text, **more)  # type: ignore[arg-type]


def outcome(code: str) -> Outcome:
    word = OUTCOMES[code]
    return Outcome(code, word.group, requires=word.requires)


def mill_playbook() -> Playbook:
    """A small whole playbook: branching on facts, moods, an objection with a ladder, a story, a notice to read."""
    return Playbook(
        "mill",
        "en",
        (
            Stage(
                "opening",
                "Opening",
                (
                    say(
                        "opening.hello",
                        "Hello {lead.first_name|there}, {rep.name} here.",
                        cue=("name", "stop"),
                    ),
                    ask(
                        "opening.time",
                        "Is now all right?",
                        answers=(
                            Answer("yes", "yes"),
                            Answer("later", "later", to="next_step", outcome="callback"),
                        ),
                    ),
                ),
                tone=Tone("warm"),
            ),
            Stage(
                "discovery",
                "Discovery",
                (
                    ask(
                        "discovery.hours",
                        "How many hours a week does paper take you?",
                        cue=("hours a week", "today", "paper only"),
                        fact="hours",
                        must=True,
                        moods={
                            Mood.RUSHED: MoodChange(ask="Hours a week?"),
                            Mood.ANGRY: MoodChange(skip=True),
                        },
                        tone=Tone("curious", pause_seconds=3.0),
                        answers=(
                            Answer("few", "under 2", value=1, to="next_step"),
                            Answer("some", "2 to 5", value=3),
                            Answer("many", "more", value=8),
                        ),
                    ),
                    ask("discovery.cost", "What does it cost you?", when="hours >= 5", fact="cost"),
                    ask(
                        "discovery.decides",
                        "Who else has a say?",
                        fact="decides",
                        must=True,
                        answers=(
                            Answer("self", "nobody"),
                            Answer("partner", "my partner", objection="partner"),
                        ),
                    ),
                ),
                tone=Tone("curious"),
                drive=Drive.PULL,
                next=(WayOn("story", when="hours >= 3"), WayOn("next_step")),
            ),
            Stage(
                "story", "Story", (say("story.mill", "There is a mill.", story="mill"),), tone=Tone("lively")
            ),
            Stage(
                "close",
                "Close",
                (
                    ask(
                        "close.shall",
                        "Shall we set it up?",
                        answers=(Answer("yes", "yes", outcome="meeting"), Answer("no", "no")),
                    ),
                ),
                drive=Drive.PUSH,
                tone=Tone("confident"),
            ),
            Stage("next_step", "Next step", (ask("next_step.when", "When suits you?"),), tone=Tone("crisp")),
        ),
        title="The mill",
        goal="meeting",
        facts={
            "hours": Fact("hours", "Hours a week", FactType.NUMBER, unit="h", min=0),
            "cost": Fact("cost", "Cost", FactType.MONEY, currency="CZK"),
            "decides": Fact(
                "decides",
                "Who decides",
                FactType.CHOICE,
                options={"self": "the caller", "partner": "a partner"},
            ),
        },
        objections=(
            Objection(
                "price",
                "price",
                "It is too expensive",
                heard=("too expensive", "no budget"),
                likely=("close", "discovery"),
                tone=Tone("calm"),
                pause_seconds=2.0,
                acknowledge="I see.",
                ask="Compared with what?",
                responses=(
                    Response(
                        "payback",
                        "price.payback",
                        "{hours} hours a week pay it.",
                        when="hours >= 5",
                        once=True,
                        story="mill",
                    ),
                    Response("monthly", "price.monthly", "Would monthly help?"),
                    Response("smaller", "price.smaller", "Start smaller?", to="next_step"),
                ),
                check="Does that make sense?",
                exhausted=Exhausted("Shall I ring later?", to="next_step", outcome="callback"),
                final=Final(outcome="not_interested"),
            ),
            Objection(
                "partner", "authority", "My partner decides", likely=("discovery",), ask="What will they ask?"
            ),
        ),
        stories=(Story("mill", "The mill", "a baker", "paper", "six hours to one", sample=True),),
        compliance=(
            ComplianceLine(
                "recording", "compliance.recording", "This call is recorded.", "discovery", "call.recorded"
            ),
        ),
        outcomes=tuple(
            outcome(code) for code in ("meeting", "callback", "not_interested", "no_answer", "do_not_call")
        ),
    )


LEAD = LeadCard(
    first_name="Sample", last_name="Baker", company="Sample Bakery", phone="+420 777 123 456", source="Web"
)
REP = RepCard("rep", "Rep Example", "Our House")


def begin(
    playbook: Playbook | None = None,
    *,
    recorded: bool = False,
    journal: FakeJournal | None = None,
    clock: FakeClock | None = None,
) -> LiveCall:
    """A call that has just started."""
    return LiveCall.start(
        playbook=playbook or mill_playbook(),
        source=SOURCE,
        lead=LEAD,
        rep=REP,
        terms=CallTerms(recorded=recorded),
        help=HelpLevel.CUES,
        journal=journal or FakeJournal(),
        clock=clock or FakeClock(ticking=True),
        seed=1,
    )
