"""What a deputy is given, and what the owner learns of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyView:
    """Who stands in: name, how consents call the deputy, the eight words of the deputy's device, until which day."""

    name: str
    recipient: str
    words: str
    until: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagePerson:
    """A person as the deputy needs to reach them; empty where no consent covers it."""

    name: str
    role: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()
    interpreter_needed: str = ""

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<PackagePerson>"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageDate:
    """Something with a day: an appointment (with its time and place) or an open promise (with who keeps it).

    An appointment without a text is the next one that was agreed at a contact.
    """

    text: str
    day: dt.date | None
    detail: str = ""

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<PackageDate>"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageFamily:
    """One active case whose people agreed to a deputy."""

    case_number: str
    persons: tuple[PackagePerson, ...]
    appointments: tuple[PackageDate, ...]
    promises: tuple[PackageDate, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<PackageFamily>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """An opened package: whose it is, made when (UTC ms), until which day it may be used, and the families."""

    owner: str
    label: str
    made_ms: int
    until: dt.date
    families: tuple[PackageFamily, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Package>"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageFile:
    """A package that lies somewhere: its file, and of which vault and when (UTC ms) the backup is it belongs to."""

    file: Path
    label: str = ""
    made_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Somebody opened a package of ours: who as they say, why, when (UTC ms); `is_deputy` unless another device did."""

    by: str
    reason: str
    at_ms: int
    is_deputy: bool

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Opening>"
