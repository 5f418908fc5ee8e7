"""Which backups stay: enough of the past, and never less than the newest."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kimdesk.base.clock import FixedClock, day_of
from kimdesk.casework.backups import BackupInfo, surplus


def made(day: dt.date, hour: int = 12) -> BackupInfo:
    ms = FixedClock.at(day, hour).ms
    return BackupInfo(folder=Path(f"{day} {hour}"), vault_id="0" * 32, label="Tresor", made_ms=ms, rows=1, size=1)


def kept_after(found: list[BackupInfo]) -> list[BackupInfo]:
    for each in list(found):
        gone = surplus([one for one in found if one.made_ms <= each.made_ms], keep=each)
        found = [one for one in found if one not in gone]
    return found


def test_a_year_of_daily_backups_leaves_three_days_four_weeks_and_six_months() -> None:
    start = dt.date(2026, 1, 1)
    kept = [day_of(each.made_ms) for each in kept_after([made(start + dt.timedelta(days=n)) for n in range(365)])]
    assert kept[-3:] == [dt.date(2026, 12, day) for day in (29, 30, 31)]
    assert len({day.isocalendar()[:2] for day in kept if day > dt.date(2026, 12, 1)}) >= 4
    assert sorted({day.month for day in kept}) == [7, 8, 9, 10, 11, 12]
    assert len(kept) <= 3 + 4 + 6


def test_the_backup_just_made_stays_whatever_the_clock_once_said() -> None:
    ahead = [made(dt.date(2031, month, 1)) for month in range(1, 13)]
    newest = made(dt.date(2026, 11, 20))
    assert newest not in surplus([*ahead, newest], keep=newest)


def test_of_one_day_the_newest_stays() -> None:
    day = dt.date(2026, 11, 20)
    morning, noon = made(day, 8), made(day, 12)
    assert surplus([morning, noon], keep=noon) == (morning,)
