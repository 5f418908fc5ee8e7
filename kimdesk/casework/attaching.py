"""Taking a file in: from the disk, a stick or a camera's card, or out of the clipboard.

A photo is made anew without the traces of its camera, PDF and office files lose what describes them, and where traces
cannot be removed the file stays out until somebody decides. Every other file goes through in pieces, whatever its size.
Nothing is there before all of it is there: the encrypted file first, then its row and record in one transaction.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from kimdesk.base.errors import KimError, Surroundings, UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework.attachments import row_of, verify
from kimdesk.casework.desk import Desk
from kimdesk.documents import photos, traces
from kimdesk.domain.changes import Changes, Create
from kimdesk.domain.declare import Code
from kimdesk.domain.files import HEAD, PDF, UNKNOWN, can_be_made_anew, is_picture, media_type, title_of
from kimdesk.domain.values import Value
from kimdesk.exchange.medium import open_plain, sync_folder, watched
from kimdesk.store.blobs import BlobRow, add_blob
from kimdesk.vault.blobs import Readable
from kimdesk.vault.device import disk_facts

MOST_BYTES = 1 << 30
"""What a backup on a stick can still carry."""
_PIECE = 1 << 18
STAYS = frozenset(
    {
        "attachment.image_unreadable",
        "attachment.traces_stay",
        "attachment.files_inside",
        "attachment.signed",
        "attachment.video_traces",
        "attachment.office_traces",
    }
)
"""Why a file stays out until somebody decides to keep it unchanged, with its traces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file something was taken from, as it was then; `portable`: on a card, a stick or in a camera's folder."""

    path: Path = field(repr=False)
    size: int
    sha256: bytes = field(repr=False)
    portable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file whose content lies encrypted in the vault, without any record yet."""

    row: BlobRow
    record: RecordId
    title: str = field(repr=False)
    source: Source | None = None
    cleaned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A file taken in: its record, what changed, where it came from; `cleaned`: traces were taken out of a document."""

    record: RecordId
    changes: Changes
    source: Source | None = None
    cleaned: bool = False


def take_in(desk: Desk, path: Path, *, unchanged: bool = False, progress: Progress = SILENT) -> Taken:
    """Store a file's content, however long that takes; writes no record. `unchanged` keeps traces.

    Raises UserProblem attachment.empty, attachment.too_large, `STAYS` where traces cannot go; Surroundings `medium.*`
    for the source, attachment.source_changed, `disk.*` for the vault; Cancelled. Nothing is left behind then.
    """
    with watched(), _opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        head = file.read(HEAD)
        found, holder = media_type(head, path.name), None if unchanged else traces.holder(head, path.name)
        file.seek(0)
        reading = _Reading(file, size, progress)
        if not unchanged and is_picture(found, path.name):
            if size > photos.MOST_BYTES or not can_be_made_anew(found, path.name):
                raise UserProblem("attachment.image_unreadable")
            taken = _stripped(desk, reading.whole(), path.name)
        elif holder is not None:
            taken = _described(desk, reading, holder, found, path.name)
        else:
            taken = _stored(desk, reading, found, path.name)
    source = Source(path=path, size=size, sha256=reading.digest(), portable=is_portable(path))
    return replace(taken, source=source)


def take_data(desk: Desk, data: bytes, name: str) -> Taken:
    """Store what was in the clipboard; raises like `take_in`."""
    if not data:
        raise UserProblem("attachment.empty")
    found, holder = media_type(data[:HEAD], name), traces.holder(data[:HEAD], name)
    if is_picture(found, name):
        return _stripped(desk, data, name)
    if holder is not None:
        return _described(desk, _Reading(io.BytesIO(data), len(data), SILENT), holder, found, name)
    return _stored(desk, io.BytesIO(data), found, name)


def enter(desk: Desk, case: RecordId, taken: Taken, given: Mapping[str, Value] | None = None) -> Added:
    """Write the record of what was taken in; what the vault refuses leaves no file behind. `given` are more fields."""
    row, kind = taken.row, desk.services.registry["attachment"]
    values: dict[str, Value] = {
        "case": case,
        "title": taken.title or kind.de,
        "date": desk.today,
        "kind": Code("photo") if row.mime == "image/jpeg" else None,
        "blob": row.id.hex(),
        "media_type": row.mime,
        "size": row.size,
        "sha256": row.sha256.hex(),
        **(given or {}),
    }
    try:
        changes = desk.store.apply(
            [Create(kind.name, taken.record, values)],
            actor=desk.actor,
            also=lambda conn: add_blob(conn, desk.store.tables, row),
        )
    except BaseException:
        forget(desk, taken)
        raise
    return Added(record=taken.record, changes=changes, source=taken.source, cleaned=taken.cleaned)


