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
class ProtectionState:
    """Who is responsible: one office for the family's place, or all of the district while no place is recorded."""

    place: str = ""
    offices: tuple[OfficeLine, ...] = ()

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<ProtectionState>"
