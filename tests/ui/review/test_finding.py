"""The search line, its chips and filters in step, and the pages of the table."""

from __future__ import annotations

from app.review.desk import Count, DeskRow, SearchStopped, SortBy
from app.review.query import Compare, Field, Filter
from app.ui.review.finding import FindPresenter
from tests.fakes import FakeClock
from tests.ui.fakes import AtOnce, Later
from tests.ui.review.fakes import DeskInMemory, ViewInMemory, row


class Left:
    """A find presenter with its surroundings."""

    def __init__(self, *rows: DeskRow, runner: AtOnce | Later | None = None, lang: str = "en") -> None:
        self.view, self.desk = ViewInMemory(), DeskInMemory(*rows)
        self.opened: list[DeskRow] = []
        self.find = FindPresenter(self.view, runner or AtOnce(), FakeClock(), self.opened.append, lang=lang)
        self.find.serve(self.desk, "trainer")

    def filters(self) -> tuple[Filter, ...]:
        return self.desk.searches[-1].query.filters


def test_the_first_page_and_the_count_come_at_once() -> None:
    left = Left(row(1), row(2))
    assert left.view.find.ready
    assert left.view.find.count == Count(2)
    assert left.view.find.shown == 2
    assert left.find.row(1) == row(2)


def test_typing_makes_chips_and_searches() -> None:
    left = Left(row(1))
    left.find.type_line("outcome:lost flagged dear")
    assert [chip.words for chip in left.view.find.chips] == ["outcome lost", "Flagged"]
    assert left.filters() == (Filter(Field.OUTCOME, "lost"), Filter(Field.FLAGGED, "yes"))
    assert left.desk.searches[-1].query.words == ("dear",)


def test_filters_and_line_stay_in_step_both_ways_and_in_czech() -> None:
    left = Left(row(1), lang="cs")
    left.find.toggle(Field.OUTCOME, "lost")
    assert left.view.find.line == "výsledek:prohráno"
    left.find.type_line("výsledek:prohráno drahé")
    left.find.toggle(Field.REVIEWED, "no")
    assert "drahé" in left.view.find.line
    assert [chip.words for chip in left.view.find.chips] == ["výsledek prohráno", "Bez hodnocení"]
    left.find.drop(left.view.find.chips[0].code)
    assert left.filters() == (Filter(Field.REVIEWED, "no"),)
    left.find.toggle(Field.REVIEWED, "no")
    assert left.view.find.line == "drahé"


def test_words_not_understood_are_said_and_survive_filters() -> None:
    left = Left(row(1))
    left.find.type_line("outcme:lost")
    assert left.view.find.mistakes[0].word == "outcme:lost"
    left.find.toggle(Field.FLAGGED, "yes")
    assert "outcme:lost" in left.view.find.line


def test_the_last_thirty_days_are_one_press() -> None:
    left = Left(row(1))
    quick = left.view.find.quick[0]
    left.find.toggle(quick.field, quick.value)
    assert left.filters() == (Filter(Field.DAYS, "30", Compare.IS),)
    assert left.view.find.quick[0].on


def test_days_and_languages_are_said_and_no_other_days_are_offered_beside_them() -> None:
    left = Left(row(1), lang="cs")
    left.find.type_line("dní:90 jazyk:cs")
    assert [chip.words for chip in left.view.find.chips] == ["Posledních 90 dní", "jazyk čeština"]
    assert Field.DAYS not in {one.field for one in left.view.find.quick}
    left.find.type_line("dní:2 jazyk:sk")
    assert [chip.words for chip in left.view.find.chips] == ["dní 2", "jazyk sk"]


def test_an_answer_that_was_typed_past_is_dropped() -> None:
    later = Later()
    left = Left(row(1), runner=later)
    left.find.type_line("dear")
    while later.waiting:
        later.work()
    assert [search.query.words for search in left.desk.searches] == [("dear",)]


def test_rows_far_down_are_asked_for_by_page() -> None:
    left = Left(*(row(number) for number in range(1, 451)))
    assert left.find.row(449) is None or left.find.row(449) == row(450)
    assert left.find.row(449) == row(450)
    assert left.desk.pages == [0, 400]


def test_an_estimate_that_was_too_high_ends_where_the_rows_end() -> None:
    left = Left(*(row(number) for number in range(1, 251)))
    left.desk.counted = Count(900, exact=False)
    left.find.search()
    assert left.view.find.shown == 900
    left.find.row(249)
    assert left.view.find.shown == 250


def test_a_heading_sorts_and_once_more_turns_the_order_round() -> None:
    left = Left(row(1))
    left.find.sort_by(SortBy.SCORE)
    first = left.desk.searches[-1]
    left.find.sort_by(SortBy.SCORE)
    second = left.desk.searches[-1]
    assert (first.sort, first.descending, second.descending) == (SortBy.SCORE, True, False)


def test_choosing_opens_and_the_choice_is_found_again_after_a_search() -> None:
    left = Left(row(1), row(2))
    left.find.choose(1)
    assert left.opened == [row(2)]
    left.find.search()
    assert left.view.find.chosen == 1


def test_views_are_kept_used_and_forgotten() -> None:
    left = Left(row(1))
    left.find.type_line("flagged")
    left.find.keep_view("Flagged ones")
    left.find.clear()
    left.find.use_view("Flagged ones")
    assert left.view.find.line == "flagged"
    left.find.drop_view("Flagged ones")
    assert left.view.find.views == ()


def test_a_locked_database_is_said_and_overcome() -> None:
    left = Left(row(1))
    left.desk.broken = True
    left.find.search()
    assert left.view.find.troubled
    left.desk.broken = False
    left.find.search()
    assert not left.view.find.troubled


def test_a_long_count_is_stopped_and_what_is_here_stays_and_goes_on() -> None:
    later = Later()
    left = Left(*map(row, range(450)), runner=later)
    later.work()  # known values and views
    assert left.view.find.busy
    later.work()  # the first page
    assert left.view.find.busy
    assert left.find.stop()
    assert (left.view.find.busy, left.view.find.stopped, left.view.find.count) == (False, True, None)
    assert left.view.find.shown == 201
    later.work()  # the count, which is passed over
    assert left.view.find.stopped
    left.find.row(200)
    later.work()
    assert left.find.row(200) == row(200)
    assert left.view.find.shown == 401
    left.find.row(400)
    later.work()
    assert left.view.find.shown == 450
    assert not left.find.stop()


def test_a_search_stopped_before_its_first_page_shows_nothing_and_can_be_asked_again() -> None:
    later = Later()
    left = Left(row(1), runner=later)
    later.work()
    assert left.find.stop()
    while later.waiting:
        later.work()
    assert (left.view.find.shown, left.view.find.stopped, left.desk.pages) == (0, True, [])
    left.find.search()
    while later.waiting:
        later.work()
    assert (left.view.find.shown, left.view.find.stopped, left.view.find.count) == (1, False, Count(1))


def test_what_the_worker_is_at_is_stopped_by_the_next_search_only_when_it_is_at_it() -> None:
    left = Left(row(1))
    left.find.type_line("dear")
    assert left.desk.stops == 0

    def typed_past() -> Count:
        left.find.type_line("dearer")
        raise SearchStopped

    left.desk.counting = typed_past
    left.find.search()
    assert left.desk.stops == 1
    assert left.desk.searches[-1].query.words == ("dearer",)


def test_filters_at_hand_speak_the_new_language_before_anything_is_typed() -> None:
    left = Left(row(1))
    left.find.speak("cs")
    assert left.view.find.line == ""
    assert left.view.find.quick[0].words == "Posledních 30 dní"
