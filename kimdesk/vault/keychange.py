"""Another vault key under everything, so that a kill at any moment leaves the vault under the old key or the new one.

1. The database is copied beside itself under the new key and verified.  2. Slots for the new key come into force; with
them the old key, sealed under the new one.  3. The copy takes the database's place.  4. Slots without the old key.
Step 2 decides; opening the vault does whatever of 3 and 4 is still missing.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from pathlib import Path
from typing import Final

from kimdesk.base.errors import Surroundings, Untrusted
from kimdesk.base.progress import SILENT, Progress
from kimdesk.vault.database import (
    DATABASE_NAME,
    RAW_KEY_BYTES,
    Connection,
    connect,
    copy_database,
    read_header,
    read_meta,
    row_counts,
    write_key_change,
)
from kimdesk.vault.files import sync_folder
from kimdesk.vault.health import check_database
from kimdesk.vault.keys import KEY_BYTES, subkey
from kimdesk.vault.memory import wipe
from kimdesk.vault.opened import database_key
from kimdesk.vault.slots import SlotFile, SlotsOnDisk, write_main, write_spare
from kimdesk.vault.trouble import translated

COPY_NAME: Final = f"{DATABASE_NAME}.new"
_BESIDE: Final = ("-wal", "-shm", "-journal")


def prepare(folder: Path, old: bytearray, new: bytearray, *, generation: int, progress: Progress = SILENT) -> None:
    """Write the verified copy under the new key; nobody may write meanwhile.

    Raises Surroundings, Untrusted `vault.damaged`, Cancelled; the vault is as it was then.
    """
    sweep(folder)
    source = connect(folder / DATABASE_NAME, database_key(old), role="writer")
    try:
        with translated():
            source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            rows = row_counts(source)
        copy_database(source, folder / COPY_NAME, database_key(new), progress)
        uses = read_meta(source).uses or subkey(old, "vault/uses", KEY_BYTES)
        _complete(folder, new, rows, uses=uses, generation=generation)
    except BaseException:
        sweep(folder)
        raise
    finally:
        source.close()


def finish(folder: Path, key: bytearray, slots: SlotFile) -> SlotsOnDisk:
    """Do what is missing of a change that `slots` decided; `key` is the new one. Raises Surroundings, Untrusted."""
    assert slots.retired is not None
    if not _is_under(folder / DATABASE_NAME, key):
        old = slots.retired.key(key, slots.vault_id)
        try:
            if not _is_under(folder / COPY_NAME, key):
                prepare(folder, old, key, generation=slots.generation)
        finally:
            wipe(old)
        with translated():
            _switch(folder)
    following = replace(slots, generation=slots.generation + 1, retired=None).sealed(key)
    write_main(folder, following)
    with contextlib.suppress(Surroundings):  # opening the vault tries again
        write_spare(folder, following)
        return SlotsOnDisk(main=following, spare=following)
    return SlotsOnDisk(main=following, spare=slots)


def sweep(folder: Path) -> None:
    """Remove a copy that never came into force; what a read-only disk keeps is tried again next time."""
    with contextlib.suppress(OSError):
        for beside in ("", *_BESIDE):
            (folder / f"{COPY_NAME}{beside}").unlink(missing_ok=True)


def _complete(folder: Path, key: bytearray, rows: dict[str, int], *, uses: bytes, generation: int) -> None:
    """Record in the copy what belongs to it and look at all of it as a stranger would."""
    found = _counted(folder, key)
    copy = _connected(folder, key)
    try:
        write_key_change(copy, uses=uses, generation=generation)
        with translated():
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        copy.close()
    if found != rows or check_database(lambda: _connected(folder, key), strict=True):
        raise Untrusted("vault.damaged")


def _counted(folder: Path, key: bytearray) -> dict[str, int]:
    copy = _connected(folder, key)
    try:
        with translated():
            return row_counts(copy)
    finally:
        copy.close()


def _connected(folder: Path, key: bytearray) -> Connection:
    return connect(folder / COPY_NAME, database_key(key), role="writer")


def _is_under(path: Path, key: bytearray) -> bool:
    """Tell by its first 16 bytes whether a database was written whole under this key."""
    with translated():
        return path.is_file() and read_header(path) == database_key(key)[KEY_BYTES:RAW_KEY_BYTES]


def _switch(folder: Path) -> None:
    """Put the copy in the database's place; whatever its log held was copied along."""
    for beside in _BESIDE:
        (folder / f"{DATABASE_NAME}{beside}").unlink(missing_ok=True)
    os.replace(folder / COPY_NAME, folder / DATABASE_NAME)  # noqa: PTH105 - one seam with the calls in files.py
    sync_folder(folder)
