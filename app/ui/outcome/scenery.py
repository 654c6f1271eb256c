"""Turns an ended call and a half-filled form into the page to show. Knows no Qt and changes nothing."""

from __future__ import annotations

from dataclasses import replace

from app.call.events import OutcomeRecorded
from app.call.objection_card import open_objections
from app.call.ports import Clock
from app.call.prompt import OutcomeChoice, Phase
from app.call.said import said
from app.call.summary import CallNotes, outcome_label, summary_of
from app.leads.followup import FollowUp
from app.leads.when import when_from
from app.leads.zone import local_now
from app.playbook.vocabulary import GROUPS, OBJECTION_KINDS, OUTCOMES, OutcomeGroup
from app.ui.outcome.form import MOST_DIGITS, Form
from app.ui.outcome.ports import WrapUpCall
from app.ui.outcome.scene import (
    ChooseScene,
    DetailsScene,
    DoneScene,
    GroupColumn,
    Notice,
    ObjectionRow,
    OutcomeRow,
    OwnWords,
)

DO_NOT_CALL = "do_not_call"
Told = tuple[Notice, str]
"""What just happened beside the record, with its detail."""


class Scenery:
    """Pages of one call; ``lang`` is the window's language."""

    def __init__(self, call: WrapUpCall, clock: Clock, lang: str) -> None:
        self._call = call
        self._clock = clock
        self.lang = lang
        self._was_open = frozenset(self._key(place) for place in open_objections(call.state))

    @property
    def closed(self) -> bool:
        """Whether the outcome is recorded."""
        return self._call.prompt.phase is Phase.CLOSED

    def choices(self) -> tuple[OutcomeChoice, ...]:
        """The playbook's outcomes; "do not call" is always there."""
        choices = self._call.outcomes()
        if any(one.id == DO_NOT_CALL for one in choices):
            return choices
        return (*choices, OutcomeChoice(DO_NOT_CALL, OUTCOMES[DO_NOT_CALL].group, "", (), ()))

    def choose(self, open_group: OutcomeGroup | None) -> ChooseScene:
        """The first page."""
        prompt = self._call.prompt
        abandoned = any(event.kind == "abandoned" for event in self._call.events)
        return ChooseScene(
            prompt.lead.display, prompt.clocks.call_ms, self.suggested(), self.groups(open_group), abandoned
        )

    def suggested(self) -> OutcomeRow | None:
        """What Enter takes: the proposed outcome, else the playbook's goal."""
        first = next((one for one in self.choices() if one.proposed or one.goal), None)
        return replace(self._row(first), digit=0) if first is not None else None

    def groups(self, open_group: OutcomeGroup | None) -> tuple[GroupColumn, ...]:
        """Groups that have outcomes, numbered; the open one's outcomes too."""
        choices = self.choices()
        held = [group for group in OutcomeGroup if any(one.group == group for one in choices)]
        return tuple(
            GroupColumn(
                group,
                GROUPS[group].in_lang(self.lang),
                place,
                self._rows(tuple(one for one in choices if one.group == group), numbered=group is open_group),
                group is open_group,
            )
            for place, group in enumerate(held, start=1)
        )

    def _rows(self, choices: tuple[OutcomeChoice, ...], *, numbered: bool) -> tuple[OutcomeRow, ...]:
        return tuple(
            self._row(one, place if numbered and place <= MOST_DIGITS else 0)
            for place, one in enumerate(choices, start=1)
        )

    def _row(self, choice: OutcomeChoice, digit: int = 0) -> OutcomeRow:
        return OutcomeRow(
            choice.id, choice.label or self._label(choice.id), digit, choice.proposed, choice.goal
        )

    def _label(self, outcome: str) -> str:
        return outcome_label(self._call.playbook, outcome, self.lang)

    def details(self, form: Form, current: str, told: Told) -> DetailsScene:
        """The page of the chosen outcome; ``current`` names the field with the caret."""
        choice = next(one for one in self.choices() if one.id == form.outcome)
        return DetailsScene(
            form.outcome,
            self._label(form.outcome),
            self._call.prompt.lead.display,
            OutcomeGroup(choice.group),
            form.final,
            form.fields(),
            form.rating,
            self._objections(),
            self.summary(form),
            self.follow_up(form) is not None,
            form.when.today,
            current,
            *told,
            self._own_words(),
        )

    def _own_words(self) -> OwnWords:
        call = self._call
        lines = tuple((one.name, one.text) for one in said(call.playbook, call.state))
        return OwnWords(lines, len(call.state.rewordings))

    def done(self, told: Told) -> DoneScene:
        """The last page."""
        outcome = self._call.state.outcome or OutcomeRecorded("")
        follow_up = self.follow_up(None)
        now = local_now(self._clock.now())
        when = when_from(outcome.when or self._call.prompt.next_step.when, now, self.lang)
        return DoneScene(
            self._label(outcome.outcome),
            self._call.prompt.lead.display,
            when.understood if when is not None and follow_up is not None else "",
            self.summary(None),
            follow_up is not None,
            outcome.outcome == DO_NOT_CALL,
            *told,
        )

    def _key(self, place: int) -> str:
        met = self._call.state.objections[place]
        return met.objection or f"“{met.text}”"

    def _objections(self) -> tuple[ObjectionRow, ...]:
        """Those open at hang-up and the unlisted ones, each once and as it stands now."""
        still_open = {
            self._key(place): n for n, place in enumerate(open_objections(self._call.state), start=1)
        }
        rows: dict[str, ObjectionRow] = {}
        for place, met in enumerate(self._call.prompt.objections_met):
            key = self._key(place)
            if key in self._was_open or not met.id:
                kind = OBJECTION_KINDS.get(met.kind)
                family = kind.label.in_lang(self.lang) if kind is not None else ""
                number = still_open.get(key, 0)
                rows[key] = ObjectionRow(
                    number, met.label or met.text, family, met.result, met.text, not met.id
                )
        return tuple(rows.values())

    def summary(self, form: Form | None) -> str:
        """The call in a few lines, in the playbook's language."""
        started = local_now(self._call.events[0].at)
        return summary_of(CallNotes(self._call.prompt, self._call.playbook, started, self._outcome(form)))

    def _outcome(self, form: Form | None) -> OutcomeRecorded | None:
        if self.closed:
            return self._call.state.outcome
        return form.recorded() if form is not None else None

    def follow_up(self, form: Form | None) -> FollowUp | None:
        """What is agreed for a day ahead, by the outcome or in the call."""
        outcome = self._outcome(form) or OutcomeRecorded("")
        agreed = self._call.prompt.next_step
        now = local_now(self._clock.now())
        when = when_from(outcome.when or agreed.when, now, self.lang)
        if when is None or when.day < now.date():
            return None
        what = outcome.what or agreed.what or self._label(outcome.outcome)
        title = " – ".join(
            part for part in (what[:1].upper() + what[1:], self._call.prompt.lead.display) if part
        )
        return FollowUp(str(self._call.call_id), when.moment or when.day, title, self.summary(form))
