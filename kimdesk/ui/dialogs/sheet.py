"""A recovery code just issued: its sheet is brought onto paper before anything else is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.files import ask_save
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.code_entry import GROUPS, CodeEntry, CodeGroups, differing, two_groups
from kimdesk.ui.widgets.inputs import LineEdit, set_invalid
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.surfaces import Flow, column, row, rule


@dataclass(frozen=True, slots=True)
class Sheet:
    """A recovery code just issued: its groups, and the sheet as PDF until it is on paper."""

    groups: tuple[str, ...]
    pdf: bytes

    def __repr__(self) -> str:
        """Never show the code."""
        return "<Sheet>"


class SheetDialog(Dialog):
    """Brings a new recovery sheet onto paper: print or save, then two groups typed from it.

    Without a printer it is copied by hand, and then the whole code is typed from that copy. `save` writes the sheet
    and raises KimError. Accepted once what was typed was right; closing before asks once.
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
        self._warned = self._by_hand = False
        self.asked = two_groups()
        self._shown = CodeGroups(sheet.groups)
        self.box.addWidget(self._shown)
        printing = Button(self.tr("Drucken …"), icon="printer")
        printing.clicked.connect(self._print)
        saving = Button(self.tr("Als PDF speichern …"), icon="save")
        saving.clicked.connect(self._ask_place)
        self.copied = Button(self.tr("Von Hand abgeschrieben"), icon="pen-line")
        self.copied.clicked.connect(lambda: self._turn(by_hand=True))
        by_hand = self.tr(
            "Ohne Drucker: alle acht Gruppen mit ihren Nummern abschreiben, dazu den Namen des Tresors und den Tag,"
            " und in einem Umschlag verschließen."
        )
        names = [self.tr("Gruppe {n}, vom Blatt abgeschrieben").format(n=number) for number in self.asked]
        self.typed = tuple(LineEdit(name) for name in names)
        self.typed[0].returnPressed.connect(self.typed[1].setFocus)
        self.typed[1].returnPressed.connect(self._prove)
        ways = Flow(printing, saving, self.copied)
        labelled = [column(FieldLabel(field.accessibleName(), field), field, spacing=6) for field in self.typed]
        fields = column(*labelled, spacing=12)
        self._printed = QWidget()
        self._printed.setLayout(column(ways, Paragraph(by_hand, "small"), rule(), fields, spacing=12))
        self.box.addWidget(self._printed)
        self.box.addWidget(self._lay_out_copy())
        self.hint = Paragraph("", "error")
        self.hint.hide()
        self.box.addWidget(self.hint)
        self.done_button = self.add_button(self.tr("Fertig"), self._prove, kind="primary", icon="check")
        self._is_out(out=False)

    def _lay_out_copy(self) -> QWidget:
        """Return what asks for the whole code, as long as it is not shown."""
        self.entry = CodeEntry()
        self.entry.fields[-1].returnPressed.connect(self._prove)
        why = self.tr("Bitte den ganzen Code von Ihrer Abschrift tippen: Mit einem falschen Zeichen öffnet er nichts.")
        back = Button(self.tr("Code noch einmal zeigen"), icon="arrow-left", kind="quiet")
        back.clicked.connect(lambda: self._turn(by_hand=False))
        self._copy = QWidget()
        self._copy.setLayout(column(Paragraph(why), self.entry, row(back, None), spacing=12))
        self._copy.hide()
        return self._copy

    def _turn(self, *, by_hand: bool) -> None:
        """Hide the code while it is typed from a copy, or show it again."""
        self._by_hand = by_hand
        for part in (self._shown, self._printed):
            part.setVisible(not by_hand)
        self._copy.setVisible(by_hand)
        self.hint.hide()
        self.done_button.setEnabled(by_hand or self.typed[0].isEnabled())
        (self.entry.fields if by_hand else self.typed)[0].setFocus()

    def _is_out(self, *, out: bool) -> None:
        for field in self.typed:
            field.setEnabled(out)
        self.done_button.setEnabled(out)
        if out:
            self.strip.hide()
            self.typed[0].setFocus()

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
        asked = tuple(range(1, GROUPS + 1)) if self._by_hand else self.asked
        typed = self.entry.groups() if self._by_hand else tuple(field.text() for field in self.typed)
        wrong = differing(asked, typed, self._sheet.groups)
        for number, field in zip(self.asked, self.typed, strict=True):
            set_invalid(field, invalid=number in wrong)
        self.entry.mark(*wrong)
        names = self.tr(" und ").join(str(number) for number in wrong)
        self.hint.set_body(self.tr("Gruppe {n} steht so nicht auf dem Blatt.").format(n=names) if wrong else "")
        self.hint.setVisible(bool(wrong))
        if not wrong:
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
