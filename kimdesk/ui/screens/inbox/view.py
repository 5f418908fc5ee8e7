"""The inbox on the screen: a place to drop bundles, verdicts, what is missing, what was refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kimdesk.ui.dialogs.ask import Dialog, confirm
from kimdesk.ui.dialogs.files import ask_files
from kimdesk.ui.screens.inbox.presenter import InboxPresenter
from kimdesk.ui.screens.inbox.rows import InboxRows
from kimdesk.ui.screens.inbox.state import InboxState, Refused
from kimdesk.ui.shell.asking import AskingPage
from kimdesk.ui.shell.family_parts import Columns
from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.drop import DropArea, FileDrop
from kimdesk.ui.widgets.labels import IconLabel, Label, Paragraph
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.surfaces import Card, PageHead, row, rule


class InboxView(AskingPage[InboxPresenter]):
    """Shows the inbox; files may be dropped anywhere on it."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = InboxState()
        self._rows = InboxRows(self)
        self._area = DropArea()
        self._working = QWidget()
        self._results = Card(self.tr("Gerade eingelesen"))
        self._lacks = Card(self.tr("Was fehlt"))
        self._refused = Card(self.tr("Abgelehnt"))
        self._fill_area()
        self._lay_out()
        self.drop = FileDrop(self)
        self.drop.hovering.connect(self._area.set_marked)

    def attach(self, presenter: InboxPresenter) -> None:
        """Connect the presenter; once."""
        super().attach(presenter)
        self.drop.dropped.connect(presenter.take)
        self.stop_button.clicked.connect(presenter.stop)

    def _fill_area(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self._invite = QWidget()
        inviting = QVBoxLayout(self._invite)
        inviting.setContentsMargins(0, 8, 0, 8)
        inviting.setSpacing(8)
        inviting.addWidget(IconLabel("package-open", "accent", 32), 0, centre)
        for text, role in (
            (self.tr("Pakete hierher ziehen"), "section"),
            (self.tr("Mehrere auf einmal gehen. Die Dateien bleiben, wo sie sind."), "dim"),
        ):
            said = Paragraph(text, role)  # type: ignore[arg-type] # both are roles
            said.setAlignment(centre)
            inviting.addWidget(said)
        self.choose_button = Button(self.tr("Pakete wählen …"), icon="folder-open", kind="primary")
        self.choose_button.clicked.connect(self.ask_bundles)
        inviting.addWidget(self.choose_button, 0, centre)
        self._area.box.addWidget(self._invite)
        working = QVBoxLayout(self._working)
        working.setContentsMargins(0, 8, 0, 8)
        self._how_far = Label("", "section")
        self._meter = Meter(self.tr("So weit sind die Pakete eingelesen"))
        self.stop_button = Button(self.tr("Aufhören"), icon="x", key="Esc")
        self.stop_button.setShortcut("Esc")
        working.addWidget(self._how_far)
        working.addWidget(self._meter)
        working.addLayout(row(self.stop_button, None))
        self._area.box.addWidget(self._working)

    def _lay_out(self) -> None:
        self._head = PageHead(self.tr("Eingang"))
        columns = Columns((3, 2), narrowest=340)
        columns.boxes[0].addWidget(self._area)
        columns.boxes[0].addWidget(self._results)
        columns.boxes[0].addStretch(1)
        columns.boxes[1].addWidget(self._lacks)
        columns.boxes[1].addWidget(self._refused)
        columns.boxes[1].addStretch(1)
        self.box.addWidget(self._head)
        self.box.addWidget(self.strip)
        self.box.addWidget(columns)
        self.box.addStretch(1)

    # showing --------------------------------------------------------------

    def show_state(self, state: InboxState) -> None:
        """Show a moment; cards are made anew only where what they show changed."""
        before, self._shown = self._shown, state
        self._head.count.setText(self.tr("%n Geräte im Kreis", "", state.contents.devices) if state.loaded else "")
        self._show_work(state)
        if (before.results, before.stopped, before.busy) != (state.results, state.stopped, state.busy):
            self._show_results(state)
        self._results.setVisible(bool(state.results) or state.stopped > 0)
        if before.contents != state.contents or before.loaded != state.loaded:
            self._show_contents(state)

    def _show_work(self, state: InboxState) -> None:
        self._invite.setVisible(not state.busy)
        self._working.setVisible(state.busy)
        share = (state.done + state.share) / max(state.total, 1)
        self._meter.set_value(min(1.0, share))
        text = self.tr("Paket {n} von {total} wird eingelesen …")
        self._how_far.setText(text.format(n=min(state.done + 1, state.total), total=state.total))

    def _show_results(self, state: InboxState) -> None:
        _refill(self._results, [self._rows.verdict_row(each) for each in reversed(state.results)])
        if state.stopped:
            text = self.tr("Abgebrochen: %n Dateien wurden nicht eingelesen und sind unverändert.", "", state.stopped)
            self._results.box.addWidget(Paragraph(text, "hint"))

    def _show_contents(self, state: InboxState) -> None:
        found = state.contents
        _refill(self._lacks, [self._rows.lack_row(each) for each in found.lacks])
        if not found.lacks:
            all_here = self.tr("Nichts: Von jedem Gerät liegt alles vor.")
            nobody = self.tr("Noch ist kein Gerät zugelassen. Das geht unter „Geräte“.")
            self._lacks.box.addWidget(Paragraph(all_here if found.devices else nobody, "dim"))
        _refill(self._refused, [self._refused_row(each) for each in found.refused])
        self._refused.setVisible(bool(found.refused))

    def _refused_row(self, refused: Refused) -> QWidget:
        menu = IconButton("ellipsis", self.tr("Was tun mit dem abgelehnten Paket"))
        menu.clicked.connect(lambda: self._offer(menu, refused))
        return self._rows.refused_row(refused, menu)

    # acting ---------------------------------------------------------------

    def ask_bundles(self) -> None:
        """Ask for bundles to be taken in."""
        kinds = (self.tr("Pakete (*.kimb)"), self.tr("Alle Dateien (*)"))
        ask_files(self, self.tr("Pakete wählen"), kinds, self._asks.take)

    def _offer(self, button: QWidget, refused: Refused) -> None:
        menu = QMenu(button)
        if refused.kept:
            self._entry(menu, self.tr("Noch einmal prüfen"), lambda: self._asks.retry(refused.n))
            self._entry(menu, self.tr("Paket löschen …"), lambda: self._ask_delete(refused))
        else:
            self._entry(menu, self.tr("Von der Liste nehmen"), lambda: self._asks.dismiss(refused.n))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _entry(self, menu: QMenu, word: str, act: object) -> None:
        entry = QAction(word, menu)
        entry.triggered.connect(lambda _on=False: act())  # type: ignore[operator]
        menu.addAction(entry)

    def _ask_delete(self, refused: Refused) -> Dialog:
        why = self.tr("Es wird nicht eingelesen und lässt sich nicht zurückholen, nur neu vom Gerät erbitten.")
        return confirm(
            self,
            self.tr("Abgelehntes Paket löschen?"),
            why,
            yes=self.tr("Löschen"),
            act=lambda: self._asks.dismiss(refused.n),
        )

    def opened(self) -> None:
        """Begin where files are chosen."""
        self.choose_button.setFocus()


def _refill(card: Card, rows: Sequence[QWidget]) -> None:
    """Replace what stands under a card's heading."""
    while card.box.count() > 1:
        item = card.box.takeAt(1)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for place, each in enumerate(rows):
        if place:
            card.box.addWidget(rule())
        card.box.addWidget(each)
