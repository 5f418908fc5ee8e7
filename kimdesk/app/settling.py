"""What was typed becomes changes before a vault is closed, and copies outside of it go."""

from __future__ import annotations

from contextlib import ExitStack

from kimdesk.casework.desk import Desk
from kimdesk.casework.editing import settle_all
from kimdesk.casework.outside import clean
from kimdesk.store.session import Session


def settle(vault: Session) -> None:
    """Settle every draft and remove copies given to other programs; each happens even if the other fails."""
    if isinstance(vault, Desk):
        with ExitStack() as both:
            both.callback(clean, vault)
            both.callback(settle_all, vault)
