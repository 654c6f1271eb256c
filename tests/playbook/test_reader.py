"""Reading: the whole language becomes the model, and every structural slip is told at its very place."""

from __future__ import annotations

import pytest

from app.playbook.model import FactType, LineKind, Tone
from app.playbook.problems import Level
from app.playbook.vocabulary import OUTCOMES, Ask, Dial, Drive, Mood, OutcomeGroup
from tests.playbook.texts import GOOD, LANGUAGE_EXAMPLE, LINE, SHARED, TOP, at, only, reading, sound, source

EXAMPLE = sound(LANGUAGE_EXAMPLE.replace("uses: [shared/more.en.yaml]\n", ""))


def test_the_top_of_a_playbook() -> None:
    assert (EXAMPLE.id, EXAMPLE.lang, EXAMPLE.title, EXAMPLE.version) == (
        "inbound-call",
        "en",
        "Somebody rings us",
        "2026.11.1",
    )
    assert (EXAMPLE.goal, EXAMPLE.tone, EXAMPLE.scorecard) == ("meeting", Tone("warm"), "sales")
    assert EXAMPLE.push_locked
    assert EXAMPLE.lawful_basis_required
    assert EXAMPLE.prep == ("Open their page.", "Have a pen ready.")
    assert EXAMPLE.renames == {"discovery.size": "discovery.hours"}


def test_facts_are_typed() -> None:
    hours = EXAMPLE.facts["hours"]
    assert (hours.label, hours.type, hours.unit, hours.min, hours.max, hours.crm) == (
        "Hours a week",
        FactType.NUMBER,
        "h",
        0,
        168,
        "Hours__c",
    )
    assert EXAMPLE.facts["decides"].options == {"self": "the caller", "partner": "a partner"}
    assert EXAMPLE.facts["price"].currency == "CZK"
    assert [fact.type for fact in EXAMPLE.facts.values()] == [
        "number",
        "choice",
        "date",
        "money",
        "yes_no",
        "text",
    ]
    assert EXAMPLE.facts["remark"].label == "remark"


def test_a_stage_and_its_ways_on() -> None:
    discovery, offer = EXAMPLE.stages
    assert (discovery.title, discovery.drive, discovery.budget_seconds) == ("Discovery", Drive.PULL, 180)
    assert offer.title == "The offer"
    assert [(way.to, way.when, way.outcome) for way in discovery.next] == [
        ("offer", "hours >= 5", None),
        ("offer", None, "meeting"),
    ]


def test_a_question_with_everything() -> None:
    line = EXAMPLE.stages[0].lines[0]
    assert (line.id, line.ref, line.kind, line.text) == (
        "hours",
        "discovery.hours",
        LineKind.ASK,
        "How many hours a week does it take?",
    )
    assert line.cue == ("hours a week", "today", "paper only")
    assert (line.do, line.guide) == ("Do not interrupt.", "Two seconds of silence is fine.")
    assert line.moods[Mood.ANGRY].skip
    assert (line.moods[Mood.RUSHED].ask, line.moods[Mood.RUSHED].tone) == ("How many hours?", Tone("crisp"))
    assert line.needs_moods == (Mood.RUSHED,)
    assert line.tone == Tone("curious", Dial.LESS, Dial.MORE, None, 3.0, "Falling end.")
    assert (line.budget_seconds, line.must, line.fact) == (45, True, "hours")


def test_answers_carry_values_of_their_facts_type() -> None:
    few, some, none = EXAMPLE.stages[0].lines[0].answers
    assert (few.value, few.to, few.label) == (1, "offer", "under 2")
    assert some.value == 3.5
    assert (none.value, none.label, none.objection, none.outcome) == (None, "none", "too_dear", "lost")


