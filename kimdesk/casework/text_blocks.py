"""Text blocks: short texts used again and again, with placeholders filled for the family one is with."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import persons_in_order
from kimdesk.domain.names import fold
from kimdesk.domain.records import Case, Contact, Person, TextBlock

PLACEHOLDERS = ("vorname", "name", "familie", "fallnummer", "ort", "datum", "heute", "ich", "träger")
"""What can stand in braces; every other word in braces stays as it was written."""
PROVIDER = "provider"
_BRACES = re.compile(r"\{([\wäöüß]+)\}", re.IGNORECASE)


def blocks(desk: Desk, words: str = "") -> tuple[TextBlock, ...]:
    """Return the blocks in which all words occur, those whose short name begins with them first."""
    wanted = fold(words).split()
    found = [
        each
        for each in desk.query.every(TextBlock)
        if all(word in fold(f"{each.title} {each.text}") for word in wanted)
    ]
    start = wanted[0] if wanted else ""
    return tuple(sorted(found, key=lambda each: (not fold(each.title).startswith(start), fold(each.title), each.id)))


def is_providers(block: TextBlock) -> bool:
    """Tell whether a block came from the provider: then it is only read here."""
    return block.scope == PROVIDER


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its placeholders filled; one without a value stays, so that nobody overlooks it."""
    return _BRACES.sub(lambda found: values.get(found[1].lower()) or found[0], text)


def values_for(desk: Desk, case: RecordId | None, contact: RecordId | None = None) -> dict[str, str]:
    """Return what stands for each placeholder: of the family one is with, and of the contact being written."""
    today = f"{desk.today:%d.%m.%Y}"
    values = {"heute": today, "datum": today, "ich": desk.profile.name, "träger": desk.profile.provider}
    note = desk.query.get(Contact, contact) if contact is not None else None
    if note is not None:
        case = note.case
        values["datum"] = f"{note.date:%d.%m.%Y}"
    if case is not None:
        values |= _of_family(desk, case, note)
    return {name: value for name, value in values.items() if value}


def _of_family(desk: Desk, case: RecordId, note: Contact | None) -> dict[str, str]:
    found, row = desk.query.get(Case, case), desk.query.case_row(case)
    people = persons_in_order(desk.query.of_case(Person, case))
    there = [each for each in people if note is not None and each.id in note.present]
    first = next(iter([*there, *people]), None)
    whole = "" if first is None else " ".join(part for part in (first.given_name, first.family_name) if part)
    return {
        "vorname": (first.given_name or "") if first is not None else "",
        "name": whole,
        "familie": row.label if row is not None else "",
        "fallnummer": found.case_number if found is not None else "",
        "ort": desk.reference.label("municipality", found.municipality) if found is not None else "",
    }
