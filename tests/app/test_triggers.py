"""Clocks that jump, and the messages of Windows; what a trigger does to an open and to a closed vault."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.open import App
from kimdesk.app.triggers import ClockTrigger, Lock, Reason
from kimdesk.app.triggers_windows import LID, PowerSetting, WindowsTrigger
from tests.faults.tallying import Tally
from tests.support.hand import Hand
from tests.support.program import Relaunched, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE

qt = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


# the clock -----------------------------------------------------------------------


class Clocks:
    """The calendar and the time lived through."""

    def __init__(self) -> None:
        self.wall = 1_000_000.0
        self.lived = 50.0
        self.reasons: list[str] = []
        self.trigger = ClockTrigger(lambda: self.wall, lambda: self.lived)
        self.trigger.start(self.reasons.append)

    def pass_by(self, wall: float, lived: float) -> list[str]:
        self.wall += wall
        self.lived += lived
        self.trigger.look()
        return self.reasons


@pytest.fixture
def clocks(qapp: QApplication) -> Iterator[Clocks]:
    made = Clocks()
    yield made
    made.trigger.stop()


QUIET: tuple[tuple[float, float], ...] = ((5, 5), (5.2, 5), (34, 34), (30, 5), (-20, 5))
JUMPS = ((3600, 5), (3600, 3600), (-3600, 5), (36, 36), (36, 5), (10 * 365 * 86_400, 5))


def passed(clocks: Clocks) -> dict[str, int]:
    """Let time pass as it should and as it should not; count the locks that were missed or not wanted."""
    wanted = [(each, False) for each in QUIET] + [(each, True) for each in JUMPS]
    wrong = 0
    for (wall, lived), locks in wanted:
        clocks.reasons.clear()
        wrong += clocks.pass_by(wall, lived) != (["clock"] if locks else [])
    return {"times": len(wanted), "suspended or set": len(JUMPS), "judged wrongly": wrong}


def test_sleep_and_a_clock_that_was_set_lock_and_time_that_passes_does_not(clocks: Clocks, tally: Tally) -> None:
    counts = passed(clocks)
    tally("sleep and clocks that were set", counts)
    assert counts["judged wrongly"] == 0


def test_a_clock_nobody_compares_is_found_out(clocks: Clocks, tally: Tally) -> None:
    clocks.trigger.stop()
    clocks.trigger._lock = None
    counts = passed(clocks)
    tally("clocks that nobody compares", counts, sabotaged=True)
    assert counts["judged wrongly"] == len(JUMPS)


def test_after_a_jump_the_clock_is_believed_again(clocks: Clocks) -> None:
    clocks.pass_by(-3600, 5)
    assert clocks.pass_by(5, 5) == ["clock"]


# Windows -------------------------------------------------------------------------


class Windows:
    """What Windows was asked, and a trigger that hears what it says."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.reasons: list[str] = []
        self.trigger = WindowsTrigger(7, self)
        self.trigger.start(self.reasons.append)

    def register(self, window: int) -> None:
        self.asked.append(f"on {window}")

    def unregister(self, window: int) -> None:
        self.asked.append(f"off {window}")

    def say(self, message: int, word: int, long: int = 0) -> None:
        found = wintypes.MSG()
        found.message, found.wParam, found.lParam = message, word, long
        passed, _ = self.trigger.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(found))
        assert not passed

    def move_lid(self, *, opened: bool, setting: bytes = LID.bytes_le) -> None:
        told = PowerSetting(setting=(ctypes.c_ubyte * 16).from_buffer_copy(setting), length=4, value=int(opened))
        self.say(0x218, 0x8013, ctypes.addressof(told))


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows()
    yield made
    made.trigger.stop()


SAID = {
    (0x2B1, 0x7): "session",
    (0x2B1, 0x6): "session",
    (0x2B1, 0x2): "switch",
    (0x2B1, 0x4): "switch",
    (0x218, 0x4): "suspend",
    (0x218, 0x12): "suspend",
    (0x218, 0x7): "suspend",
    **dict.fromkeys(((0x2B1, 0x8), (0x2B1, 0x1), (0x218, 0xA), (0x200, 0x7), (0x218, 0x8013)), ""),
}
"""Messages of Windows, and why they lock; "" where they must not."""


def heard(windows: Windows) -> dict[str, int]:
    """Say each message; count those that do not lock as they should."""
    wrong = 0
    for (message, word), reason in SAID.items():
        windows.reasons.clear()
        windows.say(message, word)
        wrong += windows.reasons != ([reason] if reason else [])
    return {"messages": len(SAID), "judged wrongly": wrong}


def test_each_message_of_windows_locks_and_others_do_not(windows: Windows, tally: Tally) -> None:
    counts = heard(windows)
    tally("messages of Windows", counts)
    assert counts["judged wrongly"] == 0


def test_messages_that_nobody_hears_are_found_out(windows: Windows, tally: Tally) -> None:
    windows.trigger.stop()
    counts = heard(windows)
    tally("messages of Windows, nobody listening", counts, sabotaged=True)
    assert counts["judged wrongly"] == sum(map(bool, SAID.values()))


def test_the_lid_of_windows_locks_when_it_closes_not_where_it_stood(windows: Windows) -> None:
    windows.move_lid(opened=False)
    assert windows.reasons == []
    windows.move_lid(opened=True)
    windows.move_lid(opened=False, setting=bytes(16))
    assert windows.reasons == []
    windows.move_lid(opened=False)
    assert windows.reasons == ["lid"]


def test_windows_is_asked_once_and_left_alone_after(windows: Windows) -> None:
    windows.trigger.stop()
    windows.trigger.stop()
    assert windows.asked == ["on 7", "off 7"]
    windows.say(0x2B1, 0x7)
    assert windows.reasons == []


# the program ---------------------------------------------------------------------


class Outside:
    """A trigger that a test pulls."""

    def __init__(self) -> None:
        self.lock: Lock | None = None

    def start(self, lock: Lock) -> None:
        self.lock = lock

    def stop(self) -> None:
        self.lock = None

    def pull(self, reason: Reason = "suspend") -> None:
        if self.lock is not None:
            self.lock(reason)


@pytest.fixture
def outside() -> Outside:
    return Outside()


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, own_home: Path, relaunched: Relaunched, vault: Path, outside: Outside
) -> Iterator[App]:
    """Return the program at its unlock window, listening."""
    made = open_app(qapp, own_home, relaunched, vault, triggers=lambda _window: (outside,))
    qtbot.waitUntil(lambda: outside.lock is not None)
    yield made
    fixtures_close(made)


@qt
def test_sleep_is_held_back_until_the_process_is_another_one(
    qtbot: QtBot, program: App, outside: Outside, relaunched: Relaunched, monkeypatch: pytest.MonkeyPatch
) -> None:
    Hand(qtbot, program.window).unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: program.desk is not None)
    let_go: list[tuple[bool, int]] = []
    monkeypatch.setattr(outside, "stop", lambda: let_go.append((program.desk is None, len(relaunched.calls))))
    outside.pull()
    assert let_go[0] == (True, 1), "the vault is closed and the process replaced before the laptop may sleep"


@qt
def test_a_closed_vault_needs_no_lock(program: App, outside: Outside, relaunched: Relaunched) -> None:
    outside.pull()
    assert relaunched.calls == []
