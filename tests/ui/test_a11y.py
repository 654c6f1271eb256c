"""What a screen reader hears: banners and refusals are announced, and nothing moves the focus for it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui import a11y
from app.ui.widgets import Banner

pytestmark = pytest.mark.usefixtures("looks")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Sentences that reach the platform's accessibility bridge."""
    sentences: list[str] = []

    class Bridge:
        @staticmethod
        def updateAccessibility(event: QAccessibleEvent) -> None:
            assert event.type() is QAccessible.Event.Announcement
            sentences.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(a11y, "QAccessible", Bridge)
    return sentences


def test_a_sentence_is_announced_and_silence_is_not(qtbot: QtBot, heard: list[str]) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    a11y.announce(widget, "")
    a11y.announce(widget, "The disk is full.")
    assert heard == ["The disk is full."]


def test_a_banner_is_announced_when_it_says_something(qtbot: QtBot, heard: list[str]) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("Everything is saved again.")
    assert heard == ["Everything is saved again."]
