"""Everything that guards an open vault in its window: the cover, its PIN, and what locks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kimdesk.app.covering import Covering
from kimdesk.app.desk_window import DeskWindow
from kimdesk.app.frame import Frame
from kimdesk.casework.covering import CoverLock
from kimdesk.ui import actions
from kimdesk.ui.dialogs.passphrase import ask_passphrase
from kimdesk.ui.dialogs.pin import PinDialog
from kimdesk.ui.widgets.buttons import Button


class Guarding(QObject):
    """Puts the guards together for one open desk; `lock_asked` whoever wants it locked."""

    lock_asked = Signal()

    def __init__(self, frame: Frame, desk_window: DeskWindow) -> None:
        super().__init__()
        context = desk_window.context
        self._context = context
        self._window = desk_window.window
        self._secret = CoverLock(context.desk)
        self._offered = False
        self.covering = Covering(frame, self._secret, context.runner, visiting=lambda: self._window.visiting)
        self.covering.lock_asked.connect(self.lock_asked)
        self.covering.uncovered.connect(self._uncovered)
        self._window.lock_asked.connect(self.lock_asked)
        self._window.cover_asked.connect(self.covering.cover)
        self._window.pin_asked.connect(self.choose_pin)

    def stop(self) -> None:
        """Guard nothing any more: the vault is being closed."""
        self.covering.stop()

    def choose_pin(self) -> None:
        """Ask for the passphrase, then for a new PIN."""
        ask_passphrase(
            self._window,
            self._context.desk,
            self._context.runner,
            why=self.tr("Danach legen Sie die PIN fest, mit der Sie die Abdeckung wegnehmen."),
            go_on=self.tr("Weiter"),
            act=self._open_pin,
        )

    def _open_pin(self) -> None:
        dialog = PinDialog(self._window, self._secret, self._context.runner)
        dialog.accepted.connect(self._window.strip.hide)
        dialog.open()

    def _uncovered(self, asked: str) -> None:
        """Offer a PIN once where the passphrase had to be typed; it was just right, so it is not asked for again."""
        if asked != "passphrase" or self._offered:
            return
        self._offered = True
        choose = Button(actions.text("pin"), icon="key-round", kind="quiet")
        choose.clicked.connect(self._open_pin)
        self._window.strip.say(
            self.tr("Mit einer PIN aus sechs Ziffern geht das Aufdecken schneller."), buttons=(choose,)
        )
