"""Sealing something small to a key that only one holder has: HPKE with X-Wing (ML-KEM-768 and X25519), RFC 9180.

The same construction as the recipients of bundles, kept apart by `info`: what is sealed for one use opens for no other.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from kimdesk.base.words import spoken

SEED_BYTES: Final = 32
PUBLIC_BYTES: Final = 1216
OVERHEAD: Final = 1120 + 16
_MLKEM_BYTES: Final = 1184
_SUITE: Final = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
_PREFIX: Final = b"kimdesk/v1/"
_FINGERPRINT: Final = b"kimdesk/v1/sealing-key\0"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Whom something is sealed to, 1,216 bytes; two people compare its eight words."""

    raw: bytes

    def __post_init__(self) -> None:
        """Refuse what is no key; raises ValueError."""
        self._key()

    @property
    def fingerprint(self) -> bytes:
        """32 bytes that stand for the key."""
        return hashlib.sha256(_FINGERPRINT + self.raw).digest()

    @property
    def words(self) -> str:
        """The eight words of the fingerprint."""
        return spoken(self.fingerprint)

    def seal(self, content: bytes | bytearray, *, info: bytes) -> bytes:
        """Return `content` for the holder alone; `info` must be given again to open it."""
        return _SUITE.encrypt(bytes(content), self._key(), info=_PREFIX + info)

    def _key(self) -> hpke.MLKEM768X25519PublicKey:
        if len(self.raw) != PUBLIC_BYTES:
            raise ValueError("not a sealing key")
        return hpke.MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(self.raw[:_MLKEM_BYTES]),
            X25519PublicKey.from_public_bytes(self.raw[_MLKEM_BYTES:]),
        )


class SealingKey:
    """The private half, made from a 32-byte seed; shows nothing when printed."""

    __slots__ = ("_private", "public", "seed")

    def __init__(self, seed: bytes | bytearray) -> None:
        if len(seed) != SEED_BYTES:
            raise ValueError("a seed has 32 bytes")
        expanded = hashlib.shake_256(seed).digest(96)
        mlkem = MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
        x25519 = X25519PrivateKey.from_private_bytes(expanded[64:])
        self.seed = bytes(seed)
        self._private = hpke.MLKEM768X25519PrivateKey(mlkem, x25519)
        self.public = PublicKey(mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw())

    @classmethod
    def generate(cls) -> SealingKey:
        """Return a fresh key."""
        return cls(secrets.token_bytes(SEED_BYTES))

    def open(self, sealed: bytes, *, info: bytes) -> bytearray | None:
        """Return what was sealed to this key for this use, or None."""
        try:
            return bytearray(_SUITE.decrypt(sealed, self._private, info=_PREFIX + info))
        except (InvalidTag, ValueError):
            return None
