"""What figures say, in English and Czech: names, rows, numbers with their ranges, and what must be known to read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.playbook.label import Label
from app.playbook.vocabulary import MOODS, OBJECTION_KINDS, OUTCOMES, STAGES, Mood
from app.review.figures import (
    NEWER,
    OLDER,
    CodeKind,
    Figure,
    FigureName,
    FigureRow,
    Group,
    Note,
    NoteKind,
    Shape,
)
from app.review.percents import percent, percent_number
from app.review.wordings import Verdict

NAMES: Mapping[FigureName, Label] = {
    FigureName.OUTCOMES: Label("Outcomes by week", "Výsledky po týdnech"),
    FigureName.OUTCOME_MIX: Label("Outcomes", "Výsledky"),
    FigureName.FUNNEL: Label("How far calls come", "Jak daleko hovory dojdou"),
    FigureName.OBJECTIONS: Label("Objections settled", "Vyřešené námitky"),
    FigureName.HANDLERS: Label("Answers to objections", "Odpovědi na námitky"),
    FigureName.WORDINGS: Label("Wordings under test", "Zkoušená znění"),
    FigureName.HANDLED_BY: Label("Objections by rep", "Námitky podle obchodníků"),
    FigureName.MUSTS: Label("Must-asks asked", "Položené povinné otázky"),
    FigureName.STAGE_TIME: Label("Time in stages", "Čas ve fázích"),
    FigureName.MOODS: Label("Mood at start and end", "Naladění: začátek, konec"),
    FigureName.NEXT_STEPS: Label("Next step with a date", "Další krok s termínem"),
    FigureName.DEAD_LINES: Label("Lines passed over", "Vynechávané věty"),
    FigureName.FIRST_ATTEMPT: Label("Time to the first attempt", "Čas do prvního pokusu"),
    FigureName.ATTEMPTS: Label("Attempts until reached", "Pokusy do zastižení"),
}

ABOUT: Mapping[FigureName, Label] = {
    FigureName.OUTCOMES: Label(
        "Of the calls of each week, how many ended in which way.",
        "Jak skončily hovory každého týdne.",
    ),
    FigureName.OUTCOME_MIX: Label("Of all calls, how many ended how.", "Jak skončily všechny hovory."),
    FigureName.FUNNEL: Label(
        "Of all calls, how many reached this stage or a later one.",
        "Kolik ze všech hovorů došlo do této fáze nebo dál.",
    ),
    FigureName.OBJECTIONS: Label(
        "Of the times an objection was met, how often it was settled.",
        "Kolikrát se námitku podařilo vyřešit, z toho, kolikrát zazněla.",
    ),
    FigureName.HANDLERS: Label(
        "How often an objection was settled when this was the last answer shown. Later answers meet harder cases.",
        "Jak často byla námitka vyřešena, když byla tato odpověď poslední zobrazená. Na pozdější odpovědi zbývají "
        "těžší případy.",
    ),
    FigureName.WORDINGS: Label(
        "How often each wording did well. Only tries of the newest text count.",
        "Jak často každé znění uspělo. Počítají se jen pokusy s nejnovějším textem.",
    ),
    FigureName.HANDLED_BY: Label(
        "Settled objections of each kind, by name. Not a ranking: customers differ, and most differences are chance.",
        "Vyřešené námitky podle druhu a jména. Není to žebříček: zákazníci se liší a většina rozdílů je náhoda.",
    ),
    FigureName.MUSTS: Label(
        "Of the calls that came to the questions, how many had every must-ask asked.",
        "V kolika hovorech, které došly k otázkám, zazněly všechny povinné.",
    ),
    FigureName.STAGE_TIME: Label(
        "Half of the calls lie between the quarters. Holds are left out. Long is not bad by itself.",
        "Mezi čtvrtinami leží polovina hovorů. Podržení se nepočítá. Dlouho samo o sobě neznamená špatně.",
    ),
    FigureName.MOODS: Label(
        "Of the calls that began in a mood, how many ended in which. As sensed and tapped by the rep.",
        "Kolik hovorů, které v nějakém naladění začaly, v jakém skončilo. Podle toho, co obchodník vnímal a označil.",
    ),
    FigureName.NEXT_STEPS: Label(
        "Of the calls that left the matter open, how many have a next step with a date.",
        "Kolik otevřených hovorů má další krok s termínem.",
    ),
    FigureName.DEAD_LINES: Label(
        "Of the calls that showed a line, in how many it was skipped or reworded. This judges the line, not who called.",
        "V kolika hovorech, kde se věta zobrazila, byla přeskočena nebo řečena jinak. Hodnotí větu, ne volajícího.",
    ),
    FigureName.FIRST_ATTEMPT: Label(
        "Minutes from the coming of a lead to the first call. Half of the leads lie between the quarters.",
        "Minuty od příchodu kontaktu do prvního hovoru. Mezi čtvrtinami leží polovina kontaktů.",
    ),
    FigureName.ATTEMPTS: Label(
        "Of the first, second and later attempts at people not reached before, how many reached them.",
        "Kolik prvních, druhých a dalších pokusů zastihlo ty, které se dosud zastihnout nepodařilo.",
    ),
}

_NOTES: Mapping[NoteKind, Label] = {
    NoteKind.MIXED: Label(
        "Playbooks: {0}, sources: {1}, all together. A difference here may come from a different mix of calls alone. "
        "To compare, choose one playbook and one source in the filter.",
        "Scénáře: {0}, zdroje: {1}, všechno dohromady. Rozdíl tu může vzniknout jen tím, že se změnilo složení hovorů. "
        "Chcete-li porovnávat, zvolte ve filtru jeden scénář a jeden zdroj.",
    ),
    NoteKind.WITHIN: Label(
        "Playbooks: {0}, sources: {1}. Compare only rows of the same playbook and source.",
        "Scénáře: {0}, zdroje: {1}. Porovnávejte jen řádky se stejným scénářem a zdrojem.",
    ),
    NoteKind.APART: Label(
        "Each row is another kind of calls: a difference between rows may come from who was called, not from how.",
        "Každý řádek je jiný druh hovorů: rozdíl mezi řádky může být v tom, komu se volalo, ne jak.",
    ),
    NoteKind.REVERSED: Label(
        "Beware of the mix: all together, “{0}” has a higher share than “{1}”, yet inside each of the {2} groups with enough "
        "calls it is the other way round (Simpson's paradox).",
        "Pozor na složení: dohromady má „{0}“ vyšší podíl než „{1}“, ale uvnitř každé ze skupin s dostatkem hovorů "
        "(je jich {2}) je to naopak (Simpsonův paradox).",
    ),
    NoteKind.NEWEST: Label(
        "Counted in the newest {0} of {1} calls.", "Spočítáno v nejnovějších hovorech: {0} z {1}."
    ),
    NoteKind.LEFT_OUT: Label(
        "Left out because they cannot be compared: {0}.", "Vynecháno, protože se nedá porovnat: {0}."
    ),
    NoteKind.SAMPLE: Label("These calls are made up.", "Tyto hovory jsou vymyšlené."),
    NoteKind.CUT: Label("The first {0} of {1} rows.", "Prvních {0} řádků z {1}."),
    NoteKind.SHRUNK: Label(
        "“Steadied” draws a share towards its group's, the more the fewer cases it rests on.",
        "„Ustálený“ podíl je přitažen k podílu své skupiny, a to tím víc, čím méně případů za ním je.",
    ),
    NoteKind.WIDER: Label(
        "The search line cannot ask for exactly the calls of every row: a row may lead to others too.",
        "Hledací řádek se neumí zeptat přesně na hovory každého řádku: některé řádky vedou i k dalším hovorům.",
    ),
    NoteKind.PER_CONTACT: Label(
        "{0} attempts for each contact reached ({1} attempts, {2} reached).",
        "Pokusů na jeden zastižený kontakt: {0} (pokusů {1}, zastižených {2}).",
    ),
}
KINDS: Mapping[CodeKind, Label] = {
    CodeKind.WEEK: Label("Week from", "Týden od"),
    CodeKind.TIER: Label("Ended", "Konec"),
    CodeKind.OUTCOME: Label("Outcome", "Výsledek"),
    CodeKind.STAGE: Label("Stage", "Fáze"),
    CodeKind.OBJECTION: Label("Objection", "Námitka"),
    CodeKind.RESPONSE: Label("Answer", "Odpověď"),
    CodeKind.WORDING: Label("Wording", "Znění"),
    CodeKind.REP: Label("Rep", "Obchodník"),
    CodeKind.PLAYBOOK: Label("Playbook", "Scénář"),
    CodeKind.SOURCE: Label("Source", "Zdroj"),
    CodeKind.MOOD_START: Label("At the start", "Na začátku"),
    CodeKind.MOOD_END: Label("At the end", "Na konci"),
    CodeKind.LINE: Label("Line", "Věta"),
    CodeKind.ATTEMPT: Label("Attempt", "Pokus"),
}
_TIERS: Mapping[str, Label] = {
    "not_reached": Label("not reached", "nedovoláno"),
    "open": Label("open", "otevřeno"),
    "won": Label("won", "úspěch"),
    "closed": Label("closed", "uzavřeno"),
}
_HALVES: Mapping[str, Label] = {
    OLDER: Label("the older half of the weeks", "starší polovina týdnů"),
    NEWER: Label("the newer half of the weeks", "novější polovina týdnů"),
}
_VERDICTS: Mapping[Verdict, Label] = {
    Verdict.FIRST_BETTER: Label("wording 1 does better", "lépe funguje znění 1"),
    Verdict.SECOND_BETTER: Label("does better than wording 1", "funguje lépe než znění 1"),
    Verdict.NOT_YET: Label("not enough calls yet: about {0} more", "zatím málo hovorů: chybí asi {0}"),
}
_OTHER = Label("(other)", "(jiné)")
_UNLISTED = Label("unlisted", "mimo seznam")
_N = Label("n", "n")
_HITS = Label("of which", "z toho")
_SHARE = Label("Share", "Podíl")
_RANGE = Label("Likely range", "Nejspíš")
_STEADIED = Label("Steadied", "Ustálený")
_TEST = Label("Test", "Zkouška")
_LOW, _MEDIAN, _HIGH = (
    Label("Lower quarter", "Dolní čtvrtina"),
    Label("Median", "Medián"),
    Label("Upper quarter", "Horní čtvrtina"),
)
_LATER = "6"


def note_words(figure: Figure, note: Note, lang: str) -> str:
    """A note in words."""
    about = list(note.about)
    if note.kind is NoteKind.REVERSED:
        about[:2] = [_together(figure, tuple(codes.split("\t")), lang) for codes in about[:2]]
    if note.kind is NoteKind.PER_CONTACT and lang == "cs":
        about[0] = about[0].replace(".", ",")
    return _NOTES[note.kind].in_lang(lang).format(*about)


def _together(figure: Figure, codes: tuple[str, ...], lang: str, group: Group | None = None) -> str:
    return ", ".join(called(figure, codes, place, lang, group) for place in range(len(codes)))


def called(figure: Figure, codes: tuple[str, ...], place: int, lang: str, group: Group | None = None) -> str:
    """What the code at ``place`` of ``codes`` is called: by its playbook where that has a word for it."""
    kind, code = figure.kinds[place], codes[place]
    whole = "\t".join(codes[: place + 1]) if kind in (CodeKind.RESPONSE, CodeKind.WORDING) else code
    name = figure.names.get((kind, group.playbook if group is not None else "", whole))
    if kind is CodeKind.WORDING:
        words = code_words(kind, code, lang)
        return f"{words} · {name.in_lang(lang)}" if name is not None else words
    shared = group is None and _label(kind, code) is not None
    return code_words(kind, code, lang) if name is None or shared else name.in_lang(lang)


def playbook_words(figure: Figure, playbook: str, lang: str) -> str:
    """What a playbook is called: its title, else its id."""
    name = figure.names.get((CodeKind.PLAYBOOK, playbook, playbook))
    return name.in_lang(lang) if name is not None else playbook


def group_words(figure: Figure, group: Group, lang: str) -> str:
    """A group of calls in words."""
    return (
        f"{playbook_words(figure, group.playbook, lang)} · {code_words(CodeKind.SOURCE, group.source, lang)}"
    )


def code_words(kind: CodeKind, code: str, lang: str) -> str:
    """What a row's code is called."""
    if kind is CodeKind.WEEK and code in _HALVES:
        return _HALVES[code].in_lang(lang)
    if kind is CodeKind.WEEK:
        return day_words(date.fromisoformat(code), lang)
    if kind is CodeKind.WORDING:
        return str(int(code) + 1)
    if kind is CodeKind.ATTEMPT:
        return f"{code}+" if code == _LATER else f"{code}."
    label = _label(kind, code)
    if label is not None:
        return label.in_lang(lang)
    if kind is CodeKind.OBJECTION and not code:
        return _UNLISTED.in_lang(lang)
    return code or _OTHER.in_lang(lang)


