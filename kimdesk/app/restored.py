"""A vault on a new device, made from a backup: which backups there are, and what opens them."""

from __future__ import annotations

import shutil
from pathlib import Path

from kimdesk.app.kinds import way_into
from kimdesk.base.errors import UserProblem
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework import backups
from kimdesk.casework.ways import RecoveryCode
from kimdesk.store.session import Services, Session
from kimdesk.ui.screens.unlock.state import KnownVault
from kimdesk.vault.backup import backups_in
from kimdesk.vault.info import MANIFEST_NAME


def found_in(place: Path) -> tuple[KnownVault, ...]:
    """Return the backup a folder is, or those that lie in it, the newest first; raises `backup.none_here`."""
    found = (backups.read_backup(place),) if (place / MANIFEST_NAME).is_file() else backups_in(place)
    if not found:
        raise UserProblem("backup.none_here")
    return tuple(KnownVault(folder=each.folder, label=each.label, backup_ms=each.made_ms) for each in found)


def restore(services: Services, backup: Path, folder: Path, secret: str, progress: Progress = SILENT) -> Session:
    """Make a vault in a new folder from a backup and return it open; `secret`: passphrase or code of that time.

    After the code a new passphrase comes next (`ways.must_renew`). Raises what `casework.backups.restore` raises;
    nothing is left behind then.
    """
    backups.restore(services, backup, folder, secret, progress)
    try:
        way = way_into(folder)
        if isinstance(backups.secret_of(secret), RecoveryCode):
            return way.open_with_code(services, folder, secret)
        return way.open(services, folder, secret)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)  # the backup is still there; half a vault helps nobody
        raise
