"""What stands beside the persons of a household."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.domain.deciding import Decides


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """Somebody of the case: id in hex, name, and a date of birth to tell double entries apart."""

    key: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minor:
    """Somebody under eighteen: who decides, and the day of coming of age if the date of birth is known."""

    name: str
    decides: Decides
    guardians: tuple[str, ...] = ()
    judged: bool = False
    of_age: dt.date | None = None
    soon: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody who may be entered already: `entered` and `person` are ids in hex, `where` names the other family."""

    entered: str
    person: str
    case: str
    who: str
    where: str
    same_family: bool

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Known>"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdState:
    """Everybody of the case, and the minors among them."""

    residents: tuple[Resident, ...] = ()
    minors: tuple[Minor, ...] = ()
