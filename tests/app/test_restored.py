"""A vault from a backup: the newest backup comes first, and a restoring that fails leaves no half vault behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from kimdesk.app import restored
from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError, Surroundings
from kimdesk.casework import backups
from kimdesk.casework.desk import Desk, Services
from tests.support.vaults import PASSPHRASE


@pytest.fixture
def stick(desk: Desk, tmp_path: Path) -> Path:
    """A folder with one backup."""
    place = tmp_path / "Sicherungen"
    place.mkdir()
    backups.back_up(desk, place)
    return place


def test_backups_are_found_the_newest_first(desk: Desk, stick: Path, clock: FixedClock, tmp_path: Path) -> None:
    clock.advance(days=1)
    newer = backups.back_up(desk, stick)
    first, second = restored.found_in(stick)
    assert (first.folder, first.backup_ms) == (newer.folder, newer.made_ms)
    assert restored.found_in(second.folder) == (second,)
    (tmp_path / "leer").mkdir()
    with pytest.raises(KimError, match=r"backup\.none_here"):
        restored.found_in(tmp_path / "leer")


def test_a_restoring_that_fails_at_the_end_leaves_nothing(
    services: Services, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_folder: Path) -> object:
        raise Surroundings("disk.full")

    (backup,), folder = restored.found_in(stick), tmp_path / "neu"
    with monkeypatch.context() as failing:
        failing.setattr(restored, "way_into", full)
        with pytest.raises(KimError, match=r"disk\.full"):
            restored.restore(services, backup.folder, folder, PASSPHRASE)
    assert not folder.exists()
    restored.restore(services, backup.folder, folder, PASSPHRASE).close()
    assert folder.is_dir()
