"""The device check: what follows from the facts, and how the facts are read from a system made for the test."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from kimdesk.casework.device import check_device
from kimdesk.vault.device import DiskFacts, Facts, Light, disk_facts, judge, sync_client
from kimdesk.vault.device_linux import linux_disk
from kimdesk.vault.device_windows import FIXED, REMOTE, REMOVABLE, windows_disk

GOOD = DiskFacts(disk="sda", encrypted=True, swap_encrypted=True)


def disk(encrypted: bool | None, swap: bool | None = True) -> DiskFacts:
    return DiskFacts(encrypted=encrypted, swap_encrypted=swap)


@pytest.mark.parametrize(
    ("facts", "light", "codes"),
    [
        (Facts(vault=GOOD), "green", []),
        (Facts(vault=GOOD, backup=DiskFacts(disk="sdb")), "green", []),
        (Facts(vault=GOOD, backup=GOOD), "amber", ["backup_same_disk"]),
        (Facts(vault=DiskFacts(), backup=DiskFacts()), "amber", ["encryption_unknown"]),
        (Facts(vault=disk(True, None)), "green", []),
        (Facts(vault=disk(True, False)), "amber", ["swap_open"]),
        (Facts(vault=disk(False, True)), "amber", ["not_encrypted"]),
        (Facts(vault=disk(False, False)), "red", ["not_encrypted"]),
        (Facts(vault=disk(False, None)), "red", ["not_encrypted"]),
        (Facts(vault=GOOD, sync="Dropbox", shared_account=True), "red", ["sync_folder", "shared_account"]),
        (Facts(vault=DiskFacts(network=True)), "red", ["network"]),
        (Facts(vault=DiskFacts(removable=True, encrypted=True)), "amber", ["removable"]),
    ],
)
def test_what_follows_from_the_facts(facts: Facts, light: Light, codes: list[str]) -> None:
    found = judge(facts)
    assert found.light == light
    assert [point.code for point in found.points] == [f"device.{code}" for code in codes]


@pytest.mark.parametrize(
    ("folder", "client"),
    [
        ("/home/m/Tresor", ""),
        ("/home/m/Dropbox/KIM/Tresor", "Dropbox"),
        ("/home/m/Nextcloud/Tresor", "Nextcloud"),
        ("/home/m/OneDrive - Kreis Steinfurt/Tresor", "OneDrive"),
        ("/home/m/Arbeit/Tresor", "Syncthing"),
        ("/home/m/Wolke/Tresor", "OneDrive"),
        ("/home/m/Dropboxen/Tresor", ""),
    ],
)
def test_sync_folders_are_known_by_name_marker_or_the_system(folder: str, client: str) -> None:
    markers = {PurePosixPath("/home/m/Arbeit/.stfolder")}
    environ = {"OneDriveCommercial": "/home/m/Wolke", "OneDrive": ""}
    assert sync_client(PurePosixPath(folder), exists=markers.__contains__, environ=environ) == client


# Linux ------------------------------------------------------------------------------


@dataclass
class System:
    """A made-up /proc and /sys."""

    root: Path
    mounts: list[str] = field(default_factory=list)

    def mount(self, number: str, point: str, kind: str, source: str) -> None:
        self.mounts.append(f"20 1 {number} / {point} rw,relatime - {kind} {source} rw")
        self.write("proc/self/mountinfo", "\n".join(self.mounts))

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text + "\n", "utf-8")

    def device(self, place: str, number: str, **files: str) -> None:
        """Make a device below /sys/devices, found by number and by name."""
        folder = self.root / "sys/devices" / place
        for name, text in files.items():
            self.write(f"sys/devices/{place}/{name.replace('__', '/')}", text)
        folder.mkdir(parents=True, exist_ok=True)
        for link in (f"sys/dev/block/{number}", f"sys/class/block/{folder.name}"):
            path = self.root / link
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(folder)

    def below(self, place: str, slave: str) -> None:
        slaves = self.root / "sys/devices" / place / "slaves"
        slaves.mkdir(exist_ok=True)
        (slaves / slave.rpartition("/")[2]).symlink_to(self.root / "sys/devices" / slave)

    def facts(self, folder: str) -> DiskFacts:
        return linux_disk(Path(folder), self.root)


@pytest.fixture
def system(tmp_path: Path) -> System:
    """A laptop: an open disk, a volume in an encrypted partition, a stick."""
    made = System(tmp_path)
    made.write("proc/swaps", "Filename Type Size Used Priority")
    made.device("pci/sda", "8:0", removable="0")
    made.device("pci/sda/sda1", "8:1", partition="1")
    made.device("pci/sda/sda2", "8:2", partition="2")
    made.device("virtual/dm-0", "253:0", dm__uuid="CRYPT-LUKS2-abc", dm__name="luks")
    made.device("virtual/dm-1", "253:1", dm__uuid="LVM-abc", dm__name="vg-home")
    made.below("virtual/dm-0", "pci/sda/sda2")
    made.below("virtual/dm-1", "virtual/dm-0")
    made.device("pci/usb1/sdb", "8:16", removable="1")
    made.device("pci/usb1/sdb/sdb1", "8:17", partition="1")
    made.mount("8:1", "/", "ext4", "/dev/sda1")
    made.mount("253:1", "/home", "ext4", "/dev/mapper/vg-home")
    made.mount("8:17", r"/media/m/MEIN\040STICK", "vfat", "/dev/sdb1")
    return made


def test_an_encrypted_volume_is_found_below_the_others(system: System) -> None:
    home = system.facts("/home/m/Tresor")
    assert (home.encrypted, home.removable, home.network, home.swap_encrypted) == (True, False, False, True)
    assert system.facts("/srv/Tresor").encrypted is False


def test_a_stick_is_known_though_its_name_has_a_blank(system: System) -> None:
    stick = system.facts("/media/m/MEIN STICK/Tresor")
    assert (stick.removable, stick.encrypted, stick.disk) == (True, False, "sdb")
    assert system.facts("/srv").disk == "sda"


def test_a_file_system_with_a_number_of_its_own_is_found_by_its_source(system: System) -> None:
    system.mount("0:40", "/home", "btrfs", "/dev/mapper/luks")
    assert system.facts("/home/m").encrypted is True


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_share_is_a_share(system: System, kind: str) -> None:
    system.mount("0:50", "/mnt/amt", kind, "//server/ablage")
    found = system.facts("/mnt/amt/Tresor")
    assert (found.network, found.encrypted) == (True, None)


@pytest.mark.parametrize(
    ("swaps", "encrypted"),
    [
        ("/dev/zram0 partition 1 0 100", True),
        ("/dev/sda1 partition 1 0 -2", False),
        ("/dev/mapper/luks partition 1 0 -2", True),
        ("/dev/dm-0 partition 1 0 -2", True),
        ("/swapfile file 1 0 -2", False),
        ("/home/swapfile file 1 0 -2", True),
        ("/dev/nowhere partition 1 0 -2", None),
        ("/dev/nowhere partition 1 0 -2\n/swapfile file 1 0 -2", False),
    ],
)
def test_what_is_swapped_out_in_the_clear(system: System, swaps: str, encrypted: bool | None) -> None:
    system.write("proc/swaps", f"Filename Type Size Used Priority\n{swaps}")
    assert system.facts("/home/m").swap_encrypted is encrypted


def test_a_system_that_says_nothing_is_unknown_not_good(tmp_path: Path) -> None:
    assert linux_disk(Path("/home/m"), tmp_path) == DiskFacts()
    assert judge(Facts(vault=DiskFacts())).light == "amber"


# Windows ----------------------------------------------------------------------------


@dataclass
class FakeWindows:
    """Answers as Windows would."""

    kind: int = FIXED
    state: int | None = 1
    system: int | None = 1

    def drive_type(self, _root: str) -> int:
        return self.kind

    def bitlocker(self, root: str) -> int | None:
        return self.system if root == "C:\\" else self.state

    def system_root(self) -> str:
        return "C:\\"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (FakeWindows(), DiskFacts(disk="d:\\", encrypted=True, swap_encrypted=True)),
        (FakeWindows(state=2, system=2), DiskFacts(disk="d:\\", encrypted=False, swap_encrypted=False)),
        (FakeWindows(state=5), DiskFacts(disk="d:\\", encrypted=False, swap_encrypted=True)),
        (FakeWindows(state=3, system=None), DiskFacts(disk="d:\\")),
        (FakeWindows(kind=REMOVABLE, state=None), DiskFacts(disk="d:\\", removable=True, swap_encrypted=True)),
        (FakeWindows(kind=REMOTE, state=None), DiskFacts(disk="d:\\", network=True, swap_encrypted=True)),
    ],
)
def test_what_windows_says(asked: FakeWindows, expected: DiskFacts) -> None:
    assert windows_disk(PureWindowsPath("D:\\Tresor"), asked) == expected


def test_a_windows_share_is_a_share() -> None:
    assert windows_disk(PureWindowsPath("\\\\server\\ablage\\Tresor"), FakeWindows()).network


# this machine -----------------------------------------------------------------------


def test_this_system_answers_without_raising(tmp_path: Path) -> None:
    assert isinstance(disk_facts(tmp_path), DiskFacts)
    assert check_device(tmp_path / "noch nicht da", tmp_path).light in {"green", "amber", "red"}
