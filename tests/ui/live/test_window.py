"""What is seen in a call: the doctrine's rules about the screen, in every shape, theme, language and text size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from app.call.events import HelpLevel, How, Step
from app.call.people import LeadCard
from app.call.ports import Trouble, TroubleKind
from app.call.prompt import Crumb, Option, Prompt, Showing, Standing
from app.playbook.vocabulary import Lang, Mood
from app.ui.keys import Action
from app.ui.live.arrangement import Arrangement
from app.ui.live.scene import Layout, Row, RowRole
from app.ui.theme import Theme, ThemeName
from app.ui.type_scale import SMALLEST_TARGET, TextRole
from app.ui.widgets import KeyButton
from app.ui.words import Words
from tests.ui.live import prompts
from tests.ui.live.conftest import COMPACT, FULL, STRIP, Desk, OpenDesk
from tests.ui.live.fakes import CALL_ID

SHAPES = pytest.mark.parametrize("size", [FULL, COMPACT, STRIP], ids=["full", "compact", "strip"])
MOMENTS = {
    "question": prompts.question_prompt,
    "statement": prompts.statement_prompt,
    "words": prompts.words_prompt,
    "known": prompts.known_prompt,
    "verbatim": prompts.verbatim_prompt,
    "objection": prompts.objection_prompt,
    "angry": prompts.angry_prompt,
    "interested": prompts.interested_prompt,
    "held": prompts.held_prompt,
    "farewell": prompts.farewell_prompt,
}
PANEL_ACTIONS = (
    Action.OBJECTION_BOARD,
    Action.STORY,
    Action.QUESTIONS,
    Action.NEXT_STEP,
    Action.CUSTOMER,
    Action.REWORD,
    Action.KEY_SHEET,
)


def seen(desk: Desk, kind: type[QWidget]) -> Iterator[QWidget]:
    """All widgets of this kind that are on the screen."""
    return (widget for widget in desk.screen.findChildren(kind) if widget.isVisible())


def cut_off(desk: Desk) -> list[str]:
    """Texts that have less room than they need."""
    found = []
    for label in seen(desk, QLabel):
        assert isinstance(label, QLabel)
        if not label.text():
            continue
        needed = label.sizeHint()
        if label.wordWrap():
            needed = QSize(label.minimumSizeHint().width() - 2, label.heightForWidth(label.width()))
        if needed.height() > label.height() + 1 or needed.width() > label.width() + 1:
            found.append(f"{label.text()!r}: {label.size()} where {needed} is needed")
        parent = label.parentWidget()
        if parent is not None and not parent.rect().contains(label.geometry()):
            found.append(f"{label.text()!r} stands out of {type(parent).__name__}")
    return found


def name_for_readers(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def settle(desk: Desk) -> None:
    """Lets layouts come to rest."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    assert desk.screen.isVisible()


# -- rule 1 and 3: one line, the largest thing on the screen ---------------------------------------------------------


@SHAPES
def test_the_cue_is_at_least_thirty_pixels_and_nothing_else_is_as_large(
    open_desk: OpenDesk, size: QSize
) -> None:
    desk = open_desk(prompts.question_prompt(), size)
    large = desk.parts.speech.large
    assert large.fontInfo().pixelSize() >= 30
    others = [label for label in seen(desk, QLabel) if label is not large]
    assert max(label.fontInfo().pixelSize() for label in others) < large.fontInfo().pixelSize()


@pytest.mark.parametrize(
    ("level", "large", "under"),
    [
        (HelpLevel.FULL, "How many hours", "hours a week"),
        (HelpLevel.CUES, "hours a week", "“How many hours"),
        (HelpLevel.QUIET, "hours a week", ""),
    ],
)
def test_help_levels_turn_cue_and_wording_round(
    open_desk: OpenDesk, level: HelpLevel, large: str, under: str
) -> None:
    desk = open_desk(prompts.question_prompt("en", help_level=level), lang="en")
    speech = desk.parts.speech
    assert speech.large.whole_text().replace("\u00a0", " ").startswith(large)
    assert speech.under.isVisible() is bool(under)
    assert speech.under.whole_text().replace("\u00a0", " ").startswith(under)
    assert speech.guide.isVisible() is (level is HelpLevel.FULL)


