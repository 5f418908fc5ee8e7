"""The caseload on the screen: title, filter, chips, table, preview."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError, Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui import actions
from kimdesk.ui.dialogs.memory import Remember, forget
from kimdesk.ui.screens.families.form import NewFamilyDialog
from kimdesk.ui.screens.families.preview import PreviewPane
from kimdesk.ui.screens.families.state import FamiliesState, Filter, KnownFamily
from kimdesk.ui.screens.families.table import columns
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.inputs import SearchField
from kimdesk.ui.widgets.labels import ElidedLabel, Label
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.paged import PagedTableModel
from kimdesk.ui.widgets.surfaces import Card, Flow
from kimdesk.ui.widgets.table import PagedTable, framed

if TYPE_CHECKING:
    from kimdesk.ui.screens.families.presenter import FamiliesPresenter

PREVIEW_FROM = 760
"""Width at 100 % from which there is room for the preview beside the list."""


class FamiliesView(QWidget):
    """Shows the caseload; every event goes to the presenter."""

    form_opened = Signal()
    import_asked = Signal()

    def __init__(self, reference: Reference, lang: Lang, today: dt.date, remember: Remember = forget) -> None:
        super().__init__()
        self._remember = remember
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reference = reference
        self._lang: Lang = lang
        self._today = today
        self._presenter: FamiliesPresenter | None = None
        self._filter = Filter()
        self._any = self._found = False
        self._form: NewFamilyDialog | None = None
        self._count = ElidedLabel("", "dim", drops=True)
        self.strip = Strip()
        self.search = SearchField(
            self.tr("Familien filtern"), placeholder=self.tr("Name in jeder Schrift, Ort, Fallnummer …")
        )
        self.new_button = Button(actions.text("new_family"), icon="plus")
        actions.arm(self.new_button, "new_family")
        self.new_button.clicked.connect(self.open_form)
        self.import_button = Button(actions.text("import"), icon="file-plus")
        actions.arm(self.import_button, "import")
        self.import_button.clicked.connect(self.import_asked)
        self.preview = PreviewPane(reference, lang, today)
        self._make_chips()

    def _make_chips(self) -> None:
        self._phase = self._menu_chip(self.tr("Phase"), "phase", self._choose_phase)
        self._place = self._menu_chip(self.tr("Ort"), "municipality", self._choose_place)
        self._soon = Chip(self.tr("Frist in 14 Tagen"))
        self._quiet = Chip(self.tr("länger kein Kontakt"))
        self._quiet.setToolTip(self.tr("seit mehr als sechs Wochen"))
        self._closed = Chip(self.tr("auch abgeschlossene"))
        for chip in (self._soon, self._quiet, self._closed):
            chip.clicked.connect(self._pressed)

    def _menu_chip(self, name: str, codes: str, choose: object) -> Chip:
        chip = Chip(name, menu=True)
        menu = QMenu(chip)
        entries = [("", self.tr("alle"))]
        entries += [(entry.code, entry.label(self._lang)) for entry in self._reference[codes].entries]
        for code, word in entries:
            action = QAction(word, menu)
            action.triggered.connect(lambda _checked=False, code=code: choose(code))  # type: ignore[operator]
            menu.addAction(action)
        chip.clicked.connect(lambda: self._drop_down(chip, menu))
        return chip

    def _drop_down(self, chip: Chip, menu: QMenu) -> None:
        self._show_chips()
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def attach(self, presenter: FamiliesPresenter) -> None:
        """Connect the presenter and lay everything out; once."""
        self._presenter = presenter
        self._model = PagedTableModel(columns(self._reference, self._lang, self._today), presenter.rows, self)
        self.table = PagedTable(self.tr("Familien"), self._model)
        self.search.searched.connect(presenter.search)
        self.table.chosen.connect(presenter.choose)
        self.table.opened.connect(presenter.open)
        self.table.order_asked.connect(presenter.sort)
        self.preview.open_asked.connect(self._open_current)
        self.preview.visit_asked.connect(presenter.visit)
        self.search.returnPressed.connect(self._open_current)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(self.tr("Familien"), "title"))
        head.addWidget(self._count, 1)
        head.addWidget(self.import_button)
        head.addWidget(self.new_button)
        filters = Flow(self.search, self._phase, self._place, self._soon, self._quiet, self._closed)
        self._stack = QStackedWidget()
        self._stack.addWidget(framed(self.table))
        self._stack.addWidget(self._nothing())
        self._stack.addWidget(self._first())
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._stack, 1)
        body.addWidget(self.preview)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addLayout(head)
        outer.addWidget(self.strip)
        outer.addWidget(filters)
        outer.addLayout(body, 1)

    def _nothing(self) -> QWidget:
        reset = Button(self.tr("Filter zurücksetzen"), icon="rotate-ccw")
        reset.clicked.connect(self.reset_filters)
        why = self.tr("Kein Name, Ort und keine Fallnummer passt dazu.")
        state = EmptyState(self.tr("Keine Familie gefunden"), why, icon="search", step=reset)
        return Card().add(state, None)

    def _first(self) -> QWidget:
        step = Button(self.tr("Erste Familie anlegen"), icon="plus", kind="primary")
        step.clicked.connect(self.open_form)
        why = self.tr("Hier stehen Ihre Familien. Ein Name genügt für den Anfang. Oder übernehmen Sie oben eine Liste.")
        return Card().add(EmptyState(self.tr("Noch keine Familie"), why, icon="users", step=step), None)

    def show_state(self, state: FamiliesState) -> None:
        """Show counts, chips and preview."""
        self._filter = state.filter
        self._any, self._found = state.total > 0, state.shown > 0
        active = self.tr("%n aktiv", "", state.active)
        self._count.setText(f"{active} · " + self.tr("%n insgesamt", "", state.total))
        self._show_chips()
        self.preview.show_preview(state.preview)
        self._fit()
        self._stack.setCurrentIndex(2 if state.total == 0 else (1 if state.shown == 0 else 0))

    def _show_chips(self) -> None:
        wanted = self._filter
        for chip, name, codes, code in (
            (self._phase, self.tr("Phase"), "phase", wanted.phase),
            (self._place, self.tr("Ort"), "municipality", wanted.place),
        ):
            word = self._reference.label(codes, code, self._lang) if code else self.tr("alle")
            chip.setText(f"{name}: {word}")
            chip.setChecked(bool(code))
        self._soon.setChecked(wanted.due_soon)
        self._quiet.setChecked(wanted.quiet)
        self._closed.setChecked(wanted.closed)

    def _fit(self) -> None:
        self.preview.setVisible(self._any and self._found and self.width() >= current().px(PREVIEW_FROM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list the whole width where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def show_order(self, order: Sequence[int], keep: int | None) -> None:
        """Show rows; one of them stays chosen."""
        self._model.set_order(order)
        if keep is not None:
            self.table.choose(keep)

    def show_error(self, error: KimError) -> None:
        """Say what went wrong, in the form if it is open."""
        (self._form.strip if self._form is not None else self.strip).fail(error)

    def opened(self) -> None:
        """Put the cursor into the filter."""
        self.search.setFocus()

    def do(self, action: str) -> None:
        """Do an action that was asked for elsewhere: new_family, import."""
        {"new_family": self.open_form, "import": self.import_asked.emit}[action]()

    def open_form(self) -> None:
        """Open the short form of a new family."""
        self._form = NewFamilyDialog(self, self._reference, self._lang, self._today)
        self._remember(self._form, "new_family", self._form.kept())
        self._form.wanted.connect(self._asks.create)
        self._form.named.connect(self._asks.look_for)
        self._form.known_wanted.connect(self._asks.open_known)
        self._form.finished.connect(self._form_closed)
        self._form.open()
        self.form_opened.emit()

    def close_form(self) -> None:
        """Close the short form."""
        if self._form is not None:
            self._form.accept()

    def show_known(self, known: KnownFamily | None) -> None:
        """Let the short form say that somebody may be in the caseload already."""
        if self._form is not None:
            self._form.show_known(known)

    def reset_filters(self) -> None:
        """Show everything again."""
        self.search.clear()
        self._asks.narrow(Filter())

    def _form_closed(self) -> None:
        self._form = None

    @property
    def _asks(self) -> FamiliesPresenter:
        if self._presenter is None:
            raise RuntimeError("no presenter")
        return self._presenter

    def _open_current(self) -> None:
        n = self.table.current_n()
        if n is not None:
            self._asks.open(n)

    def _choose_phase(self, code: str) -> None:
        self._ask(phase=code)

    def _choose_place(self, code: str) -> None:
        self._ask(place=code)

    def _pressed(self) -> None:
        self._ask()

    def _ask(self, *, phase: str | None = None, place: str | None = None) -> None:
        wanted = Filter(
            phase=self._filter.phase if phase is None else phase,
            place=self._filter.place if place is None else place,
            due_soon=self._soon.isChecked(),
            quiet=self._quiet.isChecked(),
            closed=self._closed.isChecked(),
        )
        self._asks.narrow(wanted)
