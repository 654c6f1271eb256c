"""The house's fixed words: stable codes with their English and Czech labels.

Codes are the contract (playbooks, records, exports hang on them); labels are what people read. Numbers that are
guesses (retry times) are not here: they live in settings.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.playbook.label import Label as Label  # noqa: PLC0414 - part of this module too
from app.playbook.label import Lang as Lang  # noqa: PLC0414 - part of this module too


class Mood(StrEnum):
    """What the rep senses in the customer now; ordered from storm to sun, as the keys A to H lie."""

    ANGRY = "angry"
    SCEPTICAL = "sceptical"
    RUSHED = "rushed"
    RESERVED = "reserved"
    UNSURE = "unsure"
    INTERESTED = "interested"


START_MOOD = Mood.RESERVED


class Drive(StrEnum):
    """Whether the rep draws the customer out or asks for a step."""

    PULL = "pull"
    PUSH = "push"


class Dial(StrEnum):
    """A voice dial relative to the speaker's own normal."""

    LESS = "-"
    SAME = "0"
    MORE = "+"


class Ending(StrEnum):
    """How a sentence ends: the voice falls or rises."""

    FALLING = "falling"
    RISING = "rising"


@dataclass(frozen=True, slots=True)
class ToneWord:
    """A named tone: its dials, how its sentences end, and the verb to play."""

    code: str
    label: Label
    pace: Dial
    energy: Dial
    pause: Dial
    ending: Ending
    verb: Label


@dataclass(frozen=True, slots=True)
class MoodWord:
    """A mood: its label, what it sounds like, the tone that answers it, and what to do and avoid."""

    code: Mood
    label: Label
    heard_as: Label
    tone: str
    do: Label
    avoid: Label


@dataclass(frozen=True, slots=True)
class ObjectionKind:
    """A family of reasons not to go on, and the first move that serves it."""

    code: str
    label: Label
    first_move: Label


class OutcomeGroup(StrEnum):
    """The four tiers of outcomes."""

    NOT_REACHED = "not_reached"
    OPEN = "open"
    WON = "won"
    CLOSED = "closed"


class Ask(StrEnum):
    """A detail that an outcome asks for at wrap-up."""

    WHEN = "when"
    WHO = "who"
    WHAT = "what"
    VALUE = "value"
    REASON = "reason"
    NOTE = "note"


class ReasonList(StrEnum):
    """Which list of reasons an outcome offers."""

    NONE = "none"
    OBJECTION_KINDS = "objection_kinds"
    DISQUALIFICATION = "disqualification"


@dataclass(frozen=True, slots=True)
class OutcomeWord:
    """How a call ended: ``reach`` means the right person talked to us, ``final`` closes the contact."""

    code: str
    label: Label
    group: OutcomeGroup
    reach: bool
    final: bool
    requires: tuple[Ask, ...] = ()
    reasons: ReasonList = ReasonList.NONE


_LESS, _SAME, _MORE = Dial.LESS, Dial.SAME, Dial.MORE
_FALL, _RISE = Ending.FALLING, Ending.RISING

TONES: dict[str, ToneWord] = {
    word.code: word
    for word in (
        ToneWord("warm", Label("warm", "vřele"), _SAME, _SAME, _SAME, _RISE, Label("welcome", "přivítat")),
        ToneWord(
            "curious",
            Label("curious", "zvídavě"),
            _SAME,
            _SAME,
            _MORE,
            _RISE,
            Label("draw out", "rozpovídat"),
        ),
        ToneWord("calm", Label("calm", "klidně"), _LESS, _LESS, _MORE, _FALL, Label("settle", "zklidnit")),
        ToneWord(
            "empathic",
            Label("empathic", "účastně"),
            _LESS,
            _LESS,
            _MORE,
            _FALL,
            Label("acknowledge", "uznat"),
        ),
        ToneWord(
            "crisp", Label("crisp", "stručně"), _MORE, _SAME, _LESS, _FALL, Label("spare time", "ušetřit čas")
        ),
        ToneWord(
            "confident", Label("confident", "jistě"), _SAME, _SAME, _SAME, _FALL, Label("assure", "ujistit")
        ),
        ToneWord("lively", Label("lively", "živě"), _MORE, _MORE, _SAME, _RISE, Label("spark", "nadchnout")),
        ToneWord("firm", Label("firm", "pevně"), _LESS, _SAME, _MORE, _FALL, Label("hold a line", "vymezit")),
    )
}

