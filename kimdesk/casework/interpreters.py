"""Who may interpret: the grown-ups of the directory (protection.md, People in the room)."""

from __future__ import annotations

from kimdesk.casework.desk import Desk
from kimdesk.domain.records import Interpreter

UNDER_AGE = "no"


def choices(desk: Desk) -> tuple[Interpreter, ...]:
    """Return who can be chosen, by name; whoever is known to be under 18 never can."""
    found = (each for each in desk.query.every(Interpreter) if each.of_age != UNDER_AGE)
    return tuple(sorted(found, key=lambda each: each.name.casefold()))
