"""The ways into a vault: the passphrase and the recovery code, and how they are replaced."""

from __future__ import annotations

from dataclasses import dataclass

from kimdesk.base.errors import UserProblem
from kimdesk.store.session import Session
from kimdesk.vault.recovery import RecoveryCode

__all__ = ["RecoveryCode", "Way", "change_passphrase", "listed", "new_recovery_code"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way in: its kind ("passphrase", "recovery") and since when (UTC milliseconds)."""

    kind: str
    created_ms: int


def listed(session: Session) -> tuple[Way, ...]:
    """Return the ways in force, without any secret."""
    return tuple(Way(kind=slot.kind, created_ms=slot.created_ms) for slot in session.vault.slots().slots)


def require_passphrase(session: Session, passphrase: str) -> None:
    """Make sure that the person at the keyboard knows the passphrase; raises UserProblem `vault.wrong_passphrase`."""
    if not session.vault.is_passphrase(passphrase, policy=session.services.policy):
        raise UserProblem("vault.wrong_passphrase")


def change_passphrase(session: Session, passphrase: str) -> None:
    """Replace the passphrase; older backups still open with the old one. Raises UserProblem `vault.passphrase_weak`."""
    session.vault.set_passphrase(passphrase, clock=session.clock, policy=session.services.policy)


def new_recovery_code(session: Session) -> RecoveryCode:
    """Return a new recovery code; the old sheet opens nothing any more. Raises Surroundings."""
    return session.vault.new_recovery_code(clock=session.clock, policy=session.services.policy)
