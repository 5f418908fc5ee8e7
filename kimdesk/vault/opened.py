"""The open vault: what may be asked of it once its key is there."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Final

from kimdesk.base.clock import Clock
from kimdesk.base.errors import Surroundings, Untrusted, UserProblem
from kimdesk.vault import quarantine
from kimdesk.vault.blobs import BlobStore
from kimdesk.vault.database import (
    DATABASE_NAME,
    RAW_KEY_BYTES,
    Connection,
    HeaderGuard,
    Role,
    connect,
    require_encrypted_header,
    write_slot_generation,
)
from kimdesk.vault.escrow import split
from kimdesk.vault.health import Finding, check_database
from kimdesk.vault.info import VaultInfo
from kimdesk.vault.keys import KEY_BYTES, Slot, open_slot, seal_slot, subkey
from kimdesk.vault.lockfile import VaultLock
from kimdesk.vault.memory import wipe
from kimdesk.vault.policy import PRODUCTION, Policy
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.sealing import PublicKey
from kimdesk.vault.slots import SlotFile, SlotsOnDisk, read_slots, write_main, write_spare
from kimdesk.vault.strength import normalized

PASSPHRASE: Final = "passphrase"  # noqa: S105 - the name of a slot type
RECOVERY: Final = "recovery"


@dataclass(slots=True)
class Held:
    """What an open vault holds: the key, the lock, the database file in view and the slots in force.

    `uses` is what keys for single uses are derived from; it outlives a change of the vault key. `fresh` are the
    encrypted files stored since it was opened.
    """

    key: bytearray = field(repr=False)
    lock: VaultLock
    guard: HeaderGuard
    slots: SlotFile
    uses: bytearray = field(default_factory=bytearray, repr=False)
    fresh: set[str] = field(default_factory=set)


class OpenVault:
    """An unlocked vault. `close` gives up lock and keys; connections are closed by their owners before."""

    def __init__(self, info: VaultInfo, held: Held, findings: tuple[Finding, ...]) -> None:
        self.info = info
        self.findings = findings
        self._held: Held | None = held

    def __repr__(self) -> str:
        """Say whether it is open; nothing else is fit for a log."""
        return f"OpenVault({'open' if self._held else 'closed'})"

    def connect(self, role: Role) -> Connection:
        """Return a new connection (sqlcipher3 DB-API, autocommit); `page` and `query` cannot write.

        Never creates a database. Raises Untrusted `vault.db_plain`, `vault.db_foreign`, `vault.damaged`,
        `vault.cipher_missing`; Surroundings.
        """
        held = self._require_open()
        path = self.info.folder / DATABASE_NAME
        raw_key = database_key(held.key)
        require_encrypted_header(held.guard.header(), raw_key[KEY_BYTES:])
        if not held.guard.guards(path):
            raise Untrusted("vault.db_foreign")
        return connect(path, raw_key, role=role)

    @contextlib.contextmanager
    def key(self) -> Iterator[bytearray]:
        """Lend the vault key to the vault's own rooms; it is wiped when the vault closes."""
        yield self._require_open().key

    def slots(self) -> SlotFile:
        """Return the key slots in force."""
        return self._require_open().slots

    def subkey(self, label: str, length: int = 32) -> bytes:
        """Return the key for one named use (journal chain, pseudonyms …); same label, same bytes."""
        return subkey(self._require_open().uses, f"use/{label}", length)

    def blobs(self) -> BlobStore:
        """Return the encrypted files of this vault."""
        return BlobStore(self.info.folder, vault_id=self.info.vault_id, fresh=self._require_open().fresh)

    @contextlib.contextmanager
    def quarantine(self) -> Iterator[Path]:
        """Yield the folder where files from outside wait to be judged; it goes again if nothing is kept in it."""
        self._require_open()
        with quarantine.opened(self.info.folder) as place:
            yield place

    def check(self) -> tuple[Finding, ...]:
        """Return what is wrong with the vault's files; others may write meanwhile."""
        held = self._require_open()
        on_disk = read_slots(self.info.folder, self.info.vault_id)
        kept = quarantine.findings(self.info.folder)
        return slot_findings(on_disk, held.slots) + check_database(lambda: self.connect("writer")) + kept

    def is_passphrase(self, passphrase: str, *, policy: Policy = PRODUCTION) -> bool:
        """Tell whether this is the passphrase in force; as slow as unlocking."""
        held = self._require_open()
        for slot in held.slots.slots:
            if slot.kind == PASSPHRASE:
                secret = passphrase_bytes(passphrase)
                try:
                    key = open_slot(slot, secret=secret, vault_id=self.info.vault_id, policy=policy)
                finally:
                    wipe(secret)
                if key is not None:
                    wipe(key)
                    return True
        return False

    def opens_with(self, passphrase: str, *, policy: Policy = PRODUCTION) -> bool:
        """Tell whether this is the passphrase in force; as slow as unlocking.

        Raises Untrusted `vault.slots_damaged`, Surroundings `vault.memory_low`.
        """
        held = self._require_open()
        for slot in held.slots.slots:
            if slot.kind != PASSPHRASE:
                continue
            secret = passphrase_bytes(passphrase)
            try:
                key = open_slot(slot, secret=secret, vault_id=self.info.vault_id, policy=policy)
            finally:
                wipe(secret)
            if key is not None:
                wipe(key)
                return True
        return False

    def set_passphrase(self, passphrase: str, *, clock: Clock, policy: Policy = PRODUCTION) -> None:
        """Replace the passphrase; the data is not touched.

        Copies and backups made before still open with the old one. Raises UserProblem
        `vault.passphrase_weak`, Surroundings.
        """
        require_strong(passphrase, policy)
        self.replace_slots({PASSPHRASE: passphrase_bytes(passphrase)}, clock=clock, policy=policy)

    def new_recovery_code(self, *, clock: Clock, policy: Policy = PRODUCTION) -> RecoveryCode:
        """Return a new recovery code, in force once this returns; the old sheet opens nothing any more."""
        code = RecoveryCode.generate()
        self.replace_slots({RECOVERY: code.secret()}, clock=clock, policy=policy)
        return code

    def renew(self, passphrase: str, *, clock: Clock, policy: Policy = PRODUCTION) -> RecoveryCode:
        """Replace passphrase and recovery code in one step, and split an escrow anew; returns the new code.

        For whoever got in without the passphrase: what opened the vault this time opens it no more. Raises
        UserProblem `vault.passphrase_weak`, Surroundings.
        """
        require_strong(passphrase, policy)
        code = RecoveryCode.generate()
        secrets = {PASSPHRASE: passphrase_bytes(passphrase), RECOVERY: code.secret()}
        self.replace_slots(secrets, clock=clock, policy=policy)
        escrow = self.slots().escrow
        if escrow is not None:
            self.set_escrow(escrow.holders, clock=clock)
        return code

    def set_escrow(self, holders: tuple[PublicKey, ...], *, clock: Clock) -> None:
        """Let two holders together open the vault; raises UserProblem `escrow.same_holder`, Surroundings."""
        held = self._require_open()
        escrow = split(held.key, vault_id=self.info.vault_id, holders=holders, clock=clock)
        self._put_in_force(replace(held.slots, escrow=escrow))

    def drop_escrow(self) -> None:
        """Take the holders' way away; older backups keep theirs. Raises Surroundings."""
        self._put_in_force(replace(self.slots(), escrow=None))

    def close(self) -> None:
        """Give up keys, database file and lock; a second call does nothing."""
        if self._held is not None:
            held, self._held = self._held, None
            wipe(held.key, held.uses)
            held.guard.close()
            held.lock.release()

    def __enter__(self) -> OpenVault:
        """Return the vault itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def _require_open(self) -> Held:
        if self._held is None:
            raise RuntimeError("the vault is closed")
        return self._held

    def replace_slots(self, secrets: Mapping[str, bytearray], *, clock: Clock, policy: Policy) -> None:
        """Put new slots in the place of those of their kinds and wipe the secrets; raises Surroundings."""
        held = self._require_open()
        try:
            made = new_slots(held.key, secrets, vault_id=self.info.vault_id, clock=clock, policy=policy)
        finally:
            wipe(*secrets.values())
        kept = tuple(old for old in held.slots.slots if old.kind not in secrets)
        self._put_in_force(replace(held.slots, slots=(*kept, *made)))

    def _put_in_force(self, slots: SlotFile) -> None:
        """Write the next generation of slots; both files and the database know it at rest."""
        held = self._require_open()
        following = replace(slots, generation=held.slots.generation + 1).sealed(held.key)
        write_main(self.info.folder, following)
        held.slots = following
        # the new slots are in force; what a full disk prevents from here on, the next unlock makes good
        with contextlib.suppress(Surroundings):
            self._record_generation(following.generation)
            write_spare(self.info.folder, following)

    def _record_generation(self, generation: int) -> None:
        connection = self.connect("writer")
        try:
            write_slot_generation(connection, generation)
        finally:
            connection.close()


def new_slots(
    key: bytearray, secrets: Mapping[str, bytearray], *, vault_id: str, clock: Clock, policy: Policy
) -> tuple[Slot, ...]:
    """Return one slot for each kind and its secret; raises Surroundings `vault.memory_low`."""
    return tuple(
        seal_slot(kind=kind, secret=secret, vault_key=key, vault_id=vault_id, clock=clock, policy=policy)
        for kind, secret in secrets.items()
    )


def require_strong(passphrase: str, policy: Policy = PRODUCTION) -> None:
    """Accept a passphrase that is hard enough to guess; raises UserProblem `vault.passphrase_weak`."""
    bits = policy.strength(passphrase)
    if bits < policy.passphrase_bits:
        raise UserProblem("vault.passphrase_weak", bits=int(bits), least=int(policy.passphrase_bits))


def passphrase_bytes(passphrase: str) -> bytearray:
    """Return what the key is made of; the caller wipes it."""
    return bytearray(normalized(passphrase).encode("utf-8", "surrogatepass"))


def database_key(key: bytearray) -> bytes:
    """Return SQLCipher's raw key and salt, 48 bytes."""
    return subkey(key, "vault/database", RAW_KEY_BYTES)


def slot_findings(on_disk: SlotsOnDisk, current: SlotFile) -> tuple[Finding, ...]:
    """Return which of the two slot files is not the generation in force."""
    findings = []
    if on_disk.main != current:
        findings.append(Finding("check.slots_main", "warning"))
    if on_disk.spare != current:
        findings.append(Finding("check.slots_spare", "warning"))
    return tuple(findings)
