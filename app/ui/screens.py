"""Makes each screen when it is first needed, so that the window opens without loading what nobody looks at yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from app.call.finder import Finder
    from app.call.live_call import LiveCall
    from app.ui.background import Runner
    from app.ui.brief.screen import BriefScreen
    from app.ui.figures.screen import FiguresScreen
    from app.ui.hotkeys.keeper import GlobalKeys
    from app.ui.inbox.screen import InboxScreen
    from app.ui.key_sheet import KeySheet
    from app.ui.live.screen import LiveScreen
    from app.ui.outcome.screen import OutcomeScreen
    from app.ui.plan import CallPlan
    from app.ui.preferences import Preferences
    from app.ui.review.calibrate_screen import CalibrateScreen
    from app.ui.review.coach_screen import CoachScreen
    from app.ui.review.exporting import ExportPresenter
    from app.ui.review.loading import DeskBooks
    from app.ui.review.own_screen import OwnScreen
    from app.ui.review.screen import ReviewScreen
    from app.ui.review.take_back_screen import TakeBackScreen
    from app.ui.services import Services
    from app.ui.settings.screen import SettingsScreen

    _Keyed = TypeVar("_Keyed", BriefScreen, LiveScreen, OutcomeScreen)


class Screens:
    """The makers of screens."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def _following_keys(self, screen: _Keyed) -> _Keyed:
        """The screen, which from now on is told when the rep sets other keys."""
        self._preferences.keys_changed.connect(screen.set_keys)
        return screen

    def brief(self, plan: CallPlan) -> BriefScreen:
        """The card before the call."""
        from app.call.brief import brief_of
        from app.call.people import CallTerms
        from app.ui.brief.screen import BriefScreen

        settings = self._preferences.settings
        terms = CallTerms(plan.direction, settings.recorded_calls, plan.attempt, plan.lead.phone)
        screen = BriefScreen(
            brief_of(plan.playbook, plan.lead, settings.rep, terms, plan.seed),
            terms,
            sample=plan.sample,
            unchecked=plan.unchecked,
            country=settings.country,
            keys=self._preferences.keys,
        )
        return self._following_keys(screen)

    def live(self, services: Services, call: LiveCall, finder: Finder) -> LiveScreen:
        """The call itself."""
        from app.ui.live.screen import LiveScreen

        screen = LiveScreen(call, finder, keys=self._preferences.keys, clock=services.clock)
        return self._following_keys(screen)

    def outcome(self, services: Services, call: LiveCall) -> OutcomeScreen:
        """After the line is closed."""
        from app.ui.outcome.screen import OutcomeScreen

        screen = OutcomeScreen(call, services.clock, keys=self._preferences.keys)
        return self._following_keys(screen)

    def settings(self, hotkeys: GlobalKeys) -> SettingsScreen:
        """What can be set."""
        from app.ui.settings.screen import SettingsScreen

        return SettingsScreen(self._preferences, hotkeys=hotkeys)

    def inbox(self, services: Services, runner: Runner) -> InboxScreen:
        """What calls propose and teach."""
        from app.ui.inbox.ports import Books
        from app.ui.inbox.reading import LibraryPlaybooks
        from app.ui.inbox.screen import InboxScreen

        books = Books(
            services.proposals,
            services.lessons,
            services.calls,
            LibraryPlaybooks(services.library),
            services.clock,
        )
        return InboxScreen(self._preferences, runner, books)

    def review(self, services: Services, runner: Runner, exporting: ExportPresenter) -> ReviewScreen:
        """The trainer's desk."""
        from app.ui.review.screen import ReviewScreen

        screen = ReviewScreen(self._preferences, runner, services.clock, exporting)
        screen.serve(_desk_books(services))
        return screen

    def take_back(self, services: Services, runner: Runner, path: str) -> TakeBackScreen:
        """What an edited workbook of marks would change."""
        from app.ui.review.take_back_screen import TakeBackScreen

        screen = TakeBackScreen(self._preferences, runner, services.clock)
        screen.open(path, services.reviews, services.calls)
        return screen

    def figures(self, services: Services, runner: Runner, line: str) -> FiguresScreen:
        """What the calls that ``line`` finds add up to; loads the charts."""
        from app.ui.figures.presenter import Books
        from app.ui.figures.screen import FiguresScreen

        books = Books(services.figures, services.desk)
        return FiguresScreen(self._preferences, runner, services.clock, books, line)

    def calibration(self, services: Services, runner: Runner) -> CalibrateScreen:
        """Where trainers mark the same calls blind."""
        from app.ui.review.calibrate_screen import CalibrateScreen

        screen = CalibrateScreen(self._preferences, runner, services.clock)
        screen.serve(_desk_books(services), services.calibrations)
        return screen

    def coaching(
        self, services: Services, runner: Runner, rep: str = "", *, own: bool = False
    ) -> CoachScreen:
        """What was agreed with a rep; ``own``: the rep looks at their own sheet."""
        from app.ui.review.coach_screen import CoachScreen

        screen = CoachScreen(self._preferences, runner, services.clock, rep=rep, own=own)
        screen.serve(_desk_books(services))
        return screen

    def own_reviews(self, services: Services, runner: Runner) -> OwnScreen:
        """A rep's own reviews."""
        from app.ui.review.own_screen import OwnScreen

        screen = OwnScreen(self._preferences, runner, services.clock)
        screen.serve(_desk_books(services))
        return screen

    def key_sheet(self) -> KeySheet:
        """All keys."""
        from app.ui.key_sheet import KeySheet

        return KeySheet(self._preferences.keys)

    def review_key_sheet(self) -> KeySheet:
        """The keys of the review desk."""
        from app.ui.key_sheet import KeySheet
        from app.ui.keys import Place

        return KeySheet(self._preferences.keys, Place.REVIEW)


def _desk_books(services: Services) -> DeskBooks:
    """What the review screens read from and write to."""
    from app.ui.review.cards import FolderCards
    from app.ui.review.loading import DeskBooks

    return DeskBooks(
        services.calls,
        services.desk,
        services.reviews,
        FolderCards(services.library.folder),
        services.drafts,
        services.coaching,
        services.reps,
    )
