"""What the part about backups shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from kimdesk.casework.backups import BackupInfo, BackupState

Work = Literal["", "backup", "drill"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsState:
    """One moment of the screen. `standing` is None until it was looked at; `share` of `work` is done (0 to 1).

    `rows` are the backups at the chosen place, the newest first; `practice` is the example, which has no passphrase.
    """

    day: dt.date
    standing: BackupState | None = None
    rows: tuple[BackupInfo, ...] = ()
    work: Work = ""
    share: float = 0.0
    practice: bool = False
