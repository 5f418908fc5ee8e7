"""Connections: what they may do, and that nothing readable reaches the disk."""

from __future__ import annotations

import io
import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kimdesk.base.errors import Untrusted
from kimdesk.vault.database import HeaderGuard, copy_database
from kimdesk.vault.vault import OpenVault
from tests.vault.conftest import Place

MARKER = "Zitronenfalter-Merkwort-4711"


def setting(vault: OpenVault, name: str, role: str = "writer") -> object:
    connection = vault.connect(role)  # type: ignore[arg-type]
    try:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("cache_size", -65536),
        ("wal_autocheckpoint", 256),
        ("locking_mode", "normal"),
        ("application_id", 0x4B494D44),
        ("user_version", 0),
        ("query_only", 0),
    ],
)
def test_every_connection_carries_the_binding_settings(vault: OpenVault, name: str, expected: object) -> None:
    assert setting(vault, name) == expected


def test_a_copy_keeps_no_index_beside_its_log_for_which_a_full_disk_has_no_word(
    vault: OpenVault, tmp_path: Path
) -> None:
    (tmp_path / "copy.db-shm").mkdir()  # nothing can be put there
    source = vault.connect("query")
    try:
        copy_database(source, tmp_path / "copy.db", bytes(48))
    finally:
        source.close()
    assert sorted(path.name for path in tmp_path.glob("copy.db*")) == ["copy.db", "copy.db-shm"]


@pytest.mark.parametrize("role", ["page", "query"])
def test_readers_cannot_write(vault: OpenVault, role: str) -> None:
    assert setting(vault, "query_only", role) == 1
    connection = vault.connect(role)  # type: ignore[arg-type]
    with pytest.raises(dbapi2.OperationalError):
        connection.execute("CREATE TABLE t (x)")
    connection.close()


def test_readers_see_what_the_writer_committed(vault: OpenVault) -> None:
    writer, page = vault.connect("writer"), vault.connect("page")
    writer.execute("CREATE TABLE t (x)")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO t VALUES (1)")
    assert page.execute("SELECT count(*) FROM t").fetchone() == (0,)
    writer.execute("COMMIT")
    assert page.execute("SELECT count(*) FROM t").fetchone() == (1,)
    writer.close()
    page.close()


def test_meta_names_vault_format_incarnation_and_slot_generation(vault: OpenVault) -> None:
    connection = vault.connect("page")
    rows = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    connection.close()
    assert rows["vault_id"].hex() == vault.info.vault_id
    assert (rows["format"], rows["kind"], rows["slot_generation"]) == (1, "desk", 1)
    assert len(rows["incarnation"]) == 16


def everything_on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_what_is_written_is_found_nowhere_on_the_disk(place: Place) -> None:
    with place.open() as vault:
        writer = vault.connect("writer")
        writer.execute("CREATE TABLE note (body TEXT)")
        writer.execute("CREATE VIRTUAL TABLE finder USING fts5(body, tokenize='trigram')")
        writer.execute("BEGIN IMMEDIATE")
        writer.executemany("INSERT INTO note VALUES (?)", [(f"{MARKER} {n}",) for n in range(500)])
        writer.executemany("INSERT INTO finder VALUES (?)", [(f"{MARKER} {n}",) for n in range(500)])
        writer.execute("COMMIT")
        assert writer.execute("SELECT count(*) FROM finder WHERE body MATCH 'merkwort'").fetchone() == (500,)
        while_open = everything_on_disk(place.folder)
        assert (place.folder / "vault.db-wal").stat().st_size > 0
        writer.close()
    at_rest = everything_on_disk(place.folder)
    for content in (while_open, at_rest):
        lowered = content.lower()
        for form in ("utf-8", "utf-16-le", "utf-16-be"):
            assert MARKER.lower().encode(form) not in lowered
        assert b"CREATE TABLE" not in content
        assert b"SQLite format" not in content


def test_a_database_swapped_while_open_is_not_read(place: Place) -> None:
    with place.open() as vault:
        path = place.folder / "vault.db"
        copy = path.with_name("copy")
        copy.write_bytes(path.read_bytes())
        try:
            copy.replace(path)
        except PermissionError:
            pytest.skip("this system does not let an open file be replaced")
        with pytest.raises(Untrusted) as caught:
            vault.connect("page")
        assert caught.value.code == "vault.db_foreign"


def test_a_database_that_vanished_is_not_created_anew(place: Place) -> None:
    (place.folder / "vault.db").unlink()
    with pytest.raises(Untrusted):
        place.open()
    assert not (place.folder / "vault.db").exists()


class Interrupted:
    """A file in which somebody else looks between going to the start and reading."""

    def __init__(self, file: io.FileIO, other: threading.Thread) -> None:
        self._file, self._other = file, other

    def seek(self, place: int) -> int:
        """Go there, then let the other one have a go, who has to wait."""
        where = self._file.seek(place)
        if self._other.ident is None:
            self._other.start()
            self._other.join(0.2)
        return where

    def read(self, size: int) -> bytes:
        """Read on from where one is."""
        return self._file.read(size)

    def close(self) -> None:
        """Let go."""
        self._file.close()


def test_two_threads_that_open_at_once_see_the_same_header(tmp_path: Path) -> None:
    file = tmp_path / "vault.db"
    file.write_bytes(bytes(range(64)))
    guard = HeaderGuard(file)
    seen: list[bytes] = []
    other = threading.Thread(target=lambda: seen.append(guard.header()))
    guard._file = Interrupted(guard._file, other)  # type: ignore[assignment] # what is asked of a file here
    seen.append(guard.header())
    other.join()
    guard.close()
    assert seen == [bytes(range(16))] * 2
