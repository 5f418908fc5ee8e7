"""A family's pictures follow the records; moving somebody by hand is a change like any other."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import pictures
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import NetworkContact, Person, SupportPlan
from kimdesk.domain.values import Value
from kimdesk.domain.views.pictures import NetworkContact as Shown
from kimdesk.drawings.network.moves import moved_contact
from kimdesk.drawings.picture import Style
from kimdesk.text.shaping import load_faces


def add(desk: Desk, kind: str, **values: Value) -> RecordId:
    made = new_id(desk.clock)
    desk.apply(Create(kind, made, values))
    return made


def test_the_genogram_holds_the_family_and_its_relations(desk: Desk, family: RecordId) -> None:
    elena = desk.query.of_case(Person, family)[0]
    ivan = add(desk, "person", case=family, given_name="Ivan", role=Code("child"))
    add(desk, "relation", case=family, person=elena.id, other=ivan, relation=Code("parent_of"))
    view = pictures.genogram(desk, family, "de", centre=elena.id)
    assert {each.given_name: each.index for each in view.persons} == {"Elena": True, "Ivan": False}
    assert [each.relation for each in view.relations] == ["parent_of"]


def test_a_moved_person_can_be_moved_on_and_put_back(desk: Desk, family: RecordId) -> None:
    key = desk.query.of_case(Person, family)[0].id.hex()

    def places() -> list[tuple[int, int]]:
        return [(each.dx, each.dy) for each in pictures.genogram(desk, family, "de").persons]

    pictures.move_person(desk, key, 3, -1)
    pictures.move_person(desk, key, -1, 1)
    assert places() == [(2, 0)]
    pictures.place_all_again(desk, family)
    assert places() == [(0, 0)]
    assert not pictures.place_all_again(desk, family).touches("person")
    with pytest.raises(UserProblem) as missing:
        pictures.move_person(desk, "00" * 16, 1, 1)
    assert missing.value.code == "record.missing"


def test_a_contact_drawn_into_another_cell_belongs_there(desk: Desk, family: RecordId) -> None:
    contact = add(desk, "network_contact", case=family, name="Trainer", sector=Code("family"), horizon=Code("close"))
    view = pictures.network(desk, family, "Elena", "de")
    moved = moved_contact(view, Style(load_faces()), contact.hex(), 30, 0)
    assert isinstance(moved, Shown)
    pictures.move_contact(desk, moved)
    stored = desk.query.get(NetworkContact, contact)
    assert stored is not None
    assert (stored.sector, stored.horizon, stored.place) == (moved.sector, moved.horizon, moved.place)
    assert stored.sector == "friends"
    assert moved_contact(view, Style(load_faces()), "nobody", 1, 1) is None


def test_assessments_and_plan_are_read_from_the_case(desk: Desk, family: RecordId) -> None:
    seen = add(desk, "assessment", case=family, date=dt.date(2026, 5, 5))
    add(desk, "domain_rating", assessment=seen, domain=Code("work"), own_rating=Code("3"))
    view = pictures.comparison(desk, family, "en")
    assert view.dates == (dt.date(2026, 5, 5),)
    assert [each.ratings[0].case_manager for each in view.domains if each.key == "work"] == [3]
    plan_id = add(desk, "support_plan", case=family, version=1, date=dt.date(2026, 5, 28))
    add(desk, "goal", plan=plan_id, position=1, wording="Deutschkurs", due=dt.date(2026, 9, 1))
    plan = desk.query.get(SupportPlan, plan_id)
    assert plan is not None
    assert [row.name for row in pictures.timeline(desk, plan, "Ziele", "de").rows] == ["Deutschkurs"]
