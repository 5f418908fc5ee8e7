"""What two case managers of one provider see of a case that changes hands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """The desk of a card: the label it goes by, the provider who let it in, its eight words."""

    label: str
    provider: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPreview:
    """What would go: how many records of each kind, and the titles of files that stay because they are too large."""

    case_number: str
    persons: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    files: int = 0
    stays: tuple[str, ...] = ()
    handed_to: str = ""

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<HandoverPreview>"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivedCase:
    """A case on its way in, seen before it is taken: from whom, under which number, what it holds."""

    giver: str
    words: str
    provider: str
    case_number: str
    own_number: str
    persons: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    files: int
    day: dt.date
    family_told: bool
    reason: str

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<ArrivedCase>"
