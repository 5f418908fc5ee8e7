"""The third page: every bundle ever written and what became of each of its items."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.casework.exchange import SentBundle, SentItem
from kimdesk.ui.screens.exchange.parts import SideBySide
from kimdesk.ui.screens.exchange.words import ExchangeWords
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.paged import Cell, Column, PagedTableModel
from kimdesk.ui.widgets.surfaces import Card, Page, clear, column, row, rule
from kimdesk.ui.widgets.table import PagedTable, framed
from kimdesk.ui.widgets.tags import Tag

MOST_ITEMS = 60


class BundlesPage(SideBySide):
    """A list of bundles, and the items of the one chosen."""

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__()
        self._words = words
        self._history: tuple[SentBundle, ...] = ()
        self._model = PagedTableModel(self._columns(), self._rows, self)
        self.table = PagedTable(self.tr("Alle Pakete"), self._model)
        self.table.chosen.connect(self._choose)
        self.details = Card(QCoreApplication.translate("BundlesPage", "Was daraus geworden ist"))
        self._what = Paragraph("", "small")
        self._items = column(spacing=0)
        self.details.add(self._what)
        self.details.box.addLayout(self._items)
        self.details.box.addStretch(1)
        self._build()

    def _build(self) -> None:
        page = Page(margins=(0, 0, 12, 0))
        page.box.addWidget(self.details)
        self.lay_out(column(framed(self.table)), column(page))

    def _columns(self) -> Sequence[Column[SentBundle]]:
        return (
            Column[SentBundle](
                key="seq",
                title=QCoreApplication.translate("BundlesPage", "Nr."),
                cell=lambda each: Cell(text=str(each.seq), strong=True),
                sample="100",
            ),
            Column[SentBundle](
                key="at",
                title=QCoreApplication.translate("BundlesPage", "gespeichert am"),
                cell=lambda each: Cell(text=self._words.whole_day(each.at)),
                sample="24.11.2026",
            ),
            Column[SentBundle](
                key="partner",
                title=QCoreApplication.translate("BundlesPage", "an"),
                cell=lambda each: Cell(text=each.partner, dim=True),
                sample="Kreis Steinfurt",
                stretch=1,
                drop=1,
            ),
            Column[SentBundle](
                key="state",
                title=QCoreApplication.translate("BundlesPage", "Stand"),
                cell=self._state_cell,
                sample=self._words.widest_state(),
                tag=True,
            ),
        )

    def _state_cell(self, bundle: SentBundle) -> Cell:
        word, tone, icon = self._words.bundle_state(bundle)
        return Cell(text=word, tone=tone, tag=True, icon=icon)

    def _rows(self, numbers: Sequence[int]) -> Sequence[SentBundle]:
        return [self._history[number] for number in numbers]

    def show_history(self, history: tuple[SentBundle, ...]) -> None:
        """Show all bundles; the newest is chosen."""
        if history == self._history:
            return
        self._history = history
        self._model.set_order(range(len(history)))
        if history:
            self.table.choose(0)
            self._choose(0)

    def _choose(self, number: int) -> None:
        bundle = self._history[number]
        title = self.tr("Paket Nr. {number} an {partner}").format(number=bundle.seq, partner=bundle.partner)
        if bundle.arrived_at is not None:
            day = self._words.whole_day(bundle.arrived_at)
            title += " · " + self.tr("bestätigt am {day}").format(day=day)
        self._what.set_body(title)
        clear(self._items)
        for place, item in enumerate(bundle.items[:MOST_ITEMS]):
            if place:
                self._items.addWidget(rule())
            self._items.addWidget(self._item(item))
        rest = len(bundle.items) - MOST_ITEMS
        if rest > 0:
            self._items.addWidget(Paragraph(self.tr("und %n weitere", "", rest), "small"))
        if not bundle.items:
            self._items.addWidget(
                Paragraph(self.tr("Alles daraus ging mit einem späteren Paket noch einmal."), "small")
            )

    def _item(self, item: SentItem) -> QWidget:
        line = QWidget()
        box = QVBoxLayout(line)
        box.setContentsMargins(0, 6, 0, 6)
        box.setSpacing(4)
        box.addWidget(Paragraph(self._words.item(item)))
        word, tone, icon = self._words.item_state(item)
        box.addLayout(row(Tag(word, tone, icon=icon), None))
        if why := self._words.because(item):
            box.addWidget(Paragraph(self.tr("Abgelehnt, weil: {why}").format(why=why), "small"))
        return line
