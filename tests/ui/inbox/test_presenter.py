"""The inbox's conduct: filters, decisions that stay in sight, lines to copy, trials and reminders."""

from __future__ import annotations

from pathlib import Path

from app.call.events import NudgeKind, Result
from app.playbook.reading import read
from app.review.lessons import NudgeCount, ProposalKind
from app.review.ports import TrialRow, TrialRows
from app.review.proposals import Decision
from app.review.wordings import Verdict
from app.ui.inbox.scene import Tab
from tests.builders import begin
from tests.ui.fakes import Later
from tests.ui.inbox.desk import KNOWN, MOMENT, OWN, SEARCHED, TEXT, UNLISTED, Desk, source_of


def test_new_ones_are_listed_and_the_first_is_chosen_with_its_moments() -> None:
    desk = Desk().serve()
    assert desk.words() == ["Got a minute?", "costs a fortune", "Můj kocour rozhoduje", "elsewhere"]
    row = desk.scene.row
    assert row is not None
    assert (row.proposal, row.says, row.title) == (OWN, "Is now all right?", "A small call")
    (moment,) = desk.scene.detail.moments
    assert (moment.stage, moment.answer) == ("Opening", "All right")
    assert dict(desk.scene.piles) == {
        Decision.NEW: 4,
        Decision.LATER: 0,
        Decision.ACCEPTED: 0,
        Decision.DECLINED: 0,
    }


def test_words_that_the_finder_finds_anyway_are_left_out() -> None:
    assert KNOWN.words not in Desk().serve().words()


def test_a_file_that_no_program_opens_is_named() -> None:
    desk = Desk().serve()
    desk.outside.has_editor = False
    desk.presenter.open_file()
    assert desk.scene.unopened == str(Path("books/en/small.yaml"))
    desk.presenter.move(1)
    assert desk.scene.unopened == ""


def test_filters_narrow_and_clear() -> None:
    desk = Desk().serve()
    desk.presenter.choose_kind(ProposalKind.UNLISTED)
    assert desk.words() == [UNLISTED.words, "elsewhere"]
    desk.presenter.choose_playbook("small.en")
    assert desk.words() == [UNLISTED.words]
    desk.presenter.choose_kind(ProposalKind.UNLISTED)
    desk.presenter.type_query("muj KOCOUR")
    assert desk.words() == [UNLISTED.words]
    desk.presenter.type_query("dog")
    assert desk.words() == []
    assert desk.scene.row is None
    desk.presenter.type_query("")
    desk.presenter.choose_playbook("")
    assert len(desk.words()) == 4
    assert dict(desk.scene.playbooks) == {"other.en": "other", "small.en": "A small call"}


def test_what_was_decided_stays_in_sight_until_another_is_chosen() -> None:
    desk = Desk().serve()
    desk.presenter.decide(Decision.ACCEPTED)
    row = desk.scene.row
    assert row is not None
    assert (row.proposal.key, row.proposal.decision) == (OWN.key, Decision.ACCEPTED)
    assert desk.scene.detail.place is not None
    desk.presenter.move(1)
    assert desk.words() == [SEARCHED.words, UNLISTED.words, "elsewhere"]
    assert desk.scene.chosen == SEARCHED.key
    desk.presenter.choose_pile(Decision.ACCEPTED)
    assert desk.words() == [OWN.words]
    desk.presenter.decide(Decision.NEW)
    assert desk.proposals.kept[0].decision is Decision.NEW


def test_moving_stops_at_the_ends() -> None:
    desk = Desk().serve()
    desk.presenter.move(-1)
    assert desk.scene.chosen == OWN.key
    for _ in range(9):
        desk.presenter.move(1)
    assert desk.scene.chosen == 5
    assert desk.scene.detail.place is None


def test_lines_are_copied_and_the_file_is_opened() -> None:
    desk = Desk().serve()
    desk.presenter.copy()
    desk.presenter.open_file()
    assert desk.outside.copied == ["        ask: Got a minute?\n"]
    assert desk.outside.opened == [Path("books/en/small.yaml")]
    assert desk.scene.copied
    desk.presenter.move(1)
    assert not desk.scene.copied


