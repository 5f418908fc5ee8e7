"""Says whether a bundle is intact and whose key signed it, without any vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kimdesk.base.words import spoken
from kimdesk.exchange.envelope import Author, Kind, Readable, check_author, check_body, read_envelope
from kimdesk.exchange.medium import MAX_FILE, open_plain, watched
from kimdesk.exchange.ports import Partner, Partners


@dataclass(frozen=True, slots=True)
class Verdict:
    """An intact bundle: kind, hash of its content, the signer's fingerprint and words, and the partner if known."""

    kind: Kind
    content_hash: bytes
    fingerprint: bytes
    words: str
    partner: Partner | None


def partner_of(author: Author, partners: Partners) -> Partner | None:
    """Return the enrolled partner who has exactly this key and card."""
    partner = partners.by_key_id(author.signing.key_id)
    if partner is None or partner.keys.fingerprint != author.fingerprint:
        return None
    return partner


def verify_stream(source: Readable, partners: Partners | None = None) -> Verdict:
    """Return the verdict on an intact file at its start; raises Untrusted `bundle.*`."""
    envelope = read_envelope(source)
    check_author(envelope)
    check_body(envelope, source)
    author = envelope.author
    known = partner_of(author, partners) if partners is not None else None
    return Verdict(author.kind, author.content_hash, author.fingerprint, spoken(author.fingerprint), known)


def verify(path: Path, partners: Partners | None = None) -> Verdict:
    """Return the verdict on a file; raises Untrusted `bundle.*`, Surroundings `medium.*`."""
    with watched(), open_plain(path, MAX_FILE) as file:
        return verify_stream(file, partners)
