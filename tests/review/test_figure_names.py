"""Codes of figures in the words of their playbooks, in both languages, from the newest text."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.playbook.source import Source, SourceFile
from app.playbook.vocabulary import STAGES
from app.review.figure_making import figure
from app.review.figure_names import PlaybookNames
from app.review.figure_words import cells, group_words, row_codes, row_name, short, short_row_name
from app.review.figures import Counted, FigureName, Group, Tally, Trial
from app.review.query import Query

WEB = Group("mill", "web")
OTHER = Group("other", "web")
MILL = {
    "en": """\
callcue: 1
id: mill
title: The mill
lang: en
stages:
  - id: warm_up
    title: Warming up
    lines:
      - id: hello
        cue: [name, stop]
        say: Hello, {lead.first_name|there}.
      - id: ask
        ask: How are you, {lead.first_name}?
        try:
          - How are you, {lead.first_name}?
          - How is it going?
objections:
  - id: dear
    kind: price
    label: It is too dear
    heard: [too dear]
    likely: [warm_up]
    acknowledge: I see.
    ask: Why?
    responses:
      - id: pays
        say: It pays for itself.
    check: Good?
outcomes: [callback, {id: tasting, group: won, label: A tasting}]
""",
}
MILL["cs"] = (
    MILL["en"]
    .replace("lang: en", "lang: cs")
    .replace("The mill", "Mlýn")
    .replace("It is too dear", "Je to drahé")
    .replace("It pays for itself.", "Zaplatí se samo.")
)


class Texts:
    """Gives the pinned texts; counts how often it was asked."""

    def __init__(self, *langs: str) -> None:
        self._langs = langs
        self.asked: list[frozenset[str]] = []

    def counted(self, name: FigureName, query: Query) -> Counted:
        raise NotImplementedError

    def texts(self, playbooks: Collection[str]) -> Mapping[tuple[str, str], Source]:
        self.asked.append(frozenset(playbooks))
        return {
            ("mill", lang): Source((SourceFile(f"{lang}/mill.yaml", MILL[lang].encode()),))
            for lang in self._langs
        }

    def stop(self) -> None:
        raise NotImplementedError


def test_the_text_is_a_sound_playbook() -> None:
    names = PlaybookNames()
    for source in Texts("en", "cs").texts(()).values():
        assert names._playbook(source) is not None


def test_answers_are_named_in_the_language_of_the_window() -> None:
    counted = Counted(9, 9, (Tally(WEB, ("dear", "pays"), 9, 4), Tally(OTHER, ("dear", "pays"), 3, 1)))
    book = Texts("en", "cs")
    made = PlaybookNames().named(figure(FigureName.HANDLERS, counted, Query()), book)
    row, unknown = made.rows
    assert cells(made, row, "en")[:5] == ("The mill", "web", "It is too dear", "It pays for itself.", "9")
    assert cells(made, row, "cs")[:4] == ("Mlýn", "web", "Je to drahé", "Zaplatí se samo.")
    assert row_codes(made, row, "cs") == ("mill", "", "dear", "pays")
    assert row_name(made, unknown, "en") == "dear, pays"
    assert row_codes(made, unknown, "en") == ("", "", "", "")
    assert group_words(made, WEB, "cs") == "Mlýn · web"
    assert book.asked == [{"mill", "other"}]


def test_where_a_language_is_missing_the_other_stands_in() -> None:
    counted = Counted(40, 40, (Tally(WEB, ("warm_up.hello",), 40, 4), Tally(WEB, ("warm_up.ask",), 40, 4)))
    made = PlaybookNames().named(figure(FigureName.DEAD_LINES, counted, Query()), Texts("en"))
    assert [row_name(made, row, "cs") for row in made.rows] == ["How are you, …?", "name · stop"]


def test_stages_and_outcomes_of_a_playbooks_own_are_named_and_shared_ones_stay() -> None:
    tallies = (Tally(WEB, ("warm_up",), 9, 4), Tally(OTHER, ("close",), 9, 3))
    made = PlaybookNames().named(figure(FigureName.FUNNEL, Counted(9, 9, tallies), Query()), Texts("en"))
    assert [row_name(made, row, "en") for row in made.rows] == ["Warming up", STAGES["close"].en]
    outcomes = Counted(9, 9, (Tally(WEB, ("tasting",), 9, 4), Tally(WEB, ("callback",), 9, 5)))
    made = PlaybookNames().named(figure(FigureName.OUTCOME_MIX, outcomes, Query()), Texts("en"))
    assert [row_name(made, row, "en") for row in made.rows] == ["A tasting", "callback"]


def test_wordings_say_what_they_are() -> None:
    trials = tuple(Trial(WEB, ("warm_up.ask (en)",), at % 2, True) for at in range(4))
    made = PlaybookNames().named(
        figure(FigureName.WORDINGS, Counted(4, 4, trials=trials), Query()), Texts("en")
    )
    assert [cells(made, row, "en")[2:4] for row in made.rows] == [
        ("How are you, …?", "1 · How are you, …?"),
        ("How are you, …?", "2 · How is it going?"),
    ]


def test_figures_without_names_ask_for_no_text() -> None:
    book = Texts("en")
    counted = Counted(9, 9, (Tally(WEB, ("1",), 9, 4),))
    made = figure(FigureName.ATTEMPTS, counted, Query())
    assert PlaybookNames().named(made, book) is made
    assert book.asked == []


def test_names_are_cut_where_there_is_little_room() -> None:
    counted = Counted(9, 9, (Tally(WEB, ("dear", "pays"), 9, 4),))
    made = PlaybookNames().named(figure(FigureName.HANDLERS, counted, Query()), Texts("en"))
    assert short_row_name(made, made.rows[0], "en", 24) == "It is too…, It pays fo…"
    assert short_row_name(made, made.rows[0], "en", 60) == "It is too dear, It pays for itself."
    assert short("a", 1) == "a"
