"""What cannot be true as it stands: hints to look again, never a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kimdesk.domain.declare import Kind, Record, Registry, Type
from kimdesk.domain.disclosure import CaseRecords
from kimdesk.domain.records import Person, Relation

BEGINNINGS = ("since", "valid_from")
ENDS = ("until", "valid_until")
_PARENTS = frozenset({"parent_of", "adoptive_parent_of", "foster_parent_of", "step_parent_of", "grandparent_of"})


def person_hints(person: Person, records: CaseRecords, registry: Registry) -> tuple[str, ...]:
    """Return the codes of what looks wrong about a person, most telling first; texts stand with the errors."""
    return tuple(dict.fromkeys(_person_hints(person, records, registry)))


def _person_hints(person: Person, records: CaseRecords, registry: Registry) -> Iterator[str]:
    if _before(person.died_on, person.birth_date):
        yield "plausible.died_before_birth"
    if _before(person.entered_germany, person.birth_date):
        yield "plausible.arrived_before_birth"
    if any(_child_is_older(each, records) for each in _relations_of(person, records)):
        yield "plausible.child_older"
    if any(ends_before_it_begins(kind, each) for kind, each in _hanging_on(person, records, registry)):
        yield "plausible.ends_before_it_begins"


def _relations_of(person: Person, records: CaseRecords) -> Iterator[Relation]:
    for each in records.records.get("relation", ()):
        if isinstance(each, Relation) and person.id in {each.person, each.other}:
            yield each


def _child_is_older(relation: Relation, records: CaseRecords) -> bool:
    born = {each.id: each.birth_date for each in records.persons()}
    return relation.relation in _PARENTS and _before(born.get(relation.other), born.get(relation.person))


def _hanging_on(person: Person, records: CaseRecords, registry: Registry) -> Iterator[tuple[Kind, Record]]:
    for kind in registry:
        if kind.parent is not None and kind.parent.target == "person":
            for each in records.records.get(kind.name, ()):
                if getattr(each, kind.parent.name) == person.id:
                    yield kind, each


def ends_before_it_begins(kind: Kind, record: Record) -> bool:
    """Tell whether a record's last day lies before its first."""
    days = {spec.name for spec in kind.fields if spec.type in {Type.DATE, Type.PARTIAL_DATE}}
    begins = _first(record, [name for name in BEGINNINGS if name in days])
    ends = _first(record, [name for name in ENDS if name in days])
    return _before(ends, begins)


def _first(record: Record, names: Sequence[str]) -> str | None:
    return next((str(value) for name in names if (value := getattr(record, name)) is not None), None)


def _before(one: str | None, other: str | None) -> bool:
    """Tell whether a day lies before another for sure; of incomplete dates only the part both know is compared."""
    if not one or not other:
        return False
    a, b = one.rstrip("~"), other.rstrip("~")
    length = min(len(a), len(b))
    return a[:length] < b[:length]
