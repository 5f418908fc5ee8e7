"""The one way in: every check before the next, nothing believed early, everything staged or nothing (FORMAT.md 6)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final, Literal

from kimdesk.base.clock import Clock
from kimdesk.base.errors import KimError, Untrusted
from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.views.exchange import Head, ItemState, Known, Role, StreamHead
from kimdesk.exchange import manifest as manifests
from kimdesk.exchange.age import Decryptor, open_key, read_header
from kimdesk.exchange.age_keys import HYBRID, AgeError
from kimdesk.exchange.contents import CATALOGUE, Catalogue, item_ids, read_batch, rules_for
from kimdesk.exchange.envelope import Envelope, check_author, check_body, read_envelope
from kimdesk.exchange.frames import FrameReader, tally
from kimdesk.exchange.keys import DeviceKeys
from kimdesk.exchange.manifest import Manifest
from kimdesk.exchange.medium import intake
from kimdesk.exchange.ports import BlobSink, FrameSink, Ledger, Partner, Partners
from kimdesk.exchange.strict_json import Json
from kimdesk.exchange.verify import partner_of, verify_stream
from kimdesk.vault.trouble import translated

DAY_MS: Final = 86_400_000
EARLIEST_MS: Final = 1_735_689_600_000  # 2025-01-01; no bundle is older than the format
SENDERS: Final[Mapping[str, frozenset[Role]]] = MappingProxyType(
    {"sync": frozenset({"desk", "provider"}), "receipt": frozenset({"office", "provider"})}
)
KEPT: Final = frozenset({"bundle.fork", "bundle.revoked_sender", "bundle.expired_sender"})
_AGE_CODES: Final = {
    "header": "bundle.age_header",
    "no_match": "bundle.not_for_us",
    "mac": "bundle.damaged",
    "payload": "bundle.damaged",
}


@dataclass(frozen=True, slots=True)
class Receiver:
    """Whoever receives: keys, address book, ledger, staging, clock, and the kinds of bundles taken here.

    `authority`: whose district this is; None where the sender must speak for itself (receipts).
    """

    keys: DeviceKeys
    authority: bytes | None
    partners: Partners
    ledger: Ledger
    frames: FrameSink
    blobs: BlobSink
    clock: Clock
    kinds: frozenset[str] = frozenset(SENDERS)
    catalogue: Catalogue = field(default_factory=lambda: CATALOGUE)


@dataclass(frozen=True, slots=True)
class Received:
    """A good bundle. "new": staged, waiting to be applied; "replay": taken in before, `answer` says what became of it.

    `gap`: earlier bundles are missing, which is harmless; `late`: a newer one came first;
    `clock_suspect`: the sender's clock is more than a day ahead or absurdly behind.
    """

    status: Literal["new", "replay"]
    partner: Partner
    manifest: Manifest
    manifest_hash: bytes
    counts: Mapping[str, int]
    gap: bool = False
    late: bool = False
    clock_suspect: bool = False
    answer: tuple[ItemState, ...] = ()

    @property
    def head(self) -> Head:
        """The bundle's place in its sender's stream."""
        return Head(self.manifest.seq, self.manifest_hash)

    @property
    def place(self) -> StreamHead:
        """The same with the stream's incarnation, as the ledger records it."""
        return StreamHead(self.manifest.incarnation, self.head)


def _known_sender(envelope: Envelope, receiver: Receiver) -> Partner:
    partner = partner_of(envelope.author, receiver.partners)
    if partner is None:
        raise Untrusted("bundle.unknown_sender", key=envelope.author.signing.key_id.hex())
    if partner.revoked:
        raise Untrusted("bundle.revoked_sender", partner=partner.label)
    if not partner.valid_from - DAY_MS <= receiver.clock.now_ms() <= partner.valid_until:
        raise Untrusted("bundle.expired_sender", partner=partner.label)
    kind = envelope.author.kind
    if kind not in receiver.kinds or partner.keys.role not in SENDERS.get(kind, frozenset()):
        raise Untrusted("bundle.wrong_role", partner=partner.label)
    return partner


def _opened(source: BinaryIO, keys: DeviceKeys) -> Decryptor:
    try:
        header = read_header(source)
        if any(stanza.args[0] != HYBRID for stanza in header.stanzas):
            raise Untrusted("bundle.weak_recipient")
        return Decryptor(source, open_key(header, keys.age))
    except AgeError as refused:
        raise Untrusted(_AGE_CODES[refused.kind]) from refused


def _manifest_of(reader: FrameReader, envelope: Envelope, receiver: Receiver) -> tuple[Manifest, bytes, int]:
    """Return manifest, hash and size after comparing it with the envelope and with ourselves."""
    raw = reader.manifest()
    found = manifests.hash_of(raw)
    if found != envelope.author.content_hash:
        raise Untrusted("bundle.manifest_hash")
    manifest = manifests.parse(raw)
    if manifest.sender != envelope.author.fingerprint or manifest.kind != envelope.author.kind:
        raise Untrusted("bundle.other_sender")
    if manifest.authority != (receiver.authority or manifest.sender):
        raise Untrusted("bundle.other_office")
    if receiver.keys.public.fingerprint not in manifest.recipients:
        raise Untrusted("bundle.not_for_us")
    return manifest, found, len(raw)


def _check_contents(manifest: Manifest, catalogue: Catalogue) -> None:
    rules = [rules_for(name, catalogue) for name in manifest.contents]
    if any(rule.bundle != manifest.kind for rule in rules):
        raise Untrusted("bundle.record", contents=manifest.kind)
    if manifest.blobs and not any(rule.blobs for rule in rules):
        raise Untrusted("bundle.blob")


