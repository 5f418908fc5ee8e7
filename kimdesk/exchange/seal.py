"""Makes a bundle: plan, encrypt, sign, write so that it is whole or absent."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final, Literal

from kimdesk.base.clock import Clock
from kimdesk.base.errors import Surroundings, Untrusted, UserProblem
from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.views.exchange import Head, Outgoing, StreamHead
from kimdesk.exchange import manifest as manifests
from kimdesk.exchange import strict_json
from kimdesk.exchange.age import Encryptor
from kimdesk.exchange.contents import CATALOGUE, Catalogue, rules_for
from kimdesk.exchange.envelope import Author, HashingTarget, author_of, head_bytes, head_size
from kimdesk.exchange.frames import (
    BLOB_END,
    MAX_PIECE,
    FrameType,
    Sealer,
    tally,
    write_end,
    write_frame,
)
from kimdesk.exchange.keys import DeviceKeys, PartnerKeys
from kimdesk.exchange.manifest import MAX_BATCH, BatchEntry, Manifest
from kimdesk.exchange.medium import create_private, new_part, publish, settled
from kimdesk.exchange.ports import BlobSource, Ledger, Record
from kimdesk.exchange.verify import verify_stream
from kimdesk.vault.media import BUNDLES, holds_backups, mark

_BATCH_TARGET: Final = 256 << 10
_STEPS: Final = 4


@dataclass(frozen=True, slots=True)
class Parcel:
    """What shall travel: records by contents, attachments, and the place in the partner's stream it answers."""

    kind: Literal["sync", "receipt"]
    authority: bytes
    records: Mapping[str, Sequence[Record]]
    blobs: Sequence[BlobSource] = ()
    acks: StreamHead | None = None
    restored_from: StreamHead | None = None
    schema: int = 1
    catalogue: Catalogue = field(default_factory=lambda: CATALOGUE)


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was written: place in the stream and size in bytes."""

    head: Head
    size: int
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class _Plan:
    manifest: Manifest
    raw: bytes
    batches: tuple[bytes, ...]


def _order(record: Record) -> tuple[str, bytes]:
    return str(record["id"]), strict_json.dumps(record)


def _batches(contents: str, records: Sequence[Record]) -> list[tuple[BatchEntry, bytes]]:
    """Return the records in frames of about 256 KiB, sorted by id, whatever order they came in."""
    groups: list[list[bytes]] = []
    room = 0
    for _, raw in sorted(map(_order, records)):
        if not groups or len(raw) + 1 > room:
            groups.append([])
            room = _BATCH_TARGET
        groups[-1].append(raw)
        room -= len(raw) + 1
    return [_batch(contents, group) for group in groups]


def _batch(contents: str, group: list[bytes]) -> tuple[BatchEntry, bytes]:
    body = b"[" + b",".join(group) + b"]"
    if len(body) > MAX_BATCH:
        raise Untrusted("bundle.record", contents=contents)
    return BatchEntry(contents, len(group), len(body), hashlib.sha256(body).digest()), body


def _checked(parcel: Parcel) -> list[tuple[BatchEntry, bytes]]:
    """Refuse to send what no receiver would take."""
    made = []
    for contents in sorted(parcel.records):
        rules = rules_for(contents, parcel.catalogue)
        records = [rules.check(record) for record in parcel.records[contents]]
        made += _batches(contents, records)
    return made


def plan(
    parcel: Parcel, *, sender: PartnerKeys, recipients: Sequence[PartnerKeys], stream: Outgoing, nonce: bytes, now: int
) -> _Plan:
    """Return manifest and batches; the same arguments give the same bytes."""
    made = _checked(parcel)
    manifest = Manifest(
        kind=parcel.kind,
        sender=sender.fingerprint,
        incarnation=stream.incarnation,
        authority=parcel.authority,
        recipients=tuple(sorted({keys.fingerprint for keys in recipients})),
        seq=stream.last.seq + 1 if stream.last else 1,
        prev=stream.last.hash if stream.last else None,
        base=stream.acked,
        acks=parcel.acks,
        restored_from=parcel.restored_from,
        schema=parcel.schema,
        created=now,
        nonce=nonce,
        batches=tuple(entry for entry, _ in made),
        blobs=tuple(sorted((blob.entry for blob in parcel.blobs), key=lambda entry: entry.id)),
    )
    manifests.check_sense(manifest)
    return _Plan(manifest, manifests.dump(manifest), tuple(body for _, body in made))


def _write_blob(target: Sealer, blob: BlobSource) -> None:
    entry, digest, left = blob.entry, hashlib.sha256(), blob.entry.size
    with blob.open() as content:
        while left:
            piece = content.read(min(MAX_PIECE, left))
            if not piece:
                break
            while len(piece) < min(MAX_PIECE, left) and (more := content.read(min(MAX_PIECE, left) - len(piece))):
                piece += more
            write_frame(target, FrameType.BLOB_PIECE, piece)
            digest.update(piece)
            left -= len(piece)
    if left or digest.digest() != entry.sha256:
        raise Untrusted("bundle.blob")
    write_frame(target, FrameType.BLOB_END, BLOB_END.pack(entry.sha256, entry.size))


def write_plaintext(target: Sealer, planned: _Plan, blobs: Sequence[BlobSource]) -> None:
    """Write every frame; equal plans give equal bytes."""
    write_frame(target, FrameType.MANIFEST, planned.raw)
    for body in planned.batches:
        write_frame(target, FrameType.RECORDS, body)
    for blob in sorted(blobs, key=lambda source: source.entry.id):
        _write_blob(target, blob)
    write_end(target, tally(planned.manifest, len(planned.raw)))


def _write(
    file: BinaryIO, planned: _Plan, blobs: Sequence[BlobSource], *, keys: DeviceKeys, recipients: Sequence[PartnerKeys]
) -> int:
    """Write a whole bundle from the file's start and return its size; the four lines come last."""
    kind: Literal["sync", "receipt"] = "sync" if planned.manifest.kind == "sync" else "receipt"
    author: Author = author_of(keys.public, kind, manifests.hash_of(planned.raw))
    file.seek(head_size(author))
    hashing = HashingTarget(file)
    encryptor = Encryptor(hashing, [partner.age for partner in recipients])
    write_plaintext(encryptor, planned, blobs)
    encryptor.finish()
    size = file.tell()
    file.seek(0)
    file.write(head_bytes(keys, author, hashing.hash.digest()))
    return size


