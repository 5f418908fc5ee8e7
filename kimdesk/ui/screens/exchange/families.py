"""Choosing families by name: only those offered of whom somebody agreed to exactly this recipient and purpose."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.casework.exchange import PURPOSES, Candidate
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.screens.exchange.state import Wish
from kimdesk.ui.screens.exchange.words import ExchangeWords
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Flow, Page, column
from kimdesk.ui.widgets.tick import Tick


class FamiliesDialog(Dialog):
    """Offers families with ticks, for one purpose."""

    purpose_chosen = Signal(str)
    chosen = Signal(str, tuple)

    def __init__(
        self, parent: QWidget | None, body: str, offered: tuple[Candidate, ...], wish: Wish, words: ExchangeWords
    ) -> None:
        title = QCoreApplication.translate("FamiliesDialog", "Mit Namen weitergeben")
        why = QCoreApplication.translate(
            "FamiliesDialog", "Hier stehen nur Familien, deren Einwilligung genau „{body}“ und diesen Zweck nennt."
        )
        super().__init__(parent, title, why.format(body=body), width=560)
        self._wish = wish
        self._offered = offered
        self.purpose = ChoiceChip(
            self.tr("Zweck"), [Option(code, words.purpose(code)) for code in PURPOSES], icon="target"
        )
        self.purpose.set_code(wish.purpose)
        self.purpose.chosen.connect(self._other_purpose)
        self.ticks = [self._tick(each) for each in offered]
        self._empty = Paragraph(self.tr("Für diesen Empfänger und Zweck liegt keine Einwilligung vor."), "dim")
        if offered:
            self._empty.hide()
        self._build()
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.go_on = self.add_button(self.tr("Übernehmen"), self._take, kind="primary")
        self.go_on.setEnabled(bool(offered))

    def _build(self) -> None:
        page = Page(margins=(0, 0, 12, 0))
        for part in (page, page.body):
            part.setProperty("role", "clear")
        page.box.addLayout(column(self._empty, *self.ticks, None, spacing=4))
        page.setMinimumHeight(min(current().px(260), 360) if self._offered else current().px(60))
        self.box.addWidget(Flow(self.purpose))
        self.box.addWidget(page, 1)

    def _tick(self, family: Candidate) -> Tick:
        known = self.tr(" · schon mitgeteilt") if family.shared else ""
        tick = Tick(f"{family.label} · {family.case_number}{known}")
        tick.setChecked(family.shared or family.case in {each.case for each in self._wish.families})
        return tick

    def _other_purpose(self, purpose: str) -> None:
        self.reject()
        self.purpose_chosen.emit(purpose)

    def _take(self) -> None:
        taken = tuple(each for each, tick in zip(self._offered, self.ticks, strict=True) if tick.isChecked())
        self.chosen.emit(self._wish.purpose, taken)
        self.accept()
