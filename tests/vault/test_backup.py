"""A backup counts only when it is whole; whatever goes wrong, vault and earlier backups stay as they were."""

from __future__ import annotations

import io
import itertools
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kimdesk.base.errors import Cancelled, KimError
from kimdesk.base.progress import Cancel, Progress
from kimdesk.vault import backup as backups
from kimdesk.vault import restore as restoring
from kimdesk.vault.backup import BackupInfo, back_up, backups_in, read_backup, verify_files
from kimdesk.vault.blobs import StoredBlob
from kimdesk.vault.info import read_info
from kimdesk.vault.opened import OpenVault
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.restore import restore
from kimdesk.vault.vault import unlock
from tests.faults.tallying import Tally
from tests.vault.conftest import CHEAP, PASSPHRASE, Place

SECRET = b"Elena Dimitrova, Ochtrup"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "Stick"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(vault: OpenVault) -> Iterator[tuple[OpenVault, StoredBlob]]:
    connection = vault.connect("writer")
    connection.execute("CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT)")
    connection.executemany("INSERT INTO note (text) VALUES (?)", [(SECRET.decode(),)] * 500)
    yield vault, vault.blobs().put(io.BytesIO(SECRET * 3000))
    connection.close()


def made(vault: OpenVault, stick: Path, place: Place) -> BackupInfo:
    return back_up(vault, stick, clock=place.clock)


def notes(vault: OpenVault) -> int:
    connection = vault.connect("query")
    try:
        return int(connection.execute("SELECT count(*) FROM note").fetchone()[0])
    finally:
        connection.close()


def drilled(
    filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path, new: Path, secret: str | RecoveryCode
) -> dict[str, int]:
    """Back up and restore with a secret; count the records and attachments that are not there as they were."""
    vault, blob = filled
    with place_of(restore(made(vault, stick, place).folder, new, secret=secret, policy=CHEAP), place) as again:
        missing = rows(vault) - rows(again)
        whole = again.blobs().read(blob.blob_id, blob.key) == SECRET * 3000
        return {
            "restored": 1,
            "records compared": rows(vault).total(),
            "records missing": missing.total() + (not whole),
            "findings": len(again.check()),
        }


def rows(vault: OpenVault) -> Counter[tuple[int, str]]:
    connection = vault.connect("query")
    try:
        return Counter(connection.execute("SELECT n, text FROM note").fetchall())
    finally:
        connection.close()


@pytest.mark.parametrize("way", ["passphrase", "recovery code"])
def test_what_is_restored_is_what_was_backed_up(
    way: str, filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path, tmp_path: Path, tally: Tally
) -> None:
    counts = drilled(filled, place, stick, tmp_path / "neu", place.code if way == "recovery code" else PASSPHRASE)
    tally(f"back up, restore by {way}, compare", counts)
    assert (counts["records compared"], counts["records missing"], counts["findings"]) == (500, 0, 0)


