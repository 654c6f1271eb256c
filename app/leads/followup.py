"""A follow-up as a calendar file (iCalendar, RFC 5545) that any calendar program opens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something agreed for a day or a moment.

    Attributes:
        uid: Stays the same for the same call, so that saving twice changes the entry instead of doubling it.
        starts: An aware moment, or a bare date for the whole day.
        title: The entry's heading.
        notes: Text inside the entry, such as the call's summary.
        minutes: How long a timed entry takes.
        remind_minutes: How long before a timed entry the calendar reminds; 0 for never.
    """

    uid: str
    starts: datetime | date
    title: str
    notes: str = ""
    minutes: int = 30
    remind_minutes: int = 10

    @property
    def day(self) -> date:
        """The day, in the zone of ``starts``."""
        return self.starts.date() if isinstance(self.starts, datetime) else self.starts


def calendar_text(follow_up: FollowUp, stamp: datetime) -> bytes:
    """The calendar file in UTF-8; ``stamp`` is the moment of writing. Times go out in UTC, right in every zone."""
    from icalendar import Alarm, Calendar, Event

    entry = Event()
    entry.add("uid", f"{follow_up.uid}@callcue")
    entry.add("dtstamp", stamp.astimezone(UTC))
    entry.add("summary", follow_up.title)
    if follow_up.notes:
        entry.add("description", follow_up.notes)
    if isinstance(follow_up.starts, datetime):
        starts = follow_up.starts.astimezone(UTC)
        entry.add("dtstart", starts)
        entry.add("dtend", starts + timedelta(minutes=follow_up.minutes))
        if follow_up.remind_minutes > 0:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", follow_up.title)
            alarm.add("trigger", timedelta(minutes=-follow_up.remind_minutes))
            entry.add_component(alarm)
    else:
        entry.add("dtstart", follow_up.starts)
        entry.add("dtend", follow_up.starts + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
    calendar = Calendar()
    calendar.add("prodid", "-//Callcue//Follow-up//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def file_name(follow_up: FollowUp) -> str:
    """A clear name that every file system takes: ``2026-11-25 Call Jana.ics``."""
    title = " ".join(_UNSAFE.sub(" ", follow_up.title).split())[:_LONGEST_NAME].strip(" .")
    return f"{follow_up.day.isoformat()} {title}".strip() + ".ics"
