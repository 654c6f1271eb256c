"""The phone beside the window: dials for whichever screen asks, and tells who rings before anything is opened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.call.people import Direction
from app.call.ports import BookUnavailable
from app.leads.lead import Lead, LeadBook
from app.leads.screen_pop import Pop, PopEvent
from app.ui.background import Background, Runner
from app.ui.dialler import Dialler, OpenLink, open_with_desktop
from app.ui.number_check import NumberCheck
from app.ui.pop_bar import PopBar, PopNews, PopPlace
from app.ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Caller:
    """Whom the rep wants to see: the leads with this number (often none or one), and what the phone knows."""

    leads: tuple[Lead, ...]
    number: str
    name: str = ""
    inbound: bool = True


@dataclass(frozen=True, slots=True)
class _Found:
    leads: tuple[Lead, ...] = ()
    blocked: bool = False


class PhoneDesk(QObject):
    """Owned by the journey. ``lead_wanted`` carries a ``Caller`` once the rep said yes; ``rang`` asks for attention."""

    lead_wanted = Signal(object)
    rang = Signal()

    def __init__(
        self,
        preferences: Preferences,
        runner: Runner,
        bar: PopBar,
        parent: QObject | None = None,
        *,
        open_link: OpenLink = open_with_desktop,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._bar = bar
        self._leads: LeadBook | None = None
        self._pop: Pop | None = None
        self._found: _Found | None = None
        self._place = PopPlace.ASKS
        # A line of its own: a phone program that does not answer must not keep the books waiting.
        self._line = Background(self)
        self.dialler = Dialler(preferences, self._line, self, open_link=open_link)
        self.number_check = NumberCheck(self._line, self)
        bar.open_wanted.connect(self._open)
        bar.put_away.connect(self._put_away)

    def serve(self, leads: LeadBook | None) -> None:
        """The book of leads is open, or closed again."""
        self._leads = leads
        self.dialler.serve(leads)
        self.number_check.serve(leads)
        if leads is not None and self._pop is not None and self._found is None:
            self._look_up(self._pop)

    def close(self) -> None:
        """The window goes."""
        self._line.close()

    def follow(self, place: PopPlace) -> None:
        """The rep went to another screen."""
        self._place = place
        self._bar.set_place(place)

    def meet(self, pop: Pop) -> None:
        """The phone program tells of a call."""
        same = self._pop is not None and self._pop.number.e164 == pop.number.e164
        if pop.event is PopEvent.ENDED:
            if same:
                self._put_away()
            return
        self._pop = pop
        if same and self._found is not None:
            self._tell()
            return
        self._found = None
        if self._leads is not None:
            self._look_up(pop)

    def _look_up(self, pop: Pop) -> None:
        assert self._leads is not None
        work = partial(_find, self._leads, pop.number.e164)
        self._runner.run(work, partial(self._known, pop), partial(self._unknown, pop))

    def _known(self, pop: Pop, found: _Found) -> None:
        if self._pop is None or self._pop.number.e164 != pop.number.e164:
            return
        self._found = found
        self._tell()
        if self._place is PopPlace.ASKS:
            self.rang.emit()

    def _unknown(self, pop: Pop, error: Exception) -> bool:
        """The books cannot be read now: the number is told all the same."""
        if not isinstance(error, BookUnavailable):
            return False
        self._known(pop, _Found())
        return True

    def _tell(self) -> None:
        pop, found = self._pop, self._found
        if pop is None or found is None:
            return
        self._bar.show_news(PopNews(pop, _who(found.leads), found.blocked))

    def _open(self) -> None:
        pop, found = self._pop, self._found
        if pop is None or found is None or found.blocked:
            return
        self._put_away()
        inbound = pop.direction is Direction.INBOUND
        self.lead_wanted.emit(Caller(found.leads, pop.number.display, pop.name, inbound))

    def _put_away(self) -> None:
        self._pop = self._found = None
        self._bar.show_news(None)


def _find(leads: LeadBook, number: str) -> _Found:
    """Who has this number, and whether it may be called. For the worker."""
    found = leads.by_phone(number)
    return _Found(found, leads.is_blocked(number) or any(lead.blocked for lead in found))


def _who(leads: tuple[Lead, ...]) -> str:
    """Name and company of the first lead, and how many more there are."""
    if not leads:
        return ""
    card = leads[0].card
    who = ", ".join(part for part in (card.name, card.company) if part) or card.phone
    return f"{who} (+{len(leads) - 1})" if len(leads) > 1 else who
