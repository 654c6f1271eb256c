"""Whether a number asked not to be called is told, and so is that it cannot be known."""

from __future__ import annotations

from app.ui.number_check import NumberCheck
from tests.ui.fakes import AtOnce, LeadsInMemory

NUMBER = "+420 777 123 456"


def test_the_answer_or_that_there_is_none_is_told() -> None:
    told: list[tuple[str, bool | None]] = []
    leads, check = LeadsInMemory(), NumberCheck(AtOnce())

    def hear(number: str, blocked: bool | None) -> None:
        told.append((number, blocked))

    check.told.connect(hear)
    check.check(NUMBER)
    check.serve(leads)
    check.check(NUMBER)
    leads.blocked.add(NUMBER)
    check.check(NUMBER)
    leads.broken = True
    check.check(NUMBER)
    assert told == [(NUMBER, None), (NUMBER, False), (NUMBER, True), (NUMBER, None)]
