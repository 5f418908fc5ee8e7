"""Families that the tests of papers share."""

from __future__ import annotations

import pytest

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import plans
from kimdesk.casework.desk import Desk
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Person
from tests.casework.printed import SECRET, goal_of, step, talk_on


@pytest.fixture
def her(desk: Desk, family: RecordId) -> RecordId:
    person = desk.query.of_case(Person, family)[0].id
    desk.apply(
        Set("person", person, "role", "mother"),
        Set("person", person, "in_household", "yes"),
        Set("person", person, "phone", "0170 1234567"),
        Set("person", person, "address", "Lindenweg 4, Ochtrup"),
    )
    return person


@pytest.fixture
def him(desk: Desk, family: RecordId) -> RecordId:
    person = new_id(desk.clock)
    values = {"case": family, "given_name": "Georgi", "family_name": "Dimitrov", "role": Code("father")}
    desk.apply(Create("person", person, values))
    return person


@pytest.fixture
def full(desk: Desk, family: RecordId, her: RecordId, him: RecordId) -> RecordId:
    """Return a case with everything in it that a paper could wrongly show."""
    create_family(desk, NewFamily(family_name="Kowalczyk", given_name="Agnieszka"))
    plan = plans.start(desk, family)
    step(desk, goal_of(desk, plan, "housing", "Wir wohnen trocken."), "Fotos vom Schimmel machen")
    step(desk, goal_of(desk, plan, "health", "Elena ist gesund."), "Termin beim Frauenarzt")
    step(desk, goal_of(desk, plan, "finance", "Die Schulden sind weg."), "Brief an die Bank")
    step(desk, goal_of(desk, plan, "residence", "Wir dürfen bleiben."), "Unterlagen abgeben")
    open_talk, alone = talk_on(desk, family), talk_on(desk, family)
    desk.apply(
        Set("case", family, "safety_note", "Elena vorher anrufen: 0170 7654321"),
        Set("contact", open_talk, "family_says", "Es schimmelt bei Elena.\nDas bleibt unter uns."),
        Set("contact", open_talk, "assessment", "Nur für mich"),
        Set("contact", alone, "family_says", SECRET),
        Set("contact", alone, "discuss_only_with", frozenset({her})),
    )
    protection = {"case": family, "date": desk.today, "observed": "Blaue Flecken"}
    desk.apply(Create("protection_entry", new_id(desk.clock), protection))
    return family
