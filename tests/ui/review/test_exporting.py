"""Calls taken out into a file: all pages, formulas made harmless, and stopping that leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from app.review.desk import DeskRow, GivenMark, ReviewDraft, Search, SearchStopped
from app.review.mark_sheet import MarkColumn
from app.review.out.csv_file import Told
from app.review.out.marks_reading import read_marks
from app.review.printed import PrintedHead
from app.review.scoring import Basis, Mark
from app.ui.background import Runner
from app.ui.review.exporting import ExportPresenter, ExportScene, ExportState
from tests.fakes import START
from tests.ui.fakes import AtOnce, Later
from tests.ui.review.fakes import DeskInMemory, OneCard, ReviewsInMemory, row, small_playbook


class Notice:
    """Remembers what was told."""

    def __init__(self) -> None:
        self.scenes: list[ExportScene] = []

    def show_export(self, scene: ExportScene) -> None:
        self.scenes.append(scene)

    @property
    def states(self) -> list[ExportState]:
        return [one.state for one in self.scenes]


def presenter(notice: Notice, runner: Runner | None = None) -> ExportPresenter:
    made = ExportPresenter(runner or AtOnce())
    made.attach(notice)
    return made


def write(
    exporting: ExportPresenter, desk: DeskInMemory, path: Path, line: str = "", lang: str = "en"
) -> None:
    exporting.write(desk, ReviewsInMemory(), Search(), line, str(path), lang)


def test_every_page_is_written_and_formulas_are_only_text(tmp_path: Path) -> None:
    notice = Notice()
    rows = [row(number) for number in range(1, 1502)]
    rows[0] = row(1, who="=1+1")
    path = tmp_path / "calls.csv"
    write(presenter(notice), DeskInMemory(*rows), path)
    assert notice.states == [ExportState.WRITING, ExportState.DONE]
    assert notice.scenes[-1].rows == 1501
    text = path.read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) == 1502
    assert "'=1+1" in text


def test_a_stopped_export_leaves_no_file(tmp_path: Path) -> None:
    notice = Notice()
    exporting = presenter(notice)

    class Stopping(DeskInMemory):
        def rows(self, search: Search, first: int, limit: int) -> tuple[DeskRow, ...]:
            exporting.stop()
            return super().rows(search, first, limit)

    desk = Stopping(*(row(number) for number in range(1, 1502)))
    for name in ("calls.csv", "calls.xlsx"):
        write(exporting, desk, tmp_path / name)
        assert notice.scenes[-1].state is ExportState.STOPPED
    assert list(tmp_path.iterdir()) == []


def test_the_count_is_told_as_it_grows(tmp_path: Path) -> None:
    notice = Notice()
    exporting = presenter(notice)

    class Looking(DeskInMemory):
        def rows(self, search: Search, first: int, limit: int) -> tuple[DeskRow, ...]:
            exporting.look()
            exporting.look()
            return super().rows(search, first, limit)

    write(exporting, Looking(*(row(number) for number in range(1, 1502))), tmp_path / "calls.csv")
    assert [one.rows for one in notice.scenes] == [0, 1000, 1501]


def test_a_search_that_is_stopped_beside_it_does_not_stop_it(tmp_path: Path) -> None:
    notice = Notice()

    class Interrupted(DeskInMemory):
        def rows(self, search: Search, first: int, limit: int) -> tuple[DeskRow, ...]:
            self.pages.append(first)
            if len(self.pages) == 1:
                raise SearchStopped
            return super().rows(search, first, limit)

    write(presenter(notice), Interrupted(row(1)), tmp_path / "calls.csv")
    assert notice.scenes[-1] == ExportScene(ExportState.DONE, str(tmp_path / "calls.csv"), 1)


def test_it_goes_on_while_the_desk_is_left_and_tells_the_next_one(tmp_path: Path) -> None:
    runner, first, second = Later(), Notice(), Notice()
    exporting = presenter(first, runner)
    write(exporting, DeskInMemory(row(1)), tmp_path / "calls.csv")
    exporting.detach(second)
    exporting.detach(first)
    runner.work()
    assert first.states == [ExportState.WRITING]
    exporting.attach(second)
    assert second.states == [ExportState.DONE]
    exporting.close()
    third = Notice()
    exporting.attach(third)
    assert third.scenes == []


def test_a_workbook_has_the_marks_of_trainers_in_it(tmp_path: Path) -> None:
    book, card = ReviewsInMemory(), OneCard().card_for(small_playbook())
    assert card is not None
    book.pin_card(card.file)
    criterion = card.scorecard.criteria[0].id
    marks = (GivenMark(Mark(criterion, 1), words="well said"),)
    for own in (False, True):
        book.send(
            ReviewDraft(UUID(int=1), "jana", card.scorecard.revision, Basis.HEARD, marks, own=own), START
        )
    desk = DeskInMemory(row(1, reviewed=True), row(2))
    path = tmp_path / "calls.xlsx"
    notice = Notice()
    presenter(notice).write(desk, book, Search(), "flagged", str(path), "cs")
    assert notice.scenes[-1] == ExportScene(ExportState.DONE, str(path), 2)
    file = read_marks(path)
    assert len(file.rows) == len(card.scorecard.criteria)
    assert file.rows[0][MarkColumn.REMARK] == "well said"


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    notice = Notice()
    write(presenter(notice), DeskInMemory(row(1)), tmp_path / "none" / "calls.xlsx")
    assert notice.states[-1] is ExportState.NOT_WRITTEN


def test_a_printed_list_has_a_heading_and_goes_through_all_pages(tmp_path: Path) -> None:
    heads: list[PrintedHead] = []

    def paper(path: Path, head: PrintedHead, rows: Iterable[DeskRow], told: Told | None = None) -> int:
        heads.append(head)
        return len(list(rows))

    notice = Notice()
    exporting = ExportPresenter(AtOnce(), paper)
    exporting.attach(notice)
    write(exporting, DeskInMemory(*(row(number) for number in range(1, 1502))), tmp_path / "a.PDF", "rep:eva")
    assert notice.scenes[-1] == ExportScene(ExportState.DONE, str(tmp_path / "a.PDF"), 1501)
    assert heads[0].words[:2] == ("Search: rep:eva", "Calls: 1,501")


def test_a_stopped_print_leaves_no_file(qapp: object, tmp_path: Path) -> None:
    notice = Notice()
    exporting = presenter(notice)

    class Stopping(DeskInMemory):
        def rows(self, search: Search, first: int, limit: int) -> tuple[DeskRow, ...]:
            if first:
                exporting.stop()
            return super().rows(search, first, limit)

    write(exporting, Stopping(*(row(number) for number in range(1, 1502))), tmp_path / "calls.pdf")
    assert notice.scenes[-1].state is ExportState.STOPPED
    assert not list(tmp_path.iterdir())
