from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing
from kimdesk.domain.declare import Record, Registry, Sensitivity, line, note
from kimdesk.domain.declare import record as declare
from kimdesk.domain.records import RECORDS, Person
from kimdesk.domain.reference import Reference
from kimdesk.ui.forms.form import Form, FormContext, remaining
from kimdesk.ui.forms.port import Answer, DeskPort, Outcome, Target
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.tasks import InlineRunner
from kimdesk.ui.widgets.buttons import Chip
from kimdesk.ui.widgets.codes import CodeCombo
from tests.support.qt import find_by_name, type_text, unnamed


class Notes:
    """Remembers what a form told its port."""

    def __init__(self) -> None:
        self.said: list[tuple[str, ...]] = []
        self.problems: dict[str, KimError] = {}
        self.exists = True

    def draft(self, target: Target, name: str, text: str) -> None:
        self.said.append(("draft", name, text))

    def settle(self, target: Target, answer: Answer) -> None:
        self.said.append(("settle",))
        answer(Outcome(problems=self.problems, exists=self.exists))

    def toggle(self, target: Target, name: str, element: str, *, on: bool) -> None:
        self.said.append(("toggle", name, element, "on" if on else "off"))


TARGET = Target(kind="person", record=RecordId(bytes(16)))


def person_form(qtbot: QtBot, context: Context, port: Notes | DeskPort, *names: str) -> Form:
    shared = FormContext(reference=context.desk.reference, today=context.desk.today, language="de", port=port)
    form = Form(RECORDS["person"], names, shared)
    qtbot.addWidget(form)
    form.show_record(TARGET, {}, {})
    form.show()
    return form


def test_every_field_of_every_kind_gets_a_named_editor(qtbot: QtBot, context: Context) -> None:
    shared = FormContext(reference=context.desk.reference, today=context.desk.today, language="de", port=Notes())
    for kind in RECORDS:
        form = Form(kind, [spec.name for spec in kind.form_fields()], shared)
        qtbot.addWidget(form)
        form.show()
        assert set(form.rows) == {spec.name for spec in kind.form_fields()}
        assert unnamed(form) == []


def test_a_field_nobody_placed_is_listed_as_remaining(qtbot: QtBot, context: Context) -> None:
    registry = Registry()

    @declare(registry, "thing", "Ding", "Thing")
    class Thing(Record):
        name: str | None = line("Name", "Name", Sensitivity.GENERAL)
        fresh: str | None = note("Neues Feld", "New field", Sensitivity.CONFIDED)

    assert remaining(registry["thing"], ["name"]) == ("fresh",)
    shared = FormContext(reference=Reference({}), today=date(2026, 11, 20), language="en", port=Notes())
    form = Form(registry.of(Thing), ["name", "fresh"], shared)
    qtbot.addWidget(form)
    form.show()
    find_by_name(form, "New field", QPlainTextEdit)


def test_every_keystroke_is_a_draft_and_leaving_settles(qtbot: QtBot, context: Context) -> None:
    port = Notes()
    form = person_form(qtbot, context, port, "family_name", "given_name")
    field = find_by_name(form, "Nachname", QLineEdit)
    type_text(field, "Öz")
    field.editingFinished.emit()
    assert port.said == [("draft", "family_name", "Ö"), ("draft", "family_name", "Öz"), ("settle",)]


def test_what_is_not_valid_stays_a_draft_with_a_hint(qtbot: QtBot, context: Context) -> None:
    form = person_form(qtbot, context, DeskPort(context.desk, context.runner, context.clock), "birth_date")
    field = find_by_name(form, "Geburtsdatum", QLineEdit)
    type_text(field, "irgendwann")
    field.editingFinished.emit()
    row = form.rows["birth_date"]
    assert row.hint.isVisible()
    assert field.text() == "irgendwann"
    assert [draft.text for draft in context.desk.query.drafts(TARGET.record)] == ["irgendwann"]


def test_not_recorded_looks_different_from_no(qtbot: QtBot, context: Context) -> None:
    form = person_form(qtbot, context, Notes(), "in_household")
    combo = form.findChild(CodeCombo)
    assert combo is not None
    assert combo.accessibleName() == "Lebt im Haushalt"
    assert combo.code() == ""
    assert combo.currentText() == "nicht erfasst"
    combo.set_code("no")
    assert combo.currentText() == "nein"


def test_typing_reaches_the_vault(qtbot: QtBot, context: Context, family: RecordId) -> None:
    desk = context.desk
    person = desk.page.of_case(Person, family)[0]
    saved: list[int | None] = []
    port = DeskPort(desk, InlineRunner(), context.clock, saved=saved.append)
    form = person_form(qtbot, context, port, "phone", "languages")
    target = Target(kind="person", record=person.id, parent=family)
    form.show_record(target, {"phone": person.phone, "languages": person.languages}, {})
    field = find_by_name(form, "Telefon", QLineEdit)
    type_text(field, "02553 1")
    assert saved[-1] == context.clock.now_ms()
    field.editingFinished.emit()
    stored = desk.page.get(Person, person.id)
    assert stored is not None
    assert stored.phone == "02553 1"
    assert desk.query.drafts(person.id) == ()


def test_a_set_changes_element_by_element(qtbot: QtBot, context: Context, family: RecordId) -> None:
    desk = context.desk
    contact = editing.mint(desk)
    port = DeskPort(desk, InlineRunner(), context.clock)
    shared = FormContext(reference=desk.reference, today=desk.today, language="de", port=port)
    form = Form(RECORDS["contact"], ["date", "topics"], shared)
    qtbot.addWidget(form)
    form.show_record(Target(kind="contact", record=contact, parent=family), {}, {}, exists=False)
    form.show()
    day = find_by_name(form, "Datum", QLineEdit)
    type_text(day, "20.11.2026")
    day.editingFinished.emit()
    topic = desk.reference["life_domain"].entries[0]
    find_by_name(form, topic.de, Chip).click()
    stored = desk.page.get(RECORDS["contact"].cls, contact)
    assert getattr(stored, "topics", None) == frozenset({topic.code})


def test_news_leave_a_field_alone_that_is_being_typed(qtbot: QtBot, context: Context) -> None:
    form = person_form(qtbot, context, Notes(), "family_name", "given_name")
    type_text(find_by_name(form, "Nachname", QLineEdit), "Neu")
    form.show_record(TARGET, {"family_name": "Alt", "given_name": "Elena"}, {})
    assert form.rows["family_name"].editor.text() == "Neu"
    assert form.rows["given_name"].editor.text() == "Elena"


@pytest.mark.parametrize("typed", ["heute", "20.11.26", "2026-11-20"])
def test_a_day_is_written_out_when_it_is_left(qtbot: QtBot, context: Context, clock: FixedClock, typed: str) -> None:
    shared = FormContext(reference=context.desk.reference, today=context.desk.today, language="de", port=Notes())
    form = Form(RECORDS["contact"], ["date"], shared)
    qtbot.addWidget(form)
    form.show_record(TARGET, {}, {})
    form.show()
    field = next(iter(form.rows.values())).editor.widget
    assert isinstance(field, QLineEdit)
    type_text(field, typed)
    field.editingFinished.emit()
    assert field.text() == "20.11.2026"
