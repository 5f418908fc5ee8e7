"""The page of a family's referrals and conferences on the screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.ui.forms.records import RecordsCard
from kimdesk.ui.screens.family_linking.state import HandedOn, LinkingState
from kimdesk.ui.shell.family_parts import Columns, compact, keep_edge
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import reads
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, Flow, Page, clear, column, rule
from kimdesk.ui.widgets.tags import Tag, Tone

_TONES: dict[str, Tone] = {"taken_up": "green", "made": "blue"}


class LinkingView(Page):
    """Shows the page, tells what is asked for. `participants` and `agreements` stand in the open conference."""

    consents_asked = Signal()
    print_asked = Signal(object, bool)

    def __init__(
        self,
        words: Words,
        *,
        referrals: RecordsCard,
        conferences: RecordsCard,
        participants: RecordsCard,
        agreements: RecordsCard,
    ) -> None:
        super().__init__(margins=(24, 12, 24, 20))
        self._words = words
        self.referrals, self.conferences = referrals, conferences
        self.participants, self.agreements = participants, agreements
        self.strip = Strip()
        self.lacking = Strip()
        inner = QWidget()
        inner.setLayout(column(rule(), self.lacking, participants, rule(), agreements, rule(), spacing=8))
        for part in (participants, agreements):
            _inside(part)
        conferences.set_inner(inner)
        self.handed_on = Card(self.tr("Übergang in Regeldienste"))
        for card in (referrals, conferences, self.handed_on):
            compact(card)
        self._handed = column(spacing=8)
        self.handed_on.add(rule(), self._handed)
        columns = Columns((7, 3), narrowest=300)
        columns.boxes[0].addWidget(referrals)
        columns.boxes[0].addWidget(conferences)
        columns.boxes[1].addWidget(self.handed_on)
        self.box.addWidget(self.strip)
        self.box.addWidget(columns)
        self.box.addStretch(1)
        keep_edge(self)

    def show_state(self, state: LinkingState) -> None:
        """Show who goes on with the family, and what the open conference still needs."""
        self._show_handed_on(state)
        self.lacking.setVisible(bool(state.lacking))
        if state.lacking:
            bodies = self._words.both(self.tr("„{body}“").format(body=each) for each in state.lacking)
            if state.past:
                self.lacking.say(
                    self.tr("Ohne vollständige Einwilligung dabei: {bodies}").format(bodies=bodies),
                    self.tr("Das Protokoll geht nur an Stellen, für die eine Einwilligung vorliegt."),
                    tone="amber",
                )
                return
            self.lacking.say(
                self.tr("Einwilligung fehlt noch für {bodies}").format(bodies=bodies),
                self.tr("Jede Stelle hört nur, was die Familie ihr erlaubt hat. Die Einwilligung gilt je Stelle."),
                tone="amber",
            )

    def show_inside(self) -> None:
        """Scroll to what stands inside the open conference, now and once the page has found its size."""
        bar = self.verticalScrollBar()

        def turn(_least: int, most: int) -> None:
            at = self.participants.mapTo(self.body, self.participants.rect().topLeft()).y()
            bar.setValue(min(most, at - 120))

        bar.rangeChanged.connect(turn)

    def _show_handed_on(self, state: LinkingState) -> None:
        clear(self._handed)
        for at, each in enumerate(state.handed_on):
            if at:
                self._handed.addWidget(rule())
            self._handed.addLayout(self._handed_line(each))
        if not state.handed_on:
            text = self.tr(
                "Noch übernimmt keine Stelle die Begleitung. In einer Vermittlung bei „Begleitung geht dorthin über“ "
                "Ja wählen: dann steht hier, wer weitermacht."
            )
            self._handed.addWidget(Paragraph(text, "dim"))

    def _handed_line(self, each: HandedOn) -> QVBoxLayout:
        domain = self._words.label("life_domain", each.domain)
        since = self.tr("seit {day}").format(day=f"{each.since:%d.%m.%Y}")
        about = Paragraph(" · ".join(part for part in (domain, since) if part), "small")
        parts: list[QWidget] = [Paragraph(each.body, "strong"), about]
        parts += [Paragraph(one, "small") for one in each.people]
        if each.state:
            parts.append(Flow(Tag(self._words.label("referral_state", each.state), _TONES.get(each.state, ""))))
        return column(*parts, spacing=2)

    # telling --------------------------------------------------------------

    def say_prepared(self, count: int) -> None:
        """Say that consents lie ready to be explained, and lead there."""
        go = Button(self.tr("Zu den Einwilligungen"), icon="arrow-right")
        go.clicked.connect(self.consents_asked)
        reads(go)
        if count:
            what = self.tr("%n Einwilligungen vorbereitet", "", count)
            more = self.tr("Sie gelten erst, wenn sie erklärt und gegeben sind.")
        else:
            what = self.tr("Die Einwilligungen sind schon vorbereitet")
            more = self.tr("Sie warten darauf, erklärt und gegeben zu werden.")
        self.strip.say(what, more, buttons=(go,))
        self.ensureWidgetVisible(self.strip)

    def print_conference(self, conference: RecordId, *, past: bool) -> None:
        """Ask for whom the invitation or the minutes are."""
        self.print_asked.emit(conference, past)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)


def _inside(card: RecordsCard) -> None:
    """Let a card stand inside another one: no border, no edge of its own."""
    card.setProperty("role", "plain")
    card.box.setContentsMargins(0, 4, 0, 4)
