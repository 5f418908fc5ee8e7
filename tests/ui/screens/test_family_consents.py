"""Consents on the page: the sheet first, then given by hand or word, withdrawn in two taps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import new_id
from kimdesk.casework import consents
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Consent, Signature
from kimdesk.ui.dialogs.print_view import PrintDialog
from kimdesk.ui.screens.family_consents.build import build
from kimdesk.ui.screens.family_consents.giving import GivingDialog
from kimdesk.ui.screens.family_consents.view import ConsentsView
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.signature import SignaturePad
from kimdesk.ui.widgets.tags import Tag
from tests.support.qt import find_by_name, unnamed
from tests.ui.screens.family_story import Stage, Story

LINE = "Elena · Gespräch mit Schule oder Kita · Kita Regenbogen"


@pytest.fixture
def page(stage: Stage, story: Story) -> ConsentsView:
    values = {
        "case": story.case,
        "person": story.elena,
        "scope": Code("contact_school"),
        "recipient": "Kita Regenbogen",
        "purpose": Code("support"),
        "categories": frozenset({Code("identity")}),
        "direction": Code("out"),
        "explained_in": Code("bg"),
    }
    stage.context.desk.apply(Create("consent", new_id(stage.context.desk.clock), values))
    shown = stage.show(build, story.case)
    assert isinstance(shown, ConsentsView)
    QCoreApplication.sendPostedEvents()
    return shown


def tags(page: ConsentsView) -> list[str]:
    QCoreApplication.sendPostedEvents()
    return [each.text() for each in page.findChildren(Tag) if each.isVisible()]


def the_consent(stage: Stage, story: Story) -> Consent:
    (found,) = stage.context.desk.query.of_case(Consent, story.case)
    return found


def giving(page: ConsentsView) -> GivingDialog:
    find_by_name(page, f"Einwilligen: {LINE}", Button).click()
    dialog = page.findChild(GivingDialog)
    assert dialog is not None
    QCoreApplication.sendPostedEvents()
    return dialog


def choose(dialog: QDialog, word: str) -> None:
    find_by_name(dialog, word, Chip).click()


def press(widget: QDialog, name: str) -> None:
    find_by_name(widget, name, Button).click()


def sign(pad: SignaturePad, qtbot: QtBot) -> None:
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))  # type: ignore[no-untyped-call]
    for x in (60, 90, 130, 170):
        qtbot.mouseMove(pad, QPoint(x, 60 + x % 17))  # type: ignore[no-untyped-call]
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(170, 60))  # type: ignore[no-untyped-call]


def test_prepared_counts_for_nothing_and_says_so(page: ConsentsView) -> None:
    assert "vorbereitet, gilt noch nicht" in tags(page)
    assert unnamed(page) == []


def test_without_the_sheet_nobody_consents(page: ConsentsView, stage: Stage, story: Story) -> None:
    dialog = giving(page)
    choose(dialog, "auf Papier")
    press(dialog, "Einwilligung festhalten")
    assert the_consent(stage, story).given_on is None
    assert "Informationsblatt" in page.strip.accessibleName()


def test_signed_on_the_screen(page: ConsentsView, stage: Stage, story: Story, qtbot: QtBot) -> None:
    press_hand = find_by_name(page, "Heute übergeben und besprochen", Button)
    press_hand.click()
    assert any(text.startswith("übergeben am") for text in tags(page))
    dialog = giving(page)
    assert unnamed(dialog) == []
    choose(dialog, "hier unterschreiben")
    press(dialog, "Einwilligung festhalten")
    assert the_consent(stage, story).given_on is None
    qtbot.waitUntil(lambda: dialog.pads[0].isVisible() and dialog.pads[0].height() > 100)
    sign(dialog.pads[0], qtbot)
    press(dialog, "Einwilligung festhalten")
    given = the_consent(stage, story)
    assert (given.form, given.given_on) == ("screen", stage.context.desk.today)
    (signature,) = stage.context.desk.query.of_case(Signature, story.case)
    assert signature.strokes
    assert "gilt" in tags(page)


def test_withdrawn_in_two_taps(page: ConsentsView, stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    consents.hand_over_information(desk, story.case, [story.elena], Code("bg"))
    stage.tell(consents.give(desk, the_consent(stage, story).id, consents.Given(form=Code("paper"))))
    QCoreApplication.sendPostedEvents()
    find_by_name(page, f"Widerrufen: {LINE}", Button).click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    press(dialog, "Widerrufen")
    assert the_consent(stage, story).withdrawn_on == desk.today
    assert any(text.startswith("widerrufen am") for text in tags(page))


def test_the_pad_takes_back_and_clears_by_key(qtbot: QtBot, look: object) -> None:
    pad = SignaturePad("Unterschrift")
    qtbot.addWidget(pad)
    pad.resize(400, 150)
    pad.show()
    sign(pad, qtbot)
    assert pad.is_signed()
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)  # type: ignore[no-untyped-call]
    assert pad.strokes() == ()
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))  # type: ignore[no-untyped-call]
    assert not pad.is_signed()


def test_the_document_is_shown_before_and_printed_after(page: ConsentsView, stage: Stage, story: Story) -> None:
    find_by_name(page, "Heute übergeben und besprochen", Button).click()
    dialog = giving(page)
    assert dialog.preview.isVisible()
    choose(dialog, "auf Papier")
    press(dialog, "Einwilligung festhalten")
    QCoreApplication.sendPostedEvents()
    find_by_name(page, f"Drucken …: {LINE}", Button).click()
    printing = page.findChild(PrintDialog)
    assert printing is not None
    find_by_name(printing, "Elena Dimitrova", Chip).click()
    assert any("Genau das Blatt, das unterschrieben wurde." in each for each in told(printing))
    printing.reject()
    find_by_name(page, "Informationsblatt drucken …", Button).click()
    assert page.findChildren(PrintDialog)


def told(dialog: PrintDialog) -> list[str]:
    return [each.body for each in dialog.leaving.findChildren(type(dialog.why))]


def test_an_action_is_named_after_what_the_record_says_now(page: ConsentsView, stage: Stage, story: Story) -> None:
    consent = the_consent(stage, story)
    stage.tell(stage.context.desk.apply(Set("consent", consent.id, "recipient", "Kita Sonnenschein")))
    QCoreApplication.sendPostedEvents()
    find_by_name(page, "Einwilligen: Elena · Gespräch mit Schule oder Kita · Kita Sonnenschein", Button)
