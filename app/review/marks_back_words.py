"""What taking an edited sheet of marks back says, in English and Czech."""

from __future__ import annotations

from collections.abc import Mapping

from app.playbook.label import Label
from app.review.desk import GivenMark
from app.review.mark_sheet import COLUMNS, DOES_NOT_APPLY, TITLE, cause_words, reason_words
from app.review.marks_back import BadCell, MarkChange
from app.review.marks_edited import BadWhy
from app.review.out.marks_reading import MOST_BYTES, MOST_ROWS, NoMarks, NoMarksWhy
from app.review.scorecard import Scorecard

_WHYS: Mapping[NoMarksWhy, Label] = {
    NoMarksWhy.MISSING: Label("There is no file {path}.", "Soubor {path} neexistuje."),
    NoMarksWhy.UNREADABLE: Label(
        "{path} cannot be read. Close it in other programs and try again.",
        "{path} nelze přečíst. Zavřete ho v jiných programech a zkuste to znovu.",
    ),
    NoMarksWhy.NO_WORKBOOK: Label(
        "{path} is no Excel workbook. Save it as .xlsx and try again.",
        "{path} není sešit Excelu. Uložte ho jako .xlsx a zkuste to znovu.",
    ),
    NoMarksWhy.LOCKED: Label(
        "{path} has a password or is of the old kind .xls. Save it as .xlsx without a password.",
        "{path} má heslo, nebo je ve starém formátu .xls. Uložte ho jako .xlsx bez hesla.",
    ),
    NoMarksWhy.TOO_BIG: Label(
        "{path} is too big (more than {megabytes} MB, or many times that unpacked). Export fewer calls.",
        "{path} je příliš velký (přes {megabytes} MB, nebo po rozbalení mnohokrát víc). Vyvezte méně hovorů.",
    ),
    NoMarksWhy.TOO_MANY_ROWS: Label(
        "{path} has more than {rows} rows. Export fewer calls.",
        "{path} má víc než {rows} řádků. Vyvezte méně hovorů.",
    ),
    NoMarksWhy.BROKEN: Label(
        "{path} is damaged or was written in an unusual way. Open it in a spreadsheet program, save it anew as .xlsx "
        "and try again.",
        "{path} je poškozený nebo zapsaný neobvyklým způsobem. Otevřete ho v tabulkovém programu, uložte znovu jako .xlsx "
        "a zkuste to znovu.",
    ),
    NoMarksWhy.NO_SHEET: Label(
        "{path} has no sheet “{sheet}” as Callcue exports it{missing}. Export reviewed calls anew and edit that file; "
        "calls without a review have no such sheet.",
        "{path} nemá list „{sheet}“, jak ho Callcue vyváží{missing}. Vyvezte hodnocené hovory znovu a upravte ten soubor; "
        "hovory bez hodnocení takový list nemají.",
    ),
}
_MISSING = Label(" (missing columns: {names})", " (chybějí sloupce: {names})")
_BAD: Mapping[BadWhy, Label] = {
    BadWhy.NO_ID: Label(
        "“{value}” is not the id that was exported; leave the hidden columns as they are",
        "„{value}“ není vyvezený identifikátor; skryté sloupce neměňte",
    ),
    BadWhy.NOT_FOUND: Label(
        "this review is not in the database (any more)", "toto hodnocení v databázi není (nebo už není)"
    ),
    BadWhy.OWN: Label(
        "this is the rep's own rating, which stays as it is",
        "toto je vlastní hodnocení obchodníka a zůstává, jak je",
    ),
    BadWhy.NO_CRITERION: Label(
        "this review rates no criterion “{value}”", "toto hodnocení nemá kritérium „{value}“"
    ),
    BadWhy.NO_VERSION: Label(
        "“{value}” is no version of this mark; leave the hidden columns as they are",
        "„{value}“ není verze této známky; skryté sloupce neměňte",
    ),
    BadWhy.TWICE: Label("this mark is changed twice in the file", "tato známka se v souboru mění dvakrát"),
    BadWhy.FORMULA: Label(
        "a formula is not reckoned; write the value itself", "vzorec se nepočítá; napište přímo hodnotu"
    ),
    BadWhy.ERROR: Label("the cell has an error in it", "v buňce je chyba"),
    BadWhy.DATE: Label(
        "the spreadsheet made a date of it; write the value as text or number",
        "tabulkový program z toho udělal datum; napište hodnotu jako text nebo číslo",
    ),
    BadWhy.OFF_SCALE: Label(
        "“{value}” is no mark here; it takes {wanted}", "„{value}“ tu není známka; může být {wanted}"
    ),
    BadWhy.EMPTIED: Label(
        "the cell was emptied, and nothing is taken away; write {wanted}",
        "buňka je prázdná a nic se nemaže; napište {wanted}",
    ),
    BadWhy.NO_REASON: Label("say why it does not apply: {wanted}", "uveďte, proč se nehodí: {wanted}"),
    BadWhy.UNKNOWN_REASON: Label(
        "“{value}” is none of the scorecard's reasons: {wanted}", "„{value}“ není důvod z karty: {wanted}"
    ),
    BadWhy.NO_CAUSE: Label("a 0 needs its root cause: {wanted}", "nula potřebuje příčinu: {wanted}"),
    BadWhy.UNKNOWN_CAUSE: Label(
        "“{value}” is none of the root causes: {wanted}", "„{value}“ není žádná z příčin: {wanted}"
    ),
    BadWhy.NO_MARK: Label(
        "there is a remark but no mark; write {wanted}", "je tu poznámka, ale žádná známka; napište {wanted}"
    ),
}
_CELL = Label("Cell {cell}: {words}.", "Buňka {cell}: {words}.")
_NONE = Label("no mark", "bez známky")
_OR = Label(" or ", " nebo ")
_REMARK = Label("remark", "poznámka")
_NO_REMARK = Label("none", "žádná")
_LONGEST = 60


