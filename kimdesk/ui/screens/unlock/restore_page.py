"""A vault on a new device, made from a backup: which backup, and who opens it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.clock import local_time
from kimdesk.ui.dialogs.files import ask_folder
from kimdesk.ui.screens.unlock.pages import UnlockPage, wide
from kimdesk.ui.screens.unlock.state import KnownVault, UnlockState
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import FieldLabel, Label, Paragraph
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.secret import PassphraseEntry
from kimdesk.ui.widgets.surfaces import column, row


class Restoring(QWidget):
    """How far a vault is made from a backup, and a way to stop it."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.meter = Meter(self.tr("So weit ist die Wiederherstellung"))
        stop = Button(self.tr("Abbrechen"))
        stop.clicked.connect(self.stop_asked)
        self.setLayout(column(Label(self.tr("Wird wiederhergestellt …"), "dim"), self.meter, row(stop, None)))


class RestorePage(UnlockPage):
    """First the folder and one of its backups; then the passphrase of that time, the code, or both holders."""

    looked = Signal(Path)
    chosen = Signal(int)
    entered = Signal(str)
    code_asked = Signal()
    help_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._step = Label("", "small")
        why = self.tr("Auf diesem Gerät entsteht daraus ein Tresor. Die Sicherung bleibt, wie sie ist.")
        title = Label(self.tr("Aus einer Sicherung"), "section")
        self.box.addLayout(column(self._step, title, Paragraph(why, "dim"), spacing=4))
        self._offered: tuple[KnownVault, ...] = ()
        self._folder = Button(self.tr("Ordner der Sicherungen wählen …"), icon="folder-open")
        self._folder.clicked.connect(self._ask_folder)
        self.box.addLayout(row(self._folder, None))
        self.which = CodeCombo(self.tr("Sicherung"), ())
        self.which.chosen.connect(lambda code: self.chosen.emit(int(code)))
        self._choice = self._part(FieldLabel(self.tr("Sicherung"), self.which), self.which)
        self.entry = PassphraseEntry(touch=True)
        self.entry.entered.connect(self._enter)
        self.entry.wait_line.over.connect(self.waited)
        self._open = wide(self.tr("Wiederherstellen"), icon="lock-open")
        self._open.clicked.connect(self._enter)
        hint = Paragraph(self.tr("Es gilt die Passphrase von damals."), "small")
        self._who = self._part(self.entry, hint, self._open, *self._other_ways())
        self._back = Button(self.tr("Zurück"), icon="arrow-left", kind="quiet")
        self._back.clicked.connect(self.back_asked)
        self.box.addLayout(row(self._back, None))

    def _part(self, *widgets: QWidget) -> QWidget:
        part = QWidget()
        part.setLayout(column(*widgets, spacing=6))
        self.box.addWidget(part)
        return part

    def _other_ways(self) -> tuple[QWidget, ...]:
        code = self._code = Button(self.tr("Mit dem Wiederherstellungscode"), kind="quiet")
        code.clicked.connect(self.code_asked)
        self._help = Button(self.tr("Mit Hilfe des Trägers"), icon="users", kind="quiet")
        self._help.clicked.connect(self.help_asked)
        return code, self._help

    def focus_first(self) -> None:
        """Begin with the folder."""
        self._folder.setFocus()

    def show_moment(self, state: UnlockState) -> None:
        """Offer the backups found; who opens is asked once there is one."""
        there = bool(state.backups)
        words = (self.tr("Schritt 1 von 2: die Sicherung"), self.tr("Schritt 2 von 2: wer öffnet"))
        self._step.setText(words[1] if there else words[0])
        if state.backups != self._offered:
            self._offered = state.backups
            self.which.set_options([Option(str(at), self._word(each)) for at, each in enumerate(state.backups)])
            self.which.removeItem(0)
            if not state.busy:
                self.entry.setFocus()
        if there:
            self.which.set_code(str(state.backup))
        self._choice.setVisible(there)
        self._who.setVisible(there)
        self._help.setVisible(state.deposited)
        free = not state.busy and not state.wait
        self.entry.wait_line.wait(state.wait)
        self.entry.set_busy(busy=state.busy)
        for part in (self._open, self._folder, self.which, self._back, self._code, self._help):
            part.setEnabled(not state.busy)
        self._open.setEnabled(free)

    def _word(self, each: KnownVault) -> str:
        when = f"{local_time(each.backup_ms or 0):%d.%m.%Y, %H:%M}"
        return self.tr("{label}, {when}").format(label=each.label, when=when)

    def _ask_folder(self) -> None:
        ask_folder(self, self.tr("Ordner der Sicherungen wählen"), self.looked.emit)

    def _enter(self) -> None:
        typed = self.entry.take()
        if typed:
            self.entered.emit(typed)
