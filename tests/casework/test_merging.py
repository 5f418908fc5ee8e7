"""One person entered twice, one family kept twice: found, put together in one change, taken apart by undo."""

from __future__ import annotations

from typing import Any

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import editing, families
from kimdesk.casework.desk import Desk
from kimdesk.casework.duplicates import Entered, alike
from kimdesk.casework.families import NewFamily
from kimdesk.casework.merging import merge_cases, merge_persons
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Case, Contact, Person, Relation, Schooling


def add(desk: Desk, kind: str, **values: Any) -> RecordId:
    made = new_id(desk.clock)
    desk.apply(Create(kind, made, values))
    return made


@pytest.fixture
def elena(desk: Desk, family: RecordId) -> RecordId:
    return desk.query.of_case(Person, family)[0].id


@pytest.fixture
def twin(desk: Desk, family: RecordId) -> RecordId:
    return add(
        desk, "person", case=family, given_name="Еlena", phone="0170 1", languages=frozenset({"tr"}), birth_date="1994"
    )


TYPED = (
    ("Elena Dimitrova", "", True),
    ("Dimitrowa Elena", "", True),
    ("Елена Димитрова", "", True),
    ("ELENA DIMITROVA", "1980-01-01", False),
    ("Amira Haddad", "", False),
    ("", "", False),
)


def test_who_may_be_known_already(desk: Desk, family: RecordId, elena: RecordId) -> None:
    desk.apply(Set("person", elena, "birth_date", "1994-05-02"))
    for names, born, found in TYPED:
        who = alike(desk, Entered(names=names, born=born))
        assert (who is not None) == found, names
        assert alike(desk, Entered(names=names, born=born, record=elena)) is None
        assert who is None or (who.case, who.case_number) == (family, "KD-2026-0001")


def test_two_entries_become_one_and_everything_points_at_it(
    desk: Desk, family: RecordId, elena: RecordId, twin: RecordId
) -> None:
    child = add(desk, "person", case=family, given_name="Ivan")
    add(desk, "relation", case=family, person=twin, other=child, relation=Code("parent_of"))
    add(desk, "relation", case=family, person=twin, other=elena, relation=Code("sibling_of"))
    add(desk, "schooling", person=twin, school_form=Code("primary"))
    talk = add(desk, "contact", case=family, date=desk.today, present=frozenset({twin}))
    desk.apply(Set("contact", talk, "completed_on", desk.today))
    before = repr([desk.query.of_case(cls, family) for cls in (Person, Relation, Contact, Schooling)])
    merge_persons(desk, elena, twin)
    kept = desk.query.get(Person, elena)
    assert kept is not None
    assert (kept.given_name, kept.phone, kept.birth_date, kept.languages) == ("Elena", "0170 1", "1994", {"bg", "tr"})
    assert {each.id for each in desk.query.of_case(Person, family)} == {elena, child}
    assert [(each.person, each.other) for each in desk.query.of_case(Relation, family)] == [(elena, child)]
    assert [each.person for each in desk.query.of_case(Schooling, family)] == [elena]
    assert [each.present for each in desk.query.of_case(Contact, family)] == [{elena}]
    assert "0170 1" in repr(desk.query.history(twin))
    editing.undo(desk)
    assert repr([desk.query.of_case(cls, family) for cls in (Person, Relation, Contact, Schooling)]) == before
    assert desk.query.get(Person, twin).merged_into is None  # type: ignore[union-attr]
    editing.redo(desk)
    assert not +desk.store.differences()


def test_a_completed_note_is_not_changed_by_anything_but_a_merge(
    desk: Desk, family: RecordId, elena: RecordId, twin: RecordId
) -> None:
    talk = add(desk, "contact", case=family, date=desk.today, present=frozenset({twin}))
    desk.apply(Set("contact", talk, "completed_on", desk.today))
    with pytest.raises(UserProblem, match=r"record\.frozen"):
        desk.apply(Set("contact", talk, "present", frozenset({twin, elena})))
    with pytest.raises(UserProblem, match=r"record\.frozen"):
        desk.apply(Set("contact", talk, "present", frozenset({elena})))


def test_two_cases_of_one_family_become_one(desk: Desk, family: RecordId, elena: RecordId) -> None:
    other = families.create_family(desk, NewFamily(family_name="Dimitrova", given_name="Elena"))
    talk = add(desk, "contact", case=other, date=desk.today, family_says="später")
    desk.apply(Set("case", other, "safety_note", "vorher anrufen"), Set("case", family, "safety_note", "Hund"))
    merge_cases(desk, family, other)
    assert desk.query.case_row(other) is None
    assert [each.id for each in desk.query.of_case(Contact, family)] == [talk]
    assert len(desk.query.of_case(Person, family)) == 2
    kept = desk.query.get(Case, family)
    assert kept is not None
    assert (kept.case_number, kept.safety_note) == ("KD-2026-0001", "Hund\n\nvorher anrufen")
    editing.undo(desk)
    assert [each.id for each in desk.query.of_case(Contact, other)] == [talk]
    assert desk.query.of_case(Contact, family) == ()
    assert not +desk.store.differences()


def test_what_cannot_be_merged_is_refused(desk: Desk, family: RecordId, elena: RecordId) -> None:
    other = families.create_family(desk, NewFamily(family_name="Haddad"))
    stranger = desk.query.of_case(Person, other)[0].id
    with pytest.raises(UserProblem, match=r"merge\.other_case"):
        merge_persons(desk, elena, stranger)
    with pytest.raises(UserProblem, match=r"merge\.same"):
        merge_persons(desk, elena, elena)
    desk.apply(Set("case", other, "restricted", Code("yes")))
    with pytest.raises(UserProblem, match=r"merge\.restricted"):
        merge_cases(desk, family, other)
