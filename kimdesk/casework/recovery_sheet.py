"""The recovery sheet: the one paper that opens a vault without its passphrase, written when the vault is made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TypeVar

from kimdesk.base.errors import Surroundings, UserProblem
from kimdesk.documents.api import recovery_pdf
from kimdesk.domain.views.documents import RecoverySheetView
from kimdesk.exchange.medium import watched, write_whole
from kimdesk.store.session import Session, unmade_on_failure
from kimdesk.vault.recovery import RecoveryCode

S = TypeVar("S", bound=Session)


def recovery_sheet(*, label: str, code: RecoveryCode, day: dt.date) -> bytes:
    """Return the sheet as PDF."""
    view = RecoverySheetView(vault_label=label, groups=code.groups, date=day, qr_text=code.text)
    return recovery_pdf(view).data


def require_free(sheet: Path, vault: Path) -> None:
    """Make sure that a sheet can be given this name before anything is made.

    Raises UserProblem(recovery.beside_lock) for a sheet inside its own vault, Surroundings.
    """
    if sheet.absolute().is_relative_to(vault.absolute()):
        raise UserProblem("recovery.beside_lock")
    with watched():
        is_taken, has_folder = sheet.exists(), sheet.absolute().parent.is_dir()
    if is_taken:
        raise Surroundings("medium.exists")
    if not has_folder:
        raise Surroundings("medium.gone")


def keep_sheet(made: tuple[S, RecoveryCode], sheet: Path) -> S:
    """Write the sheet of a vault just made and return the vault; without a sheet there is no vault.

    Raises Surroundings and what laying out a document raises; the vault is removed and closed then.
    """
    session, code = made
    with unmade_on_failure(session):
        write_whole(sheet, recovery_sheet(label=session.info.label, code=code, day=session.today))
    return session


def write_sheet(session: Session, code: RecoveryCode, sheet: Path) -> None:
    """Write the sheet of a code issued anew; raises Surroundings."""
    write_whole(sheet, recovery_sheet(label=session.info.label, code=code, day=session.today))


def save_sheet(sheet: bytes, file: Path) -> None:
    """Write a sheet where the user chose; raises Surroundings."""
    write_whole(file, sheet)
