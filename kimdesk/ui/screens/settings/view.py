"""The part of the settings about backups: the card, and what is said and asked around it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kimdesk.casework.backups import BackupInfo
from kimdesk.ui.screens.settings.backup_card import BackupCard
from kimdesk.ui.screens.settings.drill_dialog import DrillDialog
from kimdesk.ui.screens.settings.frame import PartPage
from kimdesk.ui.screens.settings.state import SettingsState
from kimdesk.ui.screens.settings.words import when


class BackupPage(PartPage):
    """Shows the page, tells what is asked for."""

    drill_asked = Signal(object, str)

    def __init__(self) -> None:
        self.backup = BackupCard()
        super().__init__(self.backup)
        self._state: SettingsState | None = None
        self.backup.drill_asked.connect(self.ask_drill)

    def show_state(self, state: SettingsState) -> None:
        """Show everything; where only the progress moved, only that."""
        before, self._state = self._state, state
        if before is not None and before.work and before.work == state.work:
            self.backup.show_share(state.share)
            return
        self.backup.show_state(state)

    # asking and saying --------------------------------------------------------

    def ask_place(self) -> None:
        """Ask where backups go."""
        self.backup.ask_place()

    def ask_drill(self, backup: BackupInfo) -> None:
        """Ask for the passphrase of the time when a backup was made."""
        dialog = DrillDialog(self)
        dialog.typed.connect(lambda typed: self.drill_asked.emit(backup, typed))
        dialog.open()

    def say_backed_up(self) -> None:
        """Say that a backup is made and verified."""
        self.strip.say(self.tr("Die Sicherung ist geschrieben und geprüft."), tone="green")

    def say_drilled(self, backup: BackupInfo) -> None:
        """Say that everything came back out of a backup."""
        self.strip.say(
            self.tr("Die Probe ist gelungen: Aus der Sicherung vom {when} kommt alles zurück.").format(
                when=when(backup.made_ms)
            ),
            self.tr("Die Probe ist wieder gelöscht."),
            tone="green",
        )

    def say_stopped(self) -> None:
        """Say that nothing was kept of what was stopped."""
        self.strip.say(
            self.tr("Abgebrochen."), self.tr("Angefangenes wird gelöscht. Frühere Sicherungen sind unverändert.")
        )
