"""From the unlock window to a colleague's families: the deputy's own vault opens first, then the package."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.open import App
from kimdesk.casework import backups, deputies, enrolment
from kimdesk.casework.desk import NewDesk, Profile, create_desk, open_desk
from kimdesk.office.provider import NewProvider, create_provider
from kimdesk.ui.screens.deputyship.view import DeputyshipView
from tests.support.hand import Hand
from tests.support.program import Relaunched, cheap_services, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def stand_in(app: App, hand: Hand) -> None:
    """Open the own vault on the way to somebody else's package."""
    hand.press("Vertretung …")
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: app.desk is not None)


@pytest.fixture
def stick(vault: Path, tmp_path: Path) -> Path:
    """Backups of a colleague who named the desk in `vault`."""
    place, request = tmp_path / "Sicherungen", tmp_path / "Anmeldung.kimr"
    place.mkdir()
    profile = Profile(name="Katrin Berger", provider="Musterträger e. V.")
    new = NewDesk(folder=tmp_path / "Berger", label="Laptop 2", passphrase=PASSPHRASE, profile=profile)
    with open_desk(cheap_services(), vault, PASSPHRASE) as deputy, create_desk(cheap_services(), new)[0] as owner:
        request.write_bytes(enrolment.enrol_request(deputy, "Laptop 1"))
        until = owner.today + dt.timedelta(days=10)
        deputies.name_deputy(owner, request, enrolment.own_words(deputy), name="Maria Sommer", until=until)
        backups.back_up(owner, place)
    return place


def test_a_deputy_comes_from_the_unlock_window_to_the_package(
    qtbot: QtBot, look: QApplication, own_home: Path, vault: Path, stick: Path
) -> None:
    app = open_app(look, own_home, Relaunched(), vault)
    hand = Hand(qtbot, app.window)
    stand_in(app, hand)
    hand.wait(lambda: app.window.findChild(DeputyshipView) is not None)
    view = app.window.findChild(DeputyshipView)
    assert view is not None
    view.asking.look_asked.emit(stick)
    hand.type("Grund", "Frau Berger ist krank")
    hand.strike(Qt.Key.Key_Return, "\r")
    hand.wait(view.banner.isVisible)
    assert "Katrin Berger" in view.banner.text.text()
    hand.press("Vertretung schließen")
    hand.wait(lambda: not view.banner.isVisible())
    fixtures_close(app)
    with open_desk(cheap_services(), tmp_of(stick) / "Berger", PASSPHRASE) as owner:
        assert [each.reason for each in deputies.openings(owner, stick)] == ["Frau Berger ist krank"]


def tmp_of(stick: Path) -> Path:
    return stick.parent


def test_a_provider_only_keeps_packages(qtbot: QtBot, look: QApplication, own_home: Path, tmp_path: Path) -> None:
    new = NewProvider(
        folder=tmp_path / "Träger", passphrase=PASSPHRASE, label="Träger", short_name="traeger", district="05566"
    )
    create_provider(cheap_services(), new)[0].close()
    app = open_app(look, own_home, Relaunched(), new.folder)
    hand = Hand(qtbot, app.window)
    stand_in(app, hand)
    hand.wait(lambda: app.desk_window is not None and app.desk_window.window.strip.isVisible())
    assert app.desk_window is not None
    assert "benannt" in app.desk_window.window.strip.accessibleName()
    fixtures_close(app)
