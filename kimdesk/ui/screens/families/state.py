"""What the caseload shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from kimdesk.domain.views.caseload import CaseRow

SOON = dt.timedelta(days=14)
QUIET = dt.timedelta(weeks=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What the list is narrowed to; empty means everything."""

    text: str = ""
    phase: str = ""
    place: str = ""
    due_soon: bool = False
    quiet: bool = False
    closed: bool = False

    @property
    def narrow(self) -> bool:
        """Tell whether anything but the text narrows the list."""
        return bool(self.phase or self.place or self.due_soon or self.quiet)

    def fits(self, row: CaseRow, today: dt.date) -> bool:
        """Tell whether a row passes everything but the text."""
        return (
            self.phase in {"", row.phase}
            and self.place in {"", row.place}
            and (not self.due_soon or (row.next_due is not None and row.next_due <= today + SOON))
            and (not self.quiet or row.last_contact is None or row.last_contact < today - QUIET)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """Someone who lives there: name and age if it is known."""

    name: str
    age: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something promised and still open, and by whom (codes)."""

    text: str
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastContact:
    """The latest contact: day, form (a code), and how its note begins."""

    day: dt.date
    form: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A family at a glance."""

    row: CaseRow
    languages: tuple[str, ...] = ()
    interpreter: bool = False
    residents: tuple[Resident, ...] = ()
    promises: tuple[Promise, ...] = ()
    last: LastContact | None = None

    def __repr__(self) -> str:
        """Never show who it is."""
        return "<Preview>"


@dataclass(frozen=True, slots=True, kw_only=True)
class FamiliesState:
    """One moment of the screen; the list itself is paged and not part of it."""

    active: int = 0
    total: int = 0
    shown: int = 0
    sort: str = "label"
    descending: bool = False
    filter: Filter = field(default_factory=Filter)
    preview: Preview | None = None
    creating: bool = False

    def __repr__(self) -> str:
        """Never show who it is."""
        return f"<FamiliesState {self.shown} of {self.total}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFamilyForm:
    """What the short form of a new family asks; one name is enough."""

    family_name: str = ""
    given_name: str = ""
    place: str = ""
    language: str = ""
    route: str = ""

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<NewFamilyForm>"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFamily:
    """Somebody who may be in the caseload already: who, in which family, and that case's id in hex."""

    case: str
    who: str
    where: str

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<KnownFamily>"
