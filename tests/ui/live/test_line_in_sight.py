"""The spoken line stays in sight: at every text size, in every shape, whatever panel is open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.call.events import HelpLevel, NudgeKind, Step
from app.call.prompt import NudgeView, Prompt
from app.playbook.vocabulary import Mood
from app.ui.keys import Action
from app.ui.live.mood_button import MoodForm
from app.ui.theme import Theme, ThemeName
from tests.ui.live import prompts
from tests.ui.live.conftest import COMPACT, FULL, STRIP, Desk, OpenDesk
from tests.ui.live.test_window import settle

NUDGE = NudgeView(NudgeKind.MUST_OPEN, "discovery.hours", "How many hours a week?")
MUST_FIT = [(percent, size) for percent in (100, 150, 200) for size in (FULL, COMPACT, STRIP)]


def spoken(desk: Desk) -> QLabel:
    """The label with the words to say now."""
    steps = [row.text for row in desk.parts.steps.rows if row.isVisible()]
    return steps[0] if steps and not desk.parts.speech.isVisible() else desk.parts.speech.large


def hidden_part(desk: Desk) -> int:
    """How many pixels of the words to say are out of sight."""
    label, view = spoken(desk), desk.parts.said_area
    assert label.isVisible()
    top = label.mapTo(view, label.rect().topLeft()).y()
    bottom = top + label.heightForWidth(label.width())
    return max(0, -top) + max(0, bottom - view.height() - 1)


@pytest.mark.parametrize(("percent", "size"), MUST_FIT)
@pytest.mark.parametrize("lang", ["en", "cs"])
@pytest.mark.parametrize("moment", [prompts.question_prompt, prompts.objection_prompt])
def test_the_words_to_say_stay_in_sight_under_every_panel(
    open_desk: OpenDesk, large_text: QApplication, percent: int, size: QSize, lang: str, moment: object
) -> None:
    Theme(text_percent=percent).apply(large_text)
    assert callable(moment)
    desk = open_desk(moment(lang), size, lang)
    for action in (Action.OBJECTION_BOARD, Action.NEXT_STEP, Action.CUSTOMER):
        desk.screen.act(action)
        settle(desk)
        assert hidden_part(desk) == 0, action
        assert desk.parts.panel.isVisible()
        assert desk.parts.panel.height() >= 60
        desk.screen.presenter.close_panel()


def inside(desk: Desk, label: QLabel) -> bool:
    """Whether the label stands in sight as a whole."""
    view = desk.parts.said_area
    top = label.mapTo(view, label.rect().topLeft()).y()
    return label.isVisible() and top >= 0 and top + label.heightForWidth(label.width()) <= view.height() + 1


@pytest.mark.parametrize(("percent", "size"), MUST_FIT)
@pytest.mark.parametrize("lang", ["en", "cs"])
@pytest.mark.parametrize("level", [HelpLevel.CUES, HelpLevel.FULL])
def test_cue_and_wording_both_stand_in_sight(
    open_desk: OpenDesk, large_text: QApplication, percent: int, size: QSize, lang: str, level: HelpLevel
) -> None:
    Theme(text_percent=percent).apply(large_text)
    desk = open_desk(prompts.question_prompt(lang, help_level=level), size, lang)
    settle(desk)
    speech = desk.parts.speech
    assert inside(desk, speech.large)
    assert inside(desk, speech.under)
    assert speech.large.fontInfo().pixelSize() > speech.under.fontInfo().pixelSize()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_strip_is_never_higher_than_the_words_need(
    open_desk: OpenDesk, large_text: QApplication, percent: int
) -> None:
    Theme(text_percent=percent).apply(large_text)
    desk = open_desk(prompts.question_prompt("cs"), STRIP)
    settle(desk)
    assert desk.screen.height() == STRIP.height()
    assert desk.parts.header.height() <= 70
    assert desk.parts.footer.done.isVisible()
    assert desk.parts.footer.undo.visibleRegion().boundingRect().height() == desk.parts.footer.undo.height()


def test_a_narrow_strip_keeps_one_row_of_keys_however_often_they_are_worded(
    open_desk: OpenDesk, large_text: QApplication
) -> None:
    Theme(text_percent=200).apply(large_text)
    lead = replace(prompts.LEAD, first_name="Alžběta", last_name="Zkušební")
    desk = open_desk(replace(prompts.question_prompt("cs"), lead=lead), QSize(1180, STRIP.height()))
    for _ in range(2):
        settle(desk)
        keys = [button for button in desk.parts.moods.others.values() if button.isVisible()]
        assert Action.MORE in {button.action for button in keys}
        assert len({button.mapTo(desk.screen, button.rect().topLeft()).y() for button in keys}) == 1
        assert desk.parts.moods.height() <= 70
        assert hidden_part(desk) == 0
        desk.parts.moods.retranslate()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_words_to_say_come_first_in_the_strip(
    open_desk: OpenDesk, large_text: QApplication, percent: int
) -> None:
    Theme(text_percent=percent).apply(large_text)
    for prompt in (prompts.question_prompt("en"), prompts.objection_prompt("en")):
        desk = open_desk(prompt, STRIP, "en")
        settle(desk)
        assert hidden_part(desk) == 0
        label = spoken(desk)
        assert (
            label.mapTo(desk.screen, label.rect().topLeft()).y()
            < desk.parts.tone.mapTo(desk.screen, desk.parts.tone.rect().topLeft()).y()
        )


def test_the_line_has_its_size_back_when_the_panel_is_closed(
    open_desk: OpenDesk, large_text: QApplication
) -> None:
    Theme(text_percent=150).apply(large_text)
    desk = open_desk(prompts.statement_prompt("en"), COMPACT, "en")
    settle(desk)
    whole = desk.parts.speech.large.fontInfo().pixelSize()
    desk.screen.act(Action.OBJECTION_BOARD)
    settle(desk)
    assert desk.parts.speech.large.fontInfo().pixelSize() < whole
    desk.screen.act(Action.BACK)
    settle(desk)
    assert desk.parts.speech.large.fontInfo().pixelSize() == whole
    assert desk.parts.tone.isVisible()


@pytest.mark.parametrize("size", [FULL, COMPACT, STRIP], ids=["full", "compact", "strip"])
@pytest.mark.parametrize(
    "change", [{"nudge": NUDGE}, {"help_offer": HelpLevel.QUIET}], ids=["reminder", "offer"]
)
def test_a_hint_never_moves_or_covers_the_line(
    open_desk: OpenDesk, size: QSize, change: dict[str, object]
) -> None:
    plain = prompts.question_prompt("en")
    desk = open_desk(plain, size, "en")
    settle(desk)
    label = desk.parts.speech.large
    before = (label.mapTo(desk.screen, label.rect().topLeft()), label.size(), label.font())
    desk.call.prompt = replace(plain, **change)  # type: ignore[arg-type]
    desk.screen.act(Action.FLAG)
    settle(desk)
    hint = desk.parts.hint
    assert hint.isVisible()
    assert (label.mapTo(desk.screen, label.rect().topLeft()), label.size(), label.font()) == before
    there = hint.rect().translated(hint.mapTo(desk.screen, hint.rect().topLeft()))
    assert not there.intersects(label.rect().translated(before[0]))


def nudged(kind: NudgeKind, about: str, text: str) -> Prompt:
    """A statement with a reminder on it."""
    return replace(prompts.statement_prompt("en"), nudge=NudgeView(kind, about, text))


@pytest.mark.parametrize(
    ("kind", "about", "words"),
    [
        (NudgeKind.MUST_OPEN, "Who decides?", "A must is still open: Who decides?"),
        (NudgeKind.TWO_STATEMENTS, "Who decides?", "Two statements in a row. Ask: Who decides?"),
        (NudgeKind.TWO_STATEMENTS, "", "Two statements in a row. Ask something."),
        (NudgeKind.ASK_MISSING, "Shall we?", "They are interested. Ask for the step: Shall we?"),
        (NudgeKind.OPEN_OBJECTION, "Too dear", "An objection is still open: Too dear"),
    ],
)
def test_each_reminder_names_what_it_is_about_and_is_announced(
    open_desk: OpenDesk, kind: NudgeKind, about: str, words: str
) -> None:
    desk = open_desk(nudged(kind, about, about), lang="en")
    settle(desk)
    assert desk.parts.hint.words == words
    assert desk.parts.hint.take.isEnabled() is bool(about)
    assert desk.listener.heard[-1] == words
    assert words in desk.parts.hint.take.accessibleName()


def test_a_key_does_what_the_reminder_says_and_it_is_gone(open_desk: OpenDesk) -> None:
    desk = open_desk(nudged(NudgeKind.MUST_OPEN, "x", "Who decides?"), lang="en")
    desk.screen.act(Action.TAKE_HINT)
    assert desk.call.acts == [("take_nudge",)]
    assert not desk.parts.hint.isVisible()


def test_less_help_is_taken_or_refused_and_v_brings_it_back(open_desk: OpenDesk) -> None:
    offered = replace(prompts.question_prompt("en", help_level=HelpLevel.FULL), help_offer=HelpLevel.CUES)
    desk = open_desk(offered, lang="en")
    assert desk.parts.hint.words == "You know this line: cues first?"
    desk.screen.act(Action.TAKE_HINT)
    desk.screen.act(Action.HELP_LEVEL)
    assert desk.call.acts == [("take_help_offer",), ("set_help", HelpLevel.FULL)]
    desk.call.prompt = offered
    desk.screen.act(Action.KEEP_HELP)
    assert desk.call.acts[-1] == ("decline_help_offer",)
    assert not desk.parts.hint.isVisible()


def test_an_angry_customer_leaves_no_room_for_hints(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(prompts.angry_prompt("en"), nudge=NUDGE), lang="en")
    assert not desk.parts.hint.isVisible()


def test_high_contrast_shows_line_and_hint(open_desk: OpenDesk, large_text: QApplication) -> None:
    Theme(ThemeName.CONTRAST).apply(large_text)
    desk = open_desk(replace(prompts.question_prompt("en"), nudge=NUDGE), lang="en")
    settle(desk)
    assert hidden_part(desk) == 0
    ink = desk.parts.speech.large.palette().windowText().color()
    ground = desk.parts.speech.large.palette().window().color()
    assert abs(ink.lightness() - ground.lightness()) > 200
    assert desk.parts.hint.take.isVisible()


def answers_in_sight(desk: Desk) -> list[bool]:
    """Of each answer to the question, whether all of it is in sight."""
    view = desk.parts.said_area
    shown = [button for button in desk.parts.card.options if button.isVisible()]
    return [button.mapTo(view, button.rect().bottomLeft()).y() <= view.height() for button in shown]


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_every_answer_is_in_sight_at_double_text(
    open_desk: OpenDesk, large_text: QApplication, lang: str
) -> None:
    Theme(text_percent=200).apply(large_text)
    desk = open_desk(prompts.question_prompt(lang), FULL, lang)
    settle(desk)
    assert len(answers_in_sight(desk)) > 3
    assert all(answers_in_sight(desk))
    assert hidden_part(desk) == 0


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_every_answer_stays_in_sight_beside_the_offer_to_ask_and_its_reminder(
    open_desk: OpenDesk, lang: str
) -> None:
    asked = prompts.interested_prompt(lang)
    assert asked.ask is not None
    question = prompts.question_prompt(lang)
    assert question.speech.do
    speech = replace(question.speech, text=f"{question.speech.text} {question.speech.text}", guide="x " * 90)
    reminded = NudgeView(NudgeKind.ASK_MISSING, "close.ask", asked.ask.text)
    desk = open_desk(
        replace(question, speech=speech, help=HelpLevel.FULL, ask=asked.ask, nudge=reminded), FULL, lang
    )
    settle(desk)
    assert desk.parts.ask.isVisible()
    assert all(answers_in_sight(desk))
    assert hidden_part(desk) == 0
    assert asked.ask.text not in desk.parts.hint.take.accessibleName()
    assert asked.ask.text in desk.parts.hint.words


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_the_narrow_window_at_double_text_shows_the_line_and_several_answers(
    open_desk: OpenDesk, large_text: QApplication, lang: str
) -> None:
    Theme(text_percent=200).apply(large_text)
    desk = open_desk(prompts.question_prompt(lang), COMPACT, lang)
    settle(desk)
    assert hidden_part(desk) == 0
    assert sum(answers_in_sight(desk)) >= 2


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_the_end_of_the_call_loses_no_letter_in_a_strip_of_double_text(
    open_desk: OpenDesk, large_text: QApplication, lang: str
) -> None:
    Theme(text_percent=200).apply(large_text)
    desk = open_desk(prompts.question_prompt(lang), QSize(1180, 220), lang)
    settle(desk)
    end = desk.parts.header.end
    assert end.width() >= end.sizeHint().width()
    assert end.words() in end.accessibleName()
    assert end.words() in (end.toolTip(), end._label.text())


@pytest.mark.parametrize("percent", [150, 200])
def test_a_line_never_shrinks_under_what_is_read_at_arms_length(
    open_desk: OpenDesk, large_text: QApplication, percent: int
) -> None:
    Theme(text_percent=percent).apply(large_text)
    prompt = prompts.question_prompt("en", help_level=HelpLevel.FULL)
    long = replace(prompt.speech, text=" ".join(["And what does that cost you each week?"] * 3))
    desk = open_desk(replace(prompt, speech=long), QSize(1180, 640), "en")
    settle(desk)
    assert desk.parts.speech.large.fontInfo().pixelSize() >= 30


def test_a_key_brings_what_is_out_of_sight_and_the_top_again(
    open_desk: OpenDesk, large_text: QApplication
) -> None:
    Theme(text_percent=200).apply(large_text)
    desk = open_desk(prompts.question_prompt("cs"), COMPACT)
    settle(desk)
    further, view = desk.parts.footer.further, desk.parts.said_area
    last = [button for button in desk.parts.card.options if button.isVisible()][-1]
    assert not answers_in_sight(desk)[-1]
    assert further.isVisible()
    assert further.y() == desk.parts.footer.done.y(), "in the same row"
    for _ in range(4):
        desk.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
        if answers_in_sight(desk)[-1]:
            break
    assert last.mapTo(view, last.rect().topLeft()).y() >= 0
    assert answers_in_sight(desk)[-1]
    for _ in range(4):
        further.click()
        if hidden_part(desk) == 0:
            break
    assert hidden_part(desk) == 0


def test_where_all_is_in_sight_no_key_offers_more(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt("en"), COMPACT, "en")
    settle(desk)
    desk.screen.act(Action.SEE_MORE)
    assert hidden_part(desk) == 0
    assert not desk.parts.footer.further.isVisible()


@pytest.mark.parametrize("lang", ["en", "cs"])
@pytest.mark.parametrize("percent", [150, 200])
def test_an_objection_is_whole_in_a_narrow_window_of_large_text(
    open_desk: OpenDesk, large_text: QApplication, percent: int, lang: str
) -> None:
    Theme(text_percent=percent).apply(large_text)
    desk = open_desk(prompts.objection_prompt(lang), COMPACT, lang)
    settle(desk)
    assert hidden_part(desk) == 0
    assert desk.parts.tone.isVisible()


def test_a_tone_in_two_rows_takes_no_room_from_the_line_under_a_panel(open_desk: OpenDesk) -> None:
    plain = prompts.question_prompt("en", help_level=HelpLevel.FULL)
    tone = replace(
        plain.tone, note="Tell it as something that you saw yourself, not as a leaflet that you read."
    )
    desk = open_desk(replace(plain, tone=tone), FULL, "en")
    desk.screen.act(Action.REWORD)
    settle(desk)
    assert desk.parts.tone.height() > 40
    assert inside(desk, desk.parts.speech.under)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("lang", ["en", "cs"])
def test_a_next_step_can_be_typed_in_the_strip(
    open_desk: OpenDesk, large_text: QApplication, percent: int, lang: str
) -> None:
    Theme(text_percent=percent).apply(large_text)
    desk = open_desk(prompts.question_prompt(lang), STRIP, lang)
    desk.screen.act(Action.NEXT_STEP)
    settle(desk)
    field = desk.focus
    assert isinstance(field, QLineEdit)
    assert field.visibleRegion().boundingRect().height() == field.height()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("lang", ["en", "cs"])
def test_an_angry_customers_strip_shows_the_way_to_the_board_whole(
    open_desk: OpenDesk, large_text: QApplication, percent: int, lang: str
) -> None:
    Theme(text_percent=percent).apply(large_text)
    desk = open_desk(replace(prompts.angry_prompt(lang), question=None, objection=None), STRIP, lang)
    settle(desk)
    board, tone = desk.parts.footer.objection, desk.parts.tone.word
    assert board.visibleRegion().boundingRect().size() == board.size()
    assert board.width() >= board.sizeHint().width()
    assert (
        not board.geometry()
        .translated(board.mapTo(desk.screen, QPoint()) - board.pos())
        .intersects(tone.geometry().translated(tone.mapTo(desk.screen, QPoint()) - tone.pos()))
    )


def test_a_panel_puts_the_notice_away(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt("en"), lang="en")
    desk.screen.act(Action.FLAG)
    assert desk.parts.corner.isVisible()
    desk.screen.act(Action.NEXT_STEP)
    assert not desk.parts.corner.isVisible()


def test_a_width_that_changes_while_the_moods_take_a_form_leaves_them_all_in_the_last_one(
    open_desk: OpenDesk, large_text: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    Theme(text_percent=200).apply(large_text)
    desk = open_desk(prompts.question_prompt("cs"), COMPACT)
    settle(desk)
    bar = desk.parts.moods
    first = bar.moods[Mood.ANGRY]
    stand = first.stand

    def narrowed_meanwhile(form: MoodForm) -> None:
        stand(form)
        if form is MoodForm.TWO_ROWS:
            bar._room = 400
            bar._fit()

    monkeypatch.setattr(first, "stand", narrowed_meanwhile)
    bar._room = 600
    bar._fit()
    assert bar.form is not MoodForm.TWO_ROWS
    assert {button._spelled for button in bar.moods.values()} == {bar.form.spelled}


def test_the_strips_line_is_larger_than_in_the_narrow_window_where_it_has_room(open_desk: OpenDesk) -> None:
    said = "You are not the only ones. Let me tell you in half a minute how somebody else got out of it."
    plain = prompts.statement_prompt("en")
    desk = open_desk(
        replace(plain, help=HelpLevel.FULL, speech=replace(plain.speech, text=said)), STRIP, "en"
    )
    settle(desk)
    assert hidden_part(desk) == 0
    assert desk.parts.speech.large.fontInfo().pixelSize() >= 25


def test_undo_is_whole_in_a_strip_after_a_narrow_window_that_shortened_it(
    open_desk: OpenDesk, large_text: QApplication
) -> None:
    Theme(text_percent=200).apply(large_text)
    desk = open_desk(prompts.question_prompt("cs"), COMPACT)
    settle(desk)
    undo = desk.parts.footer.undo
    assert desk.parts.footer.further.isVisible()
    assert "Undo" in undo.accessibleName(), "readers hear the word that has no room"
    desk.screen.resize(STRIP)
    settle(desk)
    assert undo.visibleRegion().boundingRect().size() == undo.size()
    assert undo.width() >= undo.sizeHint().width()


def turn_to(desk: Desk, prompt: Prompt) -> None:
    """The call goes on to ``prompt``, as after a key."""
    desk.call.prompt = prompt
    desk.screen.act(Action.FLAG)
    settle(desk)


def cut_rows(desk: Desk) -> list[str]:
    """Steps of the objection whose words have less height than they need."""
    rows = [row.text for row in desk.parts.steps.rows if row.isVisible()]
    return [text.whole_text() for text in rows if text.height() < text.heightForWidth(text.width())]


STEPS = (Step.ACKNOWLEDGE, Step.ASK, Step.ANSWER, Step.CHECK)


@pytest.mark.parametrize(("percent", "size"), MUST_FIT)
def test_the_same_objection_raised_again_has_its_words_whole(
    open_desk: OpenDesk, large_text: QApplication, percent: int, size: QSize
) -> None:
    Theme(text_percent=percent).apply(large_text)
    question = prompts.question_prompt("cs")
    desk = open_desk(question, size, "cs")
    for _ in range(2):
        desk.screen.act(Action.OBJECTION_BOARD)
        settle(desk)
        desk.screen.presenter.close_panel()
        for step in STEPS:
            turn_to(desk, prompts.objection_prompt("cs", current=step))
            assert cut_rows(desk) == [], step
        turn_to(desk, question)


@pytest.mark.parametrize("lang", ["en", "cs"])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [FULL, COMPACT], ids=["full", "compact"])
def test_every_step_of_an_objection_stands_in_sight_when_it_is_its_turn(
    open_desk: OpenDesk, large_text: QApplication, percent: int, size: QSize, lang: str
) -> None:
    Theme(text_percent=percent).apply(large_text)
    desk = open_desk(prompts.question_prompt(lang), size, lang)
    for step in STEPS:
        turn_to(desk, prompts.objection_prompt(lang, current=step))
        rows = [row for row in desk.parts.steps.rows if row.isVisible()]
        now = rows[0 if len(rows) == 1 else STEPS.index(step)].text
        assert inside(desk, now), step
        assert len(rows) == (4 if percent == 100 and size == FULL else len(rows))


def unlisted_prompt(lang: str) -> Prompt:
    """An objection that the playbook does not know: instructions stand for the author's words."""
    prompt = prompts.objection_prompt(lang, current=Step.ACKNOWLEDGE)
    objection = prompt.objection
    assert objection is not None
    steps = tuple(replace(step, text="") for step in objection.steps)
    unlisted = replace(objection, id="", label="papoušci", steps=steps)
    return replace(prompt, objection=unlisted, speech=replace(prompt.speech, text=""))


