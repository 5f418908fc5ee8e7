"""The page of the network map: the picture, everybody on it as a list, and who knows whom."""

from __future__ import annotations

from kimdesk.base.errors import KimError
from kimdesk.drawings.picture import Picture
from kimdesk.ui.forms.records import RecordsCard
from kimdesk.ui.screens.family_network.state import TiesState
from kimdesk.ui.screens.family_network.ties import TiesCard
from kimdesk.ui.shell.family_parts import Columns, compact, keep_edge
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import omit
from kimdesk.ui.widgets.drawing_card import DrawingCard
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Page
from kimdesk.ui.widgets.tab_order import follow_reading


class NetworkView(Page):
    """Shows picture and lists side by side, below each other where the window is narrow."""

    def __init__(self, contacts: RecordsCard) -> None:
        super().__init__(margins=(24, 12, 24, 20))
        self.strip = Strip()
        self.map = DrawingCard(self.tr("Netzwerkkarte"), movable=True)
        self.print_button = Button(self.tr("Drucken …"), icon="printer")
        self.print_button.setAccessibleName(self.tr("Netzwerkkarte drucken"))
        self.map.add_to_head(self.print_button)
        how = self.tr(
            "Ziehen oder Umschalt mit den Pfeiltasten verschiebt jemanden; ein Doppelklick auf eine freie Stelle"
            " trägt dort jemanden ein. Die Karte zeigt Nähe und bewertet nichts."
        )
        self.how = Paragraph(how, "small")
        omit(self.how)
        self.map.box.insertWidget(1, self.how)
        self.contacts = contacts
        self.ties = TiesCard(self.tr("Wer kennt wen?"))
        for card in (self.map, contacts):
            compact(card)
        both = Columns((8, 5), narrowest=360)
        both.boxes[0].addWidget(self.map)
        both.boxes[0].addStretch(1)
        for part in (contacts, self.ties):
            both.boxes[1].addWidget(part)
        both.boxes[1].addStretch(1)
        self.box.addWidget(self.strip)
        self.box.addWidget(both)
        self.box.addStretch(1)
        keep_edge(self)

    def show_picture(self, picture: Picture) -> None:
        """Show the map."""
        self.map.show_picture(picture)
        follow_reading(self.body)

    def show_ties(self, state: TiesState) -> None:
        """Show who knows whom."""
        self.ties.show_ties(state)

    def say_removed(self, key: str, line: str) -> None:
        """Say which tie was removed."""
        self.ties.say_removed(key, line)

    def mark(self, key: str) -> None:
        """Choose somebody on the map."""
        self.map.drawing.choose(key)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)

    def settle(self) -> None:
        """Turn what was typed into changes."""
        self.contacts.settle()
