"""Quitting backs up what is new: the window is gone at once, nobody has to wait, and what was missed is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.farewell import Farewell, wanted
from kimdesk.app.open import App
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Progress
from kimdesk.casework import backups, today
from kimdesk.casework.desk import Desk, open_desk
from kimdesk.domain.changes import Set
from kimdesk.domain.records import Person
from kimdesk.ui.tasks import InlineRunner, Job
from kimdesk.ui.widgets.buttons import Button
from tests.support.hand import Hand
from tests.support.program import Relaunched, cheap_services, open_app
from tests.support.qt import find_by_name, unnamed
from tests.support.vaults import PASSPHRASE
from tests.support.waiting import Waiting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stick(desk: Desk, tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    backups.choose_place(desk, made)
    return made


class Goodbye(Farewell):
    """Counts how often it ended."""

    def __init__(self, desk: Desk, runner: InlineRunner) -> None:
        super().__init__(desk, runner)
        self.ends = 0
        self.ended.connect(self.count)

    def count(self) -> None:
        self.ends += 1


@pytest.fixture
def goodbye(look: QApplication, desk: Desk) -> Callable[[], Goodbye]:
    def quit_now() -> Goodbye:
        made = Goodbye(desk, InlineRunner())
        made.begin()
        assert made.ends == 1
        return made

    return quit_now


def test_what_is_new_is_backed_up_and_nothing_twice(
    goodbye: Callable[[], Goodbye], desk: Desk, family: RecordId, stick: Path
) -> None:
    goodbye()
    assert len(backups.existing(desk, stick)) == 1
    assert not backups.state(desk).changed
    goodbye()
    assert len(backups.existing(desk, stick)) == 1
    desk.apply(Set("case", family, "wish", "Eine Wohnung"))
    goodbye()
    assert len(backups.existing(desk, stick)) >= 1
    assert not backups.state(desk).changed


def test_nobody_is_asked_where_no_place_was_chosen(desk: Desk) -> None:
    assert not wanted(desk)


def test_a_place_that_is_not_there_is_said_on_heute_until_the_next_backup(
    goodbye: Callable[[], Goodbye], desk: Desk, stick: Path
) -> None:
    away = stick.rename(stick.with_name("abgezogen"))
    goodbye()
    assert today.standing(desk).backup_missed == "gone"
    away.rename(stick)
    backups.back_up(desk, stick)
    assert today.standing(desk).backup_missed == ""


def test_what_fails_is_remembered_too(goodbye: Callable[[], Goodbye], desk: Desk, stick: Path) -> None:
    (stick / "kim-1.kimb").write_bytes(b"")
    goodbye()
    assert today.standing(desk).backup_missed == "failed"


@pytest.fixture
def stuck(look: QApplication, desk: Desk, stick: Path, qtbot: QtBot) -> Iterator[tuple[Goodbye, Job]]:
    """Return a farewell whose backup does not come to an end."""
    runner = Waiting()
    made = Goodbye(desk, runner)
    made.begin()
    (job,) = runner.jobs
    yield made, job
    made.stop()


def test_ending_without_the_backup_is_one_button(stuck: tuple[Goodbye, Job], desk: Desk) -> None:
    farewell, job = stuck
    farewell.view.show()
    assert unnamed(farewell.view) == []
    find_by_name(farewell.view, "Beenden ohne Sicherung", Button).click()
    assert job.stop.requested()
    assert farewell.ends == 1
    assert not farewell.view.isVisible()
    assert backups.state(desk).missed == ""


def test_closing_its_window_ends_it_as_well(stuck: tuple[Goodbye, Job]) -> None:
    farewell, job = stuck
    farewell.view.show()
    farewell.view.close()
    assert job.stop.requested()
    assert farewell.ends == 1


def test_one_that_takes_too_long_is_given_up_and_remembered(stuck: tuple[Goodbye, Job], desk: Desk) -> None:
    farewell, job = stuck
    farewell.late()
    assert job.stop.requested()
    assert farewell.ends == 1
    assert backups.state(desk).missed == "late"


# the whole program --------------------------------------------------------------------


@pytest.fixture
def kept(vault: Path, tmp_path: Path) -> Path:
    """Return the place for backups of a vault that is closed now."""
    place = tmp_path / "stick"
    place.mkdir()
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        backups.choose_place(desk, place)
    return place


@pytest.fixture
def open_now(
    qtbot: QtBot, qapp: QApplication, own_home: Path, vault: Path, kept: Path
) -> Iterator[tuple[App, Hand, Relaunched]]:
    relaunched = Relaunched()
    app = open_app(qapp, own_home, relaunched, vault)
    hand = Hand(qtbot, app.window)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: app.desk is not None)
    yield app, hand, relaunched
    if app.desk is not None:
        app.close()
    app.window.hide()
    app.window.deleteLater()


def test_closing_the_window_hides_it_at_once_and_backs_up_what_was_typed(
    open_now: tuple[App, Hand, Relaunched], vault: Path, kept: Path, tmp_path: Path
) -> None:
    app, hand, relaunched = open_now
    hand.open_family("Dimitrova")
    hand.press("Personen", inside="Abschnitte")
    hand.type("Gesundheit", "hustet")
    app.window.close()
    assert not app.window.isVisible()
    hand.qtbot.waitUntil(lambda: app.desk is None, timeout=20_000)
    assert relaunched.calls == []
    (made,) = backups.backups_in(kept)
    services = cheap_services()
    again = tmp_path / "wieder"
    backups.restore(services, made.folder, again, PASSPHRASE)
    with open_desk(services, again, PASSPHRASE) as desk:
        assert "hustet" in [person.health_note for person in desk.query.every(Person)]


def test_opening_and_closing_alone_is_nothing_new(
    open_now: tuple[App, Hand, Relaunched], qapp: QApplication, own_home: Path, vault: Path, kept: Path
) -> None:
    first, hand, relaunched = open_now
    first.window.close()
    hand.qtbot.waitUntil(lambda: first.desk is None, timeout=20_000)
    again = open_app(qapp, own_home, relaunched, vault)
    hands = Hand(hand.qtbot, again.window)
    hands.unlock(PASSPHRASE)
    hands.wait(lambda: again.desk is not None)
    again.window.close()
    hand.qtbot.waitUntil(lambda: again.desk is None, timeout=20_000)
    again.window.deleteLater()
    assert len(backups.backups_in(kept)) == 1


def test_locking_waits_for_no_backup(open_now: tuple[App, Hand, Relaunched], kept: Path) -> None:
    app, _hand, relaunched = open_now
    app.lock()
    assert app.desk is None
    assert len(relaunched.calls) == 1
    assert backups.backups_in(kept) == ()


def test_what_locks_while_the_backup_runs_ends_the_program(
    open_now: tuple[App, Hand, Relaunched], kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_desk: Desk, progress: Progress) -> None:
        while True:
            progress.step(1, 2)

    app, _hand, relaunched = open_now
    monkeypatch.setattr(backups, "back_up_at_the_end", endless)
    app.window.close()
    assert app.farewell is not None
    view = app.farewell.view
    app.lock()
    assert app.desk is None
    assert relaunched.calls == []
    assert backups.backups_in(kept) == ()
    assert not view.isVisible()
    app.farewell.late()
    assert not view.isVisible()
