"""Qt for the tests of windows: one application in English, light theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.playbook.vocabulary import Lang
from app.ui.theme import Theme
from app.ui.words import Words


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[QApplication]:
    """The application with Callcue's look; the plain look comes back afterwards."""
    Theme().apply(qapp)
    yield qapp
    _closed_windows_go()
    qapp.setStyleSheet("")


@pytest.fixture
def large_text(looks: QApplication) -> Iterator[QApplication]:
    """For tests that make text larger: the usual size comes back afterwards."""
    yield looks
    _closed_windows_go()
    Theme().apply(looks)


def _closed_windows_go() -> None:
    """The window of the test is closed by now; it would still take on every look that comes."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def words(qapp: QApplication) -> Iterator[Words]:
    """The switch of languages; English comes back afterwards."""
    switch = Words(qapp)
    yield switch
    switch.switch(Lang.EN)
    switch.close()
