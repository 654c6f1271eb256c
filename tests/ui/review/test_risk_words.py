"""A call that is drawn for its risk says which risk it is."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.playbook.vocabulary import Lang
from app.review.desk import DrawnQueue
from app.review.sampling import Queued, Risk, Why
from app.ui.review.risk_words import risk_words
from app.ui.review.score_panel import ScorePanel
from app.ui.review.score_scene import ScoreScene
from app.ui.words import Words

DRAWN = Queued("a", Why.FLAGGED, frozenset({Risk.REP_FLAG, Risk.ANGRY, Risk.HUNG_UP}))


def test_the_risks_are_named_in_the_present_language(qtbot: QtBot, looks: QApplication, words: Words) -> None:
    panel = ScorePanel()
    qtbot.addWidget(panel)
    panel.show_scene(ScoreScene(queue=DrawnQueue(1, 0.6, "", (DRAWN,)), queued=DRAWN, left=1))

    def said() -> list[str]:
        return [one.text() for one in panel.findChildren(QLabel)]

    named = "angry customer, hung up, marked by the rep"
    assert f"In the queue for its risk ({named}): it never enters averages." in said()
    words.switch(Lang.CS)
    czech = "rozzlobený zákazník, zavěšení, označení od obchodníka"
    qtbot.waitUntil(lambda: f"Ve frontě kvůli riziku ({czech}): do průměrů se nepočítá." in said())


def test_every_risk_has_its_words(qtbot: QtBot, words: Words) -> None:
    for lang in Lang:
        words.switch(lang)
        told = [risk_words({one}) for one in Risk]
        assert all(told)
        assert len(set(told)) == len(told)
