"""What a provider keeps for its desks: sealed recovery sheets, and backups it can verify without any key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.base.progress import SILENT, Progress
from kimdesk.office.holders import holds_share
from kimdesk.office.provider import Provider
from kimdesk.vault import backup as vault_backup
from kimdesk.vault.backup import BackupInfo

MOST_WHERE: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A desk's recovery sheet: the device, whether its sheet lies here, since when (UTC ms) and where."""

    short_name: str
    label: str
    since: int | None
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that came: of which vault, made when, here since when, last found whole when (UTC ms), where it lay.

    `whole` is None while nobody has verified it.
    """

    key: str
    label: str
    made: int
    since: int
    size: int
    folder: Path
    whole: bool | None
    verified: int | None
    share: bool


# recovery sheets ----------------------------------------------------------


def sheets(provider: Provider) -> tuple[Sheet, ...]:
    """Return for every desk that is let in whether its recovery sheet lies here; then sheets of desks shut out."""
    held = {each.about: each for each in provider.post.deposits.all("sheet")}
    desks = [row for row in provider.post.ledger.partners() if not row.revoked or row.short_name in held]
    return tuple(
        Sheet(
            short_name=row.short_name,
            label=row.label,
            since=held[row.short_name].at if row.short_name in held else None,
            where=str(held[row.short_name].value["where"]) if row.short_name in held else "",
        )
        for row in desks
    )


def take_sheet(provider: Provider, short_name: str, where: str) -> None:
    """Note that a desk's sealed sheet lies here; the code on it is not asked for. Raises UserProblem."""
    row = provider.post.ledger.partner_named(short_name)
    where = " ".join(where.split())
    if len(where) > MOST_WHERE or not where.isprintable():
        raise UserProblem("enrol.label", limit=MOST_WHERE)
    provider.post.deposits.put("sheet", row.short_name, {"where": where})


def give_sheet_back(provider: Provider, short_name: str) -> None:
    """Note that a sheet is not here any more."""
    provider.post.deposits.remove("sheet", short_name)


# backups ------------------------------------------------------------------


def backups(provider: Provider) -> tuple[Backup, ...]:
    """Return the backups that came, the latest made first."""
    found = [
        Backup(
            key=each.about,
            label=each.value["label"],
            made=each.value["made"],
            since=each.at,
            size=each.value["size"],
            folder=Path(each.value["folder"]),
            whole=each.value["whole"],
            verified=each.value["verified"],
            share=each.value["share"],
        )
        for each in provider.post.deposits.all("backup")
    ]
    return tuple(sorted(found, key=lambda each: (each.made, each.key), reverse=True))


def take_backups(provider: Provider, place: Path) -> int:
    """Enter every backup found at a place, which may be a backup itself or a folder of them; returns how many are new.

    Raises UserProblem(backup.none_here), Surroundings.
    """
    found = vault_backup.backups_in(place) or _itself(place)
    if not found:
        raise UserProblem("backup.none_here")
    known = {each.key: each for each in backups(provider)}
    for info in found:
        before = known.get(_key(info))
        if before is None or before.folder != info.folder:
            _enter(provider, info)
    return sum(_key(info) not in known for info in found)


def _itself(place: Path) -> tuple[BackupInfo, ...]:
    return tuple(each for each in vault_backup.backups_in(place.parent) if each.folder == place)


def verify_backup(provider: Provider, key: str, progress: Progress = SILENT) -> Backup:
    """Compare every file of a backup with its manifest, without any key, and note the result.

    Raises UserProblem(backup.none_here) where it lies there no more, Untrusted(backup.damaged), Surroundings,
    Cancelled.
    """
    wanted = next((each for each in backups(provider) if each.key == key), None)
    if wanted is None:
        raise UserProblem("backup.none_here")
    try:
        info = vault_backup.verify_files(wanted.folder, progress)
    except Untrusted:
        _note(provider, key, whole=False)
        raise
    if _key(info) != key:
        raise UserProblem("backup.none_here")  # another backup lies there now
    _note(provider, key, whole=True)
    return next(each for each in backups(provider) if each.key == key)


def forget_backup(provider: Provider, key: str) -> None:
    """Take a backup off the list; its files stay where they are."""
    provider.post.deposits.remove("backup", key)


def _key(info: BackupInfo) -> str:
    return f"{info.vault_id}/{info.made_ms}"


def _enter(provider: Provider, info: BackupInfo) -> None:
    value = {
        "label": info.label,
        "made": info.made_ms,
        "size": info.size,
        "folder": str(info.folder.absolute()),
        "whole": None,
        "verified": None,
        "share": holds_share(provider, info.folder),
    }
    provider.post.deposits.put("backup", _key(info), value)


def _note(provider: Provider, key: str, *, whole: bool) -> None:
    known = next(each for each in provider.post.deposits.all("backup") if each.about == key)
    told = {**known.value, "whole": whole, "verified": provider.clock.now_ms()}
    provider.post.deposits.put("backup", key, told)
