"""A family is found, written to and read back by somebody who knows the window from its accessibility tree alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from kimdesk.casework import families
from kimdesk.casework.desk import open_desk
from kimdesk.domain.records import Person
from tests.journeys.test_window_office import Program, program
from tests.support.hand import Hand
from tests.support.program import cheap_services
from tests.support.vaults import PASSPHRASE

__all__ = ["program"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Role = QAccessible.Role
PRESSED = frozenset({Role.Button, Role.PageTab, Role.CheckBox, Role.RadioButton, Role.ButtonMenu})


class Ear:
    """Knows only what a screen reader is told: roles, names, focus and press."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def _tree(self) -> Iterator[QAccessibleInterface]:
        root = QAccessible.queryAccessibleInterface(self._hand.front)
        waiting = [root] if root is not None else []
        while waiting:
            at = waiting.pop()
            if at.state().invisible:
                continue
            yield at
            waiting += [child for number in range(at.childCount()) if (child := at.child(number)) is not None]

    def _named(self, name: str, roles: frozenset[QAccessible.Role]) -> list[QAccessibleInterface]:
        return [
            each
            for each in self._tree()
            if each.role() in roles and each.text(QAccessible.Text.Name).replace("&", "") == name
        ]

    def hears(self, name: str, roles: frozenset[QAccessible.Role] = PRESSED) -> QAccessibleInterface:
        """Wait until something of this name is there."""
        self._hand.wait(lambda: bool(self._named(name, roles)))
        return self._named(name, roles)[0]

    def press(self, name: str) -> None:
        """Do what pressing does."""
        action = self.hears(name).actionInterface()
        wanted = {action.pressAction(), action.toggleAction()} & set(action.actionNames())
        action.doAction(min(wanted))

    def write(self, name: str, text: str) -> None:
        """Go into a field and type."""
        field = self.hears(name, frozenset({Role.EditableText}))
        field.actionInterface().doAction(field.actionInterface().setFocusAction())
        self._hand.wait(lambda: QApplication.focusWidget() is field.object())
        self._hand.write(text)


def test_from_the_passphrase_to_a_phone_number(program: Program, vault: Path) -> None:
    app, hand = program("laptop", vault)
    ear = Ear(hand)
    ear.write("Passphrase", PASSPHRASE)
    ear.press("Öffnen")
    ear.press("Familien")
    ear.press("Heute")
    ear.press("Familie, Person, Notiz oder Aktion suchen …")
    ear.write("Suchen", "elena")
    ear.press("Familie Dimitrova · KD-2026-0001")
    ear.press("Personen")
    ear.write("Telefon", "02553 77")
    ear.press("Überblick")
    ear.hears("Wunsch und Stärken ändern")
    desk = app.desk
    assert desk is not None
    hand.wait(lambda: not desk.query.drafts())
    fixtures = desk.info.folder
    app.window.close()
    with open_desk(cheap_services(), fixtures, PASSPHRASE) as again:
        (n,) = families.order(again)
        (person,) = again.query.of_case(Person, families.rows(again, [n])[n].id)
        assert person.phone == "02553 77"
