"""Every key of the playbook language, declared once: the reader, the editors' schema and the help are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.playbook.model import FactType
from app.playbook.vocabulary import OBJECTION_KINDS, OUTCOMES, TONES, Drive, Label, Lang, Mood, OutcomeGroup

ID_PATTERN = r"[a-z][a-z0-9_]*"
"""What the id of a stage, line, answer, objection, response, story, fact or outcome looks like."""
PLAYBOOK_ID_PATTERN = r"[a-z][a-z0-9_-]*"
"""What the id of a playbook looks like: hyphens are welcome."""
LANGUAGE_VERSION = "1"
"""The version of the playbook language that this program reads."""
MAX_ANSWERS = 9
"""A question has no more answers than there are digit keys."""
DIAL_WORDS = {"-": "-", "0": "0", "+": "+", "less": "-", "same": "0", "more": "+"}
"""How a voice dial may be written, and the sign it stands for."""
SKIP = "skip"
"""What a mood says when the line is to be passed over."""


class Kind(StrEnum):
    """What a field takes."""

    TEXT = "text"
    """A scalar as written."""
    PROSE = "prose"
    """A text that people read or say; merge fields in braces are filled in."""
    EXPRESSION = "expression"
    """A condition, see ``expressions``."""
    ID = "id"
    PLAYBOOK_ID = "playbook_id"
    VERSION = "language_version"
    REFERENCE = "reference"
    """The id or dotted name of something else; whether it exists is checked on the whole playbook."""
    NUMBER = "number"
    YES_NO = "yes_no"
    DURATION = "duration"
    CODE = "code"
    """One of ``codes``."""
    DIAL = "dial"
    PAUSE = "pause"
    """A dial or seconds."""
    TEXTS = "texts"
    PROSES = "proses"
    REFERENCES = "references"
    CODES = "codes"
    PATHS = "paths"
    TONE = "tone"
    """A tone's name, or a mapping of ``shape``."""
    MOODS = "moods"
    """Mood codes to ``skip`` or a mapping of ``shape``."""
    ONE = "one"
    """A mapping of ``shape``."""
    MANY = "many"
    """A list of mappings of ``shape``."""
    NAMED = "named"
    """Ids to mappings of ``shape``."""
    OUTCOMES = "outcomes"
    """A list of outcome codes and mappings of ``shape``."""
    REQUIRES = "requires"
    """A list of wrap-up details and facts."""
    LABELS = "labels"
    """Codes to labels."""
    RENAMES = "renames"
    """Old dotted names to new ones."""
    VALUE = "value"
    """A value of the type of the line's fact."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key: what it takes, what it means, and an example as YAML text."""

    key: str
    kind: Kind
    meaning: Label
    example: str
    required: bool = False
    codes: tuple[str, ...] = ()
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of mapping. ``one_of`` names keys of which exactly one must be there."""

    name: str
    label: Label
    fields: tuple[Field, ...]
    one_of: tuple[str, ...] = ()

    def field(self, key: str) -> Field | None:
        """The declaration of ``key``, or ``None``."""
        return next((field for field in self.fields if field.key == key), None)

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys in the order of declaration."""
        return tuple(field.key for field in self.fields)


_MOOD_CODES = tuple(Mood)
_TONE_CODES = tuple(TONES)

