"""The print dialog for papers that bodies read, and for texts that leave line by line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId
from kimdesk.casework.papers.kinds import KINDS
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.records import Handout, Person
from kimdesk.ui.dialogs.paper_flow import ask_paper
from kimdesk.ui.dialogs.papers import LetterDialog
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.dialogs.print_view import PrintDialog
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.tick import Tick
from tests.casework.printed import add
from tests.support.qt import find_by_name, unnamed
from tests.ui.screens.test_plan_print import ask, words_of

SHOWN_ELSEWHERE = {"consent", "release", "withdrawal", "plan_changes", "case_summary", "youth_notice"}
"""Printed where they belong: on the pages of consents, plans and child protection."""
SCHOOL = "Grundschule am Stadtpark"


@pytest.fixture
def referred(context: Context, family: RecordId) -> RecordId:
    desk = context.desk
    for person in desk.query.of_case(Person, family):
        add(
            desk, "consent", case=family, person=person.id, scope=Code("contact_school"), recipient=SCHOOL,
            purpose=Code("support"), categories=frozenset(map(Code, ("plan", "identity"))), direction=Code("out"),
            given_on=desk.today,
        )  # fmt: skip
    return add(desk, "referral", case=family, date=desk.today, partner_name=SCHOOL, concern="Bitte einladen.")


def test_a_referral_is_offered_to_its_body_alone(
    qtbot: QtBot, context: Context, family: RecordId, referred: RecordId
) -> None:
    dialog, presenter = ask(qtbot, context, PrintJob(what="referral", case=family, record=referred))
    assert [each.name for each in presenter.state.readers] == [SCHOOL]
    assert not presenter.state.may_own
    find_by_name(dialog, SCHOOL, Chip).click()
    assert "Bitte einladen." in words_of(presenter.state.pdf)
    presenter.printed()
    (kept,) = context.desk.query.of_case(Handout, family)
    assert (kept.document, kept.recipient, kept.purpose) == ("referral_letter", SCHOOL, "support")


def test_a_body_and_the_family_never_read_one_sheet(qtbot: QtBot, context: Context, family: RecordId) -> None:
    made = add(context.desk, "case_conference", case=family, date=context.desk.today, minutes="Alle einig.\nEr trinkt.")
    add(context.desk, "conference_participant", case_conference=made, name=SCHOOL)
    dialog, presenter = ask(qtbot, context, PrintJob(what="minutes", case=family, record=made))
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    find_by_name(dialog, "Alle einig.", Tick).click()
    text = words_of(presenter.state.pdf)
    assert "Alle einig." in text
    assert "Er trinkt." not in text
    find_by_name(dialog, SCHOOL, Chip).click()
    assert [each.name for each in presenter.state.readers if each.on] == [SCHOOL]
    assert presenter.state.problem is not None
    assert presenter.state.problem.code == "document.no_consent"


def test_who_asks_what_is_stored_picks_lines_about_themselves(qtbot: QtBot, context: Context, family: RecordId) -> None:
    add(context.desk, "contact", case=family, date=context.desk.today, family_says="Wir suchen eine Wohnung.")
    dialog, presenter = ask(qtbot, context, PrintJob(what="access", case=family))
    assert presenter.state.lines == ()
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    find_by_name(dialog, "Wir suchen eine Wohnung.", Tick).click()
    assert "Wir suchen eine Wohnung." in words_of(presenter.state.pdf)
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    assert presenter.state.lines == ()


def test_a_mother_asks_what_is_stored_about_her_child(qtbot: QtBot, context: Context, family: RecordId) -> None:
    desk = context.desk
    desk.apply(Set("person", desk.query.of_case(Person, family)[0].id, "role", "mother"))
    child = add(desk, "person", case=family, given_name="Ivan", role=Code("child"), birth_date="2019-03-04")
    dialog, presenter = ask(qtbot, context, PrintJob(what="access", case=family))
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    assert "04.03.2019" not in words_of(presenter.state.pdf)
    dialog.about.chosen.emit(child.hex())
    assert "04.03.2019" in words_of(presenter.state.pdf)


def test_whoever_has_read_many_lines_picks_all_of_them(qtbot: QtBot, context: Context, family: RecordId) -> None:
    said = "\n".join(f"Satz {number}." for number in range(7))
    add(context.desk, "contact", case=family, date=context.desk.today, family_says=said)
    dialog, presenter = ask(qtbot, context, PrintJob(what="access", case=family))
    assert not dialog.all_lines.isVisible()
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    dialog.all_lines.click()
    text = words_of(presenter.state.pdf)
    assert all(f"Satz {number}." in text for number in range(7))
    assert not dialog.all_lines.isVisible()


def test_what_is_settled_before_is_offered_to_nobody_else(qtbot: QtBot, context: Context, family: RecordId) -> None:
    fixed = PrintOrder(recipient=Recipient(kind="body", name="Jugendamt"), purpose="support")
    _dialog, presenter = ask(qtbot, context, PrintJob(what="youth_notice", case=family, fixed=fixed))
    assert ([each.name for each in presenter.state.readers], presenter.state.may_own) == (["Jugendamt"], False)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """Return what dialogs stand before; it outlives them."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_paper_of_a_family_is_offered_and_return_takes_the_plan(
    qtbot: QtBot, window: QWidget, context: Context, family: RecordId
) -> None:
    asked: list[str] = []
    dialog = ask_paper(window, context, family.hex(), asked.append)
    assert set(dialog.papers) == set(KINDS) - SHOWN_ELSEWHERE | {"plan"}
    assert unnamed(dialog) == []
    qtbot.keyClick(dialog.papers["plan"], Qt.Key.Key_Return)
    assert asked == [family.hex()]


def test_a_letter_is_written_first_and_then_addressed(window: QWidget, context: Context, family: RecordId) -> None:
    ask_paper(window, context, family.hex(), lambda _record: None).take("letter")
    letter = window.findChild(LetterDialog)
    assert letter is not None
    letter.subject.setText("Ihr Antrag")
    assert not find_by_name(letter, "Weiter", Button).isEnabled()
    letter.words.setPlainText("der Antrag ist da.")
    find_by_name(letter, "Weiter", Button).click()
    dialog = window.findChild(PrintDialog)
    assert dialog is not None
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    assert dialog.print_button.isEnabled()
    dialog.reject()
