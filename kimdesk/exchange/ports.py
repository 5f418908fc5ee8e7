"""What the exchange asks of others: ledger, address book, and places to stage what arrives. The store fills them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from kimdesk.domain.views.exchange import Head, ItemState, Known, Outgoing, StreamHead
from kimdesk.exchange.keys import PartnerKeys
from kimdesk.exchange.manifest import BlobEntry
from kimdesk.exchange.strict_json import Json

Record = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody enrolled: keys, names for people, since and until when (UTC ms), and whether revoked."""

    keys: PartnerKeys
    label: str
    short_name: str
    district: str
    valid_from: int
    valid_until: int
    revoked: bool = False


class Partners(Protocol):
    """The address book of this vault."""

    def by_key_id(self, key_id: bytes) -> Partner | None:
        """Return the partner whose signing key has this id (8 bytes)."""
        ...


class Ledger(Protocol):
    """What was sent and received. `partner` is a fingerprint (32 bytes), `incarnation` a stream's id (16 bytes)."""

    def outgoing(self, partner: bytes) -> Outgoing:
        """Return the state of our stream to a partner."""
        ...

    def sent(self, partner: bytes, seq: int) -> bytes | None:
        """Return the manifest hash of a bundle we wrote in the present incarnation."""
        ...

    def record_sent(self, partner: bytes, head: Head) -> None:
        """Remember durably that a number is used; called before the file becomes visible."""
        ...

    def record_acknowledged(self, partner: bytes, head: Head) -> None:
        """Remember what the partner has; called with rising numbers only."""
        ...

    def received(self, partner: bytes, incarnation: bytes, seq: int) -> Known | None:
        """Return a bundle taken in under this number, None if none was."""
        ...

    def last_received(self, partner: bytes, incarnation: bytes) -> Head | None:
        """Return the bundle with the highest number taken in from one stream."""
        ...

    def record_received(self, partner: bytes, place: StreamHead, previous: bytes | None) -> None:
        """Remember a bundle; called in the transaction that applies it."""
        ...

    def remember_answer(self, partner: bytes, manifest_hash: bytes, states: Sequence[ItemState]) -> None:
        """Keep what was answered to a bundle, so that its repetition gets the same answer."""
        ...

    def answer(self, partner: bytes, manifest_hash: bytes) -> tuple[ItemState, ...] | None:
        """Return what was answered to a bundle."""
        ...


class FrameSink(Protocol):
    """Where records wait, inside the encrypted database, until the whole bundle is known to be good."""

    def begin(self, sender: bytes, place: StreamHead, /) -> None:
        """Open an empty staging area for one bundle; an older unfinished one is dropped."""
        ...

    def stage(self, contents: str, records: Sequence[Record], /) -> None:
        """Take the records of one batch; each was checked by the rules of its contents."""
        ...

    def discard(self) -> None:
        """Drop everything staged since `begin`."""
        ...


class BlobSink(Protocol):
    """Where attachments wait, encrypted."""

    def begin(self, entry: BlobEntry, /) -> None:
        """Open a staged blob."""
        ...

    def write(self, piece: bytes, /) -> None:
        """Take at most 64 KiB of the open blob."""
        ...

    def finish(self) -> None:
        """Close the open blob; size and hash were checked."""
        ...

    def discard(self) -> None:
        """Drop every staged blob of this bundle."""
        ...


class BlobSource(Protocol):
    """An attachment to send; opened twice at most."""

    @property
    def entry(self) -> BlobEntry:
        """Id, size and SHA-256 of the content."""
        ...

    def open(self) -> BinaryIO:
        """Return the content from its start."""
        ...
