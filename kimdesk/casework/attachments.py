"""Attachments of a desk: stored encrypted, read back whole and verified."""

from __future__ import annotations

import io

from kimdesk.base.errors import Untrusted
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.store.blobs import BlobRow, add_blob, find_blob


def keep(desk: Desk, data: bytes, *, mime: str, record: RecordId) -> BlobRow:
    """Store bytes as an encrypted attachment of a record; the file is durable before its row exists."""
    stored = desk.vault.blobs().put(io.BytesIO(data))
    row = BlobRow(
        id=bytes.fromhex(stored.blob_id),
        key=stored.key,
        size=stored.size,
        sha256=stored.sha256,
        mime=mime,
        record=record,
    )
    with desk.store.write() as conn:
        add_blob(conn, desk.store.tables, row)
    return row


def read(desk: Desk, blob: bytes) -> bytes:
    """Return an attachment; raises Untrusted(blob.missing) and what reading a damaged one raises."""
    with desk.query.connection() as conn:
        row = find_blob(conn, desk.store.tables, blob)
    if row is None:
        raise Untrusted("blob.missing")
    return desk.vault.blobs().read(blob.hex(), row.key)
