"""What the screen of receipts shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A device that waits for a receipt: for how many bundles, and up to which number."""

    label: str
    bundles: int
    last_seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A receipt just written and read back: for which device, up to which of its bundles, under which file name."""

    label: str
    seq: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A receipt written before: for which device, its number, when."""

    label: str
    seq: int
    day: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptsState:
    """One moment of the screen."""

    waiting: tuple[Waiting, ...] = ()
    written: tuple[Written, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    busy: bool = False
    loaded: bool = False
