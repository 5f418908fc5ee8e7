from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, plans, printing
from kimdesk.casework.plans import Signing
from kimdesk.domain.declare import Code
from kimdesk.ui.screens.plan.signing import SigningDialog
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.done import DoneCircle
from kimdesk.ui.widgets.notices import Strip
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.plan_support import WORDING, FakePress, editor, with_plan

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # words offered in a popup


def sign(context: Context, plan: RecordId) -> None:
    order = printing.PrintOrder(languages=("de", "bg"))
    printing.sign_plan(context.desk, plan, Signing(form=Code("paper"), day=dt.date(2026, 11, 20)), order)


def test_a_plan_begins_with_one_press(qtbot: QtBot, context: Context, family: RecordId) -> None:
    shown = editor(qtbot, context, family, FakePress())
    assert plans.current(context.desk, family) is None
    find_by_name(shown.view, "Plan beginnen", Button).click()
    assert shown.page().plan.version == 1
    find_by_name(shown.view, "Ziel hinzufügen", Button).click()
    field = find_by_name(shown.view, "Was soll erreicht sein?", QLineEdit)
    assert field.hasFocus()


def test_every_keystroke_is_durable_and_becomes_one_change(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family, FakePress())
    field = find_by_name(shown.view, "Was soll erreicht sein?", QLineEdit)
    field.setFocus()
    field.end(False)
    type_text(field, " Bald.")
    assert [draft.text for draft in context.desk.query.drafts(shown.goal().id)] == [f"{WORDING} Bald."]
    assert shown.goal().wording == WORDING
    shown.presenter.leave()
    assert shown.goal().wording == f"{WORDING} Bald."
    assert context.desk.query.drafts(shown.goal().id) == ()


def test_the_paper_follows_what_is_typed_before_it_is_a_change(
    qtbot: QtBot, context: Context, family: RecordId
) -> None:
    plan = with_plan(context.desk, family)
    desk = context.desk
    press = FakePress(lambda _source: " ".join(draft.text for draft in desk.query.drafts()))
    shown = editor(qtbot, context, family, press)
    type_text(find_by_name(shown.view, "Woran merken wir es?", QLineEdit), "Neu")
    assert press.drawn[-1] == "Neu"
    assert press.asked[-1].plan == plan
    assert shown.goal().indicator is None
    assert not shown.presenter.paper.state.updating


def test_the_paper_is_the_real_pdf_with_the_words_being_typed(qtbot: QtBot, context: Context, family: RecordId) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family)
    type_text(find_by_name(shown.view, "Wunsch der Familie, in ihren Worten", QPlainTextEdit), "Trockene Räume")
    state = shown.presenter.paper.state
    assert state.problem is None
    text = pdfium.PdfDocument(state.pdf)[0].get_textpage().get_text_bounded()
    assert "Trockene Räume" in text
    assert "Mängelanzeige schreiben" in " ".join(text.split())
    assert shown.view.paper.preview.page_count() == state.pages


def test_what_cannot_be_printed_says_why_and_keeps_the_last_picture(
    qtbot: QtBot, context: Context, family: RecordId
) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family)
    good = shown.presenter.paper.state.pdf
    type_text(find_by_name(shown.view, "Was soll erreicht sein?", QLineEdit), "\u4e2d")
    pane, state = shown.view.paper, shown.presenter.paper.state
    assert state.problem is not None
    assert state.pdf == good
    assert pane.verdict.text() == "nicht druckbar"
    assert pane.reason.isVisible()
    assert not pane.print_button.isEnabled()


def test_a_measure_is_added_written_and_ticked_off(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family, FakePress())
    find_by_name(shown.view, "Maßnahme hinzufügen", Button).click()
    field = find_by_name(shown.view, "Was ist zu tun?", QLineEdit)
    assert field.hasFocus()
    type_text(field, "Kurs suchen")
    find_by_name(shown.view, "Fertig", Button).click()
    assert [each.text for each in shown.page().goals[0].measures] == ["Mängelanzeige schreiben", "Kurs suchen"]
    find_by_name(shown.view, "noch offen: Kurs suchen", DoneCircle).click()
    assert shown.page().goals[0].measures[1].state == "done"
    find_by_name(shown.view, "erledigt: Kurs suchen", DoneCircle)


