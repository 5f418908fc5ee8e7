"""A file altered by one bit, or cut short: refused with a reason or harmless, never believed, never a traceback."""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kimdesk.base.errors import KimError
from kimdesk.casework import backups
from kimdesk.vault import backup, database, health, info, slots
from kimdesk.vault.canonical import stamped
from kimdesk.vault.policy import PRODUCTION
from kimdesk.vault.vault import create, read_info
from tests.faults.conftest import clear
from tests.faults.flipping import Victim, cuts, database_victim, flip, flips, log_victim, rows_of, suffered
from tests.faults.tallying import Tally
from tests.faults.unnoticed import unnoticed
from tests.faults.world import TODAY, services
from tests.support.districts import make_desk
from tests.support.vaults import PASSPHRASE


def told(outcomes: Mapping[str, int], victim: Victim | None = None) -> dict[str, int]:
    messages = {"different messages": len(victim.codes)} if victim else {}
    return {"tried": sum(outcomes.values()), **dict(sorted(outcomes.items())), **messages}


def size_of(victim: Victim) -> int:
    return (victim.folder / victim.file).stat().st_size


def sound(outcomes: Mapping[str, int], *harmless: str) -> None:
    """Expect refusals, findings and what is harmless; what nobody can find offline the handbook has to name."""
    assert outcomes
    assert set(outcomes) <= {"refused", "found", *harmless}
    for outcome in set(harmless) - {"same"}:
        unnoticed(outcome)


def test_what_nobody_altered_is_the_same(scratch: Path) -> None:
    for make in (database_victim, log_victim):
        assert make(scratch / make.__name__).suffer(lambda content: content, scratch) == "same"


# the database -----------------------------------------------------------------


def test_altered_pages_are_never_believed(scratch: Path, tally: Tally) -> None:
    victim, chance = database_victim(scratch / "v"), random.Random(tally.seed)
    outcomes = suffered(victim, flips(size_of(victim), 40, chance), scratch)
    outcomes += suffered(victim, cuts(size_of(victim), 20, chance), scratch)
    tally("40 bits and 20 cuts in the database", told(outcomes, victim))
    sound(outcomes, "same")
    assert outcomes["same"] <= 1  # cutting nothing off is no harm


def test_an_altered_log_gives_a_whole_earlier_state_at_worst(scratch: Path, tally: Tally) -> None:
    victim, chance = log_victim(scratch / "v"), random.Random(tally.seed)
    outcomes = suffered(victim, flips(size_of(victim), 30, chance), scratch)
    outcomes += suffered(victim, cuts(size_of(victim), 15, chance), scratch)
    tally("30 bits and 15 cuts in the write-ahead log (earlier: cannot be found offline)", told(outcomes, victim))
    sound(outcomes, "same", "earlier")


