"""The same record on two screens: nothing typed is lost, and neither shows what is not so any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId
from kimdesk.casework import family as one_family
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import RECORDS, Person
from kimdesk.ui.forms.form import Form, FormContext
from kimdesk.ui.forms.port import DeskPort, Target
from kimdesk.ui.shell.family_rows import values_of
from kimdesk.ui.shell.screen import Context
from tests.support.qt import type_text


class Both:
    """Two forms on one person; news reach both, as they reach every open screen."""

    def __init__(self, qtbot: QtBot, context: Context, case: RecordId) -> None:
        self._context = context
        self._case = case
        tell: Callable[[Changes], None] = lambda _changes: self.refresh()  # noqa: E731
        port = DeskPort(context.desk, context.runner, context.clock, tell=tell)
        shared = FormContext(reference=context.desk.reference, today=context.desk.today, language="de", port=port)
        self.forms = [Form(RECORDS["person"], ("phone", "birth_date"), replace(shared)) for _ in range(2)]
        for form in self.forms:
            qtbot.addWidget(form)
        self.refresh()
        self.look_at(0)

    def person(self) -> Person:
        return one_family.persons(self._context.desk, self._case)[0]

    def refresh(self) -> None:
        person = self.person()
        drafts = {draft.field: draft.text for draft in one_family.drafts(self._context.desk, person.id)}
        for form in self.forms:
            target = Target(kind="person", record=person.id, parent=person.case)
            form.show_record(target, values_of(RECORDS["person"], person), drafts)

    def look_at(self, number: int) -> None:
        """Turn to one of them: the other is left and out of sight."""
        self.forms[1 - number].settle()
        self.forms[1 - number].hide()
        self.forms[number].show()
        self.refresh()

    def field(self, number: int, name: str) -> QLineEdit:
        widget = self.forms[number].rows[name].editor.widget
        assert isinstance(widget, QLineEdit)
        return widget


@pytest.fixture
def both(qtbot: QtBot, context: Context, family: RecordId) -> Both:
    return Both(qtbot, context, family)


def test_what_one_writes_the_other_shows(both: Both) -> None:
    type_text(both.field(0, "phone"), "4711")
    both.look_at(1)
    assert both.field(1, "phone").text() == "4711"


def test_the_last_one_typed_stands_and_the_one_before_is_in_the_history(both: Both, context: Context) -> None:
    type_text(both.field(0, "phone"), "4711")
    both.look_at(1)
    type_text(both.field(1, "phone"), "0")
    both.look_at(0)
    assert both.field(0, "phone").text() == both.person().phone == "47110"
    assert "4711" in [line.after for line in context.desk.query.history(both.person().id)]


def test_what_is_not_valid_yet_is_there_on_both(both: Both) -> None:
    type_text(both.field(0, "birth_date"), "31.2.1994")
    both.look_at(1)
    assert both.field(1, "birth_date").text() == "31.2.1994"


def test_what_the_other_put_right_is_not_shown_as_wrong_any_more(both: Both) -> None:
    type_text(both.field(0, "birth_date"), "31.2.1994")
    both.look_at(1)
    both.field(1, "birth_date").clear()
    type_text(both.field(1, "birth_date"), "1994")
    both.look_at(0)
    assert both.person().birth_date == "1994"
    assert both.field(0, "birth_date").text() == "1994"
    assert both.forms[0].rows["birth_date"].hint.isHidden()
