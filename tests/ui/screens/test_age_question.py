"""Nobody under 18 interprets: wherever somebody is named, an unknown age is asked in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import plans
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes, Create, Set
from kimdesk.domain.declare import Code, Record
from kimdesk.domain.interpreting import ANSWER, ANSWERED, names_interpreter
from kimdesk.domain.records import RECORDS, Appointment, Consent, Contact, Interpreter, SupportPlan
from kimdesk.domain.values import PartialDate, Value
from kimdesk.ui.forms.age import AgeQuestion
from kimdesk.ui.forms.form import Form, FormContext
from kimdesk.ui.forms.port import DeskPort, Target
from kimdesk.ui.forms.records_presenter import values_of
from kimdesk.ui.screens.family_consents.build import build as consents_page
from kimdesk.ui.screens.family_consents.giving import GivingDialog
from kimdesk.ui.screens.plan.signing import SigningDialog
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo, Option
from tests.support.qt import find_by_name, type_text
from tests.ui.screens.family_story import Stage, Story
from tests.ui.screens.plan_support import FakePress, editor, with_plan

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # words offered in a popup
NAMED = "interpreter"


class Filled:
    """One record of a kind in a form that stores as the window does."""

    def __init__(self, qtbot: QtBot, context: Context, kind: str, fields: dict[str, Value], name: str = NAMED) -> None:
        self.desk: Desk = context.desk
        self.kind, self.record, self.name = RECORDS[kind], new_id(context.clock), name
        self.desk.apply(Create(kind, self.record, fields))
        entries = [Option(each.id.hex(), each.name) for each in self.desk.query.every(Interpreter)]
        port = DeskPort(self.desk, context.runner, context.clock, tell=self.show)
        shared = FormContext(
            reference=self.desk.reference,
            today=self.desk.today,
            language="de",
            port=port,
            records={NAMED: entries},
        )
        self.form = Form(self.kind, (name,), shared)
        qtbot.addWidget(self.form)
        self.show()
        self.form.show()

    def show(self, _changes: Changes | None = None) -> None:
        """Show the record as a page does after news."""
        drafts = {each.field: each.text for each in self.desk.page.drafts(self.record)}
        target = Target(kind=self.kind.name, record=self.record)
        self.form.show_record(target, values_of(self.kind, self.stored()), drafts)

    def stored(self) -> Record:
        found = self.desk.page.get(self.kind.cls, self.record)
        assert found is not None
        return found

    def write(self, text: str) -> None:
        """Type a name and leave the field."""
        field = self.form.findChild(QLineEdit)
        assert field is not None
        field.setFocus()
        field.selectAll()
        type_text(field, text)
        field.editingFinished.emit()

    @property
    def question(self) -> AgeQuestion:
        found = self.form.findChild(AgeQuestion)
        assert found is not None
        return found


def of_case(kind: str, case: RecordId, person: RecordId, today: Value) -> dict[str, Value]:
    needed: dict[str, dict[str, Value]] = {
        "consent": {"person": person, "scope": Code("contact_school")},
        "support_plan": {"version": 1},
        "assessment": {"date": today},
        "case_conference": {"date": today},
        "contact": {"date": today},
    }
    return {"case": case, **needed[kind]}


@pytest.fixture
def made(qtbot: QtBot, context: Context, story: Story) -> dict[str, Filled]:
    """One form of every kind that names who interpreted."""
    today = context.desk.today
    return {
        kind: Filled(qtbot, context, kind, of_case(kind, story.case, story.elena, today)) for kind in sorted(ANSWERED)
    }


def test_every_kind_that_names_somebody_who_interprets_follows_the_rule() -> None:
    naming = {kind.name for kind in RECORDS for spec in kind.fields if names_interpreter(spec)}
    assert naming == {*ANSWERED, "appointment", "signature"}, "a signature repeats what was checked"


def test_an_unknown_age_is_asked_in_place_and_a_grown_up_is_named(made: dict[str, Filled]) -> None:
    for kind, each in made.items():
        each.write(f"Frau {kind}")
        assert each.question.question.body == f"Ist Frau {kind} mindestens 18 Jahre alt?"
        waits = None if kind != "contact" else f"Frau {kind}"
        assert getattr(each.stored(), NAMED) == waits, "only a talk's note tells meanwhile who was there"
        find_by_name(each.form, "Ja, mindestens 18", Button).click()
        assert (getattr(each.stored(), NAMED), getattr(each.stored(), ANSWER)) == (f"Frau {kind}", "yes")
        assert each.question.isHidden()
        assert each.desk.query.drafts(each.record) == ()


def test_a_child_does_not_stay_named_anywhere(made: dict[str, Filled]) -> None:
    for each in made.values():
        each.write("Kind K.")
        find_by_name(each.form, "Nein, unter 18", Button).click()
        assert getattr(each.stored(), NAMED) is None
        assert each.form.rows[NAMED].editor.text() == ""
        assert each.form.rows[NAMED].hint.body.startswith("Diese Person ist unter 18 Jahre alt.")
        assert each.desk.query.drafts(each.record) == ()
    noted = made["contact"].stored()
    assert isinstance(noted, Contact)
    assert noted.child_interpreted == "yes"


def test_who_was_answered_for_once_is_not_asked_for_again(made: dict[str, Filled]) -> None:
    made["contact"].write("Frau N.")
    find_by_name(made["contact"].form, "Ja, mindestens 18", Button).click()
    made["consent"].write("frau n.")
    assert made["consent"].question.isHidden()
    assert getattr(made["consent"].stored(), NAMED) == "frau n."
    made["consent"].write("Frau O.")
    assert not made["consent"].question.isHidden(), "the answer was about another name"
    assert getattr(made["consent"].stored(), NAMED) == "frau n."


def test_a_name_left_without_an_answer_waits_and_is_asked_about_again(
    qtbot: QtBot, context: Context, made: dict[str, Filled]
) -> None:
    each = made["case_conference"]
    each.write("Herr P.")
    assert [draft.text for draft in each.desk.query.drafts(each.record)] == ["Herr P."]
    port = DeskPort(each.desk, context.runner, context.clock)
    shared = FormContext(reference=each.desk.reference, today=each.desk.today, language="de", port=port)
    again = Form(each.kind, (NAMED,), shared)
    qtbot.addWidget(again)
    drafts = {draft.field: draft.text for draft in each.desk.query.drafts(each.record)}
    again.show_record(Target(kind=each.kind.name, record=each.record), values_of(each.kind, each.stored()), drafts)
    again.show()
    find_by_name(again, "Ja, mindestens 18", Button).click()
    assert getattr(each.stored(), NAMED) == "Herr P."


def test_a_child_of_the_family_is_known_without_asking(made: dict[str, Filled], story: Story) -> None:
    each = made["support_plan"]
    each.desk.apply(Set("person", story.elena, "birth_date", PartialDate("2014")))
    each.write("Elena")
    assert each.question.isHidden()
    assert each.form.rows[NAMED].hint.body.startswith("Diese Person ist unter 18 Jahre alt.")
    assert getattr(each.stored(), NAMED) is None


@pytest.mark.parametrize(("kind", "name"), [("contact", "interpreter_record"), ("appointment", NAMED)])
@pytest.mark.parametrize("of_age", [True, False])
def test_the_directory_is_asked_about_before_somebody_is_chosen(
    qtbot: QtBot, context: Context, story: Story, kind: str, name: str, *, of_age: bool
) -> None:
    desk, entry = context.desk, new_id(context.clock)
    desk.apply(Create("interpreter", entry, {"name": "Frau N."}))
    fields: dict[str, Value] = {"case": story.case, "date": desk.today}
    each = Filled(qtbot, context, kind, fields | ({"title": "Termin"} if kind == "appointment" else {}), name)
    combo = each.form.findChild(CodeCombo)
    assert combo is not None
    combo.setFocus()
    combo.set_code(entry.hex())
    combo.chosen.emit(entry.hex())
    assert getattr(each.stored(), name) is None, "nothing is assumed"
    assert each.question.question.body == "Ist Frau N. mindestens 18 Jahre alt?"
    find_by_name(each.form, "Ja, mindestens 18" if of_age else "Nein, unter 18", Button).click()
    found = desk.page.get(Interpreter, entry)
    assert found is not None
    assert (found.of_age, getattr(each.stored(), name)) == (("yes", entry) if of_age else ("no", None))
    assert isinstance(each.stored(), Contact | Appointment)


def test_the_keyboard_answers(qtbot: QtBot, context: Context, story: Story) -> None:
    fields = of_case("assessment", story.case, story.elena, context.desk.today)
    each = Filled(qtbot, context, "assessment", fields)
    each.form.activateWindow()
    each.write("Frau A.")
    field = each.form.findChild(QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_Tab)  # type: ignore[no-untyped-call]
    button = each.form.focusWidget()
    assert isinstance(button, Button)
    assert (button.text(), button.accessibleDescription()) == (
        "Ja, mindestens 18",
        "Ist Frau A. mindestens 18 Jahre alt?",
    )
    qtbot.keyClick(button, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]
    assert getattr(each.stored(), NAMED) == "Frau A."


def test_a_plan_is_signed_once_the_age_of_who_interpreted_is_known(
    qtbot: QtBot, context: Context, family: RecordId
) -> None:
    plan, desk = with_plan(context.desk, family), context.desk
    desk.apply(Set("support_plan", plan, NAMED, "Frau I."))  # written before anybody asked
    shown = editor(qtbot, context, family, FakePress())
    find_by_name(shown.view, "Unterschreiben …", Button).click()
    assert shown.view.findChild(SigningDialog) is None
    yes = find_by_name(shown.view, "Ja, mindestens 18", Button)
    assert yes.hasFocus()
    yes.click()
    find_by_name(shown.view, "Unterschreiben …", Button).click()
    assert shown.view.findChild(SigningDialog) is not None
    (found,) = desk.page.of_case(SupportPlan, family)
    assert (found.interpreter_of_age, plans.page(desk, plan).frozen) == ("yes", False)


def test_a_consent_is_given_once_the_age_of_who_interpreted_is_known(stage: Stage, story: Story) -> None:
    desk, consent = stage.context.desk, new_id(stage.context.desk.clock)
    fields = of_case("consent", story.case, story.elena, None)
    desk.apply(
        Create("consent", consent, {**fields, "recipient": "Kita Regenbogen", "explained_in": Code("bg"), NAMED: "X."})
    )
    page = stage.show(consents_page, story.case)
    give = next(each for each in page.findChildren(Button) if each.accessibleName().startswith("Einwilligen: "))
    give.click()
    assert page.findChild(GivingDialog) is None
    find_by_name(page, "Ja, mindestens 18", Button).click()
    (found,) = desk.page.of_case(Consent, story.case)
    assert (found.interpreter, found.interpreter_of_age) == ("X.", "yes")
    give.click()
    assert page.findChild(GivingDialog) is not None
