"""What exchange and store both speak of: places in streams, partners, what became of items. Bytes, numbers, texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["desk", "provider", "office"]


@dataclass(frozen=True, slots=True)
class Head:
    """A place in a stream: number from 1 and the manifest hash (32 bytes) found there."""

    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class StreamHead:
    """A place in a stream of a named incarnation (16 bytes)."""

    incarnation: bytes
    head: Head


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Our stream to one partner: the last bundle written and the last one the partner acknowledged."""

    incarnation: bytes
    last: Head | None
    acked: Head | None


@dataclass(frozen=True, slots=True)
class Known:
    """One bundle that was taken in: its manifest's hash and the hash it names as its predecessor."""

    manifest_hash: bytes
    previous: bytes | None


@dataclass(frozen=True, slots=True)
class ItemState:
    """What became of one item: imported or refused; a refusal says why by an error code."""

    item: bytes
    imported: bool
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow:
    """Somebody enrolled, as a vault keeps them: raw public keys, names for people, time of validity (UTC ms).

    `provider` and `place` (a municipality's code) say where a desk belongs in the district's figures.
    """

    fingerprint: bytes
    key_id: bytes
    role: Role
    signing: bytes
    age: bytes
    label: str
    short_name: str
    district: str
    valid_from: int
    valid_until: int
    revoked: bool = False
    provider: str | None = None
    place: str | None = None
