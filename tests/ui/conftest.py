"""Qt for the tests of windows: one application in English, light theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.playbook.vocabulary import Lang
from app.ui.theme import Theme
from app.ui.words import Words


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[QApplication]:
    """The application with Callcue's look; the plain look comes back afterwards."""
    Theme().apply(qapp)
    yield qapp
    qapp.setStyleSheet("")


@pytest.fixture
def words(qapp: QApplication) -> Iterator[Words]:
    """The switch of languages; English comes back afterwards."""
    switch = Words(qapp)
    yield switch
    switch.switch(Lang.EN)
    switch.close()
