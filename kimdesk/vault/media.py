"""Backups and bundles never share a medium: whoever carries a bundle to the office must not lose the backup with it.

Both kinds are marked by a small text file, in the folder used and at the root of a stick or drive of its own.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

from kimdesk.vault.info import MANIFEST_NAME

BACKUPS: Final = "KIM-Sicherungen.txt"
BUNDLES: Final = "KIM-Austausch.txt"
BUNDLE_SUFFIX: Final = ".kimb"
_TEXT: Final = {
    BACKUPS: "Hier liegen Sicherungen von KIM Desk. Bitte nicht zugleich für Austauschpakete verwenden.\r\n"
    "Backups of KIM Desk are kept here. Please do not use this place for sync bundles as well.\r\n",
    BUNDLES: "Auf diesem Datenträger reisen Austauschpakete von KIM Desk. Bitte nicht zugleich für Sicherungen "
    "verwenden.\r\nSync bundles of KIM Desk travel on this medium. Please do not use it for backups as well.\r\n",
}
_MOUNTED_BELOW: Final = ("media", "mnt", "run", "Volumes")


def medium_root(path: Path) -> Path | None:
    """Return the root of the stick or drive a path lies on, or None on the computer's own disk."""
    root = next((each for each in _up(path) if os.path.ismount(each)), None)
    return root if root is not None and is_apart(root, Path.home()) else None


def is_apart(root: PurePath, home: PurePath) -> bool:
    """Tell whether a mounted root is a medium of its own: another drive letter, or mounted where sticks are."""
    if root.drive or home.drive:
        return root.drive.casefold() != home.drive.casefold()
    return len(root.parts) > 1 and root.parts[1] in _MOUNTED_BELOW


def holds_backups(path: Path) -> bool:
    """Tell whether the medium a path lies on keeps backups."""
    return any(_holds(folder, BACKUPS) or _holds(folder, MANIFEST_NAME) for folder in _up(path))


def holds_bundles(path: Path) -> bool:
    """Tell whether the medium a path lies on carries bundles, or the folder itself holds one."""
    if any(_holds(folder, BUNDLES) for folder in _up(path)):
        return True
    with contextlib.suppress(OSError):
        return any(each.suffix == BUNDLE_SUFFIX for each in path.iterdir())
    return False


def mark(place: Path, name: str) -> None:
    """Say on a medium what it is for: always in a folder of backups, and at the root of a stick; raises OSError."""
    root = medium_root(place)
    if name == BACKUPS:
        _write(place, name)
    if root is not None:
        with contextlib.suppress(OSError):  # a root nobody may write to; the folder tells
            _write(root, name)


def _write(folder: Path, name: str) -> None:
    if not (folder / name).is_file():
        (folder / name).write_text(_TEXT[name], encoding="utf-8", newline="")


def _holds(folder: Path, name: str) -> bool:
    """Tell whether a folder holds a file; one that may not be looked into, such as a parent's, tells nothing."""
    try:
        return (folder / name).is_file()
    except OSError:
        return False


def _up(path: Path) -> Iterator[Path]:
    """Yield a folder and those above it, up to the root of its medium."""
    here = path.absolute()
    for folder in (here, *here.parents):
        yield folder
        if os.path.ismount(folder):
            return
