"""The district's figures and observations, and who sent what; no list and no figure per case manager."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kimdesk.domain.figures import FIGURES, REST, TOTAL, Period, Table, merge_small
from kimdesk.domain.wire import figure_record, table_of
from kimdesk.office.office import Office
from kimdesk.store.district import Imported

FEWEST_DESKS = 3
MOST_MISSING = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictFigure:
    """One figure summed over the desks that sent it; `merged`: too few desks, only the total is shown."""

    table: Table
    desks: int
    merged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictObservation:
    """One observation, without saying which desk made it."""

    date: dt.date
    topic: str
    description: str
    proposal: str | None
    actor_type: str | None
    frequency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One device: what came last, which numbers are missing (the first hundred), what was refused, what still waits."""

    short_name: str
    label: str
    role: str
    revoked: bool
    valid_until: int
    last_seq: int
    last_at: int | None
    missing: tuple[int, ...]
    refused: tuple[str, ...]
    unanswered: int


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


def observations(office: Office, period: Period) -> tuple[DistrictObservation, ...]:
    """Return the structural observations of a period, oldest first."""
    rows = office.post.district.observations(period.start.isoformat(), period.end.isoformat())
    return tuple(_observation(row.value) for row in rows)


def _observation(value: Mapping[str, Any]) -> DistrictObservation:
    return DistrictObservation(
        date=dt.date.fromisoformat(value["date"]),
        topic=value["topic"],
        description=value["description"],
        proposal=value.get("proposal"),
        actor_type=value.get("actor_type"),
        frequency=value.get("frequency"),
    )


def _missing(numbers: set[int]) -> tuple[int, ...]:
    """Return the numbers before the last that never came, the first hundred: a device may claim any number."""
    found: list[int] = []
    following = 1
    for number in sorted(numbers):
        found += range(following, min(number, following + MOST_MISSING))
        following = number + 1
    return tuple(found[:MOST_MISSING])


def overview(office: Office) -> tuple[Delivery, ...]:
    """Return what came from every device."""
    taken = office.post.ledger.taken()
    found = []
    for row in office.post.ledger.partners():
        mine = [each for each in taken if each.partner == row.fingerprint]
        last = max(mine, key=lambda each: (each.at, each.place.head.seq), default=None)
        stream = [each for each in mine if last and each.place.incarnation == last.place.incarnation]
        numbers = {each.place.head.seq for each in stream}
        codes = sorted({state.code for each in mine for state in each.states if state.code})
        found.append(
            Delivery(
                short_name=row.short_name,
                label=row.label,
                role=row.role,
                revoked=row.revoked,
                valid_until=row.valid_until,
                last_seq=max(numbers, default=0),
                last_at=last.at if last else None,
                missing=_missing(numbers),
                refused=tuple(codes),
                unanswered=sum(not each.answered for each in mine),
            )
        )
    return tuple(found)
