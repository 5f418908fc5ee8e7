"""Rows of the caseload's list and of a search."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.base.ids import RecordId
from kimdesk.domain.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One line of the caseload."""

    n: int
    id: RecordId
    case_number: str
    label: str
    native: str
    place: str | None
    phase: str | None
    active: bool
    persons: int
    since: dt.date | None
    last_contact: dt.date | None
    next_due: dt.date | None
    promises: int
    consents_valid: int
    consents_withdrawn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCounts:
    """How many cases there are."""

    active: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One found record: whose case, which person if it is one, how good, and where the words stand."""

    case_number: str
    case: RecordId
    kind: str
    record: RecordId
    person: str
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One change of a record: which day, who, which field, what before and what after.

    `name` is the field's own name, empty for a record that began, went or came back; `former` and `value`
    are the values themselves, so that one can be put back and references can be named.
    """

    day: dt.date
    actor: str
    op: str
    kind: str
    field: str
    before: str
    after: str
    record: RecordId
    name: str = ""
    former: Value = None
    value: Value = None
