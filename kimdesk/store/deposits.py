"""What a provider keeps for its desks: recovery sheets and backups. The one writing module of `deposit`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from kimdesk.store.unit import Unit

Kind = Literal["sheet", "backup"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit:
    """One thing kept: about what (a device's short name, a backup's name), since when (UTC ms), and what is known."""

    about: str
    at: int
    value: Mapping[str, Any]


class Deposits:
    """Remembers what lies at the provider; no secret is among it."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._table = unit.tables["deposit"]

    def put(self, kind: Kind, about: str, value: Mapping[str, Any]) -> None:
        """Enter a deposit, or say something newer about it; since when it is here stays."""
        table, text = self._table, json.dumps(dict(value), ensure_ascii=False, sort_keys=True)
        mine = (table.c.kind == kind, table.c.about == about)
        with self._unit.join() as conn:
            if conn.execute(sa.update(table).where(*mine).values(value=text)).rowcount == 0:
                row = {"kind": kind, "about": about, "at": self._unit.now, "value": text}
                conn.execute(sa.insert(table), row)

    def all(self, kind: Kind) -> tuple[Deposit, ...]:
        """Return the deposits of a kind in the order they came."""
        query = sa.select(self._table).where(self._table.c.kind == kind).order_by(self._table.c.n)
        with self._unit.join() as conn:
            rows = conn.execute(query).all()
        return tuple(Deposit(about=row.about, at=row.at, value=json.loads(row.value)) for row in rows)

    def remove(self, kind: Kind, about: str) -> None:
        """Take a deposit off the list."""
        table = self._table
        with self._unit.join() as conn:
            conn.execute(sa.delete(table).where(table.c.kind == kind, table.c.about == about))
