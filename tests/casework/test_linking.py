"""Who may hear what at referrals and conferences: the gate's answer per body, and consents prepared for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import linking
from kimdesk.casework.desk import Desk
from kimdesk.casework.linking import Standing
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Consent, Referral
from kimdesk.domain.values import Value

DAY = dt.date(2026, 12, 7)
SCHOOL, ADVICE = "Grundschule", "Beratungsstelle"


def write(desk: Desk, kind: str, **values: Value) -> RecordId:
    record = new_id(desk.clock)
    desk.apply(Create(kind, record, values))
    return record


@dataclass(frozen=True)
class Told:
    """A family of four with a grandmother abroad, a conference to come with two bodies, a referral."""

    desk: Desk
    case: RecordId
    mother: RecordId
    father: RecordId
    child: RecordId
    conference: RecordId
    school: RecordId
    advice: RecordId
    family: RecordId
    own: RecordId
    referral: RecordId

    def consent(self, person: RecordId, body: str, **values: Value) -> RecordId:
        given: dict[str, Value] = {
            "case": self.case,
            "person": person,
            "scope": Code("case_conference"),
            "recipient": body,
            "purpose": Code("case_conference"),
            "categories": frozenset({Code("identity"), Code("plan")}),
            "direction": Code("both"),
            "given_on": dt.date(2026, 11, 18),
        }
        return write(self.desk, "consent", **{**given, **values})

    def standing(self) -> Standing:
        return linking.participants(self.desk, self.case)[self.school]

    def consents(self) -> tuple[Consent, ...]:
        return self.desk.query.of_case(Consent, self.case)


@pytest.fixture
def told(desk: Desk) -> Told:
    case = write(desk, "case", case_number="KD-2026-0001")

    def person(name: str, role: str, born: str, **values: Value) -> RecordId:
        return write(desk, "person", case=case, given_name=name, role=Code(role), birth_date=born, **values)

    mother, father = person("Elena", "mother", "1994"), person("Georgi", "father", "1991")
    child = person("Mariya", "child", "2016-03-03", custody=Code("joint"))
    person("Stefka", "grandparent", "1962", in_household=Code("no"))
    for parent in (mother, father):
        write(desk, "relation", case=case, person=parent, other=child, relation=Code("parent_of"))
    partner = write(desk, "partner", name=SCHOOL, partner_type=Code("school"))
    conference = write(desk, "case_conference", case=case, date=DAY)

    def invited(**values: Value) -> RecordId:
        return write(desk, "conference_participant", case_conference=conference, **values)

    return Told(
        desk=desk,
        case=case,
        mother=mother,
        father=father,
        child=child,
        conference=conference,
        school=invited(partner=partner, name="Frau L."),
        advice=invited(name=ADVICE),
        family=invited(person=mother),
        own=invited(name=desk.profile.provider or desk.profile.name),
        referral=write(desk, "referral", case=case, date=DAY, partner=partner),
    )


def test_without_a_consent_a_body_hears_nothing_and_who_decides_is_missing(told: Told) -> None:
    found = told.standing()
    assert (found.body, found.complete, found.told) == (SCHOOL, False, ())
    assert found.missing == (told.mother, told.father)
    assert found.silent == (told.child,)


def test_it_takes_everybody_who_decides_and_no_relative_elsewhere(told: Told) -> None:
    told.consent(told.mother, SCHOOL)
    assert told.standing().missing == (told.father,)
    told.consent(told.father, SCHOOL)
    found = told.standing()
    assert found.complete
    assert (found.missing, found.silent) == ((), (told.child,))
    told.consent(told.child, SCHOOL, guardian=told.mother, second_guardian=told.father)
    assert told.standing().silent == ()


def test_a_consent_counts_for_its_body_purpose_kinds_and_day_only(told: Told) -> None:
    for change in (
        {"body": ADVICE},
        {"purpose": Code("application")},
        {"categories": frozenset({Code("identity")})},
        {"valid_until": DAY - dt.timedelta(days=1)},
        {"withdrawn_on": dt.date(2026, 11, 19)},
        {"given_on": None},
    ):
        for person in (told.mother, told.father):
            told.consent(person, **{"body": SCHOOL, **change})  # type: ignore[arg-type] # names of the function's own
        assert not told.standing().complete, change
    assert told.standing().missing == (told.mother, told.father)


def test_family_and_own_body_need_none(told: Told) -> None:
    told.desk.apply(Set("conference_participant", told.own, "name", told.desk.profile.name or "M. Sommer"))
    found = linking.participants(told.desk, told.case)
    assert found[told.family] == Standing(who="family")
    assert found[told.family].complete
    expected = "own" if told.desk.profile.name else "body"
    assert found[told.own].who == expected


def test_no_consent_opens_what_is_for_some_only(told: Told) -> None:
    for person in (told.mother, told.father):
        told.consent(person, SCHOOL)
    told.desk.apply(Set("case_conference", told.conference, "discuss_only_with", frozenset({told.mother})))
    found = told.standing()
    assert (found.closed, found.complete) == (True, False)
    linking.prepare_for_conference(told.desk, told.advice)
    assert len(told.consents()) == 2 + 2


def test_consents_are_prepared_for_those_who_decide_first_and_never_twice(told: Told) -> None:
    linking.prepare_for_conference(told.desk, told.school)
    made = told.consents()
    assert {each.person for each in made} == {told.mother, told.father}
    for each in made:
        assert (each.scope, each.purpose, each.recipient) == ("case_conference", "case_conference", SCHOOL)
        assert (each.given_on, each.direction) == (None, "both")
        assert each.valid_until == DAY + linking.AFTERWARDS
    assert not told.standing().complete
    assert not linking.prepare_for_conference(told.desk, told.school).records
    for each in made:
        told.desk.apply(Set("consent", each.id, "given_on", told.desk.today))
    assert told.standing().complete
    linking.prepare_for_conference(told.desk, told.school)
    (childs,) = [each for each in told.consents() if each.person == told.child]
    assert {childs.guardian, childs.second_guardian} == {told.mother, told.father}


def test_a_referral_asks_for_the_kind_of_consent_its_body_needs(told: Told) -> None:
    found = linking.referrals(told.desk, told.case)[told.referral]
    assert (found.body, found.complete) == (SCHOOL, False)
    linking.prepare_for_referral(told.desk, told.referral)
    assert {(each.scope, each.purpose) for each in told.consents()} == {("contact_school", "support")}
    for each in told.consents():
        told.desk.apply(Set("consent", each.id, "given_on", told.desk.today))
    assert linking.referrals(told.desk, told.case)[told.referral].complete


def test_taken_up_says_since_when(told: Told) -> None:
    linking.taken_up(told.desk, told.referral)
    found = told.desk.query.get(Referral, told.referral)
    assert found is not None
    assert (found.state, found.state_on) == ("taken_up", told.desk.today)
