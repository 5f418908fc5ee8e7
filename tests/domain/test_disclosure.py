"""The gate: what leaves, to whom, covered by what. A leak here can ruin a life."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Record, Sensitivity
from kimdesk.domain.disclosure import (
    OWN_RECORD,
    CaseRecords,
    Disclosure,
    Recipient,
    Request,
    disclose,
)
from kimdesk.domain.records import RECORDS, Attachment, Case, Consent, Contact, Measure, Person, Referral, Schooling

DAY = dt.date(2026, 11, 20)
JOBCENTER = Recipient(kind="body", name="Jobcenter Kreis Steinfurt")


def rid(number: int) -> RecordId:
    return RecordId(number.to_bytes(16, "big"))


def make(cls: type[Record], number: int, **values: Any) -> Any:
    kind = RECORDS.of(cls)
    empty: dict[str, Any] = {spec.name: frozenset() if spec.many else None for spec in kind.fields}
    above = {"case": rid(1)} if "case" in empty else {}
    return cls(id=rid(number), **{**empty, **above, **values})


def consent(number: int, whose: int, **values: Any) -> Consent:
    given: dict[str, Any] = {
        "person": rid(whose),
        "scope": "contact_authority",
        "recipient": "Jobcenter Kreis Steinfurt",
        "purpose": "application",
        "categories": frozenset({"identity"}),
        "direction": "out",
        "given_on": dt.date(2026, 4, 22),
    }
    made: Consent = make(Consent, number, **{**given, **values})
    return made


MOTHER, FATHER, CHILD = 11, 12, 13


def family(*more: Record, **case: Any) -> CaseRecords:
    people = (
        make(
            Person, MOTHER, given_name="Elena", phone="02553 1", health_note="x", birth_date="1994", protection_note="y"
        ),
        make(Person, FATHER, given_name="Georgi", birth_date="1991"),
        make(Person, CHILD, given_name="Ivan", birth_date="2021-01-20"),
    )
    return gather(make(Case, 1, **{"case_number": "KD-1", "wish": "Ruhe", **case}), (*people, *more))


def gather(case: Case, records: Sequence[Record]) -> CaseRecords:
    by_kind: dict[str, list[Record]] = {"case": [case]}
    for each in records:
        by_kind.setdefault(RECORDS.of(type(each)).name, []).append(each)
    return CaseRecords(case=case, records=by_kind)


def ask(records: CaseRecords, recipient: Recipient, **about: Any) -> Disclosure:
    given: dict[str, Any] = {"purpose": "application", "exit": "file", "day": DAY}
    return disclose(Request(recipient=recipient, **{**given, **about}), records, RECORDS)


def test_without_consent_nothing_leaves_for_a_body() -> None:
    assert ask(family(), JOBCENTER).released == ()


def test_a_consent_releases_its_person_and_category_and_names_itself() -> None:
    answer = ask(family(consent(50, MOTHER)), JOBCENTER)
    assert answer.allows(rid(MOTHER), "given_name")
    assert not answer.allows(rid(MOTHER), "phone")
    assert not answer.allows(rid(FATHER), "given_name")
    assert {each.consents for each in answer.released} == {(rid(50),)}


@pytest.mark.parametrize(
    "other",
    [
        {"recipient": "Jobcenter Kreis Borken"},
        {"recipient": None},
        {"purpose": "support"},
        {"purpose": None},
        {"direction": "in"},
        {"direction": None},
        {"given_on": dt.date(2026, 11, 21)},
        {"given_on": None},
        {"valid_until": dt.date(2026, 11, 19)},
        {"withdrawn_on": dt.date(2026, 10, 1)},
        {"withdrawn_on": dt.date(2036, 1, 1)},
        {"categories": frozenset()},
        {"person": rid(FATHER)},
    ],
)
def test_a_consent_for_something_else_releases_nothing_of_her(other: dict[str, Any]) -> None:
    answer = ask(family(consent(50, MOTHER, **other)), JOBCENTER)
    assert not answer.allows(rid(MOTHER), "given_name")


def test_a_recipient_without_a_name_receives_nothing() -> None:
    answer = ask(family(consent(50, MOTHER, recipient="")), Recipient(kind="body"))
    assert answer.released == ()


def test_what_concerns_the_whole_family_needs_every_adult() -> None:
    measure = make(Measure, 70, text="Antrag stellen")
    plan = {"categories": frozenset({"plan"})}
    assert not ask(family(measure, consent(50, MOTHER, **plan)), JOBCENTER).allows(rid(70), "text")
    both = family(measure, consent(50, MOTHER, **plan), consent(51, FATHER, **plan))
    assert ask(both, JOBCENTER).allows(rid(70), "text")


def test_no_consent_releases_confided_text_or_child_protection() -> None:
    everything = frozenset({"identity", "reach", "status", "special_categories", "plan", "contacts"})
    talk = make(Contact, 60, date=DAY, family_says="im Vertrauen")
    consents = [consent(50 + i, who, categories=everything) for i, who in enumerate((MOTHER, FATHER))]
    answer = ask(family(talk, *consents), JOBCENTER, picked=frozenset({(rid(60), "family_says")}))
    for kind in RECORDS:
        for spec in kind.fields:
            if spec.sensitivity in {Sensitivity.CONFIDED, Sensitivity.PROTECTED}:
                assert not [each for each in answer.released if (each.kind, each.field) == (kind.name, spec.name)]
    assert answer.allows(rid(60), "date")


def test_confided_text_reaches_readers_only_line_by_line() -> None:
    talk = make(Contact, 60, date=DAY, family_says="im Vertrauen", observation="y")
    reader = Recipient(kind="readers", persons=frozenset({rid(MOTHER)}))
    assert not ask(family(talk), reader).allows(rid(60), "family_says")
    picked = ask(family(talk), reader, picked=frozenset({(rid(60), "family_says")}))
    assert picked.allows(rid(60), "family_says")
    assert not picked.allows(rid(60), "observation")


def test_a_talk_held_alone_never_reaches_the_other_by_any_way() -> None:
    talk = make(Contact, 60, date=DAY, family_says="x", discuss_only_with=frozenset({rid(MOTHER)}))
    promise = make(Measure, 70, text="Beratung", contact=rid(60))
    records = family(talk, promise)
    for persons in ({FATHER}, {MOTHER, FATHER}):
        readers = Recipient(kind="readers", persons=frozenset(rid(each) for each in persons))
        answer = ask(records, readers, picked=frozenset({(rid(60), "family_says")}))
        assert not answer.shows(rid(60))
        assert not answer.shows(rid(70))
    alone = Recipient(kind="readers", persons=frozenset({rid(MOTHER)}))
    assert ask(records, alone).shows(rid(60))
    assert ask(records, alone).shows(rid(70))
    assert not ask(records, Recipient(kind="readers")).shows(rid(60))


def test_a_correction_is_as_closed_as_its_original() -> None:
    talk = make(Contact, 60, date=DAY, discuss_only_with=frozenset({rid(MOTHER)}))
    correction = make(Contact, 61, date=DAY, corrects=rid(60), observation="x")
    records = family(talk, correction)
    for persons, shown in (({MOTHER}, True), ({FATHER}, False), ({MOTHER, FATHER}, False)):
        readers = Recipient(kind="readers", persons=frozenset(rid(each) for each in persons))
        assert ask(records, readers).shows(rid(61)) is shown


def test_an_agreement_made_alone_stays_hidden_after_it_was_carried_over() -> None:
    talk = make(Contact, 60, date=DAY, discuss_only_with=frozenset({rid(MOTHER)}))
    first = make(Measure, 70, text="Beratung", contact=rid(60))
    second = make(Measure, 71, text="Beratung", carried_from=rid(70))
    third = make(Measure, 72, text="Beratung", carried_from=rid(71))
    records = family(talk, first, second, third)
    him = ask(records, Recipient(kind="readers", persons=frozenset({rid(FATHER)})))
    her = ask(records, Recipient(kind="readers", persons=frozenset({rid(MOTHER)})))
    assert not any(him.shows(rid(each)) for each in (70, 71, 72))
    assert all(her.shows(rid(each)) for each in (70, 71, 72))


def test_one_reader_sees_her_own_numbers_and_not_those_of_others() -> None:
    reader = Recipient(kind="readers", persons=frozenset({rid(MOTHER)}))
    other = Recipient(kind="readers", persons=frozenset({rid(FATHER)}))
    assert ask(family(), reader).allows(rid(MOTHER), "phone")
    assert not ask(family(), other).allows(rid(MOTHER), "phone")
    assert not ask(family(), other).allows(rid(MOTHER), "health_note")
    assert ask(family(), other).allows(rid(MOTHER), "given_name")


def test_a_restricted_case_leaves_nowhere() -> None:
    records = family(consent(50, MOTHER), restricted="yes")
    assert ask(records, JOBCENTER).released == ()
    assert ask(records, Recipient(kind="readers", persons=frozenset({rid(MOTHER)}))).released == ()
    assert ask(records, OWN_RECORD, exit="screen").allows(rid(MOTHER), "given_name")


def test_child_protection_is_not_even_on_the_own_screen() -> None:
    answer = ask(family(), OWN_RECORD, purpose="own_record", exit="screen")
    assert not answer.allows(rid(MOTHER), "protection_note")
    assert answer.allows(rid(1), "wish")
    assert not ask(family(), OWN_RECORD, purpose="own_record", exit="paper").allows(rid(1), "wish")


def test_every_declared_field_gets_a_verdict() -> None:
    records = family(consent(50, MOTHER))
    answer = ask(records, JOBCENTER)
    judged = {(each.record, each.field) for each in (*answer.released, *answer.withheld)}
    wanted = {
        (each.id, spec.name)
        for name, kind_records in records.records.items()
        for each in kind_records
        for spec in RECORDS[name].fields
    }
    assert judged == wanted


def test_names_of_recipients_match_by_words_not_by_spacing() -> None:
    spaced = consent(50, MOTHER, recipient="  jobcenter  Kreis Steinfurt ")
    assert ask(family(spaced), JOBCENTER).allows(rid(MOTHER), "given_name")
    assert replace(spaced, recipient="Jobcenter") is not None
    assert not ask(family(replace(spaced, recipient="Jobcenter")), JOBCENTER).allows(rid(MOTHER), "given_name")


def test_a_body_never_learns_whom_else_the_family_talks_to() -> None:
    doctor = consent(51, MOTHER, recipient="Praxis Dr. Muster", scope="contact_doctor")
    answer = ask(family(consent(50, MOTHER), doctor), JOBCENTER)
    assert answer.allows(rid(50), "scope")
    assert not answer.shows(rid(51))


def test_what_hangs_on_a_person_needs_that_persons_consent() -> None:
    hers, his = make(Schooling, 80, person=rid(MOTHER)), make(Schooling, 81, person=rid(CHILD))
    status = {"categories": frozenset({"status"})}
    answer = ask(family(hers, his, consent(50, MOTHER, **status), consent(51, FATHER, **status)), JOBCENTER)
    assert answer.shows(rid(80))
    assert not answer.shows(rid(81))


# minors and hidden places ------------------------------------------------------


def child_consent(**values: Any) -> Consent:
    return consent(60, CHILD, **values)


def with_child(consent_: Consent, **about: Any) -> Disclosure:
    records = family(consent_)
    people = tuple(replace(each, **about) if each.id == rid(CHILD) else each for each in records.persons())
    return ask(CaseRecords(case=records.case, records={**records.records, "person": people}), JOBCENTER)


def test_for_a_minor_those_with_custody_consent() -> None:
    alone = with_child(child_consent())
    one = with_child(child_consent(guardian=rid(MOTHER)))
    assert not alone.allows(rid(CHILD), "given_name")
    assert one.allows(rid(CHILD), "given_name")


def test_joint_custody_needs_both() -> None:
    one = with_child(child_consent(guardian=rid(MOTHER)), custody="joint")
    both = with_child(child_consent(guardian=rid(MOTHER), second_guardian=rid(FATHER)), custody="joint")
    assert not one.allows(rid(CHILD), "given_name")
    assert both.allows(rid(CHILD), "given_name")


@pytest.mark.parametrize(("capacity", "counts"), [("yes", True), ("no", False), ("unclear", False), (None, False)])
def test_a_minor_who_understands_consents_alone(capacity: str | None, counts: bool) -> None:
    answer = with_child(child_consent(), capacity=capacity, birth_date="2011-05-05")
    assert answer.allows(rid(CHILD), "given_name") is counts


@pytest.mark.parametrize(("born", "counts"), [("2008-11-21", True), ("2008-11-20", False)])
def test_what_a_guardian_gave_ends_on_the_eighteenth_birthday(born: str, counts: bool) -> None:
    answer = with_child(child_consent(guardian=rid(MOTHER)), birth_date=born)
    assert answer.allows(rid(CHILD), "given_name") is counts


def test_nobody_else_reads_where_somebody_with_a_protected_address_is() -> None:
    referral = make(Referral, 90, persons=frozenset({rid(MOTHER)}), concern="Beratung", date=DAY)
    records = family(referral)
    people = tuple(
        replace(each, protected_address="yes") if each.id == rid(MOTHER) else each for each in records.persons()
    )
    hidden = CaseRecords(case=records.case, records={**records.records, "person": people})
    for readers, sees in (({MOTHER}, True), ({FATHER}, False), ({MOTHER, FATHER}, False)):
        reading = Recipient(kind="readers", persons=frozenset(rid(each) for each in readers))
        assert ask(hidden, reading, purpose="family_copy").shows(rid(90)) is sees
    assert ask(records, Recipient(kind="readers", persons=frozenset({rid(FATHER)}))).shows(rid(90))


# files ------------------------------------------------------------------------

FILE = 90


def file(**about: Any) -> Attachment:
    given = {
        "title": "Befund",
        "blob": "ab" * 16,
        "category": "special_categories",
        "persons": frozenset({rid(MOTHER)}),
    }
    made: Attachment = make(Attachment, FILE, **{**given, **about})
    return made


def health_consent(**about: Any) -> Consent:
    return consent(70, MOTHER, **{"categories": frozenset({"special_categories"}), **about})


PICKED = frozenset({(rid(FILE), "blob")})


def leaves(*records: Record, to: Recipient = JOBCENTER, picked: frozenset[tuple[RecordId, str]] = PICKED) -> bool:
    return ask(family(*records), to, picked=picked).allows(rid(FILE), "blob")


def test_a_file_leaves_for_a_body_when_it_may_and_its_content_is_covered() -> None:
    assert leaves(file(confidentiality="shareable"), health_consent())


@pytest.mark.parametrize(
    ("about", "consented"),
    [
        ({}, {}),
        ({"confidentiality": "confided"}, {}),
        ({"confidentiality": "shareable", "category": None}, {}),
        ({"confidentiality": "shareable", "category": "status"}, {}),
        ({"confidentiality": "shareable", "persons": frozenset({rid(MOTHER), rid(FATHER)})}, {}),
        ({"confidentiality": "shareable", "persons": frozenset()}, {}),
        ({"confidentiality": "shareable", "discuss_only_with": frozenset({rid(MOTHER)})}, {}),
        ({"confidentiality": "shareable"}, {"recipient": "Caritas"}),
        ({"confidentiality": "shareable"}, {"withdrawn_on": DAY}),
        ({"confidentiality": "shareable"}, {"purpose": "referral"}),
    ],
    ids=[
        "nothing said", "confided", "no category", "another category", "the father agreed to nothing",
        "everybody concerned", "only with her", "another body", "withdrawn", "another purpose",
    ],
)  # fmt: skip
def test_a_file_stays_here(about: dict[str, Any], consented: dict[str, Any]) -> None:
    assert not leaves(file(**about), health_consent(**consented))


def test_nothing_of_a_confided_file_reaches_a_body_not_even_that_it_is_there() -> None:
    plan = consent(71, MOTHER, categories=frozenset({"plan", "identity", "special_categories", "contacts"}))
    found = ask(family(file(kind="medical"), plan), JOBCENTER, picked=PICKED)
    assert not found.shows(rid(FILE))


def test_a_file_leaves_only_as_picked() -> None:
    shareable = file(confidentiality="shareable")
    mother = Recipient(kind="readers", persons=frozenset({rid(MOTHER)}))
    assert not leaves(shareable, health_consent(), picked=frozenset())
    assert not leaves(shareable, to=mother, picked=frozenset())
    assert not leaves(shareable, to=OWN_RECORD, picked=frozenset())
    assert leaves(file(), to=mother)
    assert leaves(file(), to=OWN_RECORD)


def test_a_file_kept_for_one_person_reaches_nobody_else() -> None:
    hers = file(discuss_only_with=frozenset({rid(MOTHER)}))
    assert leaves(hers, to=Recipient(kind="readers", persons=frozenset({rid(MOTHER)})))
    assert not leaves(hers, to=Recipient(kind="readers", persons=frozenset({rid(FATHER)})))
    assert not leaves(hers, to=Recipient(kind="readers", persons=frozenset({rid(MOTHER), rid(FATHER)})))


@pytest.mark.parametrize(
    ("role", "elsewhere", "asked"),
    [("grandparent", "no", False), ("grandparent", "yes", True), ("father", "no", True), (None, "no", True)],
)
def test_a_relative_who_lives_elsewhere_does_not_decide(role: str | None, elsewhere: str, *, asked: bool) -> None:
    more = make(Person, 15, given_name="Stefka", birth_date="1962", role=role, in_household=elsewhere)
    categories = frozenset({"plan"})
    parents = [consent(20, MOTHER, categories=categories), consent(21, FATHER, categories=categories)]
    referral = make(Referral, 31, date=DAY, concern="Beratung")
    answer = disclose(
        Request(recipient=JOBCENTER, purpose="application", exit="paper", day=DAY),
        family(more, *parents, referral),
        RECORDS,
    )
    assert answer.allows(referral.id, "concern") is not asked
