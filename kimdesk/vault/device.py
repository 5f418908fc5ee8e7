"""Is this a good place for a vault? Facts about disk and folder, and what follows from them: green, amber or red.

The vault itself is encrypted wherever it lies. What this looks for endangers it in other ways: folders that a sync
client copies half-written, shares where locks do not hold, and memory that the system writes to an open disk.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final, Literal

Light = Literal["green", "amber", "red"]
_ORDER: Final[tuple[Light, ...]] = ("green", "amber", "red")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskFacts:
    """What the system says of the disk a folder lies on; None where it does not say.

    `disk` names the disk, to tell two places apart; `swap_encrypted` is True where nothing is swapped out in the clear.
    """

    disk: str = ""
    network: bool = False
    removable: bool = False
    encrypted: bool | None = None
    swap_encrypted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything the check looks at; `sync` names the client that synchronises the vault's folder, or is empty."""

    vault: DiskFacts
    sync: str = ""
    backup: DiskFacts | None = None
    shared_account: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing found; `code` names its text in `errors.toml`."""

    code: str
    light: Light
    params: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DeviceCheck:
    """All points found, the worst first."""

    points: tuple[Point, ...]

    @property
    def light(self) -> Light:
        """The worst light; green where nothing was found."""
        return self.points[0].light if self.points else "green"


def judge(facts: Facts) -> DeviceCheck:
    """Say what speaks against this place and how much."""
    found = [*_folder(facts), *_disk(facts.vault), *_around(facts)]
    return DeviceCheck(tuple(sorted(found, key=lambda point: -_ORDER.index(point.light))))


def _folder(facts: Facts) -> list[Point]:
    found = []
    if facts.sync:
        found.append(_point("device.sync_folder", "red", client=facts.sync))
    if facts.vault.network:
        found.append(_point("device.network", "red"))
    if facts.vault.removable:
        found.append(_point("device.removable", "amber"))
    return found


def _disk(disk: DiskFacts) -> list[Point]:
    if disk.network:
        return []
    if disk.encrypted is None:
        return [_point("device.encryption_unknown", "amber")]
    if disk.encrypted:
        return [] if disk.swap_encrypted is not False else [_point("device.swap_open", "amber")]
    return [_point("device.not_encrypted", "amber" if disk.swap_encrypted else "red")]


def _around(facts: Facts) -> list[Point]:
    found = []
    if facts.shared_account:
        found.append(_point("device.shared_account", "amber"))
    if facts.backup is not None and facts.backup.disk and facts.backup.disk == facts.vault.disk:
        found.append(_point("device.backup_same_disk", "amber"))
    return found


def _point(code: str, light: Light, **params: str) -> Point:
    return Point(code=code, light=light, params=params)


# folders of sync clients ----------------------------------------------------------

_BY_NAME: Final = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "my drive": "Google Drive",
    "meine ablage": "Google Drive",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "hidrive": "HiDrive",
    "magentacloud": "MagentaCLOUD",
    "pclouddrive": "pCloud",
    "seafile": "Seafile",
    "sciebo": "sciebo",
    "syncthing": "Syncthing",
    "tresorit": "Tresorit",
}
_BY_MARKER: Final = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".sync_journal.db": "Nextcloud",
    ".stfolder": "Syncthing",
    ".seafile-data": "Seafile",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
}
_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def sync_client(folder: PurePath, *, exists: Callable[[PurePath], bool], environ: Mapping[str, str]) -> str:
    """Return the name of the client that synchronises a folder, or an empty text.

    Told by the folder OneDrive names, by the usual names of such folders, and by the files clients leave in them.
    """
    above = (folder, *folder.parents)
    roots = [environ[name].casefold() for name in _VARIABLES if environ.get(name)]
    if any(str(each).casefold() in roots for each in above):
        return "OneDrive"
    for each in above:
        named = each.name.casefold().split(" - ")[0].strip()
        if named in _BY_NAME:
            return _BY_NAME[named]
        for marker, client in _BY_MARKER.items():
            if exists(each / marker):
                return client
    return ""


# asking the system ------------------------------------------------------------------


def disk_facts(folder: Path) -> DiskFacts:
    """Return what this system says of the disk a folder lies on; never raises, unknown is None."""
    system: str = sys.platform
    if system == "linux":
        from kimdesk.vault.device_linux import linux_disk  # noqa: PLC0415 - this system only

        return linux_disk(folder.absolute(), Path("/"))
    if system == "win32":
        from kimdesk.vault.device_windows import Windows, windows_disk  # noqa: PLC0415 - this system only

        return windows_disk(PureWindowsPath(folder.absolute()), Windows())
    return DiskFacts()
