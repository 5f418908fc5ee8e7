"""Nothing that was acknowledged is lost, whenever the program is killed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import in_memory
from tests.faults.killing import Report, Torture
from tests.faults.tallying import Tally
from tests.faults.world import make_world
from tests.support.tree import ROOT

forks = pytest.mark.skipif(sys.platform == "win32", reason="processes that begin as copies of one another")
NAMES = ("lock", "export", "send", "change the passphrase", "change the vault key", "back up", "restore", "take over")


def test_ten_kills_lose_nothing(tmp_path: Path, tally: Tally) -> None:
    report = Torture(tmp_path, seed=tally.seed).run(10)
    tally("kills while importing and typing", report.counts())
    sound(report)


def test_a_program_that_acknowledges_too_early_is_found_out(tmp_path: Path, tally: Tally) -> None:
    report = Torture(tmp_path, seed=tally.seed, program="tests.faults.lying_kimdesk").run(2)
    tally("acknowledged before it is written", report.counts(), sabotaged=True)
    assert report.lost


@pytest.mark.slow
def test_five_hundred_kills_lose_nothing(tmp_path: Path, tally: Tally) -> None:
    report = Torture(tmp_path, seed=tally.seed + 1).run(tally.portion(500))
    tally("kills while importing and typing", report.counts())
    sound(report)


# everything else the program does with files ---------------------------------------


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a world to be copied for each kill."""
    with in_memory(tmp_path_factory.mktemp("template")) as folder:
        make_world(folder)
        yield folder


def killed(
    template: Path, scratch: Path, tally: Tally, kills: int, names: Sequence[str], *, stop: float = 0.2
) -> list[dict[str, Any]]:
    """Kill operations at random moments and return what came of each kill."""
    command = [sys.executable, "-m", "tests.faults.killed_operations", str(template), str(scratch)]
    numbers = [str(kills), str(tally.seed), str(stop)]
    done = subprocess.run([*command, *numbers, *names], cwd=ROOT, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def told_of(kills: list[dict[str, Any]]) -> dict[str, int]:
    return {
        "kills": len(kills),
        "operations": len({each["operation"] for each in kills}),
        "before the end": sum(not each["done"] for each in kills),
        "findings": sum(len(each["findings"]) for each in kills),
    }


@forks
def test_operations_killed_in_the_middle_lose_nothing(template: Path, scratch: Path, tally: Tally) -> None:
    kills = killed(template, scratch, tally, 4, ("lock", "send", "change the vault key", "back up"))
    tally("kills while sending, copying, changing keys and more", told_of(kills))
    assert [each for each in kills if each["findings"]] == []
    assert len(kills) == 4


@pytest.mark.slow
@forks
def test_operations_killed_five_hundred_times_lose_nothing(template: Path, scratch: Path, tally: Tally) -> None:
    kills = killed(template, scratch, tally, max(len(NAMES), tally.portion(500)), NAMES, stop=10)
    tally("kills while sending, copying, changing keys and more; one stopped for ten seconds first", told_of(kills))
    assert [each for each in kills if each["findings"]] == []


def sound(report: Report) -> None:
    """Expect that nothing was lost and that the kills hit where it matters."""
    assert report.lost == []
    assert report.findings == []
    assert report.after_first >= 0.8 * report.kills
    assert report.acknowledged > report.after_first
