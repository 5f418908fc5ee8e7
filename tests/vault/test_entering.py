"""Creating a vault, getting in, being refused."""

from __future__ import annotations

import sqlite3
import stat
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError, Untrusted, UserProblem
from kimdesk.vault import database
from kimdesk.vault.policy import PRODUCTION
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.vault import create, read_info, unlock, unlock_with_code
from tests.vault.conftest import CHEAP, PASSPHRASE, Place


def refusal(action: object) -> KimError:
    with pytest.raises(KimError) as caught:
        action()  # type: ignore[operator]
    return caught.value


def test_created_vault_opens_with_passphrase_and_with_the_code_from_paper(place: Place) -> None:
    with place.open() as vault:
        first = vault.subkey("journal")
        assert vault.findings == ()
        assert vault.check() == ()
    typed = RecoveryCode.parse(place.code.text.lower().replace("-", " "))
    with unlock_with_code(place.folder, code=typed, clock=place.clock, policy=CHEAP) as vault:
        assert vault.subkey("journal") == first
        assert vault.subkey("pseudonyms") != first
        assert len(vault.subkey("journal", length=48)) == 48


def test_folder_holds_exactly_what_the_design_says(place: Place) -> None:
    names = {path.name for path in place.folder.iterdir()}
    assert names == {"vault.db", "keyslots", "keyslots.prev", "lock", "blobs", "Tresor.kimvault"}


def test_a_closed_vault_tells_only_its_own_label(place: Place) -> None:
    info = read_info(place.folder)
    assert (info.kind, info.label, info.format, info.last_backup_ms) == ("desk", "Büro", 1, None)
    assert len(bytes.fromhex(info.vault_id)) == 16


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_only_the_owner_may_look_into_the_folder(place: Place) -> None:
    assert stat.S_IMODE(place.folder.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in place.folder.rglob("*"))


def test_a_hundred_wrong_passphrases_change_nothing(place: Place) -> None:
    before = place.bytes_of()
    for attempt in range(100):
        error = refusal(lambda word=f"falsch {attempt}": place.open(word))
        assert isinstance(error, UserProblem)
        assert error.code == "vault.wrong_passphrase"
    assert place.bytes_of() == before
    place.open().close()


def test_another_vaults_recovery_code_is_refused(place: Place) -> None:
    before = place.bytes_of()
    strange = RecoveryCode.generate()
    error = refusal(lambda: unlock_with_code(place.folder, code=strange, clock=place.clock, policy=CHEAP))
    assert error.code == "vault.wrong_code"
    assert place.bytes_of() == before


def test_a_passphrase_opens_however_the_keyboard_composes_its_letters(place: Place) -> None:
    decomposed = unicodedata.normalize("NFD", PASSPHRASE).replace(" ", "\u00a0")
    assert decomposed != PASSPHRASE
    place.open(decomposed).close()


def test_a_weak_passphrase_is_refused_before_anything_is_written(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "neu"
    error = refusal(
        lambda: create(folder, kind="desk", label="Büro", passphrase="Sommer2024!", clock=clock, policy=CHEAP)
    )
    assert error.code == "vault.passphrase_weak"
    assert not folder.exists()


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "Brief.odt").write_bytes(b"wichtig")
    error = refusal(lambda: create(tmp_path, kind="desk", label="B", passphrase=PASSPHRASE, clock=clock, policy=CHEAP))
    assert error.code == "vault.folder_not_empty"
    assert [path.name for path in tmp_path.iterdir()] == ["Brief.odt"]


def test_a_vault_that_lost_its_small_file_is_never_overwritten(place: Place) -> None:
    (place.folder / "Tresor.kimvault").unlink()
    before = place.bytes_of()
    error = refusal(
        lambda: create(place.folder, kind="desk", label="B", passphrase=PASSPHRASE, clock=place.clock, policy=CHEAP)
    )
    assert error.code == "vault.folder_not_empty"
    assert place.bytes_of() == before
    assert refusal(place.open).code == "vault.not_a_vault"


@pytest.mark.parametrize("label", ["", "  ", "x" * 81, "zwei\nZeilen", "\u202egedreht"])
def test_labels_that_could_mislead_are_refused(label: str, tmp_path: Path, clock: FixedClock) -> None:
    error = refusal(
        lambda: create(tmp_path, kind="desk", label=label, passphrase=PASSPHRASE, clock=clock, policy=CHEAP)
    )
    assert error.code == "vault.label_invalid"


def plain_sqlite(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (key, value)")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.write_bytes(b""), "vault.db_empty"),
        (plain_sqlite, "vault.db_plain"),
        (lambda path: path.write_bytes(b"%PDF-1.7 " * 600), "vault.db_foreign"),
        (lambda path: path.write_bytes(bytes(8192)), "vault.db_foreign"),
        (lambda path: path.write_bytes(path.read_bytes()[:16] + bytes(4080)), "vault.damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[:100]), "vault.damaged"),
        (lambda path: path.unlink(), "vault.db_missing"),
    ],
)
def test_what_is_not_this_vaults_database_is_refused_unchanged(place: Place, spoil: object, code: str) -> None:
    spoil(place.folder / "vault.db")  # type: ignore[operator]
    before = place.bytes_of()
    error = refusal(place.open)
    assert isinstance(error, Untrusted)
    assert error.code == code
    assert place.bytes_of() == before


