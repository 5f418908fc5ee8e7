"""Cases that change hands between colleagues of one provider."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Card, Flow


class HandingCard(Card):
    """Takes a case over, and saves the card a colleague needs to hand one over."""

    take_asked = Signal()
    card_asked = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("HandingCard", "Übergaben"))
        why = self.tr("Ein Fall geht ganz an eine Kollegin oder einen Kollegen desselben Trägers.")
        self.take = Button(self.tr("Fall übernehmen …"), icon="package-open")
        self.card = Button(self.tr("Karte für Übergaben speichern …"), kind="quiet", icon="id-card")
        self.take.clicked.connect(self.take_asked)
        self.card.clicked.connect(self.card_asked)
        self.add(Paragraph(why, "dim"), Flow(self.take, self.card))
