"""What an office did not take in, and why. The one writing module of `refusal`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from kimdesk.store.unit import Unit

MOST = 500
"""Older entries go; a bundle kept under lock and key keeps its entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One bundle refused: when (UTC ms), the reason's code and parameters, the name of the file kept, if it was."""

    n: int
    at: int
    code: str
    params: Mapping[str, str | int]
    kept: str | None


class Refusals:
    """Remembers refusals until somebody has cleared them up."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._table = unit.tables["refusal"]

    def note(self, code: str, params: Mapping[str, str | int], kept: str | None) -> None:
        """Remember a refusal; the same kept bundle refused again has one entry, with the latest reason."""
        table = self._table
        row = {"at": self._unit.now, "code": code, "params": json.dumps(dict(params)), "kept": kept}
        with self._unit.join() as conn:
            if kept is not None:
                conn.execute(sa.delete(table).where(table.c.kept == kept))
            conn.execute(sa.insert(table), row)
            newest = sa.select(table.c.n).where(table.c.kept.is_(None)).order_by(table.c.n.desc()).limit(MOST)
            conn.execute(sa.delete(table).where(table.c.kept.is_(None), table.c.n.not_in(newest)))

    def all(self) -> tuple[Refusal, ...]:
        """Return every refusal, the latest first."""
        with self._unit.join() as conn:
            rows = conn.execute(sa.select(self._table).order_by(self._table.c.n.desc())).all()
        return tuple(
            Refusal(n=row.n, at=row.at, code=row.code, params=json.loads(row.params), kept=row.kept) for row in rows
        )

    def forget(self, n: int) -> None:
        """Forget one refusal."""
        with self._unit.join() as conn:
            conn.execute(sa.delete(self._table).where(self._table.c.n == n))
