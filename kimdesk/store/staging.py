"""Where a bundle's records wait until all of it is known to be good. The one writing module of `staged`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from kimdesk.domain.views.exchange import StreamHead
from kimdesk.store.unit import Unit

PAGE = 500
TOGETHER = 2000
_encode = json.JSONEncoder(ensure_ascii=False).encode


class Staging:
    """One staging area inside the encrypted database; fills the port `FrameSink`."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._table = unit.tables["staged"]
        self._waiting: list[dict[str, str]] = []

    def begin(self, _sender: bytes, _place: StreamHead, /) -> None:
        """Open an empty staging area; an older unfinished one is dropped."""
        self.discard()

    def stage(self, contents: str, records: Sequence[Mapping[str, Any]], /) -> None:
        """Take the records of one batch; several small batches are written together."""
        self._waiting += [{"contents": contents, "value": _encode(record)} for record in records]
        if len(self._waiting) >= TOGETHER:
            self._write()

    def _write(self) -> None:
        rows, self._waiting = self._waiting, []
        if rows:
            with self._unit.join() as conn:
                conn.execute(sa.insert(self._table), rows)

    def discard(self) -> None:
        """Drop everything staged."""
        self._waiting = []
        with self._unit.join() as conn:
            conn.execute(sa.delete(self._table))

    def records(self, contents: str) -> Iterator[dict[str, Any]]:
        """Yield what is staged of one kind of contents, in the order it came, never much of it at once."""
        return (record for record, _ in self.spelled(contents))

    def spelled(self, contents: str) -> Iterator[tuple[dict[str, Any], str]]:
        """Yield the same, each with its JSON."""
        self._write()
        table, last = self._table, 0
        query = sa.select(table.c.n, table.c.value).where(table.c.contents == contents).order_by(table.c.n).limit(PAGE)
        with self._unit.join() as conn:
            while rows := conn.execute(query.where(table.c.n > last)).all():
                yield from ((json.loads(row.value), row.value) for row in rows)
                last = rows[-1].n
