"""The directory on the screen: list and partner side by side, interpreters beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.domain.records import Interpreter, PartnerPerson
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.forms.records import RecordsCard, Standing
from kimdesk.ui.screens.partners.detail import PartnerCard, WentCard
from kimdesk.ui.screens.partners.list import PartnerList
from kimdesk.ui.screens.partners.presenter import ordered
from kimdesk.ui.screens.partners.state import Filter, PartnersState
from kimdesk.ui.shell.family_parts import keep_edge
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.inputs import SearchField
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.stepper import SectionTabs, Step
from kimdesk.ui.widgets.surfaces import Card, Flow, Page, PageHead, column, rule

BODIES, INTERPRETERS = "bodies", "interpreters"


class PartnersView(QWidget):
    """Shows the directory, tells what is asked for."""

    narrowed = Signal(object)
    chosen = Signal(str)
    add_asked = Signal()
    remove_asked = Signal(str, str)
    restore_asked = Signal(str)
    interpreters_searched = Signal(str)

    def __init__(self, context: FormContext, persons: RecordsCard, interpreters: RecordsCard) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._words = Words(context.reference, context.today)
        self._state = PartnersState()
        self.persons, self.interpreters = persons, interpreters
        self.tabs = SectionTabs(
            self.tr("Verzeichnis"), [Step(BODIES, self.tr("Stellen")), Step(INTERPRETERS, self.tr("Sprachmittlung"))]
        )
        self.add_button = Button(self.tr("Neue Stelle"), icon="plus")
        self.search = SearchField(self.tr("Stellen durchsuchen"), placeholder=self.tr("Name, Angebot, Person …"))
        self.kind, self.topic, self.language = (
            ChoiceChip(name) for name in (self.tr("Art der Stelle"), self.tr("Thema"), self.tr("Sprache"))
        )
        self.inactive = Chip(self.tr("auch nicht mehr aktive"))
        self.strip = Strip()
        self.list = PartnerList(self._words)
        self.more = Paragraph("", "small")
        self.partner = PartnerCard(context, self._words)
        self.went = WentCard(self._words)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.tabs.set_current(BODIES)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 0)
        head.setSpacing(8)
        self._head = PageHead(self.tr("Partner"), self.add_button)
        head.addWidget(self._head)
        head.addLayout(column(self.tabs, rule(), spacing=0))
        self.stack.addWidget(self._bodies())
        self.stack.addWidget(self._interpreting())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self.stack, 1)

    def _bodies(self) -> QWidget:
        self.chips = Flow(self.search, self.kind, self.topic, self.language, self.inactive)
        self._left = Page(margins=(24, 0, 14, 20))
        self._right = Page(margins=(2, 0, 24, 20))
        self._listed = Card().add(self.list, self.more)
        self._listed.box.setContentsMargins(8, 8, 8, 8)
        self._left.box.addWidget(self._listed)
        self._left.box.addStretch(1)
        for part in (self.strip, self.partner, self.persons, self.went):
            self._right.box.addWidget(part)
        self._right.box.addStretch(1)
        keep_edge(self._left, 14)
        keep_edge(self._right)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(0)
        self._halves.addWidget(self._left, 2)
        self._halves.addWidget(self._right, 4)
        self._none = self._nothing()
        self._none.hide()
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(12)
        over = column(self.chips)
        over.setContentsMargins(24, 0, 24, 0)
        box.addLayout(over)
        box.addWidget(self._none)
        box.addLayout(self._halves, 1)
        return whole

    def _nothing(self) -> QWidget:
        self._reset = Button(self.tr("Alle zeigen"), icon="rotate-ccw")
        self._reset.clicked.connect(self.reset)
        self._begin = Button(self.tr("Erste Stelle eintragen"), icon="plus")
        self._begin.clicked.connect(self.add_asked)
        self._unfound = EmptyState(self.tr("Nichts gefunden"), icon="search", step=self._reset)
        why = self.tr("Behörden, Beratungsstellen, Schulen, Praxen: wen man anruft, wann offen ist, was es dort gibt.")
        self._empty = EmptyState(self.tr("Noch keine Stelle erfasst"), why, icon="building-2", step=self._begin)
        whole = QWidget()
        box = column(Card().add(self._unfound, self._empty), None)
        box.setContentsMargins(24, 0, 24, 0)
        whole.setLayout(box)
        return whole

    def _interpreting(self) -> QWidget:
        page = Page(margins=(24, 12, 24, 20))
        self.interpreter_search = SearchField(
            self.tr("Sprachmittlung durchsuchen"), placeholder=self.tr("Sprache oder Name …")
        )
        why = self.tr("Kinder und Jugendliche dolmetschen nicht.")
        page.box.addWidget(Flow(self.interpreter_search))
        page.box.addWidget(Paragraph(why, "small"))
        page.box.addWidget(self.interpreters)
        page.box.addStretch(1)
        keep_edge(page)
        return page

    def _connect(self) -> None:
        self.tabs.pressed.connect(self._turn)
        self.add_button.clicked.connect(self.add_asked)
        self.search.searched.connect(lambda text: self._narrow(text=text))
        self.kind.chosen.connect(lambda code: self._narrow(kind=code))
        self.topic.chosen.connect(lambda code: self._narrow(topic=code))
        self.language.chosen.connect(lambda code: self._narrow(language=code))
        self.inactive.clicked.connect(lambda: self._narrow(inactive=self.inactive.isChecked()))
        self.list.chosen.connect(self.chosen)
        self.partner.remove_asked.connect(self._remove)
        self.interpreter_search.searched.connect(self.interpreters_searched)

    def _narrow(self, **wanted: str | bool) -> None:
        self.narrowed.emit(replace(self._state.filter, **wanted))  # type: ignore[arg-type] # names of the filter's own

    def reset(self) -> None:
        """Look for nothing in particular."""
        self.search.clear()
        self.narrowed.emit(Filter())

    def _turn(self, key: str) -> None:
        self.tabs.set_current(key)
        self.stack.setCurrentIndex(0 if key == BODIES else 1)
        self.add_button.setVisible(key == BODIES)
        self._head.count.setVisible(key == BODIES)

    def opened(self) -> None:
        """Put the cursor where one looks for somebody, unless it stands somewhere already."""
        if self.focusWidget() is None:
            (self.search if self.stack.currentIndex() == 0 else self.interpreter_search).setFocus()

    def show_interpreters(self) -> None:
        """Turn to the interpreters."""
        self._turn(INTERPRETERS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the partner where both do not fit side by side."""
        super().resizeEvent(event)
        wide = event.size().width() >= current().px(560)
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._halves.setStretch(1, 4 if wide else 2)
        edge = self._right.box.contentsMargins()
        edge.setLeft(0 if wide else 24)
        edge.setTop(0 if wide else 12)
        self._right.box.setContentsMargins(edge)
        least = QSize(self._left.body.minimumSizeHint().width() + self._left.verticalScrollBar().sizeHint().width(), 0)
        self._left.setMinimumWidth(least.width())

    # showing --------------------------------------------------------------

    def show_state(self, state: PartnersState) -> None:
        """Show list and partner; fields that are being typed into keep their text."""
        moved = self._key(self._state) != self._key(state)
        self._state = state
        self._head.count.setText(self._counted(state))
        self._show_chips(state)
        self.list.show_items(state.items, self._key(state))
        self.more.set_body(self.tr("%n weitere: bitte enger suchen.", "", max(state.matching - len(state.items), 0)))
        self.more.setVisible(state.matching > len(state.items))
        self._show_selected(state)
        button = self.list.current()
        if moved and button is not None:
            self._left.ensureWidgetVisible(button)
            self._right.verticalScrollBar().setValue(0)

    def _key(self, state: PartnersState) -> str:
        return state.selected.key if state.selected is not None else ""

    def _counted(self, state: PartnersState) -> str:
        if state.filter.narrow:
            everybody = state.total + (state.inactive if state.filter.inactive else 0)
            return self.tr("{found} von {total}").format(found=state.matching, total=everybody)
        return self.tr("%n Stellen", "", state.total) if state.total else ""

    def _show_chips(self, state: PartnersState) -> None:
        reference = self._words.reference
        self._offer(self.kind, self.tr("alle Stellen"), "partner_type", ordered(state.kinds, reference, "partner_type"))
        self._offer(self.topic, self.tr("alle Themen"), "life_domain", ordered(state.topics, reference, "life_domain"))
        spoken = sorted(state.languages, key=lambda code: self._words.label("language", code))
        self._offer(self.language, self.tr("alle Sprachen"), "language", spoken)
        for chip, code in ((self.kind, state.filter.kind), (self.topic, state.filter.topic)):
            chip.set_code(code)
        self.language.set_code(state.filter.language)
        self.inactive.setChecked(state.filter.inactive)
        self.inactive.setVisible(bool(state.inactive))
        self.chips.setVisible(bool(state.total or state.inactive))

    def _offer(self, chip: ChoiceChip, everything: str, codes: str, occurring: Sequence[str]) -> None:
        words = [Option(code, self._words.label(codes, code)) for code in occurring]
        chip.set_options([Option("", everything), *words])

    def _show_selected(self, state: PartnersState) -> None:
        detail = state.selected
        nothing = state.loaded and not state.items
        self._none.setVisible(nothing)
        self._unfound.setVisible(bool(state.total or state.inactive))
        self._empty.setVisible(not (state.total or state.inactive))
        self._left.setVisible(not nothing)
        self._right.setVisible(not nothing)
        self.partner.setVisible(detail is not None)
        belongs = detail is not None and detail.exists
        self.persons.setVisible(belongs)
        self.went.setVisible(belongs)
        if detail is not None:
            self.partner.show_detail(detail)
            self.went.show_went(detail.went)

    # words of the records' lines --------------------------------------------

    def person_line(self, person: PartnerPerson) -> str:
        """Return a contact person in one line: name and function."""
        return " · ".join(part for part in (person.name, person.function) if part)

    def person_detail(self, person: PartnerPerson) -> str:
        """Return how to reach a contact person."""
        return " · ".join(part for part in (person.phone, person.email) if part)

    def interpreter_line(self, interpreter: Interpreter) -> str:
        """Return an interpreter in one line: name and languages."""
        spoken = sorted(self._words.label("language", code) for code in interpreter.languages)
        return " · ".join(part for part in (interpreter.name, ", ".join(spoken)) if part)

    def interpreter_detail(self, interpreter: Interpreter) -> str:
        """Return where an interpreter belongs and how to reach them."""
        return " · ".join(part for part in (interpreter.pool, interpreter.phone, interpreter.remark) if part)

    def interpreter_standing(self, interpreter: Interpreter) -> Standing:
        """Return whether somebody may interpret, in words."""
        if interpreter.of_age == "no":
            return Standing(self.tr("noch nicht 18: dolmetscht nicht"), "red")
        if interpreter.of_age != "yes":
            return Standing(self.tr("Alter noch nicht erfragt"), "amber")
        if interpreter.confidentiality_on is None:
            return Standing(self.tr("Verschwiegenheit noch nicht unterschrieben"), "amber")
        return Standing(
            self.tr("verschwiegen seit {day}").format(day=f"{interpreter.confidentiality_on:%d.%m.%Y}"), "green"
        )

    # telling --------------------------------------------------------------

    def begin_typing(self) -> None:
        """Open the form and put the cursor into it."""
        self.partner.edit()
        self._right.verticalScrollBar().setValue(0)

    def _remove(self) -> None:
        self.remove_asked.emit(self._key(self._state), self.partner.accessibleName())

    def say_removed(self, key: str, name: str) -> None:
        """Say what was removed, and offer to bring it back."""
        back = Button(self.tr("Rückgängig"), icon="undo-2", kind="quiet")
        back.clicked.connect(lambda: self._bring_back(key))
        self.strip.say(self.tr("Entfernt: {name}").format(name=name), buttons=(back,))
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self, key: str) -> None:
        self.strip.hide()
        self.restore_asked.emit(key)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)

    def settle(self) -> None:
        """Turn what was typed into changes."""
        self.partner.settle()
        self.persons.settle()