_ID = Field(
    "id",
    Kind.ID,
    Label(
        "Its name for ever: calls, figures and translations hang on it. Small letters, digits and _.",
        "Jméno navždy: visí na něm hovory, čísla i překlady. Malá písmena bez diakritiky, číslice a _.",
    ),
    "hours",
    required=True,
)
_WHEN = Field(
    "when",
    Kind.EXPRESSION,
    Label("Offered only if this holds.", "Nabídne se, jen když to platí."),
    "hours_per_week >= 5 and not raised(price)",
)
_TONE = Field(
    "tone",
    Kind.TONE,
    Label(
        "How to sound: a tone's name, or a name with dials and a note.",
        "Jak znít: název tónu, nebo název s tempem, energií, pauzou a poznámkou.",
    ),
    "{name: curious, pause: 3s}",
    codes=_TONE_CODES,
    shape="tone",
)
_DO = Field(
    "do",
    Kind.PROSE,
    Label("An instruction for the rep, never read aloud.", "Pokyn pro obchodníka, nikdy se nečte nahlas."),
    "Do not interrupt. Say the number back.",
)
_GUIDE = Field(
    "guide",
    Kind.PROSE,
    Label("Longer help for newcomers, folded away.", "Delší rada pro nováčky, jinak sbalená."),
    "New here? Two seconds of silence is fine.",
)
_TO = Field(
    "to",
    Kind.REFERENCE,
    Label(
        "Where the call goes: a stage, a line, wrap_up or end.",
        "Kam hovor pokračuje: fáze, replika, wrap_up nebo end.",
    ),
    "next_step",
)
_OUTCOME = Field(
    "outcome",
    Kind.REFERENCE,
    Label("The outcome that wrap-up proposes.", "Výsledek, který se nabídne při dokončení."),
    "meeting",
)
_STORY = Field(
    "story",
    Kind.REFERENCE,
    Label("A story offered here.", "Příběh, který se tu nabídne."),
    "mill",
)
_BUDGET = Field(
    "budget",
    Kind.DURATION,
    Label(
        "The time it should take, shown quietly: 45s, 3m, 2h.",
        "Kolik času má zabrat, ukazuje se tiše: 45s, 3m, 2h.",
    ),
    "3m",
)
_MOODS = Field(
    "moods",
    Kind.MOODS,
    Label(
        "Other wording by the customer's mood, or skip.",
        "Jiné znění podle naladění zákazníka, nebo skip (vynechat).",
    ),
    "{rushed: {ask: How many hours a week?}, angry: skip}",
    codes=_MOOD_CODES,
    shape="mood",
)
_NEEDS_MOODS = Field(
    "needs_moods",
    Kind.CODES,
    Label("Moods that must have a wording of their own.", "Naladění, která musejí mít vlastní znění."),
    "[angry, rushed]",
    codes=_MOOD_CODES,
)
_TRY = Field(
    "try",
    Kind.PROSES,
    Label("Two or more wordings under test.", "Dvě nebo více znění, která se porovnávají."),
    "[Shall I explain?, May I say why I ring?]",
)
_CUE = Field(
    "cue",
    Kind.PROSES,
    Label(
        "Three to six words to speak from, shown large.",
        "Tři až šest slov jako opora, ukázaná velkým písmem.",
    ),
    "[hours a week, today, paper only]",
)

_FACTS = Field(
    "facts",
    Kind.NAMED,
    Label(
        "What the call may learn, typed; each is a column in review and exports.",
        "Co se v hovoru dá zjistit, s typem; každý údaj je sloupec v hodnocení a exportech.",
    ),
    "{hours_per_week: {label: Hours a week, type: number, unit: h, min: 0}}",
    shape="fact",
)
_OBJECTIONS = Field(
    "objections",
    Kind.MANY,
    Label(
        "Reasons not to go on, reachable from every stage.",
        "Námitky; dostupné z každé fáze, hovor se po nich vrací na stejné místo.",
    ),
    "[{id: too_expensive, kind: price, label: It is too expensive}]",
    shape="objection",
)
_STORIES = Field(
    "stories",
    Kind.MANY,
    Label("Cases to tell, at most 45 s aloud.", "Příběhy k vyprávění, nahlas nejvýš 45 s."),
    "[{id: mill, title: The mill}]",
    shape="story",
)
_COMPLIANCE = Field(
    "compliance",
    Kind.MANY,
    Label("Lines that must be read as written.", "Repliky, které se musejí přečíst přesně."),
    "[{id: recording, say: This call is recorded., before: discovery}]",
    shape="compliance",
)
_USES = Field(
    "uses",
    Kind.PATHS,
    Label(
        "Shared files, by path from this file; they stay inside the playbooks folder.",
        "Sdílené soubory, cestou od tohoto souboru; jen uvnitř složky scénářů.",
    ),
    "[../shared/objections.en.yaml]",
)
_CALLCUE = Field(
    "callcue",
    Kind.VERSION,
    Label("The version of the playbook language.", "Verze jazyka scénářů."),
    LANGUAGE_VERSION,
    required=True,
)
_LANG = Field(
    "lang",
    Kind.CODE,
    Label("The language of its texts.", "Jazyk textů."),
    "en",
    required=True,
    codes=tuple(Lang),
)

