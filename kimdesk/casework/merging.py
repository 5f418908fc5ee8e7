"""Two entries for one person, two cases for one family: put together as one change, undone as one.

What wins stands in the record that stays; what loses stays in the history of the one that goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import TypeVar

from kimdesk.base.errors import Lang, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import case_records
from kimdesk.domain.changes import Add, Change, Changes, Delete, Remove, Set
from kimdesk.domain.declare import FieldSpec, Kind, Record, Type
from kimdesk.domain.disclosure import CaseRecords
from kimdesk.domain.records import Case, Person
from kimdesk.domain.splitting import POINTING, pointed_at
from kimdesk.domain.values import show

R = TypeVar("R", bound=Record)

__all__ = ["Differing", "differing", "merge_cases", "merge_persons"]

_OWN = frozenset({"case_number", "owner", "epoch", "phase", "closed_on", "closing_reason", "retention_until"})
"""What a case says of itself alone; the one that stays keeps its own."""


@dataclass(frozen=True, slots=True)
class Differing:
    """One field in which two entries contradict each other."""

    field: str
    stays: str = dataclass_field(repr=False)
    goes: str = dataclass_field(repr=False)


def merge_persons(desk: Desk, keep: RecordId, drop: RecordId) -> Changes:
    """Put two entries of one case together: `keep` takes over what it lacks, everything points at it from now on.

    What is typed is settled first. Raises UserProblem(record.missing, merge.same, merge.other_case).
    """
    editing.settle_all(desk)
    kept, dropped = _found(desk, Person, keep), _found(desk, Person, drop)
    if keep == drop:
        raise UserProblem("merge.same")
    if kept.case != dropped.case:
        raise UserProblem("merge.other_case")
    return desk.apply(*_persons(desk, case_records(desk, kept.case), kept, dropped))


def differing(desk: Desk, keep: RecordId, drop: RecordId, lang: Lang = "de") -> tuple[Differing, ...]:
    """Return where two entries contradict each other: what stays, and what goes into the history."""
    kind = desk.services.registry["person"]
    kept, dropped = _found(desk, Person, keep), _found(desk, Person, drop)
    found = []
    for spec in kind.form_fields():
        mine, other = getattr(kept, spec.name), getattr(dropped, spec.name)
        if mine and other and mine != other and not spec.many and spec.type is not Type.NOTE:
            shown = (show(spec, value, desk.reference, lang) for value in (mine, other))
            found.append(Differing(spec.label(lang), *shown))
    return tuple(found)


def merge_cases(desk: Desk, keep: RecordId, drop: RecordId) -> Changes:
    """Put two cases together: everything of `drop` belongs to `keep` from now on, persons are not merged by it.

    What is typed is settled first. Raises UserProblem(record.missing, merge.same, merge.restricted).
    """
    editing.settle_all(desk)
    kept, dropped = _found(desk, Case, keep), _found(desk, Case, drop)
    if keep == drop:
        raise UserProblem("merge.same")
    if "yes" in {kept.restricted, dropped.restricted}:
        raise UserProblem("merge.restricted")
    return desk.apply(*_cases(desk, kept, dropped))


def _found(desk: Desk, cls: type[R], record: RecordId) -> R:
    found = desk.query.get(cls, record)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry.of(cls).de)
    return found


def _persons(desk: Desk, records: CaseRecords, keep: Person, drop: Person) -> Iterator[Change]:
    registry = desk.services.registry
    yield Set("person", drop.id, "merged_into", keep.id)
    yield from _taken_over(registry["person"], keep, drop)
    for kind in registry:
        for record in records.records.get(kind.name, ()):
            if kind.parent is not None and getattr(record, kind.parent.name) == drop.id:
                yield Set(kind.name, record.id, kind.parent.name, keep.id)
            yield from _pointing_at(kind, record, keep.id, drop.id)
    yield Delete("person", drop.id)


def _cases(desk: Desk, keep: Case, drop: Case) -> Iterator[Change]:
    registry = desk.services.registry
    yield from _taken_over(registry["case"], keep, drop)
    records = case_records(desk, drop.id)
    for kind in registry:
        if kind.parent is not None and kind.parent.target == "case":
            for record in records.records.get(kind.name, ()):
                yield Set(kind.name, record.id, kind.parent.name, keep.id)
    yield Set("case", drop.id, "merged_into", keep.id)
    yield Delete("case", drop.id)


def _taken_over(kind: Kind, keep: Record, drop: Record) -> Iterator[Change]:
    """Fill in what the one that stays lacks; sets are joined, texts that differ stand one below the other."""
    for spec in kind.fields:
        mine, other = getattr(keep, spec.name), getattr(drop, spec.name)
        if spec.name in {"merged_into", "split_from", *_OWN} or spec.type is Type.PARENT or not other:
            continue
        if spec.many:
            yield from (Add(kind.name, keep.id, spec.name, each) for each in sorted(other - mine))
        elif not mine:
            yield Set(kind.name, keep.id, spec.name, other)
        elif spec.type is Type.NOTE and other not in mine:
            yield Set(kind.name, keep.id, spec.name, _joined(spec, mine, other))


def _joined(spec: FieldSpec, mine: str, other: str) -> str:
    both = f"{mine}\n\n{other}"
    return both if not spec.max_length or len(both) <= spec.max_length else mine


def _pointing_at(kind: Kind, record: Record, keep: RecordId, drop: RecordId) -> Iterator[Change]:
    """Let what points at the one that goes point at the one that stays; nobody is related to themselves."""
    fields = [
        spec
        for spec in kind.fields
        if spec.type in POINTING and spec.name != "merged_into" and drop in pointed_at(record, spec)
    ]
    if kind.name == "relation" and {getattr(record, "person", None), getattr(record, "other", None)} == {keep, drop}:
        yield Delete(kind.name, record.id)
        return
    for spec in fields:
        if spec.many:
            yield Add(kind.name, record.id, spec.name, keep)
            yield Remove(kind.name, record.id, spec.name, drop)
        else:
            yield Set(kind.name, record.id, spec.name, keep)
