"""Where a bundle's records wait until all of it is known to be good. The one writing module of `staged`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from kimdesk.domain.views.exchange import StreamHead
from kimdesk.store.unit import Unit

PAGE = 500


class Staging:
    """One staging area inside the encrypted database; fills the port `FrameSink`."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._table = unit.tables["staged"]

    def begin(self, _sender: bytes, _place: StreamHead, /) -> None:
        """Open an empty staging area; an older unfinished one is dropped."""
        self.discard()

    def stage(self, contents: str, records: Sequence[Mapping[str, Any]], /) -> None:
        """Take the records of one batch."""
        rows = [{"contents": contents, "value": json.dumps(record, ensure_ascii=False)} for record in records]
        with self._unit.join() as conn:
            conn.execute(sa.insert(self._table), rows)

    def discard(self) -> None:
        """Drop everything staged."""
        with self._unit.join() as conn:
            conn.execute(sa.delete(self._table))

    def records(self, contents: str) -> Iterator[dict[str, Any]]:
        """Yield what is staged of one kind of contents, in the order it came, never much of it at once."""
        table, last = self._table, 0
        query = sa.select(table.c.n, table.c.value).where(table.c.contents == contents).order_by(table.c.n).limit(PAGE)
        with self._unit.join() as conn:
            while rows := conn.execute(query.where(table.c.n > last)).all():
                yield from (json.loads(row.value) for row in rows)
                last = rows[-1].n
