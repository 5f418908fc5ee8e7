"""The caseload's list: an ordered array of row numbers, pages of rows on demand, hits as a set."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from kimdesk.base.ids import RecordId
from kimdesk.domain.names import words
from kimdesk.domain.views.caseload import CaseCounts, CaseRow
from kimdesk.store.engines import Driver

SortBy = Literal["label", "case_number", "place", "phase", "next_due", "last_contact"]

_ORDER: dict[SortBy, str] = {
    "label": "sort_key, n",
    "case_number": "case_number, n",
    "place": "place, sort_key, n",
    "phase": "phase, sort_key, n",
    "next_due": "next_due IS NULL, next_due, sort_key, n",
    "last_contact": "last_contact, sort_key, n",
}
_PAGE = (
    "SELECT n, id, case_number, label, native, place, phase, active, persons, since, last_contact, next_due,"
    " promises, consents_valid, consents_withdrawn FROM case_summary WHERE n IN ({marks})"
)


def case_order(driver: Driver, sort: SortBy, *, descending: bool, active_only: bool) -> array[int]:
    """Return the row numbers of all cases in the order of a column."""
    order = _ORDER[sort]
    if descending:
        order = ", ".join(f"{part} DESC" for part in order.split(", "))
    where = "WHERE active = 1" if active_only else ""
    cursor = driver.execute(f"SELECT n FROM case_summary {where} ORDER BY {order}")  # noqa: S608 - fixed words
    return array("q", [row[0] for row in cursor])


def case_rows(driver: Driver, numbers: Sequence[int]) -> dict[int, CaseRow]:
    """Return the rows of at most 128 numbers; a case that vanished is left out."""
    marks = ",".join("?" * len(numbers))
    cursor = driver.execute(_PAGE.format(marks=marks), tuple(numbers))
    return {row[0]: _case_row(row) for row in cursor}


def case_hits(driver: Driver, text: str) -> frozenset[int] | None:
    """Return the numbers of cases all words of a text occur in, or None for an empty text."""
    wanted = words(text)
    if not wanted:
        return None
    query = " ".join(f'"{word}"*' for word in wanted)
    cursor = driver.execute("SELECT rowid FROM case_search WHERE case_search MATCH ?", (query,))
    return frozenset(row[0] for row in cursor)


def case_counts(driver: Driver) -> CaseCounts:
    """Return how many cases are active and how many there are."""
    row = driver.execute("SELECT COALESCE(SUM(active), 0), COUNT(*) FROM case_summary").fetchone()
    return CaseCounts(active=row[0], total=row[1])


def record_counts(driver: Driver, tables: Mapping[str, str]) -> dict[str, int]:
    """Return how many records there are of each kind, deleted ones not counted; `tables` is kind to table."""
    return {
        kind: int(driver.execute(f"SELECT COUNT(*) FROM {table} WHERE deleted = 0").fetchone()[0])  # noqa: S608 - ours
        for kind, table in tables.items()
    }


def case_by_number(driver: Driver, case_number: str) -> CaseRow | None:
    """Return the row of a case by its number, or None."""
    found = driver.execute("SELECT n FROM case_summary WHERE case_number = ?", (case_number,)).fetchone()
    return None if found is None else case_rows(driver, [found[0]])[found[0]]


def _case_row(row: Any) -> CaseRow:  # a driver's row in the order of _PAGE
    return CaseRow(
        n=row[0],
        id=RecordId(row[1]),
        case_number=row[2],
        label=row[3],
        native=row[4],
        place=row[5],
        phase=row[6],
        active=bool(row[7]),
        persons=row[8],
        since=_day(row[9]),
        last_contact=_day(row[10]),
        next_due=_day(row[11]),
        promises=row[12],
        consents_valid=row[13],
        consents_withdrawn=row[14],
    )


def _day(stored: str | None) -> dt.date | None:
    return dt.date.fromisoformat(stored) if stored else None


def case_by_id(driver: Driver, case: RecordId) -> CaseRow | None:
    """Return the row of a case by its id, or None."""
    found = driver.execute("SELECT n FROM case_summary WHERE id = ?", (case,)).fetchone()
    return None if found is None else case_rows(driver, [found[0]])[found[0]]


def highest_case_number(driver: Driver, prefix: str) -> str | None:
    """Return the highest case number that begins with a prefix; deleted cases keep theirs."""
    statement = "SELECT MAX(case_number) FROM cases WHERE case_number >= ? AND case_number < ?"
    found = driver.execute(statement, (prefix, prefix + "\uffff")).fetchone()[0]
    return None if found is None else str(found)
