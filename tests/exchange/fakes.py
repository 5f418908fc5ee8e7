"""A ledger, an address book and staging areas in memory; and a small district to send bundles around in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import BinaryIO

from kimdesk.base.clock import FixedClock
from kimdesk.domain.views.exchange import Head, ItemState, Known, Outgoing, StreamHead
from kimdesk.exchange.keys import DeviceKeys, PartnerKeys
from kimdesk.exchange.manifest import BlobEntry, hash_of
from kimdesk.exchange.ports import Partner, Record
from kimdesk.exchange.receive import Received, Receiver, receive_stream
from kimdesk.exchange.seal import Desk, Parcel, Sealed, seal

INCARNATION = bytes(range(16))
START = FixedClock.at(date(2026, 5, 28)).ms
YEAR_MS = 366 * 86_400_000


@dataclass
class MemoryLedger:
    """Everything a ledger has to remember, in dictionaries."""

    incarnation: bytes = INCARNATION
    written: dict[tuple[bytes, int], bytes] = field(default_factory=dict)
    last: dict[bytes, Head] = field(default_factory=dict)
    acked: dict[bytes, Head] = field(default_factory=dict)
    taken: dict[tuple[bytes, bytes, int], Known] = field(default_factory=dict)
    answers: dict[tuple[bytes, bytes], tuple[ItemState, ...]] = field(default_factory=dict)

    def outgoing(self, partner: bytes) -> Outgoing:
        return Outgoing(self.incarnation, self.last.get(partner), self.acked.get(partner))

    def sent(self, partner: bytes, seq: int) -> bytes | None:
        return self.written.get((partner, seq))

    def record_sent(self, partner: bytes, head: Head) -> None:
        self.written[partner, head.seq] = head.hash
        self.last[partner] = head

    def record_acknowledged(self, partner: bytes, head: Head) -> None:
        self.acked[partner] = head

    def received(self, partner: bytes, incarnation: bytes, seq: int) -> Known | None:
        return self.taken.get((partner, incarnation, seq))

    def last_received(self, partner: bytes, incarnation: bytes) -> Head | None:
        found = [key for key in self.taken if key[:2] == (partner, incarnation)]
        if not found:
            return None
        last = max(found, key=lambda key: key[2])
        return Head(last[2], self.taken[last].manifest_hash)

    def record_received(self, partner: bytes, place: StreamHead, previous: bytes | None) -> None:
        self.taken[partner, place.incarnation, place.head.seq] = Known(place.head.hash, previous)

    def remember_answer(self, partner: bytes, manifest_hash: bytes, states: Sequence[ItemState]) -> None:
        self.answers[partner, manifest_hash] = tuple(states)

    def answer(self, partner: bytes, manifest_hash: bytes) -> tuple[ItemState, ...] | None:
        return self.answers.get((partner, manifest_hash))


@dataclass
class MemoryPartners:
    """An address book."""

    known: dict[bytes, Partner] = field(default_factory=dict)

    def add(
        self, keys: PartnerKeys, label: str = "Laptop 3", *, revoked: bool = False, until: int | None = None
    ) -> None:
        end = START + YEAR_MS if until is None else until
        self.known[keys.signing.key_id] = Partner(keys, label, "laptop-3", "05566", START - YEAR_MS, end, revoked)

    def by_key_id(self, key_id: bytes) -> Partner | None:
        return self.known.get(key_id)


@dataclass
class MemoryFrames:
    """Staged records by contents."""

    staged: dict[str, list[Record]] = field(default_factory=dict)
    place: StreamHead | None = None

    def begin(self, sender: bytes, place: StreamHead) -> None:
        self.staged, self.place = {}, place

    def stage(self, contents: str, records: Sequence[Record]) -> None:
        self.staged.setdefault(contents, []).extend(records)

    def discard(self) -> None:
        self.staged, self.place = {}, None


@dataclass
class MemoryBlobs:
    """Staged blobs by id."""

    staged: dict[bytes, bytes] = field(default_factory=dict)
    open: bytes = b""

    def begin(self, entry: BlobEntry) -> None:
        self.open = entry.id
        self.staged[entry.id] = b""

    def write(self, piece: bytes) -> None:
        self.staged[self.open] += piece

    def finish(self) -> None:
        self.open = b""

    def discard(self) -> None:
        self.staged = {}


@dataclass(frozen=True)
class MemoryBlob:
    """An attachment to send."""

    id: bytes
    content: bytes

    @property
    def entry(self) -> BlobEntry:
        return BlobEntry(self.id, len(self.content), hash_of(self.content))

    def open(self) -> BinaryIO:
        return BytesIO(self.content)


@dataclass
class Vault:
    """One side: keys and everything it remembers."""

    keys: DeviceKeys
    authority: bytes
    clock: FixedClock = field(default_factory=lambda: FixedClock(START))
    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    partners: MemoryPartners = field(default_factory=MemoryPartners)
    frames: MemoryFrames = field(default_factory=MemoryFrames)
    blobs: MemoryBlobs = field(default_factory=MemoryBlobs)

    @property
    def desk(self) -> Desk:
        return Desk(self.keys, self.ledger, self.clock)

    @property
    def receiver(self) -> Receiver:
        return Receiver(self.keys, self.authority, self.partners, self.ledger, self.frames, self.blobs, self.clock)

    def send(self, parcel: Parcel, *to: PartnerKeys, nonce: bytes | None = None) -> tuple[bytes, Sealed]:
        """Seal a bundle and record it as written."""
        file = BytesIO()
        sealed = seal(parcel, file, desk=self.desk, recipients=to, nonce=nonce)
        self.ledger.record_sent(to[0].fingerprint, sealed.head)
        return file.getvalue(), sealed

    def take(self, bundle: bytes) -> Received:
        """Receive a bundle and record it as applied, everything imported."""
        received = receive_stream(BytesIO(bundle), self.receiver)
        if received.status == "new":
            sender = received.manifest.sender
            self.ledger.record_received(sender, received.place, received.manifest.prev)
            self.ledger.remember_answer(sender, received.manifest_hash, states_all_imported(self.frames))
        return received


def states_all_imported(frames: MemoryFrames) -> tuple[ItemState, ...]:
    records = [record for rows in frames.staged.values() for record in rows]
    return tuple(ItemState(bytes.fromhex(str(record["id"])), imported=True) for record in records)


@dataclass
class District:
    """A desk and the office it belongs to, enrolled with each other."""

    desk: Vault
    office: Vault

    def sync(self, *observations: Record, figures: Sequence[Record] = ()) -> Parcel:
        records = {"figures": figures, "observations": observations}
        return Parcel("sync", self.office.authority, {name: rows for name, rows in records.items() if rows})


def keys_from(role: str, number: int) -> DeviceKeys:
    """Return keys that are the same in every run."""
    seed = hash_of(f"{role}{number}".encode())
    return DeviceKeys(role, signing_seed=seed, age_seed=hash_of(seed))  # type: ignore[arg-type]  # checked by callers


DESK, OTHER_DESK, OFFICE, OTHER_OFFICE = (
    keys_from("desk", 1),
    keys_from("desk", 2),
    keys_from("office", 1),
    keys_from("office", 2),
)


def district() -> District:
    authority = OFFICE.public.fingerprint
    desk, office = Vault(DESK, authority), Vault(OFFICE, authority)
    desk.partners.add(OFFICE.public, "Koordinierungsstelle")
    office.partners.add(DESK.public)
    return District(desk, office)


def observation(number: int = 1, description: str = "Kein Kursplatz für EU-Bürgerinnen.") -> Record:
    return {
        "id": f"{number:032x}",
        "revision": f"{START << 16:016x}",
        "date": "2026-06-10",
        "topic": "language",
        "description": description,
    }


def figure(number: int = 100, cells: Sequence[tuple[str, int]] = (("AT", 5), ("BG", 12))) -> Record:
    return {
        "id": f"{number:032x}",
        "figure": "F3",
        "definition": 1,
        "split": "nationality",
        "unit": "person",
        "date_from": "2026-01-01",
        "date_to": "2026-06-30",
        "cells": [list(cell) for cell in cells],
    }
