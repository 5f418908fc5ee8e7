"""Child protection leaves three ways, each confirmed, and no other."""

from __future__ import annotations

from typing import Any

import pytest

from kimdesk.domain.declare import Sensitivity
from kimdesk.domain.disclosure import OWN_RECORD, CaseRecords, Disclosure, Recipient
from kimdesk.domain.protection import ProtectionRelease, ProtectionWay, family_was_asked
from kimdesk.domain.records import RECORDS, Consent, Contact, ProtectionEntry
from tests.domain.test_disclosure import CHILD, DAY, FATHER, MOTHER, ask, consent, family, make, rid

ENTRY, OTHER = 80, 81
OFFICE = Recipient(kind="body", name="Jugendamt Kreis Steinfurt")
ADVISER = Recipient(kind="body", name="Kinderschutzfachkraft")
LEAD = Recipient(kind="body", name="Nachfolge")


def records(*, told: str | None = "yes", reason: str | None = None, **case: Any) -> CaseRecords:
    entry = make(
        ProtectionEntry, ENTRY, date=DAY, children=frozenset({rid(CHILD)}), observed="gesehen", said="gesagt",
        consulted_whom="Fachkraft", told_family=told, not_told_reason=reason,
    )  # fmt: skip
    another = make(ProtectionEntry, OTHER, date=DAY, observed="anderes", told_family="yes")
    talk = make(Contact, 60, date=DAY, family_says="im Vertrauen")
    return family(entry, another, talk, **case)


def by(way: ProtectionWay, *, confirmed: bool = True, entry: int = ENTRY) -> ProtectionRelease:
    return ProtectionRelease(way=way, entries=frozenset({rid(entry)}), confirmed=confirmed)


ROADS: dict[ProtectionWay, tuple[Recipient, str, str]] = {
    "consultation": (ADVISER, "protection_consultation", "paper"),
    "notice": (OFFICE, "protection_notice", "paper"),
    "handover": (LEAD, "handover", "bundle"),
}


def leave(way: ProtectionWay, found: CaseRecords | None = None, **other: Any) -> Disclosure:
    recipient, purpose, road = ROADS[way]
    given = {"purpose": purpose, "exit": road, "protection": by(way), "recipient": recipient, **other}
    return ask(found or records(), **given)


@pytest.mark.parametrize("way", ROADS)
def test_what_was_chosen_leaves_and_nothing_of_another_entry_or_of_confided_talks(way: ProtectionWay) -> None:
    answer = leave(way)
    assert answer.allows(rid(ENTRY), "observed")
    assert not answer.shows(rid(OTHER))
    assert not answer.shows(rid(60))
    assert {each.basis for each in answer.released} == {"child_protection"}


@pytest.mark.parametrize("way", ROADS)
@pytest.mark.parametrize(
    "other",
    [
        {"protection": None},
        {"recipient": OWN_RECORD},
        {"recipient": Recipient(kind="readers", persons=frozenset({rid(MOTHER)}))},
        {"recipient": Recipient(kind="body", name=" ")},
        {"purpose": "support"},
        {"exit": "screen"},
        {"agreed": True, "protection": None},
    ],
)
def test_any_other_way_is_shut(way: ProtectionWay, other: dict[str, Any]) -> None:
    answer = leave(way, **other)
    assert not answer.shows(rid(ENTRY))
    assert not any(
        RECORDS[each.kind].field(each.field).sensitivity is Sensitivity.PROTECTED for each in answer.released
    )


@pytest.mark.parametrize("way", ROADS)
def test_unconfirmed_nothing_leaves(way: ProtectionWay) -> None:
    assert leave(way, protection=by(way, confirmed=False)).released == ()


@pytest.mark.parametrize("way", ROADS)
def test_a_restricted_case_leaves_nowhere(way: ProtectionWay) -> None:
    assert leave(way, records(restricted="yes")).released == ()


@pytest.mark.parametrize("way", ROADS)
def test_one_way_is_not_taken_for_another(way: ProtectionWay) -> None:
    recipient, purpose, road = ROADS[way]
    for other in ROADS.keys() - {way}:
        assert ask(records(), recipient, purpose=purpose, exit=road, protection=by(other)).released == ()


def test_an_adviser_learns_no_name_address_place_or_number() -> None:
    answer = leave("consultation")
    people = {each.field for each in answer.released if each.kind == "person"}
    assert people == {"role", "birth_date", "gender", "in_household"}
    assert not [each for each in answer.released if each.kind == "case"]
    assert not answer.allows(rid(ENTRY), "consulted_whom")


def test_the_youth_office_learns_who_it_is_about_and_needs_no_consent() -> None:
    answer = leave("notice")
    assert answer.allows(rid(CHILD), "given_name")
    assert answer.allows(rid(1), "case_number")
    assert not answer.allows(rid(MOTHER), "health_note")
    assert not any(each.consents for each in answer.released)


def test_grown_ups_the_child_lives_with_are_named_and_others_are_not() -> None:
    found = records()
    people = [
        make(type(each), int.from_bytes(each.id), given_name="x", role=role, in_household=home)
        for each, role, home in zip(found.persons(), ("mother", "father", "child"), (None, "no", None), strict=True)
    ]
    answer = leave("notice", CaseRecords(case=found.case, records={**found.records, "person": people}))
    assert [answer.shows(rid(each)) for each in (MOTHER, FATHER, CHILD)] == [True, False, True]


@pytest.mark.parametrize(("told", "reason"), [(None, None), ("no", None), ("no", "  "), (None, "weil")])
def test_no_notice_leaves_before_it_is_noted_whether_the_family_knows(told: str | None, reason: str | None) -> None:
    assert leave("notice", records(told=told, reason=reason)).released == ()


def test_a_reason_is_enough_where_the_family_was_not_told() -> None:
    assert leave("notice", records(told="no", reason="Es wäre gefährlich")).allows(rid(ENTRY), "not_told_reason")
    assert family_was_asked(make(ProtectionEntry, 1, told_family="yes"))


def test_only_the_next_lead_is_handed_the_note_on_a_person_and_nobody_learns_of_a_split() -> None:
    found = records(split_from=rid(99))
    assert leave("handover", found).allows(rid(MOTHER), "protection_note")
    assert not leave("notice", found).allows(rid(CHILD), "protection_note")
    for way in ROADS:
        assert not leave(way, found).allows(rid(1), "split_from")


def test_no_consent_and_no_picking_opens_an_entry_not_even_that_there_is_one() -> None:
    everything = frozenset({"identity", "reach", "status", "special_categories", "plan", "contacts"})
    given: list[Consent] = [consent(50 + i, who, categories=everything) for i, who in enumerate((MOTHER, FATHER))]
    entry = make(ProtectionEntry, ENTRY, date=DAY, observed="gesehen")
    picked = frozenset({(rid(ENTRY), "observed")})
    for recipient in (Recipient(kind="body", name="Jobcenter Kreis Steinfurt"), OWN_RECORD):
        for road in ("screen", "paper", "file", "bundle"):
            assert not ask(family(entry, *given), recipient, exit=road, picked=picked).shows(rid(ENTRY))
