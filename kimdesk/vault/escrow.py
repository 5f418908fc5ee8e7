"""Escrow at the provider: the vault key in two shares, each sealed to another person; neither can open alone.

Opt-in and visible among the ways into the vault. The shares lie in the slot file and so in every backup; what they are
sealed to are recovery keys in two vaults of the provider, never of the district (§ 203 StGB binds the worker).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any, Final

from kimdesk.base.clock import Clock
from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.vault.canonical import canonical
from kimdesk.vault.keys import KEY_BYTES
from kimdesk.vault.memory import wipe
from kimdesk.vault.sealing import OVERHEAD, PUBLIC_BYTES, PublicKey, SealingKey

HOLDERS: Final = 2
ID_BYTES: Final = 8
SHARE_BYTES: Final = KEY_BYTES + OVERHEAD
_SHARE_INFO: Final = b"escrow-share/"


@dataclass(frozen=True, slots=True)
class Share:
    """One half of the vault key, sealed to its holder's recovery key."""

    holder: PublicKey
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Escrow:
    """Both shares of one splitting; splitting again makes the old shares worthless together with the new ones."""

    escrow_id: str
    vault_id: str
    shares: tuple[Share, ...]
    created_ms: int

    @property
    def holders(self) -> tuple[PublicKey, ...]:
        """Whom the shares are sealed to."""
        return tuple(share.holder for share in self.shares)

    def as_json(self) -> dict[str, Any]:
        """Return the escrow as the slot file writes it; bytes in hex."""
        return {
            "created_ms": self.created_ms,
            "id": self.escrow_id,
            "shares": [{"holder": share.holder.raw.hex(), "sealed": share.sealed.hex()} for share in self.shares],
        }

    def opened_by(self, key: SealingKey) -> bytearray:
        """Return the share sealed to `key`; raises UserProblem `escrow.not_holder`, Untrusted `escrow.damaged`."""
        mine = [share for share in self.shares if share.holder == key.public]
        if not mine:
            raise UserProblem("escrow.not_holder")
        share = key.open(mine[0].sealed, info=share_info(self, key.public))
        if share is None or len(share) != KEY_BYTES:
            raise Untrusted("escrow.damaged")
        return share


def split(vault_key: bytearray, *, vault_id: str, holders: tuple[PublicKey, ...], clock: Clock) -> Escrow:
    """Return the vault key in two sealed shares; raises UserProblem `escrow.same_holder`."""
    if len({holder.raw for holder in holders}) != HOLDERS or len(holders) != HOLDERS:
        raise UserProblem("escrow.same_holder")
    empty = Escrow(escrow_id=secrets.token_hex(ID_BYTES), vault_id=vault_id, shares=(), created_ms=clock.now_ms())
    first = bytearray(secrets.token_bytes(KEY_BYTES))
    second = combined(first, vault_key)
    try:
        shares = tuple(
            Share(holder, holder.seal(half, info=share_info(empty, holder)))
            for holder, half in zip(holders, (first, second), strict=True)
        )
    finally:
        wipe(first, second)
    return Escrow(escrow_id=empty.escrow_id, vault_id=vault_id, shares=shares, created_ms=empty.created_ms)


def combined(one: bytearray, other: bytearray) -> bytearray:
    """Return what two halves make together."""
    return bytearray(left ^ right for left, right in zip(one, other, strict=True))


def share_info(escrow: Escrow, holder: PublicKey) -> bytes:
    """Return what a share is bound to: which vault, which splitting, whose it is."""
    bound = {"escrow": escrow.escrow_id, "holder": holder.fingerprint.hex(), "vault_id": escrow.vault_id}
    return _SHARE_INFO + canonical(bound)


def escrow_from(entry: object, vault_id: str) -> Escrow | None:
    """Return the escrow of a parsed slot file or request; raises ValueError, KeyError, TypeError."""
    if entry is None:
        return None
    if not isinstance(entry, dict) or len(entry["shares"]) != HOLDERS:
        raise ValueError("not an escrow")
    if type(entry["created_ms"]) is not int or entry["created_ms"] < 0:
        raise ValueError("not an instant")
    shares = tuple(
        Share(PublicKey(_sized(share["holder"], PUBLIC_BYTES)), _sized(share["sealed"], SHARE_BYTES))
        for share in entry["shares"]
    )
    escrow_id = _sized(entry["id"], ID_BYTES).hex()
    return Escrow(escrow_id=escrow_id, vault_id=vault_id, shares=shares, created_ms=entry["created_ms"])


def _sized(value: object, size: int) -> bytes:
    if not isinstance(value, str) or len(value) != 2 * size:
        raise ValueError("not bytes of that size")
    return bytes.fromhex(value)
