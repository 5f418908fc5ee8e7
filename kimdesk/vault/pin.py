"""The PIN that takes the cover off: kept as a salted hash inside the vault. It stops glances, not thieves."""

from __future__ import annotations

import hmac
import itertools
import secrets
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kimdesk.base.errors import UserProblem

DIGITS: Final = 6
_ITERATIONS: Final = 2
_MEMORY_KIB: Final = 19 * 1024  # OWASP password storage cheat sheet: 19 MiB, two passes, one lane
_HASH_BYTES: Final = 32
_SALT_BYTES: Final = 16


@dataclass(frozen=True, slots=True, repr=False)
class StoredPin:
    """A PIN as the vault keeps it."""

    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, pin: str) -> StoredPin:
        """Return a new hash of a PIN; raises UserProblem `pin.digits`, `pin.easy`."""
        require_pin(pin)
        salt = secrets.token_bytes(_SALT_BYTES)
        return cls(salt, _digest(pin, salt))

    @classmethod
    def parse(cls, stored: str) -> StoredPin:
        """Return what `as_text` wrote."""
        raw = bytes.fromhex(stored)
        return cls(raw[:_SALT_BYTES], raw[_SALT_BYTES:])

    def as_text(self) -> str:
        """Return salt and hash in hex."""
        return (self.salt + self.digest).hex()

    def fits(self, pin: str) -> bool:
        """Tell whether this is the PIN; takes about 30 ms."""
        return hmac.compare_digest(_digest(pin, self.salt), self.digest)


def require_pin(pin: str) -> None:
    """Accept six digits that are neither all the same nor a run; raises UserProblem `pin.digits`, `pin.easy`."""
    if len(pin) != DIGITS or not (pin.isascii() and pin.isdigit()):
        raise UserProblem("pin.digits")
    steps = {(int(after) - int(before)) % 10 for before, after in itertools.pairwise(pin)}
    if steps in ({0}, {1}, {9}):
        raise UserProblem("pin.easy")


def _digest(pin: str, salt: bytes) -> bytes:
    kdf = Argon2id(salt=salt, length=_HASH_BYTES, iterations=_ITERATIONS, lanes=1, memory_cost=_MEMORY_KIB)
    return kdf.derive(pin.encode())
