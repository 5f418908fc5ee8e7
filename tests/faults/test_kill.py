"""Nothing that was acknowledged is lost, whenever the program is killed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults.killing import Report, Torture


def test_ten_kills_lose_nothing(tmp_path: Path) -> None:
    sound(Torture(tmp_path, seed=20261120).run(10))


@pytest.mark.slow
def test_two_hundred_kills_lose_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = Torture(tmp_path, seed=200).run(200)
    with capsys.disabled():
        sys.stdout.write(f"\n{report.line()}\n")
    sound(report)


def sound(report: Report) -> None:
    """Expect that nothing was lost and that the kills hit where it matters."""
    assert report.lost == []
    assert report.findings == []
    assert report.after_first >= 0.8 * report.kills
    assert report.acknowledged > report.after_first
