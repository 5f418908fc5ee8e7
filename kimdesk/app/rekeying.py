"""A closed vault is put under another key while its owner looks on; then the new sheet, then the lock."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kimdesk.app.frame import Frame
from kimdesk.base.clock import today
from kimdesk.base.errors import KimError
from kimdesk.base.progress import Progress
from kimdesk.casework import recovery_sheet, ways
from kimdesk.casework.backups import open_any
from kimdesk.store.session import Services
from kimdesk.ui.dialogs.sheet import Sheet
from kimdesk.ui.screens.rekey.view import RekeyView
from kimdesk.ui.tasks import Job, Runner
from kimdesk.vault.info import read_info


class Rekeying(QObject):
    """One change of the vault key; `ended` once the program may begin anew, whatever came of it."""

    ended = Signal()

    def __init__(self, frame: Frame, runner: Runner, services: Services, folder: Path) -> None:
        super().__init__()
        self._runner = runner
        self._services = services
        self._folder = folder
        self._job: Job | None = None
        self._passphrase = ""
        self.shows_code = False
        """Whether the new code stands on the screen; before that the vault is at work."""
        self.view = RekeyView()
        self.view.stop_asked.connect(self.stop)
        self.view.ended.connect(self.ended)
        frame.turn_to(self.view)

    def begin(self, passphrase: str) -> None:
        """Change the key beside the window."""
        self._passphrase = passphrase
        self.view.show_share(0)
        self._job = self._runner.run(
            lambda steps: self._change(passphrase, steps),
            self._changed,
            failed=self._failed,
            progress=lambda done, total: self.view.show_share(done / max(total, 1)),
        )

    def _change(self, passphrase: str, steps: Progress) -> Sheet:
        code = ways.change_vault_key(self._services, self._folder, passphrase, progress=steps)
        label, day = read_info(self._folder).label, today(self._services.clock)
        return Sheet(groups=tuple(code.groups), pdf=recovery_sheet.recovery_sheet(label=label, code=code, day=day))

    def _changed(self, sheet: Sheet) -> None:
        self._job = None
        self.shows_code = True
        dialog = self.view.show_sheet(sheet, lambda file: self._save(sheet, file))
        dialog.accepted.connect(self._is_out)
        dialog.rejected.connect(self.ended)
        dialog.open()

    def _save(self, sheet: Sheet, file: Path) -> None:
        recovery_sheet.require_free(file, self._folder)
        recovery_sheet.save_sheet(sheet.pdf, file)

    def _is_out(self) -> None:
        """Note in the vault that its sheet is on paper, then begin anew."""
        passphrase, self._passphrase = self._passphrase, ""
        self._runner.run(lambda _steps: self._note(passphrase), self._go, failed=self._go)

    def _go(self, _answer: object) -> None:
        self.ended.emit()

    def _note(self, passphrase: str) -> None:
        with open_any(self._services, self._folder, passphrase) as session:
            ways.code_is_out(session)

    def _failed(self, error: KimError) -> None:
        self._job = None
        self._passphrase = ""
        self.view.fail(error)

    def stop(self) -> None:
        """Stop before the new key is in force; the vault opens as before."""
        if self._job is not None:
            self._job.cancel()
        self.ended.emit()