def test_what_was_removed_can_be_brought_back(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family, FakePress())
    find_by_name(shown.view, "Ziel entfernen", Button).click()
    assert shown.page().goals == ()
    find_by_name(shown.view, "Rückgängig", Button).click()
    assert [entry.goal.wording for entry in shown.page().goals] == [WORDING]


def test_the_second_language_names_its_fields(qtbot: QtBot, context: Context, family: RecordId) -> None:
    plan = with_plan(context.desk, family)
    press = FakePress()
    shown = editor(qtbot, context, family, press)
    assert press.asked[-1].languages == ("de", "bg")
    names = [field.accessibleName() for field in shown.view.findChildren(QLineEdit) if field.isVisible()]
    assert "Was soll erreicht sein? Auf Bulgarisch" in names
    assert shown.presenter.paper.state.untranslated == 2
    shown.presenter.choose_languages(("de", "en"))
    assert press.asked[-1].languages == ("de", "en")
    assert plans.page(context.desk, plan).plan.language == "en"


def test_translations_keep_their_language_whatever_is_printed(qtbot: QtBot, context: Context, family: RecordId) -> None:
    plan = with_plan(context.desk, family)
    shown = editor(qtbot, context, family, FakePress())
    editing.put(context.desk, "goal", shown.goal().id, "wording_translation", "Сухо жилище")
    shown.presenter.opened()
    shown.presenter.choose_languages(("de", "en"))
    assert shown.presenter.paper.state.languages == ("de", "en")
    assert plans.page(context.desk, plan).plan.language == "bg"
    names = [field.accessibleName() for field in shown.view.findChildren(QLineEdit) if field.isVisible()]
    assert "Was soll erreicht sein? Auf Bulgarisch" in names


# signing ----------------------------------------------------------------------


def test_signing_takes_one_explicit_confirmation(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family)
    find_by_name(shown.view, "Unterschreiben …", Button).click()
    dialog = shown.view.findChild(SigningDialog)
    assert dialog is not None
    assert not any(button.isChecked() for button in dialog.findChildren(Chip))
    find_by_name(dialog, "So festhalten", Button).click()
    assert not shown.page().frozen
    find_by_name(dialog, "nicht unterschrieben, weil …", Chip).click()
    type_text(find_by_name(dialog, "Nicht unterschrieben, weil", QLineEdit), "Der Vater ist verreist")
    find_by_name(dialog, "So festhalten", Button).click()
    plan = shown.page().plan
    assert (plan.signature_form, plan.signed_on) == ("not_signed", dt.date(2026, 11, 20))
    assert plan.not_signed_reason == "Der Vater ist verreist"


def test_a_plan_is_signed_on_the_screen(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family)
    find_by_name(shown.view, "Unterschreiben …", Button).click()
    dialog = shown.view.findChild(SigningDialog)
    assert dialog is not None
    find_by_name(dialog, "hier unterschreiben", Chip).click()
    find_by_name(dialog, "So festhalten", Button).click()
    assert not shown.page().frozen
    qtbot.waitUntil(lambda: dialog.pad.height() > 100)
    qtbot.mousePress(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 60))
    for x in (60, 90, 120):
        qtbot.mouseMove(dialog.pad, QPoint(x, 60 + x % 7))
    qtbot.mouseRelease(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 60))
    find_by_name(dialog, "So festhalten", Button).click()
    assert (shown.page().plan.signature_form, shown.page().frozen) == ("screen", True)


def test_closing_the_question_signs_nothing(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family, FakePress())
    shown.presenter.ask_signing()
    dialog = shown.view.findChild(SigningDialog)
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not shown.page().frozen


def test_a_plan_without_a_goal_is_not_signed(qtbot: QtBot, context: Context, family: RecordId) -> None:
    plans.start(context.desk, family)
    shown = editor(qtbot, context, family, FakePress())
    shown.presenter.ask_signing()
    assert shown.view.findChild(SigningDialog) is None
    assert "noch kein Ziel" in find_strip(shown.view.editor.strip)


