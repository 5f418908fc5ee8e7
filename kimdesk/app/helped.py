"""Getting in with the help of two persons at the provider: what waits on this device between request and answers."""

from __future__ import annotations

import contextlib
from pathlib import Path

from kimdesk.app.kinds import way_into
from kimdesk.base.errors import KimError
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework import escrow
from kimdesk.casework.escrow import Answered
from kimdesk.casework.recovery_sheet import recovery_sheet
from kimdesk.exchange.medium import read_small, write_whole
from kimdesk.store.session import Services, Session
from kimdesk.ui.screens.unlock.presenter import Created
from kimdesk.ui.screens.unlock.state import Helped
from kimdesk.vault import ceremony
from kimdesk.vault.info import read_info
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.slots import read_slots


def deposited(folder: Path) -> bool:
    """Tell whether the key of a vault is deposited; needs no key, and what is damaged says no."""
    with contextlib.suppress(KimError):
        info = read_info(folder)
        return read_slots(info.folder, info.vault_id).usable.escrow is not None
    return False


def _files(place: Path, folder: Path) -> tuple[Path, Path]:
    """Return where the request and its private key wait."""
    name = read_info(folder).vault_id
    return place / "Hilfe" / f"{name}.kimn", place / "Hilfe" / f"{name}.offen"


def waiting(place: Path, folder: Path) -> str:
    """Return the words of the request that waits for a vault, or nothing."""
    with contextlib.suppress(KimError):
        request, pending = _files(place, folder)
        if pending.is_file() and request.is_file():
            return ceremony.read_request(read_small(request, ceremony.MOST_BYTES)).words
    return ""


def ask(services: Services, place: Path, folder: Path, file: Path, passphrase: str) -> str:
    """Write a request where somebody chose, and keep what belongs to it; a request made before opens nothing more."""
    request, pending = _files(place, folder)
    request.parent.mkdir(parents=True, exist_ok=True)
    for old in (request, pending):
        old.unlink(missing_ok=True)
    words = escrow.ask(services, folder, request, pending, passphrase)
    write_whole(file, request.read_bytes())
    return words


def open_with(services: Services, place: Path, folder: Path, helped: Helped) -> Created:
    """Open a vault with both answers and return it with its new code, to be printed now."""
    answered = _answered(place, folder, helped)
    return _created(
        services,
        folder,
        answered,
        helped.passphrase,
        escrow.open_with_answers(services, folder, answered, helped.passphrase),
    )


def restore_with(
    services: Services, place: Path, backup: Path, folder: Path, helped: Helped, progress: Progress = SILENT
) -> Created:
    """Make a vault in a new folder from a backup with both answers and return it with its new code."""
    answered = _answered(place, backup, helped)
    made = escrow.restore_with_answers(services, backup, folder, answered, helped.passphrase, progress)
    return _created(services, folder, answered, helped.passphrase, made)


def _answered(place: Path, asked_for: Path, helped: Helped) -> Answered:
    request, pending = _files(place, asked_for)
    return Answered(
        request=request, answers=helped.answers, pending=pending, present=helped.present, reason=helped.reason
    )


def _created(
    services: Services, folder: Path, answered: Answered, passphrase: str, made: tuple[Session, RecoveryCode]
) -> Created:
    session, code = made
    answered.request.unlink(missing_ok=True)
    session.close()  # it was opened as a vault of any kind; from here on it is what it is
    desk = way_into(folder).open(services, folder, passphrase)
    sheet = recovery_sheet(label=desk.info.label, code=code, day=desk.today)
    return Created(desk=desk, groups=tuple(code.groups), sheet=sheet)