PLAYBOOK = Shape(
    "playbook",
    Label("playbook", "scénář hovoru"),
    (
        _CALLCUE,
        Field(
            "id",
            Kind.PLAYBOOK_ID,
            Label(
                "The same in every translation, so that figures add up. Small letters, digits, _ and -.",
                "Stejné ve všech překladech, aby se čísla sčítala. Malá písmena bez diakritiky, číslice, _ a -.",
            ),
            "inbound-lead",
            required=True,
        ),
        _LANG,
        Field("title", Kind.TEXT, Label("Its name for people.", "Název pro lidi."), "Inbound lead"),
        Field(
            "version",
            Kind.TEXT,
            Label("Your own version mark.", "Vaše vlastní označení verze."),
            '"2026.11.1"',
        ),
        Field(
            "goal",
            Kind.REFERENCE,
            Label("The outcome that this call aims at.", "Výsledek, ke kterému hovor směřuje."),
            "meeting",
        ),
        _TONE,
        Field(
            "push",
            Kind.CODE,
            Label(
                "locked: no asking for a step in this call, as in complaints.",
                "locked: v tomto hovoru se nežádá o další krok, například u stížností.",
            ),
            "locked",
            codes=("locked",),
        ),
        Field(
            "prep",
            Kind.PROSES,
            Label("Texts on the card before the call.", "Texty na kartě před hovorem."),
            "[Open their page in the browser.]",
        ),
        Field(
            "lawful_basis",
            Kind.CODE,
            Label(
                "required: the card before the call asks why we may call.",
                "required: karta před hovorem se ptá na právní důvod.",
            ),
            "required",
            codes=("required",),
        ),
        _USES,
        _FACTS,
        Field(
            "stages",
            Kind.MANY,
            Label("The parts of the call, in order.", "Části hovoru v pořadí."),
            "[{id: opening, lines: [{id: hello, say: Good morning.}]}]",
            required=True,
            shape="stage",
        ),
        _OBJECTIONS,
        _STORIES,
        _COMPLIANCE,
        Field(
            "outcomes",
            Kind.OUTCOMES,
            Label(
                "How the call may end: codes, or outcomes of your own; all codes when left out.",
                "Jak může hovor skončit: kódy nebo vlastní výsledky; bez tohoto klíče všechny kódy.",
            ),
            "[meeting, callback, not_interested]",
            codes=tuple(OUTCOMES),
            shape="outcome",
        ),
        Field(
            "scorecard",
            Kind.REFERENCE,
            Label("The scorecard, a file in scorecards/.", "Hodnoticí karta, soubor ve složce scorecards/."),
            "sales",
        ),
        Field(
            "renames",
            Kind.RENAMES,
            Label(
                "Old names to new ones; keeps history and figures.",
                "Stará jména a nová; historie a čísla zůstanou zachovány.",
            ),
            "{discovery.size: discovery.hours}",
        ),
    ),
)

SHARED = Shape(
    "shared",
    Label("shared file", "sdílený soubor"),
    (_CALLCUE, _LANG, _USES, _FACTS, _OBJECTIONS, _STORIES, _COMPLIANCE),
)

