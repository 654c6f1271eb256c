"""Who rings is told before anything is done, and a call in progress is left in peace."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.call.ports import BookUnavailable, TroubleKind
from app.leads.lead import Lead
from app.leads.screen_pop import read_address
from app.playbook.vocabulary import Lang
from app.settings import Settings
from app.ui.phone_desk import Caller, PhoneDesk
from app.ui.pop_bar import PopBar, PopPlace
from app.ui.preferences import Preferences
from app.ui.words import Words
from tests.ui.fakes import AtOnce, Later, LeadsInMemory, lead

RINGING = read_address("callcue://call?number=%2B420777123456&name=From+the+phone")
ENDED = read_address("callcue://call?number=%2B420777123456&event=ended")
ANSWERED = read_address("callcue://call?number=%2B420777123456&event=answered")
BAKER = lead(1, "Sample Baker", "Sample Bakery", "+420777123456")
Key = Qt.Key


@dataclass
class Place:
    """A window with a screen that has one field, and the bar above it."""

    ground: QWidget
    screen: QLineEdit
    bar: PopBar
    desk: PhoneDesk
    callers: list[Caller] = field(default_factory=list)
    rings: int = 0

    def ring(self) -> None:
        self.rings += 1

    def press(self, key: Key) -> None:
        QTest.keyClick(self.screen, key)


def opened(qtbot: QtBot, tmp_path: Path, leads: LeadsInMemory | None, *, later: Later | None = None) -> Place:
    runner = later or AtOnce()
    ground, bar, screen = QWidget(), PopBar(), QLineEdit()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.addWidget(screen, 1)
    desk = PhoneDesk(Preferences(tmp_path, Settings(), AtOnce()), runner, bar, ground)
    place = Place(ground, screen, bar, desk)
    desk.lead_wanted.connect(place.callers.append)
    desk.rang.connect(place.ring)
    if leads is not None:
        desk.serve(leads)
    qtbot.addWidget(ground, before_close_func=lambda _: desk.close())
    ground.resize(900, 300)
    ground.show()
    qtbot.waitExposed(ground)
    ground.activateWindow()
    screen.setFocus()
    qtbot.waitUntil(screen.hasFocus)
    return place


@pytest.mark.usefixtures("looks")
def test_the_start_screen_asks_and_enter_opens(qtbot: QtBot, tmp_path: Path) -> None:
    place = opened(qtbot, tmp_path, LeadsInMemory(BAKER))
    place.desk.meet(RINGING)
    assert place.bar.text() == "Ringing: 777 123 456 – Sample Baker, Sample Bakery. Open?"
    assert (place.rings, place.callers, place.screen.hasFocus()) == (1, [], True)
    place.press(Key.Key_Return)
    assert place.callers == [Caller((BAKER,), "777 123 456", "From the phone", inbound=True)]
    assert place.bar.text() == ""


@pytest.mark.usefixtures("looks")
def test_escape_puts_it_away(qtbot: QtBot, tmp_path: Path) -> None:
    place = opened(qtbot, tmp_path, LeadsInMemory(BAKER))
    place.desk.meet(RINGING)
    place.press(Key.Key_Escape)
    place.press(Key.Key_Return)
    assert (place.bar.text(), place.callers) == ("", [])


@pytest.mark.usefixtures("looks")
def test_a_stranger_goes_by_what_the_phone_says(qtbot: QtBot, tmp_path: Path) -> None:
    place = opened(qtbot, tmp_path, LeadsInMemory())
    place.desk.meet(RINGING)
    assert place.bar.text() == "Ringing: 777 123 456 – From the phone. Open?"
    place.desk.meet(read_address("callcue://call?number=%2B420777999999"))
    assert place.bar.text() == "Ringing: 777 999 999 – not in your list yet. Open?"


@pytest.mark.usefixtures("looks")
def test_answered_and_ended_follow(qtbot: QtBot, tmp_path: Path) -> None:
    place = opened(qtbot, tmp_path, LeadsInMemory(BAKER))
    place.desk.meet(RINGING)
    place.desk.meet(ANSWERED)
    assert place.bar.text().startswith("On the phone: 777 123 456")
    place.desk.meet(read_address("callcue://call?number=%2B420777999999&event=ended"))
    assert place.bar.text() != ""
    place.desk.meet(ENDED)
    assert (place.bar.text(), place.callers) == ("", [])


def blocked_books() -> list[LeadsInMemory]:
    by_list = LeadsInMemory(BAKER)
    by_list.blocked.add("+420777123456")
    by_lead = LeadsInMemory(Lead(BAKER.id, BAKER.card, BAKER.created, blocked=True))
    return [by_list, by_lead]


@pytest.mark.usefixtures("looks")
@pytest.mark.parametrize("leads", blocked_books())
def test_a_blocked_number_is_shown_as_blocked_and_opens_nothing(
    qtbot: QtBot, tmp_path: Path, leads: LeadsInMemory
) -> None:
    place = opened(qtbot, tmp_path, leads)
    place.desk.meet(RINGING)
    assert place.bar.text().endswith("Asked not to be called: blocked.")
    place.press(Key.Key_Return)
    place.bar.open_wanted.emit()
    assert place.callers == []
    place.press(Key.Key_Escape)
    assert place.bar.text() == ""


@pytest.mark.usefixtures("looks")
def test_in_a_call_nothing_moves_no_focus_is_taken_and_keys_stay_the_calls(
    qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(qtbot, tmp_path, LeadsInMemory(BAKER))
    entered: list[bool] = []
    place.screen.returnPressed.connect(lambda: entered.append(True))
    place.desk.follow(PopPlace.IN_CALL)
    before = place.screen.geometry()
    place.desk.meet(RINGING)
    QApplication.processEvents()
    assert place.bar.isVisible()
    assert place.screen.geometry() == before
    assert place.screen.hasFocus()
    assert place.bar.width() < place.ground.width() * 2 / 3
    assert place.rings == 0
    place.press(Key.Key_Return)
    place.press(Key.Key_Escape)
    assert (entered, place.callers) == ([True], [])
    assert place.bar.text() == "Ringing: 777 123 456 – Sample Baker, Sample Bakery."
    place.ground.resize(600, 300)
    QApplication.processEvents()
    assert place.bar.width() <= 600 / 4, (
        "in the strip the clock, the end of the call and the moods stay in sight"
    )
    place.ground.resize(600, 500)
    QApplication.processEvents()
    assert 600 / 4 < place.bar.width() < 600 * 2 / 3
    (away,) = [button for button in place.bar.findChildren(QPushButton) if button.isVisible()]
    QTest.mouseClick(away, Qt.MouseButton.LeftButton)
    assert place.bar.text() == ""
    assert place.screen.hasFocus()


@pytest.mark.usefixtures("looks")
def test_after_the_call_the_start_screen_asks(qtbot: QtBot, tmp_path: Path) -> None:
    place = opened(qtbot, tmp_path, LeadsInMemory(BAKER))
    place.desk.follow(PopPlace.IN_CALL)
    place.desk.meet(RINGING)
    place.desk.follow(PopPlace.TELLS)
    assert not place.bar.asks
    place.desk.follow(PopPlace.ASKS)
    assert place.bar.text().endswith("Open?")
    place.press(Key.Key_Enter)
    assert len(place.callers) == 1


@pytest.mark.usefixtures("looks")
def test_a_call_that_came_before_the_books_is_told_once_they_are_open(qtbot: QtBot, tmp_path: Path) -> None:
    place = opened(qtbot, tmp_path, None)
    place.desk.meet(RINGING)
    assert place.bar.text() == ""
    place.desk.serve(LeadsInMemory(BAKER))
    assert "Sample Baker" in place.bar.text()


@pytest.mark.usefixtures("looks")
def test_without_the_books_the_number_alone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    class Broken(LeadsInMemory):
        def by_phone(self, number: str) -> tuple[Lead, ...]:
            raise BookUnavailable(TroubleKind.LOCKED)

    place = opened(qtbot, tmp_path, Broken())
    place.desk.meet(RINGING)
    assert place.bar.text().startswith("Ringing: 777 123 456 – From the phone.")


@pytest.mark.usefixtures("looks")
def test_the_newest_call_counts_whatever_is_found_later(qtbot: QtBot, tmp_path: Path) -> None:
    later = Later()
    place = opened(qtbot, tmp_path, LeadsInMemory(BAKER), later=later)
    place.desk.meet(RINGING)
    place.desk.meet(read_address("callcue://call?number=%2B420777999999"))
    later.work(1)
    later.work(0)
    assert "777 999 999" in place.bar.text()
    place.desk.meet(read_address("callcue://call?number=%2B420777999999&event=ended"))
    assert place.bar.text() == ""


@pytest.mark.usefixtures("looks")
def test_in_czech(qtbot: QtBot, tmp_path: Path, words: Words) -> None:
    words.switch(Lang.CS)
    place = opened(qtbot, tmp_path, LeadsInMemory(BAKER))
    place.desk.meet(RINGING)
    assert place.bar.text() == "Zvoní: 777 123 456 – Sample Baker, Sample Bakery. Otevřít?"
    words.switch(Lang.EN)
    QApplication.processEvents()
    assert place.bar.text().startswith("Ringing:")
