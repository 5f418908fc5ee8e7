"""Who may be in the caseload already: compared across scripts and spellings, a hint and never a decision."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.domain.likeness import Known, Named
from kimdesk.store.names import people

__all__ = ["Alike", "Entered", "alike"]

LEAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """Somebody as typed so far; `record` is left out of the comparison, and `case` where the same family is meant."""

    names: str = field(repr=False)
    born: str = field(default="", repr=False)
    record: RecordId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Somebody who may be the same person: who, of which case, and as the list calls that family."""

    person: RecordId
    case: RecordId
    name: str = field(repr=False)
    born: str = field(default="", repr=False)
    case_number: str
    family: str = field(repr=False)


def alike(desk: Desk, entered: Entered) -> Alike | None:
    """Return who of the caseload may be this person; None where nobody comes near. Belongs beside the window."""
    if len(entered.names.strip()) < LEAST:
        return None
    wanted = Named(names=entered.names, born=entered.born)
    sounds = set(wanted.sounds())
    known: Known[Any] = Known()
    with desk.query.connection() as conn:
        for row in people(conn, desk.store.tables):
            for names in _spellings(row) if row.id != entered.record else ():
                person = Named(names=names, born=row.birth_date or "")
                if not sounds.isdisjoint(person.sounds()):
                    known.add(person, row)
    found = known.alike(wanted)
    case = desk.query.case_row(RecordId(found.case)) if found is not None else None
    if found is None or case is None:
        return None
    return Alike(
        person=RecordId(found.id),
        case=case.id,
        name=" ".join(_shown(found)),
        born=found.birth_date or "",
        case_number=case.case_number,
        family=case.label,
    )


def _shown(person: Any) -> tuple[str, ...]:
    latin = tuple(part for part in (person.given_name, person.family_name) if part)
    return latin or tuple(part for part in (person.given_name_native, person.family_name_native) if part)


def _spellings(person: Any) -> set[str]:
    """Return the names somebody goes by: in Latin, in the own script, with the name at birth."""
    pairs = (
        (person.given_name, person.family_name),
        (person.given_name_native, person.family_name_native),
        (person.given_name, person.birth_name),
    )
    return {" ".join(part for part in pair if part) for pair in pairs if all(pair)} or {" ".join(_shown(person))}