STAGE = Shape(
    "stage",
    Label("stage", "fáze"),
    (
        _ID,
        Field("title", Kind.TEXT, Label("Its name for people.", "Název pro lidi."), "Discovery"),
        Field(
            "drive",
            Kind.CODE,
            Label(
                "pull draws the customer out, push asks for a step.",
                "pull rozpovídává, push žádá o další krok.",
            ),
            "pull",
            codes=tuple(Drive),
        ),
        _TONE,
        _BUDGET,
        Field(
            "lines",
            Kind.MANY,
            Label("What to say and ask, in order.", "Co říct a na co se zeptat, v pořadí."),
            "[{id: hello, say: Good morning.}]",
            required=True,
            shape="line",
        ),
        Field(
            "next",
            Kind.MANY,
            Label(
                "Ways on; the first whose `when` holds, else the next stage.",
                "Kudy dál; první, jejíž `when` platí, jinak následující fáze.",
            ),
            "[{when: hours_per_week >= 5, to: story}, {to: offer}]",
            shape="way_on",
        ),
    ),
)

LINE = Shape(
    "line",
    Label("line", "replika"),
    (
        _ID,
        Field("say", Kind.PROSE, Label("A statement.", "Sdělení."), "Good morning, this is {rep.name}."),
        Field("ask", Kind.PROSE, Label("A question.", "Otázka."), "How many hours a week does it take?"),
        _CUE,
        _DO,
        _GUIDE,
        _MOODS,
        _NEEDS_MOODS,
        _TONE,
        _BUDGET,
        Field(
            "must",
            Kind.YES_NO,
            Label(
                "Counts for coverage; a skip is allowed and logged.",
                "Povinná; vynechat ji lze, ale zapíše se to.",
            ),
            "true",
        ),
        _WHEN,
        Field(
            "fact",
            Kind.REFERENCE,
            Label("The fact that the answer is stored in.", "Údaj, do kterého se odpověď uloží."),
            "hours_per_week",
        ),
        Field(
            "verbatim", Kind.YES_NO, Label("Read exactly as written.", "Čte se přesně, jak je psáno."), "true"
        ),
        _STORY,
        Field(
            "answers",
            Kind.MANY,
            Label("Replies picked by a digit, nine at most.", "Odpovědi volené číslicí, nejvýš devět."),
            "[{id: few, label: under 2, value: 1}]",
            shape="answer",
        ),
        _TRY,
    ),
    one_of=("say", "ask"),
)

ANSWER = Shape(
    "answer",
    Label("answer", "odpověď"),
    (
        _ID,
        Field("label", Kind.PROSE, Label("What the button says.", "Text na tlačítku."), "under 2"),
        Field(
            "value",
            Kind.VALUE,
            Label(
                "What the fact learns; without it, a choice or a text fact takes the id or the label.",
                "Co se uloží do údaje; bez něj vezme volba id a text popisek.",
            ),
            "1",
        ),
        _TO,
        Field(
            "objection",
            Kind.REFERENCE,
            Label("The objection that this answer raises.", "Námitka, kterou odpověď vyvolá."),
            "too_expensive",
        ),
        _OUTCOME,
    ),
)

WAY_ON = Shape(
    "way_on",
    Label("way on", "cesta dál"),
    (
        Field(
            "to",
            Kind.REFERENCE,
            Label(
                "Where the call goes: a stage, a line, wrap_up or end.",
                "Kam hovor pokračuje: fáze, replika, wrap_up nebo end.",
            ),
            "offer",
            required=True,
        ),
        Field(
            "when",
            Kind.EXPRESSION,
            Label("Taken only if this holds.", "Jen když to platí."),
            "hours_per_week >= 5",
        ),
        _OUTCOME,
    ),
)

MOOD = Shape(
    "mood",
    Label("mood's wording", "znění podle naladění"),
    (
        Field(
            "say",
            Kind.PROSE,
            Label("The statement in this mood.", "Sdělení v tomto naladění."),
            "One sentence.",
        ),
        Field(
            "ask",
            Kind.PROSE,
            Label("The question in this mood.", "Otázka v tomto naladění."),
            "How many hours?",
        ),
        _CUE,
        _DO,
        _TONE,
    ),
)

