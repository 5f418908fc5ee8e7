"""A vault that opens in a millisecond: the cheap policy exists in process only, no option reaches it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kimdesk.base.clock import FixedClock
from kimdesk.vault.policy import Policy
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.vault import OpenVault, create, unlock

PASSPHRASE = "laterne wolke teppich brücke igel"
CHEAP = Policy(memory_kib=32, iterations=1, lanes=1, floor_kib=8)


@dataclass
class Place:
    """A closed vault and what opens it."""

    folder: Path
    code: RecoveryCode
    clock: FixedClock

    def open(self, passphrase: str = PASSPHRASE) -> OpenVault:
        return unlock(self.folder, passphrase=passphrase, clock=self.clock, policy=CHEAP)

    def bytes_of(self) -> dict[str, bytes]:
        """All files' contents; `lock` counts as well."""
        return {path.name: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}


@pytest.fixture
def place(tmp_path: Path, clock: FixedClock) -> Place:
    folder = tmp_path / "Tresor für Köln #1 100%"
    vault, code = create(folder, kind="desk", label="Büro", passphrase=PASSPHRASE, clock=clock, policy=CHEAP)
    vault.close()
    return Place(folder, code, clock)


@pytest.fixture
def vault(place: Place) -> Iterator[OpenVault]:
    with place.open() as opened:
        yield opened
