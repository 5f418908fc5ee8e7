"""The district's figures on the screen: period and split as chips, one card per figure with table and bars."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.drawings.bars import draw_bars
from kimdesk.drawings.words import Words
from kimdesk.ui.screens.district_figures.presenter import FiguresPresenter
from kimdesk.ui.screens.district_figures.state import SPLITS, FiguresState, Shown, Split
from kimdesk.ui.screens.district_figures.words import bars_of, cell_name, figure_of, period_name, title
from kimdesk.ui.shell.asking import AskingPage
from kimdesk.ui.shell.family_parts import Columns
from kimdesk.ui.theme.tokens import GAP
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import EmptyState
from kimdesk.ui.widgets.picture import PictureView, style
from kimdesk.ui.widgets.surfaces import Card, Flow, PageHead, clear
from kimdesk.ui.widgets.tags import Tag


class FiguresView(AskingPage[FiguresPresenter]):
    """Shows the figures; every event goes to the presenter."""

    inbox_asked = Signal()

    def __init__(self, reference: Reference, lang: Lang) -> None:
        super().__init__()
        self._reference: Reference = reference
        self._lang: Lang = lang
        self.period = ChoiceChip(self.tr("Zeitraum"), icon="calendar-days")
        self.split = ChoiceChip(self.tr("Aufteilung"), self._splits(), icon="columns-3")
        self.split.set_code("all")
        self._cards = QWidget()
        self._list = QVBoxLayout(self._cards)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(GAP)
        self._empty = self._nothing()
        self._lay_out()

    def _splits(self) -> list[Option]:
        words = {
            "all": self.tr("Kreis insgesamt"),
            "place": self.tr("nach Ort"),
            "provider": self.tr("nach Träger"),
        }
        return [Option(split, words[split]) for split in SPLITS]

    def attach(self, presenter: FiguresPresenter) -> None:
        """Connect the presenter; once."""
        super().attach(presenter)
        self.period.chosen.connect(lambda code: presenter.choose(int(code)))
        self.split.chosen.connect(lambda code: presenter.split(next(each for each in SPLITS if each == code)))

    def _lay_out(self) -> None:
        self._head = PageHead(self.tr("Zahlen"))
        why = self.tr(
            "Eine Zahl je Zeile, keine Kreuztabellen, nie nach Person. Gruppen unter fünf und Orte oder Träger mit"
            " weniger als drei Geräten sind zusammengefasst."
        )
        self.box.addWidget(self._head)
        self.box.addWidget(self.strip)
        self.box.addWidget(Flow(self.period, self.split))
        self.box.addWidget(self._empty)
        self.box.addWidget(self._cards)
        self._why = Paragraph(why, "small")
        self.box.addWidget(self._why)
        self.box.addStretch(1)

    def _nothing(self) -> Card:
        why = self.tr("Sobald Pakete mit Zahlen eingelesen sind, stehen sie hier, zusammengefasst für den Kreis.")
        step = Button(self.tr("Zum Eingang"), icon="inbox")
        step.clicked.connect(self.inbox_asked)
        return Card().add(EmptyState(self.tr("Noch keine Zahlen"), why, icon="chart-column", step=step))

    def show_state(self, state: FiguresState) -> None:
        """Show the figures of the period chosen."""
        some = bool(state.offered)
        self.period.set_options([Option(str(at), period_name(each.period)) for at, each in enumerate(state.offered)])
        self.period.set_code(str(state.chosen))
        self.split.set_code(state.split)
        self._head.count.setText(self.tr("aus %n Geräten", "", state.offered[state.chosen].desks) if some else "")
        self._empty.setVisible(state.loaded and not some)
        for part in (self.period, self.split, self._cards, self._why):
            part.setVisible(some)
        clear(self._list)
        for shown in state.figures:
            self._list.addWidget(self._card(shown, state.split))

    def _card(self, shown: Shown, split: Split) -> Card:
        figure = figure_of(shown.table.number)
        card = Card(title(figure, split, self._lang))
        card.add_to_head(Tag(self.tr("aus %n Geräten", "", shown.desks)))
        definition = figure.definition_de if self._lang == "de" else figure.definition_en
        card.add(Paragraph(definition, "small"))
        if shown.merged:
            few = self.tr("Weniger als drei Geräte haben diese Zahl geschickt; darum steht hier nur die Summe.")
            card.add(Paragraph(few, "hint"))
        both = Columns((9, 5), narrowest=330)
        both.boxes[0].addWidget(PictureView(draw_bars(bars_of(shown, split, self._reference, self._lang), style())))
        both.boxes[1].addLayout(self._table(shown, split))
        return card.add(4, both)

    def _table(self, shown: Shown, split: Split) -> QGridLayout:
        grid, words = QGridLayout(), Words(self._lang)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        rows = [
            (cell_name(shown.table.number, code, split, self._reference, self._lang), count)
            for code, count in shown.table.cells
        ]
        if (shown.table.number != "F1" or split != "all") and len(rows) > 1:
            rows.append((self.tr("zusammen"), shown.table.total))
        for at, (name, count) in enumerate(rows):
            last = at == len(rows) - 1 and len(shown.table.cells) < len(rows)
            grid.addWidget(Paragraph(name, "strong" if last else ""), at, 0)
            number = Label(words.figure(count), "strong")
            number.setAccessibleName(f"{name}: {number.text()}")
            grid.addWidget(number, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return grid
