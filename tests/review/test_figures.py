"""Figures against data made by hand: numbers, ranges, ways back to the calls, and Simpson's trap."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.playbook.vocabulary import OBJECTION_KINDS
from app.review.figure_calls import narrowed
from app.review.figure_making import LEAST_SHOWN, MOST_ROWS, figure, quartiles
from app.review.figure_words import ABOUT, NAMES, cells, headings, note_words, tsv
from app.review.figures import (
    CodeKind,
    Counted,
    Figure,
    FigureName,
    FigureRow,
    Group,
    Note,
    NoteKind,
    Quartiles,
    Shape,
    Tally,
    Trial,
    Values,
)
from app.review.intervals import share
from app.review.mixes import reversals
from app.review.query import Compare, Field, Filter, Query, read_query

WEB, FAIR = Group("inbound", "web"), Group("inbound", "fair")
TODAY = date(2026, 11, 24)
STONES = (
    Tally(Group("inbound", "small"), ("price", "open"), 87, 81),
    Tally(Group("inbound", "large"), ("price", "open"), 263, 192),
    Tally(Group("inbound", "small"), ("price", "keyhole"), 270, 234),
    Tally(Group("inbound", "large"), ("price", "keyhole"), 80, 55),
)
"""The well-known figures of Charig et al. 1986 (BMJ 292:879-882): two treatments of small and large kidney stones."""


def kinds(made: Figure) -> list[NoteKind]:
    return [note.kind for note in made.notes]


def test_the_pair_that_a_mix_turns_round_is_found_and_said() -> None:
    found = reversals(STONES)
    assert [(one.first, one.second, one.groups) for one in found] == [
        (("price", "keyhole"), ("price", "open"), 2)
    ]
    made = figure(FigureName.HANDLERS, Counted(700, 700, STONES), Query())
    note = next(one for one in made.notes if one.kind is NoteKind.REVERSED)
    words = note_words(made, note, "en")
    assert "keyhole" in words.split("has a higher share")[0]
    assert "Simpson" in words
    assert "Simpsonův" in note_words(made, note, "cs")


def test_no_warning_where_the_groups_agree_with_the_whole() -> None:
    agreeing = (
        Tally(WEB, ("price", "a"), 50, 40),
        Tally(WEB, ("price", "b"), 50, 20),
        Tally(FAIR, ("price", "a"), 50, 30),
        Tally(FAIR, ("price", "b"), 50, 10),
    )
    assert reversals(agreeing) == ()
    assert NoteKind.REVERSED not in kinds(figure(FigureName.HANDLERS, Counted(200, 200, agreeing), Query()))


def test_too_few_cases_in_a_group_say_nothing_of_a_direction() -> None:
    few = (
        Tally(WEB, ("a",), 9, 0),
        Tally(WEB, ("b",), 9, 9),
        Tally(FAIR, ("a",), 99, 90),
        Tally(FAIR, ("b",), 99, 9),
    )
    assert reversals(few) == ()


def test_answers_to_different_objections_are_never_set_against_each_other() -> None:
    mixed = tuple(Tally(one.group, (one.codes[1], "answer"), one.n, one.hits) for one in STONES)
    assert reversals(mixed) != ()
    assert NoteKind.REVERSED not in kinds(figure(FigureName.HANDLERS, Counted(700, 700, mixed), Query()))


def test_shares_carry_their_numbers_range_and_the_way_to_their_calls() -> None:
    counted = Counted(90, 90, (Tally(WEB, ("price",), 40, 10), Tally(WEB, ("trust",), 60, 45)))
    made = figure(FigureName.OBJECTIONS, counted, read_query("rep:eva days:30", TODAY))
    first, second = made.rows
    assert (first.codes, first.n, first.hits, first.share) == (("trust",), 60, 45, share(45, 60))
    assert second.calls_query("en") == "rep:eva days:30 playbook:inbound source:web objection:price"
    assert read_query(second.calls_query("cs"), TODAY).filters == second.calls.filters
    assert second.steadied is not None
    assert 0.25 < second.steadied < 0.55
    assert kinds(made) == [NoteKind.SHRUNK]


def test_what_invites_comparing_is_never_pooled_over_groups() -> None:
    counted = Counted(10, 10, (Tally(WEB, ("price",), 4, 1), Tally(FAIR, ("price",), 6, 5)))
    made = figure(FigureName.OBJECTIONS, counted, Query())
    assert [(row.group, row.n) for row in made.rows] == [(FAIR, 6), (WEB, 4)]
    assert kinds(made)[0] is NoteKind.WITHIN


def test_a_mix_that_is_pooled_says_so() -> None:
    counted = Counted(10, 10, (Tally(WEB, ("callback",), 4, 1), Tally(FAIR, ("callback",), 6, 5)))
    made = figure(FigureName.NEXT_STEPS, counted, Query())
    assert [(row.n, row.hits, row.group) for row in made.rows] == [(10, 6, None)]
    assert "one playbook and one source" in note_words(made, made.notes[0], "en")


def test_a_week_counts_all_its_calls_even_where_a_group_had_none_of_an_outcome() -> None:
    counted = Counted(
        30,
        30,
        (
            Tally(WEB, ("2026-11-16", "won"), 10, 4),
            Tally(WEB, ("2026-11-16", "open"), 10, 6),
            Tally(FAIR, ("2026-11-16", "open"), 20, 20),
        ),
    )
    made = figure(FigureName.OUTCOMES, counted, Query())
    won = next(row for row in made.rows if row.codes[1] == "won")
    assert (won.n, won.hits) == (30, 4)
    assert made.shape is Shape.STACK
    assert Filter(Field.TO, "2026-11-22") in won.calls.filters
    assert set(won.calls.values(Field.OUTCOME)) >= {"sale", "renewed"}


def test_of_weeks_the_halves_are_set_against_each_other() -> None:
    small, large = Group("inbound", "small"), Group("inbound", "large")
    counted = Counted(
        700,
        700,
        tuple(
            Tally(group, (week, tier), n, hits if tier == "won" else n - hits)
            for group, week, n, hits in (
                (small, "2026-11-02", 87, 81),
                (large, "2026-11-02", 263, 192),
                (small, "2026-11-09", 270, 234),
                (large, "2026-11-09", 80, 55),
            )
            for tier in ("won", "open")
        ),
    )
    made = figure(FigureName.OUTCOMES, counted, Query())
    said = [note_words(made, note, "en") for note in made.notes if note.kind is NoteKind.REVERSED]
    assert any("“the newer half of the weeks, won” has a higher share than" in words for words in said)


def test_reps_stand_by_name_and_bring_no_ranking_and_no_warning() -> None:
    tallies = tuple(
        Tally(group, ("price", name), n, hits)
        for group, name, n, hits in (
            (WEB, "Zora", 20, 19),
            (WEB, "Adam", 20, 2),
            (FAIR, "Zora", 20, 18),
            (FAIR, "Adam", 20, 2),
        )
    )
    made = figure(FigureName.HANDLED_BY, Counted(80, 80, tallies), Query())
    assert [row.codes[1] for row in made.rows] == ["Adam", "Zora", "Adam", "Zora"]
    turned = tuple(Tally(one.group, ("price", one.codes[1]), one.n, one.hits) for one in STONES)
    assert NoteKind.REVERSED not in kinds(figure(FigureName.HANDLED_BY, Counted(700, 700, turned), Query()))


def test_lines_seldom_shown_are_not_called_dead() -> None:
    counted = Counted(
        99,
        50,
        (
            Tally(WEB, ("a.x",), LEAST_SHOWN - 1, 19),
            Tally(WEB, ("a.y",), 90, 30),
            Tally(WEB, ("a.z",), 30, 9),
        ),
    )
    made = figure(FigureName.DEAD_LINES, counted, Query())
    assert [row.codes for row in made.rows] == [("a.y",), ("a.z",)]
    assert Note(NoteKind.NEWEST, ("50", "99")) in made.notes
    assert not made.rows[0].exact
    assert kinds(made)[-1] is NoteKind.WIDER


def test_measured_values_show_their_middle_and_quarters() -> None:
    counted = Counted(
        5, 5, values=(Values(WEB, ("opening",), (10.0, 20.0, 30.0)), Values(FAIR, ("opening",), (40.0, 70.0)))
    )
    made = figure(FigureName.STAGE_TIME, counted, Query())
    assert made.rows[0].quartiles == Quartiles(20.0, 30.0, 40.0, (10.0, 70.0))
    assert made.rows[0].share is None
    assert cells(made, made.rows[0], "en") == ("Opening", "5", "0:30", "0:10–1:10", "0:20", "0:40")


def test_a_small_share_never_reads_as_none_nor_a_large_one_as_all() -> None:
    tallies = (Tally(WEB, ("callback",), 1500, 5), Tally(WEB, ("meeting",), 1500, 1495))
    made = figure(FigureName.OUTCOME_MIX, Counted(1500, 1500, tallies), Query())
    said = {row.codes[0]: cells(made, row, "en")[-2:] for row in made.rows}
    assert said == {"callback": ("0.3 %", "0.1–0.8 %"), "meeting": ("99.7 %", "99.2–99.9 %")}
    assert "0,1–0,8 %" in tsv(made, "cs")


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=40))
def test_quartiles_are_in_order_and_within_the_values(values: list[float]) -> None:
    found = quartiles(values)
    spread = 1e-6 * (1 + max(values))
    assert min(values) - spread <= found.low <= found.median + spread
    assert found.median <= found.high + spread
    assert found.high <= max(values) + spread
    assert found.likely[0] - spread <= found.median <= found.likely[1] + spread


def test_the_range_of_a_median_is_as_narrow_as_tables_say() -> None:
    """For 100 values the 40th and the 61st (Conover 1999, table A3 by the same approximation)."""
    found = quartiles([float(number) for number in range(1, 101)])
    assert found.likely == (40.0, 61.0)


def test_wordings_are_tested_against_the_first_and_say_when_it_is_too_early() -> None:
    trials = tuple(Trial(WEB, ("opening.hello (en)",), number % 2, number % 3 == 0) for number in range(30))
    made = figure(FigureName.WORDINGS, Counted(30, 30, trials=trials), Query())
    first, second = made.rows
    assert first.test is None
    assert second.test is not None
    assert second.test.needed > 0
    assert "not enough calls yet" in cells(made, second, "en")[-1]
    assert "zatím málo hovorů" in cells(made, second, "cs")[-1]


def test_rows_that_are_groups_are_not_said_to_be_pooled() -> None:
    counted = Counted(9, 9, (Tally(WEB, ("inbound", "web"), 4, 1), Tally(FAIR, ("inbound", "fair"), 5, 5)))
    assert kinds(figure(FigureName.MUSTS, counted, Query())) == [NoteKind.APART]


def test_attempts_per_contact_count_the_vain_ones_too() -> None:
    counted = Counted(15, 15, (Tally(WEB, ("1",), 10, 5), Tally(WEB, ("2",), 5, 1)))
    made = figure(FigureName.ATTEMPTS, counted, Query())
    assert note_words(made, made.notes[0], "en").startswith("2.5 attempts for each contact")
    assert "2,5" in note_words(made, made.notes[0], "cs")


def test_more_rows_than_anybody_reads_are_cut_and_it_is_said() -> None:
    counted = Counted(999, 999, tuple(Tally(WEB, (f"o{number}",), 1, 1) for number in range(MOST_ROWS + 5)))
    made = figure(FigureName.OBJECTIONS, counted, Query())
    assert len(made.rows) == MOST_ROWS
    assert Note(NoteKind.CUT, (str(MOST_ROWS), str(MOST_ROWS + 5))) in made.notes


def test_narrowing_replaces_alternatives_keeps_common_ones_and_never_adds_days() -> None:
    query = read_query("outcome:lost outcome:sale source:web from:2026-11-10 -mood:angry mistake:y", TODAY)
    by_outcome = narrowed(query, Filter(Field.OUTCOME, "sale"), Filter(Field.OUTCOME, "renewed"))
    assert by_outcome.values(Field.OUTCOME) == ("sale",)
    assert narrowed(query, Filter(Field.SOURCE, "web form")).values(Field.SOURCE) == ("web form",)
    assert narrowed(query, Filter(Field.FROM, "2026-11-02")).values(Field.FROM) == ("2026-11-10",)
    assert narrowed(query, Filter(Field.FROM, "2026-11-16")).values(Field.FROM) == ("2026-11-16",)
    assert by_outcome.values(Field.MOOD, negated=True) == ("angry",)
    assert by_outcome.mistakes == ()


def test_a_stage_of_the_playbooks_own_is_asked_for_by_name() -> None:
    counted = Counted(1, 1, values=(Values(WEB, ("demo",), (1.0,)), Values(WEB, ("close",), (1.0,))))
    demo, close = figure(FigureName.STAGE_TIME, counted, Query()).rows
    assert demo.calls.filters == (Filter(Field.STAGE, "demo"),)
    assert close.calls.filters == (Filter(Field.STAGE, "close", Compare.BELOW, negated=True),)


@pytest.mark.parametrize("lang", ["en", "cs"])
@pytest.mark.parametrize("name", FigureName)
def test_every_figure_has_words_and_as_many_headings_as_cells(name: FigureName, lang: str) -> None:
    codes = {
        CodeKind.WEEK: "2026-11-16",
        CodeKind.OBJECTION: next(iter(OBJECTION_KINDS)),
        CodeKind.WORDING: "0",
        CodeKind.ATTEMPT: "6",
    }
    empty = figure(name, Counted(), Query())
    row = tuple(codes.get(kind, "code") for kind in empty.kinds)
    counted = Counted(
        2,
        1,
        (Tally(WEB, row, 30, 15), Tally(FAIR, row, 30, 15)),
        (Values(WEB, row, (1.0,)),),
        (Trial(WEB, row[:1], 0, did_well=True),),
        left_out=1,
        sample=True,
    )
    made = figure(name, counted, Query())
    assert made.rows
    assert all(len(cells(made, one, lang)) == len(headings(made, lang)) for one in made.rows)
    assert len({len(line.split("\t")) for line in tsv(made, lang).splitlines()[1 : 2 + len(made.rows)]}) == 1
    assert all("{" not in note_words(made, note, lang) for note in made.notes)
    assert NAMES[name].in_lang(lang)
    assert ABOUT[name].in_lang(lang)


def test_copied_cells_cannot_become_formulas_or_break_the_table() -> None:
    row = FigureRow(("=1+1\t@x",), 1, 1, share(1, 1))
    made = Figure(FigureName.DEAD_LINES, Shape.SHARES, (CodeKind.LINE,), (row,))
    assert tsv(made, "en").splitlines()[2].split("\t")[0] == "'=1+1 @x"
