"""A recovery code just issued: its sheet is brought onto paper before anything else is done."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.files import ask_save
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.inputs import LineEdit, set_invalid
from kimdesk.ui.widgets.labels import FieldLabel, Label, Paragraph
from kimdesk.ui.widgets.surfaces import Flow, column, rule


@dataclass(frozen=True, slots=True)
class Sheet:
    """A recovery code just issued: its groups, and the sheet as PDF until it is on paper."""

    groups: tuple[str, ...]
    pdf: bytes

    def __repr__(self) -> str:
        """Never show the code."""
        return "<Sheet>"


class SheetDialog(Dialog):
    """Brings a new recovery sheet onto paper: print or save, then one group typed from it.

    `save` writes the sheet and raises KimError. Accepted once the group was right; closing before asks once.
    """

    def __init__(self, parent: QWidget | None, sheet: Sheet, save: Callable[[Path], None]) -> None:
        super().__init__(parent, "", width=520)
        self.set_title(
            self.tr("Neues Wiederherstellungsblatt"),
            self.tr(
                "Ab jetzt gilt nur noch dieser Code. Bitte drucken oder als PDF speichern, getrennt vom Gerät"
                " aufbewahren und im verschlossenen Umschlag zum Träger bringen."
            ),
        )
        self._sheet = sheet
        self._save = save
        self._warned = False
        self.asked = secrets.randbelow(len(sheet.groups)) + 1
        self.box.addWidget(self._groups())
        printing = Button(self.tr("Drucken …"), icon="printer")
        printing.clicked.connect(self._print)
        saving = Button(self.tr("Als PDF speichern …"), icon="save")
        saving.clicked.connect(self._ask_place)
        self.box.addWidget(Flow(printing, saving))
        self.box.addWidget(rule())
        name = self.tr("Gruppe {n}, vom Blatt abgeschrieben").format(n=self.asked)
        self.typed = LineEdit(name)
        self.typed.returnPressed.connect(self._prove)
        self.box.addLayout(column(FieldLabel(name, self.typed), self.typed, spacing=6))
        self.hint = Paragraph("", "error")
        self.hint.hide()
        self.box.addWidget(self.hint)
        self.done_button = self.add_button(self.tr("Fertig"), self._prove, kind="primary", icon="check")
        self._is_out(out=False)

    def _groups(self) -> QWidget:
        frame = QWidget()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setVerticalSpacing(8)
        for at, group in enumerate(self._sheet.groups):
            grid.addLayout(column(Label(str(at + 1), "small"), Label(group, "strong"), spacing=0), at // 4, at % 4)
        return frame

    def _is_out(self, *, out: bool) -> None:
        self.typed.setEnabled(out)
        self.done_button.setEnabled(out)
        if out:
            self.strip.hide()
            self.typed.setFocus()

    def _print(self) -> None:
        from kimdesk.ui.dialogs.printing import print_pdf  # noqa: PLC0415 - QtPrintSupport only when it is needed

        print_pdf(self, self._sheet.pdf, lambda: self._is_out(out=True), self.strip.fail)

    def _ask_place(self) -> None:
        title = self.tr("Wiederherstellungsblatt speichern")
        ask_save(self, title, "Wiederherstellungsblatt.pdf", "PDF (*.pdf)", self.save)

    def save(self, file: Path) -> None:
        """Write the sheet; the code stays here until that succeeded."""
        try:
            self._save(file)
        except KimError as error:
            self.strip.fail(error)
        else:
            self._is_out(out=True)

    def _prove(self) -> None:
        if not self.done_button.isEnabled():
            return
        right = self.typed.text().strip().upper() == self._sheet.groups[self.asked - 1]
        set_invalid(self.typed, invalid=not right)
        self.hint.set_body("" if right else self.tr("Gruppe {n} steht so nicht auf dem Blatt.").format(n=self.asked))
        self.hint.setVisible(not right)
        if right:
            self.accept()

    def reject(self) -> None:
        """Ask once: without the sheet nobody has the code that is in force."""
        if self._warned:
            super().reject()
            return
        self._warned = True
        close = Button(self.tr("Trotzdem schließen"), kind="quiet")
        close.clicked.connect(self.reject)
        self.strip.say(
            self.tr("Ohne dieses Blatt hilft nur noch die Passphrase."),
            self.tr("Das alte Blatt öffnet den Tresor nicht mehr. Sie können jederzeit ein neues ausstellen."),
            tone="amber",
            buttons=(close,),
        )
