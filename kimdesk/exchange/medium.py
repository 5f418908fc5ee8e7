"""Files on sticks and other media that may be full, read-only, dying, or changed while we read."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from kimdesk.base.errors import Surroundings, Untrusted
from kimdesk.base.progress import SILENT, Progress
from kimdesk.vault.quarantine import UNJUDGED
from kimdesk.vault.trouble import translated

MAX_FILE: Final = 1 << 30
PART: Final = ".part"
_PIECE: Final = 1 << 20
_BINARY: Final = getattr(os, "O_BINARY", 0)
_CODES: Final = {
    errno.ENOSPC: "medium.full",
    errno.EDQUOT: "medium.full",
    errno.EFBIG: "medium.full",
    errno.EROFS: "medium.read_only",
    errno.EACCES: "medium.no_permission",
    errno.EPERM: "medium.no_permission",
    errno.EIO: "medium.failing",
    errno.ENOENT: "medium.gone",
    errno.ENODEV: "medium.gone",
    errno.ENXIO: "medium.gone",
    errno.ENOTDIR: "medium.gone",
    errno.EISDIR: "medium.not_a_file",
    errno.EEXIST: "medium.exists",
}


@contextmanager
def watched() -> Iterator[None]:
    """Run a block whose failures of the medium come out as Surroundings `medium.*`; names no path."""
    try:
        yield
    except OSError as error:
        raise Surroundings(_CODES.get(error.errno or 0, "medium.other")) from error


def suggested_name() -> str:
    """Return a file name that tells nobody anything."""
    return f"kim-{secrets.token_hex(4)}.kimb"


def open_plain(path: Path, limit: int) -> BinaryIO:
    """Return a plain file of at most `limit` bytes, open for reading; a folder, pipe or device could block for ever.

    Raises OSError, Untrusted("bundle.too_large").
    """
    descriptor = os.open(path, os.O_RDONLY | _BINARY | getattr(os, "O_NONBLOCK", 0))
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EISDIR, "not a plain file")
        if found.st_size > limit:
            raise Untrusted("bundle.too_large")
    except BaseException:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def create_private(path: Path) -> BinaryIO:
    """Return a new empty file for its owner only, open for writing and reading; raises FileExistsError."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY
    return os.fdopen(os.open(path, flags, 0o600), "w+b")


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to the medium where the system offers it (not Windows, not every stick)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)


def settled(file: BinaryIO) -> None:
    """Force an open file to its medium, and have it read from there next time, not from memory (where that can be had).

    Raises OSError.
    """
    file.flush()
    os.fsync(file.fileno())
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def publish(part: Path, path: Path) -> None:
    """Give a finished file its name without ever replacing another, and make both durable."""
    if path.exists():
        raise FileExistsError(errno.EEXIST, "exists")
    part.rename(path)
    sync_folder(path.parent)


def require_new(path: Path) -> None:
    """Make sure that nothing lies at a path; raises Surroundings "medium.exists" and what looking there raises."""
    with watched():
        if path.exists():
            raise FileExistsError(errno.EEXIST, "exists")


@contextmanager
def new_part(path: Path) -> Iterator[Path]:
    """Give the name of an unfinished file beside `path`; whatever lies there after a failure is removed.

    Failures come out as Surroundings; "medium.exists" before anything is written where `path` is taken.
    """
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}{PART}")
    with watched():
        if path.exists():
            raise FileExistsError(errno.EEXIST, "exists")
        try:
            yield part
        except BaseException:
            with suppress(OSError):  # what failed first is what counts
                part.unlink(missing_ok=True)
            raise


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file that is whole or absent; never replaces another. Raises Surroundings."""
    with new_part(path) as part:
        with create_private(part) as file:
            file.write(content)
            settled(file)
        publish(part, path)


def read_small(path: Path, limit: int) -> bytes:
    """Return a small file; raises Untrusted("bundle.too_large") and Surroundings."""
    with watched(), open_plain(path, limit) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise Untrusted("bundle.too_large")
    return content


def intake(source: Path, folder: Path, progress: Progress = SILENT) -> Path:
    """Copy a file from a medium into a private folder and return the copy; the medium is not looked at again.

    Raises Untrusted("bundle.too_large"), Surroundings `medium.*` for the medium and `disk.*` for our own disk; leaves
    nothing behind then.
    """
    copy = folder / f"{secrets.token_hex(16)}{UNJUDGED}"
    with watched():
        file = open_plain(source, MAX_FILE)
    with file:
        try:
            with translated(), create_private(copy) as target:
                _copy(file, target, progress)
        except BaseException:
            with suppress(OSError):  # the next opening sweeps what is left
                copy.unlink(missing_ok=True)
            raise
    return copy


def _copy(file: BinaryIO, target: BinaryIO, progress: Progress) -> None:
    done, size = 0, os.fstat(file.fileno()).st_size
    while piece := _piece_of(file):
        done += len(piece)
        if done > MAX_FILE:
            raise Untrusted("bundle.too_large")
        target.write(piece)
        progress.step(done, max(size, done))


def _piece_of(file: BinaryIO) -> bytes:
    """Read from the medium; its failures are not our own disk's."""
    with watched():
        return file.read(_PIECE)