@dataclass(frozen=True, slots=True)
class Desk:
    """Whoever seals: keys, ledger and clock of one vault."""

    keys: DeviceKeys
    ledger: Ledger
    clock: Clock


def seal(
    parcel: Parcel, target: BinaryIO, *, desk: Desk, recipients: Sequence[PartnerKeys], nonce: bytes | None = None
) -> Sealed:
    """Write the next bundle of the stream to the first recipient into a seekable binary file.

    The ledger is only read; whoever lets the file out records the head first. Raises Untrusted for records that break
    the rules of their contents.
    """
    planned = plan(
        parcel,
        sender=desk.keys.public,
        recipients=recipients,
        stream=desk.ledger.outgoing(recipients[0].fingerprint),
        nonce=os.urandom(32) if nonce is None else nonce,
        now=desk.clock.now_ms(),
    )
    size = _write(target, planned, parcel.blobs, keys=desk.keys, recipients=recipients)
    head = Head(planned.manifest.seq, manifests.hash_of(planned.raw))
    return Sealed(head, size, planned.manifest)


def write_bundle(
    parcel: Parcel,
    path: Path,
    *,
    desk: Desk,
    recipients: Sequence[PartnerKeys],
    record: Callable[[Head], None] | None = None,
    progress: Progress = SILENT,
) -> Sealed:
    """Write a bundle as a file that is whole or absent, verified by reading it back from the medium.

    The number is recorded before the file gets its name: a crash in between costs a number, never uses one twice.
    `record` does so in place of the ledger where more has to be remembered in the same transaction.
    Raises UserProblem `medium.holds_backups`, Surroundings `medium.*`, Cancelled until the number is recorded; nothing
    is left behind then.
    """
    if holds_backups(path.parent):  # whoever carries a bundle to the office must not carry the vault
        raise UserProblem("medium.holds_backups")
    with new_part(path) as part:
        progress.step(0, _STEPS)
        with create_private(part) as file:
            sealed = seal(parcel, file, desk=desk, recipients=recipients)
            progress.step(1, _STEPS)
            settled(file)
        progress.step(2, _STEPS)
        with part.open("rb") as again:
            _require_same(again, sealed)
        progress.step(3, _STEPS)
        if record is not None:
            record(sealed.head)
        else:
            desk.ledger.record_sent(recipients[0].fingerprint, sealed.head)
        mark(path.parent, BUNDLES)
        publish(part, path)
    return sealed


def _require_same(again: BinaryIO, sealed: Sealed) -> None:
    """Raise Surroundings unless the medium gives back a whole, intact bundle, and this one."""
    try:
        verdict = verify_stream(again)
    except Untrusted as refused:
        raise Surroundings("medium.failing") from refused
    if verdict.content_hash != sealed.head.hash:
        raise Surroundings("medium.failing")
