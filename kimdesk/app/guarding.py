"""Everything that guards an open vault in its window: the cover, its PIN, and what locks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kimdesk.app.capture import CaptureGuard
from kimdesk.app.covering import Covering
from kimdesk.app.frame import Frame
from kimdesk.app.privacy_key import PrivacyKey
from kimdesk.casework import capture
from kimdesk.casework.covering import CoverLock, Session
from kimdesk.ui import actions
from kimdesk.ui.dialogs.passphrase import ask_passphrase
from kimdesk.ui.dialogs.pin import PinDialog
from kimdesk.ui.dialogs.protection import ProtectionDialog
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.tasks import Runner
from kimdesk.ui.widgets.buttons import Button


class Guarding(QObject):
    """Puts the guards together for one open vault; `lock_asked` whoever wants it locked.

    `capture_guard` keeps its windows out of pictures, where the system can.
    """

    lock_asked = Signal()

    def __init__(
        self, frame: Frame, window: MainWindow, vault: Session, runner: Runner, capture_guard: CaptureGuard
    ) -> None:
        super().__init__()
        self._vault = vault
        self._runner = runner
        self._window = window
        self._capture = capture_guard
        self._secret = CoverLock(vault)
        self._offered = False
        above = {actions.spec("privacy").key: window.privacy_asked.emit}
        self.covering = Covering(frame, self._secret, runner, visiting=lambda: self._window.visiting, above=above)
        self.covering.lock_asked.connect(self.lock_asked)
        self.covering.uncovered.connect(self._uncovered)
        self._window.lock_asked.connect(self.lock_asked)
        self._window.cover_asked.connect(self.covering.cover)
        self._window.protection_asked.connect(self.show_protection)
        self.privacy = PrivacyKey(window, vault, runner)
        capture_guard.set_allowed(allowed=capture.allowed(vault))

    def stop(self) -> None:
        """Guard nothing any more: the vault is being closed."""
        self.covering.stop()
        self.privacy.stop()

    def show_protection(self) -> None:
        """Show what covers and locks, and what can be chosen about it."""
        turned = capture.switches(self._vault)
        dialog = ProtectionDialog(
            self._window,
            has_pin=self._secret.asks == "pin",
            magnifier=capture.allowed(self._vault),
            capture_possible=self._capture.possible,
            switched_ms=turned[-1].at if turned else None,
        )
        dialog.pin_asked.connect(dialog.accept)
        dialog.pin_asked.connect(self.choose_pin)
        dialog.magnifier_switched.connect(self._switch)
        dialog.open()

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        def turned(_none: None) -> None:
            self._capture.set_allowed(allowed=on)

        self._runner.run(lambda _steps: capture.allow(self._vault, on=on), turned, failed=self._window.strip.fail)

    def choose_pin(self) -> None:
        """Ask for the passphrase, then for a new PIN."""
        ask_passphrase(
            self._window,
            self._vault,
            self._runner,
            why=self.tr("Danach legen Sie die PIN fest, mit der Sie die Abdeckung wegnehmen."),
            go_on=self.tr("Weiter"),
            act=self._open_pin,
        )

    def _open_pin(self) -> None:
        dialog = PinDialog(self._window, self._secret, self._runner)
        dialog.accepted.connect(self._window.strip.hide)
        dialog.open()

    def _uncovered(self, asked: str) -> None:
        """Offer a PIN once where the passphrase had to be typed; it was just right, so it is not asked for again."""
        if asked != "passphrase" or self._offered:
            return
        self._offered = True
        choose = Button(self.tr("PIN festlegen"), icon="key-round", kind="quiet")
        choose.clicked.connect(self._open_pin)
        self._window.strip.say(
            self.tr("Mit einer PIN aus sechs Ziffern geht das Aufdecken schneller."), buttons=(choose,)
        )