_PAUSE = Field(
    "pause",
    Kind.PAUSE,
    Label("-, 0 or + against your own normal, or seconds.", "-, 0 nebo + proti vašemu zvyku, nebo sekundy."),
    "3s",
)
TONE = Shape(
    "tone",
    Label("tone", "tón"),
    (
        Field("name", Kind.CODE, Label("The tone's name.", "Název tónu."), "curious", codes=_TONE_CODES),
        Field(
            "pace",
            Kind.DIAL,
            Label("Slower (-), same (0), faster (+).", "Pomaleji (-), stejně (0), rychleji (+)."),
            '"-"',
        ),
        Field(
            "energy",
            Kind.DIAL,
            Label("Less (-), same (0), more (+).", "Méně (-), stejně (0), více (+)."),
            "0",
        ),
        _PAUSE,
        Field(
            "note", Kind.PROSE, Label("A word on how to say it.", "Poznámka, jak to říct."), "Falling end."
        ),
    ),
)

OBJECTION = Shape(
    "objection",
    Label("objection", "námitka"),
    (
        _ID,
        Field(
            "kind",
            Kind.CODE,
            Label("The family it belongs to.", "Druh námitky."),
            "price",
            required=True,
            codes=tuple(OBJECTION_KINDS),
        ),
        Field(
            "label",
            Kind.PROSE,
            Label("What the board shows.", "Text na tabuli námitek."),
            "It is too expensive",
        ),
        Field(
            "heard",
            Kind.TEXTS,
            Label(
                "How customers say it; the finder searches these.", "Jak to zákazníci říkají; v tom se hledá."
            ),
            "[too expensive, no budget for it]",
        ),
        Field(
            "likely",
            Kind.REFERENCES,
            Label("Stages where it comes, likeliest first.", "Fáze, ve kterých přichází, nejčastější první."),
            "[offer, discovery]",
        ),
        _WHEN,
        _TONE,
        Field("pause", Kind.DURATION, Label("Silence before you answer.", "Ticho před odpovědí."), "2s"),
        Field(
            "acknowledge",
            Kind.PROSE,
            Label("Take it in first.", "Nejdřív uznat."),
            "I see, it is a sum worth weighing.",
        ),
        Field("ask", Kind.PROSE, Label("Then ask.", "Pak se zeptat."), "What are you comparing it with?"),
        Field(
            "responses",
            Kind.MANY,
            Label(
                "A ladder: the first that holds and is not used up.",
                "Žebřík odpovědí: první, která platí a ještě nezazněla.",
            ),
            "[{id: monthly, say: Would paying monthly help?}]",
            shape="response",
        ),
        Field(
            "check",
            Kind.PROSE,
            Label("Check that it is settled.", "Ověřit, že je vyřešená."),
            "Does it make sense put like that?",
        ),
        Field(
            "exhausted",
            Kind.ONE,
            Label("When no response is left.", "Když už žádná odpověď nezbývá."),
            "{say: Shall I ring next quarter?, to: next_step}",
            shape="exhausted",
        ),
        _DO,
        _GUIDE,
        _NEEDS_MOODS,
        Field(
            "final",
            Kind.ONE,
            Label("Where the call goes when it ends for good.", "Kam hovor jde, když je námitka konečná."),
            "{outcome: not_interested, to: wrap_up}",
            shape="final",
        ),
    ),
)

RESPONSE = Shape(
    "response",
    Label("response", "odpověď na námitku"),
    (
        _ID,
        Field(
            "say", Kind.PROSE, Label("What to say.", "Co říct."), "Would paying monthly help?", required=True
        ),
        _WHEN,
        Field(
            "once",
            Kind.YES_NO,
            Label("Not offered again in the call.", "V hovoru se podruhé nenabídne."),
            "true",
        ),
        _STORY,
        _TO,
        _TONE,
        _DO,
        _MOODS,
        _TRY,
    ),
)

