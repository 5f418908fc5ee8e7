"""The passphrase once more, before an act that reaches beyond this laptop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kimdesk.base.errors import KimError
from kimdesk.casework import proof
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.tasks import Runner
from kimdesk.ui.widgets.secret import PassphraseEntry

if TYPE_CHECKING:
    from kimdesk.casework.proof import Session


class PassphraseDialog(Dialog):
    """Says for what the passphrase is needed, tries it beside the window, closes once it was right.

    `proved` carries it then, for acts that need the passphrase itself.
    """

    proved = Signal(str)

    def __init__(self, parent: QWidget | None, session: Session, runner: Runner, *, why: str, go_on: str) -> None:
        super().__init__(parent, QCoreApplication.translate("PassphraseDialog", "Noch einmal die Passphrase"), why)
        self._session = session
        self._runner = runner
        self.entry = PassphraseEntry()
        self.box.addWidget(self.entry)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.go_on = self.add_button(go_on, self._try, kind="primary", icon="lock-open")
        self.entry.entered.connect(self._try)
        self.entry.wait_line.over.connect(lambda: self.go_on.setEnabled(True))
        self.hesitate(proof.waiting(session))

    def _try(self) -> None:
        if not self.go_on.isEnabled() or not self.entry.edit.text():
            return
        typed = self.entry.take()
        self.go_on.setEnabled(False)
        self.entry.set_busy(busy=True)
        self.strip.hide()
        self._runner.run(lambda _steps: self._prove(typed), self._right, failed=self._wrong, lane="side")

    def _prove(self, typed: str) -> str:
        proof.prove(self._session, typed)
        return typed

    def _right(self, typed: str) -> None:
        if isValid(self):
            self.accept()
            self.proved.emit(typed)

    def _wrong(self, error: KimError) -> None:
        if isValid(self):
            self.strip.fail(error)
            self.hesitate(proof.waiting(self._session))

    def hesitate(self, seconds: int) -> None:
        """Ask after so many seconds, or at once."""
        self.go_on.setEnabled(not seconds)
        self.entry.refuse(seconds)


def ask_passphrase(
    parent: QWidget, session: Session, runner: Runner, *, why: str, go_on: str, act: Callable[[], None]
) -> PassphraseDialog | None:
    """Ask for the passphrase and do `act` once it was right; at once in the example, which has none.

    `why` says in one sentence for what it is needed, `go_on` is the word on the button.
    """
    if not proof.needed(session):
        act()
        return None
    dialog = PassphraseDialog(parent, session, runner, why=why, go_on=go_on)
    dialog.accepted.connect(act)
    dialog.open()
    return dialog


def ask_passphrase_itself(
    parent: QWidget, session: Session, runner: Runner, *, why: str, go_on: str, act: Callable[[str], None]
) -> PassphraseDialog | None:
    """Ask for the passphrase and hand it to `act` once it was right; nothing happens in the example."""
    if not proof.needed(session):
        return None
    dialog = PassphraseDialog(parent, session, runner, why=why, go_on=go_on)
    dialog.proved.connect(act)
    dialog.open()
    return dialog
