"""One edited row of a sheet as a mark, or why a cell of it cannot be taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.playbook.vocabulary import Label
from app.review.causes import CAUSES
from app.review.desk import GivenMark
from app.review.mark_sheet import DOES_NOT_APPLY, MarkColumn, plain_text
from app.review.out.marks_reading import CellValue, MarksFile, Oddity, SheetRow
from app.review.scorecard import Criterion, Scale, Scorecard
from app.review.scoring import Mark


class BadWhy(StrEnum):
    """Why a cell cannot be taken."""

    NO_ID = "no_id"
    NOT_FOUND = "not_found"
    OWN = "own"
    NO_CRITERION = "no_criterion"
    NO_VERSION = "no_version"
    TWICE = "twice"
    FORMULA = "formula"
    ERROR = "error"
    DATE = "date"
    OFF_SCALE = "off_scale"
    EMPTIED = "emptied"
    NO_REASON = "no_reason"
    UNKNOWN_REASON = "unknown_reason"
    NO_CAUSE = "no_cause"
    UNKNOWN_CAUSE = "unknown_cause"
    NO_MARK = "no_mark"


class Refused(Exception):
    """A cell cannot be taken."""

    def __init__(self, column: MarkColumn, why: BadWhy, wanted: tuple[Label, ...] = ()) -> None:
        super().__init__(str(why))
        self.column = column
        self.why = why
        self.wanted = wanted


@dataclass(frozen=True, slots=True)
class EditedRow:
    """One row as a mark; ``before`` is the one that was written out."""

    file: MarksFile
    row: SheetRow
    card: Scorecard
    criterion: Criterion
    before: GivenMark | None

    def mark(self) -> GivenMark | None:
        """The mark that the row gives; ``None`` when it was not edited. Raises Refused."""
        value = self._value()
        before = self.before or GivenMark(Mark(self.criterion.id, None))
        if value is _UNMARKED:
            self._no_more_said()
            return None
        assert value is None or isinstance(value, int)
        kept = value == before.mark.value
        reason = self._reason(before) if value is None else before.mark.na_reason if kept else ""
        cause = self._cause(before) if value == 0 or kept else ""
        remark = self._text(MarkColumn.REMARK, plain_text(before.words))
        words = before.words if remark == plain_text(before.words) else remark
        made = replace(before, mark=Mark(self.criterion.id, value, reason), cause=cause, words=words)
        if self.before is not None and alike(made, self.before):
            return None
        if not kept or self.before is None or before.mark.na_reason or before.cause:
            self._enough(made)
        return replace(made, version=1, at=None, origin=self.file.name)

    def _value(self) -> int | _Unmarked | None:
        cell = self.row[MarkColumn.MARK]
        _plain(MarkColumn.MARK, cell)
        if cell is None:
            if self.before is not None:
                raise Refused(MarkColumn.MARK, BadWhy.EMPTIED, self._scale())
            return _UNMARKED
        known = _MARK_WORDS.get(_folded(cell))
        if known is _NO_MARK:
            return None
        number = known if isinstance(known, int) else whole(cell)
        yes_no = self.criterion.scale is Scale.YES_NO
        if (
            number is None
            or not 0 <= number <= self.criterion.scale.top
            or (known is not None and not yes_no)
        ):
            raise Refused(MarkColumn.MARK, BadWhy.OFF_SCALE, self._scale())
        return number

    def _scale(self) -> tuple[Label, ...]:
        numbers = (str(one) for one in range(self.criterion.scale.top + 1))
        return (*(Label(one, one) for one in numbers), DOES_NOT_APPLY)

    def _no_more_said(self) -> None:
        """A row without a mark says nothing else either."""
        for column in (MarkColumn.NA_REASON, MarkColumn.CAUSE, MarkColumn.REMARK):
            if self.row[column] is not None:
                raise Refused(MarkColumn.MARK, BadWhy.NO_MARK, self._scale())

    def _reason(self, before: GivenMark) -> str:
        code = before.mark.na_reason
        if MarkColumn.NA_REASON not in self.file.columns:
            return code or self.criterion.na_when
        said = self._coded(MarkColumn.NA_REASON, self.card.na_reasons, code, BadWhy.UNKNOWN_REASON)
        was_given = self.before is not None and self.before.mark.value is None
        return said if said or was_given else self.criterion.na_when

    def _cause(self, before: GivenMark) -> str:
        if MarkColumn.CAUSE not in self.file.columns:
            return before.cause
        return self._coded(MarkColumn.CAUSE, CAUSES, before.cause, BadWhy.UNKNOWN_CAUSE)

    def _coded(self, column: MarkColumn, known: Mapping[str, Label], before: str, unknown: BadWhy) -> str:
        """The code that the cell names by itself or in words; ``before`` is taken as it was written out."""
        cell = self.row[column]
        _plain(column, cell)
        if cell is None:
            return ""
        said = _folded(cell)
        if said == _folded(before):
            return before
        for code, label in known.items():
            if said in (_folded(code), _folded(label.en), _folded(label.cs)):
                return code
        raise Refused(column, unknown, tuple(known.values()))

    def _text(self, column: MarkColumn, before: str) -> str:
        if column not in self.file.columns:
            return before
        cell = self.row[column]
        _plain(column, cell)
        return plain_text(str(cell)) if cell is not None else ""

    def _enough(self, made: GivenMark) -> None:
        """What the window asks for, too, of a mark that is changed."""
        if made.mark.value is None and not made.mark.na_reason:
            raise Refused(MarkColumn.NA_REASON, BadWhy.NO_REASON, tuple(self.card.na_reasons.values()))
        if made.mark.value == 0 and not made.cause:
            raise Refused(MarkColumn.CAUSE, BadWhy.NO_CAUSE, tuple(CAUSES.values()))


class _Unmarked:
    """Stands for a criterion that has no mark and gets none."""


_UNMARKED = _Unmarked()
_NO_MARK = _Unmarked()
_MARK_WORDS: Mapping[str, int | _Unmarked] = {
    **dict.fromkeys(("n/a", "na", "-", "–", "—", DOES_NOT_APPLY.en.casefold(), DOES_NOT_APPLY.cs), _NO_MARK),
    **dict.fromkeys(("yes", "ano", "true", "pravda"), 1),
    **dict.fromkeys(("no", "ne", "false", "nepravda"), 0),
}


def alike(one: GivenMark, other: GivenMark) -> bool:
    """Whether two marks say the same in a sheet."""
    return (one.mark, one.cause, plain_text(one.words)) == (other.mark, other.cause, plain_text(other.words))


def _plain(column: MarkColumn, cell: CellValue) -> None:
    if isinstance(cell, Oddity):
        raise Refused(column, BadWhy(str(cell)))


def whole(cell: CellValue) -> int | None:
    """A whole number, also written as text; ``None`` for anything else."""
    if isinstance(cell, Oddity) or cell is None:
        return None
    try:
        number = float(cell.replace(",", ".") if isinstance(cell, str) else cell)
    except ValueError:
        return None
    return int(number) if number.is_integer() else None


def _folded(cell: CellValue) -> str:
    return " ".join(str(cell).split()).casefold()
