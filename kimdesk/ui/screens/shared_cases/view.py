"""Shared cases on the screen: the list at the left, one case to read at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.screens.shared_cases.presenter import SharedPresenter
from kimdesk.ui.screens.shared_cases.state import CaseRow, Listed, Part, SharedState, Withdrawn
from kimdesk.ui.screens.shared_cases.table import columns
from kimdesk.ui.shell.asking import AskingPage
from kimdesk.ui.shell.family_parts import Columns
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.labels import Label, Paragraph, isolate
from kimdesk.ui.widgets.notices import EmptyState
from kimdesk.ui.widgets.paged import PagedTableModel
from kimdesk.ui.widgets.surfaces import Card, ListRow, PageHead, clear, rule
from kimdesk.ui.widgets.table import PagedTable
from kimdesk.ui.widgets.tags import Tag

MOST_ROWS = 10
"""So many cases without names are seen at once; the rest scrolls."""


class SharedView(AskingPage[SharedPresenter]):
    """Shows shared cases; nothing here can be changed."""

    def __init__(self, reference: Reference, lang: Lang) -> None:
        super().__init__()
        self._rows: tuple[Listed, ...] = ()
        self._model = PagedTableModel(columns(reference, lang), self._load, self)
        self.table = PagedTable(self.tr("Fälle ohne Namen"), self._model)
        self._nameless = Card(self.tr("Fälle ohne Namen"))
        self._columns = Columns((2, 3), narrowest=340)
        self._lay_out()

    def _lay_out(self) -> None:
        self._head = PageHead(self.tr("Geteilte Fälle"))
        why = self.tr(
            "Nur zum Lesen und nur, was eine Einwilligung genau dieser Stelle und diesem Zweck öffnet. Fällt sie weg,"
            " werden die Angaben hier gelöscht."
        )
        self.box.addWidget(self._head)
        self.box.addWidget(Paragraph(why, "dim"))
        self.box.addWidget(self.strip)
        self.box.addWidget(self._columns)
        self.box.addWidget(self._nameless)
        self.box.addStretch(1)
        self._few = Paragraph(self.tr("Sie kamen von weniger als drei Geräten und werden darum nicht gezeigt."), "hint")
        under = self.tr("Unter einer Vereinbarung geschickt, ohne Namen, ohne Ort und ohne Gerät.")
        self._nameless.add(Paragraph(under, "small"), self._few, self.table)
        self._nameless.hide()

    # showing --------------------------------------------------------------

    def show_state(self, state: SharedState) -> None:
        """Show the cases and the one being read."""
        self._head.count.setText(self.tr("%n Fälle", "", len(state.cases)) if state.cases else "")
        left, right = self._columns.boxes
        clear(left)
        clear(right)
        if state.loaded and not state.cases:
            left.addWidget(self._nobody())
        if state.cases:
            left.addWidget(self._list(state))
        if state.withdrawn:
            left.addWidget(self._withdrawals(state.withdrawn))
        if state.case is not None:
            right.addWidget(self._reading(state.case, state.parts))
        for box in (left, right):
            box.addStretch(1)
        self._show_nameless(state)

    def _show_nameless(self, state: SharedState) -> None:
        self._rows = state.listed
        self._model.set_order(range(len(state.listed)))
        self.table.setVisible(bool(state.listed))
        self.table.setFixedHeight(current().px(41) * min(MOST_ROWS, len(state.listed)) + current().px(40))
        self._few.setVisible(state.too_few)
        self._nameless.setVisible(bool(state.listed) or state.too_few)

    def _load(self, numbers: Sequence[int]) -> list[Listed]:
        return [self._rows[number] for number in numbers]

    def _nobody(self) -> Card:
        why = self.tr(
            "Die Angaben der Familien bleiben beim Fallmanagement, solange keine Einwilligung etwas anderes sagt."
        )
        return Card().add(EmptyState(self.tr("Kein Fall ist mit dieser Stelle geteilt"), why, icon="users"))

    def _list(self, state: SharedState) -> Card:
        card = Card()
        card.setAccessibleName(self.tr("Geteilte Fälle"))
        for at, case in enumerate(state.cases):
            if at:
                card.add(rule())
            card.add(self._row(case, chosen=case.key == state.chosen))
        return card

    def _row(self, case: CaseRow, *, chosen: bool) -> ListRow:
        made = ListRow(self._name(case), f"{case.desk} · {case.purpose}", icon="users")
        if chosen:
            return made.add_end(Tag(self.tr("wird gelesen"), "accent"))
        read = Button(self.tr("Lesen"), kind="quiet")
        read.setAccessibleName(self.tr("{name} lesen").format(name=self._name(case)))
        read.clicked.connect(lambda: self._asks.choose(case.key))
        return made.add_end(read)

    def _name(self, case: CaseRow) -> str:
        name = isolate(case.label) if case.label else self.tr("Name nicht geteilt")
        return f"{name} · {case.case_number}" if case.case_number else name

    def _reading(self, case: CaseRow, parts: tuple[Part, ...]) -> Card:
        card = Card(self._name(case))
        card.add_to_head(Tag(self.tr("nur lesen"), icon="eye"))
        until = self.tr("bis {day}").format(day=show_day(case.until)) if case.until else self.tr("bis zum Widerruf")
        card.add(Paragraph(f"{case.purpose} · {case.desk} · {until}", "small"))
        for part in parts:
            card.add(rule(), Label(part.kind, "section"))
            for at, record in enumerate(part.records):
                if at:
                    card.add(6)
                card.box.addLayout(_grid(record))
        return card

    def _withdrawals(self, found: tuple[Withdrawn, ...]) -> Card:
        card = Card(self.tr("Widerrufe"))
        for at, each in enumerate(found):
            if at:
                card.add(rule())
            what = self.tr("Widerrufen am {day}").format(day=show_day(each.on))
            gone = self.tr("%n Angaben gelöscht", "", each.deleted)
            detail = self.tr("{gone} am {day} · {desk}").format(gone=gone, day=show_day(each.done), desk=each.desk)
            card.add(ListRow(what, detail, icon="undo-2").add_end(Tag(self.tr("erledigt"), "green", icon="check")))
        return card


def _grid(record: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for at, (field, value) in enumerate(record):
        said: QWidget = Paragraph(isolate(value))
        said.setAccessibleName(f"{field}: {value}")
        grid.addWidget(Paragraph(field, "small"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said, at, 1)
    return grid
