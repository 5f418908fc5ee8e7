"""The device check: whether the place a vault lies in, and the place of its backups, are good ones."""

from __future__ import annotations

import os
from pathlib import Path

from kimdesk.vault.device import DeviceCheck, DiskFacts, Facts, Light, Point, disk_facts, judge, sync_client

__all__ = ["DeviceCheck", "DiskFacts", "Facts", "Light", "Point", "check_device", "judge"]


def check_device(folder: Path, backup: Path | None = None, *, shared_account: bool = False) -> DeviceCheck:
    """Look at the place of a vault, made or only planned, and of its backups; asks the system, never raises.

    `shared_account`: several people work under one account of this computer, as somebody said.
    """
    folder = folder.absolute()
    facts = Facts(
        vault=disk_facts(folder),
        sync=sync_client(folder, exists=lambda path: Path(path).exists(), environ=os.environ),
        backup=None if backup is None else disk_facts(backup),
        shared_account=shared_account,
    )
    return judge(facts)
