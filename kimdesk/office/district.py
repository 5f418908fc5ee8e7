"""The district's figures and observations, and who sent what; no list and no figure per case manager."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kimdesk.domain.figures import FIGURES, TOTAL, Period, Table
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
    """One device: what came last, which numbers are missing, what was refused, what still waits for an answer."""

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
    if merged:
        table = Table(number=number, cells=((TOTAL, sum(cells.values())),))
    else:
        table = table_of(figure_record(Table(number=number, cells=tuple(cells.items())), period))
    return DistrictFigure(table=table, desks=desks, merged=merged)


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
                missing=tuple(sorted(set(range(1, max(numbers, default=0))) - numbers)),
                refused=tuple(codes),
                unanswered=sum(not each.answered for each in mine),
            )
        )
    return tuple(found)
