"""The live window's conduct, without a window: keys in, acts and scenes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.call.events import HelpLevel, How
from app.call.ports import Trouble, TroubleKind
from app.call.prompt import NextStep, Prompt
from app.playbook.vocabulary import Mood
from app.ui.live.presenter import LivePresenter
from app.ui.live.scene import Field, Layout, NoticeKind, Panel, Row, RowRole
from tests.ui.live import prompts
from tests.ui.live.fakes import FakeCall, FakeCounter, FakeFinder, FakeHit, FakeView


class Desk:
    """A presenter with everything around it."""

    def __init__(self, prompt: Prompt) -> None:
        self.call = FakeCall(prompt)
        self.view = FakeView()
        self.finder = FakeFinder()
        self.counter = FakeCounter()
        self.presenter = LivePresenter(self.call, self.view, self.finder, self.counter)
        self.presenter.start()


@pytest.fixture
def desk() -> Desk:
    return Desk(prompts.question_prompt())


def test_the_first_scene_is_shown_timed_and_announced(desk: Desk) -> None:
    assert desk.view.scene.prompt is desk.call.prompt
    assert desk.view.times[-1].call_ms == 221_000
    assert desk.view.sentences == [desk.call.prompt.announce]


def test_a_digit_picks_the_answer(desk: Desk) -> None:
    desk.presenter.digit(2)
    assert desk.call.acts == [("pick", 2)]


def test_typed_words_go_with_the_picked_answer(desk: Desk) -> None:
    desk.presenter.answer_typed(" tak čtyři hodiny ")
    desk.presenter.digit(2)
    assert desk.call.acts == [("answer", "a2", "tak čtyři hodiny")]


def test_typed_words_alone_are_recorded_by_enter(desk: Desk) -> None:
    desk.presenter.answer_typed("jak kdy")
    desk.presenter.answer_entered()
    assert desk.call.acts == [("answer", None, "jak kdy")]
    assert desk.view.fields[-1] is Field.NONE


def test_enter_in_an_empty_answer_is_like_done(desk: Desk) -> None:
    desk.presenter.answer_entered()
    assert desk.call.acts == [("done",)]


def test_words_that_the_call_does_not_take_are_pointed_out(desk: Desk) -> None:
    desk.call.deaf = True
    desk.presenter.answer_typed("mnoho")
    desk.presenter.answer_entered()
    assert desk.view.scene.notice is not None
    assert desk.view.scene.notice.kind is NoticeKind.NOT_TAKEN
    assert desk.view.scene.answer_draft == "mnoho"


def test_words_typed_for_one_question_do_not_go_to_the_next(desk: Desk) -> None:
    desk.presenter.answer_typed("zbytek")
    desk.call.prompt = replace(desk.call.prompt, notes=())
    desk.presenter.skip()
    desk.call.prompt = replace(desk.call.prompt, line="discovery.who")
    desk.presenter.tap_mood(Mood.UNSURE)
    assert desk.view.scene.answer_draft == "zbytek"
    other = Desk(prompts.question_prompt())
    other.presenter.answer_typed("zbytek")
    skipped = replace(other.call.prompt, line="discovery.who")
    other.call.skip = lambda: other.call._record("skip", line=skipped.line)  # type: ignore[method-assign]
    other.presenter.skip()
    assert other.view.scene.answer_draft == ""


@pytest.mark.parametrize(
    ("key", "act"),
    [
        ("done", ("done",)),
        ("skip", ("skip",)),
        ("back", ("back",)),
        ("redo", ("redo",)),
        ("switch_drive", ("switch_drive",)),
        ("hold", ("hold",)),
        ("flag", ("flag", "")),
        ("hang_up", ("hang_up",)),
    ],
)
def test_each_plain_key_is_one_act(desk: Desk, key: str, act: tuple[object, ...]) -> None:
    getattr(desk.presenter, key)()
    assert desk.call.acts == [act]


def test_arrows_move_between_lines_and_stages(desk: Desk) -> None:
    desk.presenter.go_line(-1)
    desk.presenter.go_stage(1)
    assert desk.call.acts == [("go_line", -1), ("go_stage", 1)]


def test_help_goes_round(desk: Desk) -> None:
    for _ in range(3):
        desk.presenter.cycle_help()
    assert [act[1] for act in desk.call.acts] == [HelpLevel.QUIET, HelpLevel.FULL, HelpLevel.CUES]


def test_undo_says_what_was_taken_back(desk: Desk) -> None:
    desk.presenter.undo()
    notice = desk.view.scene.notice
    assert notice is not None
    assert (notice.kind, notice.act) == (NoticeKind.UNDONE, "answered")
    desk.presenter.notice_faded()
    assert desk.view.scene.notice is None


def test_the_next_key_clears_the_corner(desk: Desk) -> None:
    desk.presenter.undo()
    desk.presenter.done()
    assert desk.view.scene.notice is None


def test_undo_with_nothing_to_take_back_says_nothing(desk: Desk) -> None:
    desk.call.deaf = True
    desk.presenter.undo()
    assert desk.view.scene.notice is None


def test_backspace_waves_the_offered_ask_away_first() -> None:
    desk = Desk(prompts.interested_prompt())
    desk.presenter.undo()
    desk.presenter.undo()
    assert desk.call.acts == [("wave_ask",), ("undo",)]


def test_backspace_gets_past_an_ask_whose_waving_was_taken_back() -> None:
    desk = Desk(replace(prompts.interested_prompt(), redo_kind="ask_waved"))
    desk.presenter.undo()
    assert desk.call.acts == [("undo",)]


def test_one_and_two_take_the_offered_days_when_no_answer_needs_them() -> None:
    desk = Desk(prompts.interested_prompt())
    assert desk.view.scene.ask_digits == (1, 2)
    desk.presenter.digit(2)
    assert desk.call.acts == [("take_ask", date(2026, 12, 1))]


def test_eight_and_nine_take_the_offered_days_beside_answers() -> None:
    desk = Desk(prompts.interested_prompt(with_options=True))
    assert desk.view.scene.ask_digits == (8, 9)
    desk.presenter.digit(1)
    desk.presenter.digit(8)
    assert desk.call.acts == [("pick", 1), ("take_ask", date(2026, 11, 26))]


# -- the objection board ---------------------------------------------------------------------------------------------


def test_the_board_offers_seven_then_the_rest_then_an_unlisted_one(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.OBJECTIONS)
    panel = desk.view.scene.panel
    assert panel is not None
    assert [row.digit for row in panel.rows] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [row.role for row in panel.rows[-2:]] == [RowRole.REST, RowRole.UNLISTED]
    assert desk.view.fields[-1] is Field.SEARCH


def test_a_digit_on_the_board_raises_that_objection_and_closes_it(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.OBJECTIONS)
    desk.presenter.digit(3)
    assert desk.call.acts == [("raise_objection", "o3", How.KEY, "")]
    assert desk.view.scene.panel is None
    assert desk.view.fields[-1] is Field.NONE


def test_eight_opens_the_rest_by_category_and_esc_comes_back(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.OBJECTIONS)
    desk.presenter.digit(8)
    panel = desk.view.scene.panel
    assert panel is not None
    assert [(row.ref, row.heading) for row in panel.rows] == [("o8", "timing"), ("o9", "privacy")]
    desk.presenter.back()
    board = desk.view.scene.panel
    assert board is not None
    assert board.branch == ""
    desk.presenter.back()
    assert desk.view.scenes[-1].panel is None
    assert desk.call.acts == []


def test_nine_records_an_unlisted_objection_at_once(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.OBJECTIONS)
    desk.presenter.digit(9)
    assert desk.call.acts == [("raise_unlisted", "")]


def test_typing_searches_and_enter_raises_the_first_hit(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.OBJECTIONS)
    desk.presenter.search("moc")
    panel = desk.view.scene.panel
    assert panel is not None
    assert [row.ref for row in panel.rows] == ["o3", "o7", ""]
    desk.presenter.done()
    assert desk.call.acts == [("raise_objection", "o3", How.SEARCH, "moc")]


def test_arrows_move_the_highlight_and_stop_at_the_ends(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.OBJECTIONS)
    desk.presenter.search("moc")
    desk.presenter.go_stage(1)
    desk.presenter.done()
    assert desk.call.acts == [("raise_objection", "o7", How.SEARCH, "moc")]
    desk.presenter.toggle_panel(Panel.OBJECTIONS)
    for _ in range(20):
        desk.presenter.go_stage(1)
    assert desk.view.scene.panel is not None
    assert desk.view.scene.panel.current == 8


def test_enter_on_no_match_records_the_typed_words(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.OBJECTIONS)
    desk.presenter.search("mimozemšťané")
    desk.presenter.done()
    assert desk.call.acts == [("raise_unlisted", "mimozemšťané")]


def test_enter_with_nothing_highlighted_costs_nothing(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.OBJECTIONS)
    desk.presenter.done()
    assert desk.call.acts == []
    assert desk.view.scene.panel is not None


def test_the_side_column_raises_a_likely_objection(desk: Desk) -> None:
    desk.presenter.raise_likely("o4")
    assert desk.call.acts == [("raise_objection", "o4", How.KEY, "")]


# -- the other panels ------------------------------------------------------------------------------------------------


def test_the_fitting_story_comes_first_and_space_tells_it(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.STORIES)
    panel = desk.view.scene.panel
    assert panel is not None
    assert [story.id for story in panel.stories] == ["s2", "s1"]
    desk.presenter.done()
    assert desk.call.acts == [("tell_story", "s2")]
    assert desk.view.scene.panel is None


def test_a_digit_turns_to_another_story_before_telling_it(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.STORIES)
    desk.presenter.digit(2)
    assert desk.call.acts == []
    desk.presenter.digit(2)
    assert desk.call.acts == [("tell_story", "s1")]


def test_a_story_found_on_the_board_is_written_out_before_it_counts_as_told(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.OBJECTIONS)
    desk.presenter.pick_row(Row(RowRole.STORY, "s1", "Story"))
    panel = desk.view.scene.panel
    assert panel is not None
    assert panel.panel is Panel.STORIES
    assert panel.stories[panel.current].id == "s1"
    assert desk.call.acts == []
    desk.presenter.done()
    assert desk.call.acts == [("tell_story", "s1")]


def test_any_question_can_be_asked_now(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.QUESTIONS)
    desk.presenter.digit(4)
    assert desk.call.acts == [("ask_now", "discovery.who")]


def test_questions_are_searched_without_diacritics_in_text_and_answers(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.QUESTIONS)
    desk.presenter.search("resite")
    assert desk.view.scene.panel is not None
    assert [row.ref for row in desk.view.scene.panel.rows] == ["discovery.today"]
    desk.presenter.search("pobocka brne")
    assert [row.ref for row in desk.view.scene.panel.rows] == ["opening.why"]


def test_a_panel_key_pressed_again_closes_it(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.CUSTOMER)
    desk.presenter.toggle_panel(Panel.CUSTOMER)
    assert desk.view.scene.panel is None


def test_another_panel_takes_the_place_of_the_open_one(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.CUSTOMER)
    desk.presenter.toggle_panel(Panel.NEXT_STEP)
    assert desk.view.scene.panel is not None
    assert desk.view.scene.panel.panel is Panel.NEXT_STEP


def test_the_agreed_step_is_recorded_and_the_panel_closes(desk: Desk) -> None:
    step = NextStep("schůzka", "2026-11-26T09:00", "čtvrtek 9", "paní Nováková")
    desk.presenter.toggle_panel(Panel.NEXT_STEP)
    desk.presenter.agree(step)
    assert desk.call.acts == [("agree", step)]
    assert desk.view.scene.panel is None


def test_moods_work_while_a_panel_is_open_and_leave_it_open(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.QUESTIONS)
    desk.presenter.tap_mood(Mood.ANGRY)
    assert desk.call.acts == [("tap_mood", Mood.ANGRY)]
    assert desk.view.scene.panel is not None


def test_esc_closes_the_key_sheet_before_anything_else(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.CUSTOMER)
    desk.presenter.toggle_key_sheet()
    desk.presenter.back()
    assert not desk.view.scene.key_sheet
    assert desk.view.scene.panel is not None


# -- notes -----------------------------------------------------------------------------------------------------------


def test_a_draft_is_recorded_at_a_pause_under_a_number_of_its_own(desk: Desk) -> None:
    desk.presenter.note_typed("volat")
    desk.presenter.note_paused()
    desk.presenter.note_typed("volat po 15.")
    desk.presenter.note_left()
    assert desk.call.acts == [("write_note", 2, "volat"), ("write_note", 2, "volat po 15.")]


def test_an_unchanged_draft_is_not_recorded_twice(desk: Desk) -> None:
    desk.presenter.note_typed("volat")
    desk.presenter.note_paused()
    desk.presenter.note_paused()
    desk.presenter.note_left()
    assert len(desk.call.acts) == 1


def test_no_draft_is_recorded_amid_a_card_number(desk: Desk) -> None:
    desk.presenter.note_typed("card 4111 1111 1111 11")
    desk.presenter.note_paused()
    assert desk.call.acts == []
    desk.presenter.note_left()
    assert desk.call.acts == [("write_note", 2, "card 4111 1111 1111 11")]


def test_enter_begins_the_next_note(desk: Desk) -> None:
    desk.presenter.note_typed("jedna")
    desk.presenter.note_entered()
    assert desk.view.scene.note.text == ""
    desk.presenter.note_typed("dvě")
    desk.presenter.note_entered()
    assert desk.call.acts == [("write_note", 2, "jedna"), ("write_note", 3, "dvě")]


def test_an_empty_note_is_nothing(desk: Desk) -> None:
    desk.presenter.note_typed("   ")
    desk.presenter.note_entered()
    assert desk.call.acts == []
    assert desk.view.scene.note.number == 2


def test_a_draft_is_recorded_before_the_line_is_closed(desk: Desk) -> None:
    desk.presenter.note_typed("rychle")
    desk.presenter.hang_up()
    assert desk.call.acts == [("write_note", 2, "rychle"), ("hang_up",)]
    assert desk.view.left == 1


def test_undoing_a_note_empties_its_line(desk: Desk) -> None:
    desk.presenter.note_typed("omyl")
    desk.presenter.note_paused()
    before = replace(desk.call.prompt, undo_kind="note_written")
    desk.call.prompt = before
    desk.call.undo = lambda: desk.call._record("undo", notes=before.notes[:1])  # type: ignore[method-assign]
    desk.presenter.undo()
    assert desk.view.scene.note.text == ""


def test_the_note_opens_its_panel_where_its_line_is_out_of_sight(desk: Desk) -> None:
    desk.presenter.note_moved(in_sight=False)
    desk.presenter.to_note()
    assert desk.view.scene.panel is not None
    assert desk.view.scene.panel.panel is Panel.NOTES
    assert desk.view.fields[-1] is Field.NOTE


def test_tab_goes_to_the_words_of_the_answer_where_some_are_wanted(desk: Desk) -> None:
    desk.presenter.to_answer()
    assert desk.view.fields[-1] is Field.ANSWER
    plain = Desk(prompts.statement_prompt())
    plain.presenter.to_answer()
    assert plain.view.fields[-1] is Field.NOTE


# -- clocks, saving, shapes ------------------------------------------------------------------------------------------


def test_the_clock_goes_on_between_keys(desk: Desk) -> None:
    desk.counter.ms += 4_000
    desk.presenter.tick()
    assert desk.view.times[-1].call_ms == 225_000
    assert desk.view.times[-1].stage_ms == 68_000


def test_the_clock_stands_while_the_customer_is_on_hold() -> None:
    desk = Desk(prompts.held_prompt())
    desk.counter.ms += 4_000
    desk.presenter.tick()
    assert desk.view.times[-1].call_ms == 221_000
    assert desk.view.times[-1].gap_ms == 133_000


def test_saved_is_shown_only_when_the_last_event_is_on_disk(desk: Desk) -> None:
    desk.presenter.saved(1)
    desk.presenter.done()
    desk.presenter.saved(1)
    desk.presenter.saved(2)
    assert [scene.saved for scene in desk.view.scenes] == [False, True, False, True]


def test_trouble_with_the_disk_is_shown_until_it_is_over(desk: Desk) -> None:
    trouble = Trouble(TroubleKind.DISK_FULL, 3, spooled=True)
    desk.presenter.troubled(trouble)
    assert desk.view.scene.trouble == trouble
    desk.presenter.done()
    assert desk.view.scene.trouble == trouble
    desk.presenter.recovered()
    assert desk.view.scenes[-1].trouble is None


def test_f11_goes_round_the_three_shapes(desk: Desk) -> None:
    for _ in range(3):
        desk.presenter.next_layout()
    assert desk.view.layouts == [Layout.COMPACT, Layout.STRIP, Layout.FULL]


def test_the_strip_has_a_key_of_its_own_and_leads_back(desk: Desk) -> None:
    desk.presenter.to_strip()
    desk.presenter.to_strip()
    assert desk.view.layouts == [Layout.STRIP, Layout.FULL]


def test_own_words_for_a_line_are_recorded(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.REWORD)
    assert desk.view.fields[-1] is Field.REWORD
    desk.presenter.reword("  Kolik času na to padne? ")
    assert desk.call.acts == [("reword", "Kolik času na to padne?")]
    assert desk.view.scene.panel is None
    assert desk.view.scene.notice is not None
    assert desk.view.scene.notice.kind is NoticeKind.REWORDED


def test_enter_takes_unlisted_words_before_a_story_that_hardly_fits(desk: Desk) -> None:
    desk.finder.weak = (FakeHit("story", "workshop", "Dílna", "Dílna", 0.16),)
    desk.presenter.toggle_panel(Panel.OBJECTIONS)
    desk.presenter.search("zxqw vbn")
    desk.presenter.pick_current()
    assert desk.call.acts == [("raise_unlisted", "zxqw vbn")]


def test_no_words_reword_nothing(desk: Desk) -> None:
    desk.presenter.toggle_panel(Panel.REWORD)
    desk.presenter.reword("  ")
    assert desk.call.acts == []


def test_hanging_up_leaves_once(desk: Desk) -> None:
    desk.presenter.hang_up()
    desk.presenter.hang_up()
    assert desk.view.left == 1


def test_an_act_that_makes_no_sense_changes_nothing(desk: Desk) -> None:
    desk.call.deaf = True
    shown = len(desk.view.scenes)
    desk.presenter.done()
    assert len(desk.view.scenes) == shown
