"""The district a desk works in: Kreis Steinfurt unless the provider loads a file of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kimdesk.base.resources import resource
from kimdesk.casework.desk import Desk
from kimdesk.domain.district import MOST_BYTES, District, YouthOffice, decoded, from_text
from kimdesk.exchange.medium import watched, write_whole
from kimdesk.store.session import DISTRICT

__all__ = ["District", "YouthOffice", "current", "is_own", "load", "restore_default", "save_template"]


def current(desk: Desk) -> District:
    """Return the district in force at this desk."""
    stored = desk.get_state(DISTRICT)
    return from_text(stored) if stored else _default()


def is_own(desk: Desk) -> bool:
    """Tell whether the provider loaded a file of its own."""
    return bool(desk.get_state(DISTRICT))


def load(desk: Desk, path: Path) -> District:
    """Take a provider's file into the vault; raises UserProblem(district.unreadable), Surroundings."""
    with watched(), path.open("rb") as file:
        text = decoded(file.read(MOST_BYTES + 1))
    found = from_text(text)
    desk.put_state(DISTRICT, text)
    desk.use_district(found)
    return found


def restore_default(desk: Desk) -> None:
    """Return to Kreis Steinfurt as it is shipped."""
    desk.drop_state(DISTRICT)
    desk.use_district(None)


def save_template(path: Path) -> None:
    """Write the shipped file where the provider chose, to be filled in; it holds nothing of any family."""
    write_whole(path, _shipped().encode())


def _shipped() -> str:
    return resource("district", "steinfurt.toml").read_text("utf-8")


@cache
def _default() -> District:
    return from_text(_shipped())
