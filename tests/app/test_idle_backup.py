"""Today's backup is made while nobody types, and whoever comes back comes first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.idle_backup import IDLE_AFTER, PAUSE, IdleBackup
from kimdesk.app.open import App
from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Cancel, Progress
from kimdesk.casework import backups, deputies, enrolment
from kimdesk.casework.attaching import enter, take_data
from kimdesk.casework.desk import Desk, NewDesk, Profile, Services, create_desk, open_desk
from kimdesk.casework.erasing import KEPT_DAYS, removed
from kimdesk.casework.family import delete
from kimdesk.ui.tasks import InlineRunner, Job
from tests.support.hand import Hand
from tests.support.letters import letter as pdf_letter
from tests.support.program import Relaunched, cheap_services, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE
from tests.support.waiting import Waiting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stick(desk: Desk, tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    backups.choose_place(desk, made)
    return made


class Time:
    """How long nobody did anything, and what time it is; both as a test wants them."""

    idle = IDLE_AFTER
    now = 0.0


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def idle(look: QApplication, desk: Desk, time: Time) -> Iterator[IdleBackup]:
    made = IdleBackup(desk, InlineRunner(), lambda: time.idle, lambda: time.now)
    yield made
    made.stop()


def test_one_backup_a_day_and_only_while_nobody_types(
    idle: IdleBackup, desk: Desk, stick: Path, time: Time, clock: FixedClock
) -> None:
    time.idle = IDLE_AFTER - 1
    idle.look()
    assert backups.existing(desk, stick) == ()
    time.idle = IDLE_AFTER
    for _ in range(2):
        idle.look()
    assert len(backups.existing(desk, stick)) == 1
    clock.advance(days=1)
    idle.look()
    assert len(backups.existing(desk, stick)) == 2


def test_the_status_is_looked_at_whether_or_not_a_backup_is_due(
    idle: IdleBackup, desk: Desk, stick: Path, clock: FixedClock
) -> None:
    seen: list[backups.BackupState] = []
    idle.looked.connect(seen.append)
    idle.look()
    stick.rename(stick.with_name("abgezogen"))
    clock.advance(days=1)
    idle.look()
    assert [(each.due, each.reachable) for each in seen] == [(True, True), (True, False)]
    assert not idle.working


def test_a_failure_is_said_once_and_tried_again_later(idle: IdleBackup, desk: Desk, stick: Path, time: Time) -> None:
    said: list[KimError] = []
    idle.failed.connect(said.append)
    (stick / "kim-1.kimb").write_bytes(b"")
    idle.look()
    idle.look()
    assert [error.code for error in said] == ["backup.exchange_medium"]
    time.now = PAUSE
    idle.look()
    assert len(said) == 2


def test_files_removed_long_ago_go_after_the_days_backup(
    look: QApplication, desk: Desk, family: RecordId, stick: Path, clock: FixedClock, services: Services
) -> None:
    added = enter(desk, family, take_data(desk, pdf_letter("Brief"), "Brief.pdf"))
    delete(desk, "attachment", added.record)
    desk.close()
    clock.advance(days=KEPT_DAYS)
    with open_desk(services, desk.info.folder, PASSPHRASE) as later:
        idle = IdleBackup(later, InlineRunner(), lambda: IDLE_AFTER, lambda: 0.0)
        idle.look()
        assert len(backups.existing(later, stick)) == 1
        assert removed(later).files == 1
        idle.look()
        assert removed(later).files == 1, "a day's clock may be wrong"
        idle.stop()
        clock.advance(days=1)
        idle = IdleBackup(later, InlineRunner(), lambda: IDLE_AFTER, lambda: 0.0)
        idle.look()
        idle.look()
        assert removed(later).files == 0
        assert [path for path in (desk.info.folder / "blobs").rglob("*") if path.is_file()] == []
        idle.stop()


def test_whoever_comes_back_stops_it(look: QApplication, desk: Desk, stick: Path) -> None:
    runner = Waiting()
    idle = IdleBackup(desk, runner, lambda: IDLE_AFTER, lambda: 0.0)
    idle.look()
    assert idle.working
    idle.look()
    assert len(runner.jobs) == 1
    idle.somebody_is_back()
    assert runner.jobs[0].stop.requested()
    assert not idle.working
    idle.stop()


def test_a_stopped_backup_leaves_nothing(desk: Desk, stick: Path) -> None:
    stop = Cancel()
    stop.request()
    with pytest.raises(KimError):
        backups.back_up_if_due(desk, Progress(None, stop))
    assert backups.existing(desk, stick) == ()
    assert desk.info.last_backup_ms is None


def test_in_the_window_a_key_stops_it_and_an_opened_package_is_told(
    qtbot: QtBot, qapp: QApplication, own_home: Path, vault: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    colleague_desk = NewDesk(
        folder=tmp_path / "kollege", label="Laptop 4", passphrase=PASSPHRASE, profile=Profile(name="Ahmet Yıldız")
    )
    with (
        create_desk(cheap_services(), colleague_desk)[0] as colleague,
        open_desk(cheap_services(), vault, PASSPHRASE) as desk,
    ):
        request = tmp_path / "kollege.kimr"
        request.write_bytes(enrolment.enrol_request(colleague, "Laptop 4"))
        words = enrolment.own_words(colleague)
        deputies.name_deputy(desk, request, words, name="Ahmet Yıldız", until=desk.today)
        made = backups.back_up(desk, stick)
        deputies.open_package(colleague, made.folder, "Termin morgen")
    app: App = open_app(qapp, own_home, Relaunched(), vault)
    hand = Hand(qtbot, app.window)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: app.desk is not None)
    assert app.desk_window is not None
    strip = app.desk_window.window.strip
    hand.wait(lambda: "Termin morgen" in strip.accessibleName())
    kept, job = app.idle_backup, Job()
    assert kept is not None
    kept._job, kept.working = job, True
    hand.keys(Qt.Key.Key_Shift)
    hand.wait(job.stop.requested)
    fixtures_close(app)
