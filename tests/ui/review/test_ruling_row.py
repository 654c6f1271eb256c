"""What waits for an answer: words that were typed for one thing are never sent for another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.playbook.vocabulary import Label
from app.review.desk import GivenMark
from app.review.scorecard import Scale
from app.review.scoring import Mark
from app.ui.review.ruling_row import RulingRow
from app.ui.review.score_scene import Waiting
from app.ui.widgets import KeyButton
from tests.ui.review.test_calibrate import press

DISPUTE = Waiting(5, Label("Asked", "Dotaz"), "I did ask.")


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (DISPUTE, "Not in the record."),
        (Waiting(6, DISPUTE.label, "I did."), ""),
        (Waiting(5, DISPUTE.label, "Free for ever.", fail=True), ""),
    ],
)
def test_an_answer_stays_with_what_it_was_typed_for(
    then: Waiting, words: str, qtbot: QtBot, looks: QApplication
) -> None:
    row = RulingRow()
    qtbot.addWidget(row)
    row.show_waiting(DISPUTE)
    (answer,) = row.findChildren(QLineEdit)
    answer.setText("Not in the record.")
    row.show_waiting(then)
    assert answer.text() == words


def test_a_second_reader_sees_the_quote_who_noted_it_and_its_moment(
    qtbot: QtBot, looks: QApplication
) -> None:
    row = RulingRow()
    qtbot.addWidget(row)
    row.show_waiting(Waiting(5, DISPUTE.label, "“Free for ever.”", fail=True, by="Anna", seq=7))
    said = [one.text() for one in row.findChildren(QLabel)]
    assert "“Free for ever.”" in said
    assert "Noted by Anna" in said
    with qtbot.waitSignal(row.moment_wanted) as told:
        press(row, "Show the moment")
    assert told.args == [7]
    row.show_waiting(DISPUTE)
    moment = next(one for one in row.findChildren(KeyButton) if one.words() == "Show the moment")
    assert moment.isHidden()


def test_a_trainer_sees_both_marks_before_ruling(qtbot: QtBot, looks: QApplication) -> None:
    row = RulingRow()
    qtbot.addWidget(row)
    given, own = (GivenMark(Mark("asked", value)) for value in (0, 1))
    row.show_waiting(replace(DISPUTE, scale=Scale.YES_NO, marks=(given, own)))
    assert "Trainer: no · rep: yes" in [one.text() for one in row.findChildren(QLabel)]
    row.show_waiting(replace(DISPUTE, marks=(given, None)))
    assert "Trainer: 0 · rep: —" in [one.text() for one in row.findChildren(QLabel)]
