"""The page of the settings: the backup, where the recovery sheet lies, the screen."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kimdesk.base.errors import KimError
from kimdesk.casework.backups import BackupInfo
from kimdesk.ui.screens.settings.backup_card import BackupCard
from kimdesk.ui.screens.settings.drill_dialog import DrillDialog
from kimdesk.ui.screens.settings.screen_card import ScreenCard
from kimdesk.ui.screens.settings.state import SettingsState
from kimdesk.ui.screens.settings.words import when
from kimdesk.ui.shell.family_parts import compact, keep_edge
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, ListRow, Page, clear, column, rule
from kimdesk.ui.widgets.tags import Tag


class SettingsView(Page):
    """Shows the page, tells what is asked for."""

    drill_asked = Signal(object, str)
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: SettingsState | None = None
        self.strip = Strip()
        self.backup = BackupCard()
        self.backup.drill_asked.connect(self._ask_drill)
        self.keys = Card(self.tr("Schlüssel"))
        compact(self.keys)
        self._sheet = column(spacing=2)
        self.keys.add(rule(), self._sheet)
        self.box.addWidget(Label(self.tr("Einstellungen"), "title"))
        self.screen_card = ScreenCard()
        for part in (self.strip, self.backup, self.keys, self.screen_card):
            self.box.addWidget(part)
        self.box.addStretch(1)
        keep_edge(self)

    def show_state(self, state: SettingsState) -> None:
        """Show everything; where only the progress moved, only that."""
        before, self._state = self._state, state
        if before is not None and before.work and before.work == state.work:
            self.backup.show_share(state.share)
            return
        self.backup.show_state(state)
        clear(self._sheet)
        if state.standing is None:
            self._sheet.addWidget(Paragraph(self.tr("wird nachgesehen …"), "dim"))
        else:
            self._sheet.addWidget(self._sheet_row(state))

    def _sheet_row(self, state: SettingsState) -> ListRow:
        what = self.tr("Wiederherstellungsblatt")
        if state.code_since is None:
            why = self.tr("Es gibt keinen Wiederherstellungscode. Ohne ihn hilft nur die Passphrase.")
            return ListRow(what, why, icon="key-round").add_end(Tag(self.tr("fehlt"), "red", icon="circle-alert"))
        if state.code_kept is not None:
            why = self.tr("gilt seit {day}").format(day=f"{state.code_since:%d.%m.%Y}")
            word = self.tr("liegt beim Träger seit {day}").format(day=f"{state.code_kept:%d.%m.%Y}")
            return ListRow(what, why, icon="key-round").add_end(Tag(word, "green", icon="check"))
        why = self.tr("Das Blatt öffnet den Tresor ohne Passphrase. Es gehört im verschlossenen Umschlag zum Träger.")
        kept = Button(self.tr("Liegt beim Träger"), icon="check")
        kept.clicked.connect(self.kept)
        line = ListRow(what, why, icon="key-round")
        return line.add_end(Tag(self.tr("noch nicht beim Träger"), "amber", icon="clock"), kept)

    # asking and saying --------------------------------------------------------

    def ask_place(self) -> None:
        """Ask where backups go."""
        self.backup.ask_place()

    def _ask_drill(self, backup: BackupInfo) -> None:
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

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