MOODS: dict[Mood, MoodWord] = {
    word.code: word
    for word in (
        MoodWord(
            Mood.ANGRY,
            Label("angry", "zlost"),
            Label("loud, fast, blaming", "hlasitě, rychle, vyčítavě"),
            "calm",
            Label(
                "Let them finish, name it, one apology, fix.",
                "Nechat domluvit, pojmenovat, jedna omluva, náprava.",
            ),
            Label("defending, selling, “calm down”", "obhajobu, prodej, „uklidněte se“"),
        ),
        MoodWord(
            Mood.SCEPTICAL,
            Label("sceptical", "nedůvěra"),
            Label("flat, short, testing", "ploše, stroze, zkoušivě"),
            "confident",
            Label("Fact, source, admit limits.", "Fakt, zdroj, přiznat meze."),
            Label("adjectives, pressure", "přívlastky, tlak"),
        ),
        MoodWord(
            Mood.RUSHED,
            Label("rushed", "spěch"),
            Label("clipped, noise, “quickly”", "úsečně, ruch, „rychle“"),
            "crisp",
            Label("One sentence, offer a time.", "Jedna věta, nabídnout čas."),
            Label("small talk, long story", "zdvořilostní řeči, dlouhý příběh"),
        ),
        MoodWord(
            Mood.RESERVED,
            Label("reserved", "odstup"),
            Label("even, low, waits", "rovně, tiše, vyčkává"),
            "curious",
            Label("Open question, wait.", "Otevřená otázka, počkat."),
            Label("filling silence", "zaplňování ticha"),
        ),
        MoodWord(
            Mood.UNSURE,
            Label("unsure", "nejistota"),
            Label("slow, “maybe”, repeats", "pomalu, „možná“, opakuje se"),
            "warm",
            Label("Smaller step, check the worry.", "Menší krok, zjistit obavu."),
            Label("more options, hurry", "další možnosti, pospíchání"),
        ),
        MoodWord(
            Mood.INTERESTED,
            Label("interested", "zájem"),
            Label("quicker, asks how/when/price", "rychleji, ptá se jak/kdy/za kolik"),
            "lively",
            Label("Answer, ask for the step.", "Odpovědět, požádat o další krok."),
            Label("more pitching", "další přesvědčování"),
        ),
    )
}

STAGES: dict[str, Label] = {
    "prep": Label("Preparation", "Příprava"),
    "opening": Label("Opening", "Otevření"),
    "discovery": Label("Discovery", "Zjištění potřeb"),
    "story": Label("Story and offer", "Příběh a nabídka"),
    "close": Label("Asking for a decision", "Žádost o rozhodnutí"),
    "next_step": Label("Next step", "Další krok"),
    "wrap_up": Label("Wrap-up", "Dokončení"),
    "objection": Label("Objection", "Námitka"),
    "hear": Label("Hearing out", "Vyslechnutí"),
    "own": Label("Owning it", "Uznání"),
    "fix": Label("Fixing", "Řešení"),
    "verify": Label("Verifying", "Ověření"),
}

OBJECTION_KINDS: dict[str, ObjectionKind] = {
    kind.code: kind
    for kind in (
        ObjectionKind(
            "price",
            Label("price", "cena"),
            Label("Against what? Split value from cash.", "Proti čemu? Oddělit hodnotu od peněz."),
        ),
        ObjectionKind(
            "timing",
            Label("timing", "čas"),
            Label("What changes then? A date or an honest no.", "Co se změní? Termín, nebo poctivé ne."),
        ),
        ObjectionKind(
            "authority",
            Label("authority", "pravomoc"),
            Label("What will they ask? Bring them in.", "Na co se zeptají? Přizvat je."),
        ),
        ObjectionKind(
            "need",
            Label("need", "potřeba"),
            Label("How is it done now? Accept if true.", "Jak to řeší teď? Přijmout, je-li to tak."),
        ),
        ObjectionKind(
            "trust",
            Label("trust", "důvěra"),
            Label("What happened? Proof, small start.", "Co se stalo? Doklad, malý začátek."),
        ),
        ObjectionKind(
            "competitor",
            Label("competitor", "konkurence"),
            Label("What made them right? One difference.", "Čím získali? Jeden rozdíl."),
        ),
        ObjectionKind(
            "status_quo",
            Label("no change", "dosavadní stav"),
            Label("What if nothing changes?", "Co když se nic nezmění?"),
        ),
        ObjectionKind(
            "effort",
            Label("effort, risk", "pracnost, riziko"),
            Label("Which part? Plan of the first week.", "Která část? Plán prvního týdne."),
        ),
        ObjectionKind(
            "brush_off",
            Label("brush-off", "odbytí"),
            Label("One honest question, then let go.", "Jedna poctivá otázka, pak pustit."),
        ),
        ObjectionKind(
            "privacy",
            Label("privacy", "soukromí"),
            Label("True source at once, offer removal.", "Hned pravdivý zdroj, nabídnout výmaz."),
        ),
        ObjectionKind(
            "complaint",
            Label("complaint", "stížnost"),
            Label("Stop selling, hear the complaint.", "Přestat prodávat, vyslechnout stížnost."),
        ),
        ObjectionKind(
            "abuse",
            Label("abuse", "hrubost"),
            Label("One boundary, then end and log.", "Jedna hranice, pak ukončit a zapsat."),
        ),
    )
}

