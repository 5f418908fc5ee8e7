"""Standing in, in the settings: naming asks for the words and the passphrase, and every opening is listed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from kimdesk.casework import backups, deputies, enrolment
from kimdesk.casework.desk import Desk, NewDesk, Profile, Services, create_desk
from kimdesk.ui.screens.settings.build import build
from kimdesk.ui.screens.settings.deputy_view import DeputyPage, NamingDialog
from kimdesk.ui.screens.settings.frame import SettingsFrame
from kimdesk.ui.widgets.buttons import Button
from tests.support.qt import find_by_name, type_text, unnamed
from tests.support.vaults import PASSPHRASE
from tests.ui.screens.family_story import Stage, Story
from tests.ui.screens.test_settings_keys import dialog_of, press, prove
from tests.ui.screens.test_settings_screen import said


@pytest.fixture
def colleague(services: Services, tmp_path: Path) -> Iterator[Desk]:
    """The desk of the one who stands in."""
    profile = Profile(name="Ahmet Yıldız", provider="Musterträger e. V.")
    new = NewDesk(folder=tmp_path / "Kollege", label="Laptop 4", passphrase=PASSPHRASE, profile=profile)
    desk, _code = create_desk(services, new)
    with desk:
        yield desk


@pytest.fixture
def page(stage: Stage, story: Story) -> DeputyPage:
    frame = stage.show(build, story.case)
    assert isinstance(frame, SettingsFrame)
    page = frame.page("deputy")
    assert isinstance(page, DeputyPage)
    return page


def name(page: DeputyPage, colleague: Desk, place: Path, words: str) -> None:
    request = place / "Kollege.kimr"
    request.write_bytes(enrolment.enrol_request(colleague, "Laptop 4"))
    press(page, "Benennen …")
    asked = dialog_of(page, NamingDialog)
    asked.take(request)
    type_text(asked.words, words)
    type_text(asked.name, "Ahmet Yıldız")
    press(asked, "Benennen")
    prove(page)


def test_a_deputy_is_named_opens_a_package_and_is_seen(
    page: DeputyPage, stage: Stage, desk: Desk, colleague: Desk, tmp_path: Path
) -> None:
    name(page, colleague, tmp_path, enrolment.own_words(colleague))
    assert "Ahmet Yıldız" in said(page)
    stick = tmp_path / "stick"
    stick.mkdir()
    made = backups.back_up(desk, stick)
    deputies.open_package(colleague, made.folder, "Frau Sommer ist krank")
    assert len(deputies.openings(desk, stick)) == 1
    frame = stage.screens[0].widget
    assert isinstance(frame, SettingsFrame)
    frame.opened()
    assert "Frau Sommer ist krank" in said(page)
    press(page, "Vertretung beenden")
    question = next(each for each in page.findChildren(QDialog) if each.isVisible())
    press(question, "Beenden")
    assert deputies.deputy(desk) is None


def test_other_words_name_nobody(page: DeputyPage, desk: Desk, colleague: Desk, tmp_path: Path) -> None:
    name(page, colleague, tmp_path, "eins zwei drei vier fünf sechs sieben acht")
    assert deputies.deputy(desk) is None
    asked = dialog_of(page, NamingDialog)
    assert asked.strip.isVisible()
    assert asked.name.text() == "Ahmet Yıldız"
    asked.words.clear()
    type_text(asked.words, enrolment.own_words(colleague))
    press(asked, "Benennen")
    prove(page)
    assert deputies.deputy(desk) is not None
    assert not [each for each in page.findChildren(NamingDialog) if each.isVisible()]


def test_everything_has_a_name(page: DeputyPage) -> None:
    QCoreApplication.sendPostedEvents()
    assert unnamed(page) == []
    assert find_by_name(page, "Benennen …", Button).isEnabled()
