"""The names of people, as words: what the privacy key hides in the window."""

from __future__ import annotations

from kimdesk.domain.names import words
from kimdesk.store.names import every_name
from kimdesk.store.session import Session

__all__ = ["Session", "name_words"]

LEAST = 2


def name_words(session: Session) -> frozenset[str]:
    """Return the folded words of all names in the vault; single letters are no names. Belongs beside the window."""
    with session.query.connection() as conn:
        names = list(every_name(conn, session.services.registry, session.store.tables))
    return frozenset(word for name in names for word in words(name) if len(word) >= LEAST)
