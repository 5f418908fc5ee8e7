"""What the office took over from desks, and what a withdrawal took away again. The one writing module of `imported`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from kimdesk.domain.views.exchange import StreamHead
from kimdesk.store.unit import Unit

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_REPLACED = ("incarnation", "seq", "first_day", "last_day", "value", "at", "root")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One item of a desk as it came: a figure table, an observation, a record of a shared case, a withdrawal.

    The days are those it is about; for a shared record from when (unknown: "") until when it may be kept. `root` is the
    case of a shared record or withdrawal; `spelled` is the value's JSON where it is at hand.
    """

    partner: bytes
    contents: str
    first_day: str
    last_day: str
    value: Mapping[str, Any]
    root: bytes | None = None
    spelled: str = ""


class District:
    """Keeps the latest value of each item, whatever order bundles arrive in."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._table = unit.tables["imported"]

    def put(self, rows: Sequence[Imported], place: StreamHead, later: Sequence[bytes] = ()) -> None:
        """Take items of one bundle over, except where a later bundle of its stream or a later stream said more.

        `later` are the streams that its sender began after this one.
        """
        if not rows:
            return
        table = self._table
        made = insert(table)
        given = {name: made.excluded[name] for name in _REPLACED}
        same = sa.and_(table.c.incarnation == made.excluded.incarnation, table.c.seq > made.excluded.seq)
        newer = sa.or_(same, *(table.c.incarnation == life for life in later))
        upsert = made.on_conflict_do_update(
            index_elements=["partner", "contents", "item"], set_=given, where=sa.not_(newer)
        )
        with self._unit.join() as conn:
            conn.execute(upsert, [self._values(row, place) for row in rows])

    def _values(self, row: Imported, place: StreamHead) -> dict[str, Any]:
        return {
            "partner": row.partner,
            "contents": row.contents,
            "item": bytes.fromhex(row.value["id"]),
            "incarnation": place.incarnation,
            "seq": place.head.seq,
            "first_day": row.first_day,
            "last_day": row.last_day,
            "value": row.spelled or _encode(row.value),
            "at": self._unit.now,
            "root": row.root,
        }

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

    def listed(self) -> tuple[Imported, ...]:
        """Return the lines of the case lists without names."""
        found = self._select(self._table.c.contents == "pseudonymised")
        return tuple(row for row in found if len(row.value) > 1)

    def withdrawals(self) -> tuple[Imported, ...]:
        """Return the consents withdrawn, each with what was deleted for it."""
        return self._select(self._table.c.contents == "withdrawals")

    def withdrawal(self, partner: bytes, consent: bytes) -> Imported | None:
        """Return what is kept of a withdrawal one partner told."""
        table = self._table
        found = self._select(table.c.partner == partner, table.c.contents == "withdrawals", table.c.item == consent)
        return found[0] if found else None

    def withdrawn(self) -> frozenset[str]:
        """Return every consent (hex) that was withdrawn, whoever told."""
        table = self._table
        query = sa.select(table.c.item).where(table.c.contents == "withdrawals")
        with self._unit.join() as conn:
            return frozenset(item.hex() for (item,) in conn.execute(query))

    def replace(self, row: Imported) -> None:
        """Give a record of a shared case another value; its place in the stream stays."""
        table = self._table
        with self._unit.join() as conn:
            conn.execute(sa.update(table).where(*self._key(row)).values(value=_encode(row.value)))

    def expire(self, today: str) -> int:
        """Delete what consents or an agreement allowed until before a day; returns how many items."""
        table = self._table
        over = (table.c.contents.in_(("named", "pseudonymised")), table.c.last_day < today)
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
