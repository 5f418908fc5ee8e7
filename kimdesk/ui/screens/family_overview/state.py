"""What a family's first page shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from kimdesk.domain.values import Value
from kimdesk.ui.shell.family_rows import Age, Promise

APPOINTMENTS, INTAKE, HOUSING, PHASES, CLOSING = "appointment", "intake", "housing", "phase_step", "closing"
ENDING = frozenset({"evaluation", "closure", "aftercare"})
"""Phases in which the closing is on the page; where it has begun, it always is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentContact:
    """One of the latest contacts; `text` stays empty where it may be discussed with some persons only."""

    key: str
    date: dt.date
    form: str
    minutes: int | None
    interpreting: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal of the plan with its state."""

    wording: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLines:
    """The newest version of the plan."""

    version: int
    signed_on: dt.date | None
    goals: tuple[GoalLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Someone of the family."""

    name: str
    native: str
    age: Age | None
    situation: str
    german: str
    reads: tuple[str, ...]
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewState:
    """The whole page; `values` and `drafts` are those of the case."""

    case: str
    values: Mapping[str, Value]
    drafts: Mapping[str, str] = field(default_factory=dict)
    recent: tuple[RecentContact, ...] = ()
    contacts: int = 0
    promises: tuple[Promise, ...] = ()
    plan: PlanLines | None = None
    persons: tuple[PersonLine, ...] = ()
    ending: bool = False
    closed: bool = False
    handed_to: str = ""
    handed_on: dt.date | None = None
