"""The passphrase with which a backup is tried out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.widgets.secret import PassphraseEntry


class DrillDialog(Dialog):
    """Asks for the passphrase of the time when the backup was made; `typed` carries it once."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("DrillDialog", "Wiederherstellung proben"),
            QCoreApplication.translate(
                "DrillDialog",
                "Die Sicherung wird neben dem Tresor wiederhergestellt, ganz geprüft und wieder gelöscht. Ihr Tresor "
                "bleibt, wie er ist. Es gilt die Passphrase von damals.",
            ),
        )
        self.entry = PassphraseEntry()
        self.entry.entered.connect(self._go_on)
        self.box.addWidget(self.entry)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.add_button(self.tr("Proben"), self._go_on, kind="primary", icon="play")

    def _go_on(self) -> None:
        typed = self.entry.take()
        if typed:
            self.accept()
            self.typed.emit(typed)
