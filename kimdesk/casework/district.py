"""The district a desk works in: Kreis Steinfurt unless the provider loads a file of its own."""

from __future__ import annotations

from pathlib import Path

from kimdesk.casework.desk import Desk
from kimdesk.domain.district import MOST_BYTES, District, YouthOffice, decoded
from kimdesk.exchange.medium import watched, write_whole
from kimdesk.store.working_district import current, is_own, keep, restore_default, shipped

__all__ = ["District", "YouthOffice", "current", "is_own", "load", "restore_default", "save_template"]


def load(session: Desk, path: Path) -> District:
    """Take a provider's file into the vault; raises UserProblem(district.unreadable), Surroundings."""
    with watched(), path.open("rb") as file:
        text = decoded(file.read(MOST_BYTES + 1))
    return keep(session, text)


def save_template(path: Path) -> None:
    """Write the shipped file where somebody chose, to be filled in; it holds nothing of any family."""
    write_whole(path, shipped().encode())
