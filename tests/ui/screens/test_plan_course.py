"""What becomes of a plan: goals reached, reviews with the family, and words that are offered while it is written."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import editing, plans, printing, today
from kimdesk.casework.plans import Signing
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Goal, PlanReview
from kimdesk.text.phrases import stock
from kimdesk.ui.dialogs.print_view import PrintDialog
from kimdesk.ui.screens.plan.compare import CompareDialog
from kimdesk.ui.screens.plan.reviews import Reviews
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.codes import CodeCombo
from kimdesk.ui.widgets.labels import Paragraph
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.plan_support import WORDING, Editor, FakePress, editor, fill, with_plan

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # words offered in a popup

SIGNED_ON = dt.date(2026, 11, 20)


@pytest.fixture
def signed(context: Context, family: RecordId) -> RecordId:
    plan = with_plan(context.desk, family)
    order = printing.PrintOrder(languages=("de", "bg"))
    printing.sign_plan(context.desk, plan, Signing(form=Code("paper"), day=SIGNED_ON), order)
    return plan


@pytest.fixture
def shown(qtbot: QtBot, context: Context, family: RecordId) -> Editor:
    with_plan(context.desk, family)
    return editor(qtbot, context, family, FakePress())


def choose(combo: CodeCombo, code: str) -> None:
    combo.set_code(code)
    combo.chosen.emit(code)


def take(qtbot: QtBot, field: QLineEdit, typed: str) -> str:
    """Type, and take the first word that is offered; returns what stands there then."""
    field.clear()
    type_text(field, typed)
    popup = field.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    return field.text()


def test_a_goal_of_a_signed_plan_is_reached(qtbot: QtBot, context: Context, family: RecordId, signed: RecordId) -> None:
    shown = editor(qtbot, context, family, FakePress())
    assert shown.presenter.state.plan is not None
    assert shown.presenter.state.plan.record == signed
    assert not find_line(shown, "Was sich verändert hat").isVisible()
    choose(combo(shown, "Stand"), "reached")
    assert (shown.goal().state, shown.goal().reached_on) == ("reached", SIGNED_ON)
    note = find_line(shown, "Was sich verändert hat")
    assert note.isVisible()
    assert not note.isReadOnly()
    type_text(note, "Die Wände sind trocken.")
    shown.presenter.leave()
    assert shown.goal().attainment_note == "Die Wände sind trocken."
    choose(combo(shown, "Stand"), "in_progress")
    assert shown.goal().reached_on is None


def combo(shown: Editor, name: str) -> CodeCombo:
    return next(
        each for each in shown.view.findChildren(CodeCombo) if each.accessibleName() == name and each.isVisible()
    )


def find_line(shown: Editor, name: str) -> QLineEdit:
    return next(each for each in shown.view.findChildren(QLineEdit) if each.accessibleName() == name)


def test_the_day_a_goal_was_reached_can_be_another_one(context: Context, family: RecordId) -> None:
    plan = with_plan(context.desk, family)
    goal = plans.page(context.desk, plan).goals[0].goal.id
    editing.put(context.desk, "goal", goal, "state", Code("reached"))
    editing.put(context.desk, "goal", goal, "reached_on", dt.date(2026, 11, 3))
    assert context.desk.query.get(Goal, goal).reached_on == dt.date(2026, 11, 3)  # type: ignore[union-attr]
    editing.undo(context.desk)
    editing.undo(context.desk)
    kept = context.desk.query.get(Goal, goal)
    assert kept is not None
    assert (kept.state, kept.reached_on) == ("open", None)


def reviews_of(shown: Editor) -> Reviews:
    (part,) = shown.presenter.parts
    assert isinstance(part, Reviews)
    return part


def test_a_plan_is_reviewed_and_today_asks_again_when_it_is_time(
    qtbot: QtBot, context: Context, family: RecordId, signed: RecordId
) -> None:
    shown = editor(qtbot, context, family, FakePress())
    card = reviews_of(shown).card
    assert card.isVisible()
    find_by_name(card, "Überprüfungen eintragen", Button).click()
    choose(combo(shown, "Passt der Plan noch?"), "yes")
    type_text(find_by_name(card, "Nächste Überprüfung", QLineEdit), "24.11.2026")
    find_by_name(card, "Überprüfung: fertig", Button).click()
    (kept,) = context.desk.query.of_case(PlanReview, family)
    assert (kept.plan, kept.date, kept.still_suitable) == (signed, SIGNED_ON, "yes")
    due = [each for each in today.agenda(context.desk).items if each.matter == "plan_review"]
    assert [(each.day, each.record) for each in due] == [(dt.date(2026, 11, 24), signed)]


def test_a_plan_that_no_longer_fits_leads_to_the_next_version(
    qtbot: QtBot, context: Context, family: RecordId, signed: RecordId
) -> None:
    values = {"case": family, "plan": signed, "date": SIGNED_ON, "still_suitable": Code("no")}
    context.desk.apply(Create("plan_review", new_id(context.desk.clock), values))
    shown = editor(qtbot, context, family, FakePress())
    card = reviews_of(shown).card
    card.open_asked.emit(reviews_of(shown).presenter._records()[0].id.hex())
    next(each for each in card.findChildren(Button) if each.text() == "Neue Version beginnen").click()
    assert shown.page().plan.version == 2
    assert not card.isVisible()


def test_a_usual_step_brings_its_translation_along(qtbot: QtBot, shown: Editor) -> None:
    shown.presenter.fold_measure(shown.measure().id)
    assert take(qtbot, find_line(shown, "Was ist zu tun?"), "Kindergeld") == "Kindergeld beantragen"
    shown.presenter.leave()
    assert shown.measure().text == "Kindergeld beantragen"
    assert shown.measure().text_translation == stock("bg", "standard_measure")["standard_measure.child_benefit"]


def test_a_usual_goal_is_offered_and_own_words_stay_possible(qtbot: QtBot, shown: Editor) -> None:
    field = find_line(shown, "Was soll erreicht sein?")
    assert take(qtbot, field, "Kitaplatz") == "Unser Kind hat einen Kitaplatz."
    field.clear()
    type_text(field, "Wir wohnen trocken.")
    shown.presenter.leave()
    assert shown.goal().wording == "Wir wohnen trocken."


def test_the_name_of_a_body_says_who_does_the_step(qtbot: QtBot, context: Context, family: RecordId) -> None:
    values = {"name": "Jobcenter Steinfurt", "partner_type": Code("jobcenter")}
    context.desk.apply(Create("partner", new_id(context.desk.clock), values))
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family, FakePress())
    fill(context.desk, "measure", shown.measure().id, who=frozenset())
    shown.presenter.fold_measure(shown.measure().id)
    assert take(qtbot, find_line(shown, "Name oder Stelle"), "jobc") == "Jobcenter Steinfurt"
    shown.presenter.leave()
    assert (shown.measure().who, shown.measure().who_name) == (frozenset({"office"}), "Jobcenter Steinfurt")


def test_two_versions_are_compared_in_sentences_and_printed(
    qtbot: QtBot, context: Context, family: RecordId, signed: RecordId
) -> None:
    shown = editor(qtbot, context, family, FakePress())
    assert not shown.view.editor.compare_button.isVisible()
    shown.presenter.begin()
    fill(context.desk, "goal", shown.goal().id, wording="Die Familie wohnt trocken.")
    shown.presenter.opened()
    find_by_name(shown.view, "Zwei Versionen vergleichen", Chip).click()
    dialog = shown.view.findChild(CompareDialog)
    assert dialog is not None
    said = [each.body for each in dialog.findChildren(Paragraph)]
    assert f"Vorher hieß es: „{WORDING}“" in said
    assert "Version 2 vom 20.11.2026 (Entwurf), verglichen mit Version 1 vom 20.11.2026" in said
    assert unnamed(dialog) == []
    dialog.chosen.emit(signed, signed)
    assert dialog.presenter is not None
    assert dialog.presenter.state.older == signed
    find_by_name(dialog, "Drucken …", Button).click()
    printing_ = dialog.findChild(PrintDialog)
    assert printing_ is not None
    assert printing_.languages.code() == "+".join(shown.presenter.paper.state.languages)
    find_by_name(printing_, "für die eigene Akte", Chip).click()
    assert "Vergleich zweier Planversionen" in " ".join(each.body for each in printing_.findChildren(Paragraph))
    printing_.reject()
    dialog.reject()
