"""What libyaml complains about is told as a colleague would, at the place where the slip is."""

from __future__ import annotations

import pytest

from tests.playbook.texts import GOOD, at, only

LINE = GOOD + "      - id: x\n"


@pytest.mark.parametrize(
    ("text", "reason", "pointed", "line"),
    [
        (LINE + "        say: One thing: may I?\n", "<colon>", ":", 10),
        (LINE + "        say: “Hello: you”\n", "<colon>", ":", 10),
        (LINE + "        say: {lead.first_name}, good morning.\n", "<merge>", "{", 10),
        (LINE + "        say: {rep.name} here\n", "<merge>", "{", 10),
        (LINE + "       say: hi\n", "<unaligned>", "s", 10),
        (LINE + "         say: hi\n", "<unaligned>", ":", 10),
        (LINE + "\tsay: hi\n", "<tab>", "\t", 10),
        (LINE + '        say: "Hello\n        do: a\n', "<quote>", '"', 10),
        (LINE + "        say: 'I'm here'\n", "<after_quote>", "m", 10),
        (LINE + '        say: "Hello", she said\n', "<after_quote>", ",", 10),
        (LINE + "        say: x\n        cue: [a, b\n      - id: y\n", "<bracket>", ":", 12),
        (LINE + "        say: x\n        tone: {name: calm\n    next: []\n", "<brace>", "", 0),
        (LINE + "        say: x\n        cue: [a,, b]\n", "<content>", ",", 11),
        (LINE + "        say: *very* important\n", "<anchor>", "*", 10),
        (LINE + "        say: *very important\n", "<alias>", "*very", 10),
        (LINE + "        say: &\n", "<anchor>", "&", 10),
        (LINE + "        say: %d\n", "<start>", "%", 10),
        (LINE + "        say: `x`\n", "<start>", "`", 10),
        (GOOD + "      - id:x\n        say: hi\n", "<space>", ":", 9),
        (LINE + "        say:hi\n", "<space>", ":", 10),
        (LINE + "        say\n        do: x\n", "<no_colon>", "s", 10),
        (LINE + "        ask: ? what\n", "<question>", "?", 10),
        (LINE + "        say: - well\n", "<dash_here>", "-", 10),
        (LINE + '        say: "C:\\Users"\n', "<escape>", "s", 10),
        (GOOD + "%TAG x\n", "<directive>", "", 0),
        ("{a: 1}\nb: 2\n", "<after_end>", "b", 2),
        ("%YAML 9.9 x\na: 1\n", "<directive>", "x", 1),
        ("%YAML 9.9\n---\na: 1\n", "<directive>", "%", 1),
        (LINE + "        say: | hello\n", "<block>", "h", 10),
    ],
)
def test_a_slip_in_yaml(text: str, reason: str, pointed: str, line: int) -> None:
    problem = only(text)
    assert (problem.code, problem.words["reason"]) == ("CC001", reason)
    if line:
        assert (problem.place.line, at(problem, text)) == (line, pointed)
