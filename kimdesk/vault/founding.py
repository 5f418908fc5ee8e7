"""Creating or restoring a vault so that a kill or a full disk leaves a whole one, or remains known to be worthless.

The file `founding` is there before anything else and goes last. A folder that holds it but no Tresor.kimvault
never was a vault; without it, nothing in a folder is ever cleared away.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.vault.database import DATABASE_NAME
from kimdesk.vault.files import ASIDE, PRIVATE_FOLDER, create_empty, sync_folder
from kimdesk.vault.info import INFO_NAME
from kimdesk.vault.lockfile import LOCK_NAME, VaultLock
from kimdesk.vault.slots import SLOTS_NAME, SPARE_NAME
from kimdesk.vault.trouble import translated

MARKER: Final = "founding"
BLOBS_NAME: Final = "blobs"
_MADE: Final = (
    INFO_NAME,  # first, so that clearing cut short never leaves what looks like a vault
    DATABASE_NAME,
    f"{DATABASE_NAME}-journal",  # SQLite's own, until the first write has switched to the log
    f"{DATABASE_NAME}-wal",
    f"{DATABASE_NAME}-shm",
    SLOTS_NAME,
    SPARE_NAME,
    *(name + ASIDE for name in (SLOTS_NAME, SPARE_NAME, INFO_NAME)),
)


@contextlib.contextmanager
def site(folder: Path) -> Iterator[VaultLock]:
    """Prepare an empty folder, yield its held lock, and clear everything away if the block fails.

    Raises UserProblem `vault.folder_not_empty`; Surroundings.
    """
    with translated():
        is_new = _enter(folder)
    lock = _take_possession(folder, is_new=is_new)
    try:
        with translated():
            (folder / BLOBS_NAME).mkdir(PRIVATE_FOLDER)
        yield lock
    except BaseException:
        _abandon(folder, lock, is_new=is_new)
        raise


def finish(folder: Path) -> None:
    """Take the marker away: from here on the folder is a vault and nothing else."""
    with translated():
        if (folder / MARKER).exists():
            sync_folder(folder)
            (folder / MARKER).unlink(missing_ok=True)


def _enter(folder: Path) -> bool:
    """Make sure that the folder is there and holds nothing of value; tell whether it was made here."""
    try:
        folder.mkdir(PRIVATE_FOLDER, parents=True)
    except FileExistsError:
        if not folder.is_dir() or not _is_vacant(folder):
            raise UserProblem("vault.folder_not_empty") from None
        return False
    sync_folder(folder.parent)
    return True


def _is_vacant(folder: Path) -> bool:
    names = {entry.name for entry in folder.iterdir()}
    remains = MARKER in names and INFO_NAME not in names
    return not names or (remains and names <= {MARKER, LOCK_NAME, BLOBS_NAME, *_MADE})


def _take_possession(folder: Path, *, is_new: bool) -> VaultLock:
    """Mark and lock the folder, then clear it; what another process founds at this moment is left alone."""
    try:
        with translated():
            if not (folder / MARKER).exists():
                create_empty(folder / MARKER)
                sync_folder(folder)
        lock = VaultLock.acquire(folder)
    except KimError as error:
        if error.code != "vault.in_use":
            with contextlib.suppress(OSError):
                _leave(folder, is_new=is_new)
        raise
    try:
        with translated():
            if not _is_vacant(folder):
                raise UserProblem("vault.folder_not_empty")
            _clear(folder)
    except BaseException:
        lock.release()
        raise
    return lock


def _clear(folder: Path) -> None:
    """Remove what an unfinished founding left, all but lock and marker."""
    for name in _MADE:
        (folder / name).unlink(missing_ok=True)
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(folder / BLOBS_NAME)
    sync_folder(folder)


def _abandon(folder: Path, lock: VaultLock, *, is_new: bool) -> None:
    """Clear everything away; where the disk refuses, the marker stays and says that the remains are worthless."""
    try:
        _clear(folder)
    except OSError:
        lock.release()
        return
    lock.release()
    with contextlib.suppress(OSError):
        _leave(folder, is_new=is_new)


def _leave(folder: Path, *, is_new: bool) -> None:
    (folder / LOCK_NAME).unlink(missing_ok=True)
    (folder / MARKER).unlink(missing_ok=True)
    if is_new:
        folder.rmdir()
