"""The device check: whether the place a vault lies in, and the place of its backups, are good ones."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from kimdesk.casework import backups
from kimdesk.store.session import Session
from kimdesk.vault.device import DeviceCheck, DiskFacts, Facts, Light, Point, disk_facts, judge, sync_client

__all__ = ["DeviceCheck", "DiskFacts", "Facts", "Light", "Point", "accept", "check_device", "check_of", "judge",
           "reminds", "set_shared", "shared"]  # fmt: skip

_SHARED: Final = "device.shared"
_ACCEPTED: Final = "device.accepted"


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


def check_of(session: Session) -> DeviceCheck:
    """Look at the device an open vault is on, and at the place of its backups where that is there now."""
    place = backups.place(session)
    reachable = place if place is not None and place.is_dir() else None
    return check_device(session.info.folder, reachable, shared_account=shared(session))


def shared(session: Session) -> bool:
    """Tell whether somebody said that several people work under one account of this computer."""
    return session.get_state(_SHARED) == "yes"


def set_shared(session: Session, *, on: bool) -> None:
    """Note whether several people work under one account of this computer."""
    session.put_state(_SHARED, "yes" if on else "")


def reminds(session: Session, found: DeviceCheck) -> bool:
    """Tell whether something red was found that nobody has taken note of."""
    known = set((session.get_state(_ACCEPTED) or "").split())
    return any(point.light == "red" and point.code not in known for point in found.points)


def accept(session: Session, found: DeviceCheck) -> None:
    """Note that somebody has read what was found; something else that turns up later is told again."""
    session.put_state(_ACCEPTED, " ".join(sorted(point.code for point in found.points)))
