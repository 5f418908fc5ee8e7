"""Figures count what they say, each by one statement, and agree with counting by hand."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from kimdesk.base.ids import new_id
from kimdesk.casework.desk import Desk
from kimdesk.casework.figures import for_district, tables
from kimdesk.domain.changes import Create, Delete
from kimdesk.domain.declare import Code
from kimdesk.domain.figures import Period
from kimdesk.domain.wire import figure_record, period_of, table_of
from kimdesk.store.figures import QUERIES
from tests.support.districts import add_cases

YEAR = Period(start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31))


def cells(desk: Desk, number: str, period: Period = YEAR) -> dict[str, int]:
    return dict(next(table for table in tables(desk, period) if table.number == number).cells)


def case(desk: Desk, first: dt.date | None, closed: dt.date | None = None) -> bytes:
    record = new_id(desk.clock)
    values = {"case_number": record.hex(), "first_contact": first, "closed_on": closed}
    desk.apply(Create("case", record, {name: value for name, value in values.items() if value}))
    return record


def test_cases_at_the_edges_of_a_period(desk: Desk) -> None:
    case(desk, dt.date(2025, 12, 31))
    case(desk, dt.date(2026, 1, 1))
    case(desk, dt.date(2026, 12, 31))
    case(desk, dt.date(2027, 1, 1))
    case(desk, dt.date(2025, 6, 1), dt.date(2025, 12, 31))
    case(desk, dt.date(2025, 6, 1), dt.date(2026, 1, 1))
    case(desk, dt.date(2025, 6, 1), dt.date(2026, 12, 31))
    case(desk, None)
    assert cells(desk, "F1") == {"start": 4, "new": 2, "closed": 2, "end": 4}
    found = cells(desk, "F1")
    assert found["start"] + found["new"] - found["closed"] == found["end"]


def test_persons_contacts_and_phases(desk: Desk) -> None:
    add_cases(desk, 2, persons=2)
    add_cases(desk, 1, phase="monitoring")
    gone = case(desk, dt.date(2026, 2, 1))
    desk.apply(Create("person", new_id(desk.clock), {"case": gone, "given_name": "Ivan", "birth_date": "2021-01-20"}))
    desk.apply(Create("person", new_id(desk.clock), {"case": gone, "given_name": "Ada"}))
    assert cells(desk, "F2") == {"27–44": 5, "3–5": 1, "unknown": 1}
    assert cells(desk, "F7") == {"home_visit": 3}
    assert cells(desk, "F9") == {"monitoring": 1, "planning": 2, "not_recorded": 1}
    desk.apply(Delete("case", gone))
    assert cells(desk, "F2") == {"27–44": 5}
    assert sum(cells(desk, "F9").values()) == 3
    assert cells(desk, "F7", Period(start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31))) == {}


def test_every_figure_is_one_statement(desk: Desk) -> None:
    add_cases(desk, 2)
    with desk.query.connection() as conn:
        for query in QUERIES.values():
            said: list[str] = []
            listener = lambda *arguments, said=said: said.append(arguments[2])  # noqa: E731 - one line for one list
            sa.event.listen(conn.engine, "before_cursor_execute", listener)
            query(conn, desk.store.tables, YEAR)
            sa.event.remove(conn.engine, "before_cursor_execute", listener)
            assert len([statement for statement in said if statement != "BEGIN"]) == 1


def test_small_desks_and_small_cells_are_protected(desk: Desk) -> None:
    add_cases(desk, 19)
    assert [table.number for table in for_district(desk, YEAR)] == ["F1"]
    add_cases(desk, 1, phase="monitoring")
    leaving = {table.number: dict(table.cells) for table in for_district(desk, YEAR)}
    assert set(leaving) == {"F1", "F2", "F7", "F9"}
    assert all(count >= 5 for number, found in leaving.items() if number != "F1" for count in found.values())
    assert sum(leaving["F9"].values()) == 20


def test_tables_travel_and_come_back(desk: Desk) -> None:
    add_cases(desk, 25)
    for table in tables(desk, YEAR):
        record = figure_record(table, YEAR)
        assert dict(table_of(record).cells) == dict(table.cells)
        assert period_of(record) == YEAR
        assert record["cells"] == sorted(record["cells"])
    assert Code("planning") in dict(tables(desk, YEAR)[3].cells)
