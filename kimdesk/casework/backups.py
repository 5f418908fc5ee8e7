"""Backups as a worker knows them: make one, keep enough of them, get everything back, and try that out."""

from __future__ import annotations

import contextlib
import datetime as dt
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from kimdesk.base.clock import day_of, local_time
from kimdesk.base.errors import Cancelled, KimError, Surroundings, Untrusted, UserProblem
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework import deputies
from kimdesk.casework.desk import Desk, open_desk
from kimdesk.casework.health import check_vault, is_damaged, require_readable
from kimdesk.casework.trials import trial
from kimdesk.casework.ways import opened_without_passphrase
from kimdesk.store.events import note_event
from kimdesk.store.ledger import INCARNATION
from kimdesk.store.post import post_of
from kimdesk.store.session import Services, Session, open_session_with
from kimdesk.vault import backup as backups
from kimdesk.vault import restore as restoring
from kimdesk.vault.backup import BackupInfo, backups_in, read_backup
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.vault import Secret, VaultInfo, read_info

__all__ = ["BackupInfo", "BackupState", "Missed", "back_up", "back_up_at_the_end", "back_up_if_due", "choose_place",
           "drill", "existing", "miss", "open_any", "place", "read_backup", "restore", "secret_of", "state",
           "surplus"]  # fmt: skip

DAILY: Final = 3
WEEKLY: Final = 4
MONTHLY: Final = 6
REMIND_AFTER_DAYS: Final = 7
_PLACE: Final = "backup.place"
_HOLDS: Final = "backup.holds"
_MISSED: Final = "backup.missed"
Missed = Literal["", "gone", "failed", "late"]
"""Why there is no backup from the last quitting: the place was not there, something failed, it took too long."""


def back_up(desk: Session, folder: Path, progress: Progress = SILENT) -> BackupInfo:
    """Back the vault up into a folder or stick, verified; older ones beyond 3 daily, 4 weekly, 6 monthly go.

    A desk's backup carries the package for its deputy. The place is remembered for the next time. Raises what
    `vault.backup.back_up` raises.
    """
    revision = desk.store.revision  # what is written while the copy is made counts as not in it
    beside = deputies.extras(desk) if isinstance(desk, Desk) else {}
    made = backups.back_up(desk.vault, folder, clock=desk.clock, extras=beside, progress=progress)
    desk.put_state(_PLACE, str(folder.absolute()))
    desk.put_state(_HOLDS, str(revision))
    desk.drop_state(_MISSED)
    for old in surplus(backups_in(folder, desk.info.vault_id), keep=made):
        with contextlib.suppress(KimError):  # a medium that will not delete still holds the new backup
            backups.remove(old)
    return made


def open_any(services: Services, folder: Path, passphrase: str) -> Session:
    """Open a vault of any kind with its passphrase, a desk's as a desk; raises what opening raises."""
    if read_info(folder).kind == "desk":
        return open_desk(services, folder, passphrase)
    return open_session_with(services, folder, passphrase, Session)


def choose_place(desk: Session, folder: Path) -> None:
    """Remember where backups go from now on; the next one is made there.

    Raises UserProblem `backup.inside_vault`, `backup.exchange_medium`, Surroundings `disk.gone`.
    """
    folder = folder.absolute()
    if not folder.is_dir():
        raise Surroundings("disk.gone")
    backups.require_place(desk.info.folder, folder)
    desk.put_state(_PLACE, str(folder))


def place(desk: Session) -> Path | None:
    """Return where backups go, or None while nobody has chosen."""
    kept = desk.get_state(_PLACE)
    return Path(kept) if kept else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """How things stand with the backups of an open vault.

    `last_ms` is when the last verified one was made (UTC milliseconds); `reachable` whether the place is there now;
    `gone` whether it is there without that backup; `due` whether one should be made today; `overdue` whether Heute
    should remind; `changed` whether anything was written since; `missed` why the last quitting made none.
    """

    last_ms: int | None
    place: Path | None
    reachable: bool
    gone: bool
    due: bool
    overdue: bool
    changed: bool = True
    missed: Missed = ""


def state(desk: Session) -> BackupState:
    """Return how things stand; looks at the place, so it may take as long as a slow stick does."""
    last, folder = desk.info.last_backup_ms, place(desk)
    reachable = folder is not None and folder.is_dir()
    found = existing(desk, folder) if folder is not None and reachable else ()
    days = None if last is None else (desk.today - day_of(last)).days
    return BackupState(
        last_ms=last,
        place=folder,
        reachable=reachable,
        gone=reachable and last is not None and all(each.made_ms != last for each in found),
        due=days is None or days != 0,
        overdue=days is None or abs(days) >= REMIND_AFTER_DAYS,
        changed=desk.get_state(_HOLDS) != str(desk.store.revision),
        missed=_missed(desk),
    )


