"""Which tone wins at a moment: angry and rushed, then the line's own, other moods, the stage, the playbook."""

from __future__ import annotations

from app.call.events import Step
from app.call.prompt import ToneBadge
from app.call.state import ObjectionFrame, State
from app.playbook.model import Playbook, Tone
from app.playbook.vocabulary import MOODS, TONES, Mood

_STRONG = (Mood.ANGRY, Mood.RUSHED)
_FALLBACK = "warm"


def tone_now(playbook: Playbook, state: State) -> Tone:
    """The tone of this moment. A mood counts only once it was tapped; a line's wording for a mood may bring its own."""
    mood = Tone(MOODS[state.mood].tone) if state.mood_tapped else None
    of_mood = _tone_for_mood(playbook, state)
    if of_mood is not None:
        return of_mood
    if mood is not None and state.mood in _STRONG:
        return mood
    stage = playbook.stage(state.stage)
    found = _own_tone(playbook, state) or mood or (stage.tone if stage else None) or playbook.tone
    return found or Tone(_FALLBACK)


def _tone_for_mood(playbook: Playbook, state: State) -> Tone | None:
    if isinstance(state.on_top, ObjectionFrame):
        return None
    line = playbook.line(state.spoken_line)
    change = line.moods.get(state.mood) if line else None
    return change.tone if change else None


def _own_tone(playbook: Playbook, state: State) -> Tone | None:
    """The line's own tone; in an objection the response's, else the objection's with its pause."""
    top = state.on_top
    if not isinstance(top, ObjectionFrame):
        line = playbook.line(state.spoken_line)
        return line.tone if line else None
    objection = playbook.objection(top.objection or "")
    if objection is None:
        return Tone("calm")
    response = next((one for one in objection.responses if one.id == top.response), None)
    if top.step is Step.ANSWER and response is not None and response.tone is not None:
        return response.tone
    tone = objection.tone or Tone("calm")
    if objection.pause_seconds is None or tone.pause_seconds is not None:
        return tone
    return Tone(tone.name, tone.pace, tone.energy, tone.pause, objection.pause_seconds, tone.note)


def badge(tone: Tone) -> ToneBadge:
    """``tone`` with every dial filled in from the vocabulary. Dials without a name keep the house's warm voice."""
    word = TONES.get(tone.name or _FALLBACK, TONES[_FALLBACK])
    return ToneBadge(
        word.code,
        tone.pace or word.pace,
        tone.energy or word.energy,
        tone.pause or word.pause,
        tone.pause_seconds or 0.0,
        word.ending,
        tone.note,
    )
