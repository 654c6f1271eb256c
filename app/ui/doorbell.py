"""One window per person and data folder: a second start rings here and leaves, and so does a phone program.

A message is one line of at most ``LONGEST`` bytes: ``callcue 1 focus``, ``callcue 1 pop`` and an address as
``screen_pop`` reads it, or ``callcue 1 press`` and the name of a ``GlobalAction``. Anything else, or anything slow, is refused and told to whoever keeps the log.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.leads.screen_pop import LONGEST_ADDRESS, Pop, PopRefused, PopSlip, read_address
from app.ui.door import Door
from app.ui.hotkeys.wishes import GlobalAction

LONGEST = LONGEST_ADDRESS + 64
MOST_VISITS = 8
VISIT_MS = 2000
_PREFIX = "callcue 1 "
_PRESSES = {f"{_PREFIX}press {action.value}\n": action for action in GlobalAction}
_YES, _NO = b"yes\n", b"no\n"
_RETRY_SECONDS = 0.05
_ANSWER_MS = 2000


def message_of(wish: Pop | GlobalAction | None) -> bytes:
    """What is said at the door: about a call, an act to be done, or just that somebody wants to see the window."""
    if wish is None:
        said = "focus"
    else:
        said = f"press {wish.value}" if isinstance(wish, GlobalAction) else f"pop {wish.address}"
    return f"{_PREFIX}{said}\n".encode("ascii")


def read_message(line: bytes) -> Pop | GlobalAction | None:
    """The call or the act that a message tells of, ``None`` when the window is to come forward. Raises PopRefused."""
    try:
        text = line.decode("ascii")
    except UnicodeDecodeError as error:
        raise PopRefused(PopSlip.ADDRESS) from error
    if text == f"{_PREFIX}focus\n":
        return None
    if text in _PRESSES:
        return _PRESSES[text]
    if not text.startswith(f"{_PREFIX}pop ") or not text.endswith("\n"):
        raise PopRefused(PopSlip.ADDRESS)
    return read_address(text[len(f"{_PREFIX}pop ") : -1])


def knock(door: Door, wish: Pop | GlobalAction | None = None, *, patience: float = 4.0) -> bool:
    """Tells the open window; ``False`` when it did not answer within ``patience`` seconds or said no. Waits in place."""
    deadline = time.monotonic() + patience
    while True:
        socket = QLocalSocket()
        socket.connectToServer(door.name)
        if socket.waitForConnected(_ANSWER_MS):
            if not isinstance(wish, GlobalAction) or wish.brings_window:
                _let_it_come_forward()
            return _say(socket, message_of(wish))
        if time.monotonic() >= deadline:
            return False
        time.sleep(_RETRY_SECONDS)


def _say(socket: QLocalSocket, message: bytes) -> bool:
    socket.write(message)
    while socket.bytesToWrite() > 0:
        if not socket.waitForBytesWritten(_ANSWER_MS):
            return False
    while not socket.canReadLine():
        if not socket.waitForReadyRead(_ANSWER_MS):
            break
    return bytes(socket.readLine().data()) == _YES


def _let_it_come_forward() -> None:
    """Windows lets only the program in front put another window there; we are, as we have just been started."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


class Doorbell(QObject):
    """Listens at the door. ``pop_heard`` carries a ``Pop``, ``pressed`` a ``GlobalAction``, ``refused`` other words."""

    focus_wanted = Signal()
    pop_heard = Signal(object)
    pressed = Signal(GlobalAction)
    refused = Signal(str)

    def __init__(self, door: Door, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._let_in)

    def open(self) -> bool:
        """Begins to listen; what a window that was killed has left there is cleared away. Claim ``OneWindow`` first."""
        if self._server.isListening():
            return True
        QLocalServer.removeServer(self._door.name)
        return self._server.listen(self._door.name)

    def close(self) -> None:
        """Listens no more."""
        self._server.close()

    def _let_in(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            if len(self.findChildren(_Visit)) >= MOST_VISITS:
                self.refused.emit("too many at once")
                socket.abort()
                socket.deleteLater()
                continue
            visit = _Visit(socket, self)
            visit.said.connect(self._heard)
            visit.begin()

    def _heard(self, visit: _Visit, line: bytes) -> None:
        try:
            wish = read_message(line)
        except PopRefused as refused:
            visit.answer(_NO)
            self.refused.emit(f"{refused.slip}: {line[:120]!r}")
            return
        visit.answer(_YES)
        if wish is None:
            self.focus_wanted.emit()
        elif isinstance(wish, GlobalAction):
            self.pressed.emit(wish)
        else:
            self.pop_heard.emit(wish)


class _Visit(QObject):
    """One who rang: may say one line, soon."""

    said = Signal(object, bytes)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._line = b""
        socket.setParent(self)
        socket.setReadBufferSize(LONGEST + 1)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(VISIT_MS)
        self._timer.timeout.connect(self._too_slow)

    def begin(self) -> None:
        """Listens, also to what was said already."""
        self._timer.start()
        self._read()

    def answer(self, word: bytes) -> None:
        """Says it and shows them out."""
        self._timer.stop()
        self._socket.write(word)
        self._socket.disconnectFromServer()

    def _read(self) -> None:
        if not self._timer.isActive():
            return
        self._line += bytes(self._socket.read(LONGEST + 1 - len(self._line)).data())
        if b"\n" in self._line or len(self._line) > LONGEST:
            self._timer.stop()
            self.said.emit(self, self._line)

    def _too_slow(self) -> None:
        self.said.emit(self, self._line + b"\x00")