@pytest.mark.slow
@pytest.mark.parametrize(("make", "number"), [(database_victim, 2000), (log_victim, 500)])
def test_thousands_of_alterations(make: Callable[[Path], Victim], number: int, scratch: Path, tally: Tally) -> None:
    victim, chance = make(scratch / "v"), random.Random(tally.seed + 1)
    outcomes = suffered(victim, flips(size_of(victim), tally.portion(number), chance), scratch)
    tally(f"{number} bits in {victim.file}", told(outcomes, victim))
    sound(outcomes, *(("same", "earlier") if make is log_victim else ()))
    outcomes = suffered(victim, cuts(size_of(victim), tally.portion(number // 5), chance), scratch)
    tally(f"{number // 5} cuts in {victim.file}", told(outcomes, victim))
    sound(outcomes, "same", *(("earlier",) if make is log_victim else ()))


def test_a_database_without_authentication_is_found_out(
    scratch: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = database._keyed

    def unauthenticated(*given: Any) -> Any:
        connection = real(*given)
        connection.execute("PRAGMA cipher_use_hmac=OFF")
        return connection

    monkeypatch.setattr(database, "_keyed", unauthenticated)
    monkeypatch.setattr(health, "_look_at_pages", lambda _: iter(()))
    victim = database_victim(scratch / "v")
    outcomes = suffered(victim, flips(size_of(victim), 40, random.Random(tally.seed)), scratch)
    tally("40 bits in a database without authentication", told(outcomes), sabotaged=True)
    assert set(outcomes) - {"refused", "found"}


# small files ------------------------------------------------------------------


def small_file_outcomes(content: bytes, bits: range, read: Callable[[bytes], object]) -> Counter[str]:
    """Flip bits of a small file and say what reading it gives: refused, the same, something else, a traceback."""
    wanted, outcomes = read(content), Counter[str]()
    for bit in bits:
        try:
            outcomes["same" if read(flip(bit)(content)) == wanted else "changed"] += 1
        except KimError:
            outcomes["refused"] += 1
        except Exception:
            outcomes["crashed"] += 1
    return outcomes


def reader_of_info(place: Path) -> Callable[[bytes], object]:
    def read(content: bytes) -> object:
        (place / info.INFO_NAME).write_bytes(content)
        return read_info(place)

    return read


def made_backup(scratch: Path) -> Path:
    with make_desk(services(), scratch / "tresor") as desk:
        (scratch / "stick").mkdir()
        return backups.back_up(desk, scratch / "stick").folder


def reader_of_manifest(folder: Path) -> Callable[[bytes], object]:
    def read(content: bytes) -> object:
        (folder / info.MANIFEST_NAME).write_bytes(content)
        return backup.verify_files(folder)

    return read


def test_every_bit_of_the_small_file_counts(scratch: Path, tally: Tally) -> None:
    folder = database_victim(scratch / "v").folder
    content = (folder / info.INFO_NAME).read_bytes()
    outcomes = small_file_outcomes(content, range(len(content) * 8), reader_of_info(folder))
    tally("every bit of Tresor.kimvault", told(outcomes))
    assert set(outcomes) == {"refused"}


def test_bits_of_a_backups_manifest_count(scratch: Path, tally: Tally) -> None:
    folder = made_backup(scratch)
    content = (folder / info.MANIFEST_NAME).read_bytes()
    outcomes = small_file_outcomes(content, range(tally.seed % 16, len(content) * 8, 16), reader_of_manifest(folder))
    tally("every 16th bit of a backup's manifest", told(outcomes))
    assert set(outcomes) == {"refused"}


@pytest.mark.slow
def test_every_bit_of_a_backups_manifest_counts(scratch: Path, tally: Tally) -> None:
    folder = made_backup(scratch)
    content = (folder / info.MANIFEST_NAME).read_bytes()
    step = round(1 / min(tally.share, 1))
    outcomes = small_file_outcomes(content, range(0, len(content) * 8, step), reader_of_manifest(folder))
    tally("every bit of a backup's manifest", told(outcomes))
    assert set(outcomes) == {"refused"}


def test_small_files_without_checksum_are_found_out(
    scratch: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trusting(content: bytes) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(content)
        return body

    folder = database_victim(scratch / "v").folder
    content = (folder / info.INFO_NAME).read_bytes()
    monkeypatch.setattr(info, "checked", trusting)
    outcomes = small_file_outcomes(content, range(len(content) * 8), reader_of_info(folder))
    tally("every bit of Tresor.kimvault, believed", told(outcomes), sabotaged=True)
    assert outcomes["changed"] > 0


# key slots ----------------------------------------------------------------------


def restamped(content: bytes, field: str, bit: int) -> bytes:
    """Flip a bit inside a slot's field as somebody would who writes a fitting checksum after it."""
    body = json.loads(content)
    del body["sum"]
    old = bytes.fromhex(body["slots"][0][field])
    body["slots"][0][field] = flip(bit % (len(old) * 8))(old).hex()
    return stamped(body)


FIELDS = ("salt", "commit", "nonce", "sealed")


@pytest.mark.slow
def test_fifty_forged_slots_under_the_real_derivation(scratch: Path, tally: Tally) -> None:
    folder, chance = scratch / "v", random.Random(tally.seed)
    vault, _ = create(folder, kind="desk", label="Büro", passphrase=PASSPHRASE, clock=TODAY, policy=PRODUCTION)
    with vault:
        rows = rows_of(vault)
    outcomes = Counter[str]()
    for number in range(tally.portion(50)):
        copy = Path(shutil.copytree(folder, scratch / "copy"))
        forged = restamped((folder / slots.SLOTS_NAME).read_bytes(), FIELDS[number % 4], chance.randrange(1 << 12))
        for name in (slots.SLOTS_NAME, slots.SPARE_NAME):
            (copy / name).write_bytes(forged)
        outcomes[Victim(copy, "", rows).outcome(copy, PRODUCTION)] += 1
        clear(copy)
    tally("forged slots, derivation at 256 MiB", told(outcomes))
    assert set(outcomes) == {"refused"}


def test_every_bit_of_a_slots_secrets_counts(scratch: Path, tally: Tally) -> None:
    victim, outcomes = database_victim(scratch / "v"), Counter[str]()
    content = (victim.folder / slots.SLOTS_NAME).read_bytes()
    for number in range(60):
        forged = restamped(content, FIELDS[number % 4], number * 5)
        for name in (slots.SLOTS_NAME, slots.SPARE_NAME):
            (victim.folder / name).write_bytes(forged)
        outcomes[victim.outcome(victim.folder)] += 1
    tally("60 forged bits in salt, commitment, nonce and sealed key", told(outcomes))
    assert set(outcomes) == {"refused"}
