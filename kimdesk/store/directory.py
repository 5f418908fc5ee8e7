"""What the directory is used for: how referrals to a partner went, and whether any record names an entry."""

from __future__ import annotations

import sqlalchemy as sa

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Registry, Type
from kimdesk.store.tables import Tables

Counted = tuple[str | None, str | None, int]


def referrals_to(conn: sa.Connection, tables: Tables, partner: RecordId) -> tuple[Counted, ...]:
    """Return (life domain, state, how many) of the referrals to a partner; no case, no person."""
    referral = tables.kinds["referral"]
    domain, state = referral.c.domain, referral.c.state
    query = (
        sa.select(domain, state, sa.func.count())
        .where(referral.c.partner == partner, referral.c.deleted == 0)
        .group_by(domain, state)
        .order_by(domain, state)
    )
    return tuple((code, how, int(count)) for code, how, count in conn.execute(query))


def is_named(conn: sa.Connection, registry: Registry, tables: Tables, target: str, record: RecordId) -> bool:
    """Tell whether a living record points at this one by a field of its own."""
    for kind in registry:
        table = tables.kinds[kind.name]
        for spec in kind.fields:
            if spec.type is Type.REF and spec.target == target:
                found = sa.select(table.c.n).where(table.c[spec.name] == record, table.c.deleted == 0).limit(1)
                if conn.execute(found).first() is not None:
                    return True
    return False
