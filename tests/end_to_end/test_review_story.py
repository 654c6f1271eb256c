"""A trainer's Friday on a real window and file: find, replay, score, answer a dispute, calibrate, export."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.scripts.main import main
from app.settings import Settings, Theme, save
from tests.end_to_end.desk import PATIENCE_MS, Desk
from tests.end_to_end.test_one_hand_no_eyes import tree

REP, ANNA, BORIS = "rep-example", "trainer-a", "trainer-b"
CALL = """
name: a customer who asks about the price
lead: {{first_name: Sample, last_name: {name}}}
play:
  - opening.hello.ok
  - opening.frame
  - discovery.why_now.time
  - mood unsure
  - objection price {end}
  - hang up
  - outcome {outcome}
"""
CALLS = {
    "Baker": ("open", "lost reason=price"),
    "Miller": ("open", "lost reason=price"),
    "Tailor": ("open", "lost reason=price"),
    "Smith": ("settled", "lost reason=price"),
    "Potter": ("open", 'callback when="tomorrow 9"'),
}
EVERYTHING = (
    "Asked the required questions: 1",
    "Checked that it was settled: 2",
    "Asked for the step when interest showed: 2",
    "A step with a date and a person, or an honest no: 2",
    "Outcome, reason and note fit the call: yes",
)
SOUGHT = "outcome:lost reason:price open:price days:31"

CTRL = Qt.KeyboardModifier.ControlModifier
OpenAs = Callable[..., Desk]


@pytest.fixture
def open_as(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenAs]:
    """Five recorded calls; opens the window over them as whoever is asked for."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("CALLCUE_DB", "CALLCUE_PLAYBOOKS", "CALLCUE_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CALLCUE_HOME", str(home))
    save(home, Settings(rep_id=REP, rep_name="Rep Example", rep_company="Sample House"))
    for name, (end, outcome) in CALLS.items():
        script = tmp_path / f"{name}.yaml"
        script.write_text(CALL.format(name=name, end=end, outcome=outcome), encoding="utf-8")
        assert main(["play", "inbound-lead", "--script", str(script), "--lang", "en"]) == 0
    opened: list[Desk] = []

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def open_one(person: str, role: str = "trainer") -> Desk:
        for one in opened:
            one.close()
        settings = Settings(theme=Theme.LIGHT, rep_id=person, rep_name=person.title())
        desk = Desk(qapp, home, settings, wait, role)
        opened.append(desk)
        desk.frame.resize(1280, 800)
        desk.program.show()
        desk.wait(lambda: desk.services is not None)
        desk.frame.activateWindow()
        return desk

    yield open_one
    for one in opened:
        one.close()
    qapp.setStyleSheet("")


def things(desk: Desk) -> Iterator[QAccessibleInterface]:
    """Everything in sight, as a screen reader comes to it."""
    return tree(QAccessible.queryAccessibleInterface(desk.frame))


def names(desk: Desk) -> list[str]:
    """What it is told, in order."""
    return [thing.text(QAccessible.Text.Name) for thing in things(desk)]


def await_words(desk: Desk, words: str) -> str:
    """Waits until something in sight says ``words``; returns all that it says."""
    desk.wait(lambda: any(words in name for name in names(desk)))
    return next(name for name in names(desk) if words in name)


def press(desk: Desk, beginning: str) -> None:
    """Presses the first button whose name begins so."""
    await_words(desk, beginning)
    for thing in things(desk):
        name = thing.text(QAccessible.Text.Name)
        if thing.role() is QAccessible.Role.Button and name.startswith(beginning):
            button = thing.object()
            assert isinstance(button, QAbstractButton)
            desk.wait(button.isEnabled)
            button.click()
            return
    pytest.fail(f"no button called {beginning!r}: {names(desk)}")


def write(desk: Desk, field: str, words: str) -> None:
    """Types into the field of this name."""
    for thing in things(desk):
        if thing.role() is QAccessible.Role.EditableText and thing.text(QAccessible.Text.Name) == field:
            edit = thing.object()
            assert isinstance(edit, QLineEdit)
            edit.setFocus()
            QTest.keyClicks(edit, words)
            return
    pytest.fail(f"no field called {field!r}: {names(desk)}")


