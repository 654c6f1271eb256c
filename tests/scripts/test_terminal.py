"""The terminal takes whatever is typed."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from app.call.prompt import Phase
from app.scripts.layout import Page
from app.scripts.talk import Gone, Talk
from app.scripts.terminal import Terminal
from tests.builders import begin
from tests.fakes import FakeClock

_LINES = st.sampled_from(
    [*Terminal.keys, *"asdfgh123456789ěšč", "q too expensive", "t1", "tomorrow 9", "objection price"]
)


def _talk(lines: list[str], said: list[str]) -> Talk:
    waiting: Iterator[str] = iter(lines)

    def hear(prompt: str) -> str:
        said.append(prompt)
        try:
            return next(waiting)
        except StopIteration:
            raise Gone from None

    return Talk(said.append, hear, Page("en", 70))


@settings(max_examples=60)
@given(st.lists(_LINES | st.text(max_size=12), max_size=25))
def test_anything_typed_is_taken_and_never_breaks_a_call(lines: list[str]) -> None:
    said: list[str] = []
    call = begin()
    closed = Terminal(call, _talk(lines, said), FakeClock(ticking=True)).run()
    assert closed == (call.state.phase is Phase.CLOSED)
    if not any("None" in line for line in lines):
        assert "None" not in "".join(said)


def test_bold_and_grey_only_where_the_terminal_knows_them() -> None:
    assert Page("en").bold("x") == "x"
    assert Page("en", ansi=True).bold("x") == "\033[1mx\033[0m"
    assert Page("en", ansi=True).dim("x") == "\033[2mx\033[0m"
