"""Between the unlock window and the vault; the heavy packages load here, while the user is typing."""

from __future__ import annotations

import secrets
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.ui.screens.unlock.presenter import Created
from kimdesk.ui.screens.unlock.state import KnownVault, NewVault, Strength
from kimdesk.ui.settings import SettingsFile

if TYPE_CHECKING:
    from kimdesk.casework.desk import Desk
    from kimdesk.store.session import Services


class VaultGateway:
    """Knows the vaults of this workstation and opens them; everything slow is called beside the window."""

    def __init__(self, settings: SettingsFile, new_vaults: Path) -> None:
        self._settings = settings
        self._new_vaults = new_vaults
        self._guard = threading.Lock()
        self._services: Services | None = None
        self.demo_folder: TemporaryDirectory[str] | None = None

    def services(self) -> Services:
        """Return the program's services, built at the first call."""
        from kimdesk.app import compose  # noqa: PLC0415 - loads SQLAlchemy, behind the unlock window

        with self._guard:
            if self._services is None:
                self._services = compose.services()
            return self._services

    def vaults(self) -> tuple[KnownVault, ...]:
        """Return the vaults this workstation knows that can be read, the last used first."""
        from kimdesk.vault.info import read_info  # noqa: PLC0415 - a small module, still not needed for a first start

        known = []
        for place in self._settings.load().vaults:
            try:
                info = read_info(Path(place))
            except KimError:
                continue
            known.append(KnownVault(folder=info.folder, label=info.label, backup_ms=info.last_backup_ms))
        return tuple(known)

    def open(self, folder: Path, passphrase: str) -> Desk:
        """Open a vault with its passphrase; raises KimError."""
        from kimdesk.casework.desk import open_desk  # noqa: PLC0415 - as above

        desk = open_desk(self.services(), folder, passphrase)
        self._remember(folder)
        return desk

    def open_with_code(self, folder: Path, code: str) -> Desk:
        """Open a vault with its recovery code; raises KimError."""
        from kimdesk.casework.desk import open_desk_with_code  # noqa: PLC0415 - as above

        desk = open_desk_with_code(self.services(), folder, code)
        self._remember(folder)
        return desk

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

    def create(self, wish: NewVault) -> Created:
        """Create a desk vault and return it open with its recovery code; raises KimError."""
        from kimdesk.casework.desk import NewDesk, Profile, create_desk  # noqa: PLC0415 - as above
        from kimdesk.casework.recovery_sheet import recovery_sheet  # noqa: PLC0415

        profile = Profile(name=wish.name, provider=wish.provider, place=wish.place)
        folder = self._free_folder()
        new = NewDesk(folder=folder, label=wish.label or "Tresor 1", passphrase=wish.passphrase, profile=profile)
        desk, code = create_desk(self.services(), new)
        sheet = recovery_sheet(label=desk.info.label, code=code, day=desk.today)
        self._remember(folder)
        return Created(desk=desk, groups=tuple(code.groups), sheet=sheet)

    def save_sheet(self, sheet: bytes, file: Path) -> None:
        """Write the recovery sheet where the user wants it; raises KimError."""
        from kimdesk.casework.recovery_sheet import save_sheet  # noqa: PLC0415 - as above

        save_sheet(sheet, file)

    def demo(self) -> Desk:
        """Create a vault with the demo caseload that vanishes when the program ends."""
        from kimdesk.casework.demo import load_demo  # noqa: PLC0415 - as above
        from kimdesk.casework.desk import NewDesk, Profile, create_desk  # noqa: PLC0415

        self.demo_folder = TemporaryDirectory(prefix="kimdesk-")
        folder = Path(self.demo_folder.name) / "beispiel"
        new = NewDesk(folder=folder, label="Beispiel", passphrase=secrets.token_hex(16), profile=Profile())
        desk, _code = create_desk(self.services(), new)
        load_demo(desk)
        return desk

    def preload(self) -> None:
        """Import what unlocking needs, in a thread beside the window."""
        threading.Thread(target=self.services, name="preload", daemon=True).start()

    def _remember(self, folder: Path) -> None:
        settings = self._settings.load()
        self._settings.save(settings.with_vault(folder))

    def _free_folder(self) -> Path:
        number = 1
        while (self._new_vaults / f"Tresor {number}").exists():
            number += 1
        return self._new_vaults / f"Tresor {number}"
