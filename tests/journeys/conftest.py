"""Fixtures: the whole program in its window, hands that work in it, and a vault with a small family."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.open import App
from kimdesk.casework.desk import NewDesk, create_desk
from kimdesk.casework.families import NewFamily, create_family
from tests.support.hand import Hand
from tests.support.offline import listening
from tests.support.program import Relaunched, cheap_services, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE, PROFILE


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fail a journey in which anything reaches for the internet."""
    with listening() as attempts:
        yield
    assert attempts == []


@pytest.fixture
def relaunched() -> Relaunched:
    """Return what remembers with what the program would have started again."""
    return Relaunched()


@pytest.fixture
def app(qtbot: QtBot, qapp: QApplication, own_home: Path, relaunched: Relaunched) -> Iterator[App]:
    """Return the program for the first time on this machine, its window open."""
    made = open_app(qapp, own_home, relaunched)
    qtbot.waitActive(made.window)
    yield made
    fixtures_close(made)


@pytest.fixture
def hand(qtbot: QtBot, app: App) -> Hand:
    """Return hands that work in the window."""
    return Hand(qtbot, app.window)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Return the folder of a closed vault with a small family."""
    new = NewDesk(folder=tmp_path / "tresor", label="Tresor 1", passphrase=PASSPHRASE, profile=PROFILE)
    desk, _code = create_desk(cheap_services(), new)
    with desk:
        create_family(desk, NewFamily(family_name="Dimitrova", given_name="Elena"))
    return new.folder


@pytest.fixture
def at_work(qtbot: QtBot, qapp: QApplication, own_home: Path, relaunched: Relaunched, vault: Path) -> Iterator[App]:
    """Return the program at a vault that was just opened with its passphrase."""
    made = open_app(qapp, own_home, relaunched, vault)
    hand = Hand(qtbot, made.window)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: made.desk is not None)
    yield made
    fixtures_close(made)


@pytest.fixture
def work(qtbot: QtBot, at_work: App) -> Hand:
    """Return the hands there."""
    return Hand(qtbot, at_work.window)
