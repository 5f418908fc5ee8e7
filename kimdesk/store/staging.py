"""Where a bundle's records wait until all of it is known to be good. The one writing module of `staged`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from kimdesk.domain.views.exchange import StreamHead
from kimdesk.store.unit import Unit


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

    def records(self, contents: str) -> list[dict[str, Any]]:
        """Return what is staged of one kind of contents, in the order it came."""
        query = sa.select(self._table.c.value).where(self._table.c.contents == contents).order_by(self._table.c.n)
        with self._unit.join() as conn:
            return [json.loads(value) for value in conn.scalars(query)]
