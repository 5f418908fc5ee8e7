"""The page of a family's persons: on the left who and how they belong together, on the right the form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kimdesk.base.errors import KimError, UserProblem, explain
from kimdesk.base.ids import RecordId
from kimdesk.domain.records import RECORDS
from kimdesk.ui.forms.form import Form, FormContext
from kimdesk.ui.forms.port import Target
from kimdesk.ui.forms.records import RecordsCard
from kimdesk.ui.screens.family_persons.genogram import GenogramPane
from kimdesk.ui.screens.family_persons.household import HouseholdPart
from kimdesk.ui.screens.family_persons.layout import groups
from kimdesk.ui.screens.family_persons.relations import RelationsCard
from kimdesk.ui.screens.family_persons.state import FREE_MOVEMENT, RESIDENCE_TITLE, PersonItem, PersonsState
from kimdesk.ui.shell.family_parts import PersonButton, keep_edge, quiet
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.theme.look import current
from kimdesk.ui.theme.tokens import CARD_PADDING
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.keyed_list import KeyedList
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.stepper import SectionTabs, Step
from kimdesk.ui.widgets.surfaces import Card, Page, row, rule

PERSON = RECORDS["person"]
FORM, TREE = "form", "tree"


class PersonList(KeyedList[PersonButton]):
    """Who belongs to the family."""

    def __init__(self, words: Words) -> None:
        super().__init__(QCoreApplication.translate("PersonList", "Personen der Familie"), PersonButton)
        self._words = words

    def show_items(self, items: Sequence[PersonItem], selected: str) -> None:
        """Show these persons."""
        for button, item in zip(self.show_keys([item.key for item in items], selected), items, strict=True):
            button.say(item.name or self.tr("Neue Person"), item.native, self._detail(item))

    def _detail(self, item: PersonItem) -> str:
        if item.draft:
            return self.tr("noch ohne Namen") if not item.name else self.tr("Entwurf")
        parts = [self._words.label("family_role", item.role or None), self._words.age(item.age)]
        if item.household == "no":
            parts.append(self.tr("lebt woanders"))
        return " · ".join(part for part in parts if part) or self.tr("noch nichts erfasst")


class PersonForm(Card):
    """All fields of one person in groups, made from their declarations."""

    typed = Signal()

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self.box.setContentsMargins(CARD_PADDING, 9, CARD_PADDING, CARD_PADDING)
        self.name = Label("", "section")
        self.remove = quiet(self.tr("Person entfernen"), "trash-2")
        self.add(row(self.name, None, self.remove), rule(), 2)
        self.forms: list[Form] = []
        for heading, lines in groups(PERSON):
            if heading:
                self.add(8, Label(heading, "section"))
            form = Form(PERSON, lines, context)
            form.typed.connect(self.typed)
            self.forms.append(form)
            self.add(form)

    def show_person(self, state: PersonsState, name: str) -> None:
        """Show a person's values with drafts laid over."""
        self.name.setText(name)
        self.remove.setEnabled(state.deletable)
        self.remove.setToolTip("" if state.deletable else self.tr("Eine Familie behält mindestens eine Person."))
        word = self.tr("Person entfernen") if state.exists else self.tr("Verwerfen")
        self.remove.setText(word)
        self.remove.setAccessibleName(self.tr("{name}: {action}").format(name=name, action=word))
        parent = RecordId(bytes.fromhex(state.case))
        target = Target(kind=PERSON.name, record=RecordId(bytes.fromhex(state.selected)), parent=parent)
        for form in self.forms:
            form.show_record(target, state.values, state.drafts, exists=state.exists)

    def typed_name(self) -> str:
        """Return the name as it stands in the form now."""
        rows = self.forms[0].rows
        return " ".join(filter(None, (rows[part].editor.text().strip() for part in ("given_name", "family_name"))))

    def typed_native(self) -> str:
        """Return the name in the own script as it stands in the form now."""
        rows = self.forms[0].rows
        names = (rows[part].editor.text().strip() for part in ("given_name_native", "family_name_native"))
        return " ".join(filter(None, names))

    def settle(self) -> None:
        """Turn what was typed into changes."""
        for form in self.forms:
            form.settle()


