"""Vault check and device check in the settings: what is found is said with what to do, and mended only when asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from kimdesk.base.progress import Progress
from kimdesk.casework import device, erasing, health
from kimdesk.casework.attaching import enter, take_data
from kimdesk.casework.desk import Desk
from kimdesk.casework.device import DeviceCheck, Point
from kimdesk.casework.family import delete
from kimdesk.ui.screens.settings.build import build
from kimdesk.ui.screens.settings.check_view import CheckPage
from kimdesk.ui.screens.settings.device_view import DevicePage
from kimdesk.ui.screens.settings.frame import SettingsFrame
from kimdesk.ui.screens.today.build import build as build_today
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.tags import Tag
from tests.support.letters import letter as pdf_letter
from tests.support.qt import find_by_name, unnamed
from tests.ui.screens.family_story import Stage, Story, reached_by_tab
from tests.ui.screens.test_settings_screen import said

SYNCED = DeviceCheck((Point(code="device.sync_folder", light="red", params={"client": "OneDrive"}),))


def part(stage: Stage, story: Story, key: str) -> QWidget:
    frame = stage.show(build, story.case)
    assert isinstance(frame, SettingsFrame)
    return frame.page(key)


@pytest.fixture
def check(stage: Stage, story: Story) -> CheckPage:
    page = part(stage, story, "check")
    assert isinstance(page, CheckPage)
    return page


def tags(page: QWidget) -> list[str]:
    QCoreApplication.sendPostedEvents()
    return [each.text() for each in page.findChildren(Tag) if each.isVisible()]


def test_a_whole_vault_is_said_to_be_whole(check: CheckPage, desk: Desk) -> None:
    assert "Noch nicht geprüft" in said(check)
    check.check.click()
    assert tags(check) == ["unversehrt"]
    last = health.last_check(desk)
    assert last is not None
    assert last.whole


def test_what_can_be_made_again_is_mended_when_asked(check: CheckPage, desk: Desk) -> None:
    with desk.store.write() as conn:
        conn.exec_driver_sql("DELETE FROM search")
        conn.exec_driver_sql("DELETE FROM indexed")
    check.check.click()
    assert "lässt sich beheben" in tags(check)
    assert health.check_open(desk), "nothing is mended unasked"
    find_by_name(check, "Reparieren …", Button).click()
    question = next(each for each in check.findChildren(QDialog) if each.isVisible())
    find_by_name(question, "Reparieren", Button).click()
    assert tags(check) == ["unversehrt"]
    assert health.check_open(desk) == ()


def test_damage_is_never_repaired(check: CheckPage, desk: Desk) -> None:
    with desk.store.write() as conn:
        conn.exec_driver_sql("DELETE FROM persons")
        conn.exec_driver_sql("DELETE FROM search")
    check.check.click()
    assert "beschädigt" in tags(check)
    assert [each for each in check.findChildren(Button) if each.isVisible() and each.text() == "Reparieren …"] == []


def test_a_check_that_was_stopped_says_so(check: CheckPage, monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    def stopped(_desk: Desk, steps: Progress) -> tuple[health.Finding, ...]:
        check.work.stop.click()
        steps.step(1, 2)
        return ()

    monkeypatch.setattr(health, "check_open", stopped)
    check.check.click()
    assert "Am Tresor ist nichts geändert." in said(check)
    assert check.check.isEnabled()


def test_removed_files_are_erased_for_good_when_asked(
    stage: Stage, story: Story, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = enter(desk, story.case, take_data(desk, pdf_letter("Brief"), "Brief.pdf"))
    delete(desk, "attachment", added.record)
    monkeypatch.setattr(desk.store, "may_come_back", frozenset)  # as after locking
    page = part(stage, story, "check")
    assert "1 nicht mehr gebrauchte Datei" in said(page)
    find_by_name(page, "Endgültig löschen …", Button).click()
    question = next(each for each in page.findChildren(QDialog) if each.isVisible())
    assert erasing.removed(desk).files == 1
    find_by_name(question, "Endgültig löschen", Button).click()
    assert erasing.removed(desk).files == 0
    assert "1 Datei ist endgültig gelöscht." in said(page)
    assert [each for each in page.findChildren(Button) if each.isVisible() and "Endgültig" in each.text()] == []


def test_everything_has_a_name_and_is_reached_by_tab(check: CheckPage) -> None:
    QCoreApplication.sendPostedEvents()
    assert unnamed(check) == []
    buttons = {each for each in check.findChildren(Button) if each.isVisible()}
    assert buttons <= reached_by_tab(check)


def test_a_bad_place_is_said_on_heute_until_somebody_took_note(
    stage: Stage, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "check_device", lambda *_args, **_more: SYNCED)
    today = stage.show(build_today, story.case)
    QCoreApplication.sendPostedEvents()
    find_by_name(today, "Dieses Gerät: ansehen", Button).click()
    assert stage.went == [("settings_device", "")]
    page = part(stage, story, "device")
    assert "bitte ändern" in tags(page)
    assert any("OneDrive" in text for text in said(page))
    find_by_name(page, "Zur Kenntnis genommen", Button).click()
    QCoreApplication.sendPostedEvents()
    assert "Der Tresor liegt an keinem guten Ort" not in said(today)
    assert "bitte ändern" in tags(page), "it is still red"


def test_a_shared_account_is_noted(stage: Stage, story: Story, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "disk_facts", lambda _folder: device.DiskFacts(disk="sda", encrypted=True))
    page = part(stage, story, "device")
    assert isinstance(page, DevicePage)
    assert tags(page) == ["in Ordnung"]
    page.findChildren(QCheckBox)[0].click()
    assert device.shared(desk)
    assert tags(page) == ["bitte ansehen", "bitte ansehen"]
