"""Ready prompts of a believable made-up call, in Czech and English, for tests and for looking at the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.call.events import HelpLevel, Result, Step
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.prompt import (
    AskOffer,
    Captured,
    Clocks,
    Crumb,
    KnownAnswer,
    LikelyObjection,
    MustView,
    NextStep,
    ObjectionView,
    OpenObjection,
    Option,
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
from app.playbook.model import FactType, LineKind
from app.playbook.vocabulary import Dial, Drive, Ending, Mood

LEAD = LeadCard(
    lead_id="0190f3a0-0000-7000-8000-000000000001",
    first_name="Jana",
    last_name="Nováková",
    salutation="paní Nováková",
    company="Pekárna Klas s.r.o.",
    role="jednatelka",
    phone="+420 601 000 001",
    email="jana@pekarna.example",
    source="Google Ads",
    medium="cpc",
    campaign="jaro-2026",
    page="Objednávky bez papíru",
    promise="Vyzkoušení na měsíc zdarma",
)
REP = RepCard("petr", "Petr Malý", "Zápisník")
TERMS = CallTerms(attempt=2, number="+420 601 000 001")

_WORDS: dict[str, dict[str, Any]] = {
    "cs": {
        "rail": ("Otevření", "Zjištění potřeb", "Příběh zákazníka", "Nabídka", "Další krok", "Dokončení"),
        "text": "Kolik hodin týdně vám dnes zabere objednávkový papír?",
        "cue": ("hodin týdně", "dnes", "jen papír"),
        "do": "Nepřerušujte. Když zazní číslo, zopakujte ho.",
        "guide": "Číslo je základ celého hovoru: později se k němu vrátíte v ceně.",
        "options": ("do 2 hodin", "2–5 hodin", "5–10 hodin", "víc než 10"),
        "likely": ("Pošlete mi to e-mailem", "Nemám teď čas", "Je to moc drahé", "Už něco používáme"),
        "rest": (
            "Rozhoduje společník",
            "Neznám vás",
            "Přechod je moc práce",
            "Zatím se jen dívám",
            "Kde máte moje číslo?",
        ),
        "next": "Co jste už zkoušeli?",
        "note": "Účetní paní Dvořáková, volat po 15.",
        "facts": (("Proč teď", "Nová pobočka v Brně"), ("Rozhoduje", "společně s účetní"), ("Rozpočet", "")),
        "story": ("Pekařství U Dvou mlýnů", "Pekařství U Dvou mlýnů: 6 → 1 h týdně, zaplaceno za 7 týdnů."),
        "objection": "Je to moc drahé",
        "steps": (
            "Chápu, je to peněz dost.",
            "S čím to teď srovnáváte – s jiným systémem, nebo s tím, co stojí papír?",
            "Pět hodin týdně vychází při vaší sazbě na 9 000 Kč měsíčně.",
            "Dává to takhle smysl?",
        ),
        "ask": "Nastavíme to na vašich datech?",
        "verbatim": "Hovor se nahrává pro zlepšování služeb. Souhlasíte s tím?",
    },
    "en": {
        "rail": ("Opening", "Discovery", "A customer's story", "Offer", "Next step", "Wrap-up"),
        "text": "How many hours a week does the order paperwork take you today?",
        "cue": ("hours a week", "today", "paperwork only"),
        "do": "Do not interrupt. When a number comes, repeat it.",
        "guide": "The number carries the whole call: you come back to it when the price is due.",
        "options": ("up to 2 hours", "2–5 hours", "5–10 hours", "more than 10"),
        "likely": ("Send it by e-mail", "No time now", "It is too expensive", "We use something already"),
        "rest": (
            "My partner decides",
            "I do not know you",
            "Moving is a lot of work",
            "I am just looking",
            "Where did you get my number?",
        ),
        "next": "What have you tried so far?",
        "note": "Accountant Ms Dvořáková, call after the 15th.",
        "facts": (("Why now", "New branch in Brno"), ("Decides", "with the accountant"), ("Budget", "")),
        "story": ("Two Mills Bakery", "Two Mills Bakery: 6 → 1 h a week, paid back in 7 weeks."),
        "objection": "It is too expensive",
        "steps": (
            "I see, it is a fair amount of money.",
            "What do you compare it with – another system, or what the paper costs?",
            "Five hours a week come to about 360 euros a month at your rate.",
            "Does it make sense that way?",
        ),
        "ask": "Shall we set it up with your own data?",
        "verbatim": "This call is recorded to improve our service. Do you agree?",
    },
}

_KINDS = ("brush_off", "timing", "price", "competitor", "authority", "trust", "effort", "timing", "privacy")
_SHARES = (0.31, 0.22, 0.14, 0.09)


def objections(lang: str = "cs") -> tuple[LikelyObjection, ...]:
    """All nine objections of the made-up playbook, the likeliest first."""
    labels = (*_WORDS[lang]["likely"], *_WORDS[lang]["rest"])
    shares = (*_SHARES, *([None] * (len(labels) - len(_SHARES))))
    return tuple(
        LikelyObjection(f"o{place}", kind, str(label), share)
        for place, (kind, label, share) in enumerate(zip(_KINDS, labels, shares, strict=True), start=1)
    )


def stories(lang: str = "cs") -> tuple[StoryCard, ...]:
    """Two stories; the second one fits this step."""
    title, result = _WORDS[lang]["story"]
    return (
        StoryCard("s1", "Autoservis Na Kopci", "Autoservis, 4 lidé", "Ztracené zakázky", "Nic se neztratí",
                  sample=True, told=False, fits_here=False),
        StoryCard("s2", str(title), "Pekařství, 12 lidí, dvě prodejny", "Šest hodin týdně nad papírem",
                  str(result), sample=True, told=False, fits_here=True),
    )  # fmt: skip


def questions(lang: str = "cs") -> tuple[QuestionRow, ...]:
    """A few lines of two stages, one of them asked."""
    words = _WORDS[lang]
    return (
        QuestionRow("opening.why", "opening", LineKind.ASK, "Co vás přimělo nechat nám kontakt?", must=True,
                    asked=True, skipped=False, answer="Nová pobočka v Brně"),
        QuestionRow("discovery.today", "discovery", LineKind.ASK, "Jak to řešíte dnes?", must=True, asked=False,
                    skipped=False),
        QuestionRow("discovery.hours", "discovery", LineKind.ASK, str(words["text"]), must=True, asked=False,
                    skipped=False),
        QuestionRow("discovery.who", "discovery", LineKind.ASK, "Kdo další o tom rozhoduje?", must=False,
                    asked=False, skipped=False),
    )  # fmt: skip


def question_prompt(lang: str = "cs", *, help_level: HelpLevel = HelpLevel.CUES) -> Prompt:
    """The third of five questions, with four answers; the customer is in a hurry."""
    words = _WORDS[lang]
    return Prompt(
        phase=Phase.TALK,
        showing=Showing.LINE,
        lead=LEAD,
        rep=REP,
        terms=TERMS,
        playbook="inbound-lead",
        playbook_title="Příchozí poptávka" if lang == "cs" else "Inbound lead",
        lang=lang,
        help=help_level,
        line="discovery.hours",
        stage="discovery",
        rail=_rail(lang),
        tone=ToneBadge("crisp", Dial.MORE, Dial.SAME, Dial.LESS, 0.0, Ending.FALLING),
        drive=Drive.PULL,
        push_locked=False,
        mood=Mood.RUSHED,
        mood_tapped=True,
        stripped=False,
        speech=_speech(lang),
        question=_question(lang),
        objection=None,
        crumbs=(),
        likely=objections(lang)[:7],
        story=stories(lang)[1],
        captured=tuple(
            Captured(f"f{place}", label, value) for place, (label, value) in enumerate(words["facts"])
        ),
        next_up=str(words["next"]),
        ask=None,
        next_step=NextStep(),
        musts=(
            MustView("opening.why", "", asked=True),
            MustView("discovery.hours", str(words["text"]), asked=False),
        ),
        objections_met=(),
        notes=((1, str(words["note"])),),
        clocks=Clocks(at_ms=221_000, call_ms=221_000, stage_ms=64_000, held=False),
        undo_kind="answered",
        redo_kind="",
        proposed_outcome=None,
        outcome=None,
        announce=f"{words['text']}",
    )


def statement_prompt(lang: str = "cs") -> Prompt:
    """The same moment with nothing to answer."""
    prompt = question_prompt(lang)
    return replace(prompt, question=None, speech=replace(prompt.speech, kind=LineKind.SAY))


def words_prompt(lang: str = "cs") -> Prompt:
    """A question that wants the customer's own words."""
    prompt = question_prompt(lang)
    return replace(prompt, question=Question(1, 5, must=False, options=(), free_text=True))


