"""What the page of the network map shows besides its list and its picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TieItem:
    """Two who know each other; `key` is the record's id in hex."""

    key: str
    one: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TiesState:
    """All ties, and everybody a new one could be between: (key, name)."""

    items: tuple[TieItem, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
