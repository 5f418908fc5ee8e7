"""Case files: whole cases as JSON, keys are the records' own field names, children stand under their kind's plural.

`{"cases": [{"case_number": …, "persons": [{"id": "elena", "given_name": …}], "contacts": [{"present": ["elena"]}]}]}`.
An id is 32 hex digits or any word of the file's own; what nobody refers to needs none.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.base.ids import RecordId, from_hex, new_id
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import case_records
from kimdesk.domain.changes import Change, Create, Set
from kimdesk.domain.declare import FieldSpec, Kind, Record, Registry, Sensitivity, Type
from kimdesk.domain.disclosure import OWN_RECORD, Disclosure, Request, disclose
from kimdesk.domain.values import Value, check, from_json, to_json

MOST_BYTES = 512 << 20
COUNTED = ("position", "version")
LOCAL = frozenset({("case", "owner"), ("case", "epoch"), ("support_plan", "pdf"), ("attachment", "blob")})
"""What belongs to the vault a record lives in: never taken from a file, never compared."""
_POINTING = frozenset({Type.REF, Type.REFS, Type.PARENT})
_ROUNDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record of a file, checked: its kind, its id and every field."""

    kind: Kind
    id: RecordId
    values: Mapping[str, Value]

    def __repr__(self) -> str:
        """Never show what a record says."""
        return f"<Entry {self.kind.name}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledCase:
    """One case of a file, checked; parents stand before their children."""

    case_number: str = field(repr=False)
    entries: tuple[Entry, ...]

    @property
    def root(self) -> RecordId:
        """The case's own id."""
        return self.entries[0].id


def cases_in(raw: bytes) -> list[object]:
    """Return the cases of a file as they stand there; raises Untrusted(casefile.unreadable)."""
    data = _parsed(raw)
    cases = data.get("cases")
    if set(data) != {"cases"} or not isinstance(cases, list):
        raise Untrusted("casefile.unreadable")
    return cases


def read_case(desk: Desk, data: object) -> FiledCase:
    """Check one case of a file; raises Untrusted(casefile.unreadable), UserProblem(casefile.protected, field.*)."""
    return _Reading(desk).case(data)


def import_case(desk: Desk, case: FiledCase) -> None:
    """Write one case in one transaction; the same case again changes nothing.

    Raises UserProblem(case.differs) where the vault holds another content under this number.
    """
    known = desk.query.case_by_number(case.case_number)
    if known is not None:
        if _content(_stored(desk, known.id)) != _content(case.entries):
            raise UserProblem("case.differs")
        return
    desk.apply(*_changes(desk, case), undoable=False)


def shown(desk: Desk, case_number: str) -> dict[str, Any]:
    """Return a case as the own screen may show it: everything but child protection. Raises case.not_found."""
    request = Request(recipient=OWN_RECORD, purpose="own_record", exit="screen", day=desk.today)
    return released(desk, case_number, request)[0]


def released(desk: Desk, case_number: str, request: Request) -> tuple[dict[str, Any], Disclosure]:
    """Return what the gate lets out of a case, and its answer; raises UserProblem(case.not_found)."""
    row = desk.query.case_by_number(case_number)
    if row is None:
        raise UserProblem("case.not_found")
    records = case_records(desk, row.id)
    gate = disclose(request, records, desk.services.registry)
    return _Telling(desk.services.registry, records.records, gate).record(records.case), gate


# reading ------------------------------------------------------------------


