"""What the district's figures show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kimdesk.domain.figures import Period, Table

Split = Literal["all", "place", "provider"]
SPLITS: tuple[Split, ...] = ("all", "place", "provider")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A period there are figures for, and from how many desks."""

    period: Period
    desks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One figure: its cells, from how many desks they came, and whether only the total may be shown."""

    table: Table
    desks: int
    merged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresState:
    """One moment of the screen; `chosen` is the place of the period shown among those offered."""

    offered: tuple[Offered, ...] = ()
    chosen: int = 0
    split: Split = "all"
    figures: tuple[Shown, ...] = ()
    loaded: bool = False

    @property
    def period(self) -> Period | None:
        """The period shown."""
        return self.offered[self.chosen].period if self.chosen < len(self.offered) else None
