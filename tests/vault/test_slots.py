"""The slot files: damage is survived or refused, never a traceback; an old passphrase does not linger."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kimdesk.base.errors import KimError, Untrusted
from kimdesk.vault.canonical import checked, stamped
from kimdesk.vault.slots import SlotFile, read_slots
from kimdesk.vault.vault import unlock_with_code
from tests.vault.conftest import CHEAP, PASSPHRASE, Place

NEW_PASSPHRASE = "kanne falter ufer nebel dorn pilz"


def flipped(content: bytes, bit: int) -> bytes:
    spoiled = bytearray(content)
    spoiled[bit // 8] ^= 1 << bit % 8
    return bytes(spoiled)


def test_every_flipped_bit_of_the_slot_file_is_noticed(place: Place) -> None:
    content = (place.folder / "keyslots").read_bytes()
    for bit in range(len(content) * 8):
        with pytest.raises(Untrusted) as caught:
            SlotFile.from_bytes(flipped(content, bit))
        assert caught.value.code == "vault.slots_damaged"


def test_every_truncation_of_the_slot_file_is_noticed(place: Place) -> None:
    content = (place.folder / "keyslots").read_bytes()
    for length in range(len(content)):
        with pytest.raises(Untrusted):
            SlotFile.from_bytes(content[:length])


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"null", b"{}", b"[" * 5000, b'{"sum":1}', b"\xff\xfe", b"9" * 5000, b'{"sum":"x","format":NaN}'],
)
def test_any_other_content_is_refused(content: bytes) -> None:
    with pytest.raises(Untrusted):
        SlotFile.from_bytes(content)


@pytest.mark.parametrize("name", ["keyslots", "keyslots.prev"])
@pytest.mark.parametrize("spoil", ["flip", "cut", "gone", "empty"])
def test_one_damaged_copy_locks_nobody_out_and_is_mended(place: Place, name: str, spoil: str) -> None:
    path = place.folder / name
    good = path.read_bytes()
    if spoil == "gone":
        path.unlink()
    else:
        path.write_bytes({"flip": flipped(good, 777), "cut": good[:500], "empty": b""}[spoil])
    with place.open() as vault:
        expected = "check.slots_main" if name == "keyslots" else "check.slots_spare"
        assert [finding.code for finding in vault.findings] == [expected]
        assert vault.check() == ()
    assert path.read_bytes() == good


def test_two_damaged_copies_are_refused_unchanged(place: Place) -> None:
    for name in ("keyslots", "keyslots.prev"):
        path = place.folder / name
        path.write_bytes(flipped(path.read_bytes(), 4000))
    before = place.bytes_of()
    with pytest.raises(Untrusted, match=r"vault\.slots_damaged"):
        place.open()
    assert place.bytes_of() == before


def forge(folder: Path, **changes: object) -> None:
    """Rewrite both copies as an attacker would: with a fitting checksum."""
    for name in ("keyslots", "keyslots.prev"):
        body = checked((folder / name).read_bytes())
        for slot in body["slots"]:
            slot.update({key: value for key, value in changes.items() if key in slot})
        body.update({key: value for key, value in changes.items() if key in body})
        (folder / name).write_bytes(stamped(body))


@pytest.mark.parametrize(
    "changes",
    [
        {"memory_kib": 2**31},
        {"memory_kib": 7},
        {"iterations": 0},
        {"iterations": 11},
        {"lanes": 9},
        {"lanes": 0},
        {"generation": 7},
        {"nonce": "00" * 12},
        {"sealed": "00" * 48},
        {"created_ms": 1},
        {"mac": "00" * 32},
        {"mac": ""},
        {"slots": "none"},
        {"slots": [1, 2]},
        {"iterations": True},
        {"type": "Escrow!"},
    ],
)
def test_forged_slots_are_refused(place: Place, changes: dict[str, object]) -> None:
    forge(place.folder, **changes)
    before = place.bytes_of()
    with pytest.raises(Untrusted) as caught:
        place.open()
    assert caught.value.code == "vault.slots_damaged"
    assert place.bytes_of() == before


@pytest.mark.parametrize("changes", [{"commit": "00" * 32}, {"salt": "00" * 16}, {"slots": []}])
def test_slots_that_fit_no_secret_open_nothing(place: Place, changes: dict[str, object]) -> None:
    forge(place.folder, **changes)
    with pytest.raises(KimError) as caught:
        place.open()
    assert caught.value.code == "vault.wrong_passphrase"


def test_a_changed_passphrase_ends_the_old_one_in_both_copies(place: Place) -> None:
    old = {name: (place.folder / name).read_bytes() for name in ("keyslots", "keyslots.prev")}
    with place.open() as vault:
        vault.set_passphrase(NEW_PASSPHRASE, clock=place.clock, policy=CHEAP)
        assert vault.check() == ()
    with pytest.raises(KimError) as caught:
        place.open(PASSPHRASE)
    assert caught.value.code == "vault.wrong_passphrase"
    for name, content in old.items():
        (place.folder / name).write_bytes(content)
    with pytest.raises(KimError) as caught:  # somebody put the old files back
        place.open(PASSPHRASE)
    assert caught.value.code == "vault.slots_stale"


def test_an_old_main_file_put_back_loses_against_the_newer_copy(place: Place) -> None:
    old = (place.folder / "keyslots").read_bytes()
    with place.open() as vault:
        vault.set_passphrase(NEW_PASSPHRASE, clock=place.clock, policy=CHEAP)
    (place.folder / "keyslots").write_bytes(old)
    with place.open(NEW_PASSPHRASE) as vault:
        assert [finding.code for finding in vault.findings] == ["check.slots_main"]


def test_a_change_cut_short_after_its_first_file_is_finished_at_the_next_unlock(place: Place) -> None:
    spare = (place.folder / "keyslots.prev").read_bytes()
    with place.open() as vault:
        vault.set_passphrase(NEW_PASSPHRASE, clock=place.clock, policy=CHEAP)
        connection = vault.connect("writer")
        connection.execute("UPDATE meta SET value=1 WHERE key='slot_generation'")
        connection.close()
    (place.folder / "keyslots.prev").write_bytes(spare)
    with place.open(NEW_PASSPHRASE) as vault:
        assert vault.check() == ()
        page = vault.connect("page")
        row = page.execute("SELECT value FROM meta WHERE key='slot_generation'").fetchone()
        page.close()
        assert row == (2,)
    found = read_slots(place.folder, vault.info.vault_id)
    assert found.main == found.spare


def test_a_new_recovery_code_ends_the_old_sheet(place: Place) -> None:
    with place.open() as vault:
        fresh = vault.new_recovery_code(clock=place.clock, policy=CHEAP)
    unlock_with_code(place.folder, code=fresh, clock=place.clock, policy=CHEAP).close()
    place.open().close()
    with pytest.raises(KimError) as caught:
        unlock_with_code(place.folder, code=place.code, clock=place.clock, policy=CHEAP)
    assert caught.value.code == "vault.wrong_code"


def test_slots_of_one_vault_share_neither_salt_nor_nonce(place: Place) -> None:
    slots = SlotFile.from_bytes((place.folder / "keyslots").read_bytes()).slots
    assert sorted(slot.kind for slot in slots) == ["passphrase", "recovery"]
    assert Counter(len({getattr(slot, name) for slot in slots}) for name in ("salt", "nonce", "slot_id")) == {2: 3}
