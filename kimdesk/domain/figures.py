"""Figures for the district: one-way tables, small cells merged upward, never by case manager (protection.md)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

FLOOR = 5
SMALL_DESK = 20
REST = "other"
TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a figure is about, both included."""

    start: dt.date
    end: dt.date

    def holds(self, day: dt.date | None) -> bool:
        """Tell whether a day lies in the period."""
        return day is not None and self.start <= day <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One declared figure: number, unit, definition in both languages, version of the definition."""

    number: str
    de: str
    en: str
    unit: str
    definition_de: str
    definition_en: str
    version: int = 1


FIGURES: tuple[Figure, ...] = (
    Figure(
        number="F1",
        de="Fälle",
        en="Cases",
        unit="case",
        definition_de="Fälle am Beginn, neu, abgeschlossen und am Ende des Zeitraums.",
        definition_en="Cases at the start, new, closed and at the end of the period.",
    ),
    Figure(
        number="F2",
        de="Personen in aktiven Fällen",
        en="Persons in active cases",
        unit="person",
        definition_de="Personen in Fällen, die am Ende des Zeitraums aktiv sind, nach Alter an diesem Tag.",
        definition_en="Persons in cases active at the end of the period, by age on that day.",
    ),
    Figure(
        number="F7",
        de="Kontakte",
        en="Contacts",
        unit="contact",
        definition_de="Kontakte im Zeitraum, nach Form.",
        definition_en="Contacts within the period, by form.",
    ),
    Figure(
        number="F9",
        de="Fälle nach Phase",
        en="Cases by phase",
        unit="case",
        definition_de="Fälle, die am Ende des Zeitraums aktiv sind, nach Phase an diesem Tag.",
        definition_en="Cases active at the end of the period, by phase on that day.",
    ),
)

AGE_BANDS: tuple[tuple[str, int], ...] = (
    ("0–2", 2), ("3–5", 5), ("6–9", 9), ("10–15", 15), ("16–17", 17),
    ("18–26", 26), ("27–44", 44), ("45–64", 64), ("65+", 200),
)  # fmt: skip


def age_band(age: int | None) -> str:
    """Return the band an age falls into; an unknown age is its own band."""
    if age is None:
        return "unknown"
    return next(name for name, last in AGE_BANDS if age <= last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One figure's cells in order; cells add up to the total."""

    number: str
    cells: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """The sum of all cells."""
        return sum(count for _, count in self.cells)


def count_table(number: str, values: Iterable[str]) -> Table:
    """Count values into a table, cells in alphabetical order of their codes."""
    return Table(number=number, cells=tuple(sorted(Counter(values).items())))


def for_office(tables: Mapping[str, Table], *, active_cases: int) -> tuple[Table, ...]:
    """Return what may leave the desk: below 20 active cases F1 alone, elsewhere small cells merged upward.

    F1 is about cases, not people's features, and stays as it is (protection.md, Figures without watching people).
    """
    if active_cases < SMALL_DESK:
        return tuple(table for number, table in tables.items() if number == "F1")
    return tuple(table if number == "F1" else merge_small(table) for number, table in tables.items())


def merge_small(table: Table, floor: int = FLOOR) -> Table:
    """Merge cells under `floor` into one so that totals still add up; what stays too small joins the smallest cell."""
    kept = {name: count for name, count in table.cells if count >= floor}
    rest = sum(count for _, count in table.cells if 0 < count < floor)
    while rest and rest < floor and kept:
        smallest = min(kept, key=lambda name: (kept[name], name))
        rest += kept.pop(smallest)
    if rest and not kept:
        return Table(number=table.number, cells=((TOTAL, rest),))
    cells = tuple((name, kept[name]) for name, _ in table.cells if name in kept)
    return Table(number=table.number, cells=(*cells, (REST, rest)) if rest else cells)
