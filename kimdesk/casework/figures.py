"""Figures of one desk: all of them for the desk itself, small cells merged for the district."""

from __future__ import annotations

from kimdesk.casework.desk import Desk
from kimdesk.domain.figures import FIGURES, Figure, Period, Table, for_office
from kimdesk.store.figures import active_cases, tables_for

__all__ = ["FIGURES", "Figure", "Period", "Table", "for_district", "tables"]


def tables(desk: Desk, period: Period) -> tuple[Table, ...]:
    """Return every figure as counted, for the desk's own eyes."""
    with desk.query.connection() as conn:
        return tuple(tables_for(conn, desk.store.tables, period).values())


def for_district(desk: Desk, period: Period) -> tuple[Table, ...]:
    """Return what may leave: below 20 active cases F1 alone, elsewhere cells under five merged."""
    with desk.query.connection() as conn:
        counted = tables_for(conn, desk.store.tables, period)
        active = active_cases(conn, desk.store.tables, period)
    return for_office(counted, active_cases=active)
