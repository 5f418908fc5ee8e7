"""The district an office or provider works in: Kreis Steinfurt unless a file is loaded, the same one the desks load."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kimdesk.base.resources import resource
from kimdesk.domain.district import MOST_BYTES, District, decoded, from_text
from kimdesk.exchange.medium import watched, write_whole
from kimdesk.store.session import DISTRICT, Session

__all__ = ["District", "Session", "current", "is_own", "load", "restore_default", "save_template"]


def current(session: Session) -> District:
    """Return the district in force."""
    stored = session.get_state(DISTRICT)
    return from_text(stored) if stored else _default()


def is_own(session: Session) -> bool:
    """Tell whether a file was loaded."""
    return bool(session.get_state(DISTRICT))


def load(session: Session, path: Path) -> District:
    """Take a file into the vault; raises UserProblem(district.unreadable), Surroundings."""
    with watched(), path.open("rb") as file:
        text = decoded(file.read(MOST_BYTES + 1))
    found = from_text(text)
    session.put_state(DISTRICT, text)
    session.use_district(found)
    return found


def restore_default(session: Session) -> None:
    """Return to Kreis Steinfurt as it is shipped."""
    session.drop_state(DISTRICT)
    session.use_district(None)


def save_template(path: Path) -> None:
    """Write the shipped file where somebody chose, to be filled in."""
    write_whole(path, _shipped().encode())


def _shipped() -> str:
    return resource("district", "steinfurt.toml").read_text("utf-8")


@cache
def _default() -> District:
    return from_text(_shipped())