def test_the_text_of_the_call_comes_from_its_own_playbook() -> None:
    desk = Desk().serve()
    playbook = read(source_of()).playbook
    assert playbook is not None
    call = begin(playbook)
    call.done()
    call.raise_objection("price")
    call.end_objection(Result.SETTLED)
    desk.calls.recorded[MOMENT.call] = call.events
    started = call.events[0].what
    desk.calls.sources[getattr(started, "playbook_revision", "")] = source_of()
    desk.presenter.open_replay(0)
    replay = desk.scene.detail.replay
    assert replay is not None
    said = [turn.text for turn in replay.turns]
    assert said[0] in {"Hello there.", "Good day."}
    assert "It is too expensive" in said
    assert desk.presenter.close_replay()
    assert not desk.presenter.close_replay()


def test_a_call_that_cannot_be_shown_is_told() -> None:
    desk = Desk().serve()
    desk.presenter.open_replay(0)
    assert desk.scene.detail.replay is None
    assert desk.scene.troubled


def test_a_book_that_cannot_be_read_is_told_and_read_later() -> None:
    desk = Desk()
    desk.proposals.broken = True
    desk.serve()
    told = [desk.scene.troubled]
    desk.proposals.broken = False
    desk.presenter.refresh()
    told.append(desk.scene.troubled)
    desk.proposals.broken = True
    desk.presenter.decide(Decision.LATER)
    told.append(desk.scene.troubled)
    assert told == [True, False, True]
    assert desk.proposals.kept[0].decision is Decision.NEW


def test_an_answer_for_another_choice_is_passed_over() -> None:
    runner = Later()
    desk = Desk(runner=runner).serve()
    runner.work()
    desk.presenter.move(1)
    runner.work(0)
    assert desk.scene.chosen == SEARCHED.key
    assert desk.scene.detail.place is None
    runner.work(0)
    assert desk.scene.detail.place is not None


def trials(*rows: tuple[int, bool, str], sample: bool = False) -> TrialRows:
    tried = tuple(TrialRow(wording, well, revision) for wording, well, revision in rows)
    return TrialRows("small", "en", "opening.hello", tried, sample)


def test_trials_compare_only_calls_with_the_wordings_of_today() -> None:
    desk = Desk()
    other = source_of(TEXT.replace("Good day.", "Hi."))
    for source in (source_of(), other):
        desk.calls.sources[source.revision] = source
    now, before = source_of().revision, other.revision
    desk.lessons.trial_rows = (
        trials(*[(0, True, now)] * 60, *[(1, False, now)] * 60, *[(1, True, before)] * 50, (1, True, "gone")),
    )
    desk.serve()
    (card,) = desk.scene.trials
    assert (card.name, card.is_line, card.wordings) == ("opening.hello", True, ("Hello there.", "Good day."))
    assert card.left_out == 51
    (comparison,) = card.comparisons
    assert (comparison.first.hits, comparison.first.n, comparison.second.n) == (60, 60, 60)
    assert comparison.verdict is Verdict.FIRST_BETTER


def test_sample_calls_show_only_where_there_are_no_others() -> None:
    desk = Desk()
    now = source_of().revision
    desk.calls.sources[now] = source_of()
    desk.lessons.trial_rows = (trials((0, True, now), sample=True),)
    desk.serve()
    assert desk.scene.trials[0].sample
    desk.lessons.trial_rows = (*desk.lessons.trial_rows, trials((0, True, now), (1, True, now)))
    desk.presenter.refresh()
    (card,) = desk.scene.trials
    assert not card.sample
    assert card.comparisons[0].second.n == 1


def test_a_test_without_calls_is_listed_too() -> None:
    (card,) = Desk().serve().scene.trials
    assert card.comparisons[0].needed > 100
    assert card.comparisons[0].verdict is Verdict.NOT_YET


def test_reminders_with_their_switches() -> None:
    desk = Desk()
    desk.lessons.reminders = (
        NudgeCount(NudgeKind.MUST_OPEN, 8, 2),
        NudgeCount(NudgeKind.TWO_STATEMENTS, 1, 2),
    )
    desk.serve()
    desk.presenter.set_reminders_off({NudgeKind.MUST_OPEN})
    first, second = desk.scene.reminders
    assert (first.off, first.followed.hits, first.followed.n) == (True, 2, 8)
    assert (second.off, second.followed.hits) == (False, 1)
    desk.presenter.show_tab(Tab.REMINDERS)
    desk.presenter.switch_reminder(NudgeKind.MUST_OPEN)
    assert desk.outside.switched == [NudgeKind.MUST_OPEN]
