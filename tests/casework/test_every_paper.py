"""Every paper there is, of a family of which much is known: no other family, nothing protected, no own view."""

from __future__ import annotations

import pytest

from kimdesk.base.ids import RecordId
from kimdesk.casework import plans, protection
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers.kinds import KINDS
from kimdesk.casework.papers.order import ALL_LINES, Wording
from kimdesk.casework.plans import Signing
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import OWN_RECORD, Recipient
from kimdesk.domain.protection import ProtectionWay
from kimdesk.domain.records import Person, ProtectionEntry
from kimdesk.text.phrases import for_families
from tests.casework.printed import add, printed, reader

SCHOOL = "Grundschule am Stadtpark"
STRANGERS = ("Kowalczyk", "Agnieszka", "KD-2026-0002")
PROTECTED = "Blaue Flecken"
GUARDING: dict[str, ProtectionWay] = {"case_summary": "consultation", "youth_notice": "notice"}
OWN_VIEW = "Nur für mich"
"""What the case manager thinks: told only to somebody who asks what is stored, if it was picked."""
LETTER = Wording(subject="Ihr Antrag", text="der Antrag ist da.")


@pytest.fixture
def everything(desk: Desk, full: RecordId, her: RecordId, him: RecordId) -> RecordId:
    for person in (her, him):
        add(
            desk, "consent", case=full, person=person, scope=Code("contact_school"), recipient=SCHOOL,
            purpose=Code("support"), categories=frozenset(map(Code, ("plan", "identity", "reach", "contacts"))),
            direction=Code("both"), given_on=desk.today, explained_in=Code("bg"),
        )  # fmt: skip
    add(desk, "assessment", case=full, date=desk.today)
    add(desk, "referral", case=full, date=desk.today, partner_name=SCHOOL, concern="Einschulung")
    meeting = add(desk, "case_conference", case=full, date=desk.today, occasion="Schulanfang", minutes="Alle einig.")
    add(desk, "conference_participant", case_conference=meeting, name=SCHOOL)
    plan = plans.current(desk, full)
    assert plan is not None
    plans.sign(desk, plan.plan.id, Signing(form=Code("paper"), day=desk.today))
    plans.start(desk, full)
    add(desk, "closing", case=full, date=desk.today, summary="Alles gut.")
    entry = desk.query.of_case(ProtectionEntry, full)[0].id
    desk.apply(Set("case", full, "closed_on", desk.today), Set("protection_entry", entry, "told_family", "yes"))
    return full


def test_every_paper_a_family_may_receive_is_one_of_its_languages_too() -> None:
    assert [name for name, kind in KINDS.items() if "readers" in kind.readers and not for_families(name)] == []


def test_no_paper_names_another_family_or_tells_what_is_protected(desk: Desk, everything: RecordId) -> None:
    for document in sorted(KINDS):
        text = printed(desk, everything, document, order_for(desk, everything, document))
        assert ("KD-2026-0001" in text) is (document != "case_summary"), document
        assert [stranger for stranger in STRANGERS if stranger in text] == [], document
        assert (PROTECTED in text) is (document in GUARDING), document
        assert (OWN_VIEW in text) is (document == "access"), document


def order_for(desk: Desk, case: RecordId, document: str) -> PrintOrder:
    """Return an order for whoever may read most of a paper."""
    if document in GUARDING:
        entries = [each.id for each in protection.entries(desk, case)]
        return protection.order(desk, case, GUARDING[document], entries, "Jugendamt")
    readers = KINDS[document].readers
    her = desk.query.of_case(Person, case)[0].id
    who, purpose = OWN_RECORD, "own_record"
    if "own" not in readers:
        who, purpose = (reader(her), "access_report") if "readers" in readers else (to_school(), "support")
    return PrintOrder(recipient=who, purpose=purpose, lines=ALL_LINES, front=True, wording=LETTER)


def to_school() -> Recipient:
    return Recipient(kind="body", name=SCHOOL)
