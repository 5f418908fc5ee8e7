"""Encrypted files: each streamed into a file of its own under a key of its own, known to the database alone.

Losing the key is erasing the blob. Sizes are padded to 4 KiB steps, so that they tell little.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag

from kimdesk.base.clock import Clock
from kimdesk.base.errors import Untrusted
from kimdesk.vault.files import ASIDE, PRIVATE_FILE, PRIVATE_FOLDER, nested_files, sync_folder, write_all
from kimdesk.vault.trouble import translated

STEP: Final = 4096
_CHUNK: Final = 64 * 1024
_END: Final = b"\x80"
_NAME: Final = re.compile(r"[0-9a-f]{32}")
_ORPHAN_AGE_MS: Final = 24 * 3600 * 1000


class Readable(Protocol):
    """What can be stored: anything that is read in pieces, an empty one at its end."""

    def read(self, size: int, /) -> bytes:
        """Return the next piece of at most so many bytes."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBlob:
    """What the database keeps of a stored file: id (32 hex), key (32 bytes), content's size and SHA-256."""

    blob_id: str
    key: bytes = field(repr=False)
    size: int
    sha256: bytes


class BlobStore:
    """The folder `blobs` of one vault.

    `fresh` collects what is stored while the vault is open: its row may still be on the way, so nobody sweeps it.
    """

    def __init__(self, folder: Path, *, vault_id: str, fresh: set[str] | None = None) -> None:
        self._root = folder / "blobs"
        self._vault_id = vault_id
        self._fresh = set[str]() if fresh is None else fresh

    def put(self, stream: Readable) -> StoredBlob:
        """Store a stream durably, return what the database must keep; Surroundings leaves nothing behind."""
        blob_id, key = secrets.token_hex(16), Cobblestone256Encryptor.generate_key()
        self._fresh.add(blob_id)
        path = self._path(blob_id)
        aside = path.with_name(path.name + ASIDE)
        with translated():
            path.parent.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
            try:
                size, digest = self._write(aside, stream, Cobblestone256Encryptor(key, self._context(blob_id)))
                os.replace(aside, path)  # noqa: PTH105 - one seam with the calls in files.py
            except BaseException:
                with contextlib.suppress(OSError):  # what failed first is what counts; a sweep takes the rest
                    aside.unlink(missing_ok=True)
                raise
            sync_folder(path.parent)
            sync_folder(self._root)
        return StoredBlob(blob_id=blob_id, key=key, size=size, sha256=digest)

    def open(self, blob_id: str, key: bytes) -> Iterator[bytes]:
        """Yield the content in pieces that are genuine, but only complete once the iteration ended by itself.

        Raises Untrusted `blob.missing`, `blob.damaged` - the latter possibly after the last piece.
        """
        decryptor = Cobblestone256Decryptor(key, self._context(blob_id))
        held_back = b""
        try:
            with translated(), self._existing(blob_id) as file:
                while piece := file.read(_CHUNK):
                    held_back += decryptor.update(piece)
                    ready = max(0, len(held_back) - STEP)
                    yield held_back[:ready]
                    held_back = held_back[ready:]
            yield _without_padding(held_back + decryptor.finalize())
        except InvalidTag as error:
            raise Untrusted("blob.damaged") from error

    def read(self, blob_id: str, key: bytes) -> bytes:
        """Return the whole content, verified to its end; raises like `open`."""
        return b"".join(self.open(blob_id, key))

    def delete(self, blob_id: str) -> None:
        """Remove a file whose key the database has given up; a missing one is fine. Raises Surroundings."""
        with translated():
            self._path(blob_id).unlink(missing_ok=True)

    def is_fresh(self, blob_id: str) -> bool:
        """Tell whether a file was stored since the vault was opened."""
        return blob_id in self._fresh

    def sweep(self, known: Collection[str], clock: Clock) -> int:
        """Remove files older than a day that no row knows, return how many; raises Surroundings.

        Never one stored since the vault was opened, whatever the clock says.
        """
        removed = 0
        with translated():
            for path in self._strangers(known, nested_files(self._root)):
                if clock.now_ms() - path.stat().st_mtime_ns // 1_000_000 > _ORPHAN_AGE_MS:
                    path.unlink(missing_ok=True)
                    removed += 1
        return removed

    def orphans(self, known: Collection[str]) -> tuple[Path, ...]:
        """Return the files that no row knows, whatever their age, but none on its way; raises Surroundings."""
        with translated():
            return tuple(self._strangers(known, sorted(self._root.glob("*/*"))))

    def _strangers(self, known: Collection[str], files: Iterable[Path]) -> Iterator[Path]:
        for path in files:
            if path.name not in known and path.name.removesuffix(ASIDE) not in self._fresh:
                yield path

    def _write(self, path: Path, stream: Readable, encryptor: Cobblestone256Encryptor) -> tuple[int, bytes]:
        size, digest = 0, hashlib.sha256()
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags, PRIVATE_FILE)
        try:
            while piece := stream.read(_CHUNK):
                size += len(piece)
                digest.update(piece)
                write_all(descriptor, encryptor.update(piece))
            write_all(descriptor, encryptor.update(_END.ljust(STEP - size % STEP, b"\0")))
            write_all(descriptor, encryptor.finalize())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        return size, digest.digest()

    def _existing(self, blob_id: str) -> BinaryIO:
        try:
            return self._path(blob_id).open("rb")
        except FileNotFoundError as error:
            raise Untrusted("blob.missing") from error

    def _path(self, blob_id: str) -> Path:
        if not _NAME.fullmatch(blob_id):
            raise Untrusted("blob.missing")
        return self._root / blob_id[:2] / blob_id

    def _context(self, blob_id: str) -> bytes:
        return f"kimdesk/blob/v1|{self._vault_id}|{blob_id}".encode()


def _without_padding(last: bytes) -> bytes:
    content, end, zeros = last.rpartition(_END)
    if not end or zeros.strip(b"\0"):
        raise Untrusted("blob.damaged")
    return content
