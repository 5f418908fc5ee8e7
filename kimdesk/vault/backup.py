"""Backups: a whole vault in a folder of its own, the database under a fresh key, verified before it counts.

The key is derived from the vault key and a random salt, the database file's first 16 bytes; so the key slots need no
secret to be copied along, and no backup put in the vault's place opens as the vault.
"""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from kimdesk.base.clock import Clock, local_time
from kimdesk.base.errors import KimError, Untrusted, UserProblem
from kimdesk.base.progress import SILENT, Progress
from kimdesk.vault.canonical import checked, stamped
from kimdesk.vault.database import DATABASE_NAME, Connection, connect_frozen, copy_database, read_header, row_counts
from kimdesk.vault.files import (
    PRIVATE_FOLDER,
    create_empty,
    force,
    nested_files,
    read_bounded,
    sync_folder,
    write_durable,
)
from kimdesk.vault.founding import BLOBS_NAME
from kimdesk.vault.health import Finding, check_database
from kimdesk.vault.info import MANIFEST_NAME, VaultInfo, read_info, write_info
from kimdesk.vault.keys import KEY_BYTES, SALT_BYTES, subkey
from kimdesk.vault.media import BACKUPS, holds_bundles, mark
from kimdesk.vault.opened import OpenVault
from kimdesk.vault.slots import write_main, write_spare
from kimdesk.vault.trouble import from_os_error, translated

FORMAT: Final = 1
_UNFINISHED: Final = ".unfertig"
_PREFIX: Final = "KIM-Sicherung"
_PIECE: Final = 1 << 20
_MOST_MANIFEST: Final = 64 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupInfo:
    """One finished backup: where it is, of which vault, when it was made (UTC milliseconds), its rows and bytes."""

    folder: Path
    vault_id: str
    label: str
    made_ms: int
    rows: int
    size: int


def back_up(
    vault: OpenVault,
    place: Path,
    *,
    clock: Clock,
    extras: Mapping[str, bytes] | None = None,
    progress: Progress = SILENT,
) -> BackupInfo:
    """Write a backup into a new folder inside `place`, verify it, and only then record it in the vault's small file.

    `extras` are small sealed files to lie beside it, by name. Nothing may be erased from the vault meanwhile. Raises
    UserProblem `backup.inside_vault`, `backup.exchange_medium`, Surroundings `disk.*`, Untrusted
    `backup.failed_check`, Cancelled; nothing is left behind then.
    """
    place = place.absolute()
    require_place(vault.info.folder, place)
    made_ms = clock.now_ms()
    name = f"{_PREFIX} {local_time(made_ms):%Y-%m-%d %H%M} {secrets.token_hex(3)}"
    part = place / f"{name}{_UNFINISHED}"
    with vanishing(part):
        with translated():
            part.mkdir(PRIVATE_FOLDER)
            for file, content in (extras or {}).items():
                write_durable(part / file, content)
        write_backup(vault, part, made_ms=made_ms, blobs=True, progress=progress)
        with translated():
            mark(place, BACKUPS)
            part.rename(place / name)
            sync_folder(place)
    vault.info = replace(vault.info, last_backup_ms=made_ms)
    write_info(vault.info)
    return read_backup(place / name)


def require_place(vault: Path, place: Path) -> None:
    """Accept a place for backups of a vault; raises UserProblem `backup.inside_vault`, `backup.exchange_medium`."""
    if place.is_relative_to(vault):
        raise UserProblem("backup.inside_vault")
    if holds_bundles(place):
        raise UserProblem("backup.exchange_medium")


def read_backup(folder: Path) -> BackupInfo:
    """Return what a finished backup says of itself.

    Raises UserProblem `backup.none_here`, Untrusted `backup.damaged`, Surroundings.
    """
    try:
        fields = checked(read_bounded(folder / MANIFEST_NAME, _MOST_MANIFEST, code="backup.damaged"))
        info = read_info(folder)
        if fields["format"] != FORMAT or fields["vault_id"] != info.vault_id:
            raise Untrusted("backup.damaged")
        sizes = [int(entry["size"]) for entry in fields["files"].values()]
        return BackupInfo(
            folder=folder,
            vault_id=info.vault_id,
            label=info.label,
            made_ms=int(fields["made_ms"]),
            rows=int(fields["rows"]),
            size=sum(sizes),
        )
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UserProblem("backup.none_here") from error
    except OSError as error:
        raise from_os_error(error) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Untrusted("backup.damaged") from error


def backups_in(place: Path, vault_id: str | None = None) -> tuple[BackupInfo, ...]:
    """Return the finished backups in a folder, of one vault where asked, the newest first; raises Surroundings.

    One that cannot be read is left out.
    """
    found = []
    with translated():
        folders = [each for each in place.iterdir() if (each / MANIFEST_NAME).is_file()] if place.is_dir() else []
    for folder in folders:
        with contextlib.suppress(KimError):
            found.append(read_backup(folder))
    mine = [each for each in found if vault_id in {None, each.vault_id}]
    return tuple(sorted(mine, key=lambda each: each.made_ms, reverse=True))


def verify_files(folder: Path, progress: Progress = SILENT) -> BackupInfo:
    """Compare every file of a backup with its manifest; raises what `read_backup` raises, Surroundings, Cancelled."""
    info = read_backup(folder)
    files = _listed(folder)
    if {name for name, _ in _files(folder)} != set(files):
        raise Untrusted("backup.damaged")
    done = 0
    for name, entry in files.items():
        digest, size = _digest(folder / name)
        done += size
        progress.step(done, max(info.size, done))
        if (digest, size) != (entry["sha256"], entry["size"]):
            raise Untrusted("backup.damaged")
    return info


