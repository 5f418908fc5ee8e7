"""The part of the settings that looks at the whole vault: what was found, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kimdesk.base.errors import KimError, explain
from kimdesk.casework.health import Finding
from kimdesk.ui.dialogs.ask import confirm
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.settings.around import Around
from kimdesk.ui.screens.settings.check_presenter import CheckPresenter, CheckState
from kimdesk.ui.screens.settings.frame import PartPage
from kimdesk.ui.screens.settings.words import when
from kimdesk.ui.screens.settings.work_line import WorkLine
from kimdesk.ui.shell.family_parts import compact
from kimdesk.ui.shell.screen import Screen
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Card, ListRow, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag

_MEGABYTE = 1_000_000


class CheckPage(PartPage):
    """Shows the check, tells what is asked for."""

    repair_asked = Signal()
    erase_asked = Signal()

    def __init__(self) -> None:
        self.card = Card(self.tr("Tresor prüfen"))
        compact(self.card)
        super().__init__(self.card)
        self._doing = ""
        self.check = Button(self.tr("Jetzt prüfen"), icon="list-checks", kind="primary")
        self.card.add_to_head(self.check)
        self.work = WorkLine()
        self._found = column(spacing=2)
        why = Paragraph(
            self.tr(
                "Jede Seite der Datenbank, das Änderungsjournal, jeder Datensatz, jeder Anhang und die Schlüsseldateien"
                " werden angesehen. Geändert wird dabei nichts. Sie können weiterarbeiten."
            ),
            "small",
        )
        self.card.add(rule(), why, self.work, self._found)

    def show_state(self, state: CheckState) -> None:
        """Show a moment; while something runs, only its progress moves."""
        if state.doing and state.doing == self._doing:
            self.work.show_share(state.share)
            return
        self._doing = state.doing
        words = {
            "": "",
            "check": self.tr("Der Tresor wird geprüft …"),
            "repair": self.tr("Verzeichnisse werden neu aufgebaut, dann wird noch einmal geprüft …"),
            "erase": self.tr("Entfernte Dateien werden endgültig gelöscht …"),
        }
        self.work.show_work(words[state.doing], state.share)
        self.check.setEnabled(not state.doing)
        clear(self._found)
        self._found.addWidget(self._last(state))
        for finding in state.findings or ():
            self._found.addWidget(rule())
            self._found.addWidget(self._row(finding))
        if state.mendable and not state.doing:
            repair = Button(self.tr("Reparieren …"), icon="rotate-ccw")
            repair.clicked.connect(self._ask_repair)
            self._found.addWidget(rule())
            self._found.addLayout(row(repair, None))
        if state.removed.files:
            self._found.addWidget(rule())
            self._found.addWidget(self._removed(state))

    def _removed(self, state: CheckState) -> ListRow:
        what = self.tr("%n nicht mehr gebrauchte Dateien", "", state.removed.files)
        size = self.tr("{n} MB").format(n=max(1, round(state.removed.size / _MEGABYTE)))
        why = self.tr(
            "Sie wurden aus Akten entfernt. Bis 30 Tage danach lassen sie sich im Verlauf zurückholen, dann werden"
            " sie von selbst endgültig gelöscht. Platz: {size}."
        ).format(size=size)
        erase = Button(self.tr("Endgültig löschen …"), icon="trash-2")
        erase.setEnabled(not state.doing)
        erase.clicked.connect(self._ask_erase)
        return ListRow(what, why, icon="trash-2").add_end(erase)

    def _ask_erase(self) -> None:
        confirm(
            self,
            self.tr("Nicht mehr gebrauchte Dateien endgültig löschen?"),
            self.tr(
                "Danach holt sie auch der Verlauf nicht zurück; er zeigt nur noch, dass es sie gab. Ihre Bezeichnung"
                " und alle Angaben dazu gehen mit, ebenso die Kopien der Datenbank, die im Tresor vor Importen angelegt"
                " wurden. Frühere Sicherungen enthalten die Dateien noch, bis sie durch neue ersetzt sind."
            ),
            yes=self.tr("Endgültig löschen"),
            act=self.erase_asked.emit,
        )

    def say_erased(self, files: int) -> None:
        """Say how many files are gone for good."""
        self.strip.say(self.tr("%n Dateien sind endgültig gelöscht.", "", files), tone="green")

    def _last(self, state: CheckState) -> ListRow:
        if state.last is None:
            return ListRow(self.tr("Noch nicht geprüft"), self.tr("Einmal im Monat genügt."), icon="clock")
        line = ListRow(self.tr("Letzte Prüfung"), when(state.last.at_ms), icon="list-checks")
        if state.last.whole:
            return line.add_end(Tag(self.tr("unversehrt"), "green", icon="check"))
        return line.add_end(Tag(self.tr("etwas gefunden"), "amber", icon="triangle-alert"))

    def _row(self, finding: Finding) -> ListRow:
        text = explain(KimError(finding.code, **finding.params), language())
        line = ListRow(text.what, " ".join(part for part in (text.safe, text.next) if part), icon="info")
        if finding.severity == "damage":
            return line.add_end(Tag(self.tr("beschädigt"), "red", icon="circle-alert"))
        if finding.severity == "warning":
            return line.add_end(Tag(self.tr("lässt sich beheben"), "amber", icon="triangle-alert"))
        return line.add_end(Tag(self.tr("Hinweis")))

    def _ask_repair(self) -> None:
        confirm(
            self,
            self.tr("Reparieren?"),
            self.tr(
                "Suche und Listen werden aus den Datensätzen neu aufgebaut. Dateien, die zu keinem Datensatz gehören,"
                " werden beiseitegelegt. Kein Datensatz und kein Anhang wird geändert oder gelöscht. Sie können"
                " weiterarbeiten; die Suche findet bis zum Ende vielleicht nicht alles."
            ),
            yes=self.tr("Reparieren"),
            act=self.repair_asked.emit,
        )

    def say_stopped(self, *, repairing: bool) -> None:
        """Say that nothing was changed, or that what was mended by then stays."""
        safe = self.tr("Am Tresor ist nichts geändert.")
        if repairing:
            safe = self.tr("Was schon neu aufgebaut war, bleibt. Den Rest behebt die nächste Reparatur.")
        self.strip.say(self.tr("Abgebrochen."), safe)


def build_check(context: Around) -> Screen:
    """Return the part that looks at the whole vault."""
    page = CheckPage()
    presenter = CheckPresenter(context, page)
    page.check.clicked.connect(presenter.check)
    page.work.stop_asked.connect(presenter.stop)
    page.repair_asked.connect(presenter.repair)
    page.erase_asked.connect(presenter.erase)
    page.show_state(presenter.state)
    return Screen("settings_check", page, presenter)