_NOT_REACHED, _OPEN = OutcomeGroup.NOT_REACHED, OutcomeGroup.OPEN
_WON, _CLOSED = OutcomeGroup.WON, OutcomeGroup.CLOSED
_DATED = (Ask.WHEN,)
_STEP = (Ask.WHEN, Ask.WHO, Ask.WHAT)
_REFUSED = (Ask.REASON,)

OUTCOMES: dict[str, OutcomeWord] = {
    word.code: word
    for word in (
        OutcomeWord("no_answer", Label("no answer", "nezvedá"), _NOT_REACHED, reach=False, final=False),
        OutcomeWord("busy", Label("busy", "obsazeno"), _NOT_REACHED, reach=False, final=False),
        OutcomeWord(
            "voicemail", Label("voicemail", "hlasová schránka"), _NOT_REACHED, reach=False, final=False
        ),
        OutcomeWord(
            "gatekeeper",
            Label("gatekeeper", "recepce, asistent"),
            _NOT_REACHED,
            reach=False,
            final=False,
            requires=(Ask.WHO,),
        ),
        OutcomeWord(
            "wrong_person",
            Label("wrong person", "jiná osoba"),
            _NOT_REACHED,
            reach=False,
            final=False,
            requires=(Ask.WHO,),
        ),
        OutcomeWord(
            "wrong_number", Label("wrong number", "špatné číslo"), _NOT_REACHED, reach=False, final=True
        ),
        OutcomeWord(
            "dead_number", Label("dead number", "neexistující číslo"), _NOT_REACHED, reach=False, final=True
        ),
        OutcomeWord(
            "callback", Label("callback", "zavolat později"), _OPEN, reach=True, final=False, requires=_DATED
        ),
        OutcomeWord(
            "send_info",
            Label("send information", "poslat podklady"),
            _OPEN,
            reach=True,
            final=False,
            requires=_DATED,
        ),
        OutcomeWord(
            "meeting",
            Label("meeting agreed", "domluvená schůzka"),
            _OPEN,
            reach=True,
            final=False,
            requires=_STEP,
        ),
        OutcomeWord(
            "offer",
            Label("offer requested", "vyžádaná nabídka"),
            _OPEN,
            reach=True,
            final=False,
            requires=_STEP,
        ),
        OutcomeWord(
            "trial", Label("trial", "zkušební provoz"), _OPEN, reach=True, final=False, requires=_STEP
        ),
        OutcomeWord(
            "referred",
            Label("referred", "předán kontakt"),
            _OPEN,
            reach=True,
            final=False,
            requires=(Ask.WHO,),
        ),
        OutcomeWord("hung_up", Label("customer hung up", "zákazník ukončil"), _OPEN, reach=True, final=False),
        OutcomeWord(
            "sale", Label("sale", "prodej"), _WON, reach=True, final=True, requires=(Ask.VALUE, Ask.WHEN)
        ),
        OutcomeWord(
            "renewed",
            Label("renewed", "prodlouženo"),
            _WON,
            reach=True,
            final=True,
            requires=(Ask.VALUE, Ask.WHEN),
        ),
        OutcomeWord(
            "expanded",
            Label("expanded", "rozšířeno"),
            _WON,
            reach=True,
            final=True,
            requires=(Ask.VALUE, Ask.WHEN),
        ),
        OutcomeWord(
            "complaint_solved",
            Label("complaint solved", "stížnost vyřešena"),
            _WON,
            reach=True,
            final=True,
            requires=(Ask.WHAT, Ask.WHEN),
        ),
        OutcomeWord(
            "retained",
            Label("customer retained", "zákazník udržen"),
            _WON,
            reach=True,
            final=True,
            requires=(Ask.WHAT, Ask.WHEN),
        ),
        OutcomeWord(
            "not_interested",
            Label("not interested", "nemá zájem"),
            _CLOSED,
            reach=True,
            final=True,
            requires=_REFUSED,
            reasons=ReasonList.OBJECTION_KINDS,
        ),
        OutcomeWord(
            "lost",
            Label("lost", "prohráno"),
            _CLOSED,
            reach=True,
            final=True,
            requires=_REFUSED,
            reasons=ReasonList.OBJECTION_KINDS,
        ),
        OutcomeWord(
            "cancelled",
            Label("cancelled", "výpověď"),
            _CLOSED,
            reach=True,
            final=True,
            requires=_REFUSED,
            reasons=ReasonList.OBJECTION_KINDS,
        ),
        OutcomeWord(
            "not_qualified",
            Label("not qualified", "nevhodný kontakt"),
            _CLOSED,
            reach=True,
            final=True,
            requires=_REFUSED,
            reasons=ReasonList.DISQUALIFICATION,
        ),
        OutcomeWord(
            "escalated",
            Label("escalated", "předáno výš"),
            _CLOSED,
            reach=True,
            final=False,
            requires=(Ask.WHO, Ask.WHEN),
        ),
        OutcomeWord("do_not_call", Label("do not call", "nevolat"), _CLOSED, reach=True, final=True),
    )
}

