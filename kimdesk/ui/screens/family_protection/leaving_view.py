"""One of the ways out: which entries, to whom, confirmed; then the real pages, saved or printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kimdesk.base.errors import KimError
from kimdesk.casework.protection import ProtectionWay
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.files import ask_save
from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.screens.family_protection.state import LeavingState
from kimdesk.ui.tasks import Runner
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Label, Paragraph
from kimdesk.ui.widgets.pdf import PdfPreview
from kimdesk.ui.widgets.surfaces import column
from kimdesk.ui.widgets.tick import Tick

SHOWN = 480
"""The height of the pages at 100 %."""


class LeavingDialog(Dialog):
    """Asks and confirms in one step, shows the pages in the next; nothing is made before it was confirmed."""

    confirmed = Signal(tuple, str)
    save_wanted = Signal(object)
    printed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None, way: ProtectionWay, state: LeavingState, runner: Runner) -> None:
        super().__init__(parent, "", "", width=620)
        self.presenter: object = None
        self._way = way
        self._pdf = b""
        self._name = state.file_name
        self.set_title(*self._words())
        self.whom = LineEdit(self.tr("An wen"))
        self.whom.setText(state.office if way == "notice" else "")
        self._ticks = {each.key: Tick(each.line) for each in state.entries}
        for tick in self._ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(self._judge)
        self.asking = QWidget()
        self.asking.setLayout(
            column(
                FieldLabel(self.whom.accessibleName(), self.whom),
                self.whom,
                8,
                Label(self.tr("Das wird weitergegeben"), "label"),
                *self._ticks.values(),
                Paragraph(self._careful(), "dim"),
                spacing=4,
            )
        )
        self.preview = PdfPreview(self.tr("Seiten, die weitergegeben werden"), runner)
        self.preview.setMinimumHeight(current().px(SHOWN))
        self.preview.hide()
        self.box.addWidget(self.asking)
        self.box.addWidget(self.preview)
        self.cancel = self.add_button(self.tr("Abbrechen"), self.reject)
        self.go_on = self.add_button(self.tr("Bestätigen und zeigen"), self._confirm, kind="primary")
        self.save_button = self.add_button(self.tr("Als PDF speichern …"), self._ask_place, icon="save")
        self.print_button = self.add_button(self.tr("Drucken …"), self._print, icon="printer")
        self.save_button.hide()
        self.print_button.hide()
        self.whom.textChanged.connect(self._judge)
        self._judge()
        self.whom.setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(whom=self.whom)

    def _words(self) -> tuple[str, str]:
        if self._way == "consultation":
            return (
                self.tr("Mit einer Fachkraft beraten"),
                self.tr(
                    "Eine Falldarstellung ohne Namen für die insoweit erfahrene Fachkraft (§ 4 Abs. 2 KKG). "
                    "Namen werden durch Rollen ersetzt, Geburtsdaten durch das Alter."
                ),
            )
        return (
            self.tr("Das Jugendamt informieren"),
            self.tr(
                "Die Mitteilung nennt Kinder und Erwachsene des Haushalts. Sie braucht keine Einwilligung "
                "(§ 4 Abs. 3 KKG). Die Familie wird vorher informiert, es sei denn, das gefährdet das Kind."
            ),
        )

    def _careful(self) -> str:
        if self._way == "consultation":
            return self.tr("Bitte lesen Sie die Seiten vor dem Weitergeben: Orte, Schulen und Fremde ersetzt niemand.")
        return self.tr("Was sonst zu dieser Familie erfasst ist, wird nicht weitergegeben.")

    def _chosen(self) -> tuple[str, ...]:
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def _judge(self) -> None:
        self.go_on.setEnabled(bool(self._chosen() and self.whom.text().strip()))

    def _confirm(self) -> None:
        self.strip.hide()
        self.confirmed.emit(self._chosen(), self.whom.text().strip())

    def show_pages(self, pdf: bytes) -> None:
        """Show what was made; only now it can be saved or printed. Nothing where the page was shut meanwhile."""
        if not isValid(self):
            return
        self._pdf = pdf
        self.asking.hide()
        self.go_on.hide()
        self.preview.show()
        self.preview.show_pdf(pdf)
        self.save_button.show()
        self.print_button.show()
        self.save_button.setFocus()

    def _ask_place(self) -> None:
        ask_save(self, self.tr("PDF speichern"), self._name, "PDF (*.pdf)", self._placed)

    def _placed(self, path: Path) -> None:
        self.save_wanted.emit(path)

    def _print(self) -> None:
        from kimdesk.ui.dialogs.printing import print_pdf  # noqa: PLC0415 - QtPrintSupport only when it is needed

        print_pdf(self, self._pdf, self.printed.emit)

    def say_left(self) -> None:
        """Say that it left, and where that is kept."""
        if not isValid(self):
            return
        self.left.emit()
        self.strip.say(self.tr("Weitergegeben. Wann und an wen, steht im Eintrag."), tone="green")
        self.cancel.setText(self.tr("Schließen"))

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        if isValid(self):
            self.strip.fail(error)
