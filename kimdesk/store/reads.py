"""Reading records: frozen instances made for one question, never a live row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from kimdesk.base.ids import RecordId
from kimdesk.domain.changes import Revision
from kimdesk.domain.declare import Kind, Record, Registry
from kimdesk.store.codec import make_record
from kimdesk.store.tables import Tables

R = TypeVar("R", bound=Record)
CHUNK = 500


class RecordReader:
    """Reads records of a registry over one connection."""

    def __init__(self, registry: Registry, tables: Tables) -> None:
        self._registry = registry
        self._tables = tables

    def get(self, conn: sa.Connection, cls: type[R], record: RecordId) -> R | None:
        """Return one living record, or None."""
        table = self._tables.kinds[self._registry.of(cls).name]
        found = self._select(conn, cls, table.c.id == record)
        return found[0] if found else None

    def of_root(self, conn: sa.Connection, cls: type[R], root: RecordId) -> tuple[R, ...]:
        """Return the living records of a kind that belong to a case, in their declared order."""
        table = self._tables.kinds[self._registry.of(cls).name]
        return self._select(conn, cls, table.c.root == root)

    def every(self, conn: sa.Connection, cls: type[R]) -> tuple[R, ...]:
        """Return all living records of a kind."""
        return self._select(conn, cls, sa.true())

    def kind_of_root(self, conn: sa.Connection, kind: Kind, root: RecordId) -> tuple[Record, ...]:
        """Return the living records of a kind named at run time."""
        table = self._tables.kinds[kind.name]
        return self._select(conn, kind.cls, table.c.root == root)

    def revisions(
        self, conn: sa.Connection, kind: Kind, records: Sequence[RecordId]
    ) -> dict[RecordId, dict[str, Revision]]:
        """Return the revision of each field of records; a field never changed has that of its record."""
        table, revs = self._tables.kinds[kind.name], self._tables["field_rev"]
        found = {record: dict.fromkeys((spec.name for spec in kind.fields), 0) for record in records}
        for start in range(0, len(records), CHUNK):
            some = records[start : start + CHUNK]
            for record, created in conn.execute(sa.select(table.c.id, table.c.rev).where(table.c.id.in_(some))):
                found[record] = dict.fromkeys(found[record], created)
            changed = sa.select(revs.c.record, revs.c.field, revs.c.hlc).where(revs.c.record.in_(some))
            for record, name, hlc in conn.execute(changed):
                found[record][name] = hlc
        return found

    def _select(self, conn: sa.Connection, cls: type[R], condition: Any) -> tuple[R, ...]:
        kind = self._registry.of(cls)
        table = self._tables.kinds[kind.name]
        order = [table.c[name] for name in kind.sort_by]
        query = sa.select(table).where(condition, table.c.deleted == 0).order_by(*order, table.c.n)
        rows = conn.execute(query).mappings().all()
        sets = self._sets(conn, kind, [row["id"] for row in rows])
        return tuple(make_record(kind, dict(row), sets[row["id"]]) for row in rows)  # type: ignore[misc]

    def _sets(self, conn: sa.Connection, kind: Kind, ids: Sequence[bytes]) -> dict[bytes, dict[str, list[Any]]]:
        found: dict[bytes, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for spec in kind.fields:
            if not spec.many:
                continue
            link = self._tables.links[kind.name, spec.name]
            for start in range(0, len(ids), CHUNK):
                query = sa.select(link).where(link.c.owner.in_(ids[start : start + CHUNK]))
                for row in conn.execute(query):
                    found[row.owner][spec.name].append(row.value)
        return found
