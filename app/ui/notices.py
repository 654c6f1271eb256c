"""What the window's banner says: troubles that pass, data that cannot be opened, and our own mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.call.ports import BookUnavailable, Trouble, TroubleKind
from app.ui.services import CannotOpen
from app.ui.troubles import trouble_words
from app.ui.widgets import Banner, BannerLook
from app.ui.words import ui_lang

if TYPE_CHECKING:
    from app.settings import SettingsProblem


class Notices(QObject):
    """Speaks through the banner, except in a call, whose window tells troubles close to where the rep looks."""

    try_again_wanted = Signal()

    def __init__(self, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._banner = banner
        self._in_call = self._tells_over = False
        self.trouble: Trouble | None = None
        self._unopened: CannotOpen | None = None
        banner.action_chosen.connect(self.try_again_wanted)

    def follow(self, *, in_call: bool) -> None:
        """Another screen is in sight: in a call the banner keeps quiet, elsewhere it tells what still is wrong."""
        if in_call == self._in_call:
            return
        self._in_call = in_call
        if self._tells_over:
            self.quieten()
        if self.trouble is None:
            return
        if in_call:
            self._banner.quieten()
        else:
            self._tell(self.trouble)

    def quieten(self) -> None:
        """Nothing is wrong any more."""
        self._tells_over = False
        self._unopened = None
        self._banner.quieten()

    # --- the journal ---

    def trouble_met(self, trouble: Trouble) -> None:
        """The journal cannot write for now; the same told again does not bring a closed banner back."""
        if trouble.kind is TroubleKind.REFUSED:  # it does not go on, and is never over
            self._tell(trouble)
            return
        known, self.trouble = self.trouble, trouble
        if trouble != known:
            self._tell(trouble)

    def _tell(self, trouble: Trouble) -> None:
        if not self._in_call:
            self._say(trouble_words(trouble))

    def trouble_over(self) -> None:
        """The journal writes again."""
        met, self.trouble = self.trouble, None
        if met is not None and not self._in_call:
            self._say(self.tr("Everything is saved again."), BannerLook.INFO)
            self._tells_over = True

    def retranslate(self) -> None:
        """Says what stands in the way in the new language."""
        if self._unopened is not None:
            self.not_opened(self._unopened)
        elif self.trouble is not None:
            self._tell(self.trouble)

    # --- what could not be done: each tells whether the error was for it ---

    def not_opened(self, error: Exception) -> bool:
        """The data cannot be opened."""
        if not isinstance(error, CannotOpen):
            return False
        self._unopened = error
        self._say(error.words.in_lang(ui_lang()), BannerLook.ALARM, action=self.tr("Try again"))
        return True

    def not_done(self, error: Exception) -> bool:
        """A call could not be begun or opened again."""
        from app.ui.calls_under_way import CannotGoOn, NotToBeCalled

        if isinstance(error, BookUnavailable):
            self._say(self.tr("The database cannot be used now. Try again in a moment."))
        elif isinstance(error, CannotGoOn):
            self._say(
                self.tr("This call cannot be opened again: its playbook's text is missing from the database.")
            )
        elif isinstance(error, NotToBeCalled):
            words = self.tr(
                "This customer asked not to be called again. No call was started; a record can still be finished."
            )
            self._say(words, BannerLook.ALARM)
        else:
            return False
        return True

    def settings_unread(self, slips: Sequence[SettingsProblem]) -> None:
        """What could not be used in the settings' file or the environment, with its place."""
        if self.trouble is None:
            self._say(" ".join(slip.in_lang(ui_lang()) for slip in slips))

    def settings_not_saved(self, why: str) -> None:
        """The settings' file cannot be written."""
        words = self.tr("The settings hold for now but could not be saved (%1).")
        self._say(words.replace("%1", why))

    def shortcuts_refused(self, words: str) -> None:
        """Some keys of the whole desktop could not be had; the others work."""
        if not self._in_call:
            self._say(words)

    def bug_met(self, report: str) -> None:
        """Our own mistake: said quietly, and on it goes. ``report`` is where it was written, empty when nowhere."""
        words = self.tr(
            "Something in Callcue itself went wrong; what was recorded is safe. A report is in %1."
        )
        self._say(words.replace("%1", report or "—"), BannerLook.ALARM)

    def _say(self, words: str, look: BannerLook = BannerLook.WARNING, *, action: str = "") -> None:
        self._tells_over = False
        self._banner.say(words, look, action=action, close=self.tr("Close"))
