"""The whole window with a phone beside it: who rings, dialling, and customers who asked not to be called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.call.events import CallStarted
from app.call.people import Direction
from app.leads.screen_pop import read_address
from app.settings import Language, Settings, Theme
from tests.ui.fakes import LeadsInMemory, lead
from tests.ui.test_journey import Window

ANNA = "+420777000001"
RINGING = read_address("callcue://call?number=%2B420777000001")
Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    settings = Settings(language=Language.EN, theme=Theme.LIGHT, rep_name="Rep Example")
    made = Window(qtbot, qapp, tmp_path, settings)
    made.house.leads = LeadsInMemory(lead(1, "Anna Dusk", "Mill Ltd", ANNA), lead(2, "Beno Dawn", "Oven Ltd"))
    yield made
    made.close()
    qapp.setStyleSheet("")


def ring(window: Window, address: str = RINGING.address) -> str:
    window.program.journey.phone.meet(read_address(address))
    window.qtbot.waitUntil(lambda: bool(window.frame.pop_bar.text()))
    return window.frame.pop_bar.text()


def opened_links(window: Window) -> list[str]:
    links: list[str] = []

    def took(url: str) -> bool:
        links.append(url)
        return True

    window.program.journey.phone.dialler._open_link = took
    return links


def test_who_rings_is_opened_with_enter_and_the_call_is_inbound(window: Window) -> None:
    window.open()
    assert ring(window) == "Ringing: 777 000 001 – Anna Dusk, Mill Ltd. Open?"
    assert window.today().lead is None
    window.press(Key.Key_Return)
    chosen = window.today().lead
    assert chosen is not None
    assert (chosen.card.name, window.today().fields.phone) == ("Anna Dusk", ANNA)
    window.press(Key.Key_Return)
    window.screen_of("BriefScreen")
    window.press(Key.Key_Return)
    window.screen_of("LiveScreen")
    started = window.house.journal.events[0].what
    assert isinstance(started, CallStarted)
    assert started.terms.direction is Direction.INBOUND


def test_a_stranger_is_somebody_new_with_the_number(window: Window) -> None:
    window.open()
    ring(window, "callcue://call?number=777999999&name=Sample+Bakery")
    window.press(Key.Key_Return)
    today = window.today()
    assert (today.chosen, today.fields.name, today.fields.phone) == (-1, "Sample Bakery", "777 999 999")


def test_in_a_call_only_the_bar_tells_and_the_keys_go_on_with_the_call(window: Window) -> None:
    window.open()
    window.start_call()
    live = window.screen_of("LiveScreen")
    before, focus, events = live.geometry(), QApplication.focusWidget(), len(window.house.journal.events)
    line = live.window_parts.speech.mapTo(window.frame, live.window_parts.speech.rect().topLeft())
    assert ring(window, "callcue://call?number=777999999") == "Ringing: 777 999 999 – not in your list yet."
    assert (live.geometry(), QApplication.focusWidget()) == (before, focus)
    bar, header = window.frame.pop_bar, live.window_parts.header
    assert bar.mapTo(window.frame, bar.rect().bottomLeft()).y() <= line.y()
    assert bar.height() <= header.height()
    window.press(Key.Key_Space)
    assert len(window.house.journal.events) > events
    window.press(Key.Key_F12)
    window.screen_of("OutcomeScreen")
    assert not window.frame.pop_bar.asks


def test_one_key_dials_on_the_start_screen_and_on_the_card(window: Window) -> None:
    window.open()
    links = opened_links(window)
    window.write("anna")
    window.qtbot.waitUntil(lambda: window.today().lead is not None)
    window.press(Key.Key_F4)
    window.qtbot.waitUntil(lambda: len(links) == 1)
    window.press(Key.Key_Return)
    window.screen_of("BriefScreen")
    window.press(Key.Key_D)
    window.qtbot.waitUntil(lambda: len(links) == 2)
    assert links == ["tel:+420777000001"] * 2


def test_why_nothing_was_dialled_is_said_where_it_was_asked_for(window: Window) -> None:
    window.program.preferences.change(dial="http://example.org/{e164}")
    window.open()
    links = opened_links(window)
    window.write("anna")
    window.qtbot.waitUntil(lambda: window.today().lead is not None)
    window.press(Key.Key_F4)
    window.qtbot.waitUntil(lambda: window.today().dial_slip is not None)
    window.press(Key.Key_Return)
    card = window.screen_of("BriefScreen")
    window.press(Key.Key_D)
    window.qtbot.waitUntil(lambda: "leads to another computer" in card._card._refusal.text())
    assert links == []


def test_in_a_call_one_key_dials_and_a_failure_is_said_in_the_corner(window: Window) -> None:
    window.open()
    links = opened_links(window)
    window.start_call()
    live = window.screen_of("LiveScreen")
    window.press(Key.Key_C)
    assert live.window_parts.panel.dial.isVisible()
    window.press(Key.Key_F4)
    window.qtbot.waitUntil(lambda: links == ["tel:+420777000001"])
    window.house.leads.blocked.add(ANNA)
    QTest.mouseClick(live.window_parts.panel.dial, Qt.MouseButton.LeftButton)
    window.qtbot.waitUntil(lambda: "does not dial it" in live.window_parts.corner.text.text())
    window.press(Key.Key_Q)
    assert not live.window_parts.panel.dial.isVisible()
    assert len(links) == 1


def test_a_number_blocked_meanwhile_starts_no_call(window: Window) -> None:
    window.open()
    links = opened_links(window)
    window.write("anna")
    window.press(Key.Key_Return)
    card = window.screen_of("BriefScreen")
    leads = window.house.leads
    leads.blocked.add(ANNA)
    window.press(Key.Key_Return)
    window.screen_of("TodayScreen")
    assert "asked not to be called" in window.frame.banner.text()
    assert (window.house.journal.events, links) == ([], [])
    assert card is not None


def test_a_number_blocked_meanwhile_is_not_dialled_and_shown_as_blocked(window: Window) -> None:
    window.open()
    links = opened_links(window)
    window.house.leads.blocked.add(ANNA)
    assert ring(window).endswith("blocked.")
    window.press(Key.Key_Escape)
    window.write("anna")
    window.qtbot.waitUntil(lambda: window.today().lead is not None)
    window.press(Key.Key_F4)
    window.qtbot.waitUntil(lambda: window.today().dial_slip is not None)
    assert links == []


def test_a_card_whose_call_could_not_begin_can_be_started_again(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.call.ports import BookUnavailable, TroubleKind
    from app.ui import calls_under_way

    def broken(*_: object, **__: object) -> None:
        raise BookUnavailable(TroubleKind.LOCKED)

    window.open()
    window.write("anna")
    window.press(Key.Key_Return)
    window.screen_of("BriefScreen")
    monkeypatch.setattr(calls_under_way, "taught", broken)
    window.press(Key.Key_Return)
    window.qtbot.waitUntil(lambda: "cannot be used now" in window.frame.banner.text())
    monkeypatch.undo()
    window.press(Key.Key_Return)
    window.screen_of("LiveScreen")


def test_a_call_begins_while_the_books_cannot_be_read(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.call.ports import BookUnavailable, TroubleKind

    def broken(rep: str) -> str | None:
        raise BookUnavailable(TroubleKind.LOCKED)

    window.open()
    window.write("anna")
    window.press(Key.Key_Return)
    window.screen_of("BriefScreen")
    monkeypatch.setattr(window.house.calls, "last_help", broken)
    window.press(Key.Key_Return)
    window.screen_of("LiveScreen")


def test_coming_forward_shows_a_window_that_was_put_away(window: Window) -> None:
    window.open()
    window.frame.showMinimized()
    window.frame.come_forward()
    assert not window.frame.isMinimized()
    assert window.frame.isVisible()


def test_addresses_that_macos_hands_over_are_taken_with_the_same_mistrust(window: Window) -> None:
    window.open()
    window.program._address_opened("callcue://open?number=777000001")
    log = window.house.home / "logs" / "callcue.log"
    assert "refused: verb" in log.read_text(encoding="utf-8")
    window.program._address_opened(RINGING.address)
    window.qtbot.waitUntil(lambda: bool(window.frame.pop_bar.text()))
    QTest.keyClick(window.frame, Key.Key_Escape)
