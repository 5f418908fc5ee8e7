"""Copies for turning back: made before every migration and import, inside the vault, so that a bad one undoes nothing.

They save from what a program does, not from the loss of the laptop, and so never count as the last backup. A copy is a
backup without blobs, which migrations and imports never touch; restoring takes those from the vault around it.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections import Counter
from pathlib import Path
from typing import Final

from kimdesk.base.clock import Clock, local_time
from kimdesk.base.errors import KimError
from kimdesk.base.progress import SILENT, Progress
from kimdesk.vault.backup import BackupInfo, backups_in, read_backup, remove, vanishing, write_backup
from kimdesk.vault.files import PRIVATE_FOLDER, sync_folder
from kimdesk.vault.opened import OpenVault
from kimdesk.vault.trouble import translated

FOLDER_NAME: Final = "before"
KEPT: Final = 2
KEPT_MS: Final = 30 * 86_400_000


def copy_before(vault: OpenVault, what: str, *, clock: Clock, progress: Progress = SILENT) -> BackupInfo:
    """Write a verified copy of the database as it is now; `what` names in one word what comes next.

    Older copies for the same reason beyond two, or older than 30 days, go. Raises Surroundings `disk.*`, Untrusted
    `backup.failed_check`, Cancelled; what comes next must not begin then.
    """
    place = vault.info.folder / FOLDER_NAME
    made_ms = clock.now_ms()
    name = f"{local_time(made_ms):%Y-%m-%d %H%M} {what} {secrets.token_hex(3)}"
    part = place / f"{name}.part"
    with translated():
        place.mkdir(PRIVATE_FOLDER, exist_ok=True)
    with vanishing(part):
        with translated():
            part.mkdir(PRIVATE_FOLDER)
        write_backup(vault, part, made_ms=made_ms, blobs=False, progress=progress)
        with translated():
            part.rename(place / name)
            sync_folder(place)
    made = read_backup(place / name)
    tidy(vault.info.folder, clock, keep=made)
    return made


def copies(folder: Path) -> tuple[BackupInfo, ...]:
    """Return the copies inside a vault, the newest first."""
    return backups_in(folder / FOLDER_NAME)


def tidy(folder: Path, clock: Clock, *, keep: BackupInfo | None = None) -> None:
    """Remove copies that are too many, too old or were never finished; what the disk keeps is tried again."""
    seen: Counter[str] = Counter()
    with contextlib.suppress(KimError, OSError):
        for unfinished in (folder / FOLDER_NAME).glob("*.part"):
            shutil.rmtree(unfinished, ignore_errors=True)
        for each in copies(folder):
            reason = each.folder.name.split()[2]
            seen[reason] += 1
            if each != keep and (seen[reason] > KEPT or clock.now_ms() - each.made_ms > KEPT_MS):
                remove(each)


def drop_all(folder: Path) -> None:
    """Remove every copy, for instance once something was erased for good; raises Surroundings."""
    with translated():
        if (folder / FOLDER_NAME).is_dir():
            shutil.rmtree(folder / FOLDER_NAME)
