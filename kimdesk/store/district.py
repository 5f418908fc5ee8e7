"""What the office took over from desks. The one writing module of `imported`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kimdesk.domain.views.exchange import StreamHead
from kimdesk.store.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One item of a desk: the figure table or observation as it came, for which days."""

    partner: bytes
    contents: str
    first_day: str
    last_day: str
    value: Mapping[str, Any]


class District:
    """Keeps the latest value of each item, whatever order bundles arrive in."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._table = unit.tables["imported"]

    def put(self, row: Imported, place: StreamHead) -> bool:
        """Take an item over; returns False where a later bundle of the same stream already said something newer."""
        table, item = self._table, bytes.fromhex(row.value["id"])
        key = (table.c.partner == row.partner, table.c.contents == row.contents, table.c.item == item)
        values = {
            "incarnation": place.incarnation,
            "seq": place.head.seq,
            "first_day": row.first_day,
            "last_day": row.last_day,
            "value": json.dumps(row.value, ensure_ascii=False, sort_keys=True),
            "at": self._unit.now,
        }
        with self._unit.join() as conn:
            found = conn.execute(sa.select(table.c.n, table.c.incarnation, table.c.seq).where(*key)).first()
            if found is None:
                names = {"partner": row.partner, "contents": row.contents, "item": item}
                conn.execute(sa.insert(table), names | values)
                return True
            if found.incarnation == place.incarnation and found.seq > place.head.seq:
                return False
            conn.execute(sa.update(table).where(table.c.n == found.n).values(**values))
            return True

    def figures(self, first_day: str, last_day: str) -> tuple[Imported, ...]:
        """Return the tables for exactly these days."""
        table = self._table
        return self._select(table.c.contents == "figures", table.c.first_day == first_day, table.c.last_day == last_day)

    def observations(self, first_day: str, last_day: str) -> tuple[Imported, ...]:
        """Return the observations made on these days."""
        table = self._table
        days = table.c.first_day.between(first_day, last_day)
        return self._select(table.c.contents == "observations", days)

    def _select(self, *conditions: sa.ColumnElement[bool]) -> tuple[Imported, ...]:
        query = sa.select(self._table).where(*conditions).order_by(self._table.c.first_day, self._table.c.n)
        with self._unit.join() as conn:
            rows = conn.execute(query).all()
        return tuple(
            Imported(
                partner=row.partner,
                contents=row.contents,
                first_day=row.first_day,
                last_day=row.last_day,
                value=json.loads(row.value),
            )
            for row in rows
        )
