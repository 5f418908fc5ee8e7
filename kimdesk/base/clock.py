"""The only place that reads the clock: instants are UTC milliseconds, days are those of Europe/Berlin."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@cache
def berlin() -> ZoneInfo:
    """Return the time zone of the field; loaded when first asked for, which the first window need not wait for."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    return ZoneInfo("Europe/Berlin")


class Clock(Protocol):
    """What the program asks about time."""

    def now_ms(self) -> int:
        """Return the instant as milliseconds since 1970, UTC."""
        ...


class SystemClock:
    """The computer's clock."""

    def now_ms(self) -> int:
        """Return the instant as milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still until it is moved; for tests, the gallery and the demo."""

    ms: int

    @classmethod
    def at(cls, day: date, hour: int = 12) -> FixedClock:
        """Return a clock standing at an hour of a day in Berlin."""
        return cls(int(datetime(day.year, day.month, day.day, hour, tzinfo=berlin()).timestamp() * 1000))

    def now_ms(self) -> int:
        """Return the instant as milliseconds since 1970, UTC."""
        return self.ms

    def advance(self, *, days: int = 0, seconds: float = 0) -> None:
        """Move the clock forward (or back, with negative numbers)."""
        self.ms += days * 86_400_000 + int(seconds * 1000)


def day_of(ms: int) -> date:
    """Return the calendar day in Germany of an instant."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone(berlin()).date()


def local_time(ms: int) -> datetime:
    """Return the wall-clock time in Germany of an instant."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone(berlin())


def today(clock: Clock) -> date:
    """Return the calendar day in Germany."""
    return day_of(clock.now_ms())