def known_prompt(lang: str = "cs") -> Prompt:
    """A question whose answer is known from before."""
    prompt = question_prompt(lang)
    known = replace(_question(lang), known=KnownAnswer("2–5"), fact_type=FactType.CHOICE)
    return replace(prompt, question=known)


def verbatim_prompt(lang: str = "cs") -> Prompt:
    """A line that must be read word for word."""
    prompt = statement_prompt(lang)
    speech = Speech(LineKind.SAY, str(_WORDS[lang]["verbatim"]), verbatim=True)
    return replace(prompt, showing=Showing.COMPLIANCE, speech=speech, line="compliance.recording")


def objection_prompt(lang: str = "cs", *, current: Step = Step.ASK) -> Prompt:
    """The price is too high: acknowledged, being asked about."""
    prompt = question_prompt(lang)
    words = _WORDS[lang]
    order = (Step.ACKNOWLEDGE, Step.ASK, Step.ANSWER, Step.CHECK)
    at = order.index(current)
    steps = tuple(
        StepView(
            step,
            str(text),
            Standing.DONE if place < at else Standing.CURRENT if place == at else Standing.AHEAD,
        )
        for place, (step, text) in enumerate(zip(order, words["steps"], strict=True))
    )
    view = ObjectionView("o3", "price", str(words["objection"]), steps, current, "split", more_answers=True,
                         raised=1, story="s2")  # fmt: skip
    return replace(
        prompt,
        showing=Showing.OBJECTION,
        objection=view,
        question=None,
        speech=Speech(LineKind.SAY, steps[at].text),
        tone=ToneBadge("calm", Dial.LESS, Dial.LESS, Dial.MORE, 2.0, Ending.FALLING),
        crumbs=(Crumb(Showing.LINE, str(words["text"]), 3, 5),),
        objections_met=(OpenObjection("o3", "price", str(words["objection"]), "", None, 200_000),),
        announce=steps[at].text,
    )


