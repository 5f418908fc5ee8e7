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
class SheetsState:
    """One moment of the screen."""

    rows: tuple[SheetRow, ...] = ()
    loaded: bool = False
