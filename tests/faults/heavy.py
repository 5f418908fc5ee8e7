"""`python -m tests.faults.heavy FOLDER MEGABYTES stream|whole`: an attachment goes in and comes out again.

Says how much more memory the process took at most, in KiB. `whole` takes it into memory, which has to show.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from kimdesk.base.errors import Cancelled
from kimdesk.vault.vault import create
from tests.faults.world import TODAY
from tests.support.vaults import CHEAP, PASSPHRASE

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


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) << 20, whole=sys.argv[3] == "whole")
