"""Consents count when those who can gave them, informed, and end with a word."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import consents, editing
from kimdesk.casework.consents import Given
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import case_records
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Recipient, Request, disclose
from kimdesk.domain.records import Consent, Person, Signature
from kimdesk.domain.values import Value

PAPER = Given(form=Code("paper"))


@pytest.fixture
def case(desk: Desk) -> RecordId:
    record = new_id(desk.clock)
    desk.apply(Create("case", record, {"case_number": "KD-2026-0001"}))
    return record


@pytest.fixture
def elena(desk: Desk, case: RecordId) -> RecordId:
    record = new_id(desk.clock)
    desk.apply(Create("person", record, {"case": case, "given_name": "Elena", "birth_date": "1994"}))
    return record


def about(person: RecordId, **more: Value) -> dict[str, Value]:
    return {
        "person": person,
        "scope": Code("contact_school"),
        "recipient": "Kita Regenbogen",
        "purpose": Code("support"),
        "categories": frozenset({Code("identity")}),
        "direction": Code("out"),
        "explained_in": Code("bg"),
        **more,
    }


def inform(desk: Desk, case: RecordId, *persons: RecordId) -> None:
    consents.hand_over_information(desk, case, persons, Code("bg"))


def found(desk: Desk, consent: RecordId) -> Consent:
    record = desk.query.get(Consent, consent)
    assert record is not None
    return record


def covers(desk: Desk, case: RecordId, body: str = "Kita Regenbogen") -> bool:
    request = Request(recipient=Recipient(kind="body", name=body), purpose="support", exit="paper", day=desk.today)
    answer = disclose(request, case_records(desk, case), desk.services.registry)
    return any(each.field == "given_name" for each in answer.released)


def test_nothing_is_covered_before_it_is_given_and_after_it_is_withdrawn(
    desk: Desk, case: RecordId, elena: RecordId
) -> None:
    consent = consents.prepare(desk, case, about(elena))
    assert not covers(desk, case)
    inform(desk, case, elena)
    consents.give(desk, consent, PAPER)
    assert covers(desk, case)
    assert not covers(desk, case, "Jobcenter Kreis Steinfurt")
    consents.withdraw(desk, consent, "im Gespräch")
    assert not covers(desk, case)
    assert found(desk, consent).withdrawn_how == "im Gespräch"


def test_the_information_sheet_comes_first(desk: Desk, case: RecordId, elena: RecordId) -> None:
    consent = consents.prepare(desk, case, about(elena))
    with pytest.raises(UserProblem, match=r"consent\.information_first"):
        consents.give(desk, consent, PAPER)
    assert found(desk, consent).given_on is None
    inform(desk, case, elena)
    consents.give(desk, consent, PAPER)
    assert found(desk, consent).information_on == desk.today


@pytest.mark.parametrize("name", ["recipient", "purpose", "direction", "explained_in"])
def test_what_is_not_said_cannot_be_allowed(desk: Desk, case: RecordId, elena: RecordId, name: str) -> None:
    inform(desk, case, elena)
    consent = consents.prepare(desk, case, {**about(elena), name: None})
    with pytest.raises(UserProblem) as refused:
        consents.give(desk, consent, PAPER)
    assert refused.value.code == "consent.incomplete"
    assert refused.value.params["missing"] == desk.services.registry["consent"].field(name).de


def test_a_blanket_consent_without_categories_is_refused(desk: Desk, case: RecordId, elena: RecordId) -> None:
    inform(desk, case, elena)
    consent = consents.prepare(desk, case, about(elena, categories=frozenset()))
    with pytest.raises(UserProblem, match=r"consent\.incomplete"):
        consents.give(desk, consent, PAPER)


def test_for_a_child_those_with_custody_consent_until_it_is_of_age(desk: Desk, case: RecordId, elena: RecordId) -> None:
    child = new_id(desk.clock)
    born: dict[str, Value] = {
        "case": case,
        "given_name": "Mariya",
        "birth_date": "2008-12-01",
        "custody": Code("joint"),
    }
    desk.apply(Create("person", child, born))
    father = new_id(desk.clock)
    desk.apply(Create("person", father, {"case": case, "given_name": "Georgi", "birth_date": "1991"}))
    inform(desk, case, child)
    consent = consents.prepare(desk, case, about(child, guardian=elena))
    with pytest.raises(UserProblem, match=r"consent\.guardian_needed"):
        consents.give(desk, consent, PAPER)
    desk.apply(Set("consent", consent, "second_guardian", father))
    consents.give(desk, consent, PAPER)
    person = desk.query.get(Person, child)
    given = found(desk, consent)
    assert consents.state_of(given, person, desk.today) == "valid"
    assert consents.state_of(given, person, dt.date(2026, 12, 1)) == "ended_at_18"


def test_aloud_needs_a_witness(desk: Desk, case: RecordId, elena: RecordId) -> None:
    inform(desk, case, elena)
    consent = consents.prepare(desk, case, about(elena))
    with pytest.raises(UserProblem, match=r"consent\.witness_needed"):
        consents.give(desk, consent, Given(form=Code("oral"), witness=" "))
    consents.give(desk, consent, Given(form=Code("oral"), witness="Frau I."))
    assert found(desk, consent).witness == "Frau I."


def test_strokes_are_kept_as_places_alone(desk: Desk, case: RecordId, elena: RecordId) -> None:
    inform(desk, case, elena)
    consent = consents.prepare(desk, case, about(elena))
    drawn = Given(form=Code("screen"), strokes=((((1.04, 2.0), (3.0, 4.26)), ()),))
    consents.give(desk, consent, drawn)
    (signature,) = desk.query.of_case(Signature, case)
    assert signature.strokes == "[[[1.0,2.0],[3.0,4.3]]]"
    assert (signature.person, signature.consent, signature.explained_in) == (elena, consent, "bg")
    assert "3.0" not in repr(drawn)


def test_given_and_withdrawn_are_acts_that_undo_leaves_alone(desk: Desk, case: RecordId, elena: RecordId) -> None:
    inform(desk, case, elena)
    consent = consents.prepare(desk, case, about(elena))
    consents.give(desk, consent, PAPER)
    with pytest.raises(UserProblem, match=r"consent\.given_already"):
        consents.give(desk, consent, PAPER)
    consents.withdraw(desk, consent, "")
    with pytest.raises(UserProblem, match=r"consent\.withdrawn_already"):
        consents.withdraw(desk, consent, "")
    while desk.store.can_undo():
        editing.undo(desk)
    assert found(desk, consent).withdrawn_on == desk.today


def test_the_words_explained_are_remembered_by_their_hash(desk: Desk, case: RecordId, elena: RecordId) -> None:
    one = replace(found(desk, consents.prepare(desk, case, about(elena))))
    assert consents.text_hash(one) != consents.text_hash(replace(one, explained_in=Code("de")))
    assert consents.text_hash(one) != consents.text_hash(replace(one, scope=Code("contact_doctor")))
    assert consents.text_hash(one) == consents.text_hash(replace(one, recipient="Kita Sonnenschein"))


def test_a_withdrawal_older_than_its_grant_by_a_wrong_clock_still_ends_it(
    desk: Desk, case: RecordId, elena: RecordId
) -> None:
    consent = consents.prepare(desk, case, about(elena))
    inform(desk, case, elena)
    consents.give(desk, consent, PAPER)
    desk.apply(Set("consent", consent, "withdrawn_on", desk.today - dt.timedelta(days=400)))
    assert not covers(desk, case)
    assert consents.state_of(found(desk, consent), None, desk.today) == "withdrawn"


def test_where_only_a_child_interpreted_legal_papers_wait(desk: Desk, case: RecordId, elena: RecordId) -> None:
    consent = consents.prepare(desk, case, about(elena))
    inform(desk, case, elena)
    talk: dict[str, Value] = {"case": case, "date": desk.today, "child_interpreted": Code("yes")}
    desk.apply(Create("contact", new_id(desk.clock), talk))
    with pytest.raises(UserProblem, match=r"consent\.child_interpreted"):
        consents.give(desk, consent, PAPER)
    assert not covers(desk, case)
    desk.apply(Set("consent", consent, "interpreter", "Frau I."))
    with pytest.raises(UserProblem) as unknown:
        consents.give(desk, consent, PAPER)
    assert unknown.value.code == "interpreter.age_unknown"
    desk.apply(Set("consent", consent, "interpreter_of_age", Code("yes")))
    consents.give(desk, consent, PAPER)
    assert covers(desk, case)
