"""Getting in with the help of two holders: a request with a key of its own, two answers sealed to it, no key on paper.

1. Whoever lost passphrase and code makes a request (`.kimn`) from the vault or a backup of it; its private key stays in
   a file on this device, sealed under the new passphrase.  2. Each holder compares the request's eight words with the
   person asking, opens their share with their own vault and seals it to the request (`.kima`).  3. The device that
   asked puts both shares together. The vault key is never shown, printed or sent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from kimdesk.base.clock import Clock
from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.base.words import same_words, spoken
from kimdesk.vault.canonical import canonical, checked, stamped
from kimdesk.vault.escrow import HOLDERS, Escrow, combined, escrow_from
from kimdesk.vault.files import read_bounded, write_durable
from kimdesk.vault.info import read_info
from kimdesk.vault.keys import KEY_BYTES, Slot, open_slot, seal_slot
from kimdesk.vault.memory import wipe
from kimdesk.vault.opened import passphrase_bytes, require_strong
from kimdesk.vault.policy import PRODUCTION, Policy
from kimdesk.vault.sealing import OVERHEAD, PUBLIC_BYTES, PublicKey, SealingKey
from kimdesk.vault.slots import read_slots, slot_from
from kimdesk.vault.trouble import translated

REQUEST_SUFFIX: Final = ".kimn"
ANSWER_SUFFIX: Final = ".kima"
HOLDER_SUFFIX: Final = ".kimh"
FORMAT: Final = 1
MOST_BYTES: Final = 64 * 1024
_REQUEST: Final = "kim-desk recovery request"
_ANSWER: Final = "kim-desk recovery answer"
_HOLDER: Final = "kim-desk escrow holder"
_PENDING: Final = "kim-desk recovery pending"
_PENDING_SLOT: Final = "pending"
_ANSWER_INFO: Final = b"escrow-answer/"


@dataclass(frozen=True, slots=True)
class Holder:
    """A recovery key of the provider: the key, and the label its keeper gave it."""

    key: PublicKey
    label: str

    def to_bytes(self) -> bytes:
        """Return the card that is handed to the desk."""
        return stamped({"format": FORMAT, "key": self.key.raw.hex(), "label": self.label, "what": _HOLDER})


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody asks for the shares of one vault; nobody has compared words yet."""

    vault_id: str
    label: str
    key: PublicKey
    escrow: Escrow = field(repr=False)
    created_ms: int
    file_hash: bytes

    @property
    def words(self) -> str:
        """Eight words that stand for the whole request."""
        return spoken(self.file_hash)

    def is_meant(self, typed: str) -> bool:
        """Tell whether somebody typed the words of this very request."""
        return same_words(typed, self.file_hash)


def read_holder(content: bytes) -> Holder:
    """Return a holder's card; raises Untrusted `escrow.file`, `vault.newer`."""
    body = _body(content, _HOLDER)
    try:
        return Holder(PublicKey(_sized(body["key"], PUBLIC_BYTES)), _text(body["label"]))
    except (KeyError, ValueError) as error:
        raise Untrusted("escrow.file") from error


def begin(source: Path, *, passphrase: str, pending: Path, clock: Clock, policy: Policy = PRODUCTION) -> bytes:
    """Return a request for the vault or backup in `source`; its private key waits in the new file `pending`.

    `passphrase` is the one the vault will have afterwards. Raises UserProblem `vault.passphrase_weak`, `escrow.none`
    and what reading a vault's small files raises; Surroundings.
    """
    require_strong(passphrase, policy)
    info = read_info(source.absolute())
    escrow = read_slots(info.folder, info.vault_id).usable.escrow
    if escrow is None:
        raise UserProblem("escrow.none")
    key = SealingKey.generate()
    request = stamped(
        {
            "created_ms": clock.now_ms(),
            "escrow": escrow.as_json(),
            "format": FORMAT,
            "key": key.public.raw.hex(),
            "label": info.label,
            "vault_id": info.vault_id,
            "what": _REQUEST,
        }
    )
    typed, seed = passphrase_bytes(passphrase), bytearray(key.seed)
    try:
        slot = seal_slot(
            kind=_PENDING_SLOT, secret=typed, vault_key=seed, vault_id=info.vault_id, clock=clock, policy=policy
        )
    finally:
        wipe(typed, seed)
    _keep(pending, slot, request)
    return request


