"""Another vault key: whatever happens meanwhile, the vault opens with its passphrase and nothing in it is lost."""

from __future__ import annotations

import io
import itertools
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from kimdesk.base.errors import Cancelled, KimError, Surroundings
from kimdesk.base.progress import Cancel, Progress
from kimdesk.vault import keychange
from kimdesk.vault.opened import OpenVault
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.vault import change_key, unlock_with, unlock_with_code
from tests.faults.conftest import clear
from tests.faults.tallying import Tally
from tests.support.dying import dies_at
from tests.vault.conftest import CHEAP, PASSPHRASE, Place
from tests.vault.test_faults import Faulty

FRESH = "kanne falter ufer nebel dorn pilz"
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
REAL_PREPARE = keychange.prepare
EVERY = pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.slow)])
"""Every how many calls to the system one is tried."""


@pytest.fixture
def filled(place: Place) -> Place:
    with place.open() as vault:
        connection = vault.connect("writer")
        connection.execute("CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT)")
        connection.executemany("INSERT INTO note (text) VALUES (?)", [("Elena",)] * 300)
        connection.close()
        (place.folder / "chain").write_bytes(vault.subkey("journal"))
    return place


def changed(place: Place, fresh: str | None = None) -> RecoveryCode:
    return change_key(place.folder, passphrase=PASSPHRASE, fresh=fresh, clock=place.clock, policy=CHEAP)


def require_whole(vault: OpenVault) -> None:
    connection = vault.connect("query")
    assert connection.execute("SELECT count(*) FROM note").fetchone() == (300,)
    connection.close()
    assert vault.check() == ()
    assert vault.subkey("journal") == (vault.info.folder / "chain").read_bytes()
    assert not (vault.info.folder / keychange.COPY_NAME).exists()


def test_the_new_key_opens_and_nothing_old_does(filled: Place) -> None:
    with filled.open() as vault:
        blob = vault.blobs().put(io.BytesIO(b"PDF"))
        generation = vault.slots().generation
        with vault.key() as old:
            before = bytearray(old)
    code = changed(filled, FRESH)
    for secret in (PASSPHRASE, filled.code, before):
        with pytest.raises(KimError, match=r"vault\.(wrong_passphrase|wrong_code|slots_damaged)"):
            unlock_with(filled.folder, secret, clock=filled.clock, policy=CHEAP)
    with filled.open(FRESH) as vault:
        require_whole(vault)
        assert vault.findings == ()
        assert vault.blobs().read(blob.blob_id, blob.key) == b"PDF"
        assert vault.slots().generation > generation
        assert vault.slots().retired is None
        with vault.key() as key:
            assert key != before
    with unlock_with_code(filled.folder, code=code, clock=filled.clock, policy=CHEAP) as vault:
        require_whole(vault)


def test_the_key_changes_again_and_the_journals_key_stays(filled: Place) -> None:
    changed(filled, FRESH)
    change_key(filled.folder, passphrase=FRESH, clock=filled.clock, policy=CHEAP)
    with filled.open(FRESH) as vault:
        require_whole(vault)


def opens_with(place: Place) -> int:
    """Return which of the two passphrases opens the vault, whole."""
    try:
        vault = place.open()
    except KimError:
        with place.open(FRESH) as vault:
            require_whole(vault)
        return 1
    with vault:
        require_whole(vault)
    return 0


def killed(filled: Place, tmp_path: Path, every: int) -> dict[str, int]:
    """Kill a change of the key at every so manyeth call; count the vaults that do not open whole afterwards."""
    finished, spoiled = [], 0
    for call in itertools.count(step=every):
        copy = Place(tmp_path / f"Kopie {call}", filled.code, filled.clock)
        shutil.copytree(filled.folder, copy.folder)
        died = dies_at(call, lambda copy=copy: changed(copy, FRESH))  # type: ignore[misc]
        try:
            finished.append(opens_with(copy))
        except (KimError, AssertionError, OSError):
            spoiled += 1
        clear(copy.folder)
        if not died:
            break
    back = finished != sorted(finished)  # old passphrase, then new, never back
    return {
        "kills": call // every,
        "opened whole by the old passphrase": finished.count(0),
        "opened whole by the new one": finished.count(1),
        "lost": spoiled + back,
    }


@EVERY
@forks
def test_a_kill_at_any_call_leaves_a_vault_that_opens_whole(
    filled: Place, tmp_path: Path, every: int, tally: Tally
) -> None:
    counts = killed(filled, tmp_path, every)
    tally("kills while the vault key changes", counts)
    assert counts["lost"] == 0
    assert counts["kills"] >= 25 // every
    assert counts["opened whole by the old passphrase"]
    assert counts["opened whole by the new one"]


def hasty(folder: Path, *given: Any, **named: Any) -> None:
    REAL_PREPARE(folder, *given, **named)
    keychange._switch(folder)


@forks
def test_a_change_of_the_key_in_the_wrong_order_is_found_out(
    filled: Place, tmp_path: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keychange, "prepare", hasty)
    counts = killed(filled, tmp_path, 3)
    tally("a database under a key that no slot opens yet", counts, sabotaged=True)
    assert counts["lost"] > 0


@EVERY
@pytest.mark.parametrize("persistent", [False, True])
def test_a_full_disk_at_any_call_loses_nothing(filled: Place, tmp_path: Path, every: int, *, persistent: bool) -> None:
    for passes in itertools.count(step=every):
        copy = Place(tmp_path / f"Kopie {passes}", filled.code, filled.clock)
        shutil.copytree(filled.folder, copy.folder)
        faulty, refused = Faulty(passes, 28, persistent=persistent), False
        with pytest.MonkeyPatch.context() as patch:
            faulty.install(patch)
            try:
                changed(copy, FRESH)
            except Surroundings:
                refused = True
        assert opens_with(copy) == (0 if refused else 1)
        clear(copy.folder)
        if not faulty.fired:
            break
    assert passes > 20


def test_a_cancelled_change_changes_nothing(filled: Place) -> None:
    stopped = Cancel()
    stopped.request()
    before = filled.bytes_of()
    with pytest.raises(Cancelled):
        change_key(
            filled.folder,
            passphrase=PASSPHRASE,
            clock=filled.clock,
            policy=CHEAP,
            progress=Progress(cancel=stopped),
        )
    assert filled.bytes_of() == before


def test_a_weak_fresh_passphrase_is_refused(filled: Place) -> None:
    with pytest.raises(KimError, match=r"vault\.passphrase_weak"):
        changed(filled, "sommer2026")
    with filled.open() as vault:
        require_whole(vault)


def test_a_lost_copy_is_made_again(filled: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(keychange, "finish", lambda *_: (_ for _ in ()).throw(Surroundings("disk.failing")))
        changed(filled, FRESH)
    (filled.folder / keychange.COPY_NAME).unlink()
    with filled.open(FRESH) as vault:
        require_whole(vault)
