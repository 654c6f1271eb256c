"""The sheet of marks that trainers edit: lists to choose from, what each mark looks like, and ids that lead back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from app.playbook.vocabulary import Label
from app.review.causes import CAUSES
from app.review.export import Column, Kind, Value
from app.review.mark_sheet import (
    COLUMNS,
    DOES_NOT_APPLY,
    EDITABLE,
    IDS,
    TITLE,
    MarkColumn,
    MarkLine,
    mark_columns,
    mark_values,
)
from app.review.out.xlsx_file import cell_formats, fill_sheet
from app.review.scorecard import Scale, Scorecard

if TYPE_CHECKING:
    from app.review.out.csv_file import Told

LISTS = Label("Lists", "Seznamy")
_ANCHORS = Label("Scale", "Stupnice")
_HOW = Label(
    "Change marks, reasons, causes and remarks here, save, and open the file in Callcue with “Import marks”. "
    "It shows what would change before anything is kept.",
    "Tady změňte známky, důvody, příčiny a poznámky, uložte soubor a v Callcue ho otevřete přes „Načíst známky“. "
    "Než se cokoli uloží, ukáže se, co se změní.",
)
_ANCHOR_COLUMNS = (
    Column(Label("Scorecard", "Karta"), width=18),
    Column(Label("Criterion", "Kritérium"), width=46),
    Column(Label("Mark", "Známka"), Kind.NUMBER, 8),
    Column(Label("What it looks like", "Jak to vypadá"), width=60),
    Column(Label("Example", "Příklad"), width=60),
)
_MARKS = {Scale.YES_NO: (0, 1), Scale.THREE: (0, 1, 2)}
_SHADE = "#FFF8E1"


class MarksSheet:
    """Adds the sheets for these marks to a workbook; ``lines`` are read once."""

    def __init__(self, lines: Iterable[MarkLine], lang: str, told: Told | None = None) -> None:
        self._lines = lines
        self._lang = lang
        self._told = told
        self._cards: dict[str, Scorecard] = {}
        self.written = 0

    def __call__(self, book: Any) -> None:
        """Adds them to XlsxWriter's ``book``; nothing where there is no mark. Raises TooManyRows."""
        lines = iter(self._lines)
        first = next(lines, None)
        if first is None:
            return
        self.fill(book, book.add_worksheet(TITLE.in_lang(self._lang)), _with(first, lines))

    def fill(self, book: Any, sheet: Any, lines: Iterable[MarkLine]) -> None:
        """Fills ``sheet`` and adds what it needs beside it."""
        formats = cell_formats(book, self._lang)
        values = (self._noted(line) for line in lines)
        self.written = fill_sheet(sheet, mark_columns(), values, self._lang, formats, self._told)
        self._dress(book, sheet)
        anchors = book.add_worksheet(_ANCHORS.in_lang(self._lang))
        fill_sheet(anchors, _ANCHOR_COLUMNS, self._anchors(), self._lang, formats)
        self._offer(book, sheet)

    def _noted(self, line: MarkLine) -> tuple[Value, ...]:
        self._cards.setdefault(line.of.card.revision, line.of.card)
        return mark_values(line, self._lang)

    def _anchors(self) -> Iterator[tuple[Value, ...]]:
        lang = self._lang
        for card in self._cards.values():
            for criterion in card.criteria:
                for anchor in criterion.anchors:
                    yield (
                        f"{card.title.in_lang(lang)} {card.version}",
                        criterion.text.in_lang(lang),
                        anchor.mark,
                        anchor.text.in_lang(lang),
                        anchor.example.in_lang(lang),
                    )

    def _dress(self, book: Any, sheet: Any) -> None:
        shade = book.add_format({"bg_color": _SHADE})
        wrapped = book.add_format({"bg_color": _SHADE, "text_wrap": True, "valign": "top"})
        for place, (name, column) in enumerate(COLUMNS.items()):
            if name in EDITABLE:
                shape = wrapped if name is MarkColumn.REMARK else shade
                sheet.set_column(place, place, column.width, shape)
            elif name in IDS:
                sheet.set_column(place, place, column.width, None, {"hidden": True})
        sheet.write_comment(
            0, _place(MarkColumn.MARK), _HOW.in_lang(self._lang), {"x_scale": 2, "y_scale": 1.4}
        )

    def _offer(self, book: Any, sheet: Any) -> None:
        """Lists to choose from, on a hidden sheet: texts may be long and have commas."""
        lang, last = self._lang, max(1, self.written)
        lists = book.add_worksheet(LISTS.in_lang(lang))
        lists.hide()
        name = LISTS.in_lang(lang)
        not_applying = DOES_NOT_APPLY.in_lang(lang)
        two = _list(lists, name, 0, [*_MARKS[Scale.YES_NO], not_applying])
        three = _list(lists, name, 1, [*_MARKS[Scale.THREE], not_applying])
        reasons = {
            one.in_lang(lang): None for card in self._cards.values() for one in card.na_reasons.values()
        }
        best = chr(ord("A") + _place(MarkColumn.BEST))
        offered = {
            MarkColumn.MARK: f"=IF(${best}2=1,{two},{three})",
            MarkColumn.NA_REASON: f"={_list(lists, name, 2, list(reasons))}" if reasons else "",
            MarkColumn.CAUSE: f"={_list(lists, name, 3, [one.in_lang(lang) for one in CAUSES.values()])}",
        }
        for column, source in offered.items():
            if source:
                place = _place(column)
                sheet.data_validation(1, place, last, place, {"validate": "list", "source": source})


def _list(sheet: Any, name: str, place: int, values: list[Any]) -> str:
    for row, value in enumerate(values):
        if isinstance(value, str):
            sheet.write_string(row, place, value)
        else:
            sheet.write_number(row, place, value)
    letter = chr(ord("A") + place)
    return f"{name}!${letter}$1:${letter}${max(1, len(values))}"


def _place(column: MarkColumn) -> int:
    return list(COLUMNS).index(column)


def _with(first: MarkLine, rest: Iterator[MarkLine]) -> Iterator[MarkLine]:
    yield first
    yield from rest
