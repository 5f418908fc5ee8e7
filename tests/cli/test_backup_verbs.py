"""`vault backup`, `restore`, `passphrase` and `slots`."""

from __future__ import annotations

from pathlib import Path

import pytest

from kimdesk.casework.desk import Desk, NewDesk, Services, create_desk, open_desk
from kimdesk.casework.families import NewFamily, create_family
from tests.support.commands import Kimdesk, secret_file
from tests.support.vaults import PASSPHRASE, PROFILE


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
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("KIM-Probe")) == []
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
    assert all(set(each) == {"kind", "created_ms", "measured_ms"} for each in listed)


def test_a_recovery_code_sets_a_new_passphrase_and_is_spent(
    kimdesk: Kimdesk, services: Services, tmp_path: Path
) -> None:
    folder, sheet = tmp_path / "neu", tmp_path / "Blatt.pdf"
    desk, code = create_desk(services, NewDesk(folder=folder, label="L", passphrase=PASSPHRASE, profile=PROFILE))
    desk.close()
    (tmp_path / "geheim").mkdir()
    fresh, paper = secret_file(tmp_path / "geheim", "sessel ziege ampel kirsche nebel"), tmp_path / "code.txt"
    paper.write_text(code.text, "utf-8")
    argv = ("vault", "passphrase", folder, "--passphrase-file", paper, "--new-passphrase-file", fresh)
    assert kimdesk(*argv).code() == "usage.sheet_needed"
    assert kimdesk(*argv, "--recovery-sheet", sheet).exit == 0
    assert sheet.read_bytes().startswith(b"%PDF")
    assert kimdesk(*argv, "--recovery-sheet", tmp_path / "noch eins.pdf").code() == "vault.wrong_code"
    assert kimdesk("vault", "check", folder, "--passphrase-file", fresh).exit == 0


def test_another_vault_key_and_another_code_are_issued_with_a_sheet(
    kimdesk: Kimdesk, closed: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    same = ("--new-passphrase-file", tmp_path / "passphrase.txt")
    changed = kimdesk.open("vault", "passphrase", closed, *same, "--change-key", "--recovery-sheet", first)
    assert changed.exit == 0, changed.err
    assert kimdesk.open("vault", "slots", closed, "--new-code", second).exit == 0
    assert kimdesk.open("vault", "slots", closed, "--new-code", second).code() == "medium.exists"
    assert first.read_bytes() != second.read_bytes()
    assert kimdesk.open("vault", "check", closed).exit == 0


def test_at_a_terminal_a_passphrase_is_offered(kimdesk: Kimdesk, closed: Path) -> None:
    new = "sessel ziege ampel kirsche nebel"
    told = kimdesk.at_terminal(PASSPHRASE, new, new)("vault", "passphrase", closed)
    assert told.exit == 0
    assert told.out.startswith("Vorschlag: ")
