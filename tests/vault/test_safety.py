"""Copies made before something big: they bring the vault back, attachments included, and do not pile up."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError
from kimdesk.vault import safety
from kimdesk.vault.info import read_info
from kimdesk.vault.opened import OpenVault
from kimdesk.vault.restore import restore
from kimdesk.vault.vault import unlock
from tests.vault.conftest import CHEAP, PASSPHRASE, Place


def copied(vault: OpenVault, clock: FixedClock, what: str = "import") -> Path:
    clock.advance(seconds=60)
    return safety.copy_before(vault, what, clock=clock).folder


def test_a_copy_brings_everything_back_with_the_attachments(vault: OpenVault, place: Place, tmp_path: Path) -> None:
    blob = vault.blobs().put(io.BytesIO(b"Bescheid"))
    copy = copied(vault, place.clock)
    vault.close()
    restore(copy, tmp_path / "neu", secret=PASSPHRASE, policy=CHEAP)
    with unlock(tmp_path / "neu", passphrase=PASSPHRASE, clock=place.clock, policy=CHEAP) as again:
        assert again.check() == ()
        assert again.blobs().read(blob.blob_id, blob.key) == b"Bescheid"


def test_two_of_each_reason_stay_and_nothing_after_a_month(vault: OpenVault, place: Place) -> None:
    for what in ("import", "import", "migration", "import"):
        copied(vault, place.clock, what)
    reasons = [each.folder.name.split()[2] for each in safety.copies(place.folder)]
    assert sorted(reasons) == ["import", "import", "migration"]
    place.clock.advance(days=31)
    vault.close()
    (place.folder / "before" / "left over.part").mkdir()
    place.open().close()
    assert list((place.folder / "before").iterdir()) == []


def test_a_copy_inside_the_vault_is_no_backup(vault: OpenVault, place: Place) -> None:
    copied(vault, place.clock)
    assert read_info(place.folder).last_backup_ms is None


def test_without_a_whole_copy_nothing_may_begin(
    vault: OpenVault, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = iter([{"note": 1}, {}])
    monkeypatch.setattr("kimdesk.vault.backup.row_counts", lambda _connection: next(found))
    with pytest.raises(KimError, match=r"backup\.failed_check"):
        copied(vault, place.clock)
    assert list((place.folder / "before").iterdir()) == []


def test_erasing_for_good_takes_the_copies_too(vault: OpenVault, place: Place) -> None:
    copied(vault, place.clock)
    safety.drop_all(place.folder)
    assert safety.copies(place.folder) == ()
