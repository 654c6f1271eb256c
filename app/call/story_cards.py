"""Stories to tell: the one that fits the moment, and each as a card."""

from __future__ import annotations

from app.call.prompt import StoryCard
from app.call.scope import CallScope
from app.call.spoken import response_of
from app.call.state import ObjectionFrame, State
from app.playbook.model import Playbook


def story_cards(scope: CallScope) -> tuple[StoryCard, ...]:
    """All stories, the one that fits here first."""
    fitting = story_here(scope.playbook, scope.state)
    cards = [_story_card(scope, one.id, fitting) for one in scope.playbook.stories]
    known = [card for card in cards if card is not None]
    return tuple(sorted(known, key=lambda card: card.id != fitting))


def fitting_story(scope: CallScope) -> StoryCard | None:
    """The story that the moment calls for."""
    named = story_here(scope.playbook, scope.state)
    return _story_card(scope, named, named) if named else None


def story_here(playbook: Playbook, state: State) -> str | None:
    """The story that the response or line on the screen names."""
    top = state.on_top
    if isinstance(top, ObjectionFrame):
        objection = playbook.objection(top.objection or "")
        response = response_of(objection, top.response)
        if response and response.story:
            return response.story
        return next((one.story for one in objection.responses if one.story), None) if objection else None
    line = playbook.line(state.spoken_line)
    return line.story if line else None


def _story_card(scope: CallScope, story_id: str, fitting: str | None) -> StoryCard | None:
    story = scope.playbook.story(story_id)
    if story is None:
        return None
    return StoryCard(
        story.id,
        scope.text(story.title or story.id),
        scope.text(story.who),
        scope.text(story.trouble),
        scope.text(story.result),
        story.sample,
        story.id in scope.state.stories_told,
        story.id == fitting,
    )
