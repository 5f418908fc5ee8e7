"""What the exchange shows: whom this desk knows, what shall leave, what would leave, what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework.exchange import (
    Candidate,
    Contents,
    GrantView,
    PartnerView,
    Period,
    PreparedBundle,
    Receipt,
    SentBundle,
    WrittenBundle,
)
from kimdesk.domain.records import Agreement

Page = Literal["enrol", "compose", "leaving", "history"]
Busy = Literal["", "loading", "preparing", "saving", "receiving"]
PERIODS = ("last_month", "this_month", "last_quarter", "this_year", "last_year")


def period_of(key: str, today: dt.date) -> Period:
    """Return the days of a period's key; those that are not over end today."""
    first = today.replace(day=1)
    if key == "this_month":
        return Period(start=first, end=today)
    if key == "last_quarter":
        this = first.replace(month=first.month - (first.month - 1) % 3)
        end = this - dt.timedelta(days=1)
        return Period(start=end.replace(month=end.month - 2, day=1), end=end)
    if key == "this_year":
        return Period(start=today.replace(month=1, day=1), end=today)
    if key == "last_year":
        return Period(start=dt.date(today.year - 1, 1, 1), end=dt.date(today.year - 1, 12, 31))
    end = first - dt.timedelta(days=1)
    return Period(start=end.replace(day=1), end=end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What shall leave: to whom (short name), the figures' period, which contents, which families for what."""

    partner: str = ""
    period: str = "last_month"
    contents: frozenset[Contents] = frozenset({"figures", "observations"})
    purpose: str = "support"
    families: tuple[Candidate, ...] = ()

    def named(self) -> Mapping[RecordId, str]:
        """Return the families as the use case wants them."""
        return {each.case: self.purpose for each in self.families}


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What the screen opens with."""

    own_words: str
    label: str
    partners: tuple[PartnerView, ...]
    history: tuple[SentBundle, ...]
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    """By the partner's short name: the agreement about lists without names that holds today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """One file somebody gave in: its name, and what it was, or why it was refused."""

    file: str = field(repr=False)
    receipt: Receipt | None = None
    problem: KimError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """How far getting to know each other is: this device's words, whether they were written, the grant looked at."""

    own_words: str = ""
    label: str = ""
    requested: bool = False
    grant: GrantView | None = None
    grant_file: Path | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeState:
    """One moment of the screen."""

    page: Page = "compose"
    busy: Busy = ""
    done: int = 0
    total: int = 0
    partners: tuple[PartnerView, ...] = ()
    enrolment: Enrolment = Enrolment()
    wish: Wish = Wish()
    prepared: PreparedBundle | None = None
    written: WrittenBundle | None = None
    history: tuple[SentBundle, ...] = ()
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    arrived: tuple[Arrived, ...] = ()
    problem: KimError | None = None

    def partner(self) -> PartnerView | None:
        """Return whom the next bundle is for."""
        return next((each for each in self.partners if each.short_name == self.wish.partner), None)

    def agreement(self) -> Agreement | None:
        """Return the agreement with whom the next bundle is for."""
        return self.agreements.get(self.wish.partner)

    def __repr__(self) -> str:
        """Show nothing of it."""
        return f"<ExchangeState {self.page} {self.busy}>"
