"""Connections to the encrypted database: one way to open, never creating it, never without the cipher."""

from __future__ import annotations

import contextlib
import os
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from sqlcipher3 import dbapi2

from kimdesk.base.errors import Surroundings, Untrusted
from kimdesk.base.progress import SILENT, Progress
from kimdesk.vault.files import create_empty, force
from kimdesk.vault.trouble import from_os_error, translated

Role = Literal["writer", "page", "query"]
Connection: TypeAlias = Any  # sqlcipher3.dbapi2.Connection; the wheel brings no types
DBAPI: Final = dbapi2  # for engines built over these connections
DATABASE_NAME: Final = "vault.db"
APPLICATION_ID: Final = 0x4B494D44  # "KIMD"
RAW_KEY_BYTES: Final = 48  # 32 bytes key, 16 bytes salt
PLAIN_HEADER: Final = b"SQLite format 3\0"
_STEP: Final = 1024  # pages copied between two looks at whether to stop
_LOG_INDEX_BYTES: Final = 32 * 1024
_SETTINGS: Final = (
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA cache_size=-65536",
    "PRAGMA wal_autocheckpoint=256",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the database says of itself in its table `meta`."""

    vault_id: str
    kind: str
    format: int
    incarnation: bytes
    slot_generation: int
    uses: bytes | None = field(default=None, repr=False)
    """What keys for single uses are derived from once the vault key was changed; before, from the vault key."""


def require_encrypted_header(header: bytes, salt: bytes) -> None:
    """Accept only the first 16 bytes of this vault's database; raises Untrusted naming what is there."""
    if not header:
        raise Untrusted("vault.db_empty")
    if header == PLAIN_HEADER:
        raise Untrusted("vault.db_plain")
    if header != salt:
        raise Untrusted("vault.db_foreign")


def connect(path: Path, raw_key: bytes, *, role: Role) -> Connection:
    """Return a ready connection in autocommit mode; may be used by one thread at a time.

    The caller has looked at the header already. Raises Untrusted `vault.damaged`, `vault.cipher_missing`,
    Surroundings.
    """
    try:
        with translated():
            connection = _keyed(path, raw_key)
            try:
                _configure(connection, role)
            except BaseException:
                connection.close()
                raise
    except Surroundings as error:
        if error.code == "disk.failing" or error.params.get("cause") == "CANTOPEN":
            _require_room(path.parent)
        raise
    return connection


def _require_room(folder: Path) -> None:
    """Find out why SQLite could not begin, by putting as much beside it as it does; raises Surroundings that says so.

    SQLite's own word for a disk too full for the index of its log is that the disk fails.
    """
    probe = folder / f"{DATABASE_NAME}.probe"
    try:
        with translated():
            probe.write_bytes(bytes(_LOG_INDEX_BYTES))
    finally:
        with contextlib.suppress(OSError):
            probe.unlink(missing_ok=True)


def connect_frozen(path: Path, raw_key: bytes) -> Connection:
    """Return a connection to a database nobody writes to, such as a backup's; leaves no file beside it.

    Raises Untrusted `vault.damaged`, `vault.cipher_missing`, Surroundings.
    """
    with translated():
        connection = _keyed(path, raw_key, "mode=ro&immutable=1")
        try:
            for setting in ("PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA query_only=ON"):
                connection.execute(setting)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def _keyed(path: Path, raw_key: bytes, mode: str = "mode=rw") -> Connection:
    address = f"{path.absolute().as_uri()}?{mode}"
    connection = dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{raw_key.hex()}'\"")
        if connection.execute("PRAGMA cipher_version").fetchone() is None:
            raise Untrusted("vault.cipher_missing")
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: Connection, role: Role) -> None:
    mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()
    if mode is None or mode[0] != "wal":
        raise Untrusted("vault.damaged")
    for setting in _SETTINGS:
        connection.execute(setting)
    if role != "writer":
        connection.execute("PRAGMA query_only=ON")


