"""The list of structural observations on the screen: chips to look for some, a card for each."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.base.errors import KimError, Lang
from kimdesk.domain.records import StructuralObservation
from kimdesk.domain.reference import Reference
from kimdesk.ui.screens.observations.state import Filter, ObservationsState, Observed
from kimdesk.ui.shell.family_parts import compact, keep_edge, quiet
from kimdesk.ui.shell.observing import ObservationChips
from kimdesk.ui.theme.tokens import GAP
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Card, Flow, Page, PageHead, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag


class ObservationsView(Page):
    """Shows observations, tells what is asked for."""

    narrowed = Signal(object)
    new_asked = Signal()
    edit_asked = Signal(str)
    edited = Signal(object)
    remove_asked = Signal(str)
    restore_asked = Signal(str)

    def __init__(self, reference: Reference, lang: Lang) -> None:
        super().__init__()
        self._reference: Reference = reference
        self._lang: Lang = lang
        self._state = ObservationsState()
        self.strip = Strip()
        self.new_button = Button(self.tr("Neue Beobachtung"), icon="plus")
        self.new_button.clicked.connect(self.new_asked)
        self.answered = ChoiceChip(self.tr("Antwort"), self._answers())
        self.chips = ObservationChips(reference, lang, self.answered)
        self._cards = QWidget()
        self._list = QVBoxLayout(self._cards)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(GAP)
        self._lay_out()
        self._connect()
        keep_edge(self)

    def _answers(self) -> list[Option]:
        return [
            Option("", self.tr("mit und ohne Antwort")),
            Option("no", self.tr("noch ohne Antwort")),
            Option("yes", self.tr("beantwortet")),
        ]

    def _lay_out(self) -> None:
        self.head = PageHead(self.tr("Strukturbeobachtungen"), self.new_button)
        why = self.tr("Wo es im System hakt: ohne Namen, ohne Bezug zu einer Familie. Das nächste Paket nimmt sie mit.")
        self.box.addWidget(self.head)
        self.box.addWidget(Paragraph(why, "dim"))
        for part in (self.strip, self.chips, self._cards):
            self.box.addWidget(part)
        self.box.addStretch(1)

    def _connect(self) -> None:
        self.chips.on_narrowing(lambda name, value: self._narrow(**{name: value}))
        self.answered.chosen.connect(lambda code: self._narrow(answered=code))

    def _narrow(self, **wanted: str) -> None:
        self.narrowed.emit(replace(self._state.filter, **wanted))  # type: ignore[arg-type] # names of the filter's own

    def reset(self) -> None:
        """Look for nothing in particular."""
        self.chips.search.clear()
        self.narrowed.emit(Filter())

    # showing --------------------------------------------------------------

    def show_state(self, state: ObservationsState) -> None:
        """Show those that fit."""
        self._state = state
        self.head.count.setText(self._counted(state))
        self.chips.setVisible(state.total > 0)
        self.chips.show_choice(state.topics, state.actors, topic=state.filter.topic, actor=state.filter.actor)
        self.answered.set_code(state.filter.answered)
        clear(self._list)
        for each in state.items:
            self._list.addWidget(self._card(each))
        if state.fitting > len(state.items):
            more = self.tr("%n weitere: bitte enger suchen.", "", state.fitting - len(state.items))
            self._list.addWidget(Paragraph(more, "small"))
        if state.loaded and not state.items:
            self._list.addWidget(self._nothing(state))

    def _counted(self, state: ObservationsState) -> str:
        if state.filter.narrow:
            return self.tr("{fitting} von {total}").format(fitting=state.fitting, total=state.total)
        return self.tr("%n insgesamt", "", state.total) if state.total else ""

    def _nothing(self, state: ObservationsState) -> Card:
        if state.total:
            step = Button(self.tr("Alle zeigen"), icon="rotate-ccw")
            step.clicked.connect(self.reset)
            return Card().add(EmptyState(self.tr("Nichts gefunden"), icon="search", step=step))
        step = Button(self.tr("Erste Beobachtung festhalten"), icon="plus")
        step.clicked.connect(self.new_asked)
        why = self.tr(
            "Was vielen Familien im Weg steht, hier festhalten oder an einem Kontakt: „Wo hakt es im System?“"
        )
        return Card().add(EmptyState(self.tr("Noch keine Beobachtung"), why, icon="construction", step=step))

    def _card(self, each: Observed) -> Card:
        topic = self._reference.label("life_domain", each.topic, self._lang)
        actor = self._reference.label("partner_type", each.actor, self._lang) if each.actor else ""
        heading = " · ".join(part for part in (topic, actor) if part)
        card = Card(heading)
        compact(card)
        for word, name, icon, signal in (
            (self.tr("Ändern"), self.tr("Beobachtung ändern: {what}"), "pencil", self.edit_asked),
            (self.tr("Entfernen"), self.tr("Beobachtung entfernen: {what}"), "trash-2", self.remove_asked),
        ):
            button = quiet(word, icon)
            button.setAccessibleName(name.format(what=f"{heading}, {show_day(each.day)}"))
            button.clicked.connect(lambda _checked=False, ask=signal: ask.emit(each.key))
            card.add_to_head(button)
        card.add(self._tags(each), 2, Paragraph(each.text))
        if each.proposal:
            card.add(2, Paragraph(self.tr("Vorschlag: {text}").format(text=each.proposal), "dim"))
        card.add(rule(), self._answer(each))
        return card

    def _tags(self, each: Observed) -> Flow:
        tags: list[QWidget] = [Label(show_day(each.day), "small")]
        if each.frequency:
            tags.append(Tag(self._reference.label("frequency", each.frequency, self._lang), "blue"))
        if each.alike > 1:
            tags.append(Tag(self.tr("%n Beobachtungen dazu", "", each.alike), "accent"))
        return Flow(*tags, spacing=8)

    def _answer(self, each: Observed) -> QWidget:
        part = QWidget()
        if not each.answered:
            give = quiet(self.tr("Antwort eintragen"), "pen-line")
            give.clicked.connect(lambda: self.edit_asked.emit(each.key))
            part.setLayout(row(Label(self.tr("Noch keine Antwort der Lenkungsgruppe."), "small"), None, give))
            return part
        when = self.tr("Antwort der Lenkungsgruppe")
        if each.answered_on is not None:
            when = self.tr("Antwort der Lenkungsgruppe vom {day}").format(day=show_day(each.answered_on))
        answer = [Paragraph(each.answer)] if each.answer else []
        part.setLayout(column(Flow(Tag(when, "green", icon="check")), *answer, spacing=4))
        return part

    # telling --------------------------------------------------------------

    def edit(self, observation: StructuralObservation) -> None:
        """Ask for its form."""
        self.edited.emit(observation)

    def say_removed(self, key: str) -> None:
        """Say that one was removed, and offer to bring it back."""
        back = Button(self.tr("Rückgängig"), icon="undo-2", kind="quiet")
        back.clicked.connect(lambda: self._bring_back(key))
        self.strip.say(self.tr("Beobachtung entfernt"), buttons=(back,))
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self, key: str) -> None:
        self.strip.hide()
        self.restore_asked.emit(key)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
