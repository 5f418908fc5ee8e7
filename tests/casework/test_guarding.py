"""Child protection on paper: an adviser recognises nobody, the youth office learns what it needs, nobody else does."""

from __future__ import annotations

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import printing, protection
from kimdesk.casework.desk import Desk
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.protection import ProtectionWay
from kimdesk.domain.records import Handout, ProtectionEntry
from tests.casework.printed import SECRET, add, printed

OFFICE = "Jugendamt Kreis Steinfurt"


@pytest.fixture
def worried(desk: Desk, full: RecordId) -> RecordId:
    child = add(
        desk, "person", case=full, given_name="Ivan", family_name="Dimitrov", role=Code("child"),
        birth_date="2021-03-04", in_household=Code("yes"), custody=Code("joint"),
    )  # fmt: skip
    entry = desk.query.of_case(ProtectionEntry, full)[0].id
    desk.apply(
        Set("protection_entry", entry, "children", frozenset({child})),
        Set("protection_entry", entry, "said", "Ivan sagt, er ist hingefallen. Elena schweigt."),
        Set("protection_entry", entry, "told_family", "no"),
        Set("protection_entry", entry, "not_told_reason", "Das Kind wäre in Gefahr."),
    )
    return full


def order(desk: Desk, case: RecordId, way: ProtectionWay) -> PrintOrder:
    chosen = [each.id for each in protection.entries(desk, case)]
    return protection.order(desk, case, way, chosen, OFFICE)


def test_an_adviser_recognises_nobody(desk: Desk, worried: RecordId) -> None:
    text = printed(desk, worried, "case_summary", order(desk, worried, "consultation"))
    for part in ("Blaue Flecken", "hingefallen", "etwa 5 Jahre alt", "§ 4 Abs. 2 KKG", "Maria Sommer"):
        assert part in text
    for hidden in ("Ivan", "Elena", "Dimitrov", "KD-2026", "Lindenweg", "04.03.2021", SECRET):
        assert hidden not in text
    prepared = printing.prepare_paper(desk, worried, "case_summary", order(desk, worried, "consultation"))
    assert (prepared.names, prepared.suggested_name) == ((), "case_summary.pdf")


def test_the_youth_office_learns_what_it_needs(desk: Desk, worried: RecordId) -> None:
    text = printed(desk, worried, "youth_notice", order(desk, worried, "notice"))
    for part in (OFFICE, "Ivan Dimitrov", "geboren am 04.03.2021", "gemeinsame Sorge", "Lindenweg 4", "Blaue Flecken",
                 "Das Kind wäre in Gefahr."):  # fmt: skip
        assert part in text
    for hidden in (SECRET, "schimmelt", "Schulden"):
        assert hidden not in text


@pytest.mark.parametrize("document", ["case_summary", "youth_notice"])
def test_without_its_own_door_nothing_leaves(desk: Desk, worried: RecordId, document: str) -> None:
    other: ProtectionWay = "notice" if document == "case_summary" else "consultation"
    plain = PrintOrder(recipient=Recipient(kind="body", name=OFFICE), purpose="support")
    for wrong in (plain, order(desk, worried, other)):
        with pytest.raises(UserProblem) as refused:
            printing.prepare_paper(desk, worried, document, wrong)
        assert refused.value.code == "protection.nothing_chosen"
    with pytest.raises(UserProblem) as refused:
        printing.prepare_paper(desk, worried, document, PrintOrder())
    assert refused.value.code == "document.not_for_them"


def test_what_left_so_is_noted_in_its_own_record_and_on_no_other_list(desk: Desk, worried: RecordId) -> None:
    prepared = printing.prepare_paper(desk, worried, "youth_notice", order(desk, worried, "notice"))
    printing.handed_out(desk, prepared, "post")
    assert desk.query.of_case(Handout, worried) == ()
    (entry,) = desk.query.of_case(ProtectionEntry, worried)
    assert (entry.notified_on, entry.notified_whom) == (desk.today, OFFICE)
