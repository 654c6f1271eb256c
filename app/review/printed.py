"""A list of calls as it is printed: fewer columns than a workbook has, every value in words, headings above."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.call.summary import reason_label
from app.playbook.vocabulary import STAGES, Label, Lang
from app.review.desk import Count, DeskRow
from app.review.export import BASES, outcome_words

_TITLE = Label("Calls", "Hovory")
_ALL = Label("All calls", "Všechny hovory")
_SEARCH = Label("Search: {0}", "Hledání: {0}")
_EXACT = Label("Calls: {0}", "Hovorů: {0}")
_ABOUT = Label("Calls: about {0}", "Hovorů: asi {0}")
_MADE = Label("Printed {0}", "Vytištěno {0}")
_PAGE = Label("Page {0}", "Strana {0}")
_PAGE_OF = Label("Page {0} of {1}", "Strana {0} z {1}")
_YES = Label("yes", "ano")


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """One column. ``share`` is its part of the width of all; numbers stand to the right."""

    label: Label
    share: int
    right: bool = False


PRINTED = (
    PrintedColumn(Label("Started", "Začátek"), 14),
    PrintedColumn(Label("Talk", "Délka"), 6, right=True),
    PrintedColumn(Label("Rep", "Obchodník"), 12),
    PrintedColumn(Label("Customer", "Zákazník"), 15),
    PrintedColumn(Label("Company", "Firma"), 18),
    PrintedColumn(Label("Source", "Zdroj"), 10),
    PrintedColumn(Label("Playbook", "Scénář"), 14),
    PrintedColumn(Label("Outcome", "Výsledek"), 18),
    PrintedColumn(Label("Reason", "Důvod"), 11),
    PrintedColumn(Label("Value", "Hodnota"), 8, right=True),
    PrintedColumn(Label("Last stage", "Poslední fáze"), 15),
    PrintedColumn(Label("Score", "Skóre"), 6, right=True),
    PrintedColumn(Label("Rests on", "Podle"), 9),
    PrintedColumn(Label("Sample", "Ukázka"), 6),
)
"""The columns of a printed list."""


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """What stands over the list; ``count`` is asked before the rows are read, so that pages can say of how many."""

    line: str
    count: Count
    made: datetime
    lang: str

    @property
    def title(self) -> str:
        """What the file is called inside."""
        return _TITLE.in_lang(self.lang)

    @property
    def words(self) -> tuple[str, ...]:
        """The search in words, how many calls it finds, and when it was printed."""
        many = (_EXACT if self.count.exact else _ABOUT).in_lang(self.lang)
        return (
            _SEARCH.in_lang(self.lang).format(self.line) if self.line.strip() else _ALL.in_lang(self.lang),
            many.format(whole_number(self.count.calls, self.lang)),
            _MADE.in_lang(self.lang).format(_moment(self.made, self.lang)),
        )

    def page(self, number: int, of: int) -> str:
        """What stands under page ``number``; ``of`` is 0 where nobody can tell how many there will be."""
        return (_PAGE_OF if of else _PAGE).in_lang(self.lang).format(number, of)


def printed_cells(row: DeskRow, lang: str) -> tuple[str, ...]:
    """One call in words, in the order of ``PRINTED``."""
    minutes, seconds = divmod(row.talk_ms // 1000, 60)
    stage = STAGES.get(row.last_stage)
    return (
        _moment(row.started, lang),
        f"{minutes}:{seconds:02}",
        row.rep_name or row.rep,
        row.who,
        row.company if row.company != row.who else "",
        row.source,
        row.playbook,
        outcome_words(row.outcome, lang),
        reason_label(row.reason, lang) if row.reason else "",
        "" if row.value is None else whole_number(round(row.value), lang),
        stage.in_lang(lang) if stage is not None else row.last_stage,
        "" if row.score is None else one_place(row.score, lang),
        BASES[row.basis].in_lang(lang) if row.basis is not None and row.score is not None else "",
        _YES.in_lang(lang) if row.sample else "",
    )


def _moment(at: datetime, lang: str) -> str:
    here = at.astimezone()
    return f"{here.day}. {here.month}. {here:%Y %H:%M}" if lang == Lang.CS else f"{here:%Y-%m-%d %H:%M}"


def whole_number(value: int, lang: str) -> str:
    """A count with its thousands set apart as the language does it."""
    return f"{value:,}".replace(",", "\u00a0") if lang == Lang.CS else f"{value:,}"


def one_place(value: float, lang: str) -> str:
    """A number with one decimal place, as ``lang`` writes it."""
    return f"{value:.1f}".replace(".", ",") if lang == Lang.CS else f"{value:.1f}"
