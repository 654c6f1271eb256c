"""The details that one outcome asks for: what was typed, what it means, and what is still missing. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.call.events import OutcomeRecorded, Result
from app.call.prompt import OutcomeChoice, Prompt
from app.call.wording import number, read_value, worded
from app.leads.when import read_when
from app.playbook.model import Fact, FactType, FactValue, Playbook
from app.playbook.vocabulary import (
    DISQUALIFICATIONS,
    OBJECTION_KINDS,
    OUTCOMES,
    Ask,
    Label,
    Lang,
    OutcomeGroup,
    ReasonList,
)
from app.ui.next_step.when_draft import Now, WhenDraft
from app.ui.outcome.amount import read_amount
from app.ui.outcome.scene import FieldKind, FieldOption, FieldProblem, FieldScene

MOST_DIGITS = 9
_CURRENCIES = {Lang.CS: "CZK", Lang.EN: "EUR"}
_STEPS = frozenset({"meeting", "offer", "trial"})
"""Outcomes that are agreed with the customer themselves, so that "who" begins with their name."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a form stands in: the call as it ended, its playbook, the clock and the window's language."""

    prompt: Prompt
    playbook: Playbook
    now: Now
    lang: str


class Form:
    """The details of one chosen outcome."""

    def __init__(self, choice: OutcomeChoice, setting: Setting) -> None:
        self.outcome = choice.id
        self._choice = choice
        self._setting = setting
        self._required = tuple(choice.requires)
        self._facts = choice.missing_facts
        self._texts: dict[str, str] = {}
        self._picked: dict[str, str] = {}
        self._pointed_out: set[str] = set()
        self._all_reasons = False
        self._when = WhenDraft(setting.now, setting.lang)
        self.rating = 0
        self._begin()

    def _begin(self) -> None:
        agreed = self._setting.prompt.next_step
        if Ask.WHEN in self._required and (agreed.when or agreed.when_words):
            self._when.take(agreed.when, agreed.when_words)
        if Ask.WHAT in self._required:
            self._texts[Ask.WHAT] = agreed.what
        if Ask.WHO in self._required and self.outcome in _STEPS:
            self._texts[Ask.WHO] = agreed.who or self._setting.prompt.lead.name

    @property
    def names(self) -> tuple[str, ...]:
        """Fields in the order in which they are asked: what is required first, the note last."""
        asked = [ask for ask in self._required if ask != Ask.NOTE]
        optional = [Ask.WHEN] if Ask.WHEN not in self._required and not self._final else []
        return (*map(str, asked), *self._facts, *map(str, optional), str(Ask.NOTE))

    @property
    def _final(self) -> bool:
        word = OUTCOMES.get(self.outcome)
        return (
            word.final if word is not None else self._choice.group in (OutcomeGroup.WON, OutcomeGroup.CLOSED)
        )

    @property
    def final(self) -> bool:
        """Whether this outcome closes the contact."""
        return self._final

    @property
    def missing(self) -> tuple[str, ...]:
        """Fields that keep the outcome from being recorded, in order: required ones not filled, others not understood."""
        return tuple(name for name in self.names if self._problem(name))

    def type(self, name: str, words: str) -> None:
        """The field reads so now."""
        if name == Ask.WHEN:
            self._when.type(words)
        else:
            self._texts[name] = words

    @property
    def when(self) -> WhenDraft:
        """The date being typed."""
        return self._when

    def pick(self, name: str, code: str) -> bool:
        """Picks an option of a list; picking it again takes it back. ``False`` when there is no such option."""
        if code not in self._labels(name):
            return False
        self._picked[name] = "" if self._picked.get(name) == code else code
        return True

    def pick_digit(self, name: str, digit: int) -> bool:
        """Picks by digit; 0 shows the options behind "more"."""
        if digit == 0:
            return self._turn(name)
        code = next((one.code for one in self._options(name) if one.digit == digit), None)
        return code is not None and self.pick(name, code)

    def _turn(self, name: str) -> bool:
        if len(self._labels(name)) <= MOST_DIGITS:
            return False
        self._all_reasons = not self._all_reasons
        return True

    def point_out(self, *names: str) -> None:
        """From now on these fields show what is wrong with them."""
        self._pointed_out.update(names)

    def is_list(self, name: str) -> bool:
        """Whether the field is picked from, not typed."""
        return self._kind(name) is FieldKind.LIST

    def fields(self) -> tuple[FieldScene, ...]:
        """The fields as they stand."""
        return tuple(self._field(name) for name in self.names)

    def recorded(self) -> OutcomeRecorded:
        """The outcome as it would be recorded now, half filled in or not."""
        amount = read_amount(self._text(Ask.VALUE), self._currency())
        facts = {name: self._fact_value(name) for name in self._facts}
        return OutcomeRecorded(
            self.outcome,
            reason=self._picked.get(Ask.REASON, "") or self._text(Ask.REASON),
            when=self._when.iso,
            when_words=self._when.words.strip(),
            who=self._text(Ask.WHO),
            what=self._text(Ask.WHAT),
            value=amount.value if amount is not None else None,
            currency=amount.currency if amount is not None else "",
            note=self._text(Ask.NOTE),
            self_rating=self.rating,
            facts={name: value for name, value in facts.items() if value is not None},
        )

    def _text(self, name: str) -> str:
        return self._texts.get(name, "").strip()

    def _field(self, name: str) -> FieldScene:
        return FieldScene(
            name,
            self._kind(name),
            self._fact_label(name),
            self._is_required(name),
            self._when.words if name == Ask.WHEN else self._texts.get(name, ""),
            self._understood(name),
            self._options(name),
            len(self._labels(name)) > MOST_DIGITS,
            self._shown_problem(name),
            self._hint(name),
            self._when.when.day if name == Ask.WHEN and self._when.when is not None else None,
        )

    def _kind(self, name: str) -> FieldKind:
        if name == Ask.WHEN or self._is_date(name):
            return FieldKind.WHEN
        if name == Ask.VALUE:
            return FieldKind.AMOUNT
        if name == Ask.NOTE:
            return FieldKind.NOTE
        return FieldKind.LIST if self._labels(name) else FieldKind.TEXT

    def _fact(self, name: str) -> Fact | None:
        return self._setting.playbook.facts.get(name) if name in self._facts else None

    def _is_date(self, name: str) -> bool:
        fact = self._fact(name)
        return fact is not None and fact.type is FactType.DATE

    def _fact_label(self, name: str) -> str:
        fact = self._fact(name)
        return (fact.label or fact.id) if fact is not None else (name if name in self._facts else "")

    def _is_required(self, name: str) -> bool:
        return name in self._required or name in self._facts

    def _labels(self, name: str) -> Mapping[str, str]:
        """Codes and labels to pick from, likeliest first; empty for a typed field."""
        lang = self._setting.lang
        if name == Ask.REASON:
            return {code: label.in_lang(lang) for code, label in self._reasons().items()}
        fact = self._fact(name)
        if fact is None:
            return {}
        if fact.type is FactType.YES_NO:
            return {"yes": worded(fact, True, lang), "no": worded(fact, False, lang)}  # noqa: FBT003 - the value itself
        return fact.options if fact.type is FactType.CHOICE else {}

    def _reasons(self) -> dict[str, Label]:
        """Kinds of objection unless the outcome has another list; those met in this call first, final ones before all."""
        word = OUTCOMES.get(self.outcome)
        if word is not None and word.reasons is ReasonList.DISQUALIFICATION:
            return dict(DISQUALIFICATIONS)
        met = sorted(self._setting.prompt.objections_met, key=lambda one: one.result is not Result.FINAL)
        order = dict.fromkeys(
            [one.kind for one in met if one.kind in OBJECTION_KINDS] + list(OBJECTION_KINDS)
        )
        return {code: OBJECTION_KINDS[code].label for code in order}

    def _options(self, name: str) -> tuple[FieldOption, ...]:
        labels = list(self._labels(name).items())
        first = MOST_DIGITS if self._all_reasons and len(labels) > MOST_DIGITS else 0
        chosen = self._picked.get(name, "")
        digits = {code: place + 1 for place, (code, _) in enumerate(labels[first : first + MOST_DIGITS])}
        return tuple(FieldOption(code, label, digits.get(code, 0), code == chosen) for code, label in labels)

    def _understood(self, name: str) -> str:
        if name == Ask.WHEN:
            return self._when.understood
        if name == Ask.VALUE:
            amount = read_amount(self._text(name), self._currency())
            return (
                f"{number(amount.value, self._setting.lang)} {amount.currency}" if amount is not None else ""
            )
        if self._is_date(name):
            found = read_when(self._text(name), self._when.local_now, self._setting.lang)
            return found.understood if found is not None else ""
        return ""

    def _fact_value(self, name: str) -> FactValue | None:
        fact = self._fact(name)
        if self._picked.get(name):
            return (
                self._picked[name] == "yes" if fact and fact.type is FactType.YES_NO else self._picked[name]
            )
        if fact is None or not self._text(name):
            return self._text(name) or None
        if fact.type is FactType.DATE:
            found = read_when(self._text(name), self._when.local_now, self._setting.lang)
            return found.day.isoformat() if found is not None else None
        return read_value(fact, self._text(name))

    def _problem(self, name: str) -> FieldProblem:
        if name == Ask.WHEN and self._when.is_wrong:
            return FieldProblem.NOT_UNDERSTOOD
        if name == Ask.VALUE and self._text(name) and not self._understood(name):
            return FieldProblem.NOT_UNDERSTOOD
        if not self._is_required(name):
            return FieldProblem.NONE
        if name in self._facts:
            return self._fact_problem(name)
        given = {
            Ask.WHEN: self._when.iso,
            Ask.REASON: self._picked.get(name, ""),
        }
        return FieldProblem.NONE if given.get(Ask(name), self._text(name)) else FieldProblem.MISSING

    def _fact_problem(self, name: str) -> FieldProblem:
        if self._fact_value(name) is not None:
            return FieldProblem.NONE
        return FieldProblem.NOT_UNDERSTOOD if self._text(name) else FieldProblem.MISSING

    def _shown_problem(self, name: str) -> FieldProblem:
        problem = self._problem(name)
        live = problem is FieldProblem.NOT_UNDERSTOOD and name not in self._facts
        return problem if live or name in self._pointed_out else FieldProblem.NONE

    def _currency(self) -> str:
        """The currency that this playbook counts in, else the language's usual one."""
        money = (
            fact.currency for fact in self._setting.playbook.facts.values() if fact.type is FactType.MONEY
        )
        lang = Lang.CS if self._setting.playbook.lang == Lang.CS else Lang.EN
        return next((currency for currency in money if currency), _CURRENCIES[lang])

    def _hint(self, name: str) -> str:
        if self._kind(name) is FieldKind.WHEN:
            return ", ".join(self._when.examples())
        if name == Ask.VALUE:
            return self._currency()
        fact = self._fact(name)
        return (fact.unit or fact.currency) if fact is not None else ""
