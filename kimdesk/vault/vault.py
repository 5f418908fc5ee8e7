"""Creating a vault and getting into one."""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import replace
from pathlib import Path

from kimdesk.base.clock import Clock
from kimdesk.base.errors import Surroundings, Untrusted, UserProblem
from kimdesk.base.progress import SILENT, Progress
from kimdesk.vault import founding, keychange, quarantine, safety
from kimdesk.vault.database import (
    DATABASE_NAME,
    Connection,
    HeaderGuard,
    Meta,
    create_database,
    read_meta,
    write_slot_generation,
)
from kimdesk.vault.entering import Secret, find_key, secret_bytes
from kimdesk.vault.escrow import split
from kimdesk.vault.info import FORMAT, MANIFEST_NAME, Kind, VaultInfo, checked_label, read_info, write_info
from kimdesk.vault.keys import KEY_BYTES, Retired, subkey
from kimdesk.vault.lockfile import VaultLock
from kimdesk.vault.memory import wipe
from kimdesk.vault.opened import (
    PASSPHRASE,
    RECOVERY,
    Held,
    OpenVault,
    database_key,
    new_slots,
    passphrase_bytes,
    require_strong,
    slot_findings,
)
from kimdesk.vault.policy import PRODUCTION, Policy
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.slots import SlotFile, SlotsOnDisk, read_slots, write_main, write_spare
from kimdesk.vault.trouble import translated

__all__ = [
    "PRODUCTION",
    "Kind",
    "OpenVault",
    "Policy",
    "RecoveryCode",
    "Secret",
    "VaultInfo",
    "change_key",
    "create",
    "read_info",
    "require_strong",
    "unlock",
    "unlock_with",
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
    key = bytearray(secrets.token_bytes(KEY_BYTES))
    try:
        with founding.site(folder) as lock:
            slots = slots_for(info, key, passphrase, code, clock=clock, policy=policy)
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
    return unlock_with(folder, passphrase, clock=clock, policy=policy)


def unlock_with_code(folder: Path, *, code: RecoveryCode, clock: Clock, policy: Policy = PRODUCTION) -> OpenVault:
    """Open a vault with the recovery code from paper; raises like `unlock`, but `vault.wrong_code`."""
    return unlock_with(folder, code, clock=clock, policy=policy)


def unlock_with(folder: Path, secret: Secret, *, clock: Clock, policy: Policy = PRODUCTION) -> OpenVault:
    """Open a vault with whatever opens it; raises like `unlock`."""
    info = read_info(folder.absolute())
    with translated():
        is_backup = (info.folder / MANIFEST_NAME).exists()
    if is_backup:
        raise UserProblem("backup.restore_first")
    lock = VaultLock.acquire(info.folder)
    try:
        on_disk = read_slots(info.folder, info.vault_id)
        key, slot = find_key(on_disk.usable, secret, policy)
        on_disk = _settled(info.folder, key, on_disk)
        vault = _opened(info, key, lock, on_disk)
    except BaseException:
        lock.release()
        raise
    safety.tidy(info.folder, clock)
    if slot is not None and (slot.memory_kib < policy.memory_kib or slot.iterations < policy.iterations):
        assert not isinstance(secret, bytearray)
        with contextlib.suppress(Surroundings):  # the vault is open; raising its cost can wait
            vault.replace_slots({slot.kind: secret_bytes(secret)}, clock=clock, policy=policy)
    return vault


def change_key(
    folder: Path,
    *,
    passphrase: str,
    fresh: str | None = None,
    clock: Clock,
    policy: Policy = PRODUCTION,
    progress: Progress = SILENT,
) -> RecoveryCode:
    """Put a closed vault under a new vault key, with a new recovery code (returned) and, if given, a fresh passphrase.

    Copies and backups made before stay under the old key. An escrow is split anew for the same holders. Raises what
    `unlock` raises, UserProblem `vault.passphrase_weak`, Cancelled; the vault opens as before then.
    """
    require_strong(fresh or passphrase, policy)
    key, code = bytearray(secrets.token_bytes(KEY_BYTES)), RecoveryCode.generate()
    try:
        with unlock(folder, passphrase=passphrase, clock=clock, policy=policy) as vault, vault.key() as old:
            before, place = vault.slots(), vault.info
            keychange.prepare(place.folder, old, key, generation=before.generation + 1, progress=progress)
            slots = slots_for(place, key, fresh or passphrase, code, clock=clock, policy=policy)
            holders = before.escrow.holders if before.escrow else ()
            following = replace(
                slots,
                generation=before.generation + 1,
                escrow=split(key, vault_id=place.vault_id, holders=holders, clock=clock) if holders else None,
                retired=Retired.of(old, under=key, vault_id=place.vault_id),
            ).sealed(key)
            _put_in_force(place.folder, following)
        with contextlib.suppress(Surroundings):  # opening the vault does what is missing
            unlock_with(folder, key, clock=clock, policy=policy).close()
    finally:
        wipe(key)
    return code


def _put_in_force(folder: Path, slots: SlotFile) -> None:
    """Write slots of another key; once one copy of them is there the new key is in force, whatever happens then."""
    try:
        write_spare(folder, slots)
    except Surroundings:
        if read_slots(folder, slots.vault_id).usable != slots:
            raise
    with contextlib.suppress(Surroundings):
        write_main(folder, slots)


def slots_for(
    info: VaultInfo, key: bytearray, passphrase: str, code: RecoveryCode, *, clock: Clock, policy: Policy
) -> SlotFile:
    """Return the first generation of slots of a key; raises Surroundings `vault.memory_low`."""
    opened_by = {PASSPHRASE: passphrase_bytes(passphrase), RECOVERY: code.secret()}
    try:
        made = new_slots(key, opened_by, vault_id=info.vault_id, clock=clock, policy=policy)
    finally:
        wipe(*opened_by.values())
    return SlotFile(vault_id=info.vault_id, generation=1, slots=made).sealed(key)


def _settled(folder: Path, key: bytearray, on_disk: SlotsOnDisk) -> SlotsOnDisk:
    """Finish a change of the vault key that was cut short, or clear away one that never came into force."""
    try:
        if on_disk.usable.retired is not None:
            return keychange.finish(folder, key, on_disk.usable)
        keychange.sweep(folder)
    except BaseException:
        wipe(key)
        raise
    return on_disk


def _opened(info: VaultInfo, key: bytearray, lock: VaultLock, on_disk: SlotsOnDisk) -> OpenVault:
    """Return the vault once the database proves to be its own and the slots no older than it."""
    try:
        guard = HeaderGuard(info.folder / DATABASE_NAME)
    except BaseException:
        wipe(key)
        raise
    slots = on_disk.usable
    held = Held(key, lock, guard, slots)
    vault = OpenVault(info, held, slot_findings(on_disk, slots))
    try:
        connection = vault.connect("writer")
        try:
            meta = read_meta(connection)
            _require_matching(meta, info, slots)
            held.uses = bytearray(meta.uses or subkey(key, "vault/uses", KEY_BYTES))
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
