"""Ctrl+K: one box for families, persons, notes and actions; keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId, new_id
from kimdesk.domain.changes import Create
from kimdesk.ui.dialogs.command import CommandDialog
from kimdesk.ui.dialogs.command_presenter import Command, CommandPresenter, Doing
from tests.support.qt import type_text, unnamed
from tests.ui.screens.family_story import Stage, Story, write_story

COMMANDS = (
    Command(id="new_family", word="Neue Familie", icon="plus"),
    Command(id="lock", word="Sperren", icon="lock"),
)


@dataclass
class Table:
    """The box on a stage, with what was done through it."""

    stage: Stage
    story: Story
    box: CommandDialog
    acted: list[str] = field(default_factory=list)
    visited: list[RecordId] = field(default_factory=list)

    def lines(self) -> list[str]:
        QCoreApplication.sendPostedEvents()
        return [line.accessibleName() for line in self.box._rows]

    def ask(self, text: str) -> list[str]:
        self.box.field.clear()
        type_text(self.box.field, text)
        self.box.field.returnPressed.emit()
        return self.lines()


@pytest.fixture
def table(stage: Stage, qtbot: QtBot) -> Table:
    made = Table(stage, write_story(stage.context.desk), CommandDialog(None))
    presenter = CommandPresenter(
        stage.context, made.box, COMMANDS, Doing(act=made.acted.append, visit=made.visited.append)
    )
    made.box.presenter = presenter
    made.box.typed.connect(presenter.search)
    made.box.chosen.connect(presenter.choose)
    made.box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made.box)
    presenter.search("")
    made.box.show()
    return made


def press(table: Table, key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(table.box.field, key)  # type: ignore[no-untyped-call]  # of pytest-qt


def test_without_a_word_it_offers_what_can_be_done(table: Table) -> None:
    assert table.lines() == ["Neue Familie", "Sperren"]
    assert unnamed(table.box) == []


def test_a_name_in_any_script_finds_the_family_first(table: Table, qtbot: QtBot) -> None:
    assert table.ask("елена")[0] == "Familie Dimitrova · KD-2026-0017"
    press(table, Qt.Key.Key_Return, qtbot)
    assert table.stage.went == [("family", table.story.case.hex())]
    assert not table.box.isVisible()


def test_a_word_of_a_note_leads_to_the_contacts(table: Table, qtbot: QtBot) -> None:
    lines = table.ask("Schimmel")
    at = next(number for number, line in enumerate(lines) if "Schimmel" in line)
    for _ in range(at):
        press(table, Qt.Key.Key_Down, qtbot)
    press(table, Qt.Key.Key_Return, qtbot)
    assert table.stage.went == [("family_contacts", table.story.case.hex())]


def test_besuch_and_a_name_begins_the_visit(table: Table, qtbot: QtBot) -> None:
    assert table.ask("Neuer Besuch Dimitr")[0] == "Besuch beginnen: Familie Dimitrova · KD-2026-0017"
    press(table, Qt.Key.Key_Return, qtbot)
    assert table.visited == [table.story.case]


def test_an_action_is_done(table: Table, qtbot: QtBot) -> None:
    assert table.ask("sper") == ["Sperren"]
    press(table, Qt.Key.Key_Return, qtbot)
    assert table.acted == ["lock"]


def test_nothing_found_says_so_and_does_nothing(table: Table, qtbot: QtBot) -> None:
    assert table.ask("xyzzy") == []
    assert table.box.nothing.isVisible()
    press(table, Qt.Key.Key_Return, qtbot)
    assert (table.acted, table.stage.went) == ([], [])


def test_an_entry_of_the_directory_is_found_by_any_of_its_words(table: Table, qtbot: QtBot) -> None:
    desk = table.stage.context.desk
    body = new_id(desk.clock)
    desk.apply(
        Create("partner", body, {"name": "Beratungsstelle", "phone": "0221 4710 201"}),
        Create("partner_person", new_id(desk.clock), {"partner": body, "name": "Frau Kemper"}),
    )
    assert table.ask("4710 201")[0] == "Beratungsstelle · Partner"
    assert table.ask("kemper")[0] == "Frau Kemper · Ansprechperson"
    press(table, Qt.Key.Key_Return, qtbot)
    assert table.stage.went == [("partners", body.hex())]
