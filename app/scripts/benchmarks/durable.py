"""One act of a call until it is on disk for good, against one write of 4 KiB with fdatasync in the same folder."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from threading import Event as Bell
from uuid import UUID

from app.bootstrap import build_services
from app.call.events import HelpLevel
from app.call.live_call import LiveCall
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.ports import Trouble
from app.playbook.reading import read
from app.playbook.sampling import big_playbook
from app.playbook.source import Source, SourceFile
from app.playbook.vocabulary import Label
from app.scripts.benchmarks.measure import Measure, against, in_turn, middle
from app.settings import Settings

_PAGE = b"\x5a" * 4096


def measure(*, quick: bool = False) -> tuple[Measure, ...]:
    """The middle of many acts, one commit each."""
    with tempfile.TemporaryDirectory(prefix="callcue-bench-", dir=real_folder()) as name:
        own, plain = _compared(Path(name), 20 if quick else 300)
    half = (middle(own), middle(plain))
    return (
        Measure(
            "event.p50",
            Label(
                "an act until its commit is on disk, against a 4 KiB write and fdatasync",
                "úkon až po zápis na disk, proti zápisu 4 KiB a fdatasync",
            ),
            half[0] / half[1],
            1.1,
            detail=against(*half),
        ),
    )


def real_folder() -> str | None:
    """A folder on a real disk: a temporary folder in memory would sync nothing."""
    here = os.environ.get("CALLCUE_BENCH_FOLDER")
    return here or (str(Path.cwd()) if os.access(Path.cwd(), os.W_OK) else None)


def _compared(folder: Path, rounds: int) -> tuple[list[float], list[float]]:
    source = Source((SourceFile("en/big.yaml", big_playbook(300, 5).encode()),))
    playbook = read(source).playbook
    assert playbook is not None, "the made-up playbook is sound"
    services = build_services(Settings(), folder)
    heard = _Heard()
    services.journal.listen(heard)
    file = os.open(folder / "plain.bin", os.O_WRONLY | os.O_CREAT, 0o600)
    os.pwrite(file, _PAGE * 64, 0)
    os.fsync(file)
    try:
        call = LiveCall.start(
            playbook=playbook,
            source=source,
            lead=LeadCard(),
            rep=RepCard("bench"),
            terms=CallTerms(),
            help=HelpLevel.CUES,
            journal=services.journal,
            clock=services.clock,
            sample=True,
        )
        services.journal.flush(10)

        def act() -> None:
            heard.expect(call)
            call.flag("bench")
            heard.wait()

        def write() -> None:
            os.pwrite(file, _PAGE, 0)
            getattr(os, "fdatasync", os.fsync)(file)

        return in_turn(act, write, rounds, warm=10)
    finally:
        os.close(file)
        services.close()


class _Heard:
    """Rings when the journal acknowledges the act that is waited for."""

    def __init__(self) -> None:
        self._bell = Bell()
        self._wanted = 0

    def expect(self, call: LiveCall) -> None:
        """The next act of ``call`` is waited for."""
        self._wanted = call.last_seq + 1
        self._bell.clear()

    def wait(self) -> None:
        """Until it is on disk."""
        self._bell.wait(30)

    def saved(self, _call: UUID, seq: int) -> None:
        """The journal says so."""
        if seq >= self._wanted:
            self._bell.set()

    def troubled(self, _trouble: Trouble) -> None:
        """The disk refuses; the figures will tell."""

    def recovered(self) -> None:
        """The disk takes it again."""
