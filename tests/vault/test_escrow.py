"""The deposit with two holders: both together open, one alone or anybody else does not."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from kimdesk.base.errors import KimError
from kimdesk.vault import ceremony, escrow
from kimdesk.vault.canonical import checked, stamped
from kimdesk.vault.escrow import combined, split
from kimdesk.vault.opened import OpenVault
from kimdesk.vault.sealing import PublicKey, SealingKey
from kimdesk.vault.slots import SlotFile
from kimdesk.vault.vault import change_key, unlock_with
from tests.faults.tallying import Tally
from tests.vault.conftest import CHEAP, PASSPHRASE, Place
from tests.vault.test_slots import flipped

FRESH = "kanne falter ufer nebel dorn pilz"
ANNA, BIRGIT, MALLORY = (SealingKey(bytes([n]) * 32) for n in (1, 2, 3))


@dataclass
class Lost:
    """A vault with a deposit whose passphrase nobody knows, and the request that was made."""

    place: Place
    request: bytes
    pending: Path

    def answers(self, *holders: SealingKey) -> list[bytes]:
        return [ceremony.answer(ceremony.read_request(self.request), holder) for holder in holders]

    def key(self, answers: list[bytes], passphrase: str = FRESH) -> bytearray:
        request = ceremony.read_request(self.request)
        return ceremony.vault_key(request, answers, passphrase=passphrase, pending=self.pending, policy=CHEAP)


def deposited(vault: OpenVault, place: Place) -> None:
    vault.set_escrow((ANNA.public, BIRGIT.public), clock=place.clock)


@pytest.fixture
def lost(place: Place, tmp_path: Path) -> Lost:
    return lost_with_deposit(place, tmp_path)


def lost_with_deposit(place: Place, tmp_path: Path) -> Lost:
    with place.open() as vault:
        deposited(vault, place)
    pending = tmp_path / "pending"
    request = ceremony.begin(place.folder, passphrase=FRESH, pending=pending, clock=place.clock, policy=CHEAP)
    return Lost(place, request, pending)


CIRCLES = ((ANNA, BIRGIT), (BIRGIT, ANNA), (ANNA,), (BIRGIT,), (ANNA, ANNA), (), (ANNA, BIRGIT, ANNA))
"""Who answers; only the first two open."""


def ceremonies(lost: Lost, circles: Sequence[tuple[SealingKey, ...]]) -> dict[str, int]:
    """Hold a ceremony with each circle; count what opened and what did not, and where that is wrong."""
    counts = {"ceremonies": 0, "opened by two holders": 0, "refused": 0, "wrongly opened or refused": 0}
    for holders in circles:
        counts["ceremonies"] += 1
        try:
            key = lost.key(lost.answers(*holders))
            unlock_with(lost.place.folder, key, clock=lost.place.clock, policy=CHEAP).close()
            opened = True
        except KimError as error:
            opened = False
            counts["refused"] += error.code == "escrow.two_answers"
        right = opened == (len(holders) == 2 and holders[0] is not holders[1])
        counts["opened by two holders"] += opened and right
        counts["wrongly opened or refused"] += not right
    return counts


def test_both_holders_together_open_the_vault(lost: Lost) -> None:
    for holders in ((ANNA, BIRGIT), (BIRGIT, ANNA)):
        key = lost.key(lost.answers(*holders))
        with unlock_with(lost.place.folder, key, clock=lost.place.clock, policy=CHEAP) as vault:
            assert vault.check() == ()


def test_two_holders_and_nobody_else_open_the_vault(lost: Lost, tally: Tally) -> None:
    counts = ceremonies(lost, CIRCLES)
    tally("ceremonies of the deposit", counts)
    assert counts["wrongly opened or refused"] == 0
    assert (counts["opened by two holders"], counts["refused"]) == (2, 5)


def test_a_deposit_one_holder_could_open_is_found_out(
    place: Place, tmp_path: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ceremony, "HOLDERS", 1)
    monkeypatch.setattr(ceremony, "combined", bytearray)
    monkeypatch.setattr(escrow, "combined", lambda first, key: bytearray(key))
    counts = ceremonies(lost_with_deposit(place, tmp_path), [(BIRGIT,)])
    tally("a deposit one holder can open", counts, sabotaged=True)
    assert counts["wrongly opened or refused"] == 1


def test_nobody_else_holds_a_share(lost: Lost) -> None:
    with pytest.raises(KimError, match=r"escrow\.not_holder"):
        lost.answers(MALLORY)
    slots = SlotFile.from_bytes((lost.place.folder / "keyslots").read_bytes())
    assert slots.escrow is not None
    for share in slots.escrow.shares:
        assert MALLORY.open(share.sealed, info=b"") is None


def test_the_new_passphrase_is_needed_as_well(lost: Lost) -> None:
    with pytest.raises(KimError, match=r"vault\.wrong_passphrase"):
        lost.key(lost.answers(ANNA, BIRGIT), PASSPHRASE)


def test_an_answer_to_another_request_is_refused(lost: Lost, tmp_path: Path) -> None:
    again = Lost(lost.place, b"", tmp_path / "pending 2")
    again.request = ceremony.begin(
        lost.place.folder, passphrase=FRESH, pending=again.pending, clock=lost.place.clock, policy=CHEAP
    )
    with pytest.raises(KimError, match=r"escrow\.other_request"):
        again.key(lost.answers(ANNA, BIRGIT))
    again.pending = lost.pending
    with pytest.raises(KimError, match=r"escrow\.other_request"):
        again.key(again.answers(ANNA, BIRGIT))


def test_every_altered_bit_of_an_answer_is_noticed(lost: Lost) -> None:
    one, other = lost.answers(ANNA, BIRGIT)
    for bit in range(0, len(one) * 8, 97):
        with pytest.raises(KimError, match=r"escrow\.file"):
            lost.key([flipped(one, bit), other])
    forged = checked(one) | {"share": "00" * (1168)}
    with pytest.raises(KimError, match=r"escrow\.damaged"):
        lost.key([stamped(forged), other])


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b"[" * 5000])
def test_what_is_no_request_is_refused(content: bytes) -> None:
    for read in (ceremony.read_request, ceremony.read_holder):
        with pytest.raises(KimError, match=r"escrow\.file"):
            read(content)


def test_a_request_is_known_by_its_words(lost: Lost) -> None:
    request = ceremony.read_request(lost.request)
    assert request.is_meant(request.words.upper())
    assert not request.is_meant(ANNA.public.words)
    forged = stamped(checked(lost.request) | {"key": MALLORY.public.raw.hex()})
    assert ceremony.read_request(forged).words != request.words


def test_no_file_of_the_ceremony_holds_the_key_or_a_share(lost: Lost) -> None:
    answers = lost.answers(ANNA, BIRGIT)
    key = lost.key(answers)
    files = [lost.request, lost.pending.read_bytes(), *answers]
    assert not [content for content in files if bytes(key) in content or key.hex().encode() in content]


def test_a_deposit_needs_two_persons(vault: OpenVault, place: Place) -> None:
    for holders in ((ANNA.public, ANNA.public), (ANNA.public,)):
        with pytest.raises(KimError, match=r"escrow\.same_holder"):
            vault.set_escrow(holders, clock=place.clock)
    assert vault.slots().escrow is None


def test_no_deposit_nothing_to_ask_for(place: Place, tmp_path: Path) -> None:
    pending = tmp_path / "pending"
    with pytest.raises(KimError, match=r"escrow\.none"):
        ceremony.begin(place.folder, passphrase=FRESH, pending=pending, clock=place.clock, policy=CHEAP)
    assert not pending.exists()


def test_the_deposit_outlives_a_change_of_the_key_and_ends_when_told(lost: Lost, tmp_path: Path) -> None:
    place = lost.place
    change_key(place.folder, passphrase=PASSPHRASE, clock=place.clock, policy=CHEAP)
    with pytest.raises(KimError, match=r"vault\.slots_damaged"):
        unlock_with(place.folder, lost.key(lost.answers(ANNA, BIRGIT)), clock=place.clock, policy=CHEAP)
    again = Lost(place, b"", tmp_path / "pending 2")
    again.request = ceremony.begin(
        place.folder, passphrase=FRESH, pending=again.pending, clock=place.clock, policy=CHEAP
    )
    with unlock_with(place.folder, again.key(again.answers(ANNA, BIRGIT)), clock=place.clock, policy=CHEAP) as vault:
        vault.drop_escrow()
        assert vault.slots().escrow is None
    with place.open() as vault:
        assert vault.slots().escrow is None


def test_one_share_says_nothing_about_the_key(place: Place) -> None:
    key = bytearray(os.urandom(32))
    one, other = (
        split(key, vault_id="00" * 16, holders=(ANNA.public, BIRGIT.public), clock=place.clock) for _ in range(2)
    )
    assert combined(one.opened_by(ANNA), one.opened_by(BIRGIT)) == key
    assert one.opened_by(ANNA) != other.opened_by(ANNA)
    assert one.opened_by(ANNA) != key


def test_a_sealing_key_opens_only_its_own_use() -> None:
    sealed = ANNA.public.seal(b"x", info=b"one")
    assert ANNA.open(sealed, info=b"one") == b"x"
    assert ANNA.open(sealed, info=b"two") is None
    assert BIRGIT.open(sealed, info=b"one") is None
    assert ANNA.open(sealed[:-1], info=b"one") is None
    assert ANNA.open(b"", info=b"one") is None
    assert "0101" not in repr(ANNA)
    with pytest.raises(ValueError, match="sealing key"):
        PublicKey(b"short")