def read_request(content: bytes) -> Request:
    """Return a request; raises Untrusted `escrow.file`, `vault.newer`."""
    body = _body(content, _REQUEST)
    try:
        vault_id = _sized(body["vault_id"], 16).hex()
        escrow = escrow_from(body["escrow"], vault_id)
        if escrow is None or type(body["created_ms"]) is not int:
            raise ValueError("nothing to answer")
        key = PublicKey(_sized(body["key"], PUBLIC_BYTES))
        label = _text(body["label"])
    except (KeyError, ValueError, TypeError) as error:
        raise Untrusted("escrow.file") from error
    return Request(vault_id, label, key, escrow, body["created_ms"], hashlib.sha256(content).digest())


def answer(request: Request, holder: SealingKey) -> bytes:
    """Return the holder's share, sealed to the request; raises UserProblem `escrow.not_holder`, Untrusted."""
    share = request.escrow.opened_by(holder)
    try:
        sealed = request.key.seal(share, info=_answer_info(request, holder.public))
    finally:
        wipe(share)
    return stamped(
        {
            "format": FORMAT,
            "holder": holder.public.fingerprint.hex(),
            "request": request.file_hash.hex(),
            "share": sealed.hex(),
            "what": _ANSWER,
        }
    )


def vault_key(
    request: Request, answers: Sequence[bytes], *, passphrase: str, pending: Path, policy: Policy = PRODUCTION
) -> bytearray:
    """Return the vault key that two answers make; the caller wipes it. Whether it is the right one shows on opening.

    Raises UserProblem `escrow.two_answers`, `vault.wrong_passphrase`; Untrusted `escrow.file`, `escrow.damaged`.
    """
    sealed = [_sealed_share(each, request) for each in answers]
    if len(sealed) != HOLDERS or len({holder.raw for holder, _ in sealed}) != HOLDERS:
        raise UserProblem("escrow.two_answers")
    key = _kept(pending, request, passphrase=passphrase, policy=policy)
    shares = [key.open(share, info=_answer_info(request, holder)) for holder, share in sealed]
    halves = [half for half in shares if half is not None and len(half) == KEY_BYTES]
    try:
        if len(halves) != HOLDERS:
            raise Untrusted("escrow.damaged")
        return combined(*halves)
    finally:
        wipe(*halves)


def _sealed_share(content: bytes, request: Request) -> tuple[PublicKey, bytes]:
    body = _body(content, _ANSWER)
    try:
        if _sized(body["request"], 32) != request.file_hash:
            raise UserProblem("escrow.other_request")
        fingerprint = _sized(body["holder"], 32)
        holder = next(key for key in request.escrow.holders if key.fingerprint == fingerprint)
        return holder, _sized(body["share"], KEY_BYTES + OVERHEAD)
    except (KeyError, ValueError, StopIteration) as error:
        raise Untrusted("escrow.file") from error


def _answer_info(request: Request, holder: PublicKey) -> bytes:
    return _ANSWER_INFO + canonical({"holder": holder.fingerprint.hex(), "request": request.file_hash.hex()})


# the request's private key -------------------------------------------------


def _keep(pending: Path, slot: Slot, request: bytes) -> None:
    body = {"format": FORMAT, "request": hashlib.sha256(request).hexdigest(), "slot": slot.as_json(), "what": _PENDING}
    with translated():
        write_durable(pending, stamped(body))


def _kept(pending: Path, request: Request, *, passphrase: str, policy: Policy) -> SealingKey:
    with translated():
        body = _body(read_bounded(pending, MOST_BYTES, code="escrow.file"), _PENDING)
    try:
        slot = slot_from(body["slot"])
        if _sized(body["request"], 32) != request.file_hash:
            raise UserProblem("escrow.other_request")
    except (KeyError, ValueError, TypeError) as error:
        raise Untrusted("escrow.file") from error
    typed = passphrase_bytes(passphrase)
    try:
        seed = open_slot(slot, secret=typed, vault_id=request.vault_id, policy=policy)
    finally:
        wipe(typed)
    if seed is None:
        raise UserProblem("vault.wrong_passphrase")
    return SealingKey(seed)


# files ---------------------------------------------------------------------


def _body(content: bytes, what: str) -> dict[str, Any]:
    try:
        body = checked(content)
    except ValueError as error:
        raise Untrusted("escrow.file") from error
    if body.get("what") != what:
        raise Untrusted("escrow.file")
    version = body.get("format")
    if type(version) is int and version > FORMAT:
        raise Untrusted("vault.newer", format=version)
    return body


def _sized(value: object, size: int) -> bytes:
    if not isinstance(value, str) or len(value) != 2 * size:
        raise ValueError("not bytes of that size")
    return bytes.fromhex(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or not 1 <= len(value) <= 80 or not value.isprintable():
        raise ValueError("not a label")
    return value