@pytest.mark.parametrize(("percent", "size"), MUST_FIT)
@pytest.mark.parametrize("lang", ["en", "cs"])
def test_what_to_do_about_an_unlisted_objection_stays_in_sight_under_a_panel(
    open_desk: OpenDesk, large_text: QApplication, percent: int, size: QSize, lang: str
) -> None:
    Theme(text_percent=percent).apply(large_text)
    desk = open_desk(unlisted_prompt(lang), size, lang)
    desk.screen.act(Action.NEXT_STEP)
    settle(desk)
    assert spoken(desk).text().startswith("▸")
    assert hidden_part(desk) == 0


def place_of(desk: Desk, widget: QWidget) -> QRect:
    """Where ``widget`` stands in the window."""
    return widget.rect().translated(widget.mapTo(desk.screen, QPoint(0, 0)))


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [FULL, COMPACT], ids=["full", "compact"])
def test_the_word_in_the_corner_covers_neither_the_line_nor_the_keys_to_go_on(
    open_desk: OpenDesk, large_text: QApplication, percent: int, size: QSize
) -> None:
    Theme(text_percent=percent).apply(large_text)
    prompt = replace(prompts.objection_prompt("cs"), undo_kind="objection_ended")
    desk = open_desk(prompt, size, "cs")
    desk.screen.act(Action.UNDO)
    settle(desk)
    corner = place_of(desk, desk.parts.corner)
    assert desk.parts.corner.isVisible()
    for key in (desk.parts.footer.done, desk.parts.footer.undo):
        assert not corner.intersects(place_of(desk, key))
    rows = [row.text for row in desk.parts.steps.rows if row.isVisible()]
    assert not corner.intersects(place_of(desk, rows[0 if len(rows) == 1 else STEPS.index(Step.ASK)]))


