"""Before the call: what to know in twenty seconds, on what grounds we call, and whether we may. Knows no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from app.call.people import CallTerms, LeadCard
from app.call.prompt import Brief
from app.leads.dialling import DialSlip
from app.leads.numbers import HOME_COUNTRY, shown
from app.playbook.vocabulary import LAWFUL_BASES
from app.ui.brief.scene import BasisOption, BriefScene, Refusal


class BriefView(Protocol):
    """The card as the presenter sees it."""

    def show_scene(self, scene: BriefScene) -> None:
        """Shows ``scene``."""

    def begin(self, terms: CallTerms) -> None:
        """The call starts on these terms."""

    def leave(self) -> None:
        """Back to where the rep came from."""

    def pass_over(self) -> None:
        """This lead is skipped; on to the next one."""

    def dial(self, number: str) -> None:
        """Dials the number; ``dialled`` tells what came of it."""

    def check_soon(self, number: str) -> None:
        """Has the do-not-call list asked again in a while; ``checked`` tells what it says."""


class BriefPresenter:
    """Owned by its screen."""

    def __init__(
        self,
        view: BriefView,
        brief: Brief,
        terms: CallTerms,
        *,
        lang: str,
        blocked: bool = False,
        sample: bool = False,
        unchecked: bool = False,
        country: str = HOME_COUNTRY,
    ) -> None:
        self._view = view
        self._brief = brief
        self._terms = terms
        self._lang = lang
        self._blocked = blocked
        self._sample = sample
        self._unchecked = unchecked
        self._country = country
        self._basis = terms.lawful_basis
        self._refusal = Refusal.DO_NOT_CALL if blocked else Refusal.NONE
        self._dial_slip: DialSlip | None = None

    def show(self) -> None:
        """Shows the card."""
        self._view.show_scene(self._scene())

    def watch(self) -> None:
        """Goes on asking for what could not be looked up."""
        if self._unchecked:
            self._view.check_soon(self._number)

    def checked(self, number: str, blocked: bool | None) -> None:  # noqa: FBT001 - an answer
        """What the do-not-call list says of ``number``; ``None`` while it still cannot be read."""
        if number != self._number or not self._unchecked:
            return
        if blocked is None:
            self._view.check_soon(number)
            return
        self._unchecked = False
        if blocked:
            self._blocked, self._refusal = True, Refusal.DO_NOT_CALL
        self.show()

    def speak(self, lang: str) -> None:
        """The window speaks another language now."""
        self._lang = lang
        self.show()

    @property
    def _number(self) -> str:
        return self._terms.number or self._brief.lead.phone

    def start(self) -> None:
        """Enter or Space: begins the call, or says in words why not."""
        if self._blocked:
            self._refuse(Refusal.DO_NOT_CALL)
        elif self._brief.lawful_basis_required and not self._basis:
            self._refuse(Refusal.NO_BASIS)
        else:
            self._view.begin(replace(self._terms, number=self._number, lawful_basis=self._basis))

    def pick(self, digit: int) -> None:
        """Picks the lawful basis by its digit."""
        basis = next((one for one in self._bases() if one.digit == digit), None)
        if basis is not None:
            self.choose_basis(basis.code)

    def choose_basis(self, code: str) -> None:
        """Picks the lawful basis; the same again takes it back."""
        if self._brief.lawful_basis_required and code in LAWFUL_BASES and not self._blocked:
            self._basis = "" if code == self._basis else code
            self._refuse(Refusal.NONE)

    def dial(self) -> None:
        """D: hands the number to the phone program."""
        if self._blocked:
            self._refuse(Refusal.DO_NOT_CALL)
        elif self._number:
            self._view.dial(self._number)

    def dialled(self, number: str, slip: DialSlip | None) -> None:
        """What came of dialling ``number``; of another one nothing is said here."""
        if number != self._number:
            return
        if slip is DialSlip.BLOCKED:
            self._blocked, self._unchecked = True, False
            self._refusal = Refusal.DO_NOT_CALL
        self._dial_slip = slip
        self.show()

    def skip(self) -> None:
        """X: not this lead now."""
        self._view.pass_over()

    def back(self) -> None:
        """Esc: back to the list."""
        self._view.leave()

    def _refuse(self, refusal: Refusal) -> None:
        self._refusal, self._dial_slip = refusal, None
        self.show()

    def _bases(self) -> tuple[BasisOption, ...]:
        if not self._brief.lawful_basis_required:
            return ()
        return tuple(
            BasisOption(code, label.in_lang(self._lang), digit, code == self._basis)
            for digit, (code, label) in enumerate(LAWFUL_BASES.items(), start=1)
        )

    def _scene(self) -> BriefScene:
        return BriefScene(
            self._brief,
            shown(self._number, self._country) if self._number else "",
            origin_of(self._brief.lead),
            self._terms.attempt,
            self._bases(),
            self._refusal,
            self._blocked,
            self._sample,
            self._dial_slip,
            self._unchecked,
        )


def origin_of(lead: LeadCard) -> tuple[str, ...]:
    """Where the lead came from, from the widest to the narrowest; each thing once."""
    parts = (lead.source, lead.campaign, lead.ad, lead.page)
    return tuple(dict.fromkeys(part for part in parts if part))
