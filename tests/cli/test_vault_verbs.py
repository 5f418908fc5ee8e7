"""`vault create`, `info` and `check`."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from kimdesk.casework.attachments import keep
from kimdesk.casework.desk import Services, open_desk, open_desk_with_code
from tests.support.commands import Kimdesk, secret_file
from tests.support.vaults import PASSPHRASE


def create(kimdesk: Kimdesk, vault: Path, sheet: Path, *more: str) -> tuple[int, str]:
    made = kimdesk.open(
        "vault", "create", vault, "--recovery-sheet", sheet, "--label", "Laptop 3", "--name", "Maria Sommer",
        "--provider", "Musterträger e. V.", "--phone", "02553 000000", *more,
    )  # fmt: skip
    return made.exit, made.code() if made.exit else ""


def test_a_vault_is_made_with_the_sheet_that_opens_it(kimdesk: Kimdesk, services: Services, tmp_path: Path) -> None:
    vault, sheet = tmp_path / "v", tmp_path / "sheet.pdf"
    assert create(kimdesk, vault, sheet) == (0, "")
    with pypdfium2.PdfDocument(sheet) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    groups = [word for word in text.split() if len(word) == 5 and word.isascii() and word.isalnum() and word.isupper()]
    with open_desk_with_code(services, vault, "-".join(_code_among(groups))) as desk:
        assert desk.profile.name == "Maria Sommer"
        assert desk.profile.provider == "Musterträger e. V."


def _code_among(words: list[str]) -> list[str]:
    """Return the eight groups among words, in their order: each group's last sign proves its place."""
    from kimdesk.vault.recovery import GROUPS, _group_is_right

    return [next(word for word in words if _group_is_right(place, word)) for place in range(1, GROUPS + 1)]


def test_without_its_sheet_there_is_no_vault(kimdesk: Kimdesk, tmp_path: Path) -> None:
    vault, taken = tmp_path / "v", tmp_path / "taken.pdf"
    taken.write_bytes(b"other")
    assert create(kimdesk, vault, taken) == (1, "medium.exists")
    assert create(kimdesk, vault, tmp_path / "nowhere" / "sheet.pdf") == (1, "medium.gone")
    assert create(kimdesk, vault, vault / "sheet.pdf") == (1, "recovery.beside_lock")
    assert not vault.exists()
    assert taken.read_bytes() == b"other"


def test_a_sheet_that_cannot_be_written_takes_the_vault_with_it(
    kimdesk: Kimdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        from kimdesk.base.errors import Surroundings

        raise Surroundings("medium.full")

    monkeypatch.setattr("kimdesk.casework.recovery_sheet.write_whole", full)
    assert create(kimdesk, tmp_path / "v", tmp_path / "sheet.pdf") == (1, "medium.full")
    assert not (tmp_path / "v").exists()


def test_a_second_vault_never_lands_in_the_folder_of_another(kimdesk: Kimdesk, vault: Path, tmp_path: Path) -> None:
    before = {path.name for path in vault.iterdir()}
    assert create(kimdesk, vault, tmp_path / "sheet.pdf") == (1, "vault.folder_not_empty")
    assert {path.name for path in vault.iterdir()} == before
    assert not (tmp_path / "sheet.pdf").exists()


def test_an_easy_passphrase_is_refused(kimdesk: Kimdesk, tmp_path: Path) -> None:
    easy = Kimdesk(kimdesk.services, secret_file(tmp_path, "passwort1"))
    assert create(easy, tmp_path / "v", tmp_path / "sheet.pdf") == (1, "vault.passphrase_weak")
    assert not (tmp_path / "v").exists()


def test_a_new_passphrase_is_typed_twice(kimdesk: Kimdesk, tmp_path: Path) -> None:
    clumsy = kimdesk.at_terminal("pferd lampe seife wolke treppe", "pferd lampe seife wolke treppen")
    made = clumsy("vault", "create", tmp_path / "v", "--recovery-sheet", tmp_path / "s.pdf", "--label", "L")
    assert (made.exit, made.code()) == (1, "usage.passphrases_differ")
    assert not (tmp_path / "v").exists()


def test_info_needs_no_passphrase_and_tells_no_name(kimdesk: Kimdesk, filled: Path) -> None:
    told = kimdesk("vault", "info", filled, "--json").json()
    assert set(told) == {"format", "vault_id", "kind", "label", "last_backup_ms"}
    assert (told["kind"], told["label"], told["last_backup_ms"]) == ("desk", "Tresor 1", None)
    assert "Sommer" not in kimdesk("vault", "info", filled).out


def test_check_says_that_a_vault_is_whole(kimdesk: Kimdesk, filled: Path) -> None:
    assert kimdesk.open("vault", "check", filled).out == "Der Tresor ist unversehrt.\n"
    assert kimdesk.open("vault", "check", filled, "--json").json() == []


def test_check_names_damaged_pages(kimdesk: Kimdesk, filled: Path) -> None:
    database = filled / "vault.db"
    raw = bytearray(database.read_bytes())
    raw[-5000] ^= 1
    database.write_bytes(raw)
    answered = kimdesk.open("vault", "check", filled, "--json")
    assert answered.exit == 1
    assert {each["code"] for each in answered.json()} >= {"check.pages_altered"}


def test_check_notices_a_journal_that_was_rewritten(kimdesk: Kimdesk, services: Services, filled: Path) -> None:
    with open_desk(services, filled, PASSPHRASE) as desk, desk.store.write() as conn:
        conn.exec_driver_sql("UPDATE journal SET actor = 'jemand anders' WHERE n = 3")
    answered = kimdesk.open("vault", "check", filled)
    assert answered.exit == 1
    assert answered.out.startswith("Das Änderungsjournal ist an einer Stelle nicht so")
    assert answered.out.endswith("(check.journal)\n")


def test_a_copy_of_the_slots_that_is_gone_is_a_warning(kimdesk: Kimdesk, filled: Path) -> None:
    (filled / "keyslots.prev").unlink()
    answered = kimdesk.open("vault", "check", filled, "--json")
    assert answered.exit == 0
    assert [each["severity"] for each in answered.json()] == ["warning"]


@pytest.mark.parametrize(("gone", "code"), [(True, "blob.missing"), (False, "blob.damaged")])
def test_check_reads_every_attachment(
    kimdesk: Kimdesk, services: Services, filled: Path, *, gone: bool, code: str
) -> None:
    with open_desk(services, filled, PASSPHRASE) as desk:
        case = desk.query.case_by_number("KD-2026-00001")
        assert case is not None
        keep(desk, b"signed plan", mime="application/pdf", record=case.id)
    assert kimdesk.open("vault", "check", filled).exit == 0
    (file,) = (path for path in (filled / "blobs").rglob("*") if path.is_file())
    if gone:
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:-1] + b"x")
    answered = kimdesk.open("vault", "check", filled, "--json")
    assert (answered.exit, [each["code"] for each in answered.json()]) == (1, [code])


def test_repair_builds_the_search_anew(kimdesk: Kimdesk, services: Services, filled: Path) -> None:
    with open_desk(services, filled, PASSPHRASE) as desk, desk.store.write() as conn:
        conn.exec_driver_sql("DELETE FROM indexed")
    answered = kimdesk.open("vault", "check", filled)
    assert answered.exit == 0
    assert "„Reparieren“" in answered.out
    assert answered.out.endswith("(check.search_index)\n")
    assert kimdesk.open("vault", "check", filled, "--repair").out == "Der Tresor ist unversehrt.\n"
    assert kimdesk.open("search", filled, "Elena").exit == 0
