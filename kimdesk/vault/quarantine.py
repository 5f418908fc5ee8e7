"""The folder `quarantine` of a vault: files from outside wait here to be judged, as they came, encrypted.

It exists only while something is in it: a copy being judged (swept when the vault is next opened, should the program
die meanwhile), or a bundle that somebody has to clear up.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kimdesk.vault.files import PRIVATE_FOLDER
from kimdesk.vault.health import Finding
from kimdesk.vault.trouble import translated

QUARANTINE_NAME: Final = "quarantine"
UNJUDGED: Final = ".part"


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


def findings(folder: Path) -> tuple[Finding, ...]:
    """Say how many bundles wait for somebody to clear them up."""
    with translated():
        kept = sum(1 for _ in (folder / QUARANTINE_NAME).glob("*"))
    return (Finding("check.quarantine", "notice", MappingProxyType({"bundles": kept})),) if kept else ()


def _leave(place: Path) -> None:
    with contextlib.suppress(OSError):
        place.rmdir()
