"""Of several processes that open one vault at the same moment exactly one gets in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.flipping import database_victim
from tests.faults.tallying import Tally
from tests.support.tree import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes that begin as copies of one another")
PROCESSES = 6


def raced(vault: Path, rounds: int, *words: str) -> list[tuple[int, int, int]]:
    """Return for each round how many got in, were told that the vault is in use, met something else."""
    command = [sys.executable, "-m", "tests.faults.racing", str(vault), str(PROCESSES), str(rounds), *words]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return [(int(got), int(refused), int(other)) for got, refused, other in map(str.split, done.stdout.splitlines())]


def told(rounds: list[tuple[int, int, int]]) -> dict[str, int]:
    return {
        "rounds": len(rounds),
        "got in": sum(got for got, _, _ in rounds),
        "told that it is in use": sum(refused for _, refused, _ in rounds),
        "met something else": sum(other for _, _, other in rounds),
    }


def test_exactly_one_gets_in(scratch: Path, tally: Tally) -> None:
    rounds = raced(database_victim(scratch / "v").folder, 6)
    tally(f"{PROCESSES} processes at once", told(rounds))
    assert rounds == [(1, PROCESSES - 1, 0)] * 6


@pytest.mark.slow
def test_exactly_one_gets_in_every_time(scratch: Path, tally: Tally) -> None:
    number = tally.portion(1000)
    rounds = raced(database_victim(scratch / "v").folder, number)
    tally(f"{PROCESSES} processes at once", told(rounds))
    assert rounds == [(1, PROCESSES - 1, 0)] * number


def test_a_lock_that_does_nothing_is_found_out(scratch: Path, tally: Tally) -> None:
    rounds = raced(database_victim(scratch / "v").folder, 2, "unlocked")
    tally("a system without locks", told(rounds), sabotaged=True)
    assert any(got != 1 for got, _, _ in rounds)
