"""Case files about made-up families, with every id written out so that each value can be found again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Case = dict[str, Any]

NAMES = (
    ("Elena", "Dimitrova", "Елена", "Димитрова"),
    ("Amina", "Haddad", "أمينة", "حداد"),
    ("Oksana", "Kowal", "Оксана", "Коваль"),
    ("Selam", "Tesfaye", "ሰላም", "ተስፋዬ"),
    ("Jörg", "Groß-Lüdtke", None, None),
    ("Thanh", "Nguyễn", None, None),
)


def record_id(*parts: object) -> str:
    """Return the id of a record of a test's file, 32 hex digits, the same every time."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def case(number: int, *, contacts: int = 6) -> Case:
    """Return one family with persons, contacts, a plan and agreements."""
    name = f"KD-2026-{number:05d}"
    persons = list(_persons(name, number))
    visits = [_contact(name, place, persons[0]["id"]) for place in range(contacts)]
    plan = _plan(name)
    goal = plan["goals"][0]["id"]
    return {
        "id": record_id(name),
        "case_number": name,
        "municipality": "05566068",
        "phase": "planning",
        "first_contact": "2026-03-02",
        "concern": f"Anliegen {number}: mehr Platz, kürzere Wege.",
        "persons": persons,
        "contacts": visits,
        "support_plans": [plan],
        "measures": [
            {
                "id": record_id(name, "measure", place),
                "goal": goal,
                "text": f"Schritt {place} für {name}",
                "who": ["case_manager", "family"],
                "until": "2026-12-01",
                "state": "open",
            }
            for place in range(3)
        ],
    }


def _persons(name: str, number: int) -> Iterator[Case]:
    for place in range(3):
        given, family, given_native, family_native = NAMES[(number + place) % len(NAMES)]
        yield {
            "id": record_id(name, "person", place),
            "given_name": given,
            "family_name": family,
            "given_name_native": given_native,
            "family_name_native": family_native,
            "birth_date": f"{1980 + place * 15}-0{1 + place}",
            "languages": ["bg", "de"],
            "in_household": "yes",
        }


def _contact(name: str, place: int, person: str) -> Case:
    return {
        "id": record_id(name, "contact", place),
        "date": f"2026-{4 + place % 8:02d}-{1 + place % 28:02d}",
        "form": "home_visit",
        "minutes": 30 + place,
        "present": [person],
        "topics": ["housing", "language"],
        "family_says": f"Gespräch {place} mit {name}. " + "Die Wohnung ist zu klein, der Weg zur Kita ist weit." * 4,
    }


def _plan(name: str) -> Case:
    return {
        "id": record_id(name, "plan"),
        "version": 1,
        "date": "2026-05-04",
        "wish": "Ein Zimmer für die Kinder.",
        "goals": [
            {
                "id": record_id(name, "goal"),
                "domain": "housing",
                "wording": "Die Familie hat eine Wohnung mit drei Zimmern.",
            }
        ],
    }


def write(path: Path, cases: Iterable[Case]) -> Path:
    """Write a case file and return its path."""
    path.write_text(json.dumps({"cases": list(cases)}, ensure_ascii=False), "utf-8")
    return path


def values(told: Case) -> Iterator[tuple[tuple[str, str], Any]]:
    """Yield ((id, field), value) of every field that says something, of a case and all its children."""
    for name, value in told.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for child in value:
                yield from values(child)
        elif name != "id" and value not in (None, [], ""):
            yield (told["id"], name), sorted(value) if isinstance(value, list) else value
