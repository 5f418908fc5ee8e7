"""The contents of a deputy package: gathered through the gate, written as JSON, read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from kimdesk.base.errors import Untrusted
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import case_records, open_promises
from kimdesk.domain.disclosure import CaseRecords, Disclosure, Recipient, Request, disclose
from kimdesk.domain.records import Appointment, Case, Contact, Measure, Person
from kimdesk.domain.views.deputies import Package, PackageDate, PackageFamily, PackagePerson

PURPOSE: Final = "support"
SCOPE: Final = "deputy"
"""What consents for a deputy say: this scope, for supporting the family."""


def families(desk: Desk, recipient: str) -> Iterator[PackageFamily]:
    """Yield the active cases of families who agreed, with only what their consents for this recipient cover."""
    request = Request(recipient=Recipient(kind="body", name=recipient), purpose=PURPOSE, exit="file", day=desk.today)
    for case in desk.query.every(Case):
        if case.closed_on is not None:
            continue
        records = _for_deputies(case_records(desk, case.id))
        gate = disclose(request, records, desk.services.registry)
        family = _family(desk, records, gate)
        if family.persons:
            yield family


def _for_deputies(records: CaseRecords) -> CaseRecords:
    """Return the same case with those consents alone that allow a deputy: no other one opens anything here."""
    consents = tuple(consent for consent in records.consents() if consent.scope == SCOPE)
    return CaseRecords(case=records.case, records={**records.records, "consent": consents})


def _family(desk: Desk, records: CaseRecords, gate: Disclosure) -> PackageFamily:
    def of(kind: str) -> Any:
        return records.records.get(kind, ())

    met = [_met(each, gate) for each in of("contact")]
    planned = [_appointment(each, gate) for each in of("appointment") if each.date >= desk.today]
    promised = [_promise(each, gate) for each in open_promises(tuple(of("measure")))]
    return PackageFamily(
        case_number=records.case.case_number if gate.allows(records.case.id, "case_number") else "",
        persons=tuple(found for each in records.persons() if (found := _person(desk, each, gate)) is not None),
        appointments=_by_day([each for each in (*met, *planned) if each is not None and _is_ahead(each, desk.today)]),
        promises=_by_day([each for each in promised if each is not None]),
    )


def _person(desk: Desk, person: Person, gate: Disclosure) -> PackagePerson | None:
    def told(name: str) -> Any:
        return getattr(person, name) if gate.allows(person.id, name) else None

    names = [told("given_name"), told("family_name")]
    if not any(names):
        return None
    label = desk.reference.label
    return PackagePerson(
        name=" ".join(part for part in names if part),
        role=label("family_role", told("role")),
        phone=told("phone") or "",
        languages=tuple(sorted(label("language", code) for code in told("languages") or ())),
        interpreter_needed=label("yes_no", told("interpreter_needed")),
    )


def _met(contact: Contact, gate: Disclosure) -> PackageDate | None:
    if contact.next_appointment is None or not gate.allows(contact.id, "next_appointment"):
        return None
    return PackageDate(text="", day=contact.next_appointment)


def _appointment(each: Appointment, gate: Disclosure) -> PackageDate | None:
    if not gate.allows(each.id, "title") or not gate.allows(each.id, "date"):
        return None
    detail = [getattr(each, name) for name in ("time", "place") if gate.allows(each.id, name)]
    return PackageDate(text=each.title, day=each.date, detail=", ".join(part for part in detail if part))


def _promise(measure: Measure, gate: Disclosure) -> PackageDate | None:
    if not measure.text or not gate.allows(measure.id, "text"):
        return None
    who = measure.who_name if gate.allows(measure.id, "who_name") else None
    return PackageDate(text=measure.text, day=measure.until, detail=who or "")


def _is_ahead(each: PackageDate, day: dt.date) -> bool:
    return each.day is not None and each.day >= day


def _by_day(dates: list[PackageDate]) -> tuple[PackageDate, ...]:
    return tuple(sorted(dates, key=lambda each: (each.day or dt.date.max, each.text)))


# as it travels ----------------------------------------------------------------------------


def family_json(family: PackageFamily) -> dict[str, Any]:
    """Return a family as the package carries it."""
    return {
        "appointments": [_date_json(each) for each in family.appointments],
        "case_number": family.case_number,
        "persons": [
            {
                "interpreter_needed": each.interpreter_needed,
                "languages": list(each.languages),
                "name": each.name,
                "phone": each.phone,
                "role": each.role,
            }
            for each in family.persons
        ],
        "promises": [_date_json(each) for each in family.promises],
    }


def _date_json(each: PackageDate) -> dict[str, Any]:
    return {"day": each.day.isoformat() if each.day else None, "detail": each.detail, "text": each.text}


def package_of(body: Mapping[str, Any]) -> Package:
    """Return a package as it was carried; raises Untrusted `bundle.damaged`."""
    try:
        return Package(
            owner=str(body["owner"]),
            label=str(body["label"]),
            made_ms=int(body["made"]),
            until=dt.date.fromisoformat(body["until"]),
            families=tuple(_family_of(each) for each in body["families"]),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as refused:
        raise Untrusted("bundle.damaged") from refused


def _family_of(data: Mapping[str, Any]) -> PackageFamily:
    return PackageFamily(
        case_number=str(data["case_number"]),
        persons=tuple(
            PackagePerson(**{**each, "languages": tuple(map(str, each["languages"]))}) for each in data["persons"]
        ),
        appointments=tuple(_date_of(each) for each in data["appointments"]),
        promises=tuple(_date_of(each) for each in data["promises"]),
    )


def _date_of(data: Mapping[str, Any]) -> PackageDate:
    day = data["day"]
    return PackageDate(
        text=str(data["text"]), day=dt.date.fromisoformat(day) if day else None, detail=str(data["detail"])
    )
