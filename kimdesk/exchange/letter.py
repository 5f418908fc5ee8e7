"""A sealed letter from one device to another: four signed lines, then one age file with canonical JSON (FORMAT.md 8).

Carries the deputy package, and back to its owner the word that somebody opened it; and a whole case to the colleague
who takes it over. Small enough for memory.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from kimdesk.base.errors import Untrusted
from kimdesk.exchange.age import Encryptor, decrypt
from kimdesk.exchange.age_keys import AgeError, Failure, HybridRecipient
from kimdesk.exchange.envelope import check_author, check_body, read_envelope, sign_text
from kimdesk.exchange.keys import DeviceKeys, PartnerKeys, partner_from_card
from kimdesk.vault.canonical import canonical

LetterKind = Literal["deputy", "opened", "handover"]
PACKAGE_SUFFIX: Final = ".kimv"
OPENED_SUFFIX: Final = ".kimo"
HANDOVER_SUFFIX: Final = ".kimu"
MOST_BYTES: Final = 16 << 20
MOST_HANDED: Final = 96 << 20
"""What a hand-over may hold, its files among it; it is opened in memory."""
FORMAT: Final = 1
_CODES: Final[Mapping[Failure, str]] = {
    "header": "bundle.age_header",
    "no_match": "bundle.not_for_us",
    "mac": "bundle.damaged",
    "payload": "bundle.damaged",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was meant for us and is what its sender signed; `hash` is the SHA-256 of the whole file."""

    sender: PartnerKeys
    body: Mapping[str, Any] = field(repr=False)
    hash: bytes


def seal_letter(keys: DeviceKeys, to: HybridRecipient, kind: LetterKind, body: Mapping[str, Any]) -> bytes:
    """Return a letter only `to` can open, signed by `keys`; the sender's card goes along for the answer."""
    plain = canonical({"body": dict(body), "card": keys.public.card(), "format": FORMAT})
    sealed = io.BytesIO()
    encryptor = Encryptor(sealed, [to])
    encryptor.write(plain)
    encryptor.finish()
    return sign_text(keys, keys.public, kind, sealed.getvalue())


def open_letter(raw: bytes, keys: DeviceKeys, kind: LetterKind) -> Letter:
    """Return a letter to `keys`; raises Untrusted `bundle.*`: not ours, altered, not for us, damaged, newer."""
    source = io.BytesIO(raw)
    envelope = read_envelope(source)
    if envelope.author.kind != kind:
        raise Untrusted("bundle.not_ours")
    check_author(envelope)
    check_body(envelope, source)
    sealed = raw[envelope.size :]
    if hashlib.sha256(sealed).digest() != envelope.author.content_hash:
        raise Untrusted("bundle.altered")
    content = _content(_opened(sealed, keys, MOST_HANDED if kind == "handover" else MOST_BYTES))
    try:
        sender = partner_from_card(content["card"], envelope.author.signing)
    except ValueError as refused:
        raise Untrusted("bundle.damaged") from refused
    if sender.fingerprint != envelope.author.fingerprint or not isinstance(content["body"], dict):
        raise Untrusted("bundle.damaged")
    return Letter(sender, content["body"], hashlib.sha256(raw).digest())


def _opened(sealed: bytes, keys: DeviceKeys, most: int) -> bytes:
    try:
        return decrypt(io.BytesIO(sealed), keys.age).read(most)
    except AgeError as refused:
        raise Untrusted(_CODES[refused.kind]) from refused


def _content(plain: bytes) -> dict[str, Any]:
    try:
        content = json.loads(plain)
    except (ValueError, RecursionError) as refused:
        raise Untrusted("bundle.damaged") from refused
    if not isinstance(content, dict) or set(content) != {"body", "card", "format"}:
        raise Untrusted("bundle.damaged")
    if content["format"] != FORMAT:
        raise Untrusted("bundle.newer")
    return content