def test_a_restore_that_forgets_a_record_is_found_out(
    filled: tuple[OpenVault, StoredBlob],
    place: Place,
    stick: Path,
    tmp_path: Path,
    tally: Tally,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = restoring.write_incarnation

    def forgetful(connection: Any, incarnation: bytes) -> None:
        connection.execute("DELETE FROM note WHERE n = 250")
        real(connection, incarnation)

    monkeypatch.setattr(restoring, "write_incarnation", forgetful)
    counts = drilled(filled, place, stick, tmp_path / "neu", PASSPHRASE)
    tally("a restore that forgets a record", counts, sabotaged=True)
    assert counts["records missing"] == 1


def place_of(info: Any, place: Place) -> OpenVault:
    return unlock(info.folder, passphrase=PASSPHRASE, clock=place.clock, policy=CHEAP)


def test_a_restored_vault_is_another_life_of_the_same(
    filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path, tmp_path: Path
) -> None:
    vault, _ = filled
    info = restore(made(vault, stick, place).folder, tmp_path / "neu", secret=PASSPHRASE, policy=CHEAP)
    assert info.vault_id == vault.info.vault_id
    with place_of(info, place) as again:
        assert incarnation(again) != incarnation(vault)


def incarnation(vault: OpenVault) -> bytes:
    connection = vault.connect("query")
    try:
        return bytes(connection.execute("SELECT value FROM meta WHERE key='incarnation'").fetchone()[0])
    finally:
        connection.close()


def test_the_time_of_the_last_backup_is_told_only_after_the_check(
    filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, _ = filled
    counts = itertools.count()
    with monkeypatch.context() as patched:
        patched.setattr(backups, "row_counts", lambda _connection: {"note": next(counts)})
        with pytest.raises(KimError, match=r"backup\.failed_check"):
            made(vault, stick, place)
    assert read_info(vault.info.folder).last_backup_ms is None
    assert list(stick.iterdir()) == []
    backup = made(vault, stick, place)
    assert read_info(vault.info.folder).last_backup_ms == vault.info.last_backup_ms == backup.made_ms
    assert backups_in(stick, vault.info.vault_id) == (backup,)


def test_a_copy_that_does_not_read_back_is_no_backup(
    filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backups.copy_database

    def lying_stick(source: Any, path: Path, key: bytes, progress: Progress) -> None:
        real(source, path, key, progress)
        content = bytearray(path.read_bytes())
        content[5000] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(backups, "copy_database", lying_stick)
    with pytest.raises(KimError, match=r"backup\.failed_check|vault\.damaged"):
        made(filled[0], stick, place)
    assert list(stick.iterdir()) == []
    assert read_info(filled[0].info.folder).last_backup_ms is None


def test_no_byte_of_a_backup_is_readable_or_opens_in_the_vaults_place(
    filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path
) -> None:
    vault, _ = filled
    backup = made(vault, stick, place)
    contents = [path.read_bytes() for path in backup.folder.rglob("*") if path.is_file()]
    assert not [content for content in contents if b"Dimitrova" in content or b"Ochtrup" in content]
    database = (backup.folder / "vault.db").read_bytes()
    assert database[:4096] != (vault.info.folder / "vault.db").read_bytes()[:4096]
    with pytest.raises(KimError, match=r"backup\.restore_first"):
        unlock(backup.folder, passphrase=PASSPHRASE, clock=place.clock, policy=CHEAP)
    for connection_left in ("-wal", "-shm"):
        assert not (backup.folder / f"vault.db{connection_left}").exists()


def test_every_altered_or_missing_file_of_a_backup_is_found(
    filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path, tmp_path: Path
) -> None:
    vault, _ = filled
    backup = made(vault, stick, place)
    for path in sorted(path for path in backup.folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        for altered in (content[:-1] + bytes([content[-1] ^ 1]), content[:-1], None):
            path.write_bytes(altered) if altered is not None else path.unlink()
            with pytest.raises(KimError, match=r"backup\.|vault\.(info_damaged|not_a_vault)"):
                restore(backup.folder, tmp_path / "neu", secret=PASSPHRASE, policy=CHEAP)
            assert not (tmp_path / "neu").exists()
            path.write_bytes(content)
    (backup.folder / "blobs" / "ff").mkdir(exist_ok=True)
    (backup.folder / "blobs" / "ff" / ("f" * 32)).write_bytes(b"foreign")
    with pytest.raises(KimError, match=r"backup\.damaged"):
        verify_files(backup.folder)


def test_every_bit_of_the_manifest_counts(filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path) -> None:
    vault, _ = filled
    path = made(vault, stick, place).folder / "Sicherung.json"
    content = path.read_bytes()
    for position in range(len(content)):
        path.write_bytes(
            content[:position] + bytes([content[position] ^ (1 << position % 8)]) + content[position + 1 :]
        )
        with pytest.raises(KimError, match=r"backup\.damaged"):
            read_backup(path.parent)


def test_a_wrong_passphrase_restores_nothing(
    filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path, tmp_path: Path
) -> None:
    backup = made(filled[0], stick, place)
    with pytest.raises(KimError, match=r"vault\.wrong_passphrase"):
        restore(backup.folder, tmp_path / "neu", secret="falsch falsch falsch", policy=CHEAP)
    with pytest.raises(KimError, match=r"vault\.folder_not_empty"):
        restore(backup.folder, filled[0].info.folder, secret=PASSPHRASE, policy=CHEAP)
    assert not (tmp_path / "neu").exists()


def test_a_cancelled_or_failing_backup_leaves_nothing(
    filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, _ = filled
    stopped = Cancel()
    stopped.request()
    with pytest.raises(Cancelled):
        back_up(vault, stick, clock=place.clock, progress=Progress(cancel=stopped))
    real = os.fsync
    left = iter(range(3))

    def dying(descriptor: int) -> None:
        if next(left, None) is None:
            raise OSError(28, "no space")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", dying)
    with pytest.raises(KimError, match=r"disk\.full"):
        made(vault, stick, place)
    monkeypatch.undo()
    assert list(stick.iterdir()) == []
    assert notes(vault) == 500


def test_a_failing_restore_leaves_nothing_in_the_way(
    filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = made(filled[0], stick, place)

    def full(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:100])
        raise OSError(28, "no space")

    with monkeypatch.context() as patched:
        patched.setattr(restoring, "copy_synced", full)
        with pytest.raises(KimError, match=r"disk\.full"):
            restore(backup.folder, tmp_path / "neu", secret=PASSPHRASE, policy=CHEAP)
    assert not (tmp_path / "neu").exists()
    place_of(restore(backup.folder, tmp_path / "neu", secret=PASSPHRASE, policy=CHEAP), place).close()


def test_a_backup_inside_the_vault_is_refused(vault: OpenVault, place: Place) -> None:
    with pytest.raises(KimError, match=r"backup\.inside_vault"):
        made(vault, vault.info.folder / "blobs", place)


def test_looking_at_a_backup_leaves_no_trace_on_its_medium(
    filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path, tmp_path: Path
) -> None:
    backup = made(filled[0], stick, place)
    before = sorted(stick.rglob("*"))
    restore(backup.folder, tmp_path / "neu", secret=PASSPHRASE, policy=CHEAP)
    assert sorted(stick.rglob("*")) == before


def test_half_a_backup_is_not_offered(filled: tuple[OpenVault, StoredBlob], place: Place, stick: Path) -> None:
    vault, _ = filled
    backup = made(vault, stick, place)
    body = json.loads((backup.folder / "Sicherung.json").read_text())
    assert body["files"].keys() >= {"vault.db", "keyslots", "keyslots.prev", "Tresor.kimvault"}
    (backup.folder / "Sicherung.json").unlink()
    assert backups_in(stick) == ()
    with pytest.raises(KimError, match=r"backup\.none_here"):
        read_backup(backup.folder)
