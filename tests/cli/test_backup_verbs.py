"""`vault backup`, `restore`, `passphrase` and `slots`."""

from __future__ import annotations

from pathlib import Path

import pytest

from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.casework.families import NewFamily, create_family
from tests.support.commands import Kimdesk, secret_file
from tests.support.vaults import PASSPHRASE


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "Stick"
    folder.mkdir()
    return folder


@pytest.fixture
def closed(desk: Desk) -> Path:
    """A vault with one family, closed."""
    create_family(desk, NewFamily(family_name="Dimitrova", given_name="Elena"))
    desk.close()
    return desk.info.folder


def test_a_vault_comes_back_from_its_backup(
    kimdesk: Kimdesk, services: Services, closed: Path, stick: Path, tmp_path: Path
) -> None:
    made = kimdesk.open("vault", "backup", closed, "--to", stick, "--yes", "--json")
    assert made.exit == 0, made.err
    backup = made.json()["folder"]
    tried = kimdesk.open("vault", "restore", tmp_path, "--from", backup, "--drill")
    assert tried.exit == 0, tried.err
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("Probe")) == []
    again = tmp_path / "Tresor 2"
    assert kimdesk.open("vault", "restore", again, "--from", backup).exit == 0
    with open_desk(services, again, PASSPHRASE) as desk:
        assert desk.query.case_by_number("KD-2026-0001") is not None
    assert kimdesk.open("vault", "check", again).exit == 0
    assert kimdesk.open("vault", "restore", again, "--from", backup).code() == "vault.folder_not_empty"
    assert kimdesk.open("vault", "restore", tmp_path / "x", "--from", stick).code() == "backup.none_here"


def test_nothing_is_copied_unasked(kimdesk: Kimdesk, closed: Path, stick: Path) -> None:
    assert kimdesk.open("vault", "backup", closed, "--to", stick).exit == 2
    assert list(stick.iterdir()) == []


def test_the_passphrase_changes_and_the_old_one_opens_nothing(
    kimdesk: Kimdesk, services: Services, closed: Path, tmp_path: Path
) -> None:
    new, elsewhere = "sessel ziege ampel kirsche nebel", tmp_path / "elsewhere"
    elsewhere.mkdir()
    fresh = secret_file(elsewhere, new)
    assert kimdesk.open("vault", "passphrase", closed, "--new-passphrase-file", fresh).exit == 0
    assert kimdesk.open("vault", "info", closed).exit == 0
    assert kimdesk.open("vault", "check", closed).code() == "vault.wrong_passphrase"
    open_desk(services, closed, new).close()


def test_the_ways_in_are_listed_without_secrets(kimdesk: Kimdesk, closed: Path) -> None:
    listed = kimdesk.open("vault", "slots", closed, "--json").json()
    assert [each["kind"] for each in listed] == ["passphrase", "recovery"]
    assert all(set(each) == {"kind", "created_ms"} for each in listed)
