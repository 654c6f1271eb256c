"""Renders the README's pictures: the real window is driven through a call with made-up data, key by key.

For developers: ``make screenshots``, or ``python -m app.scripts.screenshots [FOLDER]``. Needs no display.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication

from app.bootstrap import Services, build_services
from app.call.people import LeadCard
from app.call.prompt import Prompt
from app.leads.lead import LeadDraft
from app.scripts import desk_stories
from app.settings import Language, Settings, Theme
from app.ui.live.screen import LiveScreen
from app.ui.program import Program, application

PICTURES = Path(__file__).with_name("pictures")
MORNING = datetime.fromisoformat("2026-11-24T09:41:00+01:00")
_STEP_MS = 20
_PATIENCE_STEPS = 1500
_SETTLING_STEPS = 12
_ENOUGH_OPTIONS = 3
_COMMON_COLOURS, _MOST_COLOURS = 128, 256
_A_WHILE_MS = 60_000
_SMALLEST_FILE = 0
"""Qt's quality for PNG: the strongest compression."""

Condition = Callable[[], bool]
Story = Callable[["Stage"], Iterator[Condition]]


class StagedClock:
    """A clock that stands at a morning and moves when told to, so that pictures look alike every time."""

    def __init__(self) -> None:
        self._passed_ms = 0

    def now(self) -> datetime:
        """The staged time."""
        return MORNING + timedelta(milliseconds=self._passed_ms)

    def monotonic_ms(self) -> int:
        """The staged counter."""
        return self._passed_ms

    def pass_seconds(self, seconds: float) -> None:
        """Time goes on."""
        self._passed_ms += round(seconds * 1000)


class Stage:
    """The window with what a story needs to play on it."""

    def __init__(self, app: QApplication, lang: Language, theme: Theme, size: QSize, percent: int) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="callcue-pictures-")
        home = Path(self._folder.name)
        self.app = app
        self.lang = lang
        self.clock = StagedClock()
        self.settings = Settings(
            language=lang, theme=theme, text_percent=percent, rep_name="Eva Malá", rep_company="Klas"
        )
        self.program = Program(app, home, self.settings, self._build, clock=self.clock)
        self.frame = self.program.frame
        self.frame.resize(size)
        self._home = home
        self.services: Services

    def _build(self) -> Services:
        services = self.services = build_services(self.settings, self._home, clock=self.clock)
        for card in _leads(self.lang):
            self.clock.pass_seconds(1)
            services.leads.keep(LeadDraft(card))
        return services

    def screen(self) -> str:
        """The name of the screen in sight."""
        return type(self.frame.current_screen()).__name__

    def on(self, name: str) -> Condition:
        """Waits for a screen."""
        return lambda: self.screen() == name

    def prompt(self) -> Prompt:
        """What the call shows now."""
        live = self.frame.current_screen()
        assert isinstance(live, LiveScreen)
        return live.presenter.scene.prompt

    def settled(self) -> Condition:
        """Waits until everything shown has been laid out and saved."""
        left = iter(range(_SETTLING_STEPS))
        return lambda: next(left, None) is None

    def press(self, key: Qt.Key, text: str = "") -> None:
        """One key, where the caret is."""
        target = QApplication.focusWidget() or self.frame
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self.app.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def write(self, text: str) -> None:
        """Types ``text``."""
        for letter in text:
            self.press(Qt.Key.Key_unknown, letter)

    def close(self) -> None:
        """Puts everything away."""
        self.frame.close()
        self.program.close()
        self._folder.cleanup()


def _leads(lang: Language) -> tuple[LeadCard, ...]:
    czech = lang is Language.CS
    baker = LeadCard(
        first_name="Jana",
        last_name="Nováková",
        company="Pekárna Ukázka" if czech else "Sample Bakery",
        role="jednatelka" if czech else "owner",
        phone="+420 601 000 001",
        source="Google Ads",
        campaign="jaro" if czech else "spring",
        page="ceník" if czech else "pricing",
    )
    others = (
        ("Tomáš Říha", "Dílna Ukázka", "Sample Workshop", "veletrh", "trade fair"),
        ("Alena Malá", "Květiny Ukázka", "Sample Flowers", "web", "web"),
        ("Petr Šíp", "Pila Ukázka", "Sample Sawmill", "doporučení", "referral"),
    )
    cards = [
        LeadCard(
            first_name=name.split(" ")[0],
            last_name=name.split(" ")[1],
            company=cs if czech else en,
            phone=f"+420 601 000 00{number}",
            source=source_cs if czech else source_en,
        )
        for number, (name, cs, en, source_cs, source_en) in enumerate(others, start=2)
    ]
    return (*cards, baker)


