"""Counting for the figures: one statement each, whole tables and no single case (domain.md 1.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import repeat

import sqlalchemy as sa

from kimdesk.domain.figures import Period, Table, age_band, count_table
from kimdesk.domain.values import age_on
from kimdesk.store.hlc import SHIFT
from kimdesk.store.tables import Tables

NOT_RECORDED = "not_recorded"


def _active_on(cases: sa.Table, day: dt.date) -> sa.ColumnElement[bool]:
    """Cases begun by a day and not closed by its end; a case without a first contact counts as begun."""
    text = day.isoformat()
    begun = sa.or_(cases.c.first_contact.is_(None), cases.c.first_contact <= text)
    return sa.and_(cases.c.deleted == 0, begun, sa.or_(cases.c.closed_on.is_(None), cases.c.closed_on > text))


def cases(conn: sa.Connection, tables: Tables, period: Period) -> Table:
    """F1: cases at the start (the day before), new, closed, at the end."""
    table = tables.kinds["case"]
    start, end = period.start.isoformat(), period.end.isoformat()
    before = _active_on(table, period.start - dt.timedelta(days=1))
    new = table.c.first_contact.between(start, end)
    closed = table.c.closed_on.between(start, end)
    conditions = (("start", before), ("new", new), ("closed", closed), ("end", _active_on(table, period.end)))
    counts = [sa.func.count().filter(sa.and_(table.c.deleted == 0, condition)) for _, condition in conditions]
    row = conn.execute(sa.select(*counts).select_from(table)).one()
    return Table(number="F1", cells=tuple((name, int(count)) for (name, _), count in zip(conditions, row, strict=True)))


def persons(conn: sa.Connection, tables: Tables, period: Period) -> Table:
    """F2: persons in cases active at the end, by age on that day."""
    person, case = tables.kinds["person"], tables.kinds["case"]
    query = (
        sa.select(person.c.birth_date, sa.func.count())
        .join(case, case.c.id == person.c.root)
        .where(person.c.deleted == 0, person.c.merged_into.is_(None), _active_on(case, period.end))
        .group_by(person.c.birth_date)
    )
    bands = [band for born, count in conn.execute(query) for band in repeat(_band(born, period.end), count)]
    return count_table("F2", bands)


def _band(born: str | None, day: dt.date) -> str:
    return age_band(max(age_on(born, day), 0) if born else None)


def contacts(conn: sa.Connection, tables: Tables, period: Period) -> Table:
    """F7: contacts within the period, by form; a correction is no contact of its own."""
    contact = tables.kinds["contact"]
    days = contact.c.date.between(period.start.isoformat(), period.end.isoformat())
    form = sa.func.coalesce(contact.c.form, NOT_RECORDED)
    query = sa.select(form, sa.func.count()).where(contact.c.deleted == 0, contact.c.corrects.is_(None), days)
    query = query.group_by(form).order_by(form)
    return Table(number="F7", cells=tuple((code, int(count)) for code, count in conn.execute(query)))


def phases(conn: sa.Connection, tables: Tables, period: Period) -> Table:
    """F9: cases active at the end, by phase on that day as far as the journal knows it, else by the present one."""
    case, journal = tables.kinds["case"], tables["journal"]
    end = dt.datetime.combine(period.end + dt.timedelta(days=1), dt.time(), dt.UTC)
    then = (
        sa.select(sa.func.json_extract(journal.c.value, "$"))
        .where(
            journal.c.record == case.c.id,
            journal.c.field == "phase",
            journal.c.value.is_not(None),
            journal.c.hlc < int(end.timestamp() * 1000) << SHIFT,
        )
        .order_by(journal.c.hlc.desc())
        .limit(1)
        .scalar_subquery()
    )
    phase = sa.func.coalesce(then, case.c.phase, NOT_RECORDED).label("phase")
    query = sa.select(phase, sa.func.count()).where(_active_on(case, period.end)).group_by("phase").order_by("phase")
    return Table(number="F9", cells=tuple((code, int(count)) for code, count in conn.execute(query)))


QUERIES: dict[str, Callable[[sa.Connection, Tables, Period], Table]] = {
    "F1": cases,
    "F2": persons,
    "F7": contacts,
    "F9": phases,
}


def tables_for(conn: sa.Connection, tables: Tables, period: Period) -> dict[str, Table]:
    """Return every figure of a period."""
    return {number: query(conn, tables, period) for number, query in QUERIES.items()}


def active_cases(conn: sa.Connection, tables: Tables, period: Period) -> int:
    """Return how many cases are active at the end of a period."""
    case = tables.kinds["case"]
    return int(conn.scalar(sa.select(sa.func.count()).where(_active_on(case, period.end))) or 0)
