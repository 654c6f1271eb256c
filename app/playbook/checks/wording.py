"""Words to speak: short enough to say, one question at a time, cues to speak from, in one language, finished."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from app.playbook.checks.book import Book
from app.playbook.checks.margin import (
    NOWHERE,
    Margin,
    item_place,
    key_place,
    text_node,
    value_place,
)
from app.playbook.checks.texts import Text, spoken_key
from app.playbook.checks.tongue import other_language
from app.playbook.model import Line, Objection, Story
from app.playbook.problems import Place
from app.playbook.speech import seconds_aloud, words_of
from app.playbook.tree import lines_of

MOST_WORDS = 25
MOST_SECONDS = 9.0
MOST_STORY_SECONDS = 45.0
FEWEST_CUE_WORDS, MOST_CUE_WORDS = 3, 6
MOST_ANSWERS = 7
_QUICK = 100
"""A text of no more letters takes under 9 seconds, if it is no more than 25 words (at two letters a syllable)."""
_QUESTION = re.compile(r"\?+[\s\"'”“’)»]*")
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME)\b")


def check(book: Book, margin: Margin, texts: Iterable[Text], files: Mapping[str, str]) -> None:
    """Note what is hard to say or not finished.

    Args:
        book: The playbook.
        margin: Where to note it.
        texts: All its texts.
        files: The text of each file that it was read from, by name.
    """
    for stage in book.playbook.stages:
        for line in stage.lines:
            _line(book, margin, line)
    for objection in book.playbook.objections:
        _spoken(book, margin, _of_objection(objection))
        _one_question(margin, Text(objection.ask, objection.origin, "ask"))
    for story in book.playbook.stories:
        _story(book, margin, story)
    _language(book, margin, texts)
    _unfinished(margin, files)


def _line(book: Book, margin: Margin, line: Line) -> None:
    texts = list(_of_line(line))
    if not line.verbatim:
        _spoken(book, margin, texts)
    for one in texts:
        _one_question(margin, one)
    _cue(margin, line)
    if len(line.answers) > MOST_ANSWERS:
        place = key_place(line.origin, "answers")
        margin.add("CC103", place, count=str(len(line.answers)), most=str(MOST_ANSWERS))


def _of_line(line: Line) -> Iterator[Text]:
    yield Text(line.text, line.origin, spoken_key(line))
    for index, text in enumerate(line.trials):
        yield Text(text, line.origin, "try", index)
    for change in line.moods.values():
        if change.say is not None:
            yield Text(change.say, change.origin, "say")
        if change.ask is not None:
            yield Text(change.ask, change.origin, "ask")


def _of_objection(one: Objection) -> Iterator[Text]:
    if _may_be_long(one.ask):
        yield Text(one.ask, one.origin, "ask")
    for response in one.responses:
        if _may_be_long(response.say):
            yield Text(response.say, response.origin, "say")
        for index, text in enumerate(response.trials):
            yield Text(text, response.origin, "try", index)
        for change in response.moods.values():
            if change.say is not None:
                yield Text(change.say, change.origin, "say")
    if one.exhausted is not None and _may_be_long(one.exhausted.say):
        yield Text(one.exhausted.say, one.exhausted.origin, "say")


def _may_be_long(text: str) -> bool:
    return len(text) > _QUICK or text.count(" ") >= MOST_WORDS


def _spoken(book: Book, margin: Margin, texts: Iterable[Text]) -> None:
    lang = book.playbook.lang
    for one in texts:
        if not _may_be_long(one.text):
            continue
        words, seconds = len(words_of(one.text)), seconds_aloud(one.text, lang)
        if words > MOST_WORDS or seconds > MOST_SECONDS:
            margin.add("CC100", _place(one), words=str(words), seconds=f"{seconds:.0f}")


def _one_question(margin: Margin, one: Text) -> None:
    if one.text.count("?") < 2:
        return
    marks = list(_QUESTION.finditer(one.text))
    if len(marks) < 2:
        return
    start = marks[0].end()
    node = text_node(one.origin, one.key, one.item)
    place = margin.inside(node, _place(one), start, marks[1].start() + 1 - start)
    margin.add("CC101", place, count=str(len(marks)))


def _cue(margin: Margin, line: Line) -> None:
    cues = [(line.cue, line.origin)]
    cues += [(change.cue, change.origin) for change in line.moods.values() if change.cue is not None]
    for cue, origin in cues:
        words = sum(len(words_of(one)) for one in cue)
        if cue and not FEWEST_CUE_WORDS <= words <= MOST_CUE_WORDS:
            margin.add("CC102", key_place(origin, "cue"), count=str(words))


def _story(book: Book, margin: Margin, story: Story) -> None:
    """Notes a story that is too long, and as information only one that is made up.

    The playbooks that ship have nothing but made-up stories and say so: that is right for trying out, and a strict
    check must pass on them. The reminder stays until a true case takes the sample's place.
    """
    place = value_place(story.origin, "id")
    seconds = sum(
        seconds_aloud(text, book.playbook.lang) for text in (story.who, story.trouble, story.result) if text
    )
    if seconds > MOST_STORY_SECONDS:
        margin.add("CC108", place, story=story.id, seconds=f"{seconds:.0f}")
    if story.sample:
        margin.add("CC109", key_place(story.origin, "sample"), story=story.id)


def _language(book: Book, margin: Margin, texts: Iterable[Text]) -> None:
    lang = book.playbook.lang
    for one in texts:
        if other_language(one.text, lang):
            margin.add("CC112", _place(one), lang=f"<{lang}>")


def _unfinished(margin: Margin, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        if "TODO" not in text and "FIXME" not in text:
            continue
        for number, line in enumerate(lines_of(text), start=1):
            for match in _UNFINISHED.finditer(line):
                place = Place(name, number, match.start() + 1, match.end() + 1)
                margin.add("CC113", place, found=match.group())


def _place(one: Text) -> Place:
    if one.origin is None:
        return NOWHERE
    return value_place(one.origin, one.key) if one.item < 0 else item_place(one.origin, one.key, one.item)
