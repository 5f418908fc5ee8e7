"""Keys: a random vault key, wrapped by what opens a slot, and everything else derived from it by label."""

from __future__ import annotations

import hmac
import math
import secrets
from dataclasses import dataclass, field, replace
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from kimdesk.base.clock import Clock
from kimdesk.base.errors import Surroundings, Untrusted
from kimdesk.vault.canonical import canonical
from kimdesk.vault.memory import wipe
from kimdesk.vault.policy import Policy

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
COMMIT_BYTES: Final = 32
SEALED_BYTES: Final = KEY_BYTES + 16
_PREFIX: Final = b"kimdesk/v1/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way in: the vault key sealed under a key that Argon2id makes of a passphrase or recovery code."""

    slot_id: str
    kind: str
    memory_kib: int
    iterations: int
    lanes: int
    salt: bytes
    commit: bytes
    nonce: bytes
    sealed: bytes = field(repr=False)
    created_ms: int
    measured_ms: int

    def as_json(self) -> dict[str, str | int]:
        """Return the slot as the file writes it; bytes in hex."""
        return {
            "id": self.slot_id,
            "type": self.kind,
            "kdf": "argon2id",
            "memory_kib": self.memory_kib,
            "iterations": self.iterations,
            "lanes": self.lanes,
            "salt": self.salt.hex(),
            "commit": self.commit.hex(),
            "nonce": self.nonce.hex(),
            "sealed": self.sealed.hex(),
            "created_ms": self.created_ms,
            "measured_ms": self.measured_ms,
        }


@dataclass(frozen=True, slots=True)
class Retired:
    """The vault key before the present one, sealed under the present one while the database still needs it."""

    nonce: bytes
    sealed: bytes = field(repr=False)

    @classmethod
    def of(cls, old: bytearray, *, under: bytearray, vault_id: str) -> Retired:
        """Return the old key sealed under the new one."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return cls(nonce, _retiring(under).encrypt(nonce, old, vault_id.encode()))

    def key(self, under: bytearray, vault_id: str) -> bytearray:
        """Return the old key; raises Untrusted `vault.slots_damaged`."""
        try:
            return bytearray(_retiring(under).decrypt(self.nonce, self.sealed, vault_id.encode()))
        except InvalidTag as error:
            raise Untrusted("vault.slots_damaged") from error

    def as_json(self) -> dict[str, str]:
        """Return it as the slot file writes it; bytes in hex."""
        return {"nonce": self.nonce.hex(), "sealed": self.sealed.hex()}


def _retiring(under: bytearray) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(subkey(under, "vault/retired", KEY_BYTES))


def subkey(vault_key: bytearray, label: str, length: int) -> bytes:
    """Return `length` bytes of a key of its own for one use (HKDF-Expand, RFC 5869, SHA-256)."""
    return HKDFExpand(hashes.SHA256(), length, _PREFIX + label.encode()).derive(vault_key)


def seal_slot(
    *, kind: str, secret: bytearray, vault_key: bytearray, vault_id: str, clock: Clock, policy: Policy
) -> Slot:
    """Return a new slot that `secret` opens, at the policy's cost; raises Surroundings `vault.memory_low`."""
    draft = Slot(
        slot_id=secrets.token_hex(8),
        kind=kind,
        memory_kib=policy.memory_kib,
        iterations=policy.iterations,
        lanes=policy.lanes,
        salt=secrets.token_bytes(SALT_BYTES),
        commit=b"",
        nonce=secrets.token_bytes(NONCE_BYTES),
        sealed=b"",
        created_ms=clock.now_ms(),
        measured_ms=0,
    )
    draft, stretched = _calibrated(draft, secret, clock, policy)
    sealing_key = stretched[:KEY_BYTES]
    try:
        draft = replace(draft, commit=bytes(stretched[KEY_BYTES:]))
        sealed = ChaCha20Poly1305(sealing_key).encrypt(draft.nonce, vault_key, _bound(draft, vault_id))
    finally:
        wipe(stretched, sealing_key)
    return replace(draft, sealed=sealed)


def _calibrated(draft: Slot, secret: bytearray, clock: Clock, policy: Policy) -> tuple[Slot, bytearray]:
    """Stretch `secret` and measure it; on a quick device with more passes, never with fewer than the policy asks."""
    draft, stretched = _measured(draft, secret, clock)
    if 0 < draft.measured_ms < policy.least_ms:
        passes = math.ceil(draft.iterations * policy.least_ms / draft.measured_ms)
        if (more := min(policy.most_iterations, passes)) > draft.iterations:
            wipe(stretched)
            return _measured(replace(draft, iterations=more), secret, clock)
    return draft, stretched


def _measured(draft: Slot, secret: bytearray, clock: Clock) -> tuple[Slot, bytearray]:
    started = clock.now_ms()
    stretched = _stretched(draft, secret)
    return replace(draft, measured_ms=max(0, clock.now_ms() - started)), stretched


def open_slot(slot: Slot, *, secret: bytearray, vault_id: str, policy: Policy) -> bytearray | None:
    """Return the vault key, or None where `secret` does not fit this slot.

    Raises Untrusted `vault.slots_damaged` for parameters out of bounds (before they are used) or an altered
    slot; Surroundings `vault.memory_low`.
    """
    if not policy.admits(memory_kib=slot.memory_kib, iterations=slot.iterations, lanes=slot.lanes):
        raise Untrusted("vault.slots_damaged")
    stretched = _stretched(slot, secret)
    sealing_key = stretched[:KEY_BYTES]
    try:
        # compared before decrypting, so that no sealed key opens under two secrets (partitioning oracle)
        if not hmac.compare_digest(stretched[KEY_BYTES:], slot.commit):
            return None
        vault_key = bytearray(KEY_BYTES)
        cipher = ChaCha20Poly1305(sealing_key)
        cipher.decrypt_into(slot.nonce, slot.sealed, _bound(slot, vault_id), vault_key)
    except InvalidTag as error:
        raise Untrusted("vault.slots_damaged") from error
    finally:
        wipe(stretched, sealing_key)
    return vault_key


def _stretched(slot: Slot, secret: bytearray) -> bytearray:
    """Return key and commitment, 64 bytes."""
    stretched = bytearray(KEY_BYTES + COMMIT_BYTES)
    try:
        Argon2id(
            salt=slot.salt,
            length=len(stretched),
            iterations=slot.iterations,
            lanes=slot.lanes,
            memory_cost=slot.memory_kib,
        ).derive_into(secret, stretched)  # type: ignore[arg-type]  # takes any buffer; the stub says bytes
    except MemoryError as error:
        raise Surroundings("vault.memory_low", megabytes=slot.memory_kib // 1024) from error
    return stretched


def _bound(slot: Slot, vault_id: str) -> bytes:
    """Return what the seal vouches for besides the key: the whole slot and whose it is."""
    fields = slot.as_json()
    del fields["sealed"]
    return canonical({"slot": fields, "vault_id": vault_id})
