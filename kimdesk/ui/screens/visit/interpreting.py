"""Who interprets: how, a grown-up of the directory or another name, accepted by the family, bound to silence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kimdesk.casework.interpreters import BY_SOMEBODY, CHILD
from kimdesk.ui.screens.visit.state import Interpreting
from kimdesk.ui.screens.visit.words import VisitWords
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.surfaces import Flow
from kimdesk.ui.widgets.tags import Tag

MODES = ("none", "pool", "phone", "relative", "missing")


class InterpretingLine(QWidget):
    """The chip for how it is interpreted (`mode`, placed by the head) and below it the line about the person."""

    mode_chosen = Signal(str)
    record_chosen = Signal(str)
    name_typed = Signal(str, str)
    name_left = Signal()
    accepted = Signal(str)
    known_set = Signal(bool)
    age_answered = Signal(bool)

    def __init__(self, words: VisitWords) -> None:
        super().__init__()
        self._words = words
        self._state = Interpreting()
        self._wants_name = False
        self._asked = False
        self.mode = ChoiceChip(self.tr("Sprachmittlung"), icon="languages", touch=True)
        self.who = ChoiceChip(self.tr("Wer sprachmittelt"), icon="user", touch=True)
        self.name = LineEdit(self.tr("Sprachmittlung durch"), placeholder=self.tr("Name, nie ein Kind"), touch=True)
        self.agreed = ChoiceChip(self.tr("Einverstanden"), icon="handshake", touch=True)
        self.known = Chip(self.tr("verwandt oder bekannt"), icon="plus", touch=True)
        self.silence = Tag("")
        self.child = Paragraph(words.child_noted(), "hint")
        self.question = Label("", "strong")
        self.grown_up = Button(self.tr("Ja, mindestens 18"), icon="check", touch=True)
        self.too_young = Button(self.tr("Nein, unter 18"), icon="x", touch=True)
        self._age = Flow(self.question, self.grown_up, self.too_young)
        self._person = Flow(self.who, self.name, self.agreed, self.known, self.silence)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._person)
        box.addWidget(self._age)
        box.addWidget(self.child)
        self._connect()
        self.show_interpreting(self._state)

    def _connect(self) -> None:
        self.mode.chosen.connect(self.mode_chosen)
        self.mode.taken.connect(self._ask_who)
        self.who.taken.connect(self._take)
        self.name.textEdited.connect(lambda text: self.name_typed.emit("interpreter", text))
        self.name.editingFinished.connect(self.name_left)
        self.agreed.chosen.connect(self.accepted)
        self.known.clicked.connect(self.known_set)
        for button, of_age in ((self.grown_up, True), (self.too_young, False)):
            button.clicked.connect(self.agreed.setFocus)
            button.clicked.connect(lambda _on=False, of_age=of_age: self.age_answered.emit(of_age))
        self.known.toggled.connect(lambda on: self.known.set_icon("check" if on else "plus"))

    def fields(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.who, self.name, self.agreed, self.known, self.grown_up, self.too_young]

    def show_interpreting(self, state: Interpreting) -> None:
        """Show how it is interpreted and by whom."""
        self._state = state
        self._show_mode(state)
        by_somebody = state.mode in BY_SOMEBODY
        self.child.setVisible(state.mode == CHILD)
        self._person.setVisible(by_somebody)
        self.setVisible(by_somebody or state.mode == CHILD)
        self._show_person(state)
        self._ask_age(state.asking if by_somebody else "")
        if self._asked and by_somebody:
            self._asked = False
            (self.who if state.choices and not self._wants_name else self.name).setFocus()

    def _show_mode(self, state: Interpreting) -> None:
        labels = [Option(code, self._words.label("interpreting", code)) for code in MODES]
        self.mode.set_options([*labels, Option(CHILD, self.tr("nur ein Kind konnte übersetzen"))])
        word = self.tr("Sprachmittlung")
        who = state.name if state.mode in BY_SOMEBODY else ""
        how = self.tr("nur ein Kind") if state.mode == CHILD else self._words.label("interpreting", state.mode or None)
        self.mode.set_code(state.mode)
        self.mode.set_word(f"{word}: {who or how}" if who or how else word)

    def _show_person(self, state: Interpreting) -> None:
        chosen = state.chosen
        people = [Option(each.key, self._words.speaking(each)) for each in state.choices]
        self.who.set_options([*people, Option("", self.tr("anderer Name …"))])
        self.who.set_code(state.record)
        self.who.set_word(chosen.name if chosen else self.tr("aus dem Verzeichnis"))
        self.who.setVisible(bool(state.choices))
        self.name.setVisible(chosen is None and (not state.choices or self._wants_name or bool(state.name)))
        if not self.name.hasFocus() and self.name.text() != state.name:
            self.name.setText(state.name)
        yes, no = self.tr("Familie ist einverstanden"), self.tr("Familie möchte diese Person nicht")
        self.agreed.set_options([Option("yes", yes), Option("no", no), Option("", self.tr("nicht gefragt"))])
        self.agreed.set_code(state.accepted)
        self.agreed.set_word({"yes": yes, "no": no}.get(state.accepted, self.tr("Familie einverstanden?")))
        self.known.setChecked(state.known)
        self.silence.setVisible(chosen is not None)
        if chosen is not None:
            self.silence.set_state(
                self.tr("Verschwiegenheit unterschrieben")
                if chosen.sworn
                else self.tr("Verschwiegenheit nicht unterschrieben"),
                "green" if chosen.sworn else "amber",
                "shield-check" if chosen.sworn else "circle-alert",
            )

    def _ask_age(self, name: str) -> None:
        """Ask whether somebody is 18; the answer is never guessed, and nothing else has to wait for it."""
        comes = bool(name) and self._age.isHidden()
        self.question.setText(self.tr("Ist {name} mindestens 18 Jahre alt?").format(name=name) if name else "")
        for button in (self.grown_up, self.too_young):
            button.setAccessibleDescription(self.question.text())
        self._age.setVisible(bool(name))
        if comes and self.isAncestorOf(QApplication.focusWidget() or self):
            self.grown_up.setFocus()

    def _ask_who(self, code: str) -> None:
        """Go on to who it is, once the line is there."""
        self._asked, self._wants_name = code in BY_SOMEBODY, False
        self.show_interpreting(self._state)

    def _take(self, key: str) -> None:
        self._wants_name = self._asked = not key
        if key != self._state.record:
            self.record_chosen.emit(key)
        else:
            self.show_interpreting(self._state)
