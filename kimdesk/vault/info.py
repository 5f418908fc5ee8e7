"""Tresor.kimvault: the small file that may be read before unlocking, and nothing else may."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, get_args

from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.vault.canonical import checked, stamped
from kimdesk.vault.files import read_bounded, write_durable
from kimdesk.vault.trouble import from_os_error

Kind = Literal["desk", "provider", "office"]
FORMAT: Final = 1
INFO_NAME: Final = "Tresor.kimvault"
MANIFEST_NAME: Final = "Sicherung.json"
"""Beside the small file in a backup, and only there."""
LABEL_LIMIT: Final = 80
_SIZE_LIMIT: Final = 4096
_HEX_ID: Final = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultInfo:
    """What a closed vault says of itself: no worker, no provider, no counts."""

    folder: Path
    format: int
    vault_id: str
    kind: Kind
    label: str
    last_backup_ms: int | None = None


def checked_label(label: str) -> str:
    """Return the label without outer blanks; raises UserProblem `vault.label_invalid`."""
    label = label.strip()
    if not 1 <= len(label) <= LABEL_LIMIT or not label.isprintable():
        raise UserProblem("vault.label_invalid", most=LABEL_LIMIT)
    return label


def read_info(folder: Path) -> VaultInfo:
    """Return what the vault's small file says; changes nothing.

    Raises UserProblem `vault.not_found`, `vault.not_a_vault`; Untrusted `vault.info_damaged`, `vault.newer`.
    """
    path = folder / INFO_NAME
    try:
        content = read_bounded(path, _SIZE_LIMIT, code="vault.info_damaged")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UserProblem("vault.not_a_vault" if folder.exists() else "vault.not_found") from error
    except OSError as error:
        raise from_os_error(error) from error
    return _parsed(folder, content)


def write_info(info: VaultInfo) -> None:
    """Write the small file durably; raises Surroundings."""
    content = {
        "format": info.format,
        "kind": info.kind,
        "label": info.label,
        "last_backup_ms": info.last_backup_ms,
        "vault_id": info.vault_id,
    }
    try:
        write_durable(info.folder / INFO_NAME, stamped(content))
    except OSError as error:
        raise from_os_error(error) from error


def _parsed(folder: Path, content: bytes) -> VaultInfo:
    try:
        fields = checked(content)
    except ValueError as error:
        raise Untrusted("vault.info_damaged") from error
    version = fields.get("format")
    if type(version) is int and version > FORMAT:
        raise Untrusted("vault.newer", format=version)
    if version != FORMAT or not _plausible(fields):
        raise Untrusted("vault.info_damaged")
    return VaultInfo(
        folder=folder,
        format=FORMAT,
        vault_id=fields["vault_id"],
        kind=fields["kind"],
        label=fields["label"],
        last_backup_ms=fields["last_backup_ms"],
    )


def _plausible(fields: dict[str, Any]) -> bool:
    vault_id, label, backup = (fields.get(name) for name in ("vault_id", "label", "last_backup_ms"))
    return (
        isinstance(vault_id, str)
        and _HEX_ID.fullmatch(vault_id) is not None
        and fields.get("kind") in get_args(Kind)
        and isinstance(label, str)
        and 1 <= len(label) <= LABEL_LIMIT
        and label.isprintable()
        and "last_backup_ms" in fields
        and (backup is None or type(backup) is int)
    )
