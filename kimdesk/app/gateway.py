"""Between the unlock window and the vault; the heavy packages load here, while the user is typing."""

from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from kimdesk.app.attempts import Attempts
from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.progress import Progress
from kimdesk.ui.screens.unlock.presenter import Created
from kimdesk.ui.screens.unlock.state import Helped, KnownVault, NewVault, Strength
from kimdesk.ui.settings import SettingsFile

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from kimdesk.casework.desk import Desk
    from kimdesk.casework.last_time import LastTime
    from kimdesk.store.session import Services, Session


class VaultGateway:
    """Knows the vaults of this workstation and opens them; everything slow is called beside the window.

    `services` makes the program's services; tests give their own.
    """

    def __init__(
        self, settings: SettingsFile, new_vaults: Path, services: Callable[[], Services] | None = None
    ) -> None:
        self._settings = settings
        self._new_vaults = new_vaults
        self._make = services or _production
        self._guard = threading.Lock()
        self._services: Services | None = None
        self._demo: TemporaryDirectory[str] | None = None
        self._attempts = Attempts(settings.place)
        self.last_time: LastTime | None = None
        """When the vault that is open was opened before; None where that is not known."""

    def services(self) -> Services:
        """Return the program's services, built at the first call."""
        with self._guard:
            if self._services is None:
                self._services = self._make()
            return self._services

    def vaults(self) -> tuple[KnownVault, ...]:
        """Return the vaults this workstation knows that can be read, the last used first."""
        known = []
        for place in self._settings.load().vaults:
            with contextlib.suppress(KimError):
                known.append(self.look(Path(place)))
        return tuple(known)

    def look(self, place: Path) -> KnownVault:
        """Return what a vault's folder, or the small file in it, says before unlocking; raises KimError."""
        from kimdesk.vault.info import INFO_NAME, read_info  # noqa: PLC0415 - still not needed for a first start

        info = read_info(place.parent if place.name == INFO_NAME else place)
        return KnownVault(folder=info.folder, label=info.label, backup_ms=info.last_backup_ms)

    def open(self, folder: Path, passphrase: str) -> Session:
        """Open a vault of any kind with its passphrase; raises KimError."""
        from kimdesk.app.kinds import way_into  # noqa: PLC0415 - as above

        return self._entered(folder, lambda: way_into(folder).open(self.services(), folder, passphrase))

    def open_with_code(self, folder: Path, code: str) -> Session:
        """Open a vault of any kind with its recovery code; raises KimError."""
        from kimdesk.app.kinds import way_into  # noqa: PLC0415 - as above

        return self._entered(folder, lambda: way_into(folder).open_with_code(self.services(), folder, code))

    def _entered(self, folder: Path, enter: Callable[[], Session]) -> Session:
        """Count a wrong entry; after a right one remember what was before."""
        from kimdesk.casework.last_time import note_opening  # noqa: PLC0415 - as above
        from kimdesk.vault.info import read_info  # noqa: PLC0415

        try:
            opened = enter()
        except UserProblem as problem:
            if problem.code in {"vault.wrong_passphrase", "vault.wrong_code"}:
                self._attempts.failed(read_info(folder).vault_id, self.services().clock.now_ms())
            raise
        failures = self._attempts.take(opened.info.vault_id)
        with contextlib.suppress(KimError):  # a full disk keeps nobody out
            self.last_time = note_opening(opened, failed=failures.count, failed_ms=failures.last_ms)
        return opened

    def deposited(self, folder: Path) -> bool:
        """Tell whether two persons at the provider can help into a vault."""
        from kimdesk.app.helped import deposited  # noqa: PLC0415 - as above

        return deposited(folder)

    def waiting_request(self, folder: Path) -> str:
        """Return the eight words of a request for help that waits for its answers, or nothing."""
        from kimdesk.app.helped import waiting  # noqa: PLC0415 - as above

        return waiting(self._settings.place, folder)

    def ask_help(self, folder: Path, file: Path, passphrase: str) -> str:
        """Write a request for both holders and return its words; raises KimError."""
        from kimdesk.app.helped import ask  # noqa: PLC0415 - as above

        return ask(self.services(), self._settings.place, folder, file, passphrase)

    def open_with_help(self, folder: Path, helped: Helped) -> Created:
        """Open a vault with both answers; raises KimError."""
        from kimdesk.app.helped import open_with  # noqa: PLC0415 - as above

        return open_with(self.services(), self._settings.place, folder, helped)

    def backups(self, place: Path) -> tuple[KnownVault, ...]:
        """Return the backups in a folder, the newest first; raises KimError."""
        from kimdesk.app.restored import found_in  # noqa: PLC0415 - as above

        return found_in(place)

    def restore(self, backup: Path, secret: str, progress: Progress) -> Session:
        """Make a vault on this device from a backup and return it open; raises KimError."""
        from kimdesk.app.restored import restore  # noqa: PLC0415 - as above

        return self._entered(backup, lambda: restore(self.services(), backup, self._free_folder(), secret, progress))

    def restore_with_help(self, backup: Path, helped: Helped, progress: Progress) -> Created:
        """Make a vault on this device from a backup with both answers; raises KimError."""
        from kimdesk.app.helped import restore_with  # noqa: PLC0415 - as above

        return restore_with(self.services(), self._settings.place, backup, self._free_folder(), helped, progress)

    def remember(self, desk: object) -> None:
        """Let this workstation know a vault that was just made here; where that cannot be written, it goes on."""
        from kimdesk.store.session import Session  # noqa: PLC0415 - as above

        assert isinstance(desk, Session)
        with contextlib.suppress(OSError):
            self._settings.save(self._settings.load().with_vault(desk.info.folder))

    def wrong_group(self, code: str) -> int:
        """Return the number of the first group that is wrong or missing, 0 for a well-formed code."""
        from kimdesk.vault.recovery import RecoveryCode  # noqa: PLC0415 - as above

        try:
            RecoveryCode.parse(code)
        except UserProblem as problem:
            return int(problem.params.get("group", 1))
        return 0

    def strength(self, passphrase: str) -> Strength:
        """Estimate how hard a passphrase is to guess, against what is asked for."""
        from kimdesk.vault.policy import PRODUCTION  # noqa: PLC0415 - as above

        return Strength(bits=PRODUCTION.strength(passphrase), needed=PRODUCTION.passphrase_bits)

    def suggestion(self) -> str:
        """Return a passphrase to offer: five random words."""
        from kimdesk.vault.phrase import suggest  # noqa: PLC0415 - as above

        return suggest()

    def must_renew(self, desk: object) -> bool:
        """Tell whether somebody got in without the passphrase and a new one comes first."""
        from kimdesk.casework.ways import must_renew  # noqa: PLC0415 - as above
        from kimdesk.store.session import Session  # noqa: PLC0415

        return isinstance(desk, Session) and must_renew(desk)

    def renew(self, desk: object, passphrase: str) -> Created:
        """Set a new passphrase and issue a new recovery code; raises KimError, what opened opens again then."""
        from kimdesk.casework import ways  # noqa: PLC0415 - as above
        from kimdesk.casework.recovery_sheet import recovery_sheet  # noqa: PLC0415
        from kimdesk.store.session import Session  # noqa: PLC0415

        assert isinstance(desk, Session)
        code = ways.renew(desk, passphrase)
        sheet = recovery_sheet(label=desk.info.label, code=code, day=desk.today)
        return Created(desk=desk, groups=tuple(code.groups), sheet=sheet)

    def sheet_is_proved(self, created: Created) -> None:
        """Note that the sheet is on paper; what a full disk does not take is asked again later."""
        from kimdesk.casework.ways import code_is_out  # noqa: PLC0415 - as above
        from kimdesk.store.session import Session  # noqa: PLC0415

        assert isinstance(created.desk, Session)
        with contextlib.suppress(KimError):
            code_is_out(created.desk)

    def create(self, wish: NewVault) -> Created:
        """Create a vault and return it open with its recovery code; raises KimError."""
        from kimdesk.app.kinds import create  # noqa: PLC0415 - as above
        from kimdesk.casework.recovery_sheet import recovery_sheet  # noqa: PLC0415

        made, code = create(self.services(), self._free_folder(), wish)
        sheet = recovery_sheet(label=made.info.label, code=code, day=made.today)
        return Created(desk=made, groups=tuple(code.groups), sheet=sheet)

    def save_sheet(self, sheet: bytes, file: Path) -> None:
        """Write the recovery sheet where the user wants it; raises KimError."""
        from kimdesk.casework.recovery_sheet import save_sheet  # noqa: PLC0415 - as above

        save_sheet(sheet, file)

    def discard(self, created: Created) -> None:
        """Take away a fresh vault whose recovery sheet nobody has proved to have; nothing is in it yet."""
        from kimdesk.store.session import Session  # noqa: PLC0415 - as above

        assert isinstance(created.desk, Session)
        created.desk.close()
        shutil.rmtree(created.desk.info.folder, ignore_errors=True)

    def give_back(self, desk: object) -> None:
        """Close a vault that was opened after nobody waited for it any more."""
        from kimdesk.store.session import Session  # noqa: PLC0415 - as above

        assert isinstance(desk, Session)
        desk.close()

    def demo(self, progress: Progress) -> Desk:
        """Create a vault with the demo caseload that vanishes when the program ends; raises Cancelled."""
        import secrets  # noqa: PLC0415 - as above
        from tempfile import TemporaryDirectory  # noqa: PLC0415

        from kimdesk.casework.demo import load_demo  # noqa: PLC0415 - as above
        from kimdesk.casework.desk import NewDesk, Profile, create_desk  # noqa: PLC0415

        place = TemporaryDirectory(prefix="kimdesk-")
        new = NewDesk(
            folder=Path(place.name) / "beispiel",
            label="Beispiel",
            passphrase=secrets.token_hex(16),
            profile=Profile(),
        )
        with ExitStack() as undone:
            undone.callback(place.cleanup)
            desk = undone.enter_context(create_desk(self.services(), new)[0])
            desk.practice = True
            load_demo(desk, progress=progress)
            undone.pop_all()
        self._demo = place
        return desk

    def is_demo(self, desk: Session) -> bool:
        """Tell whether a vault is the demo."""
        return self._demo is not None and desk.info.folder.is_relative_to(self._demo.name)

    def drop_demo(self) -> None:
        """Take the demo's files away, where there are any."""
        place, self._demo = self._demo, None
        if place is not None:
            place.cleanup()

    def preload(self) -> None:
        """Import what unlocking needs, in a thread beside the window."""
        threading.Thread(target=self.services, name="preload", daemon=True).start()

    def _free_folder(self) -> Path:
        number = 1
        while (self._new_vaults / f"Tresor {number}").exists():
            number += 1
        return self._new_vaults / f"Tresor {number}"


def _production() -> Services:
    from kimdesk.app import compose  # noqa: PLC0415 - loads SQLAlchemy, behind the unlock window

    return compose.services()