def test_a_story_has_the_page_where_room_is_short_and_tells_which_it_is(
    open_desk: OpenDesk, large_text: QApplication
) -> None:
    listed = {}
    for percent in (100, 200):
        Theme(text_percent=percent).apply(large_text)
        desk = open_desk(prompts.question_prompt("en"), FULL, "en")
        desk.screen.act(Action.STORY)
        settle(desk)
        page = desk.parts.panel.stories
        listed[percent] = page.list.isVisible()
        assert page.title.text().startswith("1/") is not page.list.isVisible()
        assert page.area.viewport().height() >= page.height() // 2
        assert page.area.horizontalScrollBar().maximum() == 0
    assert listed == {100: True, 200: False}


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [FULL, COMPACT], ids=["full", "compact"])
@pytest.mark.parametrize("lang", ["en", "cs"])
def test_nothing_beside_the_line_is_wider_than_the_window(
    open_desk: OpenDesk, large_text: QApplication, percent: int, size: QSize, lang: str
) -> None:
    Theme(text_percent=percent).apply(large_text)
    desk = open_desk(prompts.interested_prompt(lang, with_options=True), size, lang)
    settle(desk)
    view, content = desk.parts.said_area, desk.parts.speech.parentWidget()
    assert desk.parts.ask.isVisible()
    assert content is not None
    assert content.width() <= view.width()
    desk.screen.act(Action.STORY)
    settle(desk)
    page = desk.parts.panel.stories
    assert page.card.width() <= page.area.viewport().width()


def test_an_angry_customer_without_answers_leaves_no_empty_frame(open_desk: OpenDesk) -> None:
    prompt = prompts.angry_prompt("en")
    question = prompt.question
    assert question is not None
    desk = open_desk(replace(prompt, question=replace(question, options=())), COMPACT, "en")
    settle(desk)
    assert not desk.parts.card.isVisible()


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_all_keys_to_go_on_share_a_row_in_the_narrow_window_at_double_text(
    open_desk: OpenDesk, large_text: QApplication, lang: str
) -> None:
    Theme(text_percent=200).apply(large_text)
    desk = open_desk(prompts.objection_prompt(lang, current=Step.CHECK), COMPACT, lang)
    settle(desk)
    keys = [desk.parts.footer.done, desk.parts.footer.undo, desk.parts.footer.further]
    assert len({place_of(desk, key).center().y() for key in keys if key.isVisible()}) == 1