def test_a_verbatim_line_has_a_bar_and_the_word_exactly(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.verbatim_prompt())
    assert desk.parts.speech.exactly.isVisible()
    assert desk.parts.speech.exactly.text() == "exactly"
    assert desk.parts.speech.bar.property("panel") == "verbatim"
    desk.call.prompt = prompts.statement_prompt()
    desk.screen.act(Action.FLAG)
    assert not desk.parts.speech.exactly.isVisible()
    assert desk.parts.speech.bar.property("panel") == "plain"


# -- rules 4 and 5: rail, tone, moods, answers -----------------------------------------------------------------------


def test_the_rail_names_the_stage_with_its_progress_and_quiet_times(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    opening, discovery, story = desk.parts.rail.stops[:3]
    assert opening.time.text() == "0:38"
    assert discovery.progress.text() == "2/5 · 1:04"
    assert not story.time.isVisible()
    desk.counter.ms += 5_000
    desk.screen.presenter.tick()
    assert discovery.progress.text() == "2/5 · 1:09"
    assert desk.parts.header.clock.text() == "03:46"


def test_the_rail_catches_up_when_anger_has_passed(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.angry_prompt("en"), lang="en")
    assert not desk.parts.rail.isVisible()
    calm = prompts.question_prompt("en")
    moved = (replace(calm.rail[0], title="Another opening"), *calm.rail[1:])
    desk.call.prompt = replace(calm, rail=moved)
    desk.press(Qt.Key.Key_F)
    assert desk.parts.rail.isVisible()
    assert desk.parts.rail.stops[0].title.text() == "Another opening"
    assert [row.isVisible() for row in desk.parts.rail.rows[:1]] == [True]
    assert desk.parts.side.isVisible()


def test_facts_are_shown_as_they_are_learnt(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    rows = desk.parts.rail.rows
    assert (rows[0].label.whole_text(), rows[0].value.whole_text()) == ("Proč teď", "Nová pobočka v Brně")
    assert rows[2].label.whole_text() == "Rozpočet — not yet"
    assert not rows[2].value.isVisible()


def test_the_tone_badge_says_word_dials_pause_and_verb(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.objection_prompt("en"), lang="en")
    tone = desk.parts.tone
    assert tone.word.text() == "calm"
    assert tone.pace.accessibleName() == "pace −"
    assert tone.pause.accessibleName() == "pause + 2 s"
    assert tone.verb.text() == "settle ↓"


def test_moods_keep_their_places_in_every_shape(open_desk: OpenDesk) -> None:
    for size in (FULL, COMPACT, STRIP):
        desk = open_desk(prompts.question_prompt(), size)
        settle(desk)
        buttons = list(desk.parts.moods.moods.values())
        lefts = [button.mapTo(desk.screen, button.rect().topLeft()).x() for button in buttons]
        assert lefts == sorted(lefts)
        assert [button.key() for button in buttons] == list("ASDFGH")
        assert all(button.isVisible() for button in buttons)


def test_moods_tell_how_they_sound_and_what_to_do(open_desk: OpenDesk, words: Words) -> None:
    desk = open_desk(prompts.question_prompt("en"), lang="en")
    angry = desk.parts.moods.moods[Mood.ANGRY]
    assert angry.toolTip().startswith("Sounds: loud, fast, blaming\nDo: Let them finish")
    assert angry.accessibleDescription() == angry.toolTip()
    words.switch(Lang.CS)
    settle(desk)
    assert angry.toolTip().startswith("Zní: hlasitě, rychle, vyčítavě\nCo s tím: ")


def test_the_answer_given_before_is_marked(open_desk: OpenDesk) -> None:
    prompt = prompts.question_prompt()
    assert prompt.question is not None
    options = tuple(replace(option, chosen=option.digit == 2) for option in prompt.question.options)
    desk = open_desk(replace(prompt, question=replace(prompt.question, options=options)))
    variants = [button.property("variant") for button in desk.parts.card.options[:4]]
    assert variants == ["plain", "selected", "plain", "plain"]


def test_a_known_answer_is_confirmed_with_one_key(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.known_prompt("en"), lang="en")
    assert desk.parts.card.known.words() == "Known already: 2–5"
    assert desk.parts.footer.done.words() == "Confirm"
    desk.parts.card.known.click()
    assert desk.call.acts == [("done",)]


# -- rule 6: what is hidden until called -----------------------------------------------------------------------------


@SHAPES
@pytest.mark.parametrize("action", PANEL_ACTIONS[:-1])
def test_a_panel_leaves_the_spoken_line_in_sight(open_desk: OpenDesk, size: QSize, action: Action) -> None:
    desk = open_desk(prompts.question_prompt(), size)
    desk.screen.act(action)
    settle(desk)
    panel, large = desk.parts.panel, desk.parts.speech.large
    assert panel.isVisible()
    top = panel.mapTo(desk.screen, panel.rect().topLeft())
    assert not large.visibleRegion().isEmpty()
    beside = size is STRIP and top.x() > desk.screen.width() * 0.4
    assert beside or top.y() > desk.screen.height() * 0.25


def test_an_objection_keeps_its_current_step_in_sight_under_a_panel(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.objection_prompt())
    desk.screen.act(Action.STORY)
    rows = desk.parts.steps.rows
    assert [row.isVisible() for row in rows] == [False, True, False, False]


def test_steps_are_dimmed_large_or_ahead(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.objection_prompt("en", current=Step.ANSWER), lang="en")
    rows = desk.parts.steps.rows
    assert [row.name.text() for row in rows] == ["Acknowledge ✓", "Ask ✓", "Answer", "Check"]
    assert [row.text.property("role") for row in rows] == [
        TextRole.STEP_DONE,
        TextRole.STEP_DONE,
        TextRole.SAY,
        TextRole.STEP,
    ]
    assert desk.parts.head.kind.text() == "Objection · price"
    assert desk.parts.head.back.words() == "back to question 3 of 5"


def test_the_check_offers_the_next_answer_and_makes_settled_stand_out(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.objection_prompt("en", current=Step.CHECK), lang="en")
    assert desk.parts.footer.done.words() == "Next answer"
    assert desk.parts.results.buttons[0].property("variant") == "primary"
    objection = desk.call.prompt.objection
    assert objection is not None
    desk.call.prompt = replace(desk.call.prompt, objection=replace(objection, more_answers=False))
    desk.screen.act(Action.FLAG)
    assert desk.parts.footer.done.words() == "Leave open"


def test_open_objections_are_offered_at_the_goodbye(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.with_open_objection(prompts.farewell_prompt()))
    assert desk.parts.open_objections.buttons[0].words() == "„Je to moc drahé“"
    desk.parts.open_objections.buttons[0].click()
    assert desk.call.acts == [("pick", 1)]


# -- rules 7 to 9: calm, anger, interest -----------------------------------------------------------------------------


@SHAPES
def test_anger_strips_the_screen(open_desk: OpenDesk, size: QSize) -> None:
    desk = open_desk(prompts.angry_prompt(), size)
    settle(desk)
    parts = desk.parts
    gone = (parts.rail, parts.side, parts.tone.drive, parts.speech.do, parts.footer.preview, parts.segments)
    assert not any(part.isVisible() for part in gone)
    assert not any(button.isVisible() for button in parts.moods.others.values())
    assert [button.isVisible() for button in parts.card.options[:5]] == [True, False, True, True, False]
    assert parts.header.end.isVisible()
    assert parts.tone.word.isVisible()
    assert parts.speech.large.isVisible()


def test_anger_leaves_the_way_on_and_the_ways_out_side_by_side(open_desk: OpenDesk) -> None:
    prompt = prompts.angry_prompt("en")
    assert prompt.question is not None
    labels = ("Yes", "What does it cost?", "Send it", "I am not sure", "No, thank you")
    options = tuple(Option(f"o{at}", at, label) for at, label in enumerate(labels, start=1))
    desk = open_desk(replace(prompt, question=replace(prompt.question, options=options)), lang="en")
    settle(desk)
    shown = [button for button in desk.parts.card.options if button.isVisible()]
    assert [button.words() for button in shown] == ["Yes", "I am not sure", "No, thank you"]
    assert shown[0].y() == shown[1].y()
    desk.call.prompt = replace(prompt, stripped=False, question=replace(prompt.question, options=options))
    desk.screen.act(Action.FLAG)
    settle(desk)
    everyone = [button for button in desk.parts.card.options if button.isVisible()]
    assert [button.words() for button in everyone] == list(labels)
    assert [everyone[at].y() for at in (0, 2)] == [everyone[at].y() for at in (1, 3)]


def test_anger_without_answers_offers_three_ways_on(open_desk: OpenDesk) -> None:
    prompt = replace(prompts.angry_prompt(), question=None)
    desk = open_desk(prompt)
    footer = desk.parts.footer
    shown = [button.isVisible() for button in (footer.done, footer.undo, footer.objection, footer.skip)]
    assert shown == [True, True, True, False]


def test_interest_offers_the_ask_with_two_days(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.interested_prompt("en"), lang="en")
    ask = desk.parts.ask
    assert ask.isVisible()
    assert [(button.words(), button.key()) for button in ask.days] == [
        ("Thursday 26 November", "1"),
        ("Tuesday 1 December", "2"),
    ]
    beside = open_desk(prompts.interested_prompt("en", with_options=True), lang="en")
    assert [button.key() for button in beside.parts.ask.days] == ["8", "9"]


def test_a_locked_push_cannot_be_switched(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(prompts.question_prompt(), push_locked=True))
    assert not desk.parts.tone.drive.isEnabled()


# -- saving, holding, undoing ----------------------------------------------------------------------------------------


def test_what_the_disk_refuses_is_called_not_saved(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.screen.troubled(Trouble(TroubleKind.DISK_FULL, 2, spooled=False))
    assert desk.parts.header.saving.text() == "Not saved yet"
    desk.screen.recovered()
    assert desk.parts.header.saving.text() == "Saving…"


def test_saved_stands_only_when_all_is_on_disk(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    assert desk.parts.header.saving.text() == "Saving…"
    desk.screen.saved(CALL_ID, 1)
    assert desk.parts.header.saving.text() == "✓ Saved"
    desk.screen.act(Action.FLAG)
    assert desk.parts.header.saving.text() == "Saving…"


def test_another_call_on_disk_says_nothing_about_this_one(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.screen.saved(type(CALL_ID)(int=7), 99)
    assert desk.parts.header.saving.text() == "Saving…"


def test_hold_and_gap_are_shown(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.held_prompt())
    assert desk.parts.hold_bar.isVisible()
    assert desk.parts.header.gap.text() == "gap 2:13"
    desk.parts.hold_bar.button.click()
    assert desk.call.acts == [("hold",)]
    assert not desk.parts.hold_bar.isVisible()


def test_trouble_is_a_quiet_bar_that_can_be_put_away(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.screen.troubled(Trouble(TroubleKind.DISK_FULL, 2, spooled=True))
    assert "2" in desk.parts.trouble_bar.text()
    assert desk.screen.hasFocus()
    desk.parts.trouble_bar._dismiss()
    desk.screen.troubled(Trouble(TroubleKind.DISK_FULL, 3, spooled=True))
    assert desk.parts.trouble_bar.text() == ""
    desk.screen.recovered()
    desk.screen.troubled(Trouble(TroubleKind.LOCKED, 1, spooled=False))
    assert desk.parts.trouble_bar.text() != ""


def test_undo_says_in_the_corner_what_was_taken_back(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.screen.act(Action.UNDO)
    settle(desk)
    corner = desk.parts.corner
    assert corner.isVisible()
    assert corner.text.whole_text() == "Taken back: answer"
    line, place = desk.parts.speech.large, corner.geometry()
    assert not place.intersects(line.rect().translated(line.mapTo(desk.parts, line.rect().topLeft())))
    corner.redo.click()
    assert [act[0] for act in desk.call.acts] == ["undo", "redo"]


# -- shapes, text sizes, languages -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "height", "scale", "expected"),
    [
        (1180, 760, 1.0, Arrangement(Layout.FULL, rail=True, side=True)),
        (1000, 760, 1.0, Arrangement(Layout.FULL, rail=True, side=False)),
        (700, 760, 1.0, Arrangement(Layout.FULL, rail=False, side=False)),
        (420, 760, 1.0, Arrangement(Layout.COMPACT, rail=False, side=False)),
        (420, 760, 2.0, Arrangement(Layout.COMPACT, rail=False, side=False, narrow=True)),
        (1920, 220, 1.0, Arrangement(Layout.STRIP, rail=False, side=False)),
        (420, 220, 1.0, Arrangement(Layout.COMPACT, rail=False, side=False)),
        (1180, 760, 2.0, Arrangement(Layout.COMPACT, rail=False, side=False)),
    ],
)
def test_the_shape_follows_the_size_and_the_text(
    width: int, height: int, scale: float, expected: Arrangement
) -> None:
    assert Arrangement.for_size(QSize(width, height), scale) == expected


def test_the_column_at_the_side_folds_away_and_comes_back(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    assert desk.parts.side.isVisible()
    desk.screen.resize(900, 760)
    settle(desk)
    assert not desk.parts.side.isVisible()
    assert desk.parts.moods.others[Action.OBJECTION_BOARD].isVisible()
    desk.screen.resize(FULL)
    settle(desk)
    assert desk.parts.side.isVisible()


@SHAPES
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_text_is_cut_off(open_desk: OpenDesk, qapp: QApplication, size: QSize, percent: int) -> None:
    desk = open_desk(prompts.question_prompt(), size)
    Theme(ThemeName.LIGHT, percent).apply(qapp)
    faults = []
    for name, moment in MOMENTS.items():
        desk.call.prompt = moment("cs")
        desk.screen.act(Action.FLAG)
        settle(desk)
        faults += [f"{name}: {fault}" for fault in cut_off(desk)]
    assert faults == []


@SHAPES
@pytest.mark.parametrize("percent", [100, 200])
def test_no_text_is_cut_off_in_panels(
    open_desk: OpenDesk, qapp: QApplication, size: QSize, percent: int
) -> None:
    desk = open_desk(prompts.with_open_objection(prompts.question_prompt()), size)
    Theme(ThemeName.LIGHT, percent).apply(qapp)
    faults = []
    for action in PANEL_ACTIONS:
        desk.screen.act(action)
        settle(desk)
        faults += [f"{action}: {fault}" for fault in cut_off(desk)]
    assert faults == []


def test_long_words_and_names_wrap(open_desk: OpenDesk) -> None:
    lead = LeadCard(
        first_name="Maxmilián", last_name="Šťastný-Nezdolný z Horního Předměstí", company="X" * 60
    )
    prompt = prompts.question_prompt()
    assert prompt.question is not None
    options = tuple(
        replace(option, label=f"{option.label} {'velmi ' * 20}") for option in prompt.question.options
    )
    desk = open_desk(replace(prompt, lead=lead, question=replace(prompt.question, options=options)), COMPACT)
    settle(desk)
    assert cut_off(desk) == []


def test_the_language_changes_while_running(open_desk: OpenDesk, words: Words) -> None:
    desk = open_desk(prompts.question_prompt())
    assert desk.parts.moods.moods[Mood.ANGRY].words() == "Angry"
    words.switch(Lang.CS)
    settle(desk)
    assert desk.parts.moods.moods[Mood.ANGRY].words() == "Zlost"
    assert desk.parts.tone.word.text() == "stručně"
    assert desk.parts.footer.done.words() == "Dál"
    assert desk.parts.card.heading.whole_text() == "Otázka 3 z 5 · povinná"
    words.switch(Lang.EN)
    settle(desk)
    assert desk.parts.footer.done.words() == "Next"


@pytest.mark.parametrize("theme", list(ThemeName))
def test_both_themes_come_on_while_running(open_desk: OpenDesk, qapp: QApplication, theme: ThemeName) -> None:
    desk = open_desk(prompts.question_prompt())
    Theme(theme).apply(qapp)
    settle(desk)
    ink = desk.parts.speech.large.palette().color(desk.parts.speech.large.foregroundRole())
    assert ink.name() == Theme(theme).colours.ink


# -- screen readers, hands, safety -----------------------------------------------------------------------------------


@SHAPES
def test_every_control_has_a_name_and_a_size_to_hit(open_desk: OpenDesk, size: QSize) -> None:
    desk = open_desk(prompts.question_prompt(), size)
    nameless, small = [], []
    for action in (None, *PANEL_ACTIONS):
        if action is not None:
            desk.screen.act(action)
        settle(desk)
        for button in seen(desk, QAbstractButton):
            if not name_for_readers(button):
                nameless.append(repr(button))
            if isinstance(button, KeyButton) and min(button.width(), button.height()) < SMALLEST_TARGET:
                small.append(f"{button.accessibleName()}: {button.size()}")
        nameless += [repr(field) for field in seen(desk, QLineEdit) if not name_for_readers(field)]
    assert nameless == []
    assert small == []


def test_every_act_has_a_button(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    assert set(desk.parts.key_sheet.buttons) == set(desk.screen._acts)


def test_no_text_is_taken_for_markup(open_desk: OpenDesk) -> None:
    lead = replace(prompts.LEAD, first_name="<b>Jana</b>", company="<img src=x>")
    desk = open_desk(replace(prompts.question_prompt(), lead=lead))
    desk.screen.act(Action.CUSTOMER)
    labels = desk.screen.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert desk.parts.header.name.whole_text() == "<b>Jana</b> Nováková"


def test_a_change_of_the_prompt_is_announced_once(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    assert desk.listener.heard == [desk.call.prompt.announce]
    desk.screen.act(Action.FLAG)
    assert len(desk.listener.heard) == 1
    desk.call.skip = lambda: desk.call._record("skip", announce="Dál.")  # type: ignore[method-assign]
    desk.screen.act(Action.SKIP)
    assert desk.listener.heard[1:] == ["Dál."]


def test_hanging_up_hands_over_once(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.parts.header.end.click()
    assert desk.ends == 1
    assert desk.call.acts == [("hang_up",)]


def test_a_likely_objection_shows_its_share_only_with_enough_calls(open_desk: OpenDesk) -> None:
    prompt = prompts.question_prompt()
    likely = (prompt.likely[0], replace(prompt.likely[1], share=None))
    desk = open_desk(replace(prompt, likely=likely))
    rows = desk.parts.side.rows
    assert rows[0].accessibleName() == "Pošlete mi to e-mailem, 31\u00a0% (Q 1)"
    assert rows[1].accessibleName() == "Nemám teď čas (Q 2)"
    assert not rows[2].isVisible()
    rows[0].click()
    assert desk.call.acts == [("raise_objection", "o1", How.KEY, "")]


def test_the_current_stage_is_said_where_the_rail_has_no_room(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt(), COMPACT)
    assert desk.parts.segments.isVisible()
    assert desk.parts.segments.accessibleName() == "Stage 2 of 6: Zjištění potřeb"


def test_an_unlisted_objection_guides_without_words(open_desk: OpenDesk) -> None:
    prompt = prompts.objection_prompt("en")
    assert prompt.objection is not None
    steps = tuple(replace(step, text="") for step in prompt.objection.steps)
    desk = open_desk(
        replace(prompt, objection=replace(prompt.objection, id="", label="", steps=steps)), lang="en"
    )
    assert desk.parts.head.kind.text() == "Objection · unlisted"
    current = next(
        row
        for row, step in zip(desk.parts.steps.rows, steps, strict=True)
        if step.standing is Standing.CURRENT
    )
    assert current.text.whole_text() == "▸ Ask what is behind it."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Showing.FAREWELL, "back to the goodbye"),
        (Showing.COMPLIANCE, "back to the exact words"),
        (Showing.OBJECTION, "back"),
    ],
)
def test_the_way_back_is_named_where_the_place_has_no_words(
    open_desk: OpenDesk, kind: Showing, words: str
) -> None:
    prompt = replace(prompts.objection_prompt("en"), crumbs=(Crumb(kind, ""),))
    desk = open_desk(prompt, lang="en")
    assert desk.parts.head.back.accessibleName().startswith(words)
    assert not desk.parts.head.back.accessibleName().startswith(f"{words}:")


def test_a_category_of_objections_says_what_serves_best_at_first(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt("en"), lang="en")
    desk.screen.act(Action.OBJECTION_BOARD)
    desk.screen.presenter.pick_row(Row(RowRole.KIND, "price", "", kind="price"))
    settle(desk)
    assert desk.parts.panel.heading.whole_text() == "Price → Against what? Split value from cash."


def test_what_was_typed_stands_on_the_row_that_records_it(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt("en"), lang="en")
    desk.screen.act(Action.OBJECTION_BOARD)
    desk.parts.panel.search.typed.emit("garden gnomes")
    settle(desk)
    shown = [one.accessibleName() for one in desk.parts.panel.rows.findChildren(KeyButton) if one.isVisible()]
    assert shown == ["Record as unlisted: “garden gnomes” (9)"]


def _same(prompt: Prompt) -> Prompt:
    return replace(prompt)


def test_an_equal_prompt_touches_no_text(open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk(prompts.question_prompt())
    written: list[str] = []
    plain = QLabel.setText

    def spy(label: QLabel, text: str) -> None:
        written.append(text)
        plain(label, text)

    monkeypatch.setattr(QLabel, "setText", spy)
    desk.call.prompt = _same(desk.call.prompt)
    desk.screen.presenter._show()
    assert written == []


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_the_tone_word_says_the_ending_where_the_verb_has_no_room(
    open_desk: OpenDesk, qapp: QApplication, lang: str
) -> None:
    Theme(ThemeName.LIGHT, 200).apply(qapp)
    for size in (COMPACT, STRIP):
        desk = open_desk(prompts.objection_prompt(lang), size, lang)
        settle(desk)
        tone = desk.parts.tone
        assert tone.verb.isVisible() or tone.word.text().endswith("↓"), size
        assert tone.verb.text() in tone.word.toolTip()
        assert tone.verb.text() in tone.word.accessibleName()
        assert tone.pace.accessibleName() in tone.word.toolTip()
    Theme().apply(qapp)


def test_no_room_for_the_line_is_no_negative_room(open_desk: OpenDesk, qapp: QApplication) -> None:
    Theme(ThemeName.LIGHT, 150).apply(qapp)
    desk = open_desk(prompts.objection_prompt("en"), COMPACT, "en")
    desk.screen.act(Action.OBJECTION_BOARD)
    for height in (760, 300, 90, 40):
        desk.parts.resize(COMPACT.width(), height)
        settle(desk)
        assert desk.parts._said.minimumHeight() >= 0
    Theme().apply(qapp)
