"""A large attachment goes through in pieces, and one that is cancelled leaves nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.tallying import Tally
from tests.support.tree import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is counted in KiB on Linux alone"),
]
MOST_KIB = 150 << 10


def taken(folder: Path, megabytes: int, how: str) -> tuple[int, int]:
    """Return the memory taken at most, in KiB, and the files a cancelled attachment left."""
    command = [sys.executable, "-m", "tests.faults.heavy", str(folder), str(megabytes), how]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    memory, left = done.stdout.split()
    return int(memory), int(left)


def test_a_large_attachment_goes_through_in_pieces(tmp_path: Path, tally: Tally) -> None:
    megabytes = tally.portion(500)
    memory, left = taken(tmp_path / "v", megabytes, "stream")
    tally(f"{megabytes} MB in and out, then cancelled", {"KiB of memory": memory, "files left": left})
    assert memory < MOST_KIB
    assert left == 0


def test_a_large_file_of_a_family_goes_through_in_pieces(tmp_path: Path, tally: Tally) -> None:
    megabytes = tally.portion(500)
    memory, left = taken(tmp_path / "d", megabytes, "desk")
    tally(f"{megabytes} MB for a family, read back, given", {"KiB of memory": memory, "files left": left})
    assert memory < MOST_KIB
    assert left == 0


def test_an_attachment_taken_whole_is_found_out(tmp_path: Path, tally: Tally) -> None:
    memory, _ = taken(tmp_path / "v", 300, "whole")
    tally("300 MB at once", {"KiB of memory": memory}, sabotaged=True)
    assert memory > MOST_KIB