def angry_prompt(lang: str = "cs") -> Prompt:
    """The customer is angry: the screen is stripped."""
    prompt = question_prompt(lang)
    tone = ToneBadge("calm", Dial.LESS, Dial.SAME, Dial.MORE, 2.0, Ending.FALLING)
    return replace(prompt, mood=Mood.ANGRY, stripped=True, tone=tone)


def interested_prompt(lang: str = "cs", *, with_options: bool = False) -> Prompt:
    """The customer is interested: the ask is offered."""
    prompt = question_prompt(lang) if with_options else statement_prompt(lang)
    offer = AskOffer(str(_WORDS[lang]["ask"]), (date(2026, 11, 26), date(2026, 12, 1)))
    return replace(prompt, mood=Mood.INTERESTED, ask=offer, drive=Drive.PUSH)


def held_prompt(lang: str = "cs") -> Prompt:
    """The customer is on hold, after a crash that cost two minutes."""
    prompt = question_prompt(lang)
    return replace(prompt, clocks=replace(prompt.clocks, held=True, gap_ms=133_000))


def farewell_prompt(lang: str = "cs") -> Prompt:
    """Nothing is left to say but goodbye."""
    prompt = statement_prompt(lang)
    return replace(
        prompt, showing=Showing.FAREWELL, line="wrap_up", next_up="", speech=Speech(LineKind.SAY, "")
    )


def with_open_objection(prompt: Prompt) -> Prompt:
    """The same with one objection left open."""
    met = OpenObjection("o3", "price", "Je to moc drahé", "", Result.OPEN, 190_000)
    return replace(prompt, objections_met=(met,))


def _speech(lang: str) -> Speech:
    words = _WORDS[lang]
    cue = tuple(str(chunk) for chunk in words["cue"])
    return Speech(LineKind.ASK, str(words["text"]), cue, str(words["do"]), str(words["guide"]))


def _question(lang: str) -> Question:
    labels = _WORDS[lang]["options"]
    options = tuple(Option(f"a{digit}", digit, str(label)) for digit, label in enumerate(labels, start=1))
    return Question(3, 5, must=True, options=options, free_text=True)


def _rail(lang: str) -> tuple[RailStop, ...]:
    titles = _WORDS[lang]["rail"]
    standings = (Standing.DONE, Standing.CURRENT, *([Standing.AHEAD] * 4))
    ids = ("opening", "discovery", "story", "offer", "next_step", "wrap_up")
    times = (38_000, 64_000, 0, 0, 0, 0)
    done = (3, 2, 0, 0, 0, 0)
    return tuple(
        RailStop(stop, str(title), standing, ms, lines, 5 if stop != "wrap_up" else 0)
        for stop, title, standing, ms, lines in zip(ids, titles, standings, times, done, strict=True)
    )
