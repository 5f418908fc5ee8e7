"""Working days in Nordrhein-Westfalen: weekends and public holidays (§ 2 Feiertagsgesetz NW)."""

from __future__ import annotations

import datetime as dt
from functools import cache

_FIXED = ((1, 1), (5, 1), (10, 3), (11, 1), (12, 25), (12, 26))
_FROM_EASTER = (-2, 1, 39, 50, 60)  # Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi
_DAY = dt.timedelta(days=1)


def easter_sunday(year: int) -> dt.date:
    """Return Easter Sunday of a Gregorian year (the anonymous algorithm of 1876, after Meeus)."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    correction = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """Return the public holidays of a year."""
    easter = easter_sunday(year)
    fixed = {dt.date(year, month, day) for month, day in _FIXED}
    return frozenset(fixed | {easter + shift * _DAY for shift in _FROM_EASTER})


def is_working_day(day: dt.date) -> bool:
    """Tell whether a day is neither Saturday, Sunday nor public holiday."""
    return day.weekday() < 5 and day not in public_holidays(day.year)


def working_day_from(day: dt.date) -> dt.date:
    """Return the day itself or the next working day after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def working_day_until(day: dt.date) -> dt.date:
    """Return the day itself or the last working day before it."""
    while not is_working_day(day):
        day -= _DAY
    return day