def test_an_answer_named_as_an_option_chooses_it() -> None:
    caller, partner, nobody = EXAMPLE.stages[0].lines[1].answers
    assert (caller.value, partner.value, nobody.value) == ("self", "partner", None)


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("text", "07", "07"),
        ("number", "-2.50", -2.5),
        ("number", "1", 1),
        ("money", "1200", 1200),
        ("date", "2026-11-24", "2026-11-24"),
        ("yes_no", "true", True),
        ("yes_no", "false", False),
    ],
)
def test_a_value_is_of_the_facts_type(kind: str, written: str, value: object) -> None:
    playbook = sound(
        GOOD.replace("stages", f"facts: {{f: {{type: {kind}}}}}\nstages").replace(
            "say: Good morning.", "ask: What?"
        )
        + f"        fact: f\n        answers: [{{id: a, value: {written}}}]\n"
    )
    found = playbook.stages[0].lines[0].answers[0].value
    assert found == value
    assert type(found) is type(value)


def test_an_answer_without_a_value_tells_a_text_fact_its_label() -> None:
    playbook = sound(
        GOOD.replace("stages", "facts: {f: , g: {type: yes_no}}\nstages").replace(
            "say: Good morning.", "ask: What?"
        )
        + "        fact: f\n        answers: [{id: a, label: Paper}]\n"
        + "      - {id: sure, ask: Sure?, fact: g, answers: [{id: yes}, {id: no}, {id: perhaps}]}\n"
    )
    what, sure = playbook.stages[0].lines
    assert what.answers[0].value == "Paper"
    assert [answer.value for answer in sure.answers] == [True, False, None]


def test_a_statement() -> None:
    line = EXAMPLE.stages[1].lines[0]
    assert (line.kind, line.verbatim, line.story) == (LineKind.SAY, True, "mill")
    assert line.trials == ("It is 100.", "It costs 100.")


def test_an_objection_with_everything() -> None:
    (objection,) = EXAMPLE.objections
    assert (objection.id, objection.kind, objection.label) == ("too_dear", "price", "It is too dear")
    assert objection.heard == ("too dear", "1:30", "no", "07")
    assert objection.likely == ("offer", "discovery")
    assert (objection.when, objection.tone, objection.pause_seconds) == ("known(hours)", Tone("calm"), 2)
    assert (objection.acknowledge, objection.ask, objection.check) == (
        "I see.",
        "What are you comparing it with?",
        "Does it make sense?",
    )
    assert (objection.do, objection.guide, objection.needs_moods) == ("Breathe.", "Ask first.", (Mood.ANGRY,))
    assert objection.exhausted is not None
    assert (objection.exhausted.say, objection.exhausted.to, objection.exhausted.outcome) == (
        "Fair enough.",
        "wrap_up",
        "callback",
    )
    assert (objection.final.outcome, objection.final.to) == ("lost", "end")


def test_a_ladder_of_responses() -> None:
    payback, monthly = EXAMPLE.objections[0].responses
    assert (payback.ref, payback.when, payback.once, payback.story, payback.to) == (
        "too_dear.payback",
        "hours >= 5",
        True,
        "mill",
        "offer",
    )
    assert (monthly.do, monthly.tone) == ("Wait.", Tone("firm"))
    assert monthly.moods[Mood.ANGRY].skip


def test_stories_and_compliance_lines() -> None:
    (story,) = EXAMPLE.stories
    assert (story.title, story.who, story.trouble, story.result, story.sample) == (
        "The mill",
        "A mill.",
        "Paper.",
        "Five hours.",
        True,
    )
    (rule,) = EXAMPLE.compliance
    assert (rule.ref, rule.say, rule.before, rule.when) == (
        "compliance.recording",
        "This call is recorded.",
        "discovery",
        "call.recorded",
    )


def test_outcomes_by_code_and_of_ones_own() -> None:
    meeting, _, lost, own = EXAMPLE.outcomes
    assert (meeting.group, meeting.label, meeting.requires) == (
        OutcomeGroup.OPEN,
        "",
        (Ask.WHEN, Ask.WHO, Ask.WHAT),
    )
    assert (lost.group, lost.label, lost.requires) == (OutcomeGroup.CLOSED, "Gone", (Ask.REASON,))
    assert (own.group, own.requires, own.requires_facts) == (OutcomeGroup.OPEN, (Ask.WHEN,), ("hours",))


def test_without_outcomes_the_whole_vocabulary_is_there() -> None:
    assert [outcome.id for outcome in sound(GOOD).outcomes] == list(OUTCOMES)


