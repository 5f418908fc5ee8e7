"""What the list of devices shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from kimdesk.domain.views.exchange import Role

Validity = Literal["valid", "soon", "over", "revoked"]
SOON_DAYS = 60
"""From so many days before its end on, an enrolment is said to run out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRow:
    """One device: its label, what it is let in as, where it belongs, until when, when something last came from it."""

    short_name: str
    label: str
    role: Role
    words: str
    since: dt.date
    until: dt.date
    validity: Validity = "valid"
    provider: str = ""
    place: str = ""
    heard: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request that was read: the label its user chose, and as what the device asks to be let in."""

    label: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicesState:
    """One moment of the screen: our own words, and everybody let in; `receives`: this vault takes bundles in."""

    words: str = ""
    rows: tuple[DeviceRow, ...] = ()
    receives: bool = True
    loaded: bool = False

    @property
    def providers(self) -> tuple[str, ...]:
        """The providers named so far, to be offered again."""
        return tuple(sorted({row.provider for row in self.rows if row.provider}))
