"""One criterion by keys alone: digits mark and go on, the minus says that it does not apply, arrows only go on."""

from __future__ import annotations

import re
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.playbook.label import Lang
from app.review.desk import GivenMark, Review, ReviewDraft
from app.review.scorecard import Scale
from app.review.scoring import Basis, Mark
from app.ui.review.answer_row import AnswerRow
from app.ui.review.criterion_row import CriterionRow
from app.ui.review.histories import mark_history
from app.ui.review.own_scene import MarkPair
from app.ui.review.sheet import Missing, Sheet, marked
from app.ui.widgets import KeyButton
from app.ui.words import Words
from tests.fakes import START
from tests.review.test_scorecard import shipped

Key = Qt.Key


@pytest.mark.parametrize(
    ("scale", "key", "mark", "by"),
    [
        (Scale.THREE, Key.Key_2, 2, 1),
        (Scale.YES_NO, Key.Key_0, 0, 1),
        (Scale.YES_NO, Key.Key_Minus, None, 1),
        (Scale.YES_NO, Key.Key_2, "none", 0),
        (Scale.THREE, Key.Key_Down, "none", 1),
        (Scale.THREE, Key.Key_Up, "none", -1),
    ],
)
def test_keys_mark_and_go_on(
    qtbot: QtBot, looks: QApplication, scale: Scale, key: Qt.Key, mark: object, by: int
) -> None:
    row = CriterionRow(next(one for one in shipped().criteria if one.scale is scale))
    qtbot.addWidget(row)
    marked: list[object] = []
    steps: list[int] = []

    def note_mark(_criterion: str, value: object) -> None:
        marked.append(value)

    def note_step(_criterion: str, step: int) -> None:
        steps.append(step)

    row.marked.connect(note_mark)
    row.stepped.connect(note_step)
    row.show()
    qtbot.waitExposed(row)
    row.take_caret(Missing.MARK)
    qtbot.keyClick(row.focusWidget(), key)  # type: ignore[no-untyped-call]
    assert marked == ([] if mark == "none" else [mark])
    assert steps == ([by] if by else [])


def test_the_key_of_the_present_mark_says_yes_to_it_and_goes_on(qtbot: QtBot, looks: QApplication) -> None:
    criterion = next(one for one in shipped().criteria if one.scale is Scale.THREE)
    row = CriterionRow(criterion)
    qtbot.addWidget(row)
    row.show_sheet(Sheet(shipped(), Basis.HEARD, {}, {criterion.id: GivenMark(Mark(criterion.id, 2))}), ())
    row.show()
    qtbot.waitExposed(row)
    row.take_caret(Missing.MARK)
    with qtbot.assertNotEmitted(row.marked), qtbot.waitSignal(row.stepped):
        qtbot.keyClick(row.focusWidget(), Key.Key_2)  # type: ignore[no-untyped-call]
    with qtbot.waitSignal(row.marked):
        qtbot.keyClick(row.focusWidget(), Key.Key_1)  # type: ignore[no-untyped-call]


def test_a_mark_from_a_file_names_it_until_it_is_given_anew(qtbot: QtBot, looks: QApplication) -> None:
    criterion = next(one for one in shipped().criteria if one.scale is Scale.YES_NO)
    row = CriterionRow(criterion)
    qtbot.addWidget(row)
    given = {criterion.id: GivenMark(Mark(criterion.id, 1), version=2, origin="marks-eva.xlsx")}
    sheet = Sheet(shipped(), Basis.HEARD, {}, given)
    row.show_sheet(sheet, ())
    assert "from the file marks-eva.xlsx" in _texts(row)
    row.show_sheet(marked(sheet, criterion.id, 1), ())
    assert "marks-eva.xlsx" in _texts(row)
    row.show_sheet(marked(sheet, criterion.id, 0), ())
    assert "marks-eva.xlsx" not in _texts(row)


def test_a_rep_sees_that_a_mark_came_from_a_file(qtbot: QtBot, looks: QApplication) -> None:
    criterion = next(one for one in shipped().criteria if one.scale is Scale.YES_NO)
    row = AnswerRow()
    qtbot.addWidget(row)
    first = GivenMark(Mark(criterion.id, 0))
    given = replace(first, mark=Mark(criterion.id, 1), version=2, at=START, origin="second.xlsx", by="jana")
    review = Review(uuid4(), START, ReviewDraft(uuid4(), "jana", "", Basis.HEARD, (given,)))
    history = mark_history(shipped(), review, given, (first,), None, ())
    row.show_pair(MarkPair(criterion, given, None, history=history))
    assert "from the file second.xlsx" in _texts(row)
    assert "Trainer's mark: no\njana · " in _texts(row)
    assert "From the file second.xlsx: no → yes\njana · " in _texts(row)


def _texts(row: QWidget) -> str:
    return "\n".join(one.text() for one in row.findChildren(QLabel))


@pytest.mark.parametrize("lang", [Lang.CS, Lang.EN])
@pytest.mark.parametrize("name", ["sales", "complaint"])
def test_examples_are_quoted_once(lang: Lang, name: str, qtbot: QtBot, words: Words) -> None:
    words.switch(lang)
    shown = []
    for criterion in shipped(name).criteria:
        row = CriterionRow(criterion)
        qtbot.addWidget(row)
        row.show_sheet(Sheet(shipped(name)), ())
        shown += [button.toolTip() for button in row.findChildren(KeyButton)]
    assert any(one.endswith({Lang.CS: "“", Lang.EN: "”"}[lang]) for one in shown)
    assert not [one for one in shown if one.count("„") != one.count("“") and lang is Lang.CS]
    assert not [one for one in shown if re.search("„[^“]*„|“[^”]* '", one)]
