"""Which records of a household go with those who leave it, which stay, and of which both keep what was known so far.

A talk held alone with somebody goes with that person only, with everything that came of it (protection.md, The gate).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import FieldSpec, Kind, Record, Registry, Type

Fate = Literal["stays", "goes", "both"]
SHARED: Final = frozenset({"contact", "referral", "appointment", "protection_entry"})
"""Kinds of which each half keeps a copy where people of both took part; what comes later stands in one half only."""
ALONE_WITH_ITS_FILE: Final = frozenset({"attachment"})
"""Kinds that are never copied: two records would share one stored file."""
POINTING: Final = frozenset({Type.REF, Type.REFS})


def pointed_at(record: Record, spec: FieldSpec) -> frozenset[RecordId]:
    """Return the records a field points at."""
    value = getattr(record, spec.name)
    if isinstance(value, frozenset):
        return frozenset(RecordId(each) for each in value)
    return frozenset({RecordId(value)}) if isinstance(value, bytes) else frozenset()


class Fates:
    """Decides for every record of a case. `leaving` go, `both` (a child two parents look after) belong to each half."""

    def __init__(
        self,
        records: Mapping[str, Sequence[Record]],
        registry: Registry,
        *,
        leaving: frozenset[RecordId],
        both: frozenset[RecordId] = frozenset(),
    ) -> None:
        self._registry = registry
        self._leaving, self._both = leaving, both
        self._kinds: dict[RecordId, tuple[Kind, Record]] = {
            each.id: (registry[name], each) for name, rows in records.items() for each in rows
        }
        self._known: dict[RecordId, Fate] = {}

    def of(self, record: RecordId) -> Fate:
        """Return what happens to a record; records outside this case stay."""
        if record not in self._known:
            self._known[record] = "stays"  # where records point at each other in a circle
            self._known[record] = self._decide(record)
        return self._known[record]

    def _decide(self, record: RecordId) -> Fate:
        if record not in self._kinds:
            return "stays"
        kind, found = self._kinds[record]
        if kind.name == "person":
            return "both" if record in self._both else "goes" if record in self._leaving else "stays"
        if kind.parent is not None and kind.parent.target != "case":
            return self.of(RecordId(getattr(found, kind.parent.name)))
        alone = getattr(found, kind.discuss_only) if kind.discuss_only else frozenset()
        if alone:
            return self._of_people(kind, frozenset(alone))
        linked = [self.of(each) for each in self._linked(kind, found)]
        if any(self._is_alone(each) and self.of(each) == "goes" for each in self._linked(kind, found)):
            return "goes"
        people = frozenset(self._people(kind, found))
        if people:
            return self._of_people(kind, people)
        return "goes" if linked and set(linked) == {"goes"} else "stays"

    def _of_people(self, kind: Kind, people: frozenset[RecordId]) -> Fate:
        goes, stays = people & self._leaving, people - self._leaving - self._both
        if goes and not stays:
            return "goes"
        if stays and not goes:
            return "stays"
        everybody = not goes and not stays and kind.name not in ALONE_WITH_ITS_FILE
        return "both" if everybody or kind.name in SHARED else "stays"

    def _is_alone(self, record: RecordId) -> bool:
        kind, found = self._kinds.get(record, (None, None))
        return kind is not None and bool(kind.discuss_only) and bool(getattr(found, kind.discuss_only))

    def _people(self, kind: Kind, record: Record) -> Iterator[RecordId]:
        if kind.name == "signature" and getattr(record, "plan", None) is not None:
            return  # it belongs to the plan it stands on
        for spec in kind.fields:
            if spec.type in POINTING and spec.target == "person":
                yield from pointed_at(record, spec)

    def _linked(self, kind: Kind, record: Record) -> tuple[RecordId, ...]:
        return tuple(
            each
            for spec in kind.fields
            if spec.type in POINTING and spec.target not in {"person", "case", "goal"}
            for each in sorted(pointed_at(record, spec))
            if each in self._kinds
        )
