"""Every name the vault knows, as the declarations say which fields are names of people."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import sqlalchemy as sa

from kimdesk.domain.declare import Find, Registry, Sensitivity
from kimdesk.store.tables import Tables


def every_name(
    conn: sa.Connection, registry: Registry, tables: Tables, kinds: Collection[str] | None = None
) -> Iterator[str]:
    """Yield the text of every field declared as a name of a person, of some kinds or of all, deleted ones included."""
    for kind in registry:
        if kinds is not None and kind.name not in kinds:
            continue
        fields = [
            spec for spec in kind.fields if spec.find is Find.NAME and spec.sensitivity is not Sensitivity.GENERAL
        ]
        for spec in fields:
            column = tables.kinds[kind.name].c[spec.name]
            yield from conn.scalars(sa.select(column).where(column.is_not(None)).distinct())


def every_case_number(conn: sa.Connection, tables: Tables) -> Iterator[str]:
    """Yield the number of every case, deleted ones included."""
    column = tables.kinds["case"].c.case_number
    yield from conn.scalars(sa.select(column).where(column.is_not(None)))


NAMED = ("given_name", "family_name", "given_name_native", "family_name_native", "birth_name", "birth_date")


def people(conn: sa.Connection, tables: Tables) -> Iterator[sa.Row[Any]]:
    """Yield id, case, names and date of birth of everybody in the caseload: little, for a whole caseload is read."""
    person = tables.kinds["person"]
    columns = (person.c[name] for name in ("id", "case", *NAMED))
    yield from conn.execute(sa.select(*columns).where(person.c.deleted == 0))
