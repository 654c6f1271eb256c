"""Short playbooks for tests, and the ways to read them."""

from __future__ import annotations

from app.playbook.model import Playbook
from app.playbook.problems import Problem
from app.playbook.reading import Reading, read
from app.playbook.source import Source, SourceFile

TOP = "callcue: 1\nid: example\nlang: en\n"
LINE = TOP + "stages:\n  - id: opening\n    lines:\n      - id: hello\n"
"""Ends inside the only line, before its say or ask."""
GOOD = LINE + "        say: Good morning.\n"

LANGUAGE_EXAMPLE = """\
callcue: 1                        # language version
id: inbound-call
version: "2026.11.1"
lang: en
title: Somebody rings us
goal: meeting
tone: warm
push: locked
lawful_basis: required
prep: [Open their page., Have a pen ready.]
uses: [shared/more.en.yaml]

facts:
  hours: {label: Hours a week, type: number, unit: h, min: 0, max: 168, crm: Hours__c}
  decides: {label: Who decides, type: choice, options: {self: the caller, partner: a partner}}
  since: {type: date}
  price: {type: money, currency: CZK}
  happy: {type: yes_no}
  remark:

stages:
  - id: discovery
    drive: pull
    tone: curious
    budget: 3m
    lines:
      - id: hours
        cue: [hours a week, today, paper only]
        ask: How many hours a week does it take?
        moods: {rushed: {ask: "How many hours?", tone: crisp}, angry: skip}
        needs_moods: [rushed]
        do: Do not interrupt.
        guide: Two seconds of silence is fine.
        tone: {name: curious, pause: 3s, pace: "-", energy: more, note: Falling end.}
        budget: 45s
        must: true
        fact: hours
        answers:
          - {id: few, label: under 2, value: 1, to: offer}
          - {id: some, label: 2 to 5, value: 3.5}
          - {id: none, objection: too_dear, outcome: lost}
      - id: who
        ask: Who decides?
        when: hours >= 2
        fact: decides
        answers: [{id: self}, {id: partner, label: my partner}, {id: nobody}]
    next:
      - {when: hours >= 5, to: offer}
      - {to: offer, outcome: meeting}
  - id: offer
    title: The offer
    lines:
      - {id: price, say: It is 100., verbatim: true, story: mill, try: [It is 100., It costs 100.]}

objections:
  - id: too_dear
    kind: price
    label: It is too dear
    heard: [too dear, 1:30, no, 07]
    likely: [offer, discovery]
    when: known(hours)
    tone: calm
    pause: 2s
    acknowledge: I see.
    ask: What are you comparing it with?
    responses:
      - {id: payback, when: hours >= 5, once: true, say: "{hours} hours a week", story: mill, to: offer}
      - {id: monthly, say: Would paying monthly help?, do: Wait., tone: firm, moods: {angry: skip}}
    check: Does it make sense?
    exhausted: {say: Fair enough., to: wrap_up, outcome: callback}
    do: Breathe.
    guide: Ask first.
    needs_moods: [angry]
    final: {outcome: lost, to: end}

stories:
  - {id: mill, title: The mill, who: A mill., trouble: Paper., result: Five hours., sample: true}

compliance:
  - {id: recording, say: This call is recorded., before: discovery, when: call.recorded}

outcomes:
  - meeting
  - callback
  - {id: lost, label: Gone}
  - {id: sample_sent, group: open, label: Sample sent, requires: [when, hours]}
scorecard: sales
renames: {discovery.size: discovery.hours}
"""
SHARED = """\
callcue: 1
lang: en
facts: {size: {type: number}, hours: {type: text}}
objections:
  - {id: too_dear, kind: price}
  - {id: no_time, kind: timing, label: No time}
stories: [{id: bakery}]
compliance: [{id: notice, say: Read me.}]
"""


def source(text: str | bytes, *used: tuple[str, str], path: str = "example.yaml") -> Source:
    """A playbook's text with the files it uses."""
    own = text.encode() if isinstance(text, str) else text
    return Source((SourceFile(path, own), *(SourceFile(name, content.encode()) for name, content in used)))


def reading(text: str | bytes, *used: tuple[str, str]) -> Reading:
    """What comes of a text."""
    return read(source(text, *used))


def sound(text: str, *used: tuple[str, str]) -> Playbook:
    """The playbook of a text whose structure has no fault."""
    result = reading(text, *used)
    assert result.problems == ()
    assert result.playbook is not None
    return result.playbook


def only(text: str | bytes, *used: tuple[str, str]) -> Problem:
    """The one problem of a text."""
    (problem,) = reading(text, *used).problems
    return problem


def at(problem: Problem, text: str) -> str:
    """The stretch of ``text`` that the problem points at."""
    line = text.split("\n")[problem.place.line - 1]
    return line[problem.place.column - 1 : problem.place.end_column - 1]
