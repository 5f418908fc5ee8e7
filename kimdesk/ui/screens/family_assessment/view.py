"""The page of a family's assessments: which there are, their life domains, and all of them side by side."""

from __future__ import annotations

from collections.abc import Callable

from kimdesk.base.errors import KimError
from kimdesk.drawings.picture import Picture
from kimdesk.ui.dialogs.ask import confirm
from kimdesk.ui.forms.records import RecordsCard
from kimdesk.ui.shell.family_parts import compact, keep_edge
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.drawing_card import DrawingCard
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Card, Page
from kimdesk.ui.widgets.tab_order import follow_reading


class AssessmentView(Page):
    """Shows the cards and the comparison."""

    def __init__(self, assessments: RecordsCard, domains: RecordsCard) -> None:
        super().__init__(margins=(24, 12, 24, 20))
        self.assessments, self.domains = assessments, domains
        self.strip = Strip()
        self.comparison = DrawingCard(self.tr("Im Vergleich"))
        for card in (assessments, domains, self.comparison):
            compact(card)
        self.begin_button = Button(self.tr("Assessment beginnen"), icon="plus")
        self.begin_button.clicked.connect(assessments.add_asked)
        self.nothing = self._nothing()
        for part in (self.strip, self.nothing, assessments, domains, self.comparison):
            self.box.addWidget(part)
        self.box.addStretch(1)
        keep_edge(self)

    def _nothing(self) -> Card:
        what = self.tr("Noch kein Assessment begonnen")
        why = self.tr(
            "Zwölf Lebensbereiche, aus Sicht der Familie und aus Ihrer Sicht; jedes spätere steht neben dem davor."
        )
        return Card().add(EmptyState(what, why, icon="chart-column", step=self.begin_button))

    def show_any(self, *, some: bool) -> None:
        """Show the list, or what will stand here and the first step."""
        self.nothing.setVisible(not some)
        self.assessments.setVisible(some)

    def show_domains(self, heading: str, *, shown: bool, can_add: bool) -> None:
        """Show the life domains of one assessment under its day."""
        self.domains.setVisible(shown)
        self.domains.title.setText(heading)
        self.domains.add_button.setVisible(can_add)
        follow_reading(self.body)

    def show_comparison(self, picture: Picture | None) -> None:
        """Show the picture, its sentences and its table; nothing before something was rated."""
        self.comparison.setVisible(picture is not None)
        if picture is not None:
            self.comparison.show_picture(picture)
            follow_reading(self.body)

    def ask_completing(self, act: Callable[[], None], *, rated: bool) -> None:
        """Ask once before an assessment is frozen."""
        why = self.tr("Danach lässt es sich lesen, drucken und vergleichen, aber nicht mehr ändern.")
        if not rated:
            why = self.tr("Bisher ist kein Lebensbereich bewertet.") + " " + why
        confirm(self, self.tr("Assessment fertigstellen?"), why, yes=self.tr("Fertigstellen"), act=act)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)

    def settle(self) -> None:
        """Turn what was typed into changes."""
        self.assessments.settle()
        self.domains.settle()
