"""Keys of the age format: who can be written to and who can open (C2SP age.md, native recipient types).

Pure `cryptography` and standard library, so that it can be reviewed and fuzzed alone. Bundles use the hybrid
type only; X25519 is here so that every independent age program can judge the shared code.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from dataclasses import dataclass
from typing import Literal, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kimdesk.exchange import bech32

HYBRID = "mlkem768x25519"
CLASSIC = "X25519"
FILE_KEY_SIZE = 16
_WRAPPED_SIZE = FILE_KEY_SIZE + 16
_ENC_SIZE = 1120
_MLKEM_PUBLIC_SIZE = 1184
_HYBRID_PUBLIC_SIZE = _MLKEM_PUBLIC_SIZE + 32
_HYBRID_INFO = b"age-encryption.org/mlkem768x25519"
_CLASSIC_INFO = b"age-encryption.org/v1/X25519"
_SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
_BASE64 = re.compile(r"[A-Za-z0-9+/]*\Z")
_PROBE = X25519PrivateKey.from_private_bytes(bytes(32))

Failure = Literal["header", "no_match", "mac", "payload"]


class AgeError(Exception):
    """An age file that cannot be opened; `kind` says which part refused."""

    def __init__(self, kind: Failure) -> None:
        super().__init__(kind)
        self.kind: Failure = kind


@dataclass(frozen=True, slots=True)
class Stanza:
    """One wrapped copy of the file key: arguments (the first names the type) and at most a few hundred bytes."""

    args: tuple[str, ...]
    body: bytes


class Recipient(Protocol):
    """Someone a file can be written to."""

    def wrap(self, file_key: bytes) -> Stanza:
        """Return a stanza that only this recipient can open."""
        ...


class Identity(Protocol):
    """A private key that may open a file."""

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """Return the file key, None where the stanza is for someone else; raises AgeError where it is malformed."""
        ...


def encode64(raw: bytes) -> str:
    """Return unpadded standard Base64."""
    return base64.b64encode(raw).rstrip(b"=").decode("ascii")


def decode64(text: str) -> bytes:
    """Return the bytes of canonical unpadded Base64; raises AgeError("header") for every other spelling."""
    if not _BASE64.match(text) or len(text) % 4 == 1:
        raise AgeError("header")
    raw = base64.b64decode(text + "=" * (-len(text) % 4))
    if encode64(raw) != text:
        raise AgeError("header")
    return raw


def derive(secret: bytes, *, salt: bytes, info: bytes) -> bytes:
    """Return 32 bytes of HKDF-SHA-256."""
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)


def _decoded_key(text: str, *, prefix: str, size: int) -> bytes:
    found, raw = bech32.decode(text)
    if found != prefix or len(raw) != size:
        raise ValueError("another kind of key")
    return raw


def _share_of(stanza: Stanza, size: int) -> bytes:
    """Return the sender's share; the body's length is checked first, against partitioning oracles (age.md)."""
    if len(stanza.args) != 2 or len(stanza.body) != _WRAPPED_SIZE:
        raise AgeError("header")
    share = decode64(stanza.args[1])
    if len(share) != size:
        raise AgeError("header")
    return share


def _exchanged(private: X25519PrivateKey, share: bytes) -> bytes:
    """Return the X25519 secret; raises AgeError("header") for a low-order share, whose secret would be all zeros."""
    try:
        return private.exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError as refused:
        raise AgeError("header") from refused


@dataclass(frozen=True, slots=True)
class HybridRecipient:
    """Public hybrid key: ML-KEM-768 (1,184 bytes) and X25519 (32 bytes), 1,216 bytes together."""

    raw: bytes

    def __post_init__(self) -> None:
        """Refuse what is no key or cannot be written to (a point of low order); raises ValueError."""
        self._key()
        _PROBE.exchange(X25519PublicKey.from_public_bytes(self.raw[_MLKEM_PUBLIC_SIZE:]))

    @classmethod
    def parse(cls, text: str) -> HybridRecipient:
        """Return the recipient written as age1pq1…; raises ValueError."""
        return cls(_decoded_key(text, prefix="age1pq", size=_HYBRID_PUBLIC_SIZE))

    def __str__(self) -> str:
        return bech32.encode("age1pq", self.raw)

    def _key(self) -> hpke.MLKEM768X25519PublicKey:
        if len(self.raw) != _HYBRID_PUBLIC_SIZE:
            raise ValueError("a hybrid recipient has 1,216 bytes")
        return hpke.MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(self.raw[:_MLKEM_PUBLIC_SIZE]),
            X25519PublicKey.from_public_bytes(self.raw[_MLKEM_PUBLIC_SIZE:]),
        )

    def wrap(self, file_key: bytes) -> Stanza:
        """Return a stanza that only this recipient can open."""
        sealed = _SUITE.encrypt(file_key, self._key(), info=_HYBRID_INFO)
        return Stanza((HYBRID, encode64(sealed[:_ENC_SIZE])), sealed[_ENC_SIZE:])


class HybridIdentity:
    """Private hybrid key, made from a 32-byte seed (X-Wing)."""

    __slots__ = ("_classic_half", "_private", "recipient", "seed")

    def __init__(self, seed: bytes) -> None:
        if len(seed) != 32:
            raise ValueError("a seed has 32 bytes")
        expanded = hashlib.shake_256(seed).digest(96)
        mlkem = MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
        x25519 = X25519PrivateKey.from_private_bytes(expanded[64:])
        self.seed = seed
        self._classic_half = x25519
        self._private = hpke.MLKEM768X25519PrivateKey(mlkem, x25519)
        self.recipient = HybridRecipient(mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw())

    @classmethod
    def parse(cls, text: str) -> HybridIdentity:
        """Return the identity written as AGE-SECRET-KEY-PQ-1…; raises ValueError."""
        return cls(_decoded_key(text, prefix="age-secret-key-pq-", size=32))

    def secret_text(self) -> str:
        """Return the identity as other age programs want it; whoever has it can open every bundle to this key."""
        return bech32.encode("age-secret-key-pq-", self.seed).upper()

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """Return the file key, None where the stanza is for someone else; raises AgeError where it is malformed."""
        if stanza.args[0] != HYBRID:
            return None
        share = _share_of(stanza, _ENC_SIZE)
        _exchanged(self._classic_half, share[-32:])
        try:
            return _SUITE.decrypt(share + stanza.body, self._private, info=_HYBRID_INFO)
        except InvalidTag:
            return None


@dataclass(frozen=True, slots=True)
class ClassicRecipient:
    """Public X25519 key, 32 bytes."""

    raw: bytes

    @classmethod
    def parse(cls, text: str) -> ClassicRecipient:
        """Return the recipient written as age1…; raises ValueError."""
        return cls(_decoded_key(text, prefix="age", size=32))

    def __str__(self) -> str:
        return bech32.encode("age", self.raw)

    def wrap(self, file_key: bytes) -> Stanza:
        """Return a stanza that only this recipient can open."""
        once = X25519PrivateKey.generate()
        share = once.public_key().public_bytes_raw()
        secret = once.exchange(X25519PublicKey.from_public_bytes(self.raw))
        key = derive(secret, salt=share + self.raw, info=_CLASSIC_INFO)
        return Stanza((CLASSIC, encode64(share)), ChaCha20Poly1305(key).encrypt(bytes(12), file_key, None))


class ClassicIdentity:
    """Private X25519 key, 32 bytes."""

    __slots__ = ("_private", "recipient", "seed")

    def __init__(self, seed: bytes) -> None:
        self.seed = seed
        self._private = X25519PrivateKey.from_private_bytes(seed)
        self.recipient = ClassicRecipient(self._private.public_key().public_bytes_raw())

    @classmethod
    def parse(cls, text: str) -> ClassicIdentity:
        """Return the identity written as AGE-SECRET-KEY-1…; raises ValueError."""
        return cls(_decoded_key(text, prefix="age-secret-key-", size=32))

    def secret_text(self) -> str:
        """Return the identity as other age programs want it."""
        return bech32.encode("age-secret-key-", self.seed).upper()

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """Return the file key, None where the stanza is for someone else; raises AgeError where it is malformed."""
        if stanza.args[0] != CLASSIC:
            return None
        share = _share_of(stanza, 32)
        secret = _exchanged(self._private, share)
        key = derive(secret, salt=share + self.recipient.raw, info=_CLASSIC_INFO)
        try:
            return ChaCha20Poly1305(key).decrypt(bytes(12), stanza.body, None)
        except InvalidTag:
            return None


def new_seed() -> bytes:
    """Return 32 random bytes for a new identity."""
    return os.urandom(32)
