"""Whoever rings says one short line, and hostile ones are shown out."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from app.leads.screen_pop import PopRefused, pop_of
from app.ui.door import Door, OneWindow, door_of
from app.ui.doorbell import LONGEST, MOST_VISITS, Doorbell, knock, message_of, read_message
from app.ui.hotkeys.wishes import GlobalAction

POP = pop_of({"number": "+420777123456", "name": "Sample Pekárna"})


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Door:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    return door_of(tmp_path)


@pytest.fixture
def bell(door: Door, qtbot: QtBot) -> Iterator[Doorbell]:
    made = Doorbell(door)
    assert made.open()
    yield made
    made.close()


def say(qtbot: QtBot, door: Door, line: bytes) -> bytes:
    socket = QLocalSocket()
    socket.connectToServer(door.name)
    assert socket.waitForConnected(2000)
    socket.write(line)
    qtbot.waitUntil(lambda: socket.bytesAvailable() > 0 or not socket.isValid())
    return bytes(socket.readAll().data())


def test_a_second_start_brings_the_window_forward(qtbot: QtBot, door: Door, bell: Doorbell) -> None:
    with qtbot.waitSignal(bell.focus_wanted):
        assert say(qtbot, door, message_of(None)) == b"yes\n"


def test_a_call_is_passed_on_as_it_was_told(qtbot: QtBot, door: Door, bell: Doorbell) -> None:
    with qtbot.waitSignal(bell.pop_heard) as heard:
        assert say(qtbot, door, message_of(POP)) == b"yes\n"
    assert heard.args == [POP]


def test_an_act_is_passed_on_by_its_name(qtbot: QtBot, door: Door, bell: Doorbell) -> None:
    with qtbot.waitSignal(bell.pressed) as heard:
        assert say(qtbot, door, message_of(GlobalAction.HOLD)) == b"yes\n"
    assert heard.args == [GlobalAction.HOLD]


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"callcue 1 press end\n",
        b"callcue 1 press hold hold\n",
        b"callcue 2 focus\n",
        b"callcue 1 quit\n",
        b"callcue 1 focus\ncallcue 1 focus\n",
        b"callcue 1 pop file:///etc/passwd\n",
        b"callcue 1 pop callcue://call?number=777123456&db=x\n",
        b"\xff\xfe\x00\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"a" * (LONGEST + 1),
        b"a" * (LONGEST * 50),
    ],
)
def test_hostile_bytes_are_refused_and_kept_for_the_log(
    qtbot: QtBot, door: Door, bell: Doorbell, line: bytes
) -> None:
    heard: list[object] = []
    bell.pop_heard.connect(heard.append)
    with qtbot.waitSignal(bell.refused) as refused, qtbot.assertNotEmitted(bell.focus_wanted):
        assert say(qtbot, door, line) == b"no\n"
    assert len(refused.args[0]) < 700
    assert heard == []
    with qtbot.waitSignal(bell.focus_wanted):
        assert say(qtbot, door, message_of(None)) == b"yes\n"


def test_who_says_nothing_is_shown_out(
    qtbot: QtBot, door: Door, bell: Doorbell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.doorbell.VISIT_MS", 1)
    with qtbot.waitSignal(bell.refused):
        assert say(qtbot, door, b"callcue 1 fo") == b"no\n"


def test_a_crowd_is_turned_away(qtbot: QtBot, door: Door, bell: Doorbell) -> None:
    crowd = [QLocalSocket() for _ in range(MOST_VISITS + 3)]
    with qtbot.waitSignal(bell.refused) as refused:
        for socket in crowd:
            socket.connectToServer(door.name)
    assert refused.args == ["too many at once"]
    for socket in crowd:
        socket.abort()


def test_who_leaves_before_saying_anything_does_no_harm(qtbot: QtBot, door: Door, bell: Doorbell) -> None:
    socket = QLocalSocket()
    socket.connectToServer(door.name)
    assert socket.waitForConnected(2000)
    socket.abort()
    with qtbot.waitSignal(bell.focus_wanted):
        assert say(qtbot, door, message_of(None)) == b"yes\n"


def test_only_this_user_can_reach_the_door(door: Door, bell: Doorbell) -> None:
    path = Path(door.name)
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(path.parent.stat().st_mode) & 0o022 == 0


def test_every_data_folder_has_a_door_of_its_own(tmp_path: Path) -> None:
    assert door_of(tmp_path / "a") == door_of(tmp_path / "a")
    assert door_of(tmp_path / "a") != door_of(tmp_path / "b")


def test_a_socket_left_by_a_window_that_was_killed_is_cleared_away(qtbot: QtBot, door: Door) -> None:
    Path(door.name).write_bytes(b"")
    bell = Doorbell(door)
    assert bell.open()
    with qtbot.waitSignal(bell.focus_wanted):
        assert say(qtbot, door, message_of(None)) == b"yes\n"
    bell.close()


@pytest.mark.usefixtures("qapp")
def test_nobody_at_home(door: Door) -> None:
    assert not knock(door, None, patience=0)


@pytest.mark.usefixtures("qapp")
def test_the_first_one_keeps_its_claim(door: Door) -> None:
    first, second = OneWindow(door), OneWindow(door)
    assert first.is_first()
    assert first.is_first()
    assert not second.is_first()
    first.give_up()
    assert second.is_first()
    second.give_up()


@pytest.mark.usefixtures("qapp")
def test_where_no_claim_can_be_kept_the_window_opens_all_the_same(tmp_path: Path) -> None:
    assert OneWindow(Door("callcue-nowhere", str(tmp_path / "missing" / "lock"))).is_first()


@given(st.binary(max_size=200) | st.binary(max_size=100).map(lambda tail: b"callcue 1 pop " + tail + b"\n"))
def test_any_bytes_at_all_are_a_message_or_refused(line: bytes) -> None:
    try:
        pop = read_message(line)
    except PopRefused:
        return
    assert message_of(pop).startswith(b"callcue 1 ")


def test_messages_fit_in_the_room_there_is() -> None:
    longest = pop_of({"number": "+420777123456", "name": "ž" * 80})
    assert len(message_of(longest)) <= LONGEST
    assert read_message(message_of(longest)) == longest