def _missed(desk: Session) -> Missed:
    kept = desk.get_state(_MISSED)
    return kept if kept in {"gone", "failed", "late"} else ""  # type: ignore[return-value] # one of these


def back_up_if_due(desk: Session, progress: Progress = SILENT) -> BackupInfo | None:
    """Make today's backup where a place is chosen and there; for the first idle minute of a day.

    Returns None where there is nothing to do or the stick is not plugged in. Raises like `back_up`.
    """
    now = state(desk)
    if now.place is None or not now.reachable or not now.due:
        return None
    return back_up(desk, now.place, progress)


def back_up_at_the_end(desk: Session, progress: Progress = SILENT) -> BackupInfo | None:
    """Back up what was written since the last backup, for quitting; None where there is nothing to do.

    A place that is not there, and what fails, is remembered for Heute until the next backup. Raises like `back_up`.
    """
    now = state(desk)
    if now.place is None or not now.changed or desk.practice:
        return None
    if not now.reachable:
        miss(desk, "gone")
        return None
    try:
        return back_up(desk, now.place, progress)
    except Cancelled:
        raise
    except KimError:
        miss(desk, "failed")
        raise


def miss(desk: Session, why: Missed) -> None:
    """Remember why quitting made no backup; the next one that is made forgets it."""
    desk.put_state(_MISSED, why)


def existing(desk: Session, folder: Path) -> tuple[BackupInfo, ...]:
    """Return this vault's backups in a folder, the newest first; raises Surroundings."""
    return backups_in(folder, desk.info.vault_id)


def surplus(found: Sequence[BackupInfo], *, keep: BackupInfo) -> tuple[BackupInfo, ...]:
    """Return the backups that may go: all but the newest of each of the last days, weeks and months that have one.

    The one just made stays in any case: a clock that once ran ahead must not have it taken for the oldest.
    """
    newest_first = sorted(found, key=lambda each: each.made_ms, reverse=True)
    kept: set[Path] = {keep.folder}
    for most, span in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        spans: dict[tuple[int, ...], BackupInfo] = {}
        for each in newest_first:
            spans.setdefault(span(each), each)
        kept |= {each.folder for each in list(spans.values())[:most]}
    return tuple(each for each in newest_first if each.folder not in kept)


def _day(backup: BackupInfo) -> tuple[int, ...]:
    return (day_of(backup.made_ms).toordinal(),)


def _week(backup: BackupInfo) -> tuple[int, ...]:
    return tuple(day_of(backup.made_ms).isocalendar()[:2])


def _month(backup: BackupInfo) -> tuple[int, ...]:
    day: dt.date = day_of(backup.made_ms)
    return (day.year, day.month)


def restore(services: Services, backup: Path, folder: Path, secret: str, progress: Progress = SILENT) -> VaultInfo:
    """Make a vault in a new folder from a backup; `secret` is the passphrase or the recovery code of that time.

    It continues as another life of the vault: bundles start a stream of their own. A code is spent with it:
    `ways.renew` comes next. Raises what `vault.restore.restore` raises.
    """
    return restore_with(services, backup, folder, secret_of(secret), progress)


def restore_with(
    services: Services, backup: Path, folder: Path, secret: Secret, progress: Progress = SILENT
) -> VaultInfo:
    """Do the same with whatever opens the backup."""
    info = restoring.restore(backup, folder, secret=secret, policy=services.policy, progress=progress)
    try:
        with open_session_with(services, folder, secret, Session) as session:
            post_of(session.store).ledger.keep_secrets({INCARNATION: secrets.token_bytes(16)})
            note_event(session, "restored", about=f"{local_time(read_backup(backup).made_ms):%d.%m.%Y %H:%M}")
            if isinstance(secret, RecoveryCode):
                opened_without_passphrase(session, "code")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return info


def drill(services: Services, backup: Path, near: Path, secret: str, progress: Progress = SILENT) -> BackupInfo:
    """Try a backup out: restore it beside the vaults, check everything in it, and take the trial away again.

    Raises what `restore` raises, Untrusted `backup.damaged` where the restored vault is not whole.
    """
    with trial(near) as folder:
        restore(services, backup, folder, secret, progress)
        findings = check_vault(services, folder, secret_of(secret))
        require_readable(findings)
        if is_damaged(findings):
            raise Untrusted("backup.damaged")
    return read_backup(backup)


def secret_of(typed: str) -> str | RecoveryCode:
    """Return the recovery code a text is, or the text as a passphrase."""
    try:
        return RecoveryCode.parse(typed)
    except UserProblem:
        return typed
