"""The history of a family: every change by its day, a former value put back, child protection absent."""

from __future__ import annotations

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import history
from kimdesk.casework.desk import Desk
from kimdesk.casework.history import Step
from kimdesk.domain.changes import Create, Delete, Remove, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Person


@pytest.fixture
def case(desk: Desk) -> RecordId:
    record = new_id(desk.clock)
    desk.apply(Create("case", record, {"case_number": "KD-2026-0001"}))
    return record


@pytest.fixture
def elena(desk: Desk, case: RecordId) -> RecordId:
    record = new_id(desk.clock)
    desk.apply(Create("person", record, {"case": case, "given_name": "Elena", "phone": "02553 1"}))
    return record


def steps(desk: Desk, case: RecordId, name: str) -> list[Step]:
    return [step for step in history.of_family(desk, case) if step.line.name == name]


def test_each_change_says_before_and_after_newest_first(desk: Desk, case: RecordId, elena: RecordId) -> None:
    desk.apply(Set("person", elena, "phone", "02553 2"))
    desk.apply(Set("person", elena, "phone", None))
    told = [(step.line.before, step.line.after, step.about) for step in steps(desk, case, "phone")]
    assert told == [("02553 2", "", "Elena"), ("02553 1", "02553 2", "Elena"), ("", "02553 1", "Elena")]


def test_a_former_value_is_put_back_as_a_change_of_today(desk: Desk, case: RecordId, elena: RecordId) -> None:
    desk.apply(Set("person", elena, "phone", "02553 2"))
    newest, first = steps(desk, case, "phone")
    assert newest.can_put_back
    assert not first.can_put_back
    history.put_back(desk, newest.line)
    person = desk.query.get(Person, elena)
    assert person is not None
    assert person.phone == "02553 1"
    assert len(steps(desk, case, "phone")) == 3
    with pytest.raises(UserProblem, match=r"history\.not_this"):
        history.put_back(desk, first.line)


def test_a_code_is_put_back_as_a_code(desk: Desk, case: RecordId, elena: RecordId) -> None:
    desk.apply(Set("person", elena, "gender", Code("f")))
    desk.apply(Set("person", elena, "gender", Code("d")))
    newest = steps(desk, case, "gender")[0]
    assert newest.line.former == "f"
    history.put_back(desk, newest.line)
    assert desk.query.get(Person, elena).gender == "f"  # type: ignore[union-attr]  # it exists


def test_what_was_removed_is_brought_back_from_here(desk: Desk, case: RecordId, elena: RecordId) -> None:
    desk.apply(Delete("person", elena))
    gone = next(step for step in history.of_family(desk, case) if step.line.op == "delete")
    assert gone.can_put_back
    history.put_back(desk, gone.line)
    assert desk.query.get(Person, elena) is not None


def test_a_name_that_is_needed_is_not_emptied_from_the_history(desk: Desk, case: RecordId) -> None:
    goal_plan, goal = new_id(desk.clock), new_id(desk.clock)
    desk.apply(Create("support_plan", goal_plan, {"case": case, "version": 1}))
    desk.apply(Create("goal", goal, {"plan": goal_plan, "position": 1}))
    desk.apply(Set("goal", goal, "position", 2))
    assert not any(step.can_put_back for step in steps(desk, case, "position"))


def test_child_protection_is_told_nowhere(desk: Desk, case: RecordId, elena: RecordId) -> None:
    entry = new_id(desk.clock)
    desk.apply(Create("protection_entry", entry, {"case": case, "date": desk.today, "observed": "Geheimes"}))
    desk.apply(Set("protection_entry", entry, "observed", "noch Geheimeres"))
    desk.apply(Set("person", elena, "protection_note", "auch geheim"))
    told = history.of_family(desk, case)
    assert {step.line.kind for step in told} == {"case", "person"}
    assert not any("eheim" in step.line.after + step.line.before for step in told)
    assert desk.query.history(entry) == []


def test_another_family_is_not_in_it(desk: Desk, case: RecordId, elena: RecordId) -> None:
    other, stranger = new_id(desk.clock), new_id(desk.clock)
    desk.apply(Create("case", other, {"case_number": "KD-2026-0002"}))
    desk.apply(Create("person", stranger, {"case": other, "given_name": "Oksana"}))
    assert not any("Oksana" in step.line.after for step in history.of_family(desk, case))


def test_references_are_named(desk: Desk, case: RecordId, elena: RecordId) -> None:
    visit = new_id(desk.clock)
    desk.apply(Create("contact", visit, {"case": case, "date": desk.today, "present": frozenset({elena})}))
    assert [step.line.after for step in steps(desk, case, "present")] == ["Elena"]
    desk.apply(Remove("contact", visit, "present", elena))
    assert steps(desk, case, "present")[0].line.after == "− Elena"