def _parsed(raw: bytes) -> dict[str, Any]:
    if len(raw) > MOST_BYTES:
        raise Untrusted("casefile.unreadable")
    try:
        data = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise Untrusted("casefile.unreadable") from error
    if not isinstance(data, dict):
        raise Untrusted("casefile.unreadable")
    return data


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refused(word: str) -> None:
    raise ValueError(word)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One record as it stands in the file, with the id it gets."""

    kind: Kind
    id: RecordId
    data: dict[str, Any]
    parent: RecordId | None
    place: int


class _Reading:
    """Reads one case: ids first, so that records may refer to each other in any order."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._registry = desk.services.registry
        self._plurals = {kind.plural: kind for kind in self._registry if kind.parent is not None}
        self._ids: dict[str, RecordId] = {}

    def case(self, data: object) -> FiledCase:
        """Return the case; raises as `read_case`."""
        found = sorted(self._walk(self._registry["case"], data, None, 1), key=self._order)
        entries = tuple(Entry(kind=each.kind, id=each.id, values=self._values(each)) for each in found)
        return FiledCase(case_number=str(entries[0].values["case_number"]), entries=entries)

    def _order(self, found: _Found) -> int:
        return [kind.name for kind in self._registry].index(found.kind.name)

    def _walk(self, kind: Kind, data: object, parent: RecordId | None, place: int) -> Iterator[_Found]:
        if not isinstance(data, dict):
            raise Untrusted("casefile.unreadable")
        own = _Found(kind=kind, id=self._name(data.get("id")), data=data, parent=parent, place=place)
        yield own
        for key in data.keys() & self._plurals.keys():
            child = self._plurals[key]
            assert child.parent is not None
            above = own.id if child.parent.target == kind.name else None
            if not isinstance(data[key], list):
                raise Untrusted("casefile.unreadable")
            for number, each in enumerate(data[key], start=1):
                yield from self._walk(child, each, above, number)

    def _name(self, name: object) -> RecordId:
        if name is None:
            return new_id(self._desk.clock)
        if not isinstance(name, str) or name in self._ids:
            raise Untrusted("casefile.unreadable")
        self._ids[name] = _as_id(name) or new_id(self._desk.clock)
        return self._ids[name]

    def _values(self, found: _Found) -> dict[str, Value]:
        known = {spec.name for spec in found.kind.fields} | {"id"} | self._plurals.keys()
        if unknown := found.data.keys() - known:
            raise UserProblem("field.unknown", kind=f"{found.kind.name}.{min(unknown)[:40]}")
        values = {spec.name: check(spec, self._value(found, spec)) for spec in found.kind.fields}
        if found.kind.one_of and not any(values[name] for name in found.kind.one_of):
            names = " / ".join(found.kind.field(name).de for name in found.kind.one_of)
            raise UserProblem("field.one_of", fields=names)
        return values

    def _value(self, found: _Found, spec: FieldSpec) -> Value:
        given = found.data.get(spec.name)
        if (found.kind.name, spec.name) in LOCAL:
            return None
        if spec.sensitivity is Sensitivity.PROTECTED and given is not None:
            raise UserProblem("casefile.protected")
        if spec.type is Type.PARENT:
            return self._parent(found, spec, given)
        if spec.name in COUNTED and given is None:
            return found.place
        value = from_json(spec, self._resolved(spec, given) if spec.type in _POINTING else given)
        return self._coded(spec, value)

    def _parent(self, found: _Found, spec: FieldSpec, given: object) -> Value:
        named = self._ids.get(given) if isinstance(given, str) else None
        above = found.parent or named
        if above is None or (given is not None and named != above and _as_id(given) != above):
            raise UserProblem("field.invalid", field=f"{found.kind.de}: {spec.de}")
        return above

    def _resolved(self, spec: FieldSpec, given: object) -> object:
        if isinstance(given, list):
            return [self._resolved(spec, each) for each in given]
        return self._ids[given].hex() if isinstance(given, str) and given in self._ids else given

    def _coded(self, spec: FieldSpec, value: Value) -> Value:
        codes = value if isinstance(value, frozenset) else {value}
        if spec.codes and any(code is not None and code not in self._desk.reference[spec.codes] for code in codes):
            raise UserProblem("field.invalid", field=spec.de)
        return value


def _as_id(name: object) -> RecordId | None:
    try:
        return from_hex(name) if isinstance(name, str) else None
    except ValueError:
        return None


# writing ------------------------------------------------------------------


def _changes(desk: Desk, case: FiledCase) -> Iterator[Change]:
    """Create parents before children; what freezes a plan is set when its goals are there."""
    for entry in case.entries:
        values = {name: value for name, value in entry.values.items() if name != entry.kind.freezes}
        if entry.kind.name == "case":
            values |= {"owner": desk.store.device.hex(), "epoch": 1}
        yield Create(entry.kind.name, entry.id, values)
    for entry in case.entries:
        if entry.kind.freezes and entry.values[entry.kind.freezes] is not None:
            yield Set(entry.kind.name, entry.id, entry.kind.freezes, entry.values[entry.kind.freezes])


# comparing ----------------------------------------------------------------


def _stored(desk: Desk, case: RecordId) -> Iterator[Entry]:
    registry = desk.services.registry
    for name, records in case_records(desk, case).records.items():
        kind = registry[name]
        for record in records:
            values = {spec.name: getattr(record, spec.name) for spec in kind.fields}
            yield Entry(kind=kind, id=record.id, values=values)


def _content(entries: Iterable[Entry]) -> Counter[str]:
    """Return what records say whatever their ids are: each reference is replaced by what it refers to."""
    entries = list(entries)
    marks = {entry.id: entry.kind.name for entry in entries}
    for _ in range(_ROUNDS):
        marks = {entry.id: _mark(entry, marks) for entry in entries}
    return Counter(marks.values())


def _mark(entry: Entry, marks: Mapping[RecordId, str]) -> str:
    told = [entry.kind.name]
    for spec in entry.kind.fields:
        value = entry.values[spec.name]
        compared = spec.sensitivity is not Sensitivity.PROTECTED and (entry.kind.name, spec.name) not in LOCAL
        if value and compared:
            told += [spec.name, json.dumps(_without_ids(value, marks))]
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def _without_ids(value: Value, marks: Mapping[RecordId, str]) -> Any:
    if isinstance(value, bytes):
        return marks.get(RecordId(value), value.hex())
    if isinstance(value, frozenset):
        return sorted(str(_without_ids(each, marks)) for each in value)
    return to_json(value)


# telling ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Telling:
    """Writes records as JSON, field by field as the gate allows."""

    registry: Registry
    records: Mapping[str, Iterable[Record]]
    gate: Disclosure

    def record(self, record: Record) -> dict[str, Any]:
        kind = self.registry.of(type(record))
        told: dict[str, Any] = {"id": record.id.hex()}
        for spec in kind.fields:
            if self.gate.allows(record.id, spec.name):
                told[spec.name] = to_json(getattr(record, spec.name))
        for child in self.registry.children(kind.name):
            assert child.parent is not None
            mine = [each for each in self.records.get(child.name, ()) if getattr(each, child.parent.name) == record.id]
            told[child.plural] = [self.record(each) for each in mine if self.gate.shows(each.id)]
        return told
