"""What happens to the vault itself, kept as records: in the journal's chain, and never undone."""

from __future__ import annotations

from kimdesk.base.ids import new_id
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import VaultEvent
from kimdesk.domain.values import Value
from kimdesk.store.session import Session


def note_event(session: Session, what: str, *, about: str = "", reason: str = "") -> None:
    """Keep that something happened today; `what` is a code of `vault_event`."""
    session.apply(event(session, what, about=about, reason=reason), undoable=False)


def event(session: Session, what: str, *, about: str = "", reason: str = "") -> Create:
    """Return the change that keeps it, for what has to be written in the same transaction."""
    values: dict[str, Value] = {
        "date": session.today,
        "what": Code(what),
        "about": about or None,
        "reason": reason or None,
    }
    return Create("vault_event", new_id(session.clock), values)


def events(session: Session) -> tuple[VaultEvent, ...]:
    """Return everything that happened to the vault, the latest first."""
    return session.query.every(VaultEvent)[::-1]
