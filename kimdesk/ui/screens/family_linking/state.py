"""What the page of a family's referrals and conferences shows beside its lists."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

TAKEN_UP, PREPARE, PRINT, DONE, REOPEN = "taken_up", "prepare", "print", "done", "reopen"
"""What can be done at a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOn:
    """A service that goes on with the family: since when, in which life domain, how it stands, whom to call."""

    body: str
    since: dt.date
    domain: str = ""
    state: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkingState:
    """The whole page beside its lists; `lacking` are bodies of the open conference without every consent."""

    handed_on: tuple[HandedOn, ...] = ()
    conference: str = ""
    lacking: tuple[str, ...] = ()
    past: bool = False