class PersonsView(QWidget):
    """Shows list, form and relations, tells what is asked for."""

    chosen = Signal(str)
    add_asked = Signal()
    remove_asked = Signal(str, str, str)
    restore_asked = Signal(str, str)
    relation_asked = Signal(str, str, str)
    tree_turned = Signal(bool)

    def __init__(self, context: FormContext, situation: Sequence[RecordsCard] = ()) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._lang = context.language
        self.situation = situation
        self.hints = Strip()
        self._words = Words(context.reference, context.today)
        self._state: PersonsState | None = None
        self.strip = Strip()
        self.parts = SectionTabs(self.tr("Ansicht"), [Step(FORM, self.tr("Angaben")), Step(TREE, self.tr("Genogramm"))])
        self.tree = GenogramPane(context)
        self.list = PersonList(self._words)
        self.add_button = Button(self.tr("Hinzufügen"), icon="user-plus")
        self.add_button.setAccessibleName(self.tr("Person hinzufügen"))
        self.form = PersonForm(context)
        self.relations = RelationsCard(self.tr("Beziehungen"), context.reference, context.language)
        self.household = HouseholdPart()
        self._empty = Paragraph(self.tr("Noch niemand erfasst. Ein Name genügt."), "dim")
        self._left = Page(margins=(24, 12, 14, 20))
        self._right = Page(margins=(2, 12, 24, 20))
        self._build()
        self._connect()
        keep_edge(self._left, 14)
        keep_edge(self._right)

    def _build(self) -> None:
        card = Card().add(self.list, self._empty, 2, self.add_button)
        card.box.setContentsMargins(8, 8, 8, 12)
        self._left.box.addWidget(self.parts)
        self._left.box.addWidget(card)
        self._left.box.addWidget(self.relations)
        self._left.box.addWidget(self.household)
        self._left.box.addStretch(1)
        self._right.box.addWidget(self.strip)
        self._right.box.addWidget(self.hints)
        self._right.box.addWidget(self.household.known)
        self._right.box.addWidget(self.form)
        for card in self.situation:
            self._right.box.addWidget(card)
        self._right.box.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self._left, 2)
        self._halves.addWidget(self._right, 5)
        self._halves.addWidget(self.tree, 5)
        self.tree.hide()
        self.parts.set_current(FORM)

    def _connect(self) -> None:
        self.parts.pressed.connect(lambda part: self.turn(tree=part == TREE))
        self.list.chosen.connect(self.chosen)
        self.add_button.clicked.connect(lambda: self.turn(tree=False))
        self.add_button.clicked.connect(self.add_asked)
        self.form.typed.connect(self._follow_name)
        self.form.remove.clicked.connect(self._remove_person)
        self.relations.wanted.connect(self.relation_asked)
        self.relations.unwanted.connect(lambda key, name: self.remove_asked.emit("relation", key, name))

    def turn(self, *, tree: bool) -> None:
        """Show the genogram or what is recorded of a person."""
        self.parts.set_current(TREE if tree else FORM)
        self.tree.setVisible(tree)
        self._right.setVisible(not tree)
        self.tree_turned.emit(tree)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the form where both do not fit side by side."""
        super().resizeEvent(event)
        bar = self._left.verticalScrollBar().sizeHint().width()
        self._left.setMinimumWidth(self._left.body.minimumSizeHint().width() + bar)
        wide = event.size().width() >= current().px(500)
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def show_state(self, state: PersonsState) -> None:
        """Show everything; fields that are being typed into keep their text."""
        moved = self._state is None or self._state.selected != state.selected
        self._state = state
        self._empty.setVisible(not state.items)
        self.list.show_items(state.items, state.selected)
        self.tree.relative.offer(state.items)
        self.tree.card.drawing.choose(state.selected)
        item = self._item()
        self.form.setVisible(item is not None)
        self.relations.setVisible(item is not None and not item.draft)
        residence = {FREE_MOVEMENT, RESIDENCE_TITLE} - state.residence
        for card in self.situation:
            card.setVisible(item is not None and not item.draft and card.objectName() not in residence)
        if item is not None:
            self.form.show_person(state, item.name or self.tr("Neue Person"))
            self.show_hints(state.hints)
            self._follow_name()
            self.relations.show_relations(state)
        button = self.list.current()
        if moved and button is not None:
            self._left.ensureWidgetVisible(button)

    def show_hints(self, codes: Sequence[str]) -> None:
        """Ask to look again where something cannot be true; everything stays as it was typed."""
        texts = [explain(UserProblem(code), self._lang) for code in codes]
        self.hints.setVisible(bool(texts))
        if texts:
            what = self.tr("Bitte prüfen: {what}").format(what=" ".join(text.what for text in texts))
            self.hints.say(what, " ".join(dict.fromkeys(text.next for text in texts if text.next)), tone="amber")

    def _item(self) -> PersonItem | None:
        state = self._state
        return next((each for each in state.items if each.key == state.selected), None) if state else None

    def _follow_name(self) -> None:
        """Show the name in list and heading as it is being typed."""
        state, item = self._state, self._item()
        if state is None or item is None:
            return
        name = self.form.typed_name()
        shown = PersonItem(
            key=item.key,
            name=name,
            native=self.form.typed_native(),
            age=item.age,
            role=item.role,
            household=item.household,
            draft=item.draft,
        )
        self.form.name.setText(name or self.tr("Neue Person"))
        items = [shown if each.key == item.key else each for each in state.items]
        self.list.show_items(items, state.selected)

    def _remove_person(self) -> None:
        item = self._item()
        if item is not None:
            self.remove_asked.emit(PERSON.name, item.key, self.form.typed_name())

    def say_removed(self, kind: str, key: str, name: str) -> None:
        """Say what was removed, and offer to bring it back."""
        back = Button(self.tr("Rückgängig"), icon="undo-2", kind="quiet")
        back.clicked.connect(lambda: self._bring_back(kind, key))
        self.strip.say(self.tr("Entfernt: {name}").format(name=name), buttons=(back,))
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self, kind: str, key: str) -> None:
        self.strip.hide()
        self.restore_asked.emit(kind, key)

    def show_part(self, card: QWidget) -> None:
        """Scroll to a part of the situation, now and once the page has found its size."""
        bar = self._right.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setValue(min(most, card.y() - 12)))

    def begin_typing(self) -> None:
        """Put the cursor into the first field of the form."""
        self._right.verticalScrollBar().setValue(0)
        self.form.forms[0].focus_first()

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)

    def settle(self) -> None:
        """Turn what was typed into changes."""
        self.form.settle()
        for card in self.situation:
            card.settle()
