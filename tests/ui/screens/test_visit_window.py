from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from kimdesk.app.desk_window import DeskWindow
from kimdesk.base.ids import RecordId
from kimdesk.casework import family as one_family
from kimdesk.casework import plans
from kimdesk.ui.screens.visit.finish import FinishDialog
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.buttons import Button
from tests.support.qt import find_by_name, type_text
from tests.ui.screens.plan_support import with_plan


@pytest.fixture
def desk_window(qtbot: QtBot, context: Context, family: RecordId) -> Iterator[DeskWindow]:
    """Return the main window on a family's page."""
    made = DeskWindow(context.desk, context.runner, context.clock)
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    made.go("family_overview", family.hex())
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    yield made
    made.window.hide()


def test_a_visit_fills_the_window_and_is_left_by_its_own_button_only(
    qtbot: QtBot, desk_window: DeskWindow, family: RecordId
) -> None:
    window = desk_window.window
    find_by_name(window, "Besuch", Button).click()
    find_by_name(window, "Mitschreiben", Button).click()
    box = find_by_name(window, "Was die Familie sagt", QTextEdit)
    assert not window.nav.isVisible()
    assert not window.actions_["families"].isEnabled()
    assert not window.actions_["back"].isEnabled()
    type_text(box, "Guten Tag.")
    find_by_name(window, "Besuch beenden", Button).click()
    dialog = window.findChild(FinishDialog)
    assert dialog is not None
    find_by_name(dialog, "Besuch beenden", Button).click()
    assert window.nav.isVisible()
    assert window.actions_["families"].isEnabled()
    contacts = one_family.contacts(desk_window.context.desk, family)
    assert [each.family_says for each in contacts] == ["Guten Tag."]


def test_typing_in_the_plan_reaches_the_vault_through_the_window(
    qtbot: QtBot, desk_window: DeskWindow, family: RecordId
) -> None:
    desk, window = desk_window.context.desk, desk_window.window
    with_plan(desk, family)
    desk_window.go("family_plan", family.hex())
    field = find_by_name(window, "Woran merken wir es?", QLineEdit)
    type_text(field, "Neuer Vertrag")
    desk_window.go("families", "")
    page = plans.current(desk, family)
    assert page is not None
    assert page.goals[0].goal.indicator == "Neuer Vertrag"
