"""The dialog for taking over a caseload: three steps, one of them seen at a time, the keyboard enough for all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.files import ask_files
from kimdesk.ui.dialogs.import_state import ImportState
from kimdesk.ui.dialogs.import_steps import ColumnsStep, FileStep, PreviewStep
from kimdesk.ui.dialogs.import_table import Words
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.drop import FileDrop
from kimdesk.ui.widgets.labels import Label
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.notices import EmptyState
from kimdesk.ui.widgets.surfaces import column

if TYPE_CHECKING:
    from kimdesk.ui.dialogs.import_presenter import ImportPresenter

_PLACES = {"file": 0, "columns": 1, "preview": 2, "done": 3}


class ImportDialog(Dialog):
    """Shows an ImportState; every event goes to the presenter. Modal, so that nobody types while it writes."""

    def __init__(self, parent: QWidget | None, words: Words) -> None:
        super().__init__(parent, "", width=900)
        self.presenter: ImportPresenter | None = None
        self._state = ImportState()
        self.file = FileStep()
        self.columns = ColumnsStep(words)
        self.preview = PreviewStep(words)
        self._done = EmptyState("", "", icon="circle-check")
        self._steps = QStackedWidget()
        self._steps.setProperty("role", "paper")
        for step in (self.file, self.columns, self.preview):
            self._steps.addWidget(step)
        last = QWidget()
        last.setLayout(column(None, self._done, None))
        self._steps.addWidget(last)
        self._working = Label("", "section")
        self._meter = Meter(self.tr("So weit ist es"))
        self.box.addWidget(self._steps, 1)
        self.box.addWidget(self._working)
        self.box.addWidget(self._meter)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.setStretchFactor(self.box, 100)
        self.least_height = min(current().px(600), 700)
        self._close = self.add_button(self.tr("Abbrechen"), self.reject)
        self._back = self.add_button(self.tr("Zurück"), self._go_back, icon="arrow-left")
        self.go_on = self.add_button(self.tr("Weiter"), self._go_on, kind="primary")

    def attach(self, presenter: ImportPresenter) -> None:
        """Connect the presenter; once."""
        self.presenter = presenter
        self.file.choose.clicked.connect(self.ask_file)
        self._drop = FileDrop(self)
        self._drop.hovering.connect(self.file.set_marked)
        self._drop.dropped.connect(lambda files: self._load(files[:1]))
        self.columns.table_chosen.connect(presenter.choose_table)
        self.columns.heading_chosen.connect(presenter.choose_heading)
        self.columns.column_chosen.connect(presenter.choose_column)
        self.preview.attach(presenter.rows)
        self.preview.table.opened.connect(presenter.toggle)
        self.preview.table.installEventFilter(self)
        self.preview.toggle.clicked.connect(self._toggle)
        self.preview.only.clicked.connect(lambda on: presenter.show_hints(only=on))
        self.show_state(presenter.state)

    # asking ---------------------------------------------------------------

    @property
    def _asks(self) -> ImportPresenter:
        if self.presenter is None:
            raise RuntimeError("no presenter")
        return self.presenter

    def ask_file(self) -> None:
        """Ask which file."""
        kinds = (self.tr("Tabellen (*.xlsx *.csv *.txt)"), self.tr("Alle Dateien (*)"))
        ask_files(self, self.tr("Tabelle wählen"), kinds, self._load)

    def _load(self, files: tuple[Path, ...]) -> None:
        for path in files[:1]:
            if self._state.step == "file":
                self._asks.load(path)

    def _go_back(self) -> None:
        self._asks.back()

    def _go_on(self) -> None:
        if self._state.step == "done":
            self.accept()
        else:
            self._asks.go_on()

    def _toggle(self) -> None:
        place = self.preview.table.current_n()
        if place is not None:
            self._asks.toggle(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Space take a row or leave it out."""
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if space and event.type() == QEvent.Type.KeyPress:
            self._toggle()
        return space or super().eventFilter(watched, event)

    def reject(self) -> None:
        """Stop what is running, else close: what is being written ends whole or not at all."""
        if self._state.busy:
            self._asks.stop()
        else:
            super().reject()

    # showing --------------------------------------------------------------

    def show_state(self, state: ImportState) -> None:
        """Show a moment."""
        moved, self._state = self._state.step != state.step, state
        self._say_where(state)
        self._steps.setCurrentIndex(_PLACES[state.step])
        self._steps.setEnabled(not state.busy)
        if state.step == "columns":
            self.columns.show_state(state)
        elif state.step == "preview":
            self.preview.show_state(state)
        self._show_work(state)
        self._show_buttons(state)
        self._show_problem(state)
        if moved:
            self._begin(state)

    def _say_where(self, state: ImportState) -> None:
        why = {
            "file": self.tr("Schritt 1 von 3: Wo steht Ihre Liste?"),
            "columns": self.tr("Schritt 2 von 3: Was bedeuten die Spalten? Eine Spalte mit Namen genügt."),
            "preview": self.tr("Schritt 3 von 3: So kommt es an. Noch ist nichts geschrieben."),
            "done": "",
        }[state.step]
        self.set_title(self.tr("Bestand übernehmen"), why)

    def _show_work(self, state: ImportState) -> None:
        self._working.setVisible(bool(state.busy))
        self._meter.setVisible(bool(state.busy))
        self._meter.set_value(state.share)
        said = {
            "reading": self.tr("Die Tabelle wird gelesen …"),
            "judging": self.tr("Die Zeilen werden mit dem Bestand verglichen …"),
            "taking": self.tr("Die Familien werden übernommen …"),
        }
        self._working.setText(said.get(state.busy, ""))

    def _show_buttons(self, state: ImportState) -> None:
        self._close.setText(self.tr("Aufhören") if state.busy else self.tr("Abbrechen"))
        self._close.setVisible(state.step != "done")
        self._back.setVisible(state.step in {"columns", "preview"})
        self._back.setEnabled(not state.busy)
        self.go_on.setVisible(state.step != "file")
        self.go_on.setEnabled(state.may_go_on or state.step == "done")
        words = {"preview": self.tr("%n Familien übernehmen", "", state.families), "done": self.tr("Schließen")}
        self.go_on.setText(words.get(state.step, self.tr("Weiter")))

    def _show_problem(self, state: ImportState) -> None:
        if state.problem is not None:
            self.strip.fail(state.problem)
        elif state.stopped:
            self.strip.say(self.tr("Abgebrochen. Es wurde nichts übernommen."))
        else:
            self.strip.hide()

    def _begin(self, state: ImportState) -> None:
        """Put the focus where the step begins."""
        if state.step == "columns":
            self.columns.begin()
        elif state.step == "preview":
            self.preview.table.setFocus()
        elif state.step == "done":
            self._done.what.set_body(self.tr("%n Familien sind da.", "", state.families))
            self._done.why.set_body(
                self.tr(
                    "Mit „Rückgängig“ nehmen Sie alles auf einmal zurück. Ihre Tabelle liegt weiter unverschlüsselt "
                    "auf dem Rechner: Bitte löschen Sie sie, sobald Sie sie nicht mehr brauchen."
                )
            )
            for text in (self._done.what, self._done.why):
                text.setVisible(True)
            self.go_on.setFocus()
        else:
            self.file.choose.setFocus()

    def show_rows(self, places: Sequence[int]) -> None:
        """Show these rows of the preview, the first one chosen."""
        self.preview.model.set_order(places)
        if places:
            self.preview.table.choose(places[0])

    def rows_changed(self) -> None:
        """Show the rows again."""
        self.preview.model.refresh()
