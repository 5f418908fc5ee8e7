"""The district's figures; no list and no figure per case manager (protection.md)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from kimdesk.domain.figures import FIGURES, REST, TOTAL, Period, Table, merge_small
from kimdesk.domain.wire import figure_record, table_of
from kimdesk.office.office import Office
from kimdesk.store.district import Imported

FEWEST_DESKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictFigure:
    """One figure summed over the desks that sent it; `merged`: too few desks, only the total is shown."""

    table: Table
    desks: int
    merged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodSent:
    """A period desks sent figures for, and how many did."""

    period: Period
    desks: int


def periods(office: Office) -> tuple[PeriodSent, ...]:
    """Return the periods for which figures came, the latest first."""
    found = [
        PeriodSent(period=Period(start=dt.date.fromisoformat(first), end=dt.date.fromisoformat(last)), desks=desks)
        for first, last, desks in office.post.district.periods()
    ]
    return tuple(sorted(found, key=lambda each: (each.period.end, each.period.start), reverse=True))


def figures(office: Office, period: Period) -> tuple[DistrictFigure, ...]:
    """Return the sums of the tables desks sent for exactly this period."""
    rows = office.post.district.figures(period.start.isoformat(), period.end.isoformat())
    by_number: dict[str, list[Imported]] = defaultdict(list)
    for row in rows:
        by_number[row.value["figure"]].append(row)
    numbers = [figure.number for figure in FIGURES if figure.number in by_number]
    return tuple(_summed(number, by_number[number], period) for number in numbers)


def _summed(number: str, rows: list[Imported], period: Period) -> DistrictFigure:
    cells: dict[str, int] = defaultdict(int)
    for row in rows:
        for name, count in table_of(row.value).cells:
            cells[name] += count
    desks = len({row.partner for row in rows})
    merged = desks < FEWEST_DESKS and number != "F1"
    total = Table(number=number, cells=((TOTAL, sum(cells.values())),))
    return DistrictFigure(table=total if merged else _added_up(number, cells, period), desks=desks, merged=merged)


def _added_up(number: str, cells: dict[str, int], period: Period) -> Table:
    """Return the sums, once more without small cells: a small desk's total would stand out among the others' cells."""
    if TOTAL in cells and len(cells) > 1:
        cells[REST] = cells.get(REST, 0) + cells.pop(TOTAL)
    table = Table(number=number, cells=tuple(cells.items()))
    return table_of(figure_record(table if number == "F1" else merge_small(table), period))
