"""A live window on a made-up call, on the screen and with the keys in hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.call.prompt import Prompt
from app.ui.keys import KeyMap
from app.ui.live.announcer import Announcer
from app.ui.live.scene import Layout
from app.ui.live.screen import LiveScreen
from tests.ui.live.fakes import FakeCall, FakeCounter, FakeFinder

FULL, COMPACT, STRIP = QSize(1180, 760), QSize(420, 760), QSize(1280, 220)


class Listener(Announcer):
    """Remembers what a screen reader would be told."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.heard: list[str] = []

    def announce(self, sentence: str) -> None:
        super().announce(sentence)
        self.heard.append(sentence)


class Desk:
    """The screen, the call under it, and hands on the keyboard."""

    def __init__(self, screen: LiveScreen, call: FakeCall, counter: FakeCounter, listener: Listener) -> None:
        self.screen = screen
        self.call = call
        self.counter = counter
        self.listener = listener
        self.parts = screen.window_parts
        self.layouts: list[Layout] = []
        self.ends = 0
        screen.compact_requested.connect(self.layouts.append)
        screen.call_over.connect(self._end)

    def _end(self) -> None:
        self.ends += 1

    @property
    def focus(self) -> QWidget:
        """What has the caret or the keys."""
        return QApplication.focusWidget() or self.screen

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, wherever the focus is."""
        QTest.keyClick(self.focus, key, modifier)

    def type(self, text: str) -> None:
        """Text, wherever the focus is."""
        for letter in text:
            self._send(ord(letter.upper()), letter)

    def press_czech(self, letter: str) -> None:
        """A letter of the Czech top row, as the platform reports it."""
        self._send(ord(letter.upper()), letter)

    def _send(self, code: int, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(self.focus, event)


class OpenDesk(Protocol):
    """Opens a live window on a prompt."""

    def __call__(self, prompt: Prompt, size: QSize = FULL, lang: str = "cs") -> Desk: ...


@pytest.fixture
def open_desk(qtbot: QtBot, looks: QApplication) -> OpenDesk:
    """Opens live windows; they go at the end of the test."""

    def opened(prompt: Prompt, size: QSize = FULL, lang: str = "cs") -> Desk:
        call, counter = FakeCall(prompt, lang), FakeCounter()
        screen = LiveScreen(call, FakeFinder(lang), keys=KeyMap(), clock=counter)
        listener = Listener(screen)
        screen._announcer = listener
        qtbot.addWidget(screen)
        screen.resize(size)
        screen.show()
        qtbot.waitExposed(screen)
        screen.activateWindow()
        screen.start()
        desk = Desk(screen, call, counter, listener)
        qtbot.waitUntil(screen.hasFocus)
        return desk

    return opened


Check = Callable[[Desk], None]