def key(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses a key where the focus is, once the window has the focus again after a list of completions."""
    desk.frame.activateWindow()
    desk.wait(desk.frame.isActiveWindow)
    QTest.keyClick(desk.focused(), key, held)


def pick(desk: Desk, box: str) -> None:
    """Picks the first choice in the box of this name, by keys."""
    for thing in things(desk):
        if thing.role() is QAccessible.Role.ComboBox and thing.text(QAccessible.Text.Name) == box:
            widget = thing.object()
            assert isinstance(widget, QWidget)
            widget.setFocus()
            QTest.keyClick(widget, Qt.Key.Key_Down)
            return
    pytest.fail(f"no box called {box!r}: {names(desk)}")


def customers(desk: Desk) -> set[str]:
    """Whose call is open."""
    return {name for name in names(desk) if name in {f"Sample {one}" for one in CALLS}}


def next_customer(desk: Desk, done: set[str]) -> None:
    """Waits for the call of another customer than those ``done``, and adds it to them."""
    desk.wait(lambda: bool(customers(desk) - done))
    done |= customers(desk)


def score(desk: Desk, done: set[str]) -> None:
    """Waits for another call than those ``done``; marks what the record does not prove, says two things, and sends."""
    next_customer(desk, done)
    press(desk, "Outcome, reason and note fit the call: yes")
    pick(desk, "What was behind it?")
    write(desk, "What worked, in the rep's own words", "Said the price back in the customer's words.")
    write(desk, "Situation: when it happened", "At the price")
    write(desk, "Behaviour: what was said or done", "three questions were left out")
    write(desk, "Effect: what it did to the customer", "so nothing showed what the time costs")
    key(desk, Qt.Key.Key_Return, CTRL)


def mark(desk: Desk, *marks: str) -> None:
    """Gives one mark after the other."""
    for one in marks:
        press(desk, one)


def find(desk: Desk, line: str, count: str) -> None:
    """Types a search and goes to the table."""
    desk.await_screen("ReviewScreen")
    await_words(desk, "5 calls")
    key(desk, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(desk.focused(), line + " ")
    await_words(desk, count)
    completions = QApplication.activePopupWidget()
    if completions is not None:
        QTest.keyClick(completions, Qt.Key.Key_Escape)
    key(desk, Qt.Key.Key_Return)


def mark_all_five(desk: Desk, fits: str) -> None:
    """Marks the calls of a session blind, one after the other."""
    done: set[str] = set()
    for _ in CALLS:
        next_customer(desk, done)
        mark(desk, *EVERYTHING[:-1], f"Outcome, reason and note fit the call: {fits}")
        key(desk, Qt.Key.Key_Return, CTRL)
    await_words(desk, "You have marked every call.")


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_a_trainers_friday(open_as: OpenAs, tmp_path: Path) -> None:
    desk = open_as(ANNA)
    find(desk, SOUGHT, "3 calls")
    press(desk, "Draw a queue")
    await_words(desk, "3 calls left in the queue · seed 1, 60\N{NO-BREAK SPACE}% at random")
    await_words(desk, "What the rep saw at 0:00. Opening. Hello Sample, this is Rep Example")
    key(desk, Qt.Key.Key_O)
    await_words(desk, "What the rep saw at 0:25. Discovery. How do you handle bookings")
    scored: set[str] = set()
    for left in ("2 calls left", "1 call left", "0 calls left"):
        score(desk, scored)
        await_words(desk, left)
    assert scored == {"Sample Baker", "Sample Miller", "Sample Tailor"}

    desk = open_as(REP, "rep")
    press(desk, "3 new reviews")
    press(desk, "Sample Baker, Trainer-A")
    await_words(desk, "Rate yourself first")
    assert not any("Trainer: " in name for name in names(desk)), "the own rating comes first"
    mark(desk, *EVERYTHING)
    key(desk, Qt.Key.Key_Return, CTRL)
    await_words(desk, "Trainer: 0 · you: 1")
    write(desk, "Asked the required questions: Why do you see it differently?", "He was in a hurry.")
    key(desk, Qt.Key.Key_Return)
    await_words(desk, "“He was in a hurry.”")

    desk = open_as(ANNA)
    find(desk, "baker", "1 call")
    key(desk, Qt.Key.Key_Return)
    await_words(desk, "Disputed: Asked the required questions")
    write(desk, "Your answer to the rep", "A hurry is a reason to ask fewer, not none.")
    press(desk, "Keep the mark")
    desk.wait(lambda: not any("Disputed:" in name for name in names(desk)))

    press(desk, "Calibration")
    desk.await_screen("CalibrateScreen")
    write(desk, "Name of a new session", "Price")
    press(desk, "Begin with five calls")
    mark_all_five(desk, "yes")

    desk = open_as(BORIS)
    press(desk, "Calibration")
    press(desk, "Price")
    mark_all_five(desk, "no")

    desk = open_as(ANNA)
    press(desk, "Calibration")
    press(desk, "Price")
    press(desk, "Open the marks to everybody")
    await_words(desk, "25 pairs of marks · same mark in 80 % · Krippendorff's alpha")
    await_words(desk, "5 pairs of marks: too few to read (at least 20)")
    await_words(desk, "Parted between “no” and “yes”: 5 pairs")

    key(desk, Qt.Key.Key_Escape)
    find(desk, SOUGHT, "3 calls")
    press(desk, "Export")
    path = tmp_path / "lost.xlsx"
    (dialog,) = desk.frame.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    await_words(desk, "3 calls written to")
    book = load_workbook(path, read_only=True)
    try:
        told = [[cell for cell in row if cell] for sheet in book for row in sheet.iter_rows(values_only=True)]
    finally:
        book.close()
    assert all(any(f"Sample {name}" in row for row in told) for name in ("Baker", "Miller", "Tailor"))
    assert not any("Sample Smith" in row or "Sample Potter" in row for row in told)
