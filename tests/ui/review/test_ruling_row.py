"""What waits for an answer: words that were typed for one thing are never sent for another."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.playbook.vocabulary import Label
from app.ui.review.ruling_row import RulingRow
from app.ui.review.score_scene import Waiting

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
