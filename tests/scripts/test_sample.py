"""``callcue sample``: made-up calls that are whole, marked, and repeat."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from multiprocessing import Pipe
from pathlib import Path

import pytest

from app.call.course import fold
from app.call.events import CallStarted, OutcomeRecorded
from app.call.identity import new_call_id
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.sample_calls import TEMPERS, SampleCall, told_again, walked
from app.leads.sample_leads import sample_lead, sample_reps
from app.review.sample_reviews import TRAINERS
from app.scripts import making
from app.scripts.maker import Maker, shelf
from app.scripts.stop import INTERRUPTED
from app.store.drafting import Batch
from tests.builders import SOURCE, mill_playbook
from tests.scripts.conftest import Run

Out = pytest.CaptureFixture[str]
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def _sample(seed: int, temper: int = 1) -> SampleCall:
    return SampleCall(
        LeadCard(first_name="Ana"), RepCard("sample"), CallTerms(), START, TEMPERS[temper], seed
    )


def _calls(run: Run, capsys: Out, *more: object) -> list[dict[str, object]]:
    capsys.readouterr()
    run("calls", "--json", "--limit", "1000", *more)
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_calls_fill_an_empty_database_and_are_marked(run: Run, capsys: Out) -> None:
    assert run("sample", "--calls", "60", "--seed", "3") == 0
    assert "Calls made up: 60. Reviews of them: 2." in capsys.readouterr().out
    calls = _calls(run, capsys)
    assert len(calls) == 60
    assert all(call["sample"] and call["status"] == "closed" and call["outcome"] for call in calls)
    assert len({call["outcome"] for call in calls}) > 4
    assert {call["lang"] for call in calls} == {"en", "cs"}
    started = [str(call["started"]) for call in calls]
    assert started == sorted(started, reverse=True)
    assert all(str(call["phone"]).startswith("+420 000 ") for call in calls)


def test_counts_are_written_as_the_language_does_it(run: Run, capsys: Out) -> None:
    assert run("sample", "--calls", "1000", "--lang", "cs") == 0
    out = capsys.readouterr()
    assert "Vymyšleno hovorů: 1\N{NO-BREAK SPACE}000. Jejich hodnocení: 40." in out.out
    assert "1,000" not in out.out + out.err


def test_made_up_calls_do_not_mix_with_others_unasked(run: Run, capsys: Out) -> None:
    run("sample", "--calls", "3")
    assert run("sample", "--calls", "3") == 1
    assert "has calls already" in capsys.readouterr().err
    assert run("sample", "--calls", "3", "--seed", "2", "--add") == 0
    assert len(_calls(run, capsys)) == 6


def test_the_same_seed_makes_the_same_people(run: Run, capsys: Out, tmp_path: Path) -> None:
    for home in ("a", "b"):
        run("sample", "--calls", "20", "--seed", "9", "--home", tmp_path / home)
    shown = ("lead_name", "company", "outcome", "talk_ms", "rep")
    first, second = (
        [[call[name] for name in shown] for call in _calls(run, capsys, "--home", tmp_path / home)]
        for home in ("a", "b")
    )
    assert first == second


def test_many_calls_are_walked_ones_told_again(
    run: Run, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.scripts.maker._MOST_WALKED", 10)
    assert run("sample", "--calls", "40") == 0
    calls = _calls(run, capsys)
    assert len({call["call"] for call in calls}) == 40
    assert run("show", str(calls[0]["call"])) == 0


@pytest.mark.parametrize("temper", range(len(TEMPERS)))
def test_every_walk_ends_in_an_outcome(temper: int) -> None:
    for seed in range(1, 40):
        events = walked(mill_playbook(), SOURCE, _sample(seed, temper))
        assert isinstance(events[0].what, CallStarted)
        assert events[0].what.sample
        assert isinstance(events[-1].what, OutcomeRecorded)
        assert [event.seq for event in events] == list(range(1, len(events) + 1))


def test_a_call_told_again_keeps_its_keys() -> None:
    events = walked(mill_playbook(), SOURCE, _sample(5))
    other = SampleCall(
        LeadCard(first_name="Eva"), RepCard("other"), CallTerms(attempt=2), START, TEMPERS[0], 6
    )
    again = told_again(events, new_call_id(START), other).events
    assert [event.what for event in again[1:]] == [event.what for event in events[1:]]
    assert again[0].what.lead.first_name == "Eva"  # type: ignore[union-attr]
    assert fold(again).state.outcome == fold(events).state.outcome
    assert [event.ms for event in again] == sorted(event.ms for event in again)


@pytest.mark.parametrize("lang", ["en", "cs", "de"])
def test_leads_exist_nowhere(lang: str) -> None:
    for seed in range(30):
        lead = sample_lead(random.Random(seed), lang)
        assert lead == sample_lead(random.Random(seed), lang)
        assert lead.email.endswith("@example.com")
        assert lead.email.isascii()
        assert lead.phone.startswith("+420 000 ")


def test_reps_say_that_they_are_samples() -> None:
    reps = sample_reps(20)
    assert len({rep.rep_id for rep in reps}) == 20
    assert all(rep.rep_id.startswith("sample-") for rep in reps)


def test_trainers_are_known_by_names_that_say_that_they_are_samples(
    run: Run, capsys: Out, tmp_path: Path
) -> None:
    path = tmp_path / "made.db"
    run("--db", path, "sample", "--calls", "60", "--seed", "3")
    with closing(sqlite3.connect(path)) as db:
        found = db.execute("SELECT login, name FROM rep WHERE login LIKE 'sample-trainer-%'").fetchall()
    assert dict(found) == {one.rep_id: one.name for one in TRAINERS}
    assert all(one.name.endswith(" Ukázka") for one in TRAINERS)


def test_the_same_made_up_calls_are_not_added_twice(run: Run, capsys: Out) -> None:
    assert run("sample", "--calls", "3", "--seed", "3") == 0
    assert run("sample", "--calls", "3", "--seed", "3", "--add") == 1
    assert "another --seed makes others" in capsys.readouterr().err
    assert len(_calls(run, capsys)) == 3


def test_calls_made_in_a_process_beside_are_the_same(
    run: Run, capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = ("lead_name", "company", "outcome", "talk_ms", "rep")
    found = []
    for home, beside_from in (("a", 1_000), ("b", 1)):
        monkeypatch.setattr(making, "BESIDE_FROM", beside_from)
        assert run("sample", "--calls", "12", "--home", tmp_path / home) == 0
        found.append(
            [[call[name] for name in shown] for call in _calls(run, capsys, "--home", tmp_path / home)]
        )
    assert found[0] == found[1]


def test_a_maker_that_dies_is_noticed() -> None:
    receiver, sender = Pipe(duplex=False)
    sender.close()
    with pytest.raises(making.MakingFailed):
        making._received(receiver)
    receiver.close()


def test_stopped_on_the_way_it_says_what_is_there(
    run: Run, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(order: making.Order) -> Iterator[Batch]:
        yield next(making._made(order))
        raise KeyboardInterrupt

    monkeypatch.setattr(making, "_AT_ONCE", 7)
    monkeypatch.setattr(making, "_made_beside", interrupted)
    monkeypatch.setattr(making, "BESIDE_FROM", 1)
    assert run("sample", "--calls", "30") == INTERRUPTED
    assert "7 made-up calls are in the database, all of them whole" in capsys.readouterr().err
    assert len(_calls(run, capsys)) == 7


def test_the_more_calls_the_more_reps() -> None:
    few, many = (Maker(shelf(), calls, 1, START)._reps for calls in (100, 1_000_000))
    assert len(few) == 8
    assert len(many) > 60
    assert len({rep.rep_id for rep in many}) == len(many)


def test_leads_have_waited_for_their_first_call(run: Run, tmp_path: Path) -> None:
    run("sample", "--calls", "60", "--home", tmp_path / "home")
    with closing(sqlite3.connect(tmp_path / "home" / "callcue.db")) as db:
        found = db.execute(
            "SELECT min(c.started) - l.created FROM call AS c JOIN lead AS l ON l.key = c.lead GROUP BY l.key"
        ).fetchall()
    waited = sorted(one / 60_000 for (one,) in found)
    assert waited[0] >= 0
    assert waited[-1] <= 24 * 60 + 180
    assert 20 < waited[len(waited) // 2] < 240
