"""A text without names: every known name goes, everything else stays as it was written."""

from __future__ import annotations

from typing import Any

import pytest

from kimdesk.domain.pseudonymous import stand_ins, without_names
from kimdesk.domain.records import Person
from tests.domain.test_disclosure import make

PEOPLE: tuple[Any, ...] = (
    make(Person, 1, given_name="Elena", family_name="Dimitrova", given_name_native="Елена", role="mother"),
    make(Person, 2, given_name="Ivan", family_name="Dimitrov", role="child"),
    make(Person, 3, given_name="Mariya", family_name="Dimitrova", role="child"),
    make(Person, 4, given_name="Li", role=None),
)
STANDS = stand_ins(PEOPLE)


def test_people_become_roles_with_numbers_where_several_have_one() -> None:
    assert list(STANDS.values()) == ["Mutter", "Kind 1", "Kind 2", "Person 1"]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Ivans Arm ist blau.", "Kind 1 Arm ist blau."),
        ("IVAN DIMITROV weint", "Kind 1 weint"),
        ("Елена sagt nichts", "Mutter sagt nichts"),
        ("Frau Dimitrova rief an", "Frau Familie rief an"),
        ("Mariya Dimitrova und Elena", "Kind 2 und Mutter"),
        ("Ivan-Peter kam", "Kind 1 kam"),
        ("Li lief weg, die Liebe blieb", "Person 1 lief weg, die Liebe blieb"),
        ("Der Ivantee ist kalt.\n\nZweite Zeile", "Der Ivantee ist kalt.\n\nZweite Zeile"),
        ("", ""),
    ],
)
def test_names_go_and_the_rest_stays(written: str, left: str) -> None:
    assert without_names(written, PEOPLE, STANDS) == left
