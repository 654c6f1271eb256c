"""The search line: reads both languages, reports what it cannot read, and writes back what it read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.review.query import Compare, Field, Filter, Mistake, Query, read_query, suggestions, written

TODAY = date(2026, 11, 24)


def test_the_line_of_the_design_reads_whole() -> None:
    found = read_query(
        "rep:eva outcome:lost objection:price mood:angry source:Web stage<close must:missed flagged unreviewed bread",
        TODAY,
    )
    assert found.filters == (
        Filter(Field.REP, "eva"),
        Filter(Field.OUTCOME, "lost"),
        Filter(Field.OBJECTION, "price"),
        Filter(Field.MOOD, "angry"),
        Filter(Field.SOURCE, "Web"),
        Filter(Field.STAGE, "close", Compare.BELOW),
        Filter(Field.MUST, "missed"),
        Filter(Field.FLAGGED, "yes"),
        Filter(Field.REVIEWED, "no"),
    )
    assert (found.words, found.mistakes) == (("bread",), ())


def test_czech_means_the_same_with_or_without_diacritics() -> None:
    czech = read_query("výsledek:prohráno námitka:cena obchodnik:eva drahé", TODAY)
    assert czech.filters == read_query("outcome:lost objection:price rep:eva", TODAY).filters
    assert czech.words == ("drahé",)


def test_alternatives_negation_and_quotes() -> None:
    found = read_query(
        'outcome:lost outcome:"not interested" -lang:en source:"Google Ads" "two words"', TODAY
    )
    assert found.values(Field.OUTCOME) == ("lost", "not_interested")
    assert found.values(Field.LANG, negated=True) == ("en",)
    assert found.values(Field.SOURCE) == ("Google Ads",)
    assert found.words == ("two words",)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-01", "2026-11-01"),
        ("1.11.", "2026-11-01"),
        ("week", "2026-11-17"),
        ("včera", "2026-11-23"),
        ("5.10.2025", "2025-10-05"),
    ],
)
def test_dates_as_people_write_them(typed: str, day: str) -> None:
    assert read_query(f"from:{typed}", TODAY).values(Field.FROM) == (day,)


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("outcom:lost", Mistake("outcom:lost", 0, "outcome")),
        ("x outcome:victory!", Mistake("outcome:victory!", 2, "outcome")),
        ("rep<eva", Mistake("rep<eva", 0, "rep")),
        ("from:someday", Mistake("from:someday", 0, "from")),
        ("zzz:1", Mistake("zzz:1", 0, "")),
        ("vsledek:prohráno", Mistake("vsledek:prohráno", 0, "výsledek")),
        ("nmaitka:cena", Mistake("nmaitka:cena", 0, "námitka")),
        ("výsledek:vítězství!", Mistake("výsledek:vítězství!", 0, "výsledek")),
    ],
)
def test_what_cannot_be_read_is_reported_with_its_place(line: str, mistake: Mistake) -> None:
    assert read_query(line, TODAY).mistakes == (mistake,)


@given(st.text(max_size=80), st.sampled_from(("en", "cs")))
def test_any_line_reads_and_what_was_read_reads_again_the_same(line: str, lang: str) -> None:
    found = read_query(line, TODAY)
    again = read_query(written(Query(found.filters, ()), lang), TODAY)
    assert again.filters == found.filters


_filters = st.builds(
    Filter,
    st.sampled_from((Field.OUTCOME,)),
    st.sampled_from(("lost", "callback", "not_interested")),
    st.just(Compare.IS),
    st.booleans(),
) | st.builds(
    Filter, st.just(Field.REP), st.text("abcř ", min_size=1, max_size=6).map(str.strip).filter(bool)
)


@given(st.lists(_filters, max_size=4, unique=True), st.sampled_from(("en", "cs")))
def test_filters_written_in_either_language_read_back(filters: list[Filter], lang: str) -> None:
    assert read_query(written(Query(tuple(filters)), lang), TODAY).filters == tuple(filters)


def test_suggestions_complete_fields_and_values() -> None:
    known = {Field.REP: ("Eva Ukázková", "Petr Vzorný")}
    assert [one.text for one in suggestions("obj", 3, "en", known)] == ["objection:"]
    assert [one.text for one in suggestions("výsl", 4, "cs", known)] == ["výsledek:"]
    assert [one.text for one in suggestions("outc", 4, "cs", known)] == ["outcome:"]
    assert [one.text for one in suggestions("-vysl", 5, "en", known)] == ["-výsledek:"]
    assert [one.text for one in suggestions("x rep:uk", 8, "en", known)] == ['"Eva Ukázková" ']
    found = suggestions("outcome:not", 11, "en", known)
    assert [one.text for one in found] == ['"not interested" ', '"not qualified" ', '"do not call" ']
    assert {one.start for one in found} == {8}
    assert suggestions("nonsense:a", 10, "en", known) == ()


@given(st.text(max_size=60), st.integers(0, 60), st.sampled_from(("en", "cs")))
def test_suggestions_never_fail(line: str, cursor: int, lang: str) -> None:
    for one in suggestions(line, cursor, lang, {}):
        assert 0 <= one.start <= len(line)


def test_moods_are_asked_for_by_where_they_were() -> None:
    query = read_query("začátek:zlost ended:interested", TODAY)
    assert query.values(Field.BEGAN) == ("angry",)
    assert query.values(Field.ENDED) == ("interested",)
