"""A case goes to a colleague and comes back: card, eight words, passphrase, file; seen before it is taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kimdesk.app.open import App
from kimdesk.casework import colleagues, enrolment, families, handing_over, taking_over
from kimdesk.casework.desk import Desk, NewDesk, Profile, create_desk
from kimdesk.casework.handing_over import Handover
from kimdesk.domain.changes import Set
from kimdesk.domain.records import Case, Person
from kimdesk.office.enrolment import enrol
from kimdesk.office.provider import NewProvider, create_provider
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.tags import Tag
from tests.support.hand import Hand
from tests.support.program import cheap_services
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def colleague(at_work: App, tmp_path: Path) -> Iterator[Desk]:
    """Return a colleague's desk; both were let in by the same provider."""
    services, profile = cheap_services(), Profile(name="Ahmet Yıldız", provider="Musterträger e. V.")
    new = NewDesk(folder=tmp_path / "kollege", label="Laptop 4", passphrase=PASSPHRASE, profile=profile)
    authority = NewProvider(
        folder=tmp_path / "traeger", label="Musterträger", short_name="muster", district="05566", passphrase=PASSPHRASE
    )
    assert at_work.desk is not None
    with create_desk(services, new)[0] as other, create_provider(services, authority)[0] as provider:
        for desk in (at_work.desk, other):
            assert isinstance(desk, Desk)
            grant, _ = enrol(provider, enrolment.enrol_request(desk, "Laptop"), enrolment.own_words(desk))
            enrolment.accept_grant(desk, grant, provider.words)
        yield other


def said(hand: Hand) -> str:
    shown = [each.body for each in hand.front.findChildren(Paragraph) if each.isVisible()]
    return " ".join(
        [*shown, *(each.text() for cls in (Label, Tag) for each in hand.front.findChildren(cls) if each.isVisible())]
    )


def prove(hand: Hand, go_on: str) -> None:
    hand.type("Passphrase", PASSPHRASE)
    hand.press(go_on)


def test_a_case_goes_to_a_colleague_and_comes_back(qtbot: QtBot, at_work: App, colleague: Desk, tmp_path: Path) -> None:
    desk, hand = at_work.desk, Hand(qtbot, at_work.window)
    assert isinstance(desk, Desk)
    card, file, back = tmp_path / "k.kimk", tmp_path / "hin.kimu", tmp_path / "her.kimu"
    colleagues.save_card(colleague, "Laptop 4", card)
    hand.open_family("Dimitrova")
    hand.keys(Qt.Key.Key_H, HELD)
    hand.press("Karte wählen …")
    hand.save_as(card)
    hand.wait(lambda: "Musterträger" in said(hand))
    hand.type("Wer den Fall übernimmt", "Ahmet Yıldız")
    hand.type("Die acht Wörter, wie Sie sie hören", enrolment.own_words(colleague))
    hand.type("Noch nicht besprochen, weil", "Termin erst morgen")
    hand.press("Fall übergeben …")
    prove(hand, "Weiter zum Speichern")
    hand.save_as(file)
    hand.wait(lambda: "Übergeben an Ahmet Yıldız" in said(hand))
    hand.wait(lambda: "an Ahmet Yıldız übergeben. Neues bitte dort sagen." in said(hand))
    (given,) = desk.query.every(Case)
    assert given.handed_to == "Ahmet Yıldız"

    seen = taking_over.preview(colleague, file)
    assert (seen.family_told, seen.reason) == (False, "Termin erst morgen")
    case, _ = taking_over.take(colleague, file)
    elena = colleague.query.of_case(Person, case)[0].id
    colleague.apply(Set("person", elena, "phone", "02553 4711"))
    own = tmp_path / "eigene.kimk"
    colleagues.save_card(desk, "Laptop 3", own)
    order = Handover(card=own, name="M. Sommer", words=enrolment.own_words(desk), family_told=True)
    handing_over.give(colleague, case, order, back)

    hand.keys(Qt.Key.Key_U, HELD)
    hand.save_as(back)
    hand.find("Fall übernehmen", QAbstractButton)
    assert len(desk.query.every(Case)) == 1, "seen, not taken"
    hand.press("Fall übernehmen")
    hand.wait(lambda: len(desk.query.every(Case)) == 2)
    hand.wait(lambda: hand.front is hand.window)
    fresh = next(each for each in desk.query.every(Case) if each.handed_on is None)
    hand.wait(lambda: fresh.case_number in said(hand))
    assert desk.query.of_case(Person, fresh.id)[0].phone == "02553 4711"
    assert families.find(desk, fresh.case_number).active
