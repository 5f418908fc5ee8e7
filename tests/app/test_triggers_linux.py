"""Linux: what logind, UPower and the screen saver say locks, and sleep waits until it is done."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.triggers_linux import LogindTrigger, ScreenSaverTrigger
from tests.faults.tallying import Tally
from tests.support import fake_bus
from tests.support.fake_bus import LOGIND, SCREEN_SAVER, SESSION, UPOWER, FakeSystem

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no dbus-daemon to talk to")
MANAGER = "org.freedesktop.login1.Manager"
OF_SESSION = "org.freedesktop.login1.Session"


class Listening:
    """Both triggers on a bus, and why they locked."""

    def __init__(self, system: FakeSystem, connection: QDBusConnection) -> None:
        self.system = system
        self.reasons: list[str] = []
        self.logind = LogindTrigger(connection)
        self.saver = ScreenSaverTrigger(connection)

    def start(self, qtbot: QtBot) -> None:
        for trigger in (self.logind, self.saver):
            trigger.start(self.reasons.append)
        qtbot.waitUntil(lambda: bool(self.system.inhibited) and not self.logind._asked)


@pytest.fixture
def quiet(qtbot: QtBot, qapp: QApplication) -> Iterator[Listening]:
    with fake_bus.bus() as (system, connection):
        made = Listening(system, connection)
        yield made
        made.logind.stop()
        made.saver.stop()


@pytest.fixture
def listening(quiet: Listening, qtbot: QtBot) -> Listening:
    quiet.start(qtbot)
    return quiet


def wait_for(qtbot: QtBot, listening: Listening, *reasons: str) -> None:
    qtbot.waitUntil(lambda: listening.reasons == list(reasons))


def test_sleep_waits_for_the_lock_and_no_longer(listening: Listening, qtbot: QtBot) -> None:
    assert listening.system.inhibited[0][0] == "sleep"
    assert listening.system.inhibited[0][3] == "delay"
    assert listening.system.held()
    listening.system.say(LOGIND, MANAGER, "PrepareForSleep", True)
    wait_for(qtbot, listening, "suspend")
    listening.logind.stop()
    qtbot.waitUntil(lambda: not listening.system.held())


@pytest.mark.parametrize("named", ["", "31"])
def test_the_session_lock_locks(quiet: Listening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", named)
    listening = quiet
    listening.start(qtbot)
    listening.system.say(SESSION, OF_SESSION, "Lock")
    wait_for(qtbot, listening, "session")


def test_the_lock_of_another_session_is_none_of_ours(listening: Listening, qtbot: QtBot) -> None:
    listening.system.say(f"{LOGIND}/session/_32", OF_SESSION, "Lock")
    listening.system.say(SCREEN_SAVER, "org.freedesktop.ScreenSaver", "ActiveChanged", True)
    wait_for(qtbot, listening, "session")


def test_where_the_session_is_unknown_every_lock_counts(quiet: Listening, qtbot: QtBot) -> None:
    quiet.system.knows_session = False
    quiet.start(qtbot)
    quiet.system.say(f"{LOGIND}/session/_32", OF_SESSION, "Lock")
    wait_for(qtbot, quiet, "session")


SIGNALS: tuple[tuple[str, Callable[[FakeSystem], None]], ...] = (
    ("suspend", lambda system: system.say(LOGIND, MANAGER, "PrepareForSleep", True)),
    ("session", lambda system: system.say(SESSION, OF_SESSION, "Lock")),
    ("session", lambda system: system.say(SCREEN_SAVER, "org.freedesktop.ScreenSaver", "ActiveChanged", True)),
    ("switch", lambda system: system.change(SESSION, OF_SESSION, "Active", value=False)),
    ("lid", lambda system: system.change(UPOWER, "org.freedesktop.UPower", "LidIsClosed", value=True)),
)


def unheard(listening: Listening, qtbot: QtBot, patience_ms: int = 5_000) -> dict[str, int]:
    """Let the system say each thing; count what locks nothing within a while."""
    missed = 0
    for reason, say in SIGNALS:
        listening.reasons.clear()
        say(listening.system)
        try:
            qtbot.waitUntil(lambda reason=reason: reason in listening.reasons, timeout=patience_ms)  # type: ignore[misc]
        except qtbot.TimeoutError:
            missed += 1
    return {"signals": len(SIGNALS), "that locked nothing": missed}


def test_each_thing_the_system_says_locks(listening: Listening, qtbot: QtBot, tally: Tally) -> None:
    counts = unheard(listening, qtbot)
    tally("signals of logind, UPower and the screen saver", counts)
    assert counts["that locked nothing"] == 0


def test_signals_that_nobody_hears_are_found_out(listening: Listening, qtbot: QtBot, tally: Tally) -> None:
    listening.logind.stop()
    counts = unheard(listening, qtbot, 300)
    tally("signals of logind and UPower, nobody listening", counts, sabotaged=True)
    assert counts["that locked nothing"] >= len(SIGNALS) - 1


def test_somebody_else_at_the_keyboard_locks(listening: Listening, qtbot: QtBot) -> None:
    listening.system.change(SESSION, OF_SESSION, "Active", value=True)
    listening.system.change(SESSION, OF_SESSION, "Active", value=False)
    qtbot.waitUntil(lambda: set(listening.reasons) == {"switch"})  # both changes may be asked about late


def test_the_lid_locks_when_it_closes(listening: Listening, qtbot: QtBot) -> None:
    listening.system.change(UPOWER, "org.freedesktop.UPower", "LidIsClosed", value=True)
    wait_for(qtbot, listening, "lid")


def test_a_screen_saver_that_goes_off_locks_nothing(listening: Listening, qtbot: QtBot) -> None:
    listening.system.say(SCREEN_SAVER, "org.freedesktop.ScreenSaver", "ActiveChanged", False)
    listening.system.say(SESSION, OF_SESSION, "Lock")
    wait_for(qtbot, listening, "session")


def test_nothing_is_heard_after_the_end(listening: Listening, qtbot: QtBot) -> None:
    listening.logind.stop()
    listening.logind.stop()
    listening.system.say(LOGIND, MANAGER, "PrepareForSleep", True)
    listening.system.say(SCREEN_SAVER, "org.freedesktop.ScreenSaver", "ActiveChanged", True)
    wait_for(qtbot, listening, "session")


def test_without_a_bus_nothing_happens(qapp: QApplication) -> None:
    for trigger in (LogindTrigger(QDBusConnection("none")), ScreenSaverTrigger(QDBusConnection("none"))):
        trigger.start(lambda _reason: None)
        trigger.stop()
