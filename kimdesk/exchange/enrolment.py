"""Getting to know each other: a device asks (`*.kimr`), an office or provider grants (`*.kimg`), people compare words.

Both files are four minisign lines and a readable canonical JSON body; they hold public keys and a label, no name.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import Final

from kimdesk.base.clock import Clock
from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.base.words import same_words
from kimdesk.domain.views.exchange import Role
from kimdesk.exchange import strict_json
from kimdesk.exchange.contents import code
from kimdesk.exchange.envelope import Author, Kind, check_author, check_body, read_envelope, sign_text
from kimdesk.exchange.keys import DeviceKeys, PartnerKeys, is_role, partner_from_card
from kimdesk.exchange.minisign import Verifier
from kimdesk.exchange.ports import Partner
from kimdesk.exchange.strict_json import Json, Object

REQUEST_SUFFIX: Final = ".kimr"
GRANT_SUFFIX: Final = ".kimg"
MAX_FILE: Final = 64 << 10
FORMAT: Final = 1
MAX_LABEL: Final = 60
VALID_MS: Final = 2 * 365 * 86_400_000
LATEST_MS: Final = 253_370_764_800_000  # the year 9999; no calendar shows more
_REQUEST: Final = frozenset({"card", "created", "format", "label"})
_GRANT: Final = frozenset(
    [
        "card",
        "created",
        "device",
        "district",
        "format",
        "key_list",
        "label",
        "request",
        "role",
        "short_name",
        "valid_from",
        "valid_until",
    ]
)
MAY_GRANT: Final[dict[Role, frozenset[Role]]] = {
    "office": frozenset({"desk", "provider"}),
    "provider": frozenset({"desk"}),
    "desk": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Request:
    """A device that asks to be known: its keys, the label its user chose, and the file's hash."""

    keys: PartnerKeys
    label: str
    created: int
    file_hash: bytes


@dataclass(frozen=True, slots=True)
class KeyList:
    """The keys an authority signs with, numbered from 1; a lower number than known is never taken."""

    version: int
    keys: tuple[PartnerKeys, ...]


@dataclass(frozen=True, slots=True)
class Grant:
    """What an authority grants: who (fingerprint), as what, where, from when until when (UTC ms)."""

    authority: PartnerKeys
    device: bytes
    role: Role
    label: str
    short_name: str
    district: str
    valid_from: int
    valid_until: int
    request_hash: bytes
    key_list: KeyList

    def partner(self) -> Partner:
        """Return the authority as the device's address book keeps it."""
        return Partner(self.authority, self.label, self.short_name, self.district, self.valid_from, self.valid_until)


def _checked_label(label: str) -> str:
    try:
        strict_json.check_text(label)
    except strict_json.NotStrict:
        raise UserProblem("enrol.label", limit=MAX_LABEL) from None
    if not label.strip() or len(label) > MAX_LABEL or "\n" in label or "\t" in label:
        raise UserProblem("enrol.label", limit=MAX_LABEL)
    return label


def make_request(keys: DeviceKeys, *, label: str, clock: Clock) -> bytes:
    """Return the bytes of a request; raises UserProblem("enrol.label")."""
    body: Object = {
        "card": keys.public.card(),
        "created": clock.now_ms(),
        "format": FORMAT,
        "label": _checked_label(label),
    }
    return sign_text(keys, keys.public, "request", strict_json.dumps(body))


def _body(raw: bytes, kind: Kind, keys: frozenset[str]) -> tuple[Author, Object]:
    """Return author and body of a small signed file; raises Untrusted `bundle.*` or "enrol.file"."""
    source = io.BytesIO(raw)
    envelope = read_envelope(source)
    if envelope.author.kind != kind:
        raise Untrusted("enrol.file")
    check_author(envelope)
    check_body(envelope, source)
    text = raw[envelope.size :]
    if hashlib.sha256(text).digest() != envelope.author.content_hash:
        raise Untrusted("enrol.file")
    try:
        body = strict_json.loads_object(text)
    except strict_json.NotStrict as refused:
        raise Untrusted("enrol.file") from refused
    if body.get("format") != FORMAT:
        raise Untrusted("bundle.newer")
    if set(body) != keys:
        raise Untrusted("enrol.file")
    return envelope.author, body


def _keys_of(card: Json, author: Author) -> PartnerKeys:
    try:
        keys = partner_from_card(card, author.signing)
    except ValueError as refused:
        raise Untrusted("enrol.file") from refused
    if keys.fingerprint != author.fingerprint:
        raise Untrusted("enrol.file")
    return keys


def _text(body: Object, key: str) -> str:
    value = body[key]
    if not isinstance(value, str):
        raise Untrusted("enrol.file")
    return value


def _label(body: Object) -> str:
    try:
        return _checked_label(_text(body, "label"))
    except UserProblem as refused:
        raise Untrusted("enrol.file") from refused


def _time(body: Object, key: str) -> int:
    value = body[key]
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LATEST_MS:
        raise Untrusted("enrol.file")
    return value


def _hash(body: Object, key: str) -> bytes:
    try:
        raw = bytes.fromhex(_text(body, key))
    except ValueError as refused:
        raise Untrusted("enrol.file") from refused
    if len(raw) != 32 or raw.hex() != body[key]:
        raise Untrusted("enrol.file")
    return raw