def _label(kind: CodeKind, code: str) -> Label | None:
    if kind is CodeKind.OUTCOME:
        return OUTCOMES[code].label if code in OUTCOMES else None
    if kind is CodeKind.OBJECTION:
        return OBJECTION_KINDS[code].label if code in OBJECTION_KINDS else None
    if kind in (CodeKind.MOOD_START, CodeKind.MOOD_END):
        return MOODS[Mood(code)].label if code in set(Mood) else None
    if kind is CodeKind.STAGE:
        return STAGES.get(code)
    return _TIERS.get(code) if kind is CodeKind.TIER else None


def day_words(day: date, lang: str) -> str:
    """A day as the language writes it."""
    return f"{day.day}. {day.month}. {day.year}" if lang == "cs" else f"{day.day} {day:%b %Y}"


def tier_words(code: str, lang: str) -> str:
    """What a tier of outcomes is called."""
    return code_words(CodeKind.TIER, code, lang)


def row_name(figure: Figure, row: FigureRow, lang: str) -> str:
    """A row's codes in words, without its group."""
    return _together(figure, row.codes, lang, row.group)


def short_row_name(figure: Figure, row: FigureRow, lang: str, letters: int) -> str:
    """A row's name in at most so many letters, each of its parts with its share of them."""
    whole = row_name(figure, row, lang)
    if len(whole) <= letters:
        return whole
    count = len(row.codes)
    each = letters // count - 2 * (count - 1) // count
    parts = [called(figure, row.codes, place, lang, row.group) for place in range(count)]
    return ", ".join(short(part, each) for part in parts)


