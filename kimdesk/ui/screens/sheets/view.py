"""Recovery sheets on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.ui.dialogs.ask import Dialog, confirm
from kimdesk.ui.screens.sheets.state import SheetRow, SheetsState
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import ElidedLabel, FieldLabel, Label, Paragraph
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Card, ListRow, Page, clear, column, rule
from kimdesk.ui.widgets.tags import Tag

if TYPE_CHECKING:
    from kimdesk.ui.screens.sheets.presenter import SheetsPresenter


class SheetDialog(Dialog):
    """Asks where a sealed sheet lies; never for the code on it."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None, row: SheetRow) -> None:
        super().__init__(parent, "", width=480)
        self.set_title(
            self.tr("Blatt von „{label}“").format(label=row.label),
            self.tr("Der Umschlag bleibt zu. Den Code auf dem Blatt kennt hier niemand und fragt niemand."),
        )
        self.where = LineEdit(self.tr("Wo liegt es?"), placeholder=self.tr("Stahlschrank, Fach 2"))
        self.where.setText(row.where)
        self.box.addLayout(column(FieldLabel(self.where.accessibleName(), self.where), self.where, spacing=4))
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.add_button(self.tr("Eintragen"), self.accept, kind="primary")
        self.accepted.connect(lambda: self.wanted.emit(row.short_name, self.where.text()))
        self.where.setFocus()


class SheetsView(Page):
    """Shows for every desk whether its recovery sheet lies here."""

    devices_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._presenter: SheetsPresenter | None = None
        self.strip = Strip()
        self._count = ElidedLabel("", "dim")
        self._list = Card()
        self._list.setAccessibleName(self.tr("Wiederherstellungsblätter"))
        self._lay_out()

    def attach(self, presenter: SheetsPresenter) -> None:
        """Connect the presenter; once."""
        self._presenter = presenter

    @property
    def _asks(self) -> SheetsPresenter:
        if self._presenter is None:
            raise RuntimeError("no presenter")
        return self._presenter

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(self.tr("Wiederherstellung"), "title"))
        head.addWidget(self._count, 1)
        why = self.tr(
            "Wer seine Passphrase vergisst, kommt nur mit dem Wiederherstellungsblatt wieder in den Tresor. Hier steht,"
            " welche Blätter verschlossen beim Träger liegen."
        )
        self.box.addLayout(head)
        self.box.addWidget(Paragraph(why, "dim"))
        self.box.addWidget(self.strip)
        self.box.addWidget(self._list)
        self.box.addStretch(1)

    def show_state(self, state: SheetsState) -> None:
        """Show every desk with its sheet."""
        held = sum(row.since is not None for row in state.rows)
        text = self.tr("{held} von {all} hinterlegt").format(held=held, all=len(state.rows))
        self._count.setText(text if state.rows else "")
        clear(self._list.box)
        for at, row in enumerate(state.rows):
            if at:
                self._list.box.addWidget(rule())
            self._list.box.addWidget(self._row(row))
        if state.loaded and not state.rows:
            self._list.box.addWidget(self._nobody())

    def _row(self, row: SheetRow) -> ListRow:
        if row.since is None:
            made = ListRow(row.label, self.tr("Von diesem Gerät liegt kein Blatt hier."), icon="laptop")
            made.add_end(Tag(self.tr("fehlt"), "amber", icon="clock"))
            take = Button(self.tr("Eintragen …"), kind="quiet")
            take.setAccessibleName(self.tr("Blatt von „{label}“ eintragen").format(label=row.label))
            take.clicked.connect(lambda: self._ask_where(row))
            return made.add_end(take)
        since = self.tr("seit {day}").format(day=show_day(row.since))
        made = ListRow(row.label, " · ".join(part for part in (row.where, since) if part), icon="laptop")
        made.add_end(Tag(self.tr("liegt hier"), "green", icon="check"))
        back = Button(self.tr("Zurückgegeben …"), kind="quiet")
        back.setAccessibleName(self.tr("Blatt von „{label}“ zurückgegeben").format(label=row.label))
        back.clicked.connect(lambda: self._ask_back(row))
        return made.add_end(back)

    def _nobody(self) -> EmptyState:
        step = Button(self.tr("Zu den Geräten"), icon="laptop")
        step.clicked.connect(self.devices_asked)
        why = self.tr("Sobald Arbeitsplätze zugelassen sind, steht hier, ob ihr Blatt beim Träger liegt.")
        return EmptyState(self.tr("Noch ist kein Arbeitsplatz zugelassen"), why, icon="key-round", step=step)

    def _ask_where(self, row: SheetRow) -> SheetDialog:
        dialog = SheetDialog(self, row)
        dialog.wanted.connect(self._asks.take)
        dialog.open()
        return dialog

    def _ask_back(self, row: SheetRow) -> Dialog:
        return confirm(
            self,
            self.tr("Blatt von „{label}“ zurückgegeben?").format(label=row.label),
            self.tr("Danach steht hier, dass es fehlt."),
            yes=self.tr("Zurückgegeben"),
            act=lambda: self._asks.give_back(row.short_name),
        )

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
