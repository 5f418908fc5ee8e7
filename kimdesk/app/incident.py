"""The sheet for data breaches from the window: with the vault open, or without the one that is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kimdesk.base.clock import today
from kimdesk.base.progress import Progress
from kimdesk.casework.incident_sheet import Holdings, holdings, holdings_of_backup, incident_sheet
from kimdesk.casework.recovery_sheet import save_sheet
from kimdesk.store.session import Services, Session
from kimdesk.ui.dialogs.incident import LOST
from kimdesk.ui.i18n import language


class FromVault:
    """What is in the open vault is counted for the sheet; `given` says which paper went astray."""

    counts_itself = True

    def __init__(self, vault: Session, given: str = "") -> None:
        self._vault = vault
        self._given = given
        self._lang = language()

    def sheet(self, happened: str) -> bytes:
        """Return the sheet as PDF."""
        held = holdings(self._vault) if happened in LOST else None
        given = self._given if happened == "paper" else ""
        return incident_sheet(self._vault.today, self._lang, happened=happened, held=held, given=given).data

    def count(self, backup: Path, secret: str, progress: Progress) -> None:
        """Nothing else needs to be counted."""

    def save(self, file: Path, sheet: bytes) -> None:
        """Write the sheet."""
        save_sheet(sheet, file)


class WithoutVault:
    """The vault may be what is lost: a backup tells what was in it. `services` is called beside the window."""

    counts_itself = False

    def __init__(self, services: Callable[[], Services], near: Path) -> None:
        self._services = services
        self._near = near
        self._held: Holdings | None = None
        self._lang = language()

    def sheet(self, happened: str) -> bytes:
        """Return the sheet as PDF."""
        held = self._held if happened in LOST else None
        return incident_sheet(today(self._services().clock), self._lang, happened=happened, held=held).data

    def count(self, backup: Path, secret: str, progress: Progress) -> None:
        """Count what a backup holds."""
        self._near.mkdir(parents=True, exist_ok=True)
        self._held = holdings_of_backup(self._services(), backup, self._near, secret, progress)

    def save(self, file: Path, sheet: bytes) -> None:
        """Write the sheet."""
        save_sheet(sheet, file)
