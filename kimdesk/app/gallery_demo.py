"""Fills a desk for the gallery until the demo caseload does it."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Change, Create
from kimdesk.domain.declare import Code
from kimdesk.domain.values import Value

_FAMILIES = (
    ("KD-2026-0017", "Dimitrov", "Димитров", "05566068", "monitoring", 0, 11),
    ("KD-2026-0009", "Al-Hassan", "الحسن", "05566084", "planning", 43, 12),
    ("KD-2025-0041", "Kovalenko", "Коваленко", "05566076", "monitoring", 1, 21),
    ("KD-2026-0023", "Camara", "", "05566012", "assessment", None, 53),
    ("KD-2025-0033", "Yıldız", "", "05566044", "linking", 21, 49),
    ("KD-2026-0030", "Berisha", "", "05566028", "clarification", 7, 4),
    ("KD-2024-0012", "Tesfay", "ተስፋይ", "05566008", "evaluation", 17, 11),
    ("KD-2026-0028", "Popescu", "", "05566068", "assessment", 4, 6),
    ("KD-2025-0050", "Rahimi", "رحیمی", "05566076", "monitoring", 40, 3),
)


def fill(desk: Desk) -> None:
    """Create the families of the picture."""
    for family in _FAMILIES:
        desk.apply(*_family(desk, family))


def _family(desk: Desk, family: tuple[str, str, str, str, str, int | None, int]) -> list[Change]:
    number, name, native, place, phase, due, contact = family
    case = new_id(desk.clock)
    first = desk.today - dt.timedelta(days=221)
    values: dict[str, Value] = {
        "case_number": number,
        "municipality": Code(place),
        "phase": Code(phase),
        "first_contact": first,
    }
    changes: list[Change] = [Create("case", case, values)]
    people = [
        ("Georgi", "1991"),
        ("Elena", "1994"),
        ("Mariya", "2016-03-03"),
        ("Ivan", "2021-01-20"),
        ("Sofia", "2024-08-14"),
    ]
    for given, born in people if name == "Dimitrov" else people[:1]:
        changes.append(Create("person", new_id(desk.clock), _person(case, given, name, native, born)))
    if due is not None:
        until = desk.today + dt.timedelta(days=due)
        text = "Schuldnerberatung anfragen" if name == "Dimitrov" else "Unterlagen mitbringen"
        measure: dict[str, Value] = {
            "case": case,
            "text": text,
            "until": until,
            "state": "open",
            "who": frozenset({"case_manager"}),
        }
        changes.append(Create("measure", new_id(desk.clock), measure))
    note = "Schimmel im Schlafzimmer, Plan Version 2 besprochen. Frau Dimitrova sucht Deutschkurs am Vormittag."
    talk: dict[str, Value] = {
        "case": case,
        "date": desk.today - dt.timedelta(days=contact),
        "observation": note,
        "form": "office",
    }
    changes.append(Create("contact", new_id(desk.clock), talk))
    return changes


def _person(case: RecordId, given: str, name: str, native: str, born: str) -> dict[str, Value]:
    return {
        "case": case,
        "given_name": given,
        "family_name": name,
        "family_name_native": native or None,
        "birth_date": born,
        "in_household": "yes",
        "languages": frozenset({"bg", "tr"}),
    }
