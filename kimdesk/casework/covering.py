"""What takes the cover off: a PIN of six digits, or the passphrase where none was set yet."""

from __future__ import annotations

import threading

from kimdesk.base.errors import UserProblem
from kimdesk.casework import proof
from kimdesk.store.session import Session
from kimdesk.vault.pin import DIGITS, StoredPin, require_pin

__all__ = ["DIGITS", "TRIES", "CoverLock", "Session", "require_pin"]

TRIES = 5
"""So many wrong entries in a row, then the vault is locked."""
_KEY = "cover_pin"


class CoverLock:
    """Knows the PIN of an open vault; everything but `asks` takes a moment and belongs beside the window.

    The PIN is read once, so that taking the cover off waits for no transaction.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._guard = threading.Lock()
        stored = session.get_state(_KEY)
        self._pin = StoredPin.parse(stored) if stored else None

    @property
    def asks(self) -> str:
        """What is asked for: "pin", "passphrase", or "" in the example to practise with."""
        if not proof.needed(self._session):
            return ""
        return "pin" if self._pin is not None else "passphrase"

    def try_pin(self, pin: str) -> None:
        """Accept the PIN; raises UserProblem `pin.wrong`."""
        with self._guard:
            if self._pin is not None and not self._pin.fits(pin):
                raise UserProblem("pin.wrong")

    def try_passphrase(self, passphrase: str) -> None:
        """Accept the passphrase; raises as `proof.prove`."""
        proof.prove(self._session, passphrase)

    def waiting(self) -> int:
        """Return how many seconds are to wait after wrong passphrases."""
        return proof.waiting(self._session)

    def set_pin(self, pin: str) -> None:
        """Put a PIN in force; raises UserProblem `pin.digits`, `pin.easy`."""
        made = StoredPin.of(pin)
        self._session.put_state(_KEY, made.as_text())
        with self._guard:
            self._pin = made
