"""The settings in the window: their parts, and backups that are made, listed and tried out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.casework import backups
from kimdesk.ui.screens.settings.build import build
from kimdesk.ui.screens.settings.drill_dialog import DrillDialog
from kimdesk.ui.screens.settings.frame import SettingsFrame
from kimdesk.ui.screens.settings.view import BackupPage
from kimdesk.ui.screens.today.build import build as build_today
from kimdesk.ui.shell.nav import NavButton
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo
from kimdesk.ui.widgets.labels import Label, Paragraph
from tests.support.qt import find_by_name, type_text, unnamed
from tests.support.vaults import PASSPHRASE
from tests.ui.screens.family_story import Stage, Story, reached_by_tab


def said(page: QWidget) -> list[str]:
    QCoreApplication.sendPostedEvents()
    labels = [each.text() for each in page.findChildren(Label) if each.isVisible()]
    return labels + [each.body for each in page.findChildren(Paragraph) if each.isVisible()]


def backups_of(stage: Stage, story: Story) -> BackupPage:
    shown = stage.show(build, story.case)
    assert isinstance(shown, SettingsFrame)
    page = shown.page("backup")
    assert isinstance(page, BackupPage)
    return page


@pytest.fixture
def page(stage: Stage, story: Story) -> BackupPage:
    return backups_of(stage, story)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def backed_up(page: BackupPage, stick: Path) -> BackupPage:
    page.backup.place_chosen.emit(stick)
    find_by_name(page, "Jetzt sichern", Button).click()
    return page


def drill(qtbot: QtBot, page: BackupPage, secret: str) -> None:
    made = next(each for each in page.findChildren(Button) if each.text() == "Wiederherstellung proben")
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    dialog = page.findChild(DrillDialog)
    assert dialog is not None
    type_text(find_by_name(dialog, "Passphrase", QLineEdit), secret)
    qtbot.keyClick(dialog.entry.edit, Qt.Key.Key_Return)


def test_a_backup_is_made_verified_and_listed(backed_up: BackupPage, stage: Stage, stick: Path) -> None:
    found = backups.existing(stage.context.desk, stick)
    assert len(found) == 1
    texts = said(backed_up)
    assert "Die Sicherung ist geschrieben und geprüft." in texts
    assert str(stick) in texts
    assert sum(text.startswith("Sicherung vom ") for text in texts) == 1


def test_a_place_inside_the_vault_is_refused(page: BackupPage, stage: Stage) -> None:
    page.backup.place_chosen.emit(stage.context.desk.info.folder)
    assert backups.place(stage.context.desk) is None
    assert page.strip.isVisible()


def test_a_backup_is_tried_out_and_the_trial_goes(qtbot: QtBot, backed_up: BackupPage, stage: Stage) -> None:
    near = stage.context.desk.info.folder.parent
    before = set(near.iterdir())
    drill(qtbot, backed_up, PASSPHRASE)
    assert any(text.startswith("Die Probe ist gelungen") for text in said(backed_up))
    assert set(near.iterdir()) == before


def test_a_trial_with_a_wrong_passphrase_says_so(qtbot: QtBot, backed_up: BackupPage) -> None:
    drill(qtbot, backed_up, "ganz falsch")
    texts = said(backed_up)
    assert not any(text.startswith("Die Probe ist gelungen") for text in texts)
    assert "Details kopieren" in [each.text() for each in backed_up.strip.findChildren(Button)]


def test_a_backup_the_provider_keeps_is_tried_out_as_well(
    qtbot: QtBot, backed_up: BackupPage, stage: Stage, stick: Path, tmp_path: Path
) -> None:
    (made,) = backups.existing(stage.context.desk, stick)
    kept = made.folder.rename(tmp_path / "beim Träger")
    backed_up.backup.found_elsewhere.emit(kept)
    dialog = backed_up.findChild(DrillDialog)
    assert dialog is not None
    type_text(dialog.entry.edit, PASSPHRASE)
    qtbot.keyClick(dialog.entry.edit, Qt.Key.Key_Return)
    assert any(text.startswith("Die Probe ist gelungen") for text in said(backed_up))
    backed_up.backup.found_elsewhere.emit(tmp_path)
    assert backed_up.strip.property("tone") == "red"


def test_heute_leads_here_until_there_is_a_backup(stage: Stage, story: Story, stick: Path) -> None:
    today = stage.show(build_today, story.case)
    find_by_name(today, "Sichern", Button).click()
    assert stage.went == [("settings", "")]
    settings = backups_of(stage, story)
    settings.backup.place_chosen.emit(stick)
    find_by_name(settings, "Jetzt sichern", Button).click()
    QCoreApplication.sendPostedEvents()
    assert [each for each in today.findChildren(Button) if each.isVisible() and each.text() == "Sichern"] == []


def test_everything_has_a_name_and_is_reached_by_tab(backed_up: BackupPage) -> None:
    QCoreApplication.sendPostedEvents()
    assert unnamed(backed_up) == []
    buttons = {each for each in backed_up.findChildren(Button) if each.isVisible()}
    assert len(buttons) >= 3
    assert buttons <= reached_by_tab(backed_up)


def test_the_list_becomes_one_choice_where_it_is_narrow(qtbot: QtBot, stage: Stage, story: Story) -> None:
    frame = stage.show(build, story.case)
    assert isinstance(frame, SettingsFrame)
    entry = find_by_name(frame.list, "Schlüssel", NavButton)
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert frame.stack.currentWidget() is frame.page("keys")
    assert entry.isChecked()
    frame.resize(500, 700)
    assert not entry.isVisible()
    choice = find_by_name(frame.list, "Schlüssel", CodeCombo)
    assert choice.code() == "keys"
    choice.chosen.emit("screen")
    assert frame.stack.currentWidget() is frame.page("screen")