GROUPS: dict[OutcomeGroup, Label] = {
    _NOT_REACHED: Label("not reached", "nedovoláno"),
    _OPEN: Label("open", "otevřeno"),
    _WON: Label("won", "úspěch"),
    _CLOSED: Label("closed", "uzavřeno"),
}

DISQUALIFICATIONS: dict[str, Label] = {
    "unreachable": Label("unreachable", "nedovolatelný"),
    "bad_data": Label("bad data", "chybné údaje"),
    "no_need": Label("no need", "nemá potřebu"),
    "no_fit": Label("no fit", "nevhodné řešení"),
    "no_budget": Label("no budget", "bez rozpočtu"),
    "no_authority": Label("does not decide", "nerozhoduje"),
    "bad_timing": Label("bad timing", "špatná doba"),
    "has_contract": Label("bound elsewhere", "vázán jinde"),
    "duplicate": Label("duplicate", "duplicita"),
    "not_a_lead": Label("student, competitor, applicant, mistake", "student, konkurent, uchazeč, omyl"),
}

LAWFUL_BASES: dict[str, Label] = {
    "consent": Label("consent", "souhlas"),
    "contract": Label("contract or request", "smlouva nebo poptávka"),
    "legitimate_interest": Label("legitimate interest", "oprávněný zájem"),
    "public_contact": Label("published for business contact", "zveřejněno pro obchodní kontakt"),
}


def reasons_for(outcome: OutcomeWord) -> dict[str, Label]:
    """The reason codes that wrap-up offers for ``outcome``, in a fixed order; empty when it asks for none."""
    if outcome.reasons is ReasonList.OBJECTION_KINDS:
        return {kind.code: kind.label for kind in OBJECTION_KINDS.values()}
    if outcome.reasons is ReasonList.DISQUALIFICATION:
        return dict(DISQUALIFICATIONS)
    return {}


LEAD_FIELDS: dict[str, Label] = {
    "first_name": Label("first name", "jméno"),
    "last_name": Label("last name", "příjmení"),
    "name": Label("name", "celé jméno"),
    "salutation": Label("salutation", "oslovení"),
    "company": Label("company", "firma"),
    "role": Label("role", "funkce"),
    "phone": Label("phone", "telefon"),
    "email": Label("e-mail", "e-mail"),
    "source": Label("source", "zdroj"),
    "medium": Label("medium", "médium"),
    "campaign": Label("campaign", "kampaň"),
    "ad": Label("ad", "reklama"),
    "page": Label("page", "stránka"),
    "promise": Label("promise", "slib"),
    "note": Label("note", "poznámka"),
}
CALL_FIELDS: dict[str, Label] = {
    "direction": Label("direction", "směr hovoru"),
    "recorded": Label("recorded", "nahrává se"),
    "attempt": Label("attempt", "pokus"),
    "number": Label("number", "číslo"),
}
REP_FIELDS: dict[str, Label] = {
    "name": Label("rep's name", "jméno obchodníka"),
    "first_name": Label("rep's first name", "křestní jméno obchodníka"),
    "company": Label("our company", "naše firma"),
    "phone": Label("our phone", "náš telefon"),
    "email": Label("our e-mail", "náš e-mail"),
}
