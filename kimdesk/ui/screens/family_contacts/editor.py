"""The form of one contact, made from its declaration, with the agreements made there; a completed one is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kimdesk.base.ids import RecordId
from kimdesk.domain.records import RECORDS
from kimdesk.ui import actions
from kimdesk.ui.forms.form import Form, FormContext, remaining
from kimdesk.ui.forms.port import Target
from kimdesk.ui.screens.family_contacts.entry import ClosedBox
from kimdesk.ui.screens.family_contacts.state import AgreementForm, ContactsState, Editing
from kimdesk.ui.shell.family_parts import quiet
from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.closed import omit, reads
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.surfaces import Card, Flow, column, row, rule

CONTACT, MEASURE = RECORDS["contact"], RECORDS["measure"]
Line = str | tuple[str, ...]
FACTS: tuple[Line, ...] = (
    ("date", "form"),
    ("minutes", "travel_minutes", "effort_minutes"),
    ("occasion", "place"),
    "present",
    "others_present",
    ("interpreting", "interpreter_record"),
    ("interpreter", "interpreter_of_age"),
    ("interpreter_accepted", "interpreter_known"),
    "child_interpreted",
    "topics",
)
SAID: tuple[Line, ...] = (("family_says", "observation"),)
CLOSED: tuple[Line, ...] = ("assessment",)
OPEN_TO_ALL = "discuss_only_with"
"""Who may know of a talk can be narrowed at any time, also once the note is completed."""
AFTER: tuple[Line, ...] = ("seen", ("next_appointment", "voluntary"), OPEN_TO_ALL)
CORRECTED: tuple[Line, ...] = ("seen", OPEN_TO_ALL)
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
        omit(self.remove)
        line = row(self.form, self.remove)
        line.setStretch(0, 1)
        line.setAlignment(self.remove, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(line, rule()))

    def show_agreement(self, each: AgreementForm, *, frozen: bool) -> None:
        """Show its values with drafts laid over; of a completed note they are only read."""
        target = Target(kind=MEASURE.name, record=RecordId(bytes.fromhex(each.key)), parent=self._parent)
        self.form.show_record(target, each.values, each.drafts, exists=each.exists)
        self.form.set_read_only(read_only=frozen)
        self.remove.setVisible(not frozen and (each.exists or bool(each.drafts)))


class ContactEditor(Card):
    """Edits one contact or a correction; shows a completed one. The assessment is closed until it is asked for."""

    first_key = Signal(str, str)
    finished = Signal()
    unwanted = Signal(str, str)
    complete_asked = Signal(str)
    correct_asked = Signal(str)
    print_asked = Signal(str)

    def __init__(self, heading: str, context: FormContext, state: ContactsState, key: str) -> None:
        super().__init__(heading)
        editing = state.editing
        assert editing is not None
        self.key = editing.key
        self.frozen = editing.completed_on is not None
        self._begun = False
        records = {"person": state.persons, "interpreter": state.interpreters}
        options = {kind: [Option(each, name) for each, name in known] for kind, known in records.items()}
        self._context = replace(context, records={**context.records, **options})
        self._parent = RecordId(bytes.fromhex(state.case))
        self.set_marked(marked=True)
        rest = () if editing.corrects else remaining(CONTACT, names_in(FACTS, SAID, CLOSED, AFTER))
        facts, after = ((), CORRECTED) if editing.corrects else (FACTS, (*AFTER, *rest))
        self.facts, self.said, self.assessment, self.after = (
            self._form(lines) for lines in (facts, SAID, CLOSED, after)
        )
        self.forms = (self.facts, self.said, self.assessment, self.after)
        self.closed = ClosedBox(CONTACT.field("assessment").label(context.language), self.assessment, key)
        self._agreed = column(spacing=8)
        self._rows: list[AgreementRow] = []
        self._lay_out(editing)

    def _form(self, lines: Sequence[Line]) -> Form:
        form = Form(CONTACT, lines, self._context)
        form.typed.connect(self._typed)
        return form

    def _lay_out(self, editing: Editing) -> None:
        self.add(rule(), 2, self.facts, 4, self.said)
        self.facts.setVisible(not editing.corrects)
        if not self.frozen:
            self.add(
                Paragraph(
                    self.tr("{key} fügt einen Textbaustein ein.").format(key=actions.key_text("text_block")), "small"
                )
            )
        self.add(4, self.closed, 4, self.after)
        if not editing.corrects:
            self.add(8, Label(self.tr("Vereinbart"), "section"), self._agreed)
        self.add(4, Flow(*(self._reading() if self.frozen else self._writing(editing)), spacing=8))

    def _done(self) -> Button:
        done = Button(self.tr("Fertig"), icon="check")
        done.setAccessibleName(self.tr("Kontakt: fertig"))
        done.clicked.connect(self.finished)
        reads(done)
        return done

    def _reading(self) -> tuple[Button, ...]:
        correct = Button(self.tr("Berichtigung schreiben"), icon="pen-line", kind="secondary")
        correct.clicked.connect(lambda: self.correct_asked.emit(self.key))
        return self._done(), correct, self._print()

    def _print(self) -> Button:
        button = quiet(self.tr("Besuchsprotokoll drucken"), "printer")
        button.clicked.connect(lambda: self.print_asked.emit(self.key))
        return button

    def _writing(self, editing: Editing) -> tuple[Button, ...]:
        close = quiet(self.tr("Notiz abschließen …"), "lock")
        close.clicked.connect(lambda: self.complete_asked.emit(self.key))
        gone = quiet(self.tr("Berichtigung entfernen") if editing.corrects else self.tr("Kontakt entfernen"), "trash-2")
        gone.clicked.connect(lambda: self.unwanted.emit(CONTACT.name, self.key))
        papers = (self._print(),) if editing.exists and not editing.corrects else ()
        return (self._done(), close, *papers, gone)

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
            for name, line in form.rows.items():
                line.set_read_only(read_only=self.frozen and name != OPEN_TO_ALL)
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
            line.show_agreement(each, frozen=self.frozen)

    def _new_row(self, key: str) -> AgreementRow:
        made = AgreementRow(key, self._context, self._parent)
        made.typed.connect(lambda begun: self.first_key.emit(MEASURE.name, begun))
        made.unwanted.connect(lambda gone: self.unwanted.emit(MEASURE.name, gone))
        self._rows.append(made)
        self._agreed.addWidget(made)
        return made

    def shows(self, editing: Editing) -> bool:
        """Tell whether this is the form for a contact as it is now."""
        return (editing.key, editing.completed_on is not None) == (self.key, self.frozen)

    def begin(self) -> None:
        """Put the cursor where one writes first."""
        form = self.said if self.facts.isHidden() else self.facts
        form.focus_first()

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
