"""One family as the gate opens it for a body: its records as they travel, and the same person by person for people."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import case_records
from kimdesk.domain.capacity import eighteenth
from kimdesk.domain.changes import Revision
from kimdesk.domain.declare import Kind, Record, Registry, Type
from kimdesk.domain.disclosure import CaseRecords, Recipient, Released, Request, disclose
from kimdesk.domain.records import Person
from kimdesk.domain.values import Value
from kimdesk.domain.views.caseload import CaseRow
from kimdesk.domain.wire_named import Share, named_record

TRAVELS: Final = (
    "case",
    "person",
    "relation",
    "language_skill",
    "free_movement",
    "residence_title",
    "livelihood",
    "health_insurance",
    "employment",
    "schooling",
    "housing",
    "support_plan",
    "goal",
    "measure",
    "contact",
)
"""Kinds a body can be given of a family; everything else is the desk's own work."""
_STAYS: Final = frozenset(
    {
        ("case", "restricted"),
        ("case", "owner"),
        ("case", "epoch"),
        ("case", "retention_until"),
        ("person", "merged_into"),
        ("support_plan", "pdf"),
        ("goal", "carried_from"),
        ("measure", "carried_from"),
        ("measure", "contact"),
        ("contact", "discuss_only_with"),
    }
)
"""Fields that mean something in the vault they were written in, and nowhere else."""
_POINTING: Final = frozenset({Type.REF, Type.REFS, Type.PARENT})
_NOTHING: Final[tuple[object, ...]] = (None, "", frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredBy:
    """A consent that covers something: whose it is, since when and until when it holds."""

    consent: RecordId
    person: str
    given_on: dt.date | None
    valid_until: dt.date | None

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<CoveredBy>"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedValue:
    """One field that leaves: of which kind of record, its name, its value with names in place of links."""

    kind: str
    name: str
    value: Value

    def __repr__(self) -> str:
        """Show nothing of it."""
        return f"<SharedValue {self.kind}.{self.name}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPart:
    """What leaves of one person (`person`), or of the family as a whole (""), and the consents that cover it.

    `counts`: how many records of each kind.
    """

    person: str
    counts: Mapping[str, int]
    values: tuple[SharedValue, ...]
    consents: tuple[CoveredBy, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<SharedPart>"


@dataclass(frozen=True, slots=True)
class Leaving:
    """One record of which something leaves: links lead only to what leaves as well."""

    kind: Kind
    record: Record
    fields: tuple[Released, ...]


class OpenedCase:
    """One case as the gate opens it for one body and purpose today."""

    def __init__(self, desk: Desk, row: CaseRow, purpose: str, records: CaseRecords, leaving: tuple[Leaving, ...]):
        self.row = row
        self.purpose = purpose
        self.leaving = leaving
        self._desk = desk
        self._records = records

    def travelling(self) -> dict[str, dict[str, Any]]:
        """Return what leaves as a bundle carries it, by the records' ids in hex."""
        by_kind: dict[str, list[RecordId]] = defaultdict(list)
        for each in self.leaving:
            by_kind[each.kind.name].append(each.record.id)
        known: dict[RecordId, dict[str, Revision]] = {}
        for kind, records in by_kind.items():
            known |= self._desk.query.revisions_of(kind, records)
        return {each.record.id.hex(): self._travelling(each, known[each.record.id]) for each in self.leaving}

    def _travelling(self, each: Leaving, revisions: Mapping[str, Revision]) -> dict[str, Any]:
        ends = [self._end_of(consent) for field in each.fields for consent in field.consents]
        until = min((day for day in ends if day is not None), default=None)
        share = Share(case=self._records.case.id, purpose=self.purpose, until=until)
        revision = max(revisions[field.field] for field in each.fields)
        return named_record(each.kind, each.record, each.fields, share=share, revision=revision)

    def _end_of(self, consent: RecordId) -> dt.date | None:
        """Return the last day a consent holds; a guardian's ends the day before somebody comes of age."""
        for each in self._records.consents():
            if each.id == consent:
                person = next(one for one in self._records.persons() if one.id == each.person)
                of_age = eighteenth(person) if each.guardian is not None else None
                ends = (each.valid_until, of_age - dt.timedelta(days=1) if of_age is not None else None)
                return min((day for day in ends if day is not None), default=None)
        return None

    def parts(self) -> tuple[SharedPart, ...]:
        """Return what leaves person by person, then of the family as a whole."""
        groups: dict[RecordId | None, list[Leaving]] = {None: []}
        for each in self.leaving:
            groups.setdefault(_whose(each), []).append(each)
        names = {each.id: full_name(each) for each in self._records.persons()}
        family = groups.pop(None)
        found = [self._part(names.get(person, "") if person else "", of) for person, of in groups.items()]
        return (*found, self._part("", family)) if family else tuple(found)

    def _part(self, person: str, leaving: list[Leaving]) -> SharedPart:
        names = {each.id: full_name(each) for each in self._records.persons()}
        used = {consent for each in leaving for field in each.fields for consent in field.consents}
        consents = tuple(
            CoveredBy(
                consent=each.id,
                person=names.get(each.person, ""),
                given_on=each.given_on,
                valid_until=each.valid_until,
            )
            for each in self._records.consents()
            if each.id in used
        )
        counts = Counter(each.kind.name for each in leaving)
        return SharedPart(person=person, counts=counts, values=tuple(_values(leaving, names)), consents=consents)


def open_case(desk: Desk, case: RecordId, body: str, purpose: str, reported: Collection[str] = ()) -> OpenedCase | None:
    """Ask the gate what of a case may leave for a body; None for a case that is gone.

    `reported` are consents (hex) the body was told are withdrawn: they cover nothing any more, whatever stands here.
    """
    row = desk.query.case_row(case)
    if row is None:
        return None
    registry = desk.services.registry
    asked = {*TRAVELS, "consent", *(kind.name for kind in registry if kind.discuss_only)}  # closed talks close more
    found = case_records(desk, case, asked)
    standing = tuple(each for each in found.consents() if each.id.hex() not in reported)
    records = CaseRecords(case=found.case, records={**found.records, "consent": standing})
    recipient = Recipient(kind="body", name=body)
    request = Request(recipient=recipient, purpose=purpose, exit="bundle", day=desk.today)
    released = disclose(request, records, registry).released
    return OpenedCase(desk, row, purpose, records, _leaving(records, released, registry))


def full_name(person: Person) -> str:
    """Return a person's name as people say it."""
    return " ".join(part for part in (person.given_name, person.family_name) if part)


def _leaving(records: CaseRecords, released: tuple[Released, ...], registry: Registry) -> tuple[Leaving, ...]:
    by_record: dict[RecordId, list[Released]] = defaultdict(list)
    for each in released:
        if (each.kind, each.field) not in _STAYS:
            by_record[each.record].append(each)
    merged = {each.id for each in records.persons() if each.merged_into is not None}
    shown = frozenset(by_record.keys() - merged)
    made = (
        _pointed(registry[name], record, by_record[record.id], shown)
        for name in TRAVELS
        for record in records.records.get(name, ())
        if record.id in shown
    )
    return tuple(each for each in made if each.fields and _understood(each))


def _pointed(kind: Kind, record: Record, released: list[Released], shown: frozenset[RecordId]) -> Leaving:
    """Cut links to what stays, which would tell that it is there, and leave out what holds nothing."""
    kept: dict[str, Any] = {}
    for spec in kind.fields:
        if spec.type in _POINTING:
            value = getattr(record, spec.name)
            many = isinstance(value, frozenset)
            targets = frozenset(value if many else {value}) & shown
            kept[spec.name] = targets if many else next(iter(targets), None)
    cut = dataclasses.replace(record, **kept)
    return Leaving(kind, cut, tuple(each for each in released if getattr(cut, each.field) not in _NOTHING))


def _understood(leaving: Leaving) -> bool:
    """Tell whether a record still says something without what was cut."""
    needed = [spec for spec in leaving.kind.fields if spec.required and spec.type is not Type.PARENT]
    above = leaving.kind.parent
    hangs = above is None or above.target == "case" or getattr(leaving.record, above.name) is not None
    own = [each for each in leaving.fields if leaving.kind.field(each.field).type is not Type.PARENT]
    return hangs and bool(own) and all(getattr(leaving.record, spec.name) not in _NOTHING for spec in needed)


def _whose(leaving: Leaving) -> RecordId | None:
    """Return the person a record is about, None for the family as a whole."""
    above = leaving.kind.parent
    if isinstance(leaving.record, Person):
        return leaving.record.id
    return getattr(leaving.record, above.name) if above is not None and above.target == "person" else None


def _values(leaving: list[Leaving], names: Mapping[RecordId, str]) -> Iterator[SharedValue]:
    for each in leaving:
        for field in each.fields:
            if each.kind.field(field.field).type is Type.PARENT:
                continue
            value = _with_names(getattr(each.record, field.field), names)
            if value not in _NOTHING:
                yield SharedValue(kind=each.kind.name, name=field.field, value=value)


def _with_names(value: Value, names: Mapping[RecordId, str]) -> Value:
    """Return names in place of links to persons; other links say nothing to people."""
    if isinstance(value, frozenset):
        return frozenset(names.get(RecordId(each), "") if isinstance(each, bytes) else each for each in value) - {""}
    return names.get(RecordId(value)) if isinstance(value, bytes) else value
