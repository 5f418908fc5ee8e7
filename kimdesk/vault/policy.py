"""How expensive guessing a passphrase must be; the one place that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kimdesk.vault.strength import Strength, estimate_bits


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Cost of new key slots, the bounds within which a slot file's own numbers are believed, and passphrases.

    Memory is in KiB. A device that opens a slot faster than `least_ms` gets more passes when it makes one. Sources:
    RFC 9106 (Argon2), BSI TR-02102-1 (names Argon2id without numbers).
    """

    memory_kib: int
    iterations: int
    lanes: int
    floor_kib: int
    ceiling_kib: int = 1024 * 1024
    most_iterations: int = 10
    most_lanes: int = 8
    least_ms: int = 400
    passphrase_bits: float = 50.0
    strength: Strength = estimate_bits

    def admits(self, *, memory_kib: int, iterations: int, lanes: int) -> bool:
        """Tell whether parameters read from a file are neither too cheap nor a memory bomb."""
        return (
            self.floor_kib <= memory_kib <= self.ceiling_kib
            and 1 <= iterations <= self.most_iterations
            and 1 <= lanes <= self.most_lanes
        )


PRODUCTION: Final = Policy(memory_kib=256 * 1024, iterations=3, lanes=4, floor_kib=64 * 1024)
