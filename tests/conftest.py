"""Fixtures for every test; Qt draws offscreen unless `--onscreen` asks for real windows."""

from __future__ import annotations

import gc
import os
from datetime import date
from pathlib import Path

import pytest

from kimdesk.base.clock import FixedClock
from tests.support.guards import (
    every_failure_has_words,
    garbage_is_found,
    no_modal,
    no_thread_left,
    no_window_left,
    pytest_runtest_protocol,
    quiet_log,
)
from tests.support.vaults import desk, family, services

__all__ = [
    "clock",
    "desk",
    "every_failure_has_words",
    "family",
    "garbage_is_found",
    "no_modal",
    "no_thread_left",
    "no_window_left",
    "own_home",
    "pytest_runtest_protocol",
    "quiet_log",
    "services",
]


pytest_plugins = ("tests.faults.tallying",)

LONG = ("tests/journeys/", "tests/faults/")
"""Folders whose files take long for the few tests they hold."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options: for people who want to watch, and for the proofs in tests/faults."""
    parser.addoption("--onscreen", action="store_true", help="show real windows; also runs tests marked gui")
    parser.addoption("--counts", type=Path, help="write the table of the proofs' counts into this folder")
    parser.addoption("--share", type=float, default=1.0, help="how much of the long proofs to run, 0.1 for a tenth")
    parser.addoption("--seed", type=int, default=20261120, help="where the proofs' chances begin")


def pytest_configure(config: pytest.Config) -> None:
    """Choose Qt's platform before anything creates an application."""
    gc.disable()  # see pytest_runtest_protocol
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave tests that need a real screen to `--onscreen`; where cores share the suite, long stories begin first."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: not item.nodeid.startswith(LONG))
    if config.getoption("--onscreen"):
        return
    needs_screen = [item for item in items if item.get_closest_marker("gui")]
    config.hook.pytest_deselected(items=needs_screen)
    items[:] = [item for item in items if not item.get_closest_marker("gui")]


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock that stands at noon of Friday, 20 November 2026."""
    return FixedClock.at(date(2026, 11, 20))


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings of the person who runs the tests out of reach; returns the folder used instead."""
    home = tmp_path / "kimdesk-home"
    monkeypatch.setenv("KIMDESK_HOME", str(home))
    return home
