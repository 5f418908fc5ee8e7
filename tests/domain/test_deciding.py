"""Who decides for a minor, and when the eighteenth birthday comes."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kimdesk.domain.deciding import deciding
from kimdesk.domain.records import Person, Relation
from tests.domain.test_disclosure import DAY, make, rid

MOTHER = make(Person, 1, given_name="Elena", role="mother", birth_date="1994")
FATHER = make(Person, 2, given_name="Georgi", role="father", birth_date="1991")
AUNT = make(Person, 3, given_name="Stefka", role="other", birth_date="1970")


def of(*relations: Relation, **child: Any) -> tuple[str, tuple[str | None, ...]]:
    minor = make(Person, 9, **{"given_name": "Ivan", "role": "child", "birth_date": "2012-03-04", **child})
    (found,) = deciding((MOTHER, FATHER, AUNT, minor), relations, DAY)
    return found.decides, tuple(each.given_name for each in found.guardians)


@pytest.mark.parametrize(
    ("child", "said"),
    [
        ({"custody": "joint"}, ("joint", ("Elena", "Georgi"))),
        ({"custody": "mother"}, ("one", ("Elena",))),
        ({"custody": "father"}, ("one", ("Georgi",))),
        ({"custody": "guardian"}, ("guardian", ())),
        ({"custody": "joint", "capacity": "yes"}, ("minor", ())),
        ({"custody": "joint", "capacity": "unclear"}, ("joint", ("Elena", "Georgi"))),
        ({}, ("unknown", ("Elena", "Georgi"))),
    ],
)
def test_custody_and_understanding_decide(child: dict[str, Any], said: tuple[str, tuple[str, ...]]) -> None:
    assert of(**child) == said


def test_recorded_relations_win_over_roles() -> None:
    guardian = make(Relation, 20, person=rid(3), other=rid(9), relation="guardian_of")
    assert of(guardian, custody="guardian") == ("guardian", ("Stefka",))
    parent = make(Relation, 21, person=rid(1), other=rid(9), relation="parent_of")
    assert of(parent, custody="joint") == ("joint", ("Elena",))


def test_birthdays_come_in_order_and_the_next_thirty_days_stand_out() -> None:
    born = {1: "2008-12-01", 2: "2016-03-03", 3: None, 4: "2008-11-20", 5: "2008-11-21"}
    minors = [make(Person, key, given_name=str(key), role="child", birth_date=day) for key, day in born.items()]
    found = deciding((*minors, MOTHER), (), DAY)
    assert [(each.minor.given_name, each.soon) for each in found] == [
        ("5", True),
        ("1", True),
        ("2", False),
        ("3", False),
    ]
    assert found[0].of_age == dt.date(2026, 11, 21)
