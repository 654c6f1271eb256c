"""A spool gives back what was put into it, wherever it was cut off, and never breaks a start."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.call import events as ev
from app.call.events import Event
from app.playbook.source import Source, SourceFile
from app.store.spool import Spool, parsed_spool, spool_line
from tests.store.happenings import SOURCE, Tape

_text = st.text(max_size=30)
_whats = st.one_of(
    st.builds(ev.NoteWritten, st.integers(0, 99), _text),
    st.builds(
        ev.Answered, _text, st.none() | _text, st.none() | st.integers() | st.booleans() | _text, _text
    ),
    st.builds(ev.Flagged, _text),
    st.builds(ev.OutcomeRecorded, _text, facts=st.dictionaries(_text, _text | st.integers())),
)
_events = st.builds(
    Event,
    st.uuids(),
    st.integers(1, 10_000),
    st.integers(0, 4_000_000_000_000).map(
        lambda ms: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)
    ),
    st.integers(0, 10**9),
    st.integers(1, 10_000),
    _whats,
)
_sources = st.builds(
    Source, st.lists(st.builds(SourceFile, _text, st.binary(max_size=40)), min_size=1).map(tuple)
)


@given(st.lists(_events | _sources, max_size=6))
def test_what_goes_in_comes_out(items: list[Event | Source]) -> None:
    found = parsed_spool(b"".join(map(spool_line, items)))
    assert (found.items, found.unreadable) == (tuple(items), 0)


@given(st.lists(_events | _sources, min_size=1, max_size=4), st.data())
def test_a_spool_cut_off_anywhere_gives_its_whole_lines(
    items: list[Event | Source], data: st.DataObject
) -> None:
    content = b"".join(map(spool_line, items))
    cut = data.draw(st.integers(0, len(content)))
    found = parsed_spool(content[:cut])
    whole = content[:cut].count(b"\n")
    assert found.unreadable == 0
    assert found.items[:whole] == tuple(items[:whole])
    assert len(found.items) <= whole + 1


@given(st.binary() | st.text().map(str.encode))
@example(b"5\n")
@example(b'{"call": 5, "seq": 1, "at": 0, "ms": 0, "cause": 1, "kind": "flagged", "data": {}}\n')
@example(
    b'{"call": "00000000000000000000000000000000", "seq": 1, "at": 1e99, "ms": 0, "cause": 1, "kind": "flagged", "data": {}}\n'
)
@example(
    b'{"call": "00000000000000000000000000000000", "seq": "x", "at": 0, "ms": 0, "cause": 1, "kind": "flagged", "data": {}}\n'
)
@example(b'{"source": [["x", "?"]]}\n')
@example(b'{"source": []}\n')
def test_any_bytes_at_all_are_survived(content: bytes) -> None:
    found = parsed_spool(content)
    assert all(isinstance(item, Event | Source) for item in found.items)


def test_a_spool_makes_no_file_for_nothing(tmp_path: Path) -> None:
    spool = Spool((tmp_path,), "callcue.db")
    assert spool.add([])
    assert spool.path is None
    assert list(tmp_path.iterdir()) == []


def test_the_second_folder_is_tried_when_the_first_refuses(tmp_path: Path) -> None:
    spool = Spool((tmp_path / "missing", tmp_path), "callcue.db")
    assert spool.add([SOURCE])
    assert spool.path is not None
    assert spool.path.parent == tmp_path
    spool.clear()
    assert list(tmp_path.iterdir()) == []


def test_spools_are_taken_over_oldest_first_and_once(tmp_path: Path) -> None:
    tape = Tape(UUID(int=1))
    tape.begin()
    for event in tape.events:
        spool = Spool((tmp_path,), "callcue.db")
        assert spool.add([event])
        spool.release()
    first, second = (Spool((tmp_path,), "callcue.db") for _ in range(2))
    assert first.take_over().items == tuple(tape.events)
    assert second.take_over().items == ()
    first.clear()
    assert list(tmp_path.iterdir()) == []


def test_a_line_nested_too_deep_is_survived() -> None:
    found = parsed_spool(b"[" * 100_000 + b"\n")
    assert (found.items, found.unreadable) == ((), 1)


# --- more than one place ---


def test_a_folder_that_fills_up_is_followed_by_the_next_and_all_comes_back_in_order(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    near, far = tmp_path / "near", tmp_path / "far"
    near.mkdir()
    full: set[Path] = set()
    real = os.fsync

    def fsync(handle: int) -> None:
        if any(os.path.samestat(os.fstat(handle), one.stat()) for folder in full for one in folder.iterdir()):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr("app.store.spool._sync_folder", lambda _folder: None)
    monkeypatch.setattr(os, "fsync", fsync)
    tape, spool = Tape(), Spool((near,), "callcue.db", (far,))
    assert spool.add([SOURCE, *tape.begin()])
    assert spool.folder == near
    full.add(near)
    assert spool.add(tape.act(ev.LineDone("opening.hello")))
    assert spool.folder == far
    full = {far}
    assert spool.add(tape.act(ev.Flagged(), ev.Flagged()))
    assert [spool.folder] == [near]
    full = {near, far}
    assert not spool.add(tape.act(ev.Flagged()))
    spool.release()
    again = Spool((near,), "callcue.db", (far,))
    assert again.take_over().items == (SOURCE, *tape.events[:-1])
    again.clear()
    assert list(tmp_path.rglob("*")) == [near]


def test_what_two_files_both_have_is_brought_in_once(tmp_path: Path) -> None:
    tape = Tape()
    tape.begin()
    for _ in range(2):
        spool = Spool((tmp_path,), "callcue.db")
        assert spool.add([SOURCE, *tape.events])
        spool.release()
    again = Spool((tmp_path,), "callcue.db")
    assert again.take_over().items == (SOURCE, *tape.events)
    again.clear()
