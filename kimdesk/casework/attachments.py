"""Attachments of a desk: stored encrypted, read back whole and verified."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field

from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.documents import photos
from kimdesk.domain.files import PICTURES
from kimdesk.domain.records import Attachment
from kimdesk.store.blobs import BlobRow, add_blob, find_blob
from kimdesk.vault.blobs import StoredBlob

MOST_SHOWN = 64 << 20
"""A file up to this size is shown in the window, which holds it in memory meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is in a file, verified, and what it is."""

    data: bytes = field(repr=False)
    media_type: str


def row_of(stored: StoredBlob, *, mime: str, record: RecordId) -> BlobRow:
    """Return what the database keeps of a stored file."""
    return BlobRow(
        id=bytes.fromhex(stored.blob_id),
        key=stored.key,
        size=stored.size,
        sha256=stored.sha256,
        mime=mime,
        record=record,
    )


def keep(desk: Desk, data: bytes, *, mime: str, record: RecordId) -> BlobRow:
    """Store bytes as an encrypted attachment of a record; the file is durable before its row exists."""
    row = row_of(desk.vault.blobs().put(io.BytesIO(data)), mime=mime, record=record)
    with desk.store.write() as conn:
        add_blob(conn, desk.store.tables, row)
    return row


def read(desk: Desk, blob: bytes) -> bytes:
    """Return an attachment; raises Untrusted(blob.missing) and what reading a damaged one raises."""
    return desk.vault.blobs().read(blob.hex(), _row(desk, blob).key)


def stored(desk: Desk, record: RecordId) -> BlobRow:
    """Return where the content of a file of the case lies; another record's is never given out.

    Raises UserProblem(record.missing), Untrusted(blob.missing).
    """
    found = desk.query.get(Attachment, record)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["attachment"].de)
    try:
        row = _row(desk, bytes.fromhex(found.blob or ""))
    except ValueError:  # a name that is none
        raise Untrusted("blob.missing") from None
    if row.record != record:
        raise Untrusted("blob.missing")
    return row


def content(desk: Desk, record: RecordId, *, most: int = MOST_SHOWN) -> Content:
    """Return a file's content, held in memory and verified to its end.

    Raises UserProblem(attachment.too_large_to_show, record.missing), Untrusted(blob.missing, blob.damaged),
    Surroundings.
    """
    row = stored(desk, record)
    if row.size > most:
        raise UserProblem("attachment.too_large_to_show")
    data = desk.vault.blobs().read(row.id.hex(), row.key)
    if hashlib.sha256(data).digest() != row.sha256:
        raise Untrusted("blob.damaged")
    return Content(data=data, media_type=row.mime)


def require_present(desk: Desk, record: RecordId) -> None:
    """Make sure that a file's content is there and begins genuinely; raises like `content`."""
    row = stored(desk, record)
    for _piece in desk.vault.blobs().open(row.id.hex(), row.key):
        return


def verify(desk: Desk, record: RecordId) -> None:
    """Read a file back to its end without keeping it; raises Untrusted(blob.missing, blob.damaged), Surroundings."""
    row, digest = stored(desk, record), hashlib.sha256()
    for piece in desk.vault.blobs().open(row.id.hex(), row.key):
        digest.update(piece)
    if digest.digest() != row.sha256:
        raise Untrusted("blob.damaged")


def thumbnail(desk: Desk, record: RecordId, *, most: int) -> bytes | None:
    """Return a small PNG of a photo, made anew in memory each time; None for what is no picture.

    Raises like `content`, and UserProblem(attachment.image_unreadable).
    """
    if stored(desk, record).mime not in PICTURES:
        return None
    return photos.small(content(desk, record).data, most)


def _row(desk: Desk, blob: bytes) -> BlobRow:
    with desk.query.connection() as conn:
        row = find_blob(conn, desk.store.tables, blob)
    if row is None:
        raise Untrusted("blob.missing")
    return row