def row_codes(figure: Figure, row: FigureRow, lang: str) -> tuple[str, ...]:
    """The codes behind the cells of ``cells`` that name something; empty where the cell says the code itself."""
    names = row_names(figure, row, lang)
    grouped = (row.group.playbook, row.group.source) if row.group is not None else ()
    codes = (*grouped, *row.codes) if is_grouped(figure) else row.codes
    return tuple(code if code != name else "" for code, name in zip(codes, names, strict=True))


def row_names(figure: Figure, row: FigureRow, lang: str) -> tuple[str, ...]:
    """What a row is called: playbook and source where the figure is told apart by them, then its codes."""
    named = tuple(called(figure, row.codes, place, lang, row.group) for place in range(len(row.codes)))
    if not is_grouped(figure) or row.group is None:
        return named
    source = code_words(CodeKind.SOURCE, row.group.source, lang)
    return (playbook_words(figure, row.group.playbook, lang), source, *named)


def headings(figure: Figure, lang: str) -> tuple[str, ...]:
    """The table's headings."""
    grouped = (KINDS[CodeKind.PLAYBOOK], KINDS[CodeKind.SOURCE]) if is_grouped(figure) else ()
    named = tuple(KINDS[kind] for kind in figure.kinds)
    if figure.shape is Shape.SPREAD:
        numbers: tuple[Label, ...] = (_N, _MEDIAN, _RANGE, _LOW, _HIGH)
    else:
        numbers = (_N, _HITS, _SHARE, _RANGE)
        numbers += (_STEADIED,) if has_steadied(figure) else ()
        numbers += (_TEST,) if figure.name is FigureName.WORDINGS else ()
    return tuple(label.in_lang(lang) for label in (*grouped, *named, *numbers))