def test_titles_default_to_the_vocabulary_in_the_playbooks_language() -> None:
    playbook = sound(GOOD.replace("lang: en", "lang: cs") + "  - {id: mine, lines: [{id: a, say: b}]}\n")
    assert [stage.title for stage in playbook.stages] == ["Otevření", "mine"]
    assert playbook.title == "example"


def test_every_part_knows_where_it_was_read() -> None:
    line = EXAMPLE.stages[0].lines[0]
    assert line.origin is not None
    assert (
        line.origin.key_place("must").line
        == LANGUAGE_EXAMPLE.replace("uses: [shared/more.en.yaml]\n", "")
        .split("\n")
        .index("        must: true")
        + 1
    )
    origins = [part.origin for part in EXAMPLE.stages]
    origins += [part.origin for part in EXAMPLE.objections]
    origins += [part.origin for part in EXAMPLE.stories]
    origins += [part.origin for part in EXAMPLE.compliance]
    assert all(origin is not None for origin in (*origins, EXAMPLE.origin))


def test_words_of_yaml_are_fine_as_ids_and_texts() -> None:
    playbook = sound(
        TOP + "stages: [{id: no, title: yes, lines: [{id: on, say: null}, {id: off, say: ~}]}]\n"
    )
    assert (playbook.stages[0].id, playbook.stages[0].title) == ("no", "yes")
    assert [line.text for line in playbook.stages[0].lines] == ["null", "~"]


def test_empty_optional_values_are_as_good_as_none() -> None:
    playbook = sound(
        GOOD.replace("stages", "goal:\nuses:\nfacts:\nobjections:\noutcomes:\nversion:\ntone:\nstages")
        + "        answers:\n        moods:\n        cue:\n        when:\n        budget:\n        must:\n        fact:\n"
    )
    line = playbook.stages[0].lines[0]
    assert (playbook.goal, playbook.objections, line.answers, line.when, line.fact, line.must) == (
        None,
        (),
        (),
        None,
        None,
        False,
    )


def field(written: str) -> str:
    """A playbook whose only line has one more field."""
    return GOOD + f"        {written}\n"


@pytest.mark.parametrize(
    ("written", "code", "pointed", "nearest"),
    [
        ("quide: Smile.", "CC010", "quide", "guide"),
        ("answer: []", "CC010", "answer", "answers"),
        ("xyzzy: 1", "CC010", "xyzzy", ""),
        ("must: yes", "CC012", "yes", "true"),
        ("must: True", "CC012", "True", "true"),
        ("must: ne", "CC012", "ne", "false"),
        ("must: maybe", "CC012", "maybe", ""),
        ("must: [true]", "CC012", "[", ""),
        ("budget: 90", "CC012", "90", "90s"),
        ("budget: 3 min", "CC012", "3 min", "3m"),
        ("budget: soon", "CC012", "soon", ""),
        ("budget: -3s", "CC012", "-3s", ""),
        ("cue: hours a week", "CC012", "hours a week", "[hours a week]"),
        ("cue: {a: b}", "CC012", "a", ""),
        ("cue: [a, [b]]", "CC012", "[", ""),
        ("do: [a]", "CC012", "[", ""),
        ("do: {rep.name}", "CC012", "rep.name", ""),
        ("moods: angry", "CC012", "angry", ""),
        ("moods: {angri: skip}", "CC015", "angri", "angry"),
        ("moods: {angry: skpi}", "CC012", "skpi", ""),
        ("moods: {angry: {says: x}}", "CC010", "says", "say"),
        ("needs_moods: [rush]", "CC015", "rush", "rushed"),
        ("tone: calmly", "CC015", "calmly", "calm"),
        ("tone: [calm]", "CC012", "[", ""),
        ("tone: {name: calmer}", "CC015", "calmer", "calm"),
        ("tone: {pace: faster}", "CC012", "faster", ""),
        ("tone: {pause: long}", "CC012", "long", ""),
        ("tone: {tempo: 0}", "CC010", "tempo", ""),
        ("answers: [a]", "CC012", "a", ""),
        ("answers: [{label: x}]", "CC011", "label", ""),
        ("answers: [{id: Few}]", "CC013", "Few", "few"),
        ("answers: [{id: few}, {id: few}]", "CC014", "few", ""),
        ("answers: [{id: few, value: [1]}]", "CC012", "[", ""),
        ("try: [one]", "CC019", "one", ""),
        ("ask: Is it?", "CC017", "ask", ""),
    ],
)
def test_a_slip_in_a_line(written: str, code: str, pointed: str, nearest: str) -> None:
    text = field(written)
    problem = only(text)
    assert (problem.code, at(problem, text), problem.nearest) == (code, pointed, nearest)
    assert problem.level is Level.ERROR
    assert reading(text).playbook is None


