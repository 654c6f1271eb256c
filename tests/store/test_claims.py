"""A call is held by one program at a time, and a program that dies lets go of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from app.store.claims import CallClaims

CALL, OTHER = UUID(int=1), UUID(int=2)
_HOLDER = """
import sys
from pathlib import Path
from uuid import UUID
from app.store.claims import CallClaims

claims = CallClaims(Path(sys.argv[1]))
assert claims.hold(UUID(int=1))
print("held", flush=True)
sys.stdin.readline()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    """Another program that holds ``CALL`` until it is told to go on, or killed."""
    program = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "held\n"
    return program


def test_what_this_program_holds_is_not_elsewhere(tmp_path: Path) -> None:
    claims = CallClaims(tmp_path / "claims")
    assert claims.hold(CALL)
    assert claims.hold(CALL)
    assert not claims.is_elsewhere(CALL)
    assert not claims.is_elsewhere(OTHER)


def test_two_holders_in_one_program_tell_each_other_apart(tmp_path: Path) -> None:
    one, other = CallClaims(tmp_path), CallClaims(tmp_path)
    assert one.hold(CALL)
    assert other.is_elsewhere(CALL)
    assert not other.hold(CALL)
    one.release(CALL)
    assert not other.is_elsewhere(CALL)
    assert other.hold(CALL)


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    claims = CallClaims(tmp_path)
    for call in (CALL, OTHER):
        claims.hold(call)
    claims.release(CALL)
    assert [file.name for file in tmp_path.iterdir()] == [f"{OTHER.hex}.lock"]
    claims.close()
    assert list(tmp_path.iterdir()) == []


def test_a_killed_program_lets_go(tmp_path: Path) -> None:
    program = holder(tmp_path)
    claims = CallClaims(tmp_path)
    try:
        assert claims.is_elsewhere(CALL)
    finally:
        program.kill()
        program.communicate()
    assert not claims.is_elsewhere(CALL)
    assert claims.hold(CALL)


def test_where_nothing_can_be_written_nothing_is_known(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    claims = CallClaims(blocked / "claims")
    assert not claims.hold(CALL)
    assert not claims.is_elsewhere(CALL)
    claims.release(CALL)
    claims.close()


@pytest.mark.parametrize("times", [1, 2])
def test_letting_go_twice_does_no_harm(tmp_path: Path, times: int) -> None:
    claims = CallClaims(tmp_path)
    claims.hold(CALL)
    for _ in range(times):
        claims.release(CALL)
    assert claims.hold(CALL)
