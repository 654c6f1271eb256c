"""The figures on a real widget: all by keys, everything named, both languages, every look and size."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from app.playbook.vocabulary import Lang
from app.review.figures import Counted, FigureName
from app.review.query import Query
from app.settings import Language, Settings
from app.ui.figures.screen import FiguresScreen
from app.ui.preferences import Preferences
from app.ui.theme import Theme, ThemeName
from app.ui.words import Words
from tests.fakes import FakeClock
from tests.ui.fakes import AtOnce
from tests.ui.figures.fakes import FAIR, FakeFigures, books


@pytest.fixture
def figures() -> FakeFigures:
    return FakeFigures()


@pytest.fixture
def screen(qtbot: QtBot, looks: QApplication, tmp_path: Path, figures: FakeFigures) -> FiguresScreen:
    preferences = Preferences(tmp_path, Settings(language=Language.EN), AtOnce())
    made = FiguresScreen(preferences, AtOnce(), FakeClock(), books(figures))
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.view.names.hasFocus)
    return made


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def test_a_figure_is_chosen_read_and_followed_to_its_calls_by_keys_alone(
    screen: FiguresScreen, qtbot: QtBot
) -> None:
    for _ in range(3):
        press(Qt.Key.Key_Down)
    assert screen.scene.chosen is FigureName.OBJECTIONS
    press(Qt.Key.Key_Return)
    assert screen.view.table.hasFocus()
    press(Qt.Key.Key_Down)
    assert screen.scene.row == 1
    with qtbot.waitSignal(screen.calls_wanted) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0].startswith("playbook:inbound source:web objection:")
    press(Qt.Key.Key_C)
    assert "Steadied" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(screen.calls_wanted):
        press(Qt.Key.Key_Escape)


def test_letters_typed_into_the_line_copy_nothing_and_esc_leaves_it_first(screen: FiguresScreen) -> None:
    QGuiApplication.clipboard().setText("before")
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert screen.view.line.hasFocus()
    QTest.keyClicks(screen.view.line, "xcp")
    assert QGuiApplication.clipboard().text() == "before"
    assert screen.scene.line == "xcp"
    press(Qt.Key.Key_Escape)
    assert screen.view.names.hasFocus()


def test_the_chart_walks_and_opens_by_keys_and_clicks(screen: FiguresScreen, qtbot: QtBot) -> None:
    screen.presenter.choose(FigureName.FUNNEL)
    chart = screen.view.chart
    chart.setFocus()
    press(Qt.Key.Key_Down)
    assert screen.scene.row == 1
    assert "Asking for a decision" in chart.accessibleDescription()
    with qtbot.waitSignal(screen.calls_wanted):
        press(Qt.Key.Key_Return)
    spot = chart._plot.place_of(0.1, 0.0)
    with qtbot.waitSignal(screen.calls_wanted) as asked:
        QTest.mouseClick(
            viewport(chart._plot.widget),
            Qt.MouseButton.LeftButton,
            pos=QPoint(round(spot.x()), round(spot.y())),
        )
    assert asked.args == ["-stage<Opening"]


def viewport(widget: QWidget) -> QWidget:
    assert isinstance(widget, QGraphicsView)
    return widget.viewport()


@pytest.mark.parametrize("name", FigureName)
def test_every_figure_is_drawn_and_a_place_in_the_chart_is_a_row_of_the_table(
    screen: FiguresScreen, name: FigureName
) -> None:
    screen.presenter.choose(name)
    shown = screen.scene.shown
    assert shown is not None
    assert screen.view.table.rowCount() == len(shown.rows) > 0
    assert screen.view.chart._plot.items
    places = {screen.view.chart.row_at(x / 4, y / 4) for x in range(-4, 12) for y in range(-4, 12)}
    assert places - {None} == set(range(len(shown.rows)))


def test_another_group_is_chosen_from_the_list(screen: FiguresScreen) -> None:
    screen.presenter.choose(FigureName.OBJECTIONS)
    groups = screen.view.groups
    assert groups.isVisible()
    groups.setFocus()
    groups.setCurrentIndex(1)
    groups.activated.emit(1)
    assert screen.scene.group == FAIR
    assert screen.view.table.item(0, 3) is not None
    assert screen.view.table.isColumnHidden(0)


def test_the_picture_has_the_chart_and_words(screen: FiguresScreen) -> None:
    screen.presenter.choose(FigureName.FUNNEL)
    press(Qt.Key.Key_P)
    picture = QGuiApplication.clipboard().pixmap()
    assert picture.height() > screen.view.chart.height()


def test_nothing_found_trouble_and_stopping_are_said(screen: FiguresScreen, figures: FakeFigures) -> None:
    figures.empty = True
    screen.presenter.type_line("rep:nobody")
    assert "No call fits" in screen.view._state.whole_text()
    assert not screen.view.table.isVisible()
    figures.broken = True
    screen.presenter.type_line("rep:other")
    assert "cannot be read" in screen.view._state.whole_text()
    figures.broken = figures.empty = False
    screen.view._stop.click()
    assert screen.view.table.isVisible()


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize(
    ("theme", "percent"), [(ThemeName.LIGHT, 100), (ThemeName.DARK, 150), (ThemeName.CONTRAST, 200)]
)
def test_every_look_size_and_language_fits_and_is_named(
    screen: FiguresScreen, words: Words, qtbot: QtBot, lang: Lang, theme: ThemeName, percent: int
) -> None:
    words.switch(lang)
    screen._preferences.change(theme=theme.value, text_percent=percent)
    screen.resize(760, 620)
    QApplication.processEvents()
    for name in (FigureName.OUTCOMES, FigureName.HANDLERS):
        screen.presenter.choose(name)
        assert screen.minimumSizeHint().width() <= 760
        parts: list[QWidget] = [*screen.findChildren(QAbstractButton), *screen.findChildren(QComboBox)]
        for part in parts:
            if part.isVisible() and part.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                assert part.accessibleName(), part
        for named in (screen.view.line, screen.view.names, screen.view.table, screen.view.chart):
            assert named.accessibleName()


def test_the_line_is_written_anew_in_the_other_language(
    screen: FiguresScreen, words: Words, qtbot: QtBot
) -> None:
    screen.presenter.type_line("outcome:lost")
    words.switch(Lang.CS)
    qtbot.waitUntil(lambda: screen.view.line.text() == "výsledek:prohráno")
    assert screen.view._title.whole_text() == "Výsledky po týdnech"


def test_charts_are_loaded_only_when_the_figures_are_opened() -> None:
    wanted = "import sys, app.ui.journey, app.ui.review.screen, app.ui.inbox.screen; "
    wanted += "sys.exit('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", wanted], check=False).returncode == 0


@pytest.mark.parametrize(("ending", "begins"), [("xlsx", b"PK"), ("csv", b"\xef\xbb"), ("pdf", b"%P")])
def test_the_figure_is_exported_as_what_its_name_says(
    ending: str, begins: bytes, screen: FiguresScreen, tmp_path: Path
) -> None:
    screen.presenter.choose(FigureName.HANDLERS)
    path = tmp_path / f"figure.{ending}"
    screen.export(str(path))
    assert path.read_bytes()[:2] == begins
    assert screen.scene.written == str(path)
    assert str(path) in screen.view._told.whole_text()
    screen.presenter.choose(FigureName.FUNNEL)
    assert screen.view._told.isHidden()


@pytest.mark.parametrize("ending", ["xlsx", "csv", "pdf", "doc"])
def test_a_place_that_cannot_be_written_is_told(ending: str, screen: FiguresScreen, tmp_path: Path) -> None:
    path = tmp_path / ("none" if ending != "doc" else "") / f"figure.{ending}"
    screen.export(str(path))
    assert screen.scene.not_written == str(path)
    assert "could not be written" in screen.view._told.whole_text()


def test_where_to_is_asked_with_the_figures_name(screen: FiguresScreen) -> None:
    press(Qt.Key.Key_E)
    (dialog,) = screen.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Outcomes by week.xlsx"
    dialog.selectNameFilter("PDF (*.pdf)")
    dialog.filterSelected.emit("PDF (*.pdf)")
    assert dialog.defaultSuffix() == "pdf"
    dialog.reject()


def test_the_chart_on_paper_is_light_in_dark_looks_too(screen: FiguresScreen) -> None:
    screen.view.set_theme(Theme(ThemeName.DARK))
    picture = screen.view.chart_picture()
    assert picture.pixelColor(1, picture.height() - 2).lightness() > 200
    assert screen.view.chart._theme.name is ThemeName.DARK


def test_the_chart_on_paper_has_one_shape_that_fits_a_page(screen: FiguresScreen) -> None:
    shapes = set()
    for name, size in ((FigureName.WORDINGS, 900), (FigureName.MOODS, 1600)):
        screen.resize(size, 1000)
        screen.presenter.choose(name)
        QApplication.processEvents()
        picture = screen.view.chart_picture()
        shapes.add((picture.width(), picture.height()))
        dark = sum(
            picture.pixelColor(x, y).lightness() < 200
            for x in range(0, picture.width(), 9)
            for y in range(0, picture.height(), 9)
        )
        assert dark > 40, "the figure is in it"
    (shape,) = shapes
    assert shape[0] > shape[1]


def test_words_take_the_room_that_the_numbers_leave_and_give_it_back(screen: FiguresScreen) -> None:
    table, longest = screen.view.table, "A playbook of a name that is rather long"
    screen.presenter.choose(FigureName.OBJECTIONS)
    QApplication.processEvents()
    column = next(at for at in range(table.columnCount()) if not table.isColumnHidden(at))
    item = table.item(0, column)
    assert item is not None
    item.setText(longest)
    screen.resize(1600, 760)
    QApplication.processEvents()
    assert table.columnWidth(column) >= table.fontMetrics().horizontalAdvance(longest)
    screen.resize(900, 760)
    QApplication.processEvents()
    assert table.columnWidth(column) < table.fontMetrics().horizontalAdvance(longest)


def test_numbers_stand_at_the_right_with_their_thousands_apart_and_rows_take_the_whole_width(
    screen: FiguresScreen, figures: FakeFigures
) -> None:
    table = screen.view.table
    screen.presenter.choose(FigureName.OBJECTIONS)
    QApplication.processEvents()
    shown = [at for at in range(table.columnCount()) if not table.isColumnHidden(at)]
    sides = []
    for column in shown:
        head, cell = table.horizontalHeaderItem(column), table.item(0, column)
        assert head is not None
        assert cell is not None
        assert head.textAlignment() == cell.textAlignment(), "a heading stands over its numbers"
        sides.append(bool(cell.textAlignment() & Qt.AlignmentFlag.AlignRight.value))
    assert sides == [False, *[True] * (len(shown) - 1)]
    assert sum(map(table.columnWidth, shown)) >= table.viewport().width()


def test_large_text_puts_the_table_under_the_chart_but_leaves_the_names_beside_them(
    screen: FiguresScreen,
) -> None:
    screen.resize(1180, 760)
    screen.view.set_theme(Theme(text_percent=150))
    assert screen.view.is_narrow()
    assert not screen.view.is_column()
    names, chart, table = screen.view.names, screen.view.chart, screen.view.table
    top = [each.mapTo(screen, QPoint()) for each in (names, chart, table)]
    assert top[0].x() < top[1].x()
    assert top[1].y() < top[2].y()
    assert names.height() > chart.height()
    screen.resize(700, 760)
    assert screen.view.is_column()


def test_words_under_a_matrix_never_touch(screen: FiguresScreen) -> None:
    screen.presenter.choose(FigureName.MOODS)
    figure = screen.scene.shown
    assert figure is not None
    chart = screen.view.chart
    room = chart._plot.widget.width()
    assert chart._ends(figure, left=room) == ["angry", "\ninterested"]
    assert chart._ends(figure, left=room - 400) == ["angry", "interested"]


def test_numbers_under_a_chart_never_touch(screen: FiguresScreen) -> None:
    chart = screen.view.chart
    ticks = [(part / 4, f"{25 * part} %") for part in range(5)]
    screen.resize(1400, 760)
    QApplication.processEvents()
    assert chart._apart(ticks, ["price"]) == ticks
    found = [len(chart._apart(ticks, ["n" * letters])) for letters in range(4, 60)]
    assert found == sorted(found, reverse=True), "the longer the names, the fewer numbers"
    assert set(found) == {5, 3, 2}


def test_where_nothing_fits_what_is_said_stands_together_at_the_top(
    screen: FiguresScreen, figures: FakeFigures
) -> None:
    screen.presenter.note_written("/figure.xlsx", "")
    figures.empty = True
    screen.presenter.type_line("nobody")
    QApplication.processEvents()
    view = screen.view
    assert view._state.isVisible()
    assert view._state.mapTo(screen, QPoint()).y() < screen.height() / 3
    assert not view._told.isVisible(), "what was written before is no longer told"


class LongWords(FakeFigures):
    """Names, codes and counts as long as real ones are."""

    def counted(self, name: FigureName, query: Query) -> Counted:
        found = super().counted(name, query)
        coded = name in (FigureName.HANDLERS, FigureName.HANDLED_BY, FigureName.DEAD_LINES)
        long = "a few words of a sentence that somebody said"
        return replace(
            found,
            tallies=tuple(
                replace(
                    one,
                    codes=tuple(f"{long} {code}" for code in one.codes) if coded else one.codes,
                    n=one.n * 10_000,
                    hits=one.hits * 10_000,
                )
                for one in found.tallies
            ),
            trials=tuple(replace(one, codes=(long,)) for one in found.trials),
        )


@pytest.mark.parametrize("lang", Lang)
def test_at_plain_size_no_table_needs_moving_sideways_and_no_verdict_is_cut(
    qtbot: QtBot, looks: QApplication, words: Words, tmp_path: Path, lang: Lang
) -> None:
    words.switch(lang)
    preferences = Preferences(tmp_path, Settings(language=Language(lang)), AtOnce())
    screen = FiguresScreen(preferences, AtOnce(), FakeClock(), books(LongWords()))
    qtbot.addWidget(screen)
    screen.resize(1180, 740)
    screen.show()
    for name in FigureName:
        screen.presenter.choose(name)
        QApplication.processEvents()
        table = screen.view.table
        assert table.horizontalScrollBar().maximum() == 0, name
        assert screen.view.chart.width() >= 260, name
    screen.presenter.choose(FigureName.WORDINGS)
    QApplication.processEvents()
    table = screen.view.table
    last = table.columnCount() - 1
    verdict = next(item for row in range(table.rowCount()) if (item := table.item(row, last)) and item.text())
    room = QRect(0, 0, table.columnWidth(last) - 16, 1000)
    taken = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, verdict.text())
    assert taken.height() <= table.rowHeight(verdict.row())
    assert taken.height() > table.fontMetrics().lineSpacing(), "it is longer than its column"


def test_the_chart_has_the_room_that_the_table_leaves_until_the_line_is_moved(screen: FiguresScreen) -> None:
    screen.resize(1180, 740)
    screen.presenter.choose(FigureName.MOODS)
    QApplication.processEvents()
    wide = screen.view.chart.width()
    screen.presenter.choose(FigureName.WORDINGS)
    QApplication.processEvents()
    assert screen.view.chart.width() < wide
    screen.view._both.setSizes([500, 400])
    screen.view._both.splitterMoved.emit(500, 1)
    screen.presenter.choose(FigureName.MOODS)
    QApplication.processEvents()
    assert abs(screen.view.chart.width() - 500) < 10
