"""Stages of a playbook's own are found and compared in the order of the texts that calls were made with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.call import events as ev
from app.call.identity import new_call_id
from app.playbook.source import Source, SourceFile
from app.review.desk import Search
from app.review.query import read_query
from app.store.bulk import store_events
from app.store.database import Database, url_of
from app.store.desk import StoredDesk
from tests.store.happenings import START, Tape, started

NOW = START + timedelta(days=30)


def text_of(playbook: str, *stages: str) -> Source:
    """A playbook with these stages of one line each."""
    said = "".join(f"  - id: {stage}\n    lines:\n      - {{id: hello, say: Hello.}}\n" for stage in stages)
    whole = f"callcue: 1\nid: {playbook}\ntitle: {playbook}\nlang: en\nstages:\n{said}"
    return Source((SourceFile(f"en/{playbook}.yaml", whole.encode()),))


OLD = text_of("clinic", "greeting", "symptoms", "referral")
NEW = text_of("clinic", "greeting", "insurance", "symptoms", "booking")
OTHER = text_of("garage", "greeting", "inspection", "booking")
MIXED = text_of("mixed", "opening", "triage", "close")


def tape(source: Source, playbook: str, *stages: str, day: int = 0) -> Tape:
    """A call that came through ``stages``."""
    start = START + timedelta(days=day)
    made = Tape(call=new_call_id(start), start=start)
    made.act(started(playbook=playbook, playbook_revision=source.revision))
    for stage in stages:
        made.act(ev.StageEntered(stage), ev.LineShown(f"{stage}.hello"))
    made.finish("lost")
    return made


CALLS = {
    "old symptoms": tape(OLD, "clinic", "greeting", "symptoms", day=1),
    "old referral": tape(OLD, "clinic", "greeting", "symptoms", "referral", day=2),
    "insurance": tape(NEW, "clinic", "greeting", "insurance", day=3),
    "booking": tape(NEW, "clinic", "greeting", "insurance", "symptoms", "booking", day=4),
    "garage greeting": tape(OTHER, "garage", "greeting", day=5),
    "garage booking": tape(OTHER, "garage", "greeting", "inspection", "booking", day=6),
    "triage": tape(MIXED, "mixed", "opening", "triage", day=7),
    "mixed close": tape(MIXED, "mixed", "opening", "triage", "close", day=8),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoredDesk]:
    database = Database(url_of("", tmp_path_factory.mktemp("stages")))
    database.prepare()
    store_events(database, [one.events for one in CALLS.values()], [OLD, NEW, OTHER, MIXED])
    yield StoredDesk(database, now=lambda: NOW)
    database.close()


def found(desk: StoredDesk, line: str) -> set[str]:
    query = read_query(line, NOW.date())
    assert query.mistakes == ()
    rows = desk.rows(Search(query), 0, 50)
    assert desk.count(Search(query)).calls == len(rows)
    names = {one.call: name for name, one in CALLS.items()}
    return {names[row.call] for row in rows}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("stage:insurance", {"insurance"}),
        ("stage<insurance", set()),
        ("stage>insurance", {"old symptoms", "booking"}),
        ("stage<symptoms", {"insurance"}),
        ("stage>symptoms", {"old referral", "booking"}),
        ("stage<booking", {"old symptoms", "insurance", "garage greeting"}),
        ("stage<booking playbook:garage", {"garage greeting"}),
        ("stage>greeting", set(CALLS) - {"garage greeting", "triage", "mixed close"}),
        ("-stage<booking", set(CALLS) - {"old symptoms", "insurance", "garage greeting"}),
        ("stage<triage", set()),
        ("stage>triage", {"mixed close"}),
        ("stage<close playbook:mixed", {"triage"}),
        ("stage<nowhere", set()),
        ("fáze<Booking", {"old symptoms", "insurance", "garage greeting"}),
    ],
)
def test_own_stages_are_compared_in_their_playbooks_order(
    desk: StoredDesk, line: str, names: set[str]
) -> None:
    assert found(desk, line) == names


def test_words_with_spaces_are_a_stage_too() -> None:
    query = read_query('stage<"Ověření firmy dnes"', NOW.date())
    assert [one.value for one in query.filters] == ["overeni_firmy_dnes"]


def test_calls_that_come_later_are_found_with_their_new_text(tmp_path: Path) -> None:
    database = Database(url_of("", tmp_path))
    database.prepare()
    desk = StoredDesk(database, now=lambda: NOW)
    first = tape(OLD, "clinic", "greeting", day=1)
    store_events(database, [first.events], [OLD])
    assert [row.call for row in desk.rows(Search(read_query("stage<symptoms", NOW.date())), 0, 9)] == [
        first.call
    ]
    second = tape(MIXED, "mixed", "opening", day=2)
    store_events(database, [second.events], [MIXED])
    assert [row.call for row in desk.rows(Search(read_query("stage<triage", NOW.date())), 0, 9)] == [
        second.call
    ]
    database.close()
