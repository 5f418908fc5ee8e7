"""The district's observations on the screen: chips to look for some, a card for each group."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.screens.district_observations.presenter import ObservationsPresenter
from kimdesk.ui.screens.district_observations.state import Filter, Group, ObservationsState, Observed
from kimdesk.ui.shell.asking import AskingPage
from kimdesk.ui.shell.observing import ObservationChips
from kimdesk.ui.theme.tokens import GAP
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notices import EmptyState
from kimdesk.ui.widgets.surfaces import Card, PageHead, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag

FIRST = 3
"""So many observations of a group are shown at once."""
MOST_GROUPS = 30


class ObservationsView(AskingPage[ObservationsPresenter]):
    """Shows observations in groups; every event goes to the presenter."""

    inbox_asked = Signal()

    def __init__(self, reference: Reference, lang: Lang, today: dt.date) -> None:
        super().__init__()
        self._reference: Reference = reference
        self._lang: Lang = lang
        self._today = today
        self._filter = Filter()
        self._open: set[tuple[str, str]] = set()
        self._state = ObservationsState()
        self.since = ChoiceChip(self.tr("Zeitraum"), self._spans())
        self.chips = ObservationChips(reference, lang, self.since)
        self._cards = QWidget()
        self._list = QVBoxLayout(self._cards)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(GAP)
        self._lay_out()

    def _spans(self) -> list[Option]:
        return [
            Option("", self.tr("alle Zeiten")),
            Option(dt.date(self._today.year, 1, 1).isoformat(), self.tr("seit Januar")),
            Option((self._today - dt.timedelta(days=365)).isoformat(), self.tr("letzte zwölf Monate")),
        ]

    def attach(self, presenter: ObservationsPresenter) -> None:
        """Connect the presenter; once."""
        super().attach(presenter)
        self.chips.on_narrowing(lambda name, value: presenter.narrow(_changed(self._filter, name, value)))
        self.since.chosen.connect(self._choose_span)

    def _choose_span(self, code: str) -> None:
        since = dt.date.fromisoformat(code) if code else None
        self._asks.narrow(replace(self._filter, since=since))

    def _lay_out(self) -> None:
        self._head = PageHead(self.tr("Strukturbeobachtungen"))
        self.box.addWidget(self._head)
        self.box.addWidget(Paragraph(self.tr("Wo es im System hakt. Ohne Personen und ohne Gerät."), "dim"))
        self.box.addWidget(self.strip)
        self.box.addWidget(self.chips)
        self.box.addWidget(self._cards)
        self.box.addStretch(1)

    # showing --------------------------------------------------------------

    def show_state(self, state: ObservationsState) -> None:
        """Show the groups that fit."""
        self._state, self._filter = state, state.filter
        self._head.count.setText(self._counted(state))
        self.chips.setVisible(state.total > 0)
        self.chips.show_choice(state.topics, state.actors, topic=state.filter.topic, actor=state.filter.actor)
        self.since.set_code(state.filter.since.isoformat() if state.filter.since else "")
        clear(self._list)
        for group in state.groups[:MOST_GROUPS]:
            self._list.addWidget(self._card(group))
        if len(state.groups) > MOST_GROUPS:
            more = self.tr("%n weitere Gruppen: bitte enger suchen.", "", len(state.groups) - MOST_GROUPS)
            self._list.addWidget(Paragraph(more, "small"))
        if state.loaded and not state.groups:
            self._list.addWidget(self._nothing(state))

    def _counted(self, state: ObservationsState) -> str:
        if state.filter.narrow:
            return self.tr("{fitting} von {total}").format(fitting=state.fitting, total=state.total)
        return self.tr("%n insgesamt", "", state.total) if state.total else ""

    def _nothing(self, state: ObservationsState) -> Card:
        if state.total:
            step = Button(self.tr("Alles zeigen"), icon="rotate-ccw")
            step.clicked.connect(self.reset)
            return Card().add(EmptyState(self.tr("Nichts gefunden"), icon="search", step=step))
        step = Button(self.tr("Zum Eingang"), icon="inbox")
        step.clicked.connect(self.inbox_asked)
        why = self.tr("Sie kommen mit den Paketen. Was dieselbe Stelle und dasselbe Thema betrifft, steht zusammen.")
        return Card().add(EmptyState(self.tr("Noch keine Beobachtung"), why, icon="construction", step=step))

    def reset(self) -> None:
        """Look for nothing in particular."""
        self.chips.search.clear()
        self._asks.narrow(Filter())

    def _card(self, group: Group) -> Card:
        topic = self._reference.label("life_domain", group.topic, self._lang)
        actor = self._reference.label("partner_type", group.actor, self._lang) if group.actor else ""
        card = Card(" · ".join(part for part in (topic, actor) if part))
        count = len(group.observed)
        card.add_to_head(Tag(self.tr("%n Beobachtungen", "", count), "accent" if count > 1 else ""))
        key = (group.topic, group.actor)
        shown = group.observed if key in self._open else group.observed[:FIRST]
        for at, each in enumerate(shown):
            if at:
                card.add(rule())
            card.box.addLayout(self._entry(each))
        if len(shown) < count:
            more = Button(self.tr("%n weitere zeigen", "", count - len(shown)), icon="chevron-down", kind="quiet")
            more.clicked.connect(lambda: self._unfold(key))
            card.box.addLayout(row(more, None))
        return card

    def _entry(self, each: Observed) -> QVBoxLayout:
        frequency = self._reference.label("frequency", each.frequency, self._lang) if each.frequency else ""
        below = " · ".join(part for part in (show_day(each.day), frequency) if part)
        parts = [Paragraph(each.text)]
        if each.proposal:
            parts.append(Paragraph(self.tr("Vorschlag: {text}").format(text=each.proposal), "dim"))
        return column(*parts, Paragraph(below, "small"), spacing=4)

    def _unfold(self, key: tuple[str, str]) -> None:
        self._open.add(key)
        self.show_state(self._state)


def _changed(wanted: Filter, name: str, value: str) -> Filter:
    return replace(wanted, **{name: value})  # type: ignore[arg-type] # names of the filter's own