def test_another_vaults_database_is_refused_unchanged(place: Place, tmp_path: Path) -> None:
    other, _ = create(tmp_path / "b", kind="desk", label="B", passphrase=PASSPHRASE, clock=place.clock, policy=CHEAP)
    other.close()
    (place.folder / "vault.db").write_bytes((tmp_path / "b" / "vault.db").read_bytes())
    before = place.bytes_of()
    assert refusal(place.open).code == "vault.db_foreign"
    assert place.bytes_of() == before


def test_another_vaults_key_slots_are_refused_unchanged(place: Place, tmp_path: Path) -> None:
    create(tmp_path / "b", kind="desk", label="B", passphrase=PASSPHRASE, clock=place.clock, policy=CHEAP)[0].close()
    for name in ("keyslots", "keyslots.prev"):
        (place.folder / name).write_bytes((tmp_path / "b" / name).read_bytes())
    before = place.bytes_of()
    assert refusal(place.open).code == "vault.slots_damaged"
    assert place.bytes_of() == before


def test_a_newer_vault_is_refused_unchanged(place: Place) -> None:
    from kimdesk.vault.canonical import checked, stamped

    for name in ("keyslots", "Tresor.kimvault"):
        path = place.folder / name
        path.write_bytes(stamped(checked(path.read_bytes()) | {"format": 2}))
        before = place.bytes_of()
        assert refusal(place.open).code == "vault.newer"
        assert place.bytes_of() == before


def test_a_desk_cannot_be_relabelled_as_an_office(place: Place) -> None:
    from kimdesk.vault.canonical import checked, stamped

    path = place.folder / "Tresor.kimvault"
    path.write_bytes(stamped(checked(path.read_bytes()) | {"kind": "office"}))
    assert refusal(place.open).code == "vault.info_damaged"


def test_places_that_are_no_vault_are_named_as_such(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "datei").write_bytes(b"")
    for folder, code in (
        (tmp_path / "fehlt", "vault.not_found"),
        (tmp_path, "vault.not_a_vault"),
        (tmp_path / "datei", "vault.not_a_vault"),
    ):
        error = refusal(lambda at=folder: unlock(at, passphrase=PASSPHRASE, clock=clock, policy=CHEAP))
        assert error.code == code


def test_without_the_cipher_no_vault_is_made(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "dbapi2", sqlite3)
    error = refusal(
        lambda: create(tmp_path / "v", kind="desk", label="B", passphrase=PASSPHRASE, clock=clock, policy=CHEAP)
    )
    assert error.code == "vault.cipher_missing"
    assert not (tmp_path / "v").exists()


def test_without_the_cipher_no_vault_is_opened(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    before = place.bytes_of()
    monkeypatch.setattr(database, "dbapi2", sqlite3)
    assert refusal(place.open).code == "vault.cipher_missing"
    assert place.bytes_of() == before


def test_the_production_policy_keeps_its_floor(place: Place) -> None:
    assert (PRODUCTION.memory_kib, PRODUCTION.iterations, PRODUCTION.lanes) == (262_144, 3, 4)
    assert (PRODUCTION.floor_kib, PRODUCTION.ceiling_kib) == (65_536, 1_048_576)
    error = refusal(lambda: unlock(place.folder, passphrase=PASSPHRASE, clock=place.clock))
    assert error.code == "vault.slots_damaged"


def test_unlocking_raises_the_cost_of_a_cheap_slot(place: Place) -> None:
    dearer = replace(CHEAP, memory_kib=64)
    unlock(place.folder, passphrase=PASSPHRASE, clock=place.clock, policy=dearer).close()
    strict = replace(dearer, floor_kib=64)
    error = refusal(lambda: unlock_with_code(place.folder, code=place.code, clock=place.clock, policy=strict))
    assert error.code == "vault.slots_damaged"  # the other slot stays as it was
    with unlock(place.folder, passphrase=PASSPHRASE, clock=place.clock, policy=strict) as vault:
        assert vault.check() == ()


def test_secrets_show_in_no_representation(place: Place) -> None:
    with place.open() as vault:
        shown = f"{vault!r} {place.code!r} {vault.__dict__!r}"
    assert PASSPHRASE not in shown
    assert not any(group in shown for group in place.code.groups)


def test_a_closed_vault_gives_out_nothing(place: Place) -> None:
    vault = place.open()
    vault.close()
    vault.close()
    for action in (lambda: vault.connect("page"), lambda: vault.subkey("x"), vault.check, vault.blobs):
        with pytest.raises(RuntimeError):
            action()
