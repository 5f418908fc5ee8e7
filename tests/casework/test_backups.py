"""Backups come by themselves, enough of the past stays, and the time of the last one is never wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kimdesk.base.clock import FixedClock, day_of
from kimdesk.base.errors import KimError
from kimdesk.casework import backups
from kimdesk.casework.backups import BackupInfo, surplus
from kimdesk.casework.desk import Desk, Services
from kimdesk.domain.records import VaultEvent
from kimdesk.store.session import Session, open_session
from kimdesk.vault.backup import remove
from tests.support.vaults import PASSPHRASE


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "Stick"
    folder.mkdir()
    return folder


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


def test_once_a_day_and_only_where_a_place_is_chosen(desk: Desk, stick: Path, clock: FixedClock) -> None:
    assert backups.back_up_if_due(desk) is None
    assert backups.state(desk).overdue
    backups.choose_place(desk, stick)
    made = backups.back_up_if_due(desk)
    assert made is not None
    assert backups.state(desk).last_ms == made.made_ms == clock.now_ms()
    assert backups.back_up_if_due(desk) is None
    clock.advance(days=1)
    assert backups.back_up_if_due(desk) is not None
    assert len(backups.existing(desk, stick)) == 2
    clock.advance(days=6)
    assert not backups.state(desk).overdue
    clock.advance(days=1)
    assert backups.state(desk).overdue


def test_a_stick_that_is_not_plugged_in_waits(desk: Desk, stick: Path) -> None:
    backups.choose_place(desk, stick)
    stick.rmdir()
    state = backups.state(desk)
    assert (state.reachable, state.due, state.gone) == (False, True, False)
    assert backups.back_up_if_due(desk) is None
    with pytest.raises(KimError, match=r"disk\.gone"):
        backups.choose_place(desk, stick)


def test_a_backup_that_is_not_there_any_more_is_said(desk: Desk, stick: Path) -> None:
    made = backups.back_up(desk, stick)
    assert not backups.state(desk).gone
    remove(made)
    assert backups.state(desk).gone


def test_a_place_in_the_vault_or_among_bundles_is_refused(desk: Desk, stick: Path) -> None:
    for folder, code in ((desk.info.folder, "inside_vault"), (stick, "exchange_medium")):
        (stick / "kim-1.kimb").write_bytes(b"")
        with pytest.raises(KimError, match=rf"backup\.{code}"):
            backups.choose_place(desk, folder)
    assert backups.place(desk) is None


def test_a_restored_vault_says_so_and_begins_a_stream_of_its_own(
    desk: Desk, services: Services, stick: Path, tmp_path: Path
) -> None:
    made = backups.back_up(desk, stick)
    desk.close()
    backups.restore(services, made.folder, tmp_path / "neu", PASSPHRASE)
    with open_session(services, tmp_path / "neu", PASSPHRASE, Session) as again:
        assert [event.what for event in again.query.every(VaultEvent)] == ["restored"]
        assert backups.state(again).last_ms == made.made_ms


def test_a_drill_leaves_nothing_and_changes_nothing(desk: Desk, services: Services, stick: Path) -> None:
    made = backups.back_up(desk, stick)
    before = {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()}
    assert backups.drill(services, made.folder, stick.parent, PASSPHRASE) == made
    assert {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()} == before
    assert not list(stick.parent.glob("KIM-Probe*"))


def test_a_trial_that_a_disk_kept_goes_before_the_next_one_unless_somebody_is_at_work_in_it(
    desk: Desk, services: Services, stick: Path
) -> None:
    made = backups.back_up(desk, stick)
    trials = ("KIM-Probe-0a1b2c3d4e5f6071", "KIM-Probe-4e5f60710a1b2c3d")
    kept, used, dated, own = (stick.parent / name for name in (*trials, "KIM-Probe-20261126", "Probe 20261126"))
    for folder in (kept, used, dated, own):
        backups.restore(services, made.folder, folder, PASSPHRASE)
    with open_session(services, used, PASSPHRASE, Session):
        backups.drill(services, made.folder, stick.parent, PASSPHRASE)
    assert sorted(stick.parent.glob("*Probe*")) == [dated, used, own]