def read_request(raw: bytes) -> Request:
    """Return a request whose signature fits; nobody has compared words yet. Raises Untrusted."""
    author, body = _body(raw, "request", _REQUEST)
    keys = _keys_of(body["card"], author)
    if keys.role == "office":
        raise Untrusted("enrol.role")
    return Request(keys, _label(body), _time(body, "created"), hashlib.sha256(raw).digest())


def check_words(keys: PartnerKeys, typed: str) -> None:
    """Raise UserProblem("enrol.words_differ") unless somebody heard exactly these keys' words."""
    if not same_words(typed, keys.fingerprint):
        raise UserProblem("enrol.words_differ")


def _key_list_json(keys: PartnerKeys) -> Json:
    return {"keys": [{"card": keys.card(), "sign": keys.signing.raw.hex()}], "version": 1}


@dataclass(frozen=True, slots=True)
class Authority:
    """Who grants: keys, name ("Kreis Steinfurt"), short name for the command line ("steinfurt"), district's code."""

    keys: DeviceKeys
    label: str
    short_name: str
    district: str

    def check(self) -> None:
        """Raise UserProblem "enrol.label", "enrol.short_name", "enrol.district" for names nobody can use."""
        _checked_label(self.label)
        if not code(self.short_name):
            raise UserProblem("enrol.short_name")
        if not code(self.district):
            raise UserProblem("enrol.district")


def short_name_of(keys: PartnerKeys) -> str:
    """Return a pseudonymous short name for a device: its first two words."""
    return "-".join(keys.words.split()[:2])


def grant(request: Request, *, words: str, authority: Authority, clock: Clock) -> tuple[bytes, Partner]:
    """Return the grant's bytes and the new partner for the authority's own address book.

    `words` are those the asking person read out. Raises UserProblem "enrol.words_differ", Untrusted "enrol.role".
    """
    keys, district = authority.keys, authority.district
    authority.check()
    if request.keys.role not in MAY_GRANT[keys.role]:
        raise Untrusted("enrol.role")
    check_words(request.keys, words)
    now = clock.now_ms()
    body: Object = {
        "card": keys.public.card(),
        "created": now,
        "device": request.keys.fingerprint.hex(),
        "district": district,
        "format": FORMAT,
        "key_list": _key_list_json(keys.public),
        "label": authority.label,
        "request": request.file_hash.hex(),
        "role": request.keys.role,
        "short_name": authority.short_name,
        "valid_from": now,
        "valid_until": now + VALID_MS,
    }
    partner = Partner(request.keys, request.label, short_name_of(request.keys), district, now, now + VALID_MS)
    return sign_text(keys, keys.public, "grant", strict_json.dumps(body)), partner


def _key_list(value: Json, author: Author) -> KeyList:
    if not isinstance(value, dict) or set(value) != {"keys", "version"}:
        raise Untrusted("enrol.file")
    version, entries = value["version"], value["keys"]
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Untrusted("enrol.file")
    if not isinstance(entries, list) or not 1 <= len(entries) <= 16:
        raise Untrusted("enrol.file")
    keys = tuple(_listed(entry) for entry in entries)
    if author.fingerprint not in {entry.fingerprint for entry in keys}:
        raise Untrusted("enrol.file")
    return KeyList(version, keys)


def _listed(entry: Json) -> PartnerKeys:
    if not isinstance(entry, dict) or set(entry) != {"card", "sign"}:
        raise Untrusted("enrol.file")
    try:
        return partner_from_card(entry["card"], Verifier(_hash(entry, "sign")))
    except ValueError as refused:
        raise Untrusted("enrol.file") from refused


def read_grant(raw: bytes) -> Grant:
    """Return a grant whose signature fits; nobody has compared words yet. Raises Untrusted."""
    author, body = _body(raw, "grant", _GRANT)
    authority = _keys_of(body["card"], author)
    role, district = body["role"], _text(body, "district")
    if not is_role(role) or role not in MAY_GRANT[authority.role]:
        raise Untrusted("enrol.role")
    begin, end = _time(body, "valid_from"), _time(body, "valid_until")
    if not code(district) or not code(body["short_name"]) or begin >= end:
        raise Untrusted("enrol.file")
    return Grant(
        authority=authority,
        device=_hash(body, "device"),
        role=role,
        label=_label(body),
        short_name=_text(body, "short_name"),
        district=district,
        valid_from=begin,
        valid_until=end,
        request_hash=_hash(body, "request"),
        key_list=_key_list(body["key_list"], author),
    )


def accept(raw: bytes, *, words: str, keys: DeviceKeys, clock: Clock) -> Grant:
    """Return the grant if it is for these keys, still valid, and the authority's words are the ones typed.

    Raises Untrusted "enrol.other_device", "enrol.expired", UserProblem "enrol.words_differ".
    """
    found = read_grant(raw)
    if found.device != keys.public.fingerprint or found.role != keys.role:
        raise Untrusted("enrol.other_device")
    if clock.now_ms() > found.valid_until:
        raise Untrusted("enrol.expired")
    check_words(found.authority, words)
    return found
