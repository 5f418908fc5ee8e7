"""A vault that is restored only to be looked at, and taken away again whatever happens."""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kimdesk.base.errors import KimError
from kimdesk.vault.lockfile import VaultLock

DRILL: Final = "Probe"
COUNT: Final = "Zählung"
_TRIAL: Final = re.compile(rf"(?:{DRILL}|{COUNT}) [0-9a-f]{{8}}")


@contextlib.contextmanager
def trial(near: Path, name: str) -> Iterator[Path]:
    """Yield a folder, not made yet, for a trial; `name` is DRILL or COUNT.

    It is gone afterwards. What a disk in trouble keeps is taken away before the next trial there.
    """
    for left in _left_in(near):
        _remove(left)
    folder = near / f"{name} {secrets.token_hex(4)}"
    try:
        yield folder
    finally:
        _remove(folder)


def _left_in(near: Path) -> list[Path]:
    """Return trials that were not taken away and that nobody is at work in."""
    with contextlib.suppress(OSError):
        there = [path for path in near.iterdir() if _TRIAL.fullmatch(unicodedata.normalize("NFC", path.name))]
        return [path for path in there if path.is_dir() and _is_free(path)]
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