def named_columns(figure: Figure) -> frozenset[int]:
    """Which of ``headings`` stand over words; the others stand over numbers."""
    names = len(figure.kinds) + (2 if is_grouped(figure) else 0)
    last = len(headings(figure, "en")) - 1
    return frozenset(range(names)) | ({last} if figure.name is FigureName.WORDINGS else set())


def cells(figure: Figure, row: FigureRow, lang: str) -> tuple[str, ...]:
    """A row of the table, under ``headings``."""
    found = [*row_names(figure, row, lang), str(row.n)]
    if row.quartiles is not None:
        middle = row.quartiles
        median, first, last, low, high = (
            amount(figure, value, lang) for value in (middle.median, *middle.likely, middle.low, middle.high)
        )
        found += [median, f"{first}–{last}", low, high]
        return tuple(found)
    assert row.share is not None
    low = percent_number(row.share.low, lang)
    found += [str(row.hits), percent(row.share.value, lang), f"{low}–{percent(row.share.high, lang)}"]
    if has_steadied(figure):
        found.append(percent(row.steadied, lang) if row.steadied is not None else "")
    if figure.name is FigureName.WORDINGS:
        found.append(test_words(row, lang))
    return tuple(found)


def is_grouped(figure: Figure) -> bool:
    """Whether its rows are told apart by playbook and source."""
    return any(row.group is not None for row in figure.rows)


