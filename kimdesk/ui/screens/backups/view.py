"""The list of backups on the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from kimdesk.base.clock import local_time
from kimdesk.ui.dialogs.files import ask_folder
from kimdesk.ui.screens.backups.presenter import BackupsPresenter
from kimdesk.ui.screens.backups.state import BackupRow, BackupsState
from kimdesk.ui.shell.asking import AskingPage
from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.drop import FileDrop
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.notices import EmptyState
from kimdesk.ui.widgets.surfaces import Card, ListRow, PageHead, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag

_MEGABYTE = 1_000_000


class BackupsView(AskingPage[BackupsPresenter]):
    """Shows the backups that came; a folder may be dropped anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self._list = Card()
        self._list.setAccessibleName(self.tr("Sicherungen beim Träger"))
        self.take_button = Button(self.tr("Sicherungen aufnehmen …"), icon="plus", kind="primary")
        self.take_button.clicked.connect(self.ask_place)
        self._lay_out()
        self.drop = FileDrop(self)
        self.drop.dropped.connect(self._dropped)

    def _lay_out(self) -> None:
        self._head = PageHead(self.tr("Sicherungen"), self.take_button)
        why = self.tr(
            "Was von den Arbeitsplätzen zum Träger kam. Prüfen heißt: jede Datei mit dem Verzeichnis der Sicherung"
            " vergleichen. Dafür braucht es keinen Schlüssel, und niemand kann dabei hineinsehen."
        )
        self.box.addWidget(self._head)
        self.box.addWidget(Paragraph(why, "dim"))
        self.box.addWidget(self.strip)
        self.box.addWidget(self._list)
        self.box.addStretch(1)

    # showing --------------------------------------------------------------

    def show_state(self, state: BackupsState) -> None:
        """Show every backup."""
        self._head.count.setText(self.tr("%n insgesamt", "", len(state.rows)) if state.rows else "")
        clear(self._list.box)
        for at, each in enumerate(state.rows):
            if at:
                self._list.box.addWidget(rule())
            self._list.box.addWidget(self._row(each, state))
            if each.key == state.verifying:
                self._list.box.addLayout(self._progress(state.share))
        if state.loaded and not state.rows:
            self._list.box.addWidget(self._nothing())
        if state.added is not None:
            self._say_added(state.added)

    def _say_added(self, added: int) -> None:
        nothing = self.tr("Alle Sicherungen von dort standen schon auf der Liste.")
        self.strip.say(self.tr("%n Sicherungen aufgenommen.", "", added) if added else nothing, tone="green")

    def _row(self, each: BackupRow, state: BackupsState) -> ListRow:
        made = self.tr("gemacht am {when}").format(when=f"{local_time(each.made):%d.%m.%Y, %H:%M}")
        here = self.tr("hier seit {day}").format(day=show_day(each.since))
        size = self.tr("{n} MB").format(n=max(1, round(each.size / _MEGABYTE)))
        share = self.tr("mit Ihrem Anteil am Schlüssel") if each.share else ""
        detail = " · ".join(part for part in (made, here, size, share) if part)
        line = ListRow(each.label, detail, icon="archive").add_end(self._tag(each))
        if not state.verifying:
            verify = Button(self.tr("Prüfen"), kind="quiet")
            verify.setAccessibleName(self.tr("„{label}“ prüfen").format(label=each.label))
            verify.clicked.connect(lambda: self._asks.verify(each.key))
            menu = IconButton("ellipsis", self.tr("Mehr zu „{label}“").format(label=each.label))
            menu.clicked.connect(lambda: self._offer(menu, each))
            line.add_end(verify, menu)
        return line

    def _tag(self, each: BackupRow) -> Tag:
        if each.whole is None:
            return Tag(self.tr("noch nicht geprüft"), "amber", icon="clock")
        day = show_day(each.verified)
        if each.whole:
            return Tag(self.tr("unversehrt am {day}").format(day=day), "green", icon="check")
        return Tag(self.tr("beschädigt am {day}").format(day=day), "red", icon="circle-alert")

    def _progress(self, share: float) -> QHBoxLayout:
        meter = Meter(self.tr("So weit ist die Sicherung geprüft"))
        meter.set_value(share)
        stop = Button(self.tr("Aufhören"), icon="x", key="Esc")
        stop.setShortcut("Esc")
        stop.clicked.connect(self._asks.stop)
        said = column(Label(self.tr("Jede Datei wird gelesen …"), "small"), meter, spacing=4)
        line = row(stop, spacing=16)
        line.insertLayout(0, said, 1)
        return line

    def _nothing(self) -> EmptyState:
        step = Button(self.tr("Stick oder Ordner wählen …"), icon="folder-open")
        step.clicked.connect(self.ask_place)
        why = self.tr("Einen Stick oder Ordner mit Sicherungen können Sie auch hierher ziehen.")
        return EmptyState(self.tr("Noch ist keine Sicherung da"), why, icon="archive", step=step)

    # acting ---------------------------------------------------------------

    def ask_place(self) -> None:
        """Ask for the stick or folder with backups."""
        ask_folder(self, self.tr("Stick oder Ordner mit Sicherungen"), self._asks.take)

    def _dropped(self, places: tuple[Path, ...]) -> None:
        self.strip.hide()
        for place in places:
            self._asks.take(place)

    def _offer(self, button: QWidget, each: BackupRow) -> None:
        menu = QMenu(button)
        entry = QAction(self.tr("Von der Liste nehmen (die Dateien bleiben)"), menu)
        entry.triggered.connect(lambda _on=False: self._asks.forget(each.key))
        menu.addAction(entry)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