@pytest.mark.parametrize(
    ("text", "code", "pointed", "nearest"),
    [
        (GOOD.replace("callcue: 1\n", ""), "CC011", "id", ""),
        (GOOD.replace("lang: en\n", ""), "CC011", "callcue", ""),
        (GOOD.replace("lang: en", "lang:"), "CC011", "lang", ""),
        (GOOD.replace("id: example\n", ""), "CC011", "callcue", ""),
        (GOOD.replace("callcue: 1", "callcue: 2"), "CC016", "2", "1"),
        (GOOD.replace("callcue: 1", "callcue: one"), "CC016", "one", "1"),
        (GOOD.replace("lang: en", "lang: eng"), "CC015", "eng", "en"),
        (GOOD.replace("id: example", "id: Our playbook"), "CC013", "Our playbook", "our_playbook"),
        (GOOD.replace("id: opening", "id: Otevření"), "CC013", "Otevření", "otev_en"),
        (TOP + "stages: []\n", "CC011", "stages", ""),
        (TOP, "CC011", "callcue", ""),
        (TOP + "stages: opening\n", "CC012", "opening", ""),
        (TOP + "stages: [{id: a}]\n", "CC011", "id", ""),
        (TOP + "stages: [{id: a, lines: [{id: b}]}]\n", "CC017", "b", ""),
        (TOP + "stages: [{id: a, lines: [{id: b, say: }]}]\n", "CC017", "say", ""),
        (TOP + "stages: [{id: a, lines: [{say: b}]}]\n", "CC011", "say", ""),
        (GOOD + "    next: [{when: x}]\n", "CC011", "when", ""),
        (GOOD + "    drive: pul\n", "CC015", "pul", "pull"),
        (GOOD + "push: on\n", "CC015", "on", ""),
        (GOOD + "goal: [meeting]\n", "CC012", "[", ""),
        (GOOD + "outcomes: meeting\n", "CC012", "meeting", "[meeting]"),
        (GOOD + "objections: price\n", "CC012", "price", ""),
        (GOOD + "outcomes: [metting]\n", "CC015", "metting", "meeting"),
        (GOOD + "outcomes: [meeting, meeting]\n", "CC014", "meeting", ""),
        (GOOD + "outcomes: [{id: x, group: wonn}]\n", "CC015", "wonn", "won"),
        (GOOD + "outcomes: [[x]]\n", "CC012", "[", ""),
        (GOOD + "facts: {Hours: {type: number}}\n", "CC013", "Hours", "hours"),
        (GOOD + "facts: {hours: {type: nubmer}}\n", "CC015", "nubmer", "number"),
        (GOOD + "facts: {hours: number}\n", "CC012", "number", ""),
        (GOOD + 'facts: {hours: {type: number, min: "1,5"}}\n', "CC012", '"1,5"', "1.5"),
        (GOOD + "facts: {hours: {type: number, min: 5, max: 1}}\n", "CC019", "1", ""),
        (GOOD + "facts: {who: {type: choice}}\n", "CC011", "choice", ""),
        (GOOD + "facts: {who: {type: choice, options: [a, b]}}\n", "CC012", "[", ""),
        (GOOD + "objections: [{id: a, kind: prize}]\n", "CC015", "prize", "price"),
        (GOOD + "objections: [{id: a}]\n", "CC011", "id", ""),
        (GOOD + "objections: [{id: a, kind: price, responses: [{id: b}]}]\n", "CC011", "id", ""),
        (GOOD + "objections: [{id: a, kind: price, exhausted: [x]}]\n", "CC012", "[", ""),
        (GOOD + "objections: [{id: a, kind: price, exhausted: {to: x}}]\n", "CC011", "to", ""),
        (GOOD + "stories: [{id: a}, {id: a}]\n", "CC014", "a", ""),
        (GOOD + "compliance: [{id: a}]\n", "CC011", "id", ""),
        (GOOD + "renames: [a]\n", "CC012", "[", ""),
        (GOOD + "renames: {a: [b]}\n", "CC012", "[", ""),
    ],
)
def test_a_slip_in_a_playbook(text: str, code: str, pointed: str, nearest: str) -> None:
    problem = only(text)
    assert (problem.code, at(problem, text), problem.nearest) == (code, pointed, nearest)


