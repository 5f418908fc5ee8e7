"""Assessment, network map and genogram as they really run: with the keyboard alone, while the vault answers later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Assessment, DomainRating, NetworkContact, Person
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.screens.family_assessment.build import build as build_assessment
from kimdesk.ui.screens.family_assessment.view import AssessmentView
from kimdesk.ui.screens.family_network.build import build as build_network
from kimdesk.ui.screens.family_network.view import NetworkView
from kimdesk.ui.screens.family_persons.build import build as build_persons
from kimdesk.ui.screens.family_persons.view import PersonsView
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.tasks import QtRunner
from kimdesk.ui.widgets.drawing_sheet import DrawingSheet
from tests.ui.screens.family_story import Stage, Story

Key = Qt.Key
Wait = Callable[[], None]


@pytest.fixture
def runner() -> Iterator[QtRunner]:
    made = QtRunner()
    yield made
    made.shut_down()


@pytest.fixture
def stage(context: Context, runner: QtRunner, qtbot: QtBot) -> Stage:
    return Stage(replace(context, runner=runner), qtbot)


@pytest.fixture
def wait(qtbot: QtBot, runner: QtRunner) -> Wait:
    return lambda: qtbot.waitUntil(runner.idle)


def press(window: QWidget, key: Qt.Key, times: int = 1) -> None:
    """Press a key wherever the focus of a window is."""
    for _time in range(times):
        there = window.focusWidget()
        assert there is not None
        QTest.keyClick(there, key)


def test_an_assessment_from_begin_to_complete_with_the_keyboard_alone(
    stage: Stage, story: Story, desk: Desk, wait: Wait
) -> None:
    page = stage.show(build_assessment, story.case)
    assert isinstance(page, AssessmentView)
    page.assessments.add_button.setFocus()
    press(page, Key.Key_Space)
    wait()
    press(page, Key.Key_2)  # the family's rating of the first life domain: the cursor is already there
    press(page, Key.Key_Tab)
    press(page, Key.Key_3)
    press(page, Key.Key_Tab)
    wait()
    (found,) = desk.query.of_case(Assessment, story.case)
    rated = [each for each in desk.query.of_case(DomainRating, story.case) if each.client_rating]
    assert [(each.domain, each.client_rating, each.own_rating) for each in rated] == [("residence", "2", "3")]
    assert page.comparison.isVisible()
    page.assessments.add_button.setFocus()
    press(page, Key.Key_Tab, 2)  # past its line to the first button there
    press(page, Key.Key_Space)
    dialog = page.findChildren(Dialog)[0]
    (yes,) = [each for each in dialog.findChildren(type(page.assessments.add_button)) if each.text() == "Fertigstellen"]
    yes.setFocus()
    press(dialog, Key.Key_Return)
    wait()
    found = desk.query.get(Assessment, found.id) or found
    assert found.completed_on == desk.today


def carry(sheet: DrawingSheet, steps: int) -> None:
    """Choose the first one of a picture and carry it to the right."""
    sheet.setFocus()
    press(sheet.window(), Key.Key_Right)
    press(sheet.window(), Key.Key_Space)
    press(sheet.window(), Key.Key_Right, steps)
    press(sheet.window(), Key.Key_Return)


def test_moves_on_map_and_tree_are_kept(stage: Stage, story: Story, desk: Desk, wait: Wait) -> None:
    values = {"case": story.case, "name": "Tante Vesela", "sector": Code("family"), "horizon": Code("close")}
    desk.apply(Create("network_contact", new_id(desk.clock), values))
    network = stage.show(build_network, story.case)
    assert isinstance(network, NetworkView)
    wait()
    carry(network.map.drawing.sheet, 12)
    wait()
    (moved,) = desk.query.of_case(NetworkContact, story.case)
    assert (moved.sector, moved.place is not None) == ("friends", True)

    persons = stage.show(build_persons, story.case)
    assert isinstance(persons, PersonsView)
    persons.turn(tree=True)
    wait()
    carry(persons.tree.card.drawing.sheet, 3)
    wait()
    assert 3 in {each.genogram_dx for each in desk.query.of_case(Person, story.case)}
    assert persons.tree.again.isVisible()
