"""Typing is never lost: drafts are durable at once, become changes when settled, and survive a crash."""

from __future__ import annotations

from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, visits
from kimdesk.casework import family as families_page
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Contact, Person
from kimdesk.domain.views.drafts import Draft


def person_of(desk: Desk, case: RecordId) -> Person:
    return desk.query.of_case(Person, case)[0]


def typed(record: RecordId, field: str, text: str, parent: RecordId | None = None) -> Draft:
    return Draft(kind="person", record=record, field=field, text=text, parent=parent)


def test_a_draft_becomes_a_change_once(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    editing.keep(desk, typed(person.id, "given_name", "Mari"))
    editing.keep(desk, typed(person.id, "given_name", "Mariya"))
    assert person_of(desk, family).given_name == "Elena"
    settled = editing.settle(desk, "person", person.id)
    assert settled.changes.touches("person")
    assert person_of(desk, family).given_name == "Mariya"
    assert desk.query.drafts() == ()
    assert len([line for line in desk.query.history(person.id) if line.op == "set"]) == 1


def test_what_is_not_valid_yet_stays_a_draft_with_a_hint(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    editing.keep(desk, typed(person.id, "birth_date", "31.02.1994"))
    editing.keep(desk, typed(person.id, "given_name", "Mariya"))
    settled = editing.settle(desk, "person", person.id)
    assert {name: problem.code for name, problem in settled.problems.items()} == {"birth_date": "field.date"}
    assert person_of(desk, family).given_name == "Mariya"
    assert [draft.text for draft in desk.query.drafts(person.id)] == ["31.02.1994"]


def test_a_new_record_exists_with_its_first_name(desk: Desk, family: RecordId) -> None:
    person = editing.mint(desk)
    editing.keep(desk, typed(person, "birth_date", "1962", family))
    assert editing.settle(desk, "person", person).exists is False
    assert len(desk.query.of_case(Person, family)) == 1
    editing.keep(desk, typed(person, "given_name", "Stefka", family))
    assert editing.settle(desk, "person", person).exists is True
    found = desk.query.get(Person, person)
    assert found is not None
    assert (found.case, found.given_name, found.birth_date) == (family, "Stefka", "1962")


def test_a_draft_whose_ground_moved_is_kept_and_named(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    editing.keep(desk, typed(person.id, "given_name", "Mariya"))
    desk.apply(Set("person", person.id, "given_name", "Sofia"))
    settled = editing.settle(desk, "person", person.id)
    assert settled.problems["given_name"].code == "change.stale"
    assert person_of(desk, family).given_name == "Sofia"
    assert [draft.text for draft in desk.query.drafts(person.id)] == ["Mariya"]


def test_emptying_a_field_is_a_change_to_not_recorded(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    editing.keep(desk, typed(person.id, "given_name", "  "))
    editing.settle(desk, "person", person.id)
    assert person_of(desk, family).given_name is None


def test_codes_are_checked_against_their_list(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    editing.keep(desk, typed(person.id, "german_level", "Z9"))
    assert editing.settle(desk, "person", person.id).problems["german_level"].code == "field.invalid"


def test_settle_all_leaves_only_what_cannot_be_settled(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    editing.keep(desk, typed(person.id, "given_name", "Mariya"))
    editing.keep(desk, typed(editing.mint(desk), "birth_date", "1962", family))
    editing.settle_all(desk)
    assert [draft.field for draft in desk.query.drafts()] == ["birth_date"]
    assert families_page.header(desk, family).row.label == "Dimitrova"


def test_whoever_turns_out_to_be_under_age_does_not_stay_named(desk: Desk, family: RecordId) -> None:
    contact = visits.begin(desk, family)
    editing.put(desk, "contact", contact, "interpreting", Code("relative"))
    desk.apply(Set("contact", contact, "interpreter", "Cousine"))
    editing.put(desk, "contact", contact, "interpreter_of_age", Code("no"))
    found = desk.query.get(Contact, contact)
    assert found is not None
    assert (found.interpreter, found.interpreting, found.child_interpreted) == (None, "missing", "yes")
    editing.undo(desk)
    again = desk.query.get(Contact, contact)
    assert again is not None
    assert (again.interpreter, again.interpreting) == ("Cousine", "relative"), "taken back as one step"
