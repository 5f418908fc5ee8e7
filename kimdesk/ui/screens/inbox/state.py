"""What the inbox shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kimdesk.base.errors import KimError

Outcome = Literal["new", "replay", "missing", "partly", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one file: from which device, its number, how many items came, and the reasons of what did not.

    "missing": taken over, but earlier bundles (`missing`) have not come yet; "partly": some items were refused
    (`reasons`, error codes); "refused": nothing was taken over (`problem`).
    """

    outcome: Outcome
    name: str
    label: str = ""
    seq: int = 0
    items: int = 0
    missing: tuple[int, ...] = ()
    reasons: tuple[str, ...] = ()
    clock_suspect: bool = False
    problem: KimError | None = None

    def __repr__(self) -> str:
        """Never show a file's name."""
        return f"<Result {self.outcome}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """What is missing of one device: numbers that never came, and for how many weeks nothing came at all."""

    label: str
    missing: tuple[int, ...] = ()
    weeks: int = 0
    last: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """One bundle on the list of refusals; `kept`: it lies under lock and key and can be tried again."""

    n: int
    day: dt.date
    code: str
    params: Mapping[str, str | int]
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What the inbox knows besides the files just brought."""

    devices: int = 0
    lacks: tuple[Lack, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxState:
    """One moment of the screen: files being taken in (`done` of `total`, `share` of the present one), and results."""

    busy: bool = False
    done: int = 0
    total: int = 0
    share: float = 0.0
    stopped: int = 0
    results: tuple[Result, ...] = ()
    contents: Contents = Contents()
    loaded: bool = False

    def __repr__(self) -> str:
        """Show counts alone."""
        return f"<InboxState {self.done} of {self.total}, {len(self.results)} results>"
