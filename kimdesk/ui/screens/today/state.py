"""What Heute shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.casework.today import Standing
from kimdesk.domain.views.agenda import AgendaAppointment, AgendaItem, SilentFamily


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """Something that was begun and is not complete yet: its kind, its words so far, the case it belongs to (hex)."""

    kind: str
    text: str
    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayState:
    """One moment of the screen. `hour` decides the greeting; `standing` is None until it was looked at."""

    day: dt.date
    hour: int
    active: int
    items: tuple[AgendaItem, ...] = ()
    appointments: tuple[AgendaAppointment, ...] = ()
    silent: tuple[SilentFamily, ...] = ()
    begun: tuple[Begun, ...] = ()
    standing: Standing | None = None
    to_print: int = 0
    """Papers on the print list."""

    @property
    def overdue(self) -> int:
        """How many matters are due today or were before."""
        return sum(1 for item in self.items if item.day <= self.day)

    @property
    def soon(self) -> int:
        """How many are due in the next seven days."""
        return sum(1 for item in self.items if self.day < item.day <= self.day + dt.timedelta(days=7))
