"""For whom a file is meant: asked before a copy of it leaves; the gate answers, and nothing else is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.files import ask_save
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.surfaces import column


class GiveDialog(Dialog):
    """Asks for whom, says what leaves, and then where to; `chosen` tells the number of a choice.

    `place_asked` asks whether a place may be asked for; `ask_place` does it.
    """

    chosen = Signal(int)
    place_asked = Signal()
    placed = Signal(object)

    def __init__(self, parent: QWidget | None, title: str, names: Sequence[str]) -> None:
        heading = QCoreApplication.translate("GiveDialog", "Kopie weitergeben")
        super().__init__(parent, heading, title, width=560)
        self._suggested = ""
        options = [Option(str(at), name) for at, name in enumerate(names)]
        self.who = CodeCombo(self.tr("Für wen?"), options)
        self.who.setItemText(0, self.tr("bitte wählen"))
        self.who.chosen.connect(self._choose)
        self.leaving = Paragraph("", "dim")
        self.box.addLayout(column(FieldLabel(self.tr("Für wen?"), self.who), self.who, spacing=4))
        self.box.addWidget(self.leaving)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.save = self.add_button(self.tr("Speichern …"), self.place_asked.emit, kind="primary", icon="save")
        self._forbid("")

    def _choose(self, code: str) -> None:
        self.strip.hide()
        self._forbid("")
        if code:
            self.chosen.emit(int(code))

    def _forbid(self, what: str) -> None:
        self.leaving.set_body(what)
        self.save.setEnabled(False)

    def show_leaving(self, what: str, suggested: str) -> None:
        """Show what leaves, and let it be saved under a name that tells nothing."""
        self._suggested = suggested
        self.leaving.set_body(what)
        self.save.setEnabled(True)

    def fail(self, error: KimError) -> None:
        """Say why it does not leave."""
        self.strip.fail(error)

    def ask_place(self) -> None:
        """Ask where the copy goes."""
        ask_save(self, self.tr("Kopie speichern"), self._suggested, self.tr("Alle Dateien (*)"), self._place)

    def _place(self, path: Path) -> None:
        self.save.setEnabled(False)
        self.placed.emit(path)
