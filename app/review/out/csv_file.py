"""CSV for people: UTF-8 with a mark, so that spreadsheets see the letters; ``;`` and decimal comma for Czech.

Cells that a spreadsheet would take for a formula get an apostrophe in front (OWASP, *CSV Injection*: = + - @ tab, CR, LF
and their wide forms). Numbers and phone numbers of digits and blanks are no formulas and stay as they are.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from app.playbook.vocabulary import Lang
from app.review.export import Column, Kind, Value, labels

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_HARMLESS = re.compile(r"\+[0-9](?:[0-9 \u00a0\u202f]*[0-9])?|-[0-9]+(?:[.,][0-9]+)?")

Told = Callable[[int], None]
"""Told how many rows are written; may raise to stop the writing."""


def write_csv(
    path: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    lang: str,
    told: Told | None = None,
) -> int:
    """Writes the rows as they come and returns how many. Raises OSError."""
    written = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, delimiter=";" if lang == Lang.CS else ",", quoting=csv.QUOTE_ALL)
        out.writerow(labels(columns, lang))
        for row in rows:
            out.writerow(_cell(value, column.kind, lang) for value, column in zip(row, columns, strict=True))
            written += 1
            if told is not None:
                told(written)
    return written


def guarded(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula."""
    if text.startswith(_DANGEROUS) and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def _cell(value: Value, kind: Kind, lang: str) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        here = value.astimezone()
        return f"{here:%d.%m.%Y %H:%M}" if lang == Lang.CS else f"{here:%Y-%m-%d %H:%M}"
    if isinstance(value, str):
        return guarded(value.replace("\0", ""))
    if kind is Kind.DURATION:
        minutes, seconds = divmod(round(value / 1000), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    written = f"{value:.12g}"
    return written.replace(".", ",") if lang == Lang.CS else written