EXHAUSTED = Shape(
    "exhausted",
    Label("last word", "poslední slovo"),
    (
        Field(
            "say", Kind.PROSE, Label("What to say.", "Co říct."), "Shall I ring next quarter?", required=True
        ),
        _TO,
        _OUTCOME,
    ),
)

FINAL = Shape("final", Label("final end", "konečné ukončení"), (_OUTCOME, _TO))

STORY = Shape(
    "story",
    Label("story", "příběh"),
    (
        _ID,
        Field("title", Kind.PROSE, Label("Its name for people.", "Název pro lidi."), "The mill"),
        Field(
            "who", Kind.PROSE, Label("Whom it happened to.", "Komu se to stalo."), "A mill with six people."
        ),
        Field("trouble", Kind.PROSE, Label("What troubled them.", "Co je trápilo."), "Orders came on paper."),
        Field(
            "result",
            Kind.PROSE,
            Label("What came of it, with a number.", "Co z toho vzešlo, s číslem."),
            "Five hours a week back.",
        ),
        Field(
            "sample",
            Kind.YES_NO,
            Label("Made up; replace it with a true case.", "Vymyšlený; nahraďte skutečným."),
            "true",
        ),
    ),
)

COMPLIANCE = Shape(
    "compliance",
    Label("compliance line", "závazné znění"),
    (
        _ID,
        Field(
            "say",
            Kind.PROSE,
            Label("The exact words.", "Přesná slova."),
            "This call is recorded.",
            required=True,
        ),
        Field(
            "before",
            Kind.REFERENCE,
            Label("The stage or line it precedes.", "Fáze nebo replika, před kterou patří."),
            "discovery",
        ),
        _WHEN,
    ),
)

OUTCOME = Shape(
    "outcome",
    Label("outcome", "výsledek hovoru"),
    (
        _ID,
        Field(
            "group",
            Kind.CODE,
            Label("Which of the four groups it counts in.", "Do které ze čtyř skupin patří."),
            "open",
            codes=tuple(OutcomeGroup),
        ),
        Field("label", Kind.TEXT, Label("Its name for people.", "Název pro lidi."), "Sample sent"),
        Field(
            "requires",
            Kind.REQUIRES,
            Label(
                "What wrap-up asks for: when, who, what, value, reason, note, or facts.",
                "Na co se ptá dokončení: when, who, what, value, reason, note, nebo údaje.",
            ),
            "[when, who]",
        ),
    ),
)

FACT = Shape(
    "fact",
    Label("fact", "údaj"),
    (
        Field("label", Kind.TEXT, Label("Its name for people.", "Název pro lidi."), "Hours a week"),
        Field(
            "type",
            Kind.CODE,
            Label("What it may hold.", "Co může obsahovat."),
            "number",
            codes=tuple(FactType),
        ),
        Field("unit", Kind.TEXT, Label("The unit shown beside a number.", "Jednotka u čísla."), "h"),
        Field("min", Kind.NUMBER, Label("The least number allowed.", "Nejmenší povolené číslo."), "0"),
        Field("max", Kind.NUMBER, Label("The greatest number allowed.", "Největší povolené číslo."), "168"),
        Field("currency", Kind.TEXT, Label("The currency of an amount.", "Měna částky."), "CZK"),
        Field(
            "options",
            Kind.LABELS,
            Label("The choices: codes and labels.", "Možnosti volby: kódy a popisky."),
            "{self: the caller, partner: a partner}",
        ),
        Field(
            "crm", Kind.TEXT, Label("The column's name in exports.", "Název sloupce v exportech."), "Hours__c"
        ),
    ),
)

SHAPES: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        PLAYBOOK,
        SHARED,
        STAGE,
        LINE,
        ANSWER,
        WAY_ON,
        MOOD,
        TONE,
        OBJECTION,
        RESPONSE,
        EXHAUSTED,
        FINAL,
        STORY,
        COMPLIANCE,
        OUTCOME,
        FACT,
    )
}
"""Every kind of mapping by its name."""
