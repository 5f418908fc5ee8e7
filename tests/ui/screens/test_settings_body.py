"""An office and a provider have settings of their own: backup, keys, check, device; nothing about families."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.authority_window import AuthorityWindow
from kimdesk.base.clock import FixedClock
from kimdesk.casework import backups, health
from kimdesk.casework.desk import Services
from kimdesk.office import places
from kimdesk.office.provider import NewProvider, Provider, create_provider
from kimdesk.ui.screens.settings.check_view import CheckPage
from kimdesk.ui.screens.settings.district_view import DistrictPage
from kimdesk.ui.screens.settings.frame import SettingsFrame
from kimdesk.ui.screens.settings.keys_view import KeysPage
from kimdesk.ui.screens.settings.view import BackupPage
from kimdesk.ui.shell.nav import NavButton
from kimdesk.ui.tasks import InlineRunner
from kimdesk.ui.widgets.buttons import Button
from tests.support.qt import find_by_name
from tests.support.vaults import PASSPHRASE


@pytest.fixture
def provider(services: Services, tmp_path: Path) -> Iterator[Provider]:
    """Return an open provider vault."""
    new = NewProvider(
        folder=tmp_path / "träger", label="Träger", short_name="traeger", district="05566", passphrase=PASSPHRASE
    )
    made, _code = create_provider(services, new)
    with made:
        yield made


@pytest.fixture
def frame(qtbot: QtBot, look: QApplication, provider: Provider, clock: FixedClock) -> SettingsFrame:
    window = AuthorityWindow(provider, InlineRunner(), clock)
    qtbot.addWidget(window.window)
    window.window.resize(1366, 768)
    window.window.show()
    window.go("settings", "")
    shown = window.window.current_screen()
    assert shown is not None
    assert isinstance(shown.widget, SettingsFrame)
    shown.widget.setProperty("kept", window)
    return shown.widget


def test_a_provider_backs_its_own_vault_up_and_checks_it(
    frame: SettingsFrame, provider: Provider, tmp_path: Path
) -> None:
    entries = [each.text() for each in frame.list.findChildren(NavButton)]
    assert entries == ["Sicherung", "Schlüssel", "Tresor prüfen", "Dieses Gerät", "Bezirk", "Darstellung", "Bildschirm",
                       "Über KIM Desk"]  # fmt: skip
    stick = tmp_path / "stick"
    stick.mkdir()
    page = frame.page("backup")
    assert isinstance(page, BackupPage)
    page.backup.place_chosen.emit(stick)
    page.backup.back_up.click()
    assert len(backups.existing(provider, stick)) == 1
    check = frame.page("check")
    assert isinstance(check, CheckPage)
    check.check.click()
    last = health.last_check(provider)
    assert last is not None
    assert last.whole


def test_its_keys_change_but_it_deposits_with_nobody(frame: SettingsFrame) -> None:
    page = frame.page("keys")
    assert isinstance(page, KeysPage)
    QCoreApplication.sendPostedEvents()
    assert find_by_name(page, "Passphrase ändern", Button).isEnabled()
    names = [each.text() for each in page.findChildren(Button) if each.isVisible()]
    assert "Hinterlegen …" not in names
    assert "Liegt beim Träger" not in names


def test_a_district_file_is_read_as_at_a_desk(frame: SettingsFrame, provider: Provider, tmp_path: Path) -> None:
    frame.open_part("district")
    (page,) = frame.findChildren(DistrictPage)
    path = tmp_path / "bezirk.toml"
    page.district.template_wanted.emit(path)
    path.write_text(path.read_text("utf-8").replace("Kreis Steinfurt", "Kreis Muster"), "utf-8")
    page.district.load_wanted.emit(path)
    assert "Kreis Muster" in page.strip.accessibleName()
    assert places.current(provider).name == "Kreis Muster"
    path.write_text("nichts", "utf-8")
    page.district.load_wanted.emit(path)
    assert "beschreibt keinen Bezirk" in page.strip.accessibleName()
    page.district.default_wanted.emit()
    assert not places.is_own(provider)
