"""A visit exists from its first moment, goes on where it was left, and ends with how long it took."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.clock import FixedClock
from kimdesk.base.ids import RecordId
from kimdesk.casework import visits
from kimdesk.casework.desk import Desk
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Contact, Measure


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


def test_an_agreement_is_a_measure_of_the_visit(desk: Desk, family: RecordId) -> None:
    contact = visits.begin(desk, family)
    first = visits.agree(
        desk, visits.Agreement(case=family, contact=contact, text="anrufen", who=frozenset({Code("family")}))
    )
    second = visits.agree(desk, visits.Agreement(case=family, contact=contact, text="schreiben"))
    measures = {each.id: each for each in desk.query.of_case(Measure, family)}
    assert (measures[first].text, measures[first].state, measures[first].contact) == ("anrufen", "open", contact)
    assert (measures[first].position, measures[second].position) == (1, 2)
