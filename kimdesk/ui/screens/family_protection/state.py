"""What the page of child protection shows, once it is open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLine:
    """A youth office with its numbers; an empty text was not filled in by the provider yet."""

    name: str
    phone: str = ""
    out_of_hours: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """One entry to choose from: its id in hex and what its line says."""

    key: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingState:
    """What can leave: the entries, the youth office it would go to, and a file name that says nothing."""

    entries: tuple[EntryLine, ...]
    office: str
    file_name: str

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<LeavingState>"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionState:
    """Who is responsible: one office for the family's place, or all of the district while no place is recorded."""

    place: str = ""
    offices: tuple[OfficeLine, ...] = ()
    has_entries: bool = False

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<ProtectionState>"
