"""What the list of backups shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One backup: of which vault, made when (UTC ms), here since, its size in bytes, whether it was found whole.

    `share`: it keeps a share of its key for this holder.
    """

    key: str
    label: str
    made: int
    since: dt.date
    size: int
    whole: bool | None = None
    verified: dt.date | None = None
    share: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupsState:
    """One moment of the screen; `verifying` is the backup being read now, `share` how far."""

    rows: tuple[BackupRow, ...] = ()
    verifying: str = ""
    share: float = 0.0
    added: int | None = None
    loaded: bool = False
