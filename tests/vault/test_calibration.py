"""A slot costs what the policy asks, on quick devices more, and never less; a policy that rises is followed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kimdesk.vault.keys import Slot, open_slot, seal_slot
from kimdesk.vault.opened import OpenVault
from kimdesk.vault.vault import unlock
from tests.vault.conftest import CHEAP, PASSPHRASE, Place


@dataclass
class Device:
    """A clock on which every derivation takes this long (milliseconds)."""

    takes: int
    ms: int = 0

    def now_ms(self) -> int:
        self.ms += self.takes
        return self.ms


def slot_on(device: Device) -> Slot:
    key = bytearray(32)
    slot = seal_slot(
        kind="passphrase", secret=bytearray(b"x"), vault_key=key, vault_id="00", clock=device, policy=CHEAP
    )
    assert open_slot(slot, secret=bytearray(b"x"), vault_id="00", policy=CHEAP) == key
    return slot


def test_a_quick_device_gets_more_passes_up_to_the_ceiling() -> None:
    assert slot_on(Device(100)).iterations == 4
    assert slot_on(Device(1)).iterations == CHEAP.most_iterations


def test_a_slow_device_gets_what_the_policy_asks_and_the_time_is_kept() -> None:
    for takes in (400, 5000):
        slot = slot_on(Device(takes))
        assert (slot.iterations, slot.measured_ms) == (CHEAP.iterations, takes)


def test_unlocking_raises_the_cost_when_the_policy_rises(place: Place) -> None:
    dearer = replace(CHEAP, memory_kib=64, iterations=2)
    assert costs(unlock(place.folder, passphrase=PASSPHRASE, clock=place.clock, policy=dearer)) == {
        "passphrase": (64, 2),
        "recovery": (32, 1),
    }
    assert costs(place.open())["passphrase"] == (64, 2), "never back"


def costs(vault: OpenVault) -> dict[str, tuple[int, int]]:
    with vault:
        return {slot.kind: (slot.memory_kib, slot.iterations) for slot in vault.slots().slots}
