"""What is counted for figures, held against a plain look at every call's events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from app.call import events as ev
from app.call.events import Event, Happening
from app.call.standing import kept_events
from app.playbook.vocabulary import OUTCOMES
from app.review.desk import SearchStopped
from app.review.figure_making import figure
from app.review.figures import Counted, FigureName, Group
from app.review.mixes import pooled
from app.review.query import Query, read_query
from app.store import figure_bits, figure_events
from app.store.bulk import store_events
from app.store.database import Database, url_of
from app.store.figure_bits import FEWEST
from app.store.figure_book import StoredFigures
from app.store.figure_events import stage_ms
from app.store.figure_weeks import week_starts
from app.store.rows import to_millis
from tests.store.desk_calls import KINDS, NOW, SOURCE, Call, found, some_calls
from tests.store.happenings import Tape

LINES = (
    "",
    "rep:eva",
    "outcome:lost objection:price",
    "from:2026-11-01 source:web",
    "Pekárna",
    "-mood:angry stage<close",
)


@pytest.fixture(scope="module")
def calls() -> list[Call]:
    return some_calls(11, 220)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, calls: list[Call]) -> Iterator[StoredFigures]:
    database = Database(url_of("", tmp_path_factory.mktemp("figures")))
    database.prepare()
    store_events(database, [one.tape.events for one in calls], [SOURCE])
    yield StoredFigures(database, now=lambda: NOW)
    database.close()


@pytest.fixture(scope="module")
def by_bits(tmp_path_factory: pytest.TempPathFactory, calls: list[Call]) -> Iterator[StoredFigures]:
    """The same calls, counted as many calls are."""
    database = Database(url_of("", tmp_path_factory.mktemp("bits")))
    database.prepare()
    store_events(database, [one.tape.events for one in calls], [SOURCE])
    yield StoredFigures(database, now=lambda: NOW, fewest=0)
    database.close()


@pytest.fixture(params=LINES)
def asked(request: pytest.FixtureRequest) -> Query:
    return read_query(request.param, NOW.date())


def real(calls: list[Call], query: Query) -> list[Call]:
    """The calls that fit, without made-up ones: there are real ones among them."""
    return [one for one in found(calls, query) if not one.sample]


def cells(counted: Counted) -> dict[tuple[Group, tuple[str, ...]], tuple[int, int]]:
    return {(one.group, one.codes): (one.n, one.hits) for one in counted.tallies}


def group_of(call: Call) -> Group:
    return Group(call.playbook, call.lead.source)


def test_outcomes_by_week(book: StoredFigures, calls: list[Call], asked: Query) -> None:
    weeks: Counter[tuple[Group, str]] = Counter()
    hits: Counter[tuple[Group, tuple[str, ...]]] = Counter()
    for one in real(calls, asked):
        day = one.started.astimezone().date()
        monday = (day - timedelta(days=day.weekday())).isoformat()
        word = OUTCOMES.get(one.outcome)
        weeks[group_of(one), monday] += 1
        hits[group_of(one), (monday, str(word.group) if word else "")] += 1
    counted = book.counted(FigureName.OUTCOMES, asked)
    assert cells(counted) == {key: (weeks[key[0], key[1][0]], n) for key, n in hits.items()}
    assert counted.calls == counted.read == len(real(calls, asked))
    assert [one.codes[0] for one in counted.tallies] == sorted(one.codes[0] for one in counted.tallies)


def test_outcomes_and_moods_and_musts(book: StoredFigures, calls: list[Call], asked: Query) -> None:
    fitting = real(calls, asked)
    mix = pooled(book.counted(FigureName.OUTCOME_MIX, asked).tallies)
    assert {codes[0]: hits for codes, (_, hits) in mix.items()} == Counter(one.outcome for one in fitting)
    assert {n for n, _ in mix.values()} <= {len(fitting)}
    moved = pooled(book.counted(FigureName.MOODS, asked).tallies)
    tapped = [one for one in fitting if one.moods]
    assert {codes: hits for codes, (_, hits) in moved.items()} == Counter(
        (str(one.moods[0]), str(one.moods[-1])) for one in tapped
    )
    asking = [one for one in fitting if one.stage == "close"]
    musts = pooled(book.counted(FigureName.MUSTS, asked).tallies)
    assert sum(n for n, _ in musts.values()) == len(asking)
    assert sum(hits for _, hits in musts.values()) == sum(one.missed == 0 for one in asking)


def test_the_funnel_never_widens_and_counts_all_calls(
    book: StoredFigures, calls: list[Call], asked: Query
) -> None:
    fitting = real(calls, asked)
    reached = pooled(book.counted(FigureName.FUNNEL, asked).tallies)
    assert all(n == len(fitting) for n, _ in reached.values())
    if fitting:
        assert reached["opening",] == (len(fitting), len(fitting))
    closing = sum(one.stage == "close" for one in fitting)
    assert reached.get(("close",), (0, 0))[1] == closing
    hits = [hits for _, hits in reached.values()]
    assert hits == sorted(hits, reverse=True)


def test_objections_by_kind_and_rep(book: StoredFigures, calls: list[Call], asked: Query) -> None:
    met: Counter[tuple[str, str]] = Counter()
    settled: Counter[tuple[str, str]] = Counter()
    for one in real(calls, asked):
        for objection, _, well in one.raised:
            key = KINDS.get(objection or "", ""), one.rep.name or one.rep.rep_id
            met[key] += 1
            settled[key] += well
    assert pooled(book.counted(FigureName.HANDLED_BY, asked).tallies) == {
        key: (n, settled[key]) for key, n in met.items()
    }
    by_kind = pooled(book.counted(FigureName.OBJECTIONS, asked).tallies)
    assert {codes[0]: n for codes, (n, _) in by_kind.items()} == Counter(
        kind for (kind, _), n in met.items() for _ in range(n)
    )


def test_time_in_stages_and_lines_passed_over(book: StoredFigures, calls: list[Call], asked: Query) -> None:
    fitting = real(calls, asked)
    times: dict[str, list[float]] = {}
    shown: Counter[str] = Counter()
    for one in fitting:
        for stage, ms in stage_ms(kept_events(one.tape.events)).items():
            times.setdefault(stage, []).append(ms / 1000)
        shown.update(
            {each.what.line for each in one.tape.events if isinstance(each.what, ev.LineShown)} - {"wrap_up"}
        )
    measured: dict[str, list[float]] = {}
    for values in book.counted(FigureName.STAGE_TIME, asked).values:
        measured.setdefault(values.codes[0], []).extend(values.values)
    assert {stage: sorted(some) for stage, some in measured.items()} == {
        stage: sorted(some) for stage, some in times.items()
    }
    lines = pooled(book.counted(FigureName.DEAD_LINES, asked).tallies)
    assert {codes[0]: n for codes, (n, _) in lines.items()} == shown


def test_every_figure_of_every_search_can_be_made(book: StoredFigures, asked: Query) -> None:
    for name in FigureName:
        figure(name, book.counted(name, asked), asked)


def test_a_row_leads_to_as_many_calls_as_it_counts(book: StoredFigures, calls: list[Call]) -> None:
    query = read_query("sample:no", NOW.date())
    for name in (FigureName.OUTCOMES, FigureName.OUTCOME_MIX, FigureName.FUNNEL, FigureName.MOODS):
        for row in figure(name, book.counted(name, query), query).rows:
            if row.exact and row.codes[-1]:
                again = read_query(row.calls_query("cs"), NOW.date())
                assert len(found(calls, again)) == row.hits, (name, row.codes)


def test_made_up_calls_are_counted_alone_and_said_to_be_made_up(
    book: StoredFigures, calls: list[Call]
) -> None:
    query = read_query("sample:yes", NOW.date())
    counted = book.counted(FigureName.OUTCOME_MIX, query)
    assert counted.sample
    assert counted.calls == sum(one.sample for one in calls)
    assert not book.counted(FigureName.OUTCOME_MIX, Query()).sample


def test_only_the_newest_calls_are_read_and_it_is_said(
    book: StoredFigures, calls: list[Call], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figure_events, "NEWEST_READ", 7)
    counted = book.counted(FigureName.STAGE_TIME, Query())
    assert counted.read == 7
    assert counted.calls == len(real(calls, Query()))


BY_BITS = (
    *LINES,
    "sample:no",
    "sample:yes",
    "rep:eva source:web",
    "-outcome:lost",
    "mood:angry",
    "playbook:desk",
)


@pytest.mark.parametrize("line", BY_BITS)
def test_counting_by_bits_says_the_very_same(
    line: str, book: StoredFigures, by_bits: StoredFigures, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = read_query(line, NOW.date())
    for few in (0, 30_000):
        monkeypatch.setattr(figure_bits, "FEW", few)
        for name in FigureName:
            assert figure(name, by_bits.counted(name, query), query) == figure(
                name, book.counted(name, query), query
            ), (name, few)


def test_bits_follow_what_changes(database: Database, calls: list[Call]) -> None:
    store_events(database, [one.tape.events for one in calls], [SOURCE])
    plain, by_bits = (StoredFigures(database, now=lambda: NOW, fewest=few) for few in (FEWEST, 0))
    for change in ("DELETE FROM call WHERE key = 3", "UPDATE call SET outcome = outcome + 1 WHERE key < 40"):
        with database.writing() as db:
            db.exec_driver_sql(change)
        for name in (FigureName.OUTCOME_MIX, FigureName.FUNNEL, FigureName.OBJECTIONS, FigureName.OUTCOMES):
            query = Query()
            assert figure(name, by_bits.counted(name, query), query) == figure(
                name, plain.counted(name, query), query
            )


def test_nothing_found_is_an_empty_figure(book: StoredFigures) -> None:
    query = read_query("rep:nobody", NOW.date())
    assert all(book.counted(name, query) == Counted() for name in FigureName)


def test_counting_can_be_stopped(database: Database, calls: list[Call]) -> None:
    store_events(database, [one.tape.events for one in calls[:20]], [SOURCE])
    book = StoredFigures(database, now=lambda: NOW)

    def stop(*_: object) -> None:
        book.stop()

    engine = database._engine
    event.listen(engine, "before_cursor_execute", stop)
    try:
        with pytest.raises(SearchStopped):
            book.counted(FigureName.FUNNEL, Query())
    finally:
        event.remove(engine, "before_cursor_execute", stop)
    assert book.counted(FigureName.FUNNEL, Query()).calls


# --- leads ---


def _call(lead_number: int, start: datetime, outcome: str) -> list[Event]:
    from app.call.people import LeadCard

    tape = Tape(start=start)
    tape.begin(
        playbook="desk",
        playbook_revision=SOURCE.revision,
        lead=LeadCard(lead_id=f"00000000-0000-7000-8000-{lead_number:012d}", source="web"),
    )
    tape.finish(outcome)
    return list(tape.events)


def _begun(events: list[Event]) -> datetime:
    return events[0].at


def test_attempts_end_with_the_first_that_reaches(database: Database) -> None:
    start = datetime(2026, 11, 2, 9, tzinfo=UTC)
    tries = {1: ["no_answer", "busy", "callback", "no_answer"], 2: ["sale"], 3: ["voicemail", "lost"]}
    at = {number: [start + timedelta(days=day, hours=number) for day in range(4)] for number in tries}
    happened = [
        _call(number, at[number][day], outcome)
        for number, some in tries.items()
        for day, outcome in enumerate(some)
    ]
    happened.sort(key=_begun)
    store_events(database, happened, [SOURCE])
    book = StoredFigures(database, now=lambda: NOW)
    counted = book.counted(FigureName.ATTEMPTS, Query())
    assert pooled(counted.tallies) == {("1",): (3, 1), ("2",): (2, 1), ("3",): (1, 1)}
    waited = book.counted(FigureName.FIRST_ATTEMPT, Query())
    assert sum(len(one.values) for one in waited.values) + waited.left_out == len(tries)


# --- pieces ---


def test_weeks_begin_on_local_mondays_whatever_the_clocks_do() -> None:
    starts = week_starts(to_millis(datetime(2026, 4, 8, 12, tzinfo=UTC)))
    assert starts[-2][0] == date(2026, 4, 6)
    assert all(day.weekday() == 0 for day, _ in starts)
    for day, moment in starts:
        local = datetime.fromtimestamp(moment / 1000, UTC).astimezone()
        assert (local.date(), local.hour) == (day, 0)


def test_holds_and_breaks_are_not_time_in_a_stage() -> None:
    tape = Tape()
    tape.begin()
    steps: tuple[tuple[int, Happening], ...] = (
        (0, ev.StageEntered("opening")),
        (10_000, ev.Held()),
        (50_000, ev.Resumed()),
        (55_000, ev.StageEntered("close")),
        (60_000, ev.Recovered(gap_ms=100_000)),
        (170_000, ev.StageEntered("opening")),
        (171_000, ev.CallEnded()),
        (999_000, ev.OutcomeRecorded("sale")),
    )
    first = tape.events[0]
    events = [Event(first.call, seq, first.at, ms, seq, what) for seq, (ms, what) in enumerate(steps)]
    assert stage_ms(events) == {"opening": 16_000, "close": 15_000}


def test_the_newest_text_of_each_playbook_and_language_is_found(book: StoredFigures) -> None:
    found = book.texts(())
    assert set(found.values()) == {SOURCE}
    playbook, _ = next(iter(found))
    assert {name for name, _ in book.texts({playbook})} == {playbook}
    assert book.texts({"none"}) == {}
