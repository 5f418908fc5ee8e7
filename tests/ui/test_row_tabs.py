"""Tabs in one row: what does not fit is in a menu, the arrow keys reach everything, the chosen one is to be seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.ui.widgets.row_tabs import RowPhases, RowTabs
from kimdesk.ui.widgets.row_tags import RowTags
from kimdesk.ui.widgets.stepper import Step
from kimdesk.ui.widgets.tags import Tag
from tests.support.qt import unnamed

WORDS = ("Überblick", "Personen", "Assessment", "Netzwerkkarte", "Plan", "Kontakte", "Verlauf")


@pytest.fixture
def tabs(qtbot: QtBot, look: QApplication) -> Iterator[RowTabs]:
    page = QWidget()
    made = RowTabs("Abschnitte", [Step(word, word) for word in WORDS])
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(made)
    qtbot.addWidget(page)
    made.set_current("Überblick")
    page.resize(360, 34)
    page.show()
    page.activateWindow()
    yield made
    page.close()


def shown(tabs: RowTabs) -> list[str]:
    buttons = [each for each in tabs.findChildren(QAbstractButton) if each is not tabs.more]
    return [each.text() for each in buttons if each.isVisible()]


def offered(tabs: RowTabs) -> list[str]:
    return [each.text() for each in tabs.more.menu_.actions()]


def test_row_and_menu_hold_every_tab_once(tabs: RowTabs) -> None:
    assert [*shown(tabs), *offered(tabs)] == list(WORDS)
    assert offered(tabs)
    assert unnamed(tabs) == []
    tabs.window().resize(2000, 34)
    assert (shown(tabs), tabs.more.isVisible()) == (list(WORDS), False)


def test_one_from_the_menu_comes_into_the_row(tabs: RowTabs) -> None:
    pressed: list[str] = []
    tabs.pressed.connect(pressed.append)
    tabs.more.menu_.actions()[-1].trigger()
    assert pressed == ["Verlauf"]
    assert shown(tabs)[-1] == "Verlauf"
    assert sorted([*shown(tabs), *offered(tabs)]) == sorted(WORDS)
    focused = tabs.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Verlauf"


def test_the_arrow_keys_go_through_all_of_them(tabs: RowTabs) -> None:
    pressed: list[str] = []
    tabs.pressed.connect(pressed.append)
    tabs.focus_current()
    for _step in WORDS[1:]:
        there = tabs.focusWidget()
        assert there is not None
        QTest.keyClick(there, Qt.Key.Key_Right)
    assert pressed == list(WORDS[1:])


def test_a_phase_from_the_menu_is_only_asked_for(qtbot: QtBot, look: QApplication) -> None:
    page = QWidget()
    phases = RowPhases("Phase", [Step(word, word) for word in WORDS])
    QVBoxLayout(page).addWidget(phases)
    qtbot.addWidget(page)
    phases.set_current("Überblick")
    page.resize(320, 60)
    page.show()
    pressed: list[str] = []
    phases.pressed.connect(pressed.append)
    phases.more.menu_.actions()[-1].trigger()
    assert pressed == ["Verlauf"]
    assert phases.current() == "Überblick"


def test_facts_that_do_not_fit_are_counted_and_shown_when_asked_for(qtbot: QtBot, look: QApplication) -> None:
    tags = RowTags("Alle Angaben zeigen")
    qtbot.addWidget(tags)
    parts = [Tag(word) for word in WORDS]
    tags.refill(*parts)
    tags.resize(360, 40)
    tags.show()
    hidden = [each for each in parts if not each.isVisible()]
    assert hidden
    assert tags.more.text() == f"+ {len(hidden)} weitere"
    assert unnamed(tags) == []
    tags.more.click()
    assert all(each.isVisible() for each in parts)
    tags.resize(2000, 40)
    assert not tags.more.isVisible()
    tags.refill(Tag("allein"))
    assert not tags.more.isVisible()
