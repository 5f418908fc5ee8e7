"""What the office took over from desks, and what a withdrawal took away again. The one writing module of `imported`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kimdesk.domain.views.exchange import StreamHead
from kimdesk.store.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One item of a desk as it came: a figure table, an observation, a record of a shared case, a withdrawal.

    The days are those it is about; for a shared record from when (unknown: "") until when it may be kept. `root` is the
    case of a shared record or withdrawal.
    """

    partner: bytes
    contents: str
    first_day: str
    last_day: str
    value: Mapping[str, Any]
    root: bytes | None = None


class District:
    """Keeps the latest value of each item, whatever order bundles arrive in."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._table = unit.tables["imported"]

    def put(self, row: Imported, place: StreamHead) -> bool:
        """Take an item over; returns False where a later bundle of the same stream already said something newer."""
        table, item = self._table, bytes.fromhex(row.value["id"])
        key = self._key(row)
        values = {
            "incarnation": place.incarnation,
            "seq": place.head.seq,
            "first_day": row.first_day,
            "last_day": row.last_day,
            "value": _text(row.value),
            "at": self._unit.now,
            "root": row.root,
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

    def periods(self) -> tuple[tuple[str, str, int], ...]:
        """Return first day, last day and number of senders of every period there are figures for."""
        table = self._table
        days = (table.c.first_day, table.c.last_day)
        senders = sa.func.count(sa.distinct(table.c.partner))
        query = sa.select(*days, senders).where(table.c.contents == "figures").group_by(*days)
        with self._unit.join() as conn:
            return tuple((first, last, int(count)) for first, last, count in conn.execute(query))

    def observations(self, first_day: str, last_day: str) -> tuple[Imported, ...]:
        """Return the observations made on these days."""
        table = self._table
        days = table.c.first_day.between(first_day, last_day)
        return self._select(table.c.contents == "observations", days)

    def shared(self, root: bytes | None = None) -> tuple[Imported, ...]:
        """Return the records of shared cases, or of one case, of which there still is something."""
        mine = () if root is None else (self._table.c.root == root,)
        found = self._select(self._table.c.contents == "named", *mine)
        return tuple(row for row in found if row.value["fields"])

    def withdrawals(self) -> tuple[Imported, ...]:
        """Return the consents withdrawn, each with what was deleted for it."""
        return self._select(self._table.c.contents == "withdrawals")

    def withdrawn(self, consents: Iterable[str]) -> bool:
        """Tell whether one of these consents (hex) was withdrawn, whoever told."""
        table, ids = self._table, [bytes.fromhex(each) for each in consents]
        mine = (table.c.contents == "withdrawals", table.c.item.in_(ids))
        with self._unit.join() as conn:
            return conn.execute(sa.select(table.c.n).where(*mine).limit(1)).first() is not None

    def replace(self, row: Imported) -> None:
        """Give a record of a shared case another value; its place in the stream stays."""
        table = self._table
        with self._unit.join() as conn:
            conn.execute(sa.update(table).where(*self._key(row)).values(value=_text(row.value)))

    def expire(self, today: str) -> int:
        """Delete the records of shared cases whose consents ended before a day; returns how many."""
        table = self._table
        over = (table.c.contents == "named", table.c.last_day < today)
        with self._unit.join() as conn:
            return int(conn.execute(sa.delete(table).where(*over)).rowcount)

    def _key(self, row: Imported) -> tuple[sa.ColumnElement[bool], ...]:
        table = self._table
        item = bytes.fromhex(row.value["id"])
        return (table.c.partner == row.partner, table.c.contents == row.contents, table.c.item == item)

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
                root=row.root,
            )
            for row in rows
        )


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
