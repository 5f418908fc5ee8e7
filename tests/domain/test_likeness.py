"""The same person is found again across scripts and spellings; a brother with another birthday is somebody else."""

from __future__ import annotations

import pytest

from kimdesk.domain.likeness import Known, Named


def alike(one: Named, other: Named) -> bool:
    known: Known[str] = Known()
    known.add(one, "KD-2026-0001")
    return known.alike(other) == "KD-2026-0001"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Elena Dimitrova", "Елена Димитрова"),
        ("Dimitroff Ivan", "Ivan Dimitrov"),
        ("Mohammed Al-Hassan", "Muhamad Alhasan Al Hassan"),
        ("Ayşe Yıldız", "Ayse Yildiz"),
        ("Oleksandr Kovalenko", "Александр Коваленко"),
        ("Müller Jörg", "Joerg Mueller"),
        ("Maria Elena Popescu", "Maria Popescu"),
        ("Fatma Şahin", "Fatma Sahin"),
    ],
)
def test_one_person_in_two_spellings_is_found(one: str, other: str) -> None:
    assert alike(Named(names=one), Named(names=other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Elena Dimitrova", "Elena Petrova"),
        ("Ali Yılmaz", "Ali Yıldırım"),
        ("Omar Haddad", "Amira Haddad"),
        ("Elena", "Elena Dimitrova"),
        ("", "Elena Dimitrova"),
    ],
)
def test_other_people_are_not(one: str, other: str) -> None:
    assert not alike(Named(names=one), Named(names=other))


def test_birth_dates_decide_where_both_are_known() -> None:
    twin = Named(names="Ali Demir", born="2015-05-02")
    assert alike(twin, Named(names="Ali Demir", born="2015"))
    assert alike(twin, Named(names="Ali Demir", born="2012~"))
    assert not alike(twin, Named(names="Ali Demir", born="2017-01-09"))
    assert alike(Named(names="Demir", born="2015-05-02"), twin)
    assert not alike(Named(names="Demir"), twin)
    assert alike(Named(names="Demir"), Named(names="Demir"))
