"""A vault that is restored only to be looked at, and taken away again whatever happens."""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kimdesk.base.errors import KimError
from kimdesk.vault.lockfile import VaultLock

_PREFIX: Final = "KIM-Probe-"
_TRIAL: Final = re.compile(rf"{_PREFIX}[0-9a-f]{{16}}")
"""Longer than any date or number: a vault that somebody named himself is never taken for a trial."""


@contextlib.contextmanager
def trial(near: Path) -> Iterator[Path]:
    """Yield a folder beside the vaults, not made yet, for a trial.

    It is gone afterwards. What a disk in trouble keeps is taken away before the next trial there.
    """
    for left in _left_in(near):
        _remove(left)
    folder = near / f"{_PREFIX}{secrets.token_hex(8)}"
    try:
        yield folder
    finally:
        _remove(folder)


def _left_in(near: Path) -> list[Path]:
    """Return trials that were not taken away and that nobody is at work in."""
    with contextlib.suppress(OSError):
        return [path for path in near.iterdir() if _TRIAL.fullmatch(path.name) and path.is_dir() and _is_free(path)]
    return []


def _is_free(folder: Path) -> bool:
    try:
        VaultLock.acquire(folder).release()
    except KimError:
        return False
    return True


def _remove(folder: Path) -> None:
    for _ in range(2):  # a disk that stumbles once is asked again
        shutil.rmtree(folder, ignore_errors=True)
