"""The zone of this machine, changes of the clock included, without knowing its name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


class SystemZone(tzinfo):
    """Asks the operating system about each moment, so that daylight saving comes out right (PEP 495 folds too)."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """The offset in force at the wall time ``moment``."""
        return None if moment is None else _on_the_wall(moment).utcoffset()

    def dst(self, _moment: datetime | None) -> timedelta | None:
        """Unknown: the operating system tells the whole offset only."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """The system's short name of the zone at ``moment``."""
        return None if moment is None else _on_the_wall(moment).tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """The wall time of ``moment``, which is in UTC but carries this zone."""
        there = moment.replace(tzinfo=UTC).astimezone()
        first = there.replace(tzinfo=self, fold=0)
        return first if first.utcoffset() == there.utcoffset() else first.replace(fold=1)

    def __repr__(self) -> str:
        return "SystemZone()"


def _on_the_wall(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None).astimezone()


def local_now(utc_now: datetime) -> datetime:
    """``utc_now`` on the wall clock of this machine, fit for ``when.read_when``."""
    return utc_now.astimezone(SystemZone())
