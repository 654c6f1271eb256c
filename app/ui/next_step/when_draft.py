"""A date being typed: the words, what they mean now, and what a calendar or an arrow key does to them. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from app.leads.when import When, read_when, say_when, when_at, when_from, when_on
from app.leads.zone import SystemZone

Now = Callable[[], datetime]
"""The present in UTC."""


class WhenDraft:
    """Keeps the words as typed, so that the record can hold both them and the moment."""

    def __init__(self, now: Now, lang: str, words: str = "") -> None:
        self._now = now
        self._lang = lang
        self._zone = SystemZone()
        self.words = words

    @property
    def lang(self) -> str:
        """The language in which the moment is said back."""
        return self._lang

    @lang.setter
    def lang(self, lang: str) -> None:
        self._lang = lang

    @property
    def local_now(self) -> datetime:
        """The present on this machine's wall clock."""
        return self._now().astimezone(self._zone)

    @property
    def today(self) -> date:
        """The local day."""
        return self.local_now.date()

    @property
    def when(self) -> When | None:
        """What the words mean, ``None`` while they mean nothing."""
        return read_when(self.words, self.local_now, self._lang) if self.words.strip() else None

    @property
    def understood(self) -> str:
        """The moment said back, empty while there is none."""
        found = self.when
        return found.understood if found is not None else ""

    @property
    def is_wrong(self) -> bool:
        """Whether something was typed that means no moment ahead."""
        return bool(self.words.strip()) and self.when is None

    @property
    def iso(self) -> str:
        """The moment as the record keeps it, empty while there is none."""
        found = self.when
        return found.iso if found is not None else ""

    def type(self, words: str) -> None:
        """The words read so now."""
        self.words = words

    def take(self, iso: str, words: str) -> None:
        """Begins with what was agreed before; words that have lost their day ("tomorrow") are said anew."""
        agreed = when_from(iso, self.local_now, self._lang) if iso else None
        self.words = agreed.understood if agreed is not None else words

    def pick_day(self, day: date) -> None:
        """A day was picked; a time that was said before stays."""
        now, found = self.local_now, self.when
        if found is None or found.moment is None:
            self.words = when_on(day, now, self._lang).understood
            return
        at = found.moment.time().replace(fold=0)
        moment = datetime.combine(day, at, tzinfo=self._zone).astimezone(UTC).astimezone(self._zone)
        self.words = when_at(moment, now, self._lang).understood

    def move(self, days: int) -> None:
        """Later or sooner by days, never before today; from nothing, one step on is tomorrow."""
        found = self.when
        day = max(self.today, (found.day if found is not None else self.today) + timedelta(days=days))
        self.pick_day(day)

    def examples(self) -> tuple[str, ...]:
        """Words that would be understood, for a hint."""
        friday = self.today + timedelta(days=(4 - self.today.weekday()) % 7 or 7)
        named = say_when(friday, None, friday.year, self._lang).split(" ", 1)
        return (
            ("zítra 9", f"{named[0]} 14:30", "za týden")
            if self._lang == "cs"
            else ("tomorrow 9", f"{named[0]} 2:30 pm", "in a week")
        )