# --- the stories that are told in pictures ---


def today(stage: Stage) -> Iterator[Condition]:
    """The start screen with its leads."""
    yield stage.settled()


def picked(stage: Stage) -> Iterator[Condition]:
    """The start screen with a lead picked."""
    stage.write("jana")
    yield stage.settled()


def brief(stage: Stage) -> Iterator[Condition]:
    """The card before the call."""
    yield from picked(stage)
    stage.press(Qt.Key.Key_Return)
    yield stage.on("BriefScreen")
    yield stage.settled()


def call(stage: Stage) -> Iterator[Condition]:
    """A call at its second question, the customer in a hurry."""
    yield from brief(stage)
    stage.press(Qt.Key.Key_Return)
    yield stage.on("LiveScreen")
    for seconds in (9, 14, 22, 31, 17, 24, 12, 18):
        prompt = stage.prompt()
        options = len(prompt.question.options) if prompt.question is not None else 0
        if (
            prompt.stage == "discovery"
            and options >= _ENOUGH_OPTIONS
            and stage.clock.monotonic_ms() > _A_WHILE_MS
        ):
            break
        stage.clock.pass_seconds(seconds)
        stage.press(
            Qt.Key.Key_1 if prompt.question is not None and prompt.question.options else Qt.Key.Key_Return
        )
        yield stage.settled()
    stage.press(Qt.Key.Key_D)
    stage.clock.pass_seconds(12)
    yield stage.settled()


def objection(stage: Stage) -> Iterator[Condition]:
    """The narrow window while an objection is met."""
    yield from call(stage)
    stage.press(Qt.Key.Key_F11)
    stage.press(Qt.Key.Key_Q)
    stage.write("dra" if stage.lang is Language.CS else "exp")
    yield stage.settled()
    stage.press(Qt.Key.Key_Return)
    yield stage.settled()
    stage.clock.pass_seconds(6)
    stage.press(Qt.Key.Key_Return)
    yield stage.settled()


def board(stage: Stage) -> Iterator[Condition]:
    """The objection board over the lower half."""
    yield from call(stage)
    stage.press(Qt.Key.Key_Q)
    yield stage.settled()


def outcome(stage: Stage) -> Iterator[Condition]:
    """The outcome with its details."""
    yield from call(stage)
    stage.press(Qt.Key.Key_F12)
    yield stage.on("OutcomeScreen")
    yield stage.settled()
    stage.press(Qt.Key.Key_Return)
    yield stage.settled()
    stage.write("zítra 9" if stage.lang is Language.CS else "tomorrow 9")
    yield stage.settled()


WINDOW = QSize(1180, 760)
SCENES: tuple[tuple[str, Story, Language, Theme, int], ...] = (
    ("today-cs-light", today, Language.CS, Theme.LIGHT, 100),
    ("today-en-dark", picked, Language.EN, Theme.DARK, 100),
    ("brief-en-light", brief, Language.EN, Theme.LIGHT, 100),
    ("live-cs-light", call, Language.CS, Theme.LIGHT, 100),
    ("live-en-dark", call, Language.EN, Theme.DARK, 100),
    ("live-en-contrast-150", call, Language.EN, Theme.CONTRAST, 150),
    ("board-en-light", board, Language.EN, Theme.LIGHT, 100),
    ("compact-cs-light", objection, Language.CS, Theme.LIGHT, 100),
    ("compact-en-dark", objection, Language.EN, Theme.DARK, 100),
    ("outcome-cs-light", outcome, Language.CS, Theme.LIGHT, 100),
    ("desk-en-light", desk_stories.desk, Language.EN, Theme.LIGHT, 100),
    ("figures-cs-dark", desk_stories.figures, Language.CS, Theme.DARK, 100),
    ("inbox-en-light", desk_stories.inbox, Language.EN, Theme.LIGHT, 100),
)


