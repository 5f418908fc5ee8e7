"""`python -m tests.faults.heavy FOLDER MEGABYTES stream|whole|desk`: an attachment goes in and comes out again.

Says how much more memory the process took at most, in KiB. `whole` takes it into memory, which has to show; `desk`
takes a file into a family's record, reads it back, hands a copy to another program and gives one away.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from kimdesk.app.compose import services
from kimdesk.base.errors import Cancelled
from kimdesk.base.progress import Cancel, Progress
from kimdesk.casework import attaching, attachments, family, giving
from kimdesk.casework.desk import NewDesk, create_desk
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.domain.declare import Code
from kimdesk.vault.vault import create
from tests.faults.world import TODAY
from tests.support.vaults import CHEAP, PASSPHRASE, PROFILE

PIECE = bytes(range(256)) * 256


class Stream:
    """A file of so many bytes that is nowhere; `stops` makes somebody cancel in the middle."""

    def __init__(self, size: int, *, stops: bool = False) -> None:
        self._left = size
        self._stop_at = size // 2 if stops else -1

    def read(self, size: int = -1, /) -> bytes:
        """Return the next piece."""
        if self._left < self._stop_at:
            raise Cancelled
        piece = PIECE[: min(size if size >= 0 else len(PIECE), self._left)]
        self._left -= len(piece)
        return piece


def peak_kib() -> int:
    """Return the most memory this program held; unlike `ru_maxrss` it starts anew with the program."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def main(folder: Path, size: int, *, whole: bool) -> None:
    """Store, read back, cancel another one; say what it took."""
    vault, _ = create(folder, kind="desk", label="B", passphrase=PASSPHRASE, clock=TODAY, policy=CHEAP)
    with vault:
        blobs, before = vault.blobs(), peak_kib()
        stored = blobs.put(Stream(size))
        digest = hashlib.sha256()
        for piece in [blobs.read(stored.blob_id, stored.key)] if whole else blobs.open(stored.blob_id, stored.key):
            digest.update(piece)
        assert (stored.size, digest.digest()) == (size, stored.sha256)
        blobs.delete(stored.blob_id)
        try:
            blobs.put(Stream(size, stops=True))
        except Cancelled:
            left = sum(1 for path in (folder / "blobs").rglob("*") if path.is_file())
            sys.stdout.write(f"{peak_kib() - before} {left}\n")


def at_the_desk(folder: Path, size: int) -> None:
    """Do all a case manager does with a large file; say what it took, and the files a cancelled one left."""
    new = NewDesk(folder=folder / "v", label="B", passphrase=PASSPHRASE, profile=PROFILE)
    film = folder / "film.bin"
    folder.mkdir()
    with film.open("wb") as file:
        file.truncate(size)
    desk, _ = create_desk(services(TODAY, CHEAP), new)
    with desk:
        case = create_family(desk, NewFamily(family_name="Dimitrova", municipality=Code("05566068")))
        before = peak_kib()
        added = attaching.add_file(desk, case, film)
        attachments.verify(desk, added.record)
        giving.save(desk, giving.prepare(desk, added.record, giving.OWN), folder / "copy.bin")
        assert (folder / "copy.bin").stat().st_size == size
        family.delete(desk, "attachment", added.record)
        kept = len(stored_in(folder / "v"))
        stop = Cancel()
        half = Progress(lambda done, total: stop.request() if done > total // 2 else None, stop)
        try:
            attaching.take_in(desk, film, progress=half)
        except Cancelled:
            sys.stdout.write(f"{peak_kib() - before} {len(stored_in(folder / 'v')) - kept}\n")


def stored_in(vault: Path) -> list[Path]:
    """Return the encrypted files of a vault."""
    return [path for path in (vault / "blobs").rglob("*") if path.is_file()]


if __name__ == "__main__":
    where, many = Path(sys.argv[1]), int(sys.argv[2]) << 20
    if sys.argv[3] == "desk":
        at_the_desk(where, many)
    else:
        main(where, many, whole=sys.argv[3] == "whole")
