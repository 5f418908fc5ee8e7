"""A visit exists from its first moment, goes on where it was left, and ends with how long it took."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, plans, visits
from kimdesk.casework import family as one_family
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Add, Delete, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Contact, Measure
from kimdesk.domain.views.drafts import Draft


def test_a_visit_not_yet_ended_goes_on(desk: Desk, family: RecordId) -> None:
    first = visits.begin(desk, family)
    assert visits.begin(desk, family) == first
    visits.finish(desk, first, minutes=45, next_appointment=dt.date(2026, 12, 2))
    second = visits.begin(desk, family)
    assert second != first
    found = desk.query.get(Contact, first)
    assert found is not None
    assert (found.minutes, found.next_appointment) == (45, dt.date(2026, 12, 2))


def test_another_day_or_form_is_another_contact(desk: Desk, family: RecordId, clock: FixedClock) -> None:
    today = visits.begin(desk, family)
    assert visits.begin(desk, family, form=Code("phone")) != today
    clock.advance(days=1)
    assert visits.begin(desk, family) != today


def test_a_visit_that_is_over_is_entered_with_day_and_minutes(desk: Desk, family: RecordId) -> None:
    day = desk.today - dt.timedelta(days=2)
    contact = desk.query.get(Contact, visits.enter_later(desk, family, day, minutes=30, form=Code("office")))
    assert contact is not None
    assert (contact.date, contact.minutes, contact.form) == (day, 30, "office")
    with pytest.raises(UserProblem, match="ahead"):
        visits.enter_later(desk, family, desk.today + dt.timedelta(days=1), minutes=None)


def test_an_agreement_is_a_measure_of_the_visit(desk: Desk, family: RecordId) -> None:
    contact = visits.begin(desk, family)
    first = visits.agree(
        desk, visits.Agreement(case=family, contact=contact, text="anrufen", who=frozenset({Code("family")}))
    )
    second = visits.agree(desk, visits.Agreement(case=family, contact=contact, text="schreiben"))
    measures = {each.id: each for each in desk.query.of_case(Measure, family)}
    assert (measures[first].text, measures[first].state, measures[first].contact) == ("anrufen", "open", contact)
    assert (measures[first].position, measures[second].position) == (1, 2)


def written(desk: Desk, case: RecordId) -> RecordId:
    contact = visits.begin(desk, case)
    desk.apply(Set("contact", contact, "family_says", "Ab März."))
    return contact


def test_a_completed_note_stays_as_it_is(desk: Desk, family: RecordId) -> None:
    contact = written(desk, family)
    editing.keep(
        desk, Draft(kind="contact", record=contact, field="observation", text="Zuletzt getippt.", parent=family)
    )
    visits.complete(desk, contact)
    for change in (
        Set("contact", contact, "family_says", "Ab Mai."),
        Add("contact", contact, "topics", "housing"),
        Set("contact", contact, "completed_on", None),
        Delete("contact", contact),
    ):
        with pytest.raises(UserProblem, match="frozen"):
            desk.apply(change)
    with pytest.raises(UserProblem):
        editing.undo(desk)
    found = desk.query.get(Contact, contact)
    assert found is not None
    assert (found.family_says, found.observation, found.completed_on) == ("Ab März.", "Zuletzt getippt.", desk.today)


def test_a_text_that_is_not_valid_yet_keeps_the_note_open(desk: Desk, family: RecordId) -> None:
    contact = written(desk, family)
    editing.keep(desk, Draft(kind="contact", record=contact, field="minutes", text="lange", parent=family))
    with pytest.raises(UserProblem, match="field"):
        visits.complete(desk, contact)
    found = desk.query.get(Contact, contact)
    assert found is not None
    assert found.completed_on is None


def test_a_correction_stands_beside_its_original_and_is_no_contact(
    desk: Desk, family: RecordId, clock: FixedClock
) -> None:
    contact = written(desk, family)
    with pytest.raises(UserProblem, match="not_completed"):
        visits.correct(desk, contact)
    visits.complete(desk, contact)
    last = desk.page.case_row(family)
    clock.advance(days=3)
    correction = visits.correct(desk, contact)
    assert visits.correct(desk, contact) == correction
    visits.complete(desk, correction)
    second = visits.correct(desk, correction)
    found = [desk.query.get(Contact, each) for each in (correction, second)]
    assert [each.corrects for each in found if each] == [contact, contact]
    assert [each.id for each in one_family.contacts(desk, family)] == [contact]
    row = desk.page.case_row(family)
    assert row is not None
    assert last is not None
    assert row.last_contact == last.last_contact
    assert visits.begin(desk, family) not in {contact, correction, second}


def test_who_may_not_know_of_a_talk_may_not_know_of_its_correction(desk: Desk, family: RecordId) -> None:
    contact = written(desk, family)
    (somebody,) = one_family.persons(desk, family)
    desk.apply(Add("contact", contact, "discuss_only_with", somebody.id))
    visits.complete(desk, contact)
    found = desk.query.get(Contact, visits.correct(desk, contact))
    assert found is not None
    assert found.discuss_only_with == {somebody.id}


def test_an_agreement_becomes_a_step_of_the_plan(desk: Desk, family: RecordId) -> None:
    contact = written(desk, family)
    measure = visits.agree(desk, visits.Agreement(case=family, contact=contact, text="anrufen"))
    assert visits.plan_goals(desk, family) == ()
    plan = plans.start(desk, family)
    goal, other = plans.add_goal(desk, plan), plans.add_goal(desk, plan)
    desk.apply(Set("goal", goal, "wording", "Wohnung"), Set("goal", other, "state", "reached"))
    assert [each.id for each in visits.plan_goals(desk, family)] == [goal]
    visits.put_into_plan(desk, measure, goal)
    found = desk.query.get(Measure, measure)
    assert found is not None
    assert (found.goal, found.contact) == (goal, contact)


def test_a_signed_plan_gets_its_next_version_for_it(desk: Desk, family: RecordId) -> None:
    measure = visits.agree(desk, visits.Agreement(case=family, contact=written(desk, family), text="anrufen"))
    plan = plans.start(desk, family)
    goal = plans.add_goal(desk, plan)
    desk.apply(Set("goal", goal, "wording", "Wohnung"))
    plans.sign(desk, plan, plans.Signing(form=Code("paper"), day=desk.today))
    visits.put_into_plan(desk, measure, goal)
    page = plans.current(desk, family)
    assert page is not None
    assert (page.plan.version, page.frozen) == (2, False)
    assert [each.id for each in page.goals[0].measures] == [measure]
    assert plans.page(desk, plan).goals[0].measures == ()
