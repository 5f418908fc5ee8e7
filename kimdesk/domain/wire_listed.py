"""A case list without names, as a bundle carries it (kimdesk/exchange/FORMAT.md 5): bands, months and codes alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from kimdesk.domain.declare import Record
from kimdesk.domain.disclosure import CaseRecords, Disclosure
from kimdesk.domain.pseudonyms import month, year_band
from kimdesk.domain.records import Goal, Person
from kimdesk.domain.reference import Reference

UNKNOWN = "unknown"
_CODES = {"phase": "phase", "access_route": "access_route", "closing_reason": "closing_reason"}
R = TypeVar("R", bound=Record)


def listed_record(records: CaseRecords, gate: Disclosure, pseudonym: bytes, until: dt.date | None) -> dict[str, Any]:
    """Return a case as the list shows it: what the gate let out, dates by month, births by five years."""
    case = records.case
    told = {name: _code(gate, case, name) for name in _CODES}
    told |= {
        "since": month(case.first_contact) if case.first_contact and gate.allows(case.id, "first_contact") else None,
        "closed": month(case.closed_on) if case.closed_on and gate.allows(case.id, "closed_on") else None,
        "until": until.isoformat() if until else None,
    }
    domains = {str(goal.domain) for goal in _of(records, Goal) if goal.domain and gate.allows(goal.id, "domain")}
    people = sorted(_person(gate, person) for person in _of(records, Person) if person.merged_into is None)
    return {
        "id": pseudonym.hex(),
        "domains": sorted(domains),
        "persons": people,
        **{name: value for name, value in told.items() if value},
    }


def _of(records: CaseRecords, cls: type[R]) -> Sequence[R]:
    return [each for many in records.records.values() for each in many if isinstance(each, cls)]


def _code(gate: Disclosure, record: Record, name: str) -> str | None:
    value = getattr(record, name) if gate.allows(record.id, name) else None
    return str(value) if value else None


def _person(gate: Disclosure, person: Person) -> list[str]:
    born = person.birth_date if gate.allows(person.id, "birth_date") else None
    band = year_band(born).replace("–", "-") if born else UNKNOWN
    return [band, _code(gate, person, "residence_status") or UNKNOWN]


def off_the_list(pseudonym: bytes) -> dict[str, Any]:
    """Return the word that a case is not on the list any more."""
    return {"id": pseudonym.hex()}


def listed_refused(record: Mapping[str, Any], reference: Reference) -> str | None:
    """Return why a receiver does not take over a line of the list, or None."""
    codes = [(name, record[name]) for name in _CODES if name in record]
    codes += [("life_domain", domain) for domain in record.get("domains", ())]
    codes += [("residence_status", status) for _, status in record.get("persons", ()) if status != UNKNOWN]
    return None if all(code in reference[name] for name, code in codes) else "office.unknown_code"
