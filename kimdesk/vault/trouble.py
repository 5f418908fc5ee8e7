"""Says what really went wrong: failures of the system and of the database as codes the user can act on."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from typing import Final

from sqlcipher3 import dbapi2

from kimdesk.base.errors import Cancelled, KimError, Surroundings, Untrusted

_BY_ERRNO: Final = {
    errno.ENOSPC: "disk.full",
    errno.EDQUOT: "disk.full",
    errno.EFBIG: "disk.full",
    errno.EACCES: "disk.no_permission",
    errno.EPERM: "disk.no_permission",
    errno.EROFS: "disk.read_only",
    errno.EIO: "disk.failing",
    errno.ENOENT: "disk.gone",
    errno.ENOTDIR: "disk.gone",
    errno.ENODEV: "disk.gone",
    errno.ENXIO: "disk.gone",
}
_BY_RESULT: Final = {
    3: "disk.no_permission",  # PERM
    5: "vault.busy",  # BUSY
    6: "vault.busy",  # LOCKED
    8: "disk.read_only",  # READONLY
    10: "disk.failing",  # IOERR
    13: "disk.full",  # FULL
}
CANNOT_OPEN: Final = 14
_BY_MESSAGE: Final = {
    "database or disk is full": 13,
    "disk I/O error": 10,
    "unable to open database file": CANNOT_OPEN,
    "attempt to write a readonly database": 8,
    "database is locked": 5,
    "database disk image is malformed": 11,
    "file is not a database": 26,
}
"""What the driver says where it gives no number: copying a database does so."""
_INTERRUPTED: Final = 9  # INTERRUPT, as locking does to whoever still reads
_DAMAGED: Final = {11, 26}  # CORRUPT, NOTADB


def from_os_error(error: OSError) -> Surroundings:
    """Return the failure of a file operation by its true cause; names no path, for paths may hold names."""
    code = _BY_ERRNO.get(error.errno or 0)
    if code is None:
        return Surroundings("disk.other", cause=errno.errorcode.get(error.errno or 0, "?"))
    return Surroundings(code)


def from_database_error(error: BaseException) -> KimError | None:
    """Return the database's failure as a code, or None for a bug of ours (bad SQL, a constraint)."""
    if isinstance(error, MemoryError):  # SQLCipher reports pages it cannot read this way in places
        return Surroundings("disk.failing")
    result = getattr(error, "sqlite_errorcode", None) or _BY_MESSAGE.get(str(error))
    if not isinstance(result, int):
        return None
    primary = result & 0xFF
    if primary in _DAMAGED:
        return Untrusted("vault.damaged")
    if primary == _INTERRUPTED:
        return Cancelled()
    if primary == CANNOT_OPEN:  # SQLite does not say why
        return Surroundings("disk.other", cause="CANTOPEN")
    code = _BY_RESULT.get(primary)
    return Surroundings(code) if code else None


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Run a block whose system and database failures come out as KimError."""
    try:
        yield
    except OSError as error:
        raise from_os_error(error) from error
    except (dbapi2.Error, MemoryError) as error:
        known = from_database_error(error)
        if known is None:
            raise
        raise known from error
