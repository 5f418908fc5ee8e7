"""Signatures in the format of minisign: Ed25519 over BLAKE2b-512, with a signed ("trusted") comment.

Pure `cryptography` and standard library, so that it can be reviewed and fuzzed alone. Writes and reads the prehashed
form "ED" only, and only its one canonical spelling: four lines, each ended by one line feed.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Final, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ALGORITHM: Final = b"ED"
KEY_ALGORITHM: Final = b"Ed"
UNTRUSTED: Final = b"untrusted comment: "
TRUSTED: Final = b"trusted comment: "
SIGNATURE_LINE: Final = 100
GLOBAL_LINE: Final = 88


class BadSignature(Exception):  # noqa: N818 - a verdict, not a bug
    """The signature or its spelling is wrong."""


class Signer(Protocol):
    """Whoever holds a signing key."""

    @property
    def verifier(self) -> Verifier:
        """The public half."""
        ...

    def sign(self, data: bytes) -> bytes:
        """Return the 64-byte Ed25519 signature."""
        ...


@dataclass(frozen=True, slots=True)
class Verifier:
    """Public Ed25519 key, 32 bytes; its key id is the start of its SHA-256."""

    raw: bytes

    def __post_init__(self) -> None:
        """Refuse what is no key; raises ValueError."""
        if len(self.raw) != 32:
            raise ValueError("an Ed25519 key has 32 bytes")

    @property
    def key_id(self) -> bytes:
        """Eight bytes that name the key."""
        return hashlib.sha256(self.raw).digest()[:8]

    def __str__(self) -> str:
        """Spell the key as `minisign -P` wants it."""
        return base64.b64encode(KEY_ALGORITHM + self.key_id + self.raw).decode("ascii")

    def check(self, signature: bytes, data: bytes) -> None:
        """Raise BadSignature unless `signature` is this key's over `data`."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, data)
        except (InvalidSignature, ValueError) as refused:
            raise BadSignature from refused


class SigningKey:
    """Private Ed25519 key, made from a 32-byte seed."""

    __slots__ = ("_private", "seed", "verifier")

    def __init__(self, seed: bytes) -> None:
        self.seed = seed
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self.verifier = Verifier(self._private.public_key().public_bytes_raw())

    def sign(self, data: bytes) -> bytes:
        """Return the 64-byte Ed25519 signature."""
        return self._private.sign(data)


@dataclass(frozen=True, slots=True)
class Signature:
    """The four lines, taken apart: who signed, the file's signature, the trusted comment and its signature."""

    key_id: bytes
    over_file: bytes
    comment: bytes
    over_comment: bytes

    def check_comment(self, key: Verifier) -> None:
        """Raise BadSignature unless the key signed the comment together with the file's signature."""
        if key.key_id != self.key_id:
            raise BadSignature
        key.check(self.over_comment, self.over_file + self.comment)

    def check_file(self, key: Verifier, digest: bytes) -> None:
        """Raise BadSignature unless the key signed a file with this BLAKE2b-512 digest."""
        key.check(self.over_file, digest)

    def lines(self, untrusted: bytes) -> bytes:
        """Return the four lines under an untrusted comment."""
        head = base64.b64encode(ALGORITHM + self.key_id + self.over_file)
        rows = [UNTRUSTED + untrusted, head, TRUSTED + self.comment, base64.b64encode(self.over_comment)]
        return b"".join(row + b"\n" for row in rows)


def size_of(untrusted: bytes, comment: bytes) -> int:
    """Return how many bytes the four lines take."""
    return len(UNTRUSTED + untrusted) + SIGNATURE_LINE + len(TRUSTED + comment) + GLOBAL_LINE + 4


def sign(signer: Signer, digest: bytes, comment: bytes) -> Signature:
    """Return the signature of a file with this BLAKE2b-512 digest under a trusted comment of one line."""
    if b"\n" in comment or b"\r" in comment:
        raise ValueError("a trusted comment is one line")
    over_file = signer.sign(digest)
    return Signature(signer.verifier.key_id, over_file, comment, signer.sign(over_file + comment))


def _decoded(line: bytes, size: int) -> bytes:
    """Return the bytes of canonical padded Base64; raises BadSignature for any other spelling or length."""
    try:
        raw = base64.b64decode(line, validate=True)
    except binascii.Error as refused:
        raise BadSignature from refused
    if len(raw) != size or base64.b64encode(raw) != line:
        raise BadSignature
    return raw


def parse(head: bytes, comment: bytes, tail: bytes) -> Signature:
    """Return the signature of lines two to four, without their line feeds; raises BadSignature."""
    raw = _decoded(head, 74)
    if raw[:2] != ALGORITHM or not comment.startswith(TRUSTED):
        raise BadSignature
    return Signature(raw[2:10], raw[10:], comment[len(TRUSTED) :], _decoded(tail, 64))
