"""What the list of recovery sheets shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One desk: whether its sealed sheet lies here, since when, and where."""

    short_name: str
    label: str
    since: dt.date | None = None
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A share that was given: for which vault, when, and why."""

    label: str
    day: dt.date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request for a share that was read: the vault's label, the day it was made, whether this vault holds a share."""

    label: str
    day: dt.date
    ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetsState:
    """One moment of the screen: sheets, the words of this holder's recovery key, the shares given."""

    rows: tuple[SheetRow, ...] = ()
    words: str = ""
    given: tuple[Given, ...] = ()
    loaded: bool = False
