"""The district a vault works in: Kreis Steinfurt unless a file of its own was taken in; desks and bodies share it."""

from __future__ import annotations

from functools import cache

from kimdesk.base.resources import resource
from kimdesk.domain.district import District, from_text
from kimdesk.store.session import DISTRICT, Session


def current(session: Session) -> District:
    """Return the district in force."""
    stored = session.get_state(DISTRICT)
    return from_text(stored) if stored else _default()


def is_own(session: Session) -> bool:
    """Tell whether a file was taken in."""
    return bool(session.get_state(DISTRICT))


def keep(session: Session, text: str) -> District:
    """Take a file's text into the vault; raises UserProblem district.unreadable."""
    found = from_text(text)
    session.put_state(DISTRICT, text)
    session.use_district(found)
    return found


def restore_default(session: Session) -> None:
    """Return to Kreis Steinfurt as it is shipped."""
    session.drop_state(DISTRICT)
    session.use_district(None)


def shipped() -> str:
    """Return the shipped file, which others fill in for theirs; it holds nothing of any family."""
    return resource("district", "steinfurt.toml").read_text("utf-8")


@cache
def _default() -> District:
    return from_text(shipped())
