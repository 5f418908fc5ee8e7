"""A whole case as it travels to the next case lead, and how it becomes records of her vault: new ids, nothing lost.

Only what the gate released is packed. References to what does not go along are left out; bodies and interpreters of the
directory go along, so that a name is not lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.domain.changes import Change, Create, Set
from kimdesk.domain.declare import FieldSpec, Kind, Record, Registry, Type
from kimdesk.domain.disclosure import CaseRecords, Disclosure
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value, from_json, to_json

POINTING: Final = frozenset({Type.REF, Type.REFS})
STAYS: Final = frozenset(
    {
        ("case", "owner"),
        ("case", "epoch"),
        ("case", "merged_into"),
        ("case", "split_from"),
        ("case", "handed_to"),
        ("case", "handed_on"),
        ("person", "merged_into"),
    }
)
"""What belongs to the vault a case lives in."""
DIRECTORY: Final = frozenset({"partner", "interpreter"})
MOST_RECORDS: Final = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One record of a hand-over, read and checked: its kind, its id at the giver's desk, what it says."""

    kind: Kind
    id: RecordId
    values: Mapping[str, Value]

    def __repr__(self) -> str:
        """Never show what a record says."""
        return f"<Parcel {self.kind.name}>"

    def text(self, name: str) -> str:
        """Return a text it says, or an empty one."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""


def packed(records: CaseRecords, gates: Sequence[Disclosure], registry: Registry) -> list[dict[str, Any]]:
    """Return what one of the gates released, record by record, parents before their children."""
    return [
        _row(kind, record, gates)
        for kind in registry
        for record in records.records.get(kind.name, ())
        if any(gate.shows(record.id) for gate in gates)
    ]


def beside(kind: Kind, record: Record) -> dict[str, Any]:
    """Return an entry of the directory that a case refers to."""
    told = {spec.name: to_json(getattr(record, spec.name)) for spec in kind.fields if spec.type not in POINTING}
    return {"kind": kind.name, "id": record.id.hex(), "fields": _said(told)}


def _row(kind: Kind, record: Record, gates: Sequence[Disclosure]) -> dict[str, Any]:
    told = {
        spec.name: to_json(getattr(record, spec.name))
        for spec in kind.fields
        if (kind.name, spec.name) not in STAYS
        and (spec.type is Type.PARENT or any(gate.allows(record.id, spec.name) for gate in gates))
    }
    return {"kind": kind.name, "id": record.id.hex(), "fields": _said(told)}


def _said(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in (None, "", [])}


# reading --------------------------------------------------------------------


def unpacked(rows: object, registry: Registry, reference: Reference) -> tuple[Parcel, ...]:
    """Return the records of one case, checked against the declarations; raises Untrusted(handover.unreadable)."""
    found = _parcels(rows, registry, reference)
    cases = [each for each in found if each.kind.name == "case"]
    if len(cases) != 1 or any(registry.top(each.kind).name != "case" for each in found):
        raise Untrusted("handover.unreadable")
    return found


def directory_of(rows: object, registry: Registry, reference: Reference) -> tuple[Parcel, ...]:
    """Return the entries of the directory that came along; raises Untrusted(handover.unreadable)."""
    found = _parcels(rows, registry, reference)
    if any(registry.top(each.kind).name not in DIRECTORY for each in found):
        raise Untrusted("handover.unreadable")
    return found


def _parcels(rows: object, registry: Registry, reference: Reference) -> tuple[Parcel, ...]:
    if not isinstance(rows, list) or len(rows) > MOST_RECORDS:
        raise Untrusted("handover.unreadable")
    try:
        found = tuple(_parcel(row, registry, reference) for row in rows)
    except (KeyError, ValueError, TypeError, AttributeError, UserProblem) as refused:
        raise Untrusted("handover.unreadable") from refused
    if len({each.id for each in found}) != len(found):
        raise Untrusted("handover.unreadable")
    return found


def _parcel(row: Mapping[str, Any], registry: Registry, reference: Reference) -> Parcel:
    kind, told = registry[row["kind"]], row["fields"]
    if STAYS & {(kind.name, name) for name in told}:
        raise ValueError("belongs to another vault")
    values = {name: from_json(kind.field(name), value) for name, value in told.items()}
    for name, value in values.items():
        codes = kind.field(name).codes
        if codes and any(each not in reference[codes] for each in _each(value)):
            raise ValueError("unknown code")
    return Parcel(kind=kind, id=from_hex(row["id"]), values=values)


def _each(value: Value) -> Iterable[Any]:
    return value if isinstance(value, frozenset) else () if value is None else (value,)


# becoming records -------------------------------------------------------------


def changes_of(
    parcels: Sequence[Parcel],
    registry: Registry,
    ids: Mapping[RecordId, RecordId],
    replaced: Callable[[Parcel], Parcel],
) -> Iterator[Change]:
    """Yield the changes that make records of a hand-over, under new ids: what freezes something is set last.

    `ids` leads from the giver's ids to those of this vault; what stands in it but is no parcel exists already.
    """
    order = {kind.name: place for place, kind in enumerate(registry)}
    sorted_ = sorted((replaced(each) for each in parcels), key=lambda each: order[each.kind.name])
    made: set[RecordId] = set(ids) - {each.id for each in parcels}
    later: list[Change] = []
    for each in sorted_:
        now: dict[str, Value] = {}
        for name, value in each.values.items():
            spec = each.kind.field(name)
            mine = _moved(spec, value, ids)
            waits = name == each.kind.freezes or (spec.type in POINTING and not set(_each(value)) & set(ids) <= made)
            if waits and not spec.required:
                later.append(Set(each.kind.name, ids[each.id], name, mine))
            else:
                now[name] = mine
        if any(each.kind.field(name).required and value is None for name, value in now.items()):
            continue  # it told of somebody who does not go along
        yield Create(each.kind.name, ids[each.id], now)
        made.add(each.id)
    yield from sorted(later, key=lambda change: _last(registry, order, change))


def _last(registry: Registry, order: Mapping[str, int], change: Change) -> tuple[bool, int]:
    """Sort references first, then what freezes, children before what they belong to."""
    freezes = isinstance(change, Set) and change.field == registry[change.kind].freezes
    return freezes, -order[change.kind]


def _moved(spec: FieldSpec, value: Value, ids: Mapping[RecordId, RecordId]) -> Value:
    """Return a value with its references under their new ids; those that lead nowhere are left out."""
    if spec.type is Type.REFS and isinstance(value, frozenset):
        return frozenset(ids[RecordId(each)] for each in value if isinstance(each, bytes) and each in ids)
    if spec.type in {Type.REF, Type.PARENT} and isinstance(value, bytes):
        return ids.get(RecordId(value))
    return value
