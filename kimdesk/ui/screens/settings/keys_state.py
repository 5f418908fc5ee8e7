"""What the part about keys shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.casework.escrow import HolderView


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysState:
    """One moment: since when each way into the vault is in force, None where there is none.

    `code_kept` is since when the recovery sheet lies at the provider; `code_out` whether it ever reached paper;
    `holders` who can open the vault together; `practice` is the example, which has no keys to change; `body` is an
    office's or a provider's own vault, whose sheet lies with nobody else.
    """

    loaded: bool = False
    busy: bool = False
    practice: bool = False
    body: bool = False
    passphrase_since: dt.date | None = None
    code_since: dt.date | None = None
    code_kept: dt.date | None = None
    code_out: bool = True
    escrow_since: dt.date | None = None
    holders: tuple[HolderView, ...] = ()
