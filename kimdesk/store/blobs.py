"""Rows of attachments: which encrypted file holds them and the key that opens it. Its one writing module."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from kimdesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobRow:
    """What is known of one attachment."""

    id: bytes
    key: bytes
    size: int
    sha256: bytes
    mime: str
    record: bytes | None = None

    def __repr__(self) -> str:
        """Never show the key."""
        return f"<BlobRow {self.id.hex()[-6:]}>"


def add_blob(conn: sa.Connection, tables: Tables, row: BlobRow) -> None:
    """Enter an attachment whose file is already durable."""
    table = tables["blob"]
    names = ("id", "key", "size", "sha256", "mime", "record")
    conn.execute(sa.insert(table), {name: getattr(row, name) for name in names})


def find_blob(conn: sa.Connection, tables: Tables, blob: bytes) -> BlobRow | None:
    """Return an attachment's row, or None."""
    table = tables["blob"]
    found = conn.execute(sa.select(table).where(table.c.id == blob)).mappings().first()
    return None if found is None else BlobRow(**found)


def drop_blobs(conn: sa.Connection, tables: Tables, blobs: Sequence[bytes]) -> None:
    """Give up the keys of attachments for good; their files are removed once that is durable."""
    table = tables["blob"]
    for blob in blobs:
        conn.execute(sa.delete(table).where(table.c.id == blob))


def every_blob(conn: sa.Connection, tables: Tables) -> list[BlobRow]:
    """Return the rows of all attachments."""
    return [BlobRow(**row) for row in conn.execute(sa.select(tables["blob"])).mappings()]