def forget(desk: Desk, taken: Taken) -> None:
    """Remove what was taken in and gets no record; a sweep takes what stays."""
    with contextlib.suppress(KimError):
        desk.vault.blobs().delete(taken.row.id.hex())


def add_file(desk: Desk, case: RecordId, path: Path, given: Mapping[str, Value] | None = None) -> Added:
    """Take a file in and write its record; raises like `take_in`."""
    return enter(desk, case, take_in(desk, path), given)


def is_portable(path: Path) -> bool:
    """Tell whether a file lies where others may find it: on a card or stick, or in the folder cameras write to."""
    if any(part.upper() == "DCIM" for part in path.parts):
        return True
    with contextlib.suppress(OSError):
        return disk_facts(path.parent).removable
    return False


def delete_source(desk: Desk, added: Added) -> None:
    """Delete the file something was taken from, once what is stored was read back and the source is still the same.

    An act: the caller has confirmed it. Raises Surroundings attachment.source_changed and `medium.*`, Untrusted blob.*.
    """
    source = added.source
    assert source is not None
    verify(desk, added.record)
    with watched():
        with _opened(source.path) as file:
            same = os.fstat(file.fileno()).st_size == source.size and _digest(file) == source.sha256
        if not same:
            raise Surroundings("attachment.source_changed")
        source.path.unlink()
        sync_folder(source.path.parent)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a plain file of a size we can take; raises OSError, UserProblem."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder")
    with open_plain(path, sys.maxsize) as file:
        size = os.fstat(file.fileno()).st_size
        if size == 0:
            raise UserProblem("attachment.empty")
        if size > MOST_BYTES:
            raise UserProblem("attachment.too_large", most="1 GB")
        yield file


class _Reading:
    """A source read in pieces, counted and hashed; what goes wrong is the source's fault and said so."""

    def __init__(self, file: BinaryIO, size: int, progress: Progress) -> None:
        self._file, self.size, self._progress = file, size, progress
        self._done = 0
        self._hash = hashlib.sha256()

    def read(self, size: int, /) -> bytes:
        """Return the next piece; raises Surroundings attachment.source_changed where the file grew or shrank."""
        self._progress.step(self._done, self.size)
        with watched():
            piece = self._file.read(size)
        self._done += len(piece)
        self._hash.update(piece)
        if self._done > self.size or (not piece and self._done < self.size):
            raise Surroundings("attachment.source_changed")
        return piece

    def whole(self) -> bytes:
        """Return all of it; for what is small enough to be held in memory."""
        return b"".join(iter(lambda: self.read(_PIECE), b""))

    def digest(self) -> bytes:
        """Return the SHA-256 of what was read."""
        return self._hash.digest()


def _digest(file: BinaryIO) -> bytes:
    digest = hashlib.sha256()
    while piece := file.read(_PIECE):
        digest.update(piece)
    return digest.digest()


def _stripped(desk: Desk, data: bytes, name: str) -> Taken:
    photo = photos.stripped(data)
    return _stored(desk, io.BytesIO(photo.data), photo.media_type, name)


def _described(desk: Desk, reading: _Reading, holder: traces.Holder, found: str, name: str) -> Taken:
    """Store a document without what describes it; where there is nothing of it, byte for byte as it came."""
    traces.require_removable(holder, reading.size, called_office=found not in {UNKNOWN, PDF})
    if reading.size > traces.MOST_BYTES:  # packed, and not called an office file
        return _stored(desk, reading, found, name)
    data = reading.whole()
    cleaned = traces.without(data, holder)
    taken = _stored(desk, io.BytesIO(data if cleaned is None else cleaned), found, name)
    return replace(taken, cleaned=cleaned is not None)


def _stored(desk: Desk, stream: Readable, found: str, name: str) -> Taken:
    record = new_id(desk.clock)
    row = row_of(desk.vault.blobs().put(stream), mime=found, record=record)
    return Taken(row=row, record=record, title=title_of(name))
