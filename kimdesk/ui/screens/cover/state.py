"""What the cover shows."""

from __future__ import annotations

from dataclasses import dataclass

from kimdesk.base.errors import KimError


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverState:
    """One moment of the cover: what it asks for ("pin", "passphrase" or ""), and how the last entry went.

    `left` is how many entries are left before the vault is locked, `wait` how many seconds one has to wait.
    """

    asks: str = "pin"
    busy: bool = False
    left: int = 5
    wait: int = 0
    error: KimError | None = None
