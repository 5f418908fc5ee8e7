"""Druckliste: put there on a visit, checked by the gate and printed at the office, kept across restarts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import family as families
from kimdesk.casework import print_list
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers.order import PrintOrder, Wording
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.protection import ProtectionRelease
from kimdesk.domain.records import Handout, Person
from kimdesk.ui.dialogs import printing as printers
from kimdesk.ui.dialogs.passphrase import PassphraseDialog
from kimdesk.ui.dialogs.print_flow import made
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.screens.print_list.build import build
from kimdesk.ui.screens.print_list.presenter import PrintListPresenter
from kimdesk.ui.screens.print_list.view import PrintListView
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.labels import Paragraph
from tests.support.qt import find_by_name, unnamed
from tests.ui.screens.plan_support import with_plan
from tests.ui.screens.test_settings_keys import dialog_of, prove


class Office:
    """A printer that takes everything, or nothing."""

    def __init__(self) -> None:
        self.papers: list[bytes] = []
        self.refuses: KimError | None = None

    def print(
        self,
        parent: QWidget,
        pdfs: Sequence[bytes],
        done: Callable[[], None],
        failed: Callable[[KimError], None] | None = None,
    ) -> None:
        assert parent is not None
        if self.refuses is not None and failed is not None:
            failed(self.refuses)
            return
        self.papers += pdfs
        done()


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    made = Office()
    monkeypatch.setattr(printers, "print_pdfs", made.print)
    return made


def elena(desk: Desk, case: RecordId) -> RecordId:
    return desk.query.of_case(Person, case)[0].id


def order(desk: Desk, case: RecordId, language: str = "bg") -> PrintOrder:
    recipient = Recipient(kind="readers", persons=frozenset({elena(desk, case)}))
    return PrintOrder(recipient=recipient, purpose="family_copy", languages=("de", language), variant="large")


def shown(qtbot: QtBot, context: Context) -> tuple[PrintListView, PrintListPresenter]:
    screen = build(context)
    view, presenter = screen.widget, screen.presenter
    assert isinstance(view, PrintListView)
    assert isinstance(presenter, PrintListPresenter)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    presenter.opened()
    return view, presenter


def test_an_order_is_kept_whole(desk: Desk, family: RecordId) -> None:
    plan = with_plan(desk, family)
    wanted = PrintOrder(
        recipient=Recipient(kind="body", name="Grundschule"), purpose="support", languages=("de", "ar"), latin=True,
        lines=frozenset({0, 2}), about=plan, before=plan, named=False, front=True, wording=Wording(subject="Termin"),
    )  # fmt: skip
    kept = print_list.add(desk, "plan", family, plan, wanted)
    assert print_list.waiting(desk) == (kept,)
    assert kept.order == wanted


def test_the_print_dialog_puts_a_paper_on_the_list(qtbot: QtBot, context: Context, family: RecordId) -> None:
    plan = with_plan(context.desk, family)
    dialog, presenter = made(None, context, PrintJob(what="plan", case=family, record=plan, languages=("de", "bg")))
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.list_button.isEnabled()
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    find_by_name(dialog, "Auf die Druckliste", Button).click()
    assert presenter.state.done == "listed"
    assert not dialog.list_button.isEnabled()
    (kept,) = print_list.waiting(context.desk)
    assert (kept.what, kept.record, kept.order.languages) == ("plan", plan, ("de", "bg"))
    assert context.desk.query.of_case(Handout, family) == ()
    dialog.reject()


def test_all_is_confirmed_printed_once_and_kept_as_handed_out(
    qtbot: QtBot, context: Context, family: RecordId, office: Office
) -> None:
    plan = with_plan(context.desk, family)
    for language in ("bg", "tr"):
        print_list.add(context.desk, "plan", family, plan, order(context.desk, family, language))
    view, presenter = shown(qtbot, context)
    assert unnamed(view) == []
    assert not view.print_button.isVisible()
    find_by_name(view, "Prüfen und drucken …", Button).click()
    told = "\n".join(each.body for each in view.findChildren(Paragraph))
    assert "Fallnummer: KD-2026-0001" in told
    assert presenter.state.pages >= 2
    find_by_name(view, "Jetzt drucken …", Button).click()
    assert office.papers == [], "two families' papers at once: who asks for them?"
    prove(view, "ganz falsch")
    assert office.papers == []
    asked = dialog_of(view, PassphraseDialog)
    asked.entry.edit.clear()
    prove(view)
    assert len(office.papers) == 2
    assert print_list.waiting(context.desk) == ()
    assert {each.way for each in context.desk.query.of_case(Handout, family)} == {"print"}
    assert view.strip.isVisible()


def test_what_was_printed_wrongly_opens_the_incident_sheet(
    qtbot: QtBot, context: Context, family: RecordId, office: Office
) -> None:
    plan = with_plan(context.desk, family)
    print_list.add(context.desk, "plan", family, plan, order(context.desk, family))
    print_list.add(context.desk, "briefing", family, None, PrintOrder())
    opened: list[tuple[str, str]] = []
    told = replace(context, incident=lambda happened, given: opened.append((happened, given)))
    view, presenter = shown(qtbot, told)
    presenter.check()
    presenter.ask_printer()
    assert [each.code for each in presenter.state.printed] == ["briefing", "support_plan"]
    assert unnamed(view) == []
    for number, what in enumerate(("Besuchsvorbereitung", "Unterstützungsplan"), start=1):
        name = f"Familie \u2068Dimitrova\u2069 · {what}: falsch gedruckt oder übergeben"
        find_by_name(view, name, Button).click()
        find_by_name(view, "Festhalten", Button).click()
        happened, given = opened[-1]
        assert happened == "paper"
        assert "KD-2026-0001" in given
        assert "Dimitrova" not in given
        assert sum(each.misdirected for each in presenter.state.printed) == number
    (handout,) = context.desk.query.of_case(Handout, family)
    assert handout.misdirected == "yes"
    offered = [each.text() for each in view.findChildren(Button) if each.isVisible()]
    assert "Falsch gedruckt oder übergeben" not in offered


def test_what_was_printed_is_told_for_two_weeks_and_not_of_families_that_are_gone(
    desk: Desk, clock: FixedClock, family: RecordId
) -> None:
    entry = print_list.add(desk, "briefing", family, None, PrintOrder())
    print_list.printed(desk, print_list.prepare(desk, (entry,)))
    assert [each.document for each in print_list.printed_lately(desk)] == ["briefing"]
    clock.advance(days=15)
    assert print_list.printed_lately(desk) == ()
    clock.advance(days=-15)
    families.delete(desk, "case", family)
    assert print_list.printed_lately(desk) == ()
    with pytest.raises(UserProblem, match=r"record\.missing"):
        print_list.misdirected(desk, "unbekannt")


def test_what_cannot_be_printed_any_more_stays_and_says_why(
    qtbot: QtBot, context: Context, family: RecordId, office: Office
) -> None:
    plan = with_plan(context.desk, family)
    print_list.add(context.desk, "plan", family, plan, order(context.desk, family))
    families.delete(context.desk, "support_plan", plan)
    view, presenter = shown(qtbot, context)
    presenter.check()
    assert isinstance(presenter.state.lines[0].problem, UserProblem)
    assert not view.print_button.isVisible()
    presenter.ask_printer()
    assert office.papers == []
    assert len(print_list.waiting(context.desk)) == 1


def test_without_a_printer_nothing_counts_as_handed_out(
    qtbot: QtBot, context: Context, family: RecordId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "has_printer", lambda: False)
    print_list.add(context.desk, "plan", family, with_plan(context.desk, family), order(context.desk, family))
    view, presenter = shown(qtbot, context)
    presenter.check()
    presenter.ask_printer()
    assert "kein Drucker" in view.strip.accessibleName()
    assert len(print_list.waiting(context.desk)) == 1
    assert context.desk.query.of_case(Handout, family) == ()


def test_a_paper_is_taken_off_and_put_back(qtbot: QtBot, context: Context, family: RecordId) -> None:
    print_list.add(context.desk, "plan", family, with_plan(context.desk, family), order(context.desk, family))
    view, _presenter = shown(qtbot, context)
    name = "Familie \u2068Dimitrova\u2069 · Unterstützungsplan: von der Liste nehmen"
    find_by_name(view, name, Button).click()
    assert print_list.waiting(context.desk) == ()
    find_by_name(view, "Rückgängig", Button).click()
    assert len(print_list.waiting(context.desk)) == 1


def test_a_printed_paper_is_put_into_the_familys_hands(
    qtbot: QtBot, context: Context, family: RecordId, office: Office
) -> None:
    plan = with_plan(context.desk, family)
    dialog, presenter = made(None, context, PrintJob(what="plan", case=family, record=plan))
    qtbot.addWidget(dialog)
    dialog.open()
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    find_by_name(dialog, "Drucken …", Button).click()
    assert len(office.papers) == 1
    find_by_name(dialog, "In die Hand gegeben", Button).click()
    assert presenter.state.done == "given"
    assert [each.way for each in context.desk.query.of_case(Handout, family)] == ["handed"]
    dialog.reject()


def test_papers_of_child_protection_never_wait_and_those_of_a_case_that_is_gone_vanish(
    desk: Desk, family: RecordId
) -> None:
    plan = with_plan(desk, family)
    release = ProtectionRelease(way="notice", entries=frozenset(), confirmed=True)
    with pytest.raises(UserProblem):
        print_list.add(desk, "youth_notice", family, None, PrintOrder(protection=release))
    print_list.add(desk, "plan", family, plan, PrintOrder())
    families.delete(desk, "case", family)
    assert print_list.waiting(desk) == ()


def test_one_paper_is_printed_without_more_ado(
    qtbot: QtBot, context: Context, family: RecordId, office: Office
) -> None:
    print_list.add(context.desk, "briefing", family, None, PrintOrder())
    view, presenter = shown(qtbot, context)
    presenter.check()
    find_by_name(view, "Jetzt drucken …", Button).click()
    assert len(office.papers) == 1
