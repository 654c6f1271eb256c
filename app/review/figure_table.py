"""A figure as a table of real numbers, for files: names, counts, shares with their ranges, and the search for the calls."""

from __future__ import annotations

from collections.abc import Iterator

from app.playbook.label import Label
from app.review.export import Column, Kind, Value
from app.review.figure_words import KINDS, has_steadied, is_grouped, row_names, test_words
from app.review.figures import CodeKind, Figure, FigureName, FigureRow, Shape

_CODE = Column(Label("Code", "Kód"), width=24)
_N = Column(Label("n", "n"), Kind.NUMBER, 8)
_HITS = Column(Label("of which", "z toho"), Kind.NUMBER, 9)
_SHARE = Column(Label("Share in %", "Podíl v %"), Kind.PERCENT, 11)
_LOW = Column(Label("Likely from, %", "Nejspíš od, %"), Kind.PERCENT, 14)
_HIGH = Column(Label("Likely to, %", "Nejspíš do, %"), Kind.PERCENT, 14)
_STEADIED = Column(Label("Steadied, %", "Ustálený, %"), Kind.PERCENT, 12)
_TEST = Column(Label("Test", "Zkouška"), width=36)
_CALLS = Column(Label("Search for the calls", "Hledání hovorů"), width=60)
_MILLIS = 1000


def figure_columns(figure: Figure) -> tuple[Column, ...]:
    """The columns of a figure."""
    names = tuple(Column(KINDS[kind], width=32) for kind in _kinds(figure))
    if figure.shape is Shape.SPREAD:
        return (*names, _CODE, *_spread_columns(figure), _CALLS)
    more = (_STEADIED,) if has_steadied(figure) else ()
    tests = (_TEST,) if figure.name is FigureName.WORDINGS else ()
    return (*names, _CODE, _N, _HITS, _SHARE, _LOW, _HIGH, *more, *tests, _CALLS)


def figure_values(figure: Figure, lang: str) -> Iterator[tuple[Value, ...]]:
    """The rows, in the order of ``figure_columns``."""
    for row in figure.rows:
        code = ".".join(one for one in row.codes if one)
        names = row_names(figure, row, lang)
        yield (*names, code, row.n, *_numbers(figure, row, lang), row.calls_query(lang))


def name_count(figure: Figure) -> int:
    """How many columns say what a row is."""
    return len(_kinds(figure))


def _kinds(figure: Figure) -> tuple[CodeKind, ...]:
    grouped = (CodeKind.PLAYBOOK, CodeKind.SOURCE) if is_grouped(figure) else ()
    return (*grouped, *figure.kinds)


def _spread_columns(figure: Figure) -> tuple[Column, ...]:
    """Times in stages are durations, waiting times are minutes."""
    kind = _time_kind(figure)
    unit = Label("", "") if kind is Kind.DURATION else Label(", min", ", min")
    labels = (
        Label("Median", "Medián"),
        Label("Median likely from", "Medián nejspíš od"),
        Label("Median likely to", "Medián nejspíš do"),
        Label("Lower quarter", "Dolní čtvrtina"),
        Label("Upper quarter", "Horní čtvrtina"),
    )
    return (_N, *(Column(Label(one.en + unit.en, one.cs + unit.cs), kind, 14) for one in labels))


def _time_kind(figure: Figure) -> Kind:
    return Kind.DURATION if figure.name is FigureName.STAGE_TIME else Kind.NUMBER


def _numbers(figure: Figure, row: FigureRow, lang: str) -> tuple[Value, ...]:
    middle = row.quartiles
    if middle is not None:
        size = _MILLIS if _time_kind(figure) is Kind.DURATION else 1
        return tuple(one * size for one in (middle.median, *middle.likely, middle.low, middle.high))
    assert row.share is not None
    found: list[Value] = [row.hits, *(100 * one for one in (row.share.value, row.share.low, row.share.high))]
    if has_steadied(figure):
        found.append(100 * row.steadied if row.steadied is not None else None)
    if figure.name is FigureName.WORDINGS:
        found.append(test_words(row, lang))
    return tuple(found)
