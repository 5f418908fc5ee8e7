"""Working days of Nordrhein-Westfalen."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.domain.holidays import easter_sunday, is_working_day, public_holidays, working_day_from, working_day_until


@pytest.mark.parametrize(
    "day", ["2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"]
)
def test_easter_falls_where_the_calendar_says(day: str) -> None:
    sunday = dt.date.fromisoformat(day)
    assert easter_sunday(sunday.year) == sunday


def test_the_eleven_holidays_of_2026() -> None:
    days = ["01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "06-04", "10-03", "11-01", "12-25", "12-26"]
    assert public_holidays(2026) == {dt.date.fromisoformat(f"2026-{day}") for day in days}


def test_rolling_over_christmas_and_easter() -> None:
    assert working_day_from(dt.date(2026, 12, 25)) == dt.date(2026, 12, 28)
    assert working_day_until(dt.date(2026, 4, 6)) == dt.date(2026, 4, 2)
    assert working_day_from(dt.date(2026, 11, 23)) == working_day_until(dt.date(2026, 11, 23)) == dt.date(2026, 11, 23)


def test_new_years_day_rolls_into_the_year_before() -> None:
    assert working_day_until(dt.date(2027, 1, 1)) == dt.date(2026, 12, 31)


def test_german_unity_day_is_no_working_day() -> None:
    assert not is_working_day(dt.date(2025, 10, 3))
    assert is_working_day(dt.date(2025, 10, 6))
