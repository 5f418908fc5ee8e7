"""What travels to partners and what became of it. The one writing module of `outbox`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from kimdesk.domain.views.exchange import ItemState
from kimdesk.store.unit import Unit

State = Literal["sent", "imported", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxItem:
    """One item given to a partner: its last value, the bundle it last went with, and what became of it."""

    contents: str
    item: bytes
    value: Mapping[str, Any]
    seq: int
    state: State
    code: str | None


class Outbox:
    """Remembers items per partner until they arrive, and afterwards what they said."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._table = unit.tables["outbox"]

    def items(self, partner: bytes) -> tuple[OutboxItem, ...]:
        """Return everything ever given to a partner, latest values."""
        query = sa.select(self._table).where(self._table.c.partner == partner)
        with self._unit.join() as conn:
            rows = conn.execute(query).all()
        return tuple(
            OutboxItem(
                contents=row.contents,
                item=row.item,
                value=json.loads(row.value),
                seq=row.seq,
                state=row.state,
                code=row.code,
            )
            for row in rows
        )

    def note_sent(self, partner: bytes, seq: int, records: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        """Remember the items of a bundle just written."""
        rows = [
            {
                "partner": partner,
                "contents": contents,
                "item": bytes.fromhex(record["id"]),
                "value": json.dumps(record, ensure_ascii=False, sort_keys=True),
                "seq": seq,
                "state": "sent",
                "code": None,
            }
            for contents, many in records.items()
            for record in many
        ]
        if rows:
            with self._unit.join() as conn:
                conn.execute(sa.insert(self._table).prefix_with("OR REPLACE"), rows)

    def note_states(self, partner: bytes, up_to: int, states: Sequence[ItemState]) -> None:
        """Take over what a receipt says; an item that went out again with a later bundle stays open."""
        table = self._table
        mine = (table.c.partner == partner, table.c.item == sa.bindparam("which"), table.c.seq <= up_to)
        said: dict[str, sa.BindParameter[str]] = {"state": sa.bindparam("became"), "code": sa.bindparam("why")}
        rows = [
            {"which": state.item, "became": "imported" if state.imported else "refused", "why": state.code}
            for state in states
        ]
        if rows:
            with self._unit.join() as conn:
                conn.execute(sa.update(table).where(*mine).values(said), rows)