def test_a_dash_that_yaml_takes_for_a_list_gets_a_hint() -> None:
    text = GOOD + "        tone:\n          pace:\n            -\n"
    problem = only(text)
    assert (problem.code, problem.nearest) == ("CC012", '"-"')


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        ("type: number", "a few", "CC019"),
        ("type: number, min: 2", "1", "CC019"),
        ("type: number, max: 2", "3", "CC019"),
        ("type: money", "1 200", "CC019"),
        ("type: date", "2026-02-30", "CC019"),
        ("type: date", "tomorrow", "CC019"),
        ("type: yes_no", "yes", "CC019"),
        ("type: choice, options: {self: x, partner: y}", "partnr", "CC015"),
    ],
)
def test_a_value_that_does_not_fit_its_fact(kind: str, written: str, code: str) -> None:
    text = (
        LINE.replace("stages", f"facts: {{f: {{{kind}}}}}\nstages")
        + f"        ask: What?\n        fact: f\n        answers: [{{id: a, value: {written}}}]\n"
    )
    problem = only(text)
    assert (problem.code, at(problem, text)) == (code, written)


def test_ten_answers_are_one_too_many() -> None:
    answers = "".join(f"          - id: a{number}\n" for number in range(1, 11))
    text = LINE + "        ask: Which?\n        answers:\n" + answers
    problem = only(text)
    assert (problem.code, at(problem, text), problem.words["count"]) == ("CC018", "id", "10")


def test_duplicates_name_the_line_of_the_first() -> None:
    assert only(GOOD + "      - {id: hello, say: Again.}\n").words["line"] == "7"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("callcue: 1\nlang: en\n", ["id", "stages"]),
        ("title: Calls\n", ["callcue", "id", "lang", "stages"]),
        ("callcue: 1\nlang:\nstages: []\n", ["id", "lang", "stages"]),
    ],
)
def test_every_missing_key_is_told(text: str, missing: list[str]) -> None:
    problems = reading(text).problems
    assert {one.code for one in problems} == {"CC011"}
    assert [one.words["key"] for one in problems] == missing


def test_all_slips_are_told_at_once_and_in_order() -> None:
    text = GOOD + "        quide: x\n        must: yes\n    drve: pull\n"
    assert [(one.code, one.place.line) for one in reading(text).problems] == [
        ("CC010", 9),
        ("CC012", 10),
        ("CC010", 11),
    ]


def test_a_file_full_of_slips_tells_the_first_few_hundred() -> None:
    text = GOOD + "".join(f"key{number}: x\n" for number in range(5000))
    assert len(reading(text).problems) == 500


def test_the_draft_goes_on_where_the_slips_are() -> None:
    draft = reading(GOOD + "        must: yes\n      - {id: next, say: Well.}\n").draft
    assert draft is not None
    assert [line.id for line in draft.stages[0].lines] == ["hello", "next"]


USING = GOOD + "uses: [shared/more.en.yaml]\n"


def test_used_parts_are_merged_in_after_the_own_ones() -> None:
    result = reading(LANGUAGE_EXAMPLE, ("shared/more.en.yaml", SHARED))
    playbook = result.playbook
    assert playbook is not None
    assert playbook.uses == ("shared/more.en.yaml",)
    assert [objection.id for objection in playbook.objections] == ["too_dear", "no_time"]
    assert playbook.objections[0].label == "It is too dear"
    assert list(playbook.facts)[-1] == "size"
    assert playbook.facts["hours"].type is FactType.NUMBER
    assert [story.id for story in playbook.stories] == ["mill", "bakery"]
    assert [rule.id for rule in playbook.compliance] == ["recording", "notice"]


