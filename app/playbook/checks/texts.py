"""Every text of a playbook that people read or say, with the place it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from app.playbook.checks.book import Book
from app.playbook.model import Line, LineKind, Objection, Response, Tone
from app.playbook.tree import MapNode


class Text(NamedTuple):
    """A text, the mapping and key it stands under, and which item of a list it is (else -1)."""

    text: str
    origin: MapNode | None
    key: str
    item: int = -1


def all_texts(book: Book) -> Iterator[Text]:
    """Texts that take merge fields, in the order of the playbook."""
    playbook = book.playbook
    yield from _tone(playbook.tone)
    yield from _items(playbook.prep, playbook.origin, "prep")
    for stage in playbook.stages:
        yield from _tone(stage.tone)
        for line in stage.lines:
            yield from _line(line)
    for objection in playbook.objections:
        yield from _objection(objection)
    for story in playbook.stories:
        yield from _some(story.origin, title=story.title, who=story.who)
        yield from _some(story.origin, trouble=story.trouble, result=story.result)
    for rule in playbook.compliance:
        yield Text(rule.say, rule.origin, "say")


def _line(line: Line) -> Iterator[Text]:
    yield Text(line.text, line.origin, spoken_key(line))
    if line.cue:
        yield from _items(line.cue, line.origin, "cue")
    if line.trials:
        yield from _items(line.trials, line.origin, "try")
    if line.do:
        yield Text(line.do, line.origin, "do")
    if line.guide:
        yield Text(line.guide, line.origin, "guide")
    yield from _tone(line.tone)
    for answer in line.answers:
        yield Text(answer.label, answer.origin, "label")
    for change in line.moods.values():
        yield from _some(change.origin, say=change.say, ask=change.ask, do=change.do)
        yield from _items(change.cue or (), change.origin, "cue")
        yield from _tone(change.tone)


def _objection(one: Objection) -> Iterator[Text]:
    origin = one.origin
    if one.label:
        yield Text(one.label, origin, "label")
    if one.acknowledge:
        yield Text(one.acknowledge, origin, "acknowledge")
    if one.ask:
        yield Text(one.ask, origin, "ask")
    if one.check:
        yield Text(one.check, origin, "check")
    if one.do:
        yield Text(one.do, origin, "do")
    if one.guide:
        yield Text(one.guide, origin, "guide")
    if one.tone is not None:
        yield from _tone(one.tone)
    for response in one.responses:
        yield from _response(response)
    if one.exhausted is not None:
        yield Text(one.exhausted.say, one.exhausted.origin, "say")


def _response(one: Response) -> Iterator[Text]:
    yield Text(one.say, one.origin, "say")
    if one.do:
        yield Text(one.do, one.origin, "do")
    if one.trials:
        yield from _items(one.trials, one.origin, "try")
    if one.tone is not None:
        yield from _tone(one.tone)
    for change in one.moods.values():
        yield from _some(change.origin, say=change.say, ask=change.ask, do=change.do)


def spoken_key(line: Line) -> str:
    """The key that the line's words stand under."""
    return "ask" if line.kind is LineKind.ASK else "say"


def _items(texts: tuple[str, ...], origin: MapNode | None, key: str) -> Iterator[Text]:
    for index, text in enumerate(texts):
        yield Text(text, origin, key, index)


def _some(origin: MapNode | None, **texts: str | None) -> Iterator[Text]:
    for key, text in texts.items():
        if text:
            yield Text(text, origin, key)


def _tone(tone: Tone | None) -> Iterator[Text]:
    if tone is not None and tone.note:
        yield Text(tone.note, tone.origin, "note")
