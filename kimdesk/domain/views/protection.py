"""What of child protection stands on a paper, after the gate; a consultation has stand-ins where a notice has names."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedPerson:
    """Somebody an entry speaks of; `name` is a stand-in (Kind 1) in a consultation, where only the age is told.

    Codes as in resources/codes; everything from `birth_date` on is empty in a consultation.
    """

    name: str
    concerned: bool
    role: str | None = None
    gender: str | None = None
    age: int | None = None
    birth_date: str | None = None
    name_native: str = ""
    custody: str | None = None
    address: str | None = None
    phone: str | None = None
    languages: tuple[str, ...] = ()
    interpreter_needed: bool = False

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<ProtectedPerson>"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedEntry:
    """One entry as it leaves: texts without names in a consultation, as written in a notice."""

    date: dt.date
    children: tuple[str, ...]
    observed: str = ""
    said: str = ""
    assessment: str = ""
    agreed: str = ""
    told_family: str | None = None
    not_told_reason: str = ""
    consulted_on: dt.date | None = None

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<ProtectedEntry>"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionTold:
    """The people and entries of one paper, and the youth office responsible; `place` and number are a notice's."""

    persons: tuple[ProtectedPerson, ...]
    entries: tuple[ProtectedEntry, ...]
    office: str = ""
    place: str = ""
    case_number: str = ""

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<ProtectionTold>"
