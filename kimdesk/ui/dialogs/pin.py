"""Choosing the PIN that takes the cover off."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.casework.covering import require_pin
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.tasks import Runner
from kimdesk.ui.widgets.inputs import set_invalid
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.pin import PinEdit
from kimdesk.ui.widgets.surfaces import column, row


class KeepsPin(Protocol):
    """Where a PIN is put in force."""

    def set_pin(self, pin: str) -> None:
        """Keep it; raises KimError."""
        ...


class PinDialog(Dialog):
    """Six digits, twice."""

    def __init__(self, parent: QWidget | None, keeper: KeepsPin, runner: Runner) -> None:
        why = QCoreApplication.translate(
            "PinDialog", "Mit der PIN nehmen Sie die Abdeckung weg. Nach fünf falschen Eingaben wird gesperrt."
        )
        super().__init__(parent, QCoreApplication.translate("PinDialog", "PIN festlegen"), why, width=520)
        self._keeper = keeper
        self._runner = runner
        self.first = PinEdit(self.tr("PIN"))
        self.again = PinEdit(self.tr("Noch einmal"))
        fields = [column(FieldLabel(each.accessibleName(), each), each, spacing=6) for each in (self.first, self.again)]
        line = row(spacing=16)
        for field in fields:
            line.addLayout(field)
        line.addStretch(1)
        self.box.addLayout(line)
        limits = self.tr("Die PIN schützt vor Blicken, nicht vor Diebstahl. Dafür sorgen Passphrase und Sperre.")
        self.box.addWidget(Paragraph(limits, "small"))
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.done_button = self.add_button(self.tr("PIN festlegen"), self._keep, kind="primary", icon="check")
        self.first.textEdited.connect(self._typed)
        self.first.setFocus()

    def _typed(self, text: str) -> None:
        set_invalid(self.again, invalid=False)
        if len(text) == self.first.maxLength():
            self.again.setFocus()

    def _keep(self) -> None:
        pin = self.first.text()
        try:
            require_pin(pin)
        except UserProblem as problem:
            self._refused(problem)
            return
        if self.again.text() != pin:
            set_invalid(self.again, invalid=True)
            self.strip.say(self.tr("Die beiden Eingaben sind nicht gleich."), tone="amber")
            self.again.clear()
            self.again.setFocus()
            return
        self.done_button.setEnabled(False)
        self._runner.run(lambda _steps: self._keeper.set_pin(pin), self._kept, failed=self._refused)

    def _kept(self, _none: None) -> None:
        if isValid(self):
            self.accept()

    def _refused(self, error: KimError) -> None:
        if isValid(self):
            self.done_button.setEnabled(True)
            self.strip.fail(error)
            self.first.clear()
            self.again.clear()
            self.first.setFocus()
