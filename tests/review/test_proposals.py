"""Equal proposals are told equal, known phrases are passed over, and the lines to paste are valid where they are put."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.playbook.model import Playbook
from app.playbook.reading import read
from app.playbook.source import Source, SourceFile
from app.review.lessons import ProposalKind
from app.review.proposals import Place, Proposal, already_there, current_text, folded_words, place_for

TEXT = """\
callcue: 1
id: small
title: A small call
lang: en
stages:
  - id: opening
    title: Opening
    lines:
      - id: hello
        say: Hello there.
      - id: time
        ask: Is now all right?
        answers:
          - {id: "yes", label: "yes"}
objections:
  - id: price
    kind: price
    label: It is too expensive
    heard: [too expensive, "costs, really"]
    acknowledge: I see.
    ask: Compared with what?
    responses:
      - id: payback
        say: It pays for itself.
    check: Does that make sense?
  - id: time
    kind: timing
    label: No time now
    heard:
      - not now
      - busy
    acknowledge: I see.
    ask: When then?
    responses:
      - id: later
        say: Later then.
    check: All right?
outcomes: [callback, no_answer]
"""
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def playbook_of(text: str = TEXT) -> Playbook:
    playbook = read(Source((SourceFile("small.yaml", text.encode()),))).playbook
    assert playbook is not None
    return playbook


def proposal(kind: ProposalKind, target: str, words: str, family: str = "") -> Proposal:
    return Proposal(1, kind, "small", "en", target, words, 1, NOW, NOW, family)


@pytest.mark.parametrize(
    ("words", "known"),
    [("exp", True), ("exepns", True), ("cst", True), ("rpice", False), ("a fortune", False)],
)
def test_hasty_beginnings_of_what_is_heard_are_no_news(words: str, known: bool) -> None:
    assert already_there(playbook_of(), proposal(ProposalKind.HEARD, "price", words)) is known


def pasted(place: Place) -> Playbook:
    lines = TEXT.splitlines()
    lines[place.line - 1 : place.line - 1 + place.replaces] = place.text.splitlines()
    return playbook_of("\n".join(lines) + "\n")


@pytest.mark.parametrize("objection", ["price", "time"])
def test_a_heard_phrase_is_taken_in_by_the_lines_shown(objection: str) -> None:
    wanted = proposal(ProposalKind.HEARD, objection, "now: “not today”, thanks")
    before = playbook_of()
    assert not already_there(before, wanted)
    place = place_for(before, wanted)
    assert place is not None
    assert place.file == "small.yaml"
    after = pasted(place)
    found, was = after.objection(objection), before.objection(objection)
    assert found is not None
    assert was is not None
    assert found.heard == (*was.heard, "now: “not today”, thanks")
    assert already_there(after, wanted)
    assert place_for(after, wanted) is not None


@pytest.mark.parametrize(
    ("target", "now"),
    [
        ("opening.hello", "Hello there."),
        ("opening.time", "Is now all right?"),
        ("objections.price.acknowledge", "I see."),
        ("objections.price.payback", "It pays for itself."),
    ],
)
def test_own_words_are_taken_in_by_the_lines_shown(target: str, now: str) -> None:
    words = "Now: is it # all right?"
    wanted = proposal(ProposalKind.OWN_WORDS, target, words)
    before = playbook_of()
    assert current_text(before, target) == now
    place = place_for(before, wanted)
    assert place is not None
    assert place.replaces
    after = pasted(place)
    assert current_text(after, target) == words
    assert already_there(after, wanted)
    assert not already_there(before, wanted)


def test_an_entry_between_braces_is_replaced_alone() -> None:
    text = TEXT.replace(
        "      - id: payback\n        say: It pays for itself.\n",
        "      - {id: payback, once: true, say: It pays for itself.}\n",
    )
    book = playbook_of(text)
    wanted = proposal(ProposalKind.OWN_WORDS, "objections.price.payback", "Yes, and it pays: soon")
    place = place_for(book, wanted)
    assert place is not None
    assert place.inside
    old = "say: It pays for itself."
    assert old in text.splitlines()[place.line - 1]
    assert current_text(playbook_of(text.replace(old, place.text)), wanted.target) == wanted.words


def test_heard_between_braces_is_replaced_or_added_alone() -> None:
    braces = (
        "  - {id: odd, kind: need, label: Odd, acknowledge: I see., ask: Why?, check: So?, heard: [so odd]}\n"
    )
    text = TEXT.replace("outcomes:", braces + "outcomes:")
    wanted = proposal(ProposalKind.HEARD, "odd", "strange, that")
    place = place_for(playbook_of(text), wanted)
    assert place is not None
    assert (place.inside, place.replaces) == (True, True)
    odd = playbook_of(text.replace("heard: [so odd]", place.text)).objection("odd")
    assert odd is not None
    assert odd.heard == ("so odd", "strange, that")
    unlisted = place_for(playbook_of(text), proposal(ProposalKind.UNLISTED, "", "My cat"))
    assert unlisted is not None
    assert unlisted.text.startswith("  - id: my_cat\n")


def test_an_unlisted_objection_begins_with_lines_to_fill_in() -> None:
    place = place_for(playbook_of(), proposal(ProposalKind.UNLISTED, "", "My cat decides", "authority"))
    assert place is not None
    lines = place.text.splitlines()
    assert lines[0] == "  - id: my_cat_decides"
    assert "    kind: authority" in lines
    assert TEXT.splitlines()[place.line - 1] == "  - id: time"


def test_what_the_finder_finds_anyway_is_no_news() -> None:
    book = playbook_of()
    for words in ("too exp", "expesive", "Costs REALLY"):
        assert already_there(book, proposal(ProposalKind.HEARD, "price", words))
    assert not already_there(book, proposal(ProposalKind.HEARD, "price", "a fortune"))
    assert already_there(book, proposal(ProposalKind.UNLISTED, "", "busy"))


@pytest.mark.parametrize("target", ["opening.gone", "objections.gone.ask", "objections.price.gone", ""])
def test_a_target_that_is_gone_has_no_place(target: str) -> None:
    assert place_for(playbook_of(), proposal(ProposalKind.OWN_WORDS, target, "words")) is None
    assert place_for(playbook_of(), proposal(ProposalKind.HEARD, target, "words")) is None


def test_equal_words_are_equal_whatever_their_spelling() -> None:
    assert folded_words("Je to DRAHÉ!") == folded_words("je to drahe")
    assert folded_words("?!") == "?!"
    assert len(folded_words("very long " * 100)) == 200
