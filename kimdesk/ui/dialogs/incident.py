"""Something went wrong: whom to call, and the sheet that says what was on it and how it was protected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kimdesk.base.errors import KimError
from kimdesk.base.progress import Progress
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.files import ask_folder, ask_save
from kimdesk.ui.tasks import Runner
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import FieldLabel, Label, Paragraph
from kimdesk.ui.widgets.secret import PassphraseEntry
from kimdesk.ui.widgets.surfaces import column, row

KINDS = ("laptop", "stick", "paper", "screen")
LOST = ("laptop", "stick")


class Source(Protocol):
    """Where the sheet comes from: an open vault, or a device without the one that is lost."""

    counts_itself: bool
    """Whether what was on it is counted without asking: the vault is open here."""

    def sheet(self, happened: str) -> bytes:
        """Return the sheet as PDF; raises KimError."""
        ...

    def count(self, backup: Path, secret: str, progress: Progress) -> None:
        """Count what a backup holds, for the sheet; raises KimError."""
        ...

    def save(self, file: Path, sheet: bytes) -> None:
        """Write the sheet; raises KimError."""
        ...


class IncidentDialog(Dialog):
    """Says first whom to call; then what happened, and the sheet on paper or in a file."""

    def __init__(self, parent: QWidget | None, source: Source, runner: Runner, happened: str = "") -> None:
        super().__init__(parent, QCoreApplication.translate("IncidentDialog", "Datenpannen-Blatt"), width=560)
        self._source = source
        self._runner = runner
        self._backup: Path | None = None
        lead = self.tr(
            "Sofort Träger und Datenschutzbeauftragte anrufen."
            " Der Träger entscheidet binnen 72 Stunden über die Meldung."
        )
        self.box.addWidget(Paragraph(lead, "strong"))
        words = {
            "laptop": self.tr("Laptop verloren oder gestohlen"),
            "stick": self.tr("Stick verloren oder gestohlen"),
            "paper": self.tr("Falsches Papier gedruckt oder übergeben"),
            "screen": self.tr("Falscher Bildschirm gezeigt"),
        }
        self.what = CodeCombo(self.tr("Was ist geschehen?"), [Option(kind, words[kind]) for kind in KINDS])
        self.what.removeItem(0)
        self.what.set_code(happened or KINDS[0])
        self.what.chosen.connect(self._turn)
        self.box.addLayout(column(FieldLabel(self.tr("Was ist geschehen?"), self.what), self.what, spacing=6))
        self.counting = self._counting()
        self.box.addWidget(self.counting)
        self._about = Paragraph("", "small")
        self.box.addWidget(self._about)
        self.add_button(self.tr("Fertig"), self.reject)
        self.saving = self.add_button(self.tr("Als PDF speichern …"), self._ask_place, icon="save")
        self.printing = self.add_button(self.tr("Drucken …"), self._print, kind="primary", icon="printer")
        self._turn()

    def _counting(self) -> QWidget:
        """Return where a backup is chosen that tells what was on the lost device."""
        frame = QWidget()
        self._which = Label(self.tr("keine Sicherung gewählt"), "dim")
        choose = Button(self.tr("Sicherung wählen …"), icon="folder-open")
        choose.clicked.connect(lambda: ask_folder(self, self.tr("Ordner der Sicherung"), self.take))
        self.entry = PassphraseEntry()
        self.count = Button(self.tr("Zählen"), icon="list-checks")
        self.count.clicked.connect(self._count)
        self.entry.entered.connect(self._count)
        why = self.tr("Die letzte Sicherung sagt, was darauf war. Sie wird geöffnet, gezählt und wieder geschlossen.")
        self._secret = QWidget()
        self._secret.setLayout(column(self.entry, row(self.count, None), spacing=6))
        self._secret.hide()
        frame.setLayout(column(Paragraph(why, "small"), row(self._which, None, choose), self._secret, spacing=6))
        return frame

    def _turn(self) -> None:
        lost = self.what.code() in LOST
        self.counting.setVisible(lost and not self._source.counts_itself)
        self._about.set_body(self._words(lost=lost))
        self._about.setVisible(bool(self._about.body))

    def _words(self, *, lost: bool) -> str:
        if lost and self._source.counts_itself:
            return self.tr("Auf dem Blatt steht, wie viel in diesem Tresor ist und wie es geschützt ist. Keine Namen.")
        return "" if lost else self.tr("Bitte löschen Sie nichts, bevor der Träger entschieden hat.")

    def take(self, backup: Path) -> None:
        """Take the backup that tells what was on it."""
        self._backup = backup
        self._which.setText(self.tr("Sicherung gewählt"))
        self._secret.show()
        self.entry.setFocus()

    def _count(self) -> None:
        backup, secret = self._backup, self.entry.take()
        if backup is None or not secret:
            return
        self._busy(busy=True)
        self._runner.run(
            lambda steps: self._source.count(backup, secret, steps), self._counted, failed=self._failed, lane="side"
        )

    def _counted(self, _none: None) -> None:
        if isValid(self):
            self._busy(busy=False)
            self._secret.hide()
            self._which.setText(self.tr("gezählt, steht auf dem Blatt"))
            self.strip.hide()

    def _busy(self, *, busy: bool) -> None:
        self.entry.set_busy(busy=busy)
        for button in (self.count, self.saving, self.printing):
            button.setEnabled(not busy)

    def _failed(self, error: KimError) -> None:
        if isValid(self):
            self._busy(busy=False)
            self.strip.fail(error)

    def _with_sheet(self, use: Callable[[bytes], None]) -> None:
        happened = self.what.code()
        self._runner.run(lambda _steps: self._source.sheet(happened), use, failed=self._failed, lane="side")

    def _print(self) -> None:
        from kimdesk.ui.dialogs.printing import print_pdf  # noqa: PLC0415 - QtPrintSupport only when it is needed

        self._with_sheet(lambda sheet: None if not isValid(self) else _keep(print_pdf(self, sheet, self.accept)))

    def _ask_place(self) -> None:
        ask_save(self, self.tr("Datenpannen-Blatt speichern"), "Datenpannen-Blatt.pdf", "PDF (*.pdf)", self.save)

    def save(self, file: Path) -> None:
        """Write the sheet to a file."""

        def write(sheet: bytes) -> None:
            try:
                self._source.save(file, sheet)
            except KimError as error:
                self._failed(error)
            else:
                self.strip.say(self.tr("Das Blatt ist gespeichert."), tone="green")

        self._with_sheet(write)


def _keep(_dialog: object) -> None:
    """Let the print dialog live; its parent keeps it."""
