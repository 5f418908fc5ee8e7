"""Getting a vault back from a backup: into a new folder, as another life of the same vault."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

from kimdesk.base.errors import Untrusted
from kimdesk.base.progress import SILENT, Progress
from kimdesk.vault import founding
from kimdesk.vault.backup import connection_to, copy_synced, findings_of, verify_files
from kimdesk.vault.database import DATABASE_NAME, connect, copy_database, write_incarnation
from kimdesk.vault.entering import Secret, find_key
from kimdesk.vault.files import PRIVATE_FOLDER, nested_files, sync_folder
from kimdesk.vault.info import VaultInfo, read_info, write_info
from kimdesk.vault.memory import wipe
from kimdesk.vault.opened import database_key
from kimdesk.vault.policy import PRODUCTION, Policy
from kimdesk.vault.slots import read_slots, write_main, write_spare
from kimdesk.vault.trouble import translated


def restore(
    backup: Path,
    folder: Path,
    *,
    secret: Secret,
    policy: Policy = PRODUCTION,
    progress: Progress = SILENT,
) -> VaultInfo:
    """Make a vault in a new or empty folder from a backup, with what opened it at that time.

    The backup is compared with its manifest first and never changed. Raises UserProblem `backup.none_here`,
    `vault.wrong_passphrase`, `vault.wrong_code`, `vault.folder_not_empty`; Untrusted `backup.damaged`; Surroundings;
    Cancelled. Nothing is left behind then.
    """
    verify_files(backup, progress)
    old = read_info(backup)
    slots = read_slots(backup, old.vault_id).usable
    key, _ = find_key(slots, secret, policy)
    try:
        if findings_of(backup, key):
            raise Untrusted("backup.damaged")
        folder = folder.absolute()
        with founding.site(folder) as lock:
            _copy(backup, folder, key, progress)
            write_spare(folder, slots)
            write_main(folder, slots)
            info = replace(old, folder=folder)
            write_info(info)  # the last step: a folder without this file is no vault yet
            founding.finish(folder)
            lock.release()
    finally:
        wipe(key)
    return info


def _copy(backup: Path, folder: Path, key: bytearray, progress: Progress) -> None:
    source = connection_to(backup, key)
    try:
        copy_database(source, folder / DATABASE_NAME, database_key(key), progress)
    finally:
        source.close()
    renewed = connect(folder / DATABASE_NAME, database_key(key), role="writer")
    try:
        write_incarnation(renewed, secrets.token_bytes(16))
        with translated():
            renewed.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        renewed.close()
    with translated():
        for path in nested_files(_blobs_of(backup)):
            progress.step(0, 0)
            into = folder / founding.BLOBS_NAME / path.parent.name
            into.mkdir(PRIVATE_FOLDER, exist_ok=True)
            copy_synced(path, into / path.name)
        blobs = folder / founding.BLOBS_NAME
        for made in (*blobs.iterdir(), blobs):
            sync_folder(made)


def _blobs_of(backup: Path) -> Path:
    """Return where the blobs are: in the backup, or for a copy inside a vault in that vault."""
    own = backup / founding.BLOBS_NAME
    return own if own.is_dir() else backup.parent.parent / founding.BLOBS_NAME
