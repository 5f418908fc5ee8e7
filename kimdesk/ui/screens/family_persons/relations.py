"""How the persons of a family belong together: a short list of sentences, and one more to put together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.screens.family_persons.state import PersonsState, RelationItem
from kimdesk.ui.shell.family_parts import compact
from kimdesk.ui.widgets import closed
from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.surfaces import Card, clear, column, row, rule


class RelationsCard(Card):
    """Lists the relations of the person shown; each can be removed, a new one is three choices."""

    wanted = Signal(str, str, str)
    unwanted = Signal(str, str)

    def __init__(self, heading: str, reference: Reference, lang: Lang) -> None:
        super().__init__(heading)
        compact(self)
        self._reference, self._lang = reference, lang
        self._lines = column(spacing=2)
        options = [Option(entry.code, entry.label(lang)) for entry in reference["relation"].entries]
        self.person = CodeCombo(self.tr("Neue Beziehung: wer"), ())
        self.relation = CodeCombo(self.tr("Neue Beziehung: welche"), options)
        self.other = CodeCombo(self.tr("Neue Beziehung: zu wem"), ())
        self.add_button = Button(self.tr("Eintragen"), icon="plus")
        self.add_button.setAccessibleName(self.tr("Beziehung eintragen"))
        self.add_button.clicked.connect(self._add)
        self.relation.setItemText(0, self.tr("Wie verbunden?"))
        self._shown = ""
        self.new = QWidget()
        self.new.setLayout(
            column(
                Label(self.tr("Neue Beziehung"), "label"),
                self.person,
                self.relation,
                self.other,
                row(self.add_button, None),
            )
        )
        closed.omit(self.new)
        for combo in (self.person, self.relation, self.other):
            combo.chosen.connect(self._judge)
        self.add(rule(), self._lines, 4, self.new)

    def show_relations(self, state: PersonsState) -> None:
        """Show the relations of the person shown, and offer everybody for a new one."""
        clear(self._lines)
        for each in state.relations:
            self._lines.addWidget(self._line(each))
        if not state.relations:
            self._lines.addWidget(Paragraph(self.tr("Noch keine Beziehung erfasst."), "dim"))
        people = [Option(item.key, item.name) for item in state.items if not item.draft]
        self.new.setVisible(len(people) > 1)
        for combo, question in ((self.person, self.tr("Wer?")), (self.other, self.tr("Zu wem?"))):
            combo.set_options(people)
            combo.setItemText(0, question)
        if state.selected != self._shown:
            self._shown = state.selected
            self._start_anew()

    def _start_anew(self) -> None:
        self.person.set_code(self._shown)
        self.relation.set_code("")
        self.other.set_code("")
        self._judge()

    def _line(self, item: RelationItem) -> QWidget:
        label = self._reference.label("relation", item.relation, self._lang)
        sentence = f"{item.person} {label} {item.other}"
        gone = IconButton("x", self.tr("Entfernen: {sentence}").format(sentence=sentence))
        closed.omit(gone)
        gone.clicked.connect(lambda: self.unwanted.emit(item.key, sentence))
        made = QWidget()
        line = row(Paragraph(sentence), gone)
        line.setStretch(0, 1)
        line.setAlignment(gone, Qt.AlignmentFlag.AlignVCenter)
        made.setLayout(line)
        return made

    def _judge(self) -> None:
        chosen = [self.person.code(), self.relation.code(), self.other.code()]
        self.add_button.setEnabled(all(chosen) and chosen[0] != chosen[2])

    def _add(self) -> None:
        self.wanted.emit(self.person.code(), self.relation.code(), self.other.code())
        self._start_anew()
        self.relation.setFocus(Qt.FocusReason.OtherFocusReason)
