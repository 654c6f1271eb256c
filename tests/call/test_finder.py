"""What hasty letters find."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.call.finder import Findable, Finder, Kind, findables, words_of
from app.playbook.model import Line, LineKind, Objection, Playbook, Stage, Story
from app.playbook.reading import read
from app.playbook.source import Source, SourceFile
from app.playbook.whole import examine
from app.scripts.benchmarks.hearsay import Query, objections, queries


def _playbook() -> Playbook:
    hours = Line("hours", "discovery.hours", LineKind.ASK, "Kolik hodin týdně, {lead.first_name|dobrý den}?")
    hello = Line("hello", "discovery.hello", LineKind.SAY, "Dobrý den, neruším vás?")
    return Playbook(
        id="p",
        lang="cs",
        stages=(Stage("discovery", "Zjištění potřeb", (hello, hours)),),
        objections=(
            Objection("price", "price", "Je to moc drahé", heard=("nejsou peníze", "jinde je to levnější")),
            Objection("partner", "authority", "Rozhoduje společník", heard=("musím se zeptat manželky",)),
            Objection("email", "brush_off", "Pošlete to e-mailem", heard=("napište mi to",)),
        ),
        stories=(Story("bakery", "Pekárna u mostu", who="pekař Novák"), Story("bare")),
    )


FINDER = Finder(_playbook())


def _first(query: str) -> str:
    found = FINDER.find(query)
    return found[0].id if found else ""


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("dra", "price"),
        ("DRAHÉ", "price"),
        ("drahe", "price"),
        ("drhae", "price"),
        ("drhé", "price"),
        ("levnejsi jinde", "price"),
        ("penize nejsou", "price"),
        ("spolecnik", "partner"),
        ("společnk rozhoduje", "partner"),
        ("manželky", "partner"),
        ("emailem", "email"),
        ("mostu pek", "bakery"),
        ("bar", "bare"),
        ("hodin", "discovery.hours"),
    ],
)
def test_the_meant_one_comes_first(query: str, wanted: str) -> None:
    assert _first(query) == wanted


def test_a_hit_tells_what_it_is_and_which_phrase_fits() -> None:
    hit = FINDER.find("levnejsi")[0]
    assert (hit.kind, hit.id, hit.label) == (Kind.OBJECTION, "price", "Je to moc drahé")
    assert hit.matched == "jinde je to levnější"
    assert 0.5 < hit.score <= 1.0


def test_every_label_is_found_within_three_letters() -> None:
    for objection in _playbook().objections:
        letters = objection.label.split()[-1][:3]
        assert objection.id in [hit.id for hit in FINDER.find(letters)]


def test_statements_are_not_offered() -> None:
    assert "discovery.hello" not in [hit.id for hit in FINDER.find("neruším")]


def test_merge_fields_are_no_words_but_their_fallbacks_are() -> None:
    assert FINDER.find("first_name") == ()
    assert _first("dobry") == "discovery.hours"


def test_an_objection_comes_before_a_story_that_fits_as_well() -> None:
    finder = Finder(
        [
            Findable(Kind.QUESTION, "q", "cena", ("cena",)),
            Findable(Kind.STORY, "s", "cena", ("cena",)),
            Findable(Kind.OBJECTION, "o", "cena", ("cena",)),
        ]
    )
    assert finder.find("cena")[0].kind is Kind.OBJECTION


def test_no_more_than_asked_for() -> None:
    assert len(FINDER.find("je", limit=1)) == 1
    assert FINDER.find("je", limit=0) == ()


@pytest.mark.parametrize("query", ["", "   ", "👍", "?!", "xqwwqx", "§§"])
def test_nothing_alike_finds_nothing(query: str) -> None:
    assert FINDER.find(query) == ()


def test_an_empty_playbook_finds_nothing() -> None:
    assert Finder(Playbook(id="p", lang="en", stages=())).find("anything") == ()


@given(st.text(max_size=60), st.integers(-2, 12))
def test_any_text_at_all_may_be_typed(query: str, limit: int) -> None:
    found = FINDER.find(query, limit)
    assert len(found) <= max(0, limit)
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert all(0.0 < hit.score <= 1.0 for hit in found)


def _shares(items: tuple[Findable, ...], asked: tuple[Query, ...]) -> tuple[float, float]:
    finder = Finder(items)
    first = third = 0
    for query in asked:
        ids = [hit.id for hit in finder.find(query.typed, limit=3)]
        first += ids[:1] != [] and ids[0] in query.wanted
        third += bool(query.wanted.intersection(ids))
    return first / len(asked), third / len(asked)


def test_hasty_queries_over_two_thousand_objections_hit() -> None:
    items = objections(2000, seed=41)
    first, third = _shares(items, queries(items, 400, seed=43))
    assert third >= 0.99
    assert first >= 0.90


def test_made_up_queries_repeat_with_their_seed_and_differ_from_the_phrase() -> None:
    items = objections(50, seed=1)
    again = objections(50, seed=1)
    assert items == again
    asked = queries(items, 200, seed=2)
    assert asked == queries(items, 200, seed=2)
    whole = {phrase.lower() for item in items for phrase in item.phrases}
    assert sum(query.typed in whole for query in asked) < 60


SHIPPED = sorted(
    path
    for lang in ("en", "cs")
    for path in Path("playbooks", lang).glob("*.yaml")
    if ".test." not in path.name
)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_everything_shipped_is_found_within_three_letters(path: Path) -> None:
    playbook = examine(path).playbook
    assert playbook is not None
    finder = Finder(playbook)
    for item in findables(playbook):
        beginnings = {word[:3] for phrase in item.phrases for word in words_of(phrase) if len(word) >= 3}
        assert any(item.id in [hit.id for hit in finder.find(letters)] for letters in beginnings), item.id


def test_the_shipped_playbooks_are_there() -> None:
    assert len(SHIPPED) >= 8


def test_labels_of_objections_and_stories_show_no_braces() -> None:
    text = b"""\
callcue: 1
id: braces
title: Braces
lang: en
stages:
  - {id: opening, lines: [{id: hello, say: Hello.}]}
objections:
  - {id: dear, kind: price, label: "Too dear for {lead.company|us}", responses: [{id: a, say: I see.}]}
stories:
  - {id: mill, title: "A mill like {lead.company|yours}", who: A miller, result: It works.}
"""
    playbook = read(Source((SourceFile("braces.yaml", text),))).playbook
    assert playbook is not None
    assert [one.label for one in findables(playbook)] == ["Too dear for us", "A mill like yours"]


def test_a_hit_tells_how_much_of_what_was_typed_it_accounts_for() -> None:
    assert FINDER.find("drahé")[0].covered == pytest.approx(1.0, abs=0.1)
    known = FINDER.find("drahé")[0]
    half = next(hit for hit in FINDER.find("drahé kyslík") if hit.id == known.id)
    assert half.covered == pytest.approx(5 / 11, abs=0.1)
