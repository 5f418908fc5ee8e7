"""Phases go forth and back with their history; closing starts the retention, reopening ends it."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import course, editing
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Case, PhaseStep
from kimdesk.domain.retention import delete_on


@pytest.fixture
def family(desk: Desk) -> RecordId:
    case = new_id(desk.clock)
    desk.apply(Create("case", case, {"case_number": "KD-2026-0001", "phase": Code("monitoring")}))
    return case


def state(desk: Desk, case: RecordId) -> Case:
    found = desk.query.get(Case, case)
    assert found is not None
    return found


def test_each_step_stays_in_the_history(desk: Desk, family: RecordId) -> None:
    for phase in ("evaluation", "assessment", "planning"):
        course.set_phase(desk, family, Code(phase), " neue Lage " if phase == "assessment" else "")
    steps = desk.query.of_case(PhaseStep, family)
    assert [(step.phase, step.reason, step.date) for step in steps] == [
        ("evaluation", None, desk.today),
        ("assessment", "neue Lage", desk.today),
        ("planning", None, desk.today),
    ]
    assert state(desk, family).phase == "planning"


def test_closing_starts_the_retention_and_after_care_does_not_start_it_again(desk: Desk, family: RecordId) -> None:
    course.set_phase(desk, family, Code("closure"))
    closed = state(desk, family)
    course.set_phase(desk, family, Code("aftercare"))
    assert state(desk, family).closed_on == closed.closed_on == desk.today
    assert closed.retention_until == dt.date(desk.today.year + 3, 12, 31) == delete_on(desk.today)


def test_going_back_reopens(desk: Desk, family: RecordId) -> None:
    course.set_phase(desk, family, Code("closure"))
    course.set_phase(desk, family, Code("linking"))
    assert (state(desk, family).closed_on, state(desk, family).retention_until) == (None, None)


def test_one_step_is_one_undo(desk: Desk, family: RecordId) -> None:
    course.set_phase(desk, family, Code("closure"))
    editing.undo(desk)
    assert (state(desk, family).phase, state(desk, family).closed_on) == ("monitoring", None)
    assert desk.query.of_case(PhaseStep, family) == ()


def test_a_case_that_is_gone_moves_nowhere(desk: Desk) -> None:
    with pytest.raises(UserProblem, match=r"record\.missing"):
        course.set_phase(desk, new_id(desk.clock), Code("closure"))
