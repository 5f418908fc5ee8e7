"""The outer form of everything signed: four minisign lines, then the body (FORMAT.md 2).

Reading never trusts: `read_envelope` checks the grammar only, `check_author` the signature over the comment,
`check_body` the signature over the body.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import BinaryIO, Final, Literal, Protocol, get_args

from kimdesk.base.errors import Untrusted
from kimdesk.exchange import minisign, strict_json
from kimdesk.exchange.keys import PartnerKeys, fingerprint_of
from kimdesk.exchange.minisign import BadSignature, Signature, Verifier

Kind = Literal["sync", "receipt", "request", "grant", "deputy", "opened", "handover"]
VERSION: Final = 1
MAX_COMMENT: Final = 4_096
_PIECE: Final = 1 << 20
_MAGIC: Final[dict[Kind, bytes]] = {
    "sync": b"KIM-DESK-BUNDLE",
    "receipt": b"KIM-DESK-BUNDLE",
    "request": b"KIM-DESK-REQUEST",
    "grant": b"KIM-DESK-GRANT",
    "deputy": b"KIM-DESK-DEPUTY",
    "opened": b"KIM-DESK-OPENED",
    "handover": b"KIM-DESK-HANDOVER",
}
_FIRST_LINE: Final = re.compile(rb"untrusted comment: (KIM-DESK-[A-Z]+) ([0-9]{1,9})\n\Z")
_HEX32: Final = re.compile(r"[0-9a-f]{64}\Z")


class Readable(Protocol):
    """A binary source with lines."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes."""
        ...

    def readline(self, size: int, /) -> bytes:
        """Return bytes up to and with the next line feed, at most `size`."""
        ...


@dataclass(frozen=True, slots=True)
class Author:
    """The trusted comment: who signed what kind of content, pseudonymous."""

    kind: Kind
    signing: Verifier
    card_hash: bytes
    content_hash: bytes

    @property
    def fingerprint(self) -> bytes:
        """The sender's fingerprint, computable without knowing the sender."""
        return fingerprint_of(self.signing, self.card_hash)


@dataclass(frozen=True, slots=True)
class Envelope:
    """Four lines that follow the grammar."""

    author: Author
    signature: Signature
    size: int


def first_line(kind: Kind) -> bytes:
    """Return what the untrusted comment says for a kind of content."""
    return b"%s %d" % (_MAGIC[kind], VERSION)


def author_of(keys: PartnerKeys, kind: Kind, content_hash: bytes) -> Author:
    """Return the comment of somebody who signs a content of this hash."""
    return Author(kind, keys.signing, keys.card_hash, content_hash)


def comment_of(author: Author) -> bytes:
    """Return the trusted comment as canonical JSON."""
    return strict_json.dumps(
        {
            "card": author.card_hash.hex(),
            "from": author.signing.key_id.hex(),
            "key": author.signing.raw.hex(),
            "kind": author.kind,
            "mh": author.content_hash.hex(),
            "v": VERSION,
        }
    )


def head_size(author: Author) -> int:
    """Return how many bytes the four lines of an author take, whatever is signed."""
    return minisign.size_of(first_line(author.kind), comment_of(author))


def head_bytes(signer: minisign.Signer, author: Author, digest: bytes) -> bytes:
    """Return the four lines for a body with this BLAKE2b-512 digest."""
    return minisign.sign(signer, digest, comment_of(author)).lines(first_line(author.kind))


def _line(source: Readable, limit: int) -> bytes:
    """Return one line without its line feed; raises Untrusted for a long, cut or CR-ended one."""
    line = source.readline(limit + 1)
    if not line.endswith(b"\n") or b"\r" in line:
        raise Untrusted("bundle.envelope")
    return line[:-1]


def _magic(source: Readable) -> bytes:
    line = source.readline(128)
    if not line:
        raise Untrusted("bundle.empty")
    found = _FIRST_LINE.match(line)
    if not found or found[1] not in _MAGIC.values():
        raise Untrusted("bundle.not_ours")
    if found[2] != b"%d" % VERSION:
        raise Untrusted("bundle.version")
    return found[1]


def _hash_in(comment: strict_json.Object, key: str) -> bytes:
    text = comment[key]
    if not isinstance(text, str) or not _HEX32.match(text):
        raise Untrusted("bundle.envelope")
    return bytes.fromhex(text)


def _author_in(raw: bytes) -> Author:
    try:
        comment = strict_json.loads_object(raw)
    except strict_json.NotStrict as refused:
        raise Untrusted("bundle.envelope") from refused
    if set(comment) != {"card", "from", "key", "kind", "mh", "v"} or comment["v"] != VERSION:
        raise Untrusted("bundle.envelope")
    kind = next((kind for kind in get_args(Kind) if kind == comment["kind"]), None)
    if kind is None:
        raise Untrusted("bundle.envelope")
    signing = Verifier(_hash_in(comment, "key"))
    if comment["from"] != signing.key_id.hex():
        raise Untrusted("bundle.envelope")
    return Author(kind, signing, _hash_in(comment, "card"), _hash_in(comment, "mh"))


def read_envelope(source: Readable) -> Envelope:
    """Return the four lines at the source's start, which moves to the body; raises Untrusted `bundle.*`."""
    magic = _magic(source)
    head = _line(source, minisign.SIGNATURE_LINE + 1)
    comment = _line(source, MAX_COMMENT + len(minisign.TRUSTED) + 1)
    tail = _line(source, minisign.GLOBAL_LINE + 1)
    try:
        signature = minisign.parse(head, comment, tail)
    except BadSignature as refused:
        raise Untrusted("bundle.envelope") from refused
    author = _author_in(signature.comment)
    if _MAGIC[author.kind] != magic or signature.key_id != author.signing.key_id:
        raise Untrusted("bundle.envelope")
    return Envelope(author, signature, head_size(author))


def check_author(envelope: Envelope) -> None:
    """Raise Untrusted unless the key in the comment signed the comment."""
    try:
        envelope.signature.check_comment(envelope.author.signing)
    except BadSignature as refused:
        raise Untrusted("bundle.altered") from refused


def check_body(envelope: Envelope, source: Readable) -> bytes:
    """Read the body to its end and return its digest; raises Untrusted unless the author signed exactly it."""
    digest = hashlib.blake2b()
    while piece := source.read(_PIECE):
        digest.update(piece)
    try:
        envelope.signature.check_file(envelope.author.signing, digest.digest())
    except BadSignature as refused:
        raise Untrusted("bundle.altered") from refused
    return digest.digest()


class HashingTarget:
    """Writes to a binary file and keeps the BLAKE2b-512 of what passed."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self.hash = hashlib.blake2b()

    def write(self, data: memoryview | bytes, /) -> int:
        """Pass the bytes on."""
        self.hash.update(data)
        return self._target.write(data)


def sign_text(signer: minisign.Signer, keys: PartnerKeys, kind: Kind, body: bytes) -> bytes:
    """Return a small signed file: four lines and a readable body (enrolment)."""
    author = author_of(keys, kind, hashlib.sha256(body).digest())
    return head_bytes(signer, author, hashlib.blake2b(body).digest()) + body
