"""Hints where something cannot be true; incomplete dates are given the benefit of the doubt."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kimdesk.domain.declare import Code
from kimdesk.domain.free_movement import moves_freely, needs_title
from kimdesk.domain.plausible import person_hints
from kimdesk.domain.records import RECORDS, Case, Person, Relation, ResidenceTitle
from tests.domain.test_disclosure import gather, make, rid

ELENA, IVAN = 11, 12


def hints(person: dict[str, Any], *more: Any) -> tuple[str, ...]:
    elena = make(Person, ELENA, given_name="Elena", **person)
    records = gather(make(Case, 1, case_number="KD-1"), (elena, *more))
    return person_hints(elena, records, RECORDS)


@pytest.mark.parametrize(
    ("born", "died", "found"),
    [
        ("1994-05-06", "1994-05-05", True),
        ("1994-05-06", "1994-05-06", False),
        ("1994-05-06", "1994", False),
        ("1994~", "1993", True),
        ("1994", None, False),
        (None, "1990", False),
    ],
)
def test_nobody_dies_before_birth(born: str | None, died: str | None, found: bool) -> None:
    assert ("plausible.died_before_birth" in hints({"birth_date": born, "died_on": died})) is found


@pytest.mark.parametrize(("child", "found"), [("1993", True), ("1994", False), ("2016-03-03", False), (None, False)])
def test_a_child_is_younger_than_its_parent(child: str | None, found: bool) -> None:
    ivan = make(Person, IVAN, given_name="Ivan", birth_date=child)
    relation = make(Relation, 20, person=rid(ELENA), other=rid(IVAN), relation="parent_of")
    assert ("plausible.child_older" in hints({"birth_date": "1994"}, ivan, relation)) is found


def test_a_title_does_not_end_before_it_begins() -> None:
    def title(until: dt.date, whose: int = ELENA) -> Any:
        return make(
            ResidenceTitle, 30, person=rid(whose), title="h24", valid_from=dt.date(2026, 3, 1), valid_until=until
        )

    assert hints({}, title(dt.date(2026, 2, 28))) == ("plausible.ends_before_it_begins",)
    assert hints({}, title(dt.date(2026, 3, 1))) == ()
    assert hints({}, title(dt.date(2026, 2, 28), whose=99)) == ()


@pytest.mark.parametrize(
    ("nationalities", "free", "title"),
    [({"BG"}, True, False), ({"SY"}, False, True), ({"DE"}, False, False), ({"TR", "DE"}, False, False),
     ({"TR", "BG"}, True, False), ({"CH"}, True, False), (set(), False, True)],
)  # fmt: skip
def test_free_movement_or_title(nationalities: set[str], free: bool, title: bool) -> None:
    codes = frozenset(Code(each) for each in nationalities)
    assert (moves_freely(codes), needs_title(codes)) == (free, title)
