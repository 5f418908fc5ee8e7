"""The card of the backup: where it goes, how the last one stands, all of them, and trying one out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from kimdesk.casework.backups import BackupInfo
from kimdesk.ui.dialogs.files import ask_folder
from kimdesk.ui.screens.settings.state import SettingsState
from kimdesk.ui.screens.settings.words import tag, when
from kimdesk.ui.screens.settings.work_line import WorkLine
from kimdesk.ui.shell.family_parts import compact
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Card, ListRow, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag

_MEGABYTE = 1_000_000


class BackupCard(Card):
    """Shows the backups, tells what is asked for."""

    place_chosen = Signal(object)
    backup_asked = Signal()
    drill_asked = Signal(object)
    stop_asked = Signal()
    found_elsewhere = Signal(object)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("BackupCard", "Sicherung"))
        compact(self)
        self.back_up = Button(self.tr("Jetzt sichern"), icon="shield-check", kind="primary")
        self.back_up.clicked.connect(self.backup_asked)
        self.add_to_head(self.back_up)
        self._body = column(spacing=2)
        self._busy = WorkLine()
        self._busy.stop_asked.connect(self.stop_asked)
        why = Paragraph(
            self.tr(
                "Eine Sicherung ist der ganze Tresor noch einmal, verschlüsselt. Am besten auf einen Stick oder ein "
                "Laufwerk, das nicht im selben Raum liegt wie der Laptop. Jede wird nach dem Schreiben geprüft. Beim "
                "Beenden wird von selbst gesichert, was seit der letzten dazukam, wenn der Ort da ist."
            ),
            "small",
        )
        self.elsewhere = Button(self.tr("Andere Sicherung proben …"), icon="folder-open", kind="quiet")
        self.elsewhere.setToolTip(self.tr("Zum Beispiel die, die der Träger verwahrt"))
        self.elsewhere.clicked.connect(self._ask_elsewhere)
        self.add(rule(), why, self._busy, self._body, row(self.elsewhere, None))

    def show_state(self, state: SettingsState) -> None:
        """Show a moment; while something runs, only its progress moves."""
        self._show_work(state)
        clear(self._body)
        if state.standing is None:
            self._body.addWidget(Paragraph(self.tr("wird nachgesehen …"), "dim"))
            return
        rows = [self._place(state), self._last(state), *(self._row(each, state) for each in state.rows)]
        for at, each in enumerate(rows):
            if at:
                self._body.addWidget(rule())
            self._body.addWidget(each)

    def show_share(self, share: float) -> None:
        """Move the bar."""
        self._busy.show_share(share)

    def _show_work(self, state: SettingsState) -> None:
        words = {
            "": "",
            "backup": self.tr("Die Sicherung wird geschrieben und geprüft …"),
            "drill": self.tr("Die Sicherung wird zur Probe wiederhergestellt …"),
        }
        self._busy.show_work(words[state.work], state.share)
        self.back_up.setEnabled(state.standing is not None and not state.work)
        self.elsewhere.setVisible(not state.practice)
        self.elsewhere.setEnabled(not state.work)

    def _place(self, state: SettingsState) -> ListRow:
        standing = state.standing
        choose = Button(self.tr("Ort wählen …"), icon="folder-open")
        choose.setEnabled(not state.work)
        choose.clicked.connect(self.ask_place)
        if standing is None or standing.place is None:
            why = self.tr("Wählen Sie einen Ordner auf einem Stick oder Laufwerk.")
            return ListRow(self.tr("Noch kein Ort gewählt"), why, icon="hard-drive").add_end(choose)
        line = ListRow(self.tr("Ort der Sicherung"), str(standing.place), icon="hard-drive")
        if not standing.reachable:
            line.add_end(Tag(self.tr("gerade nicht da"), "amber", icon="usb"))
        return line.add_end(choose)

    def _last(self, state: SettingsState) -> ListRow:
        standing = state.standing
        assert standing is not None
        word, tone, icon = tag(standing)
        if standing.last_ms is None:
            line = ListRow(self.tr("Noch keine Sicherung"), icon="shield-alert")
        else:
            line = ListRow(self.tr("Letzte Sicherung"), when(standing.last_ms), icon="shield-check")
        return line.add_end(Tag(word, tone, icon=icon))

    def _row(self, each: BackupInfo, state: SettingsState) -> ListRow:
        size = self.tr("{n} MB").format(n=max(1, round(each.size / _MEGABYTE)))
        line = ListRow(self.tr("Sicherung vom {when}").format(when=when(each.made_ms)), size, icon="archive")
        if not state.practice:
            attempt = Button(self.tr("Wiederherstellung proben"), kind="quiet")
            attempt.setAccessibleName(
                self.tr("Sicherung vom {when}: Wiederherstellung proben").format(when=when(each.made_ms))
            )
            attempt.setEnabled(not state.work)
            attempt.clicked.connect(lambda: self.drill_asked.emit(each))
            line.add_end(attempt)
        return line

    def _ask_elsewhere(self) -> None:
        ask_folder(self, self.tr("Ordner der Sicherung"), self.found_elsewhere.emit)

    def ask_place(self) -> None:
        """Ask where backups go."""
        ask_folder(self, self.tr("Ort der Sicherung"), self.place_chosen.emit)
