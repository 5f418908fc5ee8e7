"""Ctrl+K in the window: what belongs to the caseload is done from every screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.desk_window import DeskWindow
from kimdesk.base.ids import RecordId
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.command import CommandDialog, FoundRow
from kimdesk.ui.screens.families.form import NewFamilyDialog
from kimdesk.ui.screens.observations.view import ObservationsView
from kimdesk.ui.screens.partners.view import PartnersView
from kimdesk.ui.shell.screen import Context
from tests.support.qt import type_text


@pytest.fixture
def desk_window(qtbot: QtBot, context: Context, family: RecordId) -> Iterator[DeskWindow]:
    """Return the main window on a family's page."""
    made = DeskWindow(context.desk, context.runner, context.clock)
    qtbot.addWidget(made.window)
    made.go("family_overview", family.hex())
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    yield made
    for dialog in made.window.findChildren(Dialog):
        dialog.close()
    made.window.hide()


def choose(desk_window: DeskWindow, text: str, line: str) -> None:
    """Open the box, type, and take one line."""
    desk_window.command()
    box = desk_window.window.findChildren(CommandDialog)[-1]
    type_text(box.field, text)
    box.field.returnPressed.emit()
    QCoreApplication.sendPostedEvents()
    (found,) = (each for each in box.findChildren(FoundRow) if each.isVisible() and each.text() == line)
    found.clicked.emit()


def test_a_new_family_is_begun_from_a_familys_page(desk_window: DeskWindow) -> None:
    choose(desk_window, "neue fam", "Neue Familie")
    assert desk_window.window.findChildren(NewFamilyDialog)[-1].isVisible()


def test_a_table_is_taken_over_from_a_familys_page(desk_window: DeskWindow) -> None:
    choose(desk_window, "bestand", "Bestand übernehmen …")
    opened = [each for each in desk_window.window.findChildren(Dialog) if each.isVisible()]
    assert len(opened) == 1
    assert not isinstance(opened[0], CommandDialog)


@pytest.mark.parametrize(("text", "view"), [("Partner", PartnersView), ("Beobachtungen", ObservationsView)])
def test_the_directory_and_the_observations_are_screens(
    desk_window: DeskWindow, text: str, view: type[PartnersView] | type[ObservationsView]
) -> None:
    choose(desk_window, text, text)
    shown = desk_window.window.current_screen()
    assert shown is not None
    assert isinstance(shown.widget, view)