class Director(QObject):
    """Plays one scene after another on the event loop, and takes a picture at each end."""

    def __init__(
        self, app: QApplication, scenes: Sequence[tuple[str, Story, Language, Theme, int]], folder: Path
    ) -> None:
        super().__init__()
        self._app = app
        self._scenes = iter(scenes)
        self._folder = folder
        self._name = ""
        self._stage: Stage | None = None
        self._steps: Iterator[Condition] = iter(())
        self._waiting: Condition | None = None
        self._patience = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._step)
        self.failed = ""

    def begin(self) -> None:
        """Starts playing."""
        self._next_scene()
        self._timer.start()

    def _next_scene(self) -> None:
        scene = next(self._scenes, None)
        if scene is None:
            self._app.quit()
            return
        self._name, story, lang, theme, percent = scene
        stage = self._stage = Stage(self._app, lang, theme, WINDOW, percent)
        self._steps = _opened(stage, story)
        self._waiting, self._patience = None, _PATIENCE_STEPS

    def _step(self) -> None:
        self._patience -= 1
        if self._patience < 0:
            self.failed = f"{self._name}: the window never got there"
            self._app.quit()
            return
        if self._waiting is not None and not self._waiting():
            return
        self._waiting = next(self._steps, None)
        if self._waiting is None:
            self._take()

    def _take(self) -> None:
        stage = self._stage
        if stage is None:
            return
        path = self._folder / f"{self._name}.png"
        small(stage.frame.grab().toImage()).save(str(path), quality=_SMALLEST_FILE)
        sys.stdout.write(f"{path}  {path.stat().st_size // 1024} KB\n")
        stage.close()
        self._stage = None
        self._next_scene()


def small(image: QImage) -> QImage:
    """``image`` in 256 of its colours, each other one as the nearest of them: a third of the file."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("I")
    kept, index = palette_of(Counter(pixels))
    table = bytes(index[colour] for colour in pixels)
    made = QImage(table, plain.width(), plain.height(), plain.width(), QImage.Format.Format_Indexed8)
    made.setColorTable(kept)
    return made.copy()


def palette_of(counted: Counter[int]) -> tuple[list[int], dict[int, int]]:
    """The colours to keep, the commonest and then those farthest from all kept, and where each colour is found."""
    common = [colour for colour, _ in counted.most_common(_COMMON_COLOURS)]
    kept: list[int] = []
    nearest = dict.fromkeys(counted, (1 << 30, 0))
    while len(kept) < min(_MOST_COLOURS, len(counted)):
        chosen = common[len(kept)] if len(kept) < len(common) else max(nearest, key=nearest.__getitem__)
        for colour, (far, _) in nearest.items():
            distance = _distance(colour, chosen)
            if distance < far:
                nearest[colour] = (distance, len(kept))
        kept.append(chosen)
    return kept, {colour: at for colour, (_, at) in nearest.items()}


def _distance(one: int, other: int) -> int:
    return sum(abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) for shift in (0, 8, 16))


def _opened(stage: Stage, story: Story) -> Iterator[Condition]:
    opened: list[bool] = []

    class Ear(QObject):
        def hear(self) -> None:
            opened.append(True)

    ear = Ear()
    stage.program.journey.opened.connect(ear.hear)
    stage.program.show()
    yield lambda: bool(opened)
    yield stage.settled()
    yield from story(stage)


def main(argv: Sequence[str] | None = None) -> int:
    """Renders all pictures, or those whose names are given."""
    parser = argparse.ArgumentParser(prog="python -m app.scripts.screenshots", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=PICTURES, help="where the pictures go")
    parser.add_argument("--only", default="", metavar="WORD", help="pictures whose names contain this")
    args = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    args.folder.mkdir(parents=True, exist_ok=True)
    app = application(["callcue"])
    app.setQuitOnLastWindowClosed(False)
    director = Director(app, [scene for scene in SCENES if args.only in scene[0]], args.folder)
    director.begin()
    app.exec()
    if director.failed:
        sys.stderr.write(director.failed + "\n")
    return 1 if director.failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
