"""Numbers reach the phone program, or the rep is told why not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.call.ports import BookUnavailable, TroubleKind
from app.leads.dialling import DialSlip
from app.settings import Settings
from app.ui.background import Background
from app.ui.dialler import Dialler, open_with_desktop
from app.ui.preferences import Preferences
from tests.ui.fakes import AtOnce, LeadsInMemory

NUMBER = "+420 777 123 456"


@dataclass
class Desk:
    """A dialler with a desktop of its own."""

    dialler: Dialler
    leads: LeadsInMemory
    opened: list[str] = field(default_factory=list)
    takes: bool = True
    told: list[tuple[str, DialSlip | None]] = field(default_factory=list)

    def open_link(self, url: str) -> bool:
        self.opened.append(url)
        return self.takes

    def hear(self, number: str, slip: DialSlip | None) -> None:
        self.told.append((number, slip))


class AtOnceOrTold(AtOnce):
    """Runs in place; every error may be taken."""

    def run(self, work: Any, then: Any, failed: Any = None) -> None:
        try:
            answer = work()
        except Exception as error:
            if failed is None or not failed(error):
                raise
            return
        then(answer)


def desk(tmp_path: Path, template: str = "tel:{e164}") -> Desk:
    runner = AtOnceOrTold()
    preferences = Preferences(tmp_path, Settings(dial=template), runner)
    dialler = Dialler(preferences, runner)
    made = Desk(dialler, LeadsInMemory())
    dialler._open_link = made.open_link
    dialler.told.connect(made.hear)
    dialler.serve(made.leads)
    return made


@pytest.mark.usefixtures("qapp")
def test_the_desktop_gets_the_address(tmp_path: Path) -> None:
    here = desk(tmp_path)
    here.dialler.dial(NUMBER)
    assert (here.opened, here.told) == (["tel:+420777123456"], [(NUMBER, None)])


@pytest.mark.usefixtures("qapp")
def test_a_desktop_without_a_phone_is_told(tmp_path: Path) -> None:
    here = desk(tmp_path)
    here.takes = False
    here.dialler.dial(NUMBER)
    assert here.told == [(NUMBER, DialSlip.NOBODY_TOOK_IT)]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("template", "number", "slip"),
    [
        ("file:///{e164}", NUMBER, DialSlip.NOT_A_PHONE),
        ("http://example.org/{e164}", NUMBER, DialSlip.NOT_HERE),
        ("tel:{e164}", "reception", DialSlip.NOT_A_NUMBER),
        ("tel:{e164}", "", DialSlip.NO_NUMBER),
    ],
)
def test_what_will_not_do_opens_nothing(tmp_path: Path, template: str, number: str, slip: DialSlip) -> None:
    here = desk(tmp_path, template)
    here.dialler.dial(number)
    assert (here.opened, here.told) == ([], [(number, slip)])


@pytest.mark.usefixtures("qapp")
def test_a_blocked_number_is_never_dialled(tmp_path: Path) -> None:
    here = desk(tmp_path)
    here.leads.blocked.add(NUMBER)
    here.dialler.dial(NUMBER)
    assert (here.opened, here.told) == ([], [(NUMBER, DialSlip.BLOCKED)])


@pytest.mark.usefixtures("qapp")
def test_nothing_is_dialled_while_the_list_of_blocked_numbers_cannot_be_read(tmp_path: Path) -> None:
    class Broken(LeadsInMemory):
        def is_blocked(self, number: str) -> bool:
            raise BookUnavailable(TroubleKind.LOCKED)

    here = desk(tmp_path)
    here.dialler.serve(Broken())
    here.dialler.dial(NUMBER)
    here.dialler.serve(None)
    here.dialler.dial(NUMBER)
    assert (here.opened, here.told) == ([], [(NUMBER, DialSlip.UNSURE)] * 2)


class Softphone:
    """Listens on this computer and keeps what it was asked."""

    def __init__(self, status: int) -> None:
        asked: list[str] = []

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(status)
                self.send_header("Location", "http://example.org/")
                self.end_headers()

            def log_message(self, *args: object) -> None:
                return

        self.asked = asked
        self.server = HTTPServer(("127.0.0.1", 0), Answer)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    @property
    def template(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/make?to={{e164}}"

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture(params=[200, 302, 500])
def softphone(request: pytest.FixtureRequest) -> Iterator[Softphone]:
    phone = Softphone(request.param)
    phone.status = request.param  # type: ignore[attr-defined]
    yield phone
    phone.close()


def test_a_phone_program_on_this_computer_is_asked_without_a_browser(
    qtbot: QtBot, tmp_path: Path, softphone: Softphone
) -> None:
    line = Background()
    preferences = Preferences(tmp_path, Settings(dial=softphone.template), line)
    opened: list[str] = []

    def took(url: str) -> bool:
        opened.append(url)
        return True

    dialler = Dialler(preferences, line, open_link=took)
    dialler.serve(LeadsInMemory())
    with qtbot.waitSignal(dialler.told) as told:
        dialler.dial(NUMBER)
    refused = softphone.status == 500  # type: ignore[attr-defined]
    assert told.args == [NUMBER, DialSlip.REFUSED if refused else None]
    assert (softphone.asked, opened) == (["/make?to=%2B420777123456"], [])
    line.close()


def test_a_silent_phone_program_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    phone = Softphone(200)
    template = phone.template
    phone.close()
    here = desk(tmp_path, template)
    here.dialler.dial(NUMBER)
    assert here.told == [(NUMBER, DialSlip.SILENT)]


@pytest.mark.usefixtures("qapp")
def test_the_desktop_is_asked_by_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    urls: list[str] = []

    def opened(url: QUrl) -> bool:
        urls.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opened)
    assert open_with_desktop("tel:+420777123456;ext=12")
    assert urls == ["tel:+420777123456;ext=12"]
