"""Makes bundles that an honest program never makes: each layer can be replaced, the ones above are signed anew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import rfc8785

from kimdesk.base.errors import Untrusted
from kimdesk.domain.views.exchange import Outgoing
from kimdesk.exchange.age import Encryptor
from kimdesk.exchange.age_keys import Recipient
from kimdesk.exchange.envelope import Author, comment_of, first_line
from kimdesk.exchange.frames import HEAD, FrameType, Tally, tally, write_end
from kimdesk.exchange.keys import DeviceKeys
from kimdesk.exchange.manifest import Manifest, hash_of, parse
from kimdesk.exchange.minisign import Signer, sign
from kimdesk.exchange.ports import Record
from kimdesk.exchange.seal import Parcel, plan
from tests.exchange.fakes import DESK, INCARNATION, OFFICE, START, observation

Frame = tuple[int, bytes]
Json = dict[str, Any]


def same(value: Any) -> Any:
    return value


@dataclass(frozen=True)
class Forgery:
    """How a bundle differs from an honest one; every function gets the honest thing and returns the forged one."""

    records: Sequence[Record] = field(default_factory=lambda: (observation(),))
    batch: Callable[[bytes], bytes] = same
    manifest: Callable[[Json], Json] = same
    raw_manifest: Callable[[bytes], bytes] = same
    frames: Callable[[list[Frame]], list[Frame]] = same
    plaintext: Callable[[bytes], bytes] = same
    age: Callable[[bytes], bytes] = same
    author: Callable[[Author], Author] = same
    comment: Callable[[bytes], bytes] = same
    bundle: Callable[[bytes], bytes] = same
    sender: DeviceKeys = DESK
    signer: Signer | None = None
    recipients: Sequence[Recipient] = (OFFICE.public.age,)

    def make(self) -> bytes:
        """Return the forged bundle."""
        raw, frames = self._inside()
        plain = self.plaintext(b"".join(HEAD.pack(len(body), kind) + body for kind, body in self.frames(frames)))
        return self.bundle(self._outside(self.age(self._encrypted(plain)), hash_of(raw)))

    def _inside(self) -> tuple[bytes, list[Frame]]:
        parcel = Parcel("sync", OFFICE.public.fingerprint, {"observations": self.records})
        planned = plan(
            parcel,
            sender=self.sender.public,
            recipients=[OFFICE.public],
            stream=Outgoing(INCARNATION, None, None),
            nonce=bytes(32),
            now=START,
        )
        body = self.batch(planned.batches[0])
        manifest = json.loads(planned.raw)
        entry = manifest["batches"][0]
        entry["sha256"], entry["size"] = hashlib.sha256(body).hexdigest(), len(body)
        raw = self.raw_manifest(rfc8785.dumps(self.manifest(manifest)))
        plain = _Collected()
        write_end(plain, _sums(raw, planned.manifest))
        tail = plain.frames()
        return raw, [(FrameType.MANIFEST, raw), (FrameType.RECORDS, body), *tail]

    def _encrypted(self, plain: bytes) -> bytes:
        file = BytesIO()
        encryptor = Encryptor(file, self.recipients)
        encryptor.write(plain)
        encryptor.finish()
        return file.getvalue()

    def _outside(self, body: bytes, manifest_hash: bytes) -> bytes:
        keys = self.sender.public
        author = self.author(Author("sync", keys.signing, keys.card_hash, manifest_hash))
        signature = sign(self.signer or self.sender, hashlib.blake2b(body).digest(), self.comment(comment_of(author)))
        return signature.lines(first_line("sync")) + body


def _sums(raw: bytes, honest: Manifest) -> Tally:
    """Return the sums of the forged manifest where it can be read at all."""
    try:
        return tally(parse(raw), len(raw))
    except Untrusted:
        return tally(honest, len(raw))


class _Collected:
    """Takes plaintext and gives its frames back."""

    def __init__(self) -> None:
        self._data = bytearray()

    def write(self, data: bytes | memoryview) -> None:
        self._data += data

    def frames(self) -> list[Frame]:
        found, start = [], 0
        while start < len(self._data):
            length, kind = HEAD.unpack_from(self._data, start)
            start += HEAD.size
            found.append((kind, bytes(self._data[start : start + length])))
            start += length
        return found
