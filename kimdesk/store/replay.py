"""Plays the journal through and compares what comes out with every record: finds a page put back, a row slipped in.

The chain of the journal alone proves the journal; only this proves the records (security: page replay, 2.6).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final, Literal

import sqlalchemy as sa

from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.declare import FieldSpec, Kind, Registry, Type
from kimdesk.domain.values import Json, to_json
from kimdesk.store.codec import from_column
from kimdesk.store.tables import Tables

Fault = Literal["differs", "missing", "unrecorded", "misplaced"]
_BATCH: Final = 500
_DELETED, _GONE_WITH_PARENT, _REDACTED = 1, 2, 3
_EMPTY: Final[tuple[Json, ...]] = (None, [], "")


@dataclass(slots=True)
class Told:
    """What the journal says of one record; nothing may be left in a redacted one."""

    kind: str
    record: bytes
    created: int | None = None
    values: dict[str, Any] = field(default_factory=dict)
    revisions: dict[str, int] = field(default_factory=dict)
    deleted: bool = False
    redacted: bool = False

    def add(self, row: Any) -> None:
        """Take in the next row about this record."""
        value = None if row.value is None else json.loads(row.value)
        match row.op:
            case "create":
                self.created = row.hlc
                self.values = dict(value or {})
            case "set":
                self.revisions[row.field] = row.hlc
                self.values[row.field] = value
            case "add" | "remove":
                self._element(row.op, row.field, value)
            case "delete" | "restore":
                self.deleted = row.op == "delete"
            case "redact":
                self.redacted = True

    def _element(self, op: str, name: str, value: Any) -> None:
        if value is None:
            return
        have = set(self.values.get(name) or ())
        self.values[name] = sorted(have | set(value) if op == "add" else have - set(value))

    def agrees(self, spec: FieldSpec, found: Json) -> bool:
        """Tell whether a record's field is what the journal says; nothing recorded has several spellings."""
        if self.redacted and spec.type is Type.PARENT:
            return True  # where it hung is told by what hangs above it
        said = self.values.get(spec.name)
        return said == found or (said in _EMPTY and found in _EMPTY)


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that is not what the journal says: its kind and what is wrong with it."""

    kind: str
    fault: Fault


def differences(
    conn: sa.Connection, registry: Registry, tables: Tables, progress: Progress = SILENT
) -> Counter[Difference]:
    """Compare every record with the journal and count what does not agree; raises Cancelled.

    "differs": a field, revision or deletion is not the last one written; "missing": the journal made a record that is
    not there; "unrecorded": a record the journal does not know; "misplaced": hidden or shown against its parent.
    """
    found: Counter[Difference] = Counter()
    total = int(conn.scalar(sa.select(sa.func.count()).select_from(tables["journal"])) or 0)
    done = 0
    for batch in _batches(_told(conn, tables)):
        done += len(batch)
        progress.step(min(done, total), total)
        for kind, told in _by_kind(batch):
            if kind not in registry:
                found[Difference(kind, "missing")] += len(told)
                continue
            found.update(_compared(conn, registry[kind], tables, told))
    for kind_of in registry:
        progress.step(total, total)
        found[Difference(kind_of.name, "unrecorded")] += _unrecorded(conn, kind_of, tables)
        found[Difference(kind_of.name, "misplaced")] += _misplaced(conn, kind_of, registry, tables)
    return +found


def _told(conn: sa.Connection, tables: Tables) -> Iterator[Told]:
    journal = tables["journal"]
    columns = (journal.c[name] for name in ("record", "kind", "op", "field", "value", "hlc"))
    rows = conn.execution_options(yield_per=_BATCH * 10).execute(
        sa.select(*columns).order_by(journal.c.record, journal.c.n)
    )
    for (record, kind), changes in groupby(rows, key=lambda row: (row.record, row.kind)):
        told = Told(kind, record)
        for change in changes:
            told.add(change)
        yield told


def _batches(told: Iterable[Told]) -> Iterator[list[Told]]:
    batch: list[Told] = []
    for each in told:
        batch.append(each)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _by_kind(batch: list[Told]) -> Iterator[tuple[str, list[Told]]]:
    ordered = sorted(batch, key=lambda told: told.kind)
    for kind, group in groupby(ordered, key=lambda told: told.kind):
        yield kind, list(group)


def _compared(conn: sa.Connection, kind: Kind, tables: Tables, told: list[Told]) -> Iterator[Difference]:
    ids = [each.record for each in told]
    table, revs = tables.kinds[kind.name], tables["field_rev"]
    rows = {row["id"]: row for row in conn.execute(sa.select(table).where(table.c.id.in_(ids))).mappings()}
    sets = {spec.name: _elements(conn, kind, spec, tables, ids) for spec in kind.fields if spec.many}
    written: dict[bytes, dict[str, int]] = {}
    for row in conn.execute(sa.select(revs).where(revs.c.record.in_(ids))):
        written.setdefault(row.record, {})[row.field] = row.hlc
    for each in told:
        found = rows.get(each.record)
        if found is None:
            yield Difference(kind.name, "missing")
        elif not (_same(kind, each, found, sets) and written.get(each.record, {}) == each.revisions):
            yield Difference(kind.name, "differs")


def _elements(
    conn: sa.Connection, kind: Kind, spec: FieldSpec, tables: Tables, ids: list[bytes]
) -> dict[bytes, list[Any]]:
    link = tables.links[kind.name, spec.name]
    found: dict[bytes, list[Any]] = {}
    for row in conn.execute(sa.select(link).where(link.c.owner.in_(ids))):
        found.setdefault(row.owner, []).append(row.value)
    return found


def _same(kind: Kind, told: Told, row: Any, sets: dict[str, dict[bytes, list[Any]]]) -> bool:
    if row["rev"] != told.created or (row["deleted"] == _REDACTED) != told.redacted:
        return False
    if not told.redacted and (row["deleted"] == _DELETED) != told.deleted:
        return False
    return all(told.agrees(spec, _found(spec, row, sets)) for spec in kind.fields)


def _found(spec: FieldSpec, row: Any, sets: dict[str, dict[bytes, list[Any]]]) -> Json:
    if spec.many:
        return to_json(frozenset(sets[spec.name].get(row["id"], ())))
    return to_json(from_column(spec, row[spec.name]))


def _unrecorded(conn: sa.Connection, kind: Kind, tables: Tables) -> int:
    table, journal = tables.kinds[kind.name], tables["journal"]
    made = sa.exists().where(journal.c.record == table.c.id, journal.c.op == "create", journal.c.kind == kind.name)
    return int(conn.scalar(sa.select(sa.func.count()).select_from(table).where(~made)) or 0)


def _misplaced(conn: sa.Connection, kind: Kind, registry: Registry, tables: Tables) -> int:
    """Count children that live without their parent, are hidden though it lives, or stand in another case."""
    if kind.parent is None:
        return 0
    child, parent = tables.kinds[kind.name], tables.kinds[registry[kind.parent.target].name].alias()
    joined = child.outerjoin(parent, parent.c.id == child.c[kind.parent.name])
    wrong = sa.or_(
        parent.c.id.is_(None),
        parent.c.root != child.c.root,
        sa.and_(child.c.deleted == 0, parent.c.deleted != 0),
        sa.and_(child.c.deleted == _GONE_WITH_PARENT, parent.c.deleted == 0),
    )
    return int(conn.scalar(sa.select(sa.func.count()).select_from(joined).where(wrong)) or 0)
