"""„Haushalt trennen“: one case becomes two, as one change, undone as one; neither half knows of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import editing, families
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import case_records
from kimdesk.domain.changes import Add, Change, Changes, Create, Delete, Remove, Set
from kimdesk.domain.declare import FieldSpec, Kind, Record
from kimdesk.domain.disclosure import CaseRecords
from kimdesk.domain.records import Goal, Measure, SupportPlan
from kimdesk.domain.splitting import POINTING, Fate, Fates, pointed_at
from kimdesk.domain.values import Value

__all__ = ["Half", "Split", "split"]

Half = Mapping[RecordId, Fate]
"""What happens to each person of the household: stays, goes, or both halves look after them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The new half and what was written."""

    case: RecordId
    changes: Changes


def split(desk: Desk, case: RecordId, halves: Half) -> Split:
    """Let the persons who leave be a case of their own, under a number of its own.

    What is typed is settled first. Raises UserProblem(split.nobody_leaves, split.nobody_stays, record.missing).
    """
    editing.settle_all(desk)
    records = case_records(desk, case)
    people = frozenset(each.id for each in records.persons())
    leaving = frozenset(each for each in people if halves.get(each) == "goes")
    both = frozenset(each for each in people if halves.get(each) == "both")
    if not leaving:
        raise UserProblem("split.nobody_leaves")
    if not people - leaving - both:
        raise UserProblem("split.nobody_stays")
    made = new_id(desk.clock)
    fates = Fates(records.records, desk.services.registry, leaving=leaving, both=both)
    return Split(case=made, changes=desk.apply(*_Parting(desk, records, fates, made).changes()))


class _Parting:
    """Writes the changes: first what lets go of the other half, then the moves, then what is copied."""

    def __init__(self, desk: Desk, records: CaseRecords, fates: Fates, made: RecordId) -> None:
        self._desk, self._records, self._fates, self._made = desk, records, fates, made
        self._registry = desk.services.registry
        self._by_id = {record.id: (kind, record) for kind, record in self._every()}
        self._copies: dict[RecordId, RecordId] = {}
        for kind, record in self._every():
            if kind.name != "case" and fates.of(record.id) == "both":
                self._copies[record.id] = new_id(desk.clock)

    def _every(self) -> Iterator[tuple[Kind, Record]]:
        for kind in self._registry:
            for record in self._records.records.get(kind.name, ()):
                yield kind, record

    def changes(self) -> Iterator[Change]:
        """Yield everything that is to be written, in an order in which no reference ever crosses between the halves."""
        yield from self._new_case()
        for kind, record in self._every():
            yield from self._letting_go(kind, record)
        for kind, record in self._every():
            if kind.parent is not None and kind.parent.target == "case" and self._fates.of(record.id) == "goes":
                yield Set(kind.name, record.id, kind.parent.name, self._made)
        for kind, record in self._every():
            if record.id in self._copies:
                yield Create(kind.name, self._copies[record.id], self._copied(kind, record))
        for kind, record in self._every():
            yield from self._taking_copies(kind, record)
            yield from self._frozen_again(kind, record)

    def _frozen_again(self, kind: Kind, record: Record) -> Iterator[Change]:
        """A copy of what was completed is completed too."""
        if record.id in self._copies and kind.freezes and getattr(record, kind.freezes) is not None:
            yield Set(kind.name, self._copies[record.id], kind.freezes, getattr(record, kind.freezes))

    def _new_case(self) -> Iterator[Change]:
        old = self._records.case
        hidden = any(
            each.protected_address == "yes" for each in self._records.persons() if self._fates.of(each.id) != "stays"
        )
        values: dict[str, Value] = {
            "case_number": families.next_case_number(self._desk),
            "municipality": None if hidden else old.municipality,
            "first_contact": old.first_contact,
            "access_route": old.access_route,
            "phase": old.phase,
            "split_from": old.id,
            "owner": self._desk.store.device.hex(),
            "epoch": 1,
        }
        yield Create("case", self._made, values)

    # what lets go of the other half ------------------------------------------

    def _letting_go(self, kind: Kind, record: Record) -> Iterator[Change]:
        """Take out of a record what is on the other side; what cannot be without it is removed."""
        fate = self._fates.of(record.id)
        if fate == "goes" and isinstance(record, Measure):
            yield from self._out_of_the_signed_file(record)
        gone: Fate = "stays" if fate == "goes" else "goes"
        apart = {spec.name: away for spec in kind.fields if (away := self._pointed(spec, record, gone))}
        if not apart or self._is_frozen(kind, record):
            return
        if any(kind.field(name).required for name in apart):
            yield Delete(kind.name, record.id)
            return
        for name, away in apart.items():
            if kind.field(name).many:
                yield from (Remove(kind.name, record.id, name, each) for each in sorted(away))
            else:
                yield Set(kind.name, record.id, name, None)

    def _pointed(self, spec: FieldSpec, record: Record, fate: Fate) -> frozenset[RecordId]:
        """Return what a field points at that meets this fate."""
        if spec.type not in POINTING or spec.target == "case":
            return frozenset()
        return frozenset(
            each for each in pointed_at(record, spec) if each in self._by_id and self._fates.of(each) == fate
        )

    def _is_frozen(self, kind: Kind, record: Record) -> bool:
        if kind.freezes and getattr(record, kind.freezes) is not None:
            return True
        above = self._by_id.get(getattr(record, kind.frozen_by)) if kind.frozen_by else None
        return above is not None and self._is_frozen(*above)

    def _out_of_the_signed_file(self, measure: Measure) -> Iterator[Change]:
        """An agreement made alone leaves; the stored file of the plan it stands in is not given out any more."""
        _kind, goal = self._by_id.get(measure.goal, (None, None)) if measure.goal else (None, None)
        _kind, plan = self._by_id.get(goal.plan, (None, None)) if isinstance(goal, Goal) else (None, None)
        if isinstance(plan, SupportPlan) and plan.pdf and self._fates.of(plan.id) == "stays":
            yield Set("support_plan", plan.id, "pdf", None)

    # what both keep ------------------------------------------------------------

    def _copied(self, kind: Kind, record: Record) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for spec in kind.fields:
            if spec.name != kind.freezes:
                values[spec.name] = self._translated(spec, record)
        return values

    def _translated(self, spec: FieldSpec, record: Record) -> Value:
        value: Value = getattr(record, spec.name)
        if not spec.target:
            return value
        if isinstance(value, frozenset):
            return frozenset(there for each in pointed_at(record, spec) if (there := self._there(each)) is not None)
        return self._there(RecordId(value)) if isinstance(value, bytes) else value

    def _there(self, record: RecordId) -> RecordId | None:
        """Return what a record is called in the new half; None where it is not there."""
        if record == self._records.case.id:
            return self._made
        if record in self._copies or record not in self._by_id:
            return self._copies.get(record, record)
        return record if self._fates.of(record) == "goes" else None

    def _taking_copies(self, kind: Kind, record: Record) -> Iterator[Change]:
        """Let what went point at the copies of those whom both halves look after."""
        if self._fates.of(record.id) != "goes" or self._is_frozen(kind, record) or self._was_removed(kind, record):
            return
        for spec in kind.fields:
            for each in sorted(self._pointed(spec, record, "both")):
                if spec.many:
                    yield Remove(kind.name, record.id, spec.name, each)
                    yield Add(kind.name, record.id, spec.name, self._copies[each])
                else:
                    yield Set(kind.name, record.id, spec.name, self._copies[each])

    def _was_removed(self, kind: Kind, record: Record) -> bool:
        return any(spec.required and self._pointed(spec, record, "stays") for spec in kind.fields)
