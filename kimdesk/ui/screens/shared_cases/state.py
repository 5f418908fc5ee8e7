"""What the screen of shared cases shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One shared case: its key, as much of a name as was released, from which device, for what, until when."""

    key: str
    label: str
    case_number: str
    desk: str
    purpose: str
    until: dt.date | None = None

    def __repr__(self) -> str:
        """Never show who it is."""
        return "<CaseRow>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The records of one kind: each a list of (field, value)."""

    kind: str
    records: tuple[tuple[tuple[str, str], ...], ...]

    def __repr__(self) -> str:
        """Never show what it says."""
        return "<Part>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A withdrawal carried out: told by which device, withdrawn on, deleted here on, how many details."""

    desk: str
    on: dt.date
    done: dt.date
    deleted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A case without a name: a short mark, its phase (a code), since and until which month, how many people, topics."""

    mark: str
    phase: str
    since: str
    closed: str
    persons: int
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedState:
    """One moment of the screen: the cases, the one being read, the withdrawals, the cases without names.

    `too_few`: cases without names came from fewer than three devices and are not shown.
    """

    cases: tuple[CaseRow, ...] = ()
    chosen: str = ""
    parts: tuple[Part, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    listed: tuple[Listed, ...] = ()
    too_few: bool = False
    loaded: bool = False

    @property
    def case(self) -> CaseRow | None:
        """The case being read."""
        return next((each for each in self.cases if each.key == self.chosen), None)

    def __repr__(self) -> str:
        """Show counts alone."""
        return f"<SharedState {len(self.cases)} cases>"