def no_marks_words(problem: NoMarks, path: str, lang: str) -> str:
    """Why a file cannot be taken back, in one or two sentences."""
    names = ", ".join(COLUMNS[one].label.in_lang(lang) for one in problem.detail)
    return (
        _WHYS[problem.why]
        .in_lang(lang)
        .format(
            path=path,
            megabytes=MOST_BYTES // 1_000_000,
            rows=MOST_ROWS - 1,
            sheet=TITLE.in_lang(lang),
            missing=_MISSING.in_lang(lang).format(names=names) if names else "",
        )
    )


def bad_words(bad: BadCell, lang: str) -> str:
    """What is wrong with a cell, with its address."""
    return _CELL.in_lang(lang).format(cell=bad.cell, words=bad_reason(bad, lang))


def bad_reason(bad: BadCell, lang: str) -> str:
    """What is wrong with a cell."""
    labels = [one.in_lang(lang) for one in bad.wanted]
    whole = ", ".join(labels[:-1]) + _OR.in_lang(lang) + labels[-1] if len(labels) > 1 else "".join(labels)
    return _BAD[bad.why].in_lang(lang).format(value=_short(bad.value), wanted=whole)


def mark_of(given: GivenMark | None, card: Scorecard, lang: str) -> str:
    """A mark in few words: its value, with the reason or the cause."""
    if given is None:
        return _NONE.in_lang(lang)
    if given.mark.value is None:
        reason = reason_words(card, given.mark.na_reason, lang)
        said = DOES_NOT_APPLY.in_lang(lang)
        return f"{said} ({reason})" if reason else said
    cause = cause_words(given.cause, lang)
    return f"{given.mark.value} ({cause})" if cause else str(given.mark.value)


def change_words(change: MarkChange, lang: str, *, against_newest: bool = False) -> str:
    """From what to what: ``2 → 0 (rushed)``; the remark where it alone or it too changes."""
    before = change.newest if against_newest else change.before
    was, becomes = mark_of(before, change.card, lang), mark_of(change.after, change.card, lang)
    parts = [f"{was} → {becomes}"] if was != becomes else []
    old, new = before.words.strip() if before is not None else "", change.after.words.strip()
    if old != new:
        none = _NO_REMARK.in_lang(lang)
        parts.append(f"{_REMARK.in_lang(lang)}: {_quoted(old, lang) or none} → {_quoted(new, lang) or none}")
    return "; ".join(parts)


def _quoted(text: str, lang: str) -> str:
    if not text:
        return ""
    return f"„{_short(text)}“" if lang == "cs" else f"“{_short(text)}”"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
