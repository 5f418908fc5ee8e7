"""One process per vault: the system's lock on the file `lock`, held for life; a stale file is no lock."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Final

from kimdesk.base.errors import Surroundings
from kimdesk.vault.files import PRIVATE_FILE
from kimdesk.vault.trouble import from_os_error

LOCK_NAME: Final = "lock"
_TAKEN: Final = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_UNSUPPORTED: Final = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}


class VaultLock:
    """The held lock; `release` gives it back. The file stays, empty, for the next process."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def acquire(cls, folder: Path) -> VaultLock:
        """Take the lock at once; raises Surroundings `vault.in_use`, `vault.no_locking`, `disk.*`."""
        path = folder / LOCK_NAME
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
        except OSError as error:
            raise from_os_error(error) from error
        try:
            _take(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise _lock_trouble(error) from error
        return cls(descriptor)

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _take(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows only

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - POSIX only

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock_trouble(error: OSError) -> Surroundings:
    if error.errno in _TAKEN:
        return Surroundings("vault.in_use")
    if error.errno in _UNSUPPORTED:
        return Surroundings("vault.no_locking")
    return from_os_error(error)
