"""The passphrase once more: before something leaves the house, before a key changes, before closed pages open.

Whoever finds an open laptop can read the screen, but neither take the caseload along nor lock its owner out.
"""

from __future__ import annotations

import math

from kimdesk.base.errors import UserProblem
from kimdesk.base.patience import Patience
from kimdesk.store.session import Session

__all__ = ["Patience", "Session", "needed", "prove", "waiting"]


def needed(session: Session) -> bool:
    """Tell whether there is a passphrase to ask for; the example to practise with has none that anybody knows."""
    return not session.practice


def prove(session: Session, passphrase: str) -> None:
    """Accept the passphrase of an open vault; takes as long as unlocking, so it belongs beside the window.

    Raises UserProblem `vault.wrong_passphrase`, or `vault.wait` with `seconds` after several wrong ones in a row;
    Untrusted and Surroundings as unlocking does.
    """
    if not needed(session):
        return
    if seconds := waiting(session):
        raise UserProblem("vault.wait", seconds=seconds)
    if not session.vault.opens_with(passphrase, policy=session.services.policy):
        session.patience.failed()
        raise UserProblem("vault.wrong_passphrase")
    session.patience.succeeded()


def waiting(session: Session) -> int:
    """Return how many whole seconds are to wait before the next try; 0 where one may try."""
    return math.ceil(session.patience.remaining())
