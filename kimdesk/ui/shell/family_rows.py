"""What a family's screens share: rows read from records, without a word and without Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Kind, Record
from kimdesk.domain.records import Contact, Measure, Person
from kimdesk.domain.values import Value, age_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """Full years on a day; `about` where the date of birth is estimated or incomplete."""

    years: int
    about: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something to be done: what, by whom, until when or agreed on which day."""

    key: str
    text: str
    who: tuple[str, ...] = ()
    who_name: str = ""
    until: dt.date | None = None
    since: dt.date | None = None
    state: str = "open"

    @property
    def done(self) -> bool:
        """Tell whether it is done."""
        return self.state == "done"


def age_of(person: Person, today: dt.date) -> Age | None:
    """Return a person's age, None where no date of birth is recorded or it lies ahead."""
    if not person.birth_date:
        return None
    years = age_on(person.birth_date, today)
    return Age(years=years, about=len(person.birth_date) < 10 or "~" in person.birth_date) if years >= 0 else None


def full_name(person: Person) -> str:
    """Return given and family name; one of them is always there."""
    return " ".join(part for part in (person.given_name, person.family_name) if part)


def call_name(person: Person, persons: Sequence[Person]) -> str:
    """Return the shortest name that tells a person from the others of the family."""
    given = person.given_name or ""
    alone = sum(1 for each in persons if each.given_name == given) == 1
    return given if given and alone else full_name(person)


def native_name(person: Person, name: str) -> str:
    """Return the name in the person's own script, as long as `name` is."""
    given, family = person.given_name_native or "", person.family_name_native or ""
    whole = name != (person.given_name or "")
    return " ".join(part for part in (given, family if whole else "") if part)


def promise_of(measure: Measure, contacts: Mapping[RecordId, Contact]) -> Promise:
    """Return a measure as a promise; one without a date says when it was agreed."""
    agreed = contacts.get(measure.contact) if measure.contact else None
    return Promise(
        key=measure.id.hex(),
        text=measure.text or "",
        who=tuple(sorted(measure.who)),
        who_name=measure.who_name or "",
        until=measure.until,
        since=agreed.date if agreed else None,
        state=measure.state or "open",
    )


def values_of(kind: Kind, record: Record | None) -> dict[str, Value]:
    """Return a record's values by field, nothing for a record that does not exist yet."""
    return {spec.name: getattr(record, spec.name) for spec in kind.fields} if record is not None else {}
