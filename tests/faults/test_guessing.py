"""Guessing a passphrase stays dear, costs no more memory than allowed, and changes nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kimdesk.base.errors import KimError
from kimdesk.vault import keys, slots
from kimdesk.vault.canonical import stamped
from kimdesk.vault.policy import PRODUCTION, Policy
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.vault import create, unlock, unlock_with_code
from tests.faults.tallying import Tally
from tests.faults.world import TODAY
from tests.support.tree import ROOT
from tests.support.vaults import CHEAP, PASSPHRASE

Seen = Mapping[str, tuple[bytes, int]]


def seen(folder: Path) -> Seen:
    """Return every file's bytes and the time of its last change."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def made(folder: Path) -> Path:
    create(folder, kind="desk", label="Büro", passphrase=PASSPHRASE, clock=TODAY, policy=CHEAP)[0].close()
    return folder


def guess(folder: Path, number: int) -> dict[str, int]:
    """Guess wrongly, passphrases and codes in turn; return how often something in the folder changed, and the codes."""
    before, outcomes = seen(folder), {"files changed": 0}
    for turn in range(number):
        try:
            if turn % 5:
                unlock(folder, passphrase=f"falsch {turn}", clock=TODAY, policy=CHEAP)
            else:
                unlock_with_code(folder, code=RecoveryCode.generate(), clock=TODAY, policy=CHEAP)
        except KimError as error:
            outcomes[error.code] = outcomes.get(error.code, 0) + 1
        outcomes["files changed"] += seen(folder) != before
    return outcomes


def test_a_hundred_wrong_guesses_change_no_byte(scratch: Path, tally: Tally) -> None:
    outcomes = guess(made(scratch / "v"), 100)
    tally("100 wrong guesses", outcomes)
    assert outcomes == {"files changed": 0, "vault.wrong_passphrase": 80, "vault.wrong_code": 20}


def test_a_vault_that_counts_guesses_on_the_disk_is_found_out(
    scratch: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, real = made(scratch / "v"), keys.open_slot
    tries = folder / "tries"

    def counting(*given: Any, **named: Any) -> Any:
        tries.write_bytes(b"x" * (tries.stat().st_size + 1 if tries.exists() else 1))
        return real(*given, **named)

    monkeypatch.setattr(keys, "open_slot", counting)
    for module in list(sys.modules.values()):
        if getattr(module, "open_slot", None) is real:
            monkeypatch.setattr(module, "open_slot", counting)
    outcomes = guess(folder, 5)
    tally("a vault that counts guesses", outcomes, sabotaged=True)
    assert outcomes["files changed"] == 5


# what a slot file may ask for ---------------------------------------------------


def asked_for(folder: Path, policy: Policy, **numbers: int) -> tuple[str, list[int]]:
    """Open a vault whose slot file asks for such a derivation; return the code and the memory that was really asked."""
    for name in (slots.SLOTS_NAME, slots.SPARE_NAME):
        body = json.loads((folder / name).read_bytes())
        del body["sum"]
        for slot in body["slots"]:
            slot.update(numbers)
        (folder / name).write_bytes(stamped(body))
    derived: list[int] = []

    class Watched:
        def __init__(self, *, memory_cost: int, **_named: Any) -> None:
            derived.append(memory_cost)

        def derive_into(self, _secret: bytes, stretched: bytearray) -> None:
            stretched[:] = bytes(len(stretched))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "Argon2id", Watched)
        with pytest.raises(KimError) as caught:
            unlock(folder, passphrase=PASSPHRASE, clock=TODAY, policy=policy)
    return caught.value.code, derived


BOMBS: tuple[dict[str, int], ...] = (
    {"memory_kib": 8},
    {"memory_kib": PRODUCTION.floor_kib - 1},
    {"memory_kib": PRODUCTION.ceiling_kib + 1},
    {"memory_kib": 2**40},
    {"iterations": 0},
    {"iterations": PRODUCTION.most_iterations + 1},
    {"iterations": 2**31},
    {"lanes": 0},
    {"lanes": PRODUCTION.most_lanes + 1},
)


def test_a_slot_file_cannot_ask_for_too_little_or_too_much(scratch: Path, tally: Tally) -> None:
    outcomes = [
        asked_for(made(scratch / str(place)), PRODUCTION, **{"memory_kib": PRODUCTION.memory_kib, **bomb})
        for place, bomb in enumerate(BOMBS)
    ]
    derivations = sum(len(derived) for _, derived in outcomes)
    tally("slot files out of bounds", {"refused": len(outcomes), "derivations begun": derivations})
    assert outcomes == [("vault.slots_damaged", [])] * len(BOMBS)


def test_a_policy_without_bounds_is_found_out(scratch: Path, tally: Tally) -> None:
    boundless = replace(PRODUCTION, floor_kib=1, ceiling_kib=2**62)
    _, derived = asked_for(made(scratch / "v"), boundless, memory_kib=2**40)
    tally("a policy without bounds", {"derivations begun": len(derived)}, sabotaged=True)
    assert derived == [2**40]


# the real price -----------------------------------------------------------------

PRICE = """
import sys
from pathlib import Path
from kimdesk.vault.policy import PRODUCTION
from kimdesk.vault.vault import create
from tests.faults.heavy import peak_kib
from tests.faults.world import TODAY
from tests.support.vaults import PASSPHRASE
idle = peak_kib()
create(Path(sys.argv[1]), kind="desk", label="B", passphrase=PASSPHRASE, clock=TODAY)[0].close()
print(peak_kib() - idle)
"""


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is counted in KiB on Linux alone")
def test_the_real_derivation_takes_the_memory_it_promises(scratch: Path, tally: Tally) -> None:
    command = [sys.executable, "-c", PRICE, str(scratch / "v")]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    taken = int(done.stdout)
    body = json.loads((scratch / "v" / slots.SLOTS_NAME).read_bytes())
    tally("one derivation at a time", {"KiB at most": taken, "slots": len(body["slots"])})
    assert [slot["memory_kib"] for slot in body["slots"]] == [PRODUCTION.memory_kib] * 2
    assert PRODUCTION.memory_kib <= taken < 1.5 * PRODUCTION.memory_kib
