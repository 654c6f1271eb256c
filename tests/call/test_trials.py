"""Playbook tests: read with places, played, compared, counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.call.people import Direction
from app.call.trial_file import Trial, TrialFile, read_trials
from app.call.trials import Coverage, TrialResult, run_trial
from app.playbook.source import SourceFile
from tests.builders import SOURCE, mill_playbook

WHOLE = """\
- name: a mill
  lead: {first_name: Ana, phone: "+420 1", extra: {size: 07}}
  rep: {name: Rep}
  call: {direction: inbound, recorded: true, attempt: 3, lawful_basis: consent}
  play: [opening.hello, opening.time.yes, compliance.recording, discovery.hours.some]
  expect:
    at: discovery.decides
    said: [discovery.hours, compliance.recording]
    not_said: [price.monthly]
    facts: {hours: 3, cost: }
- walks: {runs: 12, seed: 3}
"""


def _read(text: str) -> TrialFile:
    return read_trials(SourceFile("mill.test.yaml", text.encode()))


def _tried(text: str) -> TrialResult:
    (trial,) = _read(text).trials
    return run_trial(mill_playbook(), SOURCE, trial)


def test_everything_a_test_may_say_is_read() -> None:
    found = _read(WHOLE)
    (trial,), (walks,) = found.trials, found.walks
    assert trial.lead.extra == {"size": "07"}
    assert trial.terms.direction is Direction.INBOUND
    assert (trial.terms.recorded, trial.terms.attempt) == (True, 3)
    assert (walks.runs, walks.seed) == (12, 3)
    assert (trial.place.line, trial.step_places[1].line) == (1, 5)


def test_a_test_that_holds_passes() -> None:
    assert _tried(WHOLE.partition("- walks")[0]).passed


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        ("at: close.shall", "expected to be at 'close.shall', but the call is at 'opening.time'."),
        ("said: [price.monthly]", "expected 'price.monthly' to be said; it was not."),
        ("not_said: [opening.hello]", "'opening.hello' should not have been said."),
        ("said: [opening.helo]", "nothing here is called 'opening.helo'. Did you mean 'opening.hello'?"),
        ("facts: {hours: 3}", "expected hours to be '3', but it is '?'."),
        ("facts: {hous: 3}", "no fact is called 'hous'. Did you mean 'hours'?"),
        ("facts: {hours: many}", "'many' is no value of hours."),
        ("outcome: meeting", "expected the outcome 'meeting', but it is 'none'."),
    ],
)
def test_what_does_not_hold_is_told(expect: str, told: str) -> None:
    result = _tried(f"play: [opening.hello]\nexpect: {{{expect}}}\n")
    assert told in [failure.en for failure in result.failures]
    assert all(failure.cs for failure in result.failures)
    assert not result.passed


def test_an_exhausted_ladder_counts_as_said() -> None:
    assert _tried("play: [objection price exhausted open]\nexpect: {said: [price.exhausted]}\n").passed


def test_a_step_that_cannot_be_taken_stops_the_test() -> None:
    result = _tried("play: [opening.hello, mood happy]\n")
    assert result.slip is not None
    assert result.slip.number == 2
    assert not result.passed


def test_coverage_counts_lines_responses_and_outcomes() -> None:
    coverage = Coverage()
    playbook = mill_playbook()
    coverage.add(_tried("play: [opening.hello, objection price settled, outcome no_answer]\n").call)
    missed = coverage.missed(playbook)
    assert coverage.responses == {"price.monthly"}
    assert coverage.outcomes == {"no_answer"}
    assert "opening.hello" not in missed.lines
    assert "price.exhausted" in missed.responses


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- name: x\n  play: yes\n", (2, 3)),
        ("- just words\n- play: []\n", (1, 3)),
        ("- walks: {runs: many}\n", (1, 17)),
        ("- walks: 3\n", (1, 10)),
        ("- play: []\n  call: {attempt: 1.5}\n", (2, 19)),
        ("- play: []\n  lead: {extra: 3}\n", (2, 17)),
        ("- play: []\n  lead: {name: [a]}\n", (2, 10)),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(text: str, place: tuple[int, int]) -> None:
    (slip,) = _read(text).slips
    assert (slip.place.line, slip.place.column) == place


def test_yaml_that_does_not_parse_is_a_problem() -> None:
    assert _read("- [").problems
    assert _read("").problems


@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_read_or_refused(content: bytes) -> None:
    found = read_trials(SourceFile("x.test.yaml", content))
    assert all(isinstance(trial, Trial) for trial in found.trials)