def create_database(path: Path, raw_key: bytes, meta: Meta) -> None:
    """Create the encrypted database with its table `meta`, all of it in the main file and on the disk."""
    with translated():
        create_empty(path)
    connection = connect(path, raw_key, role="writer")
    try:
        with translated():
            _found(connection, meta)
    finally:
        connection.close()
    with translated():
        require_encrypted_header(read_header(path), raw_key[32:])


def _found(connection: Connection, meta: Meta) -> None:
    rows = [
        ("format", meta.format),
        ("vault_id", bytes.fromhex(meta.vault_id)),
        ("kind", meta.kind),
        ("incarnation", meta.incarnation),
        ("slot_generation", meta.slot_generation),
    ]
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID")
    connection.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", rows)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copy_database(source: Connection, path: Path, raw_key: bytes, progress: Progress = SILENT) -> None:
    """Copy a database as `source` sees it into a new file under another key, all of it on the disk.

    Raises Surroundings, Cancelled; the caller clears the file away then.
    """
    with translated():
        create_empty(path)
        target = _keyed(path, raw_key)
        try:
            source.backup(target, pages=_STEP, progress=lambda _state, left, all_: progress.step(all_ - left, all_))
            # No index beside the log, for which a full disk has no word of its own; nobody else opens this file.
            target.execute("PRAGMA locking_mode=EXCLUSIVE")
            target.execute("PRAGMA synchronous=FULL")
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            target.close()
        _force(path)


def _force(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        force(descriptor)
    finally:
        os.close(descriptor)


def row_counts(connection: Connection) -> dict[str, int]:
    """Return the number of rows of every table that stands for itself."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    names = [name for (name,) in tables.fetchall()]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def write_incarnation(connection: Connection, incarnation: bytes) -> None:
    """Begin another life of a vault: what was restored is not what was backed up."""
    with translated():
        connection.execute("UPDATE meta SET value=? WHERE key='incarnation'", (incarnation,))


def read_header(path: Path) -> bytes:
    """Return the first 16 bytes. Only while no connection is open: closing drops POSIX record locks."""
    with path.open("rb") as file:
        return file.read(16)


def read_meta(connection: Connection) -> Meta:
    """Return what `meta` says; raises Untrusted `vault.db_foreign` where it is not the table of a vault."""
    with translated():
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name='meta'").fetchone()
        if application != APPLICATION_ID or known is None:
            raise Untrusted("vault.db_foreign")
        rows = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    try:
        return Meta(
            vault_id=rows["vault_id"].hex(),
            kind=rows["kind"],
            format=rows["format"],
            incarnation=rows["incarnation"],
            slot_generation=rows["slot_generation"],
            uses=rows.get("uses"),
        )
    except (KeyError, AttributeError) as error:
        raise Untrusted("vault.db_foreign") from error


def write_key_change(connection: Connection, *, uses: bytes, generation: int) -> None:
    """Record in a copy under a new vault key what the copy keeps from before, and its generation of slots."""
    with translated():
        connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('uses', ?)", (uses,))
    write_slot_generation(connection, generation)


def write_slot_generation(connection: Connection, generation: int) -> None:
    """Record which generation of key slots is in force."""
    with translated():
        connection.execute("UPDATE meta SET value=? WHERE key='slot_generation'", (generation,))


class HeaderGuard:
    """Keeps the database file's first bytes in view for life without ever closing the file in between.

    On POSIX, closing any descriptor of a file drops the locks of all connections to it in this process. Several
    threads open their connections at once, so only one at a time looks.
    """

    def __init__(self, path: Path) -> None:
        self._looking = threading.Lock()
        try:
            self._file = path.open("rb", buffering=0)
        except FileNotFoundError as error:
            raise Untrusted("vault.db_missing") from error
        except OSError as error:
            raise from_os_error(error) from error

    def header(self) -> bytes:
        """Return the first 16 bytes as they are now."""
        with self._looking, translated():
            self._file.seek(0)
            return self._file.read(16) or b""

    def guards(self, path: Path) -> bool:
        """Tell whether `path` is still the file in view, not one put in its place."""
        with translated():
            return os.path.samestat(os.fstat(self._file.fileno()), path.stat())

    def close(self) -> None:
        """Let go; only after every connection is closed."""
        self._file.close()
