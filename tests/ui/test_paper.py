"""The dialogue that asks for a file speaks Czech as a whole, though Qt's own Czech leaves rows of it out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QSplitter, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from app.playbook.label import Lang
from app.ui.paper import ask_where, documents
from app.ui.theme import Theme
from app.ui.words import Words


@pytest.mark.parametrize("lang", [Lang.CS, Lang.EN])
def test_every_row_of_the_file_dialogue_is_named_in_the_language_of_the_window(
    lang: Lang, qtbot: QtBot, words: Words
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    words.switch(lang)
    dialog = ask_where(parent, "…", "callcue", {"xlsx": "Excel"})
    named = {
        row: dialog.labelText(row)
        for row in (QFileDialog.DialogLabel.LookIn, QFileDialog.DialogLabel.FileType)
    }
    dialog.close()
    expected = {Lang.CS: {"S&ložka:", "&Typ souboru:"}, Lang.EN: {"Fo&lder:", "File &type:"}}
    assert set(named.values()) == expected[lang]


def test_without_a_folder_for_documents_the_home_is_proposed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_place: QStandardPaths.StandardLocation) -> str:
        return str(tmp_path / "Documents")

    monkeypatch.setattr(QStandardPaths, "writableLocation", missing)
    assert documents() == str(Path.home())
    (tmp_path / "Documents").mkdir()
    assert documents() == str(tmp_path / "Documents")


def test_the_file_dialogue_has_room_for_its_columns_at_any_text_size(
    qtbot: QtBot, looks: QApplication
) -> None:
    for size in (100, 150):
        Theme(text_percent=size).apply(looks)
        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = ask_where(parent, "…", "callcue", {"xlsx": "Excel"})
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        QApplication.processEvents()
        files, sides = dialog.findChild(QTreeView), dialog.findChild(QSplitter)
        assert files is not None
        assert sides is not None
        head = files.header()
        shown = [at for at in range(head.count()) if not files.isColumnHidden(at)]
        assert all(files.columnWidth(at) >= head.sectionSizeHint(at) for at in shown), size
        assert files.horizontalScrollBar().maximum() == 0, size
        assert sides.sizes()[0] >= 15 * dialog.fontMetrics().averageCharWidth()
        dialog.close()
    Theme().apply(looks)
