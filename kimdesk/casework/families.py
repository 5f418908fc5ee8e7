"""The caseload: its list, its search, a new family."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Person
from kimdesk.domain.values import Value
from kimdesk.domain.views.caseload import CaseCounts, CaseRow, SearchHit
from kimdesk.store.lists import SortBy

__all__ = ["NewFamily", "SortBy", "counts", "create_family", "find", "hits", "order", "rows", "search"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFamily:
    """The short form of a new family: one name is enough."""

    family_name: str = ""
    given_name: str = ""
    municipality: Code | None = None
    access_route: Code | None = None
    language: Code | None = None
    case_number: str = ""

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<NewFamily>"


def order(desk: Desk, sort: SortBy = "label", *, descending: bool = False, active_only: bool = True) -> array[int]:
    """Return the row numbers of the caseload in the order of a column."""
    return desk.page.case_order(sort, descending=descending, active_only=active_only)


def rows(desk: Desk, numbers: Sequence[int]) -> dict[int, CaseRow]:
    """Return the rows of at most 128 numbers."""
    return desk.page.case_rows(numbers)


def hits(desk: Desk, text: str) -> frozenset[int] | None:
    """Return the numbers of cases a text is found in (names in any script, places, case numbers)."""
    return desk.page.case_hits(text)


def counts(desk: Desk) -> CaseCounts:
    """Return how many cases are active and how many there are."""
    return desk.page.case_counts()


def find(desk: Desk, case_number: str) -> CaseRow:
    """Return a case by its number; raises UserProblem(case.not_found)."""
    row = desk.query.case_by_number(case_number)
    if row is None:
        raise UserProblem("case.not_found")
    return row


def search(desk: Desk, text: str, *, limit: int = 20) -> list[SearchHit]:
    """Return records in which all words of a text occur, best first."""
    return desk.query.search(text, limit=limit)


def create_family(desk: Desk, new: NewFamily) -> RecordId:
    """Create a case with one person in one step; returns the case's id."""
    case, person = new_id(desk.clock), new_id(desk.clock)
    languages = frozenset({new.language}) if new.language else frozenset()
    case_values: dict[str, Value] = {
        "case_number": new.case_number or next_case_number(desk),
        "municipality": new.municipality,
        "access_route": new.access_route,
        "first_contact": desk.today,
        "phase": "clarification",
        "owner": desk.store.device.hex(),
        "epoch": 1,
    }
    person_values: dict[str, Value] = {
        "case": case,
        "family_name": new.family_name,
        "given_name": new.given_name,
        "languages": languages,
        "in_household": "yes",
    }
    desk.apply(Create("case", case, case_values), Create(desk.services.registry.of(Person).name, person, person_values))
    return case


def next_case_number(desk: Desk) -> str:
    """Return the next free case number: prefix, year, counter; deleted cases keep theirs."""
    prefix = f"{desk.profile.case_prefix}-{desk.today.year}-"
    last = desk.query.highest_case_number(prefix)
    counter = int(last.removeprefix(prefix)) if last and last.removeprefix(prefix).isdigit() else 0
    return f"{prefix}{counter + 1:04d}"
