"""Drafts: what was typed and is not yet a change, durable within a second of the last key."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from kimdesk.base.clock import Clock
from kimdesk.base.ids import RecordId
from kimdesk.domain.changes import Revision
from kimdesk.domain.views.drafts import Draft
from kimdesk.store.tables import Tables


@dataclass(frozen=True, slots=True)
class Drafts:
    """The one writer of the draft table; never the only copy of a record."""

    tables: Tables
    clock: Clock

    def put(self, conn: sa.Connection, draft: Draft) -> None:
        """Keep the text of one field, replacing what was kept before."""
        row = {
            "record": draft.record,
            "field": draft.field,
            "kind": draft.kind,
            "parent": draft.parent,
            "text": draft.text,
            "base": draft.base,
            "at": self.clock.now_ms(),
        }
        conn.execute(sa.insert(self.tables["draft"]).prefix_with("OR REPLACE"), row)

    def drop(self, conn: sa.Connection, record: RecordId, field: str | None = None) -> None:
        """Forget the drafts of a record, or of one field."""
        table = self.tables["draft"]
        condition = table.c.record == record
        if field is not None:
            condition &= table.c.field == field
        conn.execute(sa.delete(table).where(condition))

    def of_record(self, conn: sa.Connection, record: RecordId) -> tuple[Draft, ...]:
        """Return the drafts of one record."""
        return self._select(conn, self.tables["draft"].c.record == record)

    def every(self, conn: sa.Connection) -> tuple[Draft, ...]:
        """Return all drafts, oldest first."""
        return self._select(conn, sa.true())

    def _select(self, conn: sa.Connection, condition: sa.ColumnElement[bool]) -> tuple[Draft, ...]:
        table = self.tables["draft"]
        rows = conn.execute(sa.select(table).where(condition).order_by(table.c.at)).mappings()
        return tuple(_draft(row) for row in rows)


def _draft(row: sa.RowMapping) -> Draft:
    parent = row["parent"]
    base: Revision | None = row["base"]
    return Draft(
        kind=row["kind"],
        record=RecordId(row["record"]),
        field=row["field"],
        text=row["text"],
        parent=None if parent is None else RecordId(parent),
        base=base,
        at=row["at"],
    )
