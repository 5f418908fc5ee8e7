"""A widget that is garbage goes on the window's thread, never on a lane that happens to allocate."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from kimdesk.base.progress import Progress
from kimdesk.ui.garbage import GarbageKeeper
from kimdesk.ui.tasks import QtRunner
from tests.support.guards import SET_ASIDE, TAKE_BACK


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[QtRunner]:
    made = QtRunner()
    yield made
    made.shut_down()


@pytest.fixture
def for_life(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this test set aside what is there, as the program does."""
    monkeypatch.setattr(gc, "freeze", SET_ASIDE)
    monkeypatch.setattr(gc, "unfreeze", TAKE_BACK)


class Gone(QObject):
    """Something of Qt in a cycle, as every window that listens to itself."""

    def __init__(self, where: list[str]) -> None:
        super().__init__()
        self.itself = self
        at_once = Qt.ConnectionType.DirectConnection
        self.destroyed.connect(lambda: where.append(threading.current_thread().name), at_once)


def allocate(_steps: Progress) -> None:
    """Make so much that Python would collect three generations."""
    kept: list[list[list[int]]] = [[[number]] for number in range(200_000)]
    kept.clear()


def test_a_lane_that_allocates_destroys_nothing_of_qt(runner: QtRunner, qtbot: QtBot) -> None:
    where: list[str] = []
    Gone(where)
    finished: list[None] = []
    runner.run(allocate, finished.append)
    qtbot.waitUntil(lambda: bool(finished))
    assert [name for name in where if name != "MainThread"] == []
    gc.collect()
    assert where == ["MainThread"]


def test_what_piles_up_is_collected_beside_the_work(runner: QtRunner) -> None:
    where: list[str] = []
    keeper = GarbageKeeper()
    Gone(where)
    allocate(Progress())
    kept = [[number] for number in range(5_000)]
    for _ in range(200):
        kept += [[0] for _ in range(1_000)]
        keeper.look()
    keeper.end()
    assert where == ["MainThread"]


def test_python_collects_by_itself_again_after_the_last_lane(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    request.addfinalizer(gc.disable)
    gc.enable()
    first, second = QtRunner(), QtRunner()
    assert not gc.isenabled()
    first.shut_down()
    first.shut_down()
    assert not gc.isenabled()
    second.shut_down()
    assert gc.isenabled()


@pytest.mark.usefixtures("for_life")
def test_what_is_there_for_life_is_not_looked_through_again(qtbot: QtBot) -> None:
    runner = QtRunner()
    loaded = [[number] for number in range(1_000)]
    assert gc.is_tracked(loaded)
    before = gc.get_freeze_count()
    runner.settle()
    assert gc.get_freeze_count() - before > 1_000
    runner.shut_down()
    assert gc.get_freeze_count() == 0, "afterwards Python looks at everything again"
    assert len(loaded) == 1_000
