"""Changes: what a use case wants written, and what a write tells the screens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from kimdesk.base.ids import RecordId
from kimdesk.domain.values import Value

Revision: TypeAlias = int


@dataclass(frozen=True, slots=True)
class Create:
    """Make a record; fields that are not named stay "not recorded"."""

    kind: str
    id: RecordId
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Set:
    """Give one field a value; `base` is the revision it replaces, None where the writer just read it."""

    kind: str
    id: RecordId
    field: str
    value: Value
    base: Revision | None = None


@dataclass(frozen=True, slots=True)
class Add:
    """Put one element into a set."""

    kind: str
    id: RecordId
    field: str
    element: str | bytes


@dataclass(frozen=True, slots=True)
class Remove:
    """Take one element out of a set."""

    kind: str
    id: RecordId
    field: str
    element: str | bytes


@dataclass(frozen=True, slots=True)
class Delete:
    """Put a tombstone on a record; what belongs to it disappears with it."""

    kind: str
    id: RecordId


@dataclass(frozen=True, slots=True)
class Restore:
    """Take a tombstone away."""

    kind: str
    id: RecordId


@dataclass(frozen=True, slots=True)
class Redact:
    """Empty all that a removed record says, here and in the journal, for good; that it was there stays."""

    kind: str
    id: RecordId


Change: TypeAlias = Create | Set | Add | Remove | Delete | Restore | Redact


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What one write touched; screens decide by it whether to refresh."""

    kinds: frozenset[str] = frozenset()
    records: frozenset[RecordId] = frozenset()
    cases: frozenset[RecordId] = frozenset()
    undoable: bool = False
    revisions: Mapping[tuple[RecordId, str], Revision] = field(default_factory=dict)

    def touches(self, *kinds: str) -> bool:
        """Tell whether records of one of these kinds changed."""
        return not self.kinds.isdisjoint(kinds)

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            kinds=self.kinds | other.kinds,
            records=self.records | other.records,
            cases=self.cases | other.cases,
            undoable=self.undoable or other.undoable,
            revisions={**self.revisions, **other.revisions},
        )