def has_steadied(figure: Figure) -> bool:
    """Whether its rows have shares drawn towards their group's."""
    return any(row.steadied is not None for row in figure.rows)


def test_words(row: FigureRow, lang: str) -> str:
    """What the test of a wording says; empty for the first one."""
    if row.test is None:
        return ""
    return _VERDICTS[row.test.verdict].in_lang(lang).format(row.test.needed)


def amount(figure: Figure, value: float, lang: str) -> str:
    """A measured value: minutes and seconds in stages; minutes, hours or days until the first attempt."""
    if figure.name is FigureName.STAGE_TIME:
        minutes, seconds = divmod(round(value), 60)
        return f"{minutes}:{seconds:02d}"
    for size, unit in ((1440.0, "d"), (60.0, "h")):
        if value >= 2 * size:
            written = f"{value / size:.1f}"
            return f"{written.replace('.', ',') if lang == 'cs' else written} {unit}"
    return f"{value:.0f} min"


def tsv(figure: Figure, lang: str) -> str:
    """The whole table as tab-separated values, with what must be known under it."""
    lines = [NAMES[figure.name].in_lang(lang), "\t".join(headings(figure, lang))]
    lines += ["\t".join(_harmless(cell) for cell in cells(figure, row, lang)) for row in figure.rows]
    lines += [note_words(figure, note, lang) for note in figure.notes]
    return "\n".join(lines) + "\n"


def short(words: str, letters: int) -> str:
    """``words`` in at most so many letters, with a dot-dot-dot for what is cut."""
    return words if len(words) <= letters else f"{words[: letters - 1].rstrip()}…"


def _harmless(cell: str) -> str:
    """No cell begins a formula where it is pasted, or breaks out of its place."""
    flat = " ".join(cell.split())
    return f"'{flat}" if flat[:1] in tuple("=+-@") else flat
