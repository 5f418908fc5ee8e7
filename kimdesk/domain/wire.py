"""How figures and observations are spelled in a bundle (kimdesk/exchange/FORMAT.md 5), and read again."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Mapping
from typing import Any

from kimdesk.domain.figures import AGE_BANDS, FIGURES, REST, TOTAL, Period, Table
from kimdesk.domain.records import StructuralObservation
from kimdesk.domain.reference import Reference

SPLITS: Mapping[str, str] = {"F1": "stage", "F2": "age_band", "F7": "contact_form", "F9": "phase"}
STAGES = ("start", "new", "closed", "end")
_FIGURES = {figure.number: figure for figure in FIGURES}
_ORDER = {name: place for place, name in enumerate((*STAGES, *(name for name, _ in AGE_BANDS)))}
_OPTIONAL = ("actor_type", "frequency", "proposal")


def cell_codes(number: str, reference: Reference) -> frozenset[str]:
    """Return the codes a figure's cells may have in a bundle."""
    if number == "F1":
        return frozenset(STAGES)
    merged = {REST, TOTAL, "unknown", "not_recorded"}
    if SPLITS[number] == "age_band":
        return frozenset({name.replace("–", "-") for name, _ in AGE_BANDS} | merged)
    return frozenset({entry.code for entry in reference[SPLITS[number]].entries} | merged)


def figure_id(number: str, period: Period) -> str:
    """Return the id of a figure's table for a period: the same table sent again replaces itself."""
    text = f"figure|{number}|{period.start}|{period.end}"
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def figure_record(table: Table, period: Period) -> dict[str, Any]:
    """Return a table as a bundle carries it."""
    figure = _FIGURES[table.number]
    cells: Counter[str] = Counter()
    for name, count in table.cells:  # merging small cells may give a second cell "other"
        cells[name.replace("–", "-")] += count
    return {
        "id": figure_id(table.number, period),
        "figure": table.number,
        "definition": figure.version,
        "split": SPLITS[table.number],
        "unit": figure.unit,
        "date_from": period.start.isoformat(),
        "date_to": period.end.isoformat(),
        "cells": sorted([name, count] for name, count in cells.items()),
    }


def table_of(record: Mapping[str, Any]) -> Table:
    """Return the table of a bundle's record, cells in reading order."""
    banded = record["split"] == "age_band"
    named = [(name.replace("-", "–") if banded else name, count) for name, count in record["cells"]]
    cells = sorted(named, key=lambda cell: (_ORDER.get(cell[0], len(_ORDER)), cell[0]))
    return Table(number=record["figure"], cells=tuple(cells))


def period_of(record: Mapping[str, Any]) -> Period:
    """Return the days of a figure's record."""
    return Period(start=dt.date.fromisoformat(record["date_from"]), end=dt.date.fromisoformat(record["date_to"]))


def observation_record(observation: StructuralObservation, revision: int) -> dict[str, Any]:
    """Return an observation as a bundle carries it: district only, no place, nobody's name."""
    record = {
        "id": observation.id.hex(),
        "revision": f"{revision:016x}",
        "date": observation.date.isoformat(),
        "topic": observation.topic,
        "description": observation.description,
    }
    given = {name: getattr(observation, name) for name in _OPTIONAL}
    return record | {name: value for name, value in given.items() if value}
