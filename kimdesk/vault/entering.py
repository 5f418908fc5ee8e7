"""Finding the vault key behind the slots: by passphrase, by the code from paper, or with the key itself."""

from __future__ import annotations

from typing import TypeAlias

from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.vault.keys import Slot, open_slot
from kimdesk.vault.memory import wipe
from kimdesk.vault.opened import PASSPHRASE, RECOVERY, passphrase_bytes
from kimdesk.vault.policy import PRODUCTION, Policy
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.slots import SlotFile

Secret: TypeAlias = str | RecoveryCode | bytearray
"""A passphrase, a recovery code, or the vault key that two holders gave back."""


def secret_bytes(secret: str | RecoveryCode) -> bytearray:
    """Return what a slot's key is made of; the caller wipes it."""
    return passphrase_bytes(secret) if isinstance(secret, str) else secret.secret()


def find_key(file: SlotFile, secret: Secret, policy: Policy = PRODUCTION) -> tuple[bytearray, Slot | None]:
    """Return the vault key and the slot that opened, if it was one; the caller wipes the key.

    Raises UserProblem `vault.wrong_passphrase`, `vault.wrong_code`, Untrusted `vault.slots_damaged`.
    """
    key, slot = (bytearray(secret), None) if isinstance(secret, bytearray) else _through_slot(file, secret, policy)
    if not file.is_genuine(key):
        wipe(key)
        raise Untrusted("vault.slots_damaged")
    return key, slot


def _through_slot(file: SlotFile, secret: str | RecoveryCode, policy: Policy) -> tuple[bytearray, Slot]:
    kind = PASSPHRASE if isinstance(secret, str) else RECOVERY
    for slot in file.slots:
        if slot.kind == kind:
            typed = secret_bytes(secret)
            try:
                key = open_slot(slot, secret=typed, vault_id=file.vault_id, policy=policy)
            finally:
                wipe(typed)
            if key is not None:
                return key, slot
    raise UserProblem("vault.wrong_passphrase" if kind == PASSPHRASE else "vault.wrong_code")
