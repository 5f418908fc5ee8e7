"""Nothing that was acknowledged is lost, whenever the program is killed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.conftest import Tally
from tests.faults.killing import Report, Torture


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


def sound(report: Report) -> None:
    """Expect that nothing was lost and that the kills hit where it matters."""
    assert report.lost == []
    assert report.findings == []
    assert report.after_first >= 0.8 * report.kills
    assert report.acknowledged > report.after_first
