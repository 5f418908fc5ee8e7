"""Small files that must be whole or absent: written aside, forced to the disk, then put in place."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Final

from kimdesk.base.errors import Untrusted

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
ASIDE: Final = ".new"
_BINARY: Final = getattr(os, "O_BINARY", 0)


def write_durable(path: Path, content: bytes) -> None:
    """Put `content` at `path`: a crash leaves the old file or the new one; raises OSError."""
    aside = path.with_name(path.name + ASIDE)
    try:
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, PRIVATE_FILE)
        try:
            write_all(descriptor, content)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.replace(aside, path)  # noqa: PTH105 - one seam with the calls around it
    except OSError:
        with contextlib.suppress(OSError):  # what failed first is what counts
            aside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_all(descriptor: int, content: bytes) -> None:
    """Write every byte, however few the system takes at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def force(descriptor: int) -> None:
    """Force a file to the disk and out of the system's memory, so that reading it back reads the disk."""
    os.fsync(descriptor)
    if sys.platform == "linux":
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def create_empty(path: Path) -> None:
    """Create an empty private file that must not exist yet; raises OSError."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, PRIVATE_FILE))


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to the disk; Windows does so by itself and offers no call."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def nested_files(folder: Path) -> list[Path]:
    """Return the files in a folder's folders; raises OSError where one cannot be read, which a glob leaves out."""
    return sorted(path for below in folder.iterdir() if below.is_dir() for path in below.iterdir())


def read_bounded(path: Path, limit: int, *, code: str) -> bytes:
    """Return a small file's bytes; raises Untrusted(code) where there are more than `limit`, or OSError."""
    with path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise Untrusted(code)
    return content
