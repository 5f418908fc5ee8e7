"""The manifest: the first frame of a bundle, which says everything that follows (FORMAT.md 4)."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from kimdesk.base.errors import Untrusted
from kimdesk.domain.views.exchange import Head, StreamHead
from kimdesk.exchange import strict_json
from kimdesk.exchange.strict_json import Json, Object

FORMAT: Final = 1
MAX_MANIFEST: Final = 4 << 20
MAX_BATCH: Final = 1 << 20
MAX_BATCHES: Final = 4_000
MAX_ITEMS: Final = 200_000
MAX_RECORDS: Final = 64 << 20
MAX_BLOBS: Final = 20_000
MAX_BLOB: Final = 1 << 30
MAX_RECIPIENTS: Final = 64
SUPPORTED_CRITICAL: Final[frozenset[str]] = frozenset()
_KEYS: Final = frozenset(
    [
        "acks",
        "authority",
        "base",
        "batches",
        "blobs",
        "created",
        "critical",
        "format",
        "incarnation",
        "kind",
        "min_reader",
        "nonce",
        "prev",
        "recipients",
        "restored_from",
        "schema",
        "sender",
        "seq",
    ]
)
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")


@dataclass(frozen=True, slots=True)
class BatchEntry:
    """One frame of records: which contents, how many, how many bytes, their SHA-256."""

    contents: str
    count: int
    size: int
    sha256: bytes


@dataclass(frozen=True, slots=True)
class BlobEntry:
    """One attachment: id (16 bytes), size, SHA-256."""

    id: bytes
    size: int
    sha256: bytes


@dataclass(frozen=True, slots=True)
class Manifest:
    """Sender, addressees, place in the stream and table of contents; hashes are bytes, times UTC ms."""

    kind: str
    sender: bytes
    incarnation: bytes
    authority: bytes
    recipients: tuple[bytes, ...]
    seq: int
    prev: bytes | None
    base: Head | None
    acks: StreamHead | None
    restored_from: StreamHead | None
    schema: int
    created: int
    nonce: bytes
    batches: tuple[BatchEntry, ...]
    blobs: tuple[BlobEntry, ...]
    critical: tuple[str, ...] = ()
    min_reader: int = FORMAT

    @property
    def contents(self) -> tuple[str, ...]:
        """The kinds of contents inside, each once, sorted."""
        return tuple(sorted({batch.contents for batch in self.batches}))


def _head_json(head: Head | None) -> Json:
    return None if head is None else {"hash": head.hash.hex(), "seq": head.seq}


def _stream_json(place: StreamHead | None) -> Json:
    if place is None:
        return None
    return {"hash": place.head.hash.hex(), "incarnation": place.incarnation.hex(), "seq": place.head.seq}


def dump(manifest: Manifest) -> bytes:
    """Return the canonical bytes."""
    return strict_json.dumps(
        {
            "acks": _stream_json(manifest.acks),
            "authority": manifest.authority.hex(),
            "base": _head_json(manifest.base),
            "batches": [
                {"contents": entry.contents, "count": entry.count, "sha256": entry.sha256.hex(), "size": entry.size}
                for entry in manifest.batches
            ],
            "blobs": [
                {"id": entry.id.hex(), "sha256": entry.sha256.hex(), "size": entry.size} for entry in manifest.blobs
            ],
            "created": manifest.created,
            "critical": list(manifest.critical),
            "format": FORMAT,
            "incarnation": manifest.incarnation.hex(),
            "kind": manifest.kind,
            "min_reader": manifest.min_reader,
            "nonce": manifest.nonce.hex(),
            "prev": None if manifest.prev is None else manifest.prev.hex(),
            "recipients": [fingerprint.hex() for fingerprint in manifest.recipients],
            "restored_from": _stream_json(manifest.restored_from),
            "schema": manifest.schema,
            "sender": manifest.sender.hex(),
            "seq": manifest.seq,
        }
    )


def hash_of(raw: bytes) -> bytes:
    """Return the SHA-256 by which streams and envelopes name a manifest."""
    return hashlib.sha256(raw).digest()


class _Fields:
    """Typed reading of one object; every surprise is Untrusted("bundle.manifest")."""

    def __init__(self, value: Json, keys: frozenset[str] | None = None) -> None:
        if not isinstance(value, dict) or (keys is not None and set(value) != keys):
            raise Untrusted("bundle.manifest")
        self._value: Object = value

    def whole(self, key: str, low: int = 0, high: int = strict_json.MAX_INTEGER) -> int:
        value = self._value.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise Untrusted("bundle.manifest")
        return value

    def raw(self, key: str, size: int) -> bytes:
        value = self._value.get(key)
        if not isinstance(value, str) or not re.fullmatch(rf"[0-9a-f]{{{2 * size}}}", value):
            raise Untrusted("bundle.manifest")
        return bytes.fromhex(value)

    def name(self, key: str) -> str:
        value = self._value.get(key)
        if not isinstance(value, str) or not _NAME.match(value):
            raise Untrusted("bundle.manifest")
        return value

    def many(self, key: str, limit: int) -> list[Json]:
        value = self._value.get(key)
        if not isinstance(value, list) or len(value) > limit:
            raise Untrusted("bundle.manifest")
        return value

    def optional(self, key: str) -> Json:
        return self._value.get(key)

    def raw_or_none(self, key: str, size: int) -> bytes | None:
        return None if self._value.get(key) is None else self.raw(key, size)


def _head(value: Json) -> Head | None:
    if value is None:
        return None
    fields = _Fields(value, frozenset({"hash", "seq"}))
    return Head(fields.whole("seq", 1), fields.raw("hash", 32))


def _stream_head(value: Json) -> StreamHead | None:
    if value is None:
        return None
    fields = _Fields(value, frozenset({"hash", "incarnation", "seq"}))
    return StreamHead(fields.raw("incarnation", 16), Head(fields.whole("seq", 1), fields.raw("hash", 32)))


def _batch(value: Json) -> BatchEntry:
    fields = _Fields(value, frozenset({"contents", "count", "sha256", "size"}))
    size = fields.whole("size", 2, MAX_BATCH)
    return BatchEntry(fields.name("contents"), fields.whole("count", 1, size), size, fields.raw("sha256", 32))


def _blob(value: Json) -> BlobEntry:
    fields = _Fields(value, frozenset({"id", "sha256", "size"}))
    return BlobEntry(fields.raw("id", 16), fields.whole("size", 0, MAX_BLOB), fields.raw("sha256", 32))


def _names(fields: _Fields, key: str) -> tuple[str, ...]:
    return tuple(_Fields({"name": part}).name("name") for part in fields.many(key, 64))


def _fingerprints(fields: _Fields) -> tuple[bytes, ...]:
    found = tuple(_Fields({"raw": part}).raw("raw", 32) for part in fields.many("recipients", MAX_RECIPIENTS))
    if not found or list(found) != sorted(set(found)):
        raise Untrusted("bundle.manifest")
    return found


def _check_version(fields: _Fields) -> tuple[str, ...]:
    """Refuse what a newer program means before anything else is judged; returns the critical features."""
    critical = _names(fields, "critical")
    if fields.whole("min_reader", 1) > FORMAT or fields.whole("format", 1) < FORMAT:
        raise Untrusted("bundle.newer")
    if not SUPPORTED_CRITICAL.issuperset(critical):
        raise Untrusted("bundle.newer")
    return critical


def parse(raw: bytes) -> Manifest:
    """Return the manifest of canonical bytes; raises Untrusted "bundle.manifest" or "bundle.newer".

    Unknown further keys are carried by newer programs and ignored here, unless `critical` names them.
    """
    try:
        value = strict_json.loads_object(raw)
    except strict_json.NotStrict as refused:
        raise Untrusted("bundle.manifest") from refused
    fields = _Fields(value)
    critical = _check_version(fields)
    if not _KEYS.issubset(value):
        raise Untrusted("bundle.manifest")
    manifest = Manifest(
        kind=fields.name("kind"),
        sender=fields.raw("sender", 32),
        incarnation=fields.raw("incarnation", 16),
        authority=fields.raw("authority", 32),
        recipients=_fingerprints(fields),
        seq=fields.whole("seq", 1),
        prev=fields.raw_or_none("prev", 32),
        base=_head(fields.optional("base")),
        acks=_stream_head(fields.optional("acks")),
        restored_from=_stream_head(fields.optional("restored_from")),
        schema=fields.whole("schema", 1),
        created=fields.whole("created"),
        nonce=fields.raw("nonce", 32),
        batches=tuple(_batch(part) for part in fields.many("batches", MAX_BATCHES)),
        blobs=tuple(_blob(part) for part in fields.many("blobs", MAX_BLOBS)),
        critical=critical,
        min_reader=fields.whole("min_reader", 1),
    )
    check_sense(manifest)
    return manifest


def check_sense(manifest: Manifest) -> None:
    """Refuse what no honest program writes: a first bundle with a past, a base in its own future, blobs twice, floods.

    The limits keep what a receiver has to hold at once below a few hundred MB, whoever sends.
    """
    if sum(entry.count for entry in manifest.batches) > MAX_ITEMS:
        raise Untrusted("bundle.manifest")
    if sum(entry.size for entry in manifest.batches) > MAX_RECORDS:
        raise Untrusted("bundle.manifest")
    first = manifest.seq == 1
    if first != (manifest.prev is None) or (manifest.base and manifest.base.seq >= manifest.seq):
        raise Untrusted("bundle.manifest")
    ids = [entry.id for entry in manifest.blobs]
    if ids != sorted(set(ids)):
        raise Untrusted("bundle.manifest")
