"""The folder `quarantine` of a vault: files from outside wait here to be judged, as they came, encrypted.

It exists only while something is in it: a copy being judged (swept when the vault is next opened, should the program
die meanwhile), a bundle that somebody has to clear up, or files of the vault itself that no record knows.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kimdesk.vault.files import PRIVATE_FOLDER
from kimdesk.vault.health import Finding
from kimdesk.vault.trouble import translated

QUARANTINE_NAME: Final = "quarantine"
UNJUDGED: Final = ".part"
SET_ASIDE: Final = ".blob"


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Path]:
    """Yield a vault's quarantine folder, which goes again if nothing is kept in it; raises Surroundings."""
    place = folder / QUARANTINE_NAME
    with translated():
        place.mkdir(PRIVATE_FOLDER, exist_ok=True)
    try:
        yield place
    finally:
        _leave(place)


def sweep(folder: Path) -> None:
    """Remove copies that were never judged to the end; what a read-only disk keeps is tried again next time."""
    place = folder / QUARANTINE_NAME
    with contextlib.suppress(OSError):
        for path in place.glob(f"*{UNJUDGED}"):
            path.unlink(missing_ok=True)
        _leave(place)


def set_aside(folder: Path, files: Iterable[Path]) -> None:
    """Move files nobody knows out of the way, without deleting them; raises Surroundings."""
    with opened(folder) as place, translated():
        for path in files:
            path.rename(place / f"{path.name}{SET_ASIDE}")


def findings(folder: Path) -> tuple[Finding, ...]:
    """Say how many bundles wait for somebody to clear them up, and how many unknown files were set aside."""
    with translated():
        kept = [path.suffix == SET_ASIDE for path in (folder / QUARANTINE_NAME).glob("*")]
    counted = (("check.quarantine", "bundles", kept.count(False)), ("check.set_aside", "files", kept.count(True)))
    return tuple(Finding(code, "notice", MappingProxyType({name: many})) for code, name, many in counted if many)


def _leave(place: Path) -> None:
    with contextlib.suppress(OSError):
        place.rmdir()
