"""Calls taken out into a file: all pages, formulas made harmless, and stopping that leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

from app.review.desk import DeskRow, Search
from app.ui.review.exporting import ExportPresenter, ExportScene, ExportState
from tests.ui.fakes import AtOnce
from tests.ui.review.fakes import DeskInMemory, row


class Notice:
    """Remembers what was told."""

    def __init__(self) -> None:
        self.scenes: list[ExportScene] = []

    def show_export(self, scene: ExportScene) -> None:
        self.scenes.append(scene)


def test_every_page_is_written_and_formulas_are_only_text(tmp_path: Path) -> None:
    notice = Notice()
    rows = [row(number) for number in range(1, 1502)]
    rows[0] = row(1, who="=1+1")
    path = tmp_path / "calls.csv"
    ExportPresenter(notice, AtOnce()).write(DeskInMemory(*rows), Search(), "", str(path), "en")
    assert [one.state for one in notice.scenes] == [ExportState.WRITING, ExportState.DONE]
    assert notice.scenes[-1].rows == 1501
    text = path.read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) == 1502
    assert "'=1+1" in text


def test_a_stopped_export_leaves_no_file(tmp_path: Path) -> None:
    notice = Notice()
    presenter = ExportPresenter(notice, AtOnce())

    class Stopping(DeskInMemory):
        def rows(self, search: Search, first: int, limit: int) -> tuple[DeskRow, ...]:
            presenter.stop()
            return super().rows(search, first, limit)

    desk = Stopping(*(row(number) for number in range(1, 1502)))
    presenter.write(desk, Search(), "", str(tmp_path / "calls.csv"), "en")
    assert notice.scenes[-1].state is ExportState.STOPPED
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_is_written_too(tmp_path: Path) -> None:
    notice = Notice()
    path = tmp_path / "calls.xlsx"
    ExportPresenter(notice, AtOnce()).write(DeskInMemory(row(1)), Search(), "flagged", str(path), "cs")
    assert notice.scenes[-1] == ExportScene(ExportState.DONE, str(path), 1)
    assert path.read_bytes().startswith(b"PK")
