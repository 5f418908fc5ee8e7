"""The form of one contact, made from its declaration, with the agreements made there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kimdesk.base.ids import RecordId
from kimdesk.domain.records import RECORDS
from kimdesk.ui.forms.form import Form, FormContext, remaining
from kimdesk.ui.forms.port import Target
from kimdesk.ui.screens.family_contacts.entry import ClosedBox
from kimdesk.ui.screens.family_contacts.state import AgreementForm, ContactsState, Editing
from kimdesk.ui.shell.family_parts import quiet
from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.labels import Label
from kimdesk.ui.widgets.surfaces import Card, column, row, rule

CONTACT, MEASURE = RECORDS["contact"], RECORDS["measure"]
Line = str | tuple[str, ...]
FACTS: tuple[Line, ...] = (("date", "form"), ("minutes", "interpreting"), "present", "topics")
SAID: tuple[Line, ...] = (("family_says", "observation"),)
CLOSED: tuple[Line, ...] = ("assessment",)
AFTER: tuple[Line, ...] = ("seen", ("next_appointment", "place"), "interpreter", "discuss_only_with")
AGREED: tuple[Line, ...] = ("text", ("who", "until"))


def names_in(*groups: Sequence[Line]) -> list[str]:
    """Return the names of all fields placed in some lines."""
    return [name for group in groups for line in group for name in ((line,) if isinstance(line, str) else line)]


class AgreementRow(QWidget):
    """Who does what until when, as a short form."""

    typed = Signal(str)
    unwanted = Signal(str)

    def __init__(self, key: str, context: FormContext, parent: RecordId) -> None:
        super().__init__()
        self.key = key
        self._parent = parent
        self.form = Form(MEASURE, AGREED, context)
        self.form.typed.connect(lambda _name, _text: self.typed.emit(key))
        self.remove = IconButton("trash-2", self.tr("Vereinbarung entfernen"))
        self.remove.clicked.connect(lambda: self.unwanted.emit(key))
        line = row(self.form, self.remove)
        line.setStretch(0, 1)
        line.setAlignment(self.remove, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(line, rule()))

    def show_agreement(self, each: AgreementForm) -> None:
        """Show its values with drafts laid over."""
        target = Target(kind=MEASURE.name, record=RecordId(bytes.fromhex(each.key)), parent=self._parent)
        self.form.show_record(target, each.values, each.drafts, exists=each.exists)
        self.remove.setVisible(each.exists or bool(each.drafts))


class ContactEditor(Card):
    """Edits one contact; the assessment is closed here as well until it is asked for."""

    first_key = Signal(str, str)
    finished = Signal()
    unwanted = Signal(str, str)

    def __init__(self, heading: str, context: FormContext, state: ContactsState, key: str) -> None:
        super().__init__(heading)
        assert state.editing is not None
        self.key = state.editing.key
        self._begun = False
        people = [Option(each, name) for each, name in state.persons]
        self._context = replace(context, records={**context.records, "person": people})
        self._parent = RecordId(bytes.fromhex(state.case))
        self.set_marked(marked=True)
        rest = remaining(CONTACT, names_in(FACTS, SAID, CLOSED, AFTER))
        self.facts, self.said, self.assessment, self.after = (
            self._form(lines) for lines in (FACTS, SAID, CLOSED, (*AFTER, *rest))
        )
        self.forms = (self.facts, self.said, self.assessment, self.after)
        self.closed = ClosedBox(CONTACT.field("assessment").label(context.language), self.assessment, key)
        self._agreed = column(spacing=8)
        self._rows: list[AgreementRow] = []
        self._lay_out()

    def _form(self, lines: Sequence[Line]) -> Form:
        form = Form(CONTACT, lines, self._context)
        form.typed.connect(self._typed)
        return form

    def _lay_out(self) -> None:
        done = Button(self.tr("Fertig"), icon="check")
        done.setAccessibleName(self.tr("Kontakt: fertig"))
        done.clicked.connect(self.finished)
        gone = quiet(self.tr("Kontakt entfernen"), "trash-2")
        gone.clicked.connect(lambda: self.unwanted.emit(CONTACT.name, self.key))
        self.add(rule(), 2, self.facts, 4, self.said, 4, self.closed, 4, self.after)
        self.add(8, Label(self.tr("Vereinbart"), "section"), self._agreed, 4, row(done, None, gone))

    def _typed(self, name: str, _text: str) -> None:
        if not self._begun and name != "date":
            self._begun = True
            self.first_key.emit(CONTACT.name, self.key)

    def show_contact(self, editing: Editing, agreements: Sequence[AgreementForm]) -> None:
        """Show the contact's values with drafts laid over, and its agreements."""
        self._begun = editing.exists
        values = editing.values
        if not editing.exists:
            values = {**values, "date": self._context.today}
        target = Target(kind=CONTACT.name, record=RecordId(bytes.fromhex(self.key)), parent=self._parent)
        for form in self.forms:
            form.show_record(target, values, editing.drafts, exists=editing.exists)
        self._show_agreements(agreements)

    def _show_agreements(self, agreements: Sequence[AgreementForm]) -> None:
        wanted = {each.key for each in agreements}
        for gone in [each for each in self._rows if each.key not in wanted]:
            self._rows.remove(gone)
            self._agreed.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        known = {each.key: each for each in self._rows}
        for each in agreements:
            line = known.get(each.key) or self._new_row(each.key)
            line.show_agreement(each)

    def _new_row(self, key: str) -> AgreementRow:
        made = AgreementRow(key, self._context, self._parent)
        made.typed.connect(lambda begun: self.first_key.emit(MEASURE.name, begun))
        made.unwanted.connect(lambda gone: self.unwanted.emit(MEASURE.name, gone))
        self._rows.append(made)
        self._agreed.addWidget(made)
        return made

    def settle(self) -> None:
        """Turn what was typed into changes."""
        for form in (*self.forms, *(each.form for each in self._rows)):
            form.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form; what was typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
            return
        super().keyPressEvent(event)
