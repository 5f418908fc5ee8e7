"""Creating a vault and getting into one."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kimdesk.base.clock import Clock
from kimdesk.base.errors import Surroundings, Untrusted, UserProblem
from kimdesk.vault import founding, quarantine
from kimdesk.vault.database import (
    DATABASE_NAME,
    Connection,
    HeaderGuard,
    Meta,
    create_database,
    read_meta,
    write_slot_generation,
)
from kimdesk.vault.info import FORMAT, MANIFEST_NAME, Kind, VaultInfo, checked_label, read_info, write_info
from kimdesk.vault.keys import KEY_BYTES, Slot, open_slot, seal_slot
from kimdesk.vault.lockfile import VaultLock
from kimdesk.vault.memory import wipe
from kimdesk.vault.opened import (
    PASSPHRASE,
    RECOVERY,
    Held,
    OpenVault,
    database_key,
    passphrase_bytes,
    require_strong,
    slot_findings,
)
from kimdesk.vault.policy import PRODUCTION, Policy
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.slots import SlotFile, SlotsOnDisk, read_slots, write_main, write_spare

__all__ = [
    "PRODUCTION",
    "Kind",
    "OpenVault",
    "Policy",
    "RecoveryCode",
    "VaultInfo",
    "create",
    "read_info",
    "require_strong",
    "unlock",
    "unlock_with_code",
]


def create(
    folder: Path, *, kind: Kind, label: str, passphrase: str, clock: Clock, policy: Policy = PRODUCTION
) -> tuple[OpenVault, RecoveryCode]:
    """Create a vault in a new or empty folder and return it open, with the recovery code to print once.

    A kill at any moment leaves a whole vault or remains that the next `create` clears away. Raises
    UserProblem `vault.passphrase_weak`, `vault.label_invalid`, `vault.folder_not_empty`; Surroundings;
    Untrusted `vault.cipher_missing`.
    """
    require_strong(passphrase, policy)
    folder = folder.absolute()
    info = VaultInfo(
        folder=folder, format=FORMAT, vault_id=secrets.token_hex(16), kind=kind, label=checked_label(label)
    )
    code = RecoveryCode.generate()
    ways = (_Way(PASSPHRASE, lambda: passphrase_bytes(passphrase)), _Way(RECOVERY, code.secret))
    key = bytearray(secrets.token_bytes(KEY_BYTES))
    try:
        with founding.site(folder) as lock:
            slots = _first_slots(info, key, ways, clock, policy)
            _write_files(info, key, slots)
            return _opened(info, key, lock, SlotsOnDisk(main=slots, spare=slots)), code
    except BaseException:
        wipe(key)
        raise


def _write_files(info: VaultInfo, key: bytearray, slots: SlotFile) -> None:
    meta = Meta(
        vault_id=info.vault_id,
        kind=info.kind,
        format=FORMAT,
        incarnation=secrets.token_bytes(16),
        slot_generation=slots.generation,
    )
    create_database(info.folder / DATABASE_NAME, database_key(key), meta)
    write_spare(info.folder, slots)
    write_main(info.folder, slots)
    # the last step: a folder without this file is no vault yet
    write_info(info)


def unlock(folder: Path, *, passphrase: str, clock: Clock, policy: Policy = PRODUCTION) -> OpenVault:
    """Open a vault with its passphrase. A wrong one changes nothing.

    Raises UserProblem `vault.not_found`, `vault.not_a_vault`, `vault.wrong_passphrase`, `backup.restore_first`;
    Surroundings `vault.in_use` and the disk's troubles; Untrusted for everything damaged, foreign or newer.
    """
    return _unlock(folder, _Way(PASSPHRASE, lambda: passphrase_bytes(passphrase)), clock, policy)


def unlock_with_code(folder: Path, *, code: RecoveryCode, clock: Clock, policy: Policy = PRODUCTION) -> OpenVault:
    """Open a vault with the recovery code from paper; raises like `unlock`, but `vault.wrong_code`."""
    return _unlock(folder, _Way(RECOVERY, code.secret), clock, policy)


def key_by_passphrase(slots: SlotFile, passphrase: str, policy: Policy = PRODUCTION) -> bytearray:
    """Return the vault key of a set of slots; raises UserProblem `vault.wrong_passphrase`, Untrusted."""
    return _key_from(slots, _Way(PASSPHRASE, lambda: passphrase_bytes(passphrase)), policy)[0]


def key_by_code(slots: SlotFile, code: RecoveryCode, policy: Policy = PRODUCTION) -> bytearray:
    """Return the vault key of a set of slots; raises UserProblem `vault.wrong_code`, Untrusted."""
    return _key_from(slots, _Way(RECOVERY, code.secret), policy)[0]


@dataclass(frozen=True, slots=True)
class _Way:
    """A way in: the type of its slot and what makes its secret, a fresh copy to be wiped each time."""

    kind: str
    secret: Callable[[], bytearray] = field(repr=False)


def _first_slots(info: VaultInfo, key: bytearray, ways: tuple[_Way, ...], clock: Clock, policy: Policy) -> SlotFile:
    made: list[Slot] = []
    for way in ways:
        secret = way.secret()
        try:
            made.append(
                seal_slot(
                    kind=way.kind,
                    secret=secret,
                    vault_key=key,
                    vault_id=info.vault_id,
                    clock=clock,
                    policy=policy,
                )
            )
        finally:
            wipe(secret)
    return SlotFile(vault_id=info.vault_id, generation=1, slots=tuple(made)).sealed(key)


def _unlock(folder: Path, way: _Way, clock: Clock, policy: Policy) -> OpenVault:
    info = read_info(folder.absolute())
    if (info.folder / MANIFEST_NAME).exists():
        raise UserProblem("backup.restore_first")
    lock = VaultLock.acquire(info.folder)
    try:
        on_disk = read_slots(info.folder, info.vault_id)
        key, slot = _key_from(on_disk.usable, way, policy)
        vault = _opened(info, key, lock, on_disk)
    except BaseException:
        lock.release()
        raise
    if slot.memory_kib < policy.memory_kib or slot.iterations < policy.iterations:
        with contextlib.suppress(Surroundings):  # the vault is open; raising its cost can wait
            vault.replace_slot(way.kind, way.secret(), clock=clock, policy=policy)
    return vault


def _key_from(file: SlotFile, way: _Way, policy: Policy) -> tuple[bytearray, Slot]:
    for slot in file.slots:
        if slot.kind == way.kind:
            secret = way.secret()
            try:
                key = open_slot(slot, secret=secret, vault_id=file.vault_id, policy=policy)
            finally:
                wipe(secret)
            if key is not None:
                if not file.is_genuine(key):
                    wipe(key)
                    raise Untrusted("vault.slots_damaged")
                return key, slot
    raise UserProblem("vault.wrong_passphrase" if way.kind == PASSPHRASE else "vault.wrong_code")


def _opened(info: VaultInfo, key: bytearray, lock: VaultLock, on_disk: SlotsOnDisk) -> OpenVault:
    """Return the vault once the database proves to be its own and the slots no older than it."""
    try:
        guard = HeaderGuard(info.folder / DATABASE_NAME)
    except BaseException:
        wipe(key)
        raise
    slots = on_disk.usable
    vault = OpenVault(info, Held(key, lock, guard, slots), slot_findings(on_disk, slots))
    try:
        connection = vault.connect("writer")
        try:
            meta = read_meta(connection)
            _require_matching(meta, info, slots)
            _mend(connection, info.folder, meta, on_disk)
        finally:
            connection.close()
        founding.finish(info.folder)
        quarantine.sweep(info.folder)
    except BaseException:
        vault.close()
        raise
    return vault


def _mend(connection: Connection, folder: Path, meta: Meta, on_disk: SlotsOnDisk) -> None:
    """Finish a change of slots that was cut short, and replace the copy that is damaged or behind."""
    slots = on_disk.usable
    with contextlib.suppress(Surroundings):  # a full disk keeps nobody out; `check` goes on telling
        if meta.slot_generation < slots.generation:
            write_slot_generation(connection, slots.generation)
        if on_disk.main != slots:
            write_main(folder, slots)
        if on_disk.spare != slots:
            write_spare(folder, slots)


def _require_matching(meta: Meta, info: VaultInfo, slots: SlotFile) -> None:
    if meta.format > FORMAT:
        raise Untrusted("vault.newer", format=meta.format)
    if meta.vault_id != info.vault_id:
        raise Untrusted("vault.db_foreign")
    if meta.kind != info.kind:
        raise Untrusted("vault.info_damaged")
    if slots.generation < meta.slot_generation:
        raise Untrusted("vault.slots_stale")