def remove(backup: BackupInfo) -> None:
    """Take a backup away; raises Surroundings. Its manifest goes first, so that half a backup never looks whole."""
    with translated():
        (backup.folder / MANIFEST_NAME).unlink(missing_ok=True)
        shutil.rmtree(backup.folder)


def database_key(vault_key: bytearray, salt: bytes) -> bytes:
    """Return the raw key and salt of a backup's database, 48 bytes."""
    return subkey(vault_key, f"backup/{salt.hex()}", KEY_BYTES) + salt


def connection_to(folder: Path, vault_key: bytearray) -> Connection:
    """Return a reading connection to a backup's database; raises Untrusted, Surroundings."""
    with translated():
        salt = read_header(folder / DATABASE_NAME)
    return connect_frozen(folder / DATABASE_NAME, database_key(vault_key, salt))


# making one -------------------------------------------------------------------


@contextlib.contextmanager
def vanishing(part: Path) -> Iterator[None]:
    """Run a block that writes into a folder which goes again if the block fails."""
    try:
        yield
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def write_backup(vault: OpenVault, part: Path, *, made_ms: int, blobs: bool, progress: Progress) -> None:
    """Fill an empty folder with a verified backup; the caller clears it away where that fails."""
    rows = _fill(vault, part, made_ms, progress)
    if blobs:
        with translated():
            _copy_blobs(vault.info.folder / BLOBS_NAME, part / BLOBS_NAME, progress)
    _require_whole(vault, part, rows)
    _write_manifest(vault.info, part, made_ms=made_ms, rows=sum(rows.values()))
    with translated():
        sync_folder(part)


def _fill(vault: OpenVault, part: Path, made_ms: int, progress: Progress) -> Mapping[str, int]:
    """Copy database and slots; return the rows of each table as they were in the copied snapshot."""
    rows = _copy_database(vault, part, progress)
    slots = vault.slots()
    write_main(part, slots)
    write_spare(part, slots)
    write_info(replace(vault.info, folder=part, last_backup_ms=made_ms))
    return rows


def _copy_database(vault: OpenVault, part: Path, progress: Progress) -> Mapping[str, int]:
    salt = secrets.token_bytes(SALT_BYTES)
    source = vault.connect("query")
    try:
        with translated():
            source.execute("BEGIN")
            rows = row_counts(source)
        with vault.key() as key:
            copy_database(source, part / DATABASE_NAME, database_key(key, salt), progress)
    finally:
        source.close()
    return rows


def _copy_blobs(source: Path, target: Path, progress: Progress) -> None:
    """Copy every encrypted file; one erased meanwhile is left out, one not named by any row does no harm."""
    target.mkdir(PRIVATE_FOLDER)
    for path in nested_files(source):
        progress.step(0, 0)
        into = target / path.parent.name
        into.mkdir(PRIVATE_FOLDER, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            copy_synced(path, into / path.name)
    for folder in (*target.iterdir(), target):
        sync_folder(folder)


def copy_synced(source: Path, target: Path) -> None:
    """Copy a file and force the copy to the disk; raises OSError."""
    create_empty(target)
    with source.open("rb") as read, target.open("r+b") as written:
        shutil.copyfileobj(read, written, _PIECE)
        written.flush()
        force(written.fileno())


def _require_whole(vault: OpenVault, part: Path, rows: Mapping[str, int]) -> None:
    """Open the copy as a stranger would and look at all of it; raises Untrusted `backup.failed_check`."""
    with vault.key() as key:
        findings = check_database(lambda: connection_to(part, key), strict=True)
        connection = connection_to(part, key)
        try:
            with translated():
                found = row_counts(connection)
        finally:
            connection.close()
    if findings or found != rows:
        raise Untrusted("backup.failed_check")


def _write_manifest(info: VaultInfo, part: Path, *, made_ms: int, rows: int) -> None:
    files = {}
    for name, path in _files(part):
        digest, size = _digest(path)
        files[name] = {"sha256": digest, "size": size}
    body = {"files": files, "format": FORMAT, "made_ms": made_ms, "rows": rows, "vault_id": info.vault_id}
    with translated():
        write_durable(part / MANIFEST_NAME, stamped(body))


def _files(folder: Path) -> list[tuple[str, Path]]:
    """Return every file of a backup but its manifest, by its name in there; raises Surroundings."""
    with translated():
        beside = [path for path in folder.iterdir() if path.is_file() and path.name != MANIFEST_NAME]
        blobs = nested_files(folder / BLOBS_NAME) if (folder / BLOBS_NAME).is_dir() else []
    return [(path.relative_to(folder).as_posix(), path) for path in sorted((*beside, *blobs))]


def _listed(folder: Path) -> dict[str, dict[str, Any]]:
    files: dict[str, dict[str, Any]] = checked(
        read_bounded(folder / MANIFEST_NAME, _MOST_MANIFEST, code="backup.damaged")
    )["files"]
    return files


def _digest(path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with translated(), path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size


def findings_of(folder: Path, vault_key: bytearray) -> tuple[Finding, ...]:
    """Look at every page of a backup's database; raises Surroundings, for a failing disk says nothing about it."""
    return check_database(lambda: connection_to(folder, vault_key), strict=True)