def _neighbours(manifest: Manifest, ledger: Ledger) -> tuple[Known | None, Known | None, Known | None]:
    before, here, after = (
        ledger.received(manifest.sender, manifest.incarnation, manifest.seq + step) for step in (-1, 0, 1)
    )
    return before, here, after


def _check_stream(manifest: Manifest, found: bytes, ledger: Ledger) -> bool:
    """Tell whether this bundle was taken in before; raises Untrusted for a fork or an unknown base."""
    before, here, after = _neighbours(manifest, ledger)
    if here is not None and here.manifest_hash == found:
        return True
    forked = here is not None
    forked |= before is not None and before.manifest_hash != manifest.prev
    forked |= after is not None and after.previous != found
    if forked:
        raise Untrusted("bundle.fork", seq=manifest.seq)
    base = manifest.base
    if base is not None:
        known = ledger.received(manifest.sender, manifest.incarnation, base.seq)
        if known is None or known.manifest_hash != base.hash:
            raise Untrusted("bundle.base_unknown", seq=base.seq)
    return False


def _suspect(manifest: Manifest, now: int) -> bool:
    return not EARLIEST_MS <= manifest.created <= now + DAY_MS


def _stage(reader: FrameReader, manifest: Manifest, receiver: Receiver, progress: Progress) -> bool:
    """Stage every record and blob; returns whether a record's revision lies absurdly in the future or past."""
    seen: set[str] = set()
    limit = (receiver.clock.now_ms() + DAY_MS) << 16
    suspect = False
    for done, entry in enumerate(manifest.batches):
        progress.step(done, len(manifest.batches))
        records = read_batch(reader.batch(entry), rules_for(entry.contents, receiver.catalogue), entry.count)
        ids = [f"{entry.contents}/{item}" for item in item_ids(records)]
        if len(ids) != len(set(ids)) or not seen.isdisjoint(ids):
            raise Untrusted("bundle.record", contents=entry.contents)
        seen.update(ids)
        suspect |= any(_revision_suspect(record.get("revision"), limit) for record in records)
        receiver.frames.stage(entry.contents, records)
    for blob in manifest.blobs:
        receiver.blobs.begin(blob)
        reader.blob(blob, receiver.blobs.write)
        receiver.blobs.finish()
    return suspect


def _revision_suspect(revision: Json, limit: int) -> bool:
    return isinstance(revision, str) and not EARLIEST_MS << 16 <= int(revision, 16) <= limit


def _counts(manifest: Manifest) -> dict[str, int]:
    counts: dict[str, int] = {}
    for entry in manifest.batches:
        counts[entry.contents] = counts.get(entry.contents, 0) + entry.count
    return counts


def _check_all_signatures(source: BinaryIO, receiver: Receiver) -> tuple[Envelope, Partner]:
    """Judge the four lines and the whole ciphertext before a byte of it is parsed."""
    envelope = read_envelope(source)
    partner = _known_sender(envelope, receiver)
    check_author(envelope)
    check_body(envelope, source)
    source.seek(envelope.size)
    return envelope, partner


def receive_stream(source: BinaryIO, receiver: Receiver, progress: Progress = SILENT) -> Received:
    """Judge and stage a bundle from a private, unchanging, seekable file; raises Untrusted, with nothing staged."""
    envelope, partner = _check_all_signatures(source, receiver)
    reader = FrameReader(_opened(source, receiver.keys))
    manifest, found, size = _manifest_of(reader, envelope, receiver)
    _check_contents(manifest, receiver.catalogue)
    if _check_stream(manifest, found, receiver.ledger):
        answer = receiver.ledger.answer(manifest.sender, found) or ()
        return Received("replay", partner, manifest, found, _counts(manifest), answer=answer)
    receiver.frames.begin(manifest.sender, StreamHead(manifest.incarnation, Head(manifest.seq, found)))
    try:
        suspect = _stage(reader, manifest, receiver, progress)
        reader.finish(tally(manifest, size))
    except BaseException:
        receiver.frames.discard()
        receiver.blobs.discard()
        raise
    last = receiver.ledger.last_received(manifest.sender, manifest.incarnation)
    newest = last.seq if last else 0
    return Received(
        "new",
        partner,
        manifest,
        found,
        _counts(manifest),
        gap=manifest.seq > newest + 1,
        late=manifest.seq < newest,
        clock_suspect=suspect or _suspect(manifest, receiver.clock.now_ms()),
    )


def receive(path: Path, quarantine: Path, receiver: Receiver, progress: Progress = SILENT) -> Received:
    """Take a file from a medium: copy it into the quarantine folder, judge and stage the copy, delete the copy.

    A fork and a bundle of a revoked or expired device stay in quarantine for whoever has to clear it up.
    Raises Untrusted `bundle.*`, Surroundings `medium.*`, `disk.*`; nothing is staged then.
    """
    copy = intake(path, quarantine, progress)
    try:
        with translated(), copy.open("rb") as file:
            return receive_stream(file, receiver, progress)
    except KimError as refused:
        if refused.code in KEPT:
            _keep(copy)
        raise
    finally:
        with suppress(OSError):  # the next opening sweeps what is left
            copy.unlink(missing_ok=True)


def _keep(copy: Path) -> None:
    """Keep a genuine bundle under a name of its content, once; raises Untrusted for one that only claims its sender."""
    with translated():
        with copy.open("rb") as file:
            verdict = verify_stream(file)
        copy.replace(copy.with_name(f"{verdict.content_hash.hex()[:32]}.kimb"))
