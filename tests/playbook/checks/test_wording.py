"""Words to speak: what is too long, double, unfinished or in the wrong language, each at its place."""

from __future__ import annotations

import pytest

from app.playbook.checks.tongue import other_language
from tests.playbook.checks.marked import expect, expect_clean, findings

STAGE = "stages:\n  - id: opening\n    lines:\n"
WORDS_26 = " ".join(["one"] * 26)
LONG_WORDS = " ".join(["extraordinarily"] * 8)
PRICE = "id: dear, kind: price, tone: calm"


def line(rest: str) -> str:
    """A playbook with one line."""
    return STAGE + f"      - {{id: hello, {rest}}}\n"


@pytest.mark.parametrize(
    "rest",
    [
        f"say: «{WORDS_26}»",
        f"ask: «{LONG_WORDS}»",
        f"ask: Yes?, moods: {{rushed: {{ask: «{WORDS_26}»}}}}",
        f"say: Yes., try: [Well then., «{WORDS_26}»]",
    ],
)
def test_a_line_too_long_to_say(rest: str) -> None:
    expect("CC100", line(rest))


def test_a_line_of_exactly_the_most_words_passes() -> None:
    expect_clean(line(f"say: {WORDS_26[4:]}"))


def test_what_must_be_read_exactly_may_be_long() -> None:
    expect_clean(line(f"say: {WORDS_26}, verbatim: true") + f"compliance: [{{id: law, say: {WORDS_26}}}]\n")


def test_objections_are_spoken_too() -> None:
    body = f"""\
objections:
  - {{{PRICE}, ask: «{WORDS_26}», check: Is it well?, exhausted: {{say: «{WORDS_26}»}},
     responses: [{{id: a, once: true, say: «{WORDS_26}»}}, {{id: b, say: Well., moods: {{angry: {{say: «{WORDS_26}»}}}}}}]}}
"""
    expect("CC100", line("say: Good morning.") + body)


def test_a_czech_line_is_measured_in_czech() -> None:
    text = "Nejpravděpodobněji nejobtížnějšími zpracovávanými objednávkami zaneprázdněné zaměstnankyně každodenně nezvládají odpovídat."
    found = findings(line(f"say: {text}"), lang="cs")
    assert [one.code for one in found] == ["CC100"]
    assert int(found[0].words["words"]) < 25


@pytest.mark.parametrize(
    "rest",
    [
        "ask: How is it done?« And why?»",
        'ask: "Really?« How many?» When?"',
        "ask: Yes?, moods: {rushed: {ask: Now?« Or later?»}}",
        'say: "Fine?« Good?»"',
    ],
)
def test_two_questions_in_one_line(rest: str) -> None:
    found = findings(line(rest.replace("«", "").replace("»", "")))
    assert [one.code for one in found] == ["CC101"]


def test_the_second_question_is_underlined() -> None:
    expect("CC101", line("ask: How is it done? «And why?»"))


def test_two_questions_in_an_objection() -> None:
    body = f"objections:\n  - {{{PRICE}, ask: Compared? «With what?», check: Is it well?}}\n"
    expect("CC101", line("say: Good morning.") + body)


def test_an_emphatic_question_is_one() -> None:
    expect_clean(line("ask: Really??"))


@pytest.mark.parametrize(("cue", "count"), [("[hours]", "1"), ("[a b c, d e f g]", "7")])
def test_cues_of_the_wrong_length(cue: str, count: str) -> None:
    found = expect("CC102", line(f"say: Good morning., «cue»: {cue}"))
    assert found[0].words["count"] == count


def test_cues_of_a_mood_count_too() -> None:
    expect("CC102", line("say: Good morning., moods: {rushed: {«cue»: [short]}}"))


@pytest.mark.parametrize("cue", ["[hours a week]", "[a b, c d, e f]", "['{lead.promise} – two words']", "[]"])
def test_cues_of_the_right_length(cue: str) -> None:
    expect_clean(line(f"say: Good morning., cue: {cue}"))


def test_eight_answers_are_too_many_and_seven_are_not() -> None:
    answers = ", ".join(f"{{id: a{number}}}" for number in range(8))
    found = expect("CC103", line(f"ask: Which?, «answers»: [{answers}]"))
    assert found[0].words["count"] == "8"
    expect_clean(line(f"ask: Which?, answers: [{answers.rpartition(',')[0].rpartition(',')[0]}]"))


def test_stories_are_measured_whole_and_samples_are_told() -> None:
    story = "{id: «mill», who: WHO, trouble: WHO, result: WHO}".replace(
        "WHO", " ".join(["extraordinary"] * 20)
    )
    expect("CC108", line("say: Listen., story: mill") + f"stories:\n  - {story}\n")
    found = expect("CC109", line("say: Listen., story: mill") + "stories:\n  - {id: mill, «sample»: true}\n")
    assert found[0].level == "info"


@pytest.mark.parametrize(
    "rest",
    [
        "say: Good morning., do: «Řekněte nejdřív své jméno a počkejte.»",
        'say: «"Dobré ráno, ozývám se kvůli vaší poptávce."»',
        'ask: Yes?, answers: [{id: a, label: «"Ano, ale až příští týden"»}]',
        "say: Good morning., guide: «Nejdřív se chvíli poslouchá a mluví.»",
    ],
)
def test_czech_in_an_english_playbook(rest: str) -> None:
    expect("CC112", line(rest))


def test_english_in_a_czech_playbook() -> None:
    expect("CC112", line("say: «This is about what you asked us for.»"), lang="cs")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Mr Dvořák and Mrs Žižková from the bakery send their regards to you.", "en"),
        ("Café Müller, naïve façade, jalapeño – a whole menu of letters with marks.", "en"),
        ("Dobrý den", "en"),
        ("Je to do mailu, nebo na poradu?", "cs"),
        ("CRM, e-mail, Google Ads, newsletter", "cs"),
        ("Volam kvuli poptavce a hodi se to ted.", "cs"),
        ("", "cs"),
    ],
)
def test_doubtful_texts_are_let_be(text: str, lang: str) -> None:
    assert not other_language(text, lang)


def test_work_left_to_do_is_found_in_texts_and_comments() -> None:
    expect(
        "CC113",
        """\
        stages:
          - id: opening   # «TODO» a better name
            lines:
              - {id: hello, say: "Good morning, «FIXME» the reason."}
        """,
    )
    expect_clean(line("say: Our METODO works."))


def test_a_mood_that_needs_words() -> None:
    found = expect(
        "CC114",
        line(
            "ask: Yes?, needs_moods: [angry, «rushed», «unsure»], "
            "moods: {angry: {ask: Now?}, rushed: skip, unsure: {do: Wait.}}"
        ),
    )
    assert [one.words["mood"] for one in found] == ["rushed", "unsure"]


def test_a_mood_that_an_objection_needs_words_for() -> None:
    body = f"""\
objections:
  - {{{PRICE}, ask: Compared with what?, check: Is it well?, needs_moods: [angry, «rushed»],
     responses: [{{id: a, say: Well., moods: {{angry: {{say: I see.}}}}}}]}}
"""
    expect("CC114", line("say: Good morning.") + body)