def test_what_replaces_a_shared_part_is_told_as_information() -> None:
    result = reading(LANGUAGE_EXAMPLE, ("shared/more.en.yaml", SHARED))
    assert [(one.code, one.level, one.words["id"]) for one in result.problems] == [
        ("CC043", Level.INFO, "hours"),
        ("CC043", Level.INFO, "too_dear"),
    ]


def test_a_shared_part_knows_its_own_file() -> None:
    playbook = sound(USING, ("shared/more.en.yaml", SHARED))
    assert playbook.objections[0].origin is not None
    assert playbook.objections[0].origin.file == "shared/more.en.yaml"


def test_slips_in_a_used_file_are_told_there() -> None:
    problem = only(USING, ("shared/more.en.yaml", SHARED + "stages: []\n"))
    assert (problem.code, problem.place.file) == ("CC010", "shared/more.en.yaml")


def test_used_files_use_others_relative_to_themselves() -> None:
    playbook = sound(
        USING,
        ("shared/more.en.yaml", "callcue: 1\nlang: en\nuses: [deep/one.yaml, ../two.yaml]\n"),
        ("shared/deep/one.yaml", "callcue: 1\nlang: en\nstories: [{id: one}]\n"),
        ("two.yaml", "callcue: 1\nlang: en\nstories: [{id: two}]\n"),
    )
    assert [story.id for story in playbook.stories] == ["one", "two"]


def test_a_file_used_twice_is_no_override() -> None:
    top = "callcue: 1\nlang: en\n"
    playbook = sound(
        GOOD + "uses: [a.yaml, b.yaml]\n",
        ("a.yaml", top + "uses: [c.yaml]\n"),
        ("b.yaml", top + "uses: [c.yaml]\n"),
        ("c.yaml", top + "stories: [{id: c}]\nfacts: {f: }\n"),
    )
    assert [story.id for story in playbook.stories] == ["c"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("nowhere.yaml", "CC040"),
        ("example.yaml", "CC041"),
        ("./shared/../example.yaml", "CC041"),
        ("../outside.yaml", "CC042"),
        ("/etc/passwd", "CC042"),
        ("C:/x.yaml", "CC042"),
        ("shared\\more.en.yaml", "CC042"),
        ("shared/../../x.yaml", "CC042"),
    ],
)
def test_paths_that_cannot_be_used(path: str, code: str) -> None:
    text = GOOD + f"uses: ['{path}']\n"
    problem = only(text)
    assert (problem.code, at(problem, text)) == (code, f"'{path}'")


def test_a_circle_of_files_is_told_with_its_whole_way() -> None:
    problem = only(
        GOOD + "uses: [a.yaml]\n",
        ("a.yaml", "callcue: 1\nlang: en\nuses: [b.yaml]\n"),
        ("b.yaml", "callcue: 1\nlang: en\nuses: [a.yaml]\n"),
    )
    assert (problem.code, problem.place.file, problem.words["chain"]) == (
        "CC041",
        "b.yaml",
        "a.yaml → b.yaml → a.yaml",
    )


def test_a_shared_file_in_another_language_is_a_warning() -> None:
    problem = only(USING, ("shared/more.en.yaml", SHARED.replace("lang: en", "lang: cs")))
    assert (problem.code, problem.level) == ("CC044", Level.WARNING)


def test_a_shared_file_can_be_read_on_its_own() -> None:
    result = reading(SHARED)
    assert result.problems == ()
    assert result.draft is None


def test_the_same_source_is_read_once() -> None:
    assert reading(GOOD) is reading(GOOD)


def test_a_reading_is_whole_from_memory_alone() -> None:
    pinned = source(LANGUAGE_EXAMPLE, ("shared/more.en.yaml", SHARED))
    assert reading(LANGUAGE_EXAMPLE, ("shared/more.en.yaml", SHARED)).source == pinned
    assert len(pinned.revision) == 64