def test_an_unfinished_date_is_completed_before_signing(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family)
    type_text(find_by_name(shown.view, "bis", QLineEdit), "bald")
    shown.presenter.sign(Signing(form=Code("paper"), day=dt.date(2026, 11, 20)))
    assert not shown.page().frozen
    assert "noch nicht vollständig" in find_strip(shown.view.editor.strip)


def test_a_signed_plan_is_shown_but_not_changed(qtbot: QtBot, context: Context, family: RecordId) -> None:
    sign(context, with_plan(context.desk, family))
    shown = editor(qtbot, context, family)
    field = find_by_name(shown.view, "Was soll erreicht sein?", QLineEdit)
    assert field.isReadOnly()
    type_text(field, "Anders")
    shown.presenter.leave()
    assert shown.goal().wording == WORDING
    assert context.desk.query.drafts() == ()
    assert shown.presenter.paper.state.original
    shown.presenter.add_goal()
    assert len(shown.page().goals) == 1
    assert "bleibt, wie es ist" in find_strip(shown.view.editor.strip)


def test_the_state_of_a_signed_plan_can_still_be_noted(qtbot: QtBot, context: Context, family: RecordId) -> None:
    sign(context, with_plan(context.desk, family))
    shown = editor(qtbot, context, family)
    find_by_name(shown.view, "noch offen: Mängelanzeige schreiben", DoneCircle).click()
    assert shown.measure().state == "done"
    editing.put(context.desk, "goal", shown.goal().id, "state", Code("in_progress"))
    assert shown.goal().state == "in_progress"


def test_the_next_version_carries_open_points_over(qtbot: QtBot, context: Context, family: RecordId) -> None:
    signed = with_plan(context.desk, family)
    sign(context, signed)
    shown = editor(qtbot, context, family)
    find_by_name(shown.view, "Neue Version beginnen", Button).click()
    assert shown.page().plan.version == 2
    assert shown.view.editor.carried.isVisible()
    assert [entry.goal.wording for entry in shown.page().goals] == [WORDING]
    shown.presenter.choose_version(signed)
    assert shown.presenter.state.frozen
    assert not shown.view.editor.new_button.isVisible()


# the whole ----------------------------------------------------------------------


def test_everything_has_a_name(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family, FakePress())
    shown.presenter.fold_measure(shown.measure().id)
    assert unnamed(shown.view) == []


def test_the_keyboard_reaches_every_part(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family, FakePress())
    shown.view.editor.add_button.setFocus()
    names = walk(qtbot, shown.view.editor.add_button)
    for wanted in ("Was soll erreicht sein?", "bis", "Maßnahme hinzufügen", "Ziel entfernen", "Drucken …"):
        assert wanted in names


def test_changes_of_another_family_are_none_of_ours(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    press = FakePress()
    shown = editor(qtbot, context, family, press)
    before = len(press.asked)
    other = editing.mint(context.desk)
    from kimdesk.domain.changes import Changes

    shown.presenter.refresh(Changes(kinds=frozenset({"goal"}), cases=frozenset({other})))
    assert len(press.asked) == before


def test_where_it_is_narrow_one_side_is_shown(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family, FakePress())
    assert shown.view.paper.isVisible()
    shown.view.resize(700, 700)
    assert not shown.view.paper.isVisible()
    shown.view.tabs.set_current("paper")
    shown.view.tabs.pressed.emit("paper")
    assert shown.view.paper.isVisible()
    assert not shown.view.editor.isVisible()


def test_a_typed_problem_of_the_store_is_said(qtbot: QtBot, context: Context, family: RecordId) -> None:
    with_plan(context.desk, family)
    shown = editor(qtbot, context, family, FakePress())
    shown.presenter.fail(UserProblem("record.missing", kind="Ziel"))
    assert shown.view.editor.strip.isVisible()


def find_strip(strip: Strip) -> str:
    assert strip.isVisible()
    return strip.accessibleName()


def walk(qtbot: QtBot, start: QPushButton) -> list[str]:
    """Press Tab until the focus comes round; returns the names passed."""
    from PySide6.QtWidgets import QApplication

    start.window().activateWindow()
    names = []
    for _step in range(80):
        focus = QApplication.focusWidget() or start
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus is start:
            break
        names.append(focus.accessibleName())
    return names
