"""What Linux says of a disk, read from /proc and /sys alone: no program is started, no right is needed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from kimdesk.vault.device import DiskFacts

_NETWORK: Final = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "davfs",
    "fuse.sshfs", "fuse.davfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.glusterfs",
}  # fmt: skip
_ENCRYPTING: Final = {"ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs"}
_IN_MEMORY: Final = {"tmpfs", "ramfs"}
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of mountinfo: device number ("8:1"), where it is mounted, file system, and what was mounted."""

    number: str
    point: PurePosixPath
    kind: str
    source: str


def linux_disk(folder: Path, root: Path) -> DiskFacts:
    """Return the facts about the disk of `folder`; `root` is where /proc and /sys are found."""
    system = _System(root)
    mount = system.mount_of(PurePosixPath(folder.as_posix()))
    if mount is None:
        return DiskFacts()
    block = system.block(mount)
    return DiskFacts(
        disk=block.resolve().parent.name if block is not None and (block / "partition").exists() else mount.number,
        network=mount.kind in _NETWORK,
        removable=block is not None and system.is_removable(block),
        encrypted=system.is_encrypted(mount, block),
        swap_encrypted=system.swap_is_encrypted(),
    )


class _System:
    def __init__(self, root: Path) -> None:
        self._root = root

    def mount_of(self, folder: PurePosixPath) -> Mount | None:
        """Return the mount a folder lies on: the deepest above it, the last of those on one point."""
        above = [mount for mount in self._mounts() if folder.is_relative_to(mount.point)]
        return max(enumerate(above), key=lambda each: (len(each[1].point.parts), each[0]))[1] if above else None

    def _mounts(self) -> Iterator[Mount]:
        for line in self._text("proc/self/mountinfo").splitlines():
            left, _, right = line.partition(" - ")
            fields, about = left.split(), right.split()
            if len(fields) > 4 and len(about) > 1:
                yield Mount(fields[2], PurePosixPath(_unescaped(fields[4])), about[0], _unescaped(about[1]))

    def block(self, mount: Mount) -> Path | None:
        """Return the folder in /sys of the device a file system lies on, or None where there is no such device."""
        by_number = self._root / "sys/dev/block" / (mount.number or "none")
        by_name = self._root / "sys/class/block" / PurePosixPath(mount.source).name
        for path in (by_number, by_name):
            if path.exists():
                return path.resolve()
        return self._mapped(mount.source)

    def _mapped(self, source: str) -> Path | None:
        """Return the device that device-mapper calls by the name in /dev/mapper."""
        wanted = PurePosixPath(source)
        if wanted.parent != PurePosixPath("/dev/mapper"):
            return None
        for path in (self._root / "sys/class/block").glob("dm-*"):
            if self._text_of(path / "dm/name") == wanted.name:
                return path.resolve()
        return None

    def is_removable(self, block: Path) -> bool:
        """Tell whether a device, or the disk it is a part of, can be pulled out."""
        return any(self._text_of(path / "removable") == "1" for path in (block, block.parent)) or "/usb" in str(block)

    def is_encrypted(self, mount: Mount, block: Path | None) -> bool | None:
        """Tell whether everything written to a file system is encrypted on its way to the disk."""
        if mount.kind in _ENCRYPTING:
            return True
        if mount.kind in _IN_MEMORY:
            return self.swap_is_encrypted()
        return None if block is None else self._goes_through_crypt(block, _DEEPEST)

    def _goes_through_crypt(self, block: Path, depth: int) -> bool:
        if self._text_of(block / "dm/uuid").startswith("CRYPT-"):
            return True
        below = list((block / "slaves").glob("*")) if depth else []
        return bool(below) and all(self._goes_through_crypt(each.resolve(), depth - 1) for each in below)

    def swap_is_encrypted(self) -> bool | None:
        """Tell whether nothing is swapped out in the clear; memory that is only compressed stays in memory."""
        lines = self._text("proc/swaps").splitlines()[1:]
        answers = [self._swap(line.split()) for line in lines if line.split()]
        if False in answers:
            return False
        return None if None in answers else True

    def _swap(self, fields: list[str]) -> bool | None:
        path = PurePosixPath(_unescaped(fields[0]))
        if path.name.startswith("zram"):
            return True
        if "file" in fields[1:2]:
            mount = self.mount_of(path)
            return None if mount is None else self.is_encrypted(mount, self.block(mount))
        block = self.block(Mount("", path, "swap", str(path)))
        return None if block is None else self._goes_through_crypt(block, _DEEPEST)

    def _text(self, name: str) -> str:
        return self._text_of(self._root / name)

    @staticmethod
    def _text_of(path: Path) -> str:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return path.read_text("utf-8").strip()
        return ""


def _unescaped(field: str) -> str:
    """Return a path as it is; the kernel writes blanks and the like in octal."""
    for octal in ("040", "011", "012", "134"):
        field = field.replace(f"\\{octal}", chr(int(octal, 8)))
    return field
