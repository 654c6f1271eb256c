"""From the start screen through the card, the call and its outcome, and back: which screen comes when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.call.ports import Clock
from app.ui.background import Background
from app.ui.desk_rooms import DeskRooms
from app.ui.frame import Frame
from app.ui.hotkeys.keeper import GlobalKeys
from app.ui.journal_relay import JournalRelay
from app.ui.notices import Notices
from app.ui.passage import Passage
from app.ui.phone_desk import Caller, PhoneDesk
from app.ui.pop_bar import PopPlace
from app.ui.preferences import Preferences
from app.ui.screens import Screens
from app.ui.services import Services
from app.ui.today.desk import Books
from app.ui.today.screen import TodayScreen
from app.ui.today.shelf import LibraryShelf

if TYPE_CHECKING:
    from app.call.finder import Finder
    from app.call.live_call import LiveCall
    from app.call.people import CallTerms
    from app.settings import SettingsProblem
    from app.ui.calls_under_way import Prepared, Reopened
    from app.ui.key_sheet import KeySheet
    from app.ui.live.scene import Layout
    from app.ui.plan import CallPlan

Build = Callable[[], Services]


class Journey(QObject):
    """Owns the screens and the services while the window is open."""

    opened = Signal()

    def __init__(
        self,
        frame: Frame,
        preferences: Preferences,
        background: Background,
        clock: Clock,
        build: Build,
        parent: QObject | None = None,
        *,
        role: str = "",
    ) -> None:
        super().__init__(parent)
        self._looks_at_everyone = role in {"manager", "trainer"}
        self._frame = frame
        self._preferences = preferences
        self._background = background
        self._build = build
        self._services: Services | None = None
        self._is_refused = False
        self._relay = JournalRelay(self)
        self._screens = Screens(preferences)
        self._plan: CallPlan | None = None
        self._call: LiveCall | None = None
        self._finder: Finder | None = None
        self._live: QWidget | None = None
        self._notices = Notices(frame.banner, self)
        self._today = TodayScreen(preferences, background, clock)
        self._passage = Passage(frame, self._today, self._today.refresh, self)
        self._rooms = DeskRooms(self._screens, self._passage, background, self)
        self._begins_with = {"manager": self._show_inbox, "trainer": self._rooms.show_desk}.get(role)
        self.phone = PhoneDesk(preferences, background, frame.pop_bar, self)
        self.hotkeys = GlobalKeys(preferences, self)
        self._places = self._places_now()
        self._connect()
        frame.show_screen(self._today)

    def _connect(self) -> None:
        today, frame, relay = self._today, self._frame, self._relay
        today.call_planned.connect(self._plan_call)
        today.go_on_wanted.connect(self._go_on)
        today.finish_wanted.connect(self._finish)
        today.settings_wanted.connect(self._show_settings)
        today.key_sheet_wanted.connect(self._show_keys)
        today.inbox_wanted.connect(self._show_inbox)
        today.review_wanted.connect(self._rooms.show_desk)
        today.own_reviews_wanted.connect(self._rooms.show_own_reviews)
        today.open_wanted.connect(self.open)
        today.dial_wanted.connect(self.phone.dialler.dial)
        self.phone.dialler.told.connect(today.dial_told)
        self.phone.lead_wanted.connect(self._open_caller)
        self.phone.rang.connect(frame.come_forward)
        self.hotkeys.window_wanted.connect(frame.come_forward)
        self.hotkeys.refused.connect(self._notices.shortcuts_refused)
        self._rooms.settings_wanted.connect(self._show_settings)
        self._rooms.key_sheet_wanted.connect(self._show_review_keys)
        self._passage.changed.connect(self._follow_screen)
        frame.closing.connect(self.close)
        notices = self._notices
        notices.try_again_wanted.connect(self.open)
        relay.trouble_met.connect(notices.trouble_met, Qt.ConnectionType.QueuedConnection)
        relay.trouble_over.connect(notices.trouble_over, Qt.ConnectionType.QueuedConnection)
        relay.trouble_over.connect(self._look_again, Qt.ConnectionType.QueuedConnection)
        self._preferences.changed.connect(self._follow_places)
        self._preferences.not_saved.connect(notices.settings_not_saved)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)

    # --- opening and closing the house ---

    def open(self) -> None:
        """Opens the data behind the window, after it has been painted, or again after it could not be done."""
        self._is_refused = False
        self._today.opening()
        self._notices.quieten()
        self._background.run(self._build, self._serve, self._not_opened)

    def _not_opened(self, error: Exception) -> bool:
        self._is_refused = True
        self._today.not_opened()
        return self._notices.not_opened(error)

    def _serve(self, services: Services) -> None:
        self._services = services
        self._rooms.serve(services)
        self._notices.quieten()
        services.journal.listen(self._relay)
        self.phone.serve(services.leads)
        rep = self._preferences.settings.login
        shelf = LibraryShelf(services.library)
        self._today.serve(
            Books(
                services.calls,
                services.leads,
                shelf,
                services.proposals,
                rep,
                services.reviews,
                everyones=self._looks_at_everyone,
            )
        )
        begin, self._begins_with = self._begins_with, None
        if begin is not None:
            begin()
        self.hotkeys.begin()
        self.opened.emit()

    def close(self) -> None:
        """The window goes: everything is flushed; a call under way can be gone on with next time."""
        self._preferences.keep_at_close(window=self._frame.geometry_to_keep())
        self.hotkeys.close()
        self._rooms.close()
        self._background.close()
        self.phone.close()
        services, self._services = self._services, None
        self._rooms.serve(None)
        if services is not None:
            services.close()

    # --- the way of a call ---

    def _plan_call(self, plan: CallPlan) -> None:
        if self._services is None:
            return
        self._plan = plan
        brief = self._screens.brief(plan)
        brief.start_requested.connect(self._begin)
        brief.back_requested.connect(self._return_to_today)
        brief.skip_requested.connect(self._skip_lead)
        brief.dial_wanted.connect(self.phone.dialler.dial)
        self.phone.dialler.told.connect(brief.dial_told)
        brief.check_wanted.connect(self.phone.number_check.check)
        self.phone.number_check.told.connect(brief.checked)
        self._passage.pass_to(brief)

    def _skip_lead(self) -> None:
        self._today.choose_next()
        self._return_to_today()

    def _begin(self, terms: CallTerms) -> None:
        services, plan, settings = self._services, self._plan, self._preferences.settings
        if services is None or plan is None:
            return
        from app.ui.calls_under_way import prepare

        self._plan = None
        work = partial(prepare, services, plan, terms, settings.rep.rep_id, settings.help_level)
        self._background.run(work, self._prepared, partial(self._not_begun, plan))

    def _prepared(self, prepared: Prepared) -> None:
        if self._services is not None:
            settings = self._preferences.settings
            call = prepared.begin(self._services, settings.rep, settings.quiet)
            self._show_live(call, prepared.finder)

    def _not_begun(self, plan: CallPlan, error: Exception) -> bool:
        from app.ui.calls_under_way import NotToBeCalled

        if isinstance(error, NotToBeCalled):
            self._return_to_today()
        else:
            self._plan = plan
        return self._notices.not_done(error)

    def _go_on(self, call: UUID) -> None:
        self._reopen(call, self._going_on, talking=True)

    def _finish(self, call: UUID) -> None:
        self._reopen(call, self._finishing, talking=False)

    def _reopen(self, call: UUID, then: Callable[[Reopened], None], *, talking: bool) -> None:
        from app.ui.calls_under_way import reopen

        if self._services is not None:
            work = partial(reopen, self._services, call, talking=talking)
            self._background.run(work, then, self._notices.not_done)

    def _going_on(self, reopened: Reopened) -> None:
        if self._services is None:
            return
        call = reopened.go_on(self._services, self._preferences.settings.quiet)
        if call.prompt.phase == "talk":
            self._show_live(call, reopened.finder)
        else:
            self._show_outcome(call, reopened.finder)

    def _finishing(self, reopened: Reopened) -> None:
        if self._services is None:
            return
        call = reopened.go_on(self._services)
        if call.prompt.phase == "talk":
            call.abandon()
        self._show_outcome(call, reopened.finder)

    def _show_live(self, call: LiveCall, finder: Finder) -> None:
        services = self._services
        if services is None:
            return
        self._call, self._finder = call, finder
        live = self._screens.live(services, call, finder)
        live.call_over.connect(self._live_over)
        live.compact_requested.connect(self._reshape)
        live.dial_wanted.connect(self.phone.dialler.dial)
        live.settings_wanted.connect(self._show_settings)
        self.hotkeys.act_wanted.connect(live.act)
        self.phone.dialler.told.connect(live.dial_told)
        self._relay.acknowledged.connect(live.saved)
        self._relay.trouble_met.connect(live.troubled)
        self._relay.trouble_over.connect(live.recovered)
        self._live = live
        self._passage.pass_to(live)
        live.start()
        if self._relay.latest is not None:
            live.saved(*self._relay.latest)
        if self._notices.trouble is not None:
            live.troubled(self._notices.trouble)

    def _reshape(self, layout: Layout) -> None:
        if layout == "compact":
            self._frame.shape_compact()
        elif layout == "strip":
            self._frame.shape_strip()
        else:
            self._frame.shape_full()

    def _live_over(self) -> None:
        self._frame.shape_full()
        if self._call is not None and self._finder is not None:
            self._show_outcome(self._call, self._finder)

    def _show_outcome(self, call: LiveCall, finder: Finder) -> None:
        services = self._services
        if services is None:
            return
        self._call, self._finder = call, finder
        outcome = self._screens.outcome(services, call)
        outcome.finished.connect(self._call_finished)
        outcome.returned_to_call.connect(self._back_to_call)
        self._relay.acknowledged.connect(outcome.saved)
        self._relay.trouble_met.connect(outcome.troubled)
        self._relay.trouble_over.connect(outcome.recovered)
        if self._relay.latest is not None:
            outcome.saved(*self._relay.latest)
        if self._notices.trouble is not None:
            outcome.troubled(self._notices.trouble)
        self._passage.pass_to(outcome)

    def _back_to_call(self) -> None:
        if self._call is not None and self._finder is not None:
            self._show_live(self._call, self._finder)

    def _call_finished(self) -> None:
        self._today.start_over()
        self._return_to_today()

    def _return_to_today(self) -> None:
        self._call = None
        self._passage.go_home()

    def _follow_screen(self) -> None:
        """What stands around the screens depends on which of them is in sight."""
        self.phone.follow(self._pop_place())
        self._notices.follow(in_call=self.in_call())

    # --- beside the way ---

    def _open_caller(self, caller: Caller) -> None:
        """The rep wants to see who rings."""
        if self._frame.current_screen() is self._today:
            self._today.open_caller(caller)

    def _pop_place(self) -> PopPlace:
        if self.in_call():
            return PopPlace.IN_CALL
        return PopPlace.ASKS if self._frame.current_screen() is self._today else PopPlace.TELLS

    def _show_settings(self) -> None:
        settings = self._screens.settings(self.hotkeys)
        settings.closed.connect(self._passage.come_back)
        self._passage.step_aside(settings)

    def _show_inbox(self) -> None:
        services = self._services
        if services is None:
            return
        inbox = self._rooms.made(partial(self._screens.inbox, services))
        inbox.closed.connect(self._return_to_today)
        inbox.settings_wanted.connect(self._show_settings)
        inbox.key_sheet_wanted.connect(self._show_keys)
        self._passage.pass_to(inbox)

    def _show_keys(self) -> None:
        self._show_key_sheet(self._screens.key_sheet())

    def _show_review_keys(self) -> None:
        self._show_key_sheet(self._screens.review_key_sheet())

    def _show_key_sheet(self, sheet: KeySheet) -> None:
        sheet.closed.connect(self._passage.come_back)
        self._passage.step_aside(sheet)

    def _look_again(self) -> None:
        """The start screen reads anew, if it is in sight and its books are open; a window that was closed has none."""
        if self._services is not None and self._frame.current_screen() is self._today:
            self._today.refresh()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        """Playbooks are edited elsewhere meanwhile: coming back shows them as they are now."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._look_again()

    def _places_now(self) -> tuple[str, str, str]:
        settings = self._preferences.settings
        return settings.playbooks, settings.database, settings.country

    def _follow_places(self) -> None:
        """Other folders were set: everything is opened anew, there."""
        places = self._places_now()
        if places == self._places or (self._services is None and not self._is_refused):
            return
        self._places = places
        if not self.in_call():
            self._passage.forget_beneath()
        services, self._services = self._services, None
        self._rooms.serve(None)
        self._today.opening()
        self.phone.serve(None)
        # by way of the worker, where the new places are saved next
        self._background.run(services.close if services is not None else bool, self._closed_to_open)

    def _closed_to_open(self, _: bool) -> None:  # noqa: FBT001 - an answer
        self.open()

    def in_call(self) -> bool:
        return self._live is not None and self._live is self._passage.passing

    def settings_unread(self, slips: Sequence[SettingsProblem]) -> None:
        """Something in the settings could not be used; see ``Notices``."""
        self._notices.settings_unread(slips)

    def bug_met(self, report: str) -> None:
        """Our own mistake; see ``Notices``."""
        self._notices.bug_met(report)

    def retranslate(self) -> None:
        """Says what stands in the banner in the new language."""
        self._notices.retranslate()
