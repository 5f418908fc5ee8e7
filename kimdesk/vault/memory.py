"""Keeps secrets out of core dumps and other processes' reach, as far as a Python process can."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Final

_PR_SET_DUMPABLE: Final = 4


def wipe(*secrets: bytearray) -> None:
    """Overwrite secrets with zeros; copies the interpreter made are beyond reach."""
    for secret in secrets:
        secret[:] = bytes(len(secret))


def harden_process() -> None:
    """Switch core dumps off and, on Linux and Windows, keep other processes from reading this one's memory."""
    if sys.platform == "win32":
        from kimdesk.vault.memory_windows import Native, harden  # noqa: PLC0415 - Windows only

        harden(Native())
        return
    import resource  # noqa: PLC0415 - POSIX only

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # inside Flatpak and Snap an undumpable process can no longer open the file chooser's portal
    if sys.platform == "linux" and not {"FLATPAK_ID", "SNAP"} & os.environ.keys():
        _forbid_dumping()


def _forbid_dumping() -> None:
    import ctypes  # noqa: PLC0415 - Linux only

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
