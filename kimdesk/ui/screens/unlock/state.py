"""What the unlock window shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from kimdesk.base.errors import KimError

VaultKind = Literal["desk", "office", "provider"]
KINDS: tuple[VaultKind, ...] = ("desk", "office", "provider")
Step = Literal["open", "restore", "recover", "help", "who", "passphrase", "sheet", "prove", "demo"]
CREATING: tuple[Step, ...] = ("who", "passphrase", "sheet", "prove")
RENEWING: tuple[Step, ...] = ("passphrase", "sheet", "prove")
"""What comes before work goes on when somebody got in without the passphrase."""
GROUPS = 8


class KnownVault(NamedTuple):
    """A vault this workstation knows: all that may be known of it before unlocking."""

    folder: Path
    label: str
    backup_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVault:
    """What creating a vault asks; `name` is who works there, or what the office or provider is called."""

    kind: VaultKind = "desk"
    label: str = ""
    name: str = ""
    provider: str = ""
    place: str = ""
    district: str = ""
    passphrase: str = ""

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<NewVault>"


class Helped(NamedTuple):
    """What opens a vault without passphrase and code: both answers, the new passphrase, who is there and why."""

    answers: tuple[Path, ...]
    passphrase: str
    present: str
    reason: str

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Helped>"


class Strength(NamedTuple):
    """How hard a passphrase is to guess: an estimate in bits, and how many are needed."""

    bits: float
    needed: float

    @property
    def enough(self) -> bool:
        """Tell whether it may be used."""
        return self.bits >= self.needed


class UnlockState(NamedTuple):
    """One moment of the unlock window; `groups` is the fresh recovery code while it is shown."""

    step: Step = "open"
    vaults: tuple[KnownVault, ...] = ()
    chosen: int = 0
    busy: bool = False
    error: KimError | None = None
    wait: int = 0
    """Seconds until one may try again, after several wrong entries."""
    strength: Strength = Strength(bits=0, needed=1)
    wrong_group: int = 0
    groups: tuple[str, ...] = ()
    asked: tuple[int, ...] = ()
    sheet_out: bool = False
    refused: tuple[int, ...] = ()
    renewing: bool = False
    """The vault is open, but nobody knows a passphrase for it: a new one and a new sheet come first."""
    done: float = 0.0
    """Share of the demo that is ready, 0 to 1."""

    deposited: bool = False
    """Two persons at the provider can help into the chosen vault."""
    restoring: bool = False
    """A vault is made on this device from one of the backups found."""
    backups: tuple[KnownVault, ...] = ()
    backup: int = 0
    standing_in: bool = False
    """Whoever opens the vault wants to open a colleague's deputy package with it."""
    help_words: str = ""
    """The eight words of a request that waits for its answers; empty where there is none."""

    @property
    def at(self) -> KnownVault | None:
        """Return the vault to be opened, or the backup a vault is made from; None where there is neither."""
        among, number = (self.backups, self.backup) if self.restoring else (self.vaults, self.chosen)
        return among[number] if among else None

    def __repr__(self) -> str:
        """Never show the code."""
        return f"<UnlockState {self.step}>"
